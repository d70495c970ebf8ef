"""The chat in a browser: it formats and forwards, and knows nothing that the Assistant does not."""

from .page import build, launch

__all__ = ["build", "launch"]
