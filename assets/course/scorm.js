// Keeps the course in a course system by SCORM 1.2 or SCORM 2004. Sources: ADL, SCORM 1.2 Run-Time Environment (2001); SCORM 2004 4th
// Edition Run-Time Environment (2009).
(function ({ show, say }) {
  const is12 = document.currentScript.dataset.version === "1.2";
  // Windows upwards that are asked for the interface, as the standard's own example has it.
  const WINDOWS = 500;
  // What SCORM 1.2 lets a course keep; SCORM 2004 lets it keep 64,000.
  const KEPT = 4096;
  // Rounds of waiting, of a tenth of a second each, for a system that answers across origins and so not at once.
  const ROUNDS = 30;
  // Between two tries to hand over, in milliseconds; it doubles up to the last.
  const TRY = [2000, 60000];
  // What comes within this, in milliseconds, is handed over together: a test tells all its answers at once.
  const TOGETHER = 100;

  const api = find();
  if (!api) {
    say("学習管理システムが見つからないので、結果は記録されない。", "No course system was found: results are not recorded.");
    return show({ state() {}, answer() {}, result() {}, opened() {} }, "");
  }
  const call = (name, ...values) => {
    try {
      return String(api[(is12 ? "LMS" : "") + name](...values));
    } catch (refused) {
      console.warn(name, refused);
      return "";
    }
  };
  const element = name => "cmi." + (is12 ? { completion_status: "core.lesson_status", session_time: "core.session_time", exit: "core.exit",
    mode: "core.lesson_mode", "score.raw": "core.score.raw", "score.min": "core.score.min", "score.max": "core.score.max" }[name] || name : name);
  const get = name => call("GetValue", element(name));
  const refused = new Set();
  const set = (name, value) => {
    if (call("SetValue", element(name), String(value)) === "true" || refused.has(name)) return;
    refused.add(name);
    console.warn(name, call("GetLastError"), call("GetDiagnostic", ""));
  };

  function find() {
    const name = is12 ? "API" : "API_1484_11";
    const upwards = from => {
      for (let one = from, left = WINDOWS; one && left > 0; left -= 1) {
        try {
          if (one[name]) return one[name];
        } catch (elsewhere) {
          // A window of another origin; there may be one of ours above it.
        }
        if (one === one.parent) return null;
        one = one.parent;
      }
      return null;
    };
    try {
      return upwards(self) || upwards(top.opener) || upwards(self.opener);
    } catch (elsewhere) {
      return upwards(self.opener);
    }
  }

  const began = Date.now();
  // What is kept: the paper as it stands, the best result of it, and whether it was passed.
  let kept = { state: "", best: null, passed: null, done: false };
  let isOpen = false, isCounted = true, isDue = false, wait = TRY[0], timer = 0;
  // The place of each question among the interactions, and the first that is free.
  const places = new Map();
  let free = 0;

  begin();

  function begin() {
    const said = call("Initialize", "");
    if (said !== "true" && !["101", "103"].includes(call("GetLastError"))) {
      say("学習管理システムが答えないので、結果は記録されない。", "The course system does not answer: results are not recorded.");
      return show({ state() {}, answer() {}, result() {}, opened() {} }, "");
    }
    warm(ROUNDS);
  }

  // The status is never empty; as soon as it has come, what was asked before it has come too.
  function warm(left) {
    const line = get("suspend_data"), mode = get("mode"), count = get("interactions._count"), status = get("completion_status");
    if (!status && left > 0) return setTimeout(() => warm(left - 1), 100);
    isOpen = true;
    free = /^\d{1,6}$/.test(count) ? Number(count) : 0;
    isCounted = mode !== "review" && mode !== "browse";
    read(line);
    if (isCounted && /^(|not attempted|unknown)$/.test(status)) set("completion_status", "incomplete");
    if (isCounted) set("exit", "suspend");
    hand();
    show({ state, answer, result, opened }, kept.state);
  }

  function read(line) {
    try {
      const { state, best, passed, done } = JSON.parse(line);
      if (typeof state === "string" && /^[\x20-\x7e]*$/.test(state)) kept.state = state;
      if (Number.isFinite(best)) kept.best = best;
      if (typeof passed === "boolean") kept.passed = passed;
      kept.done = done === true;
    } catch (nothing) {
      // A first visit, or what another course left.
    }
  }

  function keep() {
    if (!isCounted) return;
    const line = JSON.stringify(kept);
    set("suspend_data", line.length <= KEPT ? line : JSON.stringify({ ...kept, state: "" }));
    soon();
  }

  function soon() {
    clearTimeout(timer);
    timer = setTimeout(hand, TOGETHER);
  }

  function state(text) {
    kept.state = text;
    keep();
  }

  function opened() {
    kept.done = true;
    status();
    keep();
  }

  // An answer goes to the place that its question has already; a new one to the next that is free.
  function answer(told) {
    if (!isCounted || told.right === null) return;
    const id = String(told.item);
    if (!places.has(id)) places.set(id, free++);
    const at = "interactions." + places.get(id) + ".", short = text => cut(text, is12 ? 255 : 4000);
    set(at + "id", id);
    set(at + "type", is12 ? "fill-in" : "other");
    if (is12) set(at + "time", clock(new Date()));
    else {
      set(at + "timestamp", day(new Date()) + "T" + clock(new Date()));
      set(at + "description", cut(told.stem, 250));
    }
    set(at + "correct_responses.0.pattern", short(told.key));
    set(at + (is12 ? "student_response" : "learner_response"), short(told.given));
    set(at + "result", told.right ? "correct" : is12 ? "wrong" : "incorrect");
    set(at + "latency", span(told.milliseconds));
    soon();
  }

  // The best run counts, and who has passed stays so.
  function result({ right, of, passed }) {
    const share = of ? Math.round(10000 * right / of) / 100 : 0;
    kept.best = Math.max(kept.best || 0, share);
    if (typeof passed === "boolean") kept.passed = kept.passed || passed;
    kept.done = true;
    status();
    keep();
  }

  function status() {
    if (!isCounted) return;
    if (kept.best !== null) {
      if (!is12) set("score.scaled", Math.round(kept.best * 100) / 10000);
      for (const [name, value] of [["min", 0], ["max", 100], ["raw", kept.best]]) set("score." + name, value);
    }
    const success = kept.passed === null ? "" : kept.passed ? "passed" : "failed";
    set("completion_status", is12 && success ? success : "completed");
    if (!is12 && success) set("success_status", success);
  }

  // Hands everything over; as long as that fails, it is tried again.
  function hand() {
    if (!isOpen || !isCounted) return;
    set("session_time", span(Date.now() - began));
    clearTimeout(timer);
    const is = call("Commit", "") === "true";
    if (is && isDue) say("", "");
    if (!is) {
      say("学習管理システムに届いていない結果がある。つながりしだい送る。", "Some results have not reached the course system; they will be sent again.");
      timer = setTimeout(hand, wait);
    }
    wait = is ? TRY[0] : Math.min(2 * wait, TRY[1]);
    isDue = !is;
  }

  addEventListener("online", () => isDue && hand());
  document.addEventListener("visibilitychange", () => document.visibilityState === "hidden" && hand());
  addEventListener("pagehide", () => {
    if (!isOpen) return;
    hand();
    isOpen = false;
    clearTimeout(timer);
    call(is12 ? "Finish" : "Terminate", "");
  });
  // Out of the browser's memory: the session has ended, another one begins.
  addEventListener("pageshow", event => event.persisted && location.reload());

  // Cuts after so many UTF-16 units, never within a letter.
  function cut(text, most) {
    const whole = String(text);
    return whole.length <= most ? whole : whole.slice(0, most).replace(/[\ud800-\udbff]$/, "");
  }

  // The local day: a zone is not taken everywhere.
  function day(time) {
    return [time.getFullYear(), time.getMonth() + 1, time.getDate()].map(number => String(number).padStart(2, "0")).join("-");
  }

  function clock(time) {
    return time.toTimeString().slice(0, 8);
  }

  // 0001:02:03.45, or PT3723.45S.
  function span(milliseconds) {
    const hundredths = Math.max(0, Math.round(milliseconds / 10)), seconds = hundredths / 100;
    if (!is12) return "PT" + seconds + "S";
    const two = number => String(number).padStart(2, "0");
    const whole = Math.floor(seconds);
    const hours = String(Math.min(9999, Math.floor(whole / 3600))).padStart(4, "0");
    return hours + ":" + two(Math.floor(whole / 60) % 60) + ":" + two(whole % 60) + "." + two(hundredths % 100);
  }
})(self.course);
