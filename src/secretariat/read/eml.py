"""E-mail (.eml): the readable body; subject, sender and date as metadata."""

from __future__ import annotations

import re
from email import policy
from email.message import EmailMessage
from email.parser import BytesParser
from email.utils import parseaddr, parsedate_to_datetime

from secretariat.read.html import READER as HTML
from secretariat.read.reader import Raw, Reader, Unreadable


def _read(data: bytes) -> Raw:
    mail = BytesParser(policy=policy.default).parsebytes(data)
    body = mail.get_body(preferencelist=("plain", "html"))
    if body is None:
        raise Unreadable("the message has no readable body", "Save the text of the message")
    try:
        content = str(body.get_content())
    except (LookupError, UnicodeError):
        raise Unreadable("the body is in an encoding that is not known", "Save the text of the message") from None
    page = body.get_content_type() == "text/html"
    text = HTML.read(content.encode()).text if page else content.replace("\r\n", "\n")
    sender = parseaddr(str(mail["from"] or ""))[0]
    return Raw(text, title=str(mail["subject"] or ""), publisher=sender, published=_sent(mail))


def _sent(mail: EmailMessage) -> str:
    try:
        return parsedate_to_datetime(str(mail["date"])).date().isoformat()
    except (TypeError, ValueError):
        return ""


def _looks(head: bytes) -> bool:
    names = set(re.findall(rb"^([A-Za-z-]+):", head.split(b"\n\n")[0].split(b"\r\n\r\n")[0], re.MULTILINE))
    return {b"from", b"subject"} <= {n.lower() for n in names} and bool(re.match(rb"[A-Za-z-]+:", head))


READER = Reader("eml", "message/rfc822", (".eml",), _looks, _read)
