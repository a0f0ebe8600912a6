// Runs the part of every case that a JSON Schema validator can see. Exits 1 on a failure.
import { readFileSync } from "node:fs";
import Ajv2020 from "ajv/dist/2020.js";

const root = new URL("../../", import.meta.url);
const read = (path) => JSON.parse(readFileSync(new URL(path, root), "utf8"));
const index = read("index.json");

// A strict validator is told of our annotations and of the format "decimal"; else it refuses them.
const ajv = new Ajv2020({ strict: true, allowUnionTypes: true, formats: { decimal: true } });
ajv.addVocabulary(Object.keys(index.keywords));

const union = ajv.compile(read(index.reports));
const schemas = {};
for (const kind of ["index", "relations", "certificate", "conformance"]) {
  schemas[kind] = ajv.compile(read(`${kind}.schema.json`));
}

let passed = 0;
const failures = [];
function expect(name, found, expected) {
  if (found === expected) passed += 1;
  else failures.push(`${name}: found ${found}, expected ${expected}`);
}

function parsed(text) {
  try {
    return { document: JSON.parse(text) };
  } catch {
    return null;
  }
}

expect("index.json", schemas.index(index), true);
const editions = {};
for (const { edition, files } of index.editions) {
  const schema = read(files.report);
  editions[edition] = ajv.compile(schema);
  for (const example of schema.examples) {
    expect(`example of ${edition}`, editions[edition](example), true);
  }
  for (const kind of ["relations", "certificate", "conformance"]) {
    expect(files[kind], schemas[kind](read(files[kind])), true);
  }
}

for (const { files } of index.editions) {
  const { cases, pairs } = read(files.conformance);
  for (const { id, text, schema_valid: expected } of cases) {
    const result = parsed(text);
    if (result === null || expected === null) {
      expect(`${id} (is not JSON)`, result === null, expected === null);
      continue;
    }
    const { document } = result;
    expect(`${id} (report)`, union(document), expected);
    const edition = editions[document?.edition];
    if (edition) expect(`${id} (${document.edition})`, edition(document), expected);
  }
  for (const { id, previous, text } of pairs) {
    for (const one of [previous, text]) expect(`${id} (report)`, union(JSON.parse(one)), true);
  }
}

for (const failure of failures) console.error(failure);
console.log(`${passed} passed, ${failures.length} failed`);
process.exit(failures.length === 0 ? 0 : 1);
