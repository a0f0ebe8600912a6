"""The form as an Excel workbook: laid out as printed, with its sums live.

It needs the extra ``workbook``; XlsxWriter is imported when a workbook is made.
"""

from __future__ import annotations

from .making import form_workbook
from .totals import Totals

__all__ = ["Totals", "form_workbook"]
