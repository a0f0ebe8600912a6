"""The parts of a reader: labels, numbers, editions, what stands around the tables."""

from __future__ import annotations

from decimal import Decimal
from itertools import pairwise, product

import attrs
import pytest
from hypothesis import given
from hypothesis import strategies as st

from gxstats import FORMS, Kind, read
from gxstats.reading import Certainty, Limits
from gxstats.reading.anchors import Role, anchors, distance, nearest
from gxstats.reading.grid import Document, Grid, Shape, ruled
from gxstats.reading.normalize import bare, normalized
from gxstats.reading.numbers import (
    MONEY,
    figure,
    is_blank,
    is_readable,
    looks_like_figure,
    plain_print,
)
from gxstats.reading.results import DOUBT_CODES, NOTICE_CODES
from gxstats.reading.segments import segmented
from gxstats.reading.several import readings_of
from gxstats.reading.unreadable import READ_CODES
from gxstats.reading.variants import VARIANTS
from gxstats.traditional import SIMPLIFIED, simplified

HEAD_2021 = "信息内容\t本年制发件数\t本年废止件数\t现行有效件数"
HEAD_2019 = "信息内容\t采购项目数量\t采购总金额"


@pytest.mark.parametrize(
    ("printed", "kind", "value"),
    [
        ("0", Kind.COUNT, 0),
        ("", Kind.COUNT, None),
        ("　", Kind.COUNT, None),
        ("/", Kind.COUNT, None),
        ("——", Kind.COUNT, None),
        ("不适用", Kind.AMOUNT, None),
        ("N/A", Kind.CHANGE, None),
        ("１２", Kind.COUNT, 12),
        ("1,234", Kind.COUNT, 1234),
        ("3 件", Kind.COUNT, 3),
        ("22（其中修订 16 件）", Kind.COUNT, 22),
        ("+2", Kind.CHANGE, 2),
        ("－8", Kind.CHANGE, -8),
        ("减4", Kind.CHANGE, -4),
        ("增 3", Kind.CHANGE, 3),
        ("4,875.699", Kind.AMOUNT, Decimal("4875.699")),
        ("251000元", Kind.AMOUNT, Decimal("25.1")),
        ("160.5964万元", Kind.AMOUNT, Decimal("160.5964")),
        ("1.2亿元", Kind.AMOUNT, Decimal(12000)),
    ],
)
def test_prints_of_a_number(printed: str, kind: Kind, value: object) -> None:
    found = figure(printed, kind, "万元", Limits())
    assert (found.value, found.fault) == (value, None)


@pytest.mark.parametrize(
    ("printed", "kind", "fault"),
    [
        ("000", Kind.COUNT, "cell.glued"),
        ("3.0", Kind.COUNT, "cell.fraction"),
        ("-1", Kind.COUNT, "cell.sign"),
        ("-1", Kind.AMOUNT, "cell.sign"),
        ("5元", Kind.COUNT, "cell.unit"),
        ("5件", Kind.AMOUNT, "cell.unit"),
        ("1 2", Kind.COUNT, "cell.unreadable"),
        ("约3", Kind.COUNT, "cell.unreadable"),
        ("1,23", Kind.COUNT, "cell.unreadable"),
        ("十二", Kind.COUNT, "cell.unreadable"),
        ("9" * 13, Kind.COUNT, "cell.digits"),
        ("9" * 100_000, Kind.COUNT, "cell.unreadable"),
        ("0.000000001", Kind.AMOUNT, "cell.digits"),
    ],
)
def test_what_is_no_number_is_a_doubt(printed: str, kind: Kind, fault: str) -> None:
    found = figure(printed, kind, "万元", Limits())
    assert (found.value, found.fault) == (None, fault)


@pytest.mark.parametrize(
    ("printed", "unit", "value"),
    [
        ("5", "万元", "5"),
        ("5", "元", "0.0005"),
        ("5千元", "万元", "0.5"),
        ("5百万元", "元", "500"),
        ("5万", "元", "5"),
        ("5（单位：元）", "万元", "0.0005"),
        ("5（亿元）", "万元", "50000"),
        ("5（其中：会议费）", "万元", "5"),
        ("5（元）", "某元", "0.0005"),
        ("5千元（单位：元）", "亿元", "0.5"),
    ],
)
def test_an_amount_is_in_the_unit_that_its_cell_names_else_in_that_of_its_head(
    printed: str, unit: str, value: str
) -> None:
    assert figure(printed, Kind.AMOUNT, unit, Limits()).value == Decimal(value)


@pytest.mark.parametrize(
    ("printed", "kind", "fault"),
    [
        ("5", Kind.AMOUNT, "cell.unit"),
        *((f"5{unit}", Kind.COUNT, "cell.unit") for unit in MONEY),
        ("+5", Kind.COUNT, "cell.sign"),
        ("增加5", Kind.AMOUNT, "cell.sign"),
        ("=A1+B1", Kind.COUNT, "cell.formula"),
        (" ＝5", Kind.COUNT, "cell.formula"),
        ("3²", Kind.COUNT, "cell.unreadable"),
        ("3①", Kind.COUNT, "cell.unreadable"),
        ("5（" + "字" * 201 + "）", Kind.COUNT, "cell.unreadable"),
        ("9" * 301, Kind.COUNT, "cell.unreadable"),
        ("9" * 300, Kind.COUNT, "cell.digits"),
        ("1234", Kind.COUNT, "cell.digits"),
        ("12.34", Kind.AMOUNT, "cell.digits"),
        ("00", Kind.COUNT, "cell.glued"),
        ("07", Kind.AMOUNT, "cell.glued"),
    ],
)
def test_why_a_print_is_no_value_is_told(printed: str, kind: Kind, fault: str) -> None:
    most = 300 if len(printed) > 200 else 3
    assert figure(printed, kind, "某元", Limits(digits=most)).fault == fault


def test_as_many_digits_as_are_allowed_are_read() -> None:
    assert figure("123", Kind.COUNT, "", Limits(digits=3)).value == 123
    assert figure("0.5", Kind.AMOUNT, "万元", Limits(digits=3)).value == Decimal("0.5")
    assert figure("5（" + "字" * 200 + "）", Kind.COUNT, "", Limits()).value == 5


@pytest.mark.parametrize(
    "printed",
    ["", " ", "\u200b", "/", "//", "－－", "─", "———", "-" * 40, "无", "n/a", "……", "不涉及"],
)
def test_marks_for_nothing_are_blank(printed: str) -> None:
    assert is_blank(printed)
    assert looks_like_figure(printed) is bool(printed.strip(" \u200b"))
    assert figure(printed, Kind.COUNT, "", Limits()).value is None


@pytest.mark.parametrize("printed", ["0", "无无", "/0", "- 0", "-" * 41])
def test_what_is_more_than_a_mark_is_not_blank(printed: str) -> None:
    assert not is_blank(printed)


def test_what_looks_like_a_cell_is_told_from_labels() -> None:
    cells = ["5", "-5", "+5", "5%", "1.2.3", "1,234", "5 件", "减4", "=A1", "5（其中修订 4 件）"]
    for printed in (*cells, "9" * 300):
        assert looks_like_figure(printed), printed
    for printed in ("规章", "1.属于国家秘密", "5 6", "第3页", "约3", "9" * 301, ",5", "5,"):
        assert not looks_like_figure(printed), printed


def test_a_plain_number_and_no_print_at_all_need_no_remark() -> None:
    for printed in ("", " ", "0", "7", "120", "0.5", "12.30", "-5"):
        assert plain_print(printed), printed
    for printed in ("/", "无", "07", "1,234", "5件", "+5", "-05", "-0", "−5", ".5", "5.", "７"):
        assert not plain_print(printed), printed


def test_the_table_of_traditional_characters_is_about_labels() -> None:
    labels = "".join(
        part
        for form in FORMS.values()
        for cell in form
        for part in (cell.row.zh, cell.column.zh, cell.table.title.zh)
    )
    labels += "".join(h.zh for f in FORMS.values() for c in f for h in (*c.headings, *c.columns))
    labels += "".join(variant.printed for variant in VARIANTS)
    needed = {character for character in SIMPLIFIED if character in labels}
    assert len(needed) > 50
    for character, traditional in SIMPLIFIED.items():
        assert all(normalized(c) == simplified(c) == character for c in traditional), character


@given(st.sampled_from(sorted(anchors())), st.data())
def test_a_label_is_found_however_it_is_broken(label: str, data: st.DataObject) -> None:
    cuts = sorted(data.draw(st.sets(st.integers(1, len(label) - 1), max_size=5)))
    pieces = [label[a:b] for a, b in pairwise([0, *cuts, len(label)])]
    assert labels_in(*pieces) == [(label, "", 0, len(pieces) - 1, 0, "")]
    assert not segmented(pieces).foreign


def labels_in(*printed: str) -> list[tuple[str, str, int, int, int, str]]:
    return [
        (label.anchor.text, label.number, label.first, label.last, label.damage, label.note)
        for label in segmented(printed).labels
    ]


def test_a_label_comes_with_its_number_its_lines_its_damage_and_its_notes() -> None:
    assert labels_in("（一）予以公开") == [("予以公开", "(一)", 0, 0, 0, "")]
    assert labels_in("（一）", "予以", "公开（注）") == [("予以公开", "(一)", 0, 2, 0, "(注)")]
    assert labels_in("予以公开", "（甲）", "（乙）") == [("予以公开", "", 0, 2, 0, "(甲)(乙)")]
    assert labels_in("某某", "予以公", "开（甲", "乙）") == [("予以公开", "", 1, 3, 0, "(甲乙)")]
    assert labels_in("一、", "重复申请部分公开") == [
        ("重复申请", "一、", 0, 1, 0, ""),
        ("部分公开", "", 1, 1, 0, ""),
    ]
    assert labels_in("予以公开（二）", "部分公开") == [
        ("予以公开", "", 0, 0, 0, ""),
        ("部分公开", "(二)", 0, 1, 0, ""),
    ]
    assert labels_in("3.属于行政执法案某") == [("属于行政执法案卷", "3.", 0, 0, 1, "")]


def test_a_cell_is_named_by_the_labels_of_its_row_and_column_in_each_form_that_has_it() -> None:
    for form in FORMS.values():
        for cell in form:
            row, _, column = cell.address.rpartition("/")
            wanted = [(cell.column.zh, Role.COLUMN, column)]
            if cell.table.name == "disputes":
                wanted.append((cell.columns[-1].zh, Role.GROUP, row))
            else:
                wanted.append((cell.row.zh, Role.ROW, row))
            wanted.append((cell.table.title.zh, Role.TABLE, cell.table.name))
            for printed, role, key in wanted:
                found = anchors()[bare(printed)].having(role)
                assert any(m.key == key and form.id in m.forms for m in found), (printed, key)
                assert {m.table for m in found} >= {cell.table.name}


def test_what_a_form_prints_beside_its_cells_is_no_foreign_text() -> None:
    above = {h.zh for form in FORMS.values() for c in form for h in (*c.headings, *c.columns)}
    for printed in (*above, "信息内容", "小计", "单位：件", "（单位：万元）", "一、总体情况"):
        assert not segmented([printed]).foreign, printed


def test_a_label_that_another_edition_has_too_tells_no_edition() -> None:
    for label in ("规范性文件", "行政规范性文件"):
        reading = read(f"{HEAD_2021}\n规章\t1\t2\t3\n{label}\t4\t5\t6".encode())
        assert reading.form.id == "2021"
        assert reading.report["/disclosure/normative_documents/in_force"] == 6
        assert "form.mixed" not in [notice.code for notice in reading.notices]
        assert len(anchors()[label].meanings) == 1


def test_of_the_label_of_a_row_its_first_clause_is_enough() -> None:
    clause = "申请人无正当理由逾期不补正"
    assert labels_in(f"1.{clause}") == [(clause, "1.", 0, 0, 0, "")]
    assert labels_in("政府信息公开行政复议") == []  # of the heading of a table it is not


def test_a_damaged_label_may_be_broken_over_four_lines() -> None:
    whole = ("属于三类内部事务信息", "", 0, 3, 1, "")
    assert labels_in("属于", "三类", "内部", "事务某息") == [whole]
    assert (*whole[:3], 4, *whole[4:]) not in labels_in("属于", "三类", "内部", "事务", "某息")


def test_lines_of_other_text_are_foreign() -> None:
    found = segmented(["予以公开", "另有说明文字", "部分公开"])
    assert found.foreign == (1,)
    assert [(label.first, label.last) for label in found.labels] == [(0, 0), (2, 2)]
    prose = "字" * 61
    found = segmented(["予以公开", prose, "部分公开", "另有说明文字"])
    assert found.foreign == (1, 3)
    assert [(label.first, label.last) for label in found.labels] == [(0, 0), (2, 2)]


@pytest.mark.parametrize(
    ("printed", "foreign"),
    [
        ("予以公开：、.;", False),
        ("予以公开()", False),
        ("予以公开某", False),
        ("予以公开某某", False),
        ("予以公开某某某", True),
        ("规章某", False),
        ("规章某某", True),
        ("规章重复申请某某某", True),
        ("规章" * 80, False),
        ("规章" * 81, True),
        ("规章" + "某" * 59, True),
    ],
)
def test_a_few_stray_characters_do_not_make_a_label_foreign(printed: str, foreign: bool) -> None:
    found = segmented([printed])
    assert found.foreign == ((0,) if foreign else ())
    assert bool(found.labels) is not foreign


def test_each_comparison_with_the_labels_is_counted() -> None:
    """A line, and it with those after it, is compared as a whole, unless a part is a label."""
    assert segmented(["予以公开"]).compared == 1
    assert segmented(["予以", "公开"]).compared == 3
    assert segmented(["规章", "某某"]).compared == 2
    assert segmented(["某某", "规章", "甲乙"]).compared == 4
    assert segmented(["某" * 60]).compared == 1
    assert segmented(["某" * 61]).compared == 0


@given(st.sampled_from(sorted(anchors())), st.data())
def test_a_damaged_label_is_never_taken_for_another(label: str, data: st.DataObject) -> None:
    place = data.draw(st.integers(0, len(label) - 1))
    damaged = label[:place] + data.draw(st.sampled_from(["", "某"])) + label[place + 1 :]
    found = nearest(damaged)
    if found is not None and damaged not in anchors():
        keys = {meaning.key for meaning in found[0].meanings}
        meant = {meaning.key for meaning in anchors()[label].meanings}
        # the one label that is a piece of another, 规范性文件, means the same row
        assert keys & meant or distance(damaged, label, 9) == 0


def test_a_label_is_not_taken_for_one_of_two_that_are_as_near() -> None:
    for damaged in (
        *("结果某持", "不处理", "本年度办理", "自然年项目数量"),
        "上年结某政府信息公开申请某量",  # 2 from its label, 4 from 本年新收政府信息公开申请数量
        *("上某某项目数量", "行政业收费"),  # 2 from their labels, 3 from 采购项目数量, 行政处罚
        "对外管理务事项",  # 3 from its label, 5 from 对外公开总数量
    ):
        assert nearest(damaged) is None, damaged
    for damaged, label, changes in (
        ("予以公", "予以公开", 1),
        ("其他对外管理服", "其他对外管理服务事项", 3),  # three of ten
        ("其对外管理服项", "其他对外管理服务事项", 3),  # 5 from 其他处理: more than that has
        ("某年处某决定数量", "本年处理决定数量", 2),  # 3 from 处理决定数量, which means the same
    ):
        found = nearest(damaged)
        assert found is not None
        assert (found[0].text, found[1]) == (label, changes)
    assert nearest("其他") is None  # too short to be told from another when it is damaged


def changes(one: str, other: str) -> int:
    """The fewest letters to add, take out or replace, by the table that everybody knows."""
    above = list(range(len(other) + 1))
    for row, letter in enumerate(one, 1):
        here = [row]
        for column, own in enumerate(other, 1):
            same = above[column - 1] + (letter != own)
            here.append(min(here[-1] + 1, above[column] + 1, same))
        above = here
    return above[-1]


texts = st.text("甲乙丙丁", max_size=9)


@given(texts, texts, st.integers(0, 9))
def test_the_distance_of_two_texts_is_the_number_of_changes(
    one: str, other: str, most: int
) -> None:
    assert distance(one, other, most) == min(changes(one, other), most + 1)


def test_the_distance_of_any_short_texts_is_the_number_of_changes() -> None:
    short = ["".join(text) for size in range(4) for text in product("甲乙", repeat=size)]
    for one, other in product(short, repeat=2):
        assert distance(one, other, 3) == changes(one, other), (one, other)


def test_a_line_of_more_than_2000_characters_is_prose_whatever_is_blank_in_it() -> None:
    for blanks, is_label in ((1_998, True), (1_999, False)):
        found = segmented(["规章" + " " * blanks])
        assert bool(found.labels) is is_label
        assert bool(found.foreign) is not is_label


def test_what_some_cell_could_hold_is_readable() -> None:
    for printed in ("5", "-5", "减4", "2.5", "1.2亿元", ""):
        assert is_readable(printed, Limits())
    for printed in ("约3", "007", "-2.5", "5|6"):
        assert not is_readable(printed, Limits())


def test_variants_are_not_in_the_catalogue_or_differ_in_edition() -> None:
    for variant in VARIANTS:
        assert variant.reason
        assert bare(variant.printed) in anchors()


@pytest.mark.parametrize(
    ("text", "form_id"),
    [
        (f"{HEAD_2021}\n规章\t0\t0\t0", "2021"),
        (f"2019年政府信息公开工作年度报告\n{HEAD_2021}\n规章\t0\t0\t0", "2021"),
        (f"2023年政府信息公开工作年度报告\n{HEAD_2019}\n政府集中采购\t1\t2.5", "2019"),
        (
            f"{HEAD_2021}\n规章\t0\t0\t0\n（六）其他处理" + "\t0" * 7 + "\n（七）总计" + "\t0" * 7,
            "2021-undivided",
        ),
        (f"{HEAD_2021}\n规章\t0\t0\t0\n1.逾期不补正" + "\t0" * 7, "2021"),
    ],
)
def test_the_labels_tell_the_edition_not_the_year(text: str, form_id: str) -> None:
    reading = read(text.encode())
    assert reading.form.id == form_id
    assert not reading.doubts


def test_a_form_that_does_not_match_its_year_is_said() -> None:
    text = f"某局2023年政府信息公开工作年度报告\n{HEAD_2019}\n政府集中采购\t1\t2.5"
    reading = read(text.encode())
    assert [n.code for n in reading.notices if n.code == "form.year"] == ["form.year"]


@pytest.mark.parametrize("year", [2019, 2020, 2021, 2022, 2026])
def test_the_year_decides_between_editions_that_the_labels_leave_open(year: int) -> None:
    row = "一、本年新收政府信息公开申请数量" + "\t0" * 7
    reading = read(f"某局{year}年政府信息公开工作年度报告\n{row}".encode())
    [asked] = {form.edition for form in FORMS.values() if form.is_asked_for(year)}
    assert reading.form.edition == asked
    [notice] = [one for one in reading.notices if one.code == "form.by_year"]
    for language in ("zh", "en"):
        assert str(year) in notice.explain(language)
        assert asked in notice.explain(language)
    open_shapes = {id for doubt in reading.doubts for id in doubt.alternatives}
    assert {FORMS[id].edition for id in open_shapes} <= {asked}


def test_a_year_for_which_no_form_is_asked_decides_nothing() -> None:
    row = "一、本年新收政府信息公开申请数量" + "\t0" * 7
    reading = read(f"某局2016年政府信息公开工作年度报告\n{row}".encode())
    assert [doubt.code for doubt in reading.doubts] == ["form.edition"]


def test_an_edition_that_no_label_tells_is_a_doubt() -> None:
    reading = read(("一、本年新收政府信息公开申请数量" + "\t0" * 7).encode())
    assert [d.code for d in reading.doubts] == ["form.edition"]


@pytest.mark.parametrize(
    ("title", "year", "organ"),
    [
        ("殷都区人民政府2019年政府信息公开工作年度报告", 2019, "殷都区人民政府"),
        ("2019年度安阳市殷都区人民政府政府信息公开工作年度报告", 2019, "安阳市殷都区人民政府"),
        ("某某局\n2021年政府信息公开工作年度报告", 2021, "某某局"),
        ("某某局二〇二二年政府信息公开年度报告", 2022, "某某局"),
        ("某某局政府信息公开工作年度报告（2020年）", 2020, "某某局"),
        ("某縣人民政府辦公廳2023年政府信息公開工作年度報告", 2023, "某縣人民政府辦公廳"),
        ("二〇二二年度某鎮人民政府政府信息公開工作報告", 2022, "某鎮人民政府"),
        ("關於某區檔案館 2021 年政府資訊公開工作年度報告", 2021, "某區檔案館"),
        ("《某廳政府信息公開年報》（2020年）", None, None),
        ("某某廳政府信息公開年報（2020年）", 2020, "某某廳"),
        ("某鄉人民政府\n２０２４年度政府信息公開工作年度報告", 2024, "某鄉人民政府"),
        ("某县财政局2023年政府信息公开年报\n某縣財政局2023年政府信息公開年報", 2023, "某县财政局"),
        ("2021年政府信息公开工作年度报告", 2021, None),
        ("2021年度政府信息公开工作年度报告", 2021, None),
        ("统计表\n机关名称：某某市人民政府 年度：2023", 2023, "某某市人民政府"),
        ("填报单位：某局（盖章）\n填报年度: 2023年", 2023, "某局"),
        ("某局2022年政府信息公开工作年度报告\n单位名称：乙局 年度：2023", 2022, "某局"),
        ("年度：2023 2022 2021\n机关名称：\n单位：件", None, None),
        ("通知公告", None, None),
        ("", None, None),
    ],
)
def test_year_and_organ_come_from_the_title_or_else_from_their_labels(
    title: str, year: int | None, organ: str
) -> None:
    report = read(f"{title}\n\n{HEAD_2021}\n规章\t0\t0\t0".encode()).report
    assert (report.year, report.organ.name) == (year, organ)


def test_two_titles_that_contradict_each_other_are_doubts() -> None:
    titles = "甲局2019年政府信息公开工作年度报告\n乙局2020年政府信息公开工作年度报告"
    reading = read(f"{titles}\n{HEAD_2021}\n规章\t0\t0\t0".encode())
    assert (reading.report.year, reading.report.organ.name) == (None, None)
    assert {d.code for d in reading.doubts} == {"report.year", "report.organ"}


def test_two_labelled_years_are_a_doubt() -> None:
    reading = read(f"年度：2022\n报告年度：2023\n{HEAD_2021}\n规章\t0\t0\t0".encode())
    assert reading.report.year is None
    assert [doubt.alternatives for doubt in reading.doubts] == [(2022, 2023)]


def test_columns_are_told_by_their_header_not_by_their_order() -> None:
    page = (
        "<table><tr><td>信息内容<td>现行有效件数<td>本年制发件数<td>本年废止件数</tr>"
        "<tr><td>规章<td>9<td>1<td>2</tr></table>"
    )
    rules = read(page.encode()).report.disclosure.rules
    assert (rules.issued, rules.repealed, rules.in_force) == (1, 2, 9)


def test_a_unit_in_the_header_is_read() -> None:
    page = "信息内容\t本年收费金额（单位：元）\n行政事业性收费\t251000"
    report = read(page.encode()).report
    assert report["/disclosure/administrative_fees/amount"] == Decimal("25.1")
    assert [r.printed for r in report.remarks] == ["251000元"]


def test_a_row_of_another_table_is_no_row_of_the_form() -> None:
    text = f"类别\t数量\n行政许可\t77\n\n{HEAD_2021}\n规章\t1\t2\t3"
    reading = read(text.encode())
    assert reading.report["/disclosure/administrative_licensing/decisions"] is None
    assert [d.code for d in reading.doubts] == ["row.header"]


def test_a_surplus_column_is_reported() -> None:
    page = (
        "<table><tr><td>信息内容<td>本年制发件数<td>本年废止件数<td>现行有效件数<td>备注</tr>"
        "<tr><td>规章<td>1<td>2<td>3<td>见附件</tr></table>"
    )
    reading = read(page.encode())
    assert not reading.doubts
    assert [n.printed.zh for n in reading.notices if n.code == "column.extra"] == ["规章：见附件"]


def test_narrative_and_tables_do_not_mix() -> None:
    text = (
        "一、总体情况\n第一段。\n\n第二段，行政许可 3 件。\n二、主动公开政府信息情况\n"
        f"{HEAD_2021}\n规章\t0\t0\t0\n五、存在的主要问题及改进情况\n问题。\n- 3 -\n改进。\n"
        "六、其他需要报告的事项\n无"
    )
    narrative = read(text.encode()).report.narrative
    assert narrative.overview == "第一段。\n\n第二段，行政许可 3 件。"
    assert narrative.problems == "问题。\n改进。"
    assert narrative.other == "无"


def test_navigation_around_a_page_is_no_narrative() -> None:
    page = (
        "<div>首页 导航</div><div class=a><p>一、总体情况</p><p>文字。</p>"
        "<p>二、主动公开政府信息情况</p>"
        "<table><tr><td>信息内容<td>本年制发件数<td>本年废止件数<td>现行有效件数</tr>"
        "<tr><td>规章<td>1<td>2<td>3</tr></table>"
        "<p>六、其他需要报告的事项</p><p>无。</p></div><div>主办：某办公室</div>"
    )
    narrative = read(page.encode()).report.narrative
    assert (narrative.overview, narrative.other) == ("文字。", "无。")


def test_every_code_has_both_languages() -> None:
    for codes in (DOUBT_CODES, NOTICE_CODES, READ_CODES):
        for text in codes.values():
            assert all(attrs.astuple(text))


def test_a_reading_as_json_names_every_doubtful_cell_with_its_alternatives() -> None:
    head = "自然人\t商业企业\t科研机构\t社会公益组织\t法律服务机构\t其他\t总计"
    text = f"{HEAD_2021}\n规章\t0\t0\t0\n{head}\n（一）予以公开\t3\t3"
    data = read(text.encode()).to_dict()
    doubts = {doubt["cell"]: doubt["alternatives"] for doubt in data["doubts"]}
    assert doubts["/requests/outcomes/granted/natural_person"] == [3, None]
    assert len(doubts) == 7
    assert data["cells"]["/disclosure/rules/issued"]["place"] == {"line": 2, "column": 2}
    assert data["doubts"][0]["message"]["en"]


CROWDED = (
    [
        ("规章\n行政规范性文件", 2, 1),
        ("1", 1, 1),
        ("2", 1, 1),
        ("3", 1, 1),
    ],
    [("4", 1, 1), ("5", 1, 1), ("6", 1, 1)],
)


@pytest.mark.parametrize("numbers", [CROWDED, ([CROWDED[0][0], *[("1\n4", 1, 1)] * 3],)])
def test_two_rows_in_one_cell_are_doubts_both(numbers) -> None:
    head = [(text, 1, 1) for text in ("信息内容", "本年制发件数", "本年废止件数", "现行有效件数")]
    rows = ruled([head, *numbers], 1, Limits())
    (reading,) = readings_of(Document("html", "", (Grid(Shape.TABLE, rows, 1),)), Limits())
    doubted = {doubt.cell for doubt in reading.doubts}
    for address, source in reading.cells.items():
        if address.startswith(("/disclosure/rules/", "/disclosure/normative_documents/")):
            assert address in doubted, address
            assert source.certainty is Certainty.DOUBTFUL
            assert reading.report[address] is None
