"""Letters of leadership cases in a real browser: written, changed and sent; and the authority's own words."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest
from django.utils import timezone
from playwright.sync_api import expect

from accounts.models import Authority, User
from core.scoping import authority_scope
from leadership.models.cases import LeadershipCase
from leadership.selectors.sight import every_case
from leadership.services.cases import assign_case
from memberships.models.members import LeaderAppointment
from tests.browser.clicks import follow, press
from tests.browser.conftest import Look
from tests.factories.groups import Group
from tests.factories.leadership import LeadershipCaseFactory

pytestmark = pytest.mark.django_db(transaction=True)
LIST = "/larkshire/leadership/"


@pytest.fixture
def told(larkshire: Authority, led: Group, amina: User, maya: User) -> LeadershipCase:
    """Lena's case, at the letter. Nothing of what a letter says has been recorded."""
    now = timezone.now()
    with authority_scope(larkshire), every_case():
        appointment = LeaderAppointment.objects.get(user=led.lena)
        case = LeadershipCaseFactory(appointment=appointment, ground="told", opened_at=now)
        assign_case(case_id=case.pk, officer=amina, by=maya, at=now)
        LeadershipCase.objects.filter(pk=case.pk).update(told_leader_at=now, stage="letter")
    return case


def test_l3_an_officer_writes_changes_and_sends_a_letter(
    look: Look, sign_in: Callable[[Any], None], told: LeadershipCase, amina: User
) -> None:
    sign_in(amina)
    page = look.at(f"{LIST}{told.pk}/", "letter-case")
    press(page, "Write the letter")
    look.check("letters-none")
    press(page, "After the first conversation")
    look.check("letter-begun")
    press(page, "Save and see the letter")
    expect(page.get_by_role("main")).to_contain_text("The case does not say this yet.")
    expect(page.get_by_role("button", name="Send the letter")).to_have_count(0)
    look.check("letter-braces")
    press(page, "Fill it in")
    page.get_by_label("Words of the letter").fill(
        "Dear Lena,\n\nThank you for speaking with us.\n\nKind regards,\n\nAmina Yusuf\nEarly years team"
    )
    press(page, "Save and see the letter")
    look.check("letter-read-once-more")
    press(page, "Send the letter")
    expect(page.get_by_role("main")).to_contain_text("The letter is sent.")
    look.check("letters-sent")


def test_l3_a_manager_reads_and_changes_the_words(
    look: Look, sign_in: Callable[[Any], None], larkshire: Authority, maya: User
) -> None:
    sign_in(maya)
    page = look.at(f"{LIST}letters/", "letter-words")
    follow(page, "Change")
    look.check("letter-words-change")
    page.get_by_label("Subject").fill("")
    press(page, "See how it looks")
    look.check("letter-words-error")
    page.get_by_label("Subject").fill("Thank you for talking with us")
    press(page, "See how it looks")
    look.check("letter-words-preview")
    press(page, "Save these words")
    expect(page.get_by_role("main")).to_contain_text("Your own words")
    look.check("letter-words-own")
