"""Free places that are about to fade: their setting is asked once, and keeps them by one tap (S7)."""

from __future__ import annotations

from collections.abc import Callable
from datetime import UTC, date, datetime, timedelta
from typing import Any

import pytest
import time_machine
from django.core import mail
from django.test import Client

from accounts.models import Authority, TaskLink, User
from accounts.selectors import token_of
from audit.models import Entry
from core.scoping import authority_scope
from memberships.models.members import SettingRole
from memberships.services.permissions import settle_permissions
from providers.models import Provider
from provision.emails import KEEP_PLACES, PlacesFading
from provision.models import Vacancy
from provision.services.fading import ask_before_fading
from provision.services.offers import confirm_vacancy
from tests.factories.groups import Group
from tests.factories.offers import VacancyFactory
from tests.outbox import deliver, run_email_task
from tests.staging import staged

AT = datetime(2026, 11, 21, 10, tzinfo=UTC)
TODAY = AT.date()
#: Shown until 23 November, and until 24 December.
FADING, FRESH = date(2026, 10, 27), date(2026, 11, 21) - timedelta(1)
Browse = Callable[[User | None], Client]


@pytest.fixture(autouse=True)
def now() -> Any:
    with time_machine.travel(AT, tick=False):
        yield


@staged
def listed(larkshire: Authority, led: Group) -> Vacancy:
    """Bluebells lists mornings for two-year-olds, confirmed long ago; and others lately."""
    about = {"provider": led.bluebells.provider, "confirmed_by": led.mo}
    with authority_scope(larkshire):
        VacancyFactory(**about, age_band="under_two", confirmed_on=FRESH)
        return VacancyFactory(**about, confirmed_on=FADING)


def path_of(larkshire: Authority) -> str:
    with authority_scope(larkshire):
        return f"/larkshire/free-places/{token_of(TaskLink.objects.get(purpose=KEEP_PLACES))}/"


def test_each_manager_is_asked_once_by_the_setting_and_the_day(
    larkshire: Authority, led: Group, listed: Vacancy
) -> None:
    with authority_scope(larkshire):
        assert [ask_before_fading(at=AT + timedelta(nights)) for nights in range(3)] == [1, 0, 0]
        deliver()
        (email,) = mail.outbox
        assert email.to == [led.mo.email]
        assert email.subject == "Bluebells: places still free? They disappear on 24 November"
        assert "3 places, age 2, mornings" in email.body
        assert "under 2" not in email.body, "what is fresh is not asked about"
        assert email.body.count("/free-places/") == 1
        assert TaskLink.objects.filter(purpose=KEEP_PLACES).count() == 1


def test_one_tap_keeps_them_without_signing_in(
    larkshire: Authority, led: Group, listed: Vacancy, browse: Browse
) -> None:
    with authority_scope(larkshire):
        ask_before_fading(at=AT)
    path, nobody = path_of(larkshire), browse(None)
    page = nobody.get(path).content.decode()
    assert "3 places, age 2, mornings" in page
    assert "24 November 2026" in page
    with authority_scope(larkshire):
        assert Vacancy.objects.get(pk=listed.pk).confirmed_on == FADING, "opening it changes nothing"
    assert "19 December 2026" in nobody.post(path).content.decode()
    with authority_scope(larkshire):
        kept = Vacancy.objects.get(pk=listed.pk)
        assert (kept.confirmed_on, kept.confirmed_by) == (TODAY, led.mo)
        assert Entry.objects.filter(action="vacancy_confirmed", by=led.mo).count() == 1
    again = nobody.post(path)
    assert again.status_code == 404
    assert "You said on 21 November 2026 that the places are still free." in again.content.decode()


def test_who_comes_late_shows_them_again(larkshire: Authority, listed: Vacancy, browse: Browse) -> None:
    with authority_scope(larkshire):
        ask_before_fading(at=AT)
    path = path_of(larkshire)
    with time_machine.travel(AT + timedelta(days=10), tick=False):
        assert "no longer shown" in browse(None).get(path).content.decode()
        assert browse(None).post(path).status_code == 200
    with time_machine.travel(AT + timedelta(days=15), tick=False):
        assert browse(None).get(path).status_code == 404


def test_nothing_is_asked_about_what_was_confirmed_removed_or_is_no_longer_listed(
    larkshire: Authority, led: Group, listed: Vacancy
) -> None:
    email = PlacesFading(provider_id=listed.provider_id, user_id=led.mo.pk, fades_on="2026-11-24")
    with authority_scope(larkshire):
        Provider.objects.filter(pk=listed.provider_id).update(unlisted_since=TODAY)
        assert ask_before_fading(at=AT) == 0
        Provider.objects.filter(pk=listed.provider_id).update(unlisted_since=None)
        assert ask_before_fading(at=AT) == 1
        confirm_vacancy(vacancy=listed, by=led.mo, on=TODAY)
        run_email_task(email)
    assert mail.outbox == []


def test_who_no_longer_manages_the_setting_keeps_nothing(
    larkshire: Authority, led: Group, listed: Vacancy, browse: Browse
) -> None:
    with authority_scope(larkshire):
        ask_before_fading(at=AT)
        SettingRole.objects.filter(user=led.mo).update(ends_on=TODAY)
        settle_permissions(user_ids=[led.mo.pk])
    page = browse(None).get(path_of(larkshire))
    assert page.status_code == 404
    assert "3 places" not in page.content.decode()
