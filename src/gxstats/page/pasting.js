// --- pasting: text from Excel, tables from Word and Excel ---------------------------------------

const LONGEST_PASTE = 1_000_000;
const MOST_PASTED = 10_000; // cells; a form has two hundred, and as many labels

/** The rows of tab-separated text; a cell in quotes may hold tabs and line breaks. Null if too many. */
function rowsOfText(text) {
  if (text.split(/[\t\n]/u, MOST_PASTED + 1).length > MOST_PASTED) return null;
  const rows = [[]];
  const cell = /"((?:[^"]|"")*)"(?=[\t\r\n]|$)|([^\t\r\n]*)/y;
  let place = 0;
  while (place <= text.length) {
    cell.lastIndex = place;
    const found = cell.exec(text);
    rows.at(-1).push(found[1] === undefined ? found[2] : found[1].replaceAll('""', '"'));
    place = cell.lastIndex;
    if (place >= text.length) break;
    if (text[place] === "\t") place += 1;
    else {
      place += text.startsWith("\r\n", place) ? 2 : 1;
      rows.push([]);
      if (place === text.length) break;
    }
  }
  if (rows.length > 1 && rows.at(-1).every((one) => one === "")) rows.pop();
  return rows;
}

/** The rows of a table; null in a place that a cell from before covers. Null if they are too many. */
function rowsOfTable(table) {
  const rows = [...table.rows].map(() => []);
  let covered = rows.length;
  if (covered > MOST_PASTED) return null;
  for (const [top, row] of [...table.rows].entries()) {
    let column = 0;
    for (const cell of row.cells) {
      while (rows[top][column] !== undefined) column += 1;
      const height = Math.min(cell.rowSpan || 1, rows.length - top);
      const width = Math.min(cell.colSpan || 1, 50);
      covered += height * width;
      if (covered > MOST_PASTED) return null;
      for (let down = 0; down < height; down += 1) {
        for (let right = 0; right < width; right += 1) rows[top + down][column + right] = null;
      }
      rows[top][column] = cell.textContent.replace(/\s+/g, " ").trim();
      column += width;
    }
  }
  return rows.filter((row) => row.length);
}

function isReadable(text) {
  return ["amount", "change"].some((kind) => figure(text, kind).fault === null);
}

function isNumber(text) {
  return text !== null && text !== undefined && text.trim() !== "" && isReadable(text);
}

function isWords(text) {
  return text !== null && text !== undefined && text.trim() !== "" && !isReadable(text);
}

/** What is pasted, without the rows of heads and the columns of labels that came along. */
function withoutHeads(given) {
  const isHead = (row) => row.some(isWords) && !row.some(isNumber);
  const rows = given.filter((row) => !isHead(row));
  const width = Math.max(0, ...rows.map((row) => row.length));
  let columns = 0;
  const isLabels = (column) =>
    !rows.some((row) => isNumber(row[column])) &&
    (rows.some((row) => isWords(row[column])) || rows.every((row) => (row[column] ?? null) === null));
  while (columns < width && isLabels(columns)) columns += 1;
  return {
    rows: rows.map((row) => row.slice(columns).filter((one) => one !== null && one !== undefined)),
    heads: given.length - rows.length,
    columns,
  };
}

/** What goes where, and what keeps it from going there. */
function plannedPaste(field, given) {
  const { rows: grid, row: top, column: left } = placeOf(field);
  const { rows, heads, columns } = withoutHeads(given);
  const problems = [];
  const plan = [];
  if (!rows.some((row) => row.some(isNumber))) problems.push(say("nothingToPaste"));
  if (rows.length > grid.length - top) {
    problems.push(say("beyondRows", { room: grid.length - top, rows: rows.length }));
  }
  rows.slice(0, grid.length - top).forEach((row, down) => {
    const places = grid[top + down].slice(left);
    const beyond = row.slice(places.length).some((text) => text.trim() !== "");
    if (beyond) {
      const told = { row: down + 1, columns: row.length, room: places.length };
      problems.push(say("beyondColumns", told));
    }
    places.slice(0, row.length).forEach((one, right) => {
      const { fault } = figure(row[right], one.kind);
      if (fault === null) plan.push([one, row[right].trim()]);
      else {
        const said = filled(PAGE.faults[fault][language], { printed: row[right].trim() });
        problems.push([cellLink(one.place), `　${said}`]);
      }
    });
  });
  return { plan, problems, heads, columns };
}

const OTHER_TAGS = /<[!]--(?:[^]*?-->|[^]*$)|<(?!\/?(?:table|thead|tbody|tfoot|tr|t[dh])\b)[^<>]*>?/giu;
const MOST_TABLES = 50;

/** The first table in HTML, else the text. The parser is given no tags that it takes long for. */
function rowsPasted(html, text) {
  const count = (tags, most) => html.split(tags, most + 2).length - 1;
  const tables = count(/<table/iu, MOST_TABLES);
  if (tables > MOST_TABLES || count(/<t[dhr]/iu, MOST_PASTED) > MOST_PASTED) return null;
  if (!tables) return rowsOfText(text);
  const plain = html.replace(OTHER_TAGS, "");
  return rowsOfTable(new DOMParser().parseFromString(plain, "text/html").querySelector("table"));
}

function pasted(event) {
  const field = fieldOf(event.target);
  if (field === null) return;
  const html = event.clipboardData.getData("text/html");
  const text = event.clipboardData.getData("text/plain");
  const rows = html.length + text.length > LONGEST_PASTE ? null : rowsPasted(html, text);
  if (rows === null) {
    event.preventDefault();
    notice(say("notPasted"), [DATA.codes["text.length"][language]], "refused");
    return;
  }
  if (rows.length < 2 && (rows[0]?.length ?? 0) < 2) return; // into the text of the field
  event.preventDefault();
  const { plan, problems, heads, columns } = plannedPaste(field, rows);
  if (problems.length) {
    notice(say("notPasted"), problems, "refused");
    return;
  }
  undoably(() => plan.forEach(([one, told]) => put(one, told)));
  const told = { count: plan.length, rows: heads, columns };
  notice(say(heads || columns ? "pastedHeads" : "pasted", told));
}
