"""One report as HTML: its head, its tables with the marks, and what was found in it."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from functools import cached_property
from operator import itemgetter
from typing import Final

import attrs

from ..notes import FOUND, NOTES, TEXT
from ..relations import Outcome, Result
from ..relations.linear import Comparison, Term
from ..relations.wording import words
from ..relations.years import cell_name
from ..text import Language
from . import texts
from .found import Found, Section, sections
from .html import LANGUAGE_TAGS, spans, table_html
from .layout import PrintedCell, printed_tables
from .marks import Mark, MarkKind, Marks, number_text
from .markup import attributes, element, foreign, in_text
from .shown import Shown, legend_label, shown
from .source import facts_line, prints_of, sections_of

__all__ = ["Drawing"]

_CHINESE: Final = LANGUAGE_TAGS["zh"]
_VERDICT_SIGNS: Final = {Outcome.HELD: "✓", Outcome.VIOLATED: "✗", Outcome.UNDECIDED: "?"}


@attrs.frozen(slots=False)
class Drawing:
    """One report on a page, all of whose ids begin with ``prefix``.

    What is not the report's own stands in elements that a reader passes over
    (:data:`~gxstats.notes.NOTES`), so that a page can be read back.
    """

    marks: Marks
    prefix: str
    language: Language

    @property
    def title(self) -> str:
        """Whose report it is, and of which year, as text."""
        return texts.report_title(self.marks.report, self.language)

    @property
    def verdict(self) -> str:
        """What became of the sums, in one sentence."""
        return self.marks.check.explain(self.language).splitlines()[0]

    @property
    def outcome(self) -> str:
        """What became of them, as a class of the style."""
        return self.marks.check.verdict.value

    @property
    def verdict_sign(self) -> str:
        """Says without colour what became of them."""
        return _VERDICT_SIGNS[self.marks.check.verdict]

    def lines(self, level: int) -> Iterator[str]:
        """The article, with a heading of this level."""
        yield f"<article{attributes(id=self.prefix, aria_labelledby=f'{self.prefix}-name')}>"
        yield "<header>"
        yield element(f"h{level}", self._heading(), id=f"{self.prefix}-name")
        facts = element("bdi", in_text(facts_line(self.marks.report, self.language)))
        yield element("p", facts, class_="form-name")
        yield f'<aside class="{NOTES}" role="none">'
        sign = element("span", self.verdict_sign, aria_hidden="true")
        yield element("p", f"{sign} {in_text(self.verdict)}", class_=f"verdict {self.outcome}")
        skip = texts.SKIP_TO_FOUND[self.language]
        yield element("p", element("a", skip, href=f"#{self.prefix}-found"), class_="to-found")
        yield "</aside>"
        yield "</header>"
        form = self.marks.report.form
        yield from self._sections_of_text(level + 1, before_tables=True)
        for table in printed_tables(form):
            prefix = f"{self.prefix}-{table.table.name}"
            named = attributes(
                class_="scroll", role="region", aria_labelledby=f"{prefix}-caption", tabindex=0
            )
            yield f"<div{named}>"
            yield from table_html(form, table, self.language, self._value, prefix=prefix)
            yield "</div>"
        yield from self._sections_of_text(level + 1, before_tables=False)
        yield from self._notes(level + 1)
        yield "</article>"

    # --- the head -------------------------------------------------------------------------------

    def _heading(self) -> str:
        """The title; a name is kept from turning the words beside it."""
        name = self.marks.report.organ.name
        if name is None:
            return in_text(self.title)
        place = "\ufdd0"  # stands in no text
        title = texts.report_title(self.marks.report, self.language, organ=place)
        return _around(title, place, foreign(name, _CHINESE))

    def _sections_of_text(self, level: int, *, before_tables: bool) -> Iterator[str]:
        narrative = self.marks.report.narrative
        for heading, text in sections_of(narrative, before_tables=before_tables):
            if not text:
                continue
            yield '<section class="narrative">'
            yield element(f"h{level}", in_text(heading[self.language]))
            for line in text.split("\n"):
                inner = foreign(line, _CHINESE) if line.strip() else ""
                yield element("p", inner, class_=TEXT)
            yield "</section>"

    # --- the cells ------------------------------------------------------------------------------

    def _id(self, address: str) -> str:
        return f"{self.prefix}{address.replace('/', '-')}"

    def _value(self, cell: PrintedCell, headers: str) -> str:
        address = cell.address or ""
        mark = self.marks.by_cell.get(address)
        value = self.marks.report[address]
        content = shown(value, mark, self._prints.get(address))
        kind = "" if mark is None else f" {mark.kind.value}"
        given = attributes(
            class_=f"value{kind}",
            id=self._id(address),
            data_address=address,
            data_mark=None if mark is None else mark.kind.value,
            data_blank="" if value is None else None,
            headers=headers,
        )
        inner = in_text(content.number) if mark is None else self._marked(content, mark)
        return f"<td{given}{spans(cell)}>{inner}</td>"

    def _marked(self, content: Shown, mark: Mark) -> str:
        text = self._text(content, mark)
        where = self._first_told.get(mark.cell)
        if where is None:  # a blank of which there is nothing to say
            return text
        tip = f"{self._id(mark.cell)}-why"
        link = element("a", text, href=f"#{where}", aria_describedby=tip)
        return link + element(
            "aside",
            in_text(mark.explain(self.language)),
            class_=f"{NOTES} tip",
            role="note",
            id=tip,
        )

    def _text(self, content: Shown, mark: Mark) -> str:
        """The number with its signs, and for those who do not see them what they say."""
        language = self.language
        number = element("mark", in_text(content.number)) if content.number else ""
        before = after = ""
        if content.before:
            before = self._aside(content.before, self._said_before(content, mark))
        if mark.new is not None:
            deduced = mark.kind is MarkKind.DEDUCED
            said = texts.SPOKEN_DEDUCED if deduced else texts.SPOKEN_SHOULD_BE
            after = self._aside(mark.kind.sign, said[language], number_text(mark.new))
        elif content.after:
            after = self._aside(content.after, texts.SPOKEN_OPEN[language])
        return f"{before}{number}{after}"

    def _said_before(self, content: Shown, mark: Mark) -> str:
        if mark.kind is MarkKind.WRONG:  # and blank; what it should be follows
            return MarkKind.BLANK.label[self.language]
        label = mark.kind.label[self.language]
        return texts.SPOKEN[self.language].format(label=label) if content.number else label

    def _aside(self, sign: str, said: str, new: str = "") -> str:
        """A sign with what it says, no part of what the report says."""
        inner = element("span", in_text(sign), aria_hidden="true")
        inner += element("span", in_text(said), class_="spoken")
        inner += element("ins", new) if new else ""
        return element("aside", inner, class_=NOTES, role="none")

    @cached_property
    def _prints(self) -> Mapping[str, str]:
        return prints_of(self.marks.report)

    # --- what was found -------------------------------------------------------------------------

    @cached_property
    def _sections(self) -> list[Section]:
        return sections(self.marks, self.language)

    def _item_id(self, section: int, place: int) -> str:
        return f"{self.prefix}-found-{section}-{place}"

    @cached_property
    def _first_told(self) -> dict[str, str]:
        """For each marked cell of which there is something to say, the id of the first finding."""
        found: dict[str, str] = {}
        for number, section in enumerate(self._sections, 1):
            for place, one in enumerate(section.found, 1):
                for cell in one.cells:
                    mark = self.marks.by_cell.get(cell)
                    if mark is not None and (mark.kind is not MarkKind.BLANK or mark.reasons):
                        found.setdefault(cell, self._item_id(number, place))
        return found

    def _notes(self, level: int) -> Iterator[str]:
        language = self.language
        title = f"{self.prefix}-found"
        yield f'<aside class="{NOTES} found" aria-labelledby="{title}">'
        yield element(f"h{level}", FOUND[language], id=title)
        if self.marks.kinds:
            signs = "".join(
                element(
                    "li",
                    f"{element('span', in_text(kind.sign), class_=f'sign {kind.value}')} "
                    f"{in_text(legend_label(kind)[language])}",
                )
                for kind in self.marks.kinds
            )
            yield element("ul", signs, class_="legend", aria_label=texts.LEGEND[language])
        if not self._sections:
            yield element("p", texts.NOTHING[language])
        for number, section in enumerate(self._sections, 1):
            yield from self._section(number, section, level + 1)
        yield "</aside>"

    def _section(self, number: int, section: Section, level: int) -> Iterator[str]:
        yield "<section>"
        yield element(f"h{level}", in_text(section.title[self.language]))
        for sentence in section.before:
            yield element("p", in_text(sentence))
        if section.found:
            yield "<ol>"
            for place, found in enumerate(section.found, 1):
                yield element("li", self._told(found), id=self._item_id(number, place))
            yield "</ol>"
        for sentence in section.after:
            yield element("p", in_text(sentence), class_="quiet")
        yield "</section>"

    def _told(self, found: Found) -> str:
        """A finding; where it names a cell, the name is a link, else links stand below it."""
        said = found.said[:1].upper() + found.said[1:]
        if found.result is not None:
            sums = self._arithmetic(found.result)
            return element("p", f"<bdi>{in_text(said)}</bdi>") + element("p", sums, class_="sum")
        form, language = self.marks.report.form, self.language
        names = {cell: cell_name(form, cell, language) for cell in found.cells}
        places = _places(said, names)
        parts, end = [], 0
        for cell, place in sorted(places.items(), key=itemgetter(1)):
            name_end = place + len(names[cell])
            parts += [in_text(said[end:place]), self._link(cell, in_text(said[place:name_end]))]
            end = name_end
        told = element("p", f"<bdi>{''.join(parts)}{in_text(said[end:])}</bdi>")
        below = [
            self._link(cell, in_text(name)) for cell, name in names.items() if cell not in places
        ]
        if below:
            links = texts.BETWEEN_CELLS[language].join(below)
            told += element("p", f"{texts.CELLS[language]}{links}", class_="sum")
        return told

    def _link(self, address: str, content: str, title: str | None = None) -> str:
        return element("a", content, href=f"#{self._id(address)}", title=title)

    def _arithmetic(self, result: Result) -> str:
        """The sum with its numbers, every one a link to its cell."""
        relation = result.relation
        said = words(relation, result.form, self.language)
        labels = dict(zip(relation.addresses, said.labels, strict=True))
        sign = {Comparison.EQUAL: "≠", Comparison.AT_MOST: ">"}[relation.comparison]
        if result.residual is None:
            sign = relation.comparison.sign
        sides = [self._side(terms, result, labels) for terms in (relation.left, relation.right)]
        return f"{sides[0]} <b>{in_text(sign)}</b> {sides[1]}"

    def _side(self, terms: Sequence[Term], result: Result, labels: dict[str, str]) -> str:
        parts: list[str] = []
        for term in terms:
            minus = term.coefficient < 0
            joint = ("− " if minus else "+ ") if parts else ("−" if minus else "")
            factor = "" if abs(term.coefficient) == 1 else f"{abs(term.coefficient)} × "
            value = result.cells[term.address]
            number = MarkKind.BLANK.sign if value is None else str(value)
            label = in_text(labels[term.address])
            # Of a long sum the zeros are many: their names are spoken, and shown by pointing.
            is_plain = value == 0 and len(terms) > 2
            name = element("span", label, class_="spoken") if is_plain else label
            link = self._link(term.address, f"{name} {element('b', number)}", labels[term.address])
            parts.append(f"{joint}{factor}{link}")
        total = result.side(terms)
        if len(terms) > 1 and total is not None:
            parts.append(f"= <b>{total}</b>")
        return " ".join(parts) or "0"


def _places(said: str, names: Mapping[str, str]) -> dict[str, int]:
    """Where a sentence names cells; a name within the name of another cell is none."""
    places: dict[str, int] = {}
    for cell, name in sorted(names.items(), key=lambda one: -len(one[1])):
        begins = said.startswith(name[:1].upper() + name[1:])
        place = 0 if begins else said.find(name)
        if place >= 0:
            places[cell] = place
            said = f"{said[:place]}{chr(0) * len(name)}{said[place + len(name) :]}"
    return places


def _around(text: str, place: str, content: str) -> str:
    """Text as HTML, with content that is HTML already in one place."""
    before, _, after = text.partition(place)
    return f"{in_text(before)}{content}{in_text(after)}"
