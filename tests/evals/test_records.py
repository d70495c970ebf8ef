"""A run that stops can go on, and a record comes back as it was written."""

import json
from dataclasses import replace

import pytest
from small_world import answer, hit, record, refusal

from evals.errors import RecordFault
from evals.records import Header, Record, RecordFile, read_records

HEADER = Header("small", "d", "q", "extract", 10)


@pytest.mark.parametrize(
    "went",
    [
        record(answer(), (hit("bridge.txt"),), seconds=0.25),
        record(refusal(nearest=(hit("noise.txt"),)), ()),
        record(None, None, trouble="crashed", detail="ValueError: «é»"),
    ],
)
def test_round_trip(went):
    assert Record.from_dict(json.loads(json.dumps(went.to_dict()))) == went


def test_a_run_goes_on_where_it_stopped(tmp_path):
    path = tmp_path / "run.jsonl"
    first = RecordFile(path, HEADER)
    first.add(record(answer(), id="a"))
    assert RecordFile(path, HEADER).done == first.done
    assert read_records(path) == {HEADER: first.done}


def test_a_line_cut_by_a_crash_is_dropped_and_overwritten(tmp_path):
    path = tmp_path / "run.jsonl"
    RecordFile(path, HEADER).add(record(answer(), id="a"))
    with path.open("a", encoding="utf-8") as file:
        file.write('{"id": "b", "hits": [')
    again = RecordFile(path, HEADER)
    assert list(again.done) == ["a"]
    again.add(record(answer(), id="b"))
    assert list(read_records(path)[HEADER]) == ["a", "b"]


def test_a_file_holds_a_run_over_each_corpus(tmp_path):
    path, other = tmp_path / "run.jsonl", replace(HEADER, corpus="town")
    RecordFile(path, HEADER).add(record(answer(), id="a"))
    RecordFile(path, other).add(record(refusal(), id="a"))
    RecordFile(path, HEADER).add(record(answer(), id="b"))  # its first run was stopped
    whole = path.read_bytes()
    assert {h.corpus: list(done) for h, done in read_records(path).items()} == {
        "small": ["a", "b"],
        "town": ["a"],
    }
    assert RecordFile(path, other).done["a"].declined
    assert path.read_bytes() == whole  # opening what is done adds nothing


def test_another_run_is_refused(tmp_path):
    path = tmp_path / "run.jsonl"
    RecordFile(path, HEADER)
    with pytest.raises(RecordFault, match="other questions, documents or another model"):
        RecordFile(path, Header("small", "d", "q2", "extract", 10))


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("", "holds no record"),
        ("not json\n", ":1: damaged line"),
        ("[]\n", ":1: damaged line"),
        ('{"corpus": "small"}\n', ":1: not a record of this version"),
    ],
)
def test_a_damaged_file_is_named_with_its_line(tmp_path, text, message):
    path = tmp_path / "run.jsonl"
    path.write_text(text, encoding="utf-8")
    with pytest.raises(RecordFault) as caught:
        read_records(path)
    assert message in str(caught.value)


def test_a_missing_file(tmp_path):
    with pytest.raises(RecordFault, match="cannot be read"):
        read_records(tmp_path / "none.jsonl")
