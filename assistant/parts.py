"""What an assistant is put together from: its index, the model that answers, and a judge."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from index import FolderIndex

from .embedders import choose_embedder
from .judging import Judge, choose_judge
from .models import choose
from .models.seam import ChatModel
from .settings import Settings, endpoint, folder_of, key_for, store_of


@dataclass(frozen=True, slots=True)
class Parts:
    """All that was chosen, open."""

    index: FolderIndex
    model: ChatModel
    judge: Judge | None


def put_together(settings: Settings, model: Any, embedder: Any, judge: Any) -> Parts:
    """Make what the settings name, and open the index.

    Args:
        settings: name folder, store and endpoint.
        model: a name, or a model; see :func:`assistant.models.choose`.
        embedder: a name, or an embedder; see :func:`assistant.embedders.choose_embedder`.
        judge: ``off``, a name, or a model; see :func:`assistant.judging.choose_judge`.

    Raises:
        assistant.errors.ConfigError: a model or embedder that cannot be made.
        index.FolderProblem: no such folder.
        index.StoreProblem: the store cannot be used.
    """
    folder, url = folder_of(settings), endpoint(settings)
    key = key_for(url) if url else None
    chat = choose(model, base_url=url, key=key, deadline=settings.deadline)
    second = choose_judge(judge, chat, base_url=url, key=key, deadline=settings.deadline)
    store = settings.store or store_of(folder)
    return Parts(FolderIndex.open(folder, store, choose_embedder(embedder, url, key)), chat, second)
