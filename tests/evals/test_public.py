"""One command repeats what is claimed about public data, on a stand-in of two stories."""

import json
import re

import pytest

from evals.public.__main__ import main

STORY = {
    "en": ["The bridge opened on 5 May and cost 48 million pounds.", "Nobody was hurt that day."],
    "de": ["Die Brücke wurde am 5. Mai eröffnet und kostete 48 Millionen Pfund.",
           "Niemand wurde an diesem Tag verletzt."],
    "fr": ["Le pont a ouvert le 5 mai et a coûté 48 millions de livres.",
           "Personne n'a été blessé ce jour-là."],
    "it": ["Il ponte è stato aperto il 5 maggio ed è costato 48 milioni di sterline.",
           "Nessuno è rimasto ferito quel giorno."],
}  # fmt: skip


PARAGRAPHS = {
    "en": {
        "The bridge over the river Harl opened in 1931 and cost 48 million pounds.":
            ("How many million pounds did the bridge cost?", "48 million pounds"),
        "Thirty-six hives stand on the roof of the town hall and gave 420 kilos of honey.":
            ("How much honey did the hives give?", "420 kilos"),
        "The wind farm on the hill has sixteen turbines, each of them 240 metres high.":
            ("How high are the turbines of the wind farm?", "240 metres"),
    },
    "de": {
        "Die Brücke über den Fluss Harl wurde 1931 eröffnet und kostete 48 Millionen Pfund.":
            ("Wie viele Millionen Pfund kostete die Brücke?", "48 Millionen Pfund"),
        "Auf dem Dach des Rathauses stehen 36 Bienenstöcke, sie gaben 420 Kilo Honig.":
            ("Wie viel Honig gaben die Bienenstöcke?", "420 Kilo"),
        "Der Windpark auf dem Hügel hat sechzehn Anlagen, jede von ihnen 240 Meter hoch.":
            ("Wie hoch sind die Anlagen des Windparks?", "240 Meter"),
    },
    "it": {
        "Il ponte sul fiume Harl fu aperto nel 1931 e costò 48 milioni di sterline.":
            ("Quanti milioni di sterline costò il ponte?", "48 milioni di sterline"),
        "Sul tetto del municipio ci sono 36 alveari, che hanno dato 420 chili di miele.":
            ("Quanto miele hanno dato gli alveari?", "420 chili"),
        "Il parco eolico sulla collina ha sedici turbine, ognuna alta 240 metri.":
            ("Quanto sono alte le turbine del parco eolico?", "240 metri"),
    },
}  # fmt: skip
ELSEWHERE = {
    "en": ("Who painted the ceiling?", "Who was the first emperor of Rome?"),
    "de": ("Wer malte die Decke?", "Wer war der erste Kaiser von Rom?"),
    "fr": ("Qui a peint le plafond ?", "Qui fut le premier empereur de Rome ?"),
    "it": ("Chi dipinse il soffitto?", "Chi fu il primo imperatore di Roma?"),
}


def write(path, rows):
    path.write_text("\n".join(map(json.dumps, rows)) + "\n", "utf-8")


@pytest.fixture
def paragraphs(data):
    """All the sets of the public measurement, three paragraphs each."""
    for language, told in PARAGRAPHS.items():
        mark, file = ("i", "squad_it") if language == "it" else ("x", f"xquad.{language}")
        rows = []
        for n, (text, (question, answer)) in enumerate(told.items()):
            answers = [{"start": text.index(answer), "text": answer}]
            asked = [{"id": f"q{n}", "question": question, "answers": answers}]
            head = {"id": f"{mark}{n}", "title": f"T{n}", "lang": language}
            rows.append(head | {"text": text, "questions": asked})
        write(data / f"{file}.jsonl", rows)
    write(
        data / "xquad_to_squad_it.jsonl",
        [{"xquad": f"x{n}", "squad_it": f"i{n}"} for n in (0, 1, 2)],
    )
    for language in ("de", "fr", "en"):
        told = PARAGRAPHS.get(language, PARAGRAPHS["en"])
        passages = [
            {"docid": f"d{n}", "title": f"T{n}", "text": text} for n, text in enumerate(told)
        ]
        (question, _), *_ = told.values()
        asked = [(question, True), (ELSEWHERE[language][0], False)]
        write(data / f"nomiracl.{language}.jsonl", [
            {"query_id": f"{n}", "lang": language, "answerable": answerable, "question": words,
             "passages": passages}
            for n, (words, answerable) in enumerate(asked)
        ])  # fmt: skip
    questions = {language: words[1] for language, words in ELSEWHERE.items()}
    write(data / "qald.jsonl", [{"id": "1", "question": questions}])
    return data


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


def test_finding_is_measured_beside_plain_rankings(paragraphs, capsys):
    assert main(["--data", str(paragraphs), "--only", "retrieval"]) == 0
    rows = {tuple(x.split()[:2]): x.split() for x in capsys.readouterr().out.splitlines() if x}
    assert rows["en→en", "product"][2] == "1.000"
    assert rows["de→it", "product"][-1] == "3"  # questions
    means = next(x for x in rows.values() if x[0] == "en↔de")
    assert float(means[1]) >= float(means[4])  # not below BM25 over words


def test_reading_and_declining_are_measured(paragraphs, capsys):
    assert main(["--data", str(paragraphs), "--only", "reading"]) == 0
    lines = (re.split(r"\s{2,}", line) for line in capsys.readouterr().out.splitlines())
    # Of each set: questions, answered, declined, …
    rows = {}
    for name, *figures in lines:
        rows.setdefault(name, figures)
    assert rows["xquad en-de"][0] == "3"
    assert rows["qald it"][:3] == ["1", "–", "1.000 1.000–1.000"]  # not in the seeds
    assert rows["nomiracl de"][0] == "2"


def test_plain_rankings_stand_beside_the_reader(paragraphs, capsys):
    assert main(["--data", str(paragraphs), "--only", "reading", "--every", "3"]) == 0
    lines = capsys.readouterr().out.splitlines()
    rows = [re.split(r"\s{2,}", line) for line in lines]
    beside = {row[1] for row in rows if row[0] == "xquad en-de"}
    assert {"BM25 words", "BM25 4-grams", "hashing", "meaning"} <= beside
    # Three sentences of three hold the answer: what it costs stands beside it.
    (words,) = (row for row in rows if row[:2] == ["xquad en-en", "BM25 words"])
    assert words[2].startswith("1.000")
    assert int(words[3].split()[0]) > 100


def test_our_own_questions_are_measured_in_the_same_form(data, capsys):
    assert main(["--data", str(data), "--only", "own", "--every", "12"]) == 0
    lines = capsys.readouterr().out.splitlines()
    rows = [re.split(r"\s{2,}", line) for line in lines]
    found = {(row[0], row[1]): row for row in rows if len(row) > 1}
    first, *_ = (row for name, row in found.items() if name[1] == "product")
    assert re.fullmatch(r"\d\.\d{3} \S+–\S+", first[2])  # nDCG@10 with its interval
    assert any(name == "town across" for name, _ in found)  # the mean of those sets
    assert any("no answer" in row[0] for row in rows)
    assert any("ms of processor time a question" in line for line in lines)


@pytest.mark.parametrize("part", ["retrieval", "reading", "checking"])
def test_a_set_that_is_missing_is_named(part, tmp_path, capsys):
    assert main(["--data", str(tmp_path), "--only", part]) == 1
    assert "is missing; docs/" in capsys.readouterr().err


def test_the_language_of_questions_is_measured_whole_and_in_part(tmp_path, capsys):
    asked = {
        "en": "Who built the old bridge?",
        "fr": "Qui a construit le vieux pont ?",
        "de": "Wer hat die alte Brücke gebaut?",
        "it": "Chi ha costruito il vecchio ponte?",
    }
    (tmp_path / "qald.jsonl").write_text(json.dumps({"question": asked}), encoding="utf-8")
    assert main(["--data", str(tmp_path), "--only", "language"]) == 0
    said = capsys.readouterr().out
    assert "4 questions" in said
    assert re.search(r"whole +0 +0 ", said)
    assert re.search(r"last 2 +\d+ +\d+ ", said)
