"""What is used when nobody says otherwise."""

from __future__ import annotations

from functools import lru_cache
from pathlib import Path

from .embed import Embedder, HashEmbedder


@lru_cache(maxsize=1)
def default_embedder() -> Embedder:
    """Return the built-in embedder: the learned one that ships in ``index/model``.

    Raises:
        ModelDamaged: its files are missing or changed.
    """
    if not (Path(__file__).parent / "model" / "config.json").exists():
        return HashEmbedder()
    from .pocket import PocketEmbedder

    return PocketEmbedder()
