// <yomi-kurabe view="issue/multinational-force" lang="en" theme="dark">: a view of the study page in a frame that is as high as what is
// in it. A plain script, so that it also loads from another host; see docs/embedding.md.
(function () {
  const here = document.currentScript.src;
  const HIGHEST = 100000;
  const LOOKS = ["lang", "theme", "density"];
  // What the frame tells, each as an event of that name.
  const TOLD = ["height", "ready", "route", "answer", "result", "state", "keep"];

  customElements.define("yomi-kurabe", class extends HTMLElement {
    static observedAttributes = ["view", "sandbox", "title", ...LOOKS];
    #frame; #page; #port; #late;

    connectedCallback() {
      this.#show();
    }

    disconnectedCallback() {
      this.#close();
      this.#frame = null;
    }

    attributeChangedCallback(name, before, now) {
      if (!this.#frame || before === now) return;
      if (name === "sandbox") this.#show();
      else if (name === "view") this.#go();
      else if (name === "title") this.#frame.title = this.#name();
      else if (this.#port) this.#port.postMessage({ [name]: now });
    }

    #show() {
      this.#close();
      this.#late = false;
      const root = this.shadowRoot || this.attachShadow({ mode: "open" });
      const sandboxed = this.hasAttribute("sandbox");
      const page = this.#page = new URL(sandboxed ? "yomikurabe.html" : "index.html", here);
      page.search = new URLSearchParams({ embed: "", host: location.origin, ...this.#looks() });
      page.hash = this.#view();
      const frame = this.#frame = document.createElement("iframe");
      if (sandboxed) frame.setAttribute("sandbox", "allow-scripts allow-popups");
      frame.title = this.#name();
      frame.loading = this.getAttribute("loading") === "eager" ? "eager" : "lazy";
      for (const [name, value] of [["display", "block"], ["width", "100%"], ["height", "30rem"], ["border", "0"]]) frame.style[name] = value;
      frame.addEventListener("load", () => this.#meet(frame, sandboxed ? "*" : page.origin));
      frame.src = page.href;
      this.style.display = "block";
      root.replaceChildren(frame);
    }

    // Only the frame gets the other end, so whatever comes from there comes from it.
    #meet(frame, origin) {
      this.#close();
      const { port1, port2 } = new MessageChannel();
      this.#port = port1;
      port1.onmessage = event => frame === this.#frame && this.#hear(event.data);
      frame.contentWindow.postMessage({ yomikurabe: 1 }, origin, [port2]);
      const { log, state } = this;
      port1.postMessage({ ...this.#looks(), ...(Array.isArray(log) && { log, keep: true }), ...(state && { state }) });
      if (this.#late) this.#go();
    }

    #close() {
      if (this.#port) this.#port.close();
      this.#port = null;
    }

    // Another view takes the place of this one: the host's history stays as it is. A frame that is being loaded goes there then.
    #go() {
      this.#page.hash = this.#view();
      this.#late = !this.#port;
      if (this.#port) this.#frame.contentWindow.location.replace(this.#page.href);
    }

    #view() {
      return (this.getAttribute("view") || "").replace(/^#/, "");
    }

    #name() {
      return this.title || "よみくらべ";
    }

    #looks() {
      const asked = LOOKS.filter(name => this.getAttribute(name));
      return Object.fromEntries(asked.map(name => [name, this.getAttribute(name)]));
    }

    #hear(message) {
      if (!message || typeof message !== "object") return;
      const { height } = message;
      if (Number.isFinite(height) && height >= 0) this.#frame.style.height = Math.min(Math.ceil(height), HIGHEST) + "px";
      for (const name of TOLD) {
        if (!(name in message)) continue;
        const told = message[name], detail = told && typeof told === "object" ? told : { [name]: told };
        this.dispatchEvent(new CustomEvent("yomi-" + name, { detail, bubbles: true }));
      }
    }
  });
})();
