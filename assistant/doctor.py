"""How healthy are folder, index and model? Looked at in one go, told in plain words."""

from __future__ import annotations

import platform
import re
import sys
from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import asdict, dataclass
from importlib.metadata import version
from typing import TYPE_CHECKING, Any, Literal

from index import Examination, Skipped, StoreLocked, count, set_aside

from .errors import ModelProblem
from .models import is_built_in
from .models.seam import ChatModel, Finish, Message, Request

if TYPE_CHECKING:
    from .engine import Assistant

_LIBRARIES = ("attesto", "chromadb", "llama-index-core", "numpy", "openai", "gradio")
_LINE = "The quick brown fox number {} jumps over the lazy dog and looks back twice."
_CUT = 0.85
"""A smaller share of our own count is a cut: on plain English words tokenizers differ by less."""


@dataclass(frozen=True, slots=True)
class Endpoint:
    """What a language model did with a prompt as long as ours may be."""

    state: Literal["built in", "whole", "cut", "not told", "failed"]
    sent: int = 0
    """Tokens of the prompt, as we count them."""
    read: int = 0
    """Tokens that the server says it read."""
    detail: str = ""


@dataclass(frozen=True, slots=True)
class Checkup:
    """Everything the doctor found."""

    folder: str
    store: str
    model: str
    embedder: str
    index: Examination
    skipped: tuple[Skipped, ...]
    aside: tuple[Skipped, ...]
    """Left out as a matter of course: hidden, or named by ``.attestoignore``."""
    mended: tuple[str, ...]
    """What was damaged and has been made again on the way."""
    endpoint: Endpoint
    versions: Mapping[str, str]
    behind: str = ""
    """Why the index cannot be written to, so that changes of the folder are not in it."""
    absent: tuple[str, ...] = ()
    """Documents that are not in the folder just now, and were kept."""
    absent_why: str = ""

    @property
    def healthy(self) -> bool:
        """Nothing has to be done; files left out are the folder's own affair, unless all are.

        Those that broke their reader are not.
        """
        sound = self.index.documents > 0 and not self.index.faults and not _broke(self)
        sound = sound and not (self.behind or self.absent)
        return sound and self.endpoint.state not in ("cut", "failed")

    def to_dict(self) -> dict[str, Any]:
        """Plain data, for ``--json``."""
        return {"healthy": self.healthy, **asdict(self)}


def check_up(assistant: Assistant, *, probe: bool = True) -> Checkup:
    """Examine an open assistant.

    Args:
        assistant: just opened, so its index has followed its folder.
        probe: whether to send the model a prompt as long as ours may be.
    """
    model, index, behind = assistant.model, assistant.index, assistant.behind
    budget = assistant.settings.prompt_tokens
    endpoint = Endpoint("built in") if is_built_in(model) else Endpoint("not told")
    if probe and endpoint.state != "built in":
        endpoint = probe_context(model, budget)
    return Checkup(
        folder=str(assistant.folder),
        store=str(index.store),
        model=model.name,
        embedder=index.embedder.name,
        index=index.examine(),
        skipped=tuple(index.skipped()),
        aside=tuple(set_aside(assistant.folder, index.store)),
        mended=index.mended(),
        endpoint=endpoint,
        versions={
            **{name: version(name) for name in _LIBRARIES},
            "python": platform.python_version(),
            "system": sys.platform,
        },
        behind="" if behind is None or isinstance(behind, StoreLocked) else str(behind),
        absent=assistant.report.absent,
        absent_why=assistant.report.absent_why,
    )


def probe_context(model: ChatModel, tokens: int) -> Endpoint:
    """Send a prompt of about so many tokens, and hold what the server read against it.

    Some servers cut a prompt that is too long for them without a word, and then answer from what
    is left of the sources.
    """
    lines: list[str] = []
    size = count(_LINE.format(1_000))
    lines = [_LINE.format(number) for number in range(tokens // size + 1)]
    text = "\n".join([*lines, "Reply with the one word OK."])
    request = Request("OK?", "en", (), (Message("user", text),))
    sent = count(text)
    try:
        finish = next(piece for piece in model.reply(request) if isinstance(piece, Finish))
    except ModelProblem as problem:
        return Endpoint("failed", sent, 0, str(problem))
    if not finish.prompt_tokens:
        return Endpoint("not told", sent)
    state: Literal["cut", "whole"] = "cut" if finish.prompt_tokens < _CUT * sent else "whole"
    return Endpoint(state, sent, finish.prompt_tokens)


def redacted(checkup: Checkup) -> dict[str, Any]:
    """The checkup for a bug report: figures, reasons and versions; no names, paths or text."""
    index = checkup.index
    reasons = Counter(str(skip.reason) for skip in (*checkup.skipped, *checkup.aside))
    suffixes = Counter(_suffix(skip.file) for skip in checkup.skipped)
    encodings = Counter(encoding for _, encoding in index.repaired)
    kept = asdict(index) | {
        "repaired": dict(sorted(encodings.items())),
        "copies": [len(files) for files in index.copies],
        "short": len(index.short),
        "cut": len(index.cut),
        "hidden": len(index.hidden),
        "garbled": len(index.garbled),
        "mixed": len(index.mixed),
        "remarks": len(index.remarks),
        "faults": [_without_paths(fault) for fault in index.faults],
    }
    return {
        "healthy": checkup.healthy,
        "index": kept,
        "skipped": {"reasons": _sorted(reasons), "suffixes": _sorted(suffixes)},
        "mended": len(checkup.mended),
        "behind": bool(checkup.behind),
        "absent": len(checkup.absent),
        "model": checkup.endpoint.state,
        "prompt": [checkup.endpoint.sent, checkup.endpoint.read],
        "versions": dict(checkup.versions),
    }


def _sorted(counts: Counter[str]) -> dict[str, int]:
    return dict(sorted(counts.items()))


def _suffix(file: str) -> str:
    found = re.search(r"\.[a-z0-9]{1,5}$", file.lower())
    return found.group() if found else "none"


def _without_paths(text: str) -> str:
    return re.sub(r"\S*[/\\]\S*", "(path)", text)


def _broke(checkup: Checkup) -> int:
    return sum(skip.reason == "crash" for skip in checkup.skipped)


def advice(checkup: Checkup) -> Sequence[str]:
    """What to do, a sentence each; empty when all is well."""
    endpoint = checkup.endpoint
    found: list[str] = []
    if not checkup.index.documents:
        found.append(
            "No file in the folder could be read; the reasons stand above."
            if checkup.skipped or checkup.aside
            else "There is no document in the folder. Put some there, or name another folder."
        )
    if checkup.behind:
        found.append(f"Changes of the folder do not come in. {checkup.behind}")
    if checkup.absent:
        found.append(checkup.absent_why)
    if checkup.index.faults:
        found.append("The vector index is damaged. `attesto rebuild` makes it again.")
    if broke := _broke(checkup):
        files = "1 file" if broke == 1 else f"{broke:,} files"
        found.append(
            f"{files} broke the program that reads it. `attesto index` tries again; saved as text "
            "it will be read."
        )
    if endpoint.state == "cut":
        found.append(
            f"The model's server cut a prompt of {endpoint.sent:,} tokens to {endpoint.read:,} "
            "without a word: answers would be made from part of the sources. Give the server more "
            "context (Ollama: num_ctx), or set ATTESTO_PROMPT_TOKENS to less."
        )
    if endpoint.state == "failed":
        found.append(f"The model did not answer: {endpoint.detail}")
    return found
