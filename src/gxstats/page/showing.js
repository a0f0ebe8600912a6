// --- what is shown of it ------------------------------------------------------------------------

const SHOWN_SLIPS = 4;
const QUIET = 500; // milliseconds without typing before a screen reader is told

let announcing = 0;

/** Something has been entered: check, mark and say everything anew, and keep it. */
function changed() {
  unsaved = true;
  byId("notice").querySelector(".passing")?.remove();
  show();
  keep();
}

function show() {
  const values = valuesEntered();
  const found = checked(OWN, values);
  const { parts } = diagnosed(OWN, values);
  mark(found, parts);
  showFacts();
  showFound(found, parts);
  showBar(found, parts);
  for (const one of SECTIONS) one.nextElementSibling.textContent = one.value;
  showPaper();
  byId("do-undo").disabled = !UNDO.length;
}

/** What is printed instead of the fields: they would cut what does not fit, and carry no title. */
function showPaper() {
  const { title, titleOf, ofYear, ofOrgan, colon } = PAGE.paper;
  const [name, year, code, division, scope] = FACTS.map((fact) => factOf(fact) || null);
  const part = (pattern, values) => (Object.values(values)[0] ? filled(pattern[language], values) : "");
  const [heading, line] = byId("on-paper").children;
  heading.textContent = filled(titleOf[language], {
    organ: part(ofOrgan, { organ: name }),
    title: title[language],
    year: part(ofYear, { year }),
  });
  const said = scope && PAGE.scopes[scope][language];
  const facts = { form: OWN.title[language], year, code, division, scope: said, name, notice: OWN.notice };
  const told = Object.entries(facts).filter(([, value]) => value);
  const texts = told.map(([fact, value]) => `${PAGE.facts[fact][language]}${colon[language]}${value}`);
  line.textContent = texts.join(" · ");
  for (const { box, input, remark } of FIELDS) box.dataset.printed = remark ?? input.value.trim();
}

function faultText({ fault, input }) {
  return filled(PAGE.faults[fault][language], { printed: input.value.trim() });
}

/** Mark the cells that are wrong, that may be, and that cannot be read, each with its reasons. */
function mark({ violated }, parts) {
  const reasons = new Map();
  const add = (place, kind, text) => {
    if (!reasons.has(place)) reasons.set(place, { kind, texts: [] });
    reasons.get(place).texts.push(text);
  };
  for (const field of FIELDS) if (field.fault !== null) add(field.place, "fault", faultText(field));
  for (const { kind, explanations } of parts) {
    for (const one of explanations) {
      add(OWN.index.get(one.cell), kind === "unique" ? "wrong" : "suspect", one.explain(language));
    }
  }
  // Where the wrong cell is found, the others of its sums are right as far as can be told.
  const told = parts.filter(({ explanations }) => explanations.length);
  const solved = new Set(told.flatMap(({ cells }) => cells));
  for (const one of violated) {
    const kind = solved.has(one.cells[0].address) ? "beside" : "violated";
    for (const { address } of one.cells) add(OWN.index.get(address), kind, one.explain(language));
  }
  for (const { place, input, box, remark, value } of FIELDS) {
    const found = reasons.get(place);
    const texts = [...(found?.texts ?? [])];
    if (remark !== null && !found?.texts.length) texts.push(say("remarkAt", { printed: remark }));
    box.dataset.mark = found?.kind ?? "";
    box.classList.toggle("remarked", remark !== null && value !== null);
    box.title = texts.join("\n");
    if (found && found.kind !== "beside") input.setAttribute("aria-invalid", "true");
    else input.removeAttribute("aria-invalid");
    describe(input, place, texts);
  }
}

/** Tie what is said of a cell to its field, for who cannot see it. */
function describe(input, place, texts) {
  const id = `note-${place}`;
  const old = byId(id);
  if (!texts.length) {
    old?.remove();
    input.removeAttribute("aria-describedby");
    return;
  }
  const note = old ?? made("p", [], { id });
  note.textContent = texts.join(" ");
  if (!old) byId("notes").append(note);
  input.setAttribute("aria-describedby", id);
}

function factProblems() {
  return validate(entered()).filter(({ address }) => factAt(address) !== null);
}

/** The fact that a problem is about; null where it is about none. */
function factAt(address) {
  const name = address.split("/").at(-1);
  return FACTS.includes(name) && /^\/(?:organ\/|year$)/.test(address) ? name : null;
}

function showFacts() {
  const problems = new Map(factProblems().map((one) => [factAt(one.address), one]));
  for (const name of FACTS) {
    const input = byId(`fact-${name}`);
    const problem = problems.get(name);
    if (problem) input.setAttribute("aria-invalid", "true");
    else input.removeAttribute("aria-invalid");
    const place = byId(`wrong-${name}`);
    if (place) place.textContent = problem ? factText(name, problem) : "";
  }
}

function factText(name, { code }) {
  const meaning = DATA.codes[code][language];
  const first = (factOf("code") ?? "").slice(0, 17);
  const known = name === "code" && [...first].every((one) => DATA.organ.alphabet.includes(one));
  if (!known || factOf("code").length !== 18) return meaning;
  return say("checkCharacter", { expected: creditCodeCheckCharacter(first) });
}

// --- the list -----------------------------------------------------------------------------------

function cellLink(place, text = OWN.cells[place].name[language]) {
  return made("a", text, { href: `#cell-${place}`, click: (event) => visit(event, place) });
}

function visit(event, place) {
  event.preventDefault();
  goTo(FIELDS[place]);
}

function applyButton(one) {
  const cell = OWN.cells[OWN.index.get(one.cell)].name[language];
  const values = { value: one.to, cell };
  return made("button", say("apply", values), {
    type: "button",
    "aria-label": say("applyAt", values),
    click: () => apply(one),
  });
}

function apply(one) {
  const field = FIELDS[OWN.index.get(one.cell)];
  undoably(() => put(field, String(one.to)));
  notice(say("applied", { cell: field.name[language], value: one.to }));
  goTo(field);
}

function listed(title, items, attributes = {}) {
  if (!items.length) return [];
  return [made("h3", title), made("ul", items.map((item) => made("li", item)), attributes)];
}

function resultItem(one) {
  const cells = one.cells.map(({ address }) => made("li", cellLink(OWN.index.get(address))));
  return [
    made("p", one.explain(language)),
    made("details", [made("summary", say("cells")), made("ul", cells, { class: "cells" })]),
  ];
}

function slipItem(part) {
  const [first, ...others] = part.explanations;
  const line = made("p", [part.explain(language), " "]);
  if (!first) return [line, made("p", say("next"), { class: "next" })];
  line.append(...buttons(first));
  if (!others.length) return line;
  const items = others.slice(0, SHOWN_SLIPS).map((one) => {
    return made("li", [`${one.explain(language)} `, ...buttons(one)]);
  });
  if (others.length > SHOWN_SLIPS) items.push(made("li", "…"));
  return [line, made("details", [made("summary", say("several")), made("ul", items)])];
}

/** What can be done about a cell; a number that blanks leave open is nobody's to fill in. */
function buttons(one) {
  return one.to === null ? [cellButton(one)] : [cellButton(one), applyButton(one)];
}

/** A link that says where the cell is without repeating the sentence beside it. */
function cellButton(one) {
  const place = OWN.index.get(one.cell);
  const link = cellLink(place, "↑");
  link.setAttribute("aria-label", OWN.cells[place].name[language]);
  link.className = "to-cell";
  return link;
}

function showFound(found, parts) {
  const opened = new Set(
    [...document.querySelectorAll("#found > details[open]")].map((one) => one.dataset.name),
  );
  const faults = FIELDS.filter(({ fault }) => fault !== null);
  const remarks = FIELDS.filter(({ remark }) => remark !== null);
  const undecided = made(
    "details",
    [
      made("summary", say("undecided", { count: found.undecided.length })),
      made("ul", found.undecided.map((one) => made("li", one.explain(language)))),
    ],
    { "data-name": "undecided", ...(opened.has("undecided") ? { open: "" } : {}) },
  );
  byId("found").replaceChildren(
    made("p", found.headline(language), { class: `verdict ${found.verdict}` }),
    ...listed(say("faults"), faults.map((one) => [cellLink(one.place), `　${faultText(one)}`])),
    ...listed(say("wrong"), parts.map(slipItem), { class: "slips" }),
    ...listed(say("violated"), found.violated.map(resultItem), { class: "violated" }),
    ...listed(say("hints"), found.hints.map(resultItem)),
    ...(found.undecided.length ? [undecided] : []),
    ...listed(say("remarks"), remarks.map((one) => [cellLink(one.place), `　${one.remark}`])),
  );
}

// --- the bar ------------------------------------------------------------------------------------

function showBar(found, parts) {
  const filledIn = FIELDS.filter(({ value }) => value !== null).length;
  const faults = FIELDS.filter(({ fault }) => fault !== null).length;
  const counts = [say("filledIn", { filled: filledIn, blank: FIELDS.length - filledIn })];
  if (faults) counts.push(say("unreadable", { count: faults }));
  const state = filledIn ? `${found.headline(language)} ${counts.join(" · ")}` : say("empty");
  byId("bar").dataset.verdict = filledIn ? found.verdict : "";
  byId("bar").classList.toggle("faults", faults > 0);
  clearTimeout(announcing);
  announcing = setTimeout(() => (byId("state").textContent = state), byId("state").textContent ? QUIET : 0);
  const [part] = parts;
  const line = part ? [part.explain(language)] : [];
  if (part?.kind === "unique" && part.explanations[0].to !== null) {
    line.push(" ", applyButton(part.explanations[0]));
  }
  byId("slip").replaceChildren(...line);
  showHere();
}

function showHere() {
  const field = fieldOf(document.activeElement);
  if (field === null) return byId("here").replaceChildren();
  const below = byId("slip").textContent;
  const said = field.box.title.split("\n").filter((text) => text && !below.includes(text));
  const name = made("b", field.name[language]);
  return byId("here").replaceChildren(name, ...said.map((text) => `　${text}`));
}

// --- notices ------------------------------------------------------------------------------------

function notice(text, items = [], kind = "passing", more = []) {
  const close = made("button", say("dismiss"), { type: "button", click: () => byId("notice").replaceChildren() });
  const list = items.length ? [made("ul", items.map((item) => made("li", item)))] : [];
  const role = kind === "refused" ? { role: "alert" } : {};
  const box = made("div", [made("p", text), ...list, ...more, close], { class: kind, ...role });
  byId("notice").replaceChildren(box);
}
