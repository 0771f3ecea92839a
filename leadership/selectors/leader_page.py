"""Reads of the leader's own page (L3): for the leader concerned, and for whom the leader lets read it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

from django.db.models import Exists, OuterRef, Q, QuerySet
from django.utils.translation import gettext_lazy

from accounts.models import User, holds_on
from accounts.selectors import current_authority, people_to_write_to
from core.mail import Contact
from leadership.models.cases import CaseGrant, LeadershipCase
from leadership.models.steps import CaseStep, LeaderWords
from leadership.models.support import StepDays
from leadership.rules.cases import Outcome
from leadership.rules.letters import LED, PAGE_KEPT
from leadership.rules.stages import Stage, due_on
from leadership.rules.support import SHIPPED_DAYS
from leadership.selectors.cases import READS_LEADERS_PAGE
from leadership.selectors.letters import steps_that_count
from leadership.selectors.sight import every_case
from memberships.models.members import SettingRole
from memberships.selectors.audience import people_of_any


def own_cases_of(user: User, *, on: date, at: datetime) -> QuerySet[LeadershipCase]:
    """The cases whose leader's page a person may read: the person's own since the first conversation, and
    those whose leader lets somebody of the own setting read them. The newest first.
    """
    works_there = SettingRole.objects.filter(
        holds_on(on), user=user, provider=OuterRef("content_object__appointment__membership__provider")
    )
    let_in = CaseGrant.objects.filter(Exists(works_there), user=user, permission__codename=READS_LEADERS_PAGE)
    cases = LeadershipCase.objects.filter(
        Q(closed_at=None) | Q(closed_at__gt=at - PAGE_KEPT), told_leader_at__isnull=False
    )
    return cases.filter(
        Q(appointment__user=user) | Q(pk__in=let_in.order_by().values("content_object_id"))
    ).order_by("-opened_at", "-pk")


def own_case_for(user: User, case_id: int, *, on: date, at: datetime) -> LeadershipCase | None:
    """One of them, or None: to everybody else it does not exist."""
    rows = own_cases_of(user, on=on, at=at).select_related(
        "appointment__user",
        "appointment__membership__provider",
        "appointment__membership__collaboration",
        "assigned_to",
    )
    return rows.filter(pk=case_id).first()


def is_of(user: User, case: LeadershipCase) -> bool:
    """Whether it is the person's own case."""
    return case.appointment.user_id == user.pk


def page_grants(case: LeadershipCase) -> QuerySet[CaseGrant]:
    """The rows of those whom the leader lets read the page today, by name; never the leader's own."""
    rows = CaseGrant.objects.filter(
        content_object=case, permission__codename=READS_LEADERS_PAGE, is_exceptional=True
    )
    return (
        rows.exclude(user_id=case.appointment.user_id)
        .select_related("user", "permission")
        .order_by("user__full_name__in_order", "pk")
    )


def page_readers(case: LeadershipCase) -> list[User]:
    """They themselves. Who reads it is for all of them to see, whatever sight of cases each has."""
    with every_case():
        return [grant.user for grant in page_grants(case)]


def people_to_let_in(case: LeadershipCase, *, on: date) -> QuerySet[User]:
    """Who works at the leader's own setting on a day, but the leader and those who read the page already."""
    roles = SettingRole.objects.filter(holds_on(on), provider=case.appointment.membership.provider_id)
    people = people_to_write_to(people_of_any(roles).filter(invited_to=None).values("pk"))
    return people.exclude(pk=case.appointment.user_id).exclude(
        pk__in=[reader.pk for reader in page_readers(case)]
    )


def agreed_in(case: LeadershipCase) -> list[CaseStep]:
    """What was agreed, in its order; nothing else of a step is for the leader's page."""
    return [step for step in steps_that_count(case) if step.agreed]


def leaders_words_of(case: LeadershipCase) -> QuerySet[LeaderWords]:
    """What the leader has added, the first before."""
    return LeaderWords.objects.filter(case=case).select_related("by").order_by("at", "pk")


def team_contact(case: LeadershipCase, *, on: date) -> Contact:
    """Whom of the team to ring: the officer of the case, or the team."""
    authority, officer = current_authority(), case.assigned_to
    if officer is not None and people_to_write_to([officer.pk]).exists():
        return Contact(officer.full_name, officer.email, authority.contact_phone, of_team=True)
    return Contact(authority.team_name, authority.contact_email, authority.contact_phone, of_team=True)


#: What happens next, as the leader reads it.
_NEXT: Mapping[str, Any] = {
    Stage.OPENED: gettext_lazy("Somebody of the team will be in touch with you."),
    Stage.CONTACT: gettext_lazy("Somebody of the team will be in touch with you."),
    Stage.SUPPORT: gettext_lazy("We will talk with you about the support that would help you."),
    Stage.LETTER: gettext_lazy("We will send you a letter with what we agreed. You can read it here."),
    Stage.PUBLICATION: gettext_lazy(
        "We wait for Ofsted to publish the report. Until then nothing changes for the members."
    ),
    Stage.SUCCESSION: gettext_lazy(
        "We will talk with you about who could lead next, and about how the members are told."
    ),
    Stage.STEPPED_DOWN: gettext_lazy(
        "You have handed over. Thank you for all that you have done. We help the collaboration from here."
    ),
    Stage.STAYS: gettext_lazy(
        "You stay on as leader. You can step down at any time, and we will help you to hand over well."
    ),
}
#: Where things stand once it is finished, by how it ended.
_ENDED: Mapping[str, Any] = {
    Outcome.MAY_LEAD: gettext_lazy("You go on leading as before."),
    Outcome.NOT_NEEDED: gettext_lazy("There is nothing more to do."),
    Outcome.NEVER_PUBLISHED: gettext_lazy("Nothing changes for you or for the members."),
    Outcome.STAYS: _NEXT[Stage.STAYS],
    Outcome.SUCCEEDED: gettext_lazy("You have handed over. We help the collaboration from here."),
    Outcome.STOPPED: gettext_lazy("You have handed over. We help the collaboration from here."),
}


def has_led(case: LeadershipCase) -> bool:
    """Whether it ended with the leader leading no more."""
    return case.outcome in LED


@dataclass(frozen=True, slots=True)
class Next:
    """What happens next, in a sentence, and by when; None where that depends on others."""

    words: str
    due_on: date | None


def next_for(case: LeadershipCase) -> Next:
    own = StepDays.objects.first()
    days = SHIPPED_DAYS
    if own is not None:
        days = {
            Stage.CONTACT: own.contact_days,
            Stage.SUPPORT: own.support_days,
            Stage.LETTER: own.letter_days,
            Stage.SUCCESSION: own.succession_days,
        }
    words = _ENDED[case.outcome] if case.stage == Stage.CLOSED else _NEXT[case.stage]
    return Next(str(words), due_on(Stage(case.stage), case.stage_since, days))


def page_kept_until(case: LeadershipCase) -> datetime | None:
    """Until when the page of a closed case stays; None while it is open."""
    return case.closed_at + PAGE_KEPT if case.closed_at is not None else None
