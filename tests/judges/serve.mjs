// Serves a folder as a good host does: compressed, with types, with long caching.
import fs from "node:fs";
import http from "node:http";
import path from "node:path";
import zlib from "node:zlib";

const types = {
  ".css": "text/css",
  ".html": "text/html; charset=utf-8",
  ".js": "text/javascript",
  ".png": "image/png",
  ".svg": "image/svg+xml",
  ".wasm": "application/wasm",
  ".webmanifest": "application/manifest+json",
};

/** Serves until `close()`; everything is compressed before the first request. */
export async function serve(folder) {
  const files = new Map();
  for (const name of fs.readdirSync(folder, { recursive: true })) {
    const file = path.join(folder, name);
    if (!fs.statSync(file).isFile()) continue;
    files.set("/" + name.split(path.sep).join("/"), zlib.brotliCompressSync(fs.readFileSync(file)));
  }
  const server = http.createServer((request, response) => {
    const asked = new URL(request.url, "http://localhost").pathname.replace(/\/$/, "/index.html");
    const body = files.get(asked);
    if (!body) return response.writeHead(404).end();
    const type = types[path.extname(asked)] ?? "application/octet-stream";
    const cached = asked.endsWith(".html") ? "no-cache" : "max-age=31536000";
    response.writeHead(200, { "content-type": type, "content-encoding": "br", "cache-control": cached }).end(body);
  });
  await new Promise(done => server.listen(0, "127.0.0.1", done));
  const bytes = [...files.values()].reduce((sum, body) => sum + body.length, 0);
  return { address: `http://127.0.0.1:${server.address().port}/`, bytes, close: () => server.close() };
}
