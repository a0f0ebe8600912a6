"""The pictures of the docs are made here, and are of what there is to see today.

``pytest tests/docs/test_pictures.py --write-pictures`` makes them anew.
"""

from __future__ import annotations

import hashlib
import json
import re
from pathlib import Path

import pytest

from gxstats.text import LANGUAGES

pytest.importorskip("PIL.Image", reason="pictures need pillow")
pytest.importorskip("xlsxwriter")
from tests.support.docs_pictures import PICTURES, folder

MOST_BYTES = 160_000


def digest(words):
    """Of the letters that are to be seen; where lines break, and which comes first, is the font's
    affair."""
    letters = sorted(re.sub(r"\s+", "", words))
    return hashlib.sha256("".join(letters).encode()).hexdigest()[:16]


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("name", PICTURES)
def test_a_picture_shows_what_there_is_to_see_today(name, language, browser, tmp_path, request):
    made = PICTURES[name](language, browser, tmp_path)
    path = folder(language) / f"{name}.png"
    kept = folder(language) / "words.json"
    words = json.loads(kept.read_text("utf-8")) if kept.exists() else {}
    if request.config.getoption("--write-pictures"):
        path.parent.mkdir(exist_ok=True)
        path.write_bytes(made.png)
        words[name] = digest(made.words)
        kept.write_text(json.dumps(words, indent=2, sort_keys=True) + "\n", "utf-8")
    assert words[name] == digest(made.words), "what is shown has changed: --write-pictures"
    assert size(path.read_bytes()) == pytest.approx(size(made.png), rel=0.1)
    assert path.stat().st_size < MOST_BYTES


def size(png):
    import io

    from PIL import Image

    return Image.open(io.BytesIO(png)).size


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_picture_is_shown_and_described_on_a_page(language):
    pages = folder(language).parent.glob("*.md")
    shown = re.findall(
        r"!\[([^\]]+)\]\(pictures/(\w+)\.png\)", "".join(map(Path.read_text, pages))
    )
    assert {name for _, name in shown} == set(PICTURES)
    assert {path.stem for path in folder(language).glob("*.png")} == set(PICTURES)
    assert all(len(described) >= 8 for described, _ in shown)
