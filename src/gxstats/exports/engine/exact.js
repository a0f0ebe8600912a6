// --- JSON, hiding nothing that a judge must see -------------------------------------------------
//
// JSON.parse keeps the last of two members with one key, and reads 12.0 as 12 and 0.1 as a double.

/** The members of an object in the order of the text, with the keys that are repeated. */
class Members {
  constructor() {
    this.map = new Map();
    this.repeated = new Set();
  }

  add(key, value) {
    if (this.map.has(key)) this.repeated.add(key);
    this.map.set(key, value);
  }
}

class NoDocument extends Error {
  constructor(code, address = "", found = "") {
    super(code);
    this.problem = { code, address, found };
  }
}

/** The address of a member: JSON Pointer, RFC 6901; an unpaired surrogate is shown as its escape. */
function member(address, key) {
  const step = String(key).replaceAll("~", "~0").replaceAll("/", "~1");
  return `${address}/${step.replace(SURROGATE, (one) => `\\u${one.charCodeAt(0).toString(16)}`)}`;
}

const SURROGATE = /[\uD800-\uDBFF](?![\uDC00-\uDFFF])|(?<![\uD800-\uDBFF])[\uDC00-\uDFFF]/g;

function hasSurrogate(text) {
  return text.search(SURROGATE) >= 0;
}

const SPACE = /[ \t\n\r]*/y;
const NUMBER = /-?(?:0|[1-9][0-9]*)(?:\.[0-9]+)?(?:[eE][-+]?[0-9]+)?|NaN|-?Infinity/y;
const STRING = /"(?:[^"\\\u0000-\u001f]|\\(?:["\\/bfnrt]|u[0-9a-fA-F]{4}))*"/y;
const WORDS = [["null", null], ["true", true], ["false", false]];

/** The document as Members, arrays, Numerals, strings, booleans and null; throws NoDocument. */
function parsedExactly(text) {
  let place = 0;

  function match(pattern) {
    pattern.lastIndex = place;
    const found = pattern.exec(text);
    if (found === null) return null;
    place = pattern.lastIndex;
    return found[0];
  }

  function fail() {
    throw new NoDocument("document.syntax", "", text.slice(place, place + 20));
  }

  function take(sign) {
    match(SPACE);
    if (text[place] !== sign) return false;
    place += 1;
    return true;
  }

  function string() {
    match(SPACE);
    const found = match(STRING);
    return found === null ? fail() : JSON.parse(found);
  }

  function deeper(depth, address) {
    if (depth >= DATA.limits.depth) throw new NoDocument("document.depth", address, text[place]);
    place += 1;
    return depth + 1;
  }

  function object(depth, address) {
    const inner = deeper(depth, address);
    const members = new Members();
    if (take("}")) return members;
    do {
      const key = string();
      if (!take(":")) fail();
      members.add(key, value(inner, member(address, key)));
    } while (take(","));
    return take("}") ? members : fail();
  }

  function array(depth, address) {
    const inner = deeper(depth, address);
    const items = [];
    if (take("]")) return items;
    do items.push(value(inner, member(address, items.length)));
    while (take(","));
    return take("]") ? items : fail();
  }

  function value(depth, address) {
    match(SPACE);
    const sign = text[place];
    if (sign === "{") return object(depth, address);
    if (sign === "[") return array(depth, address);
    if (sign === '"') return string();
    for (const [word, meaning] of WORDS) {
      if (text.startsWith(word, place)) {
        place += word.length;
        return meaning;
      }
    }
    const number = match(NUMBER);
    return number === null ? fail() : new Numeral(number);
  }

  const found = value(0, "");
  match(SPACE);
  return place < text.length ? fail() : found;
}

/** A JavaScript value as what parsedExactly would give for it. */
function asParsed(value) {
  if (typeof value === "number") return new Numeral(String(value));
  if (typeof value === "bigint") return new Numeral(String(value));
  if (Array.isArray(value)) return value.map(asParsed);
  if (value !== null && typeof value === "object") {
    const members = new Members();
    for (const [key, inner] of Object.entries(value)) {
      if (inner !== undefined) members.add(key, asParsed(inner));
    }
    return members;
  }
  return value;
}
