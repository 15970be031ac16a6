// Stands in the page before all else: the page in a frame of another one, `?embed&host=…&lang=en&theme=dark&density=none`. It is without
// its bar, has the looks that the host asks for, and tells the host what goes on in it. The protocol is in docs/embedding.md.
(function (page) {
  const asked = new URLSearchParams(location.search);
  if (!asked.has("embed")) return;
  page.dataset.embed = "";
  // What is told before there is anybody to tell it to waits, since the host may be slower than the engine.
  let port;
  const waiting = [];
  const tell = message => port ? port.postMessage(message) : waiting.length < 200 && waiting.push(message);
  document.addEventListener("yomi-tell", event => tell(event.detail));

  // The looks are the frame's own: the reader's settings are read, and never changed from here.
  const key = "yomikurabe.settings";
  const looks = { lang: ["ja", "en"], theme: ["system", "light", "dark"], density: ["first", "every", "none"] };
  let kept = null;
  try {
    kept = localStorage;
  } catch (refused) {}
  let line = kept && kept.getItem(key) || "";
  const dress = wanted => {
    for (const name in looks) {
      const word = wanted(name);
      if (!looks[name].includes(word)) continue;
      line += " " + name + "=" + word;
      if (page.hasAttribute("data-ready")) press(name + ":" + word);
      else if (name === "theme") page.dataset.theme = word;
    }
  };
  // As if the reader had pressed the button of the settings, which the bar would show.
  const press = word => {
    const button = document.createElement("button");
    button.dataset.press = word;
    page.append(button);
    button.click();
    button.remove();
  };
  const storage = {
    getItem: name => name === key ? line : kept && kept.getItem(name),
    setItem: (name, value) => {
      if (name === key) line = value;
      else if (kept) kept.setItem(name, value);
    },
  };
  Object.defineProperty(self, "localStorage", { value: storage });
  dress(name => asked.get(name));

  // The host's page neither jumps to the frame nor loses the focus to it before the reader is in it.
  for (const [type, name] of [[Element, "scrollIntoView"], [HTMLElement, "focus"]]) {
    const own = type.prototype[name];
    type.prototype[name] = function (how) {
      if (document.hasFocus()) own.call(this, how);
    };
  }
  // A frame that is as high as what is in it does not scroll: then the host's page goes to the top of it.
  const scroll = self.scrollTo;
  self.scrollTo = (...where) => {
    scroll.apply(self, where);
    if (port) page.scrollIntoView();
  };

  // Where a host has named itself the way that the reader takes in the frame stays out of the host's history.
  const replace = history.replaceState;
  let route = location.hash;
  const moved = () => {
    if (route !== location.hash) tell({ route: (route = location.hash).slice(1) });
  };
  for (const name of ["pushState", "replaceState"]) {
    const own = asked.has("host") ? replace : history[name];
    history[name] = function (...address) {
      own.apply(history, address);
      moved();
    };
  }
  addEventListener("hashchange", moved);

  // A paper is taken up once.
  let taken = false;
  const take = state => {
    if (taken || typeof state !== "string" || state.length > 3000) return;
    taken = true;
    ready.then(() => document.dispatchEvent(new CustomEvent("yomi-state", { detail: state })));
  };
  const ready = new Promise(done => {
    new MutationObserver(done).observe(page, { attributeFilter: ["data-ready"] });
  });
  ready.then(() => tell({ ready: true }));
  const height = () => tell({ height: page.offsetHeight });
  addEventListener("message", event => {
    const host = asked.get("host");
    if (port || event.source !== parent || host && event.origin !== host) return;
    const said = event.data;
    if (!said || said.yomikurabe !== 1 || !event.ports.length) return;
    port = event.ports[0];
    port.onmessage = event => hear(event.data);
    new ResizeObserver(height).observe(page);
    height();
    waiting.forEach(tell);
  });
  const hear = said => {
    if (!said || typeof said !== "object") return;
    dress(name => said[name]);
    take(said.state);
    if (said.keep === true && Array.isArray(said.log)) lend(said.log);
  };

  // Where the browser refuses storage the host may keep the log for it: what the engine then takes for IndexedDB is in memory, has
  // what the host has kept in it, and tells the host what is added. Any other host is not waited for.
  // In the preview of the dialogue for teachers the log is such a one, too, so that theirs stays as it is.
  let lend = () => {};
  const isPreview = asked.has("preview");
  if (kept && !isPreview) return;
  const lent = new Promise(done => {
    lend = done;
    if (isPreview) done([]);
    addEventListener("load", () => setTimeout(done, 2000));
  });
  const bases = new Map();
  const filled = lines => {
    const base = new Map();
    for (const line of lines.slice(-100000)) {
      try {
        const value = line.length < 10000 && JSON.parse(line);
        if (value && typeof value.id === "string") base.set(value.id, value);
      } catch (refused) {}
    }
    return base;
  };
  // Handlers are set after what they wait for has been asked.
  const request = result => ({ result, set onsuccess(act) { act && queueMicrotask(act); } });
  const transaction = (base, say) => {
    const added = [];
    return {
      abort() { added.length = 0; },
      set oncomplete(act) {
        for (const value of added.splice(0)) {
          base.set(value.id, value);
          say(value);
        }
        act && queueMicrotask(act);
      },
      objectStore: () => ({
        put: value => request(added.push(value)),
        add: value => request(added.push(value)),
        get: key => request(base.get(key)),
        getAll: () => request(Array.from(base.keys()).sort().map(key => base.get(key))),
        getAllKeys: () => request(Array.from(base.keys()).sort()),
        count: () => request(base.size),
      }),
    };
  };
  const open = name => {
    const opened = {};
    lent.then(lines => {
      if (!lines) return opened.onerror({ name: "SecurityError" });
      // Snapshots of cards are made anew.
      const log = !name.endsWith(".cards");
      if (!bases.has(name)) bases.set(name, filled(log ? lines : []));
      const say = value => log && tell({ keep: JSON.stringify(value) });
      opened.result = { createObjectStore() {}, close() {}, transaction: () => transaction(bases.get(name), say) };
      opened.onsuccess();
    });
    return opened;
  };
  Object.defineProperty(self, "indexedDB", { value: { open } });
})(document.documentElement);
