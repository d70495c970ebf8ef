"""The lines of a scraped page, and what their own words say about them.

The words are data, in ``furniture.toml``: strict cues, which hold anywhere on a page, and looser
ones, which hold only above and below the article.
"""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path
from typing import Literal, cast

Kind = Literal["navigation", "teaser", "related", "sharing", "comment", "credit", "notice"]


@dataclass(slots=True)
class Line:
    """A line of a page, and what it was found to be."""

    start: int
    end: int
    plain: str
    """Lower case, with plain apostrophes."""
    gap: int
    """Line breaks before it."""
    prose: bool
    """It is at least one whole sentence of some length."""
    cut: bool
    """It ends in an ellipsis."""
    kind: Kind | None = None
    """None while it is taken for the article."""
    opens: bool = False
    """It is the heading of a section."""

    @property
    def size(self) -> int:
        """Characters of prose."""
        return self.end - self.start if self.prose else 0

    @property
    def words(self) -> int:
        """Words, as white space parts them."""
        return len(self.plain.split())

    @property
    def bare(self) -> str:
        """``plain`` without bullets, arrows and the like around it."""
        return self.plain.strip(_ORNAMENT)

    @property
    def signed(self) -> bool:
        """It looks like a byline, a source or a date: the article's own."""
        digits = sum(map(str.isdigit, self.plain))
        is_date = digits > 3 and digits * 6 > self.end - self.start
        return is_date or _SIGNED.match(self.plain) is not None


_ORNAMENT = "-–—•*▪►▶>+=#|<_ \t"
_LINE = re.compile(r"\S[^\n\r\u2028\u2029]*")
_ENDING = (".", "!", "?")
_CLOSING = "\"'’”“»«)]"
_CUT = ("…", "...")
_GLUED = re.compile(r"(?<=[a-zà-ÿ])(?=[A-ZÀ-Þ][a-zà-ÿ])")
_TITLED = re.compile(r"[:|→>] ?\S")  # behind a cue: its one entry stands on its own line
_LABEL = re.compile(r"[A-ZÀ-Þ]{4,}(?: [A-ZÀ-Þ]{2,}){0,2} ?[:|>] ?\S.{10,150}$")
_LABEL_WORD = re.compile(
    r"(?=[^:]{0,30}\b(?:auch|aussi|anche|also|watch|listen|videos?|vidéos?|podcast|lire|lesen|leggi"
    r"|read|dossier|reportage)\b)(?:[^\s:]+ ?){1,3}: ?\S.{10,150}$"
)
_CREDITED = re.compile(
    r".{10,200}[.!?»”] (?:\([A-ZÀ-Þ][^()/]{2,40}/[^()/]{2,40}\)"
    r"|\| ?[A-ZÀ-Þ]{2,}(?:[ /-][A-ZÀ-Þ]{2,}){0,4}"
    r"|[A-ZÀ-Þ]{2,}(?:[ /][A-ZÀ-Þ]{2,}){1,7}|(?:Photo|Foto|Bild) [A-ZÀ-Þ][^.!?]{3,60})$"
)
_COMMENTS = re.compile(
    r"(?<=[.!?»”] )(?:(?:Comments|Commentaires|Commenti|(?:Leserk|K)ommentare)(?: \(\d+\)|{by})"
    r"|\d+ (?:[Cc]omments?|[Cc]ommentaires?|Kommentare?|[Cc]ommenti)(?:$|{by}))".replace(
        "{by}", r"(?= [A-ZÀ-Þ][\w.-]*(?: [A-ZÀ-Þ][\w.-]*)? ?: )"
    )
)
_SIGNED = re.compile(
    r"\(|(?:(?:[–—-] )?(?:additional reporting|mitarbeit|ha(?:nno)? collaborato)|source"
    r"|quelle|fonte|par|von|di|by|reporting|édité|\w{2,4}/\w{2,4})\b"
)


def lines(text: str) -> Iterator[Line]:
    """The lines of a text that are not blank, each with the kind its own words tell."""
    last = 0
    for match in _LINE.finditer(text):
        gap = text.count("\n", last, match.start())
        last = match.end()
        for start, end in _unglued(text, match.start(), match.end()):
            raw = text[start:end].rstrip()
            cut = raw.endswith(_CUT)
            prose = len(raw) >= 60 and not cut and raw.rstrip(_CLOSING).endswith(_ENDING)
            plain = raw.lower().replace("’", "'").replace("\u00a0", " ")
            line = Line(start, start + len(raw), plain, gap, prose, cut)
            _read_cue(line)
            if not line.kind and not prose and (_LABEL.match(raw) or _LABEL_WORD.match(plain)):
                line.kind = "related"  # ``READ: Students sleep in cars``
            elif not line.kind and not prose and _CREDITED.match(raw):
                line.kind = "credit"  # ``The hall in May. ANNE GUERN FOR THE POST``
            yield line
            gap = 0


def _unglued(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    """Take apart a button and a heading, or a text and its comments, that lost the break."""
    if text.find("omment", start, end) > 0 and (label := _COMMENTS.search(text, start, end)):
        yield start, label.start()
        yield label.start(), label.end()
        start = label.end()
    if end - start < 100:
        for match in _GLUED.finditer(text, start, end):
            right = text[match.start() : end].lower().strip()
            if any(cues.section.match(right) for cues in _cues().values()):
                yield start, match.start()
                start = match.start()
                break
    yield start, end


class _Cues:
    """The cues of one kind, each a test of a line."""

    def __init__(self, table: dict[str, list[str]]) -> None:
        close = r"(?: ?\(\d+(?: \w+)?\))?[\s.:!?»>→]*$"
        self.section = _matcher((table.get("section"), close))
        self.whole = _matcher((table.get("whole"), close), (table.get("begins"), ""))
        self.inside = _matcher((table.get("inside"), close), (table.get("inside_begins"), ""))
        self.holds = re.compile("|".join(table.get("holds", [])) or "(?!)")
        self.buttons = _matcher((table.get("buttons"), close))
        # ``Read more: Why big projects cost more`` is a heading and its only entry in one line.
        self.one_line = _matcher((table.get("section"), r" ?[:|→>] ?\S.{0,150}$"))
        self.replies = _matcher((table.get("replies"), close))
        self.stems = re.compile(rf"\b(?:{'|'.join(table.get('stems', [])) or '(?!)'})")

    def tells(self, plain: str) -> bool:
        """Whether a line is of this kind, and heads no section.

        What may stand anywhere in a line is dear to look for: first of all for one of its words.
        """
        return bool(
            self.whole.match(plain) or (self.holds.search(plain) and self.inside.match(plain))
        )


def _matcher(*parts: tuple[list[str] | None, str]) -> re.Pattern[str]:
    given = [f"(?:{'|'.join(patterns)}){close}" for patterns, close in parts if patterns]
    return re.compile("|".join(given) or r"(?!)")


@lru_cache(maxsize=1)
def _cues() -> dict[Kind, _Cues]:
    text = (Path(__file__).parent / "furniture.toml").read_text(encoding="utf-8")
    return {cast(Kind, kind): _Cues(table) for kind, table in tomllib.loads(text).items()}


_MOST = {"credit": 200, "notice": 320, "comment": 160, "related": 180, "sharing": 90}
_PUBLISHED = re.compile(  # ``Aggiornato il 4 marzo 2025 (ANSA)`` tells of the text, not of a photo
    r"(?:aggiornat|pubblicat|publié|mis à jour|updated|published|aktualisiert|veröffentlicht)"
    r"\w{0,2}\b.{0,30}\d{4}"
)
_NEVER_PROSE = ("credit", "sharing", "navigation")
_OFTEN = 60  # characters
_LONGEST = 340  # characters, with the ornament around them
_ORDER: tuple[Kind, ...] = ("credit", "notice", "navigation", "comment", "related", "sharing")


def _read_cue(line: Line) -> None:
    length = line.end - line.start
    if length <= _OFTEN:  # the menus of a site are the same on all its pages
        line.kind, line.opens = _known_cue(line.bare, line.prose)
    elif length <= _LONGEST:
        line.kind, line.opens = _cue(line.bare, line.prose)


def _cue(plain: str, prose: bool) -> tuple[Kind | None, bool]:
    """The kind that a line's own words tell, and whether it is the heading of a section."""
    # Before ``reserved for subscribers``, which may follow in it.
    titled = len(plain) <= _MOST["related"] and _TITLED.search(plain) is not None
    if titled and _cues()["related"].one_line.match(plain):
        return "related", False
    for kind in _ORDER:
        if len(plain) > _MOST.get(kind, 200) or (prose and kind in _NEVER_PROSE):
            continue
        cues = _cues()[kind]
        if cues.section.match(plain):
            return kind, kind != "related" or not titled
        if cues.tells(plain) and not (kind == "credit" and _PUBLISHED.match(plain)):
            return kind, kind == "comment"
    return None, False


_known_cue = lru_cache(maxsize=2048)(_cue)


def loose_kind(line: Line) -> Kind | None:
    """What a short line outside the article most likely is, by a word in it."""
    if line.prose or line.words > 8 or line.signed:
        return None
    for kind in ("notice", "comment", "sharing", "related", "navigation"):
        if _cues()[kind].stems.search(line.plain):
            return kind
    return None


def is_reply(line: Line) -> bool:
    """Whether a line is the button under a contribution to a thread."""
    return _cues()["comment"].replies.match(line.plain) is not None


def is_button(line: Line) -> bool:
    """Whether a line is a button of a comment section, or the age of a comment."""
    return _cues()["comment"].buttons.match(line.plain) is not None
