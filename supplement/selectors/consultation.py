"""Reads of consultations on a scheme (S2): which groups are asked, who answered what, and who did not."""

from __future__ import annotations

from datetime import date
from typing import Any

from django.db.models import Count, Exists, OuterRef, QuerySet

from accounts.models import can_work
from collaborations.models import Collaboration
from collaborations.rules import LED
from memberships.models.members import LeaderAppointment
from memberships.selectors.days import leads_on
from supplement.models.consultation import SchemeAnswer, SchemeConsultation
from supplement.models.schemes import Scheme
from supplement.rules.scheme_states import Opinion, SchemeState


def leading(*, on: date) -> QuerySet[Any]:
    """Appointments of everybody who leads a group that works, on a day."""
    return LeaderAppointment.objects.filter(
        leads_on(on), can_work(), membership__collaboration__state__in=LED
    )


def groups_with_leaders(*, on: date) -> QuerySet[Collaboration]:
    """The groups that are asked: those that somebody leads on a day, by name."""
    leads = leading(on=on).filter(membership__collaboration=OuterRef("pk"))
    return Collaboration.objects.filter(Exists(leads)).order_by("name__in_order", "pk")


def consultations() -> QuerySet[SchemeConsultation]:
    """Every consultation, the latest first."""
    rows = SchemeConsultation.objects.select_related("scheme__authority", "asked_by", "changes_by")
    return rows.order_by("-asked_at", "-pk")


def consultation_by_id(consultation_id: int) -> SchemeConsultation | None:
    return consultations().filter(pk=consultation_id).first()


def consultation_of(scheme: Scheme) -> SchemeConsultation | None:
    return consultations().filter(scheme=scheme).first()


def consultations_running() -> QuerySet[SchemeConsultation]:
    """Of drafts that leaders were asked about and that are not approved yet, the latest first."""
    rows = SchemeConsultation.objects.select_related("scheme", "asked_by")
    return rows.filter(scheme__state=SchemeState.CONSULTED).order_by("-asked_at", "-pk")


def answers_to(consultation: SchemeConsultation) -> QuerySet[SchemeAnswer]:
    """By name of the group."""
    rows = SchemeAnswer.objects.filter(consultation=consultation).select_related("collaboration", "by")
    return rows.order_by("collaboration__name__in_order", "pk")


def answer_of(consultation: SchemeConsultation, collaboration_id: int) -> SchemeAnswer | None:
    rows = SchemeAnswer.objects.filter(consultation=consultation, collaboration_id=collaboration_id)
    return rows.select_related("by").first()


def opinions_in(consultation: SchemeConsultation) -> list[tuple[Opinion, int]]:
    """How many groups gave each answer."""
    rows = SchemeAnswer.objects.filter(consultation=consultation).order_by().values_list("opinion")
    numbers = dict(rows.annotate(number=Count("pk")))
    return [(opinion, numbers.get(opinion, 0)) for opinion in Opinion]


def groups_that_owe(consultation: SchemeConsultation, *, on: date) -> QuerySet[Collaboration]:
    """Groups with a leader today that have not answered, by name."""
    said = SchemeAnswer.objects.filter(consultation=consultation, collaboration=OuterRef("pk"))
    return groups_with_leaders(on=on).filter(~Exists(said))
