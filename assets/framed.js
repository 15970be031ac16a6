// Stands in the page before all else: the page in a frame of another one, `?embed&host=…&lang=en&theme=dark`. It is without its bar,
// has the looks that the host asks for, and tells the host how high it is and what happens in the quiz. The protocol is in docs/embedding.md.
(function (page) {
  const asked = new URLSearchParams(location.search);
  if (!asked.has("embed")) return;
  page.dataset.embed = "";

  // The looks are the frame's own: the reader's settings are read, and never changed from here.
  const key = "yomikurabe.settings";
  let kept = null;
  try {
    kept = localStorage;
  } catch (refused) {}
  let line = kept && kept.getItem(key) || "";
  for (const name of ["lang", "theme"]) {
    const word = asked.get(name) || "";
    if (/^(ja|en|system|light|dark)$/.test(word)) line += " " + name + "=" + word;
  }
  const storage = {
    getItem: name => name === key ? line : kept && kept.getItem(name),
    setItem: (name, value) => {
      if (name === key) line = value;
      else if (kept) kept.setItem(name, value);
    },
  };
  Object.defineProperty(self, "localStorage", { value: storage });

  // The host's page does not jump to the frame before the reader has done something in it.
  const scroll = Element.prototype.scrollIntoView;
  Element.prototype.scrollIntoView = function (how) {
    if (!navigator.userActivation || navigator.userActivation.hasBeenActive) scroll.call(this, how);
  };

  // What is told before there is anybody to tell it to waits, since the host may be slower than the engine.
  let port, waiting = [];
  const tell = message => port ? port.postMessage(message) : waiting.length < 200 && waiting.push(message);
  const height = () => tell({ height: page.offsetHeight });
  document.addEventListener("yomi-tell", event => tell(event.detail));

  // A paper is taken up once, and when the engine is there.
  let taken = false;
  const take = state => {
    if (taken || typeof state !== "string" || state.length > 3000) return;
    taken = true;
    const give = () => "ready" in page.dataset && document.dispatchEvent(new CustomEvent("yomi-state", { detail: state }));
    if (give()) return;
    const watch = new MutationObserver(() => give() && watch.disconnect());
    watch.observe(page, { attributeFilter: ["data-ready"] });
  };
  addEventListener("message", event => {
    const said = event.data;
    const host = asked.get("host");
    if (port || event.source !== parent || host && event.origin !== host) return;
    if (!said || said.yomikurabe !== 1 || !event.ports.length) return;
    port = event.ports[0];
    port.onmessage = ({ data }) => data && typeof data === "object" && take(data.state);
    new ResizeObserver(height).observe(page);
    height();
    waiting.forEach(tell);
  });
})(document.documentElement);
