"""Reads for the simulation of a scheme (S2): the facts of the last count date, and what was worked out."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Any

from django.db.models import Exists, OuterRef

from documents.models import Job
from documents.rules import State
from provision.models import ReturnPeriod, StaffReturn
from provision.selectors import open_members
from supplement.models.schemes import Scheme
from supplement.rules.comparing import Ceiling, Change
from supplement.rules.facts import CollaborationFacts, Elsewhere, MemberFacts
from supplement.rules.simulating import Simulation
from supplement.rules.years import Year
from supplement.selectors import schemes
from supplement.selectors.facts import certified_numbers, elsewhere, homes_of

KIND = "supplement.simulation"


def last_count(*, on: date) -> ReturnPeriod | None:
    """The staff number period of the latest count date for which somebody has certified."""
    made = StaffReturn.objects.filter(period=OuterRef("pk"))
    rows = ReturnPeriod.objects.filter(Exists(made), count_date__lte=on)
    return rows.order_by("-count_date", "-pk").first()


def compared_with(scheme: Scheme, *, on: date) -> Scheme | None:
    """What a scheme is laid beside: the approved one of the day, or else the newest, and never itself."""
    rows = [schemes.approved_on(on), *schemes.schemes().filter(state="approved")[:2]]
    return next((row for row in rows if row is not None and row.pk != scheme.pk), None)


def facts_on(period: ReturnPeriod, *, before: date) -> list[CollaborationFacts]:
    """The members of a count date with what they certified, as if they had all joined before a day, in the
    order in which they did. Three queries at most.
    """
    rows = list(
        open_members(period.count_date)
        .order_by("collaboration_id", "pk")
        .values_list(
            "pk",
            "collaboration_id",
            "collaboration__name",
            "provider_id",
            "provider__provider_type",
            "joined_on",
        )
    )
    shift = max(period.count_date - before, timedelta(0)) + timedelta(days=1)
    numbers = certified_numbers(period)
    homes = homes_of(
        (setting, Elsewhere(pk, group, joined_on - shift))
        for pk, group, _name, setting, _type, joined_on in rows
    )
    members: dict[int, list[MemberFacts]] = defaultdict(list)
    names: dict[int, str] = {}
    for pk, group, name, provider_id, provider_type, joined_on in rows:
        names[group] = name
        number = numbers.get(provider_id)
        members[group].append(
            MemberFacts(
                membership_id=pk,
                provider_id=provider_id,
                provider_type=provider_type,
                joined_on=joined_on - shift,
                heads=number.heads if number else None,
                staff=number.staff if number else (),
                elsewhere=elsewhere(homes[provider_id], pk),
            )
        )
    return [CollaborationFacts(pk, names[pk], tuple(rows)) for pk, rows in members.items()]


def earliest_start(*years: Year) -> date:
    """The first day of any period of these."""
    return min(paid.period.starts_on for year in years for paid in year.periods)


# --- what was worked out ------------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class Worked:
    """A simulation that is done. ``is_old``: the scheme has changed since."""

    job: Job
    count_date: date
    certified: int
    against: str
    is_old: bool
    simulation: Simulation


def newest_job(scheme: Scheme, *, about: str, done: bool) -> Job | None:
    """The last simulation of a scheme that was asked for, or that is done. ``about``: its page within the
    authority.
    """
    rows = Job.objects.filter(kind=KIND, url=about).order_by("-created_at", "-pk")
    return rows.filter(state=State.DONE).first() if done else rows.first()


def worked_of(job: Job, *, mark: str) -> Worked:
    """What a job has worked out; ``mark`` is that of the scheme as it is now."""
    result = job.result
    changes = tuple(Change(*row) for row in result["rows"])
    ceiling = Ceiling(*result["ceiling"]) if result["ceiling"] else None
    return Worked(
        job,
        date.fromisoformat(result["count_date"]),
        result["certified"],
        result["against"],
        result["mark"] != mark,
        Simulation(changes, ceiling),
    )


def as_result(simulation: Simulation, **facts: Any) -> dict[str, Any]:
    """For the job's result."""
    return {
        "rows": [list(change) for change in simulation.changes],
        "ceiling": list(simulation.ceiling) if simulation.ceiling else None,
        **facts,
    }
