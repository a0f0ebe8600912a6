"""Pictures, the form drawn, the workbook, the page, annotated originals, and exports."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import assert_type

from matplotlib.axes import Axes
from matplotlib.figure import Figure
from matplotlib.font_manager import FontProperties

from gxstats import Bilingual, Check, Form, Reading, Report
from gxstats.annotating import Annotated, Placed, Unannotatable, annotate, unannotated
from gxstats.exports import Export, NoSuchText, published, text_of
from gxstats.forms import Table
from gxstats.page import form_page
from gxstats.plot import (
    MissingFont,
    NothingToDraw,
    NotWritten,
    Picture,
    UnusableFont,
    flow,
    outcomes_by_year,
    relation_heat_map,
    residual_distribution,
)
from gxstats.plot.fonts import Face, Lettering, chinese_faces
from gxstats.writing.layout import PrintedCell, PrintedRole, PrintedTable, printed_tables
from gxstats.writing.marks import Mark, MarkKind, Marks, number_text
from gxstats.writing.workbook import Totals, form_workbook

TOTAL = "/requests/received/total"


def pictures(report: Report, reports: list[Report], axes: Axes, font: Path) -> None:
    picture = flow(report, axes=axes, language="en", font=font, title="…", source="…")
    assert_type(picture, Picture)
    assert_type(picture.figure, Figure)
    assert_type(outcomes_by_year(reports), Picture)
    assert_type(relation_heat_map(reports, names={"某局": "甲"}), Picture)
    assert_type(residual_distribution(reports), Picture)
    assert_type(Picture(axes, "…", ()).notes, tuple[str, ...])
    assert_type(MissingFont("…").explain("zh"), str)
    assert_type(NotWritten("…").characters, str)
    assert_type(NothingToDraw().explain("zh"), str)
    assert_type(UnusableFont("a.ttf", "…").path, str)
    assert_type(Face("a.ttf").has("中"), bool)
    assert_type(Lettering("zh", None).written("中", 9), tuple[str, FontProperties])
    assert_type(chinese_faces(), Iterator[Face])

    flow(reports)  # E: argument
    outcomes_by_year(report)  # E: argument
    relation_heat_map(reports, axes)  # E: call
    residual_distribution(reports, language="fr")  # E: argument
    Picture(axes)  # E: call
    MissingFont()  # E: call
    NotWritten()  # E: call
    NothingToDraw("…")  # E: call
    UnusableFont("a.ttf")  # E: call
    Face(font)  # E: argument
    Lettering("fr", None)  # E: argument
    chinese_faces("zh")  # E: call


def drawn(report: Report, form: Form, title: Table, label: Bilingual, check: Check) -> None:
    assert_type(printed_tables(form), tuple[PrintedTable, ...])
    cell = PrintedCell(PrintedRole("heading"), label, None, row=1, column=1)
    assert_type(
        PrintedTable(title, rows=1, columns=1, cells=(cell,)).headers(cell),
        tuple[PrintedCell, ...],
    )
    mark = Mark(cell=TOTAL, kind=MarkKind("wrong"), old=5, new=6)
    assert_type(mark.reasons, tuple[Bilingual, ...])
    assert_type(
        Marks(report=report, check=check, by_cell={TOTAL: mark}).kinds, tuple[MarkKind, ...]
    )
    assert_type(Marks.diagnosed(report, last_year=report), Marks)
    assert_type(Marks.of(report), Marks)
    assert_type(number_text(5), str)
    assert_type(form_workbook(form, report, "en", totals=Totals("formulas")), bytes)
    assert_type(form_page(form, "en"), str)

    printed_tables("2021")  # E: argument
    PrintedCell(PrintedRole.HEADING, "…", None, 1, 1)  # E: argument
    print(PrintedRole.NONE_SUCH)  # E: attribute
    PrintedTable(title)  # E: call
    Mark(cell=TOTAL, kind="wrong", old=5)  # E: argument
    print(MarkKind.NONE_SUCH)  # E: attribute
    Marks(report=report)  # E: call
    Marks.diagnosed(report, report)  # E: call
    number_text("5")  # E: argument
    form_workbook(report)  # E: argument
    form_page("2021")  # E: argument
    print(Totals.NONE_SUCH)  # E: attribute


def originals(data: bytes, last_year: Report, reading: Reading, marks: Marks, mark: Mark) -> None:
    annotated = annotate(data, language="en", last_year=last_year)
    assert_type(annotated, Annotated)
    assert_type(annotated.data, bytes)
    assert_type(unannotated(data), bytes)
    placed = Placed(mark=mark, place=None)
    assert_type(placed.mark, Mark)
    made = Annotated(
        data=data,
        container="html",
        language="zh",
        reading=reading,
        marks=marks,
        placed=(placed,),
        comments=1,
        head="…",
    )
    assert_type(made.unplaced, tuple[Mark, ...])
    assert_type(Unannotatable("annotate.kind", "…").explain("zh"), str)

    annotate("a.html")  # E: argument
    unannotated(data, None)  # E: call
    Annotated(data=data)  # E: call
    Placed(mark=mark)  # E: call
    Unannotatable()  # E: call


def exported(title: Bilingual, form: Form) -> None:
    def write(forms: tuple[Form, ...]) -> str:
        return " ".join(form.id for form in forms)

    export = Export(name="own", title=title, suffix=".txt", write=write)
    assert_type(export.text(form), str)
    assert_type(export.files(), Mapping[str, str])
    assert_type(published(export, "2021"), str)
    assert_type(text_of(export, "2021"), str)
    assert_type(text_of(export), str)
    assert_type(NoSuchText("own", None, ("2021",)).explain("en"), str)

    published("sql")  # E: argument
    text_of("sql")  # E: argument
    Export(name="own")  # E: call
    NoSuchText("own")  # E: call
