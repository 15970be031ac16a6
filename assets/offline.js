// Keeps the page for use without a network, and says when a new version is here. Why it is so: docs/adr/0017-offline.md.
const page = document.documentElement;
const version = document.querySelector("link[rel=manifest]").dataset.version;
const words = {
  ja: {
    ready: "新しい版がある。切りかえるとこのページを読み直す（答えた記録は残る）。",
    taken: "新しい版に切りかわっている。このページは前の版のまま使える。",
    take: "切りかえる", reload: "読み直す", later: "あとで",
  },
  en: {
    ready: "There is a new version. Switching loads this page anew (your answers are kept).",
    taken: "The new version is in use now. This page goes on working in the old one.",
    take: "Switch", reload: "Load anew", later: "Later",
  },
};

// The engine comes first. Where it does not come, ten seconds are enough.
function started() {
  return new Promise(done => {
    const look = () => page.hasAttribute("data-ready") && done();
    new MutationObserver(look).observe(page, { attributeFilter: ["data-ready"] });
    setTimeout(done, 10000);
    look();
  });
}

function idle() {
  return new Promise(done => self.requestIdleCallback ? requestIdleCallback(done) : setTimeout(done, 200));
}

async function register() {
  const same = { createScriptURL: url => url };
  const policy = self.trustedTypes ? trustedTypes.createPolicy("offline", same) : same;
  return navigator.serviceWorker.register(policy.createScriptURL("sw.js"), { updateViaCache: "none" });
}

// A line at the foot of the window, where the app does not draw.
const line = document.createElement("div");
line.setAttribute("role", "status");
line.id = "news";

function announce(says, does, act) {
  const text = document.createElement("span");
  text.textContent = says;
  const notice = document.createElement("p");
  notice.className = "notice";
  const button = (name, act) => {
    const made = document.createElement("button");
    made.type = "button";
    made.textContent = name;
    made.onclick = act;
    return made;
  };
  const later = () => line.replaceChildren();
  notice.append(text, button(does, act), button(words[line.lang].later, later));
  line.replaceChildren(notice);
}

async function run() {
  const registration = await register();
  const name = "yomikurabe " + registration.scope;
  const channel = new BroadcastChannel(name);
  const address = note => new URL(note, registration.scope).href;
  let announced;

  async function which(note) {
    const found = await caches.match(address(note), { cacheName: name });
    return found && found.text();
  }

  // A page that came past the worker may be newer than all that is kept: it is told nothing.
  async function look() {
    const newest = await which("newest");
    const chosen = await which("chosen");
    const state = newest + " " + (chosen === newest);
    if (!newest || newest === version || !navigator.serviceWorker.controller || state === announced) return;
    announced = state;
    line.lang = page.lang === "en" ? "en" : "ja";
    const say = words[line.lang];
    if (chosen === newest) announce(say.taken, say.reload, reload);
    else announce(say.ready, say.take, () => take(newest));
  }

  async function take(newest) {
    const notes = await caches.open(name);
    await notes.put(address("chosen"), new Response(newest));
    channel.postMessage("");
    await reload();
  }

  // Asks the server for a new version. A server that no longer has the worker has withdrawn the page.
  async function update() {
    if (!navigator.onLine) return;
    try {
      await registration.update();
    } catch (refused) {
      const worker = await fetch("sw.js", { method: "HEAD", cache: "no-store" });
      if (worker.status === 404 || worker.status === 410) await withdraw();
    }
  }

  async function withdraw() {
    await registration.unregister();
    const own = (await caches.keys()).filter(cache => cache === name || cache.startsWith(name + " "));
    await Promise.all(own.map(cache => caches.delete(cache)));
  }

  const quietly = refused => console.info(refused);
  const again = () => look().catch(quietly);
  channel.onmessage = again;
  navigator.serviceWorker.addEventListener("controllerchange", again);
  addEventListener("visibilitychange", () => {
    if (document.visibilityState === "visible") update().then(look).catch(quietly);
  });
  await look();
  const { active } = registration;
  if (active && navigator.serviceWorker.controller) active.postMessage("tidy");
  await update();
}

// Loads the page anew, after what is being written to storage is safe.
async function reload() {
  const late = new Promise(done => setTimeout(done, 2000));
  await Promise.race([late, written().catch(refused => null)]);
  location.reload();
}

// A transaction that reads waits for those that write and were there before it.
async function written() {
  const all = (await indexedDB.databases()).filter(base => base.name.startsWith("yomikurabe."));
  await Promise.all(all.map(base => new Promise((done, fail) => {
    const opening = indexedDB.open(base.name);
    opening.onerror = fail;
    opening.onsuccess = () => {
      const opened = opening.result;
      const reading = opened.transaction(opened.objectStoreNames);
      reading.oncomplete = done;
      reading.onabort = fail;
      reading.objectStore(opened.objectStoreNames[0]).count();
    };
  })));
}

try {
  // A frame without an origin of its own refuses even the question.
  if (location.protocol.startsWith("http") && navigator.serviceWorker) {
    document.body.append(line);
    await started();
    await idle();
    await run();
  }
} catch (refused) {
  console.info(refused);
}
