"""Examples of report documents, for the schemas."""

from __future__ import annotations

from decimal import Decimal
from typing import Any

from ..forms.report import Form
from .converting import to_dict

__all__ = ["example_document"]


def example_document(form: Form) -> dict[str, Any]:
    """The example of a form as a document, in JSON values."""

    def plain(value: Any) -> Any:
        if isinstance(value, dict):
            return {key: plain(inner) for key, inner in value.items()}
        # A schema is published as JSON; these few digits survive the float unharmed.
        return float(value) if isinstance(value, Decimal) else value

    return {key: plain(value) for key, value in to_dict(form.example_report()).items()}
