"""What holds of every format: it tells the same, as it comes, whatever files are called."""

from __future__ import annotations

import gc
import io
import itertools
import weakref

import pytest
from tests.support.judged_sources import BASE, EXAMPLE, NAMES, corpus, several_slips, slip

from gxstats.verdicts import FORMATS, TEXT_FORMATS, html, judge_bytes, pieces, write

LANGUAGES = ("zh", "en")


@pytest.fixture(scope="module")
def files():
    return corpus()


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("name", FORMATS)
def test_the_worst_names_are_written_and_nothing_of_them_is_obeyed(name, language, files):
    stream = io.BytesIO()
    write(name, files, stream, language, base=BASE)
    if name == "xlsx":
        assert stream.getvalue().startswith(b"PK")
        return
    text = stream.getvalue().decode("utf-8")
    assert not {"\x1b", "\x00", "\x7f", "\x85", "\ufffe", "\uffff"} & set(text)


@pytest.mark.parametrize("name", FORMATS)
def test_no_files_are_written_too(name):
    stream = io.BytesIO()
    write(name, [], stream, "zh")
    assert stream.getvalue()


@pytest.mark.parametrize("name", ["sarif", "github", "junit", "csv"])
def test_what_is_said_of_a_file_comes_before_the_next_is_judged(name):
    asked = []

    def verdicts():
        for place in itertools.count():
            asked.append(place)
            yield judge_bytes(slip(), f"{place}.json")

    written = pieces(name, verdicts(), "zh", base=BASE)
    text = b""
    while b"/3.json" not in text and b"3.json" not in text:
        text += next(written)
    assert len(asked) <= 5


@pytest.mark.parametrize("name", FORMATS)
def test_a_verdict_is_let_go_before_the_one_after_the_next_comes(name):
    """Of a thousand files no more than two are in memory at any time."""
    alive, most = [], []
    gc.freeze()  # what is there already is not looked through each time

    def verdicts():
        for place in range(6):
            verdict = judge_bytes(several_slips(), f"{place}.json")
            alive.append(weakref.ref(verdict))
            yield verdict
            del verdict
            gc.collect()
            most.append(sum(one() is not None for one in alive))

    try:
        write(name, verdicts(), io.BytesIO(), "zh")
    finally:
        gc.unfreeze()
    assert len(most) == 6
    assert max(most) <= 2


def test_what_waits_for_the_end_of_a_page_does_not_wait_in_memory(monkeypatch):
    monkeypatch.setattr(html, "_IN_MEMORY", 1_000)
    rolled = []
    real = html.SpooledTemporaryFile

    class Watched(real):
        def rollover(self):
            rolled.append(True)
            super().rollover()

    monkeypatch.setattr(html, "SpooledTemporaryFile", Watched)
    verdicts = [judge_bytes(slip(), f"{place}.json") for place in range(3)]
    text = b"".join(pieces("html", verdicts)).decode()
    assert rolled
    assert text.count('<section class="file"') == 3
    assert text.endswith("</html>\n")


def test_an_unknown_format_is_refused():
    with pytest.raises(ValueError, match="'pdf' is not one of"):
        pieces("pdf", [])
    with pytest.raises(ValueError, match="'pdf' is not one of"):
        write("pdf", [], io.BytesIO())


@pytest.mark.parametrize("name", TEXT_FORMATS)
def test_both_languages_differ_and_english_has_no_chinese_but_the_form_s(name):
    verdicts = [judge_bytes(slip(), "a.json"), judge_bytes(b"", "b.txt")]
    zh, en = (b"".join(pieces(name, verdicts, one)).decode() for one in LANGUAGES)
    assert zh != en
    assert "文件" in zh or "表三" in zh
    assert "表三" not in en or name == "sarif"  # which has both


def test_a_relative_base_is_the_current_folder():
    verdicts = [judge_bytes(EXAMPLE, name) for name in NAMES]
    for name in TEXT_FORMATS:
        assert b"".join(pieces(name, verdicts))
