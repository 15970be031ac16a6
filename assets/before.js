// Stands in the page itself and runs before anything is drawn: what the reader has set, whether the address names a place,
// and that the line is shown which says what is off where the engine's files cannot be had.
(function (page) {
  try {
    for (const part of (localStorage.getItem("yomikurabe.settings") || "").split(" ")) {
      const [name, word] = part.split("=");
      if (/^(theme|furigana|face|lang)$/.test(name)) page.dataset[name] = word;
    }
  } catch (refused) {}
  // Also where the styles cannot be had.
  const say = () => document.querySelectorAll(".off").forEach(line => line.hidden = false);
  const missing = event => {
    if (event.target.localName === "script") addEventListener("load", say);
  };
  addEventListener("error", missing, true);
  if (location.hash.length > 1) page.dataset.asked = "";
})(document.documentElement);
