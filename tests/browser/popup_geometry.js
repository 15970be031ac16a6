// Opens the popup of every term in the text and measures where it stands. The body of an asynchronous function.
const frame = () => new Promise(resolve => requestAnimationFrame(resolve));
const until = async holds => {
  for (let frames = 0; !holds(); frames += 1) {
    if (frames > 300) throw new Error(`300 frames and still not ${holds}`);
    await frame();
  }
};
const card = document.getElementById("card");
const words = [...document.querySelectorAll(".text p[data-p] .term")].map(word => word.id);
const faults = [], times = [];
let popups = 0, late = 0;

for (const [at, id] of words.entries()) {
  const word = document.getElementById(id);
  const place = ["start", "center", "end"][at % 3];
  word.scrollIntoView({ block: place, inline: "nearest", behavior: "instant" });
  await frame();
  const scrolled = scrollY;
  const began = performance.now();
  word.click();
  await frame();
  const openAtOnce = card.matches(":popover-open:not([data-unseen])");
  await frame();
  times.push(performance.now() - began);
  if (!openAtOnce) late += 1;
  await until(() => card.matches(":popover-open:not([data-unseen])"));
  popups += 1;
  const name = `${word.textContent} (${id}, at the ${place})`;
  if (scrollY !== scrolled) faults.push(`${name}: opening moves the page by ${scrollY - scrolled}`);
  const box = card.getBoundingClientRect();
  if (box.width < 120 || box.height < 60) faults.push(`${name}: no more than ${box.width} × ${box.height}`);
  if (box.left < 0 || box.top < 0 || box.right > innerWidth + 0.5 || box.bottom > innerHeight + 0.5) {
    faults.push(`${name}: out of the window: ${JSON.stringify(box)}`);
  }
  if (card.scrollWidth > card.clientWidth) faults.push(`${name}: scrolls sideways, ${card.scrollWidth} in ${card.clientWidth}`);
  const shown = document.getElementById(id);
  for (const line of [shown, ...shown.querySelectorAll("rt")].flatMap(part => [...part.getClientRects()])) {
    const apart = box.right <= line.left + 1 || box.left >= line.right - 1 || box.bottom <= line.top + 1 || box.top >= line.bottom - 1;
    if (!apart) faults.push(`${name}: covers its word: ${JSON.stringify(box)} over ${JSON.stringify(line)}`);
  }
  document.getElementById(id).dispatchEvent(new KeyboardEvent("keydown", { key: "Escape", bubbles: true }));
  await until(() => !card.matches(":popover-open:not([data-unseen])"));
}
times.sort((a, b) => a - b);
return { popups, late, faults, median: times[times.length >> 1], worst: times.at(-1) };
