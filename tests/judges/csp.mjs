// The checker of content security policies, over the policy of each page that is built.
import fs from "node:fs";
import path from "node:path";
import { CspEvaluator } from "csp_evaluator/dist/evaluator.js";
import { Severity } from "csp_evaluator/dist/finding.js";
import { CspParser } from "csp_evaluator/dist/parser.js";

/** The findings that are high or medium, with the name of the page. */
export function csp(dist) {
  return ["index.html", "views.html", "yomikurabe.html", "downloads/index.html"].flatMap(name => {
    const text = fs.readFileSync(path.join(dist, name), "utf8");
    const policy = text.match(/<meta http-equiv="?Content-Security-Policy"? content="([^"]*)"/i)?.[1];
    if (!policy) return [`${name}: no policy`];
    const findings = new CspEvaluator(new CspParser(policy).csp).evaluate();
    const grave = findings.filter(({ severity }) => severity <= Severity.MEDIUM);
    return grave.map(({ directive, value, description, severity }) => `${name}: ${directive} ${value ?? ""} (${severity}): ${description}`);
  });
}
