"""Makes the generated tables of this package: `places.txt`, `currencies.txt`, `common_words.txt`.

    python -m assistant.facts.make_tables places
    python -m assistant.facts.make_tables currencies
    python -m assistant.facts.make_tables words DIR

`places` and `currencies` take names in the four languages from the CLDR data of `babel`.
`words` counts the words of parallel texts in DIR: gzipped files of four tab-separated columns,
`language, text, language, text`. It keeps what is an ordinary word: in English, French and Italian
what is written small in the middle of sentences, in German also what is written large but seldom
stands letter for letter in the translation, as names do. Counts are facts; no text is kept.
"""

from __future__ import annotations

import argparse
import gzip
import re
from collections import Counter
from collections.abc import Iterator
from pathlib import Path

from assistant.facts.text.vocabulary import is_formed

from .facts import LANGUAGES, Language

LISTS = Path(__file__).parent / "lists"
_WORD = re.compile(r"[^\W\d_]{2,}")
_SIZES: dict[Language, int] = {"en": 8000, "fr": 9000, "de": 20000, "it": 9000}
_MOST_LINES = 330_000
_SEEN_AT_LEAST = 2


class Counts:
    """How often each word of each language is written small, large, and large as in the other."""

    def __init__(self) -> None:
        self.small: dict[str, Counter[str]] = {language: Counter() for language in LANGUAGES}
        self.large: dict[str, Counter[str]] = {language: Counter() for language in LANGUAGES}
        self.shared: dict[str, Counter[str]] = {language: Counter() for language in LANGUAGES}

    def add(self, language: str, text: str, other: str) -> None:
        """Count one text; `other` is its translation."""
        there = set(_WORD.findall(other))
        for place, word in enumerate(_WORD.findall(text)):
            if word[0].islower():
                self.small[language][word] += 1
            elif place and word[1:].islower():
                self.large[language][word.lower()] += 1
                self.shared[language][word.lower()] += word in there

    def ordinary(self, language: Language, size: int) -> list[str]:
        """The commonest ordinary words, in the order of the alphabet."""
        small, large = self.small[language], self.large[language]
        chosen = Counter({w: n for w, n in small.items() if n >= 0.3 * large[w]})
        if language == "de":
            for word, seen in large.items():
                if self.shared[language][word] < 0.25 * seen:
                    chosen[word] += seen
        kept: set[str] = set()
        for word, seen in sorted(chosen.items(), key=lambda pair: (-pair[1], pair[0])):
            if len(kept) == size or seen < _SEEN_AT_LEAST:
                break
            if not is_formed(word, language, kept):
                kept.add(word)
        return sorted(kept)


def _pairs(folder: Path) -> Iterator[tuple[str, str, str, str]]:
    for path in sorted(folder.glob("*.tsv.gz")):
        with gzip.open(path, "rt", encoding="utf-8") as lines:
            for number, line in enumerate(lines):
                columns = line.rstrip("\n").split("\t")
                if number > _MOST_LINES:
                    break
                if len(columns) == 4:
                    yield columns[0], columns[1], columns[2], columns[3]


def make_words(folder: Path) -> None:
    """Write `common_words.txt`: a line for each language, its code first."""
    counts, seen = Counts(), set()
    for one, text, other, translation in _pairs(folder):
        for language, said, there in ((one, text, translation), (other, translation, text)):
            mark = hash((language, said))
            if language in LANGUAGES and mark not in seen:
                seen.add(mark)
                counts.add(language, said, there)
    rows = [f"{lang} {' '.join(counts.ordinary(lang, _SIZES[lang]))}" for lang in LANGUAGES]
    (LISTS / "common_words.txt").write_text("\n".join(rows) + "\n", encoding="utf-8")


def make_places() -> None:
    """Write `places.txt`: a line for each country, its code and its names in the four languages."""
    from babel import Locale

    tables = {language: Locale(language).territories for language in LANGUAGES}
    rows = []
    for code in sorted(tables["en"]):
        if len(code) == 2 and code.isalpha() and code not in ("EZ", "QO", "XA", "XB", "ZZ"):
            english = str(tables["en"][code])
            rows.append("\t".join((code, *(str(t.get(code, english)) for t in tables.values()))))
    (LISTS / "places.txt").write_text("\n".join(rows) + "\n", encoding="utf-8")


def make_currencies() -> None:
    """Write `currencies.txt`: code and names of each currency, one and many, by language."""
    from babel import Locale
    from babel.numbers import get_currency_name

    rows = []
    for code in sorted(Locale("en").currencies):
        names = [
            "|".join(dict.fromkeys(get_currency_name(code, count, language) for count in (1, 2)))
            for language in LANGUAGES
        ]
        metal = code[0] == "X" and code not in ("XAF", "XCD", "XOF", "XPF")
        if not metal and not any(re.search(r"[\d()]", name) or name == code for name in names):
            rows.append("\t".join((code, *names)))
    (LISTS / "currencies.txt").write_text("\n".join(rows) + "\n", encoding="utf-8")


def main() -> None:
    """Make one of the tables."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").partition("\n")[0])
    parser.add_argument("table", choices=("places", "currencies", "words"))
    parser.add_argument("folder", type=Path, nargs="?", help="parallel texts, for `words`")
    given = parser.parse_args()
    if given.table == "places":
        make_places()
    elif given.table == "currencies":
        make_currencies()
    else:
        make_words(given.folder)


if __name__ == "__main__":
    main()
