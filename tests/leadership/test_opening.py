"""O6: a case that an officer opens before publication, and the published judgement that joins it."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date, timedelta
from typing import Any

import pytest
from django.core.exceptions import ValidationError

from accounts.models import User
from leadership.models.cases import CaseGrant, LeadershipCase, UnpublishedOutcome
from leadership.rules.cases import Ground
from leadership.rules.stages import Stage
from leadership.services.opening import open_case
from memberships.models.members import LeaderAppointment
from tests.leadership.conftest import NOW, TODAY

pytestmark = pytest.mark.django_db
TOLD_ON = date(2026, 6, 20)


def told(leads: LeaderAppointment, by: User, **facts: Any) -> LeadershipCase:
    facts = {"inspected_on": TOLD_ON, "words": "Requires improvement, said at feedback", **facts}
    return open_case(appointment_id=leads.pk, by=by, at=NOW, **facts)


def test_o6_what_was_told_opens_a_case_that_is_the_openers(
    leads: LeaderAppointment, policy: Any, amina: User
) -> None:
    case = told(leads, amina)
    assert (case.ground, case.stage, case.assigned_to, case.opened_by) == (
        Ground.TOLD, Stage.CONTACT, amina, amina,
    )  # fmt: skip
    assert case.reason == ""
    assert UnpublishedOutcome.objects.get(case=case).inspected_on == TOLD_ON
    assert set(CaseGrant.objects.values_list("user", flat=True)) == {amina.pk}


def test_o6_another_reason_needs_no_inspection(leads: LeaderAppointment, policy: Any, amina: User) -> None:
    case = told(leads, amina, inspected_on=None, words="Asked to talk")
    assert (case.ground, case.reason) == (Ground.OTHER, "Asked to talk")
    assert not UnpublishedOutcome.objects.exists()


def test_o6_opened_twice_is_one_case(leads: LeaderAppointment, policy: Any, amina: User, maya: User) -> None:
    """What the second person was told is kept in it, and its list stays as it is."""
    first = told(leads, amina)
    assert told(leads, maya, words="Inadequate") == first
    assert LeadershipCase.objects.count() == 1
    assert UnpublishedOutcome.objects.filter(case=first).count() == 2
    assert set(CaseGrant.objects.values_list("user", flat=True)) == {amina.pk}


def test_o6_a_check_at_the_same_moment_leaves_one_case(
    leads: LeaderAppointment, policy: Any, amina: User, case: LeadershipCase, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The check commits its case between the look and the insert."""
    from leadership.services import opening

    real = opening._open_one
    calls: list[int] = []

    def look(one: LeaderAppointment) -> LeadershipCase | None:
        calls.append(one.pk)
        return None if len(calls) == 1 else real(one)

    monkeypatch.setattr(opening, "_open_one", look)
    assert told(leads, amina) == case
    assert len(calls) == 2


@pytest.mark.parametrize(
    ("facts", "field"),
    [({"inspected_on": TODAY + timedelta(days=1)}, "inspected_on"), ({"appointment_id": 0}, "leader")],
)
def test_o6_what_cannot_be_leaves_nothing(
    facts: dict[str, Any], field: str, leads: LeaderAppointment, policy: Any, amina: User
) -> None:
    given = {"appointment_id": leads.pk, "inspected_on": TOLD_ON, "words": "Said", **facts}
    with pytest.raises(ValidationError) as refused:
        open_case(**given, by=amina, at=NOW)
    assert field in refused.value.message_dict
    assert not LeadershipCase.objects.exists()


def test_o6_what_is_published_already_does_not_lift_the_embargo(
    leads: LeaderAppointment, policy: Any, amina: User, judged: Callable[..., Any], check: Any
) -> None:
    """A leader whose setting is below the line already, and about whose next inspection an officer was told."""
    judged(overall=3, inspected_on=date(2025, 5, 1), published_on=date(2025, 6, 1))
    case = told(leads, amina)
    check()
    case.refresh_from_db()
    assert (case.ground, case.published_on) == (Ground.TOLD, None)


def test_o6_the_published_judgement_joins_the_open_case(
    leads: LeaderAppointment, policy: Any, amina: User, judged: Callable[..., Any], check: Any
) -> None:
    case = told(leads, amina)
    check()
    case.refresh_from_db()
    assert (case.ground, case.published_on) == (Ground.TOLD, None)
    inspection = judged(overall=3, inspected_on=TOLD_ON, published_on=date(2026, 6, 30))
    check()
    check()
    case.refresh_from_db()
    assert LeadershipCase.objects.count() == 1
    assert (case.ground, case.inspection, case.published_on) == (
        Ground.BELOW_LINE, inspection, date(2026, 6, 30),
    )  # fmt: skip
    assert case.reason
