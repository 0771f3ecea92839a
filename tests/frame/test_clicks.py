"""How many clicks the jobs take: each is done by what the pages offer, from the home page, and no more is
needed.

The numbers are the targets of the click table. Not here, since their subject is still to come: a telephone
call written down, a visit with time and calendar, the own patch of settings, forming a group in fifteen
clicks.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from datetime import date, timedelta

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.utils import timezone

from accounts.models import Affiliation, RoleAppointment, User
from collaborations.models import Collaboration
from core.scoping import authority_scope
from development.models import PlanAction
from memberships.models.joining import Application, Invitation
from memberships.models.members import Membership
from ofsted.models import LeadingPolicy
from ofsted.rules.policy import Verdict
from providers.models import Provider
from provision.models import ReturnPeriod, StaffReturn, Vacancy
from support.models import Message, Referral, SupportRequest
from tests.factories.collaborations import CollaborationFactory
from tests.factories.groups import person_of
from tests.factories.offers import ReturnPeriodFactory, StaffReturnFactory, VacancyFactory
from tests.factories.ofsted import InspectionFactory
from tests.factories.providers import ProviderFactory
from tests.frame.clicks import Reader
from tests.frame.stage import Stage
from ways_of_working.models import TermsAnswer
from ways_of_working.services.printing import keep_print

pytestmark = [pytest.mark.django_db, pytest.mark.may_take(60)]  # the first one waits for the stage
Open = Callable[[str], Reader]


@pytest.fixture(autouse=True)
def in_larkshire(stage: Stage) -> Iterator[None]:
    with authority_scope(stage.here.authority):
        yield


@pytest.fixture
def as_(stage: Stage) -> Open:
    """``as_("leader")``: somebody of the stage on the home page."""
    return lambda role: Reader(stage.here.people[role])


@pytest.fixture
def group(stage: Stage) -> Collaboration:
    return Collaboration.objects.get(pk=stage.here.rows["collaboration"])


def person(stage: Stage, role: str) -> User:
    return stage.here.people[role]


def day(name: str, on: date) -> dict[str, str]:
    return {f"{name}_day": str(on.day), f"{name}_month": str(on.month), f"{name}_year": str(on.year)}


# --- officers -----------------------------------------------------------------------------------------------


def test_find_a_setting_and_whom_to_ring_there(as_: Open) -> None:
    ProviderFactory(name="Willow Barn", telephone="01632 960 451")
    reader = as_("officer").press("Search", {"q": "willow barn"})
    reader.reads("Willow Barn", "01632 960 451", "Judgement")
    assert reader.clicks == 1


def test_see_what_a_group_needs(as_: Open) -> None:
    reader = as_("officer").press("Search", {"q": "Lakeside"})
    reader.reads("One person leads alone", "2 members owe their staff number")
    assert reader.clicks == 1


def test_answer_a_request_for_support(as_: Open, stage: Stage) -> None:
    reader = as_("officer").follow("1 request for support").follow("Answer this request")
    reader.press("Send the answer", {"answer": "accept", "words": "I ring you on Monday."})
    assert SupportRequest.objects.get(pk=stage.here.rows["support request"]).state == "accepted"
    assert reader.clicks <= 4


def test_refer_a_setting_to_the_nearest_group_with_room(as_: Open) -> None:
    provider = ProviderFactory(name="Willow Barn")
    reader = as_("officer").press("Search", {"q": "willow barn"}).follow("Refer")
    nearest = reader.choice("collaboration")
    reader.press("Continue", {"collaboration": nearest, "words": "They meet near you."}).press("Refer them")
    assert Referral.objects.filter(provider=provider).exists()
    assert reader.clicks <= 5


def test_remind_everybody_who_owes_the_staff_number(as_: Open) -> None:
    reader = (
        as_("officer")
        .follow_to("/collaborations/staff-returns/")
        .follow("Remind everybody who owes")
        .press("Send")
    )
    reader.reads("Reminders of the staff number")
    assert reader.clicks <= 3


def test_begin_to_load_ofsted_s_file(as_: Open) -> None:
    """Two clicks to the file, one to compare it; then the page of the load has the button, with what follows."""
    reader = as_("officer").follow("Check the upload of")
    assert reader.page.forms[-1].buttons[0][0] == "Load this file into the register"
    ready = as_("officer").follow("Settings").follow("Load Ofsted").follow_to("files/new/")
    assert "file" in ready.fields()
    assert ready.clicks + 2 <= 5


def test_print_and_export_a_list_whole(as_: Open) -> None:
    reader = as_("officer").follow("Settings").press("XLSX")
    assert reader.clicks <= 2
    assert reader.downloaded or "XLSX" in reader.page.text
    assert as_("officer").follow("Settings").clicks == 1  # then the browser prints all its rows


def test_all_agreements_as_one_archive(as_: Open) -> None:
    reader = (
        as_("officer")
        .follow("Data")
        .follow("Ways of working")
        .follow("Print the ways")
        .press("Make the file")
    )
    assert reader.clicks <= 5


def test_write_to_all_leaders(as_: Open) -> None:
    reader = as_("officer").follow("Support").follow("Messages").follow("Write a message")
    sent = {
        "audience": "leaders",
        "all_collaborations": "on",
        "subject": "Dates",
        "text": "We meet on Monday.",
    }
    reader.press("Continue", sent).press("Send the message")
    assert Message.objects.get(subject="Dates").sent_at
    assert reader.clicks <= 5


def test_settings_below_the_line_with_their_telephone(as_: Open) -> None:
    """By the filter in two clicks; then the list as it is saved is one click from home."""
    below = ProviderFactory(name="Willow Barn", telephone="01632 960 452")
    InspectionFactory(provider=below, overall=4)
    wanted = {"verdict": str(int(Verdict.BELOW_LINE))}
    reader = as_("officer").follow("Settings").press("Apply filters", wanted).reads("Willow Barn")
    assert reader.clicks <= 2
    reader.press("Keep this", {"column": ["name", "verdict", "telephone"]}).reads("01632 960 452")
    reader.press("Save", {"name": "Below the line"}, action="")
    again = as_("officer").follow("Below the line").reads("Willow Barn", "01632 960 452")
    assert again.clicks <= 2


# --- the manager --------------------------------------------------------------------------------------------


def test_give_a_role_with_an_end_and_take_it_away_today(as_: Open, stage: Stage) -> None:
    auditor = person(stage, "auditor")
    last = timezone.localdate() + timedelta(days=90)
    reader = as_("manager").press("Search", {"q": auditor.full_name}).follow("Give a role in the team")
    role = {"email": auditor.email, "full_name": auditor.full_name, "role": "officer"}
    reader.press("Save", {**role, "ends_on": f"{last.day}/{last.month}/{last.year}"})
    assert RoleAppointment.objects.get(user=auditor, role="officer").ends_on
    assert reader.clicks <= 4
    reader = (
        as_("manager").press("Search", {"q": auditor.full_name}).follow("Take away now: Early years officer")
    )
    reader.press("Take away now", {"reason": "Given by mistake."})
    assert not RoleAppointment.objects.filter(
        user=auditor, role="officer", ends_on__gt=timezone.localdate()
    ).exists()
    assert reader.clicks <= 3


def test_block_a_person(as_: Open, stage: Stage) -> None:
    auditor = person(stage, "auditor")
    reader = as_("manager").press("Search", {"q": auditor.full_name}).follow("Block here")
    reader.press("Block here", {"reason": "The device was stolen."})
    assert Affiliation.objects.get(user=auditor).locked_at
    assert reader.clicks <= 4


def test_change_one_cell_of_the_leading_policy_and_adopt_it(as_: Open, stage: Stage) -> None:
    draft = LeadingPolicy.objects.get(pk=stage.here.rows["draft"])
    reader = as_("manager").follow("Administration").follow("Leading policy")
    reader.follow_to(f"/leadingpolicy/{draft.pk}/change/")
    reader.press(
        "Save and see what would change", {"legacy__overall__2": "officer_decides", "note": "One cell."}
    )
    begins = timezone.localdate() + timedelta(days=1)
    reader.press("Adopt", {"starts_on": f"{begins.day}/{begins.month}/{begins.year}"})
    draft.refresh_from_db()
    assert draft.state == LeadingPolicy.State.ADOPTED
    assert reader.clicks <= 6


# --- leaders ------------------------------------------------------------------------------------------------


def test_a_leader_sees_what_is_next_in_all_groups(as_: Open) -> None:
    reader = as_("leader").reads(
        "asks to join", "6 members owe their staff number", "2 members owe their staff number"
    )
    assert reader.clicks == 0


def test_decide_an_application(as_: Open, stage: Stage) -> None:
    reader = (
        as_("leader")
        .follow("Record the decision")
        .press("Record the decision", {"accepted": "declined", "decision": "We are full."})
    )
    while not Application.objects.get(pk=stage.here.rows["application"]).decided_on:
        reader.press("Confirm")
    assert reader.clicks <= 3


def test_remind_those_who_owe_the_staff_number(as_: Open, group: Collaboration) -> None:
    reader = as_("leader").press("Remind", action=f"/{group.pk}/staff-returns/")
    assert "remind" in reader.page.text.lower()
    assert reader.clicks <= 2


def test_invite_a_setting_where_somebody_is_known(as_: Open, group: Collaboration, stage: Stage) -> None:
    invited = ProviderFactory(name="Willow Barn")
    person_of(invited, "Will Barnes", person(stage, "officer"))
    reader = as_("leader").follow(str(group.name)).follow("Invite a setting").visit("?q=willow+barn")
    reader.reads("We know a manager here")
    reader.press(
        "Send the invitation",
        {"provider": str(invited.pk), "words": "We meet near you.", "decision": "All agreed."},
    )
    assert Invitation.objects.filter(provider=invited, collaboration=group).exists()
    assert reader.clicks <= 4


def test_write_to_all_members(as_: Open) -> None:
    reader = as_("leader").follow("Write to all members Larkshire Lakeside")
    reader.press("Continue", {"subject": "Room", "text": "We meet in the library."}).press("Send the message")
    assert Message.objects.get(subject="Room").sent_at
    assert reader.clicks <= 3


def test_ask_the_team_about_dividing(as_: Open, group: Collaboration) -> None:
    reader = as_("leader").follow(str(group.name)).follow("Divide into smaller groups")
    reader.press("Send the request", {"words": "We are many."})
    assert SupportRequest.objects.filter(collaboration=group, kind="divide").exists()
    assert reader.clicks <= 3


def test_the_agreement_as_pdf(as_: Open, group: Collaboration) -> None:
    keep_print(ways_id=group.ways_of_working.get(state="adopted").pk, at=timezone.now())  # made on adoption
    reader = as_("member").follow(str(group.name)).follow("Ways of working as a PDF")
    assert reader.downloaded == "application/pdf"
    assert reader.clicks <= 2


def test_mark_an_action_done(as_: Open, stage: Stage) -> None:
    reader = as_("leader")
    action = PlanAction.objects.get(pk=stage.here.rows["plan action"])
    reader.press("Done", action=f"/development/{action.objective.plan_id}/actions/{action.pk}/done/")
    action.refresh_from_db()
    assert action.done_on
    assert reader.clicks == 1


# --- members ------------------------------------------------------------------------------------------------


def test_share_a_document(as_: Open, group: Collaboration) -> None:
    reader = as_("member").follow(str(group.name)).follow("Documents").follow("Add a document")
    file = SimpleUploadedFile("rota.pdf", b"%PDF-1.7\nrota", "application/pdf")
    reader.press("Add", {"title": "Rota", "file": file, "audience": "group"})
    assert group.documents.filter(title="Rota").exists()
    assert reader.clicks <= 4


def test_keep_a_free_place_shown(as_: Open, stage: Stage) -> None:
    setting = Provider.objects.get(people__user=person(stage, "member"))
    shown = VacancyFactory(
        provider=setting,
        confirmed_on=timezone.localdate() - timedelta(days=27),
        confirmed_by=person(stage, "member"),
    )
    reader = as_("member").press("Still free")
    assert Vacancy.objects.get(pk=shown.pk).confirmed_on == timezone.localdate()
    assert reader.clicks == 1


def test_confirm_the_staff_number_when_nothing_changed(as_: Open, stage: Stage) -> None:
    setting = Provider.objects.get(people__user=person(stage, "member"))
    last = ReturnPeriodFactory(
        name="Spring",
        count_date=date(2026, 1, 15),
        opens_on=date(2026, 1, 15),
        due_on=date(2026, 2, 15),
    )
    StaffReturnFactory(period=last, provider=setting, staff=9, certified_by=person(stage, "member"))
    reader = as_("member").follow("Confirm how many").press("Confirm")
    now = ReturnPeriod.objects.get(pk=stage.here.rows["period"])
    assert StaffReturn.objects.get(period=now, provider=setting).staff == 9
    assert reader.clicks <= 2


def test_answer_on_the_ways_of_working(as_: Open) -> None:
    reader = (
        as_("leader").follow("Answer on the ways of working").press("Send our answer", {"answer": "agrees"})
    )
    assert TermsAnswer.objects.filter(answer="agrees").exists()
    assert reader.clicks <= 3


def test_confirm_that_staff_know(as_: Open, stage: Stage) -> None:
    membership = Membership.objects.get(
        collaboration_id=stage.here.rows["collaboration"], provider__people__user=person(stage, "member")
    )
    reader = (
        as_("member")
        .follow_to(f"members/{membership.pk}/staff-told/")
        .press("Confirm that our staff know", {"how": "At the staff meeting."})
    )
    assert membership.staff_told.exists()
    assert reader.clicks <= 2
    assert "Tell your" not in as_("childminder").page.text  # who works alone is not asked


def test_apply_to_another_group(as_: Open, stage: Stage) -> None:
    other = CollaborationFactory(name="Larkshire Orchard")
    reader = as_("member").follow("Larkshire Little Acorns").follow("Find another collaboration")
    reader.follow_to(
        f"collaborations/{other.pk}/apply/{Provider.objects.get(people__user=person(stage, 'member')).pk}/"
    )
    reader.press("Send the application", {"words": "We live near."})
    assert Application.objects.filter(collaboration=other).exists()
    assert reader.clicks <= 4


def test_give_notice_and_take_it_back(as_: Open, group: Collaboration, stage: Stage) -> None:
    membership = Membership.objects.get(collaboration=group, provider__people__user=person(stage, "member"))
    reader = (
        as_("member").follow("Larkshire Little Acorns").follow("Give notice to leave Larkshire Larkshire")
    )
    last = timezone.localdate() + timedelta(days=60)
    reader.press("Give notice", {**day("left_on", last), "leaving_reason": "We move."})
    membership.refresh_from_db()
    assert membership.left_on
    assert reader.clicks <= 3
    reader = as_("member").follow("Take it back").press("Stay a member")
    membership.refresh_from_db()
    assert membership.left_on is None
    assert reader.clicks <= 2


# --- those who read -----------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("role", "links", "heading"),
    [
        ("finance", ["Who owes it"], "Staff numbers"),
        ("finance", ["Export a list"], "Exports"),
        ("finance", ["Settings"], "Settings"),
        ("finance", ["Groups without a leader"], "Collaborations"),
        ("quality lead", ["Reviews late"], "Reviews"),
        ("quality lead", ["Data", "Development plans"], "Development plans"),
        ("quality lead", ["Data", "Ways of working"], "Ways of working"),
        ("quality lead", ["Data", "Map"], "Map of collaborations"),
        ("auditor", ["Data", "Audit log"], "Audit log"),
        ("auditor", ["Support", "Requests"], "Requests for support"),
        ("auditor", ["Support", "Referrals"], "Referrals"),
        ("auditor", ["Data", "Applications"], "Applications to join"),
    ],
    ids=str,
)
def test_those_who_read_find_what_they_look_at(as_: Open, role: str, links: list[str], heading: str) -> None:
    reader = as_(role)
    for text in links:
        reader.follow(text)
    assert reader.page.heading == heading
    assert reader.clicks <= 2
