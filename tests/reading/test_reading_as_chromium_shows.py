"""What is read of a page for certain is what Chromium shows of it: pages with styles at random."""

from __future__ import annotations

import random
from typing import Any

import pytest
from tests.support.effort import fresh_seeds, often

from gxstats import Unreadable, read
from gxstats.reading import Certainty

pytestmark = pytest.mark.engines

CELLS = [
    f"/disclosure/{row}/{column}"
    for row in ("rules", "normative_documents")
    for column in ("issued", "repealed", "in_force")
]
DECLARATIONS = [
    *(
        "display:none",
        "display:block",
        "display:inline",
        "display:inline-block",
        "display:contents",
    ),
    *("display:var(--a)", "--a:none", "--a:inline", "display:no-such", "display:none\\9"),
    *("visibility:hidden", "visibility:visible", "visibility:collapse", "visibility:inherit"),
    *("opacity:0", "opacity:.5", "opacity:1", "opacity:0%", "filter:opacity(0)"),
    *("font-size:0", "font-size:12px", "font-size:1em", "font-size:0.0em", "font:0/1 a"),
    *("font:italic 12px/2 serif", "font-size:larger", "font-size:medium", "font-size:150%"),
    *("color:white", "color:#fff", "color:black", "color:#fefefe", "color:inherit", "color:red"),
    *("color:transparent", "color:rgb(0 0 0 / 0)", "color:hsl(0 0% 100%)", "color:no-such"),
    *("background:white", "background:black", "background:none", "background-color:#000"),
    *("background:#fff linear-gradient(#000,#000)", "background-color:transparent"),
    *("position:absolute", "position:absolute;left:-9999px", "position:relative;top:2px"),
    *("position:absolute;clip:rect(0,0,0,0)", "clip-path:inset(100%)", "text-indent:-9999px"),
    *("float:left", "float:right", "order:1", "content-visibility:hidden"),
    *("height:0;overflow:hidden", "width:0;overflow:hidden", "height:20px;overflow:hidden"),
    *("transform:scale(0)", "transform:none", "transform:rotate(180deg)", "zoom:1"),
    *("text-decoration:line-through", "text-decoration:underline", "vertical-align:super"),
    *("vertical-align:sub", "vertical-align:middle", "vertical-align:top", "letter-spacing:1px"),
    *("unicode-bidi:bidi-override;direction:rtl", "direction:rtl", "white-space:nowrap"),
    *("margin:1px", "padding:0 2px", "text-align:center", "font-family:serif", "line-height:1.5"),
    *("-webkit-text-fill-color:transparent", "-webkit-text-security:disc"),
]
SELECTORS = [
    *("b", "i", "span", "p", "td", "tr", "td b", "td > i", "tr td span", "p span", "b + i"),
    *("b ~ span", ".x", ".y", ".x.y", "#k", "td .x", "tr > td > .y", "table .x b", "*", "td *"),
    *("b:first-child", "td:nth-child(3)", "td:nth-child(2) .x", ":not(.x)", "b:not(.x)"),
    *("tr:last-child td", "td:last-child", "b, .y", "td:hover", ".x::before", "b::after"),
]
TAGS = ["b", "i", "span", "p", "div", "font", "em", "u", "s", "sup", "sub", "del", "tt", "bdo"]
ATTRIBUTES = [
    *("hidden", "class=x", "class=y", "class='x y'", "id=k", "color=white", "dir=rtl", ""),
    *("color=black", "bgcolor=black", "popover", "", "", ""),
]

SEEN = """
document.open(); document.write(arguments[0]); document.close();
function ground(e) {
  for (; e; e = e.parentElement) {
    const s = getComputedStyle(e);
    if (s.backgroundImage != 'none') return null;
    const m = s.backgroundColor.match(/[\\d.]+/g).map(Number);
    if (m.length < 4 || m[3] > 0) return m.slice(0, 3).join();
  }
  return '255,255,255';
}
function seen(node) {
  const e = node.parentElement, style = getComputedStyle(e);
  if (style.visibility != 'visible' || parseFloat(style.fontSize) == 0) return false;
  const fill = style.webkitTextFillColor.match(/[\\d.]+/g).map(Number);
  if (fill.length > 3 && fill[3] == 0) return false;
  const back = ground(e);
  if (back !== null && back.split(',').every((b, i) => Math.abs(b - fill[i]) < 4)) return false;
  for (let a = e; a; a = a.parentElement) {
    const s = getComputedStyle(a);
    if (s.display == 'contents') continue;
    if (s.display == 'none' || s.opacity == '0' || s.filter == 'opacity(0)') return false;
    if (s.contentVisibility == 'hidden' || s.clipPath == 'inset(100%)') return false;
    if (s.position == 'absolute' && s.clip.startsWith('rect(0px, 0px')) return false;
    const box = a.getBoundingClientRect();
    if (s.overflow == 'hidden' && s.display != 'inline' && (!box.width || !box.height)) return false;
  }
  const range = document.createRange(); range.selectNode(node);
  const boxes = [...range.getClientRects()];
  return boxes.some(b => b.width > 0.5 && b.height > 0.5 && b.right > 0);
}
return [...document.querySelectorAll('tr')].slice(1).map(row => {
  const cells = [...row.cells].filter(c => getComputedStyle(c).display != 'none');
  return cells.map(cell => {
    let text = '';
    const walk = document.createTreeWalker(cell, NodeFilter.SHOW_TEXT);
    while (walk.nextNode()) if (seen(walk.currentNode)) text += walk.currentNode.data;
    return text.trim();
  });
});
"""
"""What a person sees of each cell: its texts that are not hidden, of the ground's colour, without
size, or off the screen."""


def markup(rng: random.Random, text: str) -> str:
    """Some digits, in parts that have styles at random."""
    for _ in range(rng.choice([0, 1, 1, 2, 3])):
        start = rng.randrange(len(text) + 1)
        end = rng.randrange(start, len(text) + 1)
        if "<" in text and rng.random() < 0.7:
            start, end = 0, len(text)
        elif "<" in text:
            start = end = rng.choice([0, len(text)])
        tag = rng.choice(TAGS)
        style = ";".join(rng.choices(DECLARATIONS, k=rng.choice([0, 1, 1, 2])))
        inner = text[start:end] or str(rng.randrange(9))
        text = f'{text[:start]}<{tag} {rng.choice(ATTRIBUTES)} style="{style}">{inner}</{tag}>{text[end:]}'
    return text


def page(rng: random.Random) -> str:
    rules = "".join(
        f"{rng.choice(SELECTORS)}{{{rng.choice(DECLARATIONS)}"
        f"{rng.choice(['', '', '', ' !important'])};{rng.choice(['', 'content:7'])}}}"
        for _ in range(rng.choice([0, 0, 1, 2, 4]))
    )
    if rng.random() < 0.1:
        rules = f"@media {rng.choice(['print', 'screen', '(max-width:400px)'])}{{{rules}}}"
    head = "".join(
        f"<td>{text}" for text in ("信息内容", "本年制发件数", "本年废止件数", "现行有效件数")
    )
    rows = "".join(
        f"<tr><td>{label}"
        + "".join(f"<td>{markup(rng, str(rng.randrange(10, 999)))}</td>" for _ in range(3))
        for label in ("规章", "行政规范性文件")
    )
    return (
        f"<!doctype html><meta charset=utf-8><style>{rules}</style><body>"
        f"<table><tr>{head}</tr>{rows}</table>"
    )


def test_what_is_read_for_certain_is_what_chromium_shows(browser: Any) -> None:
    certain = 0
    for seed in fresh_seeds(200):
        source = page(random.Random(seed))
        rows = browser.execute_script(SEEN, source)
        try:
            reading = read(source.encode())
        except Unreadable:
            continue
        texts = [text for row in rows for text in [*row[1:], "", "", ""][:3]]
        for address, shown in zip(CELLS, texts, strict=True):
            cell = reading.cells.get(address)
            if cell is None or cell.certainty is not Certainty.CERTAIN:
                continue
            certain += 1
            value = reading.report[address]
            assert ("" if value is None else str(value)) == shown, (seed, address, shown, source)
    assert certain > often(200)
