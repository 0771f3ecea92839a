"""L3: towards its end a case's page offers one next step with one button, and closing it is offered once."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest
from django.test import Client
from django.utils import timezone

from accounts.models import Authority, User
from core.scoping import authority_scope
from leadership.models.cases import LeadershipCase
from leadership.models.steps import PossibleSuccessor
from leadership.rules.steps import StepKind
from leadership.selectors.sight import every_case
from leadership.services.cases import assign_case
from memberships.models.members import LeaderAppointment
from tests.factories.conversation import CaseStepFactory, PossibleSuccessorFactory
from tests.factories.groups import Group
from tests.factories.leadership import LeadershipCaseFactory, SupportSwitchFactory
from tests.factories.memberships import LeaderAppointmentFactory
from tests.staging import staged

pytestmark = pytest.mark.django_db
Browse = Callable[..., Client]


@staged
def case(larkshire: Authority, led: Group, amina: User, maya: User) -> LeadershipCase:
    """Published, talked over, and Mo was asked and said yes. Amina has it."""
    with authority_scope(larkshire), every_case():
        case = LeadershipCaseFactory(appointment=LeaderAppointment.objects.get(user=led.lena))
        assign_case(case_id=case.pk, officer=amina, by=maya, at=timezone.now())
        CaseStepFactory(case=case, by=amina, kind=StepKind.SUCCESSION)
        today = timezone.localdate()
        PossibleSuccessorFactory(
            case=case,
            membership=led.bluebells,
            user=led.mo,
            noted_by=amina,
            contacted_on=today,
            contacted_by=amina,
            answer="yes",
        )
    return case


def shown(case: LeadershipCase, who: Client, **facts: Any) -> str:
    with authority_scope(case.authority_id), every_case():
        LeadershipCase.objects.filter(pk=case.pk).update(**facts)
    return " ".join(who.get(f"/larkshire/leadership/{case.pk}/").content.decode().split())


def test_l3_the_next_leader_is_appointed_and_then_the_leaders_time_is_ended(
    case: LeadershipCase, led: Group, amina: User, browse: Browse, larkshire: Authority
) -> None:
    page = shown(case, browse(amina), stage="succession")
    assert "Appoint the next leader" in page
    assert page.index("Who might lead next") < page.index("You can also")
    with authority_scope(larkshire):
        LeaderAppointmentFactory(user=led.mo, membership=led.bluebells)
    page = shown(case, browse(amina), stage="succession")
    assert "Appoint the next leader" not in page
    assert f"/leaders/{case.appointment_id}/end/" in page.split("Next step")[1].split("</section>")[0]


def test_l3_somebody_who_said_no_leads_and_is_not_the_next_leader(
    case: LeadershipCase, led: Group, amina: User, browse: Browse, larkshire: Authority
) -> None:
    with authority_scope(larkshire), every_case():
        LeaderAppointmentFactory(user=led.mo, membership=led.bluebells)
        PossibleSuccessor.objects.update(answer="no")
    assert "Ask who could lead" in shown(case, browse(amina), stage="succession")


def test_l3_where_the_leader_stays_the_support_is_decided_on_and_then_it_is_closed(
    case: LeadershipCase, led: Group, amina: User, browse: Browse, larkshire: Authority
) -> None:
    page = shown(case, browse(amina), stage="stays")
    assert "Decide which support pauses" in page
    assert (page.count(f"/{case.pk}/switches/"), page.count(f"/{case.pk}/decide/")) == (1, 1)
    with authority_scope(larkshire), every_case():
        SupportSwitchFactory(collaboration=led.collaboration, by=amina)
    page = shown(case, browse(amina), stage="stays")
    assert "Decide which support pauses" not in page
    assert "It can come back on any day." in page
    assert (page.count(f"/{case.pk}/switches/"), page.count(f"/{case.pk}/decide/")) == (1, 1)


def test_l2_after_a_new_judgement_the_leader_is_told_and_the_case_closed(
    case: LeadershipCase, amina: User, browse: Browse
) -> None:
    page = shown(case, browse(amina), stage="support", nothing_found_since=timezone.now())
    assert "Tell the leader, and close the case" in page
    assert page.count(f"/{case.pk}/decide/") == 1
