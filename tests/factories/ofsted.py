"""Inspections and versions of the leading policy for tests. Rows are made in the authority in scope."""

from __future__ import annotations

from datetime import UTC, date, datetime

import factory
from factory.django import DjangoModelFactory

from ofsted.models import Inspection, LeadingPolicy, SchoolLink
from ofsted.rules import policy as policy_rules
from ofsted.rules.policy_cells import stored
from ofsted.rules.regimes import REPORT_CARD_AREAS, Regime
from ofsted.rules.school_links import LinkType
from tests.factories.providers import ProviderFactory


class InspectionFactory(DjangoModelFactory[Inspection]):
    """A graded inspection of May 2024, Good and published.

    ``card=True`` makes it a report card of 2026 without a fault.
    """

    class Meta:
        model = Inspection

    class Params:
        card = factory.Trait(
            regime=Regime.REPORT_CARD,
            inspected_on=date(2026, 3, 10),
            published_on=date(2026, 4, 20),
            overall=None,
            rc_safeguarding=1,
            **dict.fromkeys((area for area in REPORT_CARD_AREAS if area != "rc_safeguarding"), 3),
        )
        visit = factory.Trait(regime=Regime.NO_CHILDREN, is_graded=False, overall=None, met=1)

    provider = factory.SubFactory(ProviderFactory)
    regime = Regime.EIF
    inspection_number = factory.Sequence(lambda number: str(10_000_000 + number))
    inspected_on = date(2024, 5, 12)
    published_on = date(2024, 6, 14)
    is_graded = True
    overall = 2


class SchoolLinkFactory(DjangoModelFactory[SchoolLink]):
    """That a school took over from another in September 2024, as the register of schools says it."""

    class Meta:
        model = SchoolLink

    urn = factory.Sequence(lambda number: str(710000 + number))
    other_urn = factory.Sequence(lambda number: str(720000 + number))
    link_type = LinkType.PREDECESSOR
    other_name = factory.LazyAttribute(lambda link: f"School {link.other_urn}")
    since = date(2024, 9, 1)


class LeadingPolicyFactory(DjangoModelFactory[LeadingPolicy]):
    """The shipped table, adopted. ``draft=True`` leaves it a draft."""

    class Meta:
        model = LeadingPolicy

    class Params:
        draft = factory.Trait(state=LeadingPolicy.State.DRAFT, starts_on=None, adopted_at=None)

    version = factory.Sequence(lambda number: number + 1)
    state = LeadingPolicy.State.ADOPTED
    cells = factory.LazyFunction(lambda: stored(policy_rules.LeadingPolicy.shipped()))
    starts_on = date(2025, 1, 1)
    adopted_at = datetime(2025, 1, 1, 9, 0, tzinfo=UTC)
