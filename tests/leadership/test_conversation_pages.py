"""L3: the pages of the conversation as an officer and a manager use them."""

from __future__ import annotations

from collections.abc import Callable
from datetime import timedelta

import pytest
from django.test import Client
from django.utils import timezone

from accounts.models import Authority, User
from collaborations.models import Collaboration
from core.scoping import authority_scope
from leadership.models.cases import LeadershipCase
from leadership.models.steps import PossibleSuccessor
from leadership.rules.stages import Stage
from leadership.selectors.sight import every_case
from leadership.services.cases import assign_case, close_case
from memberships.models.members import LeaderAppointment, Membership, SettingRole
from memberships.services.counts import settle_counts
from tests.cast import person
from tests.factories.conversation import AwayFactory, ReinstatementFactory
from tests.factories.leadership import LeadershipCaseFactory
from tests.factories.memberships import LeaderAppointmentFactory, MembershipFactory, SettingRoleFactory
from tests.factories.ofsted import InspectionFactory, LeadingPolicyFactory
from tests.staging import staged

Browse = Callable[..., Client]
LIST = "/larkshire/leadership/"


@staged
def given(larkshire: Authority, amina: User, maya: User) -> LeadershipCase:
    """Lena's case, assigned to Amina; Mo works at another member setting."""
    lena, mo = person(larkshire, "Lena Field"), person(larkshire, "Mo Sharif")
    with authority_scope(larkshire), every_case():
        appointment = LeaderAppointmentFactory(
            user=lena,
            membership__provider__name="Willow Nursery",
            membership__provider__telephone="01632 960111",
        )
        inspection = InspectionFactory(provider=appointment.membership.provider, overall=3)
        other = MembershipFactory(collaboration=appointment.membership.collaboration)
        SettingRoleFactory(provider=other.provider, user=mo)
        case = LeadershipCaseFactory(
            appointment=appointment, inspection=inspection, policy=LeadingPolicyFactory(version=1)
        )
        return assign_case(case_id=case.pk, officer=amina, by=maya, at=timezone.now())


def day(name: str, ago: int = 0) -> dict[str, str]:
    when = timezone.localdate() - timedelta(days=ago)
    return {f"{name}_day": str(when.day), f"{name}_month": str(when.month), f"{name}_year": str(when.year)}


def text(client: Client, address: str) -> str:
    page = client.get(address)
    assert page.status_code == 200
    return page.content.decode()


def test_l3_an_officer_goes_through_the_conversation_page_by_page(
    given: LeadershipCase, larkshire: Authority, amina: User, browse: Browse
) -> None:
    client, home = browse(amina), f"{LIST}{given.pk}/"
    page = text(client, home)
    assert "Talk to the leader" in page
    assert "tel:01632960111" in page
    assert "Do this by" in page
    sent = {
        **day("on_day"),
        "channel": "telephone",
        "agreed": "We talk on Monday",
        "words": "Calm",
        "preference": "later",
    }
    page = client.post(f"{home}contact/", {**sent, "agreed": ""}).content.decode()
    assert "Answer the question “What did you agree?”" in page
    assert "Calm" in page
    page = client.post(f"{home}contact/", sent, follow=True).content.decode()
    assert "The leader can read what you agreed." in page
    assert "Offer support" in page
    assert "We talk on Monday" in page
    page = client.post(
        f"{home}support/", {"kind": "visit", **day("offered_on"), "answer": "yes"}, follow=True
    ).content.decode()
    assert "Write to the leader" in page
    assert "Visit to the setting" in page
    with authority_scope(larkshire), every_case():
        LeadershipCase.objects.update(stage=Stage.SUCCESSION)
    assert "Talk over who leads next" in text(client, home)
    page = client.post(f"{home}succession/", {**sent, "agreed": "Perhaps Mo"}, follow=True).content.decode()
    assert "Think of who could lead" in page


def test_l3_somebody_is_found_by_a_search_noted_and_asked(
    given: LeadershipCase, larkshire: Authority, amina: User, browse: Browse
) -> None:
    client, home = browse(amina), f"{LIST}{given.pk}/"
    assert "Mo Sharif" in text(client, f"{home}succession/add/?q=sharif")
    page = text(client, f"{home}succession/add/?q=zebra")
    assert "Nobody of the collaboration is found by these words" in page
    with authority_scope(larkshire), every_case():
        role = SettingRole.objects.get(user__full_name="Mo Sharif")
        member = Membership.objects.get(provider=role.provider)
    page = client.post(f"{home}succession/add/", {"who": f"{member.pk}-{role.user_id}"}, follow=True)
    assert "Noted in this case. Nobody is told." in page.content.decode()
    with authority_scope(larkshire), every_case():
        row = PossibleSuccessor.objects.get()
    asked = {**day("contacted_on"), "answer": "yes"}
    page = client.post(f"{home}succession/{row.pk}/", asked).content.decode()
    assert "Talk it over with the leader first" in page
    assert "was not asked" in text(client, f"{home}succession/{row.pk}/remove/")
    assert "Leading policy today" not in page  # nobody is to be rung yet
    with authority_scope(larkshire), every_case():
        LeadershipCase.objects.update(stage=Stage.SUCCESSION)
    client.post(f"{home}succession/", {**day("on_day"), "channel": "telephone", "agreed": "We ask Mo."})
    page = text(client, f"{home}succession/{row.pk}/")
    for said in ("Leading policy today: ", "mailto:mo@larkshire.example", "Mo Sharif"):
        assert said in page, said


def test_l3_a_leader_may_stay_with_words(
    given: LeadershipCase, larkshire: Authority, amina: User, browse: Browse
) -> None:
    with authority_scope(larkshire), every_case():
        LeadershipCase.objects.update(stage=Stage.LETTER, told_leader_at=timezone.now())
    client, home = browse(amina), f"{LIST}{given.pk}/"
    assert "Why does the leader stay?" in client.post(f"{home}stays/", day("on_day")).content.decode()
    page = client.post(f"{home}stays/", {**day("on_day"), "words": "The members wish it"}, follow=True)
    assert "Say what changes, and close the case" in page.content.decode()
    page = client.post(
        f"{home}decide/", {"outcome": "stays", "words": "Agreed"}, follow=True
    ).content.decode()
    assert "The leader stays, without some of the support" in page


def test_l3_the_manager_sees_who_is_free_and_hands_over(
    given: LeadershipCase, larkshire: Authority, maya: User, amina: User, browse: Browse
) -> None:
    with authority_scope(larkshire):
        AwayFactory(user=maya, by=maya, ends_on=timezone.localdate() + timedelta(days=3))
    client, home = browse(maya), f"{LIST}{given.pk}/"
    page = text(client, f"{home}assign/")
    assert "1 open case" in page
    assert "Away until" in page
    page = text(client, f"{home}hand-over/")
    assert "What should they know?" in page
    page = client.post(f"{home}hand-over/", {"officer": maya.pk, "words": "x"}).content.decode()
    assert "is away until" in page
    assert browse(amina).get(f"{home}hand-over/").status_code == 403


def test_l3_time_away_and_days_are_kept(maya: User, amina: User, browse: Browse) -> None:
    client = browse(amina)
    assert "No time away is noted" in text(client, f"{LIST}away/")
    ahead = {**day("starts_on", -1), **day("ends_on", -3)}
    page = client.post(f"{LIST}away/add/{amina.pk}/", ahead, follow=True).content.decode()
    assert "Amina Yusuf" in page
    wrong = {**day("starts_on", -9), **day("ends_on", -5)}
    assert (
        "same as or after the first day" in client.post(f"{LIST}away/add/{amina.pk}/", wrong).content.decode()
    )
    assert client.get(f"{LIST}away/add/{maya.pk}/").status_code == 403
    days = {"contact_days": 3, "support_days": 4, "letter_days": 5, "succession_days": 30, "remind_days": 1}
    manager = browse(maya)
    assert "Amina Yusuf" in text(manager, f"{LIST}away/")
    assert "The days are saved" in manager.post(f"{LIST}days/", days, follow=True).content.decode()
    assert 'value="30"' in text(manager, f"{LIST}days/")


def test_l3_late_steps_and_leading_again_are_lines_of_home_for_those_who_see_the_case(
    given: LeadershipCase, larkshire: Authority, amina: User, maya: User, fred: User, browse: Browse
) -> None:
    with authority_scope(larkshire), every_case():
        LeadershipCase.objects.update(stage_since=timezone.localdate() - timedelta(days=60))
        ended = LeadershipCaseFactory(
            appointment=given.appointment,
            closed_at=timezone.now(),
            outcome="succeeded",
            closed_by=maya,
            assigned_to=maya,
        )
        ReinstatementFactory(case=ended)
    assert "1 leadership case waits for its next step" in text(browse(amina), "/larkshire/")
    page = text(browse(maya), "/larkshire/")
    assert "Talk with 1 person about leading again" in page
    assert "leading again" not in text(browse(fred), "/larkshire/")
    client, home = browse(maya), f"{LIST}{ended.pk}/"
    assert "Talk about leading again" in text(client, home)
    assert "Overdue" in text(client, LIST)
    said = {**day("discussed_on"), "decision": "no", "words": "They would rather not"}
    page = client.post(f"{home}again/", said, follow=True).content.decode()
    assert "does not lead again" in page
    assert client.get(f"{home}again/").status_code == 404


@pytest.mark.parametrize("who", ["fred", "quinn", "sam", "otto"])
def test_l3_to_others_no_step_exists(
    given: LeadershipCase, who: str, browse: Browse, request: pytest.FixtureRequest
) -> None:
    client = browse(request.getfixturevalue(who))
    for step in (
        "contact",
        "talk",
        "support",
        "succession",
        "succession/add",
        "stepped-down",
        "stays",
        "again",
    ):
        assert client.get(f"{LIST}{given.pk}/{step}/").status_code == 404


def test_l3_after_closing_home_says_that_nobody_leads_from_public_facts(
    given: LeadershipCase, larkshire: Authority, maya: User, browse: Browse
) -> None:
    """The task of finding a leader is no part of the case: it stays on home whoever closed what."""
    with authority_scope(larkshire), every_case():
        Collaboration.objects.update(state="active")
        LeaderAppointment.objects.update(ends_on=timezone.localdate())
        close_case(case_id=given.pk, outcome="stopped", words="x", by=maya, at=timezone.now())
        settle_counts()
        group = Collaboration.objects.get().pk
    assert "1 collaboration has no leader" in text(browse(maya), "/larkshire/")
    assert "Nobody leads" in text(browse(maya), f"/larkshire/collaborations/{group}/")
