// Starts the engine over the static page when somebody is there to use it, and keeps what the reader sees where it is. Where
// the engine does not run the static page stays and says so. Why it is so: docs/adr/0029-the-engine-when-it-is-needed.md.
const app = document.getElementById("app");

// Puts a text into the page that nobody sees: data by their id, parts of the static page without one.
function put(text, id) {
  const kept = document.createElement(id ? "data" : "noscript");
  kept.textContent = text;
  if (id) {
    kept.id = id;
    kept.hidden = true;
    // Without one it is no HTML.
    kept.value = "";
  }
  document.body.append(kept);
  return kept;
}

// Whether the static page is not all that this reader came for: another page waits for this one, the address names what is not
// in it, there are settings of an earlier visit. Where nothing can be started or kept that is said at once, too.
function isWanted() {
  const asked = location.hash.slice(1);
  try {
    // The smallest module there is.
    new WebAssembly.Module(Uint8Array.of(0, 97, 115, 109, 1, 0, 0, 0));
    return self !== top || /^(quiz|record|search)$/.test(asked) || asked && !document.getElementById(asked)
      || localStorage.getItem("yomikurabe.settings");
  } catch (refused) {
    return true;
  }
}

// Until a reader does something, or has had the page for five seconds. The files come meanwhile, after all that is seen.
function reader() {
  return new Promise(done => {
    let waits = true;
    const come = event => {
      // Some browsers would look for it in the page.
      if (waits && event.key === "/") event.preventDefault();
      waits = false;
      done(event);
    };
    for (const sign of ["pointermove", "pointerdown", "wheel", "click", "keydown", "focusin", "hashchange"])
      addEventListener(sign, come, { capture: true, once: true });
    addEventListener("load", () => {
      if (waits) ahead();
      setTimeout(come, 5000, {});
    });
  });
}

// Whether a finger, a button of the mouse or a key is down, and when something of the kind, or a scroll, was heard last.
let isDown = false, last = 0;
const hear = (down, names) => names.forEach(name => addEventListener(name, () => {
  isDown = down ?? isDown;
  last = performance.now();
}, { capture: true, passive: true }));
hear(true, ["pointerdown", "keydown"]);
hear(false, ["pointerup", "touchend", "keyup"]);
hear(null, ["touchmove", "scroll"]);

// Whether a press or a scroll is under way. One whose end is never told does not hold up the engine for long.
function isBusy() {
  return performance.now() - last < (isDown ? 2000 : 100);
}

// What will stand for a link or a word: it is seen, too, leads to the same address or to none, and has the same number.
function alike(focused) {
  const href = focused.getAttribute("href");
  const is = one => one.getAttribute("href") === href && one.getClientRects().length;
  const all = () => Array.from(app.querySelectorAll("a,.term")).filter(is);
  const at = all().indexOf(focused);
  return () => all()[at];
}

// Remembers the first place that the reader sees and what has the focus; gives what puts both back.
function hold() {
  const named = app.querySelectorAll("[id]");
  const top = place => place.getBoundingClientRect().top;
  const seen = scrollY > 0 && Array.from(named).find(place => place.offsetHeight > 0 && top(place) >= 0);
  const asked = app.querySelector(":target,[data-here]");
  const active = document.activeElement;
  const focused = active.closest("#app [id]") || seen && asked;
  const same = app.contains(active) && alike(active);
  const before = seen && top(seen), y = scrollY;
  // The engine then does not go to the place that the address names.
  if (seen) document.documentElement.id = "held";
  return () => {
    const again = place => place && document.getElementById(place.id);
    const now = again(seen), focus = same && same() || again(focused);
    if (seen) scrollTo(0, now ? scrollY + top(now) - before : y);
    if (focus) focus.focus({ preventScroll: true });
    document.documentElement.removeAttribute("id");
  };
}

// A popup that is open stays until the reader closes it, and nothing is taken away under a finger.
async function idle() {
  for (;;) {
    const card = "popover" in app && app.querySelector(":popover-open");
    if (card) await new Promise(done => card.addEventListener("toggle", done, { once: true }));
    else if (isBusy()) await new Promise(done => setTimeout(done, 50));
    else return;
  }
}

// Text that nobody has opened stays in the page: on paper its terms become notes, and some of it the app shows.
function keep() {
  const kept = document.createElement("div");
  kept.hidden = true;
  kept.append(...app.querySelectorAll("noscript"));
  document.body.append(kept);
}

try {
  const sign = !isWanted() && await reader();
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
  // A key that only the app hears.
  if (sign.key) document.dispatchEvent(new KeyboardEvent("keydown", sign));
} catch (refused) {
  console.info(refused);
  for (const line of app.querySelectorAll(".off")) {
    // What is damaged is said in words.
    if (typeof refused === "string") line.textContent = refused;
    line.hidden = false;
  }
}
