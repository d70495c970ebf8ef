"""The trained table as a model2vec folder: int8 rows, a weight per token, a tokenizer."""

from __future__ import annotations

import hashlib
import json
import re
import shutil
from pathlib import Path
from typing import Any

import numpy as np

from index.pocket import MODEL
from index.wordpiece import ALPHABET, FOLDED, LONGEST_WORD, SILENT, UNKNOWN

from .learn import Table
from .vocabulary import Vocabulary

_SIZES = re.compile(r"[\d,]+ tokens on [^;]+; [\d.]+ MB\.")
_FIGURES = re.compile(r"## Figures\n.*?(?=^## )", re.DOTALL | re.MULTILINE)
_UNMEASURED = "Not measured: `python -m evals.public --only model` does, for `index/model`."


def save(folder: Path, table: Table, vocabulary: Vocabulary) -> None:
    """Write the folder: `model.safetensors`, `tokenizer.json`, `config.json`.

    Args:
        folder: made if need be.
        table: the trained rows.
        vocabulary: the tokens and what they spell.
    """
    from safetensors.numpy import save_file

    folder.mkdir(parents=True, exist_ok=True)
    largest = np.maximum(np.abs(table.rows).max(axis=1), 1e-6)
    mapping = table.row_of[vocabulary.spelled]
    # A row of int8 times a scale; model2vec keeps scales as weights of the tokens.
    tensors = {
        "embeddings": np.round(table.rows / largest[:, None] * 127).astype(np.int8),
        "mapping": mapping.astype(np.int32),
        "weights": (largest[mapping] / 127 * table.lengths[vocabulary.spelled]).astype(np.float32),
    }
    save_file(tensors, folder / "model.safetensors")
    _write(folder / "tokenizer.json", tokenizer(vocabulary))
    config = {
        "model_type": "model2vec",
        "architectures": ["StaticModel"],
        "normalize": True,
        "embedding_dtype": "int8",
        "hidden_dim": table.rows.shape[1],
        "max_length": None,
        "files": {name: _digest(folder / name) for name in ("model.safetensors", "tokenizer.json")},
    }
    _write(folder / "config.json", config)


def add_papers(folder: Path, table: Table, vocabulary: Vocabulary) -> None:
    """Put licence and card beside the weights: those that ship, without figures of another model.

    Args:
        folder: what `save` wrote.
        table: the trained rows.
        vocabulary: the tokens.
    """
    shutil.copy(MODEL / "LICENSE", folder / "LICENSE")
    card = (MODEL / "MODEL_CARD.md").read_text(encoding="utf-8")
    rows, width = table.rows.shape
    size = sum(path.stat().st_size for path in folder.iterdir()) / 1e6
    tokens = f"{len(vocabulary.tokens):,} tokens"
    said = f"{tokens} on {rows:,} int8 rows of {width} numbers; {size:.1f} MB."
    card = _SIZES.sub(said, card, count=1)
    card = _FIGURES.sub(f"## Figures\n\n{_UNMEASURED}\n\n", card, count=1)
    (folder / "MODEL_CARD.md").write_text(card, encoding="utf-8")


def tokenizer(vocabulary: Vocabulary) -> dict[str, Any]:
    """Return `tokenizer.json`: the rules of `index.wordpiece`, as the tokenizers library has it."""
    replaced = [(f"[{SILENT}]", "")]
    replaced += [(f"[{letters}]", base) for base, letters in FOLDED.items()]
    replaced += [(f"[^{ALPHABET}]+", " ")]
    steps: list[dict[str, Any]] = [{"type": "NFKC"}, {"type": "Lowercase"}]
    steps += [{"type": "Replace", "pattern": {"Regex": p}, "content": c} for p, c in replaced]
    return {
        "version": "1.0",
        "truncation": None,
        "padding": None,
        "added_tokens": [],
        "normalizer": {"type": "Sequence", "normalizers": steps},
        "pre_tokenizer": {"type": "WhitespaceSplit"},
        "post_processor": None,
        "decoder": None,
        "model": {
            "type": "WordPiece",
            "unk_token": UNKNOWN,
            "continuing_subword_prefix": "##",
            "max_input_chars_per_word": LONGEST_WORD,
            "vocab": {token: number for number, token in enumerate(vocabulary.tokens)},
        },
    }


def _write(path: Path, content: dict[str, Any]) -> None:
    path.write_text(
        json.dumps(content, ensure_ascii=False, separators=(",", ":")) + "\n", encoding="utf-8"
    )


def _digest(path: Path) -> str:
    return hashlib.sha256(path.read_bytes()).hexdigest()
