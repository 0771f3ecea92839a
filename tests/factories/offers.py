"""Staff returns and what settings offer, for tests.

Rows are made in the authority in scope; people (``…_by``) are to be given.
"""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta
from decimal import Decimal
from typing import Any

import factory
from django.utils import timezone
from factory.django import DjangoModelFactory

from accounts.models import User
from accounts.services.links import make_link
from memberships.services.people import add_person_of_setting
from providers.models import Provider
from provision.emails import KEEP_PLACES
from provision.models import (
    DeliveryPartner,
    DeliveryPartnership,
    PublicConsent,
    ReturnPeriod,
    StaffReturn,
    StaffReturnReminder,
    Vacancy,
)
from provision.selectors import LINK_PURPOSE
from tests.factories.providers import ProviderFactory


class ReturnPeriodFactory(DjangoModelFactory[ReturnPeriod]):
    """Counted on 2 November 2026, open until the end of the month."""

    class Meta:
        model = ReturnPeriod

    name = "Autumn 2026"
    count_date = date(2026, 11, 2)
    opens_on = date(2026, 11, 2)
    due_on = date(2026, 11, 30)
    definition = "Everybody employed to work directly with children."
    childminder_definition = "You count as one. Add your assistants."


class StaffReturnFactory(DjangoModelFactory[StaffReturn]):
    class Meta:
        model = StaffReturn

    period = factory.SubFactory(ReturnPeriodFactory)
    provider = factory.SubFactory(ProviderFactory)
    staff = 9
    certified_at = datetime(2026, 11, 4, 9, 30, tzinfo=UTC)


class StaffReturnReminderFactory(DjangoModelFactory[StaffReturnReminder]):
    class Meta:
        model = StaffReturnReminder

    period = factory.SubFactory(ReturnPeriodFactory)
    provider = factory.SubFactory(ProviderFactory)
    sent_on = date(2026, 11, 10)


class VacancyFactory(DjangoModelFactory[Vacancy]):
    class Meta:
        model = Vacancy

    provider = factory.SubFactory(ProviderFactory)
    age_band = Vacancy.AgeBand.TWO
    session = Vacancy.Session.MORNING
    places = 3
    confirmed_on = date(2026, 11, 20)


class PublicConsentFactory(DjangoModelFactory[PublicConsent]):
    class Meta:
        model = PublicConsent

    provider = factory.SubFactory(ProviderFactory, childminder=True)
    given_on = date(2026, 11, 1)


class DeliveryPartnershipFactory(DjangoModelFactory[DeliveryPartnership]):
    class Meta:
        model = DeliveryPartnership

    lead = factory.SubFactory(ProviderFactory)
    model = DeliveryPartnership.Model.SPLIT_DAY
    lead_hours = Decimal(15)
    lead_contact = "Lena Hartley"
    starts_on = date(2026, 9, 1)


class DeliveryPartnerFactory(DjangoModelFactory[DeliveryPartner]):
    class Meta:
        model = DeliveryPartner

    partnership = factory.SubFactory(DeliveryPartnershipFactory)
    provider = factory.SubFactory(ProviderFactory)
    hours = Decimal(15)


def offer_rows(acorns: Provider, leader: User, officer: User) -> dict[str, Any]:
    """A row behind every address of a setting's own tasks; the leader manages a childminder's home too.

    Made for the matrix of endpoints.
    """
    today = timezone.localdate()
    period = ReturnPeriodFactory(count_date=today, opens_on=today, due_on=today)
    home = ProviderFactory(childminder=True)
    add_person_of_setting(
        provider=home,
        email=leader.email,
        full_name="Lena",
        role="manager",
        starts_on=date(2024, 9, 1),
        by=officer,
    )
    reminder = StaffReturnReminderFactory(period=period, provider=acorns, sent_by=officer)
    link = make_link(
        purpose=LINK_PURPOSE, about_id=reminder.pk, email=leader.email, user=leader, at=timezone.now()
    )
    fading = today - timedelta(days=26)
    VacancyFactory(provider=acorns, confirmed_by=officer, confirmed_on=fading, age_band="under_two")
    about: dict[str, Any] = {"about_id": acorns.pk, "email": leader.email, "user": leader}
    return {
        "period": period,
        "home": home,
        "places link": make_link(purpose=KEEP_PLACES, at=timezone.now(), **about),
        "vacancy": VacancyFactory(provider=acorns, confirmed_by=officer),
        "partnership": DeliveryPartnerFactory(partnership__lead=acorns).partnership,
        "return link": link,
    }
