// Stands in the page itself after its content: shows the place that the address names before the whole page is there, also
// where the address says more than an id, such as `issue/peace/time` or `doc/letter/p3?at=0-6`.
(function (page) {
  if (!("asked" in page.dataset) || document.querySelector(".still :target")) return;
  const parts = location.hash.slice(1).split("?")[0].split("/");
  let place;
  while (parts.length && !place) {
    place = document.querySelector('.still [id="' + CSS.escape(parts.join("/")) + '"]');
    parts.pop();
  }
  place = place || document.getElementById("start");
  place.dataset.here = "";
  place.scrollIntoView();
})(document.documentElement);
