"""Verdicts as one page: what became of all files, then each of which there is something to say."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator
from html import escape
from pathlib import Path, PurePath
from tempfile import SpooledTemporaryFile
from typing import Final

from ..notes import VERDICTS
from ..text import Language
from ..writing.html import LANGUAGE_TAGS
from . import wording
from .github import summary
from .judging import Judged, Verdict
from .names import legible, path_of
from .points import PointKind
from .told import told

__all__ = ["as_html"]

_SIGNS: Final = {"held": "✓", "violated": "✗", "open": "?", "unreadable": "✗", "skipped": "–"}
_POLICY: Final = (
    "default-src 'none'; style-src 'unsafe-inline'; base-uri 'none'; form-action 'none'"
)
_IN_MEMORY: Final = 4_000_000
"""Characters of sections that are kept in memory; more are kept in a temporary file."""
_OPEN: Final = 20
"""Forms that are shown drawn at once; of more, a browser would be slow."""
_PIECE: Final = 1 << 16
_STYLE: Final = """
:root { color-scheme: light dark; --line: #8886; --error: #b3261e; --warning: #7a5600;
  --note: #2f5d8a; --held: #1f6f3a; }
@media (prefers-color-scheme: dark) { :root { --error: #ff8a80; --warning: #f0c14b;
  --note: #9cc4ec; --held: #7fd69a; } }
body { font: 1rem/1.55 system-ui, "Noto Sans SC", "PingFang SC", "Microsoft YaHei", sans-serif;
  max-width: 76rem; margin: 0 auto; padding: 1.5rem 1rem 4rem; overflow-wrap: anywhere; }
h1 { font-size: 1.5rem; } section > h2 { font-size: 1.2rem; margin: 0; }
.files { overflow-x: auto; }
.files table { border-collapse: collapse; font-size: .9rem; width: 100%; }
.files :is(th, td) { border: 1px solid var(--line); padding: .25rem .5rem; vertical-align: top;
  text-align: start; font-variant-numeric: tabular-nums; overflow-wrap: normal; }
.files tbody th { min-width: 12rem; overflow-wrap: anywhere; } .files td.count { text-align: end; }
section.file { border-top: 2px solid var(--line); margin-top: 2.5rem; padding-top: 1rem; }
.points { list-style: none; padding: 0; }
.points > li { padding: .3rem 0; border-bottom: 1px solid var(--line); }
.points .kind { font-weight: 600; margin-inline-end: .75rem; }
.aside { opacity: .8; font-size: .85rem; }
.error, .outcome.violated, .outcome.unreadable { color: var(--error); }
.warning, .outcome.open, .none { color: var(--warning); }
.note { color: var(--note); } .outcome.held { color: var(--held); }
.outcome { white-space: nowrap; font-weight: 600; } .said { white-space: pre-line; }
summary { cursor: pointer; padding: .4rem 0; font-weight: 600; }
@media print { section.file { break-before: page; } body { max-width: none; padding: 0; } }
"""


def as_html(
    verdicts: Iterable[Verdict], language: Language = "zh", *, base: PurePath | None = None
) -> Iterator[str]:
    """Verdicts as one HTML page that needs nothing else: no script, no file, no network.

    Above stands a line for every file, so that nothing can be given out before the last of them
    has come; what is said of each waits in a temporary file, and memory holds the lines only. A
    file of which there is nothing to say has its line and no more. Where a sum does not hold or
    something is in doubt, the form is drawn.

    >>> from gxstats import examples
    >>> from gxstats.verdicts import judge
    >>> text = "".join(as_html([judge(examples.path("yindu-2019"))], "en"))
    >>> text.startswith("<!doctype html>"), text.count("<tr>"), text.count("<section")
    (True, 2, 0)
    """
    base = Path.cwd() if base is None else base
    rows: list[str] = []
    drawn = 0
    outcomes: Counter[str] = Counter()
    with SpooledTemporaryFile(
        max_size=_IN_MEMORY, mode="w+", encoding="utf-8", newline=""
    ) as sections:
        for place, verdict in enumerate(verdicts, 1):
            outcomes[verdict.outcome] += 1
            name = escape(legible(path_of(type(base)(verdict.name), base)))
            rows.append(_row(verdict, name, place, language))
            if not verdict.points:
                continue
            sections.writelines(_section(verdict, name, place, language))
            if isinstance(verdict, Judged) and (verdict.check.violated or verdict.doubts):
                drawn += 1
                sections.writelines(_details(verdict, language, " open" if drawn <= _OPEN else ""))
            sections.write(_end(language))
        yield from _beginning(outcomes, rows, language)
        sections.seek(0)
        while piece := sections.read(_PIECE):
            yield piece
    yield "</main></body></html>\n"


def _beginning(outcomes: Counter[str], rows: list[str], language: Language) -> Iterator[str]:
    title = escape(wording.PAGE_TITLE[language])
    yield (
        f'<!doctype html>\n<html lang="{LANGUAGE_TAGS[language]}">\n'
        f'<head><meta charset="utf-8">\n<meta name="generator" content="{VERDICTS}">\n'
        '<meta name="viewport" content="width=device-width, initial-scale=1">\n'
        f'<meta http-equiv="Content-Security-Policy" content="{_POLICY}">\n'
        f"<title>{title}</title>\n<style>{_STYLE}</style></head>\n"
        f'<body id="top"><main>\n<h1>{title}</h1>\n<p>{escape(summary(outcomes, language))}</p>\n'
    )
    if rows:
        heads = "".join(f'<th scope="col">{escape(text[language])}</th>' for text in _HEADS)
        label = escape(wording.FILES_SHEET[language])
        yield f'<div class="files" tabindex="0" role="region" aria-label="{label}">'
        yield f"<table>\n<thead><tr>{heads}</tr></thead>\n<tbody>\n"
        yield from rows
        yield "</tbody></table></div>\n"


_COUNTED: Final = (
    PointKind.VIOLATED,
    PointKind.UNDECIDED,
    PointKind.DOUBT,
    PointKind.HINT,
    PointKind.FINDING,
)
_HEADS: Final = (
    wording.VERDICT,
    wording.FILE,
    wording.ORGAN,
    wording.FISCAL_YEAR,
    *(kind.label for kind in _COUNTED),
)


def _outcome(verdict: Verdict, language: Language) -> str:
    said = f"{_SIGNS[verdict.outcome]} {wording.FILES[verdict.outcome][language]}"
    return f'<span class="outcome {verdict.outcome}">{escape(said)}</span>'


def _row(verdict: Verdict, name: str, place: int, language: Language) -> str:
    counts = Counter(point.kind for point in verdict.points)
    organ = year = ""
    if isinstance(verdict, Judged):
        organ = escape(legible(verdict.report.organ.name or ""))
        year = str(verdict.report.year or "")
    cells = "".join(f'<td class="count">{counts[kind] or ""}</td>' for kind in _COUNTED)
    shown = f"<bdi>{name}</bdi>"
    if verdict.points:
        shown = f'<a href="#f{place}">{shown}</a>'
    return (
        f'<tr><td>{_outcome(verdict, language)}</td><th scope="row">{shown}</th>'
        f"<td><bdi>{organ}</bdi></td><td>{year}</td>{cells}</tr>\n"
    )


def _section(verdict: Verdict, name: str, place: int, language: Language) -> Iterator[str]:
    yield f'<section class="file" id="f{place}">\n<h2><bdi>{name}</bdi></h2>\n'
    if isinstance(verdict, Judged):
        facts = " · ".join(verdict.facts(language))
        yield f'<p class="aside"><bdi>{escape(legible(facts))}</bdi></p>\n'
    said = escape(legible(verdict.sentence(language)))
    yield f'<p class="said">{_outcome(verdict, language)} {said}</p>\n<ul class="points">\n'
    for one in told(verdict, language):
        point = one.point
        aside = ""
        if not one.of_many:
            where = verdict.where(point).describe(language)
            aside = " · ".join(said for said in (point.rule, where) if said)
        yield (
            f'<li><span class="kind {point.level.value}">{point.kind.label[language]}</span>'
            f'<span class="said">{escape(legible(one.sentence))}</span><br>'
            f'<span class="aside">{escape(legible(aside))}</span></li>\n'
        )
    yield "</ul>\n"


def _details(judged: Judged, language: Language, open_: str) -> Iterator[str]:
    yield f"<details{open_}><summary>{escape(wording.DRAWN[language])}</summary>\n"
    yield _drawn(judged, language)
    yield "\n</details>\n"


def _end(language: Language) -> str:
    return (
        f'<p class="aside"><a href="#top">{escape(wording.TO_TOP[language])}</a></p>\n</section>\n'
    )


def _drawn(judged: Judged, language: Language) -> str:
    """The form with the report's numbers: the one place where this page asks for a drawing."""
    from ..writing import Marks, report_fragment

    of_cells = {doubt.cell: doubt.reason for doubt in judged.doubts if doubt.cell is not None}
    of_report = [doubt.reason for doubt in judged.doubts if doubt.cell is None]
    marks = Marks.of(
        judged.report,
        diagnosis=judged.diagnosis,
        doubts=of_cells,
        asides=[*of_report, *(notice.message for notice in judged.notices)],
    )
    return legible(report_fragment(marks, language))
