"""What stands around the tables: the year, the organ, the sections of text. Never invented."""

from __future__ import annotations

import datetime as dt
import re
import unicodedata
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from itertools import pairwise
from typing import Final, Literal

import attrs

from ..forms.narrative import Narrative
from ..forms.organ import Organ
from ..forms.report import YEARS
from ..text import Bilingual
from ..traditional import simplified
from .anchors import Role
from .dates import date_in, labelled_dates, signed_date
from .grid import Document, GridCell, Shape, legible, trimmed
from .own_drawing import facts_of, scope_named
from .results import Doubt, Notice
from .rows import Heading, Order, Rows

__all__ = ["LOOKS_LIKE_ORGAN", "Circumstances", "circumstances", "title_of"]

_TITLE_LINES: Final = 60
"""Lines before the first table or section in which a title is looked for."""
_TITLE_LENGTH: Final = 200
_TITLE_BREAKS: Final = 4
"""Lines over which a title is broken at most."""
_ALIKE: Final = 0.1
"""By how much of their height lines of one title differ at most."""
_TRIED_HEADINGS: Final = 20
"""Headings of one section that are looked at: a page prints two at most, one in its contents."""
_NAME: Final = r"[^\s\d，。,、；;：:《》|_]{2,60}?"
_REPORT: Final = r"政府(?:信息|资讯)公开(?:工作)?(?:年度)?(?:工作)?(?:报告|年报)"
_YEAR: Final = r"(?P<year>20\d\d|2100)\s*年?度?(?![年度])"
_END: Final = r"(?=$|[\s_|》（(\-—–])"
_TITLES: Final = tuple(
    re.compile(pattern)
    for pattern in (
        rf"(?:关于|《)?(?P<organ>{_NAME}){_YEAR}{_REPORT}{_END}",
        rf"(?:关于|《)?{_YEAR}(?P<organ>{_NAME}){_REPORT}{_END}",
        rf"(?:关于|《)?(?P<organ>{_NAME}){_REPORT}[(（]{_YEAR}[)）]",
        rf"(?:关于|《)?(?P<organ>){_YEAR}{_REPORT}{_END}",
    )
)
_ORGAN_END: Final = (
    "人民政府|委员会|管委会|办事处|办公室|办公厅|研究室|局|厅|委|部|署|院|中心|处|所|站|支队"
)
_OPENING: Final = re.compile(
    rf"20\d\d年(?:度|以来)?[，,]?(?P<organ>(?![我本全在按根认为以各该])[\u4e00-\u9fff]{{2,40}}?(?:{_ORGAN_END}))"
    r"(?=[在以按认坚根深严全紧积围持始切高不，,、])"
)
LOOKS_LIKE_ORGAN: Final = re.compile(
    rf"(?:关于|《)?[\u4e00-\u9fff（）()]{{1,60}}(?:{_ORGAN_END}|政府|[省市县区旗州盟镇乡校馆台社会队司行]|街道|大学)"
)
"""The first line of a title in two lines; a link above the title is no organ."""
_FIRST_YEAR: Final = re.compile(r"(?P<year>20\d\d)年")
_LABELLED: Final = re.compile(
    r"(?:^|\s)(?:(?:填报|编报|报送|报告|统计)?年度\s*[：:]\s*(?P<year>20\d\d|2100)年?度?"
    rf"|(?:(?:机关|单位)名称|(?:填报|编报|报送)(?:机关|单位))\s*[：:]\s*(?P<organ>{_NAME})(?:[（(](?:盖章|公章)[）)])?)"
    r"(?=\s+[^\s：:]+\s*[：:]|$)"
)
"""The year and the organ above a form that has no title of a report, each beside its label;
what follows one of them is another label."""
_REGION: Final = re.compile(
    r"(?=[^。；;\n]*(?:汇总|综合))(?=[^。；;\n]*(?:全[省市县区州旗]|各(?:省|市|县|区|旗|州|乡|镇|街道|部门|委办局|单位)))"
    r"[^。；;\n]*(?:年度报告|年报)[^。；;\n]*(?:编制|编写|形成|汇总)[^。；;\n]*"
)
"""A sentence that says that the report is put together from those of a region's organs."""
_ONE_ORGAN: Final = re.compile(
    r"[^。；;\n]*(?:数据|情况|报告|统计)[^。；;\n]{0,12}(?:仅|只)(?:包括|包含|涵盖|反映|统计|含|涉及)?"
    r"[^。；;\n]{0,6}本(?:机关|单位|部门|局|级机关|办)[^。；;\n]*"
)
"""A sentence that says that the numbers are those of the organ alone."""
_SENTENCE: Final = 200
_BLANK_LINES: Final = re.compile(r"\A(?:\s*\n)+")
_NUMERALS: Final = {numeral: str(i) for i, numeral in enumerate("零一二三四五六七八九")} | {
    "〇": "0",
    "○": "0",
    "O": "0",
}
_YEAR_IN_NUMERALS: Final = re.compile(r"二[零〇○O][零〇○O一二三四五六七八九]{2}(?=年)")


@attrs.frozen
class Circumstances:
    """What was found around the tables."""

    year: int | None
    organ: Organ
    narrative: Narrative
    published: dt.date | None
    signed: dt.date | None
    doubts: tuple[Doubt, ...]
    notices: tuple[Notice, ...]
    is_own: bool
    """Whether gxstats drew or wrote the document."""


def circumstances(document: Document, rows: Rows) -> Circumstances:
    """Year, organ and narrative of a document whose tables have been found."""
    narrative, opening = _narrative(document, rows)
    facts = facts_of(_before(document, rows))
    if facts:  # a drawing of ours states what there is to know
        opening = ""
    years: list[int] = []
    organs: list[str] = []
    for year, name in _titles(document, rows):
        years.append(year)
        organs += [name] if name else []
    if "name" in facts or "year" in facts:
        years = [int(facts["year"])] if "year" in facts else []
        organs = [facts["name"]] if "name" in facts else []
    if not facts:
        labelled = list(_labelled(_before(document, rows)))
        years = years or [int(found["year"]) for found in labelled if found["year"]]
        organs = organs or [found["organ"] for found in labelled if found["organ"]]
    if not years and opening:
        first = _FIRST_YEAR.match(opening)
        years += [int(first["year"])] if first else []
    if not organs and opening:
        organ = _OPENING.match(simplified(opening))
        organs += [opening[organ.start("organ") : organ.end("organ")]] if organ else []
    years = [year for year in dict.fromkeys(years) if YEARS[0] <= year <= YEARS[1]]
    organs = _longest_names(organs)
    published = _published(document)
    scope, sentence = _scope(narrative)
    if facts:
        scope, sentence = scope_named(facts.get("scope")), ""
    doubts = [
        Doubt(
            code=code,
            printed="、".join(str(value) for value in values),
            alternatives=tuple(v if isinstance(v, int) else str(v) for v in values),
        )
        for code, values in (
            ("report.year", years),
            ("report.organ", organs),
            ("report.published", published),
        )
        if len(values) > 1
    ]
    notices = []
    if scope is not None and sentence:
        notices.append(Notice(code="report.scope", printed=Bilingual(sentence, sentence)))
    return Circumstances(
        years[0] if len(years) == 1 else None,
        Organ(
            name=organs[0] if len(organs) == 1 else None,
            code=facts.get("code"),
            division=facts.get("division"),
            scope=scope,
        ),
        narrative,
        published[0] if len(published) == 1 else None,
        signed_date((narrative.other or narrative.problems or "").split("\n")),
        tuple(doubts),
        tuple(notices),
        bool(facts),
    )


def _published(document: Document) -> Sequence[dt.date]:
    """The dates of publication that the container declares, or else those that the text labels."""
    declared = date_in(document.published or "")
    if declared is not None:
        return [declared]
    return labelled_dates(
        cell.text
        for grid in document.grids
        if grid.shape is not Shape.TABLE
        for row in grid.rows
        for cell in row
    )


def _scope(narrative: Narrative) -> tuple[Literal["organ", "region"] | None, str]:
    """Whether the report says that it covers a region or one organ, and the sentence that does."""
    found: dict[Literal["organ", "region"], str] = {}
    for text in (narrative.overview, narrative.problems, narrative.other):
        for sentence in re.split(r"[。；;\n]", text or ""):
            if len(sentence) > _SENTENCE:
                continue
            plain = simplified(sentence)
            if _REGION.fullmatch(plain):
                found.setdefault("region", sentence.strip())
            if _ONE_ORGAN.fullmatch(plain):
                found.setdefault("organ", sentence.strip())
    if len(found) != 1:  # it says nothing, or both
        return None, ""
    return next(iter(found.items()))


def title_of(text: str) -> tuple[int, str] | None:
    """Year and organ of a line that is a title, the organ as printed."""
    if len(text) > _TITLE_LENGTH:
        return None
    folded = _YEAR_IN_NUMERALS.sub(
        lambda found: "".join(_NUMERALS[numeral] for numeral in found.group()),
        unicodedata.normalize("NFKC", text).strip(),
    )
    folded = re.sub(r"(?<=[\u4e00-\u9fff\d])\s+(?=[\u4e00-\u9fff\d])", "", folded)
    plain = simplified(folded)
    for pattern in _TITLES:
        found = pattern.match(plain)
        if found:
            start, end = found.span("organ")
            start += len(found["organ"]) - len(
                found["organ"].removeprefix("《").removeprefix("关于")
            )
            return int(found["year"]), folded[start:end]
    return None


def _longest_names(names: Iterable[str]) -> list[str]:
    """The names without those that another one contains."""
    distinct: dict[str, str] = {}
    for name in names:
        distinct.setdefault(simplified(name), name)
    return [
        printed
        for name, printed in distinct.items()
        if not any(name != other and name in other for other in distinct)
    ]


def _before(document: Document, rows: Rows) -> list[GridCell]:
    """The last lines before the first section."""
    first = min([h.order for h in rows.headings] + list(rows.table_lines), default=(0, 0))
    return [
        cell
        for number, grid in enumerate(document.grids)
        for index, row in enumerate(grid.rows)
        if (number, index) < first
        for cell in row
        if cell.text.strip()
    ][-_TITLE_LINES:]


def _labelled(before: Iterable[GridCell]) -> Iterator[re.Match[str]]:
    """The year and the organ that stand beside their labels; what is long is prose."""
    for cell in before:
        if len(cell.text) <= _TITLE_LENGTH:
            yield from _LABELLED.finditer(unicodedata.normalize("NFKC", cell.text).strip())


def _titles(document: Document, rows: Rows) -> list[tuple[int, str]]:
    """Year and organ of every title: lines before the first section, or two that make one."""
    before = _before(document, rows)
    lines = [cell.text.strip() for cell in before]
    width = _width_of_text(before)
    titles = []
    for place, line in enumerate(lines):
        cut = place and _goes_on(before[place - 1], before[place], width)
        found = None if cut else title_of(line)
        titles += [found] if found else []
    for one, following in pairwise(lines):
        if LOOKS_LIKE_ORGAN.fullmatch(simplified(one)) and not (title_of(following) or (0, ""))[1]:
            found = title_of(one + following)
            titles += [found] if found else []
    titles += _broken_titles(before, lines, width)
    if not titles:  # what a file says of itself is often left over from another one
        found = title_of(document.title or "")
        titles += [found] if found else []
    return titles


def _broken_titles(
    before: Sequence[GridCell], lines: Sequence[str], width: float
) -> Iterator[tuple[int, str]]:
    """Titles that are broken over lines: none of their lines is needless, and none a title."""
    for start in range(len(lines)):
        for end in range(start + 2, min(start + _TITLE_BREAKS, len(lines)) + 1):
            found = title_of("".join(lines[start:end]))
            if found is None:
                continue
            rest = title_of("".join(lines[start + 1 : end]))
            breaks = pairwise(before[start:end])
            if rest is None or all(_goes_on(one, following, width) for one, following in breaks):
                yield found
            break


def _width_of_text(cells: Iterable[GridCell]) -> float:
    """How wide the widest line on a page is; 0 where nothing tells."""
    return max((box[2] - box[0] for cell in cells if (box := cell.place.box)), default=0)


def _goes_on(one: GridCell, following: GridCell, width: float) -> bool:
    """Whether a printed line goes on in the next: it is full, and both are set alike."""
    above, below = one.place.box, following.place.box
    if above is None or below is None or one.place.page != following.place.page:
        return False
    height = above[3] - above[1]
    alike = abs(height - (below[3] - below[1])) < _ALIKE * height
    near = below[1] - above[3] < height
    return alike and near and width - (above[2] - above[0]) < height


# --- the sections of text -------------------------------------------------------------------


def _narrative(document: Document, rows: Rows) -> tuple[Narrative, str]:
    """The three sections, and the first paragraph of the first."""
    scope = _common_ancestors(document, rows)
    main = [h for h in rows.headings if not h.number.startswith("(")]
    ends = sorted({h.order for h in main} | rows.table_lines)
    texts: dict[str, str] = {}
    tried: Counter[str] = Counter()
    for heading in main:
        tried[heading.key] += 1
        if heading.role is Role.SECTION and tried[heading.key] <= _TRIED_HEADINGS:
            text = _text_after(document, rows, heading, ends, scope)
            if len(text) > len(texts.get(heading.key, "")):
                texts[heading.key] = text
    opening = next(
        (line.strip() for line in texts.get("overview", "").split("\n") if line.strip()), ""
    )
    return Narrative(**texts), opening


def _text_after(
    document: Document,
    rows: Rows,
    heading: Heading,
    ends: Sequence[Order],
    scope: tuple[int, ...],
) -> str:
    start = heading.order[0], heading.last + 1
    end = next((order for order in ends if order >= start), None)
    lines: list[str] = []
    for number, grid in enumerate(document.grids):
        if grid.shape is Shape.TABLE or grid.ancestors[: len(scope)] != scope:
            continue
        for index, row in enumerate(grid.rows):
            order = number, index
            if order < start or (end is not None and order >= end) or order in rows.page_numbers:
                continue
            lines.append(legible("\t".join(cell.text for cell in row)))
    return trimmed(_BLANK_LINES.sub("", "\n".join(lines)))


def _common_ancestors(document: Document, rows: Rows) -> tuple[int, ...]:
    """In markup, what the tables and headings all stand in: the rest of a page is around it."""
    numbers = {number for number, _ in rows.table_lines}
    numbers |= {heading.order[0] for heading in rows.headings}
    grids = [document.grids[number] for number in sorted(numbers)]
    if not grids:
        return ()
    common = grids[0].ancestors[:-1]
    for grid in grids[1:]:
        shared = 0
        for one, other in zip(common, grid.ancestors[:-1], strict=False):
            if one != other:
                break
            shared += 1
        common = common[:shared]
    return common
