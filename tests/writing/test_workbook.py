"""A workbook is the form: laid out as printed, it says what check says, and is read back exactly."""

from __future__ import annotations

import io
import re
import sys
import zipfile
from decimal import Decimal
from functools import cache
from itertools import product
from xml.etree import ElementTree as ET

import attrs
import pytest
from hypothesis import given
from hypothesis import strategies as st

pytest.importorskip("xlsxwriter", reason="writes the workbooks")
pytest.importorskip("lxml", reason="reads the workbooks back")
pytest.importorskip("openpyxl", reason="opens the workbooks")

import openpyxl
from tests.support.effort import some, tries_as_drawn
from tests.support.libreoffice_recalculation import every_value, findings, opened
from tests.support.simple_reports import zeros

from gxstats import (
    FORMS,
    Bilingual,
    Kind,
    MissingExtra,
    Organ,
    Outcome,
    Remark,
    check,
    examples,
    form,
    read,
    rulebook,
)
from gxstats.relations.year_checking import check_years
from gxstats.testing import arbitrary_reports, organs, reports, reports_with_blanks
from gxstats.writing import printed_tables
from gxstats.writing.workbook import Totals, form_workbook, texts
from gxstats.writing.workbook.totals import computed_totals, definitions

languages = st.sampled_from(("zh", "en"))
any_report = st.one_of(reports(), reports_with_blanks(), arbitrary_reports())
EMPTY = some(product(("zh", "en"), Totals, FORMS.values()), 25)
"""By default each form, language and kind of totals in one workbook or another."""
every_empty = pytest.mark.parametrize(("language", "totals", "shown"), EMPTY)
every_empty_with_formulas = pytest.mark.parametrize(
    ("language", "shown"), [(la, shown) for la, kind, shown in EMPTY if kind is Totals.FORMULAS]
)
every_empty_with_inputs = pytest.mark.parametrize(
    ("language", "shown"), [(la, shown) for la, kind, shown in EMPTY if kind is Totals.INPUTS]
)
LANGUAGE = "en"
"""Of the workbooks that are read by default."""
every_language = pytest.mark.parametrize("language", some([LANGUAGE, "zh"], 50))
EXAMPLE = read(examples.path("yindu-2019")).report
SLIPS = attrs.evolve(
    zeros().replace(
        {
            "/disclosure/rules/issued": 5,
            "/disputes/reconsideration/total": 3,
            "/disputes/direct_litigation/other": None,
        }
    ),
    remarks=(Remark(cell="/disclosure/rules/issued", printed="22（其中修订 16 件）"),),
)
BEFORE = zeros(year=2022, requests__carried_out__total=4)
UNLOCKED_FACTS = 14
"""Name, year and two codes are typed above the tables."""

once = cache(form_workbook)
"""A workbook that several laws look at."""


def empty_book(shown, language, totals):
    return opened(once(shown, language=language, totals=totals))


def named(book, name):
    sheet, place = book.defined_names[name].attr_text.rsplit("!", 1)
    return book[sheet.strip("'")][place.replace("$", "")]


def cell_of(book, address):
    return named(book, address.removeprefix("/").replace("/", "."))


# --- read back ------------------------------------------------------------------------------


@tries_as_drawn(3)
@given(any_report, languages, st.sampled_from(Totals))
def test_a_report_is_read_back_exactly(report, language, totals):
    reading = read(form_workbook(report.form, report, language, totals=totals))
    assert reading.form is report.form
    assert reading.report.values() == report.values()
    assert [doubt for doubt in reading.doubts if doubt.cell] == []


@tries_as_drawn(3)
@given(reports_with_blanks(), languages)
def test_last_years_figures_do_not_get_into_the_report(report, language):
    before = attrs.evolve(zeros("2019"), year=None)
    reading = read(form_workbook(report.form, report, language, last_year=before))
    assert reading.report.values() == report.values()
    assert [doubt for doubt in reading.doubts if doubt.cell] == []


@every_empty
def test_the_empty_form_is_read_as_blank(language, totals, shown):
    reading = read(once(shown, language=language, totals=totals))
    assert reading.form is shown
    assert set(reading.report.values()) == {None}
    assert reading.report.year is None
    assert reading.report.organ == Organ()


@every_language
def test_year_and_organ_are_read_back(language):
    report = read(once(EXAMPLE.form, EXAMPLE, language)).report
    assert (report.year, report.organ.name) == (2019, "殷都区人民政府")


@pytest.mark.parametrize(
    "amount",
    some(["999999999999.99999999", "4875.699", "0.00000001", "123456789.12345678", "1E+2"], 40),
)
def test_an_amount_keeps_every_digit(amount):
    address = "/disclosure/administrative_fees/amount"
    report = zeros().replace({address: Decimal(amount)})
    assert read(form_workbook(report.form, report)).report[address] == Decimal(amount)


# --- what it says ---------------------------------------------------------------------------


@tries_as_drawn(3)
@given(any_report, languages, st.sampled_from(Totals))
def test_the_file_holds_what_check_finds(report, language, totals):
    data = form_workbook(report.form, report, language, totals=totals)
    found = check(report)
    said = [(one.outcome.label[language], one.explain(language)) for one in found]
    assert findings(data, language, len(found)) == said
    book = opened(data, values=True)
    assert named(book, "count.violated").value == len(found.violated)
    assert named(book, "count.undecided").value == len(found.undecided)
    assert named(book, "count.held").value == len(found.held)
    verdict = book[texts.FORM_SHEET[language]]["A1"].value
    assert verdict == found.explain(language).splitlines()[0]


@every_language
def test_what_fails_is_listed_on_top_hints_after_violations(language):
    book = opened(once(SLIPS.form, SLIPS, language), values=True)
    sheet = book[texts.FINDINGS_SHEET[language]]
    found = check(SLIPS)
    [violated], [hint] = found.violated, found.hints
    assert [sheet.cell(row, 2).value for row in (3, 4)] == [
        violated.explain(language),
        hint.explain(language),
    ]
    assert sheet.cell(5, 2).value in (None, "")


@every_empty_with_inputs
def test_where_nothing_fails_that_is_listed(language, shown):
    book = opened(once(shown, language=language, totals=Totals.INPUTS), values=True)
    listed = book[texts.FINDINGS_SHEET[language]]
    assert listed.cell(3, 2).value == texts.NONE_FAILING[language]


@every_language
def test_the_relations_to_last_year_are_checked(language):
    report = zeros()
    data = once(report.form, report, language, last_year=BEFORE)
    own, years = check(report), check_years(BEFORE, report)
    said = [(one.outcome.label[language], one.explain(language)) for one in (*own.results, *years)]
    assert findings(data, language, len(said)) == said
    assert named(opened(data, values=True), "years.violated").value == 1


@every_empty
def test_the_tables_stand_as_printed(language, totals, shown):
    sheet = empty_book(shown, language, totals)[texts.FORM_SHEET[language]]
    words = [cell.value for row in sheet.iter_rows() for cell in row if cell.value]
    for table in printed_tables(shown):
        assert any(table.table.title.zh in str(word) for word in words)
        for printed in table.cells:
            if printed.text is not None:
                assert any(printed.text.zh in str(word) for word in words), printed
    assert sheet.page_setup.paperSize == 9
    assert sheet.page_setup.fitToHeight == 0
    assert sheet.print_title_rows is not None


# --- totals ---------------------------------------------------------------------------------


@every_empty_with_formulas
def test_totals_are_formulas_made_of_their_parts(language, shown):
    book = empty_book(shown, language, Totals.FORMULAS)
    formulas = {a for a in shown.index if str(cell_of(book, a).value).startswith("=")}
    book_of = rulebook(shown)
    totals = {
        relation.left[0].address
        for relation in book_of
        if len(relation.left) == 1 < len(relation.right) and relation.comparison.value == "eq"
    }
    assert formulas == totals
    for address, relation in definitions(shown).items():
        text = cell_of(book, address).value
        parts = {cell_of(book, term.address).coordinate for term in relation.right}
        assert parts <= cells_in(text)


def cells_in(formula):
    """Every cell that a formula names, one by one or in a range."""
    found = set()
    for first, last in re.findall(r"\$([A-Z]+\$\d+)(?::\$([A-Z]+\$\d+))?", formula):
        ends = [end.replace("$", "") for end in (first, last or first)]
        for row in openpyxl.Workbook().active[f"{ends[0]}:{ends[1]}"]:
            found |= {cell.coordinate for cell in row}
    return found


@every_empty_with_inputs
def test_with_inputs_no_cell_of_the_form_is_a_formula(language, shown):
    book = empty_book(shown, language, Totals.INPUTS)
    assert {cell_of(book, address).value for address in shown.index} == {None}
    assert not any(cell_of(book, address).protection.locked for address in shown.index)


def test_a_total_with_a_blank_part_is_blank_and_no_formula_mends_a_slip():
    report = zeros()
    right = set(computed_totals(report.form, {c.address: v for c, v in report.cells()}))
    assert right == set(definitions(report.form))
    book = opened(once(SLIPS.form, SLIPS, LANGUAGE))
    assert cell_of(book, "/disputes/reconsideration/total").value == 3
    assert cell_of(book, "/disputes/direct_litigation/total").value == 0
    blank = SLIPS.replace({"/disputes/direct_litigation/total": None})
    values = {cell.address: value for cell, value in blank.cells()}
    assert "/disputes/direct_litigation/total" in computed_totals(blank.form, values)


# --- a sheet to type in ---------------------------------------------------------------------


@every_empty
def test_what_is_typed_is_validated_and_the_rest_is_locked(language, totals, shown):
    book = empty_book(shown, language, totals)
    sheet = book[texts.FORM_SHEET[language]]
    rules = {}
    for rule in sheet.data_validations.dataValidation:
        for block in rule.sqref.ranges:
            for row, column in block.cells:
                place = sheet.cell(row, column).coordinate
                assert place not in rules
                rules[place] = rule
    for cell in shown:
        own = cell_of(book, cell.address)
        rule = rules.pop(own.coordinate)
        least = -999_999_999_999 if cell.kind is Kind.CHANGE else 0
        assert rule.type == ("decimal" if cell.kind is Kind.AMOUNT else "whole")
        assert (float(rule.formula1), rule.operator) == (least, None)
        assert float(rule.formula2) in (999_999_999_999, 10**12)
        assert rule.allow_blank
        assert cell.name(language) in rule.prompt or rule.prompt.endswith("…")
        assert "整数" in rule.error or "十进制" in rule.error
        assert "number" in rule.error
        assert own.protection.locked == str(own.value).startswith("=")
    facts = {
        named(book, name).coordinate
        for name in ("report.year", "organ.scope", "organ.code", "organ.division")
    }
    assert set(rules) == facts
    for page in book:
        assert page.protection.sheet
        assert not page.protection.password
    open_cells = {
        cell.coordinate
        for row in sheet.iter_rows()
        for cell in row
        if not cell.protection.locked and type(cell).__name__ != "MergedCell"
    }
    inputs = {c.coordinate for a in shown.index if not (c := cell_of(book, a)).protection.locked}
    headings = [
        cell.row
        for (cell,) in sheet.iter_rows(max_col=1)
        if str(cell.value).startswith(("一、总体情况", "五、", "六、"))
    ]
    texts_of_sections = {f"A{row + below}" for row in headings for below in (1, 2, 3)}
    assert len(texts_of_sections) == 9
    name = {named(book, "organ.name").coordinate}
    assert open_cells - inputs == facts | name | texts_of_sections
    assert len(open_cells) == len(inputs) + UNLOCKED_FACTS


@every_empty
def test_a_cell_is_marked_by_what_is_said_of_it(language, totals, shown):
    book = empty_book(shown, language, totals)
    marked = {}
    for over, rules in book[texts.FORM_SHEET[language]].conditional_formatting._cf_rules.items():
        marked[str(over.sqref)] = [rule.formula[0] for rule in rules]
    for address in shown.index:
        name = address.removeprefix("/").replace("/", ".")
        rules = marked[cell_of(book, address).coordinate]
        assert rules[:2] == [f"invalid.{name}>0", f"violated.{name}>0"]
        assert rules[2].startswith("LEN(TRIM(")
        used = [relation for relation in rulebook(shown) if address in relation.addresses]
        assert str(named(book, f"violated.{name}").value).count("=") == 1 + len(used)


def test_remarks_become_notes():
    [remark] = SLIPS.remarks
    note = cell_of(opened(once(SLIPS.form, SLIPS, LANGUAGE)), remark.cell).comment
    assert "22（其中修订 16 件）" in note.text


# --- hostile and plain files ----------------------------------------------------------------


@tries_as_drawn(3)
@given(organs(), languages)
def test_what_an_organ_is_called_is_text_and_the_file_opens(organ, language):
    report = attrs.evolve(zeros(), organ=organ)
    data = form_workbook(report.form, report, language)
    with zipfile.ZipFile(io.BytesIO(data)) as package:
        for name in package.namelist():
            if name.endswith((".xml", ".rels", ".vml")):
                ET.fromstring(package.read(name))
    read(data)


@pytest.mark.parametrize(
    "name", some(["=1+1", '=HYPERLINK("x","y")', "http://x.cn", "@SUM(1)"], 25)
)
def test_a_name_that_looks_like_a_formula_is_none(name):
    report = attrs.evolve(zeros(), organ=Organ(name=name))
    cell = named(opened(form_workbook(report.form, report)), "organ.name")
    assert (cell.value, cell.data_type, cell.hyperlink) == (name, "s", None)
    assert cell.number_format == "@"


@pytest.mark.parametrize(
    ("report", "before", "language"),
    some(
        [
            (zeros(), BEFORE, LANGUAGE),
            (
                form("2019").blank(year=None, organ=Organ()),
                form("2019").blank(year=None, organ=Organ()),
                "zh",
            ),
        ],
        50,
    ),
)
def test_every_formula_has_its_value_and_is_within_what_excel_takes(report, before, language):
    data = once(report.form, report, language, last_year=before)
    plain, valued = opened(data), opened(data, values=True)
    functions = set()
    for sheet in plain:
        for row in sheet.iter_rows():
            for cell in row:
                if cell.data_type != "f":
                    continue
                assert len(cell.value) < 8192
                texts_in = re.findall(r'"((?:[^"]|"")*)"', cell.value)
                assert all(len(text) <= 255 for text in texts_in)
                bare = re.sub(r'"(?:[^"]|"")*"', "", cell.value)
                functions |= set(re.findall(r"([A-Z.]+)\(", bare))
                value = valued[sheet.title][cell.coordinate].value
                assert not str(value).startswith("#")
    assert functions <= {
        "ABS", "AND", "CHOOSE", "COUNT", "COUNTIF", "IF", "IFERROR", "INDEX", "INT", "ISNUMBER",
        "LEFT", "LEN", "MATCH", "MID", "N", "OR", "ROUND", "SUM", "SUMPRODUCT", "TEXT", "TRIM",
        "VALUE",
    }  # fmt: skip


@every_language
def test_the_same_report_gives_the_same_bytes(language):
    first = once(EXAMPLE.form, EXAMPLE, language)
    assert form_workbook(EXAMPLE.form, EXAMPLE, language) == first


def test_only_the_form_is_filled_in_by_hand_and_the_workings_are_hidden():
    [_, totals, shown] = EMPTY[0]
    book = empty_book(shown, "zh", totals)
    states = {sheet.title: sheet.sheet_state for sheet in book}
    assert states == {
        texts.FINDINGS_SHEET.zh: "visible",
        texts.FORM_SHEET.zh: "visible",
        texts.CELLS_SHEET.zh: "hidden",
        texts.WORKINGS_SHEET.zh: "hidden",
    }
    assert book.active.title == texts.FORM_SHEET.zh


@every_empty_with_inputs
def test_a_blank_form_has_no_numbers_but_counts(language, shown):
    found = every_value(once(shown, language=language, totals=Totals.INPUTS))
    on_the_form = [v for (sheet, _), v in found.items() if sheet == texts.FORM_SHEET[language]]
    assert {type(value) for value in on_the_form} == {str}


# --- errors and words -----------------------------------------------------------------------


def test_a_report_on_another_form_and_a_year_that_does_not_follow_are_refused():
    with pytest.raises(ValueError, match="the report is on form 2019, not on 2021"):
        form_workbook(form("2021"), EXAMPLE)
    with pytest.raises(ValueError, match="2019"):
        form_workbook(EXAMPLE.form, EXAMPLE, last_year=EXAMPLE)


def test_without_the_library_the_extra_is_named(monkeypatch):
    monkeypatch.setitem(sys.modules, "xlsxwriter", None)
    with pytest.raises(MissingExtra, match=r"gxstats\[workbook\]"):
        form_workbook(form("2021"))


def test_every_word_is_in_both_languages():
    said = {name: value for name, value in vars(texts).items() if isinstance(value, Bilingual)}
    assert len(said) > 20
    for name, text in said.items():
        assert re.search("[\u4e00-\u9fff]", text.zh), name
        assert not re.search("[\u3000-\u9fff\uff00-\uffef]", text.en), name
        assert re.findall(r"\{\w+\}", text.zh) == re.findall(r"\{\w+\}", text.en), name


def test_outcomes_are_told_apart_by_their_words():
    labels = [outcome.label for outcome in Outcome]
    for language in ("zh", "en"):
        assert len({label[language] for label in labels}) == len(labels)
