"""The command ``gxstats``.

Nothing heavy is imported before the arguments ask for it, and a missing extra is named in the
language of the person who lacks it.
"""

from __future__ import annotations

import os
import sys
from typing import NoReturn

from ..errors import MissingExtra
from .language import language_asked_for
from .streams import complain, hold_standard_descriptors, speak_utf8
from .texts import PURPOSE

__all__ = ["main"]


def main() -> NoReturn:
    """Run the command on the arguments of this process, and exit with its code."""
    hold_standard_descriptors()
    speak_utf8(sys.stdout, sys.stderr)
    language = language_asked_for(sys.argv[1:], os.environ)
    for package in ("click", "rich"):
        try:
            __import__(package)
        except ModuleNotFoundError as error:
            if error.name != package:
                raise
            missing = MissingExtra(PURPOSE, package, "cli")
            complain(missing.explain(language))
            sys.exit(2)

    from .application import application

    application(language).main(prog_name="gxstats")
