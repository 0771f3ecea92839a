"""Made-up files of the kinds beside the childcare file: schools, the register of schools, agencies.

    school_file([school("700101", **{"school.overall": "2", "school.inspected_on": "12/05/2023"})])

Rows are dictionaries keyed as the kind's table keys its columns. No row of a real file is here.
"""

from __future__ import annotations

import csv
import io
from collections.abc import Iterable, Mapping, Sequence
from typing import Any

from ofsted.imports.agencies import AGENCIES
from ofsted.imports.links import LINKS
from ofsted.imports.schools import ESTABLISHMENTS, SCHOOLS, SCHOOLS_BEFORE_CARDS
from ofsted.imports.tables import FileTable

Row = Mapping[str, str]


def make_kind(
    table: FileTable,
    rows: Iterable[Row],
    *,
    title_rows: Sequence[str] = (),
    encoding: str = "utf-8",
    drop: Sequence[str] = (),
    rename: Mapping[str, str] | None = None,
    extra: Sequence[str] = (),
) -> bytes:
    """A whole file of a kind with each of its columns, the unused ones too."""
    columns = [(key, column.headings[0]) for key, column in table.columns.items() if key not in drop]
    headings = [(rename or {}).get(key, heading) for key, heading in columns]
    text = io.StringIO(newline="")
    writer = csv.writer(text, lineterminator="\r\n")
    writer.writerows([title] for title in title_rows)
    writer.writerow([*headings, *table.unused, *extra])
    for row in rows:
        more = [row.get(heading, "") for heading in (*table.unused, *extra)]
        writer.writerow([*(row.get(key, "") for key, _ in columns), *more])
    return text.getvalue().encode(encoding)


_NO_INSPECTION = {key: "NULL" for key in SCHOOLS.columns if "." in key}


def school(urn: str, **cells: str) -> dict[str, str]:
    """A primary school of Larkshire in Ofsted's file, without an inspection."""
    return {
        **_NO_INSPECTION, "urn": urn, "name": "Larkton Primary School", "provider_type": "Community school",
        "phase": "Primary", "registered_on": "01/09/1999", "postcode": "LK1 3CD", "region": "South East",
        "constituency": "Larkshire Central", "local_authority": "Larkshire", "laestab": f"999{urn[-4:]}",
        "low_age": "3", **cells,
    }  # fmt: skip


def early_years(day: str, grade: str, number: str = "10000001") -> dict[str, str]:
    """The cells of an inspection under the old framework, with its early years grade."""
    return {"school.inspected_on": day, "school.overall": grade, "school.inspection_number": number}


def card(day: str, area: str, safeguarding: str = "Met", number: str = "20000001") -> dict[str, str]:
    """The cells of a report card, with its early years area."""
    return {
        "rc.inspected_on": day, "rc.rc_early_years": area, "rc.rc_safeguarding": safeguarding,
        "rc.inspection_number": number, "rc.visit_type": "S5 Inspection",
    }  # fmt: skip


def establishment(urn: str, **cells: str) -> dict[str, str]:
    """A primary school with nursery classes of Larkshire in the register of schools."""
    return {
        "urn": urn, "name": "Larkton Primary School", "provider_type": "Community school",
        "group": "Local authority maintained schools", "registration_status": "Open", "registered_on": "01-09-1999",
        "address_line_1": "2 School Lane", "town": "Larkton", "postcode": "LK1 3CD", "telephone": "01632960050",
        "constituency": "Larkshire Central", "region": "South East", "local_authority": "Larkshire",
        "authority_code": "999", "establishment_number": urn[-4:], "phase": "Primary",
        "nursery": "Has Nursery Classes", "low_age": "3", "ukprn": f"1{urn}0", **cells,
    }  # fmt: skip


def agency(reference: str, **cells: str) -> dict[str, str]:
    """A childminder agency of Larkshire in Ofsted's file."""
    return {
        "urn": reference, "name": "Lark Childminders", "provider_type": "Childminder Agency",
        "registration_status": "Active", "register_combination": "EYR CCR VCR", "address_line_1": "3 Mill Lane",
        "postcode": "LK1 4EF", "local_authority": "Larkshire   ", "agency.inspected_on": "02/12/2019 - 05/12/2019",
        "agency.met": "Effective", **cells,
    }  # fmt: skip


def link(urn: str, other: str, link_type: str = "Predecessor", **cells: str) -> dict[str, str]:
    """A row of the links of the register of schools: the second school stands so to the first."""
    return {
        "urn": urn, "other": other, "link_type": link_type, "other_name": f"School {other}", "since": "01-09-2024",
        **cells,
    }  # fmt: skip


def link_file(rows: Iterable[Row], **options: Any) -> bytes:
    """The links of the register of schools, in the encoding that they have."""
    return make_kind(LINKS, rows, **{"encoding": "cp1252", **options})


def school_file(rows: Iterable[Row], *titles: str) -> bytes:
    """Ofsted's file of state-funded schools as it is since the report cards."""
    return make_kind(SCHOOLS, rows, title_rows=titles)


def school_file_before(rows: Iterable[Row]) -> bytes:
    """Ofsted's file of state-funded schools as it was before."""
    return make_kind(SCHOOLS_BEFORE_CARDS, rows)


def register_of_schools(rows: Iterable[Row]) -> bytes:
    """The register of schools, in the encoding that it has."""
    return make_kind(ESTABLISHMENTS, rows, encoding="cp1252")


def agency_file(rows: Iterable[Row]) -> bytes:
    """Ofsted's file of childminder agencies."""
    return b"\xef\xbb\xbf" + make_kind(AGENCIES, rows)
