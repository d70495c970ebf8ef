"""Model folders made elsewhere, and the built-in one where it is not: told, never used."""

import hashlib
import json
import shutil
import struct
import subprocess
import sys
from pathlib import Path

import numpy as np
import pytest

from index.errors import ModelDamaged
from index.pocket import PocketEmbedder

ROOT = Path(__file__).parents[2]
VOCABULARY = {"[UNK]": 0, "bridge": 1}
ARRAYS = {
    "embeddings": np.ones((2, 4), np.int8),
    "mapping": np.array([0, 1], np.int32),
    "weights": np.ones(2, np.float32),
}
NAMES = {"int8": "I8", "int32": "I32", "float32": "F32"}


def tensors(arrays):
    header, body = {}, b""
    for name, array in arrays.items():
        span = [len(body), len(body) + array.nbytes]
        kind = NAMES[str(array.dtype)]
        header[name] = {"dtype": kind, "shape": array.shape, "data_offsets": span}
        body += array.tobytes()
    head = json.dumps(header).encode()
    return struct.pack("<Q", len(head)) + head + body


@pytest.fixture
def made(tmp_path):
    """A whole folder of these parts, whose digests are right whatever they are."""

    def make(tokenizer=None, arrays=None, **config):
        parts = {
            "tokenizer.json": json.dumps(tokenizer or {"model": {"vocab": VOCABULARY}}).encode(),
            "model.safetensors": arrays if isinstance(arrays, bytes) else tensors(arrays or ARRAYS),
        }
        digests = {name: hashlib.sha256(part).hexdigest() for name, part in parts.items()}
        parts["config.json"] = json.dumps({"hidden_dim": 4, "files": digests, **config}).encode()
        for name, part in parts.items():
            (tmp_path / name).write_bytes(part)
        return tmp_path

    return make


def test_such_a_folder_is_read_where_all_is_well(made):
    assert PocketEmbedder(made()).embed(["bridge"]).tolist() == [[0.5] * 4]


@pytest.mark.parametrize("files", [[], None, "x", {}])
def test_a_config_that_names_no_files_is_told(made, files):
    with pytest.raises(ModelDamaged, match="reinstall"):
        PocketEmbedder(made(files=files))


@pytest.mark.parametrize(
    "tokenizer",
    [{"model": {}}, {"model": []}, {"x": 1}, {"model": {"vocab": [["a", 1]]}},
     {"model": {"vocab": {"[UNK]": 0, "a": "1"}}}, {"model": {"vocab": {"a": 0, "b": 1}}},
     {"model": {"vocab": {"[UNK]": 0, "a": 7}}}, {"model": {"vocab": {"[UNK]": -1, "a": 0}}}],
)  # fmt: skip
def test_a_tokenizer_of_another_kind_is_told(made, tokenizer):
    with pytest.raises(ModelDamaged, match=r"tokenizer\.json"):
        PocketEmbedder(made(tokenizer))


@pytest.mark.parametrize(
    "arrays",
    [
        {**ARRAYS, "embeddings": np.ones(8, np.int8)},
        {**ARRAYS, "mapping": np.array([0, 9], np.int32)},
        {**ARRAYS, "mapping": np.ones(2, np.float32)},
        {"embeddings": ARRAYS["embeddings"]},
        tensors(ARRAYS)[:-3],
        tensors(ARRAYS).replace(b'"F32"', b'"F99"'),
        tensors(ARRAYS).replace(b"data_offsets", b"data_offsetz"),
    ],
    ids=["flat", "beyond", "no numbers", "one only", "cut", "dtype", "header"],
)
def test_arrays_of_another_kind_are_told(made, arrays):
    with pytest.raises(ModelDamaged, match=r"model\.safetensors"):
        PocketEmbedder(made(arrays=arrays))


@pytest.fixture(scope="module")
def moved(tmp_path_factory):
    """The packages without the model's folder."""
    place = tmp_path_factory.mktemp("moved")
    for package in ("index", "assistant", "prompts"):
        shutil.copytree(
            ROOT / package, place / package, ignore=shutil.ignore_patterns("model", "__pycache__")
        )
    return place


def run(place, *arguments):
    code = f"import sys; sys.path.insert(0, {str(place)!r}); {arguments[0]}"
    return subprocess.run(
        [sys.executable, "-P", "-c", code, *arguments[1:]],
        cwd=place, capture_output=True, text=True, check=False,
    )  # fmt: skip


def test_without_the_models_folder_no_other_embedder_takes_its_place(moved):
    done = run(moved, "from index import default_embedder; print(default_embedder().name)")
    assert done.stdout == ""
    assert "ModelDamaged" in done.stderr
    assert "config.json cannot be read" in done.stderr


def test_doctor_names_the_missing_model(moved, tmp_path):
    (tmp_path / "a.txt").write_text("The bridge was opened in 1931.", encoding="utf-8")
    done = run(
        moved, "from assistant.cli import main; main()",
        "doctor", str(tmp_path), "--store", str(tmp_path.parent / "store"),
    )  # fmt: skip
    assert done.returncode == 1
    assert "built-in model cannot be used" in done.stderr
    assert "reinstall" in done.stderr
