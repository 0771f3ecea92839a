"""The pages of a first meeting (C1, G1): arranged from the group's page, the link of who is invited, and who
came.
"""

from __future__ import annotations

from collections.abc import Callable
from datetime import date, datetime, time, timedelta
from typing import Any

import pytest
from django.test import Client
from time_machine import TimeMachineFixture

from accounts.models import Authority, TaskLink, User
from accounts.selectors import token_of
from collaborations.models import Collaboration, FirstMeeting
from core.scoping import authority_scope
from meetings.models.first import FirstInvited, FirstNeeds
from meetings.models.planning import Meeting
from meetings.selectors.first import FIRST_MEETING
from meetings.selectors.minutes import who_was_there
from meetings.services import first, planning
from memberships.models.members import Membership, SettingRole
from memberships.services.members import join
from support.services.support import accept_request
from tests.factories.first import GITA, forming
from tests.factories.groups import Group
from tests.factories.joining import ApplicationFactory, InvitationFactory
from tests.factories.providers import ProviderFactory
from tests.factories.support import ReferralFactory, SupportRequestFactory
from tests.meetings.first_stage import Stage, stage
from tests.meetings.pages import errors_of, text_of
from tests.outbox import deliver

__all__ = ["stage"]
pytestmark = pytest.mark.django_db
Browse = Callable[[User | None], Client]
NOW = datetime.fromisoformat("2026-11-10T09:00:00+00:00")
DAY, TODAY = date(2026, 12, 8), date(2026, 11, 10)
HOME = "/larkshire/"
FORM = {
    "on_day": "8", "on_month": "12", "on_year": "2026", "starts_at": "6:30pm", "ends_at": "8pm",
    "place": "Village hall, Vale Road",
}  # fmt: skip


@pytest.fixture(autouse=True)
def _now(time_machine: TimeMachineFixture) -> None:
    time_machine.move_to(NOW, tick=False)


# --- arranging ----------------------------------------------------------------------------------------------


def test_c1_an_officer_arranges_it_from_the_groups_page_and_invites(
    larkshire: Authority, led: Group, amina: User, browse: Browse, mailoutbox: list[Any]
) -> None:
    with authority_scope(larkshire):
        group = forming()
        wanted = SupportRequestFactory(
            collaboration=group, asked_by=led.lena, kind="first_meeting", wanted_on=DAY, place="The library"
        )
        accept_request(request_id=wanted.pk, officer=amina, words="", by=amina, at=NOW)
        ApplicationFactory(collaboration=group, provider=led.acorns.provider, applied_by=led.lena)
        InvitationFactory(collaboration=group, provider=led.bluebells.provider, sent_by=amina)
        nobody = ProviderFactory(name="Foxglove Nursery")
        ReferralFactory(collaboration=group, provider=nobody, referred_by=amina)
    client = browse(amina)
    life = f"/larkshire/collaborations/{group.pk}/administration/"
    assert f"Arrange the first meeting of {group}" in text_of(client.get(HOME))
    address = f"/larkshire/collaborations/{group.pk}/meetings/first/arrange/"
    assert address in text_of(client.get(life))
    form = client.get(address).context["form"]
    assert (form["on"].value(), form["place"].value()) == (DAY, "The library")
    assert form["facilitated_by"].value() == amina.pk
    assert set(errors_of(client.post(address, {}))) == {"on", "starts_at", "ends_at"}
    assert "place" in errors_of(client.post(address, {**FORM, "place": ""}))
    answer = client.post(address, {**FORM, "facilitated_by": amina.pk})
    with authority_scope(larkshire):
        meeting = Meeting.objects.get(kind="first")
    assert answer["Location"] == f"/larkshire/collaborations/{group.pk}/meetings/{meeting.pk}/invited/add/"
    assert client.get(address)["Location"].endswith(f"/meetings/{meeting.pk}/")
    shown = text_of(client.get(answer["Location"]))
    for words in ("Has applied to join", "Is invited to join", "Who asked for the group: Gita Rowe"):
        assert words in shown, words
    assert "Foxglove Nursery (Referred by the early years team)" in shown
    said = errors_of(client.post(answer["Location"], {}))
    assert said == {"settings": ["Tick a setting, or enter a name and an email address."]}
    assert set(errors_of(client.post(answer["Location"], {"works_at": "Foxglove"}))) == {"email"}
    sent = {
        "settings": [led.acorns.provider_id, led.bluebells.provider_id],
        "name": "Gita Rowe", "email": "gita@foxglove.example", "works_at": "Foxglove Nursery", "words": "",
    }  # fmt: skip
    assert "3 are invited." in text_of(client.post(answer["Location"], sent, follow=True))
    with authority_scope(larkshire):
        deliver()
        group.refresh_from_db()
    assert len(mailoutbox) >= 3
    assert group.state == Collaboration.State.INITIAL_MEETING
    assert "They were invited already" in text_of(
        client.post(answer["Location"], {"name": "Gita", "email": GITA.email}, follow=True)
    )


def test_g1_any_other_setting_is_found_by_a_search(
    larkshire: Authority, stage: Stage, browse: Browse
) -> None:
    client = browse(stage.led.lena)
    found = client.get(f"{stage.page}invited/find/", {"q": "Cara"})
    assert found["Location"] == f"{stage.page}invited/add/?setting={stage.led.caras.provider_id}"
    assert "You have found it" in text_of(client.get(found["Location"]))
    posted = client.post(found["Location"], {"settings": [stage.led.caras.provider_id]}, follow=True)
    assert "1 is invited." in text_of(posted)
    assert "No setting has these words" in text_of(client.get(f"{stage.page}invited/find/", {"q": "Cara"}))
    with authority_scope(larkshire):
        unknown = ProviderFactory(name="Foxglove Nursery")
    page = client.get(f"{stage.page}invited/add/", {"setting": unknown.pk})
    assert page.context["form"]["works_at"].value() == "Foxglove Nursery"
    assert client.get(f"{stage.page}invited/add/", {"setting": "99999999"}).status_code == 200


def test_g1_a_leader_changes_moves_and_cancels_it_and_does_not_choose_the_officer(
    larkshire: Authority, stage: Stage, browse: Browse, mailoutbox: list[Any]
) -> None:
    client = browse(stage.led.lena)
    form = client.get(f"{stage.page}change/").context["form"]
    assert {"kind", "items_until", "chaired_by"} & set(form.fields) == set()
    moved = {**FORM, "title": "First meeting", "on_day": "15", "seen": form["seen"].value()}
    assert client.post(f"{stage.page}change/", moved).status_code == 302
    with authority_scope(larkshire):
        stage.meeting.refresh_from_db()
        deliver()
    assert (stage.meeting.on, stage.meeting.chaired_by, stage.meeting.kind) == (
        date(2026, 12, 15), stage.meeting.planned_by, "first",
    )  # fmt: skip
    assert sum("now on 15 December" in mail.subject for mail in mailoutbox) == 3
    assert client.post(f"{stage.page}cancel/", {"because": "Snow"}).status_code == 302
    gone = browse(None).get(stage.url)
    assert gone.status_code == 404
    assert "Arrange the first meeting" in text_of(client.get(f"{stage.group_page}administration/"))


# --- the link -----------------------------------------------------------------------------------------------


def test_g1_the_link_shows_this_meeting_and_nothing_else_and_takes_the_answer(
    larkshire: Authority, stage: Stage, browse: Browse
) -> None:
    guest = browse(None)
    shown = text_of(guest.get(stage.url))
    for words in (
        "First meeting of Meadow",
        "Village hall, Vale Road",
        "Ring the bell.",
        "Why we want a group",
    ):
        assert words in shown, words
    for hidden in ("Acorns", "Bluebells", "Lena Hartley", stage.group_page, "A group near us."):
        assert hidden not in shown, hidden
    assert errors_of(guest.post(stage.url, {})) == {"word": ["Select whether you will come"]}
    answer = {"word": "yes", "people": "Gita and Tom", "needs": "A step-free way in"}
    assert guest.post(stage.url, answer).status_code == 302
    assert "Gita and Tom" in text_of(guest.get(stage.url))
    page = text_of(browse(stage.led.lena).get(stage.page))
    assert "Come: 1. Perhaps: 0. Do not come: 0. No answer yet: 2." in page
    assert "step-free" not in page
    assert "A step-free way in" in text_of(browse(stage.led.lena).get(f"{stage.page}invited/needs/"))
    assert guest.get(stage.page).status_code == 302, "asked to sign in"


def test_g1_the_link_ends_and_is_taken_back(
    larkshire: Authority, stage: Stage, browse: Browse, time_machine: TimeMachineFixture
) -> None:
    time_machine.move_to(stage.meeting.ends + timedelta(days=2, seconds=-1), tick=False)
    assert browse(None).get(stage.url).status_code == 200
    time_machine.move_to(stage.meeting.ends + timedelta(days=2), tick=False)
    assert browse(None).get(stage.url).status_code == 404
    time_machine.move_to(NOW, tick=False)
    for _twice in range(2):
        taken = browse(stage.led.lena).post(f"{stage.page}invited/{stage.gita.pk}/take-back/")
        assert taken.status_code == 302
    assert browse(None).get(stage.url).status_code == 404
    assert browse(None).post(stage.url, {"word": "yes"}).status_code == 404
    assert "Gita Rowe" not in text_of(browse(stage.led.lena).get(stage.page))


def test_g1_who_works_there_no_longer_answers_for_the_setting_no_longer(
    larkshire: Authority, stage: Stage, browse: Browse
) -> None:
    with authority_scope(larkshire):
        link = TaskLink.objects.get(purpose=FIRST_MEETING, about_id=stage.bluebells.pk)
        url = f"/larkshire/meetings/first/{token_of(link)}/"
    assert browse(None).get(url).status_code == 200
    with authority_scope(larkshire):
        SettingRole.objects.filter(provider=stage.led.bluebells.provider).update(ends_on=TODAY)
    assert browse(None).get(url).status_code == 404


def test_g1_what_was_said_on_the_telephone_is_written_down_and_a_member_answers_signed_in(
    larkshire: Authority, stage: Stage, browse: Browse
) -> None:
    said = browse(stage.led.lena).post(f"{stage.page}invited/{stage.gita.pk}/answer/", {"word": "maybe"})
    assert said.status_code == 302
    with authority_scope(larkshire):
        join(
            collaboration=stage.group,
            provider=stage.led.bluebells.provider,
            on=TODAY,
            by=stage.meeting.planned_by,
        )
    member = browse(stage.led.mo)
    assert f"invited/{stage.bluebells.pk}/answer/" in text_of(member.get(stage.page))
    assert member.post(f"{stage.page}invited/{stage.bluebells.pk}/answer/", {"word": "no"}).status_code == 302
    assert member.get(f"{stage.page}invited/{stage.gita.pk}/answer/").status_code == 404
    assert member.get(f"{stage.page}invited/add/").status_code == 403
    assert GITA.email not in text_of(member.get(stage.page))
    with authority_scope(larkshire):
        words = dict(FirstInvited.objects.values_list("pk", "word"))
        mine = Membership.objects.get(collaboration=stage.group, provider=stage.led.bluebells.provider)
    assert words == {stage.acorns.pk: "", stage.bluebells.pk: "no", stage.gita.pk: "maybe"}
    assert member.get(f"{stage.page}answer/{mine.pk}/").status_code == 404


def test_nobody_outside_learns_of_it(
    stage: Stage, sam: User, otto: User, elsewhere: Collaboration, browse: Browse
) -> None:
    for person in (sam, otto):
        client = browse(person)
        for part in (
            "",
            "invited/add/",
            "invited/find/",
            "invited/needs/",
            "came/",
            f"invited/{stage.gita.pk}/answer/",
        ):
            assert client.get(f"{stage.page}{part}").status_code == 404, (person, part)
    assert "Meadow" not in text_of(browse(stage.led.mo).get(HOME)), "invited, and no member"
    assert browse(stage.led.mo).get(stage.page).status_code == 404
    assert browse(otto).get(stage.url.replace("larkshire", "marlshire")).status_code == 404


def test_a_first_meeting_has_these_pages_and_no_other_meeting_has(
    larkshire: Authority, stage: Stage, browse: Browse
) -> None:
    with authority_scope(larkshire):
        [usual] = planning.plan_meetings(
            collaboration=stage.group,
            when=[planning.When(DAY, time(9), time(10))],
            kind="regular",
            title="Usual",
            by=stage.led.lena,
            at=NOW,
        )
    client = browse(stage.led.lena)
    for part in ("invited/add/", "invited/find/", "invited/remind/", "invited/needs/", "came/"):
        assert client.get(f"{stage.group_page}meetings/{usual.pk}/{part}").status_code == 404
    for part in ("attendance/", "attendance/finish/", "check-in/open/"):
        assert client.get(f"{stage.page}{part}")["Location"] == f"{stage.page}came/"
    plan = client.get(f"{stage.group_page}meetings/plan/")
    assert "first" not in dict(plan.context["form"].fields["kind"].choices)
    assert plan.context["form"]["kind"].value() == "regular"


# --- who came -----------------------------------------------------------------------------------------------


def test_c1_who_came_fills_the_groups_life_and_it_is_not_asked_a_second_time(
    larkshire: Authority, stage: Stage, amina: User, browse: Browse, time_machine: TimeMachineFixture
) -> None:
    client = browse(amina)
    assert "Who came can be recorded from then on" in text_of(client.get(f"{stage.page}came/"))
    browse(None).post(stage.url, {"word": "yes", "needs": "Quiet"})
    time_machine.move_to(datetime.combine(DAY, time(21)), tick=False)
    client = browse(amina)
    assert "Say who came to the first meeting on 8 December" in text_of(client.get(HOME))
    by_hand = f"{stage.group_page}life/first-meeting/"
    assert client.get(by_hand)["Location"] == f"{stage.page}came/"
    form = client.get(f"{stage.page}came/").context["form"]
    assert form["came"].value() == [stage.gita.pk]
    said = errors_of(client.post(f"{stage.page}came/", {"notes": "Nobody"}))
    assert said == {"came": ["Say who came, at least one."]}
    sent = {
        "came": [stage.gita.pk, stage.bluebells.pk],
        "others": "Jo Marsh, the library\n\n",
        "notes": "They meet again in January.",
    }
    assert client.post(f"{stage.page}came/", sent).status_code == 302
    life = text_of(client.get(f"{stage.group_page}administration/"))
    for words in (
        "8 December 2026",
        "How many came",
        "They meet again in January.",
        "Begin the ways of working",
    ):
        assert words in life, words
    assert "is not recorded yet" not in life
    page = text_of(client.get(stage.page))
    assert "Jo Marsh, the library" in page
    assert "Correct who came" in page
    with authority_scope(larkshire):
        assert FirstMeeting.objects.get().came == 3
        assert FirstNeeds.objects.count() == 1
        assert first.delete_needs_of_first(at=datetime.fromisoformat("2026-12-09T03:00:00+00:00")) == 1
        [there, others] = who_was_there(stage.meeting)
    assert there.names == ("Bluebells", "Gita Rowe, Foxglove Nursery")
    assert others.names == ("Jo Marsh, the library",)


def test_c1_a_meeting_held_elsewhere_is_still_recorded_by_hand(
    larkshire: Authority, amina: User, browse: Browse
) -> None:
    with authority_scope(larkshire):
        group = forming()
    client = browse(amina)
    page = f"/larkshire/collaborations/{group.pk}/life/first-meeting/"
    sent = {
        "held_on_day": "9", "held_on_month": "11", "held_on_year": "2026", "place": "", "came": "4",
        "facilitated_by": amina.pk, "notes": "Four settings came.",
    }  # fmt: skip
    assert client.post(page, sent).status_code == 302
    with authority_scope(larkshire):
        assert FirstMeeting.objects.get(collaboration=group).came == 4
    arrange = f"/larkshire/collaborations/{group.pk}/meetings/first/arrange/"
    assert "recorded already" in text_of(client.post(arrange, FORM))
    assert "Arrange the first meeting" not in text_of(
        client.get(f"/larkshire/collaborations/{group.pk}/administration/")
    )
