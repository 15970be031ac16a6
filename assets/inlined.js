// Where the whole page is one file: the glue stands before this, and the program in the page as base64 of gzip.
async function engine() {
  const text = document.getElementById("engine").textContent;
  const packed = new Blob([Uint8Array.from(atob(text), letter => letter.charCodeAt(0))]);
  const bytes = await new Response(packed.stream().pipeThrough(new DecompressionStream("gzip"))).arrayBuffer();
  return [glue, await WebAssembly.compile(bytes)];
}
