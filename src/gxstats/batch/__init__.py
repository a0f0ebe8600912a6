"""Folders of thousands or millions of reports: read with all processors, into Parquet.

:func:`run` reads every file below a folder, checks and diagnoses each, and writes three tables in
parts: the reports as a corpus of :mod:`gxstats.columnar`, what was found in them, and what became
of every file. A bad file is a row among the others; a run that was ended goes on where it was.

It needs the extras ``columnar`` and ``read``.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from ..lazy import lazily

if TYPE_CHECKING:
    from .failures import FILE_CODES, REFUSALS, FileFailure, Refused
    from .judging import Status
    from .output import clear
    from .running import Interrupted, Progress, run
    from .summary import PassedReason, Summary, UnreadableFile
    from .tables import files_schema, findings_schema, reports_schema

__all__ = [
    "FILE_CODES",
    "REFUSALS",
    "FileFailure",
    "Interrupted",
    "PassedReason",
    "Progress",
    "Refused",
    "Status",
    "Summary",
    "UnreadableFile",
    "clear",
    "files_schema",
    "findings_schema",
    "reports_schema",
    "run",
]

_LAZY = {
    "FILE_CODES": ".failures",
    "REFUSALS": ".failures",
    "FileFailure": ".failures",
    "Interrupted": ".running",
    "PassedReason": ".summary",
    "Progress": ".running",
    "Refused": ".failures",
    "Status": ".judging",
    "Summary": ".summary",
    "UnreadableFile": ".summary",
    "clear": ".output",
    "files_schema": ".tables",
    "findings_schema": ".tables",
    "reports_schema": ".tables",
    "run": ".running",
}

if not TYPE_CHECKING:  # to a checker, every name would then exist
    __getattr__, __dir__ = lazily(__name__, _LAZY)
