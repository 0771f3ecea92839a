"""The leader's dashboard and the health of the group."""

from __future__ import annotations

import re
from datetime import date
from typing import Any

import pytest
from django.utils import timezone

from collaborations.models import Collaboration
from core.dates import Span
from core.scoping import authority_scope
from development.rules import months_until, size_on
from memberships.services.applications import apply_to_join
from memberships.services.members import leave
from memberships.services.offices import give_office
from memberships.services.staff_told import confirm_staff_told
from memberships.services.standing import update_standing
from providers.models import Provider
from provision.models import ReturnPeriod
from provision.services.returns import add_period, certify_staff
from tests.factories.groups import Group

pytestmark = pytest.mark.django_db


def text(response: Any) -> str:
    assert response.status_code == 200, response.status_code
    return re.sub(r"\s+", " ", re.sub(r"<[^>]+>", " ", response.content.decode()))


def page_of(group: Group) -> str:
    return f"/larkshire/collaborations/{group.collaboration.pk}/"


def test_months_are_counted_back_over_the_year() -> None:
    assert months_until(date(2026, 2, 21), number=4) == [
        date(2025, 11, 1),
        date(2025, 12, 1),
        date(2026, 1, 1),
        date(2026, 2, 1),
    ]


def test_a_member_counts_from_its_first_day_to_the_day_before_it_left() -> None:
    spans = [Span(date(2026, 1, 1), date(2026, 2, 1)), Span(date(2026, 1, 31))]
    assert size_on(spans, [date(2025, 12, 31), date(2026, 1, 31), date(2026, 2, 1)]) == [0, 2, 1]


def test_a_leader_is_told_what_to_do_next(browse: Any, led: Group) -> None:
    body = text(browse(led.lena).get(page_of(led)))
    for words in ("Do next", "One person leads alone", "This is a small group", "Bluebells"):
        assert words in body


def test_the_old_dashboard_leads_to_the_page_of_the_group(
    browse: Any, led: Group, elsewhere: Collaboration, amina: Any, sam: Any, otto: Any
) -> None:
    """Emails that have gone lead there; strangers learn nothing."""
    for person in (led.lena, led.mo, amina):
        answer = browse(person).get(f"{page_of(led)}dashboard/")
        assert (answer.status_code, answer["Location"]) == (302, page_of(led))
    for person in (sam, otto):
        assert browse(person).get(f"{page_of(led)}dashboard/").status_code == 404


def test_health_shows_the_members_month_by_month(
    browse: Any, led: Group, amina: Any, larkshire: Any, time_machine: Any
) -> None:
    time_machine.move_to("2026-11-21 12:00")
    with authority_scope(larkshire):
        leave(membership=led.caras, on=date(2026, 10, 1), reason="Moved away", by=amina)
    body = text(browse(led.lena).get(f"/larkshire/collaborations/{led.collaboration.pk}/health/"))
    assert "Members: 3 at the beginning of November 2025, 2 today." in body


def test_every_page_that_it_leads_to_opens_for_leaders_and_office_holders(
    browse: Any, led: Group, larkshire: Any
) -> None:
    with authority_scope(larkshire):
        give_office(
            membership=led.bluebells,
            user=led.mo,
            office="chair",
            starts_on=date(2026, 1, 5),
            decision="Agreed by all.",
            by=led.lena,
        )
        period = add_period(
            name="Autumn",
            count_date=date(2026, 11, 1),
            opens_on=date(2026, 11, 1),
            due_on=date(2026, 12, 1),
            definition="Who",
            by=led.lena,
        )
    for person in (led.lena, led.mo):
        client = browse(person)
        page = client.get(page_of(led)).content.decode()
        links = set(re.findall(r'href="(/larkshire/collaborations/[^"]*|/larkshire/leadership/[^"]*)"', page))
        assert len(links) > 8
        assert {link: client.get(link).status_code for link in links} == dict.fromkeys(links, 200)
        answer = client.post(f"/larkshire/collaborations/{led.collaboration.pk}/staff-returns/", follow=True)
        assert answer.status_code == 200, period


def test_what_waits_for_the_group_stands_first(
    browse: Any, led: Group, elsewhere: Collaboration, amina: Any, sam: Any, larkshire: Any, time_machine: Any
) -> None:
    time_machine.move_to("2026-11-21 12:00")
    now, today = timezone.now(), date(2026, 11, 21)
    with authority_scope(larkshire):
        clover = Provider.objects.get(name="Clover")
        apply_to_join(provider=clover, collaboration=led.collaboration, words="", by=sam, at=now)
        add_period(
            name="Autumn",
            count_date=today,
            opens_on=today,
            due_on=date(2026, 12, 1),
            definition="Who works with children",
            by=amina,
        )
        certify_staff(
            period=ReturnPeriod.objects.get(), provider=led.acorns.provider, staff=9, by=led.lena, at=now
        )
        update_standing(membership=led.bluebells, held=5, attended=3, on=today, by=None)
        confirm_staff_told(membership=led.acorns, by=led.lena, at=now)
    body = text(browse(led.lena).get(page_of(led)))
    first = body.index("Clover asks to join")
    assert first < body.index("Bluebells has missed more meetings")
    assert "owe their staff number" in body
    assert "Staff numbers 1 of 3, due by 1 December 2026" in body
    assert "Below the attendance you agreed since 21 November 2026" in body
    assert body.count("Owes it") == 2
    assert "9 people" in body
    health = text(browse(led.lena).get(f"/larkshire/collaborations/{led.collaboration.pk}/health/"))
    for words in (
        "9, from 1 of 3 members",
        "3 of 5",
        "below the attendance you agreed",
        "1 of 2 that employ somebody",
    ):
        assert words in health
