// Gives tables and files out of it, and where a browser or a frame refuses, the text to copy.
self.give = {
  // A table for a document and for a spreadsheet; whether it is on the clipboard.
  async table(html, text) {
    const kinds = { "text/html": html, "text/plain": text };
    const blobs = Object.entries(kinds).map(([kind, text]) => [kind, new Blob([text], { type: kind })]);
    try {
      await navigator.clipboard.write([new ClipboardItem(Object.fromEntries(blobs))]);
      return true;
    } catch (refused) {
      console.info(refused);
    }
    // The older way asks for no permission.
    let copied = false;
    const put = event => {
      for (const [kind, text] of Object.entries(kinds)) event.clipboardData.setData(kind, text);
      event.preventDefault();
      copied = true;
    };
    addEventListener("copy", put, true);
    document.execCommand("copy");
    removeEventListener("copy", put, true);
    if (!copied) give.text(text);
    return copied;
  },

  // The questions of a paper with their key, drawn by the module for host pages.
  async paper(options) {
    const kit = await (await import("./yomikurabe.js")).open();
    return kit.sheet(JSON.parse(options));
  },

  // To whom it may concern, in the form of docs/embedding.md: `framed.js` passes it on to the page around ours.
  tell(message) {
    document.dispatchEvent(new CustomEvent("yomi-tell", { detail: message }));
  },
  answer(item, kind, right = null, given, key = null, stem, milliseconds, number, of) {
    give.tell({ answer: { item, kind, right, given, key, stem, milliseconds, number, of } });
  },
  result(right, of, pass = null, passed = null, seconds, state) {
    give.tell({ result: { right, of, pass, passed, seconds, state } });
  },
  state(state) {
    give.tell({ state });
  },

  // A file. A frame without an origin may forbid it, and does not say so: there the text is shown besides.
  file(name, kind, text) {
    const link = document.createElement("a");
    link.href = URL.createObjectURL(new Blob([text], { type: kind }));
    link.download = name;
    link.click();
    setTimeout(() => URL.revokeObjectURL(link.href), 10000);
    if (self !== top && origin === "null") give.text(text);
  },

  // The text in a field, chosen, until the reader closes it.
  text(text) {
    const japanese = document.documentElement.lang === "ja";
    const make = (name, values) => Object.assign(document.createElement(name), values);
    const dialog = make("dialog", { className: "giving" });
    const field = make("textarea", { value: text, readOnly: true });
    const label = make("label", { textContent: japanese ? "選んで写す(Ctrl+C)" : "Select and copy (Ctrl+C)" });
    const close = make("button", { className: "act", textContent: japanese ? "閉じる" : "Close", onclick: () => dialog.close() });
    label.append(field);
    dialog.append(label, close);
    dialog.addEventListener("close", () => dialog.remove());
    document.body.append(dialog);
    dialog.showModal();
    field.select();
  },
};
