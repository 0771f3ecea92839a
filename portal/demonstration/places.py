"""Invented places and settings.

Every name, number and address here is made up; telephone numbers are from the range kept for drama.
"""

from __future__ import annotations

import csv
import io
import random
from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import date

HEADINGS = {
    "web_link": "Web link",
    "urn": "Provider URN",
    "registered_on": "Registration date",
    "provider_type": "Provider type",
    "provider_subtype": "Provider subtype",
    "status": "Provider status",
    "register_combination": "Individual register combinations",
    "eyr": "Provider Early Years Register flag",
    "ccr": "Provider Compulsory Childcare Register flag",
    "vcr": "Provider Voluntary Childcare Register flag",
    "person_urn": "Registered person URN",
    "person_name": "Registered person name",
    "name": "Provider name",
    "line_1": "Provider address line 1",
    "line_2": "Provider address line 2",
    "line_3": "Provider address line 3",
    "town": "Provider town",
    "postcode": "Provider postcode",
    "constituency": "Parliamentary constituency",
    "authority": "Local authority",
    "region": "Region",
    "deprivation": "Deprivation band",
    "places": "Places",
    "rc_date": "EYR REIF: Most recent: Inspection date",
    "rc_visit": "EYR REIF: Most recent: Inspection visit type",
    "rc_number": "EYR REIF: Most recent: Inspection number",
    "rc_safeguarding": "EYR REIF: Most recent: Safeguarding standards met?",
    "rc_inclusion": "EYR REIF: Most recent: Inclusion",
    "rc_curriculum": "EYR REIF: Most recent: Curriculum and teaching",
    "rc_achievement": "EYR REIF: Most recent: Achievement",
    "rc_behaviour": "EYR REIF: Most recent: Behaviour, attitudes and establishing routines",
    "rc_welfare": "EYR REIF: Most recent: Children's welfare and wellbeing",
    "rc_leadership": "EYR REIF: Most recent: Leadership and governance",
    "full_date": "EYR OEIF: Most recent: Full inspection date",
    "full_number": "EYR OEIF: Most recent: Full inspection number",
    "overall": "EYR OEIF/CIF: Most recent: Overall effectiveness",
    "quality": "EYR OEIF: Most recent: Quality of education",
    "attitudes": "EYR OEIF: Most recent: Behaviour and attitudes",
    "personal": "EYR OEIF: Most recent: Personal development",
    "management": "EYR OEIF/CIF: Most recent: Effectiveness of leadership and management",
    "safe": "EYR OEIF: Most recent: Safeguarding is effective?",
    "ncor_date": "EYR OEIF NCOR: Most recent: Inspection date",
    "ncor": "EYR OEIF NCOR: Most recent: Overall effectiveness",
    "oosc_date": "EYR OEIF OOSC: Most recent: Inspection date",
    "oosc": "EYR OEIF OOSC: Most recent: Overall effectiveness",
    "oosc_safe": "EYR OEIF OOSC: Most recent: Safeguarding is effective?",
    "cr_date": "CR: Most recent: Inspection date",
    "cr": "CR: Compliance",
    "ccr_met": "CCR requirements suitability",
    "vcr_met": "VCR requirements suitability",
}
FIRST = (
    "Acorn",
    "Bluebell",
    "Bramble",
    "Buttercup",
    "Conker",
    "Daisy",
    "Dragonfly",
    "Fernhill",
    "Foxglove",
    "Hazel",
    "Honeybee",
    "Kingfisher",
)
SECOND = ("Nursery", "Pre-school", "Day Nursery", "Playgroup", "Early Years", "Childcare")
CARE = {
    "Nursery": "Full day care",
    "Day Nursery": "Full day care",
    "Early Years": "Full day care",
    "Childcare": "Full day care",
}


@dataclass(frozen=True, slots=True)
class Shire:
    """An invented county."""

    name: str
    slug: str
    letters: str
    colour: str
    towns: tuple[str, ...]
    seed: int
    groups: tuple[str, ...] = field(default=())


SHIRES = (
    Shire("Larkshire", "larkshire", "LK", "#1d70b8", ("Larkton", "Marsh End", "Millbrook", "Upper Wick", "Harbourside"), 11,
          ("Larkton North", "Larkton South", "Marsh Villages", "Millbrook Valley", "Wick and Downs", "Harbourside",
           "Coastal Childminders", "Market Towns")),
    Shire("Marlshire", "marlshire", "MJ", "#00703c", ("Marlow Heath", "Stonebridge", "Ashby Green", "Kilnwood", "Fenwater"), 23,
          ("Heathland", "Stonebridge", "Ashby and Green", "Kilnwood Forest", "Fenwater", "Riverside", "Two Bridges", "Hilltop")),
)  # fmt: skip
SETTINGS = 60
#: Good when their leaders were appointed, Requires improvement a week later: a member, and in both counties the
#: setting of somebody who leads a group alone, but not the first group, whose leader is of the cast.
FALLEN = (16, 28)


def settings_of(shire: Shire) -> Iterator[dict[str, str]]:
    """The settings of a county as rows of the file, the same every time:
    nurseries, pre-schools, childminders, an agency.
    """
    chance = random.Random(shire.seed)  # noqa: S311  invented data, the same every time
    for number in range(SETTINGS):
        town = shire.towns[number % len(shire.towns)]
        row = dict.fromkeys(HEADINGS, "")
        row |= {
            "web_link": "Web link",
            "urn": f"EY{900000 + shire.seed * 100 + number}",
            "registered_on": f"{1 + number % 28:02}/{1 + number % 12:02}/{2004 + number % 18}",
            "status": "Active",
            "register_combination": "ALL",
            "eyr": "Y",
            "ccr": "Y",
            "vcr": "Y",
            "town": town,
            "postcode": (
                f"{shire.letters}{1 + number % 9}"
                f" {1 + number % 9}{chance.choice('ABDEFGHJLN')}{chance.choice('PQRSTUWXYZ')}"
            ),
            "constituency": f"{shire.name} {chance.choice(('East', 'West', 'Central'))}",
            "authority": shire.name,
            "region": "South East",
            "deprivation": chance.choice(
                ("Most deprived", "Deprived", "Average", "Less deprived", "Least deprived")
            ),
            "ccr_met": "Met",
            "vcr_met": "Met",
        }
        yield _childminder(row) if number % 4 == 3 else _group(row, number, town, chance)


def _childminder(row: dict[str, str]) -> dict[str, str]:
    hidden = dict.fromkeys(("name", "line_1", "line_2", "line_3", "town", "postcode"), "REDACTED")
    return {**row, **hidden, "provider_type": "Childminder", "places": "6"}


def _group(row: dict[str, str], number: int, town: str, chance: random.Random) -> dict[str, str]:
    kind = SECOND[number % len(SECOND)]
    return {
        **row,
        "provider_type": "Childcare on non-domestic premises",
        "provider_subtype": CARE.get(kind, "Sessional day care"),
        "name": f"{FIRST[(number * 5) % len(FIRST)]} {kind}, {town}",
        "line_1": (
            f"{1 + number} {chance.choice(('Mill Lane', 'Church Road', 'Station Road', 'Orchard Way'))}"
        ),
        "person_urn": f"RP{900000 + number}",
        "person_name": f"{FIRST[(number * 5) % len(FIRST)]} Childcare Limited",
        "places": str(chance.choice((24, 32, 40, 56))),
    }


def with_old_grade(row: dict[str, str], overall: str, on: date) -> dict[str, str]:
    """The row with a graded inspection of the framework before November 2025."""
    same = dict.fromkeys(("overall", "quality", "attitudes", "personal", "management"), overall)
    safe = "No" if overall == "4" else "Yes"
    return {
        **row,
        **same,
        "full_date": f"{on:%d/%m/%Y}",
        "full_number": f"10{on:%y%m%d}{row['urn'][-3:]}",
        "safe": safe,
    }


def with_report_card(
    row: dict[str, str], on: date, worst: str = "Expected standard", safeguarding: str = "Met"
) -> dict[str, str]:
    """The row with a report card whose leadership and governance is ``worst``."""
    areas = dict.fromkeys(
        ("rc_inclusion", "rc_curriculum", "rc_achievement", "rc_behaviour", "rc_welfare"), "Expected standard"
    )
    return {
        **row,
        **areas,
        "rc_curriculum": "Strong standard",
        "rc_leadership": worst,
        "rc_safeguarding": safeguarding,
        "rc_date": f"{on:%d/%m/%Y}",
        "rc_visit": "Full inspection",
        "rc_number": f"11{on:%y%m%d}{row['urn'][-3:]}",
    }


def as_file(rows: list[dict[str, str]], title: str) -> bytes:
    """Rows as Ofsted would publish them in the summer of 2026."""
    text = io.StringIO(newline="")
    text.write(f"{title}\r\nThis worksheet contains one table.\r\n")
    writer = csv.writer(text)
    writer.writerow(HEADINGS.values())
    writer.writerows([row[name] for name in HEADINGS] for row in rows)
    return text.getvalue().encode("utf-8-sig")


def first_file() -> bytes:
    """Summer 2025: three quarters graded, nearly all good or outstanding."""
    return as_file(
        [_in_2025(row, number) for shire in SHIRES for number, row in enumerate(settings_of(shire))],
        "As at 31 August 2025",
    )


def _in_2025(row: dict[str, str], number: int) -> dict[str, str]:
    if number % 4 == 2:
        return row  # not inspected yet: about a quarter of the real register
    grade = {5: "3", 20: "1", 33: "3", 41: "1", 45: "4"}.get(number, "2")
    return with_old_grade(row, grade, date(2021 + number % 4, 1 + number % 12, 1 + number % 28))


def second_file() -> bytes:
    """Summer 2026: report cards arrive, a few judgements fall, one
    setting has a new owner, two have left the register.
    """
    rows = []
    for shire in SHIRES:
        for number, row in enumerate(settings_of(shire)):
            if number in (50, 57):
                continue
            rows.append(_in_2026(_in_2025(row, number), number))
        rows.append(
            {
                **_in_2026(dict(_nth(shire, 50)), 2),
                "urn": f"EY{990000 + shire.seed}",
                "registered_on": "01/03/2026",
            }
        )
    return as_file(rows, "As at 30 June 2026")


def _in_2026(row: dict[str, str], number: int) -> dict[str, str]:
    if number in FALLEN:
        return with_old_grade(row, "3", date(2025, 9, 16))
    if number == 8:
        return with_report_card(row, date(2026, 3, 4), worst="Needs attention")
    if number == 24:
        return {**with_report_card(row, date(2026, 4, 21)), "rc_inclusion": "Needs attention"}
    return with_report_card(row, date(2026, 1 + number % 6, 1 + number % 28)) if number % 7 == 4 else row


def third_file() -> bytes:
    """Autumn 2026, to be uploaded by whoever tries the
    demonstration: some names, places and judgements differ.
    """
    rows = []
    for shire in SHIRES:
        for number, row in enumerate(settings_of(shire)):
            if number in (12, 50, 57):
                continue
            row = _in_2026(_in_2025(row, number), number)
            if number % 11 == 5:
                row = with_report_card(
                    {**row, "places": str(int(row["places"]) + 4)}, date(2026, 9, 8), worst="Strong standard"
                )
            if number == 9:
                row = {**row, "full_date": "31/02/2020", "overall": "2"}
            if number == 10:
                row = {**row, "registered_on": "31/02/2020"}
            rows.append(row)
        rows.append(
            {
                **dict(_nth(shire, 0)),
                "urn": f"EY{995000 + shire.seed}",
                "name": f"Little Larches Nursery, {shire.towns[0]}",
            }
        )
    return as_file(rows, "As at 31 October 2026")


def _nth(shire: Shire, wanted: int) -> dict[str, str]:
    return next(row for number, row in enumerate(settings_of(shire)) if number == wanted)
