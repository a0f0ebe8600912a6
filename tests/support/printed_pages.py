"""Web pages as a browser prints them to PDF: sizes of paper, margins, and how the tables are drawn."""

from __future__ import annotations

import base64
import random
import re
from typing import Any, Final

from gxstats import Report
from gxstats.writing.layout import printed_tables

from .typeset_report import Typesetter, number

__all__ = ["printed_by_browser", "styled_page"]

_PAPERS: Final = {
    "A4": (8.27, 11.69),
    "Letter": (8.5, 11),
    "B5": (6.93, 9.84),
    "A3": (11.69, 16.54),
}
_RULES: Final = {
    "all": "td,th{border:1px solid #333!important}",
    "rows": "td,th{border-bottom:1px solid #999!important}",
    "none": "",
    "uneven": "",
}


def styled_page(report: Report, rng: random.Random, rules: str) -> str:
    """A report as a page whose tables are drawn with all rules, with those between rows, or none.

    ``"uneven"`` has none either, and the cells of a row stand at several heights.
    """
    if rules in {"all", "uneven"}:
        page = re.sub(r"<div class=nav>.*?</ul></div>", "", Typesetter(report, rng).page())
        page = page.replace("border:1px}", "}")
    else:
        page = _plain_page(report)
    style = (
        f"table,td,th{{border:0!important}}{_RULES[rules]}td,th{{font-size:{rng.choice((9, 11, 12, 14))}px;"
        f"line-height:{rng.choice(('normal', '1.2', '1.5', '2'))};padding:{rng.choice((0, 1, 3, 6))}px;"
        f"vertical-align:{rng.choice(('middle', 'middle', 'top'))};"
        f"text-align:{rng.choice(('left', 'center'))}}}"
        f"table{{border-collapse:{rng.choice(('collapse', 'collapse', 'separate'))};"
        f"width:{rng.choice(('auto', '100%'))}}}"
        f"tr{{page-break-inside:{rng.choice(('auto', 'avoid'))}}}"
    )
    return page.replace("</head>", f"<style>{style}</style></head>")


def _plain_page(report: Report) -> str:
    """The printed form as it is, a table each, with nothing else on the page but headings."""
    parts = ["<!DOCTYPE html><html><head><meta charset=utf-8></head><body>"]
    for table in printed_tables(report.form):
        parts.append(f"<p>{table.table.title.zh}</p><table>")
        for row in range(table.rows):
            parts.append("<tr>")
            parts += [
                f"<td rowspan={cell.row_span} colspan={cell.column_span}>"
                f"{number(report[cell.address]) if cell.text is None else cell.text.zh}</td>"
                for cell in table.cells
                if cell.row == row
            ]
            parts.append("</tr>")
        parts.append("</table>")
    return "".join([*parts, "</body></html>"])


def printed_by_browser(browser: Any, page: str, rng: random.Random) -> bytes:
    """The PDF that a browser prints of a page."""
    width, height = _PAPERS[rng.choice(tuple(_PAPERS))]
    if rng.random() < 0.3:
        width, height = height, width
    margins = dict.fromkeys(
        (f"margin{side}" for side in ("Top", "Bottom", "Left", "Right")),
        rng.choice((0.2, 0.4, 0.8)),
    )
    content = base64.b64encode(page.encode()).decode()
    browser.get(f"data:text/html;charset=utf-8;base64,{content}")
    options = {
        "paperWidth": width,
        "paperHeight": height,
        "scale": rng.choice((0.7, 0.85, 1, 1.2)),
        "displayHeaderFooter": rng.random() < 0.3,
        "printBackground": rng.random() < 0.5,
        **margins,
    }
    printed = browser.execute_cdp_cmd("Page.printToPDF", options)
    return base64.b64decode(printed["data"])
