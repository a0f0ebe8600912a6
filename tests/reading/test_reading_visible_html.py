"""What of a page a person sees is read, and nothing else: each law on one cell of table two."""

from __future__ import annotations

from contextlib import suppress
from itertools import product

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.support.effort import tries

from gxstats import Reading, Unreadable, read
from gxstats.reading import Certainty, Limits

ISSUED = "/disclosure/rules/issued"
RULES = [f"/disclosure/rules/{name}" for name in ("issued", "repealed", "in_force")]
HEAD = "<tr><td>信息内容<td>本年制发件数<td>本年废止件数<td>现行有效件数</tr>"


def page(cell: str, sheet: str = "", attributes: str = "", body: str = "") -> Reading:
    """A page whose cell for the rules issued holds some markup."""
    return read(
        f"<html><head><style>{sheet}</style></head><body {body}><p>二、主动公开政府信息情况</p>"
        f"<table>{HEAD}<tr><td>规章</td><td {attributes}>{cell}</td><td>2</td><td>3</td></tr></table>"
        "</body></html>".encode()
    )


def told(reading: Reading) -> list[str]:
    return [notice.printed.zh for notice in reading.notices if notice.code == "text.hidden"]


def seen(reading: Reading, value: int | None) -> bool:
    cell = reading.cells[ISSUED]
    return reading.report[ISSUED] == value and cell.certainty is Certainty.CERTAIN


HIDING = [
    "display:none",
    "DISPLAY : None !important",
    "visibility:hidden",
    "mso-hide:all",
    "font-size:0",
    "font-size:0px",
    "font:0/0 a",
    "opacity:0",
    "opacity:0%",
    "filter:opacity(0)",
    "color:white",
    "color:#FFF",
    "color:#fefefe",
    "color:rgb(255 255 255)",
    "color:rgba(0,0,0,0)",
    "color:transparent",
    "color:hsl(0 0% 100%)",
    "background:black;color:#000",
    "background-color:#333;color:#333",
    "-webkit-text-fill-color:transparent",
    "content-visibility:hidden",
    "position:absolute;left:-9999px",
    "position:absolute;clip:rect(0,0,0,0)",
    "position:absolute;clip-path:inset(50%)",
    "display:inline-block;text-indent:-9999px",
    "display:block;height:0;overflow:hidden",
    "color:white;color:no-color",
    "-webkit-text-fill-color:white;color:black",
    "display:inline-block;transform:scale(0)",
    "--shown:none;display:var(--shown)",
    "display:var(--unknown,none)",
]
PLAIN = [
    "",
    "color:#333",
    "color:red;font-weight:bold",
    "color:windowtext",
    "color:inherit",
    "background:#036;color:white",
    "background:#ff0",
    "background:none",
    "font-size:9pt",
    "font-size:small",
    "font:12px/1.5 宋体",
    "font-family:仿宋_GB2312;mso-bidi-font-family:宋体",
    "opacity:.9",
    "visibility:visible",
    "display:block",
    "display:inline-block",
    "vertical-align:middle",
    "vertical-align:baseline",
    "text-decoration:underline",
    "position:relative;top:1px",
    "overflow:hidden;width:40px",
    "text-indent:2em",
    "letter-spacing:1px",
    "margin:0;padding:0;line-height:0",
    "float:left",
    "transform:none",
    "color:var(--unknown)",
    "color:black;color:no-color",
    "display:none\\9",
    "margin-left:-1px",
    "margin:0 auto;zoom:1",
    "font-family:'Wing Sans',宋体",
    "filter:grayscale(100%)",
    "filter:url(#grayscale)",
    "transform:translate3d(0,0,0)",
    "mix-blend-mode:normal;mask:none;clip-path:none",
    "overflow:hidden;white-space:nowrap;text-overflow:ellipsis;width:100%",
]
UNSURE = [
    "color:#eee",
    "font-size:1px",
    "opacity:.1",
    "transform:rotate(180deg)",
    "transform:scaleX(-1)",
    "transform:scale(0)",
    "unicode-bidi:bidi-override;direction:rtl",
    "float:right",
    "position:absolute;left:3px",
    "letter-spacing:-1em",
    "order:2",
    "-webkit-text-security:disc",
    "color:oklch(1 0 0)",
    "color:color-mix(in srgb, white, black)",
    "font-feature-settings:'sups'",
    "display:inline-block;clip-path:ellipse(0 0)",
    "display:inline-block;clip-path:path('M0 0')",
    "mask:linear-gradient(#0000,#0000)",
    "-webkit-mask-image:url(a.png)",
    "mix-blend-mode:difference",
    "color:white;mix-blend-mode:difference",
    "filter:blur(9px)",
    "filter:brightness(100)",
    "filter:invert(1)",
    "display:inline-block;transform:translateX(-9999px)",
    "display:inline-block;translate:9999px",
    "display:inline-block;margin-left:-9999px",
    "display:inline-block;margin:0 0 0 -999em",
    "zoom:.01",
    "font-family:Wingdings",
    "display:inline-block;overflow:hidden;width:1px",
    "display:inline-block;overflow:hidden;max-height:2px",
]
MARKED = {
    "text-decoration:line-through": "~~3~~28",
    "text-decoration-line: underline line-through": "~~3~~28",
    "vertical-align:super": "^328",
    "vertical-align:sub": "_328",
    "vertical-align:4px": "^328",
    "vertical-align:-30%": "_328",
}


@pytest.mark.parametrize("style", HIDING)
def test_what_is_hidden_is_left_out_and_told(style: str) -> None:
    for reading in (
        page(f"<span style='{style}'>3</span>28"),
        page(f"28<b><i style='{style}'>3</i></b>"),
        page("<span class='x a'>3</span>28", f".a{{{style}}}"),
        page("<span id=a>3</span>28", f"#a {{ {style} }}"),
        page("<tt>3</tt>28", f"tt{{{style}}}"),
        page("<b><tt>3</tt></b>28", f"table td > b tt, .c{{{style}}}"),
        page(
            "28<span style='display:inline'><tt>3</tt></span>", f"@media screen{{tt{{{style}}}}}"
        ),
    ):
        assert seen(reading, 28)
        assert told(reading) == ["“3”"]


@pytest.mark.parametrize("style", PLAIN)
def test_decoration_leaves_a_number_certain(style: str) -> None:
    quoted = style.replace("'", '"')
    for reading in (
        page(f"<span style='{quoted}'>28</span>"),
        page(f"<p style='{quoted}'><b>28</b></p>"),
        page("28", f"td{{{style}}}"),
        page("<span class=a>28</span>", f".a{{{style}}}"),
    ):
        assert seen(reading, 28), style
        assert not told(reading)
        assert [doubt for doubt in reading.doubts if doubt.cell] == []


@pytest.mark.parametrize("style", UNSURE)
def test_what_cannot_be_told_is_a_doubt(style: str) -> None:
    for reading in (
        page(f'<span style="{style}">3</span>28'),
        page("<span class=a>3</span>28", f".a{{{style}}}"),
    ):
        (doubt,) = [doubt for doubt in reading.doubts if doubt.cell]
        assert (doubt.cell, doubt.code, doubt.printed) == (ISSUED, "cell.hidden", "328")


@pytest.mark.parametrize(("style", "printed"), MARKED.items())
def test_struck_raised_and_lowered_digits_never_run_together_with_others(
    style: str, printed: str
) -> None:
    for reading in (
        page(f"<span style='{style}'>3</span>28"),
        page("<span class=a>3</span>28", f"span.a{{{style}}}"),
    ):
        (doubt,) = [doubt for doubt in reading.doubts if doubt.cell]
        assert (doubt.cell, doubt.printed) == (ISSUED, printed)


@pytest.mark.parametrize(
    ("tag", "printed"),
    [
        ("s", "~~3~~28"),
        ("del", "~~3~~28"),
        ("strike", "~~3~~28"),
        ("sup", "^328"),
        ("sub", "_328"),
    ],
)
def test_tags_mean_what_their_styles_do(tag: str, printed: str) -> None:
    (doubt,) = [doubt for doubt in page(f"<{tag}>3</{tag}>28").doubts if doubt.cell]
    assert doubt.printed == printed
    plain = page(f"<{tag}></{tag}>28", f"{tag}{{text-decoration:none}}")
    assert seen(plain, 28)


@pytest.mark.parametrize(
    "hidden",
    [
        "<span hidden>3</span>",
        "<p hidden>3</p>",
        "<dialog>3</dialog>",
        "<div popover>3</div>",
        "<details><p></p><p>3</p></details>",
        "<details><summary></summary>3</details>",
        "<details>3<summary></summary></details>",
        "<details>3</details>",
        "<p hidden=until-found>3</p>",
        "<font color=white>3</font>",
        "<font color=FFFFFF>3</font>",
    ],
)
def test_attributes_and_elements_hide_as_well(hidden: str) -> None:
    reading = page(f"{hidden}28")
    assert seen(reading, 28)
    assert told(reading) == ["“3”"]


def test_a_ground_is_taken_from_what_stands_around() -> None:
    for attributes, color in (("bgcolor=#003366", "#036"), ("style='background:#036'", "#036")):
        assert seen(page(f"<span style='color:{color}'>3</span>", attributes=attributes), None)
        assert seen(page("<span style='color:#fff'>3</span>", attributes=attributes), 3)
    assert seen(page("3", body="bgcolor=black text=white"), 3)
    assert seen(page("3", body="background=a.png"), 3)
    white = page("<font color=white>3</font>", body="background=a.png")
    assert [doubt.code for doubt in white.doubts if doubt.cell] == ["cell.hidden"]


def test_an_important_declaration_a_closer_one_and_a_later_one_win() -> None:
    number = "<b id=i class=c>3</b>28"
    for sheet, value in (
        ("b{display:none} .c{display:inline}", 328),
        (".c{display:none} b{display:inline}", 28),
        ("#i{display:inline} .c{display:none}", 328),
        (".c{display:none} .c{display:inline}", 328),
        (".c{display:none!important} #i{display:inline}", 28),
        ("td b{display:none} .other b{display:inline}", 28),
        ("tr td > b{display:none}", 28),
        ("tr > b{display:none}", 328),
        ("p + table b{display:none}", 28),
        ("p ~ table b{display:none}", 28),
        ("table ~ p b{display:none}", 328),
        ("td:nth-child(2) b{display:none}", 28),
        ("td:nth-child(3) b{display:none}", 328),
        ("b:not(.c){display:none}", 328),
        ("b:hover{display:none}", 328),
        ("b:unknown-thing{display:none}", 328),
        ("@media print{b{display:none}}", 328),
        ("@media (max-width:600px){b{display:none}}", 328),
        ("@media screen and (min-width:600px){b{display:none}}", 28),
        ("@media not print{b{display:none}}", 28),
        ("@supports (display:grid){b{display:none}}", 28),
        ("b{display:none", 28),
        ("/* b{display:none} */", 328),
        ("b{/**/display/**/:/**/none}", 28),
        ("b{d\\69splay:none}", 28),
        ("td{b{display:none}}", 28),
        ("td{color:red;& b{display:none}}", 28),
        ("b{&.c{display:none}}", 28),
        ("p, td{> b{display:none}}", 28),
        ("p{b{display:none}}", 328),
        ("table{tr{td{b{display:none}}}}", 28),
        ("b{@media print{display:none}}", 328),
        ("b{@media screen{display:none}}", 28),
        ("td{@layer x{b{display:none}}}", 28),
    ):
        assert seen(page(number, sheet), value), sheet
    assert seen(page("<b style='display:inline'>3</b>28", "b{display:none}"), 328)
    assert seen(page("<b style='display:inline'>3</b>28", "b{display:none!important}"), 28)
    assert page("<p hidden>3</p>28", "p{display:block}").cells[ISSUED].printed == "3\n28"


def test_an_element_without_a_box_is_neither_moved_nor_clipped() -> None:
    for style in ("display:contents", "display:var(--unknown)", "display:initial"):
        for moved in ("transform:scale(0)", "text-indent:-9999px", "height:0;overflow:hidden"):
            assert page(f"<b style='{style};{moved}'>3</b>28").report[ISSUED] in {328, None}


def test_what_is_shown_again_within_what_is_hidden_is_seen() -> None:
    assert seen(page("<p style='visibility:hidden'>3<b style='visibility:visible'>28</b></p>"), 28)
    assert seen(page("<p style='font-size:0'>3<b style='font-size:9pt'>28</b>4</p>"), 28)
    assert seen(page("<p style='color:white'>3<b style='color:black'>28</b>4</p>"), 28)
    assert seen(page("<p style='display:none'>3<b style='display:inline'>9</b></p>28"), 28)


def test_a_text_that_a_sheet_adds_is_a_doubt() -> None:
    for sheet in ("td:nth-child(2)::before{content:'3'}", "b:after{content:attr(title)}"):
        (doubt,) = [d for d in page("<b title=3>28</b>", sheet).doubts if d.cell]
        assert (doubt.cell, doubt.code) == (ISSUED, "cell.hidden")
    assert seen(page("<b>28</b>", "td::before{content:''} b::after{content:'件'}"), 28)


def test_what_styles_put_on_lines_of_their_own_is_not_one_number() -> None:
    two = "<span class=a>2</span><span class=a>8</span>"
    assert not seen(page(two, ".a{display:block}"), 28)
    assert [d.cell for d in page(two, ".a{display:block}").doubts] == [ISSUED]
    assert seen(page(two, ".a{display:inline-block}"), 28)
    assert seen(page("<div>2</div><div>8</div>", "div{display:inline}"), 28)


def test_hidden_cells_rows_and_tables_are_none() -> None:
    row = "<tr{}><td>规章</td><td{}>9</td><td>1</td><td>2</td><td>3</td></tr>"
    for place, style in product((0, 1), (" hidden", " style='display:none'")):
        given = ["", ""]
        given[place] = style
        table = f"<table>{HEAD}{row.format(*given)}<tr><td>规章<td>1<td>2<td>3</table>"
        table = table if place == 0 else f"<table>{HEAD}{row.format(*given)}</table>"
        reading = read(f"<p>二、主动公开政府信息情况</p>{table}".encode())
        assert [reading.report[address] for address in RULES] == [1, 2, 3]
        assert not [doubt for doubt in reading.doubts if doubt.cell]
        assert told(reading)
    first = f"<table style='display:none'>{HEAD}<tr><td>规章<td>7<td>8<td>9</table>"
    reading = read(f"{first}<table>{HEAD}<tr><td>规章<td>1<td>2<td>3</table>".encode())
    assert [reading.report[address] for address in RULES] == [1, 2, 3]


@pytest.mark.parametrize(
    ("field", "value"),
    [
        ("<input value=28>", 28),
        ("<input type=text value='28' style='border:0'>", 28),
        ("<input type=number value=28 readonly>", 28),
        ("<input>", None),
        ("<input type=hidden value=3>28", 28),
        ("<textarea>28</textarea>", 28),
        ("<select><option>27<option selected>28<option>29</select>", 28),
        ("<select><option>28<option>29</select>", 28),
        ("<select></select>", None),
    ],
)
def test_the_value_of_a_field_is_read(field: str, value: int | None) -> None:
    reading = page(field)
    assert seen(reading, value)
    assert not told(reading)


@pytest.mark.parametrize(
    "shown",
    [
        "<img src=a.png>",
        "<img src=a.png width=40>28",
        "<svg><text>28</text></svg>",
        "<object data=a></object>",
        "<canvas></canvas>",
        "<iframe src=a></iframe>",
        "<embed src=a>",
        "<math><mn>28</mn></math>",
        "<input type=checkbox>",
        "<input type=password value=28>",
        "<select multiple><option>28<option>29</select>",
        "<span style='background-image:url(a.png)'></span>",
    ],
)
def test_a_picture_in_a_cell_is_a_doubt_never_a_certain_blank(shown: str) -> None:
    (doubt,) = [doubt for doubt in page(shown).doubts if doubt.cell]
    assert (doubt.cell, doubt.code) == (ISSUED, "cell.picture")
    assert "［图］" in doubt.printed


def test_what_follows_an_embedded_file_is_none_of_its_content() -> None:
    table = f"<table>{HEAD}<tr><td>规章<td>1<td>2<td>3</table>"
    reading = read(f"<div><embed src=a.swf><embed src=b.swf>{table}</div>".encode())
    assert [reading.report[address] for address in RULES] == [1, 2, 3]
    assert not [doubt for doubt in reading.doubts if doubt.cell]


def test_a_picture_beside_a_label_or_too_small_to_be_seen_leaves_its_row_certain() -> None:
    table = (
        "<table>"
        + HEAD
        + "<tr><td><img src=a.png>规章<td>1<td>2<td><img width=1 height=1>3</table>"
    )
    reading = read(table.encode())
    assert [reading.report[address] for address in RULES] == [1, 2, 3]
    assert not [doubt for doubt in reading.doubts if doubt.cell]


def test_a_placeholder_that_shows_a_number_is_a_doubt() -> None:
    (doubt,) = [doubt for doubt in page("<input placeholder=0>").doubts if doubt.cell]
    assert (doubt.cell, doubt.code, doubt.printed) == (ISSUED, "cell.hidden", "0")
    assert seen(page("<input placeholder=请填写>"), None)


def test_what_the_parser_drops_is_refused() -> None:
    deep = "<div>" * 300 + "</div>" * 300
    crossed = "<b><div></b>" * 260
    for text in (deep, crossed):
        with pytest.raises(Unreadable) as caught:
            read(f"{text}<table>{HEAD}<tr><td>规章<td>1<td>2<td>3</table>".encode())
        assert caught.value.code == "read.limit.depth"
    with pytest.raises(Unreadable):
        read(f"<div><div><div><table>{HEAD}</table>".encode(), limits=Limits(depth=5))


HOSTILE = [
    "a " * 3_000 + "b{display:none}",
    "td " * 40 + "b{display:none}",
    ":is(" * 300 + "b" + ")" * 300 + "{display:none}",
    "b:has(" + "td " * 30 + "){display:none}",
    "@media screen{" * 2_000 + "b{display:none}",
    "{" * 5_000,
    "b{--a:var(--b);--b:var(--a);display:var(--a)}",
    "b{" + "--a0:none;" + "".join(f"--a{n}:var(--a{n - 1})var(--a{n - 1});" for n in range(1, 60))
    + "display:var(--a59)}",
    "b{color:rgb(" + "(" * 2_000 + "}",
    "b::before::after{content:'3'}",
    "*|*{} |b{display:none}",
    "b{font-size:1e999px;opacity:1e999}",
    "\\{display:none}",
]  # fmt: skip


@pytest.mark.parametrize("sheet", HOSTILE)
def test_a_sheet_made_to_do_harm_ends_at_once(sheet: str) -> None:
    with suppress(Unreadable):
        assert page("<b>3</b>", sheet).report[ISSUED] in {3, None}


@given(st.text("abt.#>+~ :*{}[]=\"'();,/*!-@\\display:none", max_size=60))
@tries(60)
def test_any_sheet_leaves_a_number_as_it_is_or_out(sheet: str) -> None:
    assert page("<b>3</b>", sheet).report[ISSUED] in {3, None}


# --- what a sheet adds, and what shows nothing ---------------------------------------------------


@pytest.mark.parametrize(
    "content",
    ["'9'", "'\\39'", "'９'", "'.'", "'-'", "counter(x)", "counters(x,'.')", "var(--d)",
     "attr(title)", "url(a.png)"],
)  # fmt: skip
@pytest.mark.parametrize("pseudo", ["::before", ":after"])
def test_what_a_sheet_adds_to_a_number_is_a_doubt(content: str, pseudo: str) -> None:
    reading = page("<b title=9>1</b>", f"b{pseudo}{{content:{content}}}")
    (doubt,) = [doubt for doubt in reading.doubts if doubt.cell]
    assert doubt.cell == ISSUED
    assert doubt.code == ("cell.picture" if "url" in content else "cell.hidden")


@pytest.mark.parametrize("content", ["'件'", "'（件）'", "''", "none", "'\\e600'", "open-quote"])
def test_a_unit_or_an_ornament_that_a_sheet_adds_leaves_a_number_certain(content: str) -> None:
    assert seen(page("<b>1</b>", f"b::after{{content:{content}}}"), 1)


def test_what_a_sheet_adds_to_labels_leaves_the_table_as_it_is() -> None:
    for content in ("counter(x)", "attr(title)", "'·'", "url(a.png)"):
        reading = page("28", f"p::before, tr:first-child td::before{{content:{content}}}")
        assert seen(reading, 28)


@pytest.mark.parametrize(
    "markup", ["<noframes>9</noframes>", "<noembed>9</noembed>", "<noscript>9</noscript>",
               "<template>9</template>", "<input type=hidden value=9>", "<audio>9</audio>",
               "<datalist><option>9</datalist>"],
)  # fmt: skip
def test_elements_that_never_show_their_text_are_not_read(markup: str) -> None:
    assert seen(page(f"{markup}1"), 1)


@pytest.mark.parametrize("tag", ["object", "svg", "canvas", "video", "math", "meter", "progress"])
def test_what_an_element_draws_is_a_doubt(tag: str) -> None:
    (doubt,) = [doubt for doubt in page(f"<{tag}>9</{tag}>").doubts if doubt.cell]
    assert (doubt.cell, doubt.code) == (ISSUED, "cell.picture")


@pytest.mark.parametrize("tag", ["input", "textarea"])
def test_a_hint_that_looks_like_a_number_is_a_doubt(tag: str) -> None:
    (doubt,) = [d for d in page(f"<{tag} placeholder=9></{tag}>").doubts if d.cell]
    assert (doubt.cell, doubt.code) == (ISSUED, "cell.hidden")
    assert seen(page(f"<{tag} placeholder=请填写></{tag}>"), None)


@pytest.mark.parametrize(
    "nothing", ["&shy;", "&#8203;", "&#xFEFF;", "&zwnj;", "<wbr>", "&#x2060;"]
)
def test_characters_that_show_nothing_are_none(nothing: str) -> None:
    assert seen(page(f"1{nothing}2{nothing}"), 12)
    assert seen(page(nothing), None)


def test_a_number_wider_than_its_box_is_a_doubt() -> None:
    box = "display:inline-block;overflow:hidden;width:30px"
    assert seen(page(f"<span style='{box}'>123</span>"), 123)
    (doubt,) = [d for d in page(f"<span style='{box}'>123456</span>").doubts if d.cell]
    assert doubt.code == "cell.hidden"


def test_rules_within_rules_are_bounded() -> None:
    sheet = "".join("b,i{" for _ in range(60)) + "display:none" + "}" * 60
    with pytest.raises(Unreadable) as refused:
        page("<b>1</b>", sheet)
    assert refused.value.code.startswith("read.limit")


MAYBE = {
    "first letter": (".a::first-letter{font-size:0}", "<p class=a>28</p>"),
    "first letter of old": (".a:first-letter{color:white}", "<p class=a>28</p>"),
    "first line": (".a::first-line{color:transparent}", "<p class=a>28</p>"),
    "hidden in a container": ("@container (min-width:1px){.a{display:none}}", "<b class=a>28</b>"),
    "shown in a container": (
        ".a{display:none}@container (min-width:1px){.a{display:inline}}", "<b class=a>28</b>"
    ),
    "a rule with a container in it": (".a{@container x (width>1px){opacity:0}}", "<b class=a>28</b>"),
    "below": ("", "<span style='position:relative;z-index:-1'>28</span>"),
    "below a box": (".a{position:absolute;left:0;width:90px;height:9px;background:#fff}", "28<i class=a></i>"),
    "below a fixed box": (".a{position:fixed;background-color:red}", "28<div class=a></div>"),
    "a blank below a box": (".a{position:absolute;background:#fff}", "<div class=a></div>"),
}  # fmt: skip
SURE = {
    "first letter": ("p::first-letter{font-size:2em;font-weight:bold}", "<p>28</p>"),
    "a font in a container": ("@container (min-width:1px){b{font-size:14px}}", "<b>28</b>"),
    "another in a container": ("@container (min-width:1px){.a{display:none}}", "<b>28</b>"),
    "not positioned": ("", "<span style='z-index:-1'>28</span>"),
    "above": ("", "<span style='position:relative;z-index:1'>28</span>"),
    "a box without ground": (".a{position:absolute;background:none}", "28<i class=a></i>"),
    "a box in its place": (".a{position:relative;background:#eee}", "<i class=a>28</i>"),
}


@pytest.mark.parametrize("way", MAYBE)
def test_what_may_change_what_is_seen_makes_a_doubt(way):
    sheet, cell = MAYBE[way]
    reading = page(cell, sheet)
    assert reading.cells[ISSUED].certainty is Certainty.DOUBTFUL
    assert [d.code for d in reading.doubts if d.cell == ISSUED] == ["cell.hidden"]
    assert [reading.report[one] for one in RULES[1:]] == [2, 3]


@pytest.mark.parametrize("way", SURE)
def test_what_only_adorns_or_is_of_other_elements_makes_no_doubt(way):
    sheet, cell = SURE[way]
    assert seen(page(cell, sheet), 28)


@pytest.mark.parametrize("value", ["", "=1", "='1'", "=' > '", '= ">"', "='<td>'"])
def test_attributes_of_a_tag_are_counted_wherever_it_seems_to_end(value: str) -> None:
    given = [f"attribute{i}{value}" for i in range(Limits().attributes + 1)]
    with pytest.raises(Unreadable) as refused:
        page("1", attributes=" ".join(given))
    assert refused.value.code == "read.limit.attributes"
    assert seen(page("1", attributes=" ".join(given[2:])), 1)  # the name of the tag counts as one
