// Parses each file named with the grammar of VTL 2.0 and prints, as JSON, its syntax errors and its
// rules: of each the name, the item on its left, the sign, and the items on its right with theirs.
import { readFileSync } from "node:fs";
import antlr from "@making-sense/antlr4ng";
import vtl from "@making-sense/vtl-2-0-antlr-tools-ts";

const { CharStream, CommonTokenStream, BaseErrorListener } = antlr;

class Errors extends BaseErrorListener {
  found = [];
  syntaxError(recognizer, symbol, line, column, message) {
    this.found.push(`${line}:${column} ${message}`);
  }
}

function rule(item) {
  const relation = item.codeItemRelation();
  return {
    name: item._ruleName?.text ?? null,
    left: relation._codetemRef.getText(),
    sign: relation.comparisonOperand()?.getText() ?? null,
    right: relation.codeItemRelationClause().map((clause) => [
      clause._opAdd?.text ?? "+",
      clause._rightCodeItem.getText(),
    ]),
    code: item.erCode()?.constant().getText() ?? null,
    level: item.erLevel()?.constant().getText() ?? null,
  };
}

function parsed(text) {
  const errors = new Errors();
  const lexer = new vtl.Lexer(CharStream.fromString(text));
  const parser = new vtl.Parser(new CommonTokenStream(lexer));
  for (const one of [lexer, parser]) {
    one.removeErrorListeners();
    one.addErrorListener(errors);
  }
  const start = parser.start();
  if (errors.found.length) return { errors: errors.found, name: null, rules: [] };
  const definition = start.statement(0).defOperators();
  return {
    errors: [],
    name: definition.rulesetID().getText(),
    rules: definition.ruleClauseHierarchical().ruleItemHierarchical().map(rule),
  };
}

const texts = process.argv.slice(2).map((path) => readFileSync(path, "utf-8"));
console.log(JSON.stringify(texts.map(parsed)));
