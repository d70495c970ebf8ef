"""Which embedder a setting means."""

from __future__ import annotations

from typing import Any

from index import Embedder, default_embedder

from .errors import ConfigError
from .models import is_llamaindex


def choose_embedder(chosen: Any, base_url: str | None, key: str | None) -> Embedder:
    """Make the embedder that a setting names, or adapt the object that was passed.

    Args:
        chosen: ``"auto"`` (built in), the name of a model at ``base_url``, an Embedder, or any
            LlamaIndex ``BaseEmbedding``.
        base_url: the configured endpoint, if any.
        key: the key for that endpoint and no other.

    Raises:
        ConfigError: a name without an endpoint.
    """
    if chosen == "auto":
        return default_embedder()
    if isinstance(chosen, str):
        if not base_url:
            raise ConfigError(
                f"The embedding model {chosen!r} needs an endpoint. Set ATTESTO_BASE_URL, or use "
                "embedder = auto, which is built in."
            )
        from index import OpenAIEmbedder

        return OpenAIEmbedder(chosen, base_url, key)
    if is_llamaindex(chosen):
        from index import LlamaIndexEmbedder

        return LlamaIndexEmbedder(chosen)
    embedder: Embedder = chosen
    return embedder
