"""What a group that asks for support can already read before it writes: how it stands, by the kind of
request.
"""

from __future__ import annotations

from collections.abc import Collection
from datetime import date
from typing import Any

from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from collaborations import rules as life_rules
from collaborations.models import Collaboration
from collaborations.selectors import first_meeting_of, life_facts
from core.wording import last_day_in_words
from memberships.models.members import Membership, SettingRole
from memberships.rules.paused import OF_REQUEST, Support
from memberships.selectors.leaders import leaders_of, people_who_could_lead
from memberships.selectors.life import strength_of
from memberships.selectors.members import members_of
from providers.models import Provider
from support.rules import Kind, kinds_for


def people_to_name(group: Collaboration, *, on: date) -> list[SettingRole]:
    """Whom a request for a new leader may name: the people of the member settings, each once."""
    roles = people_who_could_lead(group, on=on)
    return list({role.user_id: role for role in roles}.values())


def settings_to_name(group: Collaboration, *, on: date) -> list[Provider]:
    return [membership.provider for membership in _members(group, on)]


def facts_of(group: Collaboration, kind: Kind, *, on: date) -> list[str]:
    """Sentences that stand above the form of a kind, so that nobody writes what is known."""
    if kind is Kind.NEW_LEADER:
        return _leaders(group, on)
    if kind is Kind.DIVIDE:
        number = len(_members(group, on))
        words = ngettext("%(number)d setting is a member.", "%(number)d settings are members.", number)
        return [words % {"number": number}]
    return _lacking(group, on) if kind is Kind.MAKE_ACTIVE else []


def _members(group: Collaboration, on: date) -> list[Membership]:
    return [row for row in members_of(group, on=on) if row.joined_on <= on]


def _leaders(group: Collaboration, on: date) -> list[str]:
    sentences = []
    for row in leaders_of(group, on=on):
        words = {
            "person": row.user,
            "setting": row.membership.provider,
            "day": last_day_in_words(row.ends_on),
        }
        text = (
            _("%(person)s, %(setting)s, leads to %(day)s.")
            if row.ends_on
            else _("%(person)s, %(setting)s, leads, without a last day.")
        )
        sentences.append(text % words)
    return sentences or [_("Nobody leads the group now.")]


def _lacking(group: Collaboration, on: date) -> list[str]:
    """Where the group stands, and what it still lacks (C1)."""
    stands = _("The group is “%(state)s” now.") % {"state": group.get_state_display()}
    row = life_rules.transition_of(life_rules.State(group.state), life_rules.State.ACTIVE)
    if row is None:
        return [stands]
    facts = life_facts(group, strength=strength_of(group, on=on), last=None, meeting=first_meeting_of(group))
    needs = life_rules.missing_for(facts, row, on=on)
    return [stands, *(reason.in_words(_) for _need, reason in needs)]


def asks_of(collaboration: Any, paused: Collection[Support]) -> list[tuple[Any, str]]:
    """Everything that a group can ask the team for, each with the page whose facts are filled in; without what
    is paused (L3).
    """
    kinds = [kind for kind in kinds_for(collaboration.state) if OF_REQUEST.get(kind) not in paused]
    address = reverse("support:ask_support", args=[collaboration.pk])
    return [(kind.label, f"{address}?kind={kind.value}") for kind in kinds]
