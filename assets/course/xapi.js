// Keeps the course in a learning record store by xAPI 1.0.3. Who launches the course gives store, learner and activity in the address:
// `?endpoint=…&auth=…&actor={…}&registration=…&activity_id=…` (Rustici's launch, which `tincan.xml` stands for). Source:
// <https://github.com/adlnet/xAPI-Spec>.
(function ({ settings, show, say }) {
  const VERBS = "http://adlnet.gov/expapi/verbs/", INTERACTION = "http://adlnet.gov/expapi/activities/cmi.interaction";
  const COURSE = "http://adlnet.gov/expapi/activities/course";
  // Between two tries to send, in milliseconds; it doubles up to the last.
  const TRY = [2000, 60000];
  const launch = launched();
  if (!launch) {
    say("記録先が渡されていないので、結果は記録されない。", "No record store was given: results are not recorded.");
    return show({ state() {}, answer() {}, result() {}, opened() {} }, "");
  }
  // What is not sent yet, and the paper as it stands, are kept in the browser; the access to the store is not.
  const place = JSON.stringify([launch.endpoint, launch.activity, launch.actor, launch.registration]);
  const queue = new Map();
  let database = null, isSending = false, isDue = false, wait = TRY[0], timer = 0;

  open().then(async found => {
    database = found;
    for (const { id, at, statement } of await all()) if (at === place) queue.set(id, statement);
    const kept = await read("state", place);
    send();
    show({ state, answer, result, opened }, kept && kept.text);
  });

  function launched() {
    const asked = new URLSearchParams(location.search);
    try {
      const endpoint = new URL(asked.get("endpoint").replace(/\/?$/, "/"));
      const actor = JSON.parse(asked.get("actor"));
      if (!/^https?:$/.test(endpoint.protocol) || !actor || typeof actor !== "object" || !asked.get("activity_id")) return null;
      // Some launchers put what a learner may have several of into lists.
      for (const name of ["name", "mbox", "account", "mbox_sha1sum", "openid"]) if (Array.isArray(actor[name])) actor[name] = actor[name][0];
      return { endpoint: endpoint.href, auth: asked.get("auth"), actor, registration: asked.get("registration"), activity: asked.get("activity_id") };
    } catch (nothing) {
      return null;
    }
  }

  function answer(told) {
    if (told.right === null) return;
    const lang = "ja";
    tell("answered", {
      id: launch.activity + (launch.activity.includes("#") ? "/" : "#") + encodeURIComponent(told.item),
      objectType: "Activity",
      definition: {
        type: INTERACTION, interactionType: "other", name: { [lang]: told.stem }, description: { [lang]: told.stem },
        correctResponsesPattern: [told.key],
      },
    }, { success: told.right, response: told.given, duration: span(told.milliseconds) }, true);
  }

  function result({ right, of, passed, seconds }) {
    const score = { scaled: of ? Math.round(10000 * right / of) / 10000 : 0, raw: right, min: 0, max: of };
    const whole = { completion: true, score: of ? score : undefined, duration: span(seconds * 1000) };
    if (typeof passed === "boolean") whole.success = passed;
    tell("completed", course(), whole);
    if (typeof passed === "boolean") tell(passed ? "passed" : "failed", course(), whole);
  }

  function opened() {
    tell("completed", course(), { completion: true });
  }

  function course() {
    return { id: launch.activity, objectType: "Activity", definition: { type: COURSE, name: { [settings.lang]: settings.title } } };
  }

  // A statement has its own id from the beginning, so that a store that gets it twice takes it once.
  function tell(verb, object, result, isPart) {
    const context = { platform: "よみくらべ", language: "ja" };
    if (launch.registration) context.registration = launch.registration;
    if (isPart) context.contextActivities = { parent: [{ id: launch.activity, objectType: "Activity" }] };
    const statement = {
      id: uuid(), actor: launch.actor, verb: { id: VERBS + verb, display: { en: verb } }, object, result, context,
      timestamp: new Date().toISOString(),
    };
    queue.set(statement.id, statement);
    write("queue", { id: statement.id, at: place, statement });
    send();
  }

  function state(text) {
    write("state", { id: place, text });
  }

  // One after the other, in their order. What the store takes, or has already, is done; what it refuses for good is left out
  // and said; else all is tried again.
  async function send() {
    if (isSending) return;
    isSending = true;
    clearTimeout(timer);
    for (const [id, statement] of queue) {
      const status = await put(id, statement);
      if (status >= 400 && status < 500 && ![401, 403, 408, 409, 429].includes(status)) {
        console.warn(status, statement);
        say("記録先が受けつけなかった結果がある。", "The record store has refused some results.");
      } else if (status === 0 || status >= 400 && status !== 409) {
        again(status);
        isSending = false;
        return;
      }
      queue.delete(id);
      drop(id);
    }
    isSending = false;
    if (isDue) say("", "");
    [isDue, wait] = [false, TRY[0]];
  }

  function again(status) {
    isDue = true;
    console.warn("not sent", status);
    say("記録先に届いていない結果がある。つながりしだい送る。", "Some results have not reached the record store; they will be sent again.");
    timer = setTimeout(send, wait);
    wait = Math.min(2 * wait, TRY[1]);
  }

  // The answer of the store; 0 where it cannot be reached.
  async function put(id, statement) {
    const headers = { "X-Experience-API-Version": "1.0.3", "Content-Type": "application/json" };
    if (launch.auth) headers.Authorization = launch.auth;
    try {
      const address = launch.endpoint + "statements?statementId=" + id;
      return (await fetch(address, { method: "PUT", headers, body: JSON.stringify(statement), keepalive: true, referrerPolicy: "no-referrer" })).status;
    } catch (away) {
      return 0;
    }
  }

  addEventListener("online", send);
  document.addEventListener("visibilitychange", () => isDue && send());

  // `crypto.randomUUID` is only where the address is https.
  function uuid() {
    const bytes = crypto.getRandomValues(new Uint8Array(16));
    bytes[6] = bytes[6] & 15 | 64;
    bytes[8] = bytes[8] & 63 | 128;
    const digits = [...bytes].map(byte => byte.toString(16).padStart(2, "0")).join("");
    return digits.replace(/^(.{8})(.{4})(.{4})(.{4})/, "$1-$2-$3-$4-");
  }

  function span(milliseconds) {
    return "PT" + Math.max(0, Math.round(milliseconds / 10)) / 100 + "S";
  }

  // The data base; nothing where the browser refuses one, and then what is not sent lasts as long as the page.
  function open() {
    return new Promise(done => {
      try {
        const request = indexedDB.open("yomikurabe.xapi", 1);
        request.onupgradeneeded = () => ["queue", "state"].forEach(name => request.result.createObjectStore(name, { keyPath: "id" }));
        request.onsuccess = () => done(request.result);
        request.onerror = request.onblocked = () => done(null);
      } catch (refused) {
        done(null);
      }
    });
  }

  function ask(mode, name, act) {
    return new Promise(done => {
      if (!database) return done(undefined);
      const request = act(database.transaction(name, mode).objectStore(name));
      request.onsuccess = () => done(request.result);
      request.onerror = () => done(undefined);
    });
  }

  function write(name, record) {
    return ask("readwrite", name, store => store.put(record));
  }

  function drop(id) {
    return ask("readwrite", "queue", store => store.delete(id));
  }

  function read(name, key) {
    return ask("readonly", name, store => store.get(key));
  }

  // In the order in which they were made.
  async function all() {
    const found = await ask("readonly", "queue", store => store.getAll()) || [];
    return found.sort((one, other) => one.statement.timestamp < other.statement.timestamp ? -1 : 1);
  }
})(self.course);
