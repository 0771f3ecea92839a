"""Staff return periods and what settings certify, through the services."""

from datetime import UTC, date, datetime, timedelta
from decimal import Decimal

import pytest
from django.core.exceptions import ValidationError
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from accounts.models import TaskLink
from accounts.services.links import make_link
from audit.models import Entry
from core.scoping import authority_scope
from provision import rules, selectors
from provision.models import ReturnPeriod, StaffReturn
from provision.selectors import LINK_PURPOSE
from provision.services.returns import add_period, certify_staff, change_period, lines_of
from tests.factories.offers import ReturnPeriodFactory, StaffReturnFactory, StaffReturnReminderFactory
from tests.factories.providers import ProviderFactory
from tests.staging import staged

AT = datetime(2026, 11, 21, 10, tzinfo=UTC)
PERIOD = {
    "name": "Autumn 2026",
    "count_date": date(2026, 11, 2),
    "opens_on": date(2026, 11, 2),
    "due_on": date(2026, 11, 30),
    "definition": "Everybody who works with children.",
}


@staged
def period(in_larkshire):
    return ReturnPeriodFactory()


@staged
def acorns(in_larkshire):
    return ProviderFactory(name="Acorns")


def last_sentence():
    return Entry.objects.latest("pk").sentence


def refused(deed, **facts):
    with pytest.raises(ValidationError) as refusal:
        deed(**facts)
    return refusal.value


# --- periods ------------------------------------------------------------------------------------------------


def test_an_officer_adds_a_period(in_larkshire, amina):
    period = add_period(**PERIOD, asks_detail=True, by=amina)
    assert (period.name, period.asks_detail) == ("Autumn 2026", True)
    assert last_sentence() == "added the staff return period Autumn 2026"


@pytest.mark.parametrize(
    ("change", "field"),
    [
        ({"name": "autumn 2026"}, "name"),
        ({"name": "Other"}, "count_date"),
        ({"name": "Other", "count_date": date(2026, 11, 3), "opens_on": date(2026, 11, 3)}, "opens_on"),
        (
            {
                "name": "Other",
                "count_date": date(2027, 1, 5),
                "opens_on": date(2027, 1, 4),
                "due_on": date(2027, 1, 31),
            },
            "opens_on",
        ),
        (
            {
                "name": "Other",
                "count_date": date(2027, 1, 5),
                "opens_on": date(2027, 1, 6),
                "due_on": date(2027, 1, 5),
            },
            "due_on",
        ),
        (
            {
                "name": "",
                "count_date": date(2027, 1, 5),
                "opens_on": date(2027, 1, 6),
                "due_on": date(2027, 1, 31),
            },
            "name",
        ),
    ],
)
def test_a_period_that_cannot_be_is_refused_at_its_field(in_larkshire, amina, period, change, field):
    assert field in refused(add_period, **{**PERIOD, **change}, by=amina).message_dict
    assert ReturnPeriod.objects.count() == 1


def test_before_anybody_has_certified_everything_may_change(in_larkshire, amina, period):
    changes = {"name": "Autumn", "asks_detail": True, "count_date": date(2026, 11, 1)}
    changed = change_period(period=period, changes=changes, by=amina)
    assert (changed.name, changed.asks_detail) == ("Autumn", True)
    assert last_sentence() == "changed the staff return period Autumn"


def test_once_somebody_has_certified_only_the_last_day_and_the_words_change(in_larkshire, amina, period):
    StaffReturnFactory(period=period, certified_by=amina)
    for name, value in (
        ("name", "Other"),
        ("count_date", date(2026, 11, 1)),
        ("opens_on", date(2026, 11, 3)),
        ("asks_detail", True),
    ):
        assert name in refused(change_period, period=period, changes={name: value}, by=amina).message_dict
    changes = {
        "due_on": date(2026, 12, 7),
        "definition": "Clearer words.",
        "childminder_definition": "You and your assistants.",
    }
    assert change_period(period=period, changes=changes, by=amina).due_on == date(2026, 12, 7)


def test_a_change_that_changes_nothing_leaves_no_entry(in_larkshire, amina, period):
    before = Entry.objects.count()
    change_period(period=period, changes={"name": "Autumn 2026"}, by=amina)
    assert Entry.objects.count() == before


def test_the_period_that_is_open_is_the_last_one_that_opened(in_larkshire, period):
    later = ReturnPeriodFactory(
        name="Spring", count_date=date(2027, 2, 1), opens_on=date(2027, 2, 1), due_on=date(2027, 2, 28)
    )
    assert selectors.open_period(date(2026, 11, 1)) is None
    assert selectors.open_period(date(2027, 1, 31)) == period
    assert selectors.open_period(date(2027, 2, 1)) == later
    assert selectors.state_of_period(period, on=date(2027, 2, 1)) == "closed"


# --- certifying ---------------------------------------------------------------------------------------------


def test_a_setting_certifies(in_larkshire, amina, period, acorns):
    lines = [rules.StaffLine(Decimal("37.50"), "Room leader", 3), rules.StaffLine(Decimal("16.00"))]
    kept = certify_staff(period=period, provider=acorns, staff=2, lines=lines, by=amina, at=AT)
    assert (kept.staff, kept.certified_by, kept.certified_at) == (2, amina, AT)
    assert lines_of(kept) == lines
    assert last_sentence() == "certified 2 staff for Acorns in Autumn 2026"


def test_pressed_twice_it_is_one(in_larkshire, amina, maya, period, acorns):
    for by in (amina, maya):
        kept = certify_staff(period=period, provider=acorns, staff=9, by=by, at=AT)
    assert kept.certified_by == amina
    assert Entry.objects.filter(action="staff_returned").count() == 1


def test_another_number_must_be_a_correction_and_keeps_the_first(in_larkshire, amina, maya, period, acorns):
    certify_staff(period=period, provider=acorns, staff=9, by=amina, at=AT)
    facts = {"period": period, "provider": acorns, "staff": 11, "by": maya, "at": AT + timedelta(hours=1)}
    said = refused(certify_staff, **facts).messages
    assert said == ["Amina Yusuf confirmed 9 on 21 November 2026 at 10am. If that is wrong, correct it."]
    kept = certify_staff(**facts, corrects=True)
    assert (kept.staff, kept.certified_by) == (11, maya)
    assert last_sentence() == "corrected the staff number of Acorns in Autumn 2026 to 11"
    assert Entry.objects.latest("pk").facts["changes"] == {"staff": ["9", "11"]}
    assert [row["staff"] for row in selectors.earlier_numbers(kept)] == [9]


@pytest.mark.parametrize("on", ["2026-11-01", "2027-02-01"])
def test_nobody_certifies_before_it_opens_or_once_the_next_has_opened(
    in_larkshire, amina, period, acorns, on
):
    ReturnPeriodFactory(
        name="Spring", count_date=date(2027, 2, 1), opens_on=date(2027, 2, 1), due_on=date(2027, 2, 28)
    )
    at = datetime.fromisoformat(f"{on}T10:00+00:00")
    said = refused(certify_staff, period=period, provider=acorns, staff=9, by=amina, at=at).messages
    assert said in (["Autumn 2026 is not open yet."], ["Autumn 2026 is closed: a later period has opened."])


def test_late_is_not_too_late(in_larkshire, amina, period, acorns):
    assert certify_staff(period=period, provider=acorns, staff=9, by=amina, at=AT + timedelta(60)).pk


@pytest.mark.parametrize(("staff", "childminder"), [(501, False), (-1, False), (0, True)])
def test_a_number_that_cannot_be_is_refused_at_its_field(in_larkshire, amina, period, staff, childminder):
    provider = ProviderFactory(childminder=childminder)
    assert (
        "staff"
        in refused(certify_staff, period=period, provider=provider, staff=staff, by=amina, at=AT).message_dict
    )


def test_hours_that_cannot_be_are_refused_at_the_lines(in_larkshire, amina, period, acorns):
    lines = [rules.StaffLine(Decimal(61))]
    assert (
        "lines"
        in refused(
            certify_staff, period=period, provider=acorns, staff=1, lines=lines, by=amina, at=AT
        ).message_dict
    )


def test_a_link_is_used_up_and_the_others_of_the_period_end(in_larkshire, amina, sam, period, acorns):
    reminder = StaffReturnReminderFactory(period=period, provider=acorns, sent_by=amina)
    mine, other = (
        make_link(purpose=LINK_PURPOSE, about_id=reminder.pk, email=who.email, at=AT, user=who)
        for who in (amina, sam)
    )
    certify_staff(period=period, provider=acorns, staff=9, link=mine, by=amina, at=AT)
    mine, other = TaskLink.objects.get(pk=mine.pk), TaskLink.objects.get(pk=other.pk)
    assert (mine.used_at, other.used_at, other.withdrawn_at) == (AT, None, AT)
    facts = {"period": period, "provider": acorns, "staff": 12, "corrects": True, "by": sam, "at": AT}
    for link in (mine, other):
        assert refused(certify_staff, **facts, link=link).messages == [
            "This link has been used already or no longer works."
        ]
    assert StaffReturn.objects.get().staff == 9


@settings(max_examples=20, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(answers=st.lists(st.tuples(st.integers(-2, 502), st.booleans()), min_size=1, max_size=6))
def test_the_history_holds_every_number_that_was_ever_certified(larkshire, amina, answers):
    with authority_scope(larkshire):
        period = ReturnPeriod.objects.first() or ReturnPeriodFactory()
        provider, told = ProviderFactory(), []
        for step, (staff, corrects) in enumerate(answers):
            try:
                kept = certify_staff(
                    period=period,
                    provider=provider,
                    staff=staff,
                    corrects=corrects,
                    by=amina,
                    at=AT + timedelta(minutes=step),
                )
            except ValidationError:
                continue
            if not told or told[-1] != staff:
                told.append(staff)
            assert kept.staff == staff
        if told:
            kept = selectors.return_of(provider, period)
            assert [kept.staff, *(row["staff"] for row in selectors.earlier_numbers(kept))] == told[::-1]
            assert Entry.objects.filter(about_id=kept.pk, action__startswith="staff_return").count() == len(
                told
            )
