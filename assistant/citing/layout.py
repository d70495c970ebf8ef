"""What a reply has around its sentences: lists of sources, footnotes, tables.

An answer gets a list of its own, which can be checked, so the one of a model goes; what is said in
a footnote or a table stays, as sentences.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from .brackets import CIRCLED, OPENING

_HEAD = (
    r"[ \t#*_(]*+(?:sources?|references?|références?|citations?|quellen?|belege|fonti|fonte|"
    r"riferimenti)[ \t]*+(?:cited|used|utilisées?|citées?|citate|utilizzate)?[ \t*_]*+"
)
_LIST_HEAD = re.compile(rf"^{_HEAD}:?[ \t*_]*+$", re.IGNORECASE | re.MULTILINE)
_LIST_LINE = re.compile(
    rf"[ \t]*(?:[-*•–]|\d{{1,3}}[.)]|[{re.escape(OPENING)}({{^¹²³⁴-⁹{CIRCLED}]|<sup>).*"
)
_FILE = r"[^\s\[\]()*_`]{1,200}\.(?:[a-z]{2,5})\b"
_ITEM = rf"(?:\[[^\[\]\n]{{1,60}}\](?:\([^()\n]{{0,300}}\))?|\d{{1,3}}|{_FILE})"
_ON_ONE_LINE = re.compile(
    rf"^{_HEAD}:[ \t*_`]*+(?:{_ITEM}[^\n]{{0,2000}}|[\d,; ]{{1,200}})\s*\Z",
    re.IGNORECASE | re.MULTILINE,
)
"""*Sources: [1] a.txt, [2] b.txt*, the last line of a reply."""
_NAMED_LINE = re.compile(
    rf"[ \t]*(?:[-*•–][ \t])?[\[［【][^\[\]［］【】\n]{{1,20}}[\]］】][ \t:*_`-]{{0,6}}"
    rf"(?:{_FILE}|https?://\S{{1,300}})[^\n]{{0,80}}|[ \t]*[-*_]{{3,}}[ \t]*",
    re.IGNORECASE,
)
"""*[1] a.txt, line 3*, and a rule above such lines."""
_DEFINITION = re.compile(r"^[ \t]*\[\^?(\d{1,3})\]:[ \t]*(?P<said>[^\n]*)\n?", re.MULTILINE)
_MARKER = re.compile(r"\[\^?(\d{1,3})\]")
_ADDRESS = re.compile(rf"<?(?:https?://\S+|{_FILE})>?[^\w\n]*", re.IGNORECASE)
_MARKED = re.compile(rf"[{re.escape(OPENING)}]\D{{0,12}}\d")
_CELLS = 12


def sentences_only(reply: str) -> str:
    """Return a reply without its list of sources, its tables and footnotes as sentences."""
    return _without_tables(_without_definitions(_without_list(reply)))


def _without_list(reply: str) -> str:
    heads = list(_LIST_HEAD.finditer(reply))
    if heads and heads[-1].start():
        lines = reply[heads[-1].end() :].strip().splitlines()
        if lines and all(_LIST_LINE.fullmatch(line) for line in lines if line.strip()):
            return reply[: heads[-1].start()].rstrip()
    last = reply.rstrip().rfind("\n") + 1
    if reply[:last].strip() and _ON_ONE_LINE.match(reply, last):
        return reply[:last].rstrip()
    return _without_named(reply)


def _without_named(reply: str) -> str:
    """Leave out closing lines that hold a marker and the name of a file or an address alone."""
    lines = reply.rstrip().splitlines()
    keep = len(lines)
    while keep and (not lines[keep - 1].strip() or _NAMED_LINE.fullmatch(lines[keep - 1])):
        keep -= 1
    return "\n".join(lines[:keep]) if 0 < keep < len(lines) else reply


def _without_definitions(reply: str) -> str:
    """Leave out what a marker above refers to; `[1]: It was signed.` may be the answer itself."""
    marked = set(_MARKER.findall(_DEFINITION.sub("", reply)))

    def kept(found: re.Match[str]) -> str:
        said = found["said"]
        if _ADDRESS.fullmatch(said) or found[1] in marked:
            return ""
        end = found.group().rstrip("\n")
        return f"{end[: found.start('said') - found.start()].rstrip(': ')} {said}\n\n"

    return _DEFINITION.sub(kept, reply)


def _without_tables(reply: str) -> str:
    """Turn each row below a head into a line: `| Cost | 31 | [1] |` is *Cost: 31 [1]*."""
    if "|" not in reply or "--" not in reply:
        return reply
    lines = reply.split("\n")
    rules = [i for i, line in enumerate(lines) if _is_rule(line)]
    return "\n".join(_rows(lines, frozenset(rules))) if rules else reply


def _is_rule(line: str) -> bool:
    return "|" in line and "--" in line and not line.strip(" \t|:-")


def _rows(lines: list[str], rules: frozenset[int]) -> Iterator[str]:
    table = False
    for i, line in enumerate(lines):
        if i in rules or (i + 1 in rules and "|" in line and not _MARKED.search(line)):
            table = True
        elif "|" in line and (table or i + 1 in rules):
            yield f"- {_row(line)}"
        else:
            table = False
            yield line


def _row(line: str) -> str:
    first, *more = [cell.strip() for cell in line.strip().strip("|").split("|", _CELLS)]
    said = ", ".join(cell for cell in more if cell)
    return f"{first}: {said}".replace(", [", " [") if said and first else first or said
