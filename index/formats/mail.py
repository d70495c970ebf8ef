"""E-mails: subject, sender, day and body. Attachments are not opened."""

from __future__ import annotations

import email.policy
from email.message import EmailMessage
from email.utils import parseaddr, parsedate_to_datetime
from typing import Any

from index.documents import About, Detail
from index.encoding import Undecodable, decode

from .extracted import Extracted, Unreadable, Writer
from .markup import shown_text


def extract(data: bytes) -> Extracted:
    """Read a message's head and body."""
    message = email.message_from_bytes(data, policy=email.policy.default)
    if not any(message[name] for name in ("From", "Date", "Subject")):
        raise Unreadable("malformed", "It does not begin as an e-mail does. Save it anew.")
    writer = Writer()
    told: dict[str, Any] = {}
    for name, find in (("Subject", _subject), ("From", _sender), ("Date", _day)):
        value = " ".join(str(message[name] or "").split())
        if value:
            writer.add(f"{name}: ")
            field, detail = find(value, writer)
            told[field] = detail
            writer.add("\n")
    writer.add("\n" + _body(message).strip() + "\n")
    return Extracted(writer.text(), about=About(**told))


def _subject(value: str, writer: Writer) -> tuple[str, Detail | None]:
    return "title", writer.detail(value, value, "metadata", 0.95)


def _sender(value: str, writer: Writer) -> tuple[str, Detail | None]:
    name = parseaddr(value)[0] or value
    return "byline", writer.detail(name, value, "metadata", 0.8)


def _day(value: str, writer: Writer) -> tuple[str, Detail | None]:
    try:
        day = parsedate_to_datetime(value).date().isoformat()
    except (ValueError, TypeError):
        writer.add(value)
        return "date", None
    # Whoever sends a message writes its date.
    return "date", writer.detail(day, value, "metadata", 0.8)


def _body(message: EmailMessage) -> str:
    part = message.get_body(preferencelist=("plain", "html"))
    if part is None:
        return ""
    try:
        text = str(part.get_content())
    except (LookupError, UnicodeError):
        text = "\ufffd"
    if "\ufffd" in text:
        text = _by_content(part.get_payload(decode=True), text)
    return shown_text(text) if part.get_content_subtype() == "html" else text


def _by_content(payload: object, text: str) -> str:
    """Decode a body whose declared letters are wrong or unknown by what it holds."""
    found = decode(payload) if isinstance(payload, bytes) else None
    if found is None:
        return text
    if isinstance(found, Undecodable):
        raise Unreadable(found.reason, found.detail)
    return found.text
