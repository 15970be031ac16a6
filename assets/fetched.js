// Where the engine's files stand beside the page. On a slow line the text comes first: they are asked for when it has been
// painted, or would have been if the page were seen.
const painted = new Promise(done => {
  requestAnimationFrame(() => setTimeout(done));
  setTimeout(done, 1000);
});

// What was asked for before it was needed, by its file.
const early = {};

// A little later still: what is asked for beside the first paint counts as part of it.
function ahead() {
  painted.then(() => setTimeout(() => {
    import("GLUE").catch(console.info);
    for (const file of ["PROGRAM", "DATA"])
      if (!(file in early)) early[file] = fetch(file, { priority: "low" }).catch(console.info);
  }, 500));
}

async function answer(file) {
  const response = await early[file];
  early[file] = null;
  return response?.ok ? response : fetch(file);
}

async function engine() {
  await painted;
  const program = () => answer("PROGRAM");
  const [glue, module] = await Promise.all([
    import("GLUE"),
    WebAssembly.compileStreaming(program())
      // A server that does not know what wasm is.
      .catch(() => program().then(response => response.arrayBuffer()).then(bytes => WebAssembly.compile(bytes))),
    data(),
    // Then the views are there before the app is drawn.
    document.documentElement.dataset.lang === "en" && openViews("en").catch(console.info),
  ]);
  return [glue, module];
}

async function lines(file) {
  const response = await answer(file);
  if (!response.ok) throw response.status;
  return (await response.text()).split("\n");
}

async function data() {
  const all = await lines("DATA");
  for (const [at, id] of [IDS].entries()) put(all[at], id);
}

self.openLearner = () => import("LEARNER");

// The drawn views that stand beside the page come when they are asked for, once, and are kept as it keeps its other parts.
const views = {};
self.openViews = id => {
  const file = id.startsWith("en") ? "ENGLISH" : "VIEWS";
  return views[file] ??= lines(file).then(lines => {
    for (const line of lines) if (line.startsWith("<section")) put(line);
  }).catch(refused => {
    views[file] = null;
    throw refused;
  });
};
