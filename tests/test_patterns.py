"""C21: no pattern takes the square of a text's length, however the text was made.

Every compiled pattern of ``index`` and ``assistant`` is held against texts that make patterns go
back and forth, at the call it is used with: nothing is told of seconds, only of how the work grows.
"""

import importlib
import inspect
import pkgutil
import re
import time

import pytest

import assistant
import index
from assistant.checking.closer import borrowed
from assistant.facts.names import particled
from index.read import plain_document

AT_FIRST = 500
TIMES = 4
MOST = 9
"""Four times the text: four times the work, or sixteen; in between is the noise of a machine."""
AGAIN = 3
"""Rounds in which it may be shown."""
HARDLY = 0.004
"""Seconds of the larger text that tell nothing of how it grows."""

RUNS = (
    " ", "a", "A", "1", "(", "-", "\n", "*", "a ", "Aa ", "1.", "1 ", ", a", ", Aa", "( ", "a-",
    "\n ", "1,", "https://a", "- ", "A. ", "par A", "a\u00a0",
)  # fmt: skip
AROUND = (("", "!"), ("(", "\n"))

REAL_CALLS = {
    "index.about._PLACE": "match",
    "index.about._AFTER_DATELINE": "match",
    "index.byline._desks": "fullmatch",
    "index.byline._placed": "match",
    "index.headline._mastheads": "fullmatch",
    "index.cues._LABEL": "match",
    "index.cues._cues": "match",
    "assistant.citing.drafts._NUMBER": "match",
    "assistant.citing.layout._LIST_LINE": "fullmatch",
    "assistant.checking.closer.borrowed._WHOSE": borrowed._REACH,
    "assistant.citing.layout._ON_ONE_LINE": "match",
    "assistant.citing.layout._NAMED_LINE": "fullmatch",
    "assistant.facts.names.sayings._GERMAN": "match",
    "assistant.facts.direction.refusals._DENIED_BEHIND": "match",
    "assistant.facts.names.speakers._pattern": 400,
    "assistant.facts.names.particled._START": particled._REACH,
    "assistant.reader.naming._SIDE_BY_SIDE": "fullmatch",
    "assistant.checking.parting._ASIDE": "match",
    "assistant.reader.gather._AND": "fullmatch",
}
"""How a pattern is used, where that is not a search in a text of any length: held against its
beginning or the whole of it, or only where a text has no more than so many characters."""


def _modules():
    for package in (index, assistant):
        for found in pkgutil.walk_packages(package.__path__, package.__name__ + "."):
            if ".training" not in found.name and not found.name.endswith("__main__"):
                yield importlib.import_module(found.name)


def _inside(value):
    if isinstance(value, re.Pattern):
        yield value
    elif isinstance(value, tuple | list | frozenset | set):
        for part in value:
            yield from _inside(part)
    elif isinstance(value, dict):
        yield from _inside(list(value.values()))
    elif type(value).__module__.startswith(("index", "assistant")) and hasattr(value, "__dict__"):
        yield from _inside(list(vars(value).values()))


def _patterns():
    seen = set()
    for module in _modules():
        for name, value in vars(module).items():
            if hasattr(value, "cache_info"):
                if value.__module__ != module.__name__:
                    continue
                made = inspect.signature(value)
                if made.parameters or "Pattern" not in inspect.getsource(module):
                    continue
                value = value()
            for at, pattern in enumerate(_inside(value)):
                if isinstance(pattern.pattern, str) and pattern not in seen:
                    seen.add(pattern)
                    yield pytest.param(
                        f"{module.__name__}.{name}", pattern, id=f"{module.__name__}.{name}-{at}"
                    )


PATTERNS = list(_patterns())


def _work(pattern, how, text):
    began = time.process_time()
    if isinstance(how, str):
        getattr(pattern, how)(text)
    elif how is None or len(text) <= how:
        for _ in pattern.finditer(text):
            pass
    return time.process_time() - began


def test_c21_the_patterns_are_found_and_used_as_it_is_said_here():
    names = {pattern.values[0] for pattern in PATTERNS}
    assert len(names) > 100
    assert names >= REAL_CALLS.keys()


READ = {
    "a date and spaces": "Headline\n\n3 May 2024{}x.",
    "a title and spaces": "{}x.",
    "capitals": "Von{}A",
}


@pytest.mark.parametrize("frame", READ.values(), ids=READ)
@pytest.mark.parametrize("run", [" ", "A", "(", "a ", "A. ", "1/", "par A", ", Aa"])
def test_c21_four_times_a_page_is_read_in_four_times_the_work(frame, run):
    def work(size):
        began = time.process_time()
        plain_document("a.txt", frame.format(run * (size // len(run))).encode())
        return time.process_time() - began

    few, most = (min(work(size) for _ in range(2)) for size in (2_000, TIMES * 2_000))
    assert most < 10 * HARDLY or most < MOST * few


@pytest.mark.parametrize(("name", "pattern"), PATTERNS)
def test_c21_four_times_the_text_is_four_times_the_work(name, pattern):
    how = REAL_CALLS.get(name)
    for before, after in AROUND:
        for run in RUNS:
            text, longer = (
                before + run * (size // len(run)) + after for size in (AT_FIRST, TIMES * AT_FIRST)
            )
            if _work(pattern, how, longer) < HARDLY:
                continue
            measured = []
            for _ in range(AGAIN):  # beside other programs one round may be wrong, hardly three
                most = min(_work(pattern, how, longer) for _ in range(5))
                few = min(_work(pattern, how, text) for _ in range(5))
                measured.append((most, few))
                if most < HARDLY or most < MOST * few:
                    break
            else:
                pytest.fail(f"{before!r}, {run!r}, {after!r}: {measured}")
