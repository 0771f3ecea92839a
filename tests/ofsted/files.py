"""Made-up national files in each layout, for any test that needs one. No row of a real file is here.

    make_file("2026-06", [row(urn="EY100001", **graded("full", "12/05/2024", "2"))])

Rows are dictionaries keyed as `ofsted.imports.layouts` keys its columns ("name", "full.overall",
"rc.rc_inclusion").
"""

from __future__ import annotations

import csv
import gzip
import io
import zipfile
from collections.abc import Iterable, Mapping, Sequence
from typing import Any

Row = Mapping[str, str]


class _Everything(frozenset[str]):
    """Holds every code: somebody has looked at each doubt about a load."""

    def __contains__(self, code: object) -> bool:
        return True


EVERY_DOUBT = _Everything()

_REGISTER_2021 = [
    ("Registration date", "registered_on"), ("Provider type", "provider_type"), ("Provider subtype", "provider_subtype"),
    ("Provider status", "registration_status"), ("Individual Register combinations", "register_combination"),
    ("Provider Early Years Register Flag", "on_early_years_register"),
    ("Provider Compulsory Childcare Register Flag", "on_compulsory_register"),
    ("Provider Voluntary Childcare Register Flag", "on_voluntary_register"),
    ("Registered person URN", "registered_person_urn"), ("Registered_Person_Name", "registered_person_name"),
    ("Provider name", "name"), ("Provider address line 1", "address_line_1"),
    ("Provider address line 2", "address_line_2"), ("Provider address line 3", "address_line_3"),
    ("Provider town", "town"),
]  # fmt: skip
_OLD_INSPECTIONS = [
    ("Most recent full: Inspection number", "full.inspection_number"),
    ("Most recent full: Inspection date", "full.inspected_on"),
    ("Most recent full: Overall effectiveness", "full.overall"), ("Quality of education", "full.quality_of_education"),
    ("Behaviour and attitudes", "full.behaviour_and_attitudes"), ("Personal development", "full.personal_development"),
    ("Effectiveness of leadership and management", "full.leadership_and_management"),
    ("Safeguarding is effective?", "full.safeguarding_effective"),
    ("CCR requirements suitability", "ccr"), ("VCR requirements suitability", "vcr"),
    *((f"{word} most recent full: {heading}", f"{word.lower()}.{column}") for word in ("Second", "Third") for heading, column in
      (("Overall effectiveness", "overall"), ("Inspection number", "inspection_number"), ("Inspection date", "inspected_on"))),
    *((f"{block}: {heading}", f"{block.lower()}.{column}") for block in ("NCOR", "CR") for heading, column in
      (("Inspection number", "inspection_number"), ("Inspection date", "inspected_on"), ("Overall effectiveness", "met"))),
]  # fmt: skip

AUGUST_2021 = [
    ("Web link", "web_link"), ("Provider URN", "urn"), *_REGISTER_2021, ("Postcode", "postcode"),
    ("Telephone Number", "telephone"), ("Parliamentary constituency", "constituency"),
    ("Local authority", "local_authority"), ("Region", "region"), ("Ofsted region", "ofsted_region"),
    ("Deprivation Band", "deprivation_band"), ("Places", "places"),
    ("Places including estimates", "places_including_estimates"), *_OLD_INSPECTIONS,
]  # fmt: skip


def _title_case(heading: str) -> str:
    small = {"is", "of", "and", "including"}
    return " ".join(word if word in small else word[:1].upper() + word[1:] for word in heading.split(" "))


JUNE_2022 = [
    ("Provider Postcode" if heading == "Postcode" else _title_case(heading).replace("_", " "), column)
    for heading, column in AUGUST_2021
]
_PREFIXED = {"full.quality_of_education", "full.behaviour_and_attitudes", "full.personal_development",
             "full.leadership_and_management", "full.safeguarding_effective"}  # fmt: skip
DECEMBER_2025 = [
    (f"Most Recent Full: {heading}" if column in _PREFIXED else heading, column)
    for heading, column in JUNE_2022
    if column not in ("web_link", "telephone", "ofsted_region")
]

_REIF, _OEIF = "EYR REIF: Most recent: ", "EYR OEIF: Most recent: "
JUNE_2026 = [
    ("Web link", "web_link"), ("Provider URN", "urn"),
    *((heading.replace("Register combinations", "register combinations").replace("Flag", "flag")
       .replace("Registered_Person_Name", "Registered person name"), column) for heading, column in _REGISTER_2021),
    ("Provider postcode", "postcode"), ("Parliamentary constituency", "constituency"),
    ("Local authority", "local_authority"), ("Region", "region"), ("Deprivation band", "deprivation_band"),
    ("Places", "places"), (_REIF + "Inspection date", "rc.inspected_on"),
    (_REIF + "Inspection visit type", "rc.visit_type"), (_REIF + "Inspection number", "rc.inspection_number"),
    (_REIF + "Safeguarding standards met?", "rc.rc_safeguarding"), (_REIF + "Inclusion", "rc.rc_inclusion"),
    (_REIF + "Curriculum and teaching", "rc.rc_curriculum_and_teaching"), (_REIF + "Achievement", "rc.rc_achievement"),
    (_REIF + "Behaviour, attitudes and establishing routines", "rc.rc_behaviour"),
    (_REIF + "Children's welfare and wellbeing", "rc.rc_welfare"),
    (_REIF + "Leadership and governance", "rc.rc_leadership_and_governance"),
    (_OEIF + "Full inspection date", "full.inspected_on"), (_OEIF + "Full inspection number", "full.inspection_number"),
    ("EYR OEIF/CIF: Most recent: Overall effectiveness", "full.overall"),
    (_OEIF + "Quality of education", "full.quality_of_education"),
    (_OEIF + "Behaviour and attitudes", "full.behaviour_and_attitudes"),
    (_OEIF + "Personal development", "full.personal_development"),
    ("EYR OEIF/CIF: Most recent: Effectiveness of leadership and management", "full.leadership_and_management"),
    (_OEIF + "Safeguarding is effective?", "full.safeguarding_effective"),
    ("EYR OEIF NCOR: Most recent: Inspection date", "ncor.inspected_on"),
    ("EYR OEIF NCOR: Most recent: Overall effectiveness", "ncor.met"),
    ("EYR OEIF OOSC: Most recent: Inspection date", "oosc.inspected_on"),
    ("EYR OEIF OOSC: Most recent: Overall effectiveness", "oosc.met"),
    ("EYR OEIF OOSC: Most recent: Safeguarding is effective?", "oosc.safeguarding_effective"),
    ("CR: Most recent: Inspection date", "cr.inspected_on"), ("CR: Compliance", "cr.met"),
    ("CCR requirements suitability", "ccr"), ("VCR requirements suitability", "vcr"),
]  # fmt: skip

LAYOUTS = {"2021-08": AUGUST_2021, "2022-06": JUNE_2022, "2025-12": DECEMBER_2025, "2026-06": JUNE_2026}
TITLES = {
    "2021-08": [],
    "2022-06": ["Most recent inspections data as at 30 June 2022", "This worksheet contains one table."],
    "2025-12": [
        "Latest inspections of all registered providers as at 31 December 2025",
        "This worksheet contains one table.",
    ],
    "2026-06": ["Registered childcare providers as at 30 June 2026", "This worksheet contains one table."],
}

_ORDINARY = {
    "web_link": "Web link", "registered_on": "01/09/2015", "provider_type": "Childcare on non-domestic premises",
    "provider_subtype": "Full day care", "registration_status": "Active", "register_combination": "ALL",
    "on_early_years_register": "Y", "on_compulsory_register": "Y", "on_voluntary_register": "Y",
    "registered_person_urn": "RP900001", "registered_person_name": "", "name": "Bluebell Nursery",
    "address_line_1": "1 Mill Lane", "address_line_2": "Millbrook", "address_line_3": "", "town": "Larkton",
    "postcode": "LK1 2AB", "telephone": "01632960001", "constituency": "Larkshire Central",
    "local_authority": "Larkshire", "region": "South East", "ofsted_region": "South East",
    "deprivation_band": "Average", "places": "40", "places_including_estimates": "40",
}  # fmt: skip


def row(urn: str, **values: str) -> dict[str, str]:
    """An ordinary nursery of Larkshire, not inspected, with these values instead."""
    return {**_ORDINARY, "urn": urn, **values}


def childminder(urn: str, **values: str) -> dict[str, str]:
    """A childminder as published: name and address redacted."""
    hidden = ("name", "address_line_1", "address_line_2", "address_line_3", "town", "postcode", "telephone")
    return row(urn, **{"provider_type": "Childminder", "provider_subtype": "", "registered_person_urn": "",
                       **dict.fromkeys(hidden, "REDACTED"), **values})  # fmt: skip


def graded(block: str, inspected_on: str, overall: str, number: str = "", **values: str) -> dict[str, str]:
    """The cells of a graded inspection: block is "full", "second" or "third"."""
    cells = {"inspected_on": inspected_on, "overall": overall, "inspection_number": number, **values}
    return {f"{block}.{column}": value for column, value in cells.items()}


def visit(block: str, inspected_on: str, met: str, number: str = "") -> dict[str, str]:
    """The cells of a visit without grades: block is "ncor", "oosc" or "cr"."""
    return {f"{block}.inspected_on": inspected_on, f"{block}.met": met, f"{block}.inspection_number": number}


def report_card(
    inspected_on: str, grade: str = "Expected standard", number: str = "50000001", **values: str
) -> dict[str, str]:
    """The cells of a report card, every area with one grade except those given."""
    areas = ("rc_inclusion", "rc_curriculum_and_teaching", "rc_achievement", "rc_behaviour", "rc_welfare",
             "rc_leadership_and_governance")  # fmt: skip
    cells = {"inspected_on": inspected_on, "visit_type": "Full inspection", "inspection_number": number,
             "rc_safeguarding": "Met", **dict.fromkeys(areas, grade), **values}  # fmt: skip
    return {f"rc.{column}": value for column, value in cells.items()}


def make_file(
    layout: str,
    rows: Iterable[Row],
    *,
    encoding: str = "utf-8",
    title_rows: Sequence[str] | None = None,
    newline: str = "\r\n",
    tail_rows: int = 0,
    rename: Mapping[str, str] | None = None,
    drop: Sequence[str] = (),
    raw_tail: bytes = b"",
) -> bytes:
    """A whole file.

    `rename` and `drop` change headings; `tail_rows` are comma-only; `raw_tail` is put at the end as is.
    """
    columns = [(heading, column) for heading, column in LAYOUTS[layout] if column not in drop]
    text = io.StringIO(newline="")
    writer = csv.writer(text, lineterminator=newline)
    for title in TITLES[layout] if title_rows is None else title_rows:
        writer.writerow([title])
    writer.writerow([(rename or {}).get(column, heading) for heading, column in columns])
    writer.writerows([values.get(column, "") for _, column in columns] for values in rows)
    text.write(("," * (len(columns) - 1) + newline) * tail_rows)
    return text.getvalue().encode(encoding) + raw_tail


def gzipped(data: bytes) -> bytes:
    """The file as gzip."""
    return gzip.compress(data, mtime=0)


def zipped(files: Mapping[str, bytes], **options: Any) -> bytes:
    """A zip of several files."""
    stored = io.BytesIO()
    with zipfile.ZipFile(stored, "w", zipfile.ZIP_DEFLATED, **options) as archive:
        for name, data in files.items():
            archive.writestr(
                zipfile.ZipInfo(name, date_time=(2026, 6, 30, 0, 0, 0)),
                data,
                compress_type=zipfile.ZIP_DEFLATED,
            )
    return stored.getvalue()
