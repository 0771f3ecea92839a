"""Attendance of one group and of an authority (C7), with 1,000,000 rows of attendance in the authority."""

from __future__ import annotations

from datetime import date
from functools import partial

from django.db import connections

from accounts.models import Authority
from accounts.services.authorities import create_authority
from accounts.services.people import register_person
from benchmarks.meter import in_child
from benchmarks.report import LIMIT, Contender, Job
from benchmarks.servers import Superuser
from core.scoping import authority_scope
from meetings.rules.rates import Rate
from meetings.selectors import county

SLUG, BASE, TODAY = "meetingshire", 700_000_000, date(2026, 9, 1)
GROUPS, MEMBERS, MEETINGS = 1_250, 8, 100
#: A job so short is done so often in one measurement.
TIMES_OF_GROUP, TIMES_OF_AUTHORITY = 400, 40
MILLISECONDS_OF_GROUP, MILLISECONDS_OF_AUTHORITY = 1.0, 10.0
#: A hundred meetings of each group, one a month; 1,250 groups of eight members in ten districts.
STATEMENTS = """
    INSERT INTO providers_district (id, authority_id, name)
    SELECT {base} + d, {authority}, 'District ' || d FROM generate_series(1, 10) d;
    INSERT INTO providers_provider (id, authority_id, urn, name, search_text, provider_type, provider_subtype,
        register_combination, on_early_years_register, on_compulsory_register, on_voluntary_register,
          registered_person_urn,
        registered_person_name, address_line_1, address_line_2, address_line_3, town, postcode, telephone,
          constituency, region,
        deprivation_band, first_listed_on)
    SELECT {base} + i, {authority}, 'EY' || i, 'Acorn ' || i, 'acorn ' || i, 'non_domestic', '', '', true,
      true, false, '', '', '',
        '', '', '', '', '', '', '', '', date '2016-06-30' FROM generate_series(1, {groups} * {members}) i;
    INSERT INTO collaborations_collaboration (id, authority_id, name, kind, state, is_virtual, purpose,
      started_on, asked_by, enquiry,
        district_id)
    SELECT {base} + i, {authority}, 'Riverside ' || i, 'collaboration', 'active', false, '',
      date '2016-09-01', '', '',
        {base} + 1 + i % 10 FROM generate_series(1, {groups}) i;
    INSERT INTO meetings_meeting (id, authority_id, collaboration_id, kind, title, "on", starts_at,
      ends_at, place, access_notes,
        online_url, state, edition, planned_by_id, planned_at, cancelled_because, check_in_code)
    SELECT {base} + g * {meetings} + n, {authority}, {base} + g, 'regular', 'Meeting',
      date '{today}' - 5 - n * 30, '16:00', '18:00',
        'Hall', '', '', 'held', 0, {person}, now(), '', ''
      FROM generate_series(1, {groups}) g, generate_series(0, {meetings} - 1) n;
    INSERT INTO meetings_attendance (authority_id, meeting_id, membership_id, mark, substitute, marked_at,
      by_id)
    SELECT {authority}, {base} + g * {meetings} + n, {base} + (g - 1) * {members} + m, (ARRAY['present',
      'present', 'online', 'present',
        'apologies', 'present', 'absent', 'substitute', 'present',
          'excused'])[1 + (g + n * 3 + m * 7) % 10], '', now(), {person}
      FROM generate_series(1, {groups}) g, generate_series(0, {meetings} - 1) n, generate_series(1,
        {members}) m;
    INSERT INTO memberships_membership (id, authority_id, collaboration_id, provider_id, joined_on,
      leaving_reason, meetings_held,
        meetings_attended)
    SELECT {base} + i, {authority}, {base} + 1 + (i - 1) / {members}, {base} + i, date '2016-09-01', '',
      c.held, c.attended
      FROM generate_series(1, {groups} * {members}) i, LATERAL (
        SELECT count(*) FILTER (WHERE a.mark <> 'excused') AS held,
               count(*) FILTER (WHERE a.mark IN ('present', 'online', 'substitute')) AS attended
          FROM meetings_attendance a JOIN meetings_meeting t ON t.id = a.meeting_id AND t.authority_id = a.authority_id
         WHERE a.authority_id = {authority} AND a.membership_id = {base} + i AND t."on" > date '{today}' - interval '1 year'
           AND t."on" <= date '{today}') c
"""
GROUP_SQL = """
    SELECT count(*), count(*) FILTER (WHERE a.mark IN ('present', 'online', 'substitute'))
      FROM meetings_attendance a JOIN meetings_meeting t ON t.authority_id = a.authority_id AND t.id = a.meeting_id
     WHERE a.authority_id = %(authority)s AND a.membership_id = ANY (%(members)s) AND a.mark <> 'excused' AND t.state = 'held'
       AND t."on" > date '2025-09-01' AND t."on" <= date '2026-09-01'
"""
AUTHORITY_SQL = """
    SELECT sum(meetings_held), sum(meetings_attended), count(*),
      count(at_risk_since) FROM memberships_membership
     WHERE authority_id = %(authority)s AND meetings_held > 0 AND joined_on <= %(on)s AND (left_on IS NULL OR left_on > %(on)s)
"""
ROWS_SQL = """
    SELECT count(*), count(*) FILTER (WHERE a.mark IN ('present', 'online', 'substitute'))
      FROM meetings_attendance a JOIN meetings_meeting t ON t.authority_id = a.authority_id AND t.id = a.meeting_id
     WHERE a.authority_id = %(authority)s AND a.mark <> 'excused' AND t.state = 'held' AND t.authority_id = %(authority)s
       AND t."on" > date '2025-09-01' AND t."on" <= date '2026-09-01'
"""


def measure(superuser: Superuser, rounds: int) -> list[Job]:
    """Rates of one group from its rows, and of the authority from the numbers kept of them."""
    authority_id = in_child(partial(_make, superuser))
    superuser.run("VACUUM ANALYZE")
    group = Job(f"Rate of one group, {GROUPS * MEMBERS * MEETINGS:,} rows of attendance")
    whole = Job(f"Rates of an authority, {GROUPS * MEMBERS * MEETINGS:,} rows of attendance")
    for number in range(rounds):
        group.round(
            number,
            [
                Contender(
                    LIMIT,
                    partial(_plain, GROUP_SQL, authority_id, TIMES_OF_GROUP),
                    alias="owner",
                    scale=1 / TIMES_OF_GROUP,
                    note="the same in plain SQL, without isolation",
                ),
                Contender(
                    "ours, from the rows",
                    partial(_of_group, authority_id),
                    scale=1 / TIMES_OF_GROUP,
                    note="members of the day, then their marks by the index",
                ),
            ],
        )
        whole.round(
            number,
            [
                Contender(
                    LIMIT,
                    partial(_plain, AUTHORITY_SQL, authority_id, TIMES_OF_AUTHORITY),
                    alias="owner",
                    scale=1 / TIMES_OF_AUTHORITY,
                    note="the numbers kept on the memberships, in plain SQL without isolation",
                ),
                Contender(
                    "ours, the whole",
                    partial(_of_authority, authority_id),
                    scale=1 / TIMES_OF_AUTHORITY,
                ),
                Contender(
                    "ours, by district",
                    partial(_by_district, authority_id),
                    scale=1 / TIMES_OF_AUTHORITY,
                ),
                Contender(
                    "from the rows of attendance",
                    partial(_plain, ROWS_SQL, authority_id, 2),
                    alias="owner",
                    scale=1 / 2,
                    note="what the kept numbers save: the year's rows, in plain SQL without isolation",
                ),
            ],
        )
    for job, name, most in (
        (group, "ours, from the rows", MILLISECONDS_OF_GROUP),
        (whole, "ours, the whole", MILLISECONDS_OF_AUTHORITY),
        (whole, "ours, by district", MILLISECONDS_OF_AUTHORITY),
    ):
        costs = [cost.seconds * 1000 for cost in job.costs[name] if cost]
        least = min(costs, default=0.0)
        said = "met" if costs and least <= most else "**not met**"
        job.facts.append(f"{name}: {least:.2f} ms at the least of the rounds, at most {most:g} ms: {said}.")
    return [group, whole]


def _make(superuser: Superuser) -> int:
    authority = create_authority(name="Meetingshire", slug=SLUG, contact_email=f"one@{SLUG}.example")
    with authority_scope(authority):
        person = register_person(email=f"lena@{SLUG}.example", full_name="Lena Field")
    facts = {
        "authority": authority.pk,
        "person": person.pk,
        "base": BASE,
        "groups": GROUPS,
        "members": MEMBERS,
        "meetings": MEETINGS,
        "today": TODAY,
    }
    for statement in STATEMENTS.format(**facts).split(";"):
        superuser.run(statement, "ANALYZE meetings_meeting", "ANALYZE meetings_attendance")
    return int(authority.pk)


def _plain(sql: str, authority_id: int, times: int) -> None:
    first = BASE + 600 * MEMBERS
    values = {"authority": authority_id, "on": TODAY, "members": [first + n for n in range(1, MEMBERS + 1)]}
    with connections["owner"].cursor() as cursor:
        for _ in range(times):
            cursor.execute(sql, values)
            assert cursor.fetchone()[0]


def _of_group(authority_id: int) -> None:
    with authority_scope(Authority.objects.get(pk=authority_id)):
        for _ in range(TIMES_OF_GROUP):
            held, attended = county.rate_from_marks(BASE + 601, on=TODAY)
            assert 0 < attended < held


def _of_authority(authority_id: int) -> None:
    with authority_scope(Authority.objects.get(pk=authority_id)):
        for _ in range(TIMES_OF_AUTHORITY):
            rate = county.rate_of(county.counted_members(on=TODAY))
            assert isinstance(rate, Rate)
            assert rate.members == GROUPS * MEMBERS


def _by_district(authority_id: int) -> None:
    with authority_scope(Authority.objects.get(pk=authority_id)):
        for _ in range(TIMES_OF_AUTHORITY):
            assert len(county.rates_by_district(on=TODAY)) == 10
