"""Small pieces of Word's markup, written out."""

from __future__ import annotations

from tests.support.typeset_docx import TRANSITIONAL


def run(text: str, properties: str = "") -> str:
    properties = f"<w:rPr>{properties}</w:rPr>" if properties else ""
    return f'<w:r>{properties}<w:t xml:space="preserve">{text}</w:t></w:r>'


def paragraph(inner: str, properties: str = "") -> str:
    properties = f"<w:pPr>{properties}</w:pPr>" if properties else ""
    return f"<w:p>{properties}{inner}</w:p>"


def table(*rows: str) -> str:
    return "<w:tbl>" + "".join(f"<w:tr>{row}</w:tr>" for row in rows) + "</w:tbl>"


def tc(inner: str, properties: str = "") -> str:
    return f"<w:tc><w:tcPr>{properties}</w:tcPr>{inner}</w:tc>"


def cells(*texts: str) -> str:
    return "".join(tc(paragraph(run(text))) for text in texts)


def field(code: str, result: str | None) -> str:
    def mark(kind: str) -> str:
        return f'<w:r><w:fldChar w:fldCharType="{kind}"/></w:r>'

    shown = "" if result is None else mark("separate") + result
    return f"{mark('begin')}<w:r><w:instrText>{code}</w:instrText></w:r>{shown}{mark('end')}"


def part(name: str, inner: str) -> dict[str, object]:
    content = f'<w:{name} xmlns:w="{TRANSITIONAL}">{inner}</w:{name}>'
    return {"related": [("rId1", name, f"{name}.xml")], "parts": [(f"word/{name}.xml", content)]}
