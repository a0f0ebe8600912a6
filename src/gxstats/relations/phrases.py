"""What the sentences about relations are made of, with ``{names}`` for what is filled in.

They are data, so that other engines that the relations are exported to say the same.
"""

from __future__ import annotations

from typing import Final

from ..text import Bilingual

__all__ = [
    "ALL",
    "ALL_BLANK",
    "ALL_ZERO",
    "BELOW_ZERO",
    "BETWEEN_CLAUSES",
    "BETWEEN_COUNTS",
    "BETWEEN_NOTES",
    "BETWEEN_QUOTED",
    "BLANK",
    "BLANKS",
    "BOTH",
    "CORRECT",
    "COUNTED",
    "EXCEEDS",
    "FORMER_LESS",
    "FORMER_MORE",
    "HEADLINE",
    "HINT",
    "IMPOSSIBLE",
    "KNOWN",
    "LABELLED",
    "MINUS",
    "MORE_BLANKS",
    "NEGATIVE",
    "OTHERS_ZERO",
    "OTHER_ZERO",
    "PLUS",
    "QUOTED",
    "SENTENCE",
    "SINGLE",
    "SINGLE_BLANK",
    "SUM",
    "TIMES",
    "TOTAL_LESS",
    "TOTAL_MORE",
    "UNDECIDED",
    "VERDICTS",
]

# --- one relation -----------------------------------------------------------------------------

SENTENCE: Final = Bilingual("{place}：{clauses}。", "{place}: {clauses}.")
BETWEEN_CLAUSES: Final = Bilingual("，", "; ")
HINT: Final = Bilingual("（仅供提示，不一定有误）", " (a hint only; it need not be an error)")

# --- one side of it ---------------------------------------------------------------------------

SINGLE: Final = Bilingual("{name}填 {value}", "{name} is {value}")
SINGLE_BLANK: Final = Bilingual("{name}空白", "{name} is blank")
ALL_ZERO: Final = Bilingual("{parts}均为 0", "{parts} are {every} 0")
ALL_BLANK: Final = Bilingual("{parts}均空白", "{parts} are {every} blank")
BOTH: Final = Bilingual("", "both")
ALL: Final = Bilingual("", "all")
KNOWN: Final = Bilingual(
    "{parts}已填合计 {known}（{numbers}）",
    "{parts}, as far as filled in, add up to {known} ({numbers})",
)
SUM: Final = Bilingual(
    "{parts}之和为 {known}（{numbers}）", "{parts} add up to {known} ({numbers})"
)

# --- the numbers of a side ----------------------------------------------------------------------

LABELLED: Final = Bilingual("{label} {value}", "{label} {value}")
TIMES: Final = Bilingual("{factor}×{name}", "{factor}×{name}")
PLUS: Final = Bilingual(" ＋ ", " + ")
MINUS: Final = Bilingual(" － ", " - ")
NEGATIVE: Final = Bilingual("－", "-")
BETWEEN_NOTES: Final = Bilingual("，", "; ")
OTHER_ZERO: Final = Bilingual("其余 1 项为 0", "the other one is 0")
OTHERS_ZERO: Final = Bilingual("其余 {count} 项为 0", "the other {count} are 0")
QUOTED: Final = Bilingual("“{name}”", '"{name}"')
BETWEEN_QUOTED: Final = Bilingual("", ", ")
BLANK: Final = Bilingual("{names}空白", "{names} is blank")
BLANKS: Final = Bilingual("{names}空白", "{names} are blank")
MORE_BLANKS: Final = Bilingual("{names}等 {count} 项空白", "{names} and {more} more are blank")

# --- what comes of it ---------------------------------------------------------------------------

CORRECT: Final = Bilingual("相符", "correct")
UNDECIDED: Final = Bilingual("无法判断", "this cannot be decided")
IMPOSSIBLE: Final = Bilingual(
    "空白处无论填多少都不相符", "whatever stands in the blank, this cannot be correct"
)
BELOW_ZERO: Final = Bilingual("不应小于 0", "this should not be below 0")
EXCEEDS: Final = Bilingual(
    "前者不应大于后者，现大 {by}", "the former should not exceed the latter, but is {by} more"
)
TOTAL_MORE: Final = Bilingual("{name}比各项之和多 {by}", "{name} is {by} more than the parts")
TOTAL_LESS: Final = Bilingual("{name}比各项之和少 {by}", "{name} is {by} less than the parts")
FORMER_MORE: Final = Bilingual("前者比后者多 {by}", "the former is {by} more than the latter")
FORMER_LESS: Final = Bilingual("前者比后者少 {by}", "the former is {by} less than the latter")

# --- a report -----------------------------------------------------------------------------------

HEADLINE: Final = Bilingual("{verdict}：{counts}。", "{verdict}: {counts}.")
BETWEEN_COUNTS: Final = Bilingual("，", ", ")
VERDICTS: Final = {
    "held": Bilingual("勾稽关系全部相符", "All cross-checks hold"),
    "violated": Bilingual("勾稽关系不符", "The numbers do not add up"),
    "undecided": Bilingual("有空白，部分勾稽关系无法判断", "Blanks leave cross-checks undecided"),
}
"""By the value of the outcome."""
COUNTED: Final = {
    "violated": Bilingual("不符 {count} 条", "{count} violated"),
    "undecided": Bilingual("无法判断 {count} 条", "{count} undecided"),
    "held": Bilingual("相符 {count} 条", "{count} held"),
}
"""How many relations came out so, in the order in which it is said."""
