"""A report as Markdown: tables that render, that are read back, and whose texts are no markup."""

from __future__ import annotations

import re

import attrs
import pytest
from hypothesis import given
from hypothesis import strategies as st
from lxml import html
from tests.support.effort import tries

from gxstats import FORMS, Bilingual, Organ, Remark, check, examples, read
from gxstats.testing import corrupted_reports_with_blanks, reports_with_blanks
from gxstats.text import LANGUAGES
from gxstats.writing import MarkKind, Marks, report_markdown

markdown_it = pytest.importorskip("markdown_it")

SLIP = "/requests/outcomes/granted/natural_person"


@pytest.fixture(scope="module")
def slip():
    return read(examples.path("yindu-2019")).report.replace({SLIP: 34})


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_wrong_number_whose_right_one_is_open_has_its_sign(language):
    row = "/disputes/reconsideration"
    parts = {f"{row}/upheld": 10, f"{row}/corrected": 1, f"{row}/other": None}
    form = FORMS["2021"]
    wrong = form.report(dict.fromkeys(form.index, 0) | parts, year=2023, organ="某局")
    assert "| 0 [→…](#gxstats) |" in report_markdown(Marks.diagnosed(wrong), language)


def rendered(markdown):
    renderer = markdown_it.MarkdownIt("commonmark").enable("table")
    return html.fromstring(f"<div>{renderer.render(markdown)}</div>")


@given(
    reports_with_blanks() | corrupted_reports_with_blanks().map(lambda one: one.corrupted),
    st.sampled_from(["某局", "上海市人民政府办公厅", None]),
)
@tries(25)
def test_it_is_read_back_with_the_same_numbers(report, name):
    report = report.replace(
        year=report.form.fiscal_years[0] + 1, organ=Organ(name=name), remarks=()
    )
    for marks in (Marks.of(report), Marks.diagnosed(report)):
        reading = read(report_markdown(marks, "zh").encode())
        again = reading.report
        assert (again.form, again.values()) == (report.form, report.values())
        assert (again.year, again.organ) == (report.year, report.organ)
        assert reading.doubts == ()
        assert again.remarks == ()


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("form", FORMS.values(), ids=str)
def test_every_table_renders_with_a_number_for_each_cell_and_rows_of_one_length(form, language):
    report = form.report({c.address: 1_000 + c.index for c in form}, year=2023, organ=Organ())
    page = rendered(report_markdown(Marks.of(report), language))
    tables = page.findall(".//table")
    assert len(tables) >= len(form.tables)
    for table in tables:
        assert len({len(row) for row in table.iter("tr")}) == 1
    texts = [td.text_content() for table in tables for td in table.iter("td")]
    numbers = [found for text in texts if (found := re.match(r"1\d{3}\b", text))]
    assert [int(found.group()) for found in numbers] == [1_000 + c.index for c in form]


@pytest.mark.parametrize("language", LANGUAGES)
def test_marks_stand_in_the_cells_and_in_the_legend_and_reasons_in_the_list(slip, language):
    report = slip.replace(
        {"/disclosure/rules/made": None, "/requests/received/commercial_enterprise": None}
    )
    doubt = Bilingual("印的不是数：x", "what is printed is not a number: x")
    marks = Marks.diagnosed(report, doubts={"/disclosure/rules/made": doubt})
    assert {MarkKind.WRONG, MarkKind.DOUBTFUL, MarkKind.DEDUCED, MarkKind.BLANK} <= set(
        marks.kinds
    )
    page = rendered(report_markdown(marks, language))
    cells = [td.text_content() for td in page.iter("td")]
    assert "34 →43" in cells
    for sign in ("¿", "·"):
        assert sign in cells
    assert any(re.fullmatch(r"=\d+", cell) for cell in cells)
    text = page.text_content()
    for kind in marks.kinds:
        if kind is not MarkKind.WRONG:
            assert kind.label[language] in text
    assert doubt[language] in text
    assert marks.check.explain(language).splitlines()[0] in text
    for result in check(report).violated:
        assert result.explain(language) in text


HOSTILE = "<script>x</script> | a `b` **c** [d](javascript:e) # f\n- g\n\n|h|\n~~i~~ &amp; 1. j"


@pytest.mark.parametrize("language", LANGUAGES)
def test_hostile_texts_are_text(slip, language):
    report = attrs.evolve(
        slip, organ=Organ(name=HOSTILE), remarks=(Remark(cell=SLIP, printed=HOSTILE),)
    )
    marks = Marks.diagnosed(report, doubts={SLIP: Bilingual(HOSTILE, HOSTILE)})
    page = rendered(report_markdown(marks, language))
    plain = rendered(report_markdown(Marks.diagnosed(slip), language))
    for tag in ("script", "code", "em", "s", "pre"):
        assert page.find(f".//{tag}") is None
    assert {link.get("href") for link in page.iter("a")} == {None, "#gxstats"}
    for tag in ("table", "tr", "td", "h2", "strong"):
        assert len(page.findall(f".//{tag}")) == len(plain.findall(f".//{tag}"))
    assert " ".join(HOSTILE.split()) in page.findtext(".//h1")


@pytest.mark.parametrize("name", ["1. 某局", "- 某局", "+ 某局", "===", "    某局", "2) 某局"])
def test_a_name_that_looks_like_a_list_is_the_heading(slip, name):
    report = attrs.evolve(slip, organ=Organ(name=name))
    page = rendered(report_markdown(Marks.of(report), "zh"))
    assert page.findtext(".//h1").startswith(name.strip())
    assert page.find(".//ol") is None
