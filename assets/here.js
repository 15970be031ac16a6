// Opens the part of the static page that the address names and any other that is asked for while the engine does not run; also
// where the address says more than an id, such as `issue/peace/time` or `doc/letter/p3?at=0-6`. On paper it puts the terms of
// a document after it as notes.
(function (page) {
  const same = { createHTML: html => html };
  const policy = self.trustedTypes ? trustedTypes.createPolicy("still", same) : same;

  // The text that keeps the element of that id closed.
  function closed(id) {
    const holds = text => text.textContent.includes(' id="' + id + '"');
    return id && Array.from(document.querySelectorAll("noscript")).find(holds);
  }

  // What a closed text says.
  function part(text) {
    const part = document.createElement("template");
    part.innerHTML = policy.createHTML(text.textContent);
    return part.content;
  }

  // The element of that id in the static page. Its text stays, for paper and for the app.
  function open(id) {
    const place = () => {
      const place = document.getElementById(id);
      return place && place.closest(".still > *, aside") && place;
    };
    const text = !place() && closed(id);
    if (text) text.after(part(text));
    return place();
  }

  function show() {
    if (!document.querySelector(".still")) return;
    for (const old of document.querySelectorAll("[data-here]")) old.removeAttribute("data-here");
    const card = "popover" in page && document.querySelector(":popover-open");
    if (card) card.hidePopover();
    const parts = location.hash.slice(1).split("?")[0].split("/");
    page.toggleAttribute("data-asked", location.hash.length > 1);
    let place;
    while (parts.length && !place) {
      place = open(parts.join("/"));
      parts.pop();
    }
    // In the single file it may still be packed.
    place = place || !page.dataset.packed && document.getElementById("start");
    if (!place || place.matches(":target")) return;
    place.dataset.here = "";
    place.scrollIntoView();
  }

  // Before the browser looks for the popup of the word.
  function look(event) {
    const word = event.target.closest(".still [popovertarget], aside [popovertarget]");
    if (word) open(word.getAttribute("popovertarget"));
  }

  // A part that is drawn when the page is made, where it is shown. It may have to come from beside the page.
  customElements.define("kept-part", class extends HTMLElement {
    static observedAttributes = ["of"];
    async attributeChangedCallback(name, old, id) {
      let refused;
      if (!closed(id)) await openViews(id).catch(why => refused = why);
      if (this.getAttribute("of") !== id) return;
      if (refused) this.offer(refused, id);
      else this.replaceChildren(part(closed(id)));
    }
    // What could not be had may be asked for again. In the static page there is a way to it besides.
    offer(refused, id) {
      console.info(refused);
      if (this.closest(".still")) return;
      const again = document.createElement("button");
      again.className = "act";
      again.textContent = id.startsWith("en") ? "This view could not be loaded. Try again"
        : "読み込めなかった。もう一度読み込む";
      again.onclick = async () => {
        await this.attributeChangedCallback("of", null, this.getAttribute("of"));
        (again.isConnected ? again : this).focus();
      };
      this.tabIndex = -1;
      this.replaceChildren(again);
    }
  });

  // What the learner did is a program of its own, which comes when the app shows its part.
  customElements.define("learner-part", class extends HTMLElement {
    static observedAttributes = ["lang"];
    async attributeChangedCallback() {
      try {
        const learner = await openLearner();
        await learner.ready;
        learner.show(this);
      } catch (refused) {
        console.info(refused);
        // Below an answer nothing is missed.
        if (this.hasAttribute("entry")) return;
        this.textContent = this.lang === "en" ? "The rest of the record could not be loaded. Load the page anew."
          : "記録の続きを読み込めなかった。ページを読み直す。";
      }
    }
  });

  // Terms that the learner knows have a solid line, shaky ones a wavy one, new ones a dotted one, where that is wished; the
  // record says which. In texts a term has a dotted one anyhow.
  function mark() {
    try {
      const marks = localStorage.getItem("yomikurabe.marks") || "";
      const places = slug => `.term:is([data-term="${slug}"],[popovertarget="card/${slug}"]),li>[href="#term/${slug}"]`;
      const line = (places, style) => `${places}{text-decoration:underline ${style} var(--accent) .09em}`;
      const rule = (slugs, style) => slugs && line(`:is(${slugs.split(",").map(places)})`, style);
      const [known, shaky] = (marks || ";").split(";").map(slugs => slugs.replace(/[^\w,-]/g, ""));
      marked.replaceSync(marks && line("li>[href^='#term/']", "dotted") + rule(known, "solid") + rule(shaky, "wavy"));
      document.adoptedStyleSheets = [...document.adoptedStyleSheets.filter(sheet => sheet !== marked), marked];
    } catch (refused) {
      console.info(refused);
    }
  }
  const marked = self.CSSStyleSheet && new CSSStyleSheet();
  addEventListener("yomikurabe.marks", mark);
  mark();

  // The popups of a document's words, one after the other; in place of the choice of a quiz the sheet with all questions.
  function notes() {
    const words = Array.from(document.querySelectorAll(".text :is([popovertarget], [data-term])"));
    const seen = words.filter(word => word.offsetParent);
    const ids = new Set(seen.map(word => word.getAttribute("popovertarget") || "card/" + word.dataset.term));
    const list = document.createElement("aside");
    list.className = "printed";
    list.lang = "ja";
    if (ids.size) {
      const head = document.createElement("h2");
      head.textContent = document.querySelector(".bar a[href='#glossary']").textContent;
      list.append(head);
    }
    for (const id of ids) {
      const text = closed(id);
      if (text) list.append(part(text));
    }
    if (document.getElementById("start-quiz")) list.append(part(closed("quiz")));
    document.body.append(list);
  }

  addEventListener("beforeprint", notes);
  addEventListener("afterprint", () => document.querySelectorAll(".printed").forEach(list => list.remove()));

  if ("asked" in page.dataset) show();
  addEventListener("hashchange", show);
  addEventListener("click", look, true);
})(document.documentElement);
