"""An address on the web is told apart from a file that is not there."""

from __future__ import annotations

import pytest
from tests.support.command_line import run

from gxstats import Unreadable, read
from gxstats.text import LANGUAGES
from gxstats.verdicts import judge

ADDRESSES = ["https://www.example.gov.cn/a.html", "http://x.y/z", "FTP://x/y.pdf"]
SAID = {"zh": "这是网址", "en": "an address on the web"}


@pytest.mark.parametrize("address", ADDRESSES)
def test_an_address_is_told_from_a_missing_file(address):
    with pytest.raises(Unreadable) as refused:
        read(address)
    assert refused.value.code == "read.url"
    verdict = judge(address)
    assert verdict.code == "file.url"
    for language in LANGUAGES:
        assert SAID[language] in refused.value.explain(language)
        assert SAID[language] in verdict.sentence(language)
        for command in ("check", "read", "validate", "diagnose", "show"):
            result = run(command, address, "--lang", language)
            assert result.exit_code == 2
            assert SAID[language] in result.stdout + result.stderr, command


@pytest.mark.parametrize("name", ["missing.html", "http.html", "https", "x:/y"])
def test_what_is_no_address_is_a_missing_file(name, tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    with pytest.raises(FileNotFoundError):
        read(name)
    assert judge(name).code == "file.missing"


@pytest.mark.parametrize("language", LANGUAGES)
def test_annotate_speaks_of_commands(tmp_path, language):
    document = tmp_path / "y.json"
    document.write_text('{"edition": "2021"}')
    result = run("annotate", document, "-o", tmp_path / "out.html", "--lang", language)
    assert result.exit_code == 2
    assert "diagnose" in result.stderr
