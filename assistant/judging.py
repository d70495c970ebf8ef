"""A second look by a language model: it may take the support of a statement away, and gives none.

Off unless it is asked for (``judge``). The built-in check decides first; the judge is shown only
what that calls supported, with the very quotes that carry it, so what is contradicted or
unsupported stays so whatever a model says. A judge that is silent or fails changes nothing, and
the reader is told.

Quotes and statements reach it behind a fence, as data. Its reason is a model's words: it is shown
without links and addresses, and as the judge's.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from textwrap import shorten

from prompts import fence, load, new_mark

from .answers import Support
from .checking.check import check
from .citing.addresses import addresses
from .citing.claims import Claim
from .citing.doubts import doubt
from .citing.inert import inert
from .errors import ConfigError, ModelProblem
from .models import choose, is_built_in
from .models.seam import ChatModel, Finish, Message, Request
from .models.whole import whole_reply
from .passages import language_name
from .phrases import say
from .settings import endpoint, key_for
from .settings import load as load_settings
from .verdicts import is_quotation

OFF = "off"
SAME = "auto"
"""The model that answers is its own judge; the built-in reader quotes and needs none."""
_MOST = 30
"""Statements of one answer that are judged: no answer worth reading has more."""
_LINE = re.compile(
    r"^[ \t>*#(\[-]{0,8}(\d{1,3})[ \t)\].:*–—-]{1,8}(yes|oui|ja|s[iì]|no|non|nein)\b"
    r"[ \t*.,:;–—-]{0,8}([^\n]{0,400})",
    re.IGNORECASE | re.MULTILINE,
)
_NO = frozenset({"no", "non", "nein"})
_REASON = 160
"""Characters of a reason that are shown."""
_A_LINE = 500
"""Characters of the reply that one statement may take."""


@dataclass(frozen=True, slots=True)
class Stated:
    """A statement that the check supports, with the quotes that carry it."""

    text: str
    quotes: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Doubts:
    """What a judge made of some statements."""

    problems: tuple[str, ...]
    """For each what it doubts, in the reader's language and with its name; empty for no doubt."""
    notes: tuple[str, ...] = ()
    """That it gave no verdict on some, and why."""
    asked: int = 0
    """On how many it was asked."""
    unread: int = 0
    """On how many of those it gave no verdict."""
    cost: Finish = Finish()


class Judge:
    """A language model that is asked about what the check supports.

    Args:
        model: any but the built-in reader.

    Raises:
        ConfigError: it is the built-in reader, which has no judgement beside the check.

    Example:
        >>> judge = Judge(ScriptedChat(["1 NO it was only planned"], name="second"))
        >>> judge.check("The bridge opened in May.", ["The bridge opened in May, they said."])
        Support(verdict='unsupported', problems=('second, asked as judge, …: it was only planned',))
    """

    def __init__(self, model: ChatModel) -> None:
        if is_built_in(model):
            raise ConfigError(
                "The built-in reader cannot judge: name a language model as judge (with base_url "
                "for its endpoint), or leave the judge off."
            )
        self._model = model

    @property
    def name(self) -> str:
        """The model's."""
        return self._model.name

    def check(
        self, claim: str, quotes: Sequence[str], *, language: str = "en", within: float = 60.0
    ) -> Support:
        """Check one sentence as :func:`assistant.check` does, then look again.

        Args:
            claim: one sentence, without citation markers.
            quotes: the cited passages.
            language: of the reasons.
            within: seconds that the model has.

        Returns:
            The verdict of the check, or ``unsupported`` where that was ``supported`` and the model
            doubts it. That it gave no verdict is among the problems.
        """
        support = check(claim, quotes, language=language)
        if support.verdict != "supported":
            return support
        found = self.doubts([Stated(claim, tuple(quotes))], language, within)
        told = replace(support, problems=(*support.problems, *found.notes))
        return _doubted(told, found.problems[0])

    def doubts(self, stated: Sequence[Stated], language: str, within: float) -> Doubts:
        """Ask about statements that the check supports, all in one request.

        Args:
            stated: what is word for word its own quotes is not asked about.
            language: of the reasons.
            within: seconds that are left.
        """
        asked = [i for i, one in enumerate(stated) if not is_quotation(one.text, one.quotes)]
        problems = [""] * len(stated)
        if not asked:
            return Doubts(tuple(problems))
        shown = asked[:_MOST]
        said, cost, why = self._ask([stated[i] for i in shown], language, within)
        verdicts = _read(said, len(shown))
        for at, i in enumerate(shown, start=1):
            if (reason := verdicts.get(at)) is not None:
                problems[i] = self._problem(reason, language)
        left = len(asked) - len(verdicts)
        note = say("not_judged", language, model=self.name, n=left)
        notes = (f"{note} {why}".strip(),) if left else ()
        return Doubts(tuple(problems), notes, len(asked), left, cost)

    def _ask(
        self, stated: Sequence[Stated], language: str, within: float
    ) -> tuple[str, Finish, str]:
        """What the model says, what that cost, and what went wrong."""
        if within <= 0:
            return "", Finish(), say("no_time", language)
        mark = new_mark()
        prompt = load("judge").fill(
            mark=mark,
            statements=fence([_shown(one) for one in stated], mark),
            count=str(len(stated)),
            language=language_name(language),
        )
        request = Request("", language, (), (Message("user", prompt),), within=within)
        try:
            said, finish = whole_reply(self._model, request, _A_LINE * len(stated))
        except ModelProblem as problem:
            # Written for the model that answers: here it is another setting that helps.
            why = str(problem).replace("--model extract", "--judge off")
            return "", Finish(requests=1), why.replace("--model", "--judge")
        return said, finish, finish.reason

    def _problem(self, reason: str, language: str) -> str:
        if reason:
            return doubt("judged_because", language, model=self.name, reason=reason)
        return doubt("judged", language, model=self.name)


def judged(
    judge: Judge,
    claims: Sequence[Claim],
    text_of: Callable[[str], str],
    language: str,
    within: float,
) -> tuple[tuple[Claim, ...], Doubts]:
    """Let a judge look at the claims of an answer.

    Args:
        judge: is asked once.
        claims: as the check left them.
        text_of: a file's name to its source text.
        language: of the answer.
        within: seconds that are left.

    Returns:
        The same claims in the same order, some of the supported ones no longer so; and what the
        judge said.
    """
    held = [i for i, claim in enumerate(claims) if claim.support.verdict == "supported"]
    doubts = judge.doubts([_stated(claims[i], text_of) for i in held], language, within)
    told = list(claims)
    for i, problem in zip(held, doubts.problems, strict=True):
        told[i] = replace(told[i], support=_doubted(told[i].support, problem))
    return tuple(told), doubts


def _doubted(support: Support, problem: str) -> Support:
    return Support("unsupported", (*support.problems, problem)) if problem else support


def _stated(claim: Claim, text_of: Callable[[str], str]) -> Stated:
    spans = claim.spans
    return Stated(claim.text, tuple(text_of(s.file)[s.start : s.end] for s in spans))


def _shown(one: Stated) -> str:
    """A statement and its quotes, each on a line of its own, so that none can begin another."""
    lines = [f"Statement: {one.text}", *(f"Quote: {quote}" for quote in one.quotes)]
    return "\n".join(" ".join(line.split()) for line in lines)


def _read(said: str, count: int) -> dict[int, str | None]:
    """By number: None for a statement that passes, else why not, which may be empty.

    A model that says both is in doubt.
    """
    verdicts: dict[int, str | None] = {}
    for number, word, reason in _LINE.findall(said):
        at = int(number)
        if not 1 <= at <= count:
            continue
        if word.lower() in _NO:
            verdicts[at] = _reason(reason)
        else:
            verdicts.setdefault(at, None)
    return verdicts


def _reason(said: str) -> str:
    """A model's reason as it may be shown; none where it names an address."""
    plain = " ".join(inert(said).split()).rstrip(" .")
    return "" if addresses(plain) else shorten(plain, _REASON, placeholder=" …")


def choose_judge(
    spec: object,
    answering: ChatModel,
    *,
    base_url: str | None = None,
    key: str | None = None,
    deadline: float = 60.0,
) -> Judge | None:
    """Make the judge that a setting names.

    Args:
        spec: ``off``, ``auto`` (the model that answers), a model's name at the endpoint, or a
            model: ours or a LlamaIndex ``LLM``.
        answering: the model that answers.
        base_url: the configured endpoint; ``None`` stands for OpenAI if there is a key.
        key: the key for this endpoint and no other.
        deadline: seconds for one reply.

    Raises:
        ConfigError: there is no such model, or it is the built-in reader.
    """
    if isinstance(spec, str) and spec.strip() == OFF:
        return None
    if isinstance(spec, str) and spec.strip() == SAME:
        return None if is_built_in(answering) else Judge(answering)
    return Judge(choose(spec, base_url=base_url, key=key, deadline=deadline))


def open_judge(name: str, base_url: str | None = None, *, deadline: float = 60.0) -> Judge:
    """Make a judge by its name, at an endpoint or at the one that is configured.

    Args:
        name: a model's.
        base_url: an OpenAI-compatible endpoint.
        deadline: seconds for one reply.

    Raises:
        ConfigError: there is no such model or no endpoint.
    """
    url = endpoint(load_settings({"base_url": base_url}).settings)
    key = key_for(url) if url else None
    return Judge(choose(name, base_url=url, key=key, deadline=deadline))
