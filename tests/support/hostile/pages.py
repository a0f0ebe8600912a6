"""Web pages: nesting, spans, unclosed tags, attributes, entities, things from outside."""

from __future__ import annotations

from tests.support.hostile import HEADERS, READ, READING, ROW, hostile

HEAD = "<tr>" + "".join(f"<td>{text}</td>" for text in HEADERS) + "</tr>"
LINE = "<tr>" + "".join(f"<td>{text}</td>" for text in ROW) + "</tr>"
TABLE = f"<table>{HEAD}{LINE}</table>"


@hostile("divs-200000.html", "read.limit.depth")
def _():
    return "<div>" * 200_000 + TABLE


@hostile("divs-300.html", "read.limit.depth")
def _():
    return "<div>" * 300 + TABLE + "</div>" * 300


@hostile("divs-190.html", READ)
def _():
    return "<div>" * 190 + TABLE + "</div>" * 190


@hostile("tables-nested-40.html", READ)
def _():
    return "<table><tr><td>" * 40 + TABLE


@hostile("tables-nested-60.html", READ)
def _():
    return "<table><tr><td>" * 60 + TABLE


@hostile("tables-nested-beside.html", READ, "read.limit.nodes", "read.limit.area")
def _():
    return ("<table><tr><td>" * 40 + "x" + "</td></tr></table>" * 40) * 400 + TABLE


@hostile("lists-unclosed.html", "read.limit.depth")
def _():
    return "<dd><dl>" * 150_000 + TABLE


@hostile("cells-unclosed.html", READ, "read.limit.area")
def _():
    return f"<table>{HEAD}{LINE}" + "<td>" * 50_000


@hostile("paragraphs-unclosed.html", "read.limit.depth", "read.limit.comparisons")
def _():
    return TABLE + "<p><b><i>x" * 60_000


@hostile("rows-in-rows.html", READING, READ, "read.limit.depth", "read.limit.area")
def _():
    return f"<table>{HEAD}{LINE}" + "<tr><td><p><tr><th>" * 20_000


@hostile("elements-180000.html", READ)
def _():
    return TABLE + "<b></b>" * 180_000


@hostile("elements-unclosed.html", "read.limit.nodes", "read.limit.area")
def _():
    return TABLE + "<p>" * 600_000


@hostile("rowspan-100000000.html", READ)
def _():
    return f"<table>{HEAD}<tr><td rowspan=100000000 colspan=100000000>x</td></tr>{LINE}</table>"


@hostile("spans-in-many-rows.html", "read.limit.area")
def _():
    return (
        f"<table>{HEAD}"
        + "<tr><td rowspan=99999999 colspan=99999999>x</td></tr>" * 2_000
        + "</table>"
    )


@hostile("rowspan-staircase.html", "read.limit.area", READ)
def _():
    steps = "".join(f"<tr><td rowspan=60000>{i % 7}</td></tr>" for i in range(1_200))
    return TABLE + f"<table>{steps}</table>"


@hostile("spans-that-are-none.html", READ)
def _():
    cells = "".join(
        f'<td rowspan="{value}" colspan="{value}">x</td>'
        for value in ("-1", "x", "1e9", "0", "", "٣", "99999999999999999999999", "&#0;", "+")
    )
    return f"<table><tr>{cells}</tr></table>" + TABLE


@hostile("tables-30000.html", READ, "read.limit.comparisons")
def _():
    return TABLE + "<table><tr><td>x</table>" * 30_000


@hostile("tables-of-the-form.html", READ, READING, "read.limit.labels")
def _():
    return TABLE * 3_000


@hostile("tables-of-other-figures.html", READING)
def _():
    return "".join(TABLE.replace("<td>1<", f"<td>{i}<") for i in range(3_000))


@hostile("attribute-of-a-megabyte.html", READ)
def _():
    return f'<p title="{"a" * 1_800_000}">x</p>' + TABLE


@hostile("attributes-100000.html", "read.limit.attributes")
def _():
    return "<p " + " ".join(f"a{i}={i}" for i in range(100_000)) + ">x</p>" + TABLE


@hostile("attribute-unclosed.html", "read.no_table", "read.limit.depth")
def _():
    return '<p><a "' * 190_000


@hostile("comments-unclosed.html", "read.no_table")
def _():
    return "<p>" + "<!--" * 390_000


@hostile("comments-100000.html", READ)
def _():
    return "<p>" + "<!--x-->" * 100_000 + TABLE


@hostile("scripts.html", READ)
def _():
    return "<script>" + "<div>" * 100_000 + "</script>" + TABLE


@hostile("entities-of-text.html", READ)
def _():
    return "<p>" + "&nbsp;" * 100_000 + "&amp;" * 100_000 + TABLE


@hostile("entities-unknown.html", READ)
def _():
    return "<p>" + "&lol9;&#x110000;&#99999999999;&#0;&#xD800;&" * 20_000 + TABLE


@hostile("entities-declared.html", READ)
def _():
    return (
        '<!DOCTYPE html [<!ENTITY e SYSTEM "file:///etc/passwd"><!ENTITY f SYSTEM '
        f'"http://192.0.2.1/">]><p>&e;&f;</p>{TABLE}'
    )


@hostile("things-from-outside.html", READ)
def _():
    return (
        '<html><head><base href="http://192.0.2.1/"><meta http-equiv=refresh content="0;url=http://'
        '192.0.2.1/"><link rel=stylesheet href=a.css><script src=a.js></script></head><body>'
        '<iframe src="file:///etc/passwd"></iframe><img src="http://192.0.2.1/a.png"><object data='
        f'"file:///etc/passwd"></object><embed src=a.swf>{TABLE}</body></html>'
    )


@hostile("included-files.xhtml", READ, "read.no_table", "read.container")
def _():
    return (
        '<?xml version="1.0"?><html xmlns="http://www.w3.org/1999/xhtml" xmlns:xi="http://www.w3.org/'
        '2001/XInclude"><body><xi:include href="file:///etc/passwd" parse="text"/>'
        f"<p>x</p>{TABLE}</body></html>"
    )


@hostile("cell-of-a-megabyte.html", READ, READING)
def _():
    return f"<table>{HEAD}{LINE}<tr><td>{'其他' * 290_000}</td><td>1</td></tr></table>"


@hostile("cells-of-lines.html", READ, "read.limit.labels", "read.limit.comparisons")
def _():
    return f"<table>{HEAD}{LINE}<tr><td>{'其他<br>' * 60_000}</td><td>1</td></tr></table>"


@hostile("cells-of-half-labels.html", READ, "read.limit.labels", "read.limit.comparisons")
def _():
    rows = "".join(f"<tr><td>属于行政执<br>案{i}<br>卷</td><td>1</td></tr>" for i in range(20_000))
    return f"<table>{HEAD}{LINE}{rows}</table>"


@hostile("nulls.html", READ, "read.container")
def _():
    return ("<p>x</p>" + TABLE).encode() + b"\0" * 1_000_000


@hostile("foreign-elements.html", "read.no_table")
def _():
    return "<p>x<svg><math><foreignObject><annotation-xml>" * 30 + TABLE


@hostile("plain-text-element.html", "read.no_table", READ)
def _():
    return "<p>x</p><plaintext>" + TABLE


@hostile("base64-picture.html", READ, "read.limit.characters")
def _():
    return f'<p><img src="data:image/png;base64,{"QUJD" * 480_000}"></p>' + TABLE
