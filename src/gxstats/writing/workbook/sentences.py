"""The sentences of :mod:`gxstats.relations.wording` as formulas, with live numbers.

The words are taken from the sentences themselves: each is put together once for every case that it
knows, with a number that nothing else holds, and cut at that number. So a sentence of the sheet
and that of :meth:`gxstats.Result.explain` are one.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from functools import cache, cached_property
from os.path import commonprefix
from typing import Any, Final, cast

import attrs

from ...forms.report import Form
from ...relations import Outcome, Relation, Result
from ...relations.checking import Outcomes
from ...relations.linear import Term
from ...relations.wording import (
    _blank,
    _headline,
    _joined,
    _name_of_parts,
    _numbers,
    _short,
    _side,
    _viewpoint,
    result_text,
)
from ...text import Language
from .formulas import quoted

__all__ = ["LiveSentence", "headline", "headline_text", "live_sentence"]

_MARK: Final = 8_642_097
"""A number that stands in no label."""
_OTHERS: Final = (7_531_086, 6_420_975)
_SHOWN_BLANKS: Final = 3
"""Blanks that a sentence names before it only counts them."""


def _around(text: str, *numbers: int) -> list[str]:
    """The pieces of a text around the numbers that stand in it, in this order."""
    pieces = []
    for number in numbers:
        before, _, text = text.partition(str(number))
        pieces.append(before)
    return [*pieces, text]


def _number(place: str) -> str:
    return f'TEXT({place},"0")'


@attrs.frozen
class _Side:
    """One side of a relation, in words."""

    terms: tuple[Term, ...]
    sketch: Callable[[Sequence[int | None]], Result]
    """The result with these values of the side."""
    label: Callable[[str], str]
    language: Language

    def words(self, values: Sequence[int | None]) -> str:
        result = self.sketch(values)
        parts = _name_of_parts(self.terms, result.form, self.label, self.language)
        return _side(self.terms, parts, result, self.label, self.language)

    def numbers(self, values: Sequence[int | None]) -> str:
        return _numbers(self.terms, self.sketch(values), self.label, self.language)

    def formula(self, cells: Sequence[str], span: str, named: str, blanks: str) -> str:
        """The words of the side as an expression.

        ``cells`` are the mirrors of its terms and ``span`` all of them; ``named`` and ``blanks``
        are where the texts of :meth:`named` and :meth:`blanks` stand.
        """
        count = len(self.terms)
        if count == 1:
            before, after = _around(self.words([_MARK]), _MARK)
            number = f"{quoted(before)}&{_number(cells[0])}&{quoted(after)}"
            return f'IF({cells[0]}="",{quoted(self.words([None]))},{number})'
        known = "+".join(
            f"{term.coefficient}*N({cell})" for term, cell in zip(self.terms, cells, strict=True)
        )
        if all(term.coefficient == 1 for term in self.terms):
            known = f"SUM({span})"
        zero, blank = quoted(self.words([0] * count)), quoted(self.words([None] * count))
        some = self._sum([_MARK] + [0] * (count - 2) + [None], known, span, named, blanks)
        full = self._sum([_MARK] + [0] * (count - 1), known, span, named, blanks)
        return (
            f"IF(COUNTIF({span},0)={count},{zero},IF(COUNT({span})=0,{blank},"
            f"IF(COUNT({span})<{count},{some},{full})))"
        )

    def _sum(
        self, values: Sequence[int | None], known: str, span: str, named: str, blanks: str
    ) -> str:
        """The words with the sum and the numbers, as they are where these values stand."""
        text, numbers = self.words(values), self.numbers(values)
        total = _known(self.terms, values)
        before, _, rest = text.partition(str(total))
        between, _, after = rest.partition(numbers)
        listed = self._list(span, named, blanks)
        return f"{quoted(before)}&{_number(known)}&{quoted(between)}&{listed}&{quoted(after)}"

    def _list(self, span: str, named: str, blanks: str) -> str:
        """The numbers with their labels, which cells are blank, how many are 0."""
        count = len(self.terms)
        last = _blank([self.label(self.terms[-1].address)], self.language)
        first = self.numbers([*[_MARK] * (count - 1), None]).removesuffix(last)
        separator = first[len(self._joined([_MARK] * (count - 1))) :]
        text = f'{named}&IF(OR({named}="",{blanks}=""),"",{quoted(separator)})&{blanks}'
        if count > 2:
            tails = [
                self.numbers([0] * zeros + [_MARK] * (count - zeros)).removeprefix(
                    _joined(
                        [
                            (term.coefficient, f"{self.label(term.address)} {_MARK}")
                            for term in self.terms[zeros:]
                        ],
                        self.language,
                    )
                )
                for zeros in range(1, count)
            ]
            chosen = ",".join(quoted(tail) for tail in tails)
            text += f'&IF(COUNTIF({span},0)=0,"",CHOOSE(COUNTIF({span},0),{chosen},""))'
        return text

    def _joined(self, values: Sequence[int]) -> str:
        parts = [
            (term.coefficient, f"{self.label(term.address)} {value}")
            for term, value in zip(self.terms, values, strict=False)
        ]
        return _joined(parts, self.language)

    def named(self, cells: Sequence[str]) -> str:
        """The numbers that are worth telling, with their labels, as an expression."""
        pieces = []
        for term, cell in zip(self.terms, cells, strict=True):
            part = (term.coefficient, f"{self.label(term.address)} {_MARK}")
            before, _ = _around(_after_another(part, self.language), _MARK)
            told = f"N({cell})=0" if len(self.terms) > 2 else f'{cell}=""'
            pieces.append(f'IF({told},"",{quoted(before)}&{_number(cell)})')
        return "&".join(pieces)

    def named_now(self, values: Sequence[int | None]) -> str:
        """What :meth:`named` comes to for these values."""
        return "".join(
            _after_another(
                (term.coefficient, f"{self.label(term.address)} {value}"), self.language
            )
            for term, value in zip(self.terms, values, strict=True)
            if (value if len(self.terms) > 2 else value is not None)
        )

    def first_named(self, place: str) -> str:
        """What :meth:`named` gives, which stands at a place, without the sign it begins with."""
        minus = _after_another((-1, ""), self.language)
        sign = _joined([(-1, "")], self.language)
        rest = f"MID({place},{len(minus) + 1},9999)"
        if all(term.coefficient > 0 for term in self.terms):
            return rest
        return f'IF(LEFT({place},{len(minus)})={quoted(minus)},{quoted(sign)},"")&{rest}'

    def blanks_now(self, values: Sequence[int | None]) -> str:
        """What :meth:`blanks` comes to for these values."""
        names = [
            self.label(term.address)
            for term, value in zip(self.terms, values, strict=True)
            if value is None
        ]
        return _blank(names, self.language) if names else ""

    def blanks(self, cells: Sequence[str], span_to: Callable[[int], str]) -> str:
        """Which cells are blank, as an expression; ``span_to``: the mirrors up to one of them."""
        count = len(self.terms)
        marks = [str(_MARK), str(_OTHERS[0]), str(_OTHERS[1])]
        one = _blank(marks[:1], self.language)
        two = _blank(marks[:2], self.language)
        opening, ending = one.split(marks[0])
        inner = two.split(marks[0])[1].split(marks[1])[0]
        closing = commonprefix([ending, inner])  # noqa: RUF071 - no paths
        between = inner.removeprefix(closing)
        between = between.removesuffix(opening)
        pieces = []
        for i, (term, cell) in enumerate(zip(self.terms, cells, strict=True)):
            name = quoted(between + opening + self.label(term.address) + closing)
            rank = f"{i + 1}-COUNT({span_to(i)})"
            pieces.append(f'IF(AND({cell}="",{rank}<={_SHOWN_BLANKS}),{name},"")')
        names = "&".join(pieces)
        if between:
            names = f"MID({names},{len(between) + 1},9999)"
        number = f"({count}-COUNT({span_to(count - 1)}))"
        ends = [
            quoted(
                _blank(marks[:some], self.language).rpartition(marks[some - 1])[2][len(closing) :]
            )
            for some in range(1, _SHOWN_BLANKS + 1)
        ]
        more = [
            quoted(
                _blank([*marks, *["x"] * (some - _SHOWN_BLANKS)], self.language).rpartition(
                    marks[-1]
                )[2][len(closing) :]
            )
            for some in range(_SHOWN_BLANKS + 1, count + 1)
        ]
        return f'IF({number}=0,"",{names}&CHOOSE({number},{",".join((ends + more)[:count])}))'


def _after_another(part: tuple[int, str], language: Language) -> str:
    """A number of a sum as it stands behind another one."""
    return _joined([(1, "0"), part], language).removeprefix("0")


def _known(terms: Sequence[Term], values: Sequence[int | None]) -> int:
    return sum(term.coefficient * (value or 0) for term, value in zip(terms, values, strict=True))


@attrs.frozen(slots=False)
class LiveSentence:
    """The sentence of one relation."""

    relation: Relation
    form: Form
    language: Language

    def _result(self, outcome: Outcome, cells: dict[str, int | None]) -> Result:
        zeros = dict.fromkeys(self.relation.addresses, 0)
        return Result(self.relation, outcome, self.form, {**zeros, **cells})

    @cached_property
    def sides(self) -> list[_Side]:
        """The sides that have terms."""
        _, named = _viewpoint(self.relation, self.form, self.language)
        label = {
            address: _short(named(address), self.language) for address in self.relation.addresses
        }.__getitem__

        def sketch(terms: tuple[Term, ...]) -> Callable[[Sequence[int | None]], Result]:
            return lambda values: self._result(
                Outcome.HELD,
                {term.address: value for term, value in zip(terms, values, strict=True)},
            )

        return [
            _Side(terms, sketch(terms), label, self.language)
            for terms in (self.relation.left, self.relation.right)
            if terms
        ]

    def formula(self, sides: Sequence[str], outcome: str, residual: str, blanks: str) -> str:
        """The sentence from the words of its sides, and from where its outcome and numbers are."""
        beginning, *between, _ = self._cut(self._result(Outcome.HELD, {}))
        text = quoted(beginning)
        for side, words in zip(sides, [*between, ""], strict=True):
            text += f"&{side}" + (f"&{quoted(words)}" if words else "")
        held = quoted(self._tail(Outcome.HELD, {}))
        first = self.relation.terms[0].address
        undecided = quoted(self._tail(Outcome.UNDECIDED, {first: None}))
        refuted = quoted(self._tail(Outcome.VIOLATED, {first: None}))
        labels = {found: quoted(found.label[self.language]) for found in Outcome}
        return (
            f"={text}&IF({outcome}={labels[Outcome.HELD]},{held},"
            f"IF({outcome}={labels[Outcome.UNDECIDED]},{undecided},IF({blanks}>0,{refuted},"
            f"IF({residual}>0,{self._off(1, residual)},{self._off(-1, residual)}))))"
        )

    def _off(self, sign: int, residual: str) -> str:
        """What is said of a sum that is off by some number, in one direction."""
        term = self.relation.terms[0]
        cells: dict[str, int | None] = {term.address: sign * term.coefficient * _MARK}
        text = self._tail(Outcome.VIOLATED, cells)
        if str(_MARK) not in text:
            return quoted(text)
        before, after = _around(text, _MARK)
        return f"{quoted(before)}&{_number(f'ABS({residual})')}&{quoted(after)}"

    def _tail(self, outcome: Outcome, cells: dict[str, int | None]) -> str:
        return self._cut(self._result(outcome, cells))[-1]

    def _cut(self, result: Result) -> list[str]:
        """The sentence around its sides."""
        text = result_text(result, self.language)
        pieces = []
        for side in self.sides:
            words = side.words([result.cells[term.address] for term in side.terms])
            before, _, text = text.partition(words)
            pieces.append(before)
        return [*pieces, text]


@cache
def live_sentence(relation: Relation, form: Form, language: Language) -> LiveSentence:
    """The sentence of a relation; those of many workbooks are alike."""
    return LiveSentence(relation, form, language)


@attrs.frozen
class _Tally:
    """What a headline asks of a check."""

    verdict: Outcome
    violated: Sequence[int] = ()
    undecided: Sequence[int] = ()
    held: Sequence[int] = ()


def headline_text(check: Outcomes, language: Language) -> str:
    """The verdict on a report in a line."""
    return _headline(check, language)


def headline(counts: Mapping[Outcome, str], language: Language) -> str:
    """The verdict as an expression, from where the numbers of binding relations stand."""
    violated, undecided, held = (
        counts[outcome] for outcome in (Outcome.VIOLATED, Outcome.UNDECIDED, Outcome.HELD)
    )
    names = ("violated", "undecided", "held")
    marks: dict[str, int] = dict(zip(names, (_MARK, *_OTHERS), strict=True))

    def text(verdict: Outcome, *which: str) -> str:
        tally: Any = _Tally(verdict, **{name: range(marks[name]) for name in which})
        return _headline(cast(Outcomes, tally), language)

    singles = [text(Outcome.HELD, name) for name in names]
    beginning = commonprefix(singles)  # noqa: RUF071 - no paths
    whole = [single.removeprefix(beginning) for single in singles]
    ending = whole[0][-1]
    pieces = [one.removesuffix(ending) for one in whole]
    pair = text(Outcome.HELD, *names[:2]).removeprefix(beginning).removesuffix(ending)
    separator = pair.removeprefix(pieces[0]).removesuffix(pieces[1])
    heads = [
        quoted(text(verdict, "held").removesuffix(pieces[2] + ending))
        for verdict in (Outcome.VIOLATED, Outcome.UNDECIDED, Outcome.HELD)
    ]
    counted = []
    for name, piece, place in zip(names, pieces, (violated, undecided, held), strict=True):
        before, after = _around(piece, marks[name])
        said = f"{quoted(separator + before)}&{place}&{quoted(after)}"
        counted.append(f'IF({place}=0,"",{said})')
    listed = f"MID({'&'.join(counted)},{len(separator) + 1},999)"
    head = f"IF({violated}>0,{heads[0]},IF({undecided}>0,{heads[1]},{heads[2]}))"
    return f"{head}&{listed}&{quoted(ending)}"
