"""No page reads a whole register: every statement of every page is
explained against an authority with big tables.

The tables that grow are filled with over 10,000 rows each, for one authority, and analysed. Then every
address that needs no row of its own, and the pages of one collaboration, setting and case, are opened as a
manager; no statement's plan may hold a sequential scan of a large table. ``STILL_READ`` names the pages that
do, to be mended.
"""

from __future__ import annotations

import json
from collections.abc import Iterator
from typing import Any

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import URLPattern, URLResolver, get_resolver

from accounts.models import Authority, User
from accounts.roles import Role
from accounts.services.authorities import change_authority
from core.counts import KeptCount
from core.scoping import authority_scope
from memberships.services.counts import settle_counts
from tests.factories.people import appointed, browsing

ROWS = 10_500  # large is more than 10,000
BASE = 900_000_000
#: What grows with an authority. Each statement fills one table.
TABLES = {
    "providers_provider": (
        """
        INSERT INTO providers_provider (id, authority_id, urn, name, search_text, provider_type,
          provider_subtype,
            register_combination, on_early_years_register, on_compulsory_register, on_voluntary_register,
              registered_person_urn,
            registered_person_name, address_line_1, address_line_2, address_line_3, town, postcode,
              telephone, constituency, region,
            deprivation_band, first_listed_on)
        SELECT {base} + i, {authority}, 'EY' || i, 'Acorn ' || i, 'acorn ' || i, 'non_domestic', '', '',
          true, true, false, '', '', '',
            '', '', '', 'LK1 ' || i % 9 || 'AB', '', '', '', '', date '2026-06-30' FROM generate_series(1,
              {rows}) i"""
    ),
    "ofsted_inspection": (
        """
        INSERT INTO ofsted_inspection (id, authority_id, provider_id, regime, inspection_number,
          inspected_on, visit_type, is_graded)
        SELECT {base} + i, {authority}, {base} + i, 'eif', '', date '2025-06-01' - i % 700, '',
          true FROM generate_series(1, {rows}) i"""
    ),
    "collaborations_collaboration": (
        """
        INSERT INTO collaborations_collaboration (id, authority_id, name, kind, state, is_virtual, purpose,
          started_on, asked_by,
            enquiry)
        SELECT {base} + i, {authority}, 'Riverside ' || i, 'collaboration', 'active', false, '',
          date '2023-09-01', '', ''
          FROM generate_series(1, {rows}) i"""
    ),
    "memberships_membership": (
        """
        INSERT INTO memberships_membership (id, authority_id, collaboration_id, provider_id, joined_on,
          leaving_reason, meetings_held,
            meetings_attended)
        SELECT {base} + i, {authority}, {base} + i, {base} + i, date '2024-09-01', '', 0,
          0 FROM generate_series(1, {rows}) i"""
    ),
    "memberships_leaderappointment": (
        """
        INSERT INTO memberships_leaderappointment (id, authority_id, membership_id, user_id, manner,
          starts_on, may_lead_because,
            officer_decided, members_decision)
        SELECT {base} + i, {authority}, {base} + i, {user}, 'sole', date '2025-01-01', '', false, ''
          FROM generate_series(1, {rows}) i WHERE i % 50 <> 0"""
    ),
    "leadership_leadershipcase": (
        """
        INSERT INTO leadership_leadershipcase (id, authority_id, appointment_id, ground, reason, opened_at,
          stage, stage_since, outcome, outcome_words)
        SELECT {base} + i, {authority}, {base} + i, 'below_line', '', timestamptz '2026-06-30 02:15Z',
          'opened', date '2026-06-30', '', ''
          FROM generate_series(1, {rows}) i WHERE i % 50 <> 0"""
    ),
}
#: Pages that still read a whole table, each with its reason. None may be added without one; they are not
#: opened here.
STILL_READ = {
    "admin:collaborations_collaboration_changelist": "counts its list with the annotations of the list",
    "support:move_to_district": "lists every collaboration that the filters leave: all are moved",
    "provision:returns": "offers every collaboration that has members as a filter",
    "collaborations:settings_without": "counts the settings that are in no collaboration, by district",
    "ways_of_working:terms_overview": "works out the terms and the differences of every collaboration",
    "support:write_message": "counts the people of every collaboration that the message is to go to",
    "leadership:cases": "sorts all open cases by the day of their next step, which is worked out; they are few",
    "support:referrals": "offers every collaboration as a filter",
    "support:support": "offers every collaboration as a filter",
}


def addresses() -> Iterator[tuple[str, str]]:
    """Name and address of each page that takes no argument."""

    def walk(patterns: Any, prefix: str, space: str) -> Iterator[tuple[str, str]]:
        for one in patterns:
            if isinstance(one, URLResolver):
                yield from walk(
                    one.url_patterns,
                    prefix + str(one.pattern),
                    f"{space}{one.namespace}:" if one.namespace else space,
                )
            elif isinstance(one, URLPattern) and one.name:
                yield space + one.name, prefix + str(one.pattern)

    for name, address in walk(get_resolver("config.authority_urls").url_patterns, "", ""):
        if not set(address) & set("<(?^$") and not address.startswith(
            ("accounts/", "admin/jsi18n", "admin/autocomplete", "admin/log")
        ):
            yield name, address


def of_rows() -> Iterator[tuple[str, str]]:
    """Pages of one thing, by the row in the middle of each table."""
    pk = BASE + ROWS // 2
    yield "collaborations:detail", f"collaborations/{pk}/"
    yield "leadership:case", f"leadership/{pk}/"
    yield "portal:setting", f"settings/{pk}/"
    yield "portal:setting_people", f"settings/{pk}/people/"
    yield "portal:setting_judgements", f"settings/{pk}/judgements/"
    yield "portal:setting_history", f"settings/{pk}/history/"
    yield "admin:providers_provider_change", f"admin/providers/provider/{pk}/change/"


@pytest.fixture
def manager(larkshire: Authority) -> User:
    """Of an authority whose tables are large."""
    user = appointed(larkshire, "Maya Thornton", Role.MANAGER)
    with authority_scope(larkshire):
        change_authority(authority=larkshire, by=user, changes={"public_page": True})
        facts = {"base": BASE, "rows": ROWS, "authority": larkshire.pk, "user": user.pk}
        with connection.cursor() as cursor:
            cursor.execute("RESET ROLE; SET LOCAL session_replication_role = replica")
            for statement in TABLES.values():
                cursor.execute(statement.format(**facts))
            cursor.execute(
                f"SET LOCAL session_replication_role = origin; ANALYZE {', '.join(TABLES)}; SET ROLE eyc_app"
            )
        assert settle_counts() == len(KeptCount.__subclasses__())
    return user


def scans(plan: dict[str, Any], ends_early: bool = False) -> Iterator[str]:
    """The tables that a plan reads from end to end.

    ``ends_early``: below a limit, with nothing between that reads all the rows.
    """
    kind = plan["Node Type"]
    if kind == "Seq Scan" and not ends_early:
        yield plan["Relation Name"]
    for part in plan.get("Plans", ()):
        yield from scans(part, kind == "Limit" or (ends_early and kind in {"Result", "Subquery Scan"}))


def test_no_page_reads_a_large_table_from_end_to_end(larkshire: Authority, manager: User) -> None:
    client = browsing(manager)
    explained: set[str] = set()
    found: set[tuple[str, str, str]] = set()
    for name, address in [*addresses(), *of_rows()]:
        if name in STILL_READ:
            continue
        with CaptureQueriesContext(connection) as queries:
            response = client.get(f"/larkshire/{address}")
            assert response.status_code < 500, f"{name}: {response.status_code}"
        statements = {
            one["sql"] for one in queries.captured_queries if one["sql"].startswith(("SELECT", "(SELECT"))
        } - explained
        explained |= statements
        with authority_scope(larkshire):
            found |= {
                (name, table, statement) for statement in statements for table in tables_scanned(statement)
            }
    problems = [f"{name} scans {table}: {statement}" for name, table, statement in sorted(found)]
    assert not problems, "\n\n".join(problems)


def tables_scanned(statement: str) -> set[str]:
    """The large tables that a statement reads from end to end."""
    if not any(table in statement for table in TABLES):
        return set()
    with connection.cursor() as cursor:
        cursor.execute(f"EXPLAIN (FORMAT JSON) {statement}")
        (plan,) = cursor.fetchone()
    plan = json.loads(plan) if isinstance(plan, str) else plan
    return set(scans(plan[0]["Plan"])) & TABLES.keys()


def test_pages_that_still_read_a_table_exist() -> None:
    assert STILL_READ.keys() <= {name for name, _address in addresses()}
