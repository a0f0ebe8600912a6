"""Web pages whose styles, fields and hidden parts take a reader's time."""

from __future__ import annotations

from tests.support.hostile import BOUNDED, READ, READING, hostile
from tests.support.hostile.pages import HEAD, LINE, TABLE

BOUNDED_PAGE = (*BOUNDED, READ, READING, "read.limit.nodes", "read.limit.comparisons")
"""Only the clock bounds the work that rules and elements make together."""


def styled(sheet: str, body: str = "") -> str:
    return f"<style>{sheet}</style>{body}{TABLE}"


CELLS = "<table>" + "<tr><td class='a b c' id=x style='color:red'>甲" * 10_000 + "</table>"


@hostile("rules-10000-by-elements-10000.html", *BOUNDED_PAGE)
def _():
    rules = "".join(f"td.a.b:not(.d{n}){{color:#00{n:04}}}" for n in range(10_000))
    return styled(rules, CELLS)


@hostile("rules-of-every-element.html", *BOUNDED_PAGE)
def _():
    return styled("".join(f"*{{--v{n}:{n};color:red}}" for n in range(10_000)), CELLS)


@hostile("rules-of-classes.html", *BOUNDED_PAGE)
def _():
    rules = "".join(f".c{n}{{display:none}}" for n in range(20_000))
    names = " ".join(f"c{n}" for n in range(20_000))
    return styled(rules, f"<p class='{names}'>x</p>" * 10)


@hostile("classes-without-end.html", *BOUNDED_PAGE)
def _():
    return styled(".a0{color:red}", f"<p class='{'a ' * 200_000}'>x</p>" * 3)


@hostile("selectors-of-ancestors.html", *BOUNDED_PAGE)
def _():
    rules = "".join(f"{'div ' * 60}td{{color:#{n:06}}}" for n in range(300))
    return styled(rules, "<div>" * 150 + CELLS + "</div>" * 150)


@hostile("selectors-of-siblings.html", *BOUNDED_PAGE)
def _():
    rules = "".join(f"p ~ p ~ p ~ p.x{n % 2}{{display:none}}" for n in range(300))
    return styled(rules, "<p>x</p>" * 5_000)


@hostile("selectors-of-the-last-child.html", *BOUNDED_PAGE)
def _():
    rules = "".join(f"p:nth-last-of-type({n}n+3){{display:none}}" for n in range(300))
    return styled(rules, "<p>x</p>" * 5_000)


@hostile("selectors-that-have.html", *BOUNDED_PAGE)
def _():
    rules = "".join(f"div:has(p:has(b.x{n})){{display:none}}" for n in range(300))
    return styled(rules, "<div><p>x</p></div>" * 5_000)


@hostile("selectors-within-selectors.html", *BOUNDED_PAGE)
def _():
    return styled(f"{':is(' * 5_000}td{')' * 5_000}{{display:none}}")


@hostile("selector-lists.html", *BOUNDED_PAGE)
def _():
    return styled(",".join(f"td:not(.c{n})" for n in range(40_000)) + "{display:none}", CELLS)


@hostile("media-within-media.html", *BOUNDED_PAGE)
def _():
    return styled("@media screen{" * 20_000 + "td{display:none}" + "}" * 20_000)


@hostile("supports-within-supports.html", *BOUNDED_PAGE, "read.limit.depth")
def _():
    return styled(f"@supports {'(' * 20_000}color:red{')' * 20_000}{{td{{display:none}}}}")


@hostile("brackets-in-a-style.html", *BOUNDED_PAGE)
def _():
    return styled("td{color:" + "rgb(" * 100_000 + "}")


@hostile("blocks-in-a-style.html", *BOUNDED_PAGE)
def _():
    return styled("a{" * 100_000)


@hostile("style-of-a-megabyte.html", *BOUNDED_PAGE)
def _():
    return styled("td{" + "color:red;" * 100_000 + "}")


@hostile("comments-in-a-style.html", *BOUNDED_PAGE)
def _():
    return styled("/*" * 500_000)


@hostile("variables-of-variables.html", *BOUNDED_PAGE, "read.no_table")
def _():
    variables = "".join(f"--v{n}:var(--v{n + 1}) var(--v{n + 1});" for n in range(60))
    return styled(f":root{{{variables}--v60:none}}td{{display:var(--v0)}}")


@hostile("variables-in-a-circle.html", *BOUNDED_PAGE, "read.no_table")
def _():
    return styled(":root{--a:var(--b);--b:var(--a,var(--b))}td{display:var(--a)}")


@hostile("variables-of-every-element.html", *BOUNDED_PAGE)
def _():
    declared = ";".join(f"--v{n}:{n}" for n in range(2_000))
    return (
        f"<div style='{declared}'>"
        + f"<p style='--a:1'>{'<b style=--b:2>x</b>' * 9}" * 2_000
        + TABLE
    )


@hostile("styles-nested-150.html", *BOUNDED_PAGE, "read.no_table")
def _():
    return "<div style='opacity:.9;color:red;--a:1'>" * 150 + CELLS + TABLE


@hostile("inline-styles-30000.html", *BOUNDED_PAGE)
def _():
    cells = "".join(f"<i style='color:#{n:06};font-size:{n}px'>x</i>" for n in range(30_000))
    return cells + TABLE


@hostile("inline-style-of-a-megabyte.html", *BOUNDED_PAGE)
def _():
    return f"<p style='{'color:red;' * 100_000}'>x</p>{TABLE}"


@hostile("sheets-5000.html", *BOUNDED_PAGE)
def _():
    return "<style>td{color:red}</style>" * 5_000 + TABLE


@hostile("hidden-100000.html", *BOUNDED_PAGE, "read.limit.text")
def _():
    return "<p hidden>甲1</p>" * 90_000 + TABLE


@hostile("hidden-cells-of-one-table.html", *BOUNDED_PAGE, "read.limit.area", "read.limit.text")
def _():
    rows = "<tr><td hidden>1<td><i hidden>2</i>3" * 20_000
    return f"<table>{HEAD}{LINE}{rows}</table>"


@hostile("columns-hidden.html", *BOUNDED_PAGE, "read.limit.area")
def _():
    columns = "<col span=1000 style='visibility:collapse'>" * 900
    return f"<table>{columns}{HEAD}{LINE}{'<tr><td>1' * 20_000}</table>{TABLE}"


@hostile("struck-and-raised.html", *BOUNDED_PAGE)
def _():
    return "<p>" + "<s>1<sup>2<s>3<sub>4</sub></s></sup></s>" * 20_000 + TABLE


@hostile("fields-60000.html", *BOUNDED_PAGE, "read.limit.area")
def _():
    return f"<table><tr><td>{'<input value=1>' * 60_000}</table>{TABLE}"


@hostile("choices-100000.html", *BOUNDED_PAGE)
def _():
    return f"<select>{'<option selected>1' * 100_000}</select>{TABLE}"


@hostile("details-within-details.html", *BOUNDED_PAGE, "read.no_table")
def _():
    return "<details><summary>x</summary>" * 180 + "<p>1</p>" * 20_000 + TABLE


@hostile("embeds-100000.html", *BOUNDED_PAGE, "read.limit.depth")
def _():
    return "<div><embed src=a><p>x</div>" * 30_000 + TABLE


@hostile("notes-within-notes.html", *BOUNDED_PAGE, "read.no_table")
def _():
    return (
        "<aside class=gxstats-notes>" * 180 + "<i hidden>1</i>" * 50_000 + "</aside>" * 180 + TABLE
    )


@hostile("tables-of-one-wide-cell.html", *BOUNDED_PAGE, "read.limit.area")
def _():
    table = "<table><tr><td rowspan=99 colspan=999>1" + "<tr>" * 98 + "</table>"
    return table * 1_900 + TABLE


@hostile("tables-like-the-form-33000.html", *BOUNDED_PAGE, "read.limit.labels")
def _():
    return "<table><tr><td>其他处理<td>1</table>" * 33_000 + TABLE


@hostile("attributes-4900-each.html", *BOUNDED_PAGE, "read.limit.attributes")
def _():
    return f"<p {' '.join(f'a{n}' for n in range(4_900))}>x" * 40 + TABLE


@hostile("attributes-990-each.html", *BOUNDED_PAGE)
def _():
    return f"<p {' '.join(f'a{n}' for n in range(990))}>x" * 300 + TABLE
