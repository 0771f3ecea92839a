"""The conversation of a leadership case in a real browser: each step, on a desktop and on a phone."""

from __future__ import annotations

from collections.abc import Callable
from datetime import timedelta
from typing import Any

import pytest
from django.utils import timezone

from accounts.models import Authority, User
from core.scoping import authority_scope
from leadership.models.cases import LeadershipCase
from leadership.rules.steps import StepKind
from leadership.selectors.sight import every_case
from leadership.services.cases import assign_case
from leadership.services.steps import Offer, Talk, offer_support, record_contact, record_talk
from leadership.services.succession import note_successor
from tests.browser.conftest import Look
from tests.cast import person
from tests.factories.conversation import AwayFactory, ReinstatementFactory
from tests.factories.leadership import LeadershipCaseFactory
from tests.factories.memberships import LeaderAppointmentFactory, MembershipFactory, SettingRoleFactory
from tests.factories.ofsted import InspectionFactory, LeadingPolicyFactory

pytestmark = pytest.mark.django_db(transaction=True)
LIST = "/larkshire/leadership/"


@pytest.fixture
def talked(larkshire: Authority, amina: User, maya: User) -> LeadershipCase:
    """A case in which much was talked over, somebody is noted, and a visit is planned."""
    lena, mo = person(larkshire, "Lena Field"), person(larkshire, "Mo Sharif")
    now, today = timezone.now(), timezone.localdate()
    with authority_scope(larkshire), every_case():
        leads = LeaderAppointmentFactory(
            user=lena,
            membership__provider__name="Willow Nursery and Pre-school at the Old Mill",
            membership__provider__telephone="01632 960111",
        )
        other = MembershipFactory(collaboration=leads.membership.collaboration)
        SettingRoleFactory(provider=other.provider, user=mo)
        case = LeadershipCaseFactory(
            appointment=leads,
            inspection=InspectionFactory(provider=leads.membership.provider, overall=3),
            policy=LeadingPolicyFactory(version=1),
        )
        how: dict[str, Any] = {"case_id": case.pk, "by": amina, "at": now}
        assign_case(case_id=case.pk, officer=amina, by=maya, at=now)
        talk = Talk(today, "telephone", "We meet at the setting next week.", "They were calm.", "together")
        record_contact(talk=talk, **how)
        offer = Offer("yes", planned_for=today + timedelta(days=7))
        offer_support(kind="visit", offered_on=today, offer=offer, **how)
        record_talk(talk=talk, kind=StepKind.SUCCESSION, **how)
        note_successor(membership=other, user_id=mo.pk, words="Led a project.", **how)
        AwayFactory(user=maya, by=maya)
        ended = LeadershipCaseFactory(
            appointment=leads, closed_at=now, outcome="succeeded", outcome_words="Thank you", closed_by=maya
        )
        ReinstatementFactory(case=ended)
    return case


def test_an_officer_reads_each_step(
    look: Look, sign_in: Callable[[Any], None], talked: LeadershipCase, amina: User
) -> None:
    sign_in(amina)
    home = f"{LIST}{talked.pk}/"
    look.at(home, "case-talk")
    for step in ("talk", "support", "succession", "succession/add", "stepped-down", "stays"):
        look.at(f"{home}{step}/", f"case-step-{step.replace('/', '-')}")
    with authority_scope(talked.authority_id), every_case():
        LeadershipCase.objects.filter(pk=talked.pk).update(stage="contact")
        successor, support = talked.successors.get(), talked.support.get()
    look.at(f"{home}contact/", "case-step-contact")
    look.at(f"{home}succession/{successor.pk}/", "case-step-asked")
    look.at(f"{home}support/{support.pk}/", "case-step-support-given")


def test_a_manager_reads_what_stands_around_the_cases(
    look: Look, sign_in: Callable[[Any], None], talked: LeadershipCase, maya: User
) -> None:
    sign_in(maya)
    look.at(LIST, "cases-by-day")
    look.at(f"{LIST}days/", "case-days")
    look.at(f"{LIST}away/", "case-away")
    look.at(f"{LIST}away/add/{maya.pk}/", "case-away-add")
    look.at(f"{LIST}{talked.pk}/hand-over/", "case-hand-over")
    with authority_scope(talked.authority_id), every_case():
        ended = LeadershipCase.objects.exclude(closed_at=None).get()
    look.at(f"{LIST}{ended.pk}/", "case-ended")
    look.at(f"{LIST}{ended.pk}/again/", "case-again")
