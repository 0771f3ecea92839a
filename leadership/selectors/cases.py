"""Reads about leadership cases.

Everything starts from ``cases_for``: to whoever may not see a case, it does not exist.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from django.db.models import Q, QuerySet
from django.utils import timezone
from django.utils.translation import gettext as _

from accounts.models import User
from accounts.permissions import Permission
from accounts.roles import ROLES, Role
from accounts.selectors import people_with_role
from audit.models import Entry
from audit.rules.actions import Action
from core.counts import stored_total
from core.forms.searched import MAX_OFFERED
from core.wording import time_in_words
from leadership.models.cases import CaseGrant, LeadershipCase, OpenCaseCount, Sweep, UnpublishedOutcome
from leadership.rules.cases import Finding
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
SEEING_ROLES = tuple(role for role in Role if Permission.VIEW_ALL_CASES in ROLES[role].permissions)
ASSIGNING_ROLES = tuple(role for role in Role if Permission.ASSIGN_CASES in ROLES[role].permissions)


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


def people_to_share_with(case: LeadershipCase, *, on: date) -> QuerySet[User]:
    """Who could be let in by name on a day: nobody who sees the case anyway."""
    sees_all = people_with_role(*SEEING_ROLES, on=on).values("pk")
    there = [case.assigned_to_id, *(reader.pk for reader in named_readers(case))]
    people = people_to_assign(on=on).exclude(pk__in=sees_all)
    return people.exclude(pk__in=[user_id for user_id in there if user_id is not None])


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


def entries_of(case: LeadershipCase) -> QuerySet[Entry]:
    """All that the audit log holds of the case, newest first, for those who see it."""
    return Entry.objects.filter(about_type=CASE, about_id=case.pk).order_by("-at", "-pk")


def deeds_in(entries: Iterable[Entry]) -> list[Entry]:
    """What happened to the case, without who has opened it."""
    return [entry for entry in entries if entry.action != Action.CASE_READ]


@dataclass(frozen=True, slots=True)
class Openings:
    """When one person opened pages of a case, or the leader's page of it, on one day: each time in words."""

    person: str
    on: date
    times: tuple[str, ...]


def openings_in(entries: Iterable[Entry]) -> list[Openings]:
    """Who has opened the case, by person and day, the newest first. Several pages in a minute are one time."""
    opened: dict[tuple[date, int | None], tuple[str, list[str]]] = {}
    for entry in entries:
        if entry.action != Action.CASE_READ:
            continue
        _name, times = opened.setdefault((timezone.localdate(entry.at), entry.by_id), (entry.by_name, []))
        if (time := time_in_words(entry.at)) not in times:
            times.insert(0, time)
    return [Openings(name, on, tuple(times)) for (on, _by), (name, times) in opened.items()]


def last_sweep() -> Sweep | None:
    """The newest check of all leaders."""
    return Sweep.objects.order_by("-at", "-pk").first()


def opened_by(sweep: Sweep) -> QuerySet[LeadershipCase]:
    """The cases that a check has opened."""
    return LeadershipCase.objects.filter(opened_at=sweep.at, opened_by=None)


def by_assignment(cases: QuerySet[LeadershipCase], value: str, *, user: User) -> QuerySet[LeadershipCase]:
    """Narrowed to ``me``, ``nobody`` or one officer's id."""
    if value == "me":
        return cases.filter(assigned_to=user)
    return cases.filter(Q(assigned_to=None) if value == "nobody" else Q(assigned_to_id=int(value)))
