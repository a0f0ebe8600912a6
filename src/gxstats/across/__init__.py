"""Across editions, years and organs: conversion, comparison, series, and regions.

>>> from gxstats import examples, read
>>> from gxstats.across import convert
>>> report = read(examples.path("yindu-2019")).report
>>> newer = convert(report, "2021-undivided")
>>> newer.report["/requests/received/total"], newer.report["/disclosure/rules/issued"]
(50, None)
>>> len(newer.lost)
18
"""

from __future__ import annotations

from .comparing import Comparable, comparable_cells, compared
from .converting import Conversion, convert, loss
from .regions import Aggregate, CellRollUp, RollUp, aggregate, roll_up
from .series import Series, YearLink, series_of

__all__ = [
    "Aggregate",
    "CellRollUp",
    "Comparable",
    "Conversion",
    "RollUp",
    "Series",
    "YearLink",
    "aggregate",
    "comparable_cells",
    "compared",
    "convert",
    "loss",
    "roll_up",
    "series_of",
]
