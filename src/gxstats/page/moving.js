// --- moving about, as in a spreadsheet ----------------------------------------------------------

/** The fields of each table, row by row as printed. */
const GRIDS = [...document.querySelectorAll("table.form")].map((table) => {
  const rows = new Map();
  for (const input of table.querySelectorAll("input[data-cell]")) {
    const { row } = input.parentElement.dataset;
    if (!rows.has(row)) rows.set(row, []);
    rows.get(row).push(FIELDS[Number(input.dataset.cell)]);
  }
  return [...rows.values()];
});

function fieldOf(element) {
  const place = element?.dataset?.cell;
  return place === undefined ? null : FIELDS[Number(place)];
}

/** Where a field stands: the rows of its table, and its row and column among them. */
function placeOf(field) {
  const rows = GRIDS.find((grid) => grid.some((row) => row.includes(field)));
  const row = rows.findIndex((one) => one.includes(field));
  return { rows, row, column: rows[row].indexOf(field) };
}

function goTo(field) {
  field.input.focus();
  field.input.select();
  field.input.scrollIntoView({ block: "center", inline: "nearest" });
}

function columnOf(field) {
  return Number(field.box.dataset.column);
}

/** The field above or below: the one that begins nearest to where this one does. */
function beside(field, step) {
  const { rows, row } = placeOf(field);
  const next = rows[row + step];
  if (!next) return null;
  const apart = (one) => Math.abs(columnOf(one) - columnOf(field));
  return next.reduce((best, one) => (apart(one) < apart(best) ? one : best));
}

function along(field, step) {
  const { rows, row, column } = placeOf(field);
  return rows[row][column + step] ?? null;
}

function atEdge({ selectionStart, selectionEnd, value }, step) {
  if (selectionStart === 0 && selectionEnd === value.length) return true;
  return selectionStart === selectionEnd && selectionStart === (step < 0 ? 0 : value.length);
}

function moved(event) {
  const field = fieldOf(event.target);
  if (field === null || event.altKey || event.metaKey || event.isComposing) return;
  const next = destination(field, event);
  if (next === undefined) return;
  event.preventDefault();
  if (next) goTo(next);
}

/** Where a key leads: a field, null at the edge of a table, undefined for a key that leads nowhere. */
function destination(field, { key, shiftKey, ctrlKey }) {
  if (ctrlKey) return { Home: FIELDS[0], End: FIELDS.at(-1) }[key];
  switch (key) {
    case "ArrowUp":
      return beside(field, -1);
    case "ArrowDown":
      return beside(field, 1);
    case "Enter":
      return beside(field, shiftKey ? -1 : 1);
    case "ArrowLeft":
      return !shiftKey && atEdge(field.input, -1) ? along(field, -1) : undefined;
    case "ArrowRight":
      return !shiftKey && atEdge(field.input, 1) ? along(field, 1) : undefined;
    default:
      return undefined;
  }
}
