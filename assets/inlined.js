// Where the whole page is one file: what is not in sight stands in it packed, in this order: the texts, the engine, what the
// learner did. The sizes are bytes; of a program that of its script comes first.
const SIZES = [PACKED];
let take;

async function next(size) {
  take ??= unpacker(bytesOf(document.getElementById("packed").textContent));
  return take(size);
}

const text = bytes => new TextDecoder().decode(bytes);

// The page's data, and the parts of the static page that stand beside the documents, come into the page once. The address may
// name one of them.
let texts;
function opened() {
  return texts ??= next(SIZES[0]).then(bytes => {
    const lines = text(bytes).split("\n");
    if (lines.pop() !== "whole") throw "the packed texts are not whole";
    for (const id of [IDS]) put(lines.shift(), id);
    for (const line of lines) app.querySelector("main").append(put(line));
  }).catch(damage => {
    console.info(damage);
    throw "このファイルは壊れている。もとのファイルをもう一度コピーする。";
  }).finally(() => {
    delete document.documentElement.dataset.packed;
    const asked = location.hash.slice(1);
    if (asked && !document.getElementById(asked)) dispatchEvent(new Event("hashchange"));
  });
}

// What writes the script of a program into the page; its policy names the script by its hash.
const glues = self.trustedTypes ? trustedTypes.createPolicy("glue", { createScript: script => script })
  : { createScript: script => script };

// The script and the module of a program.
async function program(name, sizes) {
  const [script, module] = sizes.map(next);
  const element = document.createElement("script");
  element.textContent = glues.createScript(text(await script));
  document.head.append(element);
  element.remove();
  return [self[name], await WebAssembly.compile(await module)];
}

function ahead() {
  opened().catch(console.info);
}

async function engine() {
  await opened();
  return program("glue", SIZES.slice(1, 3));
}

// What the learner did comes when it is asked for, once.
let learner;
self.openLearner = () => learner ??= program("learnerGlue", SIZES.slice(3)).then(([glue, module]) => {
  return { ready: glue.default({ module_or_path: module }), show: glue.show };
});
