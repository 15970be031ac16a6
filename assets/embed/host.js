// <yomi-kurabe view="issue/multinational-force" lang="en" theme="dark">: a view of the study page in a frame that is as high as what is
// in it. A plain script, so that it also loads from another host; see docs/embedding.md.
(function () {
  const here = document.currentScript.src;
  const HIGHEST = 100000;

  customElements.define("yomi-kurabe", class extends HTMLElement {
    static observedAttributes = ["view", "lang", "theme", "sandbox"];

    connectedCallback() {
      this.show();
    }

    attributeChangedCallback(name, before, now) {
      if (this.shadowRoot && before !== now) this.show();
    }

    show() {
      const root = this.shadowRoot || this.attachShadow({ mode: "open" });
      const sandboxed = this.hasAttribute("sandbox");
      const page = new URL(sandboxed ? "yomikurabe.html" : "index.html", here);
      page.search = new URLSearchParams({ embed: "", host: location.origin, ...this.looks() });
      page.hash = (this.getAttribute("view") || "").replace(/^#/, "");
      const frame = document.createElement("iframe");
      if (sandboxed) frame.setAttribute("sandbox", "allow-scripts allow-popups");
      frame.title = this.title || "よみくらべ";
      frame.loading = "lazy";
      for (const [name, value] of [["display", "block"], ["width", "100%"], ["height", "30rem"], ["border", "0"]]) frame.style[name] = value;
      // Only the frame gets the other end, so whatever comes from there comes from it.
      frame.addEventListener("load", () => {
        const { port1, port2 } = new MessageChannel();
        port1.onmessage = event => this.fit(frame, event.data);
        frame.contentWindow.postMessage({ yomikurabe: 1 }, sandboxed ? "*" : page.origin, [port2]);
      });
      frame.src = page.href;
      this.style.display = "block";
      root.replaceChildren(frame);
    }

    looks() {
      const asked = ["lang", "theme"].filter(name => this.getAttribute(name));
      return Object.fromEntries(asked.map(name => [name, this.getAttribute(name)]));
    }

    fit(frame, message) {
      const height = message && message.height;
      if (!Number.isFinite(height) || height < 0) return;
      frame.style.height = Math.min(Math.ceil(height), HIGHEST) + "px";
      this.dispatchEvent(new CustomEvent("yomi-height", { detail: { height }, bubbles: true }));
    }
  });
})();
