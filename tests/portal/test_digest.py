"""The weekly email: what is new and what is due, once a week, and off by one click."""

from __future__ import annotations

from collections.abc import Callable
from datetime import UTC, date, datetime
from typing import Any

import pytest
from django.core import mail
from django.test import Client

from accounts.models import Affiliation, Authority, User
from accounts.selectors import news_token_of, wants_news
from audit.models import Entry
from core.scoping import authority_scope
from development.services import actions, plans
from memberships.models.members import Membership
from portal.emails import WeeklyDigest
from portal.services.digest import send_digests
from tests.factories.development import plan_with_action
from tests.factories.groups import Group
from tests.outbox import deliver, run_email_task

Browse = Callable[[User | None], Client]
MONDAY = date(2026, 11, 23)


def written(person: User, monday: date = MONDAY) -> list[Any]:
    mail.outbox = []
    run_email_task(WeeklyDigest(user_id=person.pk, week=str(monday)))
    return mail.outbox


@pytest.fixture
def joined(larkshire: Authority, led: Group) -> Group:
    """Cara joined in the week before."""
    with authority_scope(larkshire):
        Membership.objects.filter(pk=led.caras.pk).update(joined_on=date(2026, 11, 18))
    return led


def due(led: Group, day: date) -> None:
    action = plan_with_action(led.collaboration, led.lena, owner=led.bluebells.provider)
    plans.begin_work_by_plan(plan=action.objective.plan, by=led.lena, on=MONDAY)
    actions.add_action(
        objective=action.objective, what="Visit a library", owner=led.bluebells.provider, due_on=day,
        cost_pence=0, by=led.lena, on=MONDAY,
    )  # fmt: skip


def test_whoever_has_nothing_new_and_nothing_to_do_gets_none(larkshire: Authority, led: Group) -> None:
    with authority_scope(larkshire):
        assert written(led.mo) == []


def test_what_is_new_in_one_group(larkshire: Authority, joined: Group) -> None:
    with authority_scope(larkshire):
        (email,) = written(joined.mo)
        assert email.subject == "Riverside: what is new, 23 November"
        assert "New in Riverside:\n\n- New member: Cara's" in email.body
        assert email.extra_headers["List-Unsubscribe-Post"] == "List-Unsubscribe=One-Click"
        assert written(joined.cara) == [], "one's own joining is no news"
        assert written(joined.mo, date(2026, 11, 30)) == [], "it was new the week before"


@pytest.mark.parametrize("day", [date(2026, 11, 20), date(2026, 11, 29)])
def test_what_is_late_or_due_this_week(larkshire: Authority, led: Group, day: date) -> None:
    with authority_scope(larkshire):
        due(led, day)
        (email,) = written(led.mo)
        assert email.subject == "Your week, 23 November: 1 thing to do"
        words = "late since 20 November 2026" if day < MONDAY else "by 29 November 2026"
        assert f"- Riverside: Visit a library, {words}" in email.body
        assert "List-Unsubscribe" not in email.extra_headers, "what is due cannot be switched off"
        assert written(led.lena) == []


def test_it_is_asked_for_once_a_week(larkshire: Authority, joined: Group) -> None:
    with authority_scope(larkshire):
        first = send_digests(on=MONDAY)
        assert first == Affiliation.objects.filter(authority=larkshire, user__is_active=True).count()
        assert send_digests(on=date(2026, 11, 25)) == 0, "killed and run again"
        assert send_digests(on=date(2026, 11, 30)) == first
        assert set(deliver()) >= {"portal.weekly_digest"}


def test_news_is_off_by_one_click_and_what_is_due_still_comes(
    larkshire: Authority, marlshire: Authority, joined: Group, browse: Browse
) -> None:
    with authority_scope(larkshire):
        token = news_token_of(joined.mo.pk)
    where, nobody = f"/larkshire/news/{token}/", browse(None)
    assert "Stop the weekly email?" in nobody.get(where).content.decode()
    with authority_scope(larkshire):
        assert wants_news(joined.mo), "opening the page changes nothing"
    strict = Client(enforce_csrf_checks=True)
    for _twice in range(2):
        page = strict.post(where, {"List-Unsubscribe": "One-Click"})
        assert page.status_code == 200
    assert "The weekly email is off" in page.content.decode()
    with authority_scope(larkshire):
        assert written(joined.mo) == []
        due(joined, date(2026, 11, 25))
        (email,) = written(joined.mo)
        assert "New in" not in email.body
        assert Entry.objects.filter(action="news_stopped").count() == 1
    assert nobody.post(where, {"start": "1"})["Location"] == where
    with authority_scope(larkshire):
        assert wants_news(joined.mo)
    for address in (f"/marlshire/news/{token}/", f"{where[:-2]}x/"):
        assert nobody.get(address).status_code == nobody.post(address).status_code == 404


def test_who_is_locked_out_gets_none(larkshire: Authority, joined: Group) -> None:
    at = datetime(2026, 11, 20, tzinfo=UTC)
    Affiliation.objects.filter(user=joined.mo).update(locked_at=at)
    with authority_scope(larkshire):
        assert written(joined.mo) == []
