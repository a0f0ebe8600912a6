// --- what is typed or pasted into a cell --------------------------------------------------------

function translated(text, characters, into) {
  return text.replace(new RegExp(`[${characters}]`, "gu"), into);
}

function folded(printed) {
  const text = translated(printed, DATA.print.minus, "-").normalize("NFKC");
  return text.trim().replace(/^[\u200b\ufeff]+|[\u200b\ufeff]+$/g, "");
}

/** Whether nothing is printed, or a mark for nothing. */
function isBlank(printed) {
  const { blanks, dashes, longest } = DATA.print;
  if (printed.trim().length > longest) return false;
  const text = folded(printed);
  if (!text) return true;
  const joined = translated(text, dashes, "-").replaceAll(" ", "").replace(/-{2,}/g, "--");
  return blanks.includes(joined) || blanks.includes(text.toUpperCase());
}

const FIGURE = new RegExp(`^(?:${DATA.print.figure})$`, "u");
const PLAIN = new RegExp(`^(?:${DATA.print.plain})$`, "u");
const RAISED = new RegExp(DATA.print.raised, "u");

function scaled(digits, power) {
  const { digits: own, exponent } = taken(digits);
  return plain(`${own || "0"}e${exponent + power}`);
}

/**
 * What a printed text says in a cell: its value, or the code of why it has none. `remark` is the text,
 * where that is no plain number. Money is in 万元 unless the text names another unit.
 */
function figure(printed, kind) {
  const remark = !printed.trim() || PLAIN.test(printed.trim()) ? null : printed.trim();
  const failing = (fault) => ({ value: null, fault, remark });
  if (isBlank(printed)) return { value: null, fault: null, remark };
  if (/^\s*[=＝]/.test(printed)) return failing("cell.formula");
  if (RAISED.test(printed)) return failing("cell.unreadable");
  const text = folded(printed).replace(/(?<![\d\s.])\s+|\s+(?![\d\s.])/g, "");
  const found = text.length <= 300 ? FIGURE.exec(text) : null;
  if (found === null) return failing("cell.unreadable");
  const { sign, number, unit = "", note = "" } = found.groups;
  const digits = number.replaceAll(",", "");
  if (digits.length > DATA.print.digits) return failing("cell.digits");
  if (/^0[0-9]/.test(digits)) return failing("cell.glued");
  const { money, negative } = DATA.print;
  let value = digits;
  if (kind === "amount") {
    if (sign) return failing("cell.sign");
    const told = note.replace(/^\(+|\)+$/g, "").replace(/^单位:/, "");
    const power = money[unit || (told in money ? told : "万元")];
    if (power === undefined) return failing("cell.unit");
    value = scaled(digits, power);
  } else {
    if (unit in money || unit.endsWith("元")) return failing("cell.unit");
    if (digits.includes(".")) return failing("cell.fraction");
    if (sign && kind !== "change") return failing("cell.sign");
    if (negative.includes(sign)) value = `-${digits}`;
  }
  if (numberCode(kind, value) !== null) return failing("cell.digits");
  return { value: kind === "amount" ? value : Number(value) + 0, fault: null, remark };
}

/**
 * The document with every total that follows from its parts set to their sum, and what that changed. A
 * total of which a part is blank, with nothing that it follows from, stays as it is.
 */
function fillTotals(given) {
  const { document, form } = required(given);
  const values = valuesOf(form, document);
  const { values: filledIn, changes } = totalsFilled(form, values);
  return { document: { ...document, ...tablesOf(form, filledIn) }, changes };
}

function totalsFilled(form, values) {
  const parts = new Map();
  for (const { strength, comparison, left, right } of form.relations) {
    const defines = strength !== "soft" && comparison === "eq" && left.length === 1 && left[0][0] === 1;
    if (defines && !parts.has(left[0][1])) parts.set(left[0][1], right);
  }
  const known = new Map();
  const valueOf = (cell) => {
    if (!parts.has(cell)) return values[cell];
    if (!known.has(cell)) {
      let sum = 0;
      for (const [coefficient, part] of parts.get(cell)) {
        const value = valueOf(part);
        sum = sum === null || value === null ? null : sum + coefficient * value;
      }
      const possible = sum !== null && sum >= 0 && sum <= DATA.limits.largest;
      known.set(cell, possible ? sum : values[cell]);
    }
    return known.get(cell);
  };
  const filledIn = values.map((_, cell) => valueOf(cell));
  const changes = form.cells
    .map(({ address }, cell) => ({ cell: address, from: values[cell], to: filledIn[cell] }))
    .filter(({ from, to }) => from !== to);
  return { values: filledIn, changes };
}
