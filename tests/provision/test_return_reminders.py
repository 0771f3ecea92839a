"""Who owes the staff return, reminders to those alone, and partnerships between members."""

from datetime import UTC, date, datetime, timedelta
from decimal import Decimal

import pytest
import time_machine
from django.core import mail
from django.core.exceptions import ValidationError

from accounts.models import TaskLink
from audit.models import Entry
from core.scoping import authority_scope
from documents.models import Job, OutboxMessage
from documents.services.outbox import send_email_now
from memberships.services.members import leave
from portal.selectors.health import group_today
from provision import selectors
from provision.emails import StaffReturnAsked
from provision.models import StaffReturnReminder
from provision.rules import PartnerHours, PeriodState, ReturnState
from provision.selectors import LINK_PURPOSE, period_by_id
from provision.services import reminders
from provision.services.partnerships import Arrangement, change_partnership, record_partnership
from provision.services.reminders import remind_collaboration, start_reminders
from provision.services.returns import certify_staff
from tests.factories.memberships import MembershipFactory
from tests.factories.offers import ReturnPeriodFactory
from tests.factories.providers import ProviderFactory
from tests.staging import staged

AT = datetime(2026, 11, 21, 10, tzinfo=UTC)
TODAY = date(2026, 11, 21)


@pytest.fixture(autouse=True)
def now():
    with time_machine.travel(AT, tick=False):
        yield


@staged
def open_period(larkshire, led):
    with authority_scope(larkshire):
        return ReturnPeriodFactory()


@pytest.fixture
def asked(larkshire, led, open_period):
    """Riverside in an open period."""
    with authority_scope(larkshire):
        yield led


@pytest.fixture
def period(asked):
    return period_by_id(ReturnPeriodFactory._meta.model.objects.get().pk)


def names(providers):
    return [str(each) for each in providers]


def send_all():
    for link in TaskLink.objects.filter(purpose=LINK_PURPOSE).order_by("pk"):
        send_email_now(kind=StaffReturnAsked.name, ids={"link_id": link.pk}, at=AT)


def test_those_who_have_not_certified_owe(asked, period, amina):
    owing = selectors.settings_that_owe(period, collaboration=asked.collaboration)
    assert names(owing.all()) == ["Acorns", "Bluebells", "Cara's"]
    certify_staff(period=period, provider=asked.acorns.provider, staff=9, by=asked.lena, at=AT)
    assert names(owing.all()) == ["Bluebells", "Cara's"]


def test_asked_are_the_members_on_the_count_date(asked, amina, period):
    """One number: in the list of the authority, on the group's page, on its dashboard."""
    leave(membership=asked.bluebells, on=TODAY, reason="Closed", by=amina)
    leave(membership=asked.caras, on=period.count_date, reason="Closed", by=amina)
    later = {"joined_on": period.count_date + timedelta(days=1), "provider__name": "Elm Tree"}
    MembershipFactory(collaboration=asked.collaboration, **later)
    MembershipFactory(collaboration__state="closed", provider=ProviderFactory(name="Daisies"))
    owing = ["Acorns", "Bluebells"]
    assert names(selectors.settings_that_owe(period)) == owing
    assert names(selectors.settings_that_owe(period, collaboration=asked.collaboration)) == owing
    assert names(selectors.returns_in(period, on=TODAY)) == owing
    group = group_today(asked.collaboration, on=TODAY)
    assert len(group.owing) == 2
    (elm,) = [
        row
        for row in selectors.returns_in(period, on=TODAY, collaboration=asked.collaboration)
        if row.joined_later
    ]
    assert selectors.state_of_row(elm, PeriodState.OPEN) is ReturnState.NOT_ASKED
    done = remind_collaboration(collaboration=asked.collaboration, by=amina, at=AT)
    assert (done.now, done.without_people) == (2, ())


def test_the_group_s_page_says_who_is_not_asked(asked, amina, period, browse):
    MembershipFactory(
        collaboration=asked.collaboration, joined_on=date(2026, 11, 20), provider__name="Elm Tree"
    )
    page = browse(amina).get(f"/larkshire/collaborations/{asked.collaboration.pk}/staff-returns/")
    text = " ".join(page.content.decode().split())
    assert "3 of 3 that were members on 2 November 2026 owe it." in text
    assert "joined on 20 Nov 2026" in text
    assert "Not asked" in text


def test_one_tap_reminds_those_who_owe_and_nobody_twice_a_day(asked, period, amina):
    certify_staff(period=period, provider=asked.acorns.provider, staff=9, by=asked.lena, at=AT)
    MembershipFactory(collaboration=asked.collaboration, provider=ProviderFactory(name="Daisies"))
    done = remind_collaboration(collaboration=asked.collaboration, by=asked.lena, at=AT)
    assert done.in_words() == "2 settings were reminded. Nobody is known to write to at: Daisies."
    assert Entry.objects.latest("pk").sentence == "reminded 2 settings of the staff return for Autumn 2026"
    assert OutboxMessage.objects.filter(ids__kind="provision.staff_return_asked").count() == 2
    again = remind_collaboration(collaboration=asked.collaboration, by=asked.lena, at=AT)
    assert (again.now, again.earlier) == (0, 2)
    assert Entry.objects.filter(action="reminders_sent").count() == 1
    send_all()
    assert sorted(email.to[0] for email in mail.outbox) == ["cara@larkshire.example", "mo@larkshire.example"]
    tomorrow = remind_collaboration(collaboration=asked.collaboration, by=asked.lena, at=AT + timedelta(1))
    assert tomorrow.now == 2
    open_links = TaskLink.objects.filter(purpose=LINK_PURPOSE, withdrawn_at=None)
    assert sorted(open_links.values_list("email", flat=True)) == [
        "cara@larkshire.example",
        "mo@larkshire.example",
    ], "the newest link works"


def test_the_email_names_the_setting_what_and_by_when(asked, amina):
    remind_collaboration(collaboration=asked.collaboration, by=amina, at=AT)
    send_all()
    email = next(one for one in mail.outbox if one.to == ["mo@larkshire.example"])
    assert email.subject == "Bluebells: confirm your staff number by 30 November"
    for words in (
        "Hello Mo,",
        "at Bluebells on 2 November 2026?",
        "by 30 November 2026",
        "/larkshire/staff-return/",
    ):
        assert words in email.body
    html = email.alternatives[0][0]
    assert "Bluebells" in html
    assert "/larkshire/staff-return/" in html
    caras = next(one for one in mail.outbox if one.to == ["cara@larkshire.example"])
    assert (
        "How many worked with children at Cara's on 2 November 2026: you, and your assistants if you employ any?"
        in caras.body
    )
    assert len({one.extra_headers["Message-ID"] for one in mail.outbox}) == 3


def test_a_late_email_says_so(asked, amina):
    remind_collaboration(collaboration=asked.collaboration, by=amina, at=AT + timedelta(20))
    send_all()
    assert "It was due by 30 November 2026, and you can still answer." in mail.outbox[0].body


def test_whoever_certifies_before_the_email_is_sent_gets_none(asked, period, amina):
    remind_collaboration(collaboration=asked.collaboration, by=amina, at=AT)
    certify_staff(period=period, provider=asked.acorns.provider, staff=9, by=asked.lena, at=AT)
    send_all()
    assert sorted(email.to[0] for email in mail.outbox) == ["cara@larkshire.example", "mo@larkshire.example"]


def test_with_nothing_open_or_nothing_owed_there_is_nobody_to_remind(larkshire, led, amina):
    with authority_scope(larkshire):
        with pytest.raises(ValidationError, match="No staff number is asked for today"):
            remind_collaboration(collaboration=led.collaboration, by=amina, at=AT)
        period = ReturnPeriodFactory()
        for membership in (led.acorns, led.bluebells, led.caras):
            certify_staff(period=period, provider=membership.provider, staff=3, by=amina, at=AT)
        for deed in (
            lambda: remind_collaboration(collaboration=led.collaboration, by=amina, at=AT),
            lambda: start_reminders(period=period, by=amina, at=AT),
        ):
            with pytest.raises(ValidationError, match="Nobody owes it"):
                deed()


def test_all_of_an_authority_are_reminded_by_a_job_that_may_be_run_twice(
    asked, elsewhere, period, amina, larkshire
):
    job = start_reminders(period=period, by=amina, at=AT)
    assert job.total == 4
    ids = OutboxMessage.objects.get(task="provision.remind_everybody").ids
    assert ids == {"job_id": job.pk, "period_id": period.pk, "user_id": amina.pk}
    for _ in range(2):
        reminders.remind_everybody(**ids, authority_id=larkshire.pk, at=AT)
    job = Job.objects.get(pk=job.pk)
    assert (job.state, job.done, job.result, job.message) == (
        "done",
        4,
        {"settings": 4},
        "4 settings were reminded.",
    )
    assert StaffReturnReminder.objects.count() == 4
    assert Entry.objects.filter(action="reminders_sent").count() == 1


def test_killed_and_run_again_every_reminder_is_in_exactly_one_entry(
    asked, elsewhere, period, amina, larkshire, monkeypatch
):
    start_reminders(period=period, by=amina, at=AT)
    ids = {
        **OutboxMessage.objects.get(task="provision.remind_everybody").ids,
        "authority_id": larkshire.pk,
        "at": AT,
    }
    monkeypatch.setattr(reminders, "STEP", 2)
    whole, steps = reminders._remind, []

    def killed_in_the_second(*args, **facts):
        steps.append(args)
        done = whole(*args, **facts)
        if len(steps) == 2:
            raise KeyboardInterrupt
        return done

    monkeypatch.setattr(reminders, "_remind", killed_in_the_second)
    with pytest.raises(KeyboardInterrupt):
        reminders.remind_everybody(**ids)

    def told():
        return [
            entry.facts["number"] for entry in Entry.objects.filter(action="reminders_sent").order_by("pk")
        ]

    assert (told(), StaffReturnReminder.objects.count()) == ([2], 2)
    for _ in range(2):
        reminders.remind_everybody(**ids)
    assert (told(), StaffReturnReminder.objects.count()) == ([2, 2], 4)
    assert Job.objects.get().message == "2 settings were reminded. 2 were reminded earlier today."


def test_a_period_that_is_not_open_reminds_nobody(asked, amina):
    coming = ReturnPeriodFactory(
        name="Spring", count_date=date(2027, 2, 1), opens_on=date(2027, 2, 1), due_on=date(2027, 2, 28)
    )
    with pytest.raises(ValidationError, match="Spring is not open"):
        start_reminders(period=coming, by=amina, at=AT)


def test_partners_share_a_collaboration_with_the_lead_setting(asked, elsewhere, amina):
    clover = elsewhere.memberships.get().provider
    facts = {"lead": asked.acorns.provider, "starts_on": TODAY, "by": amina}

    def with_partner(provider):
        return Arrangement("split_day", Decimal(15), (PartnerHours(provider.pk, Decimal(15)),), "Lena")

    made = record_partnership(**facts, arrangement=with_partner(asked.caras.provider))
    with pytest.raises(ValidationError) as refusal:
        record_partnership(**facts, arrangement=with_partner(clover))
    assert refusal.value.message_dict == {
        "partners": ["A partner must be a member of the same collaboration on the first day."]
    }
    leave(membership=asked.caras, on=TODAY, reason="Moved", by=amina)
    kept = change_partnership(
        partnership=made, arrangement=with_partner(asked.caras.provider), by=amina, on=TODAY
    )
    assert kept == made, "a partner that has left the group stays a partner until somebody ends it"
    with pytest.raises(ValidationError):
        change_partnership(partnership=made, arrangement=with_partner(clover), by=amina, on=TODAY)
