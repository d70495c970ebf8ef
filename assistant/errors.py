"""What can go wrong between a question and an answer.

The tree, by what the caller can do about it::

    AssistantFault
    ├── BadQuestion         empty, or far too long: ask another
    │   ├── EmptyQuestion       nothing was asked
    │   ├── LongQuestion        far too long
    │   ├── NotText             what is to be checked is no text: give strings
    │   └── BadUpload           a document that may not be added: ``reason`` says why
    ├── ConfigError         a setting is wrong: the message names it and where it was set
    │   └── MissingExtra    an optional part is not installed: the message gives the command
    └── ModelProblem        the language model gave nothing usable
        ├── ModelAuth           the key is missing or wrong
        ├── ModelQuota          the account has no credit left
        ├── ModelNotFound       the endpoint does not know this model
        ├── ModelBusy           asked to slow down: try again later        (retryable)
        ├── ModelUnreachable    no server, or it keeps failing             (retryable)
        ├── ModelTimeout        the deadline passed before any text        (retryable)
        ├── ContextTooLong      the prompt does not fit the model
        ├── ContentFiltered     the provider refused the text
        └── BadReply            an answer that is no answer: HTML, nothing, broken JSON

A stream that breaks after text has come is not an error: the answer is kept and marked incomplete.
"""

from typing import Literal

UploadReason = Literal["closed", "empty", "large", "name", "folder"]
"""Why a document may not be added: adding is off, the file is empty, too large or has no fit name,
or the folder cannot be written to."""


class AssistantFault(Exception):
    """The root of the tree. The message says what happened, where, and what to do."""

    retryable = False


class BadQuestion(AssistantFault):
    """The question is empty or far too long."""


class EmptyQuestion(BadQuestion):
    """Nothing was asked."""


class LongQuestion(BadQuestion):
    """The question is far too long."""


class BadUpload(BadQuestion):
    """A document that may not be added to the folder."""

    def __init__(self, reason: UploadReason, message: str) -> None:
        """Refuse it.

        Args:
            reason: why, in a word.
            message: what happened, to which file, and what to do.
        """
        super().__init__(message)
        self.reason = reason


class NotText(BadQuestion, TypeError):
    """What is to be checked is no text: the message says which part."""


class ConfigError(AssistantFault):
    """A setting is wrong."""


class MissingExtra(ConfigError):
    """An optional part is not installed."""


class ModelProblem(AssistantFault):
    """The language model gave nothing usable."""


class ModelAuth(ModelProblem):
    """The key is missing or was refused."""


class ModelQuota(ModelProblem):
    """The account has no credit left."""


class ModelNotFound(ModelProblem):
    """The endpoint does not know this model."""


class ModelBusy(ModelProblem):
    """The endpoint asked to slow down."""

    retryable = True


class ModelUnreachable(ModelProblem):
    """No server answers, or it keeps failing."""

    retryable = True


class ModelTimeout(ModelProblem):
    """The deadline passed before any text came."""

    retryable = True


class ContextTooLong(ModelProblem):
    """The prompt does not fit into the model's context."""


class ContentFiltered(ModelProblem):
    """The provider refused to answer this text."""


class BadReply(ModelProblem):
    """The endpoint sent something that is not an answer."""
