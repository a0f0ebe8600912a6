"""Files packed into one, in the ways that programs do it: archives, letters, saved pages."""

from __future__ import annotations

import io
import random
import zipfile
from collections.abc import Mapping
from email.message import EmailMessage
from email.policy import SMTP

__all__ = ["letter", "saved_page", "zipped"]

JUNK = ("__MACOSX/._报告.docx", ".DS_Store", "图片/Thumbs.db", "desktop.ini", "~$报告.docx")


class _InGbk(zipfile.ZipInfo):
    """A member whose name is GBK, and not said to be anything."""

    def _encodeFilenameFlags(self) -> tuple[bytes, int]:  # noqa: N802 - the library's name
        return self.filename.encode("gbk"), self.flag_bits & ~0x800


def zipped(files: Mapping[str, bytes], *, names: str = "utf-8", junk: bool = False) -> bytes:
    """An archive; names are in UTF-8, in GBK, or in UTF-8 without saying so."""
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
        for name in JUNK if junk else ():
            archive.writestr(name, b"\0\0junk")
        for name, data in files.items():
            made = _InGbk(name) if names == "gbk" else zipfile.ZipInfo(name)
            made.compress_type = zipfile.ZIP_DEFLATED
            archive.writestr(made, data)
    return out.getvalue()


def letter(
    files: Mapping[str, bytes], body: str, *, html: bool = False, charset: str = "utf-8"
) -> bytes:
    """A letter with files attached."""
    message = EmailMessage(policy=SMTP)
    message["From"], message["To"] = "a@example.gov.cn", "b@example.gov.cn"
    message["Subject"] = "政府信息公开年度报告"
    message["Message-ID"] = "<1@example.gov.cn>"
    if html:
        message.set_content("见附件。", charset=charset)
        message.add_alternative(body, subtype="html", charset=charset)
    else:
        message.set_content(body, charset=charset)
    for name, data in files.items():
        message.add_attachment(data, maintype="application", subtype="octet-stream", filename=name)
    return message.as_bytes()


def saved_page(page: str, rng: random.Random) -> bytes:
    """A page as Chromium or Word saves it, with a picture beside it."""
    charset = rng.choice(["utf-8", "gb2312", "unicode", None])
    encoding = {"gb2312": "gb18030", "unicode": "utf-16"}.get(charset or "", "utf-8")
    part = EmailMessage(policy=SMTP)
    by = rng.choice(["base64", "quoted-printable"])
    part.set_content(page.encode(encoding), maintype="text", subtype="html", cte="base64")
    if by == "quoted-printable" and encoding != "utf-16":
        import quopri

        del part["Content-Transfer-Encoding"]
        part["Content-Transfer-Encoding"] = by
        part.set_payload(quopri.encodestring(page.encode(encoding)).decode("ascii"))
    if charset:
        part.set_param("charset", charset)
    part["Content-Location"] = "http://www.example.gov.cn/art/1.html"
    picture = EmailMessage(policy=SMTP)
    picture.set_content(b"\x89PNG\r\n", maintype="image", subtype="png")
    picture["Content-Location"] = "http://www.example.gov.cn/1.png"
    whole = EmailMessage(policy=SMTP)
    whole["From"] = "<Saved by Blink>"
    whole["Subject"] = "年报"
    whole["MIME-Version"] = "1.0"
    whole["Content-Type"] = 'multipart/related; type="text/html"; boundary="----=_B----"'
    whole.set_payload([part, picture])  # type: ignore[arg-type]
    return whole.as_bytes()
