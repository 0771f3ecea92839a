"""Emails to whoever is given a role, loses one, or is the first manager of an authority."""

from __future__ import annotations

from datetime import timedelta

import pytest
from django.core import mail
from django.core.management import call_command
from django.utils import timezone

from accounts.models import Authority, User
from accounts.roles import Role
from accounts.services.appointments import end_appointment, withdraw_appointment
from accounts.services.people import invite_person
from accounts.services.roles import ROLE, appoint_to_role
from core.scoping import authority_scope
from portal.services.endings import tell_of_endings
from tests.outbox import deliver


def subjects() -> list[str]:
    mail.outbox = []
    deliver()
    return [email.subject for email in mail.outbox]


def test_a_role_given_ended_and_taken_back_is_told_to_the_person(
    larkshire: Authority, sam: User, maya: User
) -> None:
    today = timezone.localdate()
    with authority_scope(larkshire):
        deliver()
        row = appoint_to_role(user=sam, role=Role.FINANCE, starts_on=today, by=maya)
        (subject,) = subjects()
        assert subject.startswith("Larkshire early years team: you are finance officer from ")
        assert mail.outbox[0].reply_to == ["Maya Thornton <maya@larkshire.example>"]
        end_appointment(ROLE, row, ends_on=today + timedelta(5), by=maya)
        (subject,) = subjects()
        assert subject.startswith("Your role in the Larkshire team ends on ")
        later = appoint_to_role(user=sam, role=Role.AUDITOR, starts_on=today + timedelta(9), by=maya)
        withdraw_appointment(ROLE, later, today=today, by=maya)
        assert subjects() == ["Your role in the Larkshire team is taken back"]


def test_who_is_invited_or_recorded_late_gets_no_second_email(
    larkshire: Authority, sam: User, maya: User
) -> None:
    today = timezone.localdate()
    with authority_scope(larkshire):
        deliver()
        guest = invite_person(email="nia@setting.example", full_name="Nia Dale", by=maya)
        appoint_to_role(user=guest, role=Role.FINANCE, starts_on=today, by=maya)
        appoint_to_role(user=sam, role=Role.FINANCE, starts_on=today - timedelta(29), by=maya)
        assert deliver() == ["accounts.person_invited"]


@pytest.mark.django_db
def test_the_first_manager_hears_where_to_sign_in(
    capsys: pytest.CaptureFixture[str], settings: object
) -> None:
    names = {"manager": "first@oakshire.example", "manager_name": "Fay Irst"}
    call_command("create_authority", "Oakshire", "oakshire", **names)
    printed = capsys.readouterr().out
    assert "http://localhost:8000/oakshire/" in printed
    with authority_scope(Authority.objects.get(slug="oakshire")):
        assert subjects() == ["Oakshire early years collaborations: your first sign-in"]
        (email,) = mail.outbox
    assert email.to == ["first@oakshire.example"]
    assert "Hello Fay," in email.body
    assert "http://localhost:8000/oakshire/" in email.body


def test_a_role_that_ends_in_thirty_days_is_spoken_of_once(
    larkshire: Authority, sam: User, maya: User
) -> None:
    today = timezone.localdate()
    with authority_scope(larkshire):
        begun = today - timedelta(100)
        for role, days in ((Role.FINANCE, 30), (Role.AUDITOR, 31), (Role.QUALITY_LEAD, 3)):
            appoint_to_role(user=sam, role=role, starts_on=begun, ends_on=today + timedelta(days), by=maya)
        deliver()
        assert tell_of_endings(on=today) == 2, "the holder, and the manager"
        assert tell_of_endings(on=today) == 0, "killed and run again"
        subject, of_another = subjects()
        assert subject.startswith("Your role in the Larkshire team ends on ")
        assert of_another.startswith("Larkshire early years team: a role ends on ")
        assert "finance officer" in mail.outbox[0].body
        assert "accounts.role_ended" not in deliver()
