"""What the narrative states of documents, requests and disputes: a subject, a number, and the place.

The words are those of reports, not those of the form. A number whose words are not understood to
the letter states nothing: silence costs less than a contradiction that is none.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import cache
from typing import Final

import attrs

from ..forms.narrative import Narrative
from ..forms.report import FORMS
from ..forms.topics import Topic
from .documents import documents_none, documents_stated
from .finding import Passage, Section
from .numerals import Folded, Number, numbers
from .sentences import CARRIED, CARRIED_TO, PROPOSALS, Sentence, Time, sentences
from .subjects import Statement, Subject

__all__ = ["statements"]

_SECTIONS: Final[tuple[Section, ...]] = ("overview", "problems", "other")
_BEFORE: Final = 60
"""Characters before a number that are looked at."""
_AFTER: Final = 30
_BREAKS: Final = re.compile(r"[，,。;；！？!?()\n]")

_COUNTED: Final = r"[申请事项目件办案数量总表共计合为是有了达累的均各类政府信息公开答复情况:]*"
"""Between what is counted and the number: 申请件, 总数为, 共计 and the like."""
_REQUEST: Final = r"(?:公开申请|依申请(?:公开)?|申请公开|公开的?(?:政府)?信息的?申请)"
_WHOLE: Final = re.compile(
    r"(?:公民|自然人|社会公众|群众)(?:、|和|或|及|以及)?(?:企业、)?(?:法人)?(?:、|和|或|及|以及|或者)?(?:其他|其它)?(?:社会)?组织"
    r"|[网上络线下信函邮寄件箱当面现场传真平台窗口、和或及政府门户站]{2,30}等(?:各种|多种|各类)?(?:途径|渠道|方式|形式)"
)
"""Everyone who can ask, and every way to ask: no part of the requests."""
_PART: Final = re.compile(
    r"其中|本级|代表|网上|网络|线上|线下|信函|邮寄|邮件|邮箱|当面|现场|传真|平台|窗口|自然人|公民|法人|企业|个人"
    r"|复议|诉讼|许可|投诉|信访|咨询|举报|留言|热线|提案|建议|补正|撤回|撤销|转办|转来|交办|逾期|超期|延期"
    r"|当场|主动公开|意见|案由|涉及|关于|查询|档案|历史|网站|纸质|快递|微信|^月|月份|半年|季度|当月|某|同一|重复"
)
"""Words that make a number one of a part of the requests, or of something else."""
_CHANGE: Final = re.compile(
    r"增[加长多至到幅]|减[少至到]|上升|下降|同比|环比|多于|少于|超过?|不足|近|约|逾|大约|将近|左右|平均|月均|日均|率"
)
"""Words that make a number a difference, a rate or an estimate."""
_OFFICE: Final = re.compile(
    r"[\u4e00-\u9fff]{0,8}(?:中心|办公室|政府办|公开办|信息科|[科股处]室|政府|部门|单位|镇街|街道|乡镇|区县|县区|[省市县区]直)"
    r"(?=[共全累合总]*(?:新收|收到|受理|接收|接到|办理|收悉))"
)
_EVERYONE: Final = re.compile(r"全[省市区县州盟旗镇乡局]|各")
_OURSELVES: Final = re.compile(r"[我本](?:街道|部门|单位|中心|办公室|政府)$")
_RECEIVE: Final = r"(?:新收|收到|受理|接收|接到|收悉)"
_ANSWER: Final = r"(?:办结|办复|答复|回复)"

_WHAT: Final = re.compile(
    r"[各类社会公众群提交出的政府务信息要求有效共计了到过和并及、办理处答复受接收登记结数字申请人书面]*"
)
"""Between the verb and the request, where every request is meant."""

_RECEIVED: Final = re.compile(rf"{_RECEIVE}(?P<what>[^:]{{0,40}}?){_REQUEST}{_COUNTED}$")
_NUMBER_RECEIVED: Final = re.compile(rf"{_RECEIVE}[了到过共计合总累]*$")
_REQUESTS_AFTER: Final = re.compile(rf"的?[^复诉许]{{0,12}}?{_REQUEST}")
_HANDLED: Final = re.compile(rf"办理(?P<what>[^:]{{0,40}}?){_REQUEST}{_COUNTED}$")
_ANSWERED: Final = re.compile(rf"{_ANSWER}(?P<what>[^:]{{0,40}}?){_REQUEST}{_COUNTED}$")
_REQUESTS_ANSWERED: Final = re.compile(
    rf"{_REQUEST}(?:并|已经?|均|都|全部|予以|作出|做出|完成)*{_ANSWER}{_COUNTED}$"
)
_ANSWERED_BARE: Final = re.compile(
    rf"[、和及并已经均都全部共完成累计按时依法规期予以给作做出限内定在进行年底度截至:]*{_ANSWER}[申请人完毕了件数量总共计合为有:]*"
)
_ON_REQUEST: Final = re.compile(
    rf"(?:[我本](?:街道|部门|单位|中心|办公室|政府|[省市县区州盟旗镇乡局委办院厅]))?[全本当今年度共有计累另:]*依申请公开{_COUNTED}"
)
_THEN_ANSWERED: Final = re.compile(
    rf"(?:申请)?(?:均|都|全部|已)[经全部按时依法规期予以限内定在进行完成作出]*{_ANSWER}(?:完毕|完成)?(?=[，,。;；()\n]|$)"
)
_ANSWERS_DIVIDED: Final = re.compile(r"延期|逾期|超期|当场|口头")
"""Where a sentence has these, what it says of answers may be a part of them."""
_CARRIED_IN: Final = re.compile(
    rf"(?:(?:上一?年度?|去年)末?{CARRIED}|{CARRIED}上一?年度?)[本年度来至到办理继续]*{_COUNTED}$"
)
_NEXT_YEAR: Final = r"(?:(?:下|次)一?年度?|(?P<year>20\d\d)年度?)"
_CARRIED_OUT: Final = re.compile(rf"{CARRIED_TO}{_NEXT_YEAR}[继续办理处]*{_COUNTED}$")
_THEN_CARRIED_OUT: Final = re.compile(rf"(?:申请)?{CARRIED_TO}{_NEXT_YEAR}")
_YEAR_CARRIED_TO: Final = re.compile(rf"{CARRIED_TO}$")
_REMAINING: Final = re.compile(r"[、另有尚余剩其中还:]*")
_BLOCKS: Final = {
    Subject.PARTIALLY_GRANTED: Topic.PARTIALLY_GRANTED,
    Subject.GRANTED: Topic.GRANTED,
    Subject.REFUSED: Topic.REFUSED,
    Subject.UNAVAILABLE: Topic.UNAVAILABLE,
    Subject.NOT_PROCESSED: Topic.NOT_PROCESSED,
    Subject.OTHER_HANDLING: Topic.OTHER_HANDLING,
}
"""What a form calls its row or block of outcomes; reports call it by the form's own words."""


def _outcome_words(topic: Topic) -> str:
    """What the forms call an outcome, as a pattern, without its number and its note."""
    labels = {form.label_of(topic): None for form in FORMS.values()}
    return "|".join(dict.fromkeys(_words(label.zh) for label in labels if label is not None))


def _words(label: str) -> str:
    words = re.sub(r"^（.）|（.*）$", "", label)
    return words if "予" in words else re.sub("(?=公开$)", "(?:予以)?", words)


@cache
def _outcome_patterns() -> tuple[tuple[Subject, re.Pattern[str], re.Pattern[str]], ...]:
    """For each outcome, how its words stand before a number, and after one."""
    found = []
    for subject, topic in _BLOCKS.items():
        words = f"(?:{_outcome_words(topic)})"
        before = (
            rf"[、和及其中分别为对决定属于作做出:]*(?:(?:政府)?(?:信息)?{_REQUEST}?的?(?:办理|处理|答复)结果(?:项目)?[为是有:]*)?"
            rf"{words}(?:的?(?:决定|处理|情形))?{_COUNTED}"
        )
        after = rf"(?:申请)?(?:决定|作出)?{words}(?:的?决定)?(?=[，,。;；、()\n]|$)"
        found.append((subject, re.compile(before), re.compile(after)))
    return tuple(found)


_BARE: Final = re.compile(r"[、和及其中分别有:]*")
_DISPUTE: Final = re.compile(r"(?P<kind>复议|诉讼)[申请案件事项数量总共计合为有发生均各:的情况]*$")
_OTHER_DISPUTES: Final = re.compile(
    r"一审|二审|再审|维持|纠正|撤销|败诉|胜诉|驳回|纠错|审结|未审|结案|被告|应诉|应议|出庭|起诉|审理|办理|受理|代理|处理|办结|答复"
    r"|其中|本级|代表"
)
_DISPUTE_VERB: Final = re.compile(r"(?:发生|收到|产生|引发|有|提起|被申请|引起|涉及)[了共]*$")
_DISPUTE_AFTER: Final = re.compile(
    r"的?(?:因|涉及|关于)?(?:政府)?(?:信息公开)?(?:的|类|引起的|引发的)?(?:行政)?(?P<kind>复议|诉讼)(?:案件?|申请|事项)?(?=[，,。;；、()\n]|$)"
)
_INCOMING: Final = frozenset({Subject.RECEIVED, Subject.HANDLED, Subject.ON_REQUEST})
_REMEDIES: Final = frozenset({Subject.RECONSIDERATION, Subject.LITIGATION})
_KINDS: Final = {"复议": Subject.RECONSIDERATION, "诉讼": Subject.LITIGATION}

_END: Final = r"(?=[，,。;；、！!()\n]|$)"
_NO: Final = r"(?:未|没有|无|未曾|尚未)"
_NONE_RECEIVED: Final = re.compile(
    rf"(?<!其中){_NO}(?:(?:有)?(?:新收|收到|接到|受理|接收)(?:过|到)?|(?:有)?(?:公民|群众)?)?(?:任何|公民、法人(?:和|或|及|或者)其他组织(?:提交|提出)?的?)?"
    r"(?:要求)?(?:政府|政务)?(?:信息公开申请|信息依申请公开|依申请公开|依申请公开政府信息|依申请公开信息|公开政府信息的?申请)"
    rf"(?:的?(?:申请|申请件|事项|办件|件|信息|情况|案件|业务))?{_END}"
)
_NONE_CARRIED_OUT: Final = re.compile(
    rf"{_NO}(?:申请)?(?:{CARRIED_TO}{_NEXT_YEAR}|(?:下|次)一?年度?{CARRIED})(?:继续)?(?:办理)?(?:的?(?:申请|情况|事项|件))?{_END}"
)
_NONE_DISPUTED: Final = re.compile(
    rf"(?:{_NO}(?:发生|收到|出现|产生|引发|引起|接到|涉及|被)|(?:无|没有))"
    r"(?P<cause>[^，,。;；、()\n\d]{0,25}?)(?:被)?(?:申请|提起|提出)?(?:行政)?(?P<kind>复议|诉讼)"
    r"(?:案件|申请)?(?:(?:、|和|或|及|以及|与|或者|，)(?:被)?(?:申请|提起|提出)?(?:行政)?(?P<second>复议|诉讼))?"
    rf"(?:案件|申请)?(?:的?(?:情况|情形|现象|事项|案件|事件))?{_END}"
)


def statements(narrative: Narrative, organ: str | None, year: int | None) -> list[Statement]:
    """The numbers that the sections of text state, in order.

    ``organ`` is the organ's name and ``year`` the report's fiscal year; numbers of other years
    are left out. Of one section at most :data:`~gxstats.findings.numerals.MOST_NUMBERS` numbers
    are looked at; the time it takes grows with the length of the text and no faster.
    """
    found: list[Statement] = []
    for section in _SECTIONS:
        text = getattr(narrative, section)
        if text:
            found += _Section(section, text, organ or "", year).statements()
    return found


@attrs.define
class _Scope:
    """Whose requests a paragraph speaks of, from the last that it said came in."""

    paragraph: int = -1
    part: bool = False
    """They are a part of the requests, or those of another year: what follows is not compared."""
    office: str | None = None

    def enter(self, *, part: bool, office: str | None) -> None:
        """The paragraph turns to other requests."""
        self.part, self.office = part, office


@attrs.frozen
class _Clause:
    """The words around a number."""

    before: str
    after: str
    """Both without other numbers; ``before`` without other clauses."""
    last: str
    """The end of what stands before the clause."""
    organ: str
    """The name of the organ."""
    sentence: str
    unit: str

    @property
    def part(self) -> bool:
        """Whether the words are of a part of the requests, as far as they say."""
        said = _WHOLE.sub("", _without(self.before, self.organ))
        if _PART.search(said) or self.last.endswith(("其中，", "其中,", "其中")):
            return True
        for pattern in (_RECEIVED, _HANDLED, _ANSWERED):
            found = pattern.search(said)
            if found is not None:
                return _WHAT.fullmatch(found["what"]) is None
        return False

    @property
    def of_information(self) -> bool:
        """Whether the number is one of pieces of information: one request may give several."""
        return self.unit == "条" or "主动公开" in self.sentence

    def part_of(self, subject: Subject) -> bool:
        """Whether what the number counts is a part of the subject."""
        return subject in _DIVISIBLE and self.part


_DIVISIBLE: Final = frozenset({*_INCOMING, Subject.ANSWERED})


class _Section:
    """One section of text, being read."""

    def __init__(self, section: Section, original: str, organ: str, year: int | None) -> None:
        self.section: Section = section
        self.original = original
        self.organ = organ
        self.year = year
        self.folded = Folded.of(original)
        self.numbers = numbers(self.folded.text)

    def statements(self) -> Iterator[Statement]:
        place = 0
        scope = _Scope()
        for sentence in sentences(self.folded.text, self.year):
            first = place
            while place < len(self.numbers) and self.numbers[place].start < sentence.end:
                place += 1
            own = [
                n
                for n in self.numbers[first:place]
                if n.start >= sentence.start and not self._carried_to(n)
            ]
            yield from self._documents(sentence, own)
            if sentence.about_requests:
                if sentence.paragraph != scope.paragraph:
                    scope = _Scope(paragraph=sentence.paragraph)
                yield from self._counts(sentence, own, scope)
                yield from self._nones(sentence)

    def _documents(self, sentence: Sentence, own: Sequence[Number]) -> Iterator[Statement]:
        if "规" not in sentence.text:
            return
        text = self.folded.text[: sentence.end]
        found = [
            (number.start, number.end, number.value, subject, office)
            for number, subject, office in documents_stated(text, sentence.start, own, self.organ)
        ]
        found += [
            (start, end, 0, subject, office)
            for start, end, subject, office in documents_none(text, sentence.start, self.organ)
        ]
        for start, end, value, subject, office in found:
            if value is not None and sentence.time(start) is Time.THIS_YEAR:
                passage = self._passage(sentence, start, end)
                yield Statement(subject=subject, value=value, passage=passage, office=office)

    def _counts(
        self, sentence: Sentence, own: Sequence[Number], scope: _Scope
    ) -> Iterator[Statement]:
        text = self.folded.text
        received = follows = False
        previous = sentence.start
        for place, number in enumerate(own):
            begin = max(previous, number.start - _BEFORE)
            before = _BREAKS.split(text[begin : number.start])[-1]
            following = own[place + 1].start if place + 1 < len(own) else sentence.end
            clause = _Clause(
                before,
                text[number.after : min(following, number.after + _AFTER)],
                text[max(0, number.start - len(before) - 3) : number.start - len(before)],
                self.organ,
                sentence.text,
                text[number.end : number.after],
            )
            previous = number.after
            this_year = sentence.time(number.start) is Time.THIS_YEAR
            subjects = tuple(_subjects(clause, number.value, received=received, follows=follows))
            follows = bool(subjects)
            if set(subjects) & _INCOMING:
                received = True
                scope.enter(part=clause.part or not this_year, office=self._office(before))
            if number.value is None or not this_year or _CHANGE.search(before):
                continue
            for subject in subjects:
                disputed = subject in _REMEDIES
                divided = subject is Subject.ANSWERED and _ANSWERS_DIVIDED.search(sentence.text)
                if not divided and (disputed or not (scope.part or clause.part_of(subject))):
                    yield Statement(
                        subject=subject,
                        value=number.value,
                        passage=self._passage(sentence, number.start, number.end),
                        office=None if disputed else scope.office,
                    )

    def _carried_to(self, number: Number) -> bool:
        """Whether a number is the year to which requests go on, which is no other year's figure."""
        text, start = self.folded.text, number.start
        return (
            text.startswith("年", number.end)
            and _YEAR_CARRIED_TO.search(text[max(0, start - 4) : start]) is not None
        )

    def _passage(self, sentence: Sentence, start: int, end: int) -> Passage:
        return Passage.cut(
            self.section,
            self.original,
            self.folded.span(sentence.start, sentence.end),
            self.folded.span(start, end),
        )

    def _office(self, before: str) -> str | None:
        office = _OFFICE.search(before)
        if office is None:
            return None
        name = re.sub("^年度?", "", office[0])
        everyone = _EVERYONE.search(before, 0, office.end())
        own = everyone or _OURSELVES.search(name) or name[-3:] in self.organ
        return None if own else name

    def _nones(self, sentence: Sentence) -> Iterator[Statement]:
        for pattern in (_NONE_RECEIVED, _NONE_CARRIED_OUT, _NONE_DISPUTED):
            for found in pattern.finditer(sentence.text):
                start, end = sentence.start + found.start(), sentence.start + found.end()
                said = self.folded.text[max(sentence.start, start - _BEFORE) : start]
                clause = _BREAKS.split(said)[-1]
                year = found["year"] if pattern is _NONE_CARRIED_OUT else None
                if year and self.year is not None and int(year) != self.year + 1:
                    continue
                if sentence.time(start) is Time.THIS_YEAR and not _PART.search(
                    _without(clause, self.organ)
                ):
                    for subject in _none_of(pattern, found):
                        yield Statement(
                            subject=subject,
                            value=0,
                            passage=self._passage(sentence, start, end),
                            office=self._office(clause),
                        )


def _without(words: str, organ: str) -> str:
    """The words without the organ's name, which may be cut at its beginning: 信访局 is no part."""
    for begin in range(len(organ) - 2):
        if organ[begin:] in words:
            return words.replace(organ[begin:], "")
    return words


def _none_of(pattern: re.Pattern[str], found: re.Match[str]) -> Iterator[Subject]:
    if pattern is _NONE_RECEIVED:
        yield Subject.RECEIVED
    elif pattern is _NONE_CARRIED_OUT:
        yield Subject.CARRIED_OUT
    elif not _OTHER_DISPUTES.search(found["cause"]):
        yield from (_KINDS[kind] for kind in (found["kind"], found["second"]) if kind)


def _subjects(
    clause: _Clause, value: int | None, *, received: bool, follows: bool
) -> Iterator[Subject]:
    """What a number counts, by the words before it in its clause and those after it.

    ``received`` says that the sentence states before what came in, ``follows`` that the number
    before this one counts requests.
    """
    before, after = clause.before, clause.after
    if (found := _RECEIVED.search(before)) is not None:
        both = re.search(rf"{_ANSWER}|办理|处理", found["what"])
        yield Subject.HANDLED if both else Subject.RECEIVED
    elif _NUMBER_RECEIVED.search(before) and _REQUESTS_AFTER.match(after):
        yield Subject.RECEIVED
    elif _ON_REQUEST.fullmatch(before):
        if not clause.of_information:
            yield Subject.ON_REQUEST
    elif _HANDLED.search(before):
        yield Subject.HANDLED
    elif _CARRIED_IN.search(before):
        yield Subject.CARRIED_IN
    elif _CARRIED_OUT.search(before) or (
        _REMAINING.fullmatch(before) and _THEN_CARRIED_OUT.match(after)
    ):
        yield Subject.CARRIED_OUT
    elif (
        _ANSWERED.search(before)
        or _REQUESTS_ANSWERED.search(before)
        or (received and _ANSWERED_BARE.fullmatch(before))
        or (received and follows and before in {"", "、"} and _THEN_ANSWERED.match(after))
    ):
        yield Subject.ANSWERED
    else:
        yield from _outcome_or_dispute(clause, value)


def _outcome_or_dispute(clause: _Clause, value: int | None) -> Iterator[Subject]:
    before, after = clause.before, clause.after
    for subject, before_it, _ in _outcome_patterns():
        if before_it.fullmatch(before):
            if not PROPOSALS.search(clause.sentence):
                yield subject
            return
    for subject, _, after_it in _outcome_patterns():
        if _BARE.fullmatch(before) and after_it.match(after):
            if not PROPOSALS.search(clause.sentence):
                yield subject
            return
    if _OTHER_DISPUTES.search(before):
        return
    both = "复议" in before and "诉讼" in before
    if (found := _DISPUTE.search(before)) is not None:
        if not both:
            yield _KINDS[found["kind"]]
        elif value == 0 or "均" in before or "各" in before:
            yield from _KINDS.values()
    elif _DISPUTE_VERB.search(before) and not both:
        found = _DISPUTE_AFTER.match(after)
        if found is not None and not ("复议" in after and "诉讼" in after):
            yield _KINDS[found["kind"]]
