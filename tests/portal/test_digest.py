"""The weekly email: what is new and what is due, once a week, and off by one click."""

from __future__ import annotations

from collections.abc import Callable
from datetime import UTC, date, datetime, timedelta
from typing import Any

import pytest
import time_machine
from django.core import mail
from django.core.exceptions import ValidationError
from django.test import Client

from accounts.models import Affiliation, Authority, User
from accounts.selectors import news_token_of, wants_news
from accounts.services.news import choose_news_day
from audit.models import Entry
from core.scoping import authority_scope
from development.services import actions, plans
from documents.rules import day_of_week, news_since
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


# --- the day of the week -------------------------------------------------------------------------------------


@pytest.mark.pure
@pytest.mark.parametrize(
    ("chosen_on", "since"),
    [
        (None, date(2026, 11, 20)),
        (date(2026, 11, 13), date(2026, 11, 20)),
        (date(2026, 11, 14), date(2026, 11, 13)),
        (date(2026, 11, 27), date(2026, 11, 13)),
    ],
)
def test_the_first_email_after_another_day_was_chosen_leaves_nothing_out(
    chosen_on: date | None, since: date
) -> None:
    assert news_since(date(2026, 11, 27), chosen_on) == since


@pytest.mark.pure
@pytest.mark.parametrize("number", range(7))
def test_the_day_of_a_week(number: int) -> None:
    assert day_of_week(MONDAY, number).weekday() == number


def test_each_gets_it_on_the_day_that_they_chose_and_once_a_week(
    larkshire: Authority, marlshire: Authority, joined: Group, browse: Browse
) -> None:
    page = "/larkshire/account/emails/"
    with time_machine.travel("2026-11-20 10:00Z", tick=False):
        client = browse(joined.mo)
        form = client.get(page).context["form"]
        sent = {"news": "yes", "updates": form["updates"].value(), "news_day": "3"}
        assert form["news_day"].value() == 0
        for _twice in range(2):
            assert client.post(page, sent).status_code == 302
        assert "Comes to you on Thursday" in client.get("/larkshire/account/").content.decode()
        for wrong in ("7", "-1", "x", "99999999999"):
            assert client.post(page, {**sent, "news_day": wrong}).context["form"].errors["news_day"], wrong
    others = Affiliation.objects.filter(authority=larkshire, user__is_active=True).count() - 1
    with authority_scope(larkshire):
        assert Entry.objects.filter(action="news_day_chosen").count() == 1
        assert (
            str(Entry.objects.get(action="news_day_chosen"))
            == "Mo Siddiqui chose Thursday for the weekly email"
        )
        assert [send_digests(on=MONDAY + timedelta(days=number)) for number in range(7)] == [
            *(others, 0, 0),
            *(1, 0, 0, 0),
        ]
        choose_news_day(user=joined.mo, day=0, on=date(2026, 11, 28))
        assert send_digests(on=date(2026, 11, 28)) == 0, "at most once a week"
        assert send_digests(on=date(2026, 12, 1)) == others + 1, "what a day missed, the next makes up for"
        with pytest.raises(ValidationError):
            choose_news_day(user=joined.mo, day=7, on=MONDAY)
    with authority_scope(marlshire):
        assert not Affiliation.objects.filter(authority=marlshire, news_day__gt=0).exists()


def test_what_is_said_is_of_the_days_before_the_chosen_one(larkshire: Authority, joined: Group) -> None:
    with authority_scope(larkshire):
        assert written(joined.mo), "new in the week before Monday"
        choose_news_day(user=joined.mo, day=3, on=date(2026, 10, 1))
        due(joined, date(2026, 12, 2))
        (email,) = written(joined.mo)
        assert email.subject == "Your week, 26 November: 1 thing to do"
        choose_news_day(user=joined.mo, day=0, on=date(2026, 11, 28))
        (email,) = written(joined.mo, date(2026, 11, 30))
        assert "New in Riverside" in email.body, "nothing between the two days is left out"
