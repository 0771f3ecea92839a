"""A made-up national file, always the same for the same seed: 65,000 settings in the layout of August 2021,
and its next month.
"""

from __future__ import annotations

from datetime import date, timedelta
from itertools import count
from pathlib import Path
from random import Random

from tests.ofsted.files import childminder, graded, make_file, row, visit

SETTINGS = 65_000
CHANGED_PART = 0.05
AUTHORITY = "Larkshire"
NEWEST = date(2021, 8, 31)
LAYOUT = "2021-08"
_FIRST = [
    "Little",
    "Bright",
    "Happy",
    "Rainbow",
    "Sunny",
    "Tiny",
    "Busy",
    "Acorn",
    "Willow",
    "Oak",
    "Meadow",
    "Riverside",
    "Park",
    "Village",
    "Maple",
    "Lark",
    "Otter",
    "Poppy",
    "Robin",
]
_SECOND = [
    "Stars",
    "Sparks",
    "Bees",
    "Feet",
    "Explorers",
    "Steps",
    "Tots",
    "Ducklings",
    "Cubs",
    "Hands",
    "Learners",
    "Lambs",
    "Bears",
    "Owls",
    "Foxes",
    "Corner",
    "House",
    "Lane",
    "Garden",
]
_THIRD = (
    "Nursery",
    "Pre-School",
    "Day Nursery",
    "Playgroup",
    "Out of School Club",
    "Kindergarten",
    "Children’s Centre",
)
_TOWNS = [
    "Ashby",
    "Maidford",
    "Downham",
    "Leedon",
    "Yarrow",
    "Batham",
    "Derwent",
    "Exford",
    "Hulme",
    "Lutton",
    "Oxley",
    "Poolham",
    "Ripley",
    "Trurow",
    "Wellow",
]
_STREETS = (
    "High Street",
    "Church Lane",
    "Station Road",
    "Mill Road",
    "Park Avenue",
    "Victoria Road",
    "Green Lane",
    "Kingsway",
)
_BANDS = ("Most deprived", "Deprived", "Average", "Less deprived", "Least deprived")
Row = dict[str, str]
_numbers = count(10_000_000)


def write_months(folder: Path, settings: int = SETTINGS) -> tuple[Path, Path]:
    """Two files: a month, and the next one, in which a twentieth of the rows says something else."""
    chance = Random(20_210_831)
    rows = [_setting(chance, number) for number in range(settings)]
    first, second = folder / "first.csv", folder / "second.csv"
    first.write_bytes(make_file(LAYOUT, rows))
    for number in chance.sample(range(settings), int(settings * CHANGED_PART)):
        rows[number] = _next_month(chance, rows[number])
    second.write_bytes(make_file(LAYOUT, rows))
    return first, second


def _setting(chance: Random, number: int) -> Row:
    urn = f"EY{100_000 + number}" if number % 3 else str(2_500_000 + number)
    common = {
        "local_authority": AUTHORITY,
        "registered_on": _text(date(2000, 1, 1) + timedelta(chance.randrange(6900))),
        "deprivation_band": chance.choice(_BANDS),
        "places": (places := str(chance.randrange(4, 140))),
        "places_including_estimates": f"{places}.{chance.randrange(100):02}",
        "constituency": f"{chance.choice(_TOWNS)} and {chance.choice(_TOWNS)}",
    }
    if chance.random() < 0.54:
        kind = "Childminder" if chance.random() < 0.83 else "Home childcarer"
        return childminder(urn, **common, **_inspections(chance), provider_type=kind)
    return row(urn, **common, **_inspections(chance), **_address(chance, number))


def _address(chance: Random, number: int) -> Row:
    return {
        "name": f"{chance.choice(_FIRST)} {chance.choice(_SECOND)} {chance.choice(_THIRD)}",
        "registered_person_urn": f"RP{500_000 + chance.randrange(40_000)}",
        "registered_person_name": f"{chance.choice(_FIRST)} {chance.choice(_SECOND)} Ltd",
        "address_line_1": f"{chance.randrange(1, 200)} {chance.choice(_STREETS)}",
        "address_line_2": chance.choice(("", "Unit 3", "The Annexe")),
        "town": chance.choice(_TOWNS),
        "postcode": (
            f"LK{chance.randrange(1, 30)}"
            f" {chance.randrange(1, 9)}{chance.choice('ABDEFGH')}{chance.choice('JLNPQR')}"
        ),
        "telephone": f"01632{960_000 + number % 1000}",
    }


def _inspections(chance: Random) -> Row:
    """The blocks of one row: up to three graded inspections, perhaps a visit
    without children, perhaps one of the Childcare Register.
    """
    cells: Row = {}
    day = NEWEST - timedelta(chance.randrange(1, 700))
    for block, part in (("full", 0.88), ("second", 0.7), ("third", 0.6)):
        if chance.random() > part:
            break
        cells |= _graded(chance, block, day)
        day -= timedelta(900 + chance.randrange(500))
    if chance.random() < 0.05:
        cells |= visit("ncor", _text(NEWEST - timedelta(chance.randrange(900))), "Met", _number())
    if chance.random() < 0.09:
        cells |= visit("cr", _text(NEWEST - timedelta(chance.randrange(900))), "Met", _number())
    return cells


def _graded(chance: Random, block: str, day: date) -> Row:
    overall = chance.choices("1234", [14, 80, 4, 2])[0]
    areas = {}
    if block == "full":
        names = (
            "quality_of_education",
            "behaviour_and_attitudes",
            "personal_development",
            "leadership_and_management",
        )
        areas = {name: chance.choice((overall, "2")) for name in names}
        areas["safeguarding_effective"] = "No" if overall == "4" else "Yes"
    return graded(block, _text(day), overall, _number(), **areas)


def _next_month(chance: Random, before: Row) -> Row:
    """Half of those that change were inspected meanwhile; the others have other places or another address."""
    if chance.random() < 0.5:
        moved = {
            f"second.{name}": before.get(f"full.{name}", "")
            for name in ("overall", "inspection_number", "inspected_on")
        }
        moved |= {
            f"third.{name}": before.get(f"second.{name}", "")
            for name in ("overall", "inspection_number", "inspected_on")
        }
        return {**before, **moved, **_graded(chance, "full", NEWEST + timedelta(chance.randrange(1, 28)))}
    if chance.random() < 0.6:
        return {**before, "places": str(int(before["places"]) + 1)}
    return {**before, "address_line_1": f"{chance.randrange(200, 400)} {chance.choice(_STREETS)}"}


def _number() -> str:
    return str(next(_numbers))


def _text(day: date) -> str:
    return f"{day:%d/%m/%Y}"
