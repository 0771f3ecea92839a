"""What the timetable and a Leaders' Day cost by the number of groups: the data pack of the county, a night's counting of
attendance (C7), and reminders that find nothing to say; 120 groups, and 6,000.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from datetime import date
from functools import partial

from django.db import connections
from django.utils import timezone

from accounts.models import Authority
from accounts.services.authorities import create_authority
from accounts.services.people import register_person
from benchmarks.attendance import STATEMENTS
from benchmarks.meter import in_child
from benchmarks.report import LIMIT, Contender, Job
from benchmarks.servers import Superuser
from core.scoping import authority_scope
from meetings.services import actions, booking, elections_due, events, first, following, visits, voting
from meetings.services.attendance import close_and_recount
from portal.selectors.data_pack import pack_on

#: A year of meetings of groups of eight; the numbers of one member in thirty are out of date each night.
SIZES, MEMBERS, MEETINGS, STALE = (120, 6_000), 8, 12, 30
BASE, APART = 800_000_000, 10_000_000
#: The chair of each group, whose term ends some day of the next two years.
CHAIRS = """
    INSERT INTO memberships_officeholder (authority_id, membership_id, user_id, office, starts_on, ends_on, decision)
    SELECT {authority}, {base} + 1 + (g - 1) * {members}, {person}, 'chair', date '{today}' - 300,
      date '{today}' + 1 + g % 730, 'Agreed.' FROM generate_series(1, {groups}) g
"""
#: The same questions in plain SQL, without isolation.
PACK_SQL = (
    """SELECT c.id, c.name, d.name, count(m.id), sum(m.meetings_held), sum(m.meetings_attended), count(m.at_risk_since)
         FROM collaborations_collaboration c LEFT JOIN providers_district d ON d.id = c.district_id
         LEFT JOIN memberships_membership m ON m.authority_id = c.authority_id AND m.collaboration_id = c.id
          AND m.joined_on <= %(on)s AND (m.left_on IS NULL OR m.left_on > %(on)s)
        WHERE c.authority_id = %(authority)s AND c.state = 'active' GROUP BY c.id, c.name, d.name ORDER BY c.name""",
    """SELECT m.collaboration_id, m.provider_id, (SELECT i.id FROM ofsted_inspection i
          WHERE i.authority_id = m.authority_id AND i.provider_id = m.provider_id ORDER BY i.id DESC LIMIT 1)
         FROM memberships_membership m WHERE m.authority_id = %(authority)s AND m.joined_on <= %(on)s""",
)
COUNT_SQL = """
    UPDATE memberships_membership m SET meetings_held = c.held, meetings_attended = c.attended FROM (
      SELECT a.membership_id, count(*) AS held,
             count(*) FILTER (WHERE a.mark IN ('present', 'online', 'substitute')) AS attended
        FROM meetings_attendance a JOIN meetings_meeting t ON t.authority_id = a.authority_id AND t.id = a.meeting_id
       WHERE a.authority_id = %(authority)s AND a.mark <> 'excused' AND t.state = 'held'
         AND t."on" > %(on)s - interval '1 year' AND t."on" <= %(on)s GROUP BY a.membership_id) c
     WHERE m.authority_id = %(authority)s AND m.id = c.membership_id
       AND (m.meetings_held, m.meetings_attended) IS DISTINCT FROM (c.held::int, c.attended::int)
"""
STALE_SQL = """
    UPDATE memberships_membership SET meetings_held = meetings_held - 1, meetings_attended = meetings_attended - 1
     WHERE authority_id = %(authority)s AND id %% {stale} = 0 AND meetings_attended > 0
"""
QUIET_SQL = (
    """SELECT h.id FROM memberships_officeholder h WHERE h.authority_id = %(authority)s AND h.office = 'chair'
        AND h.ends_on > %(on)s AND h.ends_on <= %(on)s::date + 62""",
    """SELECT id FROM meetings_vote WHERE authority_id = %(authority)s AND state = 'open' AND closes_at <= now()""",
    """SELECT id FROM meetings_event WHERE authority_id = %(authority)s AND state = 'published'""",
    """SELECT id FROM meetings_peervisit WHERE authority_id = %(authority)s AND state = 'agreed' AND "on" <= %(on)s""",
    """SELECT id FROM meetings_meetingaction WHERE authority_id = %(authority)s AND done_on IS NULL""",
)


def measure(superuser: Superuser, rounds: int) -> list[Job]:
    """Each job at each size, beside the same in plain SQL."""
    jobs = []
    for place, groups in enumerate(SIZES):
        authority_id = in_child(partial(_make, superuser, groups, BASE + place * APART))
        superuser.run("VACUUM ANALYZE")
        in_child(partial(_count, authority_id))  # a night has been
        in_child(partial(_quiet, authority_id))
        jobs += _of(authority_id, groups, rounds)
    return jobs


def _of(authority_id: int, groups: int, rounds: int) -> list[Job]:
    size = f"{groups:,} groups of {MEMBERS}, {groups * MEMBERS * MEETINGS:,} rows of attendance"
    works: tuple[tuple[str, Callable[[int], None], tuple[str, ...], bool], ...] = (
        ("The data pack of the county", _pack, PACK_SQL, False),
        ("A night's counting of attendance, nothing to change", _count, (COUNT_SQL,), False),
        ("A night's counting of attendance, one member in thirty to change", _count, (COUNT_SQL,), True),
        ("The hourly and nightly reminders, nothing to say", _quiet, QUIET_SQL, False),
    )
    jobs = []
    for title, work, statements, is_stale in works:
        job = Job(f"{title}: {size}")
        prepare = partial(_make_stale, authority_id) if is_stale else _nothing
        for number in range(rounds):
            limit = Contender(
                LIMIT,
                partial(_plain, statements, authority_id),
                prepare=prepare,
                alias="owner",
                note="plain SQL without isolation, history, audit and emails",
            )
            job.round(number, [limit, Contender("ours", partial(work, authority_id), prepare=prepare)])
        jobs.append(job)
    return jobs


def _nothing() -> None:
    """No preparation."""


def _make(superuser: Superuser, groups: int, base: int) -> int:
    slug = f"with-{groups}-groups"
    authority = create_authority(name=f"With {groups} groups", slug=slug, contact_email=f"one@{slug}.example")
    with authority_scope(authority):
        person = register_person(email=f"lena@{slug}.example", full_name="Lena Field")
    facts = {
        "authority": authority.pk,
        "person": person.pk,
        "base": base,
        "groups": groups,
        "members": MEMBERS,
        "meetings": MEETINGS,
        "today": timezone.localdate(),
    }
    for statement in (STATEMENTS + ";" + CHAIRS).format(**facts).split(";"):
        superuser.run(statement, "ANALYZE meetings_meeting", "ANALYZE meetings_attendance")
    return int(authority.pk)


@contextmanager
def _scope(authority_id: int) -> Iterator[date]:
    with authority_scope(Authority.objects.get(pk=authority_id)):
        yield timezone.localdate()


def _plain(statements: tuple[str, ...], authority_id: int) -> None:
    with connections["owner"].cursor() as cursor:
        for statement in statements:
            cursor.execute(statement, {"authority": authority_id, "on": timezone.localdate()})
            if cursor.description is not None:
                cursor.fetchall()


def _make_stale(authority_id: int) -> None:
    in_child(partial(_plain, (STALE_SQL.format(stale=STALE),), authority_id))


def _pack(authority_id: int) -> None:
    with _scope(authority_id) as today:
        pack = pack_on(today)
        assert pack.county.members == len(pack.members) > len(pack.by_group) > 0


def _count(authority_id: int) -> None:
    with _scope(authority_id) as today:
        close_and_recount(on=today, at=timezone.now())


def _quiet(authority_id: int) -> None:
    """What ``meetings.tasks`` does beside the counting."""
    now = timezone.now()
    with _scope(authority_id) as today:
        elections_due.tell_of_elections_due(on=today)
        voting.close_due(at=now)
        booking.settle_all(at=now)
        actions.tell_who_does(at=now)
        visits.ask_what_became(on=today)
        events.invite_newcomers(at=now)
        events.hold_past_events(at=now)
        first.delete_needs_of_first(at=now)
        following.ask_feedback(at=now)
        following.ask_pledges(at=now)
