"""The conversation of a leadership case for tests, past the services. Rows are made in the authority in scope."""

from __future__ import annotations

from datetime import UTC, date, datetime
from typing import Any

import factory
from django.db import models
from factory.django import DjangoModelFactory

from accounts.models import User
from leadership.models.cases import LeadershipCase
from leadership.models.steps import CaseStep, CaseSupport, PossibleSuccessor, Reinstatement
from leadership.models.support import Away
from leadership.rules.cases import Outcome
from leadership.rules.steps import Channel, StepKind, SupportKind
from leadership.selectors.sight import every_case
from tests.factories.leadership import CaseGrantFactory, LeadershipCaseFactory
from tests.factories.memberships import LeaderAppointmentFactory, MembershipFactory

AT = datetime(2026, 7, 1, 9, tzinfo=UTC)


class CaseStepFactory(DjangoModelFactory[CaseStep]):
    """``case`` and ``by`` are to be given."""

    class Meta:
        model = CaseStep

    kind = StepKind.CONTACT
    on_day = date(2026, 6, 30)
    channel = Channel.TELEPHONE
    agreed = "We talk again next week"
    words = "They were calm"
    at = AT


class CaseSupportFactory(DjangoModelFactory[CaseSupport]):
    """``case`` and ``by`` are to be given."""

    class Meta:
        model = CaseSupport

    kind = SupportKind.VISIT
    offered_on = date(2026, 6, 30)
    at = AT


class PossibleSuccessorFactory(DjangoModelFactory[PossibleSuccessor]):
    """``case``, ``membership`` and ``noted_by`` are to be given."""

    class Meta:
        model = PossibleSuccessor

    noted_at = AT


class ReinstatementFactory(DjangoModelFactory[Reinstatement]):
    """``case`` is to be given."""

    class Meta:
        model = Reinstatement

    raised_at = AT


class AwayFactory(DjangoModelFactory[Away]):
    """``user`` and ``by`` are to be given."""

    class Meta:
        model = Away

    starts_on = date(2026, 1, 1)
    ends_on = factory.LazyAttribute(lambda away: date(2036, 1, 1))
    at = AT


@every_case()
def conversation_rows(case: LeadershipCase, people: dict[str, User]) -> dict[str, Any]:
    """An entry, support, a possible successor and time away; and a closed case whose leader could lead again."""
    manager, reader = people["manager"], people["second officer"]
    group = case.appointment.membership.collaboration
    successor = MembershipFactory(collaboration=group)
    ended = LeadershipCaseFactory(
        appointment=LeaderAppointmentFactory(user=people["auditor"], ends_on=date(2026, 6, 30)),
        closed_at=AT,
        closed_by=manager,
        assigned_to=manager,
        outcome=Outcome.SUCCEEDED,
    )
    CaseGrantFactory(content_object=ended, user=reader, is_exceptional=True)
    rows: dict[str, models.Model] = {
        "case step": CaseStepFactory(
            case=case, by=manager, words=f"{group.name}: calm", agreed=f"{group.name}: talk"
        ),
        "case support": CaseSupportFactory(case=case, by=manager),
        "possible successor": PossibleSuccessorFactory(case=case, membership=successor, noted_by=manager),
        "ended case": ended,
        "time away": AwayFactory(user=reader, by=manager),
    }
    ReinstatementFactory(case=ended)
    return rows
