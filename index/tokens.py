"""How many tokens a text takes, counted with tiktoken and never over the network.

tiktoken fetches an encoding on first use. llama-index-core ships the files, so the encoding is read
from that folder, unless ``TIKTOKEN_CACHE_DIR`` names another one. If the file is in neither, or is
not what it should be, tokens are estimated from the bytes, on the high side.
"""

from __future__ import annotations

import hashlib
import importlib.util
import os
from binascii import a2b_base64
from collections.abc import Callable
from functools import lru_cache
from pathlib import Path

ENCODING = "cl100k_base"
"""Loads in half the time of ``o200k_base`` and never counts fewer tokens in our four languages."""

_HOME = "https://openaipublic.blob.core.windows.net/encodings/cl100k_base.tiktoken"
# tiktoken names a cached file by the SHA-1 of the address it would have come from.
_CACHED = hashlib.sha1(_HOME.encode(), usedforsecurity=False).hexdigest()
_DIGEST = "223921b76ee99bde995b7ff738513eef100fb51d18c93597a113bcffe865b2a7"
_PATTERN = (
    r"'(?i:[sdmt]|ll|ve|re)|[^\r\n\p{L}\p{N}]?+\p{L}++|\p{N}{1,3}+"
    r"| ?[^\s\p{L}\p{N}]++[\r\n]*+|\s++$|\s*[\r\n]|\s+(?!\S)|\s"
)
"""What tiktoken cuts a text by before it looks for tokens; a test holds us to its own."""


def count(text: str) -> int:
    """Count the tokens of a text. What looks like a special token counts as plain text."""
    return _counter()(text)


def fit(text: str, budget: int) -> str:
    """Return the longest beginning of a text that fits a budget, cut between words if it can be.

    Args:
        text: Any text.
        budget: Tokens, at least 0.
    """
    if budget <= 0:
        return ""
    if len(text.encode()) <= budget or count(text) <= budget:  # a token is at least one byte
        return text
    low, high = 0, len(text)
    while low < high:  # the most characters that fit
        middle = (low + high + 1) // 2
        low, high = (middle, high) if count(text[:middle]) <= budget else (low, middle - 1)
    head = text[:low]
    if low < len(text) and not text[low].isspace():
        space = max(head.rfind(" "), head.rfind("\n"))
        head = head[:space] if space > low // 2 else head
    return head.rstrip()


def estimate(text: str) -> int:
    """Estimate the tokens of a text without tiktoken: meant to be too many rather than too few."""
    return -(-len(text.encode("utf-8", "replace")) * 2 // 5)


@lru_cache(maxsize=1)
def _counter() -> Callable[[str], int]:
    folder = _folder()
    if folder is None:
        return estimate
    data = (folder / _CACHED).read_bytes()
    if hashlib.sha256(data).hexdigest() != _DIGEST:
        return estimate
    import tiktoken

    # Not by tiktoken's own loader: it takes four times as long, and fetches a file that is cut.
    parts = data.split()
    ranks = dict(zip(map(a2b_base64, parts[::2]), map(int, parts[1::2]), strict=True))
    encoding = tiktoken.Encoding(
        ENCODING, pat_str=_PATTERN, mergeable_ranks=ranks, special_tokens={}
    )
    ranks.clear()  # what is encoded with is a copy in tiktoken's own code: 12 MB are given back
    encode = encoding.encode_ordinary
    return lambda text: len(encode(text))


def _folder() -> Path | None:
    """The folder that holds the encoding's file, or None."""
    named = os.environ.get("TIKTOKEN_CACHE_DIR") or os.environ.get("DATA_GYM_CACHE_DIR")
    if named:
        return Path(named) if (Path(named) / _CACHED).is_file() else None
    # ``llama_index`` is a namespace package: finding its ``core`` imports nothing.
    found = importlib.util.find_spec("llama_index.core")
    for place in (found.submodule_search_locations or ()) if found else ():
        folder = Path(place) / "_static" / "tiktoken_cache"
        if (folder / _CACHED).is_file():
            return folder
    return None
