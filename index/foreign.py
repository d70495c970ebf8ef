"""The languages that are none of ours: py3langid's model, which tells 140 of them.

py3langid itself unpacks the model into a temporary file. Where formats are read no file may be
written, so it is unpacked in memory here: 70 MB, for the moment of loading.
"""

from __future__ import annotations

import lzma
import threading
from array import array
from functools import lru_cache
from io import BytesIO
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    import numpy as np
    from py3langid.langid import LanguageIdentifier

_loading = threading.Lock()


def identifier() -> LanguageIdentifier:
    """Return py3langid with its model; the first call takes most of a second."""
    with _loading:
        return _loaded()


def load_ahead() -> None:
    """Have the model loaded in another thread: most of the work needs nothing of Python."""
    threading.Thread(target=identifier, name="languages").start()


@lru_cache(maxsize=1)
def _loaded() -> LanguageIdentifier:
    import numpy as np
    from py3langid.langid import MODEL_DIR, MODEL_FILE, LanguageIdentifier

    # In one piece, so that other threads go on meanwhile.
    unpacked = BytesIO(lzma.decompress((MODEL_DIR / MODEL_FILE).read_bytes()))
    with np.load(unpacked, allow_pickle=False) as model:
        return LanguageIdentifier(
            model["ptc"],
            model["pc"],
            model["classes"].tolist(),
            _row(model["nextmove"]),
            model["out_feat"].tolist(),
            tk_row=_row(model["nextmove_row"]),
        )


def _row(numbers: np.ndarray[Any, Any]) -> array[int]:
    """Whole numbers as an array of Python's own, which gives single ones faster."""
    row = array(numbers.dtype.char)
    row.frombytes(numbers.tobytes())
    return row
