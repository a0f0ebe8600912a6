"""Excel files since 2007: notes on cells, hidden until one points at the cell."""

from __future__ import annotations

import re
from collections.abc import Hashable, Iterable, Sequence
from itertools import count
from typing import Final

from ..reading import Limits, Place
from ..reading.excel.package import Package as Workbooks
from ..reading.excel.parts import Listed, Workbook
from ..text import Language
from .failures import Unannotatable
from .markup import Element, Markup, text_of
from .note_boxes import Sizes, box_of
from .original import AUTHOR, Comment
from .packages import Package, Relation, Relations

__all__ = ["SheetOriginal", "without_notes"]

_STRICT: Final = "http://purl.oclc.org/ooxml/spreadsheetml/main"
_MAIN: Final = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
_OFFICE: Final = {
    _STRICT: "http://purl.oclc.org/ooxml/officeDocument/relationships",
    _MAIN: "http://schemas.openxmlformats.org/officeDocument/2006/relationships",
}
_COMMENTS_TYPE: Final = "application/vnd.openxmlformats-officedocument.spreadsheetml.comments+xml"
_DRAWING_TYPE: Final = "application/vnd.openxmlformats-officedocument.vmlDrawing"
_OWN_COMMENTS: Final = "gxstatsComments"
_OWN_DRAWING: Final = "gxstatsDrawing"
"""How the relationships to parts begin that hold nothing but ours."""
_BEFORE_DRAWING: Final = frozenset(
    [
        "sheetPr",
        "dimension",
        "sheetViews",
        "sheetFormatPr",
        "cols",
        "sheetData",
        "sheetCalcPr",
        "sheetProtection",
        "protectedRanges",
        "scenarios",
        "autoFilter",
        "sortState",
        "dataConsolidate",
        "customSheetViews",
        "mergeCells",
        "phoneticPr",
        "conditionalFormatting",
        "dataValidations",
        "hyperlinks",
        "printOptions",
        "pageMargins",
        "pageSetup",
        "headerFooter",
        "rowBreaks",
        "colBreaks",
        "customProperties",
        "cellWatches",
        "ignoredErrors",
        "smartTags",
        "drawing",
    ]
)
"""What stands before the drawing of notes in a sheet."""
_THREADED: Final = "tc="
"""How the author of a note begins whose text nobody sees: a conversation is shown in its place."""
_SIGNED: Final = f"{AUTHOR}:\n"
"""How a note of ours begins, as Excel has every note begin: LibreOffice writes no authors."""
_PARTING: Final = f"\n\n—— {AUTHOR} ——\n"
"""Parts our words from those of a note that was there."""
_BREAKS: Final = ("&#10;", "&#xA;")
_SHAPE: Final = re.compile(r"<v:shape\s")
_END_OF_SHAPE: Final = "</v:shape>"
_SHAPE_ID: Final = re.compile(r"_x0000_s(\d{1,9})")
_CLUSTER: Final = re.compile(r"<o:idmap[^<>]{0,200}\bdata=[\"']([0-9, ]+)")
_END_OF_DRAWING: Final = re.compile(r"</(?:\w+:)?xml\s*>\s*\Z")
_NEW_DRAWING: Final = (
    '<xml xmlns:v="urn:schemas-microsoft-com:vml" '
    'xmlns:o="urn:schemas-microsoft-com:office:office" '
    'xmlns:x="urn:schemas-microsoft-com:office:excel">'
    '<o:shapelayout v:ext="edit"><o:idmap v:ext="edit" data="{cluster}"/></o:shapelayout></xml>'
)
_SHAPE_TYPE: Final = (
    '<v:shapetype id="_x0000_t202" coordsize="21600,21600" o:spt="202" '
    'path="m,l,21600r21600,l21600,xe"><v:stroke joinstyle="miter"/>'
    '<v:path gradientshapeok="t" o:connecttype="rect"/></v:shapetype>'
)
_SHAPES_A_CLUSTER: Final = 1024


class SheetOriginal:
    """An Excel file without notes of ours."""

    def __init__(self, data: bytes, limits: Limits) -> None:
        self._package = Package(data, limits)
        sheets = _sheets(data, limits)
        self._parts = {sheet.name: sheet.part for sheet in sheets}
        self._seen = [sheet.name for sheet in sheets if not sheet.is_hidden]
        self._threads = {
            (sheet, cell)
            for sheet, part in self._parts.items()
            for cell in _threaded(self._package, part)
        }

    def anchor(self, place: Place) -> Hashable | None:
        """The sheet and the cell."""
        if place.sheet not in self._parts or place.reference is None:
            return None
        anchor = place.sheet, place.reference
        return None if anchor in self._threads else anchor

    def annotated(self, comments: Sequence[Comment], head: str, language: Language) -> bytes:
        """The file with notes."""
        texts: dict[tuple[str, str], str] = {self._head(): head}
        for comment in comments:
            if not isinstance(comment.anchor, tuple):
                raise TypeError(f"no anchor of an Excel file: {comment.anchor!r}")
            sheet, cell = comment.anchor
            before = texts.get((sheet, cell))
            text = comment.text if before is None else f"{comment.text}\n\n{before}"
            texts[sheet, cell] = text
        for sheet in dict.fromkeys(sheet for sheet, _ in texts):
            own = {cell: text for (name, cell), text in texts.items() if name == sheet}
            _write_notes(self._package, self._parts[sheet], own, language)
        return self._package.written()

    def _head(self) -> tuple[str, str]:
        """The first cell of the first sheet that is seen, or the next one below that is free."""
        sheet = next(iter((*self._seen, *self._parts)))
        return sheet, next(
            cell for row in count(1) if (sheet, cell := f"A{row}") not in self._threads
        )


def _sheets(data: bytes, limits: Limits) -> list[Listed]:
    return Workbook(Workbooks(data, limits)).listed


def _cell_of(comment: Element) -> str:
    return (comment.attribute("ref") or "").replace("$", "").upper()


def _authors(markup: Markup) -> list[str]:
    """The authors, by the numbers that notes give."""
    return [_words(markup, one) for one in markup.elements if one.local == "author"]


def _comments(markup: Markup) -> list[Element]:
    return [one for one in markup.elements if one.local == "comment"]


def _author_number(comment: Element) -> int:
    given = comment.attribute("authorId") or ""
    return int(given) if given.isascii() and given.isdigit() and len(given) < 9 else -1


def _words(markup: Markup, element: Element) -> str:
    return markup.source(element.inner, element.close)


def _threaded(package: Package, part: str) -> set[str]:
    """The cells of a sheet where a conversation is shown in place of the note."""
    known = Relations(package, part).of("comments")
    if known is None:
        return set()
    markup = package.markup(known.target)
    threads = {n for n, name in enumerate(_authors(markup)) if name.startswith(_THREADED)}
    return {
        _cell_of(comment) for comment in _comments(markup) if _author_number(comment) in threads
    }


# --- writing ----------------------------------------------------------------------------------


def _write_notes(package: Package, part: str, texts: dict[str, str], language: Language) -> None:
    sheet = package.markup(part)
    namespace = _MAIN if _MAIN in sheet.root.given.values() else _STRICT
    relations = Relations(package, part)
    known = relations.of("comments")
    comments = known.target if known else _new_comments(package, relations, namespace)
    drawing = _drawing_of(package, sheet, relations, namespace)
    package.write(part, sheet.written())
    new = _write_texts(package, comments, texts, language)
    sizes = Sizes.of(sheet)
    drawn = {cell: _SIGNED + text for cell, text in texts.items() if cell in new}
    _draw(package, drawing, drawn, sizes)


def _new_comments(package: Package, relations: Relations, namespace: str) -> str:
    part = package.free("xl/comments{}.xml")
    empty = (
        '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\r\n'
        f'<comments xmlns="{namespace}"><authors></authors><commentList></commentList></comments>'
    )
    package.write(part, empty.encode())
    package.declare(part, _COMMENTS_TYPE)
    relations.add(_OWN_COMMENTS, f"{_OFFICE[namespace]}/comments", part)
    return part


def _drawing_of(package: Package, sheet: Markup, relations: Relations, namespace: str) -> str:
    """The part in which the boxes of the notes are drawn; made if there is none."""
    named = next((one for one in sheet.root.children if one.local == "legacyDrawing"), None)
    if named is not None:
        id_ = named.attribute("id")
        for relation in relations.all():
            if relation.id == id_ and package.has(relation.target):
                return relation.target
        sheet.remove(named)  # it points to nothing
    part = package.free("xl/drawings/vmlDrawing{}.vml")
    package.write(part, _NEW_DRAWING.format(cluster=_free_cluster(package)).encode())
    package.declare(part, _DRAWING_TYPE)
    id_ = relations.add(_OWN_DRAWING, f"{_OFFICE[namespace]}/vmlDrawing", part)
    before = [one for one in sheet.root.children if one.local in _BEFORE_DRAWING]
    name = f"{sheet.root.prefix}legacyDrawing"
    element = f'<{name} xmlns:gxr="{_OFFICE[namespace]}" gxr:id="{id_}"/>'
    if before:
        sheet.insert(before[-1].end, element)
    else:
        sheet.prepend(sheet.root, element)
    return part


def _free_cluster(package: Package) -> int:
    """A range of numbers for shapes that no drawing of the workbook uses."""
    taken = [
        int(number)
        for part in package.names()
        if part.endswith(".vml")
        for found in _CLUSTER.finditer(package.read(part).decode("utf-8", "replace"))
        for number in found[1].replace(",", " ").split()
    ]
    return max(taken, default=0) + 1


def _write_texts(
    package: Package, part: str, texts: dict[str, str], language: Language
) -> set[str]:
    """Write the notes into the part that holds them; which of the cells had none before."""
    markup = package.markup(part)
    authors, listed = _only(markup, "authors"), _only(markup, "commentList")
    known = {_cell_of(comment): comment for comment in _comments(markup)}
    names = _authors(markup)
    prefix = markup.root.prefix
    if AUTHOR in names:
        author = names.index(AUTHOR)
    else:
        author = len(names)
        markup.append(authors, f"<{prefix}author>{AUTHOR}</{prefix}author>")
    new: set[str] = set()
    for cell, text in texts.items():
        comment = known.get(cell)
        body = None if comment is None else _text_element(comment)
        if body is not None:
            _add_to(markup, body, text, language)
            continue
        if comment is not None:  # a note without a text
            markup.append(comment, f"<{prefix}text>{_run(prefix, text, language)}</{prefix}text>")
            continue
        new.add(cell)
        markup.append(
            listed,
            f'<{prefix}comment ref="{cell}" authorId="{author}"><{prefix}text>'
            f"{_run(prefix, _SIGNED + text, language)}</{prefix}text></{prefix}comment>",
        )
    package.write(part, markup.written())
    return new


def _only(markup: Markup, local: str) -> Element:
    for element in markup.root.children:
        if element.local == local:
            return element
    raise Unannotatable("annotate.damaged", found=f"{markup.name}: {local}")


def _text_element(comment: Element) -> Element | None:
    return next((one for one in comment.children if one.local == "text"), None)


def _add_to(markup: Markup, body: Element, text: str, language: Language) -> None:
    """Add our words to a note that is there, as a run of their own."""
    prefix = body.prefix
    plain = next((one for one in body.children if one.local == "t"), None)
    if plain is not None:  # all of a text in runs, or none
        markup.insert(plain.start, f"<{prefix}r>")
        markup.insert(plain.end, f"</{prefix}r>")
    runs = [one for one in body.children if one.local in {"r", "t"}]
    own = _run(prefix, _PARTING + text, language)
    if runs:
        markup.insert(runs[-1].end, own)
    else:
        markup.prepend(body, own)


def _run(prefix: str, text: str, language: Language) -> str:
    font, charset = ("宋体", "134") if language == "zh" else ("Tahoma", "1")
    properties = (
        f'<{prefix}sz val="9"/><{prefix}color indexed="81"/>'
        f'<{prefix}rFont val="{font}"/><{prefix}charset val="{charset}"/>'
    )
    return (
        f"<{prefix}r><{prefix}rPr>{properties}</{prefix}rPr>"
        f'<{prefix}t xml:space="preserve">{text_of(text)}</{prefix}t></{prefix}r>'
    )


def _draw(package: Package, part: str, texts: dict[str, str], sizes: Sizes) -> None:
    """Draw a box for each note. What Excel draws there need not be XML, so it is added to as text."""
    data = package.read(part)
    drawing = data.decode("utf-8", "surrogateescape")
    end = _END_OF_DRAWING.search(drawing)
    if end is None:
        raise Unannotatable("annotate.damaged", found=part)
    at = end.start()
    taken = [int(found[1]) for found in _SHAPE_ID.finditer(drawing)]
    clusters = [n for found in _CLUSTER.finditer(drawing) for n in re.findall(r"\d+", found[1])]
    least = _SHAPES_A_CLUSTER * int(clusters[0] if clusters else 1)
    number = max([least, *taken])
    pieces: list[str] = []
    if "_x0000_t202" not in drawing:
        pieces.append(_SHAPE_TYPE)
    for cell, text in texts.items():
        number += 1
        pieces.append(_shape(number, cell, text, sizes))
    drawing = drawing[:at] + "".join(pieces) + drawing[at:]
    package.write(part, drawing.encode("utf-8", "surrogateescape"))


def _shape(number: int, cell: str, text: str, sizes: Sizes) -> str:
    box = box_of(cell, text, sizes)
    return (
        f'<v:shape xmlns:v="urn:schemas-microsoft-com:vml" '
        f'xmlns:o="urn:schemas-microsoft-com:office:office" '
        f'xmlns:x="urn:schemas-microsoft-com:office:excel" '
        f'id="_x0000_s{number}" type="#_x0000_t202" style="position:absolute;'
        f"margin-left:{box.left}pt;margin-top:{box.top}pt;width:{box.width}pt;"
        f'height:{box.height}pt;z-index:1;visibility:hidden" fillcolor="#ffffe1" '
        'o:insetmode="auto"><v:fill color2="#ffffe1"/><v:shadow on="t" color="black" '
        'obscured="t"/><v:path o:connecttype="none"/><v:textbox style="mso-direction-alt:auto">'
        '<div style="text-align:left"></div></v:textbox><x:ClientData ObjectType="Note">'
        f"<x:MoveWithCells/><x:SizeWithCells/><x:Anchor>{box.anchor}</x:Anchor>"
        f"<x:AutoFill>False</x:AutoFill><x:Row>{box.row}</x:Row>"
        f"<x:Column>{box.column}</x:Column></x:ClientData></v:shape>"
    )


# --- taking out -------------------------------------------------------------------------------


def without_notes(data: bytes, limits: Limits) -> bytes:
    """The file without notes of ours; the file itself where it has none."""
    package = Package(data, limits)
    for sheet in _sheets(data, limits):
        relations = Relations(package, sheet.part)
        known = relations.of("comments")
        if known is not None:
            _take_out(package, sheet.part, relations, known)
    return package.written()


def _take_out(package: Package, part: str, relations: Relations, known: Relation) -> None:
    markup = package.markup(known.target)
    comments = _comments(markup)
    own = [one for one in comments if _is_own_note(markup, one)]
    others = [one for one in comments if not _is_own_note(markup, one)]
    changed = _take_words_out(markup, others)
    if not own and not changed:
        return
    for comment in own:
        markup.remove(comment)
    authors = [one for one in markup.elements if one.local == "author"]
    last = len(authors) - 1
    still = {_author_number(comment) for comment in others}
    if authors and _words(markup, authors[last]) == AUTHOR and last not in still:
        markup.remove(authors[last])  # the last one: the others keep their numbers
    if len(own) == len(comments) and known.id.startswith(_OWN_COMMENTS):
        package.remove(known.target)
        package.forget(known.target)
        relations.remove(known.id)
    else:
        package.write(known.target, markup.written())
    _take_boxes_out(package, part, relations, {_cell_of(comment) for comment in own})


def _is_own_note(markup: Markup, comment: Element) -> bool:
    """Whether a note is signed by us; that its author is ``gxstats`` our workbooks say of theirs."""
    texts = (one for one in comment.within() if one.local == "t")
    return "".join(_words(markup, one) for one in texts).lstrip().startswith(_SIGNED.rstrip())


def _take_words_out(markup: Markup, comments: Sequence[Element]) -> bool:
    """Take our words out of the notes of others; whether there were any."""
    taken = [_take_words_of(markup, comment) for comment in comments]  # each of them
    return any(taken)


def _take_words_of(markup: Markup, comment: Element) -> bool:
    body = _text_element(comment)
    runs = [] if body is None else [one for one in body.children if one.local == "r"]
    texts = [next((t for t in run.children if t.local == "t"), None) for run in runs]
    words = ["" if text is None else _words(markup, text) for text in texts]
    number = next((n for n, one in enumerate(words) if one.startswith(_PARTING)), None)
    if number is not None:  # as we wrote it
        markup.remove(runs[number])
        others = [run for run in runs if run is not runs[number]]
        if len(others) == 1 and [child.local for child in others[0].children] == ["t"]:
            markup.cut(others[0].start, others[0].inner)
            markup.cut(others[0].close, others[0].end)
        return True
    begin = _parted_at("".join(words))
    if begin is None:
        return False
    number = 0
    while begin >= len(words[number]):
        begin -= len(words[number])
        number += 1
    text = texts[number]
    if text is not None:  # LibreOffice cuts runs where the script changes
        markup.cut(text.inner + len(words[number][:begin].encode("utf-8")), text.close)
    for run in runs[number + 1 :]:
        markup.remove(run)
    return True


def _parted_at(words: str) -> int | None:
    """Where the words of others end in a note; ``None`` where none of ours follow."""
    begin = words.find(_PARTING.strip())
    if begin < 0:
        return None
    before = words[:begin]
    while True:
        bare = before.rstrip()
        for line_break in _BREAKS:
            bare = bare.removesuffix(line_break)
        if bare == before:
            return len(bare)
        before = bare


def _take_boxes_out(package: Package, part: str, relations: Relations, cells: set[str]) -> None:
    sheet = package.markup(part)
    named = next((one for one in sheet.root.children if one.local == "legacyDrawing"), None)
    id_ = None if named is None else named.attribute("id")
    relation = next((one for one in relations.all() if one.id == id_), None)
    if named is None or relation is None or not package.has(relation.target):
        return
    drawing = package.read(relation.target).decode("utf-8", "surrogateescape")
    left = _without_shapes(drawing, cells)
    if relation.id.startswith(_OWN_DRAWING) and "<v:shape " not in left:
        package.remove(relation.target)
        package.forget(relation.target)
        relations.remove(relation.id)
        sheet.remove(named)
        package.write(part, sheet.written())
    else:
        if "<v:shape " not in left:
            left = left.replace(_SHAPE_TYPE, "")
        package.write(relation.target, left.encode("utf-8", "surrogateescape"))


def _without_shapes(drawing: str, cells: Iterable[str]) -> str:
    """A drawing without the boxes of the notes on some cells."""
    gone = frozenset(cells)
    kept: list[str] = []
    position = 0
    for found in _SHAPE.finditer(drawing):
        end = drawing.find(_END_OF_SHAPE, found.start())
        if end < 0:
            break
        end += len(_END_OF_SHAPE)
        if found.start() >= position and _note_at(drawing[found.start() : end]) in gone:
            kept.append(drawing[position : found.start()])
            position = end
    return "".join([*kept, drawing[position:]])


def _note_at(shape: str) -> str | None:
    """The cell whose note a shape is; ``None`` for a shape of another kind."""
    from ..reading.excel.places import reference_of

    row = re.search(r"<x:Row>\s*(\d{1,7})\s*</x:Row>", shape)
    column = re.search(r"<x:Column>\s*(\d{1,5})\s*</x:Column>", shape)
    if row is None or column is None or 'ObjectType="Note"' not in shape:
        return None
    return reference_of(int(row[1]), int(column[1]))
