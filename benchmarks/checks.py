"""The check of all leaders of an authority against the leading
policy, at 6,000, 60,000 and 600,000 leaders.
"""

from __future__ import annotations

from datetime import UTC, datetime
from functools import partial
from itertools import count

from django.db import connections
from django.db.models import Prefetch

from benchmarks.register import REGIONS, TODAY, Region, authority_of
from benchmarks.report import Contender, Job
from benchmarks.servers import Superuser
from core.scoping import authority_scope
from leadership.models.cases import LeadershipCase
from leadership.selectors.sight import every_case
from leadership.services.eligibility import review_leaders
from memberships.models.members import LeaderAppointment
from memberships.selectors.days import leads_on
from ofsted.models import Inspection

NOW = datetime(2026, 9, 1, 2, 15, tzinfo=UTC)
TARGET = 1.5
AT_ONCE = 120_000  # leaders a measurement at least: a short job is done several times
LOOPED = 500
PREFETCHED_UP_TO = 60_000
LIMIT_SQL = """
    SELECT a.id, (SELECT i.id FROM ofsted_inspection i
                   WHERE i.authority_id = a.authority_id AND i.provider_id = m.provider_id AND i.is_graded
                   ORDER BY i.inspected_on DESC, i.id DESC LIMIT 1)
      FROM memberships_leaderappointment a
      JOIN memberships_membership m ON m.authority_id = a.authority_id AND m.id = a.membership_id
     WHERE a.authority_id = (SELECT id FROM accounts_authority WHERE slug = %(slug)s)
       AND a.starts_on <= %(on)s AND (a.ends_on IS NULL OR a.ends_on > %(on)s)
"""
#: Each night is a slot of its own; numbers are taken before the work goes to its own process.
nights = count()


def measure(superuser: Superuser, rounds: int) -> list[Job]:
    jobs = []
    for region in REGIONS:
        job = Job(f"Check of {region.leaders:,} leaders")
        job.take(
            Contender(
                "ours, the first night",
                partial(_check, region, "first", 1),
                note="opens a case for one leader in twenty",
            )
        )
        superuser.run("VACUUM ANALYZE")
        for number in range(rounds):
            job.round(number, _contenders(region))
        limit, ours = (job.costs[name][-1] for name in ("limit", "ours"))
        if limit and ours:
            each = [cost.seconds / region.leaders * 1e6 for cost in (limit, ours)]
            job.facts.append(
                f"Each leader costs the limit {each[0]:.2f} µs and ours {each[1]:.2f} µs in the last round."
            )
        jobs.append(job)
    return jobs


def _contenders(region: Region) -> list[Contender]:
    times = max(1, AT_ONCE // region.leaders)
    contenders = [
        Contender(
            "limit",
            partial(_limit, region, times),
            alias="owner",
            scale=1 / times,
            note="SELECT of each leader and the newest judgement's id",
        ),
        Contender(
            "ours",
            partial(_check, region, f"night-{next(nights)}", times),
            scale=1 / times,
            target=TARGET,
            note="a night without news",
        ),
        Contender(
            "row by row",
            partial(_row_by_row, region),
            scale=region.leaders / LOOPED,
            note=f"extrapolated from {LOOPED}",
        ),
    ]
    if region.leaders <= PREFETCHED_UP_TO:
        contenders.append(Contender("the ORM with prefetch", partial(_prefetched, region)))
    return contenders


def _limit(region: Region, times: int) -> None:
    with connections["owner"].cursor() as cursor:
        for _ in range(times):
            cursor.execute(LIMIT_SQL, {"slug": region.slug, "on": TODAY})
            assert len(cursor.fetchall()) == region.leaders


def _check(region: Region, night: str, times: int) -> None:
    authority = authority_of(region)
    for number in range(times):
        with authority_scope(authority):
            sweep = review_leaders(slot=f"{night}-{number}", on=TODAY, at=NOW)
            assert sweep.leaders == region.leaders
            assert sweep.opened == (region.leaders // 20 if night == "first" else 0)


def _is_below(inspection: Inspection | None) -> bool:
    return inspection is None or (inspection.overall or 0) > 2


def _prefetched(region: Region) -> None:
    """Everything into Python, then a loop."""
    with authority_scope(authority_of(region)), every_case():
        newest_first = Prefetch(
            "membership__provider__inspections", Inspection.objects.order_by("-inspected_on", "-pk")
        )
        cases = set(
            LeadershipCase.objects.filter(closed_at=None).order_by().values_list("appointment_id", flat=True)
        )
        leaders = (
            LeaderAppointment.objects.filter(leads_on(TODAY))
            .order_by()
            .select_related("membership__provider")
        )
        missing = [
            leader
            for leader in leaders.prefetch_related(newest_first)
            if _is_below(next(iter(leader.membership.provider.inspections.all()), None))
            and leader.pk not in cases
        ]
        assert not missing


def _row_by_row(region: Region) -> None:
    """A query for each leader, on the first few."""
    with authority_scope(authority_of(region)), every_case():
        for leader in (
            LeaderAppointment.objects.filter(leads_on(TODAY))
            .order_by("pk")
            .select_related("membership")[:LOOPED]
        ):
            newest = (
                Inspection.objects.filter(provider_id=leader.membership.provider_id, is_graded=True)
                .order_by("-inspected_on", "-pk")
                .first()
            )
            assert (
                not _is_below(newest)
                or LeadershipCase.objects.filter(appointment=leader, closed_at=None).exists()
            )
