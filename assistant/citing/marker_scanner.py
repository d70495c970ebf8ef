"""Citation markers in a model's reply: every shape that models write, read in one pass.

The reply is cut into text and markers by one scanner, which takes it whole or in pieces of any
size and gives the same result. It waits only where a marker may still be forming, and never for
more than a few dozen characters, so the work is linear and nothing flickers.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from .before_brackets import ESCAPE, ESCAPE_BEGINS, behind_stop, behind_word, lacks_number
from .beside_brackets import (
    BEGINS,
    CONNECTOR,
    CONNECTOR_BEGINS,
    LONGEST_LINK,
    NEXT_CLAUSE,
    ROW,
    ROW_BEGINS,
)
from .brackets import CIRCLED, OPENING, SOFT, Bracket, Marker, Unfinished, address_end, read_bracket
from .file_markers import FileMarkers
from .quotation_marks import QuotationMarks
from .raised import SIGNS, read_raised
from .rare_markers import BEGINS as RARE
from .rare_markers import read_rare
from .square_marks import SquareMarks

_RAISED = re.compile(f"[{SIGNS}{CIRCLED}<]")
_OPENS = frozenset((*OPENING, *SOFT))

_SPECIAL = re.compile(rf"[{BEGINS}{re.escape(''.join(RARE))}`\n\"«»„“”‟‹›]|:(?=c|$)")
_DAGGERS = "†‡"
"""Signs that some write behind a marker, and that say nothing more."""
_LONGEST_TICKS = 8
_TICKS = re.compile(rf"`{{1,{_LONGEST_TICKS}}}")
_CODE_ENDS = re.compile(rf"{_TICKS.pattern}|\n")
_IN_A_ROW = 8
"""Round brackets that one may be followed by; more are a list of something else."""
_ENDS_SENTENCE = ".!?…\n"
_ENDS_CLAUSE = f'{_ENDS_SENTENCE},;:)»”"'
_CONTEXT = 32
Token = str | Marker


class Scanner:
    """Cuts a reply into text and markers, piece by piece.

    The tokens joined over all calls do not depend on how the reply was cut into pieces, apart
    from text tokens that come in several parts.
    """

    def __init__(self, passages: int, files: Sequence[str] = ()) -> None:
        """Start a reply to so many passages, numbered from 1, with the file of each if known."""
        self._passages = passages
        self._files = FileMarkers(files)
        self._buffer = ""
        self._seen = ""  # the last characters before the buffer, for what a marker follows
        self._code = 0  # number of backticks that ends the code we are in; 0 outside code
        self._after: Marker | None = None  # the one that ends here
        self._square = SquareMarks()  # where there are some, `(1)` is mostly plain text
        self._round = False  # it has cited in round ones, at the end of a sentence
        self._marks = QuotationMarks()

    def feed(self, piece: str) -> list[Token]:
        """Take the next piece and return what is decided by now."""
        self._buffer += piece
        return self._scan(final=False)

    def close(self) -> list[Token]:
        """Return what was held back: no more text will come."""
        return self._scan(final=True)

    def _scan(self, final: bool) -> list[Token]:
        tokens: list[Token] = []
        at = 0
        while at < len(self._buffer):
            step = self._step(at, final)
            if isinstance(step, Unfinished):
                break
            token, end = step
            if isinstance(token, Marker):
                self._after = token
                tokens.append(token)
            elif token:
                self._after = None
                self._marks.pass_over(token)
                self._square.pass_over(token)
                tokens.append(token)
            at = end
        self._seen = (self._seen + self._buffer[:at])[-_CONTEXT:]
        self._buffer = self._buffer[at:]
        return tokens

    def _step(self, at: int, final: bool) -> tuple[Token, int] | Unfinished:
        """The next token at `at` and where it ends; the token is `""` for what is swallowed."""
        text = self._buffer
        if self._code:
            return self._code_step(at, final)
        if self._after:
            joined = self._behind_marker(at, final)
            if joined is not None:
                return joined
        found = _SPECIAL.search(text, at)
        if found is None:
            return text[at:], len(text)
        if found.start() > at:
            return text[at : found.start()], found.start()
        char = text[at]
        if char == "`":
            return self._backticks(at, final)
        read = self._marker(at, final)
        if read is None and char in "\\^:":
            return self._escaped(at, final)
        return read or (char, at + 1)

    def _escaped(self, at: int, final: bool) -> tuple[Token, int] | Unfinished:
        """A bracket as it is written where a plain one would mean something else."""
        if not final and ESCAPE_BEGINS.fullmatch(self._buffer, at):
            return Unfinished()
        escape = ESCAPE.match(self._buffer, at)
        named = escape is not None and escape["named"] is not None
        read = self._marker(escape.end(), final, named) if escape else None
        return read or (self._buffer[at], at + 1)

    def _code_step(self, at: int, final: bool) -> tuple[Token, int] | Unfinished:
        text = self._buffer
        found = _CODE_ENDS.search(text, at)
        if found is None:
            return text[at:], len(text)
        if found.start() > at:
            return text[at : found.start()], found.start()
        if text[at] == "\n":
            if self._code < 3:
                self._code = 0
            return "\n", at + 1
        if self._may_grow(at, found.end()) and not final:
            return Unfinished()
        if found.end() - at == self._code or (self._code >= 3 and found.end() - at >= 3):
            self._code = 0
        return found.group(), found.end()

    def _may_grow(self, at: int, end: int) -> bool:
        """A run of backticks goes on with the next piece, perhaps."""
        return end == len(self._buffer) and end - at < _LONGEST_TICKS

    def _backticks(self, at: int, final: bool) -> tuple[Token, int] | Unfinished:
        """A run of backticks opens code, unless a letter precedes it: `l`IA` is a typo."""
        found = _TICKS.match(self._buffer, at)
        end = found.end() if found else at + 1
        if self._may_grow(at, end) and not final:
            return Unfinished()
        if not self._before(at)[-1:].isalnum():
            self._code = end - at
        return self._buffer[at:end], end

    def _behind_marker(self, at: int, final: bool) -> tuple[Token, int] | Unfinished | None:
        """`, [2]` or ` and [2]` behind `[1]`, or the target of `[1](https://…)`."""
        text = self._buffer
        if text[at] in _DAGGERS:
            return "", at + 1
        if text[at] == "(":
            end = address_end(text, at, final)
            return ("", end) if isinstance(end, int) else end
        if not final and CONNECTOR_BEGINS.fullmatch(text, at):
            return Unfinished()
        connector = CONNECTOR.match(text, at)
        if connector is None or connector.end() == at:
            return None
        read = self._marker(connector.end(), final)
        return None if isinstance(read, tuple) and isinstance(read[0], str) else read

    def _marker(
        self, at: int, final: bool, named: bool = False
    ) -> tuple[Token, int] | Unfinished | None:
        """The marker whose bracket opens at `at`; `named` by what stands before it."""
        char = self._buffer[at]
        raised = _RAISED.match(char) is not None
        bracket = self._read(at, final, raised)
        if bracket is None or isinstance(bracket, Unfinished):
            return bracket
        bracket = replace(bracket, labelled=bracket.labelled or named)
        marker = self._resolve(bracket)
        if not bracket.labelled and (raised or bracket.glued):
            if marker.unknown or self._marks.open:
                return None  # a power, or a page that somebody quotes
        elif not bracket.labelled and char in SOFT:
            end = self._behind_row(bracket.end, final)
            if isinstance(end, Unfinished):
                return end
            follows = self._clearly_cites(marker, at, end, final)
            if follows is not True:
                return follows or None
            self._round = True
        elif self._marks.open and bracket.year and not marker.numbers:
            return None  # a date that somebody put into a quotation
        elif not marker.numbers and lacks_number(self._before(at), bracket):
            return str(bracket.ranges[0][0]), bracket.end
        if char in OPENING:
            self._square.cite(marker.numbers)
        return marker, bracket.end

    def _read(self, at: int, final: bool, raised: bool) -> Bracket | Unfinished | None:
        if raised or self._buffer[at] in RARE:
            before = "]" if self._after else self._before(at)
            if rare := read_rare(self._buffer, at, before, final):
                return rare
            if raised:
                return read_raised(self._buffer, at, before, final)
        bracket = self._files.read(self._buffer, at, final)
        if bracket is not None or self._buffer[at] not in _OPENS:
            return bracket
        return read_bracket(self._buffer, at, final)

    def _behind_row(self, end: int, final: bool) -> int | Unfinished:
        """Where `(1)(2)(3)` or `(1), (2)` end, which stand or fall together."""
        for _ in range(_IN_A_ROW):
            if not final and ROW_BEGINS.fullmatch(self._buffer, end):
                return Unfinished()
            between = ROW.match(self._buffer, end)
            if between is None:
                break
            bracket = read_bracket(self._buffer, between.end(), final)
            if isinstance(bracket, Unfinished):
                return bracket
            if bracket is None or self._resolve(bracket).unknown:
                break
            end = bracket.end
        return end

    def _resolve(self, bracket: Bracket) -> Marker:
        numbers: list[int] = []
        unknown = 0
        for low, high in bracket.ranges:
            within = range(max(low, 1), min(high, self._passages) + 1)
            numbers += [n for n in within if n not in numbers]
            unknown += len(within) < high - low + 1
        return Marker(tuple(numbers), unknown)

    def _clearly_cites(self, marker: Marker, at: int, end: int, final: bool) -> bool | Unfinished:
        """Is `(1)` or `{1}` a marker? Only where one stands, behind a word, and if 1 exists.

        Where one stands: at the end of a sentence, or beside a marker. Round brackets hold other
        things where a reply cites in square ones, unless they stand beside one.
        """
        before = self._before(at)
        if marker.unknown or not (self._after or behind_word(before, self._buffer[at])):
            return False
        behind = end + (self._buffer[end : end + 1] in (" ", "\t"))
        alone = self._buffer[at] == "{" or not self._square.any
        ends = alone or self._square.leave_open(marker.numbers)
        if behind == len(self._buffer):
            return Unfinished() if not final else bool(self._after) or ends
        follows = self._buffer[end], self._buffer[behind]
        if self._after and (
            follows[1] in _ENDS_CLAUSE
            or (set(marker.numbers) <= set(self._after.numbers) and not follows[0].isalnum())
        ):
            return True
        if ends and follows[0] in ("\n" if behind_stop(before) else _ENDS_SENTENCE):
            return True
        if self._round and alone:
            if NEXT_CLAUSE.match(self._buffer, end):
                return True
            if not final and len(self._buffer) - end < LONGEST_LINK:
                return Unfinished()
        return self._said_again(marker, end, final)

    def _said_again(self, marker: Marker, end: int, final: bool) -> bool | Unfinished:
        """Does `[1]` follow `(1)`?"""
        if not final and CONNECTOR_BEGINS.fullmatch(self._buffer, end):
            return Unfinished()
        link = CONNECTOR.match(self._buffer, end)
        if link is None or self._buffer[link.end()] not in OPENING:
            return False
        again = read_bracket(self._buffer, link.end(), final)
        return self._resolve(again) == marker if isinstance(again, Bracket) else again or False

    def _before(self, at: int) -> str:
        return (
            self._buffer[at - _CONTEXT : at]
            if at >= _CONTEXT
            else (self._seen + self._buffer[:at])[-_CONTEXT:]
        )


def scan(text: str, passages: int, files: Sequence[str] = ()) -> list[Token]:
    """Cut a whole reply into text and markers; neighbouring text is one token."""
    scanner, merged = Scanner(passages, files), list[Token]()
    for token in scanner.feed(text) + scanner.close():
        if isinstance(token, str) and merged and isinstance(merged[-1], str):
            merged[-1] += token
        else:
            merged.append(token)
    return merged
