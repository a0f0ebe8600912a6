
/** A whole number, not negative; null is a blank. */
export type Count = number | null;
/** A whole number with a sign; null is a blank. */
export type Change = number | null;
/**
 * A decimal number in 万元 (10,000 yuan), not negative; null is a blank. `read` gives its exact digits as
 * text; a number, as JSON.parse gives it, is taken as it prints.
 */
export type Amount = `${number}` | number | null;

export type Language = "zh" | "en";
export type Outcome = "held" | "violated" | "undecided";
export type Strength = "stated" | "implied" | "soft";
export interface Bilingual {
  zh: string;
  en: string;
}

/** What every report has beside its tables. */
export interface Facts {
  /** Fiscal year; null where it is not known. */
  year: number | null;
  organ: Organ;
  narrative: Narrative;
  remarks: Remark[];
}

/** One thing that is wrong with a document, and where (a JSON Pointer). */
export interface Problem {
  code: string;
  address: string;
  found: string;
  message: Bilingual;
}

/** One relation on one report. */
export interface Result {
  id: RelationId;
  strength: Strength;
  outcome: Outcome;
  /** The left side; null where one of its cells is blank. */
  left: number | null;
  right: number | null;
  /** Left minus right. */
  residual: number | null;
  /** The cells, left side first. */
  cells: { address: TiedAddress; value: number | null }[];
  /** The sentence a clerk needs, with the numbers. */
  explain(language: Language): string;
}

/** Every relation of a form, evaluated on one report. */
export interface Check {
  form: FormId;
  verdict: Outcome;
  results: Result[];
  /** The binding relations, by what came of them. */
  violated: Result[];
  undecided: Result[];
  held: Result[];
  /** The soft relations that do not hold. */
  hints: Result[];
  headline(language: Language): string;
}

/** A single cell whose change makes every relation of a part hold. */
export interface Slip {
  cell: Address;
  from: number;
  /** What it should be; null where blanks leave that open. */
  to: number | null;
  /** Then the least and the greatest number that it may be; null is no bound. */
  room: [number, number | null] | null;
  evidence: string[];
  explain(language: Language): string;
}

/** What is wrong in a part of the form that shares no cell with the others. */
export interface DiagnosedPart {
  /** One cell; one of several cells; or more than one cell. */
  kind: "unique" | "single" | "several";
  /** The relations that fail, not counting those that follow from others. */
  relations: RelationId[];
  /** The cells of the part, in the order of the form. */
  cells: Address[];
  /** The likeliest first. */
  explanations: Slip[];
  explain(language: Language): string;
}

export interface Diagnosis {
  form: FormId;
  parts: DiagnosedPart[];
}

export interface Cell {
  address: Address;
  kind: "count" | "change" | "amount";
  name: Bilingual;
}

/** The address of a cell; after `previous:`, of a cell of the report of the year before. */
export type TiedAddress = Address | `previous:${Address}`;

export interface Term {
  coefficient: number;
  cell: TiedAddress;
}

export interface Relation {
  id: RelationId;
  strength: Strength;
  comparison: "eq" | "le";
  left: Term[];
  right: Term[];
}

export interface Form {
  id: FormId;
  edition: string;
  notice: string;
  title: Bilingual;
  cells: Cell[];
  relations: Relation[];
  /** Its relations to the report of the year before. */
  yearRelations: Relation[];
}

/** A document that no report is; carries its problems. */
export class InvalidDocument extends Error {
  problems: Problem[];
}

/** The report in the text of a JSON document, with amounts as exact text; or its problems. */
export function read(
  text: string,
):
  | { document: Report; form: FormId; problems: [] }
  | { document: null; form: null; problems: [Problem, ...Problem[]] };
/** The text of a document, amounts exact; throws InvalidDocument. */
export function write(document: Report): string;
/** What is wrong with a document; nothing if it is a report. */
export function validate(document: unknown): Problem[];
/** The id of the form that a document is on; throws InvalidDocument. */
export function formOf(document: Report): FormId;
/** Every relation of a document's form, evaluated on it; throws InvalidDocument. */
export function check(document: Report): Check;
/**
 * Every relation of a document to that of the year before, on whatever form that is; throws
 * InvalidDocument, and RangeError if both years are known and do not follow each other.
 */
export function checkYears(previous: Report, document: Report): Check;
/** Which single cells explain the relations that fail; throws InvalidDocument. */
export function diagnose(document: Report): Diagnosis;
/** The document with every total set to the sum of its parts, where none is blank. */
export function fillTotals<Document extends Report>(
  document: Document,
): { document: Document; changes: { cell: Address; from: Count; to: Count }[] };
/** What a printed text says in a cell of a kind; `fault` is the code of why it has no value. */
export function figure(
  printed: string,
  kind: Cell["kind"],
): { value: Count | Amount; fault: string | null; remark: string | null };
/** Whether nothing is printed, or a mark for nothing. */
export function isBlank(printed: string): boolean;
/** The 18th character of a 统一社会信用代码 (GB 32100), from the first seventeen. */
export function creditCodeCheckCharacter(firstSeventeen: string): string;

export const forms: Form[];
export const EDITIONS: string[];
/** The version of gxstats that wrote this. */
export const version: string;

