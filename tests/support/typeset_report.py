"""Sets a report the way publishers do: as a web page, as lines, as rows, with noise of all kinds.

The printed form comes from ``gxstats.writing.layout``; everything else here is choice, drawn from
a ``random.Random`` that the test hands in, so that no layout is tuned by hand.
"""

from __future__ import annotations

import csv
import html
import io
import random
from collections.abc import Callable, Iterator
from decimal import Decimal

from hypothesis import strategies as st

from gxstats import Report
from gxstats.writing.layout import PrintedCell, PrintedRole, PrintedTable, printed_tables

FULL_WIDTH = str.maketrans("0123456789", "０１２３４５６７８９")
PROSE = (
    "本年度，我单位认真贯彻落实《中华人民共和国政府信息公开条例》，全年主动公开信息 312 条。",
    "一是加强组织领导。严格按照要求办理依申请公开 5 件，其他事项总计 9 件。",
    "下一步将继续做好政务公开工作。",
)
NAVIGATION = (
    "首页",
    "政务公开",
    "行政许可",
    "政府信息公开年报",
    "无障碍",
    "其他",
    "联系我们",
    "2020-01-14 浏览：1203",
)


seeds = st.integers(0, 2**32)
"""Of the random numbers by which a layout is drawn."""


def number(value: object) -> str:
    if value is None:
        return ""
    return format(value, "f") if isinstance(value, Decimal) else str(value)


class Typesetter:
    """One report, with the texts of its printed cells."""

    def __init__(self, report: Report, rng: random.Random) -> None:
        self.report = report
        self.rng = rng
        self.tables = printed_tables(report.form)

    def text(self, cell: PrintedCell) -> str:
        if cell.role is PrintedRole.VALUE:
            return number(self.report[cell.address])
        return self.label(cell.text.zh)

    def label(self, text: str) -> str:
        """The label in one of the prints that are still the same label."""
        rng = self.rng
        if rng.random() < 0.1:
            text = text.replace("（", "(").replace("）", ")")
        if rng.random() < 0.1 and len(text) > 1 and text[0].isdigit():
            text = text.replace(".", rng.choice(["、", "．", ". "]), 1)
        if rng.random() < 0.1:
            text = text.replace("“", rng.choice(['"', "「", "『"])).replace(
                "”", rng.choice(['"', "」"])
            )
        if rng.random() < 0.05:
            text = text.replace("规", "規").replace("数", "數").replace("处", "處")
        return text

    def rows(self, table: PrintedTable) -> list[list[PrintedCell]]:
        """The printed cells by the row in which they begin."""
        rows: list[list[PrintedCell]] = [[] for _ in range(table.rows)]
        for cell in table.cells:
            rows[cell.row].append(cell)
        return [sorted(row, key=lambda cell: cell.column) for row in rows]

    def title(self, table: PrintedTable) -> str:
        title = table.table.title.zh
        return self.rng.choice([title, title, title.replace("、", "、 ", 1), title[2:]])

    # --- a web page ---------------------------------------------------------------------------

    def page(self) -> str:
        rng = self.rng
        parts = ["<!DOCTYPE html><html><head><meta charset=utf-8><title>年度报告</title>"]
        parts.append(
            "<style>td{border:1px}</style><script>var a='<table><tr><td>规章';</script></head><body>"
        )
        if rng.random() < 0.7:
            parts.append(
                "<div class=nav><ul>" + "".join(f"<li><a href=#>{n}</a>" for n in NAVIGATION)
            )
            parts.append("</ul></div>")
        layout = rng.random() < 0.3
        if layout:
            parts.append(
                "<table width=100%><tr><td><table><tr><td>栏目</td><td>规章</td></tr></table></td><td>"
            )
        parts.append("<div class=article>" * (depth := rng.randint(1, 12)))
        for table in self.tables:
            parts.append(f"<p>{rng.choice(PROSE)}</p>")
            parts.append(f"<p><b>{self.title(table)}</b></p>")
            parts.append(self.html_table(table))
        parts.append("</div>" * depth)
        if layout:
            parts.append("</td></tr></table>")
        parts.append("<div>主办：某某政府办公室 备案 123</div></body></html>")
        return "".join(parts)

    def html_table(self, table: PrintedTable) -> str:
        rng = self.rng
        lines = [f'<table border="1" cellspacing=0 style="width:{rng.randint(90, 100)}%">']
        closed = rng.random() < 0.8
        for row in self.rows(table):
            lines.append(rng.choice(["<tr>", '<tr style="height:20pt">']))
            for cell in row:
                tag = "th" if cell.role is PrintedRole.COLUMN and rng.random() < 0.3 else "td"
                spans = ""
                if cell.row_span > 1:
                    spans += f' rowspan="{cell.row_span}"'
                if cell.column_span > 1:
                    spans += f" colspan={cell.column_span}"
                lines.append(f"<{tag}{spans} valign=top>{self.marked_up(cell)}")
                lines.append(f"</{tag}>" if closed else "")
            lines.append("</tr>" if closed else "")
        lines.append("</table>")
        return rng.choice(["", "\n"]).join(lines)

    def marked_up(self, cell: PrintedCell) -> str:
        rng = self.rng
        text = self.text(cell)
        if not text:
            return rng.choice(["", "&nbsp;", "<p>&nbsp;</p>", " ", "<span></span>", "　"])
        if cell.role is PrintedRole.VALUE:
            inner = rng.choice([text, f" {text} ", f"{text}&nbsp;"])
        else:
            cut = rng.randint(0, len(text))
            between = rng.choice(["", "", "<br>", "</span><span lang=EN-US>", "\n", "</p><p>"])
            inner = html.escape(text[:cut]) + between + html.escape(text[cut:])
        wrap = rng.choice(
            ["{}", "<p>{}</p>", "<p class=MsoNormal><span>{}</span></p>", "<span>{}</span>"]
        )
        if "</p><p>" in inner and "<p" not in wrap:
            wrap = "<p>{}</p>"
        return wrap.replace("{}", inner)

    # --- lines ----------------------------------------------------------------------------------

    def one_line(self, between: str) -> str:
        """All that the page says, in one line, with this between one cell and the next."""
        parts = ["某某镇人民政府2023年政府信息公开工作年度报告", "一、总体情况", *PROSE]
        for table in self.tables:
            parts.append(table.table.title.zh)
            parts += [self.text(cell) for row in self.rows(table) for cell in row]
        return between.join(
            part for part in [*parts, "五、存在的主要问题及改进情况", PROSE[-1]] if part
        )

    def pasted(self) -> str:
        """As pasted from a Word table: a tab before every cell, so that blank cells are kept."""
        rng = self.rng
        lines = ["某某局2020年政府信息公开工作年度报告" if rng.random() < 0.5 else ""]
        lines += [rng.choice(PROSE)]
        for table in self.tables:
            lines.append(self.title(table))
            for row in self.rows(table):
                for cell in row:
                    text = self.text(cell)
                    if cell.role is not PrintedRole.VALUE and rng.random() < 0.1 and len(text) > 4:
                        cut = rng.randint(3, len(text) - 1)
                        lines += [f"\t{text[:cut]}", text[cut:]]
                    else:
                        lines.append("\t" + rng.choice(["", " "]) + text + rng.choice(["", " "]))
                lines.append("")
            lines += [""] * rng.randint(0, 4)
        return "\n".join(lines)

    def spaced(self) -> str:
        """One cell a line; a blank cell is a blank line, and a blank line ends a row."""
        lines: list[str] = []
        for table in self.tables:
            lines += [table.table.title.zh, ""]
            for row in self.rows(table):
                lines += [self.text(cell) for cell in row]
                lines.append("")
        return "\n".join(lines)

    def stream(self) -> str:
        """As text comes out of a PDF: no blank lines, labels broken, page numbers, heads again."""
        rng = self.rng
        lines: list[str] = []
        page = rng.randint(1, 30)
        for table in self.tables:
            lines.append(self.title(table))
            head = [
                line
                for row in self.rows(table)[: min(table.value_rows)]
                for cell in row
                for line in self.broken(self.text(cell))
            ]
            double = rng.randint(0, 2)
            for number_, row in enumerate(self.rows(table)):
                if number_ in table.value_rows and rng.random() < 0.08:
                    page += 1
                    lines.append(rng.choice([f"- {page} -", f"— {page} —", f"第 {page} 页"]))
                    if rng.random() < 0.5 and table.table.number == "三":
                        lines += head
                for cell in row:
                    text = self.text(cell)
                    if cell.role is PrintedRole.VALUE:
                        lines.append(text)
                    else:
                        lines += self.broken(text)
            lines += [""] * double
        return "\n".join(lines)

    def broken(self, text: str) -> Iterator[str]:
        if text.startswith("三、") and self.rng.random() < 0.5:
            yield from text
            return
        while len(text) > 4 and self.rng.random() < 0.25:
            cut = self.rng.randint(3 if text[0].isdigit() else 2, len(text) - 2)
            yield text[:cut]
            text = text[cut:]
        yield text

    # --- rows -----------------------------------------------------------------------------------

    def ruled(self) -> str:
        """Rows of text: tabs, pipes, or Markdown; merged cells are blank, or left out."""
        rng = self.rng
        kind = rng.choice(["tab", "pipe", "markdown"])
        keep = rng.random() < 0.5
        lines: list[str] = []
        for table in self.tables:
            lines += [self.title(table), ""]
            for number_, row in enumerate(self.rows(table)):
                if keep:
                    texts = [""] * table.columns
                    for cell in row:
                        texts[cell.column] = self.text(cell)
                    if table.table.number == "二":
                        texts = texts[: 1 + max(cell.column for cell in row)]
                else:
                    texts = [self.text(cell) for cell in row]
                if kind == "tab":
                    lines.append("\t".join(texts))
                else:
                    lines.append("| " + " | ".join(texts) + " |")
                if kind == "markdown" and number_ == 0:
                    lines.append("|" + " --- |" * len(texts))
            lines.append("")
        return "\n".join(lines)

    def delimited(self, delimiter: str) -> str:
        """As Excel and WPS save a sheet as CSV: no merged cells, quotation marks where needed."""
        rng = self.rng
        rows: list[list[str]] = [["某某局2020年政府信息公开工作年度报告"], [rng.choice(PROSE)]]
        for table in self.tables:
            rows.append([self.title(table)])
            for row in self.rows(table):
                texts = [""] * table.columns
                for cell in row:
                    texts[cell.column] = self.text(cell)
                    if cell.role is not PrintedRole.VALUE and rng.random() < 0.1:
                        cut = rng.randint(0, len(texts[cell.column]))
                        text = texts[cell.column]
                        texts[cell.column] = f"{text[:cut]}\n{text[cut:]}"
                rows.append(texts)
            rows += [[] for _ in range(rng.randint(0, 2))]
        rows.append([f"说明：见{delimiter}附件{delimiter}二"])
        width = max(map(len, rows))
        ragged = rng.random() < 0.5
        if ragged:
            for texts in rows:
                while texts and not texts[-1]:
                    texts.pop()
        else:
            rows = [texts + [""] * (width - len(texts)) for texts in rows]
        quoting = csv.QUOTE_ALL if rng.random() < 0.2 else csv.QUOTE_MINIMAL
        out = io.StringIO()
        end = rng.choice(["\r\n", "\n"])
        csv.writer(out, delimiter=delimiter, quoting=quoting, lineterminator=end).writerows(rows)
        return out.getvalue()

    def layouts(self) -> dict[str, Callable[[], str]]:
        return {
            name: getattr(self, name) for name in ("page", "pasted", "spaced", "stream", "ruled")
        }
