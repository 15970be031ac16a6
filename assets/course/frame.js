// Stands in a course package: shows the page in a frame, at the place that `course.js` names, and hands what it tells to a keeper
// (`scorm.js`, `xapi.js`), which writes it where the course is kept. The protocol of the frame is in docs/embedding.md.
self.course = (function () {
  const settings = { view: "quiz/paper?seed=1", title: "よみくらべ", lang: "ja", theme: "system", ...self.COURSE };
  const japanese = settings.lang !== "en";
  // Of a paper the result counts; of any other view that it was opened.
  const isPaper = /^quiz\/paper(\?|$)/.test(settings.view);
  document.documentElement.lang = japanese ? "ja" : "en";
  document.title = settings.title;
  const frame = document.getElementById("page");
  frame.title = settings.title;

  // A line above the page; nothing takes it away.
  function say(ja, en) {
    const line = document.getElementById("said");
    line.textContent = japanese ? ja : en;
    line.hidden = !line.textContent;
  }

  // A learner may go on to other papers in the frame. Its first state tells which one is the course's: its number stands
  // behind the first point.
  let paper, isOurs = false;
  const hear = (keeper, told) => {
    if (!told || typeof told !== "object") return;
    const state = told.state || told.result && told.result.state;
    if (typeof state === "string") {
      const number = state.split(".")[1];
      paper = paper || number;
      isOurs = isPaper && number === paper;
      if (isOurs) keeper.state(state);
    }
    const { answer, result } = told;
    if (isOurs && answer && typeof answer.item === "string") keeper.answer(answer);
    if (isOurs && result && Number.isFinite(result.right) && Number.isFinite(result.of)) keeper.result(result);
  };

  // Shows the page; `state` is what the keeper kept of an earlier visit.
  function show(keeper, state) {
    frame.addEventListener("load", () => {
      const { port1, port2 } = new MessageChannel();
      port1.onmessage = event => hear(keeper, event.data);
      frame.contentWindow.postMessage({ yomikurabe: 1 }, "*", [port2]);
      if (isPaper && state) port1.postMessage({ state });
      if (!isPaper) keeper.opened();
    }, { once: true });
    const page = new URL("yomikurabe.html", location.href);
    page.search = new URLSearchParams({ embed: "", lang: settings.lang, theme: settings.theme });
    page.hash = settings.view;
    frame.src = page.href;
  }

  return { settings, say, show };
})();
