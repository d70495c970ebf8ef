"""What a fault is called in the reader's language: by its class, from ``strings.json``."""

from __future__ import annotations

from assistant.errors import AssistantFault, BadUpload
from index import IndexFault

from .strings import Strings


def told(fault: AssistantFault | IndexFault, strings: Strings) -> dict[str, str]:
    """Say a fault to a reader.

    Args:
        fault: its class is what there are words for; the nearest class that has some counts.
        strings: what the page says, in the reader's language.

    Returns:
        ``message``, a sentence in the reader's language, and ``detail``, the fault's own words,
        which are English. An English reader is given those alone: they say more.
    """
    if strings["code"] == "en":
        return {"message": str(fault), "detail": ""}
    if isinstance(fault, BadUpload):
        return {"message": strings[f"upload_{fault.reason}"], "detail": str(fault)}
    names = (f"fault_{kind.__name__}" for kind in type(fault).__mro__)
    said = next((strings[name] for name in names if name in strings), strings["fault_other"])
    return {"message": said, "detail": str(fault)}
