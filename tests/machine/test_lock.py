"""The locked requirements: complete, hashed, without the address of any index."""

import re
from pathlib import Path

import pytest

REQUIREMENTS = Path(__file__).resolve().parents[2] / "requirements"
PINNED = re.compile(r"^(?P<name>[a-z0-9][a-z0-9._-]*)==(?P<version>\S+)(?: ; [^\\]+)? \\$")


def pins(name: str) -> dict[str, str]:
    lines = (REQUIREMENTS / name).read_text().splitlines()
    return {found["name"]: found["version"] for line in lines if (found := PINNED.match(line))}


def asked_for(name: str) -> set[str]:
    lines = (REQUIREMENTS / name).read_text().splitlines()
    names = {re.split(r"[\[<>=\s#]", line)[0] for line in lines if line and not line.startswith(("#", "-"))}
    return {re.sub(r"[-_.]+", "-", name).lower() for name in names}


@pytest.mark.parametrize("name", ["base", "local", "test", "s3"])
def test_everything_asked_for_is_pinned_with_hashes_and_no_address(name: str) -> None:
    text = (REQUIREMENTS / f"{name}.txt").read_text()
    pinned = pins(f"{name}.txt")
    assert asked_for(f"{name}.in") <= set(pinned)
    requirements = [line for line in text.splitlines() if line and not line.startswith((" ", "#"))]
    assert len(requirements) == len(pinned), "a line that is not an exact pin"
    blocks = re.split(r"\n(?=[a-z0-9])", text)
    assert all("--hash=sha256:" in block for block in blocks)
    assert "://" not in text


@pytest.mark.parametrize(("smaller", "larger"), [("base.txt", "local.txt"), ("local.txt", "test.txt")])
def test_each_file_holds_the_one_below_it_unchanged(smaller: str, larger: str) -> None:
    assert pins(smaller).items() <= pins(larger).items()


def test_what_the_store_of_files_needs_more_changes_nothing_of_the_base() -> None:
    base, more = pins("base.txt"), pins("s3.txt")
    assert {name: version for name, version in more.items() if name in base} == {
        name: base[name] for name in more if name in base
    }
