"""Tokens in memory in three bytes each instead of the catalogue's four.

Of 100,000 passages the fourth, which is always zero, is 8 MB.
"""

from __future__ import annotations

from collections.abc import Sequence
from itertools import accumulate, pairwise

import numpy as np
from numpy.typing import NDArray

_WIDE, _SHORT = 4, 3
_LOW = np.uint32((1 << 8 * _SHORT) - 1)


class ShortTokens:
    """Makes the tokens of passages short, and whole again."""

    def __init__(self, token_count: int) -> None:
        """Settle how short.

        Args:
            token_count: tokens are whole numbers from 0 to below this; where three bytes cannot say
                them, they are left as they are.
        """
        self._bytes = _SHORT if token_count <= int(_LOW) + 1 else _WIDE

    def short(self, kept: Sequence[bytes | None]) -> list[bytes | None]:
        """Those of some passages made short; None stays None.

        Args:
            kept: those of each as the catalogue has them: four bytes each, the lowest first.
        """
        if self._bytes == _WIDE:
            return list(kept)
        wide = np.frombuffer(b"".join(ids or b"" for ids in kept), np.uint8)
        narrow = wide.reshape(-1, _WIDE)[:, :_SHORT].tobytes()
        ends = accumulate((len(ids or b"") // _WIDE * _SHORT for ids in kept), initial=0)
        parts = (narrow[begin:end] for begin, end in pairwise(ends))
        return [None if ids is None else part for ids, part in zip(kept, parts, strict=True)]

    def whole(self, short: Sequence[bytes]) -> tuple[NDArray[np.uint32], NDArray[np.intp]]:
        """Those of some passages, one after the other, and how many each has."""
        lengths = np.array(list(map(len, short)), np.intp) // self._bytes
        joined = b"".join(short)
        if self._bytes == _WIDE:
            return np.frombuffer(joined, "<u4"), lengths
        # Four bytes from every third on: the last of the four is the next token's.
        every = np.ndarray(len(joined) // _SHORT, "<u4", joined + b"\0", strides=(_SHORT,))
        return every & _LOW, lengths
