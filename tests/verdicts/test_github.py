"""Workflow commands, read back as the runner of GitHub reads them."""

from __future__ import annotations

import itertools
import re
from collections import Counter

import pytest
from hypothesis import given
from tests.support.judged_sources import (
    BASE,
    CONTENTS,
    EXAMPLE,
    corpus,
    expected,
    slip,
    verdict_on,
)

from gxstats import FORMS, read, to_json
from gxstats.errors import GxstatsError
from gxstats.testing import corrupted_reports
from gxstats.verdicts import as_github, judge_bytes

MESSAGE = (("%0D", "\r"), ("%0A", "\n"), ("%25", "%"))
PROPERTY = (("%0D", "\r"), ("%0A", "\n"), ("%3A", ":"), ("%2C", ","), ("%25", "%"))


def unescaped(text, signs):
    for escape, sign in signs:
        text = text.replace(escape, sign)
    return text


def commands(text):
    """What the runner takes each line for: command, properties and message; None for plain text."""
    for line in text.removesuffix("\n").split("\n"):
        found = re.fullmatch(r"::([a-z]+)(?: ([^\n]*?))?::(.*)", line)
        if found is None:
            yield None, {}, line
            continue
        command, given_, message = found.groups()
        properties = {}
        for pair in (given_ or "").split(","):
            key, _, value = pair.partition("=")
            if key:
                properties[key] = unescaped(value, PROPERTY)
        yield command, properties, unescaped(message, MESSAGE)


def told(verdicts, language="zh"):
    return list(commands("".join(as_github(verdicts, language, base=BASE))))


def lines_expected(data):
    """How many commands there are to be: the doubts of one line are one, so are all blanks."""
    counts = expected(data)
    commands_ = Counter(
        error=counts["violated"] + counts["problem"] + counts["unreadable"],
        warning=int(counts["undecided"] > 0),
        notice=counts["hint"] + counts["diagnosis"] + counts["finding"] + counts["notice"],
    )
    if counts["doubt"]:
        reading = read(data)
        form = FORMS[reading.report.form.id]

        def line(doubt):
            if doubt.cell is None:
                return repr(doubt)
            place = form[doubt.cell].position
            return doubt.code, doubt.printed, place.table, place.row

        commands_["warning"] += sum(1 for _ in itertools.groupby(reading.doubts, line))
    return +commands_


@pytest.mark.parametrize("data", CONTENTS, ids=range(len(CONTENTS)))
def test_a_command_for_each_thing_that_there_is_to_say(data):
    verdict = verdict_on(data)
    *found, (last, _, summary) = told([verdict])
    assert last is None
    assert summary.startswith("共 1 份")
    assert Counter(command for command, _, _ in found) == lines_expected(data)


@given(corrupted_reports())
def test_the_errors_are_the_violated_relations(case):
    data = to_json(case.corrupted)
    found = told([judge_bytes(data, "a.json")])
    counts = Counter(command for command, _, _ in found if command)
    assert counts == lines_expected(data)


@pytest.mark.parametrize("language", ["zh", "en"])
def test_no_name_and_no_text_begins_a_command_or_ends_one(language):
    verdicts = corpus()
    found = told(verdicts, language)
    assert [command for command, _, _ in found].count(None) == 1  # the summary
    assert {command for command, _, _ in found} <= {"error", "warning", "notice", None}
    for command, properties, message in found:
        if command:
            assert set(properties) <= {"file", "line", "col", "title"}
            assert properties["title"]
            assert message
    names = {properties["file"] for _, properties, _ in found if properties}
    for name in ("a\nb.html", "x::y,title=z:%0A%2C.html", "=cmd()|' /C calc'!A0.json"):
        assert name in names


def test_the_gravest_comes_first():
    order = ("error", "warning", "notice")
    for verdict in corpus():
        found = [order.index(command) for command, _, _ in told([verdict]) if command]
        assert found == sorted(found)


def test_a_command_stands_at_its_line():
    data = slip()
    [*_, (command, properties, _), _, _] = told([judge_bytes(data, "a.json")])[:3]
    assert command == "error"
    line = data.decode().split("\n")[int(properties["line"]) - 1]
    assert line[int(properties["col"]) - 1 :].startswith('"')


def test_the_summary_counts_the_files():
    verdicts = [judge_bytes(EXAMPLE, "a"), judge_bytes(slip(), "b.json"), judge_bytes(b"", "c")]
    for language, said in (
        ("zh", "共 3 份：1 份不符，1 份读不出，1 份相符。"),
        ("en", "3 files: 1 with violations, 1 unreadable, 1 consistent."),
    ):
        assert told(verdicts, language)[-1] == (None, {}, said)
    assert told([], "en") == [(None, {}, "There are no files.")]


def test_a_skipped_file_is_told_only_to_who_debugs():
    from gxstats.verdicts import Skipped
    from gxstats.verdicts.failures import FileFailure

    error: GxstatsError = FileFailure("file.missing")
    [(command, properties, message), _] = told([Skipped("a\n.png", error)], "en")
    assert (command, properties, message) == ("debug", {}, "a\n.png no such file")
