// Stands in the page itself after its content: opens the part of the static page that the address names, before the whole
// page is there, and any other that is asked for while the engine does not run. Also where the address says more than an
// id, such as `issue/peace/time` or `doc/letter/p3?at=0-6`.
(function (page) {
  const same = { createHTML: html => html };
  const policy = self.trustedTypes ? trustedTypes.createPolicy("still", same) : same;

  // The element of that id, out of the text that keeps it closed.
  function open(id) {
    const holds = closed => closed.textContent.includes(' id="' + id + '"');
    const closed = id && Array.from(document.querySelectorAll("#app noscript")).find(holds);
    if (closed) {
      const part = document.createElement("template");
      part.innerHTML = policy.createHTML(closed.textContent);
      closed.replaceWith(part.content);
    }
    const place = document.getElementById(id);
    return place && place.closest(".still > *, aside") && place;
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
    place = place || document.getElementById("start");
    if (place.matches(":target")) return;
    place.dataset.here = "";
    place.scrollIntoView();
  }

  // Before the browser looks for the popup of the word.
  function look(event) {
    const word = event.target.closest(".still [popovertarget], aside [popovertarget]");
    if (word) open(word.getAttribute("popovertarget"));
  }

  if ("asked" in page.dataset) show();
  addEventListener("hashchange", show);
  addEventListener("click", look, true);
})(document.documentElement);
