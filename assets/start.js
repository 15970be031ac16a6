// Starts the engine over the static page, and keeps what the reader sees where it is. Where the engine does not run the
// static page stays and says so.
const app = document.getElementById("app");

// Remembers the first place that the reader sees and what has the focus; gives what puts both back.
function hold() {
  const named = app.querySelectorAll("[id]");
  const top = place => place.getBoundingClientRect().top;
  const seen = scrollY > 0 && Array.from(named).find(place => place.offsetHeight > 0 && top(place) >= 0);
  const asked = app.querySelector(":target,[data-here]");
  const focused = document.activeElement.closest("#app [id]") || seen && asked;
  const before = seen && top(seen), y = scrollY;
  // The engine then does not go to the place that the address names.
  if (seen) document.documentElement.id = "held";
  return () => {
    const again = place => place && document.getElementById(place.id);
    const now = again(seen), focus = again(focused);
    if (seen) scrollTo(0, now ? scrollY + top(now) - before : y);
    if (focus) focus.focus({ preventScroll: true });
    document.documentElement.removeAttribute("id");
  };
}

// A popup that is open stays until the reader closes it.
async function idle() {
  const card = "popover" in app && app.querySelector(":popover-open");
  if (card) await new Promise(done => card.addEventListener("toggle", done, { once: true }));
}

// Text that nobody has opened stays in the page: on paper its terms become notes, and some of it the app shows.
function keep() {
  const kept = document.createElement("div");
  kept.hidden = true;
  kept.append(...app.querySelectorAll("noscript"));
  document.body.append(kept);
}

try {
  const [glue, module] = await engine();
  await glue.default({ module_or_path: module });
  // The page answers between two steps.
  do await new Promise(done => setTimeout(done));
  while (glue.prepare());
  await idle();
  const restore = hold();
  keep();
  glue.draw();
  await null; // what was drawn comes into the page before this goes on
  restore();
} catch (refused) {
  console.info(refused);
  for (const line of app.querySelectorAll(".off")) {
    // What is damaged is said in words.
    if (typeof refused === "string") line.textContent = refused;
    line.hidden = false;
  }
}
