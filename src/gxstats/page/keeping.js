// --- keeping what is entered, in case the page is closed ----------------------------------------

const KEPT = `gxstats.page.${OWN.id}`;
let keeping = true;

function storage(act) {
  if (!keeping) return null;
  try {
    return act(localStorage);
  } catch (error) {
    // A browser may have no room, or no storage for a page that is a file.
    if (!(error instanceof DOMException)) throw error;
    keeping = false;
    notice(say("noAutosave"), [], "staying");
    return null;
  }
}

function keep() {
  storage((store) => {
    if (isEmpty()) store.removeItem(KEPT);
    else store.setItem(KEPT, JSON.stringify({ time: Date.now(), ...snapshot() }));
  });
}

/** What is entered is that of a file: there is nothing left to lose. */
function settled() {
  unsaved = false;
  storage((store) => store.removeItem(KEPT));
}

function kept() {
  const text = storage((store) => store.getItem(KEPT));
  if (text === null) return null;
  try {
    const found = JSON.parse(text);
    const whole =
      found.cells.length === FIELDS.length &&
      found.cells.every(([value]) => typeof value === "string") &&
      found.facts.length === FACTS.length &&
      found.sections.length === SECTIONS.length;
    return whole ? found : null;
  } catch (error) {
    // Kept by another version of the page, or by something else.
    if (error instanceof SyntaxError || error instanceof TypeError) return null;
    throw error;
  }
}

function restoreKept() {
  const found = kept();
  if (found === null) return;
  restore(found);
  unsaved = true;
  const time = new Date(found.time).toLocaleString(PAGE.tags[language]);
  const discard = made("button", say("discardButton"), {
    type: "button",
    click: () => {
      undoably(clearAll);
      settled();
      byId("notice").replaceChildren();
    },
  });
  notice(say("restored", { time }), [], "staying", [discard]);
}
