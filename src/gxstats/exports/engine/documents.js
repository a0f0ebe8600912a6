// --- documents ----------------------------------------------------------------------------------

const FORMS = DATA.forms.map((form) => ({
  ...form,
  index: new Map(form.cells.map((cell, place) => [cell.address, place])),
}));

/** A document that no report is; carries its problems. */
class InvalidDocument extends Error {
  constructor(problems) {
    super(problems.map((one) => `${one.code} ${one.address}`).join("\n"));
    this.name = "InvalidDocument";
    this.problems = problems;
  }
}

function withMessage({ code, address, found }) {
  const message = {};
  for (const language of DATA.languages) {
    const { whole, problem, problemFound } = DATA.phrases.problems;
    const values = { where: address || whole[language], meaning: DATA.codes[code][language], found };
    message[language] = filled((found ? problemFound : problem)[language], values);
  }
  return { code, address, found, message };
}

function judged(tree, amountOf) {
  const judge = new Judge(amountOf);
  let document = null;
  let form = null;
  try {
    ({ document, form } = judge.report(tree));
  } catch (error) {
    if (!(error instanceof Enough)) throw error;
    judge.problems.unshift({ code: "document.problems", address: "", found: "" });
  }
  const problems = judge.problems.map(withMessage);
  return problems.length ? { document: null, form: null, problems } : { document, form: form.id, problems };
}

/** The report in the text of a JSON document, with amounts as exact text; or its problems. */
function read(text) {
  let tree;
  try {
    if (new TextEncoder().encode(text).length > DATA.limits.bytes) throw new NoDocument("document.size");
    tree = parsedExactly(text.replace(/^\ufeff/, ""));
  } catch (error) {
    if (!(error instanceof NoDocument)) throw error;
    return { document: null, form: null, problems: [withMessage(error.problem)] };
  }
  return judged(tree, (value) => value);
}

/** An amount is its digits, as text; what JSON.parse made of a number is taken as it prints. */
function amountAsText(value) {
  return typeof value === "string" && WRITTEN.test(value) ? new Numeral(value) : value;
}

/** What is wrong with a document, each problem with code and address; none if it is a report. */
function validate(document) {
  return judged(asParsed(document), amountAsText).problems;
}

function required(document) {
  const found = judged(asParsed(document), amountAsText);
  if (found.problems.length) throw new InvalidDocument(found.problems);
  return { document: found.document, form: FORMS.find((form) => form.id === found.form) };
}

/** The id of the form that a document is on; throws InvalidDocument. */
function formOf(document) {
  return required(document).form.id;
}

/** The values of a document's cells, in the order of the form. */
function valuesOf(form, document) {
  const values = new Array(form.cells.length).fill(null);
  const walk = (shape, part) => {
    for (const [key, below] of Object.entries(shape)) {
      if (typeof below === "number") values[below] = part[key];
      else walk(below, part[key]);
    }
  };
  walk(form.shape, document);
  return values;
}

/** The tables of a form, filled with values in the order of its cells. */
function tablesOf(form, values) {
  const filledIn = (shape) =>
    Object.fromEntries(
      Object.entries(shape).map(([key, below]) => [
        key,
        typeof below === "number" ? values[below] : filledIn(below),
      ]),
    );
  return filledIn(form.shape);
}

/** The text of a document, in the order of the form, amounts exact; throws InvalidDocument. */
function write(given) {
  const { document, form } = required(given);
  const amounts = new Map();
  const values = valuesOf(form, document).map((value, place) => {
    if (form.cells[place].kind !== "amount" || value === null) return value;
    const mark = `\u0000${amounts.size}\u0000`;
    amounts.set(JSON.stringify(mark), value);
    return mark;
  });
  // Numbers of JavaScript do not hold every amount: their digits go into the finished text.
  const tables = tablesOf(form, values);
  const parts = DATA.keys.map((key) => {
    let text = JSON.stringify(tables[key] ?? document[key], null, 1);
    if (key in tables) for (const [mark, digits] of amounts) text = text.replace(mark, digits);
    return ` ${JSON.stringify(key)}: ${text.replaceAll("\n", "\n ")}`;
  });
  return `{\n${parts.join(",\n")}\n}\n`;
}
