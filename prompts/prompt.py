"""Loading, filling and taking apart one prompt."""

from __future__ import annotations

import hashlib
import re
from dataclasses import dataclass, field
from functools import cache
from pathlib import Path
from string import Template

from .errors import PromptDamaged, UnknownPrompt, WrongVariables

_FOLDER = Path(__file__).parent


@dataclass(frozen=True, slots=True)
class Prompt:
    """A text with holes."""

    name: str
    text: str
    """The file's text without the line break at its end."""
    digest: str
    """SHA-256 of the file's bytes, hexadecimal."""
    variables: tuple[str, ...] = field(init=False)
    """Names of the holes, sorted."""

    def __post_init__(self) -> None:
        template = Template(self.text)
        if not template.is_valid():
            raise PromptDamaged(
                f"Prompt {self.name!r} has a dollar sign that names no variable: write $$ for a "
                "plain dollar sign."
            )
        object.__setattr__(self, "variables", tuple(sorted(template.get_identifiers())))

    def fill(self, **values: str) -> str:
        """Put each value in its hole, literally: a dollar sign in a value stays one.

        Raises:
            WrongVariables: a variable is missing or unknown; the message lists all of them.
        """
        missing = sorted(set(self.variables) - set(values))
        unknown = sorted(set(values) - set(self.variables))
        if missing or unknown:
            raise WrongVariables(self.name, missing, unknown)
        return Template(self.text).substitute(values)

    def parse(self, text: str) -> dict[str, str] | None:
        """The inverse of :meth:`fill`: the values in a text made by it, ``None`` for any other."""
        match = _pattern(self.text).fullmatch(text)
        return match.groupdict() if match else None


@cache
def load(name: str) -> Prompt:
    """Load ``prompts/NAME.md``.

    Args:
        name: Name of the file without ``.md``, e.g. ``answer.system``.

    Raises:
        UnknownPrompt: there is no such prompt.
        PromptDamaged: its file is not UTF-8 text or not a template.
    """
    if name not in names():
        raise UnknownPrompt(f"There is no prompt {name!r}. There are: {', '.join(names())}.")
    file = _FOLDER / f"{name}.md"
    data = file.read_bytes()
    try:
        text = data.decode("utf-8")
    except UnicodeDecodeError as fault:
        raise PromptDamaged(f"{file} is not UTF-8 text: restore it from the package.") from fault
    return Prompt(name, text.removesuffix("\n"), hashlib.sha256(data).hexdigest())


def names() -> list[str]:
    """Names of all prompts, sorted."""
    return sorted(file.name.removesuffix(".md") for file in _FOLDER.glob("*.md"))


@cache
def _pattern(text: str) -> re.Pattern[str]:
    """Match what ``fill`` makes of ``text``; a variable used twice must have one value."""
    parts: list[str] = []
    seen: set[str] = set()
    end = 0
    for match in Template.pattern.finditer(text):
        parts.append(re.escape(text[end : match.start()]))
        name = match["named"] or match["braced"]
        if name is None:
            parts.append(re.escape("$"))
        else:
            parts.append(f"(?P={name})" if name in seen else f"(?P<{name}>.*?)")
            seen.add(name)
        end = match.end()
    return re.compile("".join([*parts, re.escape(text[end:])]), re.DOTALL)
