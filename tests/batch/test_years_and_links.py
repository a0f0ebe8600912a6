"""``batch``: years linked where that is asked for, and no way out of the folder through links."""

from __future__ import annotations

import pytest
from tests.support.command_line import run
from tests.verdicts.test_linking import AFTER, BEFORE, CARRIED

from gxstats import to_json
from gxstats.text import LANGUAGES

pytest.importorskip("polars")
batch = pytest.importorskip("gxstats.batch")
parquet = pytest.importorskip("pyarrow.parquet")


@pytest.fixture
def folder(tmp_path):
    made = tmp_path / "reports"
    made.mkdir()
    (made / "2022.json").write_bytes(to_json(BEFORE))
    (made / "2023.json").write_bytes(to_json(AFTER))
    return made


@pytest.mark.parametrize("language", LANGUAGES)
def test_what_does_not_tie_is_told_counted_and_written(folder, tmp_path, language):
    out = tmp_path / "out"
    alone = run("batch", folder, "-o", out, "--lang", language)
    assert (alone.exit_code, (out / "years.parquet").exists()) == (0, False)
    told = run("batch", folder, "-o", out, "--years", "--lang", language)
    assert told.exit_code == 1
    assert {"zh": "没有上年报告", "en": "no report of the year before"}[language] in told.stdout
    rows = parquet.read_table(out / "years.parquet").to_pylist()
    [tie] = [row for row in rows if row["relation"] == CARRIED]
    assert (tie["file"], tie["left"], tie["right"], tie["residual"]) == ("2023.json", 0, 3, -3)
    # a run without it would leave what is told of other reports
    assert run("batch", folder, "-o", out, "--lang", language).exit_code == 0
    assert not (out / "years.parquet").exists()


def test_the_summary_counts_every_report_once(folder, tmp_path):
    (folder / "other.json").write_bytes(to_json(AFTER.replace(organ="别局")))
    (folder / "nobody.json").write_bytes(to_json(AFTER.replace(year=None)))
    summary = batch.run([folder], tmp_path / "out", workers=1, years=True)
    assert summary.links == {"missing": 2, "unknown": 1, "violated": 1}
    assert sum(summary.links.values()) == sum(summary.verdicts.values())
    assert summary.to_dict()["links"] == summary.links


def test_links_are_followed_within_the_folder_and_out_of_it_only_on_request(folder, tmp_path):
    elsewhere = tmp_path / "elsewhere"
    elsewhere.mkdir()
    (elsewhere / "secret.json").write_bytes(to_json(AFTER.replace(organ="别局")))
    (folder / "out.json").symlink_to(elsewhere / "secret.json")
    (folder / "far").symlink_to(elsewhere)
    (folder / "inside.json").symlink_to("2022.json")
    summary = batch.run([folder], tmp_path / "a", workers=1)
    assert summary.statuses == {"read": 2}
    [why] = [one for one in summary.passed if "--follow-links" in one.why.en]
    assert why.count == 2
    followed = batch.run([folder], tmp_path / "b", workers=1, follow_links=True)
    assert followed.statuses == {"read": 3}
    pattern = batch.run([folder / "*.json"], tmp_path / "c", workers=1)
    assert pattern.statuses == {"read": 2}
    for command in ("check", "read"):
        more = ["-o", tmp_path / command] if command == "read" else []
        assert "别局" not in run(command, folder, *more).stdout
        again = ["-o", tmp_path / f"{command}2"] if command == "read" else []
        assert (
            "secret" in run(command, folder, "--follow-links", *again).stdout
            or "别局"
            in run(
                command,
                folder,
                "--follow-links",
                *(["-o", tmp_path / f"{command}3"] if again else []),
            ).stdout
        )
    named = run("check", folder / "out.json")
    assert named.exit_code == 0  # what is named is meant
