// Where the whole page is one file: the glues stand before this, and the programs in the page as base64 of gzip.
async function unpacked(id) {
  const text = document.getElementById(id).textContent;
  const packed = new Blob([Uint8Array.from(atob(text), letter => letter.charCodeAt(0))]);
  const bytes = await new Response(packed.stream().pipeThrough(new DecompressionStream("gzip"))).arrayBuffer();
  return WebAssembly.compile(bytes);
}

// All is here.
function ahead() {}

async function engine() {
  return [glue, await unpacked("engine")];
}

// What the learner did comes when it is asked for, once.
let learner;
self.openLearner = () => learner ??= unpacked("learner").then(module => {
  const opened = learnerGlue();
  return { ready: opened.default({ module_or_path: module }), show: opened.show };
});
