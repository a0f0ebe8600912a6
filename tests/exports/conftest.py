"""The servers that the tests of SQL run in."""

from __future__ import annotations

from databases import mariadb, postgresql

__all__ = ["mariadb", "postgresql"]
