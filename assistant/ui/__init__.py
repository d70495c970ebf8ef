"""The chat in a browser: it formats and forwards, and knows nothing that the Assistant does not."""

from .page import build
from .serve import Door, launch

__all__ = ["Door", "build", "launch"]
