"""The little Markdown that answers are shown with: emphasis, code and simple lists.

It works on text that is escaped already and makes no link, image or address of anything. The same
rules hold for an answer that is still being written: ``draft`` in ``web/talk.js``.
"""

from __future__ import annotations

import re
from itertools import groupby

_CODE = re.compile(r"`([^`\n]+)`")
_EMPHASIS = re.compile(r"(?<![\w*])\*([^*\s](?:[^*\n]*[^*\s])?)\*(?![\w*])")
_BULLET = re.compile(r"[-*•–]\s+")
_NUMBER = re.compile(r"(\d{1,2})[.)]\s+")


def inline(escaped: str) -> str:
    """Show emphasis and code; signs of bold type go, as statements are checked without them."""
    parts = _CODE.split(escaped)  # text, code, text, …
    return "".join(
        f"<code>{part}</code>" if at % 2 else _EMPHASIS.sub(r"<em>\1</em>", part.replace("**", ""))
        for at, part in enumerate(parts)
    )


def blocks(shown: str) -> str:
    """Cut into paragraphs and lists by lines; a list is numbered only where it counts from one."""
    lines = [line.strip() for line in shown.split("\n") if line.strip()]
    return "".join(_block(kind, list(group)) for kind, group in groupby(lines, _kind))


def _kind(line: str) -> str:
    return "ul" if _BULLET.match(line) else "ol" if _NUMBER.match(line) else "p"


def _block(kind: str, lines: list[str]) -> str:
    sign = _BULLET if kind == "ul" else _NUMBER
    if kind == "ol":  # `3. Oktober` is a date
        counted = [int(found[1]) for line in lines if (found := _NUMBER.match(line))]
        kind = "ol" if len(lines) > 1 and counted == list(range(1, len(lines) + 1)) else "p"
    if kind == "p":
        return "".join(f"<p>{line}</p>" for line in lines)
    items = "".join(f"<li>{sign.sub('', line, count=1)}</li>" for line in lines)
    return f"<{kind}>{items}</{kind}>"
