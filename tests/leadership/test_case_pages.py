"""The pages of cases: to whoever may not see a case it does not exist, its forms and counts included."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.utils import timezone

from accounts.models import Authority, User
from accounts.roles import Role
from audit.models import Entry
from audit.rules.actions import Action
from core.scoping import authority_scope
from leadership.models.cases import LeadershipCase, UnpublishedOutcome
from leadership.selectors.sight import every_case
from leadership.services.cases import assign_case, share_case
from leadership.services.outcomes import record_outcome
from leadership.urls import urlpatterns
from leadership.views.cases import OneCase
from leadership.views.leader_page import OwnCase
from memberships.models.members import LeaderAppointment
from tests.cast import person
from tests.factories.leadership import LeadershipCaseFactory, UnpublishedOutcomeFactory
from tests.factories.memberships import LeaderAppointmentFactory
from tests.factories.ofsted import InspectionFactory, LeadingPolicyFactory
from tests.staging import staged

Browse = Callable[..., Client]
LIST = "/larkshire/leadership/"


@staged
def lena(larkshire: Authority) -> User:
    return person(larkshire, "Lena Field")


@staged
def kept(larkshire: Authority, lena: User, maya: User) -> LeadershipCase:
    """An open case below the line with an outcome that is not published."""
    with authority_scope(larkshire), every_case():
        appointment = LeaderAppointmentFactory(user=lena, membership__provider__name="Willow Nursery")
        inspection = InspectionFactory(provider=appointment.membership.provider, overall=3)
        case = LeadershipCaseFactory(
            appointment=appointment, inspection=inspection, policy=LeadingPolicyFactory(version=1)
        )
        UnpublishedOutcomeFactory(case=case, recorded_by=maya, outcome="Told that it is better now")
    return case


@staged
def assigned(kept: LeadershipCase, larkshire: Authority, amina: User, maya: User) -> LeadershipCase:
    with authority_scope(larkshire), every_case():
        assign_case(case_id=kept.pk, officer=amina, by=maya, at=timezone.now())
    return kept


def addresses(case: LeadershipCase, outcome_id: int = 1, user_id: int = 1) -> list[str]:
    base = f"{LIST}{case.pk}/"
    parts = (
        "",
        "assign/",
        "readers/add/",
        f"readers/{user_id}/remove/",
        "decide/",
        "outcomes/add/",
        f"outcomes/{outcome_id}/publish/",
    )
    return [base + part for part in parts]


# --- isolation ----------------------------------------------------------------------------------------------


@pytest.mark.parametrize("who", ["amina", "fred", "quinn", "sam", "lena"])
def test_l3_to_everybody_else_a_case_does_not_exist(
    kept: LeadershipCase, browse: Browse, who: str, request: pytest.FixtureRequest
) -> None:
    client = browse(request.getfixturevalue(who))
    never = LeadershipCase(pk=kept.pk + 1000)
    for there, nowhere in zip(addresses(kept), addresses(never), strict=True):
        assert client.get(there).status_code == client.get(nowhere).status_code == 404
        assert client.post(there).status_code == client.post(nowhere).status_code >= 404


def test_l3_to_another_authority_a_case_does_not_exist(
    kept: LeadershipCase, otto: User, nadia: User, browse: Browse
) -> None:
    for somebody in (otto, nadia):
        client = browse(somebody)
        for address in addresses(kept):
            assert client.get(address).status_code == 404
            assert client.get(address.replace("larkshire", "marlshire")).status_code == 404
            assert client.post(address.replace("larkshire", "marlshire")).status_code >= 404
    assert "Lena" not in browse(nadia).get("/marlshire/leadership/").content.decode()


def test_l3_an_officer_who_is_not_assigned_finds_no_trace(
    kept: LeadershipCase, amina: User, browse: Browse
) -> None:
    client = browse(amina)
    for address in (
        LIST,
        f"{LIST}?state=all",
        f"{LIST}?assigned=nobody",
        f"{LIST}?ground=below_line",
        "/larkshire/",
    ):
        page = client.get(address).content.decode()
        assert "Lena Field" not in page
        assert "1 leadership case" not in page
    page = client.get(LIST).content.decode()
    assert "There are no open cases for you." in page
    assert "Last check" not in page
    assert "Maya" not in page


def test_l3_finance_has_no_list_of_cases(fred: User, browse: Browse) -> None:
    assert browse(fred).get(LIST).status_code == 403
    assert browse().get(LIST).status_code == 302


def test_l3_a_named_reader_sees_the_case_and_may_change_nothing(
    kept: LeadershipCase, larkshire: Authority, amina: User, maya: User, browse: Browse
) -> None:
    with authority_scope(larkshire), every_case():
        share_case(case_id=kept.pk, reader=amina, by=maya, at=timezone.now())
    client = browse(amina)
    case, *forms = addresses(kept)
    page = client.get(case)
    assert page.status_code == 200
    assert "Close the case" not in page.content.decode()
    assert [client.get(address).status_code for address in forms] == [403] * len(forms)


# --- reading ------------------------------------------------------------------------------------------------


def test_l3_the_page_tells_all_of_it_and_notes_the_reader(
    kept: LeadershipCase, maya: User, browse: Browse, larkshire: Authority
) -> None:
    client = browse(maya)
    for _again in range(2):
        page = client.get(addresses(kept)[0]).content.decode()
    for words in (
        "Lena Field",
        "Willow Nursery",
        "Requires improvement",
        "Leading policy, version 1",
        "Told that it is better now",
        "Early years managers",
    ):
        assert words in page
    assert "Who has opened this case" in page
    assert "Maya Thornton: " in page
    with authority_scope(larkshire), every_case():
        assert Entry.objects.filter(action=Action.CASE_READ).count() == 2


def test_l3_each_page_below_a_case_notes_who_opens_it(
    assigned: LeadershipCase, amina: User, lena: User, browse: Browse, larkshire: Authority
) -> None:
    """Also a page of tomorrow: the note is made where every page of a case begins."""
    below = [
        pattern
        for pattern in urlpatterns
        if "<int:pk>" in str(pattern.pattern) and "/away/" not in str(pattern.pattern)
    ]
    assert len(below) > 30
    for pattern in below:
        base = OwnCase if "/mine/" in str(pattern.pattern) else OneCase
        view = pattern.callback.view_class  # type: ignore[attr-defined]
        assert issubclass(view, base), view
    client = browse(amina)
    base = f"{LIST}{assigned.pk}/"
    for count, part in enumerate(
        ("", "contact/", "letters/", "switches/", "decide/", "outcomes/add/"), start=1
    ):
        assert client.get(base + part).status_code == 200
        with authority_scope(larkshire), every_case():
            assert Entry.objects.filter(action=Action.CASE_READ, by=amina).count() == count, part
    client.get(base + "assign/")
    browse(lena).get(base)
    with authority_scope(larkshire), every_case():
        assert Entry.objects.filter(action=Action.CASE_READ).count() == count, "a page was refused"


def test_l3_the_list_of_a_manager(kept: LeadershipCase, maya: User, browse: Browse) -> None:
    client = browse(maya)
    page = client.get(LIST).content.decode()
    assert "Lena Field" in page
    assert "Nobody yet" in page
    assert "Lena Field" not in client.get(f"{LIST}?state=closed").content.decode()
    assert "Lena Field" in client.get(f"{LIST}?state=all").content.decode()
    assert "Lena Field" in client.get(f"{LIST}?assigned=nobody").content.decode()
    assert "Lena Field" not in client.get(f"{LIST}?assigned=me").content.decode()
    assert "Lena Field" not in client.get(f"{LIST}?found=nothing").content.decode()


def _cost(client: Client, address: str) -> int:
    with CaptureQueriesContext(connection) as seen:
        assert client.get(address).status_code == 200
    return len(seen)


def test_the_list_costs_the_same_for_one_case_and_thirty(
    kept: LeadershipCase, larkshire: Authority, maya: User, lena: User, browse: Browse
) -> None:
    client = browse(maya)
    client.get(LIST)
    one = _cost(client, LIST)
    with authority_scope(larkshire), every_case():
        for appointment in LeaderAppointmentFactory.create_batch(29, user=lena):
            LeadershipCaseFactory(appointment=appointment)
    # From 26 rows on, one query more: the second page is counted
    assert _cost(client, f"{LIST}?page=1") <= one + 1
    assert one <= 17


def test_a_case_costs_the_same_whatever_has_happened(
    kept: LeadershipCase, larkshire: Authority, maya: User, browse: Browse
) -> None:
    client, address = browse(maya), addresses(kept)[0]
    client.get(address)
    few = _cost(client, address)
    with authority_scope(larkshire), every_case():
        for _number in range(30):
            UnpublishedOutcomeFactory(case=kept, recorded_by=maya)
            record_outcome(
                case_id=kept.pk, inspected_on=date(2026, 6, 1), outcome="x", by=maya, at=timezone.now()
            )
    assert _cost(client, address) == few
    # the conversation, support, successors, letters, the leader's telephone and words, days: one read each
    assert few <= 32


# --- doing --------------------------------------------------------------------------------------------------


def test_o6_what_was_told_stands_on_top_while_the_report_is_waited_for(
    kept: LeadershipCase, maya: User, browse: Browse, larkshire: Authority
) -> None:
    """And what is published stands below it, named as what it is."""
    with authority_scope(larkshire), every_case():
        LeadershipCase.objects.filter(pk=kept.pk).update(ground="told", reason="", stage="publication")
    page = browse(maya).get(addresses(kept)[0]).content.decode()
    about = page.index("About this case")
    assert page.index("Told that it is better now") < about
    assert page.index("The published judgement when this case was opened") > about
    assert "Why this case is open" not in page
    assert "An outcome that is not published yet" in page
    with authority_scope(larkshire), every_case():
        LeadershipCase.objects.filter(pk=kept.pk).update(published_on=date(2026, 6, 1), stage="succession")
        kept.unpublished_outcomes.update(published_on=date(2026, 6, 1), report_url="https://example.org/")
    page = browse(maya).get(addresses(kept)[0]).content.decode()
    assert page.index("Told that it is better now") > page.index("About this case")
    assert "An outcome that was told before it was published" in page


def test_o6_a_case_that_waits_for_a_report_asks_first_what_was_told(
    kept: LeadershipCase, maya: User, browse: Browse, larkshire: Authority
) -> None:
    with authority_scope(larkshire), every_case():
        kept.unpublished_outcomes.all().delete()
        LeadershipCase.objects.filter(pk=kept.pk).update(ground="other", stage="publication")
    page = browse(maya).get(addresses(kept)[0]).content.decode()
    assert "Record what was told" in page


def test_l3_nobody_is_offered_as_a_reader_who_reads_it_anyway(
    assigned: LeadershipCase, amina: User, maya: User, browse: Browse, larkshire: Authority
) -> None:
    address = f"{LIST}{assigned.pk}/readers/add/"
    page = browse(maya).get(address).content.decode()
    assert "Everybody who works on cases can read this one already" in page
    ada = person(larkshire, "Ada Hart", Role.OFFICER)
    page = browse(maya).get(address).content.decode()
    assert f'value="{ada.pk}"' in page
    for anyway in (amina, maya):
        assert f'value="{anyway.pk}"' not in page


def test_l3_a_manager_assigns_a_case(kept: LeadershipCase, amina: User, maya: User, browse: Browse) -> None:
    client = browse(maya)
    address = f"{LIST}{kept.pk}/assign/"
    assert (
        "Select who takes" in client.post(address).content.decode()
        or "Who takes this case?" in client.get(address).content.decode()
    )
    answer = client.post(address, {"officer": amina.pk}, follow=True)
    assert "The case is assigned." in answer.content.decode()
    assert browse(amina).get(f"{LIST}{kept.pk}/").status_code == 200
    assert "Lena Field" in browse(amina).get(LIST).content.decode()


def test_l3_the_officer_assigned_may_not_assign_it_further(
    assigned: LeadershipCase, amina: User, browse: Browse
) -> None:
    client = browse(amina)
    assert client.get(f"{LIST}{assigned.pk}/assign/").status_code == 403
    assert client.get(f"{LIST}{assigned.pk}/readers/add/").status_code == 403


def test_l3_readers_are_let_in_and_out_again(
    kept: LeadershipCase, amina: User, maya: User, browse: Browse
) -> None:
    client = browse(maya)
    client.post(f"{LIST}{kept.pk}/readers/add/", {"reader": amina.pk})
    page = client.get(f"{LIST}{kept.pk}/").content.decode()
    assert "Amina Yusuf" in page
    remove = f"{LIST}{kept.pk}/readers/{amina.pk}/remove/"
    assert "will no longer be able to read this case" in client.get(remove).content.decode()
    assert browse(amina).get(f"{LIST}{kept.pk}/").status_code == 200
    client.post(remove)
    assert browse(amina).get(f"{LIST}{kept.pk}/").status_code == 404
    assert client.get(remove).status_code == 404


def test_l1_the_form_of_the_decision_shows_the_rules_sentence(
    assigned: LeadershipCase, amina: User, browse: Browse
) -> None:
    client = browse(amina)
    address = f"{LIST}{assigned.pk}/decide/"
    page = client.post(address, {"outcome": "may_lead", "words": "I know them"}).content.decode()
    assert "below the line of the leading policy" in page
    assert "Error:" in page
    assert "I know them" in page


def test_l1_a_case_is_closed_by_the_officer_assigned(
    assigned: LeadershipCase, larkshire: Authority, amina: User, browse: Browse
) -> None:
    with authority_scope(larkshire), every_case():
        LeaderAppointment.objects.update(ends_on=timezone.localdate())
    client = browse(amina)
    page = client.post(
        f"{LIST}{assigned.pk}/decide/", {"outcome": "stopped", "words": "Stood down"}, follow=True
    ).content.decode()
    assert "The case is closed." in page
    assert "Stood down" in page
    assert "Close the case" not in page


def test_o6_an_outcome_is_recorded_and_its_publication(
    assigned: LeadershipCase, larkshire: Authority, amina: User, browse: Browse
) -> None:
    client = browse(amina)
    when = {"inspected_on_day": "1", "inspected_on_month": "6", "inspected_on_year": "2026"}
    client.post(f"{LIST}{assigned.pk}/outcomes/add/", {**when, "outcome": "Said to be inadequate"})
    with authority_scope(larkshire), every_case():
        outcome = UnpublishedOutcome.objects.get(outcome="Said to be inadequate")
    assert "Said to be inadequate" in client.get(f"{LIST}{assigned.pk}/").content.decode()
    address = f"{LIST}{assigned.pk}/outcomes/{outcome.pk}/publish/"
    day = {"published_on_day": "20", "published_on_month": "5", "published_on_year": "2026"}
    link = {"report_url": "https://reports.ofsted.gov.uk/provider/16/EY123456"}
    assert (
        "A report is published after the inspection of 1 June 2026."
        in client.post(address, {**day, **link}).content.decode()
    )
    assert "Enter address of the report" in client.post(address, day).content.decode()
    page = client.post(address, {**day, **link, "published_on_month": "7"}, follow=True).content.decode()
    assert "Report published 20 July 2026" in page
    assert client.get(f"{LIST}{assigned.pk}/outcomes/{outcome.pk + 1000}/publish/").status_code == 404


def test_the_way_back_from_each_page_beside_the_cases_names_each_page_once(
    maya: User, browse: Browse
) -> None:
    for where in ("", "open/", "days/", "away/", f"away/add/{maya.pk}/", "letters/", "letters/thanks/"):
        crumbs = [str(crumb.label) for crumb in browse(maya).get(f"{LIST}{where}").context["breadcrumbs"]]
        assert len(crumbs) == len(set(crumbs)), where
