"""A folder becomes passages that can be found again.

The names below are the only door. Each is imported when it is first used, so that the command
line's ``--help`` does not pay for NumPy, and nothing pays for Chroma before a search.
"""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from .catalogue import FileRow
    from .connection import Connection
    from .deadline import Deadline
    from .defaults import default_embedder
    from .diversity import spread
    from .documents import (
        EVERYTHING,
        LANGUAGES,
        Card,
        Chunk,
        Document,
        Filter,
        Hit,
        Language,
        Skipped,
        Source,
        SyncReport,
    )
    from .embed import Embedder, HashEmbedder, Vectors
    from .endpoint import Endpoint, asked_wait
    from .errors import (
        BadQuery,
        EmbedderFailed,
        EmbeddingMismatch,
        FolderProblem,
        IndexFault,
        ModelDamaged,
        StoreFull,
        StoreLocked,
        StoreProblem,
        StoreReadOnly,
    )
    from .examination import Examination
    from .file_names import spelled_out
    from .folder_index import FolderIndex
    from .forgetting import Forgot
    from .ignore import IGNORED
    from .language import detect, detect_question
    from .llamaindex_embedder import LlamaIndexEmbedder
    from .openai_embedder import OpenAIEmbedder
    from .pool import Pool
    from .rank import Part, explain_score
    from .scratch import ScratchIndex
    from .segment import sentences
    from .terms import fold, passage_terms, question_groups
    from .tokens import count
    from .walk import set_aside

_HOMES = {
    "catalogue": ("FileRow",),
    "connection": ("Connection",),
    "deadline": ("Deadline",),
    "defaults": ("default_embedder",),
    "diversity": ("spread",),
    "documents": (
        "EVERYTHING",
        "LANGUAGES",
        "Card",
        "Chunk",
        "Document",
        "Filter",
        "Hit",
        "Language",
        "Skipped",
        "Source",
        "SyncReport",
    ),
    "embed": ("Embedder", "HashEmbedder", "Vectors"),
    "endpoint": ("Endpoint", "asked_wait"),
    "errors": (
        "BadQuery",
        "EmbedderFailed",
        "EmbeddingMismatch",
        "FolderProblem",
        "IndexFault",
        "ModelDamaged",
        "StoreFull",
        "StoreLocked",
        "StoreProblem",
        "StoreReadOnly",
    ),
    "examination": ("Examination",),
    "file_names": ("spelled_out",),
    "folder_index": ("FolderIndex",),
    "forgetting": ("Forgot",),
    "ignore": ("IGNORED",),
    "language": ("detect", "detect_question"),
    "llamaindex_embedder": ("LlamaIndexEmbedder",),
    "openai_embedder": ("OpenAIEmbedder",),
    "pool": ("Pool",),
    "rank": ("Part", "explain_score"),
    "scratch": ("ScratchIndex",),
    "segment": ("sentences",),
    "terms": ("fold", "passage_terms", "question_groups"),
    "tokens": ("count",),
    "walk": ("set_aside",),
}

__all__ = [
    "EVERYTHING",
    "IGNORED",
    "LANGUAGES",
    "BadQuery",
    "Card",
    "Chunk",
    "Connection",
    "Deadline",
    "Document",
    "Embedder",
    "EmbedderFailed",
    "EmbeddingMismatch",
    "Endpoint",
    "Examination",
    "FileRow",
    "Filter",
    "FolderIndex",
    "FolderProblem",
    "Forgot",
    "HashEmbedder",
    "Hit",
    "IndexFault",
    "Language",
    "LlamaIndexEmbedder",
    "ModelDamaged",
    "OpenAIEmbedder",
    "Part",
    "Pool",
    "ScratchIndex",
    "Skipped",
    "Source",
    "StoreFull",
    "StoreLocked",
    "StoreProblem",
    "StoreReadOnly",
    "SyncReport",
    "Vectors",
    "asked_wait",
    "count",
    "default_embedder",
    "detect",
    "detect_question",
    "explain_score",
    "fold",
    "passage_terms",
    "question_groups",
    "sentences",
    "set_aside",
    "spelled_out",
    "spread",
]


def __getattr__(name: str) -> Any:
    # No module may be called like a name it exports: once imported, it would hide it.
    for module, names in _HOMES.items():
        if name in names:
            value = getattr(import_module(f".{module}", __name__), name)
            globals()[name] = value
            return value
    raise AttributeError(f"module 'index' has no attribute {name!r}")
