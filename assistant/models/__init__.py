"""The models that write answers, behind one seam; :func:`choose` makes one from its name.

Every module here loads what it adapts when it is imported, and none is imported before it is
chosen: ``import assistant`` pays for neither the ``openai`` client nor LlamaIndex.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from assistant.errors import ConfigError

if TYPE_CHECKING:
    from .seam import ChatModel


def choose(
    spec: object,
    *,
    base_url: str | None = None,
    key: str | None = None,
    deadline: float = 60.0,
) -> ChatModel:
    """Make the model that a setting names.

    Args:
        spec: ``extract`` (built in), the name of a model at the endpoint, ``auto`` (a model of the
            endpoint if there is one, else ``extract``), or a model: ours or a LlamaIndex ``LLM``.
        base_url: The configured endpoint; ``None`` stands for OpenAI if there is a key.
        key: The key for this endpoint and no other.
        deadline: Seconds for one reply.

    Raises:
        ConfigError: there is no such model, or the endpoint's address cannot be used.
    """
    if isinstance(spec, str):
        return _by_name(spec.strip(), base_url, key, deadline)
    if is_llamaindex(spec):
        from .llamaindex import LlamaIndexChat

        return LlamaIndexChat(spec, deadline=deadline)
    if callable(getattr(spec, "reply", None)) and isinstance(getattr(spec, "name", None), str):
        model: ChatModel = spec  # type: ignore[assignment]
        return model
    raise ConfigError(
        f"A model must be a name, a ChatModel or a LlamaIndex LLM, not {type(spec).__name__}."
    )


def is_built_in(model: ChatModel) -> bool:
    """Tell whether a model is the built-in reader, which reads passages and not prompts."""
    return model.name == "extract"


def is_llamaindex(thing: object) -> bool:
    """Tell whether something was made with LlamaIndex, without importing it."""
    return any(base.__module__.partition(".")[0] == "llama_index" for base in type(thing).__mro__)


def _by_name(name: str, base_url: str | None, key: str | None, deadline: float) -> ChatModel:
    if not name:
        raise ConfigError("The name of the model is empty. Use auto, extract, or a model's name.")
    if name == "extract" or (name == "auto" and not base_url and not key):
        from .extract import ExtractReader

        return ExtractReader()
    from .openai import OpenAIChat

    return OpenAIChat("" if name == "auto" else name, base_url, key, deadline=deadline)
