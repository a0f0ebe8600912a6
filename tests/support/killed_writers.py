"""Run with a folder and pairs in JSON: commands that write a file there, killed at a step of that.

Prints, for every command and step, what the command's process came to.
"""

from __future__ import annotations

import io
import json
import os
import signal
import sys
from contextlib import redirect_stderr, redirect_stdout, suppress
from pathlib import Path
from typing import Any

from gxstats.cli.application import application

from .writing_commands import WRITING, arguments, make_sources

STEPS = ("open", "write", "fsync", "replace", "after")


def main(folder: Path, pairs: list[tuple[str, str]]) -> None:
    sources = make_sources(folder)
    for name in dict(pairs):  # has everything imported before the first process is made
        come_to_an_end(name, sources, folder / "out")
    for name, step in pairs:
        out = folder / f"{name} {step}" / "out"
        out.parent.mkdir()
        out.write_bytes(b"earlier")
        process = os.fork()
        if not process:
            die_at(step, out.parent)
            come_to_an_end(name, sources, out)
            os._exit(0)
        _, status = os.waitpid(process, 0)
        beside = [path for path in out.parent.iterdir() if path != out]
        assert all(path.name.startswith(".") for path in beside), beside
        is_earlier = out.read_bytes() == b"earlier"
        found = [name, step, os.WIFSIGNALED(status), is_earlier, len(beside)]
        sys.stdout.write(json.dumps(found) + "\n")
        sys.stdout.flush()


def come_to_an_end(name: str, sources: dict[str, Path], out: Path) -> None:
    words = arguments(WRITING[name], **sources, OUT=out)
    with (
        redirect_stdout(io.TextIOWrapper(io.BytesIO())),
        redirect_stderr(io.StringIO()),
        suppress(SystemExit),
    ):
        application("en").main(words)


def die_at(step: str, folder: Path) -> None:
    """Have this process killed when it comes to a step of writing a file in a folder."""
    from gxstats import outputs

    real: dict[str, Any] = {name: getattr(os, name) for name in ("open", "fsync", "replace")}

    def die() -> None:
        os.kill(os.getpid(), signal.SIGKILL)

    def opening(path: Any, *given: Any, **more: Any) -> int:
        descriptor: int = real["open"](path, *given, **more)
        if Path(os.fsdecode(path)).parent == folder:
            die()
        return descriptor

    def replacing(made: Any, path: Any) -> None:
        if step == "after":
            real["replace"](made, path)
        if Path(path).parent == folder:
            die()

    def writing(file: Any, data: bytes) -> None:
        file.stream.write(data[: len(data) // 2])
        file.stream.flush()
        if file._made is not None:
            die()

    if step == "open":
        os.open = opening
    elif step == "write":
        outputs.WholeFile.write = writing  # type: ignore[method-assign]
    elif step == "fsync":
        os.fsync = lambda descriptor: die()
    else:
        os.replace = replacing


if __name__ == "__main__":
    main(Path(sys.argv[1]), json.loads(sys.argv[2]))
