"""The ways in which the cells of one printed row can stand under the columns of the form."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import combinations

import attrs
import pytest

from gxstats import Cell, form
from gxstats.reading import Limits, Place
from gxstats.reading.anchors import Role, anchors
from gxstats.reading.checksum import settle
from gxstats.reading.grid import Shape
from gxstats.reading.headers import header_columns, in_printed_order, unit_of
from gxstats.reading.placing import Placed, Spacing, columns_of, place_row, spacing_of
from gxstats.reading.rows import HeaderColumn, PrintedCell, PrintedRow

FORM = form("2021")
RECEIVED = columns_of(FORM, "/requests/received")
RULES = columns_of(FORM, "/disclosure/rules")
LICENSING = columns_of(FORM, "/disclosure/administrative_licensing")
BOUGHT = columns_of(form("2019"), "/disclosure/centralized_procurement")
KEPT = "|"
"""How a text begins of which the source marks that it is a cell."""


def row_of(texts: Sequence[str], shape: Shape = Shape.LINES, label: str = "") -> PrintedRow:
    cells = [
        PrintedCell(
            text.removeprefix(KEPT),
            Place(line=number),
            start=-1 if shape is Shape.LINES else number,
            end=-1 if shape is Shape.LINES else number + 1,
            kept=text.startswith(KEPT),
        )
        for number, text in enumerate(texts, 1)
    ]
    return PrintedRow("/requests/received", label, "requests", shape, 1, Place(), (), cells)


def placed(
    texts: Sequence[str],
    shape: Shape = Shape.LINES,
    limits: Limits | None = None,
    spacing: Spacing | None = None,
) -> Placed:
    return place_row(row_of(texts, shape), RECEIVED, spacing, {}, limits or Limits())


def ways_of(found: Placed) -> list[tuple[str | None, ...]]:
    return [tuple(None if cell is None else cell.text for cell in way) for way in found.ways]


def test_the_columns_of_a_row_are_the_cells_below_its_address() -> None:
    assert [cell.address.rpartition("/")[2] for cell in RULES] == [
        "issued",
        "repealed",
        "in_force",
    ]
    assert len(columns_of(FORM, "/disputes")) == 15
    assert columns_of(FORM, "/disputes/reconsideration") == columns_of(FORM, "/nothing") == ()


def test_a_row_is_settled_where_one_way_is_left_and_something_left_it() -> None:
    way = (None,) * 7
    for ways, laid_out, checked, settled in (
        (1, 0, False, True),
        (1, 1, False, True),
        (1, 2, False, False),
        (1, 2, True, True),
        (2, 2, True, False),
        (0, 0, True, False),
        (0, 0, False, False),
    ):
        found = Placed(row_of([]), RECEIVED, (way,) * ways, laid_out=(way,) * laid_out)
        found.checked = checked
        assert found.settled is settled


NUMBERS = list("1234567")


def test_marked_lines_are_cells_up_to_the_first_that_is_not_marked() -> None:
    marked = [KEPT + text for text in NUMBERS]
    blank = KEPT
    for texts in (
        marked,
        [*marked, ""],
        ["", *marked, ""],
        [*marked, "", blank, blank],
        [*marked, blank],
        [*marked[:3], "", *marked[3:], ""],
    ):
        assert ways_of(placed(texts)) == [tuple(NUMBERS)], texts
        assert not placed(texts).inferred, texts
    some = [KEPT + text if text not in "36" else KEPT for text in NUMBERS]
    assert ways_of(placed([*some, ""])) == [("1", "2", "", "4", "5", "", "7")]
    for texts in ([*marked, blank, "", blank], [*marked, KEPT + "8"], [*marked, "", KEPT + "8"]):
        assert placed(texts).inferred, texts


def test_fewer_numbers_than_columns_may_stand_in_any_columns_in_their_order() -> None:
    found = placed(["1", "2"])
    assert sorted(ways_of(found), key=str) == sorted(
        (
            tuple("12"[places.index(i)] if i in places else None for i in range(7))
            for places in combinations(range(7), 2)
        ),
        key=str,
    )
    assert found.laid_out == found.ways
    assert found.inferred
    assert not found.settled


def test_of_more_numbers_than_columns_any_may_be_one_too_many() -> None:
    found = placed([*NUMBERS, "8"])
    assert sorted(ways_of(found)) == sorted(combinations("12345678", 7))
    # a mark for nothing is printed as well
    marked = [*NUMBERS[:3], "/", *NUMBERS[3:]]
    assert sorted(ways_of(placed(marked))) == sorted(combinations(marked, 7))


def test_a_blank_cell_within_a_row_may_be_one_of_its_own_but_none_after_it() -> None:
    for after in range(3):
        found = placed(["1", "", *"23456", "/", *[""] * after], Shape.ROWS)
        assert sorted(ways_of(found)) == [("1", "", *"23456"), (*"123456", "/")]
        assert found.inferred


def test_no_way_is_tried_where_there_are_too_many_or_a_cell_is_unreadable() -> None:
    assert len(placed(["1", "2"], limits=Limits(alignments=21)).ways) == 21
    assert placed(["1", "2"], limits=Limits(alignments=20)).ways == ()
    assert len(placed([*NUMBERS, "8"], limits=Limits(alignments=8)).ways) == 8
    assert placed([*NUMBERS, "8"], limits=Limits(alignments=7)).ways == ()
    assert placed(["1", "约2"]).ways == placed(["1", "约2"]).laid_out == ()


def test_as_many_cells_as_columns_without_a_head_are_placed_in_their_order() -> None:
    for shape in (Shape.ROWS, Shape.TABLE):
        for texts in (NUMBERS, ["", *NUMBERS[1:]], [""] * 7):
            found = placed(texts, shape)
            assert ways_of(found) == [tuple(texts)]
            assert not found.inferred
    assert ways_of(placed(["", ""], Shape.ROWS)) == [("", "", *[None] * 5)]
    assert ways_of(placed([""] * 9, Shape.ROWS)) == [("",) * 7]


def test_blank_cells_around_a_full_row_are_none_of_its_own() -> None:
    for before in range(3):
        for after in range(3):
            texts = [*[""] * before, *NUMBERS, *[""] * after]
            found = placed(texts, Shape.ROWS)
            assert ways_of(found) == [tuple(NUMBERS)]
            assert not found.inferred
    found = placed(["", *NUMBERS[1:], ""], Shape.ROWS)
    assert found.inferred
    assert len(found.ways) == 2  # without the first cell, or without the last


def test_columns_begin_where_those_of_complete_rows_do() -> None:
    row = row_of(["", *NUMBERS[1:], ""], Shape.ROWS)
    for base, first in ((1, ""), (2, "2")):
        found = place_row(row, RECEIVED, None, {(1, 7): base}, Limits())
        assert [way[0] for way in ways_of(found)] == [first]
        assert not found.inferred
    for bases in ({(1, 7): 3}, {(2, 7): 1}, {(1, 3): 1}):
        assert place_row(row, RECEIVED, None, bases, Limits()).inferred


@pytest.mark.parametrize(("columns", "digits"), [(RULES, "123"), (BOUGHT, "120"), (RULES, "12")])
def test_numbers_without_anything_between_them_are_left_to_the_relations(
    columns: tuple[Cell, ...], digits: str
) -> None:
    row = row_of([digits])
    row.cells = [row.cells[0]._replace(glued=True)]
    found = place_row(row, columns, None, {}, Limits())
    assert found.glued is row.cells[0]
    assert not found.ways


# --- how lines are spaced ---------------------------------------------------------------------


def spacing(*rows: Sequence[str], shape: Shape = Shape.LINES) -> Spacing | None:
    sizes = [1 if sum(map(bool, texts)) == 1 else 3 for texts in rows]
    return spacing_of(
        (row_of(texts, shape), size) for texts, size in zip(rows, sizes, strict=True)
    )


CLOSE = ("1", "2", "3")
WIDE = ("", "1", "", "2", "", "3", "", "")


def test_complete_rows_show_how_lines_are_spaced() -> None:
    assert spacing(CLOSE) == Spacing(0, 0, 0)
    assert spacing(WIDE) == Spacing(1, 1, 2)
    assert spacing(("", "", "1", "2", "3", "")) == Spacing(2, 0, 1)
    assert spacing(("1", "", "", "2", "", "", "3")) == Spacing(0, 2, 0)
    assert spacing(WIDE, ("", "7", "")) == Spacing(1, 1, 2)
    assert spacing(("", "", "1", "2", "3"), ("", "", "7")) == Spacing(2, 0, 0)
    assert spacing(WIDE, ("", "7", ""), ("", "7", ""), ("", "7", "")) == Spacing(1, 1, 1)


def test_rows_that_lack_a_number_or_are_no_lines_show_nothing() -> None:
    assert spacing() is None
    assert spacing(("1", "2", "")) is None
    assert spacing(("7",), ("8",)) is None
    assert spacing(("7",), CLOSE) == Spacing(0, 0, 0)
    assert spacing(("1", "", "2", "3")) is None
    assert spacing(("1", "2", ""), CLOSE) == Spacing(0, 0, 0)
    assert spacing(CLOSE, shape=Shape.ROWS) is None
    assert spacing_of((row_of(CLOSE, shape), 3) for shape in Shape) == Spacing(0, 0, 0)


def test_four_of_five_rows_must_be_spaced_alike() -> None:
    uneven = ("1", "", "2", "3")
    assert spacing(*[CLOSE] * 4, WIDE) == spacing(*[CLOSE] * 4, uneven) == Spacing(0, 0, 0)
    assert spacing(*[CLOSE] * 3, WIDE) is spacing(*[CLOSE] * 3, uneven) is None
    assert spacing(*[CLOSE] * 7, WIDE, uneven) is None
    assert spacing(*[CLOSE] * 8, WIDE, uneven) == Spacing(0, 0, 0)


@pytest.mark.parametrize(
    ("how", "texts", "found"),
    [
        (Spacing(0, 0, 0), ["1", "", "3", "", "5", "6", "7"], "1 3 567"),
        (Spacing(1, 0, 0), ["", "1", "", "3", "", "5", "6", "7"], "1 3 567"),
        (Spacing(0, 1, 0), ["", "", "2", "", "", "", "", "", "", "", "", "", "7"], " 2    7"),
        (Spacing(0, 0, 0), ["1", "", "3", "", "", "", ""], "1 3    "),
        (Spacing(0, 0, 2), ["1", "", "3", "", "", "", "", "", ""], "1 3    "),
        (Spacing(2, 1, 1), [*["", "", "1"], *[""] * 13], "1      "),
        (Spacing(0, 0, 2), ["1", "", "3", "", "5", "6", "7", ""], "1 3 567"),
        (None, ["1", "", "3", "", "5", "6", "7", ""], "1 3 567"),
        (Spacing(0, 0, 0), ["1", "", "2", "", "3", "", "4", "", "5", "", "6", "", "7"], "1234567"),
    ],
)
def test_blank_lines_are_cells_where_the_spacing_puts_them(
    how: Spacing | None, texts: list[str], found: str
) -> None:
    expected = [(tuple(text.strip() for text in found))]
    assert ways_of(placed(texts, spacing=how)) == expected
    assert not placed(texts, spacing=how).inferred


@pytest.mark.parametrize(
    ("how", "texts"),
    [
        (Spacing(1, 0, 0), ["1", "", "3", "", "5", "6", "7", ""]),
        (Spacing(0, 1, 0), ["1", "2", "", "", "", "", "", "", "", "", "", "", ""]),
        (Spacing(0, 0, 0), ["1", "", "3", "", "", "", "", "8"]),
        (Spacing(0, 0, 0), ["1", "", "3", "", "", ""]),
        (Spacing(0, 0, 1), ["1", "", "3", "", "", "", ""]),
        (Spacing(0, 0, 0), ["1", "", "3", "", "", "", "", ""]),
        (None, ["1", "", "3", "", "", "", ""]),
    ],
)
def test_lines_that_the_spacing_does_not_explain_leave_the_row_open(
    how: Spacing | None, texts: list[str]
) -> None:
    found = placed(texts, spacing=how)
    assert found.inferred
    assert len(found.ways) > 1


def test_a_row_of_one_number_needs_no_spacing() -> None:
    row = row_of(["", "7", ""])
    (way,) = place_row(row, LICENSING, None, {}, Limits()).ways
    assert [cell and cell.text for cell in way] == ["7"]


# --- under a printed head ---------------------------------------------------------------------

APPLICANTS = ("自然人", "商业企业", "科研机构", "社会公益组织", "法律服务机构", "其他", "总计")


def head(*labels: tuple[str, int, int], group: int = 1) -> tuple[HeaderColumn, ...]:
    """Labels with the first column that each stands over, and the one after its last."""
    found = []
    for text, start, end in labels:
        anchor = anchors()[text]
        own = tuple(m for m in anchor.meanings if m.table == "requests" and m.role is Role.COLUMN)
        found.append(HeaderColumn(anchor, own, "", start, end, group, order=(0, 0)))
    return tuple(found)


EACH = head(*((text, place, place + 1) for place, text in enumerate(APPLICANTS, 1)))


def under(
    header: Sequence[HeaderColumn],
    texts: Sequence[str],
    *,
    places: Sequence[tuple[int, int]] | None = None,
) -> Placed:
    row = row_of(texts, Shape.TABLE)
    row.header = tuple(header)
    if places is not None:
        row.cells = [
            cell._replace(start=start, end=end)
            for cell, (start, end) in zip(row.cells, places, strict=True)
        ]
    return place_row(row, RECEIVED, None, {}, Limits())


def test_cells_stand_under_their_labels_in_whatever_order_these_are() -> None:
    assert ways_of(under(EACH, NUMBERS)) == [tuple(NUMBERS)]
    turned = head(*((text, 8 - place, 9 - place) for place, text in enumerate(APPLICANTS, 1)))
    assert ways_of(under(turned, NUMBERS)) == [tuple("7654321")]
    assert not under(turned, NUMBERS).inferred
    wide = head(*((text, 2 * place, 2 * place + 2) for place, text in enumerate(APPLICANTS)))
    places = [(2 * place + 1, 2 * place + 2) for place in range(7)]
    assert ways_of(under(wide, NUMBERS, places=places)) == [tuple(NUMBERS)]


def test_a_number_beside_all_labels_may_have_moved_the_others() -> None:
    found = under(EACH, [*NUMBERS, "8"])
    assert sorted(ways_of(found)) == sorted(combinations("12345678", 7))
    assert not found.settled
    first = head(*((text, place, place + 1) for place, text in enumerate(APPLICANTS, 2)))
    found = under(first, ["9", *NUMBERS])
    assert sorted(ways_of(found)) == sorted(combinations("91234567", 7))
    assert not found.settled
    moved = under(EACH, ["", *NUMBERS])  # the head may stand beside its columns
    assert set(ways_of(moved)) == {("", *"123456"), tuple(NUMBERS)}
    assert not moved.settled
    assert under(first, ["9", *[""] * 7]).inferred
    assert under(first, ["/", *[""] * 7]).inferred
    assert not under(EACH, [*NUMBERS, ""]).inferred


def test_what_is_no_number_beside_all_labels_is_left_out_and_told() -> None:
    found = under(EACH, [*NUMBERS, "见附件"])
    assert ways_of(found) == [tuple(NUMBERS)]
    assert [cell.text for cell in found.surplus] == ["见附件"]
    assert found.settled
    assert not found.inferred
    assert not under(EACH, NUMBERS).surplus


def test_a_label_over_two_cells_or_none_leaves_its_row_to_the_order_of_the_cells() -> None:
    beyond = [*EACH[:6], *head(("总计", 9, 10))]
    assert ways_of(under(beyond, NUMBERS)) == [tuple(NUMBERS)]
    doubled = [*EACH[:6], *head(("总计", 7, 9))]
    found = under(doubled, [*NUMBERS, "8"])
    assert found.inferred
    assert sorted(ways_of(found)) == sorted(combinations("12345678", 7))


def test_under_some_labels_a_cell_may_stand_under_its_own_or_under_none() -> None:
    some = [label for label in EACH if label.anchor.text in {"自然人", "总计"}]
    assert ways_of(under(some, NUMBERS)) == [tuple(NUMBERS)]
    assert not under(some, NUMBERS).inferred
    found = under(some, [*NUMBERS[:3], "", *NUMBERS[3:6], "7"])
    assert found.inferred
    moved = head(("自然人", 1, 2), ("总计", 8, 9))
    found = under(moved, [*NUMBERS[:3], "9", *NUMBERS[3:]])
    assert found.inferred
    assert len(ways_of(found)) == 8
    last = under(head(("其他", 6, 7)), NUMBERS[:6])
    assert ways_of(last) == [(*NUMBERS[:6], None)]
    missing = under(moved, NUMBERS[:6])
    assert missing.inferred
    assert missing.ways == ()
    assert missing.laid_out


def test_labels_in_one_cell_tell_no_column_apart() -> None:
    blurred = [*head(("自然人", 1, 3), ("商业企业", 1, 3)), *EACH[2:]]
    assert ways_of(under(blurred, NUMBERS)) == [tuple(NUMBERS)]
    found = under(blurred, NUMBERS[1:], places=[(place, place + 1) for place in range(2, 8)])
    assert ways_of(found) == [("2", None, *"34567"), (None, "2", *"34567")]


def test_cells_that_stand_beside_their_labels_are_left_open() -> None:
    for some in (head(("自然人", 2, 3)), head(("自然人", 3, 5), ("商业企业", 3, 5))):
        found = under(some, NUMBERS)
        assert found.ways == ()
        assert found.inferred
    found = under(head(("自然人", 2, 3)), ["", *"123456"])
    assert sorted(ways_of(found), key=str) == sorted(
        (("1", *rest) for rest in _with_one_blank("23456")), key=str
    )


def _with_one_blank(texts: str) -> list[tuple[str | None, ...]]:
    return [(*texts[:place], None, *texts[place:]) for place in range(len(texts) + 1)]


def test_the_labels_of_another_group_of_grids_tell_nothing_of_columns() -> None:
    found = under(
        [label._replace(group=2, start=label.start + 9, end=label.end + 9) for label in EACH],
        [*NUMBERS, ""],
    )
    assert ways_of(found) == [tuple(NUMBERS)]
    assert not found.inferred


# --- which label stands over which column ------------------------------------------------------

DISPUTED = columns_of(FORM, "/disputes")
OUTCOMES = ("结果维持", "结果纠正", "其他结果", "尚未审结", "总计")
GROUPS = ("行政复议", "未经复议直接起诉", "复议后起诉")


def over(
    header: Sequence[tuple[str, int, int]], columns: Sequence[Cell], shape: Shape = Shape.TABLE
) -> PrintedRow:
    """A row under labels of which each stands over columns, on a line of its own."""
    table = columns[0].table.name
    row = row_of([], shape)
    row.header = tuple(
        HeaderColumn(
            anchors()[text],
            tuple(m for m in anchors()[text].meanings if m.table == table and m.role != Role.ROW),
            "",
            start,
            end,
            1,
            (0, order),
        )
        for order, (text, start, end) in enumerate(header)
    )
    return row


def below(header: Sequence[tuple[str, int, int]], shape: Shape = Shape.TABLE) -> dict[int, int]:
    """Of the columns of table four, by number, where those begin whose labels are known."""
    number = {cell.address: place for place, cell in enumerate(DISPUTED)}
    found = header_columns(over(header, DISPUTED, shape), DISPUTED)
    return {number[address]: label.start for address, label in found.items()}


def under_groups(order: Sequence[int]) -> list[tuple[str, int, int]]:
    groups = [(GROUPS[n], 5 * place, 5 * place + 5) for place, n in enumerate(order)]
    return [*groups, *((text, place, place + 1) for place, text in enumerate(OUTCOMES * 3))]


def test_columns_of_one_name_are_told_by_the_group_above_them_else_in_turn() -> None:
    straight = {place: place for place in range(15)}
    assert below(under_groups([0, 1, 2])) == straight
    assert below(under_groups([0, 1, 2])[3:]) == straight
    assert below(under_groups([0, 1, 2]), Shape.LINES) == straight
    assert below(under_groups([2, 0, 1])) == {place: (place + 5) % 15 for place in straight}
    # in lines nothing shows what stands under a group
    assert below(under_groups([2, 0, 1]), Shape.LINES) == straight


def test_where_labels_are_missing_those_under_a_group_are_known() -> None:
    whole = under_groups([0, 1, 2])
    for missing in range(15):
        rest = [label for label in whole if label != whole[3 + missing]]
        same = set(range(missing % 5, 15, 5))
        assert below(rest) == {place: place for place in range(15) if place != missing}
        assert below(rest[3:]) == {place: place for place in range(15) if place not in same}
    without = below(whole[1:])
    assert without == {place: place for place in range(15)}  # in turn
    assert below([*whole[1:3], *whole[4:]]) == {p: p for p in range(1, 15)}


def test_a_label_that_reaches_out_of_a_group_is_not_under_it() -> None:
    for start, end in ((-1, 1), (4, 6)):
        header = [*under_groups([0, 1, 2])[:3], ("总计", start, end), ("总计", 14, 15)]
        assert below(header) == {14: 14}
    for start, end in ((0, 5), (0, 1), (4, 5)):
        header = [*under_groups([0, 1, 2])[:3], ("总计", start, end), ("总计", 14, 15)]
        assert below(header) == {4: start, 14: 14}
    twice = [*under_groups([0, 1, 2])[:3], ("总计", 0, 1), ("总计", 1, 2)]
    assert below(twice) == {}


def order_of(header: Sequence[tuple[str, int, int]], shape: Shape) -> list[int]:
    found = in_printed_order(over(header, RULES, shape), RULES)
    return [RULES.index(cell) for cell in found]


TURNED = [("现行有效件数", 1, 2), ("本年制发件数", 2, 3), ("本年废止件数", 3, 4)]


def test_columns_are_taken_in_the_order_of_their_labels_where_each_is_named_once() -> None:
    assert order_of(TURNED, Shape.TABLE) == order_of(TURNED, Shape.LINES) == [2, 0, 1]
    assert order_of(TURNED[::-1], Shape.TABLE) == [2, 0, 1]  # where they stand, not when
    assert order_of(TURNED[::-1], Shape.LINES) == [1, 0, 2]
    for shape in Shape:
        assert order_of(TURNED[:2], shape) == order_of([], shape) == [0, 1, 2]
        assert order_of([*TURNED, TURNED[0]], shape) == [0, 1, 2]
    blurred = [(text, 1, 4) for text, *_ in TURNED]
    assert order_of(blurred, Shape.TABLE) == [0, 1, 2]
    overlapping = [TURNED[0], ("本年制发件数", 2, 4), TURNED[2]]
    assert order_of(overlapping, Shape.TABLE) == [0, 1, 2]


def test_a_head_broken_over_lines_shows_no_order_of_cells_that_stand_in_one() -> None:
    assert order_of(TURNED, Shape.ROWS) == [0, 1, 2]
    row = over(TURNED, RULES, Shape.ROWS)
    row.header = tuple(label._replace(order=(7, 0)) for label in row.header)
    assert [RULES.index(cell) for cell in in_printed_order(row, RULES)] == [2, 0, 1]


@pytest.mark.parametrize(
    ("note", "unit"),
    [
        ("", "万元"),
        ("(含税)", "万元"),
        ("(元)", "元"),
        ("(单位:千元)", "千元"),
        ("单位:人民币亿元", "亿元"),
        ("(万元人民币)", "万元"),
        ("(某元)", "(某元)"),
    ],
)
def test_a_column_of_money_has_the_unit_that_its_label_names(note: str, unit: str) -> None:
    projects, amount = BOUGHT
    row = over([("采购项目数量", 1, 2), ("采购总金额", 2, 3)], BOUGHT)
    row.header = tuple(label._replace(note=note) for label in row.header)
    assert unit_of(row, amount) == unit
    assert unit_of(row, projects) == "个"
    row.header = row.header[:1]
    assert unit_of(row, amount) == "万元"


# --- by the relations -------------------------------------------------------------------------


def test_relations_leave_open_what_they_say_nothing_of() -> None:
    total = placed(["1", "1"])  # of its row, and two equal numbers
    apart = place_row(
        attrs.evolve(row_of(["1", "2", "3", "4.5"]), prefix="/disclosure/rules", table="disclosure"),
        RULES, None, {}, Limits(),
    )  # fmt: skip
    settle([total, apart], FORM, Limits())
    assert len(total.ways) == 6
    assert ways_of(apart) == [("1", "2", "3")]
    assert len(apart.laid_out) == 4
    assert not apart.settled
