"""The words that models are told: one Markdown file a prompt, strict in its variables.

A prompt is data. ``prompts/NAME.md`` holds its text; ``$name`` marks a variable, ``$$`` a dollar
sign (:class:`string.Template`). :func:`load` reads one, :meth:`Prompt.fill` fills it in and refuses
a variable too few or too many, :meth:`Prompt.parse` takes a filled prompt apart again, and
``Prompt.digest`` goes into every record, so that a figure always says which words it was made with.
"""

from .errors import PromptDamaged, PromptFault, UnknownPrompt, WrongVariables
from .fence import fence, new_mark, unfence
from .prompt import Prompt, load, names

__all__ = [
    "Prompt",
    "PromptDamaged",
    "PromptFault",
    "UnknownPrompt",
    "WrongVariables",
    "fence",
    "load",
    "names",
    "new_mark",
    "unfence",
]
