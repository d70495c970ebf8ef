"""The whole of a short reply: for what is asked of a model beside the answer."""

from __future__ import annotations

from dataclasses import replace

from .seam import ChatModel, Finish, Request


def whole_reply(model: ChatModel, request: Request, longest: int) -> tuple[str, Finish]:
    """Read a reply to its end, and no further than what was asked for can be.

    Args:
        model: any but the built-in reader.
        request: with the messages to send.
        longest: characters; a model that goes on beyond them is cut off.

    Returns:
        What was said, and how it ended: not complete where it was cut off.

    Raises:
        assistant.errors.ModelProblem: the model gave nothing usable.
    """
    said, finish = "", Finish(complete=False, requests=1)
    pieces = model.reply(request)
    try:
        for piece in pieces:
            if isinstance(piece, Finish):
                finish = replace(piece, requests=max(1, piece.requests))
                break
            said += piece
            if len(said) > longest:
                break
    finally:
        close = getattr(pieces, "close", None)
        if close:
            close()
    return said, finish
