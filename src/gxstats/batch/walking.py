"""Every file below a folder, one after the other, and what is passed over and why."""

from __future__ import annotations

import os
import stat
from collections.abc import Collection, Iterator
from typing import Final, TypeAlias

import attrs

from ..text import Bilingual

__all__ = ["LEADS_OUT", "SPECIAL", "Found", "Passed", "Unlisted", "leads_out", "shown", "walk"]

_LOCK: Final = "~$"
"""Begins the name of the file that Word or Excel keeps beside an open one."""

_HIDDEN: Final = Bilingual("隐藏的文件", "hidden file")
_OPEN: Final = Bilingual("编辑中留下的临时文件", "lock file of an open document")
SPECIAL: Final = Bilingual("不是普通文件", "not a regular file")
_TWICE: Final = Bilingual("已经看过的文件夹", "folder that was seen already")
LEADS_OUT: Final = Bilingual(
    "通往别处的链接（--follow-links 可跟随）",
    "link that leads elsewhere (--follow-links follows it)",
)
_OUTPUT: Final = Bilingual("输出文件夹", "folder that is written to")


def shown(name: str | os.PathLike[str]) -> str:
    r"""The name of a file as text; bytes that are no UTF-8 become ``\xff``."""
    return os.fsencode(name).decode("utf-8", "backslashreplace")


@attrs.frozen
class Found:
    """A file to be read."""

    name: str
    """As it is opened."""
    link: bool
    """It is a link to a file that stands elsewhere."""


@attrs.frozen
class Passed:
    """A file or folder that is passed over, and why."""

    name: str
    why: Bilingual


@attrs.frozen
class Unlisted:
    """A folder that cannot be listed."""

    name: str
    error: OSError


Met: TypeAlias = Found | Passed | Unlisted


def walk(root: str, without: Collection[str] = (), *, follow: bool = False) -> Iterator[Met]:
    """All that is met below a folder; each folder in it once, however many links lead there.

    ``without`` are real paths of folders that are not entered. Folders are entered as they
    stand, and where links lead is looked at after them; unless ``follow`` says so, a link is
    passed over that leads out of the folder. The files of a folder come as the
    system lists them, so that a folder of any size takes no memory.
    """
    seen: set[tuple[int, int]] = set()
    real = os.path.realpath(root)
    folders, links = [root], list[str]()
    while folders or links:
        folder = folders.pop() if folders else links.pop()
        try:
            status = os.stat(folder)  # noqa: PTH116
            if (status.st_dev, status.st_ino) in seen:
                yield Passed(folder, _TWICE)
                continue
            seen.add((status.st_dev, status.st_ino))
            inside, behind = list[str](), list[str]()
            with os.scandir(folder) as entries:
                for one in entries:
                    why = _reason_to_pass(one)
                    if why is not None:
                        yield Passed(one.path, why)
                    elif not follow and one.is_symlink() and leads_out(one.path, real):
                        yield Passed(one.path, LEADS_OUT)
                    elif not _is_folder(one):
                        yield Found(one.path, one.is_symlink())
                    elif without and os.path.realpath(one.path) in without:
                        yield Passed(one.path, _OUTPUT)
                    else:
                        (behind if one.is_symlink() else inside).append(one.path)
        except OSError as error:
            yield Unlisted(folder, error)
            continue
        folders += sorted(inside, reverse=True)
        links += sorted(behind, reverse=True)


def leads_out(path: str, folder: str) -> bool:
    """Whether a file stands outside of a folder, which is given as it really is."""
    real = os.path.realpath(path)
    return real != folder and not real.startswith(folder.rstrip(os.sep) + os.sep)


def _is_folder(one: os.DirEntry[str]) -> bool:
    try:
        return one.is_dir()
    except OSError:
        return False  # a link that leads to itself, such as: opening it will say so


def _reason_to_pass(one: os.DirEntry[str]) -> Bilingual | None:
    if one.name.startswith("."):
        return _HIDDEN
    if one.name.startswith(_LOCK):
        return _OPEN
    try:
        status = one.stat()
    except OSError:
        return None  # a link that leads nowhere: opening it will say so
    hidden = getattr(stat, "FILE_ATTRIBUTE_HIDDEN", 0)
    if getattr(status, "st_file_attributes", 0) & hidden:
        return _HIDDEN
    if not (stat.S_ISREG(status.st_mode) or stat.S_ISDIR(status.st_mode)):
        return SPECIAL  # to open a pipe would be to wait for ever
    return None
