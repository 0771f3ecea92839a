"""What waits in cases for a person of the team, in one statement: home asks it at each visit."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime
from typing import Any, NamedTuple

from django.db.models import (
    Count,
    DateTimeField,
    Exists,
    Field,
    IntegerField,
    Max,
    Min,
    OuterRef,
    Q,
    QuerySet,
    Subquery,
    Sum,
    Value,
)
from django.db.models.functions import Cast, Coalesce
from django.urls import reverse
from django.utils.timezone import localdate
from django.utils.translation import ngettext

from accounts.models import User
from accounts.permissions import Permission
from audit.models import Entry
from audit.rules.actions import Action
from core.frame.lines import Line
from leadership.models.cases import LeadershipCase, OpenCaseCount
from leadership.models.steps import LeaderWords, Reinstatement
from leadership.selectors.cases import CASE, cases_for
from leadership.selectors.sight import take_sight
from leadership.selectors.steps import with_due_day


class Waiting(NamedTuple):
    number: int
    since: datetime | None


@dataclass(frozen=True, slots=True)
class Waits:
    """Open cases of the person, of nobody, and in which the check finds nothing any more. Then of the person's
    own: steps that are late with the first of their days, leaders of closed cases who could lead again, and
    words that the leader added and the person has not read; each with one case, opened where it is the only one.
    """

    mine: Waiting
    unassigned: Waiting
    gone: Waiting
    late: int
    late_since: date | None
    one_late: int | None
    again: int
    one_again: int | None
    words: int
    one_words: int | None


def waiting_cases(user: User, *, on: date) -> Waits | None:
    """What waits for this person; None for those who may see no case. One query."""
    if not user.has_perm(Permission.WORK_ON_CASES):
        return None
    take_sight(user)
    sees_all = user.has_perm(Permission.VIEW_ALL_CASES)
    found = _own(user, on=on, beside=_of_all() if sees_all else None)
    mine, unassigned, gone = (Waiting(found.pop(name), found.pop(f"{name}_since")) for name in SINCE)
    return Waits(mine=mine, unassigned=unassigned, gone=gone, **found)


#: Which open cases wait for what: the column that says since when.
SINCE = {"mine": "opened_at", "unassigned": "opened_at", "gone": "nothing_found_since"}
OPEN = Q(closed_at=None)
NOBODYS = Q(assigned_to=None)
GONE = Q(nothing_found_since__isnull=False)


def _own(user: User, *, on: date, beside: dict[str, Any] | None) -> dict[str, Any]:
    """Counted over the cases that a person sees; of whoever sees every case over the person's own, with
    ``beside`` of all the others.
    """
    mine = Q(assigned_to=user)
    read = Entry.objects.filter(
        about_type=CASE, about_id=OuterRef("case_id"), action=Action.CASE_READ, by=OuterRef("case__assigned_to"),
        at__gte=OuterRef("at"),
    )  # fmt: skip
    unread = LeaderWords.objects.filter(~Exists(read), case__closed_at=None)
    asked = {
        "late": mine & OPEN & Q(due_in_order__lt=on),
        "again": mine & Q(pk__in=Reinstatement.objects.filter(decided_at=None).values("case_id")),
        "words": mine & Q(pk__in=unread.order_by().values("case_id")),
    }
    cases = cases_for(user).filter(OPEN | asked["again"])
    wanted = {"mine": mine & OPEN}
    if beside is None:
        wanted |= {"unassigned": NOBODYS & OPEN, "gone": GONE & OPEN}
    else:
        cases = cases.filter(mine)
    since = {f"{name}_since": Min(SINCE[name], filter=which) for name, which in wanted.items()}
    found: dict[str, Any] = (
        with_due_day(cases)
        .order_by()
        .aggregate(
            **{name: Count("pk", filter=which) for name, which in {**wanted, **asked}.items()},
            **{f"one_{name}": Min("pk", filter=which) for name, which in asked.items()},
            late_since=Min("due_in_order", filter=asked["late"]),
            **since,
            **(beside or {}),
        )
    )
    return found


def _of_all() -> dict[str, Any]:
    """For whoever sees every case, by kept counts: no case is read but the oldest."""
    open_cases = LeadershipCase.objects.filter(OPEN)
    counts = OpenCaseCount.objects.order_by()
    return {
        "unassigned": _beside(_kept(counts.filter(assigned_to_id=None)), IntegerField(), 0),
        "gone": _beside(_kept(counts.filter(finds_nothing=True)), IntegerField(), 0),
        "unassigned_since": _beside(_oldest(open_cases.filter(NOBODYS), "opened_at"), DateTimeField()),
        "gone_since": _beside(_oldest(open_cases.filter(GONE), "nothing_found_since"), DateTimeField()),
    }


def _kept(counts: QuerySet[Any]) -> QuerySet[Any]:
    return counts.values("authority").annotate(number=Sum("change")).values("number")


def _oldest(cases: QuerySet[LeadershipCase], moment: str) -> QuerySet[Any]:
    """When the case that has waited longest began to wait."""
    return cases.order_by(moment).values(moment)[:1]


def _beside(rows: QuerySet[Any], field: Field[Any, Any], missing: int | None = None) -> Coalesce:
    """A value of other rows in the one row of an aggregate, which is there also where nothing is aggregated:
    Django takes only what has an aggregate in it.
    """
    nothing = Max(Cast(Value(None), field))
    values = [nothing, Subquery(rows)] if missing is None else [nothing, Subquery(rows), Value(missing)]
    return Coalesce(*values, output_field=field)


# --- in words -----------------------------------------------------------------------------------------------


def lines_of_cases(waits: Waits | None) -> list[Line]:
    """Open cases that wait, as home says them."""
    if waits is None:
        return []
    address = reverse("leadership:cases")
    return [
        Line(title, address + query, since=localdate(waiting.since) if waiting.since else None)
        for waiting, title, query in _lines(waits)
        if waiting.number
    ]


def _lines(waits: Waits) -> list[tuple[Waiting, str, str]]:
    """What may wait, in words, and where it is listed."""
    mine, unassigned, gone = waits.mine.number, waits.unassigned.number, waits.gone.number
    words = (
        (
            waits.mine,
            ngettext(
                "%(n)d leadership case is assigned to you", "%(n)d leadership cases are assigned to you", mine
            ),
            "?assigned=me",
        ),
        (
            waits.unassigned,
            ngettext(
                "%(n)d leadership case is not assigned", "%(n)d leadership cases are not assigned", unassigned
            ),
            "?assigned=nobody",
        ),
        (
            waits.gone,
            ngettext(
                "The check no longer finds anything in %(n)d leadership case",
                "The check no longer finds anything in %(n)d leadership cases",
                gone,
            ),
            "?found=nothing",
        ),
    )
    return [(waiting, title % {"n": waiting.number}, query) for waiting, title, query in words]
