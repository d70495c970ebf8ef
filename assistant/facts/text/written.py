"""Short and raised forms written out: `XVIIᵉ`, `17<sup>e</sup>`, *17. Jh.*, *sec. XVII*, *1ᵉʳ mai*.

What sets an ordinal's ending higher, and what a century is shortened to, says nothing; a text is
read as if it were written out.
"""

from __future__ import annotations

import re

from .letters import has_any

_RAISED = str.maketrans(
    "ᵃᵇᶜᵈᵉᶠᵍʰⁱʲᵏˡᵐⁿᵒᵖʳˢᵗᵘᵛʷˣʸᶻ", "abcdefghijklmnoprstuvwxyz"
)  # fmt: skip
_RAISED_ENDING = re.compile(r"(?<=[\dIVXLn])[ᵃᵇᶜᵈᵉᶠᵍʰⁱʲᵏˡᵐⁿᵒᵖʳˢᵗᵘᵛʷˣʸᶻ]{1,4}")
_TAGGED = re.compile(r"(?<=[\dIVXL])\s?<sup>([a-zèéº°]{1,4})</sup>", re.IGNORECASE)
_SHORT = (
    (re.compile(r"(?<=\d\. )(?:J[hH](?:dt?)?s?|Jahrh)\b\.?"), "Jahrhundert"),
    (re.compile(r"\b[Ss]ecc?\. ?(?=[IVX]{1,5}\b)"), "secolo "),
    (re.compile(r"(?<=\b[IVX]) sec\.|(?<=[IVX]{2}) sec\."), " secolo"),
    (re.compile(r"(?<=[IVX]e|\de) s\.(?=[ ,;)]|$)"), " siècle"),
    (re.compile(r"(?<=\d(?:st|nd|rd|th)) c\.(?=[ ,;)]|$)"), " century"),
)
"""What a century is shortened to behind its number, or before it, and in full."""
_DATED = r"(\d|(?:century|siècle|Jahrhundert|secolo)(?:s)?) "
_ERAS = (
    (re.compile(rf"{_DATED}(?:avant (?:notre ère|Jésus-Christ|J\.-C\.))"), r"\1 av. J.-C."),
    (re.compile(rf"{_DATED}(?:après (?:Jésus-Christ|J\.-C\.)|de notre ère)"), r"\1 apr. J.-C."),
    (re.compile(rf"{_DATED}vor (?:Christus|Christi Geburt|unserer Zeitrechnung)"), r"\1 v. Chr."),
    (re.compile(rf"{_DATED}nach (?:Christus|Christi Geburt)"), r"\1 n. Chr."),
    (re.compile(rf"{_DATED}(?:avanti|prima di) Cristo"), r"\1 a.C."),
    (re.compile(rf"{_DATED}dopo Cristo"), r"\1 d.C."),
    (re.compile(rf"{_DATED}B\.?C\.?E\b\.?"), r"\1 BC"),
    (re.compile(rf"{_DATED}CE\b"), r"\1 AD"),
)
"""Before and after Christ in the many ways in which it is written, and in one."""
_CUES = ("<sup", "<SUP", ". J", "sec.", "Sec.", "secc.", " s.", " c.")
_ERA_CUES = ("notre ère", "J.-C.", "Jésus", "Christ", "Zeitrechnung", "Cristo", "CE", "C.E.")


def written_out(text: str) -> str:
    """Return a text with raised endings on the line and shortened centuries in full."""
    if not text.isascii() and _RAISED_ENDING.search(text):
        text = _RAISED_ENDING.sub(lambda ending: ending[0].translate(_RAISED), text)
    if has_any(text, _CUES):
        text = _TAGGED.sub(r"\1", text)
        for short, full in _SHORT:
            text = short.sub(full, text)
    if has_any(text, _ERA_CUES):
        for written, one in _ERAS:
            text = written.sub(one, text)
    return text
