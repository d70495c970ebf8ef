"""Where a model is reached: an address, perhaps a key, and manners.

Used by everything that calls an OpenAI-compatible server. The key belongs to its address: it is
shown nowhere, and callers turn redirects off so that it goes nowhere else.
"""

from __future__ import annotations

import email.utils
import ipaddress
import math
import re
import time
from collections.abc import Mapping
from dataclasses import dataclass, field
from urllib.parse import quote, urlsplit

OPENAI = "https://api.openai.com/v1"

_ROUTES = ("/chat/completions", "/completions", "/embeddings", "/models", "/responses")
# Also what a provider shows of a key when it refuses it: "sk-proj-ab***yz".
_KEYS = re.compile(
    r"\b(?:sk|pk|rk|gsk|hf|xai|key)[-_][\w*.-]{6,}|\bAIza[\w-]{20,}|(?<=Bearer )\S+"
    r"|(?<=//)[^/\s@]+@",
    re.IGNORECASE,
)
_CONTROLS = re.compile(r"[\s\x00-\x1f\x7f-\x9f\u200b-\u200f\u2028-\u202e\u2060-\u2069\ufeff]+")


@dataclass(frozen=True, slots=True)
class Endpoint:
    """An OpenAI-compatible server."""

    base_url: str
    """Without a slash at its end: ``/chat/completions`` is put right behind it."""
    key: str | None = field(default=None, repr=False)

    @classmethod
    def at(cls, base_url: str | None, key: str | None) -> Endpoint:
        """Read an address as people write it: without ``/v1``, with a slash, without ``http://``.

        Args:
            base_url: The address; ``None`` or nothing stands for OpenAI.
            key: The key for this address; ``None`` where none is needed.

        Raises:
            ValueError: the address or the key cannot be used; the message says why, without them.
        """
        url = (base_url or "").strip() or OPENAI
        if "://" not in url:
            url = f"{'http' if _is_local(urlsplit(f'//{url}').hostname) else 'https'}://{url}"
        parts = urlsplit(url)
        if parts.scheme not in ("http", "https") or not parts.hostname or _port(url) == 0:
            raise ValueError("The address of the model must look like http://localhost:11434/v1.")
        if parts.username or parts.query or parts.fragment:
            raise ValueError(
                "The address of the model must not hold a user name, a ? or a #: give the key "
                "as a setting of its own."
            )
        path = parts.path.rstrip("/")
        for route in _ROUTES:
            path = path.removesuffix(route)
        return cls(f"{parts.scheme}://{parts.netloc}{path or '/v1'}", _tidy_key(key))

    @property
    def host(self) -> str:
        """Host and port, for messages and fingerprints."""
        return urlsplit(self.base_url).netloc

    @property
    def is_local(self) -> bool:
        """Whether this machine itself is meant: then no proxy is asked."""
        return _is_local(urlsplit(self.base_url).hostname)

    def scrub(self, text: str) -> str:
        """Take out this endpoint's key and whatever else looks like one."""
        for secret in {self.key, quote(self.key, safe="")} if self.key else ():
            text = text.replace(secret, "[key]")
        return _KEYS.sub("[key]", text)

    def public(self, text: object, limit: int = 300) -> str:
        """Make a stranger's words fit to be shown: one line, no key, no control characters.

        Args:
            text: what a server said.
            limit: characters that are shown at most, the mark of a cut included.
        """
        shown = _CONTROLS.sub(" ", self.scrub(str(text))).strip()
        return shown if len(shown) <= limit else f"{shown[: limit - 1].rstrip()}…"


def asked_wait(headers: Mapping[str, str]) -> float | None:
    """Seconds that a server asks to wait (``retry-after-ms``, ``retry-after``); ``None`` if none.

    A date counts from now; nonsense (not a number, below zero) counts as nothing asked.
    """
    for name, unit in (("retry-after-ms", 0.001), ("retry-after", 1.0)):
        try:
            wait = float(headers.get(name, "")) * unit
        except ValueError:
            continue
        if math.isfinite(wait) and wait >= 0:
            return wait
    date = email.utils.parsedate_tz(headers.get("retry-after", ""))
    try:
        return max(0.0, email.utils.mktime_tz(date) - time.time()) if date else None
    except (ValueError, OverflowError):
        return None


def _is_local(host: str | None) -> bool:
    if host is None:
        return False
    if host == "localhost" or host.endswith(".localhost"):
        return True
    try:
        return ipaddress.ip_address(host).is_loopback
    except ValueError:
        return False


def _port(url: str) -> int | None:
    """The port, ``None`` if none is given, 0 if it is no port."""
    try:
        return urlsplit(url).port
    except ValueError:
        return 0


def _tidy_key(key: str | None) -> str | None:
    tidy = (key or "").strip()
    if not tidy:
        return None
    if not tidy.isascii() or not tidy.isprintable() or " " in tidy:
        raise ValueError("The key holds characters that no key has: copy it again.")
    return tidy
