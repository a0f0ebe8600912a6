"""Texts: long lines, many labels, halves of labels, contradictions, encodings."""

from __future__ import annotations

import random
from collections.abc import Sequence

from gxstats.forms import FORMS
from tests.support.hostile import BOUNDED, HEADERS, READ, READING, ROW, hostile

TEXT = " ".join(HEADERS) + "\n" + "\n".join(ROW) + "\n"
MOST = 590_000
"""Characters of a text: a little less than what is refused for its length alone."""
SEVERAL = (
    READING,
    "read.no_table",
    "read.limit.area",
    "read.limit.characters",
    "read.limit.comparisons",
    "read.limit.labels",
)


def labels() -> list[str]:
    """The labels of all forms, as printed."""
    found: dict[str, None] = {}
    for form in FORMS.values():
        for cell in form:
            for label in (cell.row, cell.column, *cell.columns, *cell.headings):
                found[label.zh] = None
    return list(found)


def shuffled(rng: random.Random, text: str) -> str:
    return "".join(rng.sample(text, len(text)))


def damaged(rng: random.Random, text: str) -> str:
    letters = list(text)
    for _ in range(max(1, len(letters) * 3 // 10)):
        letters[rng.randrange(len(letters))] = rng.choice("其他行政公开数量")
    return "".join(letters)


def lines_of(seed: int, count: int, change: object) -> str:
    rng = random.Random(seed)
    long = [label for label in labels() if len(label) >= 8]
    return "\n".join(change(rng, rng.choice(long)) for _ in range(count))[:MOST]  # type: ignore[operator]


@hostile("lines-of-shuffled-labels.txt", *SEVERAL)
def _():
    return lines_of(1, 45_000, shuffled)


@hostile("lines-of-damaged-labels.txt", *SEVERAL)
def _():
    return lines_of(2, 45_000, damaged)


@hostile("lines-of-half-labels.txt", *SEVERAL)
def _():
    return lines_of(3, 45_000, lambda rng, label: label[: len(label) // rng.choice([2, 3])])


@hostile("lines-of-damaged-pairs.txt", *SEVERAL)
def _():
    return lines_of(
        4, 45_000, lambda rng, label: (damaged(rng, label) + shuffled(rng, label))[:20]
    )


@hostile("few-lines-of-shuffled-labels.txt", *SEVERAL)
def _():
    return TEXT + lines_of(5, 8_000, shuffled)


@hostile("numbers-before-damaged-labels.txt", *SEVERAL)
def _():
    return lines_of(6, 40_000, lambda rng, label: "(1)" * 15 + damaged(rng, label)[:9])


@hostile("all-labels-again-and-again.txt", *SEVERAL)
def _():
    return "\n".join(labels() * 2_000)[:MOST]


@hostile("all-labels-in-one-line.txt", "read.no_table.run_together")
def _():
    return "".join(labels() * 2_000)[:MOST]


@hostile("glued-pieces-of-labels.txt", *SEVERAL)
def _():
    rng = random.Random(7)
    pieces = [label[i : i + 6] for label in labels() for i in (0, 2, 5) if label[i : i + 6]]
    return "".join(
        rng.choice(pieces) + rng.choice(["", "", "\n", "(", "1", " "]) for _ in range(350_000)
    )[:MOST]


@hostile("other-other-other.txt", *SEVERAL)
def _():
    return ("其他" * 40 + "\n") * 2_000


@hostile("other-within-the-limit.txt", READING, "read.no_table")
def _():
    return ("其他" * 40 + "\n") * 249


@hostile("headers-of-disputes.txt", READING, "read.no_table", "read.limit.labels")
def _():
    head = "行政复议\n未经复议直接起诉\n结果维持\n结果纠正\n其他结果\n尚未审结\n"
    return head * 83 + "\n" + head * 1_000


@hostile("figures-after-disputes.txt", READING)
def _():
    return "结果维持 结果纠正 其他结果 尚未审结 总计\n" * 3 + "1\n" * 50_000


@hostile("contradictory-rows.txt", READING)
def _():
    return " ".join(HEADERS) + "\n" + "".join(f"规章\n{i}\n0\n0\n" for i in range(4_000))


@hostile("same-rows.txt", READ)
def _():
    return " ".join(HEADERS) + "\n" + "规章\n1\n2\n3\n" * 4_000


@hostile("rows-beyond-the-area.txt", "read.limit.area")
def _():
    return TEXT + "规章\n0\n0\n0\n" * 100_000


@hostile("columns-2000.txt", READING, "read.limit.area")
def _():
    return TEXT + "\t".join(["规范性文件", *["1"] * 2_000]) + "\n"


@hostile("alignments.txt", READING)
def _():
    row = "\t".join(["一、本年新收政府信息公开申请数量", *["", "1", "1"] * 6])
    return (
        "自然人\t商业企业\t科研机构\t社会公益组织\t法律服务机构\t其他\t总计\n" + f"{row}\n" * 2_000
    )


@hostile("pipes-1000000.txt", "read.limit.area")
def _():
    return "|" * 1_000_000


@hostile("pipes-in-lines.txt", "read.limit.area")
def _():
    return TEXT + ("|" * 50 + "\n") * 20_000


@hostile("rulers.txt", READ)
def _():
    return TEXT + ("|---" * 100 + "\n") * 4_000


@hostile("line-of-digits.txt", READ, READING)
def _():
    return TEXT + "1" * MOST


@hostile("glued-digits.txt", READING)
def _():
    return "一、本年新收政府信息公开申请数量" + "1" * (MOST - 1_000) + "\n" + TEXT


@hostile("digits-in-a-cell.txt", READING)
def _():
    return " ".join(HEADERS) + "\n规章\n1\n2\n" + "9" * MOST


@hostile("digits-and-commas.txt", "read.limit.area")
def _():
    return TEXT + "1,1.1，" * 98_000


@hostile("line-of-labels.txt", READING, READ, "read.limit.labels")
def _():
    return TEXT + "现行有效件数" * 98_000


@hostile("brackets.txt", "read.no_table")
def _():
    return "(" * MOST + "规章"


@hostile("brackets-in-pairs.txt", READ, READING)
def _():
    return TEXT + "（（一）" * 147_000


@hostile("white-space.txt", READ, READING)
def _():
    return TEXT.replace("\n", "\n" + "　 \t" * 98_000 + "x\n", 1) + TEXT


@hostile("line-breaks.txt", "read.limit.area")
def _():
    return TEXT + "\n" * 1_500_000


@hostile("other-line-breaks.txt", READ, READING, "read.limit.area")
def _():
    return TEXT + "\r\x0b\x0c\x1c\x85\u2028\u2029" * 12_000


@hostile("invisible-characters.txt", READ, READING)
def _():
    return TEXT + "规\u200b\u200d\u2060" * 147_000


@hostile("combining-characters.txt", READ, READING)
def _():
    return TEXT + "规" + "\u0301" * MOST


@hostile("expanding-characters.txt", READ, READING, "read.limit.characters", "read.limit.area")
def _():
    return TEXT + "\ufdfa" * MOST  # one character that normalization makes eighteen of


@hostile("organs-and-years.txt", READ, READING, "read.limit.comparisons")
def _():
    return "".join(f"{1990 + i % 40}年某某县人民政府办公室{i}\n" for i in range(29_000)) + TEXT


@hostile("headings.txt", READ, READING, "read.limit.comparisons", "read.limit.labels")
def _():
    return "一、总体情况\n二、主动公开政府信息情况\n" * 20_000 + TEXT


@hostile("page-numbers.txt", READ, READING)
def _():
    return TEXT + "- 1 -\n第 1 页\n" * 25_000


@hostile("text-of-fifty-megabytes.txt", "read.limit.bytes")
def _():
    return b"a" * 50_000_000


@hostile("text-beyond-the-limit.txt", "read.limit.text")
def _():
    return TEXT + "字" * 1_500_000


@hostile("text-of-characters.txt", "read.limit.characters")
def _():
    return "字" * 3_000_000


def encodings(names: Sequence[str]) -> None:
    for name in names:

        @hostile(
            f"without-mark-{name}.txt", "read.container", "read.encoding", "read.no_table", READING
        )
        def _(name: str = name) -> bytes:
            return TEXT.encode(name)


encodings(["utf-7", "utf-16-le", "utf-16-be", "utf-32-le"])


@hostile("surrogates-alone.txt", "read.encoding", READING)
def _():
    return b"\xff\xfe" + TEXT.encode("utf-16-le") + b"\x00\xd8" * 10_000


@hostile("broken-bytes.txt", "read.encoding")
def _():
    return TEXT.encode() + b"\xff\xfe\xfd\x80" * 500_000


@hostile("encoding-declared-idle.html", READ, READING, "read.encoding")
def _():
    return ("<meta charset=idna><p>x</p>" + TEXT).encode("gb18030")


@hostile("nothing.txt", "read.empty")
def _():
    return b""


@hostile("white-only.txt", "read.empty")
def _():
    return b" \n\t\0\r" * 100_000


# --- commas, quotation marks, one line -----------------------------------------------------------

CSV = "\n".join(",".join(row) for row in (HEADERS, ROW)) + "\n规范性文件,1,2,3\n行政许可,1,,\n"
COMMAS = (
    READ,
    READING,
    "read.limit.area",
    "read.limit.text",
    "read.limit.characters",
    "read.no_table",
)


@hostile("sound.csv", READ)
def _():
    return CSV


@hostile("quote-that-stays-open.csv", *BOUNDED, *COMMAS)
def _():
    return CSV + '"' + "1,2,3\n" * 90_000


@hostile("quotes-1000000.csv", *COMMAS)
def _():
    return CSV + '"' * 1_000_001


@hostile("quotes-that-are-none.csv", *COMMAS)
def _():
    return CSV + 'a"b,' * 200_000


@hostile("quotes-in-many-lines.csv", *COMMAS)
def _():
    return CSV + '"a\n' * 200_000


@hostile("field-of-a-megabyte.csv", *COMMAS)
def _():
    return CSV + '"' + "甲" * 1_000_000 + '",1,2,3\n'


@hostile("commas-1900000.csv", *COMMAS)
def _():
    return CSV + "," * 1_900_000


@hostile("lines-of-one-comma.csv", *COMMAS)
def _():
    return CSV + ",\n" * 600_000


@hostile("delimiters-in-turn.csv", *COMMAS)
def _():
    return "sep=;\n" + CSV + "1,2;3\t4|" * 100_000


@hostile("numbers-as-text.csv", *COMMAS)
def _():
    return CSV + '="1",' * 200_000 + '="' * 100_000


@hostile("rows-of-a-number-too-many.csv", *BOUNDED, *COMMAS)
def _():
    return CSV + "规章,1,2,3,4,5,6,7\n" * 8_000


def glued() -> str:
    """All of table three in one line, in which no digit is parted from the next."""
    rows = [cell.row.zh for cell in FORMS["2021"] if cell.column.zh == "总计"]
    return "政府信息公开工作年度报告" + "".join(f"{row}{'9' * 40}" for row in rows)


@hostile(
    "one-line-of-glued-digits.txt",
    READING,
    "read.no_table",
    "read.no_table.run_together",
    *BOUNDED,
)
def _():
    return glued()


@hostile(
    "one-line-of-glued-digits-again.txt",
    *SEVERAL,
    "read.no_table.run_together",
    *BOUNDED,
    "read.several",
)
def _():
    return glued() * 200


@hostile("one-line-of-ones-and-zeros.txt", *SEVERAL, "read.no_table.run_together", *BOUNDED)
def _():
    return glued().replace("9" * 40, "10" * 14)


@hostile("rows-of-glued-digits.txt", *SEVERAL, *BOUNDED)
def _():
    return glued().replace("9" * 40, " 1111111111111\n")
