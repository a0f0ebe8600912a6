"""What the page on pipelines tells others to write is what their programs take."""

from __future__ import annotations

import json
import re
from pathlib import Path
from typing import Any

import pytest
import yaml
from _generate.action_tables import action_inputs
from jsonschema import Draft7Validator, validators
from tests.support.paths import ROOT

from gxstats.cli.hook import FAIL_ON
from gxstats.text import LANGUAGES

PAGES = {
    language: (ROOT / "docs" / language / "machines.md").read_text(encoding="utf-8")
    for language in LANGUAGES
}
ACTION: dict[str, Any] = yaml.safe_load((ROOT / "action.yml").read_text(encoding="utf-8"))


def blocks(language: str, kind: str) -> list[str]:
    return re.findall(rf"^```{kind}\n(.*?)^```$", PAGES[language], re.MULTILINE | re.DOTALL)


def documents(language: str, key: str) -> list[tuple[str, dict[Any, Any]]]:
    """The YAML documents on a page that have a key."""
    found = [(text, yaml.safe_load(text)) for text in blocks(language, "yaml")]
    return [(text, document) for text, document in found if key in document]


def vendored(name: str) -> Any:
    """A schema that check-jsonschema carries, of a program that is not ours."""
    package = pytest.importorskip("check_jsonschema", reason="check-jsonschema is not installed")
    file = Path(package.__file__).parent / "builtin_schemas" / "vendor" / f"{name}.json"
    schema = json.loads(file.read_text(encoding="utf-8"))
    return validators.validator_for(schema, Draft7Validator)(schema)


def test_both_languages_show_the_same_but_for_words():
    def plain(document: object) -> object:
        text = json.dumps(document, ensure_ascii=False, default=str)
        return re.sub(r'"name": "[^"]*"|"language": "\w+"|"--lang", "\w+"', "", text)

    english, chinese = (
        [plain(yaml.safe_load(text)) for text in blocks(language, "yaml")]
        for language in LANGUAGES
    )
    assert english == chinese
    assert blocks("en", "groovy") == blocks("zh", "groovy")


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_configurations_of_pre_commit_are_taken_by_it(language, tmp_path):
    pytest.importorskip("pre_commit", reason="pre-commit is not installed")
    from pre_commit.clientlib import load_config

    manifest = yaml.safe_load((ROOT / ".pre-commit-hooks.yaml").read_text(encoding="utf-8"))
    shown = documents(language, "repos")
    assert len(shown) == 2
    path = tmp_path / ".pre-commit-config.yaml"
    for text, _ in shown:
        path.write_text(text, encoding="utf-8")
        [repository] = load_config(str(path))["repos"]
        for hook in repository["hooks"]:
            known = {one["id"] for one in manifest}
            assert hook["id"] in known
            for argument in re.findall(r"--fail-on, (\w+)", PAGES[language]):
                assert argument in FAIL_ON


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_workflow_is_one_and_gives_the_action_what_it_takes(language):
    # YAML 1.1 reads the key "on" as true.
    [(_, workflow)] = documents(language, "jobs")
    workflow = {"on" if key is True else key: value for key, value in workflow.items()}
    vendored("github-workflows").validate(workflow)
    [job] = workflow["jobs"].values()
    [step] = [one for one in job["steps"] if "/gxstats@" in one["uses"]]
    assert set(step["with"]) <= set(ACTION["inputs"])
    used = re.findall(r"steps\.(\w+)\.outputs\.([\w-]+)", json.dumps(job))
    assert used
    assert {(step["id"], name) for name in ACTION["outputs"]} >= set(used)


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_pipeline_is_one_for_gitlab(language):
    [(_, pipeline)] = documents(language, "gxstats")
    vendored("gitlab-ci").validate(pipeline)
    written = re.search(r"-o (\S+)", " ".join(pipeline["gxstats"]["script"]))
    assert written
    assert pipeline["gxstats"]["artifacts"]["reports"]["junit"] == written[1]


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_input_and_output_of_the_action_has_a_row(language):
    tables = action_inputs(language)
    assert "{{ action_inputs }}" in PAGES[language]
    for name in (*ACTION["inputs"], *ACTION["outputs"]):
        assert tables.count(f"| `{name}` |") == 1


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_page_holds_the_example_as_it_is_run(language):
    from _generate.fragments import filled

    source = (ROOT / "docs" / "examples" / "submission.py").read_text(encoding="utf-8")
    assert f"```python\n{source}```" in filled(PAGES[language], language)
