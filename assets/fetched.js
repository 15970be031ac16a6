// Where the engine's files stand beside the page. On a slow line the text comes first: they are asked for when it has been
// painted, or would have been if the page were seen.
const painted = new Promise(done => {
  requestAnimationFrame(() => setTimeout(done));
  setTimeout(done, 1000);
});

async function engine() {
  await painted;
  const program = () => fetch("PROGRAM");
  const [glue, module] = await Promise.all([
    import("GLUE"),
    WebAssembly.compileStreaming(program())
      // A server that does not know what wasm is.
      .catch(() => program().then(response => response.arrayBuffer()).then(bytes => WebAssembly.compile(bytes))),
    data(),
  ]);
  return [glue, module];
}

// Puts the page's data into it, where the single file has them: one a line.
async function data() {
  const response = await fetch("DATA");
  if (!response.ok) throw response.status;
  const lines = (await response.text()).split("\n");
  for (const [at, id] of [IDS].entries()) {
    const kept = document.createElement("data");
    kept.id = id;
    kept.hidden = true;
    // Without one it is no HTML.
    kept.value = "";
    kept.textContent = lines[at];
    document.body.append(kept);
  }
}
