// Where the engine's files stand beside the page.
function engine() {
  const program = () => fetch("PROGRAM");
  return Promise.all([
    import("GLUE"),
    WebAssembly.compileStreaming(program())
      // A server that does not know what wasm is.
      .catch(() => program().then(response => response.arrayBuffer()).then(bytes => WebAssembly.compile(bytes))),
  ]);
}
