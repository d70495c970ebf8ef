"""What is kept of a file depends on besides its bytes: the code that reads, cuts and compares it.

A store keeps what it made of each file, and why it left one out. Made by other code it may be
another text, other furniture, another date, other words to be found by, of another story, or
readable after all; so the digest of that code is kept beside it, and a store with another one reads
its files again. Nobody can forget to raise it.
"""

from __future__ import annotations

import hashlib
from functools import lru_cache
from pathlib import Path

_HERE = Path(__file__).parent

MODULES = (
    *("abbreviations", "about", "beneath", "borders", "boxes", "byline", "chunk", "cues", "days"),
    *("documents", "embed", "encoding", "errors", "foreign", "frequent", "furniture", "grams"),
    *("headline", "language", "lines", "listing", "postings", "read", "segment", "terms"),
    *("tokens", "told", "traces", "twins"),
)
"""All that makes what is kept, vectors aside, beside ``formats`` and the lists of words."""


@lru_cache(maxsize=1)
def reading_code() -> str:
    """Return a digest of that code: the same wherever and on what it runs."""
    digest = hashlib.sha256()
    own = [_HERE / f"{name}.py" for name in MODULES]
    words = [*_HERE.glob("*.toml"), *_HERE.glob("*.txt")]
    for path in [*own, *sorted([*words, *(_HERE / "formats").glob("*.py")])]:
        # Where only byte code was installed there is no source: such a store keeps its texts.
        source = path.read_bytes() if path.is_file() else b""
        digest.update(f"{path.name}\0".encode() + source.replace(b"\r\n", b"\n") + b"\0")
    return digest.hexdigest()[:16]
