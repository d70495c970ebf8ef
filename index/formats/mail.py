"""E-mails: subject, sender, day, every part that is shown. Attachments are named, not opened."""

from __future__ import annotations

import email.policy
import re
from collections.abc import Sequence
from email.message import EmailMessage
from email.utils import parseaddr, parsedate_to_datetime
from typing import Any

from index.documents import About, Detail, Furniture
from index.encoding import Decoded, decode

from .extracted import Extracted, Unreadable, Writer
from .letters import by_content
from .markup import shown_text

_HEAD_ENDS = re.compile(r"\r?\n\r?\n|\r\r")
_SHOWN = ("text/plain", "text/html")


def extract(data: bytes) -> Extracted:
    """Read a message's head and body."""
    message = _parsed(data)
    if not any(message[name] for name in ("From", "Date", "Subject")):
        raise Unreadable("malformed", "It does not begin as an e-mail does. Save it anew.")
    writer = Writer()
    told = _write_head(message, writer)
    left: list[str] = []
    _write_body(message, writer, left)
    marks = tuple(_name_attachment(name, writer) for name in left)
    return Extracted(writer.text(), about=About(**told), marks=marks)


def _parsed(data: bytes) -> EmailMessage:
    """Parse a message; letters beyond ASCII in its head, which no head should have, by content."""
    message = email.message_from_bytes(data, policy=email.policy.default)
    head = re.split(rb"\r?\n\r?\n|\r\r", data, maxsplit=1)[0]
    if head.isascii():
        return message
    # The whole message has more letters to tell by than a subject of two words.
    for some in (head, data):
        found = decode(some)
        if isinstance(found, Decoded):
            text = found.text
            break
    else:
        text = by_content(head, _declared(message)).text
    fields = email.message_from_string(
        _HEAD_ENDS.split(text, maxsplit=1)[0] + "\n\n", policy=email.policy.default
    )
    for name in ("Subject", "From", "Date"):
        if fields[name] is not None:
            del message[name]
            message[name] = " ".join(str(fields[name]).split())
    return message


def _write_head(message: EmailMessage, writer: Writer) -> dict[str, Any]:
    told: dict[str, Any] = {}
    for name, find in (("Subject", _subject), ("From", _sender), ("Date", _day)):
        value = " ".join(str(message[name] or "").split())
        if value:
            writer.add(f"{name}: ")
            field, detail = find(value, writer)
            told[field] = detail
            writer.add("\n")
    return told


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


def _write_body(part: EmailMessage, writer: Writer, left: list[str], shown: bool = True) -> None:
    """Write what is shown of a part, and of those within it, in order.

    Args:
        part: a message or a part of one.
        writer: takes the text.
        left: takes the names of what is not read.
        shown: False where another form of the same text is.
    """
    form, inner = part.get_content_type(), _inner(part)
    if part.is_attachment():
        left.append(part.get_filename() or form)
    elif inner and part.get_content_maintype() == "multipart":
        taken = _taken(part.get_content_subtype(), inner)
        for at, one in enumerate(inner):
            _write_body(one, writer, left, shown and (taken is None or at == taken))
    elif inner and form == "message/rfc822":
        writer.add("\n")
        _write_head(inner[0], writer)
        _write_body(inner[0], writer, left, shown)
    elif form in _SHOWN or part.get_content_maintype() == "multipart":  # one without its parts
        text = _text(part).strip() if shown else ""
        writer.add(f"\n{text}\n" if text else "")
    else:
        left.append(part.get_filename() or form)


def _inner(part: EmailMessage) -> list[EmailMessage]:
    return [one for one in part.iter_parts() if isinstance(one, EmailMessage)]


def _taken(kind: str, parts: Sequence[EmailMessage]) -> int | None:
    """Which one of several parts is shown; None for all of them."""
    if kind == "related":
        return 0
    if kind != "alternative":
        return None
    forms = [part.get_content_type() for part in parts]
    return forms.index("text/plain") if "text/plain" in forms else len(parts) - 1


def _text(part: EmailMessage) -> str:
    payload = part.get_payload(decode=True)
    data = payload if isinstance(payload, bytes) else str(part.get_payload()).encode()
    text = by_content(data, _declared(part)).text if data.strip() else ""
    return shown_text(text) if part.get_content_subtype() == "html" else text


def _declared(part: EmailMessage) -> str:
    return str(part.get_param("charset", "") or "")


def _name_attachment(name: str, writer: Writer) -> Furniture:
    writer.add("\n")
    start, end = writer.add(f"Attachment: {' '.join(name.split())}")
    writer.add("\n")
    return Furniture(start, end, "notice")
