"""The named endpoints take what a program sends, or refuse it in one plain sentence."""

import contextlib
import io
import json

import httpx

ODD = [
    ("ask", 5), ("ask", None), ("ask", ["x"]), ("search", "bridge", "x"),
    ("search", "bridge", None), ("search", "bridge", []), ("search", 5, 3), ("search", {"a": 1}, 3),
    ("converse", 5, [], "en", {}), ("converse", "bridge", 5, "en", {}),
    ("converse", "bridge", [5], "en", {}), ("converse", "bridge", None, "en", {}),
    ("converse", "bridge", [], ["en"], {}), ("converse", "bridge", [], "en", [1]),
    ("translate", "a.txt", "x", 3, "fr", "en"), ("translate", "a.txt", 0, {}, "fr", "en"),
    ("translate", 5, 0, 3, "fr", "en"), ("translate", "a.txt", 0, 3, 5, "en"),
    ("translate", "a.txt", 0, 3, "fr", ["en"]), ("read", ["x"]),
]  # fmt: skip


def called(address, name, *data):
    """Call an endpoint as any program may; gives the last event's name and what it says."""
    begun = httpx.post(f"{address}/gradio_api/call/{name}", json={"data": data}, timeout=60)
    at = f"{address}/gradio_api/call/{name}/{begun.json()['event_id']}"
    lines = httpx.get(at, timeout=60).text.split("\n")
    kind = [line.removeprefix("event: ") for line in lines if line.startswith("event: ")][-1]
    said = [line.removeprefix("data: ") for line in lines if line.startswith("data: ")][-1]
    return kind, json.loads(said)


def test_what_is_of_no_use_is_told_in_a_sentence_and_leaves_no_trace_on_the_console(serve, bridge):
    console = io.StringIO()
    with contextlib.redirect_stdout(console), contextlib.redirect_stderr(console):
        address = serve(bridge)
        got = {json.dumps(odd): called(address, *odd) for odd in ODD}
        ordinary = called(address, "search", "bridge", "3")
    for odd, (kind, said) in got.items():
        assert kind == "error", odd
        assert said["error"].startswith("`"), odd
        assert " must be a" in said["error"], odd
    assert ordinary[0] == "complete"
    assert "Traceback" not in console.getvalue()
