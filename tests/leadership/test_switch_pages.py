"""L3: the pages of support that is switched off, and what the pages of the group say of it."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from typing import Any

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext

from accounts.models import Authority, User
from core.scoping import authority_scope
from leadership.models.cases import LeadershipCase
from leadership.models.support import SupportSwitch
from leadership.rules.support import Switch
from leadership.selectors.sight import every_case
from leadership.services.cases import assign_case
from memberships.models.members import LeaderAppointment
from tests.factories.groups import Group
from tests.factories.leadership import LeadershipCaseFactory, SupportSwitchFactory
from tests.meetings.event_steps import NOW, now
from tests.staging import staged

__all__ = ["now"]
pytestmark = pytest.mark.django_db
Browse = Callable[..., Client]
TODAY = NOW.date()
DAY = {"off_on_day": TODAY.day, "off_on_month": TODAY.month, "off_on_year": TODAY.year}


@staged
def case(larkshire: Authority, led: Group, amina: User, maya: User) -> LeadershipCase:
    """Lena stays; the judgement is published. Amina has the case."""
    with authority_scope(larkshire), every_case():
        appointment = LeaderAppointment.objects.get(user=led.lena)
        case = LeadershipCaseFactory(appointment=appointment, stage="stays", published_on=date(2026, 6, 1))
        assign_case(case_id=case.pk, officer=amina, by=maya, at=NOW)
        LeadershipCase.objects.filter(pk=case.pk).update(stage="stays")
    return case


def page(case: LeadershipCase, rest: str = "") -> str:
    return f"/larkshire/leadership/{case.pk}/switches/{rest}"


def text(response: Any) -> str:
    return " ".join(response.content.decode().split())


def kinds(larkshire: Authority) -> list[str]:
    with authority_scope(larkshire):
        return list(SupportSwitch.objects.order_by("kind").values_list("kind", flat=True))


def switched(larkshire: Authority, led: Group, by: User, *, but: tuple[Switch, ...] = ()) -> None:
    with authority_scope(larkshire):
        for switch in Switch:
            person = led.lena if switch is Switch.LEADERS_DAYS else None
            if switch not in but:
                facts = {"collaboration": led.collaboration, "kind": switch, "user": person, "by": by}
                SupportSwitchFactory(**facts)


def test_l3_an_officer_reads_what_follows_before_it_is_set(
    browse: Browse, case: LeadershipCase, larkshire: Authority, amina: User
) -> None:
    client = browse(amina)
    shown = text(client.get(page(case)))
    for words in (
        "is not invited to Leaders’ Days",
        "Officers cannot refer settings to Riverside",
        "Support",
    ):
        assert words in shown
    form = client.get(page(case, "off/")).context["form"]
    assert form["kinds"].value() == ["leaders_days", "signposting"]
    assert "payment" not in dict(form.fields["kinds"].choices)
    given = {"kinds": ["signposting", "attendance"], **DAY}
    preview = text(client.post(page(case, "off/"), given))
    assert "not listed where settings look for a collaboration" in preview
    assert kinds(larkshire) == []
    done = client.post(page(case, "off/"), {**given, "confirmed": "1"}, follow=True)
    assert "tell the leader yourself" in text(done)
    assert kinds(larkshire) == ["attendance", "signposting"]


def test_l3_money_is_the_managers(
    browse: Browse, case: LeadershipCase, led: Group, larkshire: Authority, amina: User, maya: User
) -> None:
    given = {"kinds": ["payment"], **DAY, "confirmed": "1"}
    refused = browse(amina).post(page(case, "off/"), given)
    assert "kinds" in refused.context["form"].errors
    assert browse(maya).post(page(case, "off/"), given).status_code == 302
    assert kinds(larkshire) == ["payment"]
    with authority_scope(larkshire):
        row = SupportSwitch.objects.get()
    assert browse(amina).get(page(case, f"{row.pk}/on/")).status_code == 403
    again = {name.replace("off_on", "on_again_on"): value for name, value in DAY.items()}
    assert browse(maya).post(page(case, f"{row.pk}/on/"), again).status_code == 302
    with authority_scope(larkshire):
        assert SupportSwitch.objects.get().on_again_on == TODAY


def test_l3_each_error_says_what_to_do_and_loses_nothing(
    browse: Browse, case: LeadershipCase, amina: User
) -> None:
    client = browse(amina)
    form = client.post(page(case, "off/"), {"kinds": [], **DAY}).context["form"]
    assert form.errors["kinds"] == ["Select what is switched off."]
    given = {"kinds": ["signposting"], **DAY, "off_on_year": TODAY.year - 1, "confirmed": "1"}
    form = client.post(page(case, "off/"), given).context["form"]
    assert form.errors["off_on"] == ["The day must be today or in the future."]
    assert form["kinds"].value() == ["signposting"]


def test_l3_o6_the_page_says_why_nothing_can_be_switched(
    browse: Browse, case: LeadershipCase, larkshire: Authority, amina: User
) -> None:
    with authority_scope(larkshire), every_case():
        LeadershipCase.objects.update(published_on=None, ground="told")
    client = browse(amina)
    assert "not published yet" in text(client.get(page(case)))
    assert "not published yet" in text(client.get(page(case, "off/"), follow=True))


def test_l3_to_everybody_else_the_pages_do_not_exist(
    browse: Browse, case: LeadershipCase, led: Group, sam: User, otto: User, fred: User
) -> None:
    for person in (sam, otto, fred, led.lena, led.mo):
        for address in (page(case), page(case, "off/"), page(case, "1/on/")):
            assert browse(person).get(address).status_code == 404


def group_page(led: Group, rest: str = "") -> str:
    return f"/larkshire/collaborations/{led.collaboration.pk}/{rest}"


def test_l3_who_leads_the_group_sees_what_is_paused_and_whom_to_call(
    browse: Browse, case: LeadershipCase, led: Group, larkshire: Authority, maya: User
) -> None:
    with authority_scope(larkshire):
        larkshire.contact_phone = "03000 411111"
        larkshire.save(update_fields=["contact_phone"])
    assert "Paused for now" not in text(browse(led.lena).get(group_page(led)))
    switched(larkshire, led, maya)
    shown = text(browse(led.lena).get(group_page(led)))
    for words in ("Paused for now", "Referrals of other settings to your group", "03000 411111"):
        assert words in shown
    assert "Invitations to Leaders’ Days" in shown
    assert "Paused for now" not in text(browse(led.mo).get(group_page(led)))


def test_l3_where_it_acts_neutral_words_stand(
    browse: Browse, case: LeadershipCase, led: Group, larkshire: Authority, amina: User, maya: User
) -> None:
    switched(larkshire, led, maya)
    ask = f"/larkshire/leadership/support/of/{led.collaboration.pk}/ask/"
    shown = text(browse(led.lena).get(f"{ask}?kind=attend", follow=True))
    assert "Visits of the early years team to your meetings are paused" in shown
    assert "attend" not in dict(browse(led.lena).get(ask).context["form"].fields["kind"].choices)
    given = {
        "kind": "attend",
        "wanted_on_day": 1,
        "wanted_on_month": 12,
        "wanted_on_year": 2027,
        "words": "x",
    }
    assert "are paused" in str(browse(led.lena).post(ask, given).context["form"].errors["kind"])
    refer = f"/larkshire/leadership/referrals/make/?setting={led.bluebells.provider_id}&group=Riverside"
    offered = browse(amina).get(refer)
    assert "Riverside: referrals to this group are paused." in text(offered)
    assert led.collaboration.pk not in [
        key for key, _ in offered.context["form"].fields["collaboration"].choices
    ]


@pytest.mark.parametrize("rest", ["", "administration/"])
def test_l3_a_page_of_the_group_reads_no_more_than_once_more(
    rest: str, browse: Browse, case: LeadershipCase, led: Group, larkshire: Authority, maya: User
) -> None:
    client = browse(led.lena)
    client.get(group_page(led, rest))
    with CaptureQueriesContext(
        connection,
    ) as before:
        client.get(group_page(led, rest))
    switched(larkshire, led, maya)
    with CaptureQueriesContext(connection) as after:
        client.get(group_page(led, rest))
    assert len(after) == len(before)
    assert sum("leadership_supportswitch" in query["sql"] for query in after.captured_queries) <= 1
    assert not any("leadership_leadershipcase" in query["sql"] for query in after.captured_queries)
