// --- what is entered ----------------------------------------------------------------------------

/** The fields of the form, in its order, each with what is entered in it. */
const FIELDS = OWN.cells.map((cell, place) => {
  const input = byId(`cell-${place}`);
  return { ...cell, place, input, box: input.parentElement, value: null, fault: null, remark: null };
});
const FACTS = ["name", "year", "code", "division", "scope"];
const SECTIONS = [...document.querySelectorAll("textarea[data-section]")];
/** What a field was given from a document, where it shows it otherwise: a line break, an empty text. */
const GIVEN = new WeakMap();
const UNDO = [];
const MOST_UNDONE = 50;
let unsaved = false;
let remarked = []; // the cells with remarks, in the order of the document

/** Take what stands in a field for its value; what is no number is kept, and is said to be none. */
function take(field) {
  const { value, fault, remark } = figure(field.input.value, field.kind);
  field.value = value;
  field.fault = fault;
  // A number that is only written with separators or wide digits needs no remark.
  field.remark = remark !== null && value !== null && bare(remark) === String(value) ? null : remark;
}

function bare(printed) {
  return printed.normalize("NFKC").replace(/[,\s]/g, "").replace(/^[−－]/, "-").replace(/^\+/, "");
}

/** Write a number as the form has it, once one has left the field. */
function tidy(field) {
  if (field.value !== null && field.remark === null) field.input.value = String(field.value);
}

function put(field, text) {
  field.input.value = text;
  take(field);
  tidy(field);
}

/** Put in a value together with what was printed; a remark that says otherwise stays beside it. */
function putValue(field, value, remark) {
  put(field, remark ?? (value === null ? "" : String(value)));
  if (remark === null) return;
  const told = field.fault === null && String(field.value) === String(value);
  if (!told) put(field, value === null ? "" : String(value));
  field.remark = remark;
}

function valuesEntered() {
  return FIELDS.map((field) => field.value);
}

function give(element, text) {
  element.value = text ?? "";
  GIVEN.set(element, { text, shown: element.value });
}

/** The text of a field; what it was given, if nobody has changed it since. */
function textIn(element) {
  const given = GIVEN.get(element);
  if (given && given.shown === element.value) return given.text;
  return element.value.trim() === "" ? null : element.value;
}

function factOf(name) {
  const text = textIn(byId(`fact-${name}`));
  return name === "name" ? text : (text?.trim() ?? null);
}

/** The document of what is entered; it may be none that is valid. */
function entered() {
  const year = factOf("year");
  return {
    edition: OWN.edition,
    year: year !== null && /^[0-9]{1,4}$/.test(year) ? Number(year) : year,
    organ: Object.fromEntries(DATA.organ.keys.map((key) => [key, factOf(key)])),
    ...tablesOf(OWN, valuesEntered()),
    narrative: Object.fromEntries(SECTIONS.map((one) => [one.dataset.section, textIn(one)])),
    remarks: remarksEntered(),
  };
}

/** The remarks: those of the document first, in its order. */
function remarksEntered() {
  const order = ({ address }) => (remarked.includes(address) ? remarked.indexOf(address) : remarked.length);
  return FIELDS.filter(({ remark }) => remark !== null)
    .sort((one, other) => order(one) - order(other) || one.place - other.place)
    .map(({ address, remark }) => ({ cell: address, printed: remark }));
}

/** Everything that stands in the page, as it stands there. */
function snapshot() {
  return {
    cells: FIELDS.map(({ input, remark }) => [input.value, remark]),
    facts: FACTS.map((name) => byId(`fact-${name}`).value),
    sections: SECTIONS.map((one) => one.value),
  };
}

function restore({ cells, facts, sections }) {
  FIELDS.forEach((field, place) => {
    const [text, remark] = cells[place];
    field.input.value = text;
    take(field);
    field.remark = remark;
  });
  FACTS.forEach((name, place) => (byId(`fact-${name}`).value = facts[place]));
  SECTIONS.forEach((one, place) => (one.value = sections[place]));
}

/** Do something that can be taken back. */
function undoably(act) {
  UNDO.push(snapshot());
  if (UNDO.length > MOST_UNDONE) UNDO.shift();
  act();
  changed();
}

function undo() {
  if (!UNDO.length) return;
  restore(UNDO.pop());
  changed();
  notice(say("undone"));
}

function isEmpty() {
  const { cells, facts, sections } = snapshot();
  return [...cells.flat(), ...facts, ...sections].every((one) => !one);
}

function clearAll() {
  restore({
    cells: FIELDS.map(() => ["", null]),
    facts: FACTS.map(() => ""),
    sections: SECTIONS.map(() => ""),
  });
}

/** Put the report of a document into the page; it is on this form. */
function load({ year, organ, narrative, remarks, ...tables }) {
  const printed = new Map(remarks.map((one) => [one.cell, one.printed]));
  const values = valuesOf(OWN, tables);
  FIELDS.forEach((field, place) => {
    putValue(field, values[place], printed.get(field.address) ?? null);
  });
  remarked = remarks.map((one) => one.cell);
  for (const name of FACTS) {
    const fact = name === "year" ? year : organ[name];
    give(byId(`fact-${name}`), fact === null ? null : String(fact));
  }
  for (const one of SECTIONS) give(one, narrative[one.dataset.section]);
}
