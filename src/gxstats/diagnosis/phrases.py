"""What the sentences about single wrong cells are made of, with ``{names}`` for what is filled in.

They are data, so that other engines that the relations are exported to say the same.
"""

from __future__ import annotations

from typing import Final

from ..text import Bilingual

__all__ = [
    "AT_LEAST",
    "BETWEEN",
    "BREAKS",
    "CHANGE",
    "DIFFERS",
    "FIXED",
    "LIKELIEST",
    "NEGATIVE",
    "NOW",
    "NOW_BLANK",
    "NO_SINGLE",
    "NO_SINGLE_BESIDE_BLANKS",
    "NO_SINGLE_BETWEEN",
    "NO_SINGLE_COUNTED",
    "ONLY",
    "SAID",
    "SHOULD_BE",
    "STAYS",
]

# --- a change -----------------------------------------------------------------------------------

CHANGE: Final = Bilingual("{name}{should}（{now}{said}）", "{name} {should} ({now}{said})")
SHOULD_BE: Final = Bilingual("应为 {new}", "should be {new}")
AT_LEAST: Final = Bilingual("应改为不小于 {least} 的数", "should be {least} or more")
BETWEEN: Final = Bilingual(
    "应改为 {least} 到 {greatest} 之间的数", "should be from {least} to {greatest}"
)
NOW: Final = Bilingual("现为 {old}", "now {old}")
NOW_BLANK: Final = Bilingual("现空着", "now blank")
SAID: Final = Bilingual("，{evidence}", "; {evidence}")

# --- a report in one line -------------------------------------------------------------------------

ONLY: Final = Bilingual("{explanation}。", "{explanation}.")
LIKELIEST: Final = Bilingual(
    "有 {count} 种同样小的解释，首先看：{explanation}。",
    "{count} explanations are equally small; look first here: {explanation}.",
)

# --- why one cell is not enough -------------------------------------------------------------------

NO_SINGLE: Final = Bilingual(
    "只改一格不够：这一格应在不成立的{name}一式中，该式共 {cells} 格，{said}。",
    "No single cell will do: it would stand in the failing relation of {name}, "
    "which has {cells} cells: {said}.",
)
NO_SINGLE_BESIDE_BLANKS: Final = Bilingual(
    "空白处无论填多少，只改一格都不够。",
    "Whatever the blanks hold, no single cell will do.",
)
NO_SINGLE_COUNTED: Final = Bilingual("{count} 格{kind}", "{count} {kind}")
NO_SINGLE_BETWEEN: Final = Bilingual("；", ", ")
STAYS: Final = Bilingual("不在所有不成立的等式中", "are not in every failing relation")
BREAKS: Final = Bilingual("改了会使原来成立的等式不成立", "are tied to a relation that holds")
DIFFERS: Final = Bilingual(
    "在各条不成立的等式中要改的数不同", "are asked for different changes by different relations"
)
NEGATIVE: Final = Bilingual("会变为负数", "are too small to be lowered so far")
FIXED: Final = Bilingual("已认定无误", "are known to be right")
