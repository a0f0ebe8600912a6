"""PDFs that are encrypted but open without a password: a copy in plain, made in another process.

What an encrypted file would inflate cannot be looked at before it is decrypted, and decrypting
inflates. So that is done in a process of its own, with little memory and little time; its copy
is then read like any other file.
"""

from __future__ import annotations

import subprocess
import sys
from typing import Final

from ..limits import Limits
from ..unreadable import Unreadable

__all__ = ["main", "unlocked"]

_NEEDS_PASSWORD: Final = 4
_LOCKED: Final = 3
"""What the process ends with where a password is needed."""
_DAMAGED: Final = 4
_MEMORY: Final = 150_000_000
"""Bytes of memory that the process may take."""
_SECONDS: Final = 10


def unlocked(data: bytes, limits: Limits) -> bytes:
    """A copy that is not encrypted; it has yet to be looked into."""
    command = [sys.executable, "-m", __name__]
    try:
        done = subprocess.run(  # noqa: S603 - this module itself
            command,
            input=data,
            capture_output=True,
            timeout=min(limits.seconds, _SECONDS),
            check=False,
        )
    except subprocess.TimeoutExpired as error:
        found = str(limits.seconds)
        raise Unreadable("read.limit.seconds", found=found, expected=found) from error
    if done.returncode == _LOCKED:
        raise Unreadable("read.encrypted", found="PDF")
    if done.returncode or not done.stdout.startswith(b"%PDF-"):
        raise Unreadable("read.damaged", found="PDF: /Encrypt")
    limits.require("inflated", len(done.stdout))
    return done.stdout


def main() -> int:
    """The process: the file comes in, the copy goes out."""
    try:
        import resource
    except ImportError:  # Windows: only the time is bounded
        pass
    else:
        resource.setrlimit(resource.RLIMIT_DATA, (_MEMORY, _MEMORY))
        resource.setrlimit(resource.RLIMIT_CPU, (_SECONDS, _SECONDS))
    import pypdfium2  # type: ignore[import-untyped,unused-ignore]

    try:
        document = pypdfium2.PdfDocument(sys.stdin.buffer.read())
    except pypdfium2.PdfiumError as error:
        return _LOCKED if getattr(error, "err_code", 0) == _NEEDS_PASSWORD else _DAMAGED
    document.save(sys.stdout.buffer, flags=pypdfium2.raw.FPDF_REMOVE_SECURITY)
    return 0


if __name__ == "__main__":
    sys.exit(main())
