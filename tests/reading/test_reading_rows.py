"""Which number of a printed row stands in which cell: each law on the smallest source that shows it."""

from __future__ import annotations

import pytest

from gxstats import Reading, Unreadable, form, read
from gxstats.reading import Certainty, Limits
from gxstats.reading.segments import segmented

FORM = form("2021")
RECEIVED, CARRIED_IN, GRANTED = (
    [cell.address for cell in FORM if cell.address.startswith(f"/requests/{row}/")]
    for row in ("received", "carried_in", "outcomes/granted")
)
DISPUTES = [cell.address for cell in FORM if cell.address.startswith("/disputes/")]
TABLE_THREE = "三、收到和处理政府信息公开申请情况"
TABLE_FOUR = "四、政府信息公开行政复议、行政诉讼情况"
APPLICANTS = ("自然人", "商业企业", "科研机构", "社会公益组织", "法律服务机构", "其他", "总计")
OUTCOMES = ("结果维持", "结果纠正", "其他结果", "尚未审结", "总计")
NEW = "一、本年新收政府信息公开申请数量"
BEFORE = "二、上年结转政府信息公开申请数量"
GIVEN = "（一）予以公开"
HEAD_TWO = "信息内容\t本年制发件数\t本年废止件数\t现行有效件数"


def lines(*texts: str) -> Reading:
    return read("\n".join(texts).encode())


def page(*rows: list[str], before: str = f"<p>{TABLE_THREE}</p>", after: str = "") -> Reading:
    """A page with one table; a cell may begin with attributes, up to a bar."""

    def cell(text: str) -> str:
        attributes, _, shown = text.rpartition("|")
        return f"<td {attributes}>{shown}</td>"

    body = "".join(f"<tr>{''.join(map(cell, row))}</tr>" for row in rows)
    return read(f"{before}<table>{body}</table>{after}".encode())


def values(reading: Reading, addresses: list[str]) -> list[object]:
    return [reading.report[address] for address in addresses]


def certainties(reading: Reading, addresses: list[str]) -> set[Certainty]:
    return {reading.cells[address].certainty for address in addresses}


def doubted(reading: Reading) -> set[str]:
    return {doubt.cell for doubt in reading.doubts if doubt.cell}


# --- tables without a head --------------------------------------------------------------------


def test_a_complete_row_shows_where_the_columns_of_one_with_blanks_begin() -> None:
    above = "".join(
        f"<p>{line}</p>" for line in [*HEAD_TWO.split("\t"), "规章", *"000", TABLE_THREE]
    )
    full = [NEW, "", "1", "2", "3", "4", "5", "6", "21"]
    reading = page(full, [BEFORE, "", "", "2", "3", "4", "5", "6", ""], before=above)
    assert values(reading, RECEIVED) == [1, 2, 3, 4, 5, 6, 21]
    assert values(reading, CARRIED_IN) == [None, 2, 3, 4, 5, 6, None]
    assert not doubted(reading)


def test_complete_rows_that_begin_at_different_columns_show_nothing() -> None:
    reading = page(
        [NEW, "", "1", "2", "3", "4", "5", "6", "21"],
        [GIVEN, "1", "2", "3", "4", "5", "6", "21", ""],
        [BEFORE, "", "", "2", "3", "4", "5", "6", ""],
    )
    assert values(reading, RECEIVED) == values(reading, GRANTED) == [1, 2, 3, 4, 5, 6, 21]
    assert set(CARRIED_IN) & doubted(reading)
    assert values(reading, CARRIED_IN) != [None, 2, 3, 4, 5, 6, None]


# --- lines ------------------------------------------------------------------------------------


def spaced(label: str, numbers: list[object], *, after: int = 0, between: int = 0) -> list[str]:
    """A row as lines, with blank ones after its label and between its numbers."""
    found = [label, *[""] * after]
    for number in numbers:
        found += [str(number), *[""] * between]
    return found[: len(found) - between]


SUM = [1, 2, 3, 4, 5, 6, 21]
COMPLETE = (NEW, GIVEN, "1.属于国家秘密", "2.其他法律行政法规禁止公开", "4.保护第三方合法权益")
"""Labels of rows that are enough to show how the lines of a source are spaced."""


def complete(*, after: int = 0, between: int = 0) -> list[str]:
    rows = (spaced(label, SUM, after=after, between=between) for label in COMPLETE)
    return [TABLE_THREE, *(line for row in rows for line in row)]


def test_numbers_that_are_spaced_unevenly_are_placed_by_inference() -> None:
    for uneven in (
        ["1", "2", "", "3", "4", "5", "", "", "6", "21"],
        ["1", "2", "", "3", "4", "5", "6", "21"],
    ):
        reading = lines(*complete(), BEFORE, *uneven)
        assert values(reading, CARRIED_IN) == SUM
        assert certainties(reading, CARRIED_IN) == {Certainty.INFERRED}
        assert certainties(reading, RECEIVED) == {Certainty.CERTAIN}
        assert not doubted(reading)


@pytest.mark.parametrize("usual", [0, 1])
def test_numbers_that_begin_later_than_in_other_rows_are_placed_by_inference(usual: int) -> None:
    numbers: list[object] = [5, 0, 0, 0, 0, 0, 5]
    for late in (0, 1, 2):
        row = spaced(BEFORE, numbers, after=usual + late)
        reading = lines(*complete(after=usual), *row)
        assert values(reading, CARRIED_IN) == numbers
        certain = Certainty.INFERRED if late else Certainty.CERTAIN
        assert certainties(reading, CARRIED_IN) == {certain}


@pytest.mark.parametrize("between", [0, 1])
def test_the_spacing_of_complete_rows_tells_which_lines_are_blank_cells(between: int) -> None:
    numbers = ["", 2, 3, "", 5, 6, 16]
    row = spaced(BEFORE, numbers, after=1, between=between)
    reading = lines(*complete(after=1, between=between), *row)
    assert values(reading, CARRIED_IN) == [None, 2, 3, None, 5, 6, 16]
    assert certainties(reading, CARRIED_IN) == {Certainty.CERTAIN}


ENDS = ("", TABLE_FOUR)


@pytest.mark.parametrize("ends", ENDS)
@pytest.mark.parametrize("lines_after", [6, 7, 8])
def test_a_row_that_ends_in_blanks_is_placed_if_they_are_there_as_lines(
    ends: str, lines_after: int
) -> None:
    """Before a heading there may be more of them."""
    row = [BEFORE, *["5", "", "0", "0", "0", "", "", ""][:lines_after]]
    following = [ends] if ends else spaced("（七）总计", SUM)
    reading = lines(*complete(), *row, *following)
    if lines_after == 7 or (lines_after == 8 and ends):
        assert values(reading, CARRIED_IN) == [5, None, 0, 0, 0, None, None]
        assert not doubted(reading)
    else:
        assert set(CARRIED_IN) <= doubted(reading)


def test_a_blank_line_after_other_text_or_within_a_label_is_no_cell_of_the_row_above() -> None:
    row = [BEFORE, "5", "", "0", "0", "0", ""]
    following = spaced("（七）总计", SUM)
    assert set(CARRIED_IN) <= doubted(lines(*complete(), *row, "另计", "", *following))
    broken = ["（七）", "", "总计", *following[1:]]
    assert set(CARRIED_IN) <= doubted(lines(*complete(), *row, *broken))
    assert not doubted(lines(*complete(), *row, "", *following))


def test_marked_blank_lines_between_two_labels_are_the_cells_of_the_first() -> None:
    reading = lines(TABLE_THREE, NEW, *["\t"] * 7, BEFORE, *(f"\t{number}" for number in SUM))
    assert values(reading, RECEIVED) == [None] * 7
    assert certainties(reading, RECEIVED) == {Certainty.CERTAIN}
    assert values(reading, CARRIED_IN) == SUM


def test_blanks_before_a_heading_are_cells_only_if_some_stand_among_the_numbers() -> None:
    for numbers, clear in ((["5", "0", "0"], False), (["5", "", "0"], True)):
        row = [BEFORE, *numbers, *[""] * (7 - len(numbers))]
        reading = lines(*complete(), *row, TABLE_FOUR)
        assert bool(doubted(reading)) is not clear


# --- rows ------------------------------------------------------------------------------------


def test_a_label_without_cells_gives_way_to_one_with_blank_cells() -> None:
    reading = page([NEW, *[""] * 7], before=f"<p>{TABLE_THREE}</p><p>{NEW}</p>")
    assert certainties(reading, RECEIVED) == {Certainty.CERTAIN}
    assert values(reading, RECEIVED) == [None] * 7


@pytest.mark.parametrize(
    ("following", "id_"),
    [
        (["（七）总计" + "\t0" * 7], "2021-undivided"),
        (["0"], "2021-undivided"),
        (["\t"], "2021-undivided"),
        ([""], "2021"),
        ([], "2021"),
    ],
)
def test_the_heading_of_three_rows_is_a_row_where_cells_or_another_row_follow(
    following: list[str], id_: str
) -> None:
    reading = lines(HEAD_TWO, "规章\t0\t0\t0", "（六）其他处理", *following)
    assert reading.form.id == id_


def test_rows_in_one_cell_are_doubts_however_many_they_are() -> None:
    for count in (2, 3):
        reading = page(["<br>".join([NEW, BEFORE, GIVEN][:count]), *"1234567"])
        for row in (RECEIVED, CARRIED_IN, GRANTED)[:count]:
            assert values(reading, row) == [None] * 7
            assert doubted(reading).issuperset(row)
        assert {doubt.code for doubt in reading.doubts if doubt.cell} == {"cell.merged"}


def test_the_columns_of_a_line_are_told_by_its_head_not_by_their_order() -> None:
    reading = lines("信息内容\t现行有效件数\t本年制发件数\t本年废止件数", "规章\t9\t1\t2")
    rules = reading.report.disclosure.rules
    assert (rules.issued, rules.repealed, rules.in_force) == (1, 2, 9)
    head = "信息内容\t现行有效件数\t本年制发件数\t本年废止件数"
    reading = lines(HEAD_TWO, "规章\t1\t2\t3", head, "行政规范性文件\t9\t1\t2")
    assert values(reading, DOCUMENTS) == [1, 2, 9]


def test_characters_that_cannot_be_read_are_counted() -> None:
    def told(data: bytes) -> list[str]:
        return [n.printed.zh for n in read(data).notices if n.code == "text.replaced"]

    text = f"某单位\n{HEAD_TWO}\n规章\t1\t2\t3\n".encode("gb18030")
    assert told(text) == []
    assert told(text + b"\xff\xff") == ["2"]


@pytest.mark.parametrize(
    ("numbered", "id_"),
    [
        ((True, False, False), "2021-undivided"),
        ((True, True, False), "2021"),
        ((True, True, True), "2021"),
        ((False, True, True), "2021"),
    ],
)
def test_the_heading_of_other_handling_is_a_row_where_only_beside_it_numbers_stand(
    numbered, id_
) -> None:
    parts = [
        "（六）其他处理",
        "1.申请人无正当理由逾期不补正、行政机关不再处理其政府信息公开由请",  # damaged: no proof
        "2.申请人逾期未按收费通知要求缴纳费用、行政机关不再处理其政府信息公开由请",
    ]
    given = [
        label + ("\t0" if has else "\t") * 7 for label, has in zip(parts, numbered, strict=True)
    ]
    assert lines(HEAD_TWO, "规章\t0\t0\t0", *given).form.id == id_


def test_what_is_not_printed_is_told_for_each_table() -> None:
    reading = lines(TABLE_THREE, "\t".join(APPLICANTS), NEW + "\t0" * 7)
    told = [(notice.code, notice.printed.zh[:2]) for notice in reading.notices]
    assert [one for one in told if one[0] == "table.missing"] == [
        ("table.missing", "二、"),
        ("table.missing", "四、"),
    ], told
    assert [code for code, _ in told if code == "row.missing"] == ["row.missing"]


def test_a_row_above_all_tables_is_not_told() -> None:
    assert not extra(lines("电话\t123", HEAD_TWO, "规章\t1\t2\t3"))


def test_a_row_that_the_form_lacks_is_told_as_it_is_printed() -> None:
    reading = lines(HEAD_TWO, "规章\t1\t2\t3", "其他文件\t7\t\t9")
    (extra,) = [notice for notice in reading.notices if notice.code == "row.extra"]
    assert extra.printed.zh == "其他文件 7 9"


@pytest.mark.parametrize("name", ["labels", "text", "comparisons"])
def test_what_a_source_prints_is_bounded(name: str) -> None:
    damaged = "规某章甲乙丙丁"
    text = "\n".join([HEAD_TWO, *["规章\t1\t2\t3", f"行政许某\t1\t{damaged}"] * 5]).encode()
    read(text)
    with pytest.raises(Unreadable) as caught:
        read(text, limits=Limits(**{name: 3}))
    assert caught.value.code == f"read.limit.{name}"
    assert caught.value.expected == "3"


def test_each_comparison_of_a_text_with_the_labels_counts() -> None:
    count = segmented([*HEAD, "规章"]).compared
    text = "\n".join([*HEAD, "规章", "1", "2", "3"]).encode()
    read(text, limits=Limits(comparisons=count))
    with pytest.raises(Unreadable):
        read(text, limits=Limits(comparisons=count - 1))


def test_text_before_a_label_does_not_take_the_numbers_after_it() -> None:
    reading = lines(TABLE_THREE, *spaced(NEW, SUM), "另计", *spaced(BEFORE, SUM))
    assert values(reading, CARRIED_IN) == SUM
    assert not [notice for notice in reading.notices if notice.code == "row.extra"]


@pytest.mark.parametrize(
    ("parts", "told"),
    [
        (["其他文件", "其他文件"], ["其他文件其他文件 7"]),
        (["字" * 12, "字" * 12], ["字" * 24 + " 7"]),
        (["字" * 12, "字" * 13], []),
        (["字" * 24], ["字" * 24 + " 7"]),
        (["字" * 25], []),
    ],
)
def test_a_number_after_a_line_of_prose_is_no_row_that_the_form_lacks(
    parts: list[str], told: list[str]
) -> None:
    """A label of more than 24 characters is none."""
    reading = lines(TABLE_THREE, *spaced(NEW, SUM), *parts, "7", *spaced(BEFORE, SUM))
    extra = [notice.printed.zh for notice in reading.notices if notice.code == "row.extra"]
    assert extra == told
    assert values(reading, RECEIVED) == values(reading, CARRIED_IN) == SUM


def test_the_label_of_a_row_is_no_text_of_the_section_above_it() -> None:
    reading = lines("一、总体情况", "文字。", *spaced(NEW, SUM))
    assert reading.report.narrative.overview == "文字。"


RULES_CELLS = [f"/disclosure/rules/{name}" for name in ("issued", "repealed", "in_force")]


@pytest.mark.parametrize("wider", [False, True])
def test_of_a_number_too_many_that_no_relation_tells_all_ways_are_doubts(wider: bool) -> None:
    others = ["行政规范性文件", "4", "5", "6", *([] if wider else [""])]
    reading = page(HEAD_TWO.split("\t"), ["规章", "1", "2", "3", "9"], others, before="")
    assert values(reading, RULES_CELLS) == [None] * 3
    assert [doubt.alternatives for doubt in reading.doubts] == [(1, 2), (2, 3), (3, 9)]
    assert values(reading, [a.replace("rules", "normative_documents") for a in RULES_CELLS]) == [
        4, 5, 6,
    ]  # fmt: skip


@pytest.mark.parametrize("place", range(8))
def test_a_number_too_many_is_the_one_without_which_the_relations_hold(place: int) -> None:
    numbers = ["3", "10", "20", "40", "80", "160", "313"]
    crowded = [*numbers[:place], "5", *numbers[place:]]
    reading = page(["", "", *APPLICANTS], ["", NEW, *crowded])
    assert values(reading, RECEIVED) == [int(number) for number in numbers]
    assert certainties(reading, RECEIVED) == {Certainty.INFERRED}
    (told,) = [notice for notice in reading.notices if notice.code == "cell.extra"]
    assert told.printed.zh.endswith("：5")
    slip = ["4", *crowded[1:]] if place else [crowded[0], "4", *crowded[2:]]
    reading = page(["", "", *APPLICANTS], ["", NEW, *slip])
    assert values(reading, RECEIVED) == [None] * 7
    assert doubted(reading).issuperset(RECEIVED)


def test_a_column_with_a_label_of_its_own_is_no_number_too_many() -> None:
    reading = page([*HEAD_TWO.split("\t"), "合计"], ["规章", "1", "2", "3", "6"], before="")
    assert values(reading, RULES_CELLS) == [1, 2, 3]
    assert not doubted(reading)
    (told,) = [notice for notice in reading.notices if notice.code == "column.extra"]
    assert told.printed.zh == "规章：6"


@pytest.mark.parametrize("filled", [7, 8])
def test_a_second_row_of_eight_numbers_is_another_print_of_table_four(filled: int) -> None:
    again = ["2"] * filled + [""] * (15 - filled)
    reading = page([*OUTCOMES] * 3, ["1"] * 15, again, before=f"<p>{TABLE_FOUR}</p>")
    assert bool(doubted(reading)) is (filled == 8)
    extra = [notice for notice in reading.notices if notice.code == "row.extra"]
    assert bool(extra) is (filled == 7)


def test_a_head_cut_alike_over_two_columns_names_them_in_turn() -> None:
    reading = page(
        ["信息内容", "对外公开总数量", "本年新", "本年新"], ["规章", "9", "1", "2"], before=""
    )
    assert reading.form.id == "2019"
    rules = [f"/disclosure/rules/{name}" for name in ("made", "published", "published_total")]
    assert values(reading, rules) == [1, 2, 9]


# --- what is told beside the cells ------------------------------------------------------------

HEAD_2019 = "信息内容\t采购项目数量\t采购总金额"


def codes(reading: Reading) -> list[str]:
    return [notice.code for notice in reading.notices]


@pytest.mark.parametrize(
    ("head", "row", "year", "fits"),
    [
        (HEAD_TWO, "规章\t0\t0\t0", 2020, False),
        (HEAD_TWO, "规章\t0\t0\t0", 2021, True),
        (HEAD_TWO, "规章\t0\t0\t0", 2030, True),
        (HEAD_2019, "政府集中采购\t1\t2.5", 2018, False),
        (HEAD_2019, "政府集中采购\t1\t2.5", 2019, True),
        (HEAD_2019, "政府集中采购\t1\t2.5", 2020, True),
        (HEAD_2019, "政府集中采购\t1\t2.5", 2021, False),
    ],
)
def test_a_year_that_its_form_was_not_for_is_told(
    head: str, row: str, year: int, fits: bool
) -> None:
    reading = lines(f"某局{year}年政府信息公开工作年度报告", head, row)
    assert reading.report.year == year
    assert ("form.year" not in codes(reading)) is fits


def test_labels_of_the_other_edition_are_told() -> None:
    reading = lines(HEAD_TWO, "规章\t0\t0\t0", "行政许可\t1", "政府集中采购\t1\t2.5")
    (mixed,) = [notice for notice in reading.notices if notice.code == "form.mixed"]
    assert mixed.printed.zh == "政府集中采购"
    assert extra(reading) == ["政府集中采购 1 2.5"]
    assert reading.form.id == "2021"
    assert "form.mixed" not in codes(lines(HEAD_TWO, "规章\t0\t0\t0"))


@pytest.mark.parametrize(
    ("unit", "projects", "amount", "remarked"),
    [
        ("", "1", "2.5", {}),
        ("", "", "", {}),
        ("", "1项", "2.5", {"projects": "1项"}),
        ("", "1", "—", {"amount": "—"}),
        ("（单位：元）", "1", "25000", {"amount": "25000元"}),
        ("（单位：元）", "1", "25000元", {"amount": "25000元"}),
        ("（单位：元）", "1", "2.5万元", {"amount": "2.5万元"}),
        ("（单位：元）", "1", "", {}),
        ("", f"1{'':1000}项", "2.5", {"projects": f"1{'':999}"}),
    ],
)
def test_a_print_that_is_not_just_the_value_is_remarked(
    unit: str, projects: str, amount: str, remarked: dict[str, str]
) -> None:
    """In a thousand characters; with its unit where that is not the form's."""
    reading = lines(HEAD_2019 + unit, f"政府集中采购\t{projects}\t{amount}")
    start = "/disclosure/centralized_procurement/"
    assert {r.cell.removeprefix(start): r.printed for r in reading.report.remarks} == remarked
    assert not doubted(reading)


def test_a_row_that_is_printed_twice_must_be_printed_alike() -> None:
    head = "\t".join(["", *APPLICANTS])
    row = "\t".join([NEW, *map(str, SUM)])
    reading = lines(TABLE_THREE, head, row, head, row)
    assert not doubted(reading)
    place = reading.cells[RECEIVED[0]].place
    assert place is not None
    assert place.line == 3
    open_row = f"{NEW}\t3\t3"
    reading = lines(TABLE_THREE, head, open_row, head, open_row)
    assert {doubt.code for doubt in reading.doubts if doubt.cell} == {"row.repeated"}
    other = "\t".join([NEW, "7", *map(str, SUM[1:])])
    reading = lines(HEAD_TWO, "规章\t0\t0\t0", TABLE_THREE, head, row, head, other)
    assert {doubt.code for doubt in reading.doubts} == {"row.repeated"}
    assert doubted(reading) == set(RECEIVED)
    first, second = reading.doubts[:2]
    assert first.alternatives == (1, 7)
    assert second.alternatives == (2,)
    assert first.printed == "1 2 3 4 5 6 21；7 2 3 4 5 6 21"
    assert first.place is not None
    assert first.place.line == 5
    assert reading.report[RECEIVED[0]] is None


def test_what_a_cell_of_repeated_rows_may_be_is_told_though_it_is_no_value() -> None:
    reading = lines(HEAD_2019, "政府集中采购\t1\t2.50", "政府集中采购\t约1\t3亿元")
    alternatives = {doubt.cell: doubt.alternatives for doubt in reading.doubts if doubt.cell}
    assert sorted(alternatives.values(), key=str) == [("2.50", "30000"), (1, "约1")]


@pytest.mark.parametrize("alike", [7, 8])
def test_eight_prints_of_a_row_are_compared(alike: int) -> None:
    row = "\t".join([NEW, *map(str, SUM)])
    reading = lines(TABLE_THREE, *[row] * alike, "\t".join([NEW, "7", *map(str, SUM[1:])]))
    assert bool(doubted(reading)) is (alike == 7)


def test_a_print_with_a_head_and_numbers_counts_for_more_than_others() -> None:
    head = "\t".join(["", *APPLICANTS])
    bare = "\t".join([NEW, *["7"] * 7])
    reading = lines(TABLE_THREE, bare, head, "\t".join([NEW, *map(str, SUM)]))
    assert values(reading, RECEIVED) == SUM
    blank = NEW + "\t" * 7
    reading = lines(TABLE_THREE, blank, "\t".join([NEW, *map(str, SUM)]))
    assert values(reading, RECEIVED) == SUM
    assert not doubted(reading)


def test_the_doubts_of_a_row_name_what_each_cell_may_be() -> None:
    reading = lines(TABLE_THREE, "\t".join(["", *APPLICANTS]), f"{NEW}\t3\t3")
    assert certainties(reading, RECEIVED) == {Certainty.DOUBTFUL}
    assert {doubt.code for doubt in reading.doubts if doubt.cell} == {"row.alignment"}
    assert all(doubt.printed == "3 3" for doubt in reading.doubts if doubt.cell)
    assert all(doubt.alternatives == (3, None) for doubt in reading.doubts if doubt.cell)
    glued = lines(TABLE_THREE, "\n".join(APPLICANTS), f"{NEW}1000001")
    assert not doubted(glued)
    assert values(glued, RECEIVED) == [1, 0, 0, 0, 0, 0, 1]
    assert certainties(glued, RECEIVED) == {Certainty.INFERRED}
    (told,) = [notice for notice in glued.notices if notice.code == "row.inferred"]
    assert told.printed.zh == "本年新收政府信息公开申请数量"
    glued = lines(TABLE_THREE, "\n".join(APPLICANTS), f"{NEW}1110003")
    assert not doubted(glued)
    glued = lines(TABLE_THREE, "\n".join(APPLICANTS), f"{NEW}12345")
    assert {doubt.code for doubt in glued.doubts if doubt.cell} == {"cell.glued"}


def test_a_row_without_a_label_is_told_by_the_title_of_its_table() -> None:
    numbers = ["1", *["0"] * 3, "1", *["0"] * 9]
    reading = page([*OUTCOMES] * 3, [*numbers, "0", ""], before=f"<p>{TABLE_FOUR}</p>")
    assert values(reading, DISPUTES)[:5] == [1, 0, 0, 0, 1]


def test_damaged_labels_are_told_with_their_place() -> None:
    reading = lines(HEAD_TWO, "规章\t1\t2\t3", "行政规某性文件\t4\t5\t6")
    (damaged,) = [notice for notice in reading.notices if notice.code == "label.damaged"]
    assert damaged.printed.zh == "行政规范性文件"
    assert damaged.place is not None
    assert damaged.place.line == 3
    assert reading.report["/disclosure/normative_documents/in_force"] == 6
    reading = lines("行政规某性", "文件", *HEAD, "规章", "1", "2", "3")
    (damaged,) = [notice for notice in reading.notices if notice.code == "label.damaged"]
    assert damaged.place is not None
    assert damaged.place.line == 1


@pytest.mark.parametrize(
    "number", ["- 3 -", "— 3 —", "第 3 页", "第3页 共9页", "第3页/共9页", "3 / 9", "Page 3"]
)
def test_a_page_number_within_a_row_is_no_cell_nor_are_the_blank_lines_around_it(
    number: str,
) -> None:
    row = spaced(BEFORE, SUM)
    reading = lines(*complete(), *row[:3], "", "", number, "", *row[3:])
    assert values(reading, CARRIED_IN) == SUM
    assert certainties(reading, CARRIED_IN) == {Certainty.CERTAIN}


def test_a_page_number_is_no_text_of_a_section() -> None:
    reading = lines("一、总体情况", "甲。", "- 3 -", "乙。", HEAD_TWO, "规章\t1\t2\t3")
    assert reading.report.narrative.overview == "甲。\n乙。"


def test_a_line_before_a_page_number_that_is_marked_as_a_cell_is_one() -> None:
    row = ["\t1", "", "\t", "- 3 -", *(f"\t{number}" for number in (3, 4, 5, 6, 19))]
    reading = lines(TABLE_THREE, BEFORE, *row)
    assert values(reading, CARRIED_IN) == [1, None, 3, 4, 5, 6, 19]


# --- rows of marked cells ---------------------------------------------------------------------

RULES = [f"/disclosure/rules/{name}" for name in ("issued", "repealed", "in_force")]
DOCUMENTS = [address.replace("rules", "normative_documents") for address in RULES]
HEAD = HEAD_TWO.split("\t")


def extra(reading: Reading) -> list[str]:
    return [notice.printed.zh for notice in reading.notices if notice.code == "row.extra"]


@pytest.mark.parametrize(
    "row",
    [
        ["1", "规章", "1", "2", "3"],
        ["第一行", "规章", "1", "2", "3"],
        ["", "规章", "1", "2", "3"],
    ],
)
def test_what_stands_before_a_label_is_no_cell_of_its_row(row: list[str]) -> None:
    reading = page(["序号", *HEAD], row, before="")
    assert values(reading, RULES) == [1, 2, 3]
    assert not doubted(reading)
    assert "column.extra" not in codes(reading)


def test_numbers_below_a_label_without_cells_are_not_its_own_in_a_table() -> None:
    full = ["行政规范性文件", "4", "5", "6"]
    below = page(HEAD, full, ["规章"], ["1", "2", "3"], before="")
    after = page(HEAD, full, ["规章"], before="", after="<p>1</p><p>2</p><p>3</p>")
    for reading in (below, after):
        assert values(reading, RULES) == [None] * 3
        assert values(reading, DOCUMENTS) == [4, 5, 6]
        assert not doubted(reading)
    assert extra(below) == ["1 2 3"]
    assert values(lines(HEAD_TWO, "|规章|", "1", "2", "3"), RULES) == [1, 2, 3]


AFTER = "（七）总计" + "\t0" * 7
NOT_SUPPLEMENTED = (
    "1.申请人无正当理由逾期不补正、行政机关不再处理其政府信息公开由请"  # damaged: no proof
)


@pytest.mark.parametrize(
    ("printed", "told"),
    [
        (["（六）其他处理" + "\t0" * 7, AFTER], True),
        ([NOT_SUPPLEMENTED + "\t0" * 7, AFTER], True),
        ([], True),  # the table ends before
        ([AFTER], False),
        (["3.其他" + "\t0" * 7, AFTER], False),  # perhaps of 其他处理
        (["3.其他" + "\t0" * 7], False),
        (["（六）其他处理" + "\t0" * 7, "3.其他" + "\t0" * 7, AFTER], False),
        (["（六）其他处理" + "\t0" * 7, NOT_SUPPLEMENTED, AFTER], True),
        (["（六）其他处理" + "\t0" * 7, NOT_SUPPLEMENTED, "不明之行" + "\t0" * 7, AFTER], False),
        (["不明之行" + "\t0" * 7], False),
    ],
)
def test_whether_other_handling_is_divided_is_a_doubt_where_the_rows_do_not_tell(
    printed, told
) -> None:
    shown = [NEW + "\t0" * 7, "（一）予以公开" + "\t0" * 7, *printed]
    reading = lines(HEAD_TWO, "规章\t0\t0\t0", TABLE_THREE, "\t".join(APPLICANTS), *shown)
    forms = [doubt.alternatives for doubt in reading.doubts if doubt.code == "form.edition"]
    assert forms == ([] if told else [("2021", "2021-undivided")])


@pytest.mark.parametrize("shifted", [True, False])
def test_numbers_above_their_labels_are_doubts(shifted) -> None:
    head = "第二十条第（六）项\n信息内容\n本年处理决定数量"
    own = (
        ["17", "行政处罚", "0", "行政强制"]
        if shifted
        else ["1", "行政处罚", "17", "行政强制", "0"]
    )
    reading = lines(HEAD_TWO, "规章\t0\t0\t0", head, *own)
    cells = [f"/disclosure/administrative_{one}/decisions" for one in ("penalty", "compulsion")]
    assert values(reading, cells) == ([None, None] if shifted else [17, 0])
    assert doubted(reading) == (set(cells) if shifted else set())
    assert extra(reading) == own[:1]  # as the number of a column may be


def test_the_heading_of_rows_in_the_cell_of_the_first_of_them_takes_no_numbers() -> None:
    part = "1.申请人无正当理由逾期不补正、行政机关不再处理其政府信息公开申请"
    reading = page([f"（六）其他处理<br>{part}", *map(str, SUM)], [NEW, *map(str, SUM)])
    own = [a for a in FORM.index if a.startswith("/requests/outcomes/other/not_supplemented/")]
    assert values(reading, own) == SUM
    assert not doubted(reading)


@pytest.mark.parametrize(("number", "ends"), [("五、", True), ("（五）", False)])
def test_the_number_of_a_paragraph_ends_no_head(number: str, *, ends: bool) -> None:
    heading = f"{number}存在的主要问题及改进情况"
    reading = lines(*HEAD, heading, *spaced("规章", [1, 2, 3]))
    assert {doubt.code for doubt in reading.doubts if doubt.cell} == (
        {"row.header"} if ends else set()
    )


def test_numbers_on_one_line_are_cells_unless_the_line_is_marked_as_one() -> None:
    assert values(lines(HEAD_TWO, "规章", "1 2 3"), RULES) == [1, 2, 3]
    assert values(lines(HEAD_TWO, "规章 1 2", "3"), RULES) == [1, 2, 3]
    reading = lines(TABLE_THREE, BEFORE, "\t1 2", *["\t0"] * 6)
    assert doubted(reading) == {CARRIED_IN[0]}
    assert values(reading, CARRIED_IN[1:]) == [0] * 6


def test_a_row_of_blanks_that_the_form_lacks_is_not_told() -> None:
    row = ["1", *[""] * 6]
    reading = page([NEW, *"1234567"], ["其他来源", *[""] * 7], ["另一来源", *row])
    assert extra(reading) == ["另一来源 1"]


def test_a_number_below_a_row_of_cells_is_none_of_them() -> None:
    reading = lines(HEAD_TWO, "规章\t1\t2\t3", "9")
    assert values(reading, RULES) == [1, 2, 3]
    assert certainties(reading, RULES) == {Certainty.CERTAIN}


def test_a_number_after_a_word_in_one_cell_is_not_read_alone() -> None:
    reading = page(HEAD, ["规章", "约 5", "2", "3"], before="")
    assert doubted(reading) == {RULES[0]}
    assert values(reading, RULES) == [None, 2, 3]


def test_a_label_ends_the_text_of_the_section_above_though_a_number_is_glued_to_it() -> None:
    reading = lines("一、总体情况", "文字。", "规章1\t2\t3")
    assert reading.report.narrative.overview == "文字。"


def test_numbers_below_the_row_of_table_four_are_another_print_only_right_below_it() -> None:
    rows = [[*OUTCOMES] * 3, ["1"] * 15, ["信息内容", *[""] * 14], ["2"] * 15]
    reading = page(*rows, before=f"<p>{TABLE_FOUR}</p>")
    assert values(reading, DISPUTES) == [1] * 15
    assert extra(reading) == [" ".join("2" * 15)]


def test_two_rows_side_by_side_are_both_read() -> None:
    row = ["规章", "1", "2", "3", "行政规范性文件", "4", "5", "6"]
    for reading in (page(HEAD * 2, row, before=""), lines("\t".join(HEAD * 2), "\t".join(row))):
        assert values(reading, RULES) == [1, 2, 3]
        assert values(reading, DOCUMENTS) == [4, 5, 6]
        assert not doubted(reading)


@pytest.mark.parametrize("label", ["规章 1", "规章1"])
def test_a_number_in_the_cell_of_a_label_is_the_first_of_its_row(label: str) -> None:
    for reading in (lines(HEAD_TWO, f"{label}\t2\t3"), page(HEAD, [label, "2", "3"], before="")):
        assert values(reading, RULES) == [1, 2, 3]
        assert not doubted(reading)


@pytest.mark.parametrize(
    ("number", "code"), [(" 5", "row.alignment"), ("5", "cell.glued"), ("567", "cell.glued")]
)
def test_a_number_between_a_label_and_a_blank_cell_is_never_passed_over(
    number: str, code: str
) -> None:
    reading = page(
        ["信息内容", "本年处理决定数量"], [f"行政许可{number}", ""], ["行政处罚", "3"], before=""
    )
    licensing, penalty = (
        f"/disclosure/administrative_{name}/decisions" for name in ("licensing", "penalty")
    )
    (doubt,) = [doubt for doubt in reading.doubts if doubt.cell]
    found = (doubt.cell, doubt.code, doubt.alternatives)
    assert found == (licensing, code, (int(number), None))
    assert reading.report[penalty] == 3


def test_a_number_over_several_rows_is_a_doubt_and_a_blank_is_not() -> None:
    reading = page(
        HEAD,
        ["规章", "rowspan=2|7", "rowspan=2|", "3"],
        ["行政规范性文件", "6"],
        before="",
    )
    assert {doubt.cell: doubt.code for doubt in reading.doubts if doubt.cell}[RULES[0]] == (
        "cell.merged"
    )
    assert values(reading, RULES) == [None, None, 3]
    assert reading.cells[RULES[1]].certainty is Certainty.CERTAIN


def test_the_rows_of_a_table_that_the_form_lacks_are_told_and_lines_of_words_are_not() -> None:
    reading = page(
        HEAD,
        ["规章", "1", "2", "3"],
        ["其他文件", "4", "5", "6"],
        ["", "7", "8", "9"],
        ["1", "另一文件", "约4", "5", "6"],
        ["填表人：张三", "", "审核人：李四", ""],
        ["行政规范性文件", "1", "1", "1"],
        before="",
    )
    assert extra(reading) == ["其他文件 4 5 6", "7 8 9", "另一文件 约4 5 6"]
    places = [notice.place for notice in reading.notices if notice.code == "row.extra"]
    assert [place and (place.row, place.cell) for place in places] == [(3, 2), (4, 1), (5, 3)]
    assert values(reading, RULES) == [1, 2, 3]
    assert values(reading, DOCUMENTS) == [1, 1, 1]
    assert not doubted(reading)


@pytest.mark.parametrize(
    ("row", "certain"),
    [
        ([""] * 15, True),
        (["无"] * 15, True),
        (["填表人"] + [""] * 14, False),
        (["约1"] * 7 + [""] * 8, False),
        ([""] * 14, False),
        ([""] * 14 + ["7"], True),
    ],
)
def test_a_row_without_a_label_is_table_fours_if_it_is_one_of_cells(
    row: list[str], *, certain: bool
) -> None:
    reading = page(
        [*OUTCOMES] * 3, row, before=f"<p>{HEAD_TWO}</p><p>规章 1 2 3</p><p>{TABLE_FOUR}</p>"
    )
    found = {reading.cells[address].certainty for address in DISPUTES[:14]}
    assert found == {Certainty.CERTAIN if certain else Certainty.ABSENT}


@pytest.mark.parametrize(("others", "value"), [(["0"] * 7, 0), ([""] * 7, None), ([""] * 8, None)])
def test_a_text_in_the_row_of_table_four_is_a_doubt(others: list[str], value: int | None) -> None:
    row = ["约1"] * 8 + others
    table_two = f"<p>{HEAD_TWO}</p><p>规章 1 2 3</p>"
    reading = page([*OUTCOMES] * 3, row, before=f"{table_two}<p>{TABLE_FOUR}</p>")
    assert doubted(reading) == set(DISPUTES[:8])
    assert values(reading, DISPUTES[8:]) == [value] * 7


def test_the_row_of_table_four_is_read_from_lines() -> None:
    numbers = ["1", "0", "0", "0", "1", *["0"] * 10]
    reading = lines(TABLE_FOUR, *[*OUTCOMES] * 3, *numbers)
    assert values(reading, DISPUTES) == list(map(int, numbers))
    assert not doubted(reading)
    reading = lines(TABLE_FOUR, *[*OUTCOMES] * 3, "1", "约1", *numbers[2:])
    assert doubted(reading) == {DISPUTES[1]}
    assert values(reading, DISPUTES[2:]) == list(map(int, numbers[2:]))


def test_blank_lines_among_the_labels_of_a_head_are_no_cells() -> None:
    numbers = ["1", "0", "0", "0", "1", *["0"] * 10]
    head = [line for label in [*OUTCOMES] * 3 for line in (label, "")]
    reading = lines(TABLE_FOUR, *head, *numbers)
    assert values(reading, DISPUTES) == list(map(int, numbers))
    assert not doubted(reading)


def test_marked_blank_lines_among_the_labels_of_a_head_are_no_row() -> None:
    cells = [*OUTCOMES, "", *OUTCOMES, "", *OUTCOMES, *[""] * 15]
    reading = lines(HEAD_TWO, "规章\t1\t2\t3", TABLE_FOUR, *(f"\t{cell}" for cell in cells))
    assert certainties(reading, DISPUTES) == {Certainty.CERTAIN}
    assert values(reading, DISPUTES) == [None] * 15


def test_a_head_that_is_printed_again_ends_the_row_above_it() -> None:
    again = [*APPLICANTS, *spaced(BEFORE, SUM)]
    reading = lines(TABLE_THREE, *APPLICANTS, *spaced(NEW, SUM), *again)
    assert values(reading, RECEIVED) == values(reading, CARRIED_IN) == SUM


def test_labels_after_much_text_are_found() -> None:
    prose = [f"第{number}段文字。" for number in range(1_100)]
    reading = lines(*prose, HEAD_TWO, "规章\t1\t2\t3")
    assert values(reading, RULES) == [1, 2, 3]
    reading = lines(*prose, "\n".join(HEAD), "规章", "1", "2", "3")
    assert values(reading, RULES) == [1, 2, 3]


@pytest.mark.parametrize(("before", "found"), [(498, True), (499, False)])
def test_text_is_taken_in_runs_of_500_lines(before: int, *, found: bool) -> None:
    """A label that goes on in the next run is none."""
    prose = [f"第{number}段文字。" for number in range(before)]
    reading = lines(*prose, "行政规范性", "文件", "4", "5", "6", *HEAD, "规章", "1", "2", "3")
    assert bool({DOCUMENTS[0]} & doubted(reading)) is found
    assert values(reading, RULES) == [1, 2, 3]


def test_a_heading_ends_a_row_and_its_table() -> None:
    reading = lines(HEAD_TWO, "规章\t1\t2\t3", "五、存在的主要问题及改进情况", "9", "文字。")
    assert values(reading, RULES) == [1, 2, 3]
    assert reading.report.narrative.problems == "9\n文字。"
    assert not extra(reading)
    reading = lines(
        *complete(), BEFORE, *map(str, SUM), "五、存在的主要问题及改进情况", "9", "文字。"
    )
    assert values(reading, CARRIED_IN) == SUM
    assert reading.report.narrative.problems == "9\n文字。"


@pytest.mark.parametrize(
    ("heading", "found"),
    [
        ("五、存在的主要问题及改进情况", True),
        ("存在的主要问题及改进情况", True),
        ("五、存在的主要问题及改进情祝", True),
        ("存在的主要问题及改进情祝", False),
    ],
)
def test_a_damaged_heading_needs_its_number(heading: str, *, found: bool) -> None:
    reading = lines(HEAD_TWO, "规章\t1\t2\t3", heading, "文字。")
    assert (reading.report.narrative.problems == "文字。") is found
    assert values(reading, RULES) == [1, 2, 3]


def test_a_damaged_heading_without_its_number_is_like_other_text() -> None:
    reading = lines(*complete(), BEFORE, *map(str, SUM), "存在的主要问题及改进情祝", "7", "文字。")
    assert extra(reading) == ["存在的主要问题及改进情况 7"]
    assert values(reading, CARRIED_IN) == SUM


def test_a_table_that_is_not_the_forms_does_not_end_the_text_of_a_section() -> None:
    section = "<p>五、存在的主要问题及改进情况</p><p>甲。</p>"
    before = f"<p>{HEAD_TWO}</p><p>规章 1 2 3</p>{section}"
    reading = page(["指标", "数"], ["会议", "9"], before=before, after="<p>乙。</p>")
    assert reading.report.narrative.problems == "甲。\n乙。"
    assert extra(reading) == ["会议 9"]


def test_the_heading_of_a_table_begins_it_as_does_a_head() -> None:
    assert extra(lines(TABLE_THREE, "其他文件\t7", "\t".join([NEW, *"0000000"]))) == ["其他文件 7"]
    assert extra(lines(HEAD_TWO, "其他文件\t7", "规章\t1\t2\t3")) == ["其他文件 7"]


def test_a_numbered_total_right_below_a_head_is_a_row() -> None:
    reading = lines(TABLE_THREE, *APPLICANTS, "（七）总计", *map(str, SUM))
    own = [a for a in FORM.index if a.startswith("/requests/outcomes/total/")]
    assert values(reading, own) == SUM


def test_a_total_above_all_tables_is_a_columns_of_table_three() -> None:
    reading = lines("|总计|", "\t".join(["总计", *map(str, SUM)]))
    own = [a for a in FORM.index if a.startswith("/requests/outcomes/total/")]
    assert values(reading, own) == SUM


def test_the_heading_of_rows_printed_with_the_first_of_them_is_no_row() -> None:
    head = ["rowspan=2|", *APPLICANTS]
    reading = page(
        head,
        ["rowspan=2|（三）不予公开", "1.属于国家秘密", *["1"] * 6, "6"],
        ["2.其他法律行政法规禁止公开", *["0"] * 7],
    )
    secret, prohibited = (
        [cell.address for cell in FORM if f"/refused/{row}/" in cell.address]
        for row in ("state_secret", "prohibited_by_law")
    )
    assert values(reading, secret) == [1] * 6 + [6]
    assert not doubted(reading)
    assert values(reading, prohibited) == [0] * 7


def test_cells_that_stand_together_need_not_line_up_with_their_head() -> None:
    reading = lines(HEAD_TWO.replace("\t", "\t\t", 1), "规章\t1\t2\t3")
    assert values(reading, RULES) == [1, 2, 3]
    assert certainties(reading, RULES) == {Certainty.CERTAIN}


def test_the_sums_leave_fewer_values_to_a_doubtful_cell() -> None:
    reading = lines(TABLE_THREE, "\t".join(["", *APPLICANTS]), f"{NEW}\t1\t2\t3")
    alternatives = {doubt.cell: doubt.alternatives for doubt in reading.doubts if doubt.cell}
    assert alternatives[RECEIVED[0]] == (1, None)
    assert alternatives[RECEIVED[1]] == (2, 1, None)
    assert alternatives[RECEIVED[5]] == (2, None)  # were it 3, there would be no total
    assert alternatives[RECEIVED[6]] == (3, None)  # the total is sure, its place is not


def test_a_label_of_a_row_and_of_a_column_is_what_its_place_makes_it() -> None:
    head = "\t".join(["", *APPLICANTS])
    row = "\t".join(map(str, SUM))
    rows = (f"{label}\t{row}" for label in (GIVEN, "总计", "其他"))
    reading = lines(HEAD_TWO, "规章\t0\t0\t0", TABLE_THREE, head, *rows)
    for name in ("total", "other/miscellaneous"):
        own = [a for a in FORM.index if a.startswith(f"/requests/outcomes/{name}/")]
        assert values(reading, own) == SUM
    assert values(reading, GRANTED) == SUM
    assert not doubted(reading)


# --- heads, headings and what stands between them ----------------------------------------------


def test_what_follows_the_heading_of_a_section_is_no_row_of_the_table_before_it() -> None:
    head = [*OUTCOMES] * 3
    section = "五、存在的主要问题及改进情况"
    for following in (["", "暂无。"], ["9", "暂无。"], ["约1", "暂无。"]):
        reading = lines(HEAD_TWO, "规章\t1\t2\t3", TABLE_FOUR, *head, section, *following)
        assert reading.report.narrative.problems == "\n".join(following).strip()
        assert not doubted(reading)
        assert {reading.cells[address].certainty for address in DISPUTES} == {Certainty.ABSENT}


def test_a_line_of_text_that_ends_in_the_number_of_a_label_stands_before_the_label() -> None:
    reading = lines(
        *[HEAD_TWO, "规章\t1\t2\t3", TABLE_THREE],
        *["另有说明如下（一）", "予以公开", *"1234567"],
    )
    assert values(reading, GRANTED) == [1, 2, 3, 4, 5, 6, 7]
    assert not extra(reading)


def test_a_head_after_a_blank_row_of_table_four_is_that_of_another_table() -> None:
    reading = lines(TABLE_FOUR, *[*OUTCOMES] * 3, *[""] * 15, HEAD_TWO, "规章\t1\t2\t3")
    assert values(reading, RULES) == [1, 2, 3]
    assert not doubted(reading)


def test_the_text_below_a_heading_among_rows_of_cells_is_read_from_its_first_row() -> None:
    reading = lines("某局\t报告", "一、总体情况\t", "甲\t乙", "丙\t丁", HEAD_TWO, "规章\t1\t2\t3")
    assert reading.report.narrative.overview == "甲\t乙\n丙\t丁"
    assert values(reading, RULES) == [1, 2, 3]


def test_the_totals_of_a_head_may_stand_in_a_row_of_their_own() -> None:
    reading = page(
        [*[*OUTCOMES[:-1], ""] * 3],
        [*["", "", "", "", OUTCOMES[-1]] * 3],
        ["1", "0", "0", "0", "1"] * 3,
        before=f"<p>{TABLE_FOUR}</p>",
    )
    assert values(reading, DISPUTES) == [1, 0, 0, 0, 1] * 3
    assert certainties(reading, DISPUTES) == {Certainty.CERTAIN}
    assert reading.cells["/requests/outcomes/total/total"].certainty is Certainty.ABSENT


def test_a_total_belongs_to_the_table_of_the_columns_beside_it() -> None:
    above = f"<p>{TABLE_THREE}</p><p>{NEW}</p><p>1 0 0 0 0 0 1</p>"
    head = [OUTCOMES[-1], *OUTCOMES[:-1]]
    reading = page(head * 3, ["10", "1", "2", "3", "4"] * 3, before=above)
    assert values(reading, DISPUTES) == [1, 2, 3, 4, 10] * 3


def test_five_labels_make_a_table_even_if_no_cell_is_there() -> None:
    assert values(lines(TABLE_THREE, *COMPLETE), RECEIVED) == [None] * 7
    with pytest.raises(Unreadable) as caught:
        lines(TABLE_THREE, *COMPLETE[1:])
    assert caught.value.code == "read.no_table"


@pytest.mark.parametrize(("before", "known"), [(63, False), (64, True)])
def test_a_head_has_at_most_64_labels(before: int, *, known: bool) -> None:
    """More labels before a head are not of it: it is read by its own order."""
    head = ["现行有效件数", "本年制发件数", "本年废止件数"]
    reading = lines("\n".join([*["本年制发件数"] * before, *head]), "规章", "9", "1", "2")
    assert (values(reading, RULES) == [1, 2, 9]) is known


def test_the_row_of_table_four_may_begin_with_a_blank_cell() -> None:
    cells = [*[*OUTCOMES] * 3, "", *["0"] * 14]
    reading = lines(TABLE_FOUR, *(f"\t{cell}" for cell in cells))
    assert values(reading, DISPUTES) == [None, *[0] * 14]
    assert certainties(reading, DISPUTES) == {Certainty.CERTAIN}


@pytest.mark.parametrize("length", [24, 25])
def test_a_text_in_the_row_of_table_four_has_at_most_24_characters(length: int) -> None:
    numbers = ["0"] * 13
    reading = lines(TABLE_FOUR, *[*OUTCOMES] * 3, "1", "字" * length, *numbers)
    assert (doubted(reading) == {DISPUTES[1]}) is (length == 24)


# --- by the relations -------------------------------------------------------------------------

BALANCE = (NEW, BEFORE, "（七）总计", "四、结转下年度继续办理")
CARRIED_OUT = [address for address in FORM.index if address.startswith("/requests/carried_out/")]


def balance(*rows: list[object], limits: Limits | None = None) -> Reading:
    """The rows of which the first two together are as the last two."""
    head = "\t".join(["", *APPLICANTS])
    printed = ("\t".join(map(str, [name, *row])) for name, row in zip(BALANCE, rows, strict=True))
    return read("\n".join([TABLE_THREE, head, *printed]).encode(), limits=limits or Limits())


NONE: list[object] = [0] * 7


def test_other_rows_place_numbers_that_the_sum_of_their_own_row_leaves_open() -> None:
    reading = balance([3, 3], NONE, [0, 3, 0, 0, 0, 0, 3], NONE)
    assert values(reading, RECEIVED) == [None, 3, None, None, None, None, 3]
    assert reading.cells[RECEIVED[1]].certainty is Certainty.INFERRED
    for open_row in ([3, 4], [3, 3]):  # no place of them makes all sums hold
        reading = balance(open_row, NONE, [0, 3, 0, 0, 0, 0, 4], NONE)
        assert doubted(reading) == set(RECEIVED)


def test_two_open_rows_are_placed_together() -> None:
    reading = balance([3, 3], [2, 2], [2, 3, 0, 0, 0, 0, 5], NONE)
    assert values(reading, RECEIVED) == [None, 3, None, None, None, None, 3]
    assert values(reading, CARRIED_IN) == [2, None, None, None, None, None, 2]
    reading = balance([3, 3], [3, 3], [3, 3, 0, 0, 0, 0, 6], NONE)
    assert doubted(reading) == {*RECEIVED, *CARRIED_IN}


@pytest.mark.parametrize(("most", "tried"), [(36, True), (35, False)])
def test_rows_are_placed_together_where_not_too_many_ways_must_be_tried(
    most: int, *, tried: bool
) -> None:
    """The sum of its row leaves six places to a number that is its own total."""
    limits = Limits(alignments=most)
    reading = balance([3, 3], [2, 2], [2, 3, 0, 0, 0, 0, 5], NONE, limits=limits)
    assert (not doubted(reading)) is tried


@pytest.mark.parametrize(
    ("blanks", "known"),
    [
        ([1, "", "", "", "", "", 1], True),
        ([1, "", "", "", "", "", 2], False),  # their sum is not that of the others
        ([0, "", "", "", "", "", 0], False),
        ([""] * 7, False),
    ],
)
def test_blanks_count_for_nothing_where_the_sums_of_their_row_hold_so(
    blanks: list[object], *, known: bool
) -> None:
    other, both = int(str(blanks[0] or 0)), int(str(blanks[-1] or 0))
    reading = balance([3, 3], blanks, [other, 3, 0, 0, 0, 0, both + 3], NONE)
    assert (not doubted(reading)) is known
    if known:
        assert values(reading, RECEIVED) == [None, 3, None, None, None, None, 3]
