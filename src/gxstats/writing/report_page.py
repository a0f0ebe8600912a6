"""Reports drawn as HTML, with what was found in them: as a page of its own, or as a part of one."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from functools import cache
from html import escape
from importlib import resources
from itertools import count
from typing import Final

import attrs

from ..relations import Outcome
from ..text import Bilingual, Language
from .html import LANGUAGE_TAGS, spans, table_html
from .layout import PrintedCell, printed_tables
from .marks import Mark, MarkKind, Marks, number_text

__all__ = ["report_fragment", "report_page"]

_TITLE: Final = Bilingual(
    "政府信息公开工作年度报告：核对结果", "Disclosure reports: what was found"
)
_ORGAN: Final = Bilingual("（未写明机关）", "(organ not stated)")
_YEAR: Final = Bilingual("{year} 年度", "fiscal year {year}")
_NO_YEAR: Final = Bilingual("（未写明年度）", "(year not stated)")
_VERDICT: Final = Bilingual(
    "{outcome}：{violated} 处不符，{held} 处相符，{undecided} 处因空白无法判断。",
    "{outcome}: {violated} cross-checks fail, {held} hold, {undecided} are left open by blanks.",
)
_DIAGNOSIS: Final = Bilingual("错在哪里", "What is wrong")
_CELLS: Final = Bilingual("逐格说明", "Cell by cell")
_FAILING: Final = Bilingual("不符的勾稽关系", "Cross-checks that fail")
_HINTS: Final = Bilingual("值得一看的", "Worth a look")
_SKIP: Final = Bilingual("跳到正文", "Skip to the reports")
_REPORTS: Final = Bilingual("各份报告", "Reports")
_REPORT: Final = Bilingual("报告", "Report")
_RESULT: Final = Bilingual("结果", "Result")
_COLON: Final = Bilingual("：", ": ")
_SHOULD: Final = Bilingual("应为", "should be")
_POLICY: Final = (
    "default-src 'none'; style-src 'unsafe-inline'; base-uri 'none'; form-action 'none'"
)
_PAGE_STYLE: Final = (
    "body{margin:0}"
    ".gxstats{max-width:1180px;margin:0 auto;padding:1rem;min-height:100vh;box-sizing:border-box}"
    "html{background:#fff}@media(prefers-color-scheme:dark){html{background:#16181b}}"
    ".gxstats .skip{position:absolute;left:-999px}.gxstats .skip:focus{position:static}"
    ".gxstats article{margin:2rem 0}"
)


def report_page(marks: Marks | Iterable[Marks], language: Language = "zh") -> str:
    """Reports as one HTML document that needs nothing else: no script, no file, no network.

    Each is drawn as the printed form. A marked cell shows its sign and, where it is known, what
    it should hold; it is a link to its reasons in the list below, and shows them when it is
    pointed at or reached by keyboard. The page is light or dark as the reader's system is, and
    made to be printed.

    >>> from gxstats import examples, read
    >>> report = read(examples.path("yindu-2019")).report
    >>> page = report_page(Marks.diagnosed(report), "en")
    >>> page.startswith("<!doctype html>"), page.count("<table")
    (True, 3)
    """
    given = (marks,) if isinstance(marks, Marks) else tuple(marks)
    drawings = [_Drawing(one, f"r{place}", language) for place, one in enumerate(given, 1)]
    title = drawings[0].heading if len(drawings) == 1 else _TITLE[language]
    lines = [
        "<!doctype html>",
        f'<html lang="{LANGUAGE_TAGS[language]}">',
        '<head><meta charset="utf-8">',
        '<meta name="viewport" content="width=device-width, initial-scale=1">',
        f'<meta http-equiv="Content-Security-Policy" content="{_POLICY}">',
        f"<title>{escape(title)}</title>",
        f"<style>{_style()}{_PAGE_STYLE}</style></head>",
        '<body class="gxstats">',
        f'<a class="skip" href="#main">{_SKIP[language]}</a>',
    ]
    if len(drawings) != 1:
        lines += [f"<h1>{escape(title)}</h1>", *_overview(drawings, language)]
    lines.append('<main id="main">')
    for drawing in drawings:
        lines += drawing.lines()
    return "\n".join([*lines, "</main>", "</body>", "</html>"]) + "\n"


_numbers = count(1)


def report_fragment(marks: Marks, language: Language = "zh") -> str:
    """A report as a part of a page, with its style: what a notebook shows.

    Ids are not used twice within a process, so that a page can hold many.
    """
    drawing = _Drawing(marks, f"gxstats-{next(_numbers)}", language)
    return "\n".join(
        [
            f'<div class="gxstats" lang="{LANGUAGE_TAGS[language]}"><style>{_style()}</style>',
            *drawing.lines(),
            "</div>",
        ]
    )


@cache
def _style() -> str:
    return (resources.files("gxstats.writing") / "report_page.css").read_text("utf-8")


def _overview(drawings: Iterable[_Drawing], language: Language) -> Iterator[str]:
    yield f'<nav aria-label="{_REPORTS[language]}"><div class="scroll"><table class="overview">'
    yield f"<tr><th>{_REPORT[language]}</th><th>{_RESULT[language]}</th></tr>"
    for one in drawings:
        style = "violated" if one.marks.check.verdict is Outcome.VIOLATED else ""
        link = f'<a href="#{one.prefix}">{escape(one.heading)}</a>'
        yield f'<tr><td>{link}</td><td class="{style}">{escape(one.verdict)}</td></tr>'
    yield "</table></div></nav>"


@attrs.frozen(slots=False)
class _Drawing:
    """One report on a page, all of whose ids begin with ``prefix``."""

    marks: Marks
    prefix: str
    language: Language

    @property
    def heading(self) -> str:
        """Whose report it is, and of which year."""
        report, language = self.marks.report, self.language
        year = _YEAR.format(year=report.year) if report.year else _NO_YEAR
        return f"{report.organ.name or _ORGAN[language]} · {year[language]}"

    @property
    def verdict(self) -> str:
        """What became of the sums, in one sentence."""
        found = self.marks.check
        counts = {
            "violated": len(found.violated),
            "held": len(found.held),
            "undecided": len(found.undecided),
        }
        return _VERDICT.format(outcome=found.verdict.label, **counts)[self.language]

    def lines(self) -> Iterator[str]:
        """The article: heading, tables, and the lists."""
        form = self.marks.report.form
        yield f'<article id="{self.prefix}" aria-labelledby="{self.prefix}-name">'
        yield f'<h2 id="{self.prefix}-name">{escape(self.heading)}</h2>'
        yield f'<p class="form-name">{escape(form.title[self.language])}</p>'
        yield f'<p class="verdict">{escape(self.verdict)}</p>'
        diagnosis = self.marks.diagnosis
        if diagnosis is not None and diagnosis.size:
            explanations, why = diagnosis.sentences(self.language)
            yield from self._list(_DIAGNOSIS, map(escape, [*explanations, why]))
        for table in printed_tables(form):
            prefix = f"{self.prefix}-{table.table.name}"
            label = escape(table.table.title[self.language])
            yield f'<div class="scroll" tabindex="0" role="region" aria-label="{label}">'
            yield from table_html(form, table, self.language, self._value, prefix=prefix)
            yield "</div>"
        yield from self._legend()
        yield from self._list(_CELLS, (self._reasons(mark) for mark in self._told))
        found = self.marks.check
        for title, results in ((_FAILING, found.violated), (_HINTS, found.hints)):
            yield from self._list(title, (escape(one.explain(self.language)) for one in results))
        yield "</article>"

    @property
    def _told(self) -> list[Mark]:
        """The marks that have a place in the list."""
        return [mark for mark in self.marks if mark.kind is not MarkKind.BLANK]

    def _list(self, title: Bilingual, items: Iterable[str]) -> Iterator[str]:
        shown = [item if item.startswith("<li") else f"<li>{item}</li>" for item in items]
        if shown:
            yield f"<section><h3>{title[self.language]}</h3><ul>"
            yield from shown
            yield "</ul></section>"

    def _legend(self) -> Iterator[str]:
        if self.marks.kinds:
            signs = "".join(
                f'<span class="{kind.value}">{kind.sign} {kind.label[self.language]}</span>'
                for kind in self.marks.kinds
            )
            yield f'<p class="legend">{signs}</p>'

    def _value(self, cell: PrintedCell, headers: str) -> str:
        address = cell.address or ""
        attributes = f'data-address="{address}" headers="{headers}"{spans(cell)}'
        value = self.marks.report[address]
        mark = self.marks.by_cell.get(address)
        if mark is None:
            text = "" if value is None else number_text(value)
            return f'<td class="value" {attributes}>{text}</td>'
        attributes += f' data-mark="{mark.kind.value}"'
        shown = f'class="value {mark.kind.value}" id="{self._id(address)}" {attributes}'
        if mark.kind is MarkKind.BLANK:
            label = mark.kind.label[self.language]
            return f'<td {shown} title="{label}">{mark.kind.sign}</td>'
        tip = f"{self._id(address)}-why"
        said = escape(mark.explain(self.language))
        return (
            f'<td {shown}><a href="#{self._id(address)}-item" aria-describedby="{tip}">'
            f'{self._number(mark)}<span class="tip" role="tooltip" id="{tip}">{said}</span></a></td>'
        )

    def _number(self, mark: Mark) -> str:
        old = MarkKind.BLANK.sign if mark.old is None else number_text(mark.old)
        if mark.new is None:
            return f"{mark.kind.sign}{old}"
        new = f'<ins aria-label="{_SHOULD[self.language]}">{number_text(mark.new)}</ins>'
        if mark.old is None:
            return f"{MarkKind.DEDUCED.sign}{new}"
        return f"<del>{old}</del>{MarkKind.WRONG.sign}{new}"

    def _reasons(self, mark: Mark) -> str:
        form = self.marks.report.form
        name = escape(form[mark.cell].name(self.language))
        kind = escape(mark.kind.label[self.language])
        reasons = "".join(f"<li>{escape(one[self.language])}</li>" for one in mark.reasons)
        inner = f"<ul>{reasons}</ul>" if reasons else ""
        return (
            f'<li id="{self._id(mark.cell)}-item"><a href="#{self._id(mark.cell)}">{name}</a>'
            f"{_COLON[self.language]}{kind}{inner}</li>"
        )

    def _id(self, address: str) -> str:
        return f"{self.prefix}{address.replace('/', '-')}"
