"""A quote in the reader's language, as a model puts it: shown under the original, never for it.

A translation is no evidence. It is asked for one quote at a time, by a reader who wants to read
it, and it is never cited. The other way round it is held against the original, so that a figure
that changed on the way is told.
"""

from __future__ import annotations

from collections.abc import Generator

from assistant.facts import find
from assistant.facts.agreement import compare_facts
from assistant.facts.reasons import tell
from assistant.facts.text.tongue import known
from prompts import fence, load, new_mark

from .answers import Translation
from .errors import BadQuestion, BadReply, ConfigError
from .models import is_built_in
from .models.seam import ChatModel, Finish, Message, Request
from .passages import language_name

LONGEST = 6_000
"""Characters of a quote that is translated; a citation is a few sentences."""


def translate(
    model: ChatModel, quote: str, language: str
) -> Generator[str | Translation, None, None]:
    """Let a model translate a quote.

    Args:
        model: any but the built-in reader, which has no words of its own.
        quote: words of a source.
        language: the reader's: ``en``, ``fr``, ``de`` or ``it``.

    Yields:
        Pieces of text as they are written, then the whole as a :class:`Translation`.

    Raises:
        ConfigError: there is only the built-in reader.
        BadQuestion: there are no words to translate, or far too many.
        ModelProblem: the model gave nothing usable.
    """
    if is_built_in(model):
        raise ConfigError("The built-in reader does not translate: a language model is needed.")
    if not quote.strip() or len(quote) > LONGEST:
        raise BadQuestion(f"A quote of 1 to {LONGEST:,} characters can be translated.")
    mark = new_mark()
    passage = fence([quote], mark)
    prompt = load("translate").fill(language=language_name(language), mark=mark, passage=passage)
    said, finish = "", Finish()
    for piece in model.reply(Request("", language, (), (Message("user", prompt),))):
        if isinstance(piece, Finish):
            finish = piece
            continue
        said += piece
        yield piece
    text = "\n".join(line for line in said.splitlines() if mark not in line).strip()
    if not text:
        raise BadReply(f"The model {model.name} gave no translation.")
    yield Translation(
        text, language, model.name, finish.complete, _differing(text, quote, language)
    )


def _differing(text: str, quote: str, language: str) -> tuple[str, ...]:
    """The figures, dates and amounts that a translation does not have from its original."""
    reader, tongue = known(language, ""), known(None, quote)
    spoken = known(None, text, reader)  # some models answer in another language than they are told
    given = [(fact, tongue) for fact in find(quote, tongue)]
    return tuple(
        tell(finding.reason, reader)
        for finding in compare_facts(find(text, spoken), given, reader)
        if finding.reason and finding.outcome in ("conflict", "missing")
    )
