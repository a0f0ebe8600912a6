from __future__ import annotations

from decimal import Decimal
from io import StringIO
from itertools import product

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.support.effort import some

from gxstats import FORMS, Bilingual, Cell, DisputeResults, Kind, Organ, examples, read
from gxstats.writing import MarkKind, Marks, TerminalForm
from gxstats.writing.ruling import wrapped

rich_console = pytest.importorskip("rich.console")
cells = pytest.importorskip("rich.cells")


def drawn(form, report=None, language="zh", width=120, **settings):
    stream = StringIO()
    console = rich_console.Console(file=stream, width=width, **settings)
    console.print(TerminalForm(form, report, language))
    return stream.getvalue()


def distinct(form):
    """A report on which every cell holds another number, so that none can stand for another."""

    def value(cell: Cell):
        number = 1_000 + cell.index
        return Decimal(f"{number}.25") if cell.kind is Kind.AMOUNT else number

    return form.report({c.address: value(c) for c in form}, year=None, organ=Organ())


@pytest.mark.parametrize(
    ("form", "language", "width"),
    some(product(FORMS.values(), ["zh", "en"], [20, 40, 79, 80, 100, 140, 300]), 12),
)
def test_no_line_is_wider_than_the_terminal_and_no_number_is_lost(form, language, width):
    text = drawn(form, distinct(form), language, width)
    assert all(cells.cell_len(line) <= width for line in text.splitlines())
    words = text.replace("│", " ").replace("!", " ").split()
    for cell in form:
        assert words.count(f"{1_000 + cell.index}{'.25' if cell.kind is Kind.AMOUNT else ''}") == 1


@pytest.mark.parametrize("form", FORMS.values(), ids=str)
def test_ruled_lines_of_one_table_are_all_of_one_width(form):
    blocks = drawn(form, width=120).split("\n\n")
    for block in blocks:
        ruled = [line for line in block.splitlines() if line and line[0] in "┌│├└"]
        assert len({cells.cell_len(line) for line in ruled}) <= 1
        assert all(line[-1] in "┐│┤┘" for line in ruled)


def test_a_violated_number_is_marked_without_colour_and_a_blank_is_a_dot():
    form = FORMS["2021"]
    row = DisputeResults(upheld=10, corrected=1, other=0, pending=0, total=0)
    report = form.report({"/disputes/reconsideration": row}, year=None, organ=Organ())
    text = drawn(form, report)
    assert "!10" in text
    assert "·" in text
    assert "\x1b[" not in text
    assert "\x1b[1;31m!10" in drawn(form, report, force_terminal=True, color_system="standard")


def test_an_empty_form_shows_no_value_and_no_legend():
    text = drawn(FORMS["2021"])
    assert "·" not in text
    assert "!" not in text


def test_only_the_tables_asked_for_are_drawn():
    form = FORMS["2021"]
    stream = StringIO()
    view = TerminalForm(form, tables=form.tables[2:])
    rich_console.Console(file=stream, width=120).print(view)
    assert "四、政府信息公开行政复议" in stream.getvalue()
    assert "三、收到和处理" not in stream.getvalue()


@given(st.text("政府信息（）。，“”a1.b -", max_size=40), st.integers(4, 30))
def test_wrapping_keeps_every_character_and_the_width(text, width):
    lines = wrapped(text, width)
    assert "".join("".join(lines).split()) == "".join(text.split())
    assert all(cells.cell_len(line) <= width for line in lines)


def test_no_line_begins_with_a_closing_mark_where_there_is_room():
    for width in range(8, 30):
        lines = wrapped("（二）部分公开（区分处理的，只计这一情形，不计其他情形）", width)
        assert not any(line[0] in "）。，" for line in lines)
        assert not any(line[-1] == "（" for line in lines)


def test_marks_are_shown_with_a_legend_of_the_kinds_that_occur():
    report = read(examples.path("yindu-2019")).report.replace(
        {
            "/requests/outcomes/granted/natural_person": 34,
            "/requests/received/commercial_enterprise": None,
            "/disclosure/rules/made": None,
        }
    )
    doubt = Bilingual("印的不是数：x", "not a number: x")
    marks = Marks.diagnosed(report, doubts={"/disclosure/rules/made": doubt})
    for language in ("zh", "en"):
        stream = StringIO()
        view = TerminalForm(report.form, report, language, marks=marks)
        rich_console.Console(file=stream, width=140).print(view)
        *drawing, last = stream.getvalue().rstrip().splitlines()
        words = "\n".join(drawing).replace("│", " ").split()
        assert {"34→43", "=1", "¿", "·"} <= set(words)
        assert [kind for kind in MarkKind if f"{kind.sign} " in last] == list(marks.kinds)
        only = TerminalForm(report.form, report, language, report.form.tables[2:], marks=marks)
        stream = StringIO()
        rich_console.Console(file=stream, width=140).print(only)
        assert "→" not in stream.getvalue()  # nothing in table four is marked: no legend


def test_marks_of_another_report_are_refused():
    form = FORMS["2021"]
    one, other = (form.blank(year=year, organ=Organ()) for year in (2022, 2023))
    with pytest.raises(ValueError, match="another report"):
        TerminalForm(form, one, marks=Marks.of(other))
    with pytest.raises(ValueError, match="2021"):
        TerminalForm(FORMS["2019"], one)
