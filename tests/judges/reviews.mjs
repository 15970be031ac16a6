// Anki's own optimiser reads the review log that the page gives out, and fits weights to it.
import { spawnSync } from "node:child_process";
import path from "node:path";

/** How many reviews it took, and what was found. */
export function reviews(python, root) {
  const [judge, log] = [path.join(import.meta.dirname, "reviews.py"), path.join(root, "tests/logs/reviews.csv")];
  const fitted = spawnSync(python, [judge, log], { encoding: "utf8" });
  if (fitted.status !== 0) throw new Error(`the review log: ${fitted.error?.message ?? fitted.stderr}`);
  const { taken, weights, found } = JSON.parse(fitted.stdout);
  console.log(`weights fitted to the review log: ${weights.map(weight => weight.toFixed(3)).join(" ")}`);
  return { compared: taken, found: taken < 1000 ? [...found, `only ${taken} were taken`] : found };
}
