"""From pages on which characters and lines are placed to tables and text, over all pages.

Nothing here knows PDF, nor the form.
"""

from __future__ import annotations

__all__: list[str] = []
