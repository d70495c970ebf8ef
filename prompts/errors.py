"""What can go wrong with a prompt.

The tree, by what the caller can do about it::

    PromptFault
    ├── UnknownPrompt       there is no such file: the message lists those there are
    ├── PromptDamaged       the file is not UTF-8, or has a dollar sign that names nothing
    └── WrongVariables      variables missing or unknown: the message lists all of them
"""


class PromptFault(Exception):
    """The root of the tree. The message says what happened, to which prompt, and what to do."""

    retryable = False


class UnknownPrompt(PromptFault):
    """There is no prompt of this name."""


class PromptDamaged(PromptFault):
    """The prompt's file cannot be used as it is."""


class WrongVariables(PromptFault):
    """The values do not fit the prompt's variables."""

    def __init__(self, prompt: str, missing: list[str], unknown: list[str]) -> None:
        self.missing = tuple(missing)
        self.unknown = tuple(unknown)
        parts = [f"missing: {', '.join(missing)}"] * bool(missing)
        parts += [f"unknown: {', '.join(unknown)}"] * bool(unknown)
        super().__init__(f"Prompt {prompt!r} was given the wrong variables ({'; '.join(parts)}).")
