"""Every case of the list of faults has a test that carries its id, or a row in docs/ that says why.

Cases of citations and of instructions in documents (F, G) have tests; only the others have rows.

The list itself is not part of the project; what it numbers is.
"""

import re
from pathlib import Path

import pytest

ROOT = Path(__file__).parent.parent
CASES = {"A": 31, "B": 23, "C": 23, "D": 34, "E": 31}
"""Files and names, letters, formats, store and process, provider: how many cases each has."""
ANSWERS = {"F": 16, "G": 12}
"""Citations, and instructions that stand in documents."""
ALL = [f"{letter}{number:02}" for letter, many in CASES.items() for number in range(1, many + 1)]
OF_ANSWERS = [f"{letter}{n:02}" for letter, many in ANSWERS.items() for n in range(1, many + 1)]


def carried():
    """Ids that tests carry, by file: in a name, ``test_d01_…``, or a parameter's, ``"E13"``."""
    return {path.stem: _carried_by(path) for path in (ROOT / "tests").rglob("test_*.py")}


def _carried_by(path):
    text = path.read_text(encoding="utf-8")
    parts = {part for name in re.findall(r"def (test_\w+)", text) for part in name.split("_")}
    named = {part.upper() for part in parts if re.fullmatch(r"[A-Ga-g]\d\d", part)}
    return named | set(re.findall(r"""["']([A-G]\d\d)(?=["' :-])""", text))


def rows():
    """The tables' rows that begin with ids: the ids, and what is said of them."""
    for path in (ROOT / "docs").glob("*.md"):
        for line in path.read_text(encoding="utf-8").splitlines():
            cells = [cell.strip() for cell in line.strip("|").split("|")]
            if re.match(r"[A-E]\d\d", cells[0]):
                yield set(_ids(cells[0])), " ".join(cells[1:])


def _ids(cell):
    for letter, first, last in re.findall(r"([A-E])(\d\d)(?:(?:–| to )[A-E](\d\d))?", cell):
        yield from (f"{letter}{number:02}" for number in range(int(first), int(last or first) + 1))


TESTS, ROWS = carried(), list(rows())
TESTED = set().union(*TESTS.values())


@pytest.mark.parametrize("name", ALL)
def test_each_fault_has_a_test_or_a_reason(name):
    told = [said for ids, said in ROWS if name in ids]
    assert told, f"no table in docs/ has a row for {name}"
    # A reason is given for one case alone, in these words.
    alone = [said for ids, said in ROWS if ids == {name}]
    reason = any(re.search(r"^none: |\*not\*", said) for said in alone)
    assert name in TESTED or reason, f"{name} has no test, and docs/ does not say why"


@pytest.mark.parametrize("name", ALL)
def test_one_of_the_files_that_a_row_names_carries_the_id(name):
    rows_of = [said for ids, said in ROWS if name in ids]
    files = [file for said in rows_of for file in re.findall(r"\b(test_\w+)", said)]
    known = [file for file in files if file in TESTS]
    assert not known or name not in TESTED or any(name in TESTS[file] for file in known), known


@pytest.mark.parametrize("name", OF_ANSWERS)
def test_each_fault_of_answers_has_a_test(name):
    assert name in TESTED


@pytest.mark.parametrize("page", sorted((ROOT / "docs").glob("*.md")), ids=lambda page: page.name)
def test_the_tests_that_docs_name_are_there(page):
    text = page.read_text(encoding="utf-8")
    for place in re.findall(r"\btests/[\w/]+\.py", text):
        assert (ROOT / place).is_file(), place
    for name, test in re.findall(r"`(?:tests/[\w/]*/)?(test_\w+)(?:\.py)?(?:::(\w+))?[`\[]", text):
        [path] = (ROOT / "tests").rglob(f"{name}.py")
        assert not test or f"def {test}" in path.read_text(encoding="utf-8")
