// --- the judge: goes through one document and notes its problems, in the order of the form ------

const FOUND_LENGTH = 60;

function shown(value) {
  let text;
  if (value instanceof Numeral) text = value.text;
  else if (value instanceof Members) text = value.map.size ? "{…}" : "{}";
  else if (Array.isArray(value)) text = value.length ? "[…]" : "[]";
  else text = JSON.stringify(value) ?? String(value);
  return text.length > FOUND_LENGTH ? `${text.slice(0, FOUND_LENGTH - 1)}…` : text;
}

/** Throughout the number of characters is that of code points, as in Python. */
function lengthOf(text) {
  let count = 0;
  for (const _ of text) count += 1;
  return count;
}

/** There are more problems than are looked for. */
class Enough extends Error {}

class Judge {
  /** `amountOf` gives what stands for an amount in this kind of document. */
  constructor(amountOf) {
    this.amountOf = amountOf;
    this.problems = [];
  }

  note(code, address, value) {
    if (this.problems.length === DATA.limits.problems) throw new Enough();
    this.problems.push({ code, address, found: value === undefined ? "" : shown(value) });
  }

  /** The members that an object should have; notes those that are missing, repeated or unknown. */
  *members(value, address, keys, optional = []) {
    if (!(value instanceof Members)) {
      this.note("value.type", address, value);
      return;
    }
    const known = [...optional, ...keys];
    for (const key of known) {
      const where = member(address, key);
      if (value.repeated.has(key)) this.note("key.duplicate", where, key);
      if (value.map.has(key)) yield [key, where, value.map.get(key)];
      else if (!optional.includes(key)) this.note("key.missing", where);
    }
    for (const key of value.map.keys()) {
      if (!known.includes(key)) this.note("key.unknown", member(address, key), key);
    }
  }

  part(form, shape, value, address) {
    const made = {};
    for (const [key, where, inner] of this.members(value, address, Object.keys(shape))) {
      const below = shape[key];
      made[key] =
        typeof below === "number"
          ? this.cell(form.cells[below].kind, inner, where)
          : this.part(form, below, inner, where);
    }
    return made;
  }

  cell(kind, given, address) {
    const value = kind === "amount" ? this.amountOf(given) : given;
    if (value === null) return null;
    let code = "value.type";
    if (typeof value === "boolean") code = "value.boolean";
    else if (typeof value === "string") code = "value.text";
    else if (value instanceof Numeral) code = numberCode(kind, value.text);
    if (code !== null) {
      this.note(code, address, value);
      return null;
    }
    return kind === "amount" ? plain(value.text) : Number(value.text) + 0;
  }

  year(value, address) {
    if (value === null) return null;
    const [least, most] = DATA.limits.years;
    let code = null;
    if (typeof value === "boolean") code = "value.boolean";
    else if (typeof value === "string") code = "value.text";
    else if (!(value instanceof Numeral) || !/^-?[0-9]+$/.test(value.text)) code = "value.type";
    else if (Number(value.text) < least || Number(value.text) > most) code = "value.range";
    if (code === null) return Number(value.text);
    this.note(code, address, value);
    return null;
  }

  text(value, address, most) {
    if (value === null) return null;
    let code = null;
    if (typeof value !== "string") code = "value.type";
    else if (value.length > most && lengthOf(value) > most) code = "text.length";
    else if (hasSurrogate(value)) code = "text.surrogate";
    if (code !== null) this.note(code, address, value);
    return value;
  }

  requiredText(value, address, most) {
    if (value === null) this.note("value.type", address, value);
    return this.text(value, address, most);
  }

  organ(value, address) {
    const made = {};
    for (const [key, where, fact] of this.members(value, address, DATA.organ.keys)) {
      made[key] = fact;
      const code = organCode(key, fact);
      if (code !== null) this.note(code, where, fact);
    }
    const places = new Map(DATA.organ.keys.map((key, place) => [member(address, key), place]));
    const rank = ({ address: where }) => places.get(where) ?? places.size;
    const start = this.problems.findIndex((one) => one.address.startsWith(`${address}/`));
    if (start >= 0) {
      const own = this.problems.splice(start);
      this.problems.push(...own.sort((one, other) => rank(one) - rank(other)));
    }
    return made;
  }

  narrative(value, address) {
    const made = {};
    for (const [key, where, text] of this.members(value, address, DATA.narrative.keys)) {
      made[key] = this.text(text, where, DATA.narrative.length);
    }
    return made;
  }

  remarks(value, address, form) {
    if (!Array.isArray(value)) {
      this.note("value.type", address, value);
      return [];
    }
    const seen = new Set();
    return value.map((item, place) => this.remark(item, member(address, place), form, seen));
  }

  remark(value, address, form, seen) {
    const before = this.problems.length;
    const made = {};
    for (const [key, where, text] of this.members(value, address, DATA.remarks.keys)) {
      made[key] = this.requiredText(text, where, DATA.remarks.length);
    }
    if (this.problems.length > before || form === null) return made;
    const where = member(address, "cell");
    if (!form.index.has(made.cell)) this.note("address.unknown", where, made.cell);
    else if (seen.has(made.cell)) this.note("remark.duplicate", where, made.cell);
    seen.add(made.cell);
    return made;
  }

  /** The document and its form, to be used only if no problem was noted. */
  report(value) {
    let form = null;
    const made = {};
    for (const [key, where, inner] of this.members(value, "", DATA.keys, [DATA.schemaKey])) {
      if (key === DATA.schemaKey) this.requiredText(inner, where, DATA.remarks.length);
      else if (key === "edition") {
        form = this.form(inner, where, value);
        made.edition = inner;
      } else if (key === "year") made.year = this.year(inner, where);
      else if (key === "organ") made.organ = this.organ(inner, where);
      else if (key === "narrative") made.narrative = this.narrative(inner, where);
      else if (key === "remarks") made.remarks = this.remarks(inner, where, form);
      else if (form !== null) made[key] = this.part(form, form.shape[key], inner, where);
    }
    return { document: made, form };
  }

  form(edition, address, document) {
    const having = FORMS.filter((form) => form.edition === edition);
    if (!having.length) {
      this.note(typeof edition === "string" ? "value.choice" : "value.type", address, edition);
      return null;
    }
    const declared = nearestForm(having, document);
    const printed = formOfTables(declared, document);
    if (printed !== declared) this.note("value.choice", address, edition);
    return printed;
  }
}

/** The form that the tables of a document are on, whatever edition it declares. */
function formOfTables(declared, document) {
  const apart = keysApart(declared.shape, document, true);
  if (!apart.unknown) return declared;
  for (const edition of new Set(FORMS.map((form) => form.edition))) {
    if (edition === declared.edition) continue;
    const other = nearestForm(FORMS.filter((form) => form.edition === edition), document);
    const there = keysApart(other.shape, document, true);
    if (there.unknown < apart.unknown && there.missing <= apart.missing) return other;
  }
  return declared;
}

/** How many keys of the document's tables a form does not have, and how many they lack. */
function keysApart(shape, value, whole = false) {
  const found = { unknown: 0, missing: 0 };
  if (typeof shape === "number" || !(value instanceof Members)) return found;
  for (const [key, below] of Object.entries(shape)) {
    if (!value.map.has(key)) {
      if (!whole) found.missing += 1;
      continue;
    }
    if (!whole) found.unknown -= 1;
    const inner = keysApart(below, value.map.get(key));
    found.unknown += inner.unknown;
    found.missing += inner.missing;
  }
  if (!whole) found.unknown += value.map.size;
  return found;
}

/** Of the forms of one edition the one whose keys are nearest; the first, if several are. */
function nearestForm(forms, document) {
  const [first] = forms;
  if (forms.length === 1) return first;
  let part = document;
  for (const step of DATA.difference[first.edition]) {
    part = part instanceof Members ? part.map.get(step) : undefined;
  }
  const keys = part instanceof Members ? new Set(part.map.keys()) : new Set();
  const apart = (form) => {
    const own = Object.keys(DATA.difference[first.edition].reduce((one, step) => one[step], form.shape));
    const shared = own.filter((key) => keys.has(key)).length;
    return own.length + keys.size - 2 * shared;
  };
  return forms.reduce((best, form) => (apart(form) < apart(best) ? form : best));
}

function organCode(key, fact) {
  if (fact === null) return null;
  if (typeof fact !== "string") return "value.type";
  const { alphabet, length, scopes, division } = DATA.organ;
  if (key === "name") {
    if (!fact.trim()) return "text.empty";
    if (lengthOf(fact) > length) return "text.length";
    return hasSurrogate(fact) ? "text.surrogate" : null;
  }
  if (key === "code") {
    const known = fact.length === 18 && [...fact].every((one) => alphabet.includes(one));
    return known && creditCodeCheckCharacter(fact.slice(0, 17)) === fact[17] ? null : "organ.code";
  }
  if (key === "division") {
    return new RegExp(`^(?:${division})$`).test(fact) && fact.length === 6 ? null : "organ.division";
  }
  return scopes.includes(fact) ? null : "value.choice";
}

/** The 18th character of a 统一社会信用代码 by GB 32100-2015, from the first seventeen. */
function creditCodeCheckCharacter(firstSeventeen) {
  const { alphabet } = DATA.organ;
  let sum = 0;
  let weight = 1;
  for (const one of firstSeventeen) {
    const value = alphabet.indexOf(one);
    if (value < 0) throw new RangeError(`not a character of ${alphabet}: ${one}`);
    sum += value * weight;
    weight = (weight * 3) % 31;
  }
  return alphabet[(31 - (sum % 31)) % 31];
}
