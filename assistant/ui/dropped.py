"""A document dropped on the page becomes a file of the folder, under a harmless name."""

from __future__ import annotations

import os
import re
import unicodedata
from pathlib import Path, PurePosixPath

from assistant.errors import BadUpload

LARGEST = 20 * 1024 * 1024
"""Bytes of a document that may be dropped."""

_UNFIT = re.compile(r'[\x00-\x1f\x7f<>:"|?*\\/\u200b-\u200f\u202a-\u202e\u2066-\u2069]+')
_LONGEST_NAME = 180  # bytes: file systems stop at 255, and a number may be added


def put(folder: Path, name: str, data: bytes) -> Path:
    """Write a document into the folder; nothing there is overwritten.

    Args:
        folder: the folder of documents.
        name: what the reader's machine calls the file; only its last part counts.
        data: its bytes.

    Returns:
        Where it lies; its name has a number when there was one like it.

    Raises:
        BadUpload: the name or the size will not do, or the folder cannot be written to.
    """
    fit = fit_name(name)
    if not data:
        raise BadUpload("empty", f"{fit} is empty.")
    if len(data) > LARGEST:
        raise BadUpload("large", f"{fit} is larger than {LARGEST // 1024**2} MB.")
    stem, suffix = PurePosixPath(fit).stem, PurePosixPath(fit).suffix
    for number in range(1, 1000):
        path = folder / (fit if number == 1 else f"{stem} ({number}){suffix}")
        try:
            # O_EXCL neither overwrites a file nor follows a link somebody put there.
            handle = os.open(path, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o644)
        except FileExistsError:
            continue
        except OSError as error:
            said = f"{fit} cannot be written to {folder}: {error.strerror}."
            raise BadUpload("folder", said) from error
        with os.fdopen(handle, "wb") as file:
            file.write(data)
        return path
    raise BadUpload("name", f"There are a thousand documents called {fit} already.")


def fit_name(name: str) -> str:
    """Make a file's name harmless: no path, no hidden file, no control or direction characters.

    Raises:
        BadUpload: nothing is left of it.
    """
    last = re.split(r"[\\/]", unicodedata.normalize("NFC", name))[-1]
    clean = _UNFIT.sub("_", last).strip(" .")
    stem, suffix = PurePosixPath(clean).stem, PurePosixPath(clean).suffix
    while len((stem + suffix).encode("utf-8", "replace")) > _LONGEST_NAME and stem:
        stem = stem[:-1]
    if not stem.strip("_ ") or stem.startswith("~$"):
        raise BadUpload("name", f"{name!r} is not a name for a document.")
    return stem + suffix
