// Runs the part of every case that a JSON Schema validator can see. Exits 1 on a failure.
import { readFileSync } from "node:fs";
import Ajv2020 from "ajv/dist/2020.js";

const root = new URL("../../", import.meta.url);
const read = (path) => JSON.parse(readFileSync(new URL(path, root), "utf8"));

// Annotations of our own begin with x-; anything else unknown is a mistake.
const ajv = new Ajv2020({ strict: true, allowUnionTypes: true });
ajv.addVocabulary(["x-gxstats", "x-unit"]);

const union = ajv.compile(read("report.schema.json"));
const editions = {
  2019: ajv.compile(read("report-2019.schema.json")),
  2021: ajv.compile(read("report-2021.schema.json")),
};

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

for (const { id, text, schema_valid: expected } of read("conformance/cases.json").cases) {
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

expect("relations.json", ajv.compile(read("relations.schema.json"))(read("relations.json")), true);
expect(
  "conformance/cases.json",
  ajv.compile(read("conformance/cases.schema.json"))(read("conformance/cases.json")),
  true,
);
for (const [edition, validate] of Object.entries(editions)) {
  for (const example of read(`report-${edition}.schema.json`).examples) {
    expect(`example of ${edition}`, validate(example), true);
  }
}

for (const failure of failures) console.error(failure);
console.log(`${passed} passed, ${failures.length} failed`);
process.exit(failures.length === 0 ? 0 : 1);
