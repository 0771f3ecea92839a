"""Reads about the conversation of a case: what was done, what is possible, what comes next and by when (L3).

Whoever calls has the sight of cases (``leadership.selectors.sight``).
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from typing import Any

from django.db.models import (
    Case,
    Count,
    DateField,
    ExpressionWrapper,
    F,
    IntegerField,
    QuerySet,
    Subquery,
    Value,
    When,
)
from django.db.models.functions import Coalesce
from django.utils.timezone import localdate
from django.utils.translation import gettext as _

from accounts.models import User
from leadership.models.cases import LeadershipCase
from leadership.models.letters import CaseLetter
from leadership.models.steps import CaseStep, CaseSupport, LeaderWords, PossibleSuccessor, Reinstatement
from leadership.models.support import Away, StepDays
from leadership.rules import cases as case_rules
from leadership.rules.stages import Stage, Standing
from leadership.rules.steps import Answer, StepKind
from leadership.rules.support import SHIPPED_DAYS, SHIPPED_REMIND_DAYS
from memberships.models.members import LeaderAppointment, Membership
from memberships.selectors.contacts import contact_of
from memberships.selectors.days import leads_on
from memberships.selectors.leaders import people_by_setting
from memberships.selectors.person_contacts import contact_of as own_contact

FAR = date(9999, 12, 31)


# --- days ---------------------------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class Days:
    """Within how many days each step is to be done, and how long before the officer is reminded."""

    of_stage: Mapping[Stage, int]
    remind: int


def days_in_force() -> Days:
    """The authority's own numbers, or the shipped ones."""
    row = StepDays.objects.first()
    if row is None:
        return Days(SHIPPED_DAYS, SHIPPED_REMIND_DAYS)
    return Days({stage: getattr(row, column) for stage, column in OWN_DAYS.items()}, row.remind_days)


#: Of each stage with a number of days, the column of the authority's own.
OWN_DAYS = {
    Stage.CONTACT: "contact_days",
    Stage.SUPPORT: "support_days",
    Stage.LETTER: "letter_days",
    Stage.SUCCESSION: "succession_days",
}


def with_due_day(cases: QuerySet[LeadershipCase]) -> QuerySet[LeadershipCase]:
    """Each with ``due_on``, the day by which its step is to be done (None: it waits for somebody else), and
    ``due_in_order``, which sorts. The authority's own days are read in the same statement.
    """
    whens = []
    for stage, column in OWN_DAYS.items():
        own = Subquery(StepDays.objects.order_by().values(column)[:1])
        days = Coalesce(own, Value(SHIPPED_DAYS[stage]), output_field=IntegerField())
        day = ExpressionWrapper(F("stage_since") + days, output_field=DateField())
        whens.append(When(stage=stage, then=day))
    last = Value(FAR, output_field=DateField())
    return cases.annotate(
        due_on=Case(*whens, default=None, output_field=DateField()),
        due_in_order=Case(*whens, default=last, output_field=DateField()),
    )


# --- one case -----------------------------------------------------------------------------------------------


def leads_today(case: LeadershipCase, *, on: date) -> bool:
    return LeaderAppointment.objects.filter(leads_on(on), pk=case.appointment_id).exists()


def any_leads(case: LeadershipCase, people: list[int], *, on: date) -> bool:
    """Whether one of these people leads the case's collaboration on a day."""
    group = case.appointment.membership.collaboration_id
    rows = LeaderAppointment.objects.filter(leads_on(on), user__in=people, membership__collaboration=group)
    return bool(people) and rows.exists()


def is_published(case: LeadershipCase) -> bool:
    """Whether what the case is about is public (O6)."""
    return case_rules.is_published(case_rules.Ground(case.ground), case.published_on)


def standing_of(case: LeadershipCase, *, on: date) -> Standing:
    """The case as far as a move asks."""
    return Standing(
        stage=Stage(case.stage),
        is_published=is_published(case),
        still_leads=leads_today(case, on=on),
        has_talked=case.told_leader_at is not None,
        letter_sent=CaseLetter.objects.filter(case=case, sent_at__isnull=False).exists(),
    )


def steps_of(case: LeadershipCase) -> QuerySet[CaseStep]:
    """Every entry, the corrected ones too, the oldest first."""
    return CaseStep.objects.filter(case=case).select_related("by").order_by("on_day", "at", "pk")


def step_in(case: LeadershipCase, step_id: int) -> CaseStep | None:
    """An entry that may be corrected: one that no later entry has corrected yet."""
    rows = steps_of(case).filter(pk=step_id, corrected_by=None)
    return rows.exclude(kind__in=(StepKind.CLOSED, StepKind.HAND_OVER, StepKind.LETTER)).first()


def is_talked_over(case: LeadershipCase) -> bool:
    """Whether the succession was talked over with the leader."""
    return CaseStep.objects.filter(case=case, kind=StepKind.SUCCESSION).exists()


def support_of(case: LeadershipCase) -> QuerySet[CaseSupport]:
    return CaseSupport.objects.filter(case=case).select_related("by").order_by("offered_on", "pk")


def successors_of(case: LeadershipCase) -> QuerySet[PossibleSuccessor]:
    """Who might lead next, in the order of noting; nobody who was taken off."""
    rows = PossibleSuccessor.objects.filter(case=case, removed_at=None)
    return rows.select_related("user", "membership__provider", "noted_by").order_by("noted_at", "pk")


def possible_successors(case: LeadershipCase, *, on: date) -> list[tuple[str, str, str]]:
    """Who could be noted: people of the group's member settings, and a setting where no person is known.

    Each with a key ("membership" or "membership-person"), the name, and the setting. The leader is left out.
    """
    found = []
    leader = case.appointment.user_id
    for membership, roles in people_by_setting(case.appointment.membership.collaboration, on=on):
        setting = str(membership.provider)
        found += [
            (f"{membership.pk}-{role.user_id}", str(role.user), setting)
            for role in roles
            if role.user_id != leader
        ]
        if not roles:
            found.append((str(membership.pk), setting, _("Nobody of this setting can sign in yet")))
    return found


def chosen_successor(key: str, *, case: LeadershipCase) -> tuple[Membership, int | None]:
    """The membership and the person of a key that was offered."""
    membership, _dash, person = key.partition("-")
    group = case.appointment.membership.collaboration_id
    return Membership.objects.get(pk=int(membership), collaboration_id=group), int(person) if person else None


def letters_sent(case: LeadershipCase) -> QuerySet[CaseLetter]:
    return (
        CaseLetter.objects.filter(case=case, sent_at__isnull=False).select_related("sent_by").order_by("pk")
    )


def words_of_leader(case: LeadershipCase) -> QuerySet[LeaderWords]:
    return LeaderWords.objects.filter(case=case).select_related("by").order_by("at", "pk")


def reinstatement_of(case: LeadershipCase) -> Reinstatement | None:
    """The newest question whether the leader leads again; None where it was never raised."""
    return Reinstatement.objects.filter(case=case).order_by("-raised_at", "-pk").first()


@dataclass(frozen=True, slots=True)
class Reach:
    """How the leader is reached: read in the case, and told to the case's officer alone."""

    telephone: str
    email: str


def reach_of_leader(case: LeadershipCase, *, on: date) -> Reach:
    """The telephone that the person gave, else that of the setting; the email address of the account."""
    return _reach_of(case.appointment.user, case.appointment.membership, on=on)


def reach_of_successor(row: PossibleSuccessor, *, on: date) -> Reach:
    """How somebody who might lead next is reached; a setting of which no person is known by its own contact."""
    if row.user is not None:
        return _reach_of(row.user, row.membership, on=on)
    return Reach(row.membership.provider.telephone, "")


def _reach_of(person: User, membership: Membership, *, on: date) -> Reach:
    known = contact_of(person, on=on)
    telephone = own_contact(person).telephone or membership.provider.telephone
    return Reach(telephone or (known.telephone if known else ""), person.email)


# --- the timeline -------------------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class Past:
    """One thing that was done, as the timeline tells it: on ``day``, written down ``at``."""

    day: date
    at: datetime
    title: str
    by: str = ""
    details: tuple[tuple[str, str], ...] = ()
    correct_id: int | None = None
    is_corrected: bool = False


def timeline_of(steps: list[CaseStep], support: list[CaseSupport], words: list[LeaderWords]) -> list[Past]:
    """What was done in a case, the newest first; of one day what was written down last comes first."""
    corrected = {step.corrects_id for step in steps if step.corrects_id}
    past = [_of_step(step, step.pk in corrected) for step in steps]
    past += [_of_support(row) for row in support]
    past += [
        Past(localdate(row.at), row.at, _("Words of the leader"), str(row.by), (("", row.words),))
        for row in words
    ]
    return sorted(past, key=lambda one: (one.day, one.at))[::-1]


#: Entries that other deeds write themselves; they are not corrected by hand.
_FIXED = frozenset({StepKind.CLOSED, StepKind.HAND_OVER, StepKind.LETTER})


def _of_step(step: CaseStep, is_corrected: bool) -> Past:
    details = (
        (_("How"), step.get_channel_display() if step.channel else ""),
        (_("Agreed; the leader reads it too"), step.agreed),
        (_("How the members are told"), step.get_preference_display() if step.preference else ""),
        (_("Notes of the team"), step.words),
    )
    title = str(step)
    if step.corrects_id:
        title = _("%(what)s, corrected") % {"what": title}
    return Past(
        step.on_day,
        step.at,
        title,
        str(step.by),
        tuple((label, words) for label, words in details if words),
        None if is_corrected or step.kind in _FIXED else step.pk,
        is_corrected,
    )


def _of_support(row: CaseSupport) -> Past:
    details = [(_("Answer"), str(Answer(row.answer).label))]
    if row.words:
        details.append((_("Notes of the team"), row.words))
    title = _("Support offered: %(what)s") % {"what": str(row)}
    return Past(row.offered_on, row.at, title, str(row.by), tuple(details))


# --- who has time -------------------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class Load:
    """How much somebody has to do: open cases, and until when they are away (the last day)."""

    cases: int
    away_until: date | None


def loads_of(people: list[User], *, on: date) -> dict[int, Load]:
    """Of each of these people; two queries."""
    ids = [person.pk for person in people]
    counts = LeadershipCase.objects.filter(closed_at=None, assigned_to__in=ids).order_by()
    cases = dict(counts.values_list("assigned_to_id").annotate(Count("pk")))
    away = {row.user_id: row.ends_on - timedelta(days=1) for row in away_on(on).filter(user__in=ids)}
    return {person: Load(cases.get(person, 0), away.get(person)) for person in ids}


def away_on(day: date) -> QuerySet[Away]:
    return Away.objects.filter(starts_on__lte=day, ends_on__gt=day).order_by("ends_on", "pk")


def away_row(away_id: int) -> Away | None:
    return Away.objects.filter(pk=away_id).select_related("user").first()


def away_from(day: date, *, user: User | None = None) -> QuerySet[Away]:
    """Times away that are not over, of everybody or of one person."""
    rows = Away.objects.filter(ends_on__gt=day).select_related("user").order_by("starts_on", "pk")
    return rows if user is None else rows.filter(user=user)


# --- what is due --------------------------------------------------------------------------------------------


def due_cases(*, on: date) -> list[LeadershipCase]:
    """Open cases of somebody whose step is due soon, or was; each with ``due_on``."""
    days = days_in_force()
    cases: QuerySet[Any] = with_due_day(
        LeadershipCase.objects.filter(closed_at=None, assigned_to__isnull=False)
    )
    soon = on + timedelta(days=days.remind)
    return list(cases.filter(due_in_order__lte=soon).order_by("due_in_order", "pk"))


def to_talk_again(cases: QuerySet[LeadershipCase]) -> QuerySet[LeadershipCase]:
    """Those of the cases whose leader could lead again, where nothing is decided yet."""
    return cases.filter(pk__in=Reinstatement.objects.filter(decided_at=None).values("case_id"))


def stage_words(case: LeadershipCase) -> str:
    return str(Stage(case.stage).label)
