"""Reads about leadership cases.

Everything starts from ``cases_for``: to whoever may not see a case, it does not exist.
"""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date, datetime
from typing import Any, NamedTuple

from django.db.models import Count, F, Min, Q, QuerySet, Subquery, Sum
from django.db.models.functions import Coalesce
from django.urls import reverse
from django.utils.timezone import localdate
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from accounts.models import User
from accounts.permissions import Permission
from accounts.roles import ROLES, Role
from accounts.selectors import people_with_role
from audit.models import Entry
from audit.rules.actions import Action
from core.counts import stored_total
from core.forms.searched import MAX_OFFERED
from core.frame.lines import Line
from core.prepared import prepared
from leadership.models.cases import CaseGrant, LeadershipCase, OpenCaseCount, Sweep, UnpublishedOutcome
from leadership.models.steps import LeaderWords, Reinstatement
from leadership.rules.cases import Finding
from leadership.selectors.sight import take_sight
from memberships.models.members import LeaderAppointment
from memberships.selectors.days import leads_on
from ofsted.rules.inspections import judgements_in_words
from ofsted.rules.policy import decide
from ofsted.rules.regimes import Regime
from ofsted.selectors.standing import facts_of, relevant_judgements, table_in_force

CASE = "leadership.leadershipcase"
#: Permissions of the rows of a case's list: who sees the case, and who reads the leader's page of it.
SEES = Permission.VIEW_CASE.split(".")[1]
READS_LEADERS_PAGE = Permission.READ_LEADERS_PAGE.split(".")[1]
WORKING_ROLES = tuple(role for role in Role if Permission.WORK_ON_CASES in ROLES[role].permissions)


# --- who sees which case ------------------------------------------------------------------------------------


def cases_for(user: User) -> QuerySet[LeadershipCase]:
    """The cases that a person may see today, newest first: all with that
    right; else those assigned or opened to this person.
    """
    cases = LeadershipCase.objects.select_related(
        "appointment__user",
        "appointment__membership__provider",
        "appointment__membership__collaboration",
        "assigned_to",
    ).order_by("-opened_at", "-pk")
    if user.has_perm(Permission.VIEW_ALL_CASES):
        return cases
    if not user.has_perm(Permission.WORK_ON_CASES):
        return cases.none()
    granted = CaseGrant.objects.filter(user=user, permission__codename=SEES)
    return cases.filter(pk__in=granted.values("content_object_id"))


def open_case_counts() -> QuerySet[Any]:
    """How many cases are open (``number``), by ``assigned_to_id`` (None:
    nobody) and by whether the check ``finds_nothing`` any more.
    """
    rows = OpenCaseCount.objects.order_by().values("assigned_to_id", "finds_nothing")
    return rows.annotate(number=Sum("change")).exclude(number=0)


def open_cases_count() -> int:
    return stored_total(OpenCaseCount)


def case_for(user: User, case_id: int) -> LeadershipCase | None:
    """One case, or None for whoever may not see it."""
    return cases_for(user).select_related("inspection", "policy", "closed_by").filter(pk=case_id).first()


def works_on(user: User, case: LeadershipCase) -> bool:
    """Whether a person who sees the case may also write in it: the
    officer assigned, and whoever sees every case.
    """
    return case.assigned_to_id == user.pk or user.has_perm(Permission.VIEW_ALL_CASES)


def people_to_assign(*, on: date) -> QuerySet[User]:
    """Who may be given a case on a day."""
    return people_with_role(*WORKING_ROLES, on=on)


def readers_let_in(case: LeadershipCase) -> QuerySet[CaseGrant]:
    """The rows of those let in by name today, beside the officer assigned and the managers, by name."""
    rows = CaseGrant.objects.filter(content_object=case, is_exceptional=True, permission__codename=SEES)
    return rows.select_related("user").order_by("user__full_name__in_order", "pk")


def named_readers(case: LeadershipCase) -> list[User]:
    return [grant.user for grant in readers_let_in(case)]


def derived_of(case: LeadershipCase) -> list[tuple[int, str]]:
    """Who has a derived row on a case's list, and with which permission."""
    officer = [(case.assigned_to_id, SEES)] if case.assigned_to_id is not None else []
    leader = [(case.appointment.user_id, READS_LEADERS_PAGE)] if case.told_leader_at is not None else []
    return [*officer, *leader]


def cases_with_drifted_grants() -> list[int]:
    """Cases whose derived rows do not say what the case says; empty when all is well."""
    rows = CaseGrant.objects.filter(is_exceptional=False).order_by()
    held = set(rows.values_list("content_object_id", "user_id", "permission__codename"))
    cases = LeadershipCase.objects.order_by()
    assigned = cases.filter(assigned_to__isnull=False).values_list("pk", "assigned_to_id")
    told = cases.filter(told_leader_at__isnull=False).values_list("pk", "appointment__user_id")
    due = {(*row, SEES) for row in assigned} | {(*row, READS_LEADERS_PAGE) for row in told}
    return sorted({case_id for case_id, _user_id, _codename in held ^ due})


# --- one case -----------------------------------------------------------------------------------------------


def finding_today(case: LeadershipCase, *, on: date) -> Finding | None:
    """What the check says of the case's leader on a day; None when the person no longer leads."""
    leads = (
        LeaderAppointment.objects.filter(leads_on(on), pk=case.appointment_id)
        .select_related("membership")
        .first()
    )
    if leads is None:
        return None
    provider_id = leads.membership.provider_id
    setting = relevant_judgements([provider_id], on=on)[provider_id]
    return Finding(decide(table_in_force(on), setting.relevant).verdict, setting.inspection_id)


def leaders_today(*, on: date) -> QuerySet[LeaderAppointment]:
    """Who leads on a day, by name."""
    leaders = LeaderAppointment.objects.filter(leads_on(on)).select_related("user", "membership__provider")
    return leaders.order_by("user__full_name__in_order", "pk")


def leaders_found(words: str, *, on: date) -> list[LeaderAppointment]:
    """Those of them whose name, or whose setting's, holds what was typed; nobody before something is."""
    if not words:
        return []
    named = Q(user__full_name__icontains=words) | Q(membership__provider__name__icontains=words)
    return list(leaders_today(on=on).filter(named)[:MAX_OFFERED])


def judgement_lines(case: LeadershipCase) -> list[tuple[str, str]]:
    """The inspection that the case rests on, area by area as published; empty where there is none."""
    if case.inspection is None:
        return []
    return [(_(area), _(grade)) for area, grade in judgements_in_words(facts_of(case.inspection))]


def framework_of(case: LeadershipCase) -> str:
    """Under which framework that inspection was done."""
    return _(Regime(case.inspection.regime).label) if case.inspection else ""


def outcomes_of(case: LeadershipCase) -> QuerySet[UnpublishedOutcome]:
    """What officers recorded before publication, newest inspection first.

    Read on the case's own page only (O6).
    """
    return (
        UnpublishedOutcome.objects.filter(case=case)
        .select_related("recorded_by")
        .order_by("-inspected_on", "-pk")
    )


def outcome_in(case: LeadershipCase, outcome_id: int) -> UnpublishedOutcome | None:
    return outcomes_of(case).filter(pk=outcome_id).first()


def story_of(case: LeadershipCase) -> QuerySet[Entry]:
    """What happened to the case, newest first, for those who see it."""
    return Entry.objects.filter(about_type=CASE, about_id=case.pk).order_by("-at", "-pk")


def has_read(case: LeadershipCase, *, user: User, on: date) -> bool:
    """Whether a person has had sight of a case on a day, and of all that its leader has written."""
    read = story_of(case).filter(by=user, action=Action.CASE_READ, at__date=on)
    newest = LeaderWords.objects.filter(case=case).order_by("-at").values("at")[:1]
    return read.filter(at__gte=Coalesce(Subquery(newest), F("at"))).exists()


def last_sweep() -> Sweep | None:
    """The newest check of all leaders."""
    return Sweep.objects.order_by("-at", "-pk").first()


def by_assignment(cases: QuerySet[LeadershipCase], value: str, *, user: User) -> QuerySet[LeadershipCase]:
    """Narrowed to ``me``, ``nobody`` or one officer's id."""
    if value == "me":
        return cases.filter(assigned_to=user)
    return cases.filter(Q(assigned_to=None) if value == "nobody" else Q(assigned_to_id=int(value)))


def waiting_cases(user: User) -> dict[str, Waiting]:
    """Numbers of cases that wait for this person: ``mine``, ``unassigned``, ``gone`` (open) and ``again`` (closed,
    the leader could lead again). Empty for those who may see none.
    """
    if not user.has_perm(Permission.WORK_ON_CASES):
        return {}
    take_sight(user)
    return _open_cases(user)


def lines_of_cases(summary: Mapping[str, Waiting]) -> list[Line]:
    """The lines of the home page."""
    if not summary:
        return []
    address = reverse("leadership:cases")
    return [
        Line(
            title,
            address + query,
            since=localdate(summary[name].since),
        )
        for name, title, query in _lines(*(summary[name].number for name in ("mine", "unassigned", "gone")))
        if summary[name].number
    ]


class Waiting(NamedTuple):
    number: int
    since: datetime | None


def _open_cases(user: User) -> dict[str, Waiting]:
    """What waits in open cases that a person sees.

    Whoever sees every case sees kept counts: no case is read but the oldest.
    """
    if not user.has_perm(Permission.VIEW_ALL_CASES):
        which = _which(user)
        numbers = {f"{name}_count": Count("pk", filter=condition) for name, condition in which.items()}
        oldest = {f"{name}_since": Min(SINCE[name], filter=condition) for name, condition in which.items()}
        again = Q(pk__in=_raised().values("case_id"))
        cases = cases_for(user).filter(Q(closed_at=None) | again)
        found = cases.order_by().aggregate(**numbers, **oldest, again=Count("pk", filter=again))
        waiting = {name: Waiting(found[f"{name}_count"], found[f"{name}_since"]) for name in which}
        return {**waiting, "again": Waiting(found["again"], None)}
    rows = _all_open_cases(user=user)
    number = {
        "mine": sum(row["number"] for row in rows if row["assigned_to_id"] == user.pk),
        "unassigned": sum(row["number"] for row in rows if row["assigned_to_id"] is None),
        "gone": sum(row["number"] for row in rows if row["finds_nothing"]),
    }
    waiting = {name: Waiting(number[name], rows[0][f"{name}_since"] if rows else None) for name in SINCE}
    raised = rows[0]["again"] if rows else 0  # where no case is open, the list of cases tells it
    return {**waiting, "again": Waiting(raised or 0, None)}


def _raised() -> QuerySet[Reinstatement]:
    """Leaders of closed cases who could lead again: nobody has decided yet."""
    return Reinstatement.objects.filter(decided_at=None)


#: Which open cases wait for what: the column that says since when.
SINCE = {"mine": "opened_at", "unassigned": "opened_at", "gone": "nothing_found_since"}


def _which(user: User) -> dict[str, Q]:
    return {
        "mine": Q(assigned_to=user, closed_at=None),
        "unassigned": Q(assigned_to=None, closed_at=None),
        "gone": Q(nothing_found_since__isnull=False, closed_at=None),
    }


@prepared
def _all_open_cases(user: User) -> QuerySet[Any]:
    """For whoever may see every case, which is asked before."""
    cases = LeadershipCase.objects.filter(closed_at=None)
    first = {
        f"{name}_since": Subquery(_oldest(cases.filter(condition), SINCE[name]))
        for name, condition in _which(user).items()
    }
    raised = _raised().filter(case__assigned_to=user).order_by().values("authority").annotate(n=Count("pk"))
    first["again"] = Subquery(raised.values("n"))
    return open_case_counts().annotate(**first).values("assigned_to_id", "finds_nothing", "number", *first)


def _oldest(cases: QuerySet[LeadershipCase], moment: str) -> QuerySet[Any]:
    """When the case that has waited longest began to wait."""
    return cases.order_by(moment).values(moment)[:1]


def _lines(mine: int, unassigned: int, gone: int) -> list[tuple[str, str, str]]:
    """What may wait, in words, and where it is listed."""
    words = (
        (
            "mine",
            mine,
            ngettext(
                "%(n)d leadership case is assigned to you", "%(n)d leadership cases are assigned to you", mine
            ),
            "?assigned=me",
        ),
        (
            "unassigned",
            unassigned,
            ngettext(
                "%(n)d leadership case is not assigned", "%(n)d leadership cases are not assigned", unassigned
            ),
            "?assigned=nobody",
        ),
        (
            "gone",
            gone,
            ngettext(
                "The check no longer finds anything in %(n)d leadership case",
                "The check no longer finds anything in %(n)d leadership cases",
                gone,
            ),
            "?found=nothing",
        ),
    )
    return [(name, title % {"n": count}, query) for name, count, title, query in words]
