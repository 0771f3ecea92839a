"""Checks and leadership cases for tests. Rows are made in the authority in scope; people are to be given."""

from __future__ import annotations

from datetime import UTC, date, datetime
from typing import Any

import factory
from factory.django import DjangoModelFactory

from leadership.models.cases import CaseGrant, LeadershipCase, Sweep, UnpublishedOutcome
from leadership.models.support import SupportSwitch
from leadership.rules.support import Switch
from leadership.selectors.sight import every_case
from tests.factories.memberships import LeaderAppointmentFactory

NIGHT = datetime(2026, 7, 1, 1, 15, tzinfo=UTC)


class SeenFactory(DjangoModelFactory[Any]):
    """Rows of cases are made by the product's own work."""

    class Meta:
        abstract = True

    @classmethod
    def _create(cls, model_class: type[Any], *args: Any, **kwargs: Any) -> Any:
        with every_case():
            return super()._create(model_class, *args, **kwargs)


class SweepFactory(DjangoModelFactory[Sweep]):
    class Meta:
        model = Sweep

    slot = factory.Sequence(lambda number: f"night-{number}")
    at = NIGHT


class LeadershipCaseFactory(SeenFactory):
    """An open case. ``appointment`` or ``appointment__user`` is to be given."""

    class Meta:
        model = LeadershipCase

    appointment = factory.SubFactory(LeaderAppointmentFactory)
    ground = LeadershipCase.Ground.BELOW_LINE
    reason = (
        "Requires improvement at the inspection of 12 May 2024, published 14 June 2024; leading policy"
        " version 1"
    )
    opened_at = NIGHT
    stage = factory.LazyAttribute(lambda case: "closed" if getattr(case, "closed_at", None) else "opened")
    stage_since = factory.LazyAttribute(lambda case: case.opened_at.date())


class UnpublishedOutcomeFactory(SeenFactory):
    """``case`` and ``recorded_by`` are to be given."""

    class Meta:
        model = UnpublishedOutcome

    inspected_on = date(2026, 6, 20)
    outcome = "Told at the feedback meeting"
    recorded_at = NIGHT


class SupportSwitchFactory(DjangoModelFactory[SupportSwitch]):
    """Support switched off. ``collaboration`` and ``by`` are to be given."""

    class Meta:
        model = SupportSwitch

    kind = Switch.FACILITATION
    off_on = date(2026, 7, 1)
    at = NIGHT


class CaseGrantFactory(SeenFactory):
    """``content_object`` and ``user`` are to be given."""

    class Meta:
        model = CaseGrant

    starts_on = date(2025, 1, 1)

    @factory.lazy_attribute
    def permission(self) -> Any:
        from django.contrib.auth.models import Permission

        return Permission.objects.get(content_type__app_label="leadership", codename="view_leadershipcase")
