"""Work of which processes die, or that never ends, as the name of the file says."""

from __future__ import annotations

import os
import signal
import time
from pathlib import Path

from gxstats.batch.working import judge_all

SEEN = ".seen"
"""A hidden file, which no run reads, beside a file of which a worker has died once."""


def deadly(sources, **given):
    return judge_all((_met(source) for source in sources), **given)


def _met(source):
    if "exits" in source.name:
        os._exit(7)
    if "is_killed" in source.name:
        os.kill(os.getpid(), signal.SIGKILL)
    if "once" in source.name:
        try:
            with Path(source.path).with_name(SEEN).open("x"):
                os._exit(1)
        except FileExistsError:
            pass
    if "hangs" in source.name:
        time.sleep(600)
    return source


def never(sources, **given):
    os._exit(3)
