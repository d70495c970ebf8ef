"""What is used when nobody says otherwise."""

from __future__ import annotations

from functools import lru_cache

from .embed import Embedder


@lru_cache(maxsize=1)
def default_embedder() -> Embedder:
    """Return the built-in embedder: the learned one that ships in ``index/model``.

    Raises:
        ModelDamaged: its files are missing or changed.
    """
    from .pocket import PocketEmbedder

    return PocketEmbedder()
