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

function checked(form, values) {
  const results = form.relations.map((relation) => resultOf(form, relation, values));
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
