"""Layers of a PDF (optional content): which of them are seen, told by a mark that PDFium gives back.

PDFium tells no layers of what it gives. So in a copy of the file each layer that is not seen gets
an entry of its own, which PDFium hands out with what is marked as part of the layer, and what is
tied to a layer otherwise (form XObjects, annotations) is marked like that, or hidden.
"""

from __future__ import annotations

import io
import re
from collections.abc import Iterator, Sequence
from typing import Any, Final

import attrs

from ..limits import Limits

__all__ = [
    "HIDDEN_LAYER",
    "LAYER_STATE",
    "UNSURE_LAYER",
    "LayeredFile",
    "has_layers",
    "with_layers",
]

LAYER_STATE: Final = b"GxstatsLayer"
"""The entry of a layer: one of those that follow. A layer without it is seen."""
HIDDEN_LAYER, UNSURE_LAYER = 1, 2

_LAYERS: Final = re.compile(
    b"/" + b"".join(b"(?:%c|#%02x|#%02X)" % (c, c, c) for c in b"OCProperties") + rb"\b"
)
_TURNED: Final = re.compile(rb"/(?:AnyOff|AllOff|VE)\b")
"""What may hide something although all layers are seen."""
_KEY: Final = "/" + LAYER_STATE.decode()
_DEPTH: Final = 12
_HIDDEN_FLAG: Final = 2
"""Of an annotation."""


@attrs.frozen
class LayeredFile:
    """A file of which the layers are marked that are not seen."""

    data: bytes
    is_marked: bool = False
    """Something may belong to such a layer."""
    unknown: bool = False
    """It may have layers that are not seen and are not marked so."""


def has_layers(data: bytes) -> bool:
    """Whether a part of a file names its layers."""
    return _LAYERS.search(data) is not None


def with_layers(data: bytes, parts: Sequence[bytes], limits: Limits) -> LayeredFile:
    """A copy of a file with layers in which those that are not seen are marked.

    ``parts`` are the file and what its streams of objects hold.

    Needs pypdf (extra ``read``); without it, nothing is known of the layers. PDFium must not
    run in another thread meanwhile: it makes the copy, so that both read the same.
    """
    try:
        import pypdfium2  # type: ignore[import-untyped,unused-ignore]
        from pypdf import PdfReader, PdfWriter
    except ImportError:
        return LayeredFile(data, is_marked=True, unknown=True)
    try:
        copy = io.BytesIO()
        document = pypdfium2.PdfDocument(data)
        document.save(copy)
        document.close()
        reader = PdfReader(copy)
        catalog: Any = reader.trailer["/Root"]
        properties = catalog.get_object()["/OCProperties"].get_object()
        states = _States(properties)
        if not states.differ and not any(map(_TURNED.search, parts)):
            return LayeredFile(data)
        writer = PdfWriter(clone_from=reader)
        _Marking(writer, limits).mark()
        changed = io.BytesIO()
        writer.write(changed)
    except (Exception, RecursionError):  # noqa: BLE001 - pypdf raises what it likes on bad files
        limits.require_time()
        return LayeredFile(data, is_marked=True, unknown=True)
    limits.require("inflated", changed.tell())
    return LayeredFile(changed.getvalue(), is_marked=True)


class _States:
    """Whether each layer is seen: on the screen, and in print."""

    def __init__(self, properties: Any) -> None:
        self.properties = properties
        default = properties.get("/D", {}).get_object() if "/D" in properties else {}
        self.base_off = default.get("/BaseState") == "/OFF"
        self.on, self.off = (set(_numbers(default.get(name))) for name in ("/ON", "/OFF"))
        self.by_use: dict[str, set[int]] = {}
        for usage in _listed(default.get("/AS")):
            event = str(usage.get("/Event", ""))
            self.by_use.setdefault(event, set()).update(_numbers(usage.get("/OCGs")))

    @property
    def differ(self) -> bool:
        """Whether any layer is not seen, or not always."""
        return any(
            self.of(number, group) for number, group in _groups(self.properties.get("/OCGs"))
        )

    def of(self, number: int, group: Any) -> int:
        """Zero for a layer that is seen."""
        on = number in self.on or not (self.base_off or number in self.off)
        screen, print_ = on, on
        if "/Intent" in group and "/View" not in _names(group["/Intent"]):
            return 0  # it is no matter of what is seen
        usage = group["/Usage"].get_object() if "/Usage" in group else {}
        if number in self.by_use.get("/View", ()):
            if "/Zoom" in usage or "/User" in usage:
                return UNSURE_LAYER
            screen = _wanted(usage, "/View", "/ViewState", on)
        if number in self.by_use.get("/Print", ()):
            print_ = _wanted(usage, "/Print", "/PrintState", on)
        for name in ("/View", "/Print"):  # not applied, and yet a wish
            state = _wanted(usage, name, f"{name}State", screen if name == "/View" else print_)
            if state != (screen if name == "/View" else print_):
                return UNSURE_LAYER
        if screen == print_:
            return 0 if screen else HIDDEN_LAYER
        return UNSURE_LAYER


def _wanted(usage: Any, name: str, key: str, otherwise: bool) -> bool:  # noqa: FBT001
    if name not in usage:
        return otherwise
    state = usage[name].get_object().get(key)
    return otherwise if state is None else state != "/OFF"


class _Marking:
    """Marks what belongs to layers, all over a file."""

    def __init__(self, writer: Any, limits: Limits) -> None:
        self.limits = limits
        self.writer = writer
        self.root = writer.root_object
        self.states = _States(self.root["/OCProperties"].get_object())

    def mark(self) -> None:
        """Mark the layers, and what is tied to them."""
        from pypdf.generic import DictionaryObject, NameObject, NumberObject

        known = {id(self.states)}
        item: Any
        for index, item in enumerate(self.writer._objects):  # noqa: SLF001 - all there are
            if not index % 256:
                self.limits.require_time()
            if not isinstance(item, DictionaryObject) or id(item) in known:
                continue
            known.add(id(item))
            self._properties(item)
            if "/OC" not in item:
                continue
            state = self.state_of(item.raw_get("/OC"))
            if not state:
                continue
            if "/Rect" in item:
                flags = item.get("/F", 0)
                if state == HIDDEN_LAYER:
                    item[NameObject("/F")] = NumberObject(int(flags) | _HIDDEN_FLAG)
            elif item.get("/Subtype") == "/Form":
                form: Any = item
                content = form.get_data()
                self.limits.require("inflated", len(content))
                form.set_data(b"/OC <<%s %d>> BDC\n%s\nEMC" % (b"/" + LAYER_STATE, state, content))
            elif item.get("/Subtype") == "/Image" and state == HIDDEN_LAYER:
                del item["/OC"]

    def _properties(self, item: Any) -> None:
        """Mark the layers that resources name."""
        from pypdf.generic import DictionaryObject, NameObject, NumberObject

        resources = item.get("/Resources")
        resources = resources.get_object() if resources is not None else item
        if not isinstance(resources, DictionaryObject) or "/Properties" not in resources:
            return
        named: Any = resources["/Properties"].get_object()
        for name in list(named):
            layer = named[name].get_object()
            if not isinstance(layer, DictionaryObject) or _KEY in layer:
                continue
            if state := self.state_of(named.raw_get(name)):
                layer[NameObject(_KEY)] = NumberObject(state)

    def state_of(self, reference: Any, depth: int = 0) -> int:
        """Of a layer, or of what is made up of layers."""
        item = reference.get_object()
        if item.get("/Type") != "/OCMD":
            return self.states.of(getattr(reference, "idnum", 0), item)
        if "/VE" in item or depth > _DEPTH:
            return UNSURE_LAYER
        found = [self.states.of(number, group) for number, group in _groups(item.get("/OCGs"))]
        if not found:
            return 0
        if UNSURE_LAYER in found:
            return UNSURE_LAYER
        on = [not state for state in found]
        policy = item.get("/P", "/AnyOn")
        seen = {
            "/AllOn": all(on),
            "/AnyOff": not all(on),
            "/AllOff": not any(on),
        }.get(policy, any(on))
        return 0 if seen else HIDDEN_LAYER


def _listed(value: Any) -> Iterator[Any]:
    value = value.get_object() if value is not None else ()
    for item in value:
        yield item.get_object()


def _names(value: Any) -> list[str]:
    value = value.get_object()
    return list(map(str, value)) if isinstance(value, list) else [str(value)]


def _numbers(value: Any) -> Iterator[int]:
    """The numbers of the objects that an array refers to."""
    value = value.get_object() if value is not None else ()
    for index in range(len(value)):
        reference = list.__getitem__(value, index)
        if (number := getattr(reference, "idnum", None)) is not None:
            yield number


def _groups(value: Any) -> Iterator[tuple[int, Any]]:
    """Layers with their numbers: those of an array, or the one there is."""
    if value is None:
        return
    item = value.get_object()
    if isinstance(item, dict):
        yield getattr(value, "idnum", 0), item
        return
    for index in range(len(item)):
        reference = list.__getitem__(item, index)
        yield getattr(reference, "idnum", 0), reference.get_object()
