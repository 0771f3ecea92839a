"""L3 as far as it goes: assigning, naming readers, reading, closing, and the neutral email."""

from __future__ import annotations

import re
from collections.abc import Callable
from datetime import date
from typing import Any

import pytest
import time_machine
from django.core import mail
from django.core.exceptions import ValidationError
from django.utils import timezone

from accounts.models import RoleAppointment, User
from accounts.permissions import Permission
from audit.models import Entry
from audit.rules.actions import Action
from leadership.emails.cases import CaseAssigned
from leadership.models.cases import CaseGrant, LeadershipCase
from leadership.selectors import cases as selectors
from leadership.selectors import home
from leadership.selectors.members import settings_to_look_at
from leadership.selectors.sight import every_case
from leadership.services.cases import assign_case, close_case, record_reading, share_case, unshare_case
from leadership.services.outcomes import record_outcome
from memberships.models.members import LeaderAppointment
from providers.exports import BY_LISTING, BY_MEMBERSHIP
from providers.models import Provider
from tests.factories.leadership import LeadershipCaseFactory
from tests.factories.memberships import MembershipFactory
from tests.factories.providers import ProviderFactory
from tests.outbox import run_email_task


def waiting(user: User) -> list[Any]:
    return home.lines_of_cases(home.waiting_cases(user, on=timezone.localdate()))


def now() -> Any:
    return timezone.now()


def entries(action: Action) -> list[Entry]:
    return list(Entry.objects.filter(action=action))


# --- who sees it --------------------------------------------------------------------------------------------


def test_l3_only_managers_see_a_new_case(
    case: LeadershipCase, amina: User, maya: User, fred: User, quinn: User, lena: User
) -> None:
    assert selectors.case_for(maya, case.pk) == case
    for other in (amina, fred, quinn, lena):
        assert selectors.case_for(other, case.pk) is None
        assert not selectors.cases_for(other).exists()
        assert not other.has_perm(Permission.VIEW_CASE, case)


def test_l3_the_officer_assigned_sees_it_and_the_one_before_no_longer(
    case: LeadershipCase, amina: User, maya: User, larkshire: Any
) -> None:
    from accounts.roles import Role
    from tests.cast import person

    omar = person(larkshire, "Omar Said", Role.OFFICER)
    assign_case(case_id=case.pk, officer=amina, by=maya, at=now())
    assert selectors.case_for(amina, case.pk) == case
    assert amina.has_perm(Permission.VIEW_CASE, case)
    assign_case(case_id=case.pk, officer=omar, by=maya, at=now())
    assign_case(case_id=case.pk, officer=omar, by=maya, at=now())
    assert selectors.case_for(amina, case.pk) is None
    assert selectors.case_for(omar, case.pk) == case
    assign_case(case_id=case.pk, officer=amina, by=maya, at=now())
    assert selectors.case_for(amina, case.pk) == case
    assert [entry.sentence for entry in entries(Action.CASE_ASSIGNED)][
        -1
    ] == "assigned a leadership case to Amina Yusuf"
    assert len(entries(Action.CASE_ASSIGNED)) == 3
    assert selectors.cases_with_drifted_grants() == []


def test_l3_the_sight_ends_with_the_role(case: LeadershipCase, amina: User, maya: User) -> None:
    assign_case(case_id=case.pk, officer=amina, by=maya, at=now())
    RoleAppointment.objects.filter(user=amina).update(ends_on=timezone.localdate())
    fresh = User.objects.get(pk=amina.pk)
    assert selectors.case_for(fresh, case.pk) is None
    assert waiting(fresh) == []


def test_l3_rights_that_drifted_are_put_right_by_the_next_check(
    case: LeadershipCase, amina: User, maya: User, check: Any
) -> None:
    assign_case(case_id=case.pk, officer=amina, by=maya, at=now())
    CaseGrant.all_dates.all().delete()
    assert selectors.cases_with_drifted_grants() == [case.pk]
    check()
    assert selectors.cases_with_drifted_grants() == []
    assert selectors.case_for(amina, case.pk) == case
    (entry,) = entries(Action.CASE_PERMISSIONS_REPAIRED)
    assert (entry.about_id, entry.by, entry.is_confidential, entry.about_name) == (case.pk, None, True, "")


def test_l3_a_named_reader_reads_and_does_not_decide(case: LeadershipCase, amina: User, maya: User) -> None:
    share_case(case_id=case.pk, reader=amina, by=maya, at=now())
    share_case(case_id=case.pk, reader=amina, by=maya, at=now())
    assert selectors.named_readers(case) == [amina]
    assert selectors.case_for(amina, case.pk) == case
    assert not selectors.works_on(amina, case)
    unshare_case(case_id=case.pk, reader=amina, by=maya, at=now())
    unshare_case(case_id=case.pk, reader=amina, by=maya, at=now())
    assert selectors.case_for(amina, case.pk) is None
    assert len(entries(Action.CASE_SHARED)) == len(entries(Action.CASE_UNSHARED)) == 1
    share_case(case_id=case.pk, reader=amina, by=maya, at=now())
    assert selectors.case_for(amina, case.pk) == case


def test_l3_a_case_goes_only_to_people_who_work_on_cases(
    otto: User, fred: User, case: LeadershipCase, maya: User
) -> None:
    for somebody in (fred, otto):
        with pytest.raises(ValidationError, match="does not work on leadership cases"):
            assign_case(case_id=case.pk, officer=somebody, by=maya, at=now())
        with pytest.raises(ValidationError, match="does not work on leadership cases"):
            share_case(case_id=case.pk, reader=somebody, by=maya, at=now())


def test_l3_each_opening_is_noted_and_told_by_person_and_day(
    case: LeadershipCase, maya: User, amina: User
) -> None:
    for day, reader, time in (
        (4, maya, "09:15"),
        (4, maya, "09:15"),
        (4, amina, "09:20"),
        (4, maya, "16:00"),
        (5, maya, "10:30"),
    ):
        with time_machine.travel(f"2026-03-0{day}T{time}:00Z", tick=False):
            record_reading(case=case, by=reader)
    assert len(entries(Action.CASE_READ)) == 5
    assert [
        (one.on.day, one.person, one.times) for one in selectors.openings_in(selectors.entries_of(case))
    ] == [
        (5, "Maya Thornton", ("10:30am",)),
        (4, "Maya Thornton", ("9:15am", "4pm")),
        (4, "Amina Yusuf", ("9:20am",)),
    ]
    deeds = selectors.deeds_in(selectors.entries_of(case))
    assert Action.CASE_READ not in {entry.action for entry in deeds}


def test_l3_the_audit_log_of_a_case_is_confidential_and_neutral(
    case: LeadershipCase, maya: User, amina: User, lena: User
) -> None:
    assign_case(case_id=case.pk, officer=amina, by=maya, at=now())
    record_reading(case=case, by=maya)
    for entry in Entry.objects.filter(about_type=selectors.CASE):
        assert entry.is_confidential
        assert not entry.about_name
        assert lena.full_name not in entry.sentence


# --- the email ----------------------------------------------------------------------------------------------


@pytest.mark.django_db(transaction=True)
def test_l3_the_officer_gets_an_email_that_says_nothing(larkshire: Any, amina: User, maya: User) -> None:
    from core.scoping import authority_scope
    from tests.cast import person

    lena = person(larkshire, "Lena Field")
    with authority_scope(larkshire), every_case():
        case = LeadershipCaseFactory(appointment__user=lena)
        assign_case(case_id=case.pk, officer=amina, by=maya, at=now())
    (email,) = mail.outbox
    assert (email.to, email.subject) == (["amina@larkshire.example"], "You have a new task")
    everything = email.body + email.alternatives[0][0]
    for word in ("Lena", "leader", "case", "Requires improvement", "Riverside"):
        assert word not in everything
    assert "/larkshire/" in email.body


@pytest.mark.django_db(transaction=True)
def test_l3_an_email_that_could_not_be_sent_is_sent_again(
    larkshire: Any, amina: User, maya: User, monkeypatch: pytest.MonkeyPatch
) -> None:
    from smtplib import SMTPServerDisconnected

    from celery import current_app

    from core import mail as core_mail
    from core.scoping import authority_scope
    from tests.cast import person

    tries: list[str] = []
    send = core_mail.send

    def away_at_first(email: Any, **how: Any) -> None:
        tries.append(email.to)
        if len(tries) == 1:
            raise SMTPServerDisconnected
        send(email, **how)

    monkeypatch.setattr(core_mail, "send", away_at_first)
    monkeypatch.setitem(current_app.conf, "task_eager_propagates", False)
    lena = person(larkshire, "Lena Field")
    with authority_scope(larkshire), every_case():
        case = LeadershipCaseFactory(appointment__user=lena)
        assign_case(case_id=case.pk, officer=amina, by=maya, at=now())
    assert tries == ["amina@larkshire.example"] * 2
    assert [email.to for email in mail.outbox] == [["amina@larkshire.example"]]


def test_l3_nobody_is_told_of_a_case_that_has_gone_to_somebody_else(
    case: LeadershipCase, amina: User
) -> None:
    run_email_task(CaseAssigned(case_id=case.pk, user_id=amina.pk, assigned_at="task"))
    assert mail.outbox == []


# --- closing ------------------------------------------------------------------------------------------------


def needed(leads: LeaderAppointment, policy: Any, **facts: Any) -> LeadershipCase:
    return LeadershipCaseFactory(
        appointment=leads, policy=policy, ground=LeadershipCase.Ground.DECISION_NEEDED, **facts
    )


def test_l1_an_officers_decision_closes_the_case_and_keeps_it_closed(
    leads: LeaderAppointment, policy: Any, maya: User, check: Any
) -> None:
    case = needed(leads, policy)
    closed = close_case(case_id=case.pk, outcome="may_lead", words=" Visited and seen. ", by=maya, at=now())
    assert (closed.outcome, closed.outcome_words, closed.closed_by) == ("may_lead", "Visited and seen.", maya)
    assert check(on=timezone.localdate()).opened == 0
    (entry,) = entries(Action.CASE_CLOSED)
    assert entry.sentence == "closed a leadership case"


def test_l1_below_the_line_nobody_decides_that_the_leader_may_lead(case: LeadershipCase, maya: User) -> None:
    with pytest.raises(ValidationError, match="below the line of the leading policy") as refusal:
        close_case(case_id=case.pk, outcome="may_lead", words="No", by=maya, at=now())
    assert list(refusal.value.error_dict) == ["outcome"]
    assert LeadershipCase.objects.get().closed_at is None


def test_l1_who_still_leads_has_not_stopped(case: LeadershipCase, maya: User) -> None:
    with pytest.raises(ValidationError, match="has not ended"):
        close_case(case_id=case.pk, outcome="stopped", words="Soon", by=maya, at=now())
    LeaderAppointment.objects.update(ends_on=date(2026, 7, 1))
    assert (
        close_case(case_id=case.pk, outcome="stopped", words="Stood down", by=maya, at=now()).outcome
        == "stopped"
    )


def test_l2_a_case_is_no_longer_needed_after_a_better_judgement(
    case: LeadershipCase, judged: Callable[..., Any], maya: User
) -> None:
    with pytest.raises(ValidationError, match="would open it again"):
        close_case(case_id=case.pk, outcome="not_needed", words="Better", by=maya, at=now())
    judged(overall=1, inspected_on=date(2026, 5, 1), published_on=date(2026, 6, 1))
    assert close_case(case_id=case.pk, outcome="not_needed", words="Better", by=maya, at=now()).closed_at


def test_l2_a_closed_case_stays_as_it_is(case: LeadershipCase, maya: User, amina: User) -> None:
    LeadershipCase.objects.update(closed_at=now(), outcome="stopped", stage="closed")
    for write in (
        lambda: close_case(case_id=case.pk, outcome="stopped", words="Again", by=maya, at=now()),
        lambda: assign_case(case_id=case.pk, officer=amina, by=maya, at=now()),
        lambda: share_case(case_id=case.pk, reader=amina, by=maya, at=now()),
        lambda: record_outcome(
            case_id=case.pk, inspected_on=date(2026, 6, 1), outcome="x", by=maya, at=now()
        ),
    ):
        with pytest.raises(ValidationError, match="closed"):
            write()


# --- the home page ------------------------------------------------------------------------------------------


@pytest.mark.urls("config.authority_urls")
def test_what_waits_is_said_to_those_who_see_it(
    case: LeadershipCase, amina: User, maya: User, fred: User
) -> None:
    assert [item.what for item in waiting(maya)] == ["1 leadership case is not assigned"]
    assert waiting(amina) == waiting(fred) == []
    assign_case(case_id=case.pk, officer=amina, by=maya, at=now())
    (item,) = waiting(amina)
    assert item.what == "1 leadership case is assigned to you"
    assert item.since == date(2026, 7, 1)
    assert item.url.endswith("/leadership/?assigned=me")
    assert waiting(maya) == []
    LeadershipCase.objects.update(nothing_found_since=now())
    assert [item.what for item in waiting(maya)] == [
        "The check no longer finds anything in 1 leadership case"
    ]


@pytest.mark.urls("config.authority_urls")
def test_members_that_ofsted_no_longer_lists_are_settings_to_look_at(
    leads: LeaderAppointment, amina: User, fred: User
) -> None:
    today = timezone.localdate()
    assert settings_to_look_at(amina, on=today) == []
    setting = leads.membership.provider
    setting.unlisted_since = date(2026, 6, 30)
    setting.save()
    (item,) = settings_to_look_at(amina, on=today)
    assert item.what == f"{setting.name} is no longer listed by Ofsted"
    assert settings_to_look_at(fred, on=today) == []
    other = MembershipFactory(collaboration=leads.membership.collaboration).provider
    Provider.objects.filter(pk=other.pk).update(unlisted_since=date(2026, 7, 31))
    ProviderFactory(unlisted_since=date(2026, 8, 31))  # a member of nothing
    (item,) = settings_to_look_at(amina, on=today)
    assert item.what == "2 members are no longer listed by Ofsted"
    assert item.detail == "The newest since 31 July 2026."
    assert item.url.endswith("/providers/provider/?listing=gone&member=yes")
    narrowed = BY_MEMBERSHIP.apply(
        BY_LISTING.apply(Provider.objects.all(), {"listing": "gone"}), {"member": "yes"}
    )
    assert set(narrowed) == {setting, other}, "the register behind the link lists the same ones"


def test_a_member_that_ofsted_no_longer_lists_is_marked_where_it_is_a_member(
    leads: LeaderAppointment, amina: User, browse: Any
) -> None:
    membership = leads.membership
    group = f"/larkshire/collaborations/{membership.collaboration_id}/"
    pages = [group, f"{group}members/{membership.pk}/"]
    said = "No longer listed since 30 June 2026"
    client = browse(amina)
    assert [said in client.get(page).content.decode() for page in pages] == [False, False]
    LeaderAppointment.objects.update(may_lead_because="Good, as listed by Ofsted")
    Provider.objects.filter(pk=membership.provider_id).update(unlisted_since=date(2026, 6, 30))
    of_group, of_member = (client.get(page).content.decode() for page in pages)
    assert of_group.count(said) == 2, "among the members and among the leaders"
    people = client.get(f"{group}offices/").content.decode()
    assert said in people
    assert re.search(r"When appointed \(\d+ \w+ \d{4}\):\s+Good, as listed by Ofsted", people), "with its day"
    assert "Good, as listed by Ofsted" not in of_group, "what is true no longer is said with its day alone"
    assert said in of_member
