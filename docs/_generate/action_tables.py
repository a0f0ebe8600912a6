"""The inputs and outputs of the GitHub Action, as its definition describes them."""

from __future__ import annotations

from pathlib import Path
from typing import Any, Final

import yaml

from gxstats import Bilingual
from gxstats.text import Language

from .markup import code, in_text, table

__all__ = ["action_inputs"]

_ACTION: Final = Path(__file__).parents[2] / "action.yml"
_INPUTS: Final = Bilingual("输入|含义|默认", "Input|Meaning|Default")
_OUTPUTS: Final = Bilingual("输出|含义", "Output|Meaning")


def action_inputs(language: Language) -> str:
    """A table of the inputs, and one of the outputs."""
    action: dict[str, Any] = yaml.safe_load(_ACTION.read_text(encoding="utf-8"))
    inputs = (
        [code(name), _said(one, language), code(one["default"]) if one.get("default") else ""]
        for name, one in action["inputs"].items()
    )
    outputs = ([code(name), _said(one, language)] for name, one in action["outputs"].items())
    return "\n\n".join(
        (
            table(_INPUTS[language].split("|"), inputs),
            table(_OUTPUTS[language].split("|"), outputs),
        )
    )


def _said(one: dict[str, Any], language: Language) -> str:
    chinese, english = one["description"].split(" / ")
    return in_text(Bilingual(chinese, english)[language])
