"""The GitHub Action: its definition, and its scripts as a runner runs them."""

from __future__ import annotations

import json
import os
import re
import shutil
import subprocess
import sys
from pathlib import Path
from typing import Any

import attrs
import pytest
import yaml
from jsonschema import Draft7Validator
from tests.support.paths import ROOT
from tests.support.simple_reports import zeros_document

from gxstats import examples
from gxstats.cli.hook import FAIL_ON
from gxstats.text import LANGUAGES

pytest.importorskip("click")
pytest.importorskip("rich")
if shutil.which("bash") is None:
    pytest.skip("no bash here", allow_module_level=True)

pytestmark = pytest.mark.engines  # bash, which runs the scripts of the action

ACTION: dict[str, Any] = yaml.safe_load((ROOT / "action.yml").read_text(encoding="utf-8"))
STEPS = {step["name"]: step for step in ACTION["runs"]["steps"]}
DEFAULTS = {name: value.get("default", "") for name, value in ACTION["inputs"].items()}


def formats() -> tuple[str, ...]:
    """The formats that ``gxstats check`` writes."""
    from gxstats.cli.check import command

    [option] = [one for one in command("en").params if one.name == "format_"]
    return option.type.choices


@attrs.frozen
class Ran:
    """What a script did, as the runner sees it."""

    code: int
    log: str
    outputs: dict[str, str]
    summary: str


def run(step: str, folder: Path, path: str | None = None, **inputs: str) -> Ran:
    """Run the script of a step, as the runner would in this folder."""
    home = folder.parent / "runner"
    home.mkdir(exist_ok=True)
    files = {name: home / name for name in ("output", "summary")}
    for file in files.values():
        file.write_text("", encoding="utf-8")
    given = {**DEFAULTS, **{name.replace("_", "-"): value for name, value in inputs.items()}}

    def value(match: re.Match[str]) -> str:
        kind, name = match[1].split(".", 1)
        if kind == "inputs":
            return given[name]
        assert match[1] == "steps.install.outputs.python"
        return sys.executable

    script = home / "script.sh"
    script.write_text(STEPS[step]["run"], encoding="utf-8")
    environment = {
        **{name: os.environ[name] for name in ("PATH", "HOME") if name in os.environ},
        **{name: os.environ[name] for name in os.environ if name.startswith("PIP_")},
        "GITHUB_OUTPUT": str(files["output"]),
        "GITHUB_STEP_SUMMARY": str(files["summary"]),
        "GITHUB_ACTION_PATH": str(ROOT),
        "RUNNER_TEMP": str(home),
    }
    for name, text in STEPS[step]["env"].items():
        environment[name] = re.sub(r"\$\{\{ ([\w.-]+) \}\}", value, text)
    if path is not None:
        environment["PATH"] = path
    done = subprocess.run(
        ["bash", "--noprofile", "--norc", "-e", "-o", "pipefail", str(script)],
        cwd=folder,
        env=environment,
        stdin=subprocess.DEVNULL,
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        timeout=600,
        check=False,
    )
    lines = files["output"].read_text(encoding="utf-8").splitlines()
    return Ran(
        done.returncode,
        done.stdout.decode(),
        dict(line.split("=", 1) for line in lines),
        files["summary"].read_text(encoding="utf-8"),
    )


def check(folder: Path, **inputs: str) -> Ran:
    return run("gxstats check", folder, **inputs)


REPORTS = {
    "held.json": (zeros_document(), 0),
    "violated.json": (zeros_document(disputes__reconsideration__upheld=3), 1),
    "cut.json": (zeros_document()[:900], 2),
    "open.json": (zeros_document(disputes__reconsideration__upheld=None), 3),
}


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    made = tmp_path / "repository"
    made.mkdir()
    for name, (data, _) in REPORTS.items():
        (made / name).write_bytes(data)
    (made / "殷都区 2019.txt").write_bytes(examples.path("yindu-2019").read_bytes())
    return made


writes = pytest.mark.skipif(
    not {"sarif", "github"} <= set(formats()), reason="gxstats check writes no SARIF yet"
)

# --- the definition --------------------------------------------------------------------------


def test_the_definition_is_one_for_github():
    package = pytest.importorskip("check_jsonschema", reason="check-jsonschema is not installed")
    file = Path(package.__file__).parent / "builtin_schemas" / "vendor" / "github-actions.json"
    schema = json.loads(file.read_text(encoding="utf-8"))
    Draft7Validator(schema).validate(ACTION)
    without = {name: value for name, value in ACTION.items() if name != "runs"}
    assert not Draft7Validator(schema).is_valid(without)


def test_actions_of_others_are_pinned_by_commit():
    for step in STEPS.values():
        assert re.fullmatch(r"[\w-]+/[\w-]+@[0-9a-f]{40}", step.get("uses", f"a/a@{'0' * 40}"))


def test_what_is_installed_is_pinned_with_its_hash():
    script = STEPS["gxstats"]["run"]
    installing = [line for line in script.splitlines() if "pip install" in line]
    assert len(installing) == 2
    assert "--require-hashes --no-deps --only-binary :all:" in installing[0]
    assert "--no-deps --no-build-isolation" in installing[1]


def test_no_input_stands_in_a_script():
    for step in STEPS.values():
        assert "${{" not in step.get("run", "")
        for name in step.get("env", {}):
            assert re.fullmatch(r"[A-Z0-9_]+", name)


def test_every_input_and_output_is_described_in_both_languages_and_used():
    text = (ROOT / "action.yml").read_text(encoding="utf-8")
    for kind in ("inputs", "outputs"):
        for name, one in ACTION[kind].items():
            chinese, english = re.split(" / ", one["description"], maxsplit=1)
            assert re.search(r"[一-鿿]", chinese), name
            assert not re.search(r"[一-鿿]", english), name
    for name in ACTION["inputs"]:
        assert f"inputs.{name} " in text
    written = re.findall(r'echo "([\w-]+)=.*>>"\$GITHUB_OUTPUT"', STEPS["gxstats check"]["run"])
    assert set(written) == set(ACTION["outputs"])


# --- wrong inputs ----------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("inputs", "name"),
    [
        ({"language": "fr"}, "language"),
        ({"fail_on": "always"}, "fail-on"),
        ({"format": "json"}, "format"),
        ({"format": ""}, "format"),
        ({"output": ""}, "output"),
        ({"output": "-"}, "output"),
        ({"output": "--lang"}, "output"),
        ({"output": "a\nexit-code=0"}, "output"),
        ({"baseline": "--lang"}, "baseline"),
        ({"baseline": "a\nb"}, "baseline"),
        ({"files": ""}, "files"),
        ({"files": " \n\r\n\t"}, "files"),
        ({"files": "missing.json"}, "files"),
        ({"files": "a\r::add-mask::x\rb"}, "files"),
        ({"files": "held.json\n*.pdf"}, "files"),
        ({"files": "held.json", "format": "sarif", "output": "held.json"}, "output"),
    ],
)
def test_a_wrong_input_is_named_and_nothing_is_done(folder, inputs, name):
    before = {path.name: path.read_bytes() for path in folder.iterdir()}
    ran = check(folder, **{"files": "held.json"} | inputs)
    assert ran.code == 2
    assert f"::error title=gxstats::{name}：" in ran.log
    assert len(re.findall(r"(?m)(?:^|\r)::", ran.log)) == 1
    assert (ran.outputs, ran.summary) == ({}, "")
    assert {path.name: path.read_bytes() for path in folder.iterdir()} == before


def test_violations_of_a_baseline_do_not_fail_the_job(folder):
    from tests.support.command_line import run as gxstats

    known = folder.parent / "known.json"
    gxstats("check", folder / "violated.json", "--baseline", known, "--update-baseline")
    assert check(folder, files="violated.json").code == 1
    assert check(folder, files="violated.json", baseline=str(known)).code == 0
    assert check(folder, files="violated.json", baseline="missing.json").code == 2


COMMANDS = ("$(touch hit)", "`touch hit`", "; touch hit", "' ; touch hit ; '", '" ; touch hit ; "',
            "$((a[$(touch hit)]))", "| touch hit", "&& touch hit #", "${IFS}touch${IFS}hit")  # fmt: skip


@pytest.mark.parametrize("name", sorted(set(DEFAULTS) - {"python-version", "output"}))
@pytest.mark.parametrize("text", COMMANDS)
def test_an_input_is_never_taken_for_a_command(folder, name, text):
    step = "gxstats" if name == "version" else "gxstats check"
    before = set(folder.iterdir())
    ran = run(step, folder, **{"files": "held.json", name.replace("-", "_"): f"1{text}"})
    assert ran.code == 2
    assert set(folder.iterdir()) == before


@pytest.mark.parametrize("format_", ["sarif", "github"])
def test_a_path_is_never_taken_for_a_command(folder, format_):
    path = " ".join(COMMANDS)
    check(folder, files="held.json", format=format_, output=path)
    assert not list(folder.rglob("hit"))


@pytest.mark.parametrize("version", ["../x", "-r", "1.0 --pre", "1.0;x", "@main", "a1", "1.0\n2"])
def test_a_version_is_a_version(folder, version):
    ran = run("gxstats", folder, version=version)
    assert ran.code == 2
    assert "::error title=gxstats::version：" in ran.log
    assert ran.outputs == {}


# --- what the runner gets --------------------------------------------------------------------


@writes
@pytest.mark.parametrize(
    ("name", "fail_on", "format_", "fails"),
    [
        ("held.json", "undecided", "sarif", False),
        ("open.json", "undecided", "github", True),
        ("open.json", "violated", "sarif", False),
        ("violated.json", "violated", "github", True),
        ("violated.json", "unreadable", "github", False),
        ("cut.json", "violated", "github", True),
        ("cut.json", "unreadable", "sarif", True),
        ("cut.json", "never", "github", False),
    ],
)
def test_the_job_fails_from_the_least_on_that_is_named(folder, name, fail_on, format_, fails):
    code = REPORTS[name][1]
    ran = check(folder, files=name, fail_on=fail_on, format=format_)
    assert ran.outputs["exit-code"] == str(code)
    assert ran.code == (code if fails else 0)


def test_the_least_that_fails_has_the_same_words_for_the_hook_and_the_action():
    said = re.search(r"must be one of: (undecided[\w, ]*)", STEPS["gxstats check"]["run"])
    assert said
    assert said[1].split(", ") == [*FAIL_ON, "never"]


@writes
@pytest.mark.parametrize("language", LANGUAGES)
def test_the_sarif_file_is_where_it_was_asked_for(folder, language):
    for _ in range(2):  # what an earlier run wrote is written anew
        ran = check(
            folder,
            files="violated.json",
            format="sarif",
            output="out/a b.sarif",
            language=language,
        )
        assert ran.outputs == {"sarif": "out/a b.sarif", "exit-code": "1"}
        written = json.loads((folder / "out" / "a b.sarif").read_text(encoding="utf-8"))
        assert written["version"] == "2.1.0"
        [result] = written["runs"]
        assert result["results"]


@writes
def test_annotations_are_in_the_log_and_the_verdict_on_the_page_of_the_run(folder):
    ran = check(folder, files="violated.json", format="github", language="en")
    assert re.search(r"^::error [^\n]*file=violated\.json", ran.log, re.MULTILINE)
    assert "sarif" not in ran.outputs
    assert ran.summary.startswith("### gxstats check\n\n    violated.json")


@writes
def test_files_may_be_folders_patterns_and_names_with_spaces(folder):
    (folder / "-x.json").write_bytes(zeros_document())
    (folder / "sub").mkdir()
    (folder / "sub" / "[a].json").write_bytes(zeros_document())
    ran = check(
        folder,
        files="殷都区 2019.txt\r\nh*.json\n\n-x.json\nsub\nsub/[a].json\n",
        format="github",
        language="en",
    )
    assert (ran.code, ran.outputs) == (0, {"exit-code": "0"})
    for name in ("殷都区 2019.txt", "held.json", "-x.json", "sub/[a].json"):
        assert name in ran.summary


@writes
def test_what_stands_in_a_report_is_no_command_and_no_markdown(folder):
    name = "::set-output name=x::y.json"
    (folder / name).write_bytes(zeros_document(disputes__reconsideration__upheld=3))
    (folder / "```.json").write_bytes(zeros_document(disputes__reconsideration__upheld=3))
    ran = check(folder, files=f"{name}\n```.json", format="sarif", language="en")
    stopped = None
    for line in ran.log.splitlines():
        begun = re.fullmatch(r"::stop-commands::([0-9a-f]{32})", line)
        if begun:
            assert stopped is None
            stopped = begun[1]
        elif line == f"::{stopped}::":
            stopped = None
        elif stopped is None:
            assert not line.lstrip().startswith("::")
    assert stopped is None
    assert name in ran.log
    shown = ran.summary.splitlines()[2:]
    assert all(line.startswith("    ") for line in shown if line.strip())


@writes
@pytest.mark.skipif(os.name != "posix", reason="such names exist on POSIX only")
def test_names_of_files_are_no_commands_among_annotations(folder):
    (folder / "in").mkdir()
    (folder / "in" / ".h\n::add-mask::secret\n::stop-commands::zz").write_bytes(b"x")
    (folder / "in" / "~$x\n::error file=README.md,line=1::forged").write_bytes(b"x")
    (folder / "in" / "a\n::set-output name=x::y.json").write_bytes(REPORTS["violated.json"][0])
    ran = check(folder, files="in", format="github", language="en")
    said = [line for line in ran.log.splitlines() if line.lstrip().startswith("::")]
    allowed = r"::(error|warning|notice|debug|stop-commands)\b.*|::[0-9a-f]{32}::"
    assert said
    for line in said:
        assert re.fullmatch(allowed, line)
        assert "forged" not in line
    assert not re.search(r"(?m)^\s*::(add-mask|set-output|stop-commands::zz)", ran.log)


@writes
def test_a_source_is_no_output_though_it_has_the_word_in_it(folder):
    source = folder / "violated.json"
    before = source.read_bytes().replace("某局".encode(), b"sarif")
    source.write_bytes(before)
    for files in ("violated.json", "."):
        ran = check(folder, files=files, format="sarif", output="violated.json")
        assert ran.code == 2
        assert source.read_bytes() == before


@writes
def test_the_page_of_a_run_stays_within_its_limit(folder):
    for number in range(400):
        (folder / f"{number}{'长' * 60}.json").write_bytes(REPORTS["violated.json"][0])
    ran = check(folder, files="*.json", format="github")
    assert len(ran.summary.encode()) < 1024 * 1024


# --- installing ------------------------------------------------------------------------------


@pytest.mark.thorough
def test_the_action_installs_itself_and_checks_a_report(folder):
    ran = run("gxstats", folder)
    if re.search(r"No matching distribution|ConnectionError|Temporary failure", ran.log):
        pytest.skip("the package index is not to be had")
    assert ran.code == 0, ran.log
    python = ran.outputs["python"]
    done = subprocess.run(
        [python, "-m", "gxstats", "check", "held.json", "殷都区 2019.txt"], cwd=folder, check=False
    )
    assert done.returncode == 0
