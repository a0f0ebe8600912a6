"""Older and other office files, turned by LibreOffice into a kind that is read, where it is there.

LibreOffice runs without a window, with a profile of its own that lives as long as the conversion.
The profile forbids macros, the updating of links and fields, and any address but its own machine's.
It ends, with all that it started, when the time of the :class:`Limits` is over or when what it
writes is larger than they allow; it gets no more memory than they allow where the system sees to it. What it has written is only taken if it is what was asked for.
"""

from __future__ import annotations

import os
import shutil
import signal
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from contextlib import suppress
from pathlib import Path
from typing import Final
from xml.sax.saxutils import escape

from .limits import Limits
from .sniffing import Container, container_of
from .unreadable import Unreadable

__all__ = ["converted", "converter"]

_CONVERTER: Final = "LibreOffice"
_TARGETS: Final = {
    Container.DOC: (Container.DOCX, "MS Word 2007 XML"),
    Container.WPS: (Container.DOCX, "MS Word 2007 XML"),
    Container.RTF: (Container.DOCX, "MS Word 2007 XML"),
    Container.ODT: (Container.DOCX, "MS Word 2007 XML"),
    Container.ODS: (Container.XLSX, "Calc MS Excel 2007 XML"),
}
"""What a kind of file is turned into, and LibreOffice's name for that."""
_OTHER_CONVERTERS: Final = {Container.OFD: "OFD → PDF"}
"""Kinds that LibreOffice does not know, with the conversion that would be needed."""
_NAMES: Final = ("soffice", "libreoffice")
_PLACES: Final = (
    "/Applications/LibreOffice.app/Contents/MacOS/soffice",
    "/usr/lib/libreoffice/program/soffice",
    "/opt/libreoffice/program/soffice",
)
_WINDOWS_FOLDERS: Final = ("PROGRAMFILES", "PROGRAMFILES(X86)")
_KEPT_ENVIRONMENT: Final = ("PATH", "SYSTEMROOT", "SYSTEMDRIVE", "WINDIR", "COMSPEC", "PATHEXT")
_PAUSE: Final = 0.05
"""Seconds between two looks at a conversion under way."""
_NOWHERE: Final = ("127.0.0.1", "9")
"""Where every request to the network is sent: the port that discards."""
_SETTINGS: Final = (
    ("Office.Common/Security/Scripting", "MacroSecurityLevel", "3"),
    ("Office.Common/Security/Scripting", "DisableMacrosExecution", "true"),
    ("Office.Common/Security/Scripting", "BlockUntrustedRefererLinks", "true"),
    ("Office.Writer/Content/Update", "Link", "0"),
    ("Office.Writer/Content/Update", "Field", "false"),
    ("Office.Calc/Content/Update", "Link", "2"),
    ("Office.Calc/Formula/Load", "ODFRecalcMode", "1"),
    ("Office.Calc/Formula/Load", "OOXMLRecalcMode", "1"),
    ("Inet/Settings", "ooInetProxyType", "2"),
    ("Inet/Settings", "ooInetHTTPProxyName", _NOWHERE[0]),
    ("Inet/Settings", "ooInetHTTPProxyPort", _NOWHERE[1]),
    ("Inet/Settings", "ooInetHTTPSProxyName", _NOWHERE[0]),
    ("Inet/Settings", "ooInetHTTPSProxyPort", _NOWHERE[1]),
    ("Inet/Settings", "ooInetNoProxy", ""),
)
"""The profile: macros never run, links and fields are never updated, what was computed stays."""


def converter() -> str | None:
    """Where LibreOffice is on this machine, if it is."""
    for name in _NAMES:
        found = shutil.which(name)
        if found:
            return found
    folders = (Path(os.environ[name]) for name in _WINDOWS_FOLDERS if name in os.environ)
    windows = (folder / "LibreOffice" / "program" / "soffice.exe" for folder in folders)
    return next((str(path) for path in (*map(Path, _PLACES), *windows) if path.is_file()), None)


def converted(data: bytes, container: Container, limits: Limits) -> bytes:
    """A file turned into a Word or Excel file.

    Raises :class:`~gxstats.Unreadable`: ``read.converter`` where nothing on this machine can
    do it, ``read.conversion`` where it was tried and failed, and the limit that was passed.
    """
    if container not in _TARGETS:
        needed = _OTHER_CONVERTERS.get(container, _CONVERTER)
        raise Unreadable("read.converter", found=container.value, expected=needed)
    program = converter()
    if program is None:
        raise Unreadable("read.converter", found=container.value, expected=_CONVERTER)
    target, filter_name = _TARGETS[container]
    with tempfile.TemporaryDirectory(prefix="gxstats-", ignore_cleanup_errors=True) as name:
        folder = Path(name).resolve()
        source = folder / f"source.{container.value}"
        source.write_bytes(data)
        made = folder / "made"
        made.mkdir()
        _write_profile(folder / "profile")
        command = [
            program,
            f"-env:UserInstallation={(folder / 'profile').as_uri()}",
            "--headless",
            "--norestore",
            "--nolockcheck",
            "--nodefault",
            "--nologo",
            "--convert-to",
            f"{target.value}:{filter_name}",
            "--outdir",
            str(made),
            str(source),
        ]
        code = _run(command, folder, limits)
        result = made / f"source.{target.value}"
        if not result.is_file():
            raise _failed(f"{container.value} → {target.value} ({code})")
        limits.require("bytes", result.stat().st_size)
        content = result.read_bytes()
    limits.require_time()
    _require_kind(content, target, limits)
    return content


def _failed(found: str) -> Unreadable:
    return Unreadable("read.conversion", found=found, expected=_CONVERTER)


def _require_kind(content: bytes, target: Container, limits: Limits) -> None:
    try:
        kind = container_of(content, limits)
    except Unreadable as error:
        if error.code.startswith("read.limit."):
            raise
        raise _failed(f"{target.value}: {error.code}") from error
    if kind is not target:
        raise _failed(f"{kind.value} ≠ {target.value}")


def _write_profile(profile: Path) -> None:
    items = "".join(
        f'<item oor:path="/org.openoffice.{path}"><prop oor:name="{name}" oor:op="fuse">'
        f"<value>{escape(value)}</value></prop></item>"
        for path, name, value in _SETTINGS
    )
    user = profile / "user"
    user.mkdir(parents=True)
    (user / "registrymodifications.xcu").write_text(
        '<?xml version="1.0" encoding="UTF-8"?>'
        '<oor:items xmlns:oor="http://openoffice.org/2001/registry">' + items + "</oor:items>",
        "utf-8",
    )


def _environment(folder: Path) -> dict[str, str]:
    kept = {name: os.environ[name] for name in _KEPT_ENVIRONMENT if name in os.environ}
    temporary = dict.fromkeys(("HOME", "USERPROFILE", "TMPDIR", "TEMP", "TMP"), str(folder))
    return {**kept, **temporary, "LANG": "C.UTF-8", "SAL_USE_VCLPLUGIN": "svp"}


def _run(command: list[str], folder: Path, limits: Limits) -> int:
    """Run the conversion to its end, which comes at the latest with the end of the time."""
    clock = limits.begun()  # a limit whose clock does not run yet still ends the conversion
    if sys.platform != "win32":
        bounded = f'ulimit -d {limits.memory // 1024}; exec "$@"'
        command = ["/bin/sh", "-c", bounded, "sh", *command]
    try:
        process = subprocess.Popen(  # noqa: S603 - nothing of the file is in the words
            command,
            cwd=folder,
            env=_environment(folder),
            stdin=subprocess.DEVNULL,
            stdout=subprocess.DEVNULL,
            stderr=subprocess.DEVNULL,
            start_new_session=sys.platform != "win32",
        )
    except OSError as error:
        raise _failed(f"{type(error).__name__}") from error
    try:
        while process.poll() is None:
            limits.require_time()
            clock.require_time()
            limits.require("bytes", max(_sizes(folder / "made"), default=0))
            time.sleep(_PAUSE)
    finally:
        _end(process)
    return process.returncode


def _sizes(folder: Path) -> Iterator[int]:
    for path in folder.iterdir():
        with suppress(OSError):  # written under one name, and then moved to another
            yield path.stat().st_size


def _end(process: subprocess.Popen[bytes]) -> None:
    """End the process and all that it started, also what it left behind."""
    if sys.platform == "win32":
        if process.poll() is None:
            subprocess.run(  # noqa: S603
                ["taskkill", "/F", "/T", "/PID", str(process.pid)],  # noqa: S607
                stdout=subprocess.DEVNULL,
                stderr=subprocess.DEVNULL,
                check=False,
            )
    else:
        with suppress(ProcessLookupError, PermissionError):
            os.killpg(process.pid, signal.SIGKILL)
    process.wait()
