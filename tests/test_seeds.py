"""The first five documents: as they were given, whatever is done with them."""

import hashlib
from contextlib import closing

from assistant import Assistant

AS_GIVEN = {
    "000_9cf24dadfb9a0099.txt": "fb8944edabc4364f9b7672ebbb3e148bba5935769a46ca6bbd1c16a4fccf9a22",
    "001_72cb74e2471c0844.txt": "bb81e70356eb3b652f7a8f668ad1bc7b03d4168498db3b276f81cc3d2c42eb23",
    "002_de1d810b36e910e3.txt": "ece44f46db033ccaf938789804deebc212cb414d5764a674b263ad5fc70d9cab",
    "003_8240679369d577f5.txt": "e65ea15cc101e43d48eb034fdd241ad2a6cef7734f7cb81350349e8d87c94ab5",
    "004_b5f9d46299f0c395.txt": "7cdf29b457dd7ea1acd51338d521930306abe3c8be45b1be74ded829bb193562",
}
BESIDE = {"README.md", ".attestoignore"}
"""Said about the documents, and none of them."""


def test_the_seeds_are_those_given_byte_for_byte(seeds):
    assert {p.name: hashlib.sha256(p.read_bytes()).hexdigest() for p in seeds.glob("*.txt")} == (
        AS_GIVEN
    )


def test_asking_leaves_the_folder_as_it_is_and_reads_the_five(seeds, tmp_path):
    before = {path: path.stat().st_mtime_ns for path in seeds.iterdir()}
    with closing(Assistant.open(seeds, store=tmp_path, model="extract")) as assistant:
        assert set(assistant.report.added) == set(AS_GIVEN)
        assistant.ask("Wer leitet die Sberbank?")
    assert {path: path.stat().st_mtime_ns for path in seeds.iterdir()} == before
    assert {path.name for path in before} == {*AS_GIVEN, *BESIDE}
