"""What stands on home by role: each line, its order, its words, and how many queries the page takes."""

from __future__ import annotations

import re
from collections.abc import Callable
from datetime import UTC, date, datetime, timedelta
from typing import Any

import pytest
import time_machine
from django.test import Client

from accounts.models import Authority, User
from accounts.permissions import Permission
from accounts.roles import ROLES, Role
from collaborations.models import Collaboration
from core.frame.lines import lines_of_groups, lines_of_person
from core.frame.visitor import Visitor
from core.scoping import authority_scope
from leadership.services.eligibility import review_leaders
from memberships.models.members import Membership
from portal.views.home import PURPOSES
from provision.models import Vacancy
from support.models import SupportRequest
from tests.cast import person
from tests.factories.agreeing import answered, circulated, drafted
from tests.factories.collaborations import CollaborationFactory
from tests.factories.development import (
    DevelopmentPlanFactory,
    ObjectiveFactory,
    PlanActionFactory,
    ReviewFactory,
)
from tests.factories.groups import Group, judged
from tests.factories.joining import ApplicationFactory, InvitationFactory
from tests.factories.memberships import MembershipFactory, SettingRoleFactory
from tests.factories.offers import ReturnPeriodFactory, VacancyFactory
from tests.factories.ofsted import LeadingPolicyFactory
from tests.factories.providers import ProviderFactory
from tests.factories.support import SupportRequestFactory
from tests.staging import staged

pytestmark = [pytest.mark.django_db, pytest.mark.urls("config.authority_urls")]
Browse = Callable[[User | None], Client]
AT = datetime(2026, 11, 21, 10, tzinfo=UTC)
TODAY = date(2026, 11, 21)
HOME = "/larkshire/"


@pytest.fixture(autouse=True)
def now() -> Any:
    with time_machine.travel(AT, tick=False):
        yield


def text(response: Any) -> str:
    assert response.status_code == 200, response.status_code
    page = response.content.decode()
    main = page[page.index("<main") : page.index("</main>")]
    return re.sub(r"\s+([,:])", r"\1", re.sub(r"\s+", " ", re.sub(r"<[^>]+>", " ", main)))


def home(browse: Browse, user: User) -> str:
    return text(browse(user).get(HOME))


@staged
def busy(larkshire: Authority, led: Group, amina: User) -> Group:
    """Riverside on a day on which everything waits."""
    with authority_scope(larkshire):
        make_busy(led.collaboration, led, amina)
        ReturnPeriodFactory()
        VacancyFactory(
            provider=led.bluebells.provider, confirmed_on=TODAY - timedelta(days=26), confirmed_by=led.mo
        )
    return led


def make_busy(group: Collaboration, led: Group, by: User) -> None:
    mine = {"collaboration": group}
    ApplicationFactory(**mine, provider=ProviderFactory(name="Foxes"), applied_by=by, applied_at=AT)
    InvitationFactory(**mine, provider=ProviderFactory(name="Daisy"), sent_by=led.lena, sent_at=AT)
    Membership.objects.filter(pk=led.bluebells.pk).update(at_risk_since=date(2026, 11, 1))
    Membership.objects.filter(pk=led.caras.pk).update(left_on=date(2027, 1, 1))
    ReviewFactory(**mine, due_on=date(2026, 12, 1), opened_at=AT)
    plan = DevelopmentPlanFactory(**mine, state="current")
    PlanActionFactory(
        objective=ObjectiveFactory(plan=plan), owner=led.bluebells.provider, due_on=date(2026, 11, 1)
    )
    SupportRequestFactory(**mine, asked_by=led.lena, asked_at=AT - timedelta(days=3))


# --- a leader -----------------------------------------------------------------------------------------------


def test_a_leader_sees_what_each_group_needs_who_waits_first_then_by_day(browse: Browse, busy: Group) -> None:
    page = home(browse, busy.lena)
    in_order = [
        "What needs you",
        "Foxes asks to join Riverside, since today",
        "Late Riverside, by 1 November 2026",
        "3 members owe their staff number",
        "Review the work of the group together Soon Riverside, by 1 December 2026",
        "Cara&#x27;s leaves, last day 31 December 2026",
        "One person leads alone",
        "Bluebells has missed more meetings than you agreed",
        "This is a small group",
        "Waiting for others",
        "Your request to the early years team: something else Riverside, for 3 days",
        "Your invitation to Daisy",
        "Your groups",
        "Led by Lena Hartley",
        "Next review: the work of the group, 1 December 2026",
        "Your setting",
        "Free places",
        "Early years team",
    ]
    places = [page.find(words) for words in in_order]
    assert -1 not in places, in_order[places.index(-1)]
    assert places == sorted(places), page


def test_each_line_opens_the_very_thing(browse: Browse, busy: Group, larkshire: Authority) -> None:
    with authority_scope(larkshire):
        visitor = Visitor(User.objects.get(pk=busy.lena.pk), TODAY)
        lines = lines_of_groups(visitor, [busy.collaboration])
    client, group = browse(busy.lena), f"/collaborations/{busy.collaboration.pk}"
    assert {f"{group}/members/{busy.bluebells.pk}/", f"{group}/members/{busy.caras.pk}/hand-over/"} <= {
        line.url for line in lines
    }
    addresses = [f"/larkshire{line.url}" for line in lines]
    assert len(addresses) == 11
    assert {url: client.get(url).status_code for url in addresses} == dict.fromkeys(addresses, 200)
    (at_risk,) = [line.contact for line in lines if line.contact]
    assert (at_risk.name, at_risk.email) == ("Mo Siddiqui", "mo@larkshire.example")
    (tap,) = [line.tap for line in lines if line.tap]
    answer = client.post(f"/larkshire{tap.url}", dict(tap.values), follow=True)
    assert answer.status_code == 200


def test_the_team_reads_the_same_lines_of_a_group(busy: Group, amina: User, larkshire: Authority) -> None:
    with authority_scope(larkshire):
        visitor = Visitor(User.objects.get(pk=amina.pk), TODAY)
        words = [line.what for line in lines_of_groups(visitor, [busy.collaboration])]
    assert "Foxes asks to join" in words
    assert "One person leads alone" in words


def test_more_than_ten_lines_are_behind_one_summary(browse: Browse, busy: Group, amina: User) -> None:
    with authority_scope(busy.collaboration.authority):
        for number in range(9):
            setting = ProviderFactory(name=f"Setting {number}")
            ApplicationFactory(
                collaboration=busy.collaboration, provider=setting, applied_by=amina, applied_at=AT
            )
    page = browse(busy.lena).get(HOME).content.decode()
    total = re.search(r"What needs you\s+\((\d+)\)", page)
    assert total is not None
    assert f"See all {total[1]}" in page
    first, rest = page.split('<details class="govuk-details">', 1)
    assert first.count('<li class="app-line') == 10
    assert "Review the work of the group together" in first, "a review within 14 days is never pushed out"
    assert rest.split("</details>")[0].count('<li class="app-line') == int(total[1]) - 10


def test_a_group_that_forms_writes_down_how_it_works_before_numbers(
    browse: Browse, busy: Group, larkshire: Authority
) -> None:
    with authority_scope(larkshire):
        Collaboration.objects.filter(pk=busy.collaboration.pk).update(state="drafting")
    page = home(browse, busy.lena)
    assert page.index("Write down how your group works together") < page.index("owe their staff number")
    assert page.index("The group is still forming") < page.index("owe their staff number")
    assert "One person leads alone" not in page


def test_a_version_with_the_members_is_a_line_of_leaders_and_of_who_has_to_answer(
    browse: Browse, led: Group, larkshire: Authority
) -> None:
    with authority_scope(larkshire):
        ways = circulated(drafted(led.collaboration, led.lena), led.lena, at=AT)
        answered(ways, led.acorns, led.lena, at=AT)
    page = home(browse, led.lena)
    assert "2 members have not answered version 1 of your ways of working yet" in page
    assert "Answer on the ways of working" not in page
    assert "Answer on the ways of working Soon Riverside, by 5 December 2026" in home(browse, led.mo)
    with authority_scope(larkshire):
        for member, who in ((led.bluebells, led.mo), (led.caras, led.cara)):
            answered(ways, member, who, at=AT, answer="agrees")
    assert "can be adopted: record the day and the decision" in home(browse, led.lena)


def test_nothing_to_do_says_what_comes_next(browse: Browse, led: Group, larkshire: Authority) -> None:
    with authority_scope(larkshire):
        assert "This is a small group" in home(browse, led.lena)
        page = home(browse, led.cara)
    assert "Nothing waits for you." in page
    with authority_scope(larkshire):
        ReviewFactory(collaboration=led.collaboration, due_on=date(2027, 3, 1), opened_at=AT)
    assert "Next: the review of the work of the group of Riverside, 1 March 2027." in home(browse, led.cara)


# --- members ------------------------------------------------------------------------------------------------


def test_a_member_has_own_tasks_by_day_with_one_tap(
    browse: Browse, busy: Group, larkshire: Authority
) -> None:
    client = browse(busy.mo)
    page = text(client.get(HOME))
    in_order = [
        "Film a meal and watch it together Late Riverside, by 1 November 2026",
        "Still free?",
        "Confirm how many work with children Soon by 30 November 2026",
        "Tell your staff Riverside",
    ]
    places = [page.find(words) for words in in_order]
    assert -1 not in places, page
    assert places == sorted(places), page
    assert "asks to join" not in page
    assert "Bluebells: " not in page, "one setting: its name is not written"
    with authority_scope(larkshire):
        vacancy = Vacancy.objects.get()
    url = f"/larkshire/settings/{vacancy.provider_id}/vacancies/{vacancy.pk}/still-free/"
    answer = client.post(url, {"next": HOME})
    assert answer.headers["Location"] == HOME
    with authority_scope(larkshire):
        assert Vacancy.objects.get().confirmed_on == TODAY
    assert "Still free?" not in text(client.get(HOME))


def test_somebody_of_two_settings_reads_their_names(
    browse: Browse, busy: Group, larkshire: Authority
) -> None:
    with authority_scope(larkshire):
        SettingRoleFactory(user=busy.mo, provider=ProviderFactory(name="Foxglove"))
    assert "Tell your staff Riverside, Bluebells" in home(browse, busy.mo)


def test_a_childminder_alone_is_spoken_to_as_one_person(browse: Browse, busy: Group) -> None:
    page = home(browse, busy.cara)
    assert "Confirm: you work alone Soon by 30 November 2026" in page
    assert "Your childminding" in page
    assert "Tell your" not in page, "nobody to tell (C9)"
    assert "You leave Riverside, last day 31 December 2026" in page
    assert "Take it back" in page


def test_an_own_application_waits_for_others(browse: Browse, led: Group, larkshire: Authority) -> None:
    with authority_scope(larkshire):
        other = CollaborationFactory(name="Wick and Downs")
        ApplicationFactory(
            collaboration=other,
            provider=led.bluebells.provider,
            applied_by=led.mo,
            applied_at=AT - timedelta(days=1),
        )
    page = home(browse, led.mo)
    assert "Your application to Wick and Downs Wick and Downs, since yesterday" in page
    assert "The members have not decided yet." in page
    assert "Wick and Downs" not in home(browse, led.lena)


def test_what_is_new_in_the_own_groups_is_told_for_a_fortnight(
    browse: Browse, led: Group, elsewhere: Collaboration, larkshire: Authority, sam: User
) -> None:
    with authority_scope(larkshire):
        for name, days in (("Foxglove", 3), ("Heather", 30)):
            MembershipFactory(
                collaboration=led.collaboration,
                provider=ProviderFactory(name=name),
                joined_on=TODAY - timedelta(days=days),
            )
    client = browse(led.mo)
    page = text(client.get(HOME))
    assert "New New member: Foxglove, Riverside, 18 November 2026" in page
    assert "Heather" not in page
    assert f'href="/larkshire/collaborations/{led.collaboration.pk}/"' in client.get(HOME).content.decode()
    assert "Foxglove" not in home(browse, sam)


# --- the team -----------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("role", "words", "never"),
    [
        (Role.OFFICER, ["Today", "What needs you", "At a glance"], ["You read settings"]),
        (Role.MANAGER, ["Today", "What needs you", "At a glance"], ["You read settings"]),
        (
            Role.FINANCE,
            [
                "You read settings, groups and staff numbers",
                "Staff numbers, Autumn 2026",
                "Autumn 2026: 0 of 3 settings have confirmed theirs, by 30 November 2026.",
                "Lists to export",
            ],
            ["Today"],
        ),
        (
            Role.QUALITY_LEAD,
            ["their plans and their reviews", "Reviews late", "Settings by judgement", "Below the line"],
            ["Today", "What needs you"],
        ),
        (
            Role.AUDITOR,
            ["the audit log", "Newest in the audit log", "Nothing is sealed yet"],
            ["Today", "What needs you"],
        ),
    ],
)
def test_home_by_role(
    role: Role, words: list[str], never: list[str], browse: Browse, busy: Group, larkshire: Authority
) -> None:
    somebody = person(larkshire, f"{role.value.title()} Person", role)
    page = home(browse, somebody)
    for heading in words:
        assert heading in page, page
    for heading in never:
        assert heading not in page, page
    assert "You are not a member" not in page
    assert "How far collaborations reach" not in page


@pytest.mark.parametrize("role", PURPOSES)
def test_home_says_that_nothing_is_changed_to_nobody_who_may_change_something(role: Role) -> None:
    reading = {one for one in ROLES[role].permissions if one.value.split(".")[1].startswith("view")}
    changing = ROLES[role].permissions - reading - {Permission.USE_ADMIN, Permission.EXPORT}
    assert ("change nothing" in str(PURPOSES[role])) == (not changing)


def test_an_officer_sees_today_and_numbers_that_open_their_lists(
    browse: Browse, busy: Group, amina: User, larkshire: Authority
) -> None:
    with authority_scope(larkshire):
        SupportRequestFactory(
            collaboration=busy.collaboration,
            asked_by=busy.lena,
            state=SupportRequest.State.ACCEPTED,
            officer=amina,
            answered_at=AT,
            wanted_on=TODAY,
            place="Library",
        )
    client = browse(amina)
    response = client.get(HOME)
    page = text(response)
    assert "Today Riverside: Something else, Library" in page
    assert "1 request for support waits for an answer for 3 days" in page
    assert "Groups that run 1 Groups being set up 0 Groups without a leader 0 Settings in no group" in page
    numbers = response.content.decode().split('id="numbers"')[1].split("</ul>")[0]
    links = re.findall(r'href="([^"]+)"', numbers)
    assert len(links) == 7
    for link in links:
        assert client.get(link.replace("&amp;", "&")).status_code == 200, link


def test_reviews_late_are_counted(browse: Browse, busy: Group, amina: User, larkshire: Authority) -> None:
    assert "Reviews late 0" in home(browse, amina)
    with authority_scope(larkshire):
        ReviewFactory(collaboration=busy.collaboration, clock="terms", due_on=date(2026, 3, 1), opened_at=AT)
    assert "Reviews late 1" in home(browse, amina)


# --- who sees nothing ---------------------------------------------------------------------------------------


def test_nobody_else_reads_of_a_group(
    browse: Browse, busy: Group, sam: User, otto: User, elsewhere: Collaboration
) -> None:
    for user, address in ((sam, HOME), (otto, "/marlshire/")):
        page = text(browse(user).get(address))
        for words in ("Riverside", "Bluebells", "Film a meal", "asks to join"):
            assert words not in page


def test_a_case_leaves_no_trace_outside(
    browse: Browse, led: Group, amina: User, maya: User, fred: User, larkshire: Authority
) -> None:
    readers = (led.lena, led.mo, fred)
    before = {user.pk: home(browse, user) for user in readers}
    with authority_scope(larkshire):
        LeadingPolicyFactory(version=1)
        judged(led.acorns.provider, 3, on=date(2026, 6, 2))
        review_leaders(slot="night", on=TODAY, at=AT)
    assert "1 leadership case is not assigned" in home(browse, maya)
    assert {user.pk: home(browse, user) for user in readers} == before
    assert "leadership case" not in home(browse, amina), "an officer without this case"
    with authority_scope(larkshire):
        visitor = Visitor(User.objects.get(pk=maya.pk), TODAY)
        assert [line for line in lines_of_groups(visitor, [led.collaboration]) if "case" in line.what] == []
        assert any("case" in line.what for line in lines_of_person(visitor))
