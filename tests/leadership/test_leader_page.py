"""L3: the leader's own page: what stands on it, who reads it, words, readers, the line on home, its end."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date, timedelta

import pytest
from django.core.exceptions import ValidationError
from django.test import Client
from django.utils import timezone

from accounts.models import Authority, User
from audit.models import Entry
from audit.rules.actions import Action
from core.scoping import authority_scope
from leadership.models.cases import CaseGrant, LeadershipCase
from leadership.models.steps import CaseStep, CaseSupport, LeaderWords, PossibleSuccessor
from leadership.models.support import StepDays
from leadership.rules.letters import PAGE_KEPT
from leadership.selectors import leader_page as selectors
from leadership.selectors.sight import every_case
from leadership.services import leader_page as services
from leadership.services.cases import assign_case
from memberships.models.members import SettingRole
from tests.cast import person
from tests.factories.leadership import LeadershipCaseFactory
from tests.factories.letters import let_read_page
from tests.factories.memberships import LeaderAppointmentFactory, MembershipFactory, SettingRoleFactory
from tests.staging import staged

Browse = Callable[..., Client]
HOME = "/larkshire/"
LONG_AGO = date(2025, 1, 1)


@staged
def lena(larkshire: Authority) -> User:
    return person(larkshire, "Lena Field")


@staged
def leo(larkshire: Authority) -> User:
    """Leads beside Lena, from another setting."""
    return person(larkshire, "Leo Hill")


@staged
def dora(larkshire: Authority) -> User:
    """Works at Lena's setting."""
    return person(larkshire, "Dora Deputy")


@staged
def told(larkshire: Authority, lena: User, leo: User, dora: User, amina: User, maya: User) -> LeadershipCase:
    """Amina's case of Lena's, after the first conversation. Leo leads beside her, with a case of his own."""
    Authority.objects.filter(pk=larkshire.pk).update(contact_phone="01632 960000")
    now = timezone.now()
    with authority_scope(larkshire), every_case():
        leads = LeaderAppointmentFactory(user=lena, membership__provider__name="Willow Nursery")
        beside = LeaderAppointmentFactory(
            user=leo,
            membership=MembershipFactory(
                collaboration=leads.membership.collaboration, provider__name="Oak Barn"
            ),
        )
        SettingRoleFactory(provider=leads.membership.provider, user=dora, starts_on=LONG_AGO)
        cases = [LeadershipCaseFactory(appointment=each, ground="told") for each in (leads, beside)]
        for case in cases:
            assign_case(case_id=case.pk, officer=amina, by=maya, at=now)
            LeadershipCase.objects.filter(pk=case.pk).update(told_leader_at=now, stage="support")
            let_read_page(case, case.appointment.user, is_exceptional=False)
        case = cases[0]
        what = {"case": case, "kind": "contact", "on_day": timezone.localdate(), "by": amina, "at": now}
        CaseStep.objects.create(**what, words="Only for the team", agreed="We meet on Tuesday.")
        CaseSupport.objects.create(
            case=case, kind="visit", offered_on=timezone.localdate(), words="Inside", by=amina, at=now
        )
        PossibleSuccessor.objects.create(
            case=case, membership=beside.membership, user=leo, noted_at=now, noted_by=amina
        )
        case.refresh_from_db()
    return case


def page_of(case: LeadershipCase) -> str:
    return f"/larkshire/leadership/mine/{case.pk}/"


# --- what stands on it --------------------------------------------------------------------------------------


def test_l3_the_leader_reads_what_was_agreed_and_what_happens_next_and_no_more(
    told: LeadershipCase, lena: User, amina: User, browse: Browse
) -> None:
    page = browse(lena).get(page_of(told)).content.decode()
    for said in (
        "Thank you, Lena Field",
        "We meet on Tuesday.",
        "We will talk with you about the support",
        "We plan to do this by",
        "Visit to the setting, offered on",
        amina.email,
        "01632 960000",
    ):
        assert said in page, said
    for never in ("Only for the team", "Inside", "Leo Hill", "Oak Barn", told.reason, "Requires improvement"):
        assert never not in page, never


def test_l3_before_the_first_conversation_there_is_no_page_and_no_line(
    told: LeadershipCase, lena: User, browse: Browse
) -> None:
    with authority_scope(told.authority_id), every_case():
        LeadershipCase.objects.filter(pk=told.pk).update(told_leader_at=None)
    assert browse(lena).get(page_of(told)).status_code == 404
    assert "Something for you" not in browse(lena).get(HOME).content.decode()


def test_l3_joint_leaders_each_see_their_own_alone(
    told: LeadershipCase, lena: User, leo: User, browse: Browse
) -> None:
    with authority_scope(told.authority_id), every_case():
        other = LeadershipCase.objects.exclude(pk=told.pk).get()
    assert browse(lena).get(page_of(other)).status_code == browse(leo).get(page_of(told)).status_code == 404
    assert "Leo Hill" in browse(leo).get(page_of(other)).content.decode()


@pytest.mark.parametrize("who", ["maya", "amina", "fred", "quinn", "sam", "dora", "leo"])
def test_l3_to_everybody_else_the_page_does_not_exist(
    told: LeadershipCase, browse: Browse, who: str, request: pytest.FixtureRequest
) -> None:
    client = browse(request.getfixturevalue(who))
    for part in ("", "words/", "readers/add/", "letters/1/", "readers/1/remove/"):
        assert client.get(page_of(told) + part).status_code == 404
        assert client.post(page_of(told) + part).status_code >= 404
    if who not in {"leo"}:
        assert "Something for you" not in client.get(HOME).content.decode()


def test_l3_to_another_authority_and_without_sign_in_the_page_does_not_exist(
    told: LeadershipCase, otto: User, browse: Browse, client: Client
) -> None:
    assert browse(otto).get(page_of(told)).status_code == 404
    assert client.get(page_of(told)).status_code == 302


def test_l3_the_line_on_home_is_neutral_and_leads_there(
    told: LeadershipCase, lena: User, browse: Browse
) -> None:
    page = browse(lena).get(HOME).content.decode()
    assert "Something for you" in page
    assert page_of(told) in page
    browse(lena).get(page_of(told))
    again = browse(lena).get(HOME).content.decode()
    assert again.count(page_of(told)) == page.count(page_of(told))  # not among what was viewed last


def test_l3_the_days_are_the_authoritys_own(told: LeadershipCase, in_larkshire: Authority) -> None:
    with every_case():
        before = selectors.next_for(told).due_on
        StepDays.objects.create(
            contact_days=1, support_days=3, letter_days=1, succession_days=1, remind_days=1
        )
        after = selectors.next_for(told).due_on
    assert before == told.stage_since + timedelta(days=10)
    assert after == told.stage_since + timedelta(days=3)


def test_l3_the_page_of_a_closed_case_thanks_and_goes_after_ninety_days(
    told: LeadershipCase, lena: User, in_larkshire: Authority, browse: Browse
) -> None:
    now = timezone.now()
    closed = {"stage": "closed", "outcome": "succeeded", "closed_by": told.assigned_to}
    with every_case():
        LeadershipCase.objects.filter(pk=told.pk).update(**closed, closed_at=now)
    page = browse(lena).get(page_of(told)).content.decode()
    assert "for all that you have done" in page
    assert "You can read this page until" in page
    assert "Add your own words" not in page
    with pytest.raises(ValidationError, match="finished"):
        services.add_words(case_id=told.pk, words="More", by=lena, at=now)
    with every_case():
        LeadershipCase.objects.filter(pk=told.pk).update(closed_at=now - PAGE_KEPT)
    assert browse(lena).get(page_of(told)).status_code == 404


@pytest.mark.parametrize(
    ("outcome", "thanks", "stands"),
    [
        ("stopped", "all that you have done for", "You have handed over."),
        ("stays", "all that you do for", "You stay on as leader."),
        ("may_lead", "all that you do for", "You go on leading as before."),
        ("not_needed", "all that you do for", "There is nothing more to do."),
        ("never_published", "all that you do for", "Nothing changes for you or for the members."),
    ],
)
def test_l3_the_page_of_a_closed_case_says_where_things_stand(
    outcome: str,
    thanks: str,
    stands: str,
    told: LeadershipCase,
    lena: User,
    in_larkshire: Authority,
    browse: Browse,
) -> None:
    closed = {
        "stage": "closed",
        "outcome": outcome,
        "closed_by": told.assigned_to,
        "closed_at": timezone.now(),
    }
    with every_case():
        LeadershipCase.objects.filter(pk=told.pk).update(**closed)
    page = browse(lena).get(page_of(told)).content.decode()
    for said in (thanks, stands, "Where things stand", "We meet on Tuesday."):
        assert said in page, said
    assert "What happens next" not in page


# --- who has read it ----------------------------------------------------------------------------------------


def test_l3_each_opening_is_noted_and_shown_to_the_list(
    told: LeadershipCase, lena: User, amina: User, browse: Browse
) -> None:
    for _twice in range(2):
        browse(lena).get(page_of(told))
    with authority_scope(told.authority_id):
        opened = Entry.objects.filter(action=Action.CASE_READ, by=lena)
        assert [entry.is_confidential for entry in opened] == [True, True]
    assert "Lena Field: " in " ".join(
        browse(amina).get(f"/larkshire/leadership/{told.pk}/").content.decode().split()
    )


# --- words --------------------------------------------------------------------------------------------------


def test_l3_the_leader_adds_words_and_the_officer_gets_a_neutral_line(
    told: LeadershipCase, lena: User, amina: User, browse: Browse
) -> None:
    case_page = f"/larkshire/leadership/{told.pk}/"
    browse(amina).get(case_page)
    assert "Something new in a case of yours" not in browse(amina).get(HOME).content.decode()
    client, address = browse(lena), f"{page_of(told)}words/"
    assert "Write what you would like to add" in client.post(address, {"words": ""}).content.decode()
    for _twice in range(2):
        assert client.post(address, {"words": "I would like\nto tell them myself."})["Location"] == page_of(
            told
        )
    assert "to tell them myself." in client.get(page_of(told)).content.decode()
    with authority_scope(told.authority_id), every_case():
        assert LeaderWords.objects.count() == 1
    home = browse(amina).get(HOME).content.decode()
    assert "Something new in a case of yours" in home
    assert "Lena" not in home
    assert "to tell them myself." in browse(amina).get(case_page).content.decode()
    assert "Something new in a case of yours" not in browse(amina).get(HOME).content.decode()


def test_l3_nobody_else_adds_words_or_readers(
    told: LeadershipCase, leo: User, dora: User, in_larkshire: Authority
) -> None:
    now = timezone.now()
    with pytest.raises(ValidationError, match="Only the leader"):
        services.add_words(case_id=told.pk, words="Mine", by=leo, at=now)
    with pytest.raises(ValidationError, match="Only the leader"):
        services.let_read_page(case_id=told.pk, reader=dora, by=leo, at=now)


# --- readers ------------------------------------------------------------------------------------------------


def test_l3_the_leader_lets_somebody_of_the_setting_read_and_ends_it(
    told: LeadershipCase, lena: User, dora: User, amina: User, browse: Browse
) -> None:
    client, add = browse(lena), f"{page_of(told)}readers/add/"
    form = client.get(add).content.decode()
    assert "Dora Deputy" in form
    assert "Leo Hill" not in form
    for _twice in range(2):
        client.post(add, {"reader": dora.pk})
    with authority_scope(told.authority_id), every_case():
        grant = CaseGrant.objects.get(user=dora)
        assert (grant.permission.codename, grant.is_exceptional) == ("read_leaders_page", True)
    assert "Dora Deputy" in client.get(page_of(told)).content.decode()
    reader = browse(dora)
    page = reader.get(page_of(told)).content.decode()
    assert "We meet on Tuesday." in page
    assert "In the words of Lena Field" in page
    assert "Let somebody" not in page
    assert page_of(told) in reader.get(HOME).content.decode()
    assert reader.get(add).status_code == reader.post(f"{page_of(told)}words/").status_code == 403
    # It is no sight of the case itself, and no row among the case's named readers
    assert reader.get(f"/larkshire/leadership/{told.pk}/").status_code == 404
    remove = f"{page_of(told)}readers/{dora.pk}/remove/"
    assert "Dora Deputy" in client.get(remove).content.decode()
    assert client.post(remove).status_code == 302
    assert client.get(remove).status_code == 404
    assert reader.get(page_of(told)).status_code == 404
    assert page_of(told) not in reader.get(HOME).content.decode()


def test_l3_where_nobody_else_can_sign_in_the_page_says_so(
    told: LeadershipCase, lena: User, dora: User, in_larkshire: Authority, browse: Browse
) -> None:
    SettingRole.objects.filter(user=dora).update(ends_on=timezone.localdate())
    page = browse(lena).get(f"{page_of(told)}readers/add/").content.decode()
    assert "Nobody else at your setting can sign in yet." in page
    assert "Let them read it" not in page


def test_l3_who_leaves_the_setting_no_longer_reads_the_page(
    told: LeadershipCase, lena: User, dora: User, browse: Browse, in_larkshire: Authority
) -> None:
    services.let_read_page(case_id=told.pk, reader=dora, by=lena, at=timezone.now())
    assert browse(dora).get(page_of(told)).status_code == 200
    SettingRole.objects.filter(user=dora).update(ends_on=timezone.localdate())
    assert browse(dora).get(page_of(told)).status_code == 404


def test_l3_nobody_of_another_setting_can_be_let_in(
    told: LeadershipCase, lena: User, leo: User, sam: User, in_larkshire: Authority
) -> None:
    for somebody in (leo, sam):
        with pytest.raises(ValidationError, match="does not work at your setting"):
            services.let_read_page(case_id=told.pk, reader=somebody, by=lena, at=timezone.now())
