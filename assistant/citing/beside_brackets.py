"""What may stand between two citation markers, or behind one in the middle of a sentence."""

from __future__ import annotations

import re

from .brackets import CIRCLED, OPENING, SOFT
from .raised import SIGNS

BEGINS = f"{re.escape(''.join(sorted((*OPENING, *SOFT))))}{SIGNS}{CIRCLED}<"
"""What a marker may begin with, as the inside of a class of characters."""
CONNECTOR = re.compile(
    r"[ \t]?(?:[,;&/–-]|and|und|et|ed|e)?[ \t]?"
    rf"(?=[{BEGINS}])"
)
"""Between `[1]` and `[2]`."""
CONNECTOR_BEGINS = re.compile(r"[ \t]?(?:[,;&/–-]|a(?:nd?)?|u(?:nd?)?|e[td]?)?[ \t]?")
"""What may become that."""
ROW = re.compile(r"(?:,|;| (?:and|und|et|ed?))? ?(?=[(（{])")
"""Between `(1)` and `(2)`."""
ROW_BEGINS = re.compile(r"(?:[,;]| (?:and?|un?d?|et|ed?|a)?)? ?")
NEXT_CLAUSE = re.compile(
    r" ?[,;] ?|,? (?:and|but|while|und|aber|während|et|mais|tandis|ed?|ma|mentre) (?=[^\W\d_])"
)
"""Behind `(1)` in the middle of a sentence."""
LONGEST_LINK = 11
"""Characters that tell whether it is such a one."""
