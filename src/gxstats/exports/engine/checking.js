// --- checking -----------------------------------------------------------------------------------

function sideOf(terms, values) {
  let sum = 0;
  for (const [coefficient, cell] of terms) {
    if (values[cell] === null) return null;
    sum += coefficient * values[cell];
  }
  return sum;
}

/** Held, violated, or undecided because a blank could make it true. */
function outcomeOf(relation, values) {
  let residual = 0;
  let grows = false;
  let shrinks = false;
  const sides = [[relation.left, 1], [relation.right, -1]];
  for (const [terms, sign] of sides) {
    for (const [coefficient, cell, blank] of terms) {
      if (values[cell] === null) {
        grows ||= blank !== (sign > 0 ? "lowers" : "raises");
        shrinks ||= blank !== (sign > 0 ? "raises" : "lowers");
      } else residual += sign * coefficient * values[cell];
    }
  }
  const tooMuch = residual > 0 && !shrinks;
  const tooLittle = residual < 0 && !grows && relation.comparison === "eq";
  if (tooMuch || tooLittle) return "violated";
  return grows || shrinks ? "undecided" : "held";
}

function resultOf(form, relation, values) {
  const outcome = outcomeOf(relation, values);
  const left = sideOf(relation.left, values);
  const right = sideOf(relation.right, values);
  return {
    id: relation.id,
    strength: relation.strength,
    outcome,
    left,
    right,
    residual: left === null || right === null ? null : left - right,
    cells: [...relation.left, ...relation.right].map(([, cell]) => ({
      address: form.cells[cell].address,
      value: values[cell],
    })),
    explain: (language) => resultText(form, relation, values, outcome, language),
  };
}

function checked(form, values, relations = form.relations) {
  const results = relations.map((relation) => resultOf(form, relation, values));
  const binding = results.filter((one) => one.strength !== "soft");
  const having = (outcome) => binding.filter((one) => one.outcome === outcome);
  const found = { violated: having("violated"), undecided: having("undecided"), held: having("held") };
  const verdict = ["violated", "undecided"].find((outcome) => found[outcome].length) ?? "held";
  return {
    form: form.id,
    verdict,
    results,
    ...found,
    hints: results.filter((one) => one.strength === "soft" && one.outcome === "violated"),
    headline: (language) => headlineText(verdict, found, language),
  };
}

/** Every relation of a document's form, evaluated on it; throws InvalidDocument. */
function check(document) {
  const { document: plainly, form } = required(document);
  return checked(form, valuesOf(form, plainly));
}

/** The cells of a form, and after them the cells of last year's report at the same addresses. */
function besideLastYear({ cells, ...form }) {
  const before = cells.map((cell) => ({ ...cell, address: `${DATA.previous}${cell.address}` }));
  return { ...form, cells: [...cells, ...before] };
}

/**
 * Every relation of a report to the report of the year before, which may be on another form. Throws
 * InvalidDocument, and RangeError if both years are known and do not follow each other.
 */
function checkYears(previous, document) {
  const before = required(previous);
  const { document: plainly, form } = required(document);
  const years = [before.document.year, plainly.year];
  if (!years.includes(null) && years[0] + 1 !== years[1]) {
    throw new RangeError(`the report of ${years[0]} is not that of the year before ${years[1]}`);
  }
  const last = valuesOf(before.form, before.document);
  const atSameAddress = form.cells.map(({ address }) => last[before.form.index.get(address)]);
  const values = [...valuesOf(form, plainly), ...atSameAddress];
  const isThere = ([, cell]) => values[cell] !== undefined; // else last year's form lacks the cell
  const relations = form.yearRelations.filter((one) => [...one.left, ...one.right].every(isThere));
  return checked(besideLastYear(form), values, relations);
}
