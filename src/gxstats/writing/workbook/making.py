"""Putting the workbook together."""

from __future__ import annotations

import datetime as dt
import io
from typing import Any, Final

from ...forms.report import Form, Report
from ...lazy import needed
from ...text import Language
from . import texts
from .cells_sheet import write_cells
from .content import Filled
from .findings_sheet import write_findings
from .form_sheet import write_form
from .last_year_sheet import write_last_year
from .styles import Styles
from .totals import Totals
from .workings_sheet import write_workings

__all__ = ["form_workbook"]

_CREATED: Final = dt.datetime(2019, 12, 2)  # noqa: DTZ001 - a file of no day: its bytes stay the same


def form_workbook(
    form: Form,
    report: Report | None = None,
    language: Language = "zh",
    *,
    totals: Totals = Totals.FORMULAS,
    last_year: Report | None = None,
) -> bytes:
    """The form as an Excel workbook, empty or filled in with a report.

    Its tables are laid out as printed. Every relation of the form is checked while one types, and
    said in the words of :meth:`gxstats.Result.explain`; ``last_year`` adds the figures of the year
    before and the relations to them. The same arguments give the same bytes.

    With ``Totals.FORMULAS`` the cells that are sums add up by themselves, and are blank while one
    of their parts is: a blank is not 0. A total that the report gives otherwise stays as given.
    Remarks become comments on their cells, and the sections of text rows above and below the
    tables: :func:`gxstats.read` reads the report back.

    Raises :class:`ValueError` when the report is on another form or last year's is of another year,
    and :class:`~gxstats.MissingExtra` without XlsxWriter.
    """
    library = needed("xlsxwriter", texts.PURPOSE, "workbook")
    if report is not None and report.form is not form:
        raise ValueError(texts.ANOTHER_FORM.format(found=report.form.id, expected=form.id).en)
    from .plain_sheet import PlainSheet

    content = Filled(form, totals, language, report, last_year)
    data = io.BytesIO()
    plain = ("strings_to_formulas", "strings_to_urls", "strings_to_numbers")
    book: Any = library.Workbook(data, {"in_memory": True, **dict.fromkeys(plain, False)})
    book.set_properties({"created": _CREATED, "title": form.title[language]})
    # The values of all formulas are in the file; to have them computed anew would say they are not.
    book.calc_on_load = False
    styles = Styles(book, language)
    # The form comes behind: what stood after its last table, a reader would take for more of it.
    names = [texts.FINDINGS_SHEET]
    names += [] if last_year is None else [texts.LAST_YEAR_SHEET]
    names += [texts.FORM_SHEET, texts.CELLS_SHEET, texts.WORKINGS_SHEET]
    made = {name: book.add_worksheet(name[language], PlainSheet) for name in names}
    write_form(book, made[texts.FORM_SHEET], content, styles)
    write_findings(made[texts.FINDINGS_SHEET], content, styles)
    if last_year is not None:
        write_last_year(made[texts.LAST_YEAR_SHEET], content, last_year, styles)
    write_cells(book, made[texts.CELLS_SHEET], content, styles)
    write_workings(made[texts.WORKINGS_SHEET], content, styles)
    for name in (texts.CELLS_SHEET, texts.WORKINGS_SHEET):
        made[name].hide()
    made[texts.FORM_SHEET].activate()
    book.close()
    return data.getvalue()
