"""Links of emails used again (P45): what was done with one that was used, and a new one for one that is too old."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date, timedelta
from typing import Any

import pytest
from django.core import mail
from django.test import Client
from django.utils import timezone

from accounts.models import Authority, TaskLink, User
from accounts.selectors import token_of
from accounts.services.life import lock_account
from accounts.services.links import make_link, renew_link
from audit.models import Entry
from core.scoping import authority_scope
from memberships.models.members import SettingRole
from memberships.selectors.staff_told import STAFF_TOLD
from memberships.services.invitations import PURPOSE as INVITATION
from memberships.services.staff_told import confirm_staff_told
from provision.selectors import LINK_PURPOSE as STAFF_RETURN
from tests.factories.agreeing import answered, circulated, drafted
from tests.factories.groups import Group
from tests.factories.joining import InvitationFactory
from tests.factories.offers import ReturnPeriodFactory, StaffReturnReminderFactory
from tests.outbox import deliver
from ways_of_working.selectors.agreement import ANSWER_TERMS

Browse = Callable[[User | None], Client]
LONG_AGO = timedelta(days=70)
OFFER, DONE = "Send me a new link", "This link has been used"


def old_link(purpose: str, about: Any, person: User | None, email: str = "") -> TaskLink:
    at = timezone.now() - LONG_AGO
    return make_link(purpose=purpose, about_id=about.pk, email=email or person.email, user=person, at=at)  # type: ignore[union-attr]


def staff_told(led: Group, amina: User) -> tuple[TaskLink, str]:
    return old_link(STAFF_TOLD, led.bluebells, led.mo), "collaborations/staff-told/"


def staff_return(led: Group, amina: User) -> tuple[TaskLink, str]:
    today = timezone.localdate()
    period = ReturnPeriodFactory(
        count_date=today - timedelta(20), opens_on=today - timedelta(10), due_on=today + timedelta(10)
    )
    reminder = StaffReturnReminderFactory(period=period, provider=led.bluebells.provider, sent_by=amina)
    return old_link(STAFF_RETURN, reminder, led.mo), "staff-return/"


def invitation(led: Group, amina: User) -> tuple[TaskLink, str]:
    row = InvitationFactory(collaboration=led.collaboration, sent_by=led.lena)
    return old_link(INVITATION, row, None, email=row.email), "collaborations/invitations/by-link/"


def terms(led: Group, amina: User) -> tuple[TaskLink, str]:
    circulated(drafted(led.collaboration, led.lena), led.lena, at=timezone.now() - timedelta(1))
    link = TaskLink.objects.get(purpose=ANSWER_TERMS, user=led.mo)
    TaskLink.objects.filter(pk=link.pk).update(withdrawn_at=timezone.now())
    TaskLink.objects.filter(purpose=ANSWER_TERMS).update(made_at=timezone.now() - timedelta(hours=2))
    link.refresh_from_db()
    return link, "collaborations/ways-of-working/answer/"


CASES = [staff_told, staff_return, invitation, terms]


def path_of(authority: Authority, link: TaskLink, where: str) -> str:
    return f"/{authority.slug}/{where}{token_of(link)}/"


@pytest.mark.parametrize("case", CASES)
def test_an_old_link_sends_a_new_one_to_the_same_address_once(
    case: Any, larkshire: Authority, led: Group, amina: User, browse: Browse
) -> None:
    with authority_scope(larkshire):
        link, where = case(led, amina)
        deliver()
    path, nobody = path_of(larkshire, link, where), browse(None)
    page = nobody.get(path)
    assert page.status_code == 404
    assert OFFER in page.content.decode()
    assert link.email not in page.content.decode(), "whoever holds an old link learns no address"
    mail.outbox = []
    for _twice in range(2):
        sent = nobody.post(path, {"send_again": "1"}, follow=True)
        assert (sent.status_code, "A new link is on its way" in sent.content.decode()) == (200, True)
    with authority_scope(larkshire):
        deliver()
        (email,) = mail.outbox
        assert email.to == [link.email]
        assert email.subject.startswith("Reminder: ")
        assert Entry.objects.filter(action="link_sent_again").count() == 1
        new = TaskLink.objects.filter(purpose=link.purpose, about_id=link.about_id).latest("pk")
        assert token_of(new) in email.body
    assert nobody.get(path_of(larkshire, new, where)).status_code == 200


@pytest.mark.parametrize("case", CASES)
def test_a_forged_or_foreign_link_gets_no_more_than_that_it_does_not_work(
    case: Any, larkshire: Authority, marlshire: Authority, led: Group, amina: User, browse: Browse
) -> None:
    with authority_scope(larkshire):
        link, where = case(led, amina)
        deliver()
    mail.outbox = []
    for path in (path_of(larkshire, link, where)[:-2] + "x/", path_of(marlshire, link, where)):
        for ask in (browse(None).get, browse(None).post):
            page = ask(path, {"send_again": "1"})
            assert page.status_code == 404
            assert OFFER not in page.content.decode()
    assert mail.outbox == []


@pytest.mark.parametrize("case", [staff_told, staff_return, terms])
def test_whoever_no_longer_manages_the_setting_or_is_locked_out_is_offered_nothing(
    case: Any, larkshire: Authority, led: Group, amina: User, maya: User, browse: Browse
) -> None:
    with authority_scope(larkshire):
        link, where = case(led, amina)
    path = path_of(larkshire, link, where)
    with authority_scope(larkshire):
        lock_account(user=led.mo, by=maya, at=timezone.now(), reason="Asked to")
    assert OFFER not in browse(None).get(path).content.decode()


def test_a_used_link_says_what_was_done_and_to_whom_it_may(
    larkshire: Authority, led: Group, amina: User, browse: Browse
) -> None:
    with authority_scope(larkshire):
        link, where = staff_told(led, amina)
        confirm_staff_told(membership=led.bluebells, by=led.mo, at=timezone.now())
    page = browse(None).get(path_of(larkshire, link, where)).content.decode()
    assert DONE in page
    assert "Mo Siddiqui confirmed on" in page
    assert OFFER not in page
    with authority_scope(larkshire):
        SettingRole.objects.filter(user=led.mo).update(ends_on=date(2025, 1, 1))
    page = browse(None).get(path_of(larkshire, link, where)).content.decode()
    assert DONE not in page
    assert "Mo Siddiqui" not in page


def test_an_answered_version_says_what_was_answered(
    larkshire: Authority, led: Group, amina: User, browse: Browse
) -> None:
    with authority_scope(larkshire):
        link, where = terms(led, amina)
        answered(link_version(link), led.bluebells, led.mo, at=timezone.now())
    page = browse(None).get(path_of(larkshire, link, where)).content.decode()
    assert DONE in page
    assert "Mo Siddiqui answered on" in page
    assert "agree" in page.split("answered on")[1].split("</p>")[0]


def link_version(link: TaskLink) -> Any:
    from ways_of_working.models import TermsReminder

    return TermsReminder.objects.select_related("ways").get(pk=link.about_id).ways


def test_new_links_are_limited(larkshire: Authority, led: Group, amina: User) -> None:
    with authority_scope(larkshire):
        link, _where = staff_told(led, amina)
        start = timezone.now()
        made = [renew_link(link=link, at=start + timedelta(minutes=11 * number)) for number in range(7)]
        assert [new is not None for new in made] == [True] * 5 + [False] * 2
        open_links = TaskLink.objects.filter(purpose=STAFF_TOLD, used_at=None, withdrawn_at=None)
        assert open_links.get() == made[4], "each takes the place of the one before"
