// --- diagnosing: the single cells whose change makes the sums hold ------------------------------
//
// A cell stands in two independent equations at most, so that the one wrong cell is looked for among
// the cells of one equation that fails. More than one wrong cell takes a search, which is gxstats'.

function saidOfSlip(name, language, values = {}) {
  return filled(DATA.phrases.slips[name][language], values);
}

function rowsOf(form) {
  return form.equations.relations.map((place) => {
    const { left, right } = form.relations[place];
    return [...left, ...right.map(([coefficient, cell]) => [-coefficient, cell])];
  });
}

function standingIn(rows) {
  const found = new Map();
  rows.forEach((row, place) => {
    for (const [coefficient, cell] of row) {
      if (!found.has(cell)) found.set(cell, []);
      found.get(cell).push([place, coefficient]);
    }
  });
  return found;
}

/** How the digits of a number can have become those of another. */
function* digitEvidence(wrong, right) {
  const one = String(Math.abs(wrong));
  const other = String(Math.abs(right));
  const without = (longer, shorter) =>
    [...longer].some((_, place) => longer.slice(0, place) + longer.slice(place + 1) === shorter);
  if (one.length + 1 === other.length && wrong && without(other, one)) yield "digit_dropped";
  if (one.length === other.length + 1 && right && without(one, other)) yield "digit_added";
  if (one.length === other.length && one.length > 1) {
    const apart = [...one].map((_, place) => place).filter((place) => one[place] !== other[place]);
    const [first, second] = apart;
    if (apart.length === 1) yield "digit_changed";
    else if (
      apart.length === 2 &&
      second === first + 1 &&
      one[first] === other[second] &&
      one[second] === other[first]
    ) {
      yield "digits_transposed";
    }
  }
}

function* evidenceFor(form, cell, wrong, right, values) {
  yield* digitEvidence(wrong, right);
  if (form.totals.includes(cell)) yield wrong ? "total_stale" : "total_zero";
  if (right && wrong === 10000 * right) yield "unit";
  if (wrong) {
    for (const [kind, neighbour] of form.neighbours[cell]) {
      if (values[neighbour] === wrong) yield kind;
    }
  }
}

function weight(evidence) {
  const { unlikely, unexplained, ofTotals, totalAlone } = DATA.evidence;
  if (!evidence.length) return unexplained;
  const best = Math.min(...evidence.map((kind) => unlikely[kind]));
  return best - (evidence.some((kind) => ofTotals.includes(kind)) ? totalAlone : 0);
}

function slipText(form, { cell, from, to, evidence }, language) {
  const labels = evidence.map((kind) =>
    saidOfSlip("SAID", language, { evidence: DATA.evidence.labels[kind][language] }),
  );
  return saidOfSlip("CHANGE", language, {
    name: form.cells[form.index.get(cell)].name[language],
    should: saidOfSlip("SHOULD_BE", language, { new: to }),
    now: saidOfSlip("NOW", language, { old: from }),
    said: labels.join(""),
  });
}

/** Why no single cell will do, cell by cell of the shortest equation that fails. */
function noSingleText(form, rows, off, residuals, owners, language) {
  const place = off.reduce((best, one) => (rows[one].length < rows[best].length ? one : best));
  const found = new Map();
  for (const [factor, cell] of rows[place]) {
    const by = -residuals[place] * factor;
    const own = owners.get(cell);
    const within = (row) => own.some(([one]) => one === row);
    let kind = "NEGATIVE";
    if (!off.every(within)) kind = "STAYS";
    else if (own.some(([row]) => !off.includes(row))) kind = "BREAKS";
    else if (own.some(([row, coefficient]) => coefficient * by !== -residuals[row])) kind = "DIFFERS";
    found.set(kind, (found.get(kind) ?? 0) + 1);
  }
  const kinds = ["STAYS", "BREAKS", "DIFFERS", "NEGATIVE"].filter((kind) => found.has(kind));
  const counted = kinds.map((kind) =>
    saidOfSlip("NO_SINGLE_COUNTED", language, {
      count: found.get(kind),
      kind: saidOfSlip(kind, language),
    }),
  );
  return saidOfSlip("NO_SINGLE", language, {
    name: form.equations.names[place][language],
    cells: rows[place].length,
    said: counted.join(saidOfSlip("NO_SINGLE_BETWEEN", language)),
  });
}

function diagnosedPart(form, places, rows, owners, residuals, values) {
  const off = places.filter((place) => residuals[place] !== 0);
  const relations = off.map((place) => form.relations[form.equations.relations[place]].id);
  const own = [...new Set(places.flatMap((place) => rows[place].map(([, cell]) => cell)))];
  const cells = own.sort((one, other) => one - other).map((cell) => form.cells[cell].address);
  const part = { relations, cells, explanations: [] };
  if (own.some((cell) => values[cell] === null)) {
    return { kind: "blank", ...part, explain: (language) => DATA.phrases.blanks[language] };
  }
  const found = [];
  for (const [factor, cell] of rows[off[0]]) {
    const own = owners.get(cell);
    const by = -residuals[off[0]] * factor;
    const right = values[cell] + by;
    const explains =
      own.length === off.length &&
      own.every(([row, coefficient]) => off.includes(row) && coefficient * by === -residuals[row]);
    if (!explains || right < 0 || right > DATA.limits.largest) continue;
    const kinds = new Set(evidenceFor(form, cell, values[cell], right, values));
    const evidence = Object.keys(DATA.evidence.labels).filter((kind) => kinds.has(kind));
    found.push({ place: cell, cell: form.cells[cell].address, from: values[cell], to: right, evidence });
  }
  found.sort((one, other) => weight(one.evidence) - weight(other.evidence) || one.place - other.place);
  if (!found.length) {
    const text = (language) => noSingleText(form, rows, off, residuals, owners, language);
    return { kind: "several", ...part, explain: text };
  }
  const explanations = found.map(({ place: _, ...slip }) => ({
    ...slip,
    explain: (language) => slipText(form, slip, language),
  }));
  return {
    kind: found.length === 1 ? "unique" : "single",
    ...part,
    explanations,
    explain: (language) =>
      saidOfSlip(found.length === 1 ? "ONLY" : "LIKELIEST", language, {
        count: found.length,
        explanation: explanations[0].explain(language),
      }),
  };
}

function diagnosed(form, values) {
  const rows = rowsOf(form);
  const owners = standingIn(rows);
  const residuals = rows.map((row) =>
    row.reduce((sum, [coefficient, cell]) => sum + coefficient * (values[cell] ?? 0), 0),
  );
  const failing = form.equations.relations.map(
    (place) => outcomeOf(form, form.relations[place], values) === "violated",
  );
  return {
    form: form.id,
    parts: form.equations.components
      .filter((places) => places.some((place) => failing[place]))
      .map((places) => diagnosedPart(form, places, rows, owners, residuals, values)),
  };
}

/**
 * Which cell is wrong, for each part of the form that shares no cell with the others and in which a
 * relation fails: every single cell whose change makes all its relations hold, the likeliest first.
 * Throws InvalidDocument.
 */
function diagnose(document) {
  const { document: plainly, form } = required(document);
  return diagnosed(form, valuesOf(form, plainly));
}
