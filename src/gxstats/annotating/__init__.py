"""The organ's own file with what there is to say written on its very cells, and nothing else changed.

>>> from gxstats import examples, read
>>> from gxstats.annotating import annotate, unannotated
>>> from gxstats.writing.html import form_html
>>> report = read(examples.path("yindu-2019")).report
>>> slip = report.replace({"/requests/outcomes/granted/natural_person": 34})
>>> page = form_html(slip.form, slip).encode()
>>> annotated = annotate(page)
>>> annotated, unannotated(annotated.data) == page
(<Annotated html: 1 comments, 0 marks without a place>, True)
>>> annotated.placed[0].mark.old, annotated.placed[0].mark.new
(34, 43)
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from ..lazy import lazily

if TYPE_CHECKING:
    from .annotated import Annotated, Placed, annotate, unannotated
    from .failures import ANNOTATE_CODES, Unannotatable

__all__ = [
    "ANNOTATE_CODES",
    "Annotated",
    "Placed",
    "Unannotatable",
    "annotate",
    "unannotated",
]

if not TYPE_CHECKING:  # to a checker, every name would then exist
    __getattr__, __dir__ = lazily(
        __name__,
        {
            "Annotated": ".annotated",
            "Placed": ".annotated",
            "annotate": ".annotated",
            "unannotated": ".annotated",
            "ANNOTATE_CODES": ".failures",
            "Unannotatable": ".failures",
        },
    )
