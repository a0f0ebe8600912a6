"""JSON in and out: strict at the edge, exact, in the order of the form.

:func:`from_json` and :func:`to_json` are the pair that most need; the published JSON Schema is
in :mod:`gxstats.wire.schema`, and :func:`gxstats.wire.validation.validate` tells everything that is
wrong with a document.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from ..lazy import lazily

if TYPE_CHECKING:
    from .converting import converter, problems_of, register_hooks, to_dict
    from .decoding import from_dict, from_json
    from .document import JSONLimits
    from .encoding import to_json

__all__ = [
    "JSONLimits",
    "converter",
    "from_dict",
    "from_json",
    "problems_of",
    "register_hooks",
    "to_dict",
    "to_json",
]

_LAZY = {
    "JSONLimits": ".document",
    "converter": ".converting",
    "from_dict": ".decoding",
    "from_json": ".decoding",
    "problems_of": ".converting",
    "register_hooks": ".converting",
    "to_dict": ".converting",
    "to_json": ".encoding",
}

if not TYPE_CHECKING:  # to a checker, every name would then exist
    __getattr__, __dir__ = lazily(__name__, _LAZY)
