"""Vacancies that fade, hours shared between settings, and words that strangers may read."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from decimal import Decimal
from typing import Final

from providers.rules.remarks import Remark, gettext_noop

#: A vacancy is shown on the day that it was confirmed and on the 27 days after it.
DAYS_SHOWN: Final = 28
#: The working-parent entitlement, from 9 months to 4 years: hours a week in term time.
FUNDED_HOURS: Final = Decimal(30)
MOST_HOURS: Final = Decimal(60)
_EMAIL: Final = re.compile(r"[^\s@<>(),;:]+@[^\s@<>(),;:]+\.[^\s@<>(),;:]+")


def fades_on(confirmed_on: date) -> date:
    """The first day on which a vacancy is no longer shown."""
    return confirmed_on + timedelta(days=DAYS_SHOWN)


def is_shown(confirmed_on: date, on: date) -> bool:
    return fades_on(confirmed_on) > on


def faded_if_confirmed_by(on: date) -> date:
    """What was confirmed on this day or before has faded by ``on``: the same rule in the words of a query."""
    return on - timedelta(days=DAYS_SHOWN)


@dataclass(frozen=True, slots=True)
class PartnerHours:
    """A partner and its hours a week."""

    provider_id: int
    hours: Decimal


def refusals_of_partnership(lead_id: int, lead_hours: Decimal, partners: Sequence[PartnerHours]) -> list[Remark]:
    """A partnership has a partner, nobody twice, and hours that can be."""
    found = []
    if not partners:
        found.append(Remark("partners", gettext_noop("Choose at least one partner.")))
    ids = [partner.provider_id for partner in partners]
    if lead_id in ids:
        found.append(Remark("partners", gettext_noop("The lead setting cannot be its own partner.")))
    if len(set(ids)) < len(ids):
        found.append(Remark("partners", gettext_noop("Each partner is named once.")))
    if not 0 < lead_hours <= MOST_HOURS:
        found.append(
            Remark("lead_hours", gettext_noop("Hours a week must be more than 0 and at most %(most)d."), {"most": int(MOST_HOURS)})
        )
    if any(not 0 < partner.hours <= MOST_HOURS for partner in partners):
        found.append(Remark("partners", gettext_noop("Hours a week must be more than 0 and at most %(most)d."), {"most": int(MOST_HOURS)}))
    return found


def remarks_on_hours(lead_hours: Decimal, partners: Sequence[PartnerHours]) -> list[Remark]:
    """Whether the hours come to more than is funded. Families may buy more, so it is only said."""
    total = lead_hours + sum((partner.hours for partner in partners), Decimal(0))
    if total <= FUNDED_HOURS:
        return []
    facts = {"total": plain(total), "funded": plain(FUNDED_HOURS)}
    sentence = gettext_noop(
        "Together this is %(total)s hours a week. For working parents up to %(funded)s are funded, from 9 months to 4 years: "
        "families pay for the rest."
    )
    return [Remark("lead_hours", sentence, facts)]


def plain(number: Decimal) -> str:
    """A number of hours as people write it: 15, 7.5."""
    return f"{number.quantize(Decimal('0.01')):f}".rstrip("0").rstrip(".")


def has_email_address(text: str) -> bool:
    return _EMAIL.search(text) is not None


def without_email_addresses(text: str) -> str:
    """For a page that anybody may read: somebody's address that stands in free text is left out."""
    return " ".join(_EMAIL.sub("", line).rstrip() if _EMAIL.search(line) else line for line in text.splitlines())
