"""A small OpenAI-compatible server on loopback, the personas it answers as, and how it fails."""

from .server import Provider

__all__ = ["Provider"]
