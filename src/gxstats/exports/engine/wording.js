// --- sentences: the phrases are those of gxstats.relations, filled in ---------------------------

function filled(phrase, values) {
  return phrase.replace(/\{(\w+)\}/g, (_, name) => String(values[name]));
}

function said(name, language, values = {}) {
  return filled(DATA.phrases.relations[name][language], values);
}

function resultText(form, relation, values, outcome, language) {
  const labels = relation.labels[language];
  const sides = [
    { terms: relation.left, labels: labels.slice(0, relation.left.length), parts: relation.parts[0] },
    { terms: relation.right, labels: labels.slice(relation.left.length), parts: relation.parts[1] },
  ];
  const clauses = sides
    .filter(({ terms }) => terms.length)
    .map((side) => sideText(side, values, language));
  let verdict = verdictText(relation, labels, values, outcome, language);
  if (relation.strength === "soft" && outcome === "violated") verdict += said("HINT", language);
  clauses.push(verdict);
  return said("SENTENCE", language, {
    place: relation.place[language],
    clauses: clauses.join(said("BETWEEN_CLAUSES", language)),
  });
}

/** One side of a sum: what it comes to, and from which numbers. */
function sideText({ terms, labels, parts }, values, language) {
  const found = terms.map(([, cell]) => values[cell]);
  if (terms.length === 1) {
    const [value] = found;
    return said(value === null ? "SINGLE_BLANK" : "SINGLE", language, { name: labels[0], value });
  }
  const blanks = found.filter((value) => value === null).length;
  const named = parts[language];
  if (found.every((value) => !value) && (blanks === 0 || blanks === found.length)) {
    const every = said(terms.length === 2 ? "BOTH" : "ALL", language);
    return said(blanks ? "ALL_BLANK" : "ALL_ZERO", language, { parts: named, every });
  }
  const known = terms.reduce((sum, [coefficient], place) => sum + coefficient * (found[place] ?? 0), 0);
  const numbers = numbersText(terms, labels, found, language);
  return said(blanks ? "KNOWN" : "SUM", language, { parts: named, known, numbers });
}

/** The numbers of a sum with their labels, without the zeros of a long one. */
function numbersText(terms, labels, found, language) {
  let text = "";
  const blanks = [];
  let zeros = 0;
  terms.forEach(([coefficient], place) => {
    const value = found[place];
    if (value === null) blanks.push(labels[place]);
    else if (value === 0 && terms.length > 2) zeros += 1;
    else {
      if (text) text += said(coefficient < 0 ? "MINUS" : "PLUS", language);
      else if (coefficient < 0) text += said("NEGATIVE", language);
      const name = said("LABELLED", language, { label: labels[place], value });
      const factor = Math.abs(coefficient);
      text += factor === 1 ? name : said("TIMES", language, { factor, name });
    }
  });
  const notes = text ? [text] : [];
  if (blanks.length) notes.push(blanksText(blanks, language));
  if (zeros) notes.push(said(zeros > 1 ? "OTHERS_ZERO" : "OTHER_ZERO", language, { count: zeros }));
  return notes.join(said("BETWEEN_NOTES", language));
}

function blanksText(names, language) {
  const most = DATA.phrases.namedBlanks;
  const listed = names
    .slice(0, most)
    .map((name) => said("QUOTED", language, { name }))
    .join(said("BETWEEN_QUOTED", language));
  const more = names.length - most;
  if (more > 0) return said("MORE_BLANKS", language, { names: listed, count: names.length, more });
  return said(names.length === 1 ? "BLANK" : "BLANKS", language, { names: listed });
}

function verdictText(relation, labels, values, outcome, language) {
  if (outcome === "held") return said("CORRECT", language);
  if (outcome === "undecided") return said("UNDECIDED", language);
  const left = sideOf(relation.left, values);
  const right = sideOf(relation.right, values);
  if (left === null || right === null) return said("IMPOSSIBLE", language);
  const by = Math.abs(left - right);
  if (relation.comparison === "le") {
    return said(relation.left.length ? "EXCEEDS" : "BELOW_ZERO", language, { by });
  }
  const more = left > right;
  if (relation.left.length === 1 && relation.right.length > 1) {
    return said(more ? "TOTAL_MORE" : "TOTAL_LESS", language, { name: labels[0], by });
  }
  return said(more ? "FORMER_MORE" : "FORMER_LESS", language, { by });
}

function headlineText(verdict, found, language) {
  const { VERDICTS, COUNTED } = DATA.phrases.relations;
  const counts = Object.entries(COUNTED)
    .filter(([outcome]) => found[outcome].length)
    .map(([outcome, phrase]) => filled(phrase[language], { count: found[outcome].length }));
  return said("HEADLINE", language, {
    verdict: VERDICTS[verdict][language],
    counts: counts.join(said("BETWEEN_COUNTS", language)),
  });
}
