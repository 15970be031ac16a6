// Stands in the page itself and runs before anything is drawn: what the reader has set, and whether the address names a
// place.
(function (page) {
  try {
    for (const part of (localStorage.getItem("yomikurabe.settings") || "").split(" ")) {
      const [name, word] = part.split("=");
      if (/^(theme|furigana|face)$/.test(name)) page.dataset[name] = word;
    }
  } catch (refused) {}
  if (location.hash.length > 1) page.dataset.asked = "";
})(document.documentElement);
