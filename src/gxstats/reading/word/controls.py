"""Content controls: whether what they hold is what a person sees, and a value.

A control that is bound to data shows the data, whatever text stands in the document.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from typing import TYPE_CHECKING, Final

from .markup import child_of, is_on, properties_of, value_of

if TYPE_CHECKING:
    from lxml.etree import _Element

__all__ = ["Bindings", "is_unsure"]

_STEP: Final = re.compile(r"(?:([\w.-]+):)?([\w.-]+)(?:\[(\d{1,4})\])?")
_NAMESPACE: Final = re.compile(r"xmlns:([\w.-]+)=[\"']([^\"']*)[\"']")
_LISTS: Final = frozenset({"comboBox", "dropDownList"})


class Bindings:
    """The data that controls may be bound to, by the identifier of its store."""

    def __init__(self, stores: Callable[[], Mapping[str, _Element]]) -> None:
        """``stores`` gives the data, and is asked when the first bound control is met."""
        self._stores = stores
        self._found: Mapping[str, _Element] | None = None

    def differs(self, binding: _Element, shown: frozenset[str]) -> bool:
        """Whether a control shows data that is none of the given texts, or may do so."""
        if self._found is None:
            self._found = self._stores()
        store = self._found.get((value_of(binding, "storeItemID") or "").lower())
        if store is None:  # then the text stays as it is
            return False
        path = value_of(binding, "xpath") or ""
        prefixes = dict(_NAMESPACE.findall(value_of(binding, "prefixMappings") or ""))
        steps = path.removesuffix("/text()").removeprefix("/").split("/")
        data = _at(store, steps, prefixes)
        return data is None or (data != "" and data not in shown)


def _at(store: _Element, steps: list[str], prefixes: Mapping[str, str]) -> str | None:
    """The text at a plain path; nothing where there is none, ``None`` for other paths."""
    level, element = [store], store
    for step in steps:
        if step.startswith("@") and step is steps[-1]:
            return element.get(step[1:], "")
        found = _STEP.fullmatch(step)
        if found is None:
            return None
        namespace = prefixes.get(found[1] or "", "")
        wanted = f"{{{namespace}}}{found[2]}" if namespace else found[2]
        same = [one for one in level if one.tag == wanted]
        place = int(found[3] or 1) - 1
        if not 0 <= place < len(same):
            return ""
        element = same[place]
        level = list(element)
    return "".join(map(str, element.itertext())).strip()


def is_unsure(control: _Element, bindings: Bindings) -> bool:
    """Whether a control shows its placeholder, or perhaps something else than its text."""
    properties = properties_of(control, "sdtPr")
    if is_on(properties.get("showingPlcHdr")):
        return True
    binding = properties.get("dataBinding")
    if binding is None:
        return False
    content = child_of(control, "sdtContent")
    texts = () if content is None else content.iter("{*}t")
    shown = {"".join(one.text or "" for one in texts).strip()}
    for name in _LISTS & properties.keys():
        for entry in properties[name]:
            if value_of(entry, "displayText") in shown:
                shown.add(value_of(entry, "value") or "")
    return bindings.differs(binding, frozenset(shown))
