"""Pages as marks on paper, set by hand: what a layout tells, and what it leaves in doubt."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from itertools import count

import attrs
import pytest

from gxstats.reading import Limits
from gxstats.reading.grid import Grid, Shape
from gxstats.reading.pages.grids import grids_of
from gxstats.reading.pages.page import Character, Page, Rule
from gxstats.reading.pages.rows import PageLine, Row
from gxstats.reading.pages.rows import rows_of as text_rows_of
from gxstats.reading.pages.ruled import merged
from gxstats.reading.pages.words import lines_of

SIZE = 10.0
OPEN = "\ufffd"
_pieces = count(1)


def written(x: float, y: float, text: str) -> list[Character]:
    """One string of text, from its left edge and its middle."""
    piece = next(_pieces)
    found = []
    for letter in text:
        width = SIZE if ord(letter) > 0x2FF else SIZE / 2
        found.append(Character(letter, x, y - SIZE / 2, x + width, y + SIZE / 2, SIZE, piece))
        x += width
    return found


def page(
    number: int,
    characters: Iterable[Character],
    level: Sequence[Rule] = (),
    upright: Sequence[Rule] = (),
    height: float = 400,
) -> Page:
    return Page(number, 600, height, tuple(characters), tuple(level), tuple(upright))


def rows_of(grid: Grid) -> list[list[str]]:
    return [[cell.text for cell in row] for row in grid.rows]


def table_of(pages: Sequence[Page]) -> Grid:
    (table,) = [grid for grid in grids_of(pages, Limits()) if grid.shape is not Shape.LINES]
    return table


# --- drawn tables over page breaks ------------------------------------------------------------

XS = (100.0, 200.0, 240.0, 280.0)


def ruled(
    number: int,
    rows: Sequence[tuple[float, Sequence[str]]],
    bottom: float,
    *,
    closed: bool = True,
    more: Iterable[Character] = (),
    xs: Sequence[float] = XS,
) -> Page:
    """A page with a table: each row with its top, and the text of its cells, line by line."""
    marks: list[Character] = []
    tops = [top for top, _ in rows]
    for top, texts in rows:
        for x, text in zip(xs, texts, strict=False):
            for place, line in enumerate(text.split("\n")):
                marks += written(x + 2, top + 8 + 12 * place, line)
    level = [Rule(y, xs[0], xs[-1]) for y in (*tops, *([bottom] if closed else []))]
    upright = [Rule(x, tops[0], bottom) for x in xs]
    return page(number, [*marks, *more], level, upright)


def test_text_beside_a_table_does_not_part_a_row_that_a_page_break_cuts() -> None:
    """The heading of several rows stands beside the table, where its left side is not drawn."""
    above = ruled(
        1, [(300, ["规章", "1", "2"]), (320, ["行政规范性文件有\n效件数以及其他有", "", ""])], 350,
        closed=False,
    )  # fmt: skip
    below = ruled(
        2, [(60, ["效", "3", "4"]), (80, ["行政许可", "5", "6"])], 100,
        more=[*written(60, 70, "本"), *written(60, 90, "年")],
    )  # fmt: skip
    assert rows_of(table_of([above, below])) == [
        ["规章", "1", "2"],
        ["行政规范性文件有\n效件数以及其他有\n效", "3", "4"],
        ["行政许可", "5", "6"],
    ]


def test_blanks_of_a_row_that_may_go_on_overleaf_are_doubted() -> None:
    """The next page does not go on with the table, so that nothing shows that they are blank."""
    last = (320, ["行政规范性文件有\n效件数以及其他有", "", ""])
    above = ruled(1, [(300, ["规章", "1", "2"]), last], 350, closed=False)
    below = page(2, written(60, 90, "其他文字"))
    assert rows_of(table_of([above, below]))[-1][1:] == [OPEN, OPEN]
    assert rows_of(table_of([above]))[-1][1:] == ["", ""]


def test_halves_of_different_tables_are_no_row() -> None:
    """The row before the break and the one after it have no column in common."""
    above = ruled(
        1, [(300, ["规章", "1", "2"]), (320, ["信息内容", "数量", ""])], 350, closed=False
    )
    other = (100.0, 150.0, 280.0)
    below = ruled(2, [(60, ["行政许可", "5"]), (80, ["行政处罚", "6"])], 100, xs=other)
    rows = [row for grid in grids_of([above, below], Limits()) for row in rows_of(grid)]
    assert [row[0] for row in rows] == ["规章", "信息内容", "行政许可", "行政处罚"]


# --- tables without lines ---------------------------------------------------------------------


def set_rows(
    number: int, rows: Iterable[tuple[float, Sequence[tuple[float, str]]]], height: float = 400
) -> Page:
    marks = [c for y, words in rows for x, text in words for c in written(x, y, text)]
    return page(number, marks, height=height)


NUMBERS = [(200.0, "1"), (240.0, "22"), (280.0, "333")]
NAMES = ["规章", "行政许可", "行政处罚"]


def plain(first: float = 60) -> list[tuple[float, list[tuple[float, str]]]]:
    return [(first + 24 * i, [(60.0, name), *NUMBERS]) for i, name in enumerate(NAMES)]


def test_a_table_over_the_labels_of_the_one_above_is_a_table_of_its_own() -> None:
    """Its head stands wholly beside the numbers above, but over its own ones."""
    heads = [
        (float(x), head) for x, head in zip((60, 90, 120), ("维持", "纠正", "总计"), strict=True)
    ]
    figures = [(float(x), str(x)) for x in (60, 90, 120)]
    grids = grids_of(
        [set_rows(1, [*plain(), (132, heads), (156, figures), (180, figures)])], Limits()
    )
    assert [rows_of(grid)[0] for grid in grids] == [
        ["规章", "1", "22", "333"],
        ["维持", "纠正", "总计"],
    ]
    assert all(grid.shape is Shape.TABLE for grid in grids)


def test_a_label_set_close_to_its_heading_or_to_its_number_is_parted_from_it() -> None:
    labels = [(90.0, "一般项目"), (90.0, "其他项目甲乙丙丁戊己")]
    rows = [(60 + 24 * i, [label, *NUMBERS]) for i, label in enumerate(labels)]
    rows.append((108, [(57.0, "无法提"), (90.0, "1.本机关"), *NUMBERS]))
    table = table_of([set_rows(1, rows)])
    assert rows_of(table)[2] == ["无法提", "1.本机关", "1", "22", "333"]
    close = [(87.0, "其他项目甲乙丙丁戊己庚"), (200.0, "1"), *NUMBERS[1:]]
    assert rows_of(table_of([set_rows(1, [*plain(), (132, close)])]))[3] == [
        "其他项目甲乙丙丁戊己庚",
        "1",
        "22",
        "333",
    ]


def test_the_first_line_of_a_label_right_below_a_head_belongs_to_the_label() -> None:
    rows = [
        (50, [(200.0, "甲"), (240.0, "乙"), (280.0, "丙")]),
        (78, [(60.0, "申请人无正当理由逾")]),
        (84, NUMBERS),
        (90, [(60.0, "期不补正")]),
        (114, [(60.0, "申请人无正当理由"), *NUMBERS]),
        (138, [(60.0, "规章"), *NUMBERS]),
    ]
    for shift in (0, 6):  # the number in the middle of its label, or beside its second line
        moved = [(y + shift if words is NUMBERS else y, words) for y, words in rows]
        grid = rows_of(table_of([set_rows(1, moved)]))
        assert grid[:2] == [["甲", "乙", "丙"], ["申请人无正当理由逾\n期不补正", "1", "22", "333"]]


def test_a_label_goes_on_over_a_page_break_and_a_head_that_is_printed_again() -> None:
    head = [(200.0, "甲"), (240.0, "乙"), (280.0, "丙")]
    label = [(60.0, "申请人无正当理由逾")]
    for again in ([], [(50, head)]):
        above = [*plain(), (132, label)]
        below = [*again, (70, [(60.0, "期不补正"), *NUMBERS]), *plain(94)]
        grids = grids_of([set_rows(1, above, 300), set_rows(2, below, 300)], Limits())
        texts = [row for grid in grids for row in rows_of(grid)]
        assert ["申请人无正当理由逾\n期不补正", "1", "22", "333"] in texts
    above = [*plain(), (132, [*label, *NUMBERS])]
    below = [(50, head), (70, [(60.0, "期不补正")]), *plain(94)]
    grids = grids_of([set_rows(1, above, 300), set_rows(2, below, 300)], Limits())
    texts = [row for grid in grids for row in rows_of(grid)]
    assert ["申请人无正当理由逾\n期不补正", "1", "22", "333"] in texts


def test_words_of_a_head_are_parted_between_two_columns() -> None:
    head = [(196.0, "增/"), (214.0, "定")]
    numbers = [(200.0, "0"), (216.0, "0")]
    rows = [(50, head), *((74 + 24 * i, [(60.0, name), *numbers]) for i, name in enumerate(NAMES))]
    assert rows_of(table_of([set_rows(1, rows)]))[0] == ["增/", "定"]


def test_pitches_are_not_needed_where_one_row_stands_below_its_head() -> None:
    rows = [
        (50, [(60.0, "信息内容"), (200.0, "甲"), (240.0, "乙"), (280.0, "丙")]),
        (74, [(60.0, "申请人无正当理由逾"), *NUMBERS]),
        (86, [(60.0, "期不补正")]),
    ]
    rows[1][1][1:] = [*NUMBERS, (320.0, "4444"), (360.0, "5")]
    assert rows_of(table_of([set_rows(1, rows)]))[-1][0] == "申请人无正当理由逾\n期不补正"


# --- the rows that lines of text stand in -----------------------------------------------------

BETWEEN = (48.0, 72.0, 96.0, 120.0)
"""Level lines between rows at 60, 84 and 108."""


def text_rows(rules: Sequence[float], *names: str, second: float = 69) -> list[str]:
    """What is read of rows of two numbers, one of them with a second line of its label."""
    marks = [written(60, second, "文件")]
    for place, name in enumerate(names):
        y = 60 + 24 * place
        marks += [written(60, y, name), written(200, y, "1"), written(240, y, "2")]
    found = lines_of(character for text in marks for character in text)
    set_ = [PageLine(1, number, line, tuple(rules)) for number, line in enumerate(found, 1)]
    return [row.text for row in text_rows_of(set_)]


def test_between_two_level_lines_stands_one_row() -> None:
    whole = ["规章文件12", "许可12", "处罚12"]
    apart = ["规章12", "文件", "许可12", "处罚12"]
    struck = (60.0, 69.0)  # lines through a text part nothing
    assert text_rows(BETWEEN, "规章", "许可", "处罚") == whole
    assert text_rows((*BETWEEN, *struck), "规章", "许可", "处罚") == whole
    assert text_rows((*BETWEEN, 65.0), "规章", "许可", "处罚") == apart
    last = text_rows(BETWEEN, "规章", "许可", "处罚", second=117)
    assert last == ["规章12", "许可12", "处罚文件12"]
    through = (48.0, 60.0, 84.0, 108.0, 120.0)  # and none between the rows
    assert text_rows(through, "规章", "许可", "处罚") == apart
    assert text_rows(BETWEEN[1:], "规章", "许可", "处罚") == apart  # none above the first row
    assert text_rows((60.0, *BETWEEN[1:]), "规章", "许可", "处罚") == apart
    last = text_rows((*BETWEEN[:3], 117.0), "规章", "许可", "处罚", second=117)
    assert last == ["规章12", "许可12", "处罚12", "文件"]  # none below the last one
    assert text_rows((48.0, 72.0), "规章", "许可", "处罚") == apart  # not between most rows
    assert text_rows(BETWEEN[:3], "规章", "许可") == ["规章12", "文件", "许可12"]  # of too few
    assert text_rows((), "规章", "许可", "处罚") == apart


def test_a_line_of_more_than_36_characters_is_no_label() -> None:
    for length in (36, 37):
        (line,) = lines_of(written(0, 60, "字" * length))
        row = Row.of([PageLine(1, 1, line)])
        assert row.is_label is row.is_head is (length == 36)


def test_a_single_number_is_one_of_a_column_if_it_stands_apart_from_its_label() -> None:
    for x, figures in ((85.0, []), (88.0, ["5"]), (90.0, ["5"])):
        (line,) = lines_of([*written(60, 60, "规章"), *written(x, 60, "5")])
        assert [word.text for word in Row.of([PageLine(1, 1, line)]).figures] == figures


def test_only_the_nearest_line_of_numbers_can_hold_a_line_of_its_label() -> None:
    def read_rows(*heights: float) -> list[str]:
        """A label between numbers of which the nearer ones are too small to stand beside it."""
        (label,) = lines_of(written(60, 60, "规章"))
        found = [PageLine(1, 1, label)]
        for number, y in enumerate(heights, 2):
            size = 4 if abs(y - 60) < 5 else SIZE
            marks = [*written(200, y, str(number)), *written(240, y, "0")]
            (line,) = lines_of(mark._replace(size=size) for mark in marks)
            found.append(PageLine(1, number, line))
        return [row.text for row in text_rows_of(found)]

    assert read_rows(53, 67) == ["规章20", "30"]
    assert read_rows(54, 67) == ["规章20", "30"]
    assert read_rows(53, 66) == ["20", "规章30"]
    assert read_rows(53, 56) == ["20", "30", "规章"]
    assert read_rows(64, 67) == ["规章", "20", "30"]


def page_lines(*texts: tuple[float, float, str]) -> list[PageLine]:
    """Lines of one word each, from its left edge and its height, but for what stands level."""
    found = lines_of(mark for x, y, text in texts for mark in written(x, y, text))
    return [PageLine(1, number, line) for number, line in enumerate(found, 1)]


def test_the_numbers_that_end_a_row_are_no_part_of_its_label() -> None:
    label = (60, 60, "规章")
    for words, figures in (
        ([label, (85, 60, "5"), (110, 60, "6")], ["5", "6"]),  # two are a row's, however near
        ([label, (200, 60, "5"), (240, 60, "甲")], []),
        ([(60, 60, "1"), (80, 60, "规章"), (200, 60, "5")], ["5"]),
        ([(200, 60, "5")], []),  # it may be the number of the page
        ([(200, 60, "5"), (240, 60, "6")], ["5", "6"]),
        ([label], []),
    ):
        row = Row.of(page_lines(*words))
        assert [word.text for word in row.figures] == figures
        assert [word.text for word in row.labels] == [
            text for _, _, text in words if text not in figures
        ]


def test_lines_of_a_label_stand_above_and_below_the_middle_of_a_number() -> None:
    lines = page_lines((60, 54, "规章"), (60, 66, "文件"), (200, 60, "5"))
    (row,) = text_rows_of(lines)
    assert row.text == "规章文件5"
    assert row.middle == 60
    assert [row.text for row in text_rows_of(page_lines((60, 54, "规章"), (60, 66, "文件")))] == [
        "规章",
        "文件",
    ]


def test_lines_of_one_row_stand_at_most_78_hundredths_of_their_size_apart() -> None:
    for apart, rows in ((39.0, ["规章5"]), (39.25, ["规章", "5"])):
        found = []
        for x, y, text in ((60, 60, "规章"), (400, 60 + apart, "5")):
            (line,) = lines_of(mark._replace(size=50) for mark in written(x, y, text))
            found.append(PageLine(1, len(found) + 1, line))
        assert [row.text for row in text_rows_of(found)] == rows


def test_rows_come_from_top_to_bottom_in_whatever_order_their_lines_do() -> None:
    lines = page_lines(
        *((60, y + 5, label) for y, label in ((60, "规章"), (84, "许可"), (108, "处罚"))),
        *((x, y, "1") for y in (60, 84, 108) for x in (200, 240)),
    )
    overleaf = [attrs.evolve(line, page=2) for line in lines]
    names = ["规章11", "许可11", "处罚11"]
    for some in (lines, lines[::-1], [lines[i] for i in (2, 5, 0, 3, 1, 4)]):
        assert [row.text for row in text_rows_of(some)] == names
        both = list(text_rows_of([*overleaf, *some]))
        assert [(row.page, row.text) for row in both] == [
            (page, name) for page in (1, 2) for name in names
        ]


def test_a_line_that_ends_as_a_sentence_does_is_no_label() -> None:
    for text, label, head in (
        ("规章", True, True),
        ("规章，", True, False),
        ("规章。", False, False),
        ("规章；", False, False),
    ):
        row = Row.of(page_lines((60, 60, text)))
        assert (row.is_label, row.is_head) == (label, head)


def test_the_middle_of_a_row_is_that_of_its_numbers_or_else_of_its_words() -> None:
    label = [*page_lines((60, 56, "规章")), *page_lines((60, 66, "文件"))]
    numbers = page_lines((200, 60, "5"), (240, 60, "6"))
    assert Row.of(label).middle == 61
    assert Row.of([*label, *numbers]).middle == 60
    assert Row.of([*label, *numbers]).box == (60, 51, 245, 71)


# --- pages as browsers print them -------------------------------------------------------------


def test_a_row_too_thin_for_text_is_no_row() -> None:
    """The cell over several rows ends a few points above the line of its last row."""
    xs = (100.0, 150.0, 250.0, 290.0)
    marks = [*written(102, 80, "三"), *written(152, 70, "甲"), *written(252, 70, "5")]
    marks += [*written(152, 90, "乙"), *written(252, 90, "6")]
    marks += [*written(102, 112, "四"), *written(252, 112, "7")]
    level = [Rule(60, xs[0], xs[-1]), Rule(80, xs[1], xs[-1]), Rule(104, xs[1], xs[-1])]
    level += [Rule(100.5, xs[0], xs[1]), Rule(124, xs[0], xs[-1])]
    upright = [Rule(x, 60, 124) for x in xs]
    grid = table_of([page(1, marks, level, upright)])
    assert rows_of(grid) == [["三", "甲", "5"], ["乙", "6"], ["四", "", "7"]]


def test_lines_of_two_tables_nearly_below_one_another_stay_where_they_are() -> None:
    rules = [Rule(100, 10, 50), Rule(102, 80, 120), Rule(102.5, 118, 160)]
    assert merged(rules) == [Rule(100, 10, 50), Rule(102.25, 80, 160)]


def test_the_lines_around_a_number_in_their_middle_are_one_label() -> None:
    """Where rows stand as close as lines, nothing else tells that they are one."""
    names = ["甲乙丙丁戊己庚", "子丑寅卯辰巳午", "末", "二", "三"]
    numbers = ["", "1", "", "2", "3"]
    marks: list[Character] = []
    for place, (name, number) in enumerate(zip(names, numbers, strict=True)):
        y = 60 + 12 * place
        marks += written(100, y, name)
        for x in (200, 240) if number else ():
            marks += written(x, y, number)
    marks += [*written(200, 48, "子"), *written(240, 48, "丑")]
    grid = table_of([page(1, marks)])
    rows = [row for row in rows_of(grid) if "1" in row or "2" in row]
    assert rows == [["甲乙丙丁戊己庚\n子丑寅卯辰巳午\n末", "1", "1"], ["二", "2", "2"]]


@pytest.mark.parametrize("label", ["", "续"])
def test_a_blank_is_not_claimed_beside_numbers_that_stand_at_another_height(label: str) -> None:
    marks: list[Character] = []
    for y, name, numbers in (
        (60, "一", "123"), (90, "二", "4 6"), (100, label, " 5 "), (130, "三", "789"),
        (160, "四", "1 3"),
    ):  # fmt: skip
        marks += written(100, y, name)
        for x, number in zip((200, 240, 280), numbers, strict=True):
            marks += written(x, y, number) if number != " " else []
    marks += [*written(200, 40, "甲"), *written(240, 40, "乙"), *written(280, 40, "丙")]
    grids = grids_of([page(1, marks)], Limits())
    rows = {row[0]: row[-3:] for grid in grids for row in rows_of(grid)}
    assert rows["二"][1] == "\ufffd"
    if label:  # and nothing of the table is sure to stand in the row of its label
        assert rows["二"] == ["4\ufffd", "\ufffd", "6\ufffd"]
        assert rows["四"] == ["1\ufffd", "\ufffd", "3\ufffd"]


def test_where_one_table_is_uneven_no_table_without_lines_is_sure() -> None:
    """The tables of a report are set alike; one that is drawn has its rows told by its lines."""
    marks: list[Character] = []
    for y, name, numbers in (
        (40, "项", "甲乙丙"), (60, "一", "123"), (90, "二", "4 6"), (100, "续", " 5 "), (130, "三", "789"),
        (300, "类", "子丑寅"), (330, "东", "123"), (360, "西", "4 6"), (390, "南", "789"),
    ):  # fmt: skip
        marks += written(100, y, name)
        for x, number in zip((200, 240, 280), numbers, strict=True):
            marks += written(x, y, number) if number != " " else []
    even = [mark for mark in marks if mark.text != "续" and not 95 <= mark.middle <= 105]

    def rows(marks: list[Character]) -> dict[str, list[str]]:
        drawn = ruled(2, [(60, ["北", "1", ""]), (80, ["中", "4", "5"])], 100)
        grids = grids_of([page(1, marks), drawn], Limits())
        return {row[0]: row[-3:] for grid in grids for row in rows_of(grid)}

    assert rows(even)["西"] == ["4", "", "6"]
    assert rows(marks)["西"] == ["4\ufffd", "\ufffd", "6\ufffd"]
    assert rows(even)["北"] == rows(marks)["北"] == ["北", "1", ""]


def test_a_number_over_two_columns_may_be_two_numbers() -> None:
    marks: list[Character] = []
    for y, name, numbers in (
        (60, "一", ("1", "2", "3")), (90, "二", ("4", "512345678", "")), (120, "三", ("7", "8", "9")),
    ):  # fmt: skip
        marks += written(100, y, name)
        for x, text in zip((200, 240, 280), numbers, strict=True):
            marks += written(x, y, text)
    marks += [*written(200, 40, "甲"), *written(240, 40, "乙"), *written(280, 40, "丙")]
    rows = {row[0]: row[-3:] for row in rows_of(table_of([page(1, marks)]))}
    assert rows["一"] == ["1", "2", "3"]
    assert rows["二"] == ["4", "512345678\ufffd", "\ufffd"]
