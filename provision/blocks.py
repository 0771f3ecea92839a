"""What pages show: of a setting staff numbers, free places, partnerships and consent; of a collaboration
staff numbers (S4).
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from django.urls import reverse
from django.utils.translation import gettext as _

from accounts.permissions import Permission
from core.frame.blocks import Block, Column, Fact, blocks, facts
from core.frame.sections import Section
from core.wording import date_in_words
from portal.selectors.group import numbers_of_group
from provision import rules, selectors
from provision.lines import vacancies_of_settings
from provision.panels import last_returns_of, partnerships_of_page

if TYPE_CHECKING:
    from collections.abc import Iterator

    from collaborations.models import Collaboration
    from core.frame.visitor import Visitor
    from providers.models import Provider


def _sees(visitor: Visitor, setting: Provider) -> bool:
    """Those who read every setting's numbers, and the setting's own managers."""
    return visitor.allows(Permission.VIEW_RETURNS) or visitor.allows(Permission.MANAGE_SETTING, setting)


@blocks[Section.SETTING].register(key="places", order=60)
def places(visitor: Visitor, setting: Provider) -> Block:
    """Free places, each with the button that keeps it in sight, and delivery partnerships."""
    is_theirs = visitor.allows(Permission.MANAGE_SETTING, setting)
    found = visitor.once(places_of, visitor, setting)
    vacancies = [each for each in found["vacancies"] if each["is_shown"] or is_theirs]
    return Block(
        "provision/blocks/places.html",
        {**found, "vacancies": vacancies, "setting": setting, "is_theirs": is_theirs},
        key="places",
    )


def places_of(visitor: Visitor, setting: Provider) -> dict[str, Any]:
    """Of one of the page's settings. Two queries, and one for the partners."""
    on = visitor.on
    vacancies = [each for each in vacancies_of_settings(visitor) if each.provider_id == setting.pk]
    return {
        "vacancies": [
            {
                "row": vacancy,
                "is_shown": rules.is_shown(vacancy.confirmed_on, on),
                "fades_on": rules.fades_on(vacancy.confirmed_on),
            }
            for vacancy in vacancies
        ],
        "partnerships": partnerships_of_page(setting, on=on),
    }


@blocks[Section.SETTING].register(key="numbers", order=130)
def numbers(visitor: Visitor, setting: Provider) -> Block | None:
    """The staff number now and before with the difference, and what the register says of places."""
    if not _sees(visitor, setting):
        return None
    found = visitor.once(places_of, visitor, setting)
    returns = visitor.once(last_returns_of, setting)
    return Block(
        "provision/blocks/numbers.html",
        {
            "setting": setting,
            "newest": returns[0] if returns else None,
            "before": returns[1] if len(returns) > 1 else None,
            "difference": returns[0].staff - returns[1].staff if len(returns) > 1 else 0,
            "free": sum(each["row"].places for each in found["vacancies"] if each["is_shown"]),
            "partnerships": len(found["partnerships"]),
        },
        Column.SIDE,
        "numbers",
    )


@blocks[Section.SETTING].register(key="public", order=70)
def public_page(visitor: Visitor, setting: Provider) -> Block | None:
    """For the manager of a home: whether the public page may name it."""
    if visitor.allows(Permission.VIEW_SETTINGS) or not setting.is_domestic:
        return None
    consent = selectors.consent_of(setting)
    page = "withdraw_consent" if consent else "give_consent"
    return Block(
        "provision/blocks/public.html",
        {"consent": consent, "url": reverse(f"provision:{page}", args=[setting.pk])},
        key="public",
    )


@facts[Section.COLLABORATION].register(key="staff_numbers", order=40)
def staff_numbers(visitor: Visitor, group: Collaboration) -> Iterator[Fact]:
    """How many of the members that were asked have confirmed; for who runs the group, and for the team."""
    may_open = visitor.allows(Permission.RUN_COLLABORATION, group)
    if not may_open and not visitor.allows(Permission.VIEW_RETURNS):
        return
    numbers = numbers_of_group(visitor, group)
    if numbers is None or not numbers.asked:
        return
    owing = len(numbers.owing)
    words = {
        "done": numbers.asked - owing,
        "asked": numbers.asked,
        "day": date_in_words(numbers.due_on),
    }
    yield Fact(
        _("Staff numbers"),
        (_("%(done)d of %(asked)d, due by %(day)s") if owing else _("%(done)d of %(asked)d")) % words,
        reverse("provision:staff_returns", args=[group.pk]) if may_open else "",
        "yellow" if owing and numbers.due_on < visitor.on else "",
    )
