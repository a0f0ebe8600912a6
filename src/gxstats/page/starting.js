// --- what happens when --------------------------------------------------------------------------

function fillAll() {
  const { values, changes } = totalsFilled(OWN, valuesEntered());
  if (!changes.length) {
    notice(say("totalsNone"));
    return;
  }
  undoably(() => {
    for (const { cell } of changes) {
      const place = OWN.index.get(cell);
      put(FIELDS[place], String(values[place]));
    }
  });
  const items = changes.map(({ cell, from, to }) => {
    const link = cellLink(OWN.index.get(cell));
    return [link, `　${from ?? say("blank")} → ${to}`];
  });
  notice(say("totalsFilled", { count: changes.length }), items);
}

function switchLanguage() {
  language = DATA.languages.find((one) => one !== language);
  byId("notice").replaceChildren();
  byId("state").textContent = "";
  showWords();
  show();
}

/** Put the report of a document into the page; throws InvalidDocument, RangeError for another form. */
function enter(document) {
  const { document: plainly, form } = required(document);
  if (form !== OWN) throw new RangeError(`the report is on the form ${form.id}, not ${OWN.id}`);
  undoably(() => load(plainly));
}

const ACTS = {
  open: () => byId("file").click(),
  save,
  totals: fillAll,
  undo,
  print: () => print(),
  clear: () => {
    if (isEmpty() || !confirm(say("clearing"))) return;
    undoably(clearAll);
    settled();
    notice(say("cleared"));
  },
  language: switchLanguage,
};
for (const [name, act] of Object.entries(ACTS)) byId(`do-${name}`).addEventListener("click", act);

byId("file").addEventListener("change", async ({ target }) => {
  const [file] = target.files;
  target.value = ""; // so that the same file can be opened again
  if (file) await openFile(file);
});

for (const table of document.querySelectorAll("table.form")) {
  table.addEventListener("input", ({ target }) => {
    take(fieldOf(target));
    changed();
  });
  // What fills in a field by itself may tell of it only here.
  table.addEventListener("change", ({ target }) => {
    const field = fieldOf(target);
    const { value, fault } = field;
    take(field);
    tidy(field);
    if (field.value !== value || field.fault !== fault) changed();
  });
  table.addEventListener("keydown", moved);
  table.addEventListener("paste", pasted);
  table.addEventListener("focusin", ({ target }) => {
    target.select?.();
    showHere();
  });
  table.addEventListener("focusout", () => byId("here").replaceChildren());
}
for (const one of [...FACTS.map((name) => byId(`fact-${name}`)), ...SECTIONS]) {
  one.addEventListener("input", changed);
}
for (const name of ["year", "code", "division"]) {
  byId(`fact-${name}`).addEventListener("change", ({ target }) => {
    const tidied = target.value.normalize("NFKC").trim().toUpperCase();
    if (tidied === target.value) return;
    target.value = tidied;
    changed();
  });
}

addEventListener("dragover", (event) => {
  if (event.dataTransfer.types.includes("Files")) event.preventDefault();
});
addEventListener("drop", async (event) => {
  const [file] = event.dataTransfer.files;
  if (!file) return; // a text, for the field that it is dropped on
  event.preventDefault();
  await openFile(file);
});
addEventListener("keydown", (event) => {
  if ((event.ctrlKey || event.metaKey) && event.key.toLowerCase() === "s") {
    event.preventDefault();
    save();
  }
});
addEventListener("beforeunload", (event) => {
  if (unsaved && !isEmpty()) event.preventDefault();
});

// What a browser has put back by itself would stand there without having been taken.
clearAll();
showWords();
restoreKept();
show();
// For programs that drive the page, and for its tests.
globalThis.gxstats = Object.freeze({ read, write, check, diagnose, validate, entered, enter });
