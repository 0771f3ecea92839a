"""What the demonstration's settings declare: staff returns, vacancies and delivery partnerships."""

from __future__ import annotations

from decimal import Decimal
from typing import TYPE_CHECKING

from providers.models import Provider
from provision.models import DeliveryPartnership, ReturnPeriod, Vacancy
from provision.rules import PartnerHours
from provision.services.offers import add_vacancy, give_consent
from provision.services.partnerships import Arrangement, record_partnership
from provision.services.reminders import remind_collaboration
from provision.services.returns import (
    SUGGESTED_CHILDMINDER_DEFINITION,
    SUGGESTED_DEFINITION,
    add_period,
    certify_staff,
)

if TYPE_CHECKING:
    from portal.demonstration.story import Story

#: Days before the build: the count date of the staff numbers that are asked for now.
STAFF_COUNTED = 25


class Provision:
    """The returns and the offers of one county."""

    def __init__(self, story: Story) -> None:
        self.story = story

    def tell(self) -> None:
        self._returns()
        self._offers()

    def _returns(self) -> None:
        last_year = self._period(counted=410, opened=400, due=360)
        this_year = self._period(counted=STAFF_COUNTED, opened=20, due=-12)
        for number in range(len(self.story.shire.groups)):
            for place, membership in enumerate(self.story.memberships(number)):
                staff = (
                    1 + place % 2 if membership.provider.is_domestic else 4 + (number * 3 + place * 2) % 11
                )
                by = self.story.manager_of(membership.provider)
                certify_staff(
                    period=last_year,
                    provider=membership.provider,
                    staff=staff,
                    by=by,
                    at=self.story.then(370),
                )
                if place % 3 != 1:
                    certify_staff(
                        period=this_year,
                        provider=membership.provider,
                        staff=staff + place % 2,
                        is_unchanged=not place % 2,
                        by=by,
                        at=self.story.then(6),
                    )
        remind_collaboration(
            collaboration=self.story.group(1), by=self.story.leader(1), at=self.story.then(2)
        )

    def _period(self, *, counted: int, opened: int, due: int) -> ReturnPeriod:
        count_date = self.story.ago(counted)
        return add_period(
            name=f"{count_date:%B %Y}",
            count_date=count_date,
            opens_on=self.story.ago(opened),
            due_on=self.story.ago(due),
            definition=str(SUGGESTED_DEFINITION),
            childminder_definition=str(SUGGESTED_CHILDMINDER_DEFINITION),
            by=self.story.officer,
        )

    def _offers(self) -> None:
        """Vacancies (one that has faded), a delivery partnership,
        and a childminder who agreed to be named.
        """
        memberships = [membership for number in range(3) for membership in self.story.memberships(number)]
        ages, sessions = list(Vacancy.AgeBand), list(Vacancy.Session)
        for number, membership in enumerate(memberships[:6]):
            add_vacancy(
                provider=membership.provider,
                age_band=ages[number % 3],
                session=sessions[number % 3],
                places=1 + number,
                by=self.story.manager_of(membership.provider),
                on=self.story.ago(40 if number == 5 else 3 * number),
            )
        minders = [
            membership.provider
            for membership in memberships
            if membership.provider.provider_type == Provider.Type.CHILDMINDER
        ]
        for provider in minders[:1]:
            give_consent(provider=provider, by=self.story.manager_of(provider), on=self.story.ago(30))
        lead, partner = (membership.provider for membership in self.story.memberships(0)[:2])
        record_partnership(
            lead=lead,
            arrangement=Arrangement(
                model=DeliveryPartnership.Model.SPLIT_DAY,
                lead_hours=Decimal("18"),
                partners=(PartnerHours(partner.pk, Decimal("12")),),
                lead_contact=str(self.story.manager_of(lead)),
                transport="The partner collects the children at midday, on foot, two adults.",
            ),
            starts_on=self.story.ago(80),
            by=self.story.manager_of(lead),
        )
