"""The engine in JavaScript, run in Node: it says what gxstats says, of every case and of many reports."""

from __future__ import annotations

import json
import random
import subprocess
from decimal import Decimal

import pytest
from tests.support.conformance import CASES, PAIRS
from tests.support.engines import program_of
from tests.support.export_cases import file_of
from tests.support.random_reports import many
from tests.support.yardstick import PATIENCE

from gxstats import FORMS, InvalidDocument, Kind, check, from_json, to_json
from gxstats.diagnosis import Budget, diagnose, phrases
from gxstats.diagnosis.equations import equations_of
from gxstats.reading.limits import Limits
from gxstats.reading.numbers import figure, is_blank, plain_print
from gxstats.relations import check_years
from gxstats.testing import random_corruptions
from gxstats.text import LANGUAGES

pytestmark = pytest.mark.engines

SCRIPT = """
import { readFileSync } from "node:fs";
import * as gxstats from %s;
const { task, given } = JSON.parse(readFileSync(0, "utf8"));
const both = (said) => ({ zh: said.explain("zh"), en: said.explain("en") });
const tasks = {
  judge(text) {
    const { document, form, problems } = gxstats.read(text);
    if (document === null) return { problems };
    const found = gxstats.check(document);
    return {
      form,
      problems,
      verdict: found.verdict,
      headline: { zh: found.headline("zh"), en: found.headline("en") },
      results: found.results.map((one) => ({ ...one, explain: both(one) })),
      written: gxstats.write(document),
      again: gxstats.validate(document),
      loose: gxstats.validate(JSON.parse(text)),
    };
  },
  diagnose(text) {
    const { parts } = gxstats.diagnose(gxstats.read(text).document);
    return parts.map((part) => ({
      ...part,
      explain: both(part),
      explanations: part.explanations.map((one) => ({ ...one, explain: both(one) })),
    }));
  },
  total(text) {
    const { document, changes } = gxstats.fillTotals(gxstats.read(text).document);
    return { written: gxstats.write(document), changes };
  },
  figure([printed, kind]) {
    return { ...gxstats.figure(printed, kind), blank: gxstats.isBlank(printed) };
  },
  code: gxstats.creditCodeCheckCharacter,
  years([previous, text]) {
    const found = gxstats.checkYears(...[previous, text].map((one) => gxstats.read(one).document));
    return {
      verdict: found.verdict,
      hints: found.hints.length,
      headline: { zh: found.headline("zh"), en: found.headline("en") },
      results: found.results.map((one) => ({ ...one, explain: both(one) })),
    };
  },
  unrelated([previous, text]) {
    try {
      gxstats.checkYears(...[previous, text].map((one) => gxstats.read(one).document));
    } catch (error) {
      return error.message;
    }
  },
};
process.stdout.write(JSON.stringify(given.map((one) => tasks[task](one))));
"""


def run(task, given):
    program_of("Node", "node")
    script = SCRIPT % json.dumps(file_of("javascript").as_uri())
    done = subprocess.run(
        ["node", "--input-type=module", "-e", script],
        input=json.dumps({"task": task, "given": given}).encode(),
        capture_output=True,
        check=False,
        timeout=PATIENCE,
    )
    assert done.returncode == 0, done.stderr.decode()
    return json.loads(done.stdout)


def texts_of(reports):
    return [to_json(report).decode() for report in reports]


# --- reading --------------------------------------------------------------------------------------


@pytest.fixture(scope="module")
def judged():
    return dict(
        zip((c["id"] for c in CASES), run("judge", [c["text"] for c in CASES]), strict=True)
    )


def test_every_case_is_judged_as_it_says(judged):
    for case in CASES:
        found = judged[case["id"]]
        problems = [{key: one[key] for key in ("code", "address")} for one in found["problems"]]
        assert problems == case.get("problems", []), case["id"]
        if case["valid"]:
            assert found["form"] == case["form"]
            outcomes = {
                one["id"]: {key: one[key] for key in ("outcome", "left", "right", "residual")}
                for one in found["results"]
            }
            assert outcomes == case["relations"], case["id"]


def test_every_pair_of_years_is_judged_and_worded_as_in_python():
    found = run("years", [[pair["previous"], pair["text"]] for pair in PAIRS])
    for pair, said in zip(PAIRS, found, strict=True):
        checked = check_years(*(from_json(pair[key]) for key in ("previous", "text")))
        assert said["verdict"] == checked.verdict.value
        assert said["hints"] == len(checked.hints)
        for one, result in zip(said["results"], checked, strict=True):
            outcome = {key: one[key] for key in ("outcome", "left", "right", "residual")}
            assert outcome == pair["relations"][one["id"]]
            assert [(c["address"], c["value"]) for c in one["cells"]] == [*result.cells.items()]
            assert one["explain"] == {each: result.explain(each) for each in LANGUAGES}
        for language in LANGUAGES:
            assert checked.explain(language).startswith(said["headline"][language])


def test_years_that_do_not_follow_are_refused():
    pair = next(one for one in PAIRS if one["form"] == one["previous_form"])
    [said] = run("unrelated", [[pair["text"], pair["previous"]]])
    assert "is not that of the year before" in said


def test_a_problem_is_said_in_both_languages(judged):
    for found in judged.values():
        for problem in found["problems"]:
            assert all(problem["message"][language] for language in LANGUAGES)
            assert problem["address"] in problem["message"]["zh"]


def test_what_is_written_is_the_report_that_was_read(judged):
    for case in CASES:
        if case["valid"]:
            found = judged[case["id"]]
            assert from_json(found["written"]) == from_json(case["text"])
            assert found["again"] == []
            amounts = [c.address for c in FORMS[case["form"]] if c.kind is Kind.AMOUNT]
            assert {problem["address"] for problem in found["loose"]} <= set(amounts)


@pytest.mark.parametrize(
    "digits", ["4875.699", "123456789012.12345678", "0.00000001", "1E+2", "0"]
)
def test_an_amount_keeps_every_digit(digits):
    [address] = [c.address for c in FORMS["2019"] if c.kind is Kind.AMOUNT]
    report = from_json(next(c["text"] for c in CASES if c["id"] == "zeros.2019"))
    report = report.replace({address: Decimal(digits)})
    [found] = run("judge", texts_of([report]))
    assert f'"amount": {Decimal(digits):f}\n' in found["written"]


def test_random_damage_is_judged_as_gxstats_judges_it():
    random_ = random.Random(11)
    texts = texts_of(many(30, seed=12))
    junk = [
        "12.0",
        "-1",
        "true",
        '"5"',
        "[]",
        "{}",
        "1e2",
        "NaN",
        "1234567890123",
        "null",
        "0.5",
        "-0",
    ]
    damaged = []
    for _ in range(600):
        document = json.loads(random_.choice(texts), parse_float=str)
        for _ in range(random_.randrange(1, 4)):
            part = document
            while True:
                key = random_.choice(list(part))
                if not isinstance(part[key], dict) or random_.random() < 0.1:
                    break
                part = part[key]
            if random_.random() < 0.2:
                del part[key]
                if not part:
                    break
            elif random_.random() < 0.2:
                part[f"{key}/~"] = 0
            else:
                part[key] = f"\ue000{random_.choice(junk)}\ue000"
        text = json.dumps(document, ensure_ascii=False)
        pieces = text.split('"\ue000')
        text = pieces[0] + "".join(
            inner.replace('\\"', '"') + rest
            for inner, _, rest in (piece.partition('\ue000"') for piece in pieces[1:])
        )
        damaged.append(text)
    wrong = 0
    for text, found in zip(damaged, run("judge", damaged), strict=True):
        try:
            from_json(text)
            expected = []
        except InvalidDocument as error:
            expected = [(one.code, one.address) for one in error.problems]
        assert [(one["code"], one["address"]) for one in found["problems"]] == expected
        wrong += bool(expected)
    assert wrong > 300


# --- checking -------------------------------------------------------------------------------------


def held_against_check(reports, found):
    for report, said in zip(reports, found, strict=True):
        checked = check(report)
        assert said["verdict"] == checked.verdict.value
        for language in LANGUAGES:
            assert said["headline"][language] == checked.explain(language).splitlines()[0]
        for result, one in zip(checked, said["results"], strict=True):
            assert one["id"] == result.relation.id
            assert one["outcome"] == result.outcome.value
            assert [one[key] for key in ("left", "right", "residual")] == [
                result.left,
                result.right,
                result.residual,
            ]
            for language in LANGUAGES:
                assert one["explain"][language] == result.explain(language)
        assert from_json(said["written"]) == report


def test_random_reports_are_checked_and_said_as_gxstats_says():
    reports = many(200, seed=3)
    held_against_check(reports, run("judge", texts_of(reports)))


@pytest.mark.thorough
def test_thousands_of_random_reports_are_checked_and_said_as_gxstats_says():
    for seed in range(10):
        reports = many(500, seed=100 + seed)
        held_against_check(reports, run("judge", texts_of(reports)))


def test_the_cases_are_said_as_gxstats_says(judged):
    valid = [case for case in CASES if case["valid"]]
    reports = [from_json(case["text"]) for case in valid]
    held_against_check(reports, [judged[case["id"]] for case in valid])


# --- diagnosing -----------------------------------------------------------------------------------


def slipped(count, seed, blanks=0):
    """Reports with slips, and without a blank in any sum, or else with so many at most."""
    random_ = random.Random(seed)
    streams = [random_corruptions(random_, id, slips=(1, 2)) for id in FORMS]
    made = []
    while len(made) < count:
        report = next(random_.choice(streams)).corrupted
        equations = equations_of(report.form)
        cells = [equations.addresses[cell] for cell in equations.cells]
        if all(report[cell] is not None for cell in cells):
            left_out = random_.sample(cells, random_.randint(1, blanks)) if blanks else ()
            made.append(report.replace(dict.fromkeys(left_out)))
    return made


def parts_off(report):
    """The parts of the form, as places of the equations, in which a sum is off."""
    equations = equations_of(report.form)
    residuals = equations.residuals([value or 0 for value in report.values()])
    return [rows for rows in equations.components if any(residuals[row] for row in rows)]


def held_against_diagnose(reports, seen):
    for report, parts in zip(reports, run("diagnose", texts_of(reports)), strict=True):
        diagnosis = diagnose(report, budget=Budget(steps=3_000))
        if not diagnosis.complete and diagnosis.problem.blanks:
            continue
        if not diagnosis.problem.blanks:
            assert len(parts) == len(parts_off(report))
        assert bool(parts) == (diagnosis.size > 0)
        if len(parts) != 1:
            if diagnosis.complete and parts and diagnosis.size == len(parts):
                changed = {slip["cell"] for part in parts for slip in part["explanations"]}
                assert changed == diagnosis.suspects
                seen["together"] += 1
            continue
        [part] = parts
        seen[part["kind"]] += 1
        if part["kind"] == "several":
            assert diagnosis.size > 1
            assert part["explanations"] == []
            for language in LANGUAGES:
                said = part["explain"][language]
                if None in map(report.__getitem__, part["cells"]):
                    assert said == phrases.NO_SINGLE_BESIDE_BLANKS[language]
                elif diagnosis.complete and diagnosis.bound < diagnosis.size:
                    assert said in diagnosis.reason[language]
                    seen["said"] += 1
            continue
        assert diagnosis.size == 1
        assert (part["kind"] == "unique") == diagnosis.unique
        for language in LANGUAGES:
            assert part["explain"][language] == diagnosis.summary(language)
        expected = [one.changes[0] for one in diagnosis.explanations]
        for change, slip in zip(expected, part["explanations"], strict=True):
            room = None if change.room is None else list(change.room)
            assert (slip["cell"], slip["from"]) == (change.cell, change.old)
            assert (slip["to"], slip["room"]) == (change.new, room)
            if slip["to"] is None:
                seen["open"] += 1
            assert slip["evidence"] == [kind.value for kind in change.evidence]
            assert slip["explain"] == {one: change.explain(one) for one in LANGUAGES}


def test_single_wrong_cells_are_those_that_gxstats_finds():
    seen = dict.fromkeys(("unique", "single", "several", "together", "said"), 0)
    held_against_diagnose(slipped(250, seed=21), seen)
    assert all(seen.values()), seen


@pytest.mark.thorough
def test_single_wrong_cells_of_thousands_of_reports_are_those_that_gxstats_finds():
    seen = dict.fromkeys(("unique", "single", "several", "together", "said"), 0)
    held_against_diagnose(slipped(3_000, seed=22), seen)
    assert min(seen.values()) > 20, seen


def test_beside_blanks_the_single_wrong_cells_are_those_that_gxstats_finds():
    seen = dict.fromkeys(("unique", "single", "several", "together", "said", "open"), 0)
    held_against_diagnose(slipped(120, seed=23, blanks=8), seen)
    held_against_diagnose(slipped(60, seed=24, blanks=60), seen)
    assert min(seen[kind] for kind in ("unique", "single", "several", "open")) > 1, seen


@pytest.mark.thorough
def test_beside_blanks_in_thousands_of_reports_the_cells_are_those_that_gxstats_finds():
    seen = dict.fromkeys(("unique", "single", "several", "together", "said", "open"), 0)
    held_against_diagnose(slipped(2_000, seed=25, blanks=30), seen)
    assert min(seen[kind] for kind in ("unique", "single", "several", "open")) > 5, seen


# --- totals and entries -----------------------------------------------------------------------------


def test_filled_totals_make_every_report_add_up_that_can():
    reports = slipped(60, seed=31)
    for report, found in zip(reports, run("total", texts_of(reports)), strict=True):
        filled = from_json(found["written"])
        for result in check(filled):
            if len(result.relation.left) == 1 and result.relation.strength.value != "soft":
                assert result.outcome.value == "held"
        changed = {
            c.address: (v, filled[c.address]) for c, v in report.cells() if v != filled[c.address]
        }
        assert {c["cell"]: (c["from"], c["to"]) for c in found["changes"]} == changed


def test_a_total_with_a_blank_part_stays_as_it_is():
    report = slipped(1, seed=32)[0]
    address = "/disputes/reconsideration/total"
    report = report.replace({"/disputes/reconsideration/pending": None, address: 7})
    [found] = run("total", texts_of([report]))
    assert from_json(found["written"])[address] == 7


def test_what_is_printed_is_read_as_the_reader_of_reports_reads_it():
    random_ = random.Random(41)
    pieces = [
        "0", "1", "12", "305", "1,234", "12,34", ".5", "3.50", "007", "-", "－", "+", "减", "增加", "件",
        "万元", "元", "亿元", "件次", "（其中修订 16 件）", "(单位:元)", " ", "\u3000", "/", "——", "…", "无",
        "N/A", "１２", "，", "②", "=", "a", "百", "",
    ]  # fmt: skip
    printed = {"".join(random_.choices(pieces, k=random_.randrange(0, 5))) for _ in range(3_000)}
    given = [(text, kind.value) for text in sorted(printed) for kind in Kind]
    for (text, kind), found in zip(given, run("figure", given), strict=True):
        expected = figure(text, Kind(kind), "万元", Limits())
        assert (found["fault"], found["blank"]) == (expected.fault, is_blank(text)), text
        value = expected.value
        if isinstance(value, Decimal):
            value = format(value, "f")
        assert found["value"] == value, text
        assert (found["remark"] is None) == plain_print(text), text


def test_the_check_character_of_the_code():
    codes = ["91440300192203821", "11410505005600000"]
    from gxstats.forms.organ import credit_code_check_character

    assert run("code", codes) == [credit_code_check_character(code) for code in codes]


# --- bounds ---------------------------------------------------------------------------------------


def test_problems_are_counted_up_to_the_same_bound():
    """An item that is no remark is a problem, so that the number of items is that of problems."""
    text = to_json(next(iter(many(1, seed=7)))).decode()
    start, end = text.index('"remarks":[') + len('"remarks":['), text.rindex("]")
    texts = [
        f"{text[:start]}{','.join(['0'] * count)}{text[end:]}"
        for count in (999, 1_000, 1_001, 50_000)
    ]
    for one, found in zip(texts, run("judge", texts), strict=True):
        with pytest.raises(InvalidDocument) as refused:
            from_json(one)
        expected = [(problem.code, problem.address) for problem in refused.value.problems]
        assert [(problem["code"], problem["address"]) for problem in found["problems"]] == expected
