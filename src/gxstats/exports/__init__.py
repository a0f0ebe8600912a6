"""The relations for other engines: SQL, JavaScript, R, VTL, and the schema of tables.

Each is generated from the one declaration, gives the answers of :func:`gxstats.check` as far as its
language can say them, and is committed under ``schema/engines/``: ``python -m gxstats.exports`` writes
the files, and with ``--check`` fails where one is not what is generated.

>>> [*EXPORTS][:3]
['duckdb', 'postgresql', 'mysql']
>>> EXPORTS["vtl"].text(EXPORTS["vtl"].form("2021")).splitlines()[-1]
'end hierarchical ruleset;'
"""

from __future__ import annotations

from .committed import published, text_of
from .registry import EXPORTS, Export, NoSuchText

__all__ = ["EXPORTS", "Export", "NoSuchText", "published", "text_of"]
