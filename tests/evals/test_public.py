"""One command repeats what is claimed about public data, on a stand-in of two stories."""

import json

import pytest

from evals.public import main

STORY = {
    "en": ["The bridge opened on 5 May and cost 48 million pounds.", "Nobody was hurt that day."],
    "de": ["Die Brücke wurde am 5. Mai eröffnet und kostete 48 Millionen Pfund.",
           "Niemand wurde an diesem Tag verletzt."],
    "fr": ["Le pont a ouvert le 5 mai et a coûté 48 millions de livres.",
           "Personne n'a été blessé ce jour-là."],
    "it": ["Il ponte è stato aperto il 5 maggio ed è costato 48 milioni di sterline.",
           "Nessuno è rimasto ferito quel giorno."],
}  # fmt: skip


@pytest.fixture
def data(tmp_path):
    rows = [
        {"doc_id": f"story-{n}", "lang": language, "headline": segments[0], "segments": segments}
        for n in range(4)  # every fourth story is reported on
        for language, segments in STORY.items()
    ]
    (tmp_path / "ntrex.jsonl").write_text("\n".join(map(json.dumps, rows)) + "\n", "utf-8")
    return tmp_path


def test_checking_is_measured(data, capsys):
    assert main(["--data", str(data), "--only", "checking"]) == 0
    told = capsys.readouterr().out
    assert "true, with figures: supported" in told
    row = next(line for line in told.splitlines() if line.startswith("one digit changed"))
    assert row.split()[-4:-2] == ["12", ">="]  # 4 languages, each in 3 others


@pytest.mark.parametrize("part", ["retrieval", "reading", "checking"])
def test_a_set_that_is_missing_is_named(part, tmp_path, capsys):
    assert main(["--data", str(tmp_path), "--only", part]) == 1
    assert "is missing; docs/" in capsys.readouterr().err
