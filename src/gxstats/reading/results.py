"""What a reading says: the report, and for every cell where it comes from and how sure it is."""

from __future__ import annotations

import datetime as dt
import enum
from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, Final, NamedTuple, TypeAlias

import attrs

from ..forms.report import Form, Report
from ..text import LANGUAGES, Bilingual, Language
from .grid import Place

if TYPE_CHECKING:
    from .slips import Slip

__all__ = [
    "DOUBT_CODES",
    "NOTICE_CODES",
    "Alternative",
    "Certainty",
    "Doubt",
    "Notice",
    "Provenance",
    "Reading",
]

Alternative: TypeAlias = str | int | None
"""A value that a cell may have: a whole number, blank, or exact decimal text."""


class Certainty(enum.Enum):
    """How sure a reading is of a cell."""

    CERTAIN = "certain"
    """It was read as it stands."""
    INFERRED = "inferred"
    """The layout alone left it open; one way to place the numbers makes the sums hold, or no other
    way is left by what is printed."""
    DOUBTFUL = "doubtful"
    """Several ways remain, or none; the cell is left blank."""
    ABSENT = "absent"
    """The source does not print this cell; it is blank, and that says nothing of zero."""


class Provenance(NamedTuple):
    """Where a cell's value comes from."""

    printed: str | None
    """The text as printed; ``None`` where nothing is, not even a blank cell."""
    place: Place | None
    certainty: Certainty

    def to_dict(self) -> dict[str, Any]:
        """As JSON values."""
        return {
            "printed": self.printed,
            "place": None if self.place is None else self.place.to_dict(),
            "certainty": self.certainty.value,
        }


DOUBT_CODES: Final[dict[str, Bilingual]] = {
    "cell.unreadable": Bilingual(
        "印的不是数：{printed}", "what is printed is not a number: {printed}"
    ),
    "cell.fraction": Bilingual(
        "件数不应有小数：{printed}", "a count has no decimals: {printed}"
    ),
    "cell.sign": Bilingual("此格的数不应带正负号：{printed}", "this cell takes no sign: {printed}"),
    "cell.unit": Bilingual("单位与此格不符：{printed}", "the unit does not fit the cell: {printed}"),
    "cell.digits": Bilingual("位数过多：{printed}", "too many digits: {printed}"),
    "cell.formula": Bilingual(
        "只有公式，没有算出的值：{printed}", "a formula whose value was never computed: {printed}"
    ),
    "cell.picture": Bilingual(
        "格内有图片或对象，其中的内容未读取：{printed}",
        "the cell holds a picture or an object, which is not read: {printed}",
    ),
    "cell.hidden": Bilingual(
        "无法判断这些字是否显示：{printed}", "it cannot be told whether this is visible: {printed}"
    ),
    "cell.glued": Bilingual(
        "几个数连在一起，分不开：{printed}", "numbers run together: {printed}"
    ),
    "cell.merged": Bilingual(
        "一格占了几行，不知属于哪一行：{printed}",
        "one cell stands across several rows: {printed}",
    ),
    "row.alignment": Bilingual(
        "行内的数与各列对不上：{printed}", "the numbers of the row cannot be matched to its columns: {printed}"
    ),
    "row.header": Bilingual(
        "这一行上方没有表中的列名，可能属于别的表：{printed}",
        "no column label of the form stands above the row, which may belong to another table: {printed}",
    ),
    "row.empty": Bilingual(
        "只印有行名或列名，无法判断各格是空白还是未印：{printed}",
        "labels without any cell beside them, so that it cannot be told whether the cells are blank: {printed}",
    ),
    "row.repeated": Bilingual(
        "这一行印了几次，数不相同：{printed}", "the row is printed more than once, with different numbers: {printed}"
    ),
    "row.label": Bilingual(
        "没有认出这一行，表内却有一行数认不出行名，可能就是它：{printed}",
        "the row was not recognized, and these numbers of the table stand beside a label that was not either: {printed}",
    ),
    "form.edition": Bilingual(
        "表样可能是：{printed}", "the form may be any of these: {printed}"
    ),
    "report.year": Bilingual("年份可能是：{printed}", "the year may be any of these: {printed}"),
    "report.organ": Bilingual("机关可能是：{printed}", "the organ may be any of these: {printed}"),
    "report.published": Bilingual(
        "公布日期可能是：{printed}", "the date of publication may be any of these: {printed}"
    ),
}  # fmt: skip
"""Every reason for a doubt. Codes are part of the public contract."""

NOTICE_CODES: Final[dict[str, Bilingual]] = {
    "table.missing": Bilingual("没有找到{printed}", "not found: {printed}"),
    "row.missing": Bilingual("{printed}", "{printed}"),
    "row.extra": Bilingual(
        "表中没有这一行，未读入：{printed}", "not a row of the form, left out: {printed}"
    ),
    "column.extra": Bilingual(
        "表中没有这一列，未读入：{printed}", "not a column of the form, left out: {printed}"
    ),
    "cell.extra": Bilingual(
        "这一行多出的数，未读入：{printed}", "one number too many in the row, left out: {printed}"
    ),
    "cell.joined": Bilingual(
        "折成几行的数，按勾稽关系合为一个：{printed}",
        "a number broken over lines, which the cross-checks leave no other way to read: {printed}",
    ),
    "row.inferred": Bilingual(
        "按勾稽关系定出各数所在的列：{printed}", "the columns were told by the cross-checks: {printed}"
    ),
    "row.sole": Bilingual(
        "各数所在的列，按印出的样子只有一种可能：{printed}",
        "what is printed leaves one way only to place the numbers: {printed}",
    ),
    "label.damaged": Bilingual("行名或列名印得不全：{printed}", "a label is damaged: {printed}"),
    "form.mixed": Bilingual(
        "同一份报告混用了两种表样：{printed}", "the report mixes two forms: {printed}"
    ),
    "form.year": Bilingual("{printed}", "{printed}"),
    "form.by_year": Bilingual("{printed}", "{printed}"),
    "report.scope": Bilingual(
        "统计范围据这句话定出：{printed}", "the scope was told by this sentence: {printed}"
    ),
    "text.hidden": Bilingual(
        "有看不见或浮于页面的文字，未读入：{printed}",
        "text that is not visible or floats over the page, left out: {printed}",
    ),
    "template.left": Bilingual(
        "表样的填写说明未删：{printed}", "an instruction of the template was left: {printed}"
    ),
    "page.picture": Bilingual(
        "有 {printed} 页是图像，没有文字，未能读取",
        "pages that are pictures without text, and were not read: {printed}",
    ),
    "member.unread": Bilingual(
        "压缩包或邮件中有文件未能读取：{printed}", "files beside the report were not read: {printed}"
    ),
    "text.replaced": Bilingual(
        "有 {printed} 个字符无法解码", "characters that could not be decoded: {printed}"
    ),
}  # fmt: skip
"""Everything said that is no doubt. Codes are part of the public contract."""


@attrs.frozen(kw_only=True)
class Doubt:
    """Something that the source leaves open, and that was therefore not read."""

    code: str = attrs.field(validator=attrs.validators.in_(DOUBT_CODES))
    cell: str | None = None
    """The cell's address; ``None`` for a doubt about the report as a whole."""
    printed: str
    alternatives: tuple[Alternative, ...] = ()
    """What it may be, as far as that can be told."""
    place: Place | None = None

    @property
    def message(self) -> Bilingual:
        """Why it is doubtful."""
        return DOUBT_CODES[self.code].format(printed=self.printed)

    @property
    def reason(self) -> Bilingual:
        """Why it is doubtful, and what it may be: for where the cell is named beside."""
        return Bilingual(
            *(
                self.message[language] + _alternatives(self.alternatives, language)
                for language in LANGUAGES
            )
        )

    def explain(self, language: Language = "zh") -> str:
        """The doubt as one sentence."""
        where = "" if self.cell is None else self.cell + {"zh": "：", "en": ": "}[language]
        return where + self.reason[language]

    def to_dict(self) -> dict[str, Any]:
        """As JSON values."""
        return {
            "code": self.code,
            "cell": self.cell,
            "printed": self.printed,
            "alternatives": list(self.alternatives),
            "place": None if self.place is None else self.place.to_dict(),
            "message": {language: self.message[language] for language in LANGUAGES},
        }


def _alternatives(alternatives: tuple[Alternative, ...], language: Language) -> str:
    if not alternatives:
        return ""
    blank = {"zh": "空白", "en": "blank"}[language]
    shown = [blank if value is None else str(value) for value in alternatives[:6]]
    if len(alternatives) > 6:
        shown.append("…")
    if language == "zh":
        return f"（可能是 {'、'.join(shown)}）"
    return f" (it may be {', '.join(shown)})"


@attrs.frozen(kw_only=True)
class Notice:
    """Something worth saying of a source that leaves no cell in doubt."""

    code: str = attrs.field(validator=attrs.validators.in_(NOTICE_CODES))
    printed: Bilingual
    place: Place | None = None

    @property
    def message(self) -> Bilingual:
        """What there is to say."""
        return NOTICE_CODES[self.code].format(printed=self.printed)

    def explain(self, language: Language = "zh") -> str:
        """The notice as one sentence."""
        return self.message[language]

    def to_dict(self) -> dict[str, Any]:
        """As JSON values."""
        return {
            "code": self.code,
            "place": None if self.place is None else self.place.to_dict(),
            "message": {language: self.message[language] for language in LANGUAGES},
        }


@attrs.frozen(kw_only=True, repr=False)
class Reading:
    """A report as it was read, with what there is to know about the reading."""

    report: Report
    form: Form
    container: str
    """The kind of file: ``"text"``, ``"csv"``, ``"html"``, ``"mhtml"``, ``"docx"``, ``"xlsx"``,
    ``"xls"`` or ``"pdf"``."""
    member: str | None = None
    """Of a packed file, the name of the file in it that was read."""
    encoding: str
    """How the characters were encoded; empty where the kind of file leaves no choice."""
    published: dt.date | None = None
    """The date of publication that the source states as such; never a date that merely stands in
    it."""
    signed: dt.date | None = None
    """The date under the text, as the organ signs it."""
    cells: Mapping[str, Provenance] = attrs.field(hash=False)
    """For every cell of the form, by address."""
    doubts: tuple[Doubt, ...]
    notices: tuple[Notice, ...]

    @property
    def slips(self) -> tuple[Slip, ...]:
        """For each violated relation, whether it is the publisher's slip or may be the reader's."""
        from .slips import slips_of

        return slips_of(self)

    def to_dict(self) -> dict[str, Any]:
        """Everything but the report itself, as JSON values."""
        return {
            "form": self.form.id,
            "container": self.container,
            "member": self.member,
            "encoding": self.encoding,
            "published": None if self.published is None else self.published.isoformat(),
            "signed": None if self.signed is None else self.signed.isoformat(),
            "doubts": [doubt.to_dict() for doubt in self.doubts],
            "notices": [notice.to_dict() for notice in self.notices],
            "slips": [slip.to_dict() for slip in self.slips],
            "cells": {address: source.to_dict() for address, source in self.cells.items()},
        }

    def __repr__(self) -> str:
        absent = sum(c.certainty is Certainty.ABSENT for c in self.cells.values())
        return (
            f"<Reading of {self.report!r} from {self.container}: "
            f"{len(self.doubts)} doubts, {absent} cells not printed>"
        )
