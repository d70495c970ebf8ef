"""A question becomes an answer that can be checked.

The names below are the only door. Each is imported when it is first used, so that the command
line's ``--help`` pays for none of the heavy packages.
"""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from assistant.facts.names.named import is_named, names_of, sounds_alike

    from .answers import (
        Answer,
        Citation,
        Disagreement,
        Statement,
        Support,
        Translation,
        Usage,
    )
    from .checking.check import check
    from .engine import Assistant
    from .errors import AssistantFault, BadQuestion, ConfigError, ModelProblem
    from .judging import Judge, Stated, open_judge
    from .models.replay import ReplayChat
    from .models.scripted import ScriptedChat
    from .models.seam import ChatModel, Finish, Message, Passage, Request
    from .settings import report_file

_HOMES = {
    "answers": (
        "Answer",
        "Citation",
        "Disagreement",
        "Statement",
        "Support",
        "Translation",
        "Usage",
    ),  # fmt: skip
    "checking.check": ("check",),
    "engine": ("Assistant",),
    "errors": ("AssistantFault", "BadQuestion", "ConfigError", "ModelProblem"),
    "facts.names.named": ("is_named", "names_of", "sounds_alike"),
    "judging": ("Judge", "Stated", "open_judge"),
    "models.replay": ("ReplayChat",),
    "models.scripted": ("ScriptedChat",),
    "models.seam": ("ChatModel", "Finish", "Message", "Passage", "Request"),
    "settings": ("report_file",),
}

__all__ = [
    "Answer",
    "Assistant",
    "AssistantFault",
    "BadQuestion",
    "ChatModel",
    "Citation",
    "ConfigError",
    "Disagreement",
    "Finish",
    "Judge",
    "Message",
    "ModelProblem",
    "Passage",
    "ReplayChat",
    "Request",
    "ScriptedChat",
    "Stated",
    "Statement",
    "Support",
    "Translation",
    "Usage",
    "check",
    "is_named",
    "names_of",
    "open_judge",
    "report_file",
    "sounds_alike",
]


def __getattr__(name: str) -> Any:
    for module, names in _HOMES.items():
        if name in names:
            value = getattr(import_module(f".{module}", __name__), name)
            globals()[name] = value
            return value
    raise AttributeError(f"module 'assistant' has no attribute {name!r}")
