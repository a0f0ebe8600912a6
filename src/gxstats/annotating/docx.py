"""Word files: comments on the paragraphs of cells."""

from __future__ import annotations

from collections.abc import Hashable, Iterator, Sequence
from typing import TYPE_CHECKING, Final

from ..reading import Limits, Place
from ..reading.archive import Archive
from ..reading.word.docx import WordPackage
from ..reading.word.locating import word_places
from ..reading.word.markup import name_of
from ..text import Language
from .failures import Unannotatable
from .markup import Element, Markup, attributes, text_of
from .original import AUTHOR, Comment
from .packages import Package, Relations

if TYPE_CHECKING:
    from lxml.etree import _Element

__all__ = ["WordOriginal", "without_comments"]

_STRICT: Final = "http://purl.oclc.org/ooxml/wordprocessingml/main"
_TRANSITIONAL: Final = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
_RELATIONS: Final = {
    _STRICT: "http://purl.oclc.org/ooxml/officeDocument/relationships",
    _TRANSITIONAL: "http://schemas.openxmlformats.org/officeDocument/2006/relationships",
}
_TYPE: Final = "application/vnd.openxmlformats-officedocument.wordprocessingml.comments+xml"
_OWN_RELATION: Final = "gxstatsComments"
"""How the relationship to a part begins that holds no comments but ours."""
_ANCHORS: Final = frozenset({"commentRangeStart", "commentRangeEnd", "commentReference"})
_GONE: Final = frozenset({"del", "moveFrom"})
"""Elements in which stands what a tracked change took away."""
_NO_COMMENT_WITHIN: Final = frozenset({"txbxContent"})
"""Elements in which Word takes no comments."""


class WordOriginal:
    """A Word file without comments of ours."""

    def __init__(self, data: bytes, limits: Limits) -> None:
        self._package = Package(data, limits)
        self._places = word_places(data, limits)
        self._numbers = {element: n for n, element in enumerate(self._places.root.iter())}
        self._body = self._package.markup(self._places.main)

    def anchor(self, place: Place) -> Hashable | None:
        """The number of the paragraph, among the elements of the document."""
        element = self._places.element(place)
        paragraph = None if element is None else _paragraph_of(element)
        return None if paragraph is None else self._numbers[paragraph]

    def annotated(self, comments: Sequence[Comment], head: str, language: Language) -> bytes:
        """The file with comments."""
        package, body = self._package, self._body
        namespace = _TRANSITIONAL if _TRANSITIONAL in self._places.root.tag else _STRICT
        part = self._comments_part(namespace)
        markup = package.markup(part)
        taken = [*_ids(markup), *_ids(body)]
        first = next(_commentable(self._places.root), None)
        if first is None:
            raise Unannotatable("annotate.place", found=f"{self._places.main}: w:p")
        anchors = [self._numbers[first], *(comment.anchor for comment in comments)]
        texts = [head, *(comment.text for comment in comments)]
        for id_, (anchor, text) in enumerate(
            zip(anchors, texts, strict=True), max(taken, default=-1) + 1
        ):
            if not isinstance(anchor, int):
                raise TypeError(f"no anchor of a Word file: {anchor!r}")
            _hang(body, body.elements[anchor], id_, namespace)
            markup.append(markup.root, _comment(markup.root, id_, text, namespace, language))
        package.write(part, markup.written())
        package.write(self._places.main, body.written())
        return package.written()

    def _comments_part(self, namespace: str) -> str:
        """The part that holds the comments of the document; made if there is none."""
        relations = Relations(self._package, self._places.main)
        known = relations.of("comments")
        if known is not None:
            return known.target
        folder = self._places.main.rpartition("/")[0]
        part = self._package.free(f"{folder}/comments{{}}.xml".lstrip("/"))
        self._package.write(
            part,
            (
                '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\r\n'
                f'<w:comments xmlns:w="{namespace}"></w:comments>'
            ).encode(),
        )
        self._package.declare(part, _TYPE)
        relations.add(_OWN_RELATION, f"{_RELATIONS[namespace]}/comments", part)
        return part


def without_comments(data: bytes, limits: Limits) -> bytes:
    """The file without comments of ours; the file itself where it has none."""
    package = Package(data, limits)
    main = WordPackage(Archive.open(data, limits)).main()
    relations = Relations(package, main)
    known = relations.of("comments")
    if known is None:
        return data
    markup = package.markup(known.target)
    comments = [one for one in markup.root.children if one.local == "comment"]
    own = {one.attribute("id"): one for one in comments if one.attribute("author") == AUTHOR}
    if not own:
        return data
    for comment in own.values():
        markup.remove(comment)
    if len(own) == len(comments) and known.id.startswith(_OWN_RELATION):
        package.remove(known.target)
        package.forget(known.target)
        relations.remove(known.id)
    else:
        package.write(known.target, markup.written())
    body = package.markup(main)
    for element in body.elements:
        if element.local in _ANCHORS and element.attribute("id") in own:
            body.remove(_whole_run(element))
    package.write(main, body.written())
    return package.written()


def _whole_run(element: Element) -> Element:
    """The run around a reference that holds nothing else; of all others the element itself."""
    run = element.parent
    if element.local != "commentReference" or run is None or run.local != "r":
        return element
    alone = all(child is element or child.local == "rPr" for child in run.children)
    return run if alone else element


def _ids(markup: Markup) -> Iterator[int]:
    """The numbers of comments that a part names."""
    for element in markup.elements:
        if element.local == "comment" or element.local in _ANCHORS:
            given = element.attribute("id") or ""
            if given.isascii() and given.isdigit():
                yield int(given)


# --- where ------------------------------------------------------------------------------------


def _commentable(root: _Element) -> Iterator[_Element]:
    """Paragraphs of the text that a comment may hang on."""
    for element in root.iter():
        if name_of(element.tag) == "p" and _outermost_box(element) is None:
            yield element


def _outermost_box(element: _Element) -> _Element | None:
    boxes = [one for one in element.iterancestors() if name_of(one.tag) in _NO_COMMENT_WITHIN]
    return boxes[-1] if boxes else None


def _paragraph_of(element: _Element) -> _Element | None:
    """The paragraph for a cell or paragraph: the first that shows something, else the first.

    In a text box Word takes no comments: there it is the paragraph that the box hangs on.
    """
    paragraphs = [one for one in element.iter() if name_of(one.tag) == "p"]
    shown = (one for one in paragraphs if _shows(one))
    found = next(shown, paragraphs[0] if paragraphs else None)
    box = None if found is None else _outermost_box(found)
    if box is None:
        return found
    return next((one for one in box.iterancestors() if name_of(one.tag) == "p"), None)


def _shows(paragraph: _Element) -> bool:
    return any(
        (one.text or "").strip()
        for one in paragraph.iter()
        if name_of(one.tag) == "t"
        and not any(name_of(around.tag) in _GONE for around in one.iterancestors())
    )


def _hang(body: Markup, paragraph: Element, id_: int, namespace: str) -> None:
    """Put the signs around what a paragraph holds that tie a comment to it."""
    word, declared = paragraph.prefix, ""
    if not word:  # its attributes need a prefix all the same
        word, declared = "w:", f' xmlns:w="{namespace}"'
    number = f' {word}id="{id_}"'
    begins = f"<{word}commentRangeStart{declared}{number}/>"
    ends = (
        f"<{word}commentRangeEnd{declared}{number}/>"
        f"<{word}r{declared}><{word}commentReference{number}/></{word}r>"
    )
    properties = paragraph.children[0] if paragraph.children else None
    if properties is not None and properties.local == "pPr":
        body.insert(properties.end, begins)
    else:
        body.prepend(paragraph, begins)
    body.append(paragraph, ends)


# --- what -------------------------------------------------------------------------------------


def _comment(root: Element, id_: int, text: str, namespace: str, language: Language) -> str:
    """A comment, with a paragraph for each line of its text."""
    word, declared = root.prefix, ""
    if not word:
        word, declared = "w:", f' xmlns:w="{namespace}"'
    tongue = attributes({f"{word}val": "en-US", f"{word}eastAsia": "zh-CN"})
    hint = f'<{word}rFonts {word}hint="eastAsia"/>' if language == "zh" else ""
    properties = f"<{word}rPr>{hint}<{word}lang{tongue}/></{word}rPr>"
    lines = text.split("\n")
    paragraphs = [
        f"<{word}p>"
        + (f"<{word}r><{word}annotationRef/></{word}r>" if number == 0 else "")
        + f'<{word}r>{properties}<{word}t xml:space="preserve">{text_of(line)}</{word}t></{word}r>'
        + f"</{word}p>"
        for number, line in enumerate(lines)
    ]
    given = attributes({f"{word}id": str(id_), f"{word}author": AUTHOR, f"{word}initials": "gx"})
    return f"<{word}comment{declared}{given}>{''.join(paragraphs)}</{word}comment>"
