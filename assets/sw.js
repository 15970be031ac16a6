// The service worker: answers from the version of the page that the learner has chosen, and keeps a newer one ready.
// Everything is kept under the version's name; two short notes beside it say which version is chosen and which is the
// newest that is here whole. Why it is so: docs/adr/0017-offline.md.
const version = "VERSION";
const files = FILES;

const scope = registration.scope;
const name = "yomikurabe " + scope; // pages on the same host share one storage
const cacheOf = version => name + " " + version;
const address = path => new URL(path, scope).href;

// Which version is the "chosen" or the "newest".
async function which(note) {
  const found = await caches.match(address(note), { cacheName: name });
  return found && found.text();
}

async function write(note) {
  const notes = await caches.open(name);
  await notes.put(address(note), new Response(version));
}

function kept(version, path) {
  return version && caches.match(address(path), { cacheName: cacheOf(version), ignoreVary: true });
}

addEventListener("install", event => event.waitUntil(install()));

// Any file that is not the one of this version ends it, as when a deployment is half done; the next look for a new
// version goes on from there.
async function install() {
  const cache = await caches.open(cacheOf(version));
  const paths = Object.keys(files);
  await Promise.all(paths.map(path => keep(cache, path)));
  const all = await Promise.all(paths.map(path => kept(version, path)));
  if (all.includes(undefined)) throw new Error("taken away meanwhile");
  if (!await kept(await which("chosen"), "index.html")) await write("chosen");
  await write("newest");
  new BroadcastChannel(name).postMessage("");
}

// What an older version has, or the page has just loaded, is not fetched again.
async function keep(cache, path) {
  const at = address(path);
  if (await cache.match(at)) return;
  const ways = [
    () => caches.match(at),
    () => fetch(path === "index.html" ? scope : at),
    () => fetch(at, { cache: "reload" }),
  ];
  for (const way of ways) {
    const found = await way();
    const response = found && await checked(found, path);
    if (response) return cache.put(at, response);
  }
  throw new Error(path + " is not of this version");
}

// The response where it is a file of this version. It is made anew: a browser refuses one that came by a redirect.
async function checked(response, path) {
  const bytes = await response.arrayBuffer();
  const hash = new Uint8Array(await crypto.subtle.digest("SHA-256", bytes));
  const digits = Array.from(hash, byte => byte.toString(16).padStart(2, "0")).join("");
  if (!response.ok || digits !== files[path]) return null;
  const headers = new Headers(response.headers);
  ["content-encoding", "content-length", "vary"].forEach(header => headers.delete(header));
  return new Response(bytes, { headers });
}

addEventListener("activate", event => event.waitUntil(clients.claim()));

// The version that each page was given, as long as the worker runs.
const given = new Map();

addEventListener("fetch", event => {
  const request = event.request;
  const url = new URL(request.url);
  const path = url.href.startsWith(scope) ? url.pathname.slice(new URL(scope).pathname.length) : null;
  if (request.method !== "GET" || path === null || request.headers.has("range")) return;
  if (request.mode !== "navigate") {
    if (!url.search) event.respondWith(answer(request, file(event.clientId, path)));
  } else if (path === "" || path === "index.html") {
    event.respondWith(answer(request, page(event.resultingClientId)));
  }
});

async function answer(request, looking) {
  return await looking.catch(refused => null) || fetch(request);
}

async function page(client) {
  const chosen = await which("chosen");
  const found = await kept(chosen, "index.html");
  if (found && client) given.set(client, chosen);
  return found;
}

// A page that the worker does not remember may be of any version; what it asks for bears its hash in its name.
async function file(client, path) {
  if (given.has(client)) return kept(given.get(client), path);
  return await kept(await which("chosen"), path) || caches.match(address(path));
}

addEventListener("message", event => event.waitUntil(tidy(event.source.id)));

// Takes older versions away for a page that has all it needs, where no other page could still be loading.
async function tidy(client) {
  const open = await clients.matchAll({ includeUncontrolled: true, type: "window" });
  const other = open.some(page => page.id !== client && page.url.startsWith(scope));
  if (other || registration.installing) return;
  const used = [cacheOf(await which("chosen")), cacheOf(await which("newest"))];
  const old = (await caches.keys()).filter(cache => cache.startsWith(name + " ") && !used.includes(cache));
  await Promise.all(old.map(cache => caches.delete(cache)));
}
