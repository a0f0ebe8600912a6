"""The form of each edition, drawn as it is printed, with the address of every cell."""

from __future__ import annotations

from collections.abc import Iterator
from html import escape

from gxstats import FORMS, Bilingual, Cell, Form, Kind, rulebook
from gxstats.text import Language
from gxstats.writing.layout import PrintedCell, PrintedRole, PrintedTable, printed_tables

from .markup import WITHOUT_CONTENTS, code, element, in_text, table

__all__ = ["anchor", "cell_link", "editions", "form_page", "form_path"]

KINDS = {
    Kind.COUNT: Bilingual("整数", "count"),
    Kind.CHANGE: Bilingual("带正负号的整数", "signed change"),
    Kind.AMOUNT: Bilingual("小数（精确）", "exact decimal"),
}

_INTRODUCTION = Bilingual(
    "{notice}；{years}；共 {cells} 格，{relations} 条勾稽关系。\n\n"
    "下面是表样本来的样子。每个空格里的小字是它的地址的最后一段，行标题下的小字是前面各段，"
    "接起来就是完整地址，例如 {example}。指针停在格上可看到完整地址；"
    "[页末](#{all_cells})有可供查找和复制的全表。表宽时可左右滑动。",
    "{notice}; {years}; {cells} cells and {relations} relations.\n\n"
    "The tables stand here as they are printed. The small text in a cell is the last step of its "
    "address, the small text under a row's label the steps before it; together they are the whole "
    "address, such as {example}. Point at a cell to see all of it; the [end of the page]"
    "(#{all_cells}) lists every cell, to search and copy. Wide tables scroll.",
)
_TOOLTIP = Bilingual("{0}（{1}）", "{0} ({1})")
_ALL_CELLS = Bilingual("全部单元格", "All cells")
_ALL_CELLS_HEAD = Bilingual(
    "地址与名称|内容|所在勾稽关系", "Address and name|Holds|Relations it is in"
)
_EDITIONS_HEAD = Bilingual(
    "表样|文件|适用年度|单元格|勾稽关系", "Form|Notice|Fiscal years|Cells|Relations"
)
_YEARS_OPEN = Bilingual("{0} 年度起", "fiscal years from {0}")
_YEARS = Bilingual("{0}–{1} 年度", "fiscal years {0}–{1}")


def form_path(form: Form) -> str:
    """The page of a form, from the language's folder."""
    return f"forms/{form.id}.md"


def anchor(address: str) -> str:
    """The name of a cell within its form's page."""
    return address.removeprefix("/").replace("/", ".")


def cell_link(address: str, form: Form, folder: str = "../forms/") -> str:
    """An address as a link to its cell on the form's page."""
    return f"[{code(address)}]({folder}{form.id}.md#{anchor(address)})"


def editions(language: Language, folder: str = "") -> str:
    """A table of the forms that there are; ``folder`` is where their pages are from here."""
    return table(
        _EDITIONS_HEAD[language].split("|"),
        (
            [
                f"[{in_text(form.title[language])}]({folder}{form.id}.md)",
                in_text(form.notice),
                _years(form, language),
                str(len(form)),
                str(len(rulebook(form))),
            ]
            for form in FORMS.own.values()
        ),
    )


def form_page(form: Form, language: Language) -> str:
    """The page of one form."""
    example = next(iter(form)).address
    parts = [
        WITHOUT_CONTENTS,
        f"# {in_text(form.title[language])}",
        _INTRODUCTION[language].format(
            notice=in_text(form.notice),
            years=_years(form, language),
            cells=len(form),
            relations=len(rulebook(form)),
            example=code(example),
            all_cells="all-cells",
        ),
    ]
    for printed in printed_tables(form):
        parts += [
            f"## {in_text(printed.table.title[language])}",
            element("div", _drawn(printed, form, language), class_="form-table"),
        ]
    parts += [f"## {_ALL_CELLS[language]} {{ #all-cells }}", _cell_list(form, language)]
    return "\n\n".join(parts) + "\n"


def _years(form: Form, language: Language) -> str:
    first, last = form.fiscal_years
    words = _YEARS_OPEN if last is None else _YEARS
    return words[language].format(first, last)


def _drawn(printed: PrintedTable, form: Form, language: Language) -> str:
    rows: dict[int, list[str]] = {row: [] for row in range(printed.rows)}
    for cell in printed.cells:
        rows[cell.row].append(_rectangle(cell, printed, form, language))
    body = "".join(element("tr", "".join(cells)) for cells in rows.values())
    return element("table", element("tbody", body), class_="form")


def _rectangle(printed: PrintedCell, drawing: PrintedTable, form: Form, language: Language) -> str:
    spans = {
        "rowspan": printed.row_span if printed.row_span > 1 else None,
        "colspan": printed.column_span if printed.column_span > 1 else None,
    }
    if printed.address is not None:
        cell = form[printed.address]
        shared = _row_address(drawing, printed.row, form)
        rest = printed.address.removeprefix(f"{shared}/")
        return element(
            "td",
            element("code", _breakable(rest)),
            id=anchor(printed.address),
            title=f"{printed.address}\n{_TOOLTIP[language].format(cell.name(language), cell.unit[language])}",
            class_="value",
            **spans,
        )
    text = escape(printed.text[language]) if printed.text else ""
    if printed.role is PrintedRole.LABEL:
        text += element("code", _breakable(_row_address(drawing, printed.row, form)))
    return element("th", text, class_=printed.role.value, **spans)


def _row_address(drawing: PrintedTable, row: int, form: Form) -> str:
    """What the addresses of a labelled row's cells share: all but their last step."""
    cells = [cell for cell in drawing.cells if cell.row == row and cell.address]
    first = cells[0].address or ""
    labelled = any(cell.role is PrintedRole.LABEL and cell.row == row for cell in drawing.cells)
    return first.rpartition("/")[0] if labelled else f"/{form[first].table.name}"


def _breakable(address: str) -> str:
    """An address that may be broken over lines after a slash or an underscore."""
    return escape(address).replace("/", "<wbr>/").replace("_", "_<wbr>")


def _cell_list(form: Form, language: Language) -> str:
    return table(_ALL_CELLS_HEAD[language].split("|"), _cell_rows(form, language))


def _cell_rows(form: Form, language: Language) -> Iterator[list[str]]:
    for cell in form:
        yield [
            f"{code(cell.address)}<br>{in_text(cell.name(language))}",
            f"{in_text(cell.unit[language])}<br>{KINDS[cell.kind][language]}",
            _relations_of(cell, form),
        ]


def _relations_of(cell: Cell, form: Form) -> str:
    links = (
        f"[{code(relation.id)}](../relations/{relation.id}.md)"
        for relation in rulebook(form)
        if cell.address in relation.addresses
    )
    return "<br>".join(links) or "—"
