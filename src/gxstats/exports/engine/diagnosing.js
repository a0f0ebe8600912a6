// --- diagnosing: the single cells whose change makes the sums hold ------------------------------
//
// A cell stands in two independent equations at most, so that the one wrong cell is looked for among
// the cells of one equation that fails. Where cells are blank, the equations are the nodes of a network
// and each cell an arc with its number flowing along (Ford and Fulkerson): a cell explains the sums if
// they can all hold once it is blank too. More than one wrong cell takes a search, which is gxstats'.

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

function shouldText(to, room, language) {
  if (room === null) return saidOfSlip("SHOULD_BE", language, { new: to });
  const [least, greatest] = room;
  return saidOfSlip(greatest === null ? "AT_LEAST" : "BETWEEN", language, { least, greatest });
}

function slipText(form, { cell, from, to, room, evidence }, language) {
  const labels = evidence.map((kind) =>
    saidOfSlip("SAID", language, { evidence: DATA.evidence.labels[kind][language] }),
  );
  return saidOfSlip("CHANGE", language, {
    name: form.cells[form.index.get(cell)].name[language],
    should: shouldText(to, room, language),
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

// --- blanks -------------------------------------------------------------------------------------

const OUTSIDE = -1;

/** By which sign each equation is taken, so that a cell leaves one and enters the other. */
function signsOf(rows, owners) {
  const signs = rows.map(() => 0);
  for (const start of rows.keys()) {
    if (signs[start]) continue;
    signs[start] = 1;
    const waiting = [start];
    while (waiting.length) {
      const place = waiting.pop();
      for (const [factor, cell] of rows[place]) {
        for (const [other, otherFactor] of owners.get(cell)) {
          if (signs[other]) continue;
          signs[other] = factor === otherFactor ? -signs[place] : signs[place];
          waiting.push(other);
        }
      }
    }
  }
  return signs;
}

/** For each cell the equations from which and to which its number flows. */
function arcsOf(rows, owners) {
  const signs = signsOf(rows, owners);
  const ends = (own, sign) =>
    (own.find(([place, factor]) => signs[place] * factor === sign) ?? [OUTSIDE])[0];
  return new Map([...owners].map(([cell, own]) => [cell, [ends(own, -1), ends(own, 1)]]));
}

/** A flow through the blanks of a part that makes its equations hold, if there is any. */
class Flow {
  constructor(arcs, cells, values, extra) {
    this.flow = new Map();
    this.at = new Map([[OUTSIDE, []]]);
    this.arcs = arcs;
    /** The equations that contradict each other whatever the blanks hold; null if there are none. */
    this.contradicted = null;
    const excess = new Map();
    for (const cell of cells) {
      for (const node of arcs.get(cell)) if (!this.at.has(node)) this.at.set(node, []);
      const value = cell === extra ? null : values[cell];
      const [tail, head] = arcs.get(cell);
      if (value === null) {
        this.flow.set(cell, 0);
        this.at.get(tail).push(cell);
        this.at.get(head).push(cell);
      } else {
        excess.set(tail, (excess.get(tail) ?? 0) - value);
        excess.set(head, (excess.get(head) ?? 0) + value);
      }
    }
    excess.delete(OUTSIDE);
    this.settle(excess);
  }

  /** Send what is too much at some equations to where something is missing, or outside. */
  settle(excess) {
    for (const sign of [1, -1]) {
      for (const node of excess.keys()) {
        while (sign * excess.get(node) > 0) {
          const goals = new Set([OUTSIDE]);
          for (const [other, value] of excess) if (sign * value < 0) goals.add(other);
          const { path, seen } = this.path(node, goals, null, sign);
          if (path === null) {
            this.contradicted = seen;
            return;
          }
          const goal = path.at(-1).to;
          const missing = goal === OUTSIDE ? Infinity : sign * -excess.get(goal);
          const sent = this.send(path, Math.min(sign * excess.get(node), missing));
          excess.set(node, excess.get(node) - sign * sent);
          if (goal !== OUTSIDE) excess.set(goal, excess.get(goal) + sign * sent);
        }
      }
    }
  }

  /** A shortest way on which more can flow, or against which, by the sign; and what is reached. */
  path(start, goals, without, sign = 1) {
    const came = new Map();
    const seen = new Set([start]);
    const waiting = [start];
    for (const node of waiting) {
      for (const cell of this.at.get(node)) {
        if (cell === without) continue;
        const [tail, head] = this.arcs.get(cell);
        const along = (tail === node ? 1 : -1) * sign;
        const other = tail === node ? head : tail;
        if (seen.has(other) || (along < 0 && !this.flow.get(cell))) continue;
        seen.add(other);
        came.set(other, { cell, along, from: node, to: other });
        if (goals.has(other)) return { path: traced(came, start, other), seen };
        waiting.push(other);
      }
    }
    return { path: null, seen };
  }

  send(path, most) {
    const against = path.filter(({ along }) => along < 0).map(({ cell }) => this.flow.get(cell));
    const sent = Math.min(most, ...against);
    for (const { cell, along } of path) this.flow.set(cell, this.flow.get(cell) + along * sent);
    return sent;
  }

  /** The least and the greatest number that a blank can hold; null if there is no bound. */
  range(cell) {
    const [tail, head] = this.arcs.get(cell);
    const kept = new Map(this.flow);
    const least = kept.get(cell) - this.around(tail, head, cell, kept.get(cell));
    this.flow = kept;
    const greatest = kept.get(cell) + this.around(head, tail, cell, DATA.limits.largest);
    return [least, greatest >= DATA.limits.largest ? null : greatest];
  }

  /** How much can flow from one equation to another without using a cell, up to so much. */
  around(start, goal, cell, most) {
    let sent = 0;
    while (sent < most) {
      const { path } = this.path(start, new Set([goal]), cell);
      if (path === null) break;
      sent += this.send(path, most - sent);
    }
    return sent;
  }
}

function traced(came, start, goal) {
  const path = [];
  for (let node = goal; node !== start; node = path[0].from) path.unshift(came.get(node));
  return path;
}

// --- one part -----------------------------------------------------------------------------------

/** The single cells that explain the sums of a part without blanks, with what each should be. */
function* singleCells(off, rows, owners, residuals, values) {
  for (const [factor, cell] of rows[off[0]]) {
    const own = owners.get(cell);
    const by = -residuals[off[0]] * factor;
    const explains =
      own.length === off.length &&
      own.every(([row, coefficient]) => off.includes(row) && coefficient * by === -residuals[row]);
    const right = values[cell] + by;
    if (explains && right >= 0 && right <= DATA.limits.largest) yield [cell, [right, right]];
  }
}

/** The same where cells are blank: with the least and the greatest number that each can be. */
function* singleCellsBesideBlanks(contradicted, own, arcs, values) {
  for (const cell of own) {
    const touches = arcs.get(cell).some((node) => contradicted.has(node));
    if (!touches || values[cell] === null) continue;
    const flow = new Flow(arcs, own, values, cell);
    if (flow.contradicted === null) yield [cell, flow.range(cell)];
  }
}

function diagnosedPart(form, { off, own, contradicted }, { rows, owners, arcs, residuals, values }) {
  const part = {
    relations: off.map((place) => form.relations[form.equations.relations[place]].id),
    cells: own.map((cell) => form.cells[cell].address),
    explanations: [],
  };
  const single =
    contradicted === null
      ? singleCells(off, rows, owners, residuals, values)
      : singleCellsBesideBlanks(contradicted, own, arcs, values);
  const found = [...single].map(([place, [least, greatest]]) => {
    const kinds = new Set(evidenceFor(form, place, values[place], least, values));
    return {
      place,
      cell: form.cells[place].address,
      from: values[place],
      to: least === greatest ? least : null,
      room: least === greatest ? null : [least, greatest],
      evidence: Object.keys(DATA.evidence.labels).filter((kind) => kinds.has(kind)),
    };
  });
  found.sort((one, other) => weight(one.evidence) - weight(other.evidence) || one.place - other.place);
  if (!found.length) {
    const text = (language) =>
      contradicted === null
        ? noSingleText(form, rows, off, residuals, owners, language)
        : saidOfSlip("NO_SINGLE_BESIDE_BLANKS", language);
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
  const arcs = arcsOf(rows, owners);
  const residuals = rows.map((row) =>
    row.reduce((sum, [coefficient, cell]) => sum + coefficient * (values[cell] ?? 0), 0),
  );
  const parts = [];
  for (const places of form.equations.components) {
    const cells = new Set(places.flatMap((place) => rows[place].map(([, cell]) => cell)));
    const own = [...cells].sort((one, other) => one - other);
    if (own.every((cell) => values[cell] !== null)) {
      const off = places.filter((place) => residuals[place] !== 0);
      if (off.length) parts.push({ off, own, contradicted: null });
      continue;
    }
    const { contradicted } = new Flow(arcs, own, values, null);
    if (contradicted === null) continue;
    const violated = places.filter(
      (place) =>
        outcomeOf(form.relations[form.equations.relations[place]], values) === "violated",
    );
    const off = violated.length ? violated : places.filter((place) => contradicted.has(place));
    parts.push({ off, own, contradicted });
  }
  const known = { rows, owners, arcs, residuals, values };
  return { form: form.id, parts: parts.map((part) => diagnosedPart(form, part, known)) };
}

/**
 * Which cell is wrong, for each part of the form that shares no cell with the others and whose
 * relations cannot all hold: every single cell whose change, with some numbers in the blanks, makes
 * them hold, the likeliest first.
 * Throws InvalidDocument.
 */
function diagnose(document) {
  const { document: plainly, form } = required(document);
  return diagnosed(form, valuesOf(form, plainly));
}
