"""What a sentence asserts, in four languages: figures, dates, clock times, names.

`find` cuts the facts out of a text with their places and canonical values; `render` writes one
out again in any of the four languages.
"""

from .facts import LANGUAGES, Fact, Kind, Language
from .finding import figures, find
from .rendering import render

__all__ = ["LANGUAGES", "Fact", "Kind", "Language", "figures", "find", "render"]
