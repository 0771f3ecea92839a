"""Whom the product knows to be interested in a forming group: what the page of invitations ticks."""

from __future__ import annotations

from collections.abc import Collection
from datetime import date
from typing import TYPE_CHECKING, NamedTuple

from django.utils.translation import gettext

from meetings.selectors.first import invited_to_first
from memberships.rules.joining import ApplicationState, InvitationState
from memberships.selectors.joining import applications_to, invitations_from
from memberships.selectors.members import members_of
from memberships.selectors.people import described, managers_of_settings
from providers.selectors import settings_by_ids
from support.selectors.referrals import STILL_WAITING, referrals

if TYPE_CHECKING:
    from meetings.models.planning import Meeting
    from providers.models import Provider


class Candidate(NamedTuple):
    """A setting that can be ticked, and how we know it. ``is_known``: whether anybody there gets emails."""

    provider: Provider
    how: str
    is_known: bool

    @property
    def choice(self) -> tuple[int, str, str]:
        """Id, name and hint."""
        where = described(self.provider)
        return self.provider.pk, str(self.provider), f"{self.how}. {where}" if where else self.how


def candidates_of(meeting: Meeting, *, chosen: Collection[int] = (), on: date) -> list[Candidate]:
    """Those that were found by a search first, then members, those that applied, were invited or referred;
    without those that are invited to the meeting.
    """
    group = meeting.collaboration
    known = dict.fromkeys(sorted(chosen), gettext("You have found it"))
    for row in members_of(group, on=on):
        known.setdefault(row.provider_id, gettext("Member so far"))
    for row in applications_to(group).filter(state=ApplicationState.OPEN):
        known.setdefault(row.provider_id, gettext("Has applied to join"))
    for row in invitations_from(group).filter(state=InvitationState.SENT):
        known.setdefault(row.provider_id, gettext("Is invited to join"))
    for row in referrals().filter(collaboration=group, state__in=STILL_WAITING):
        known.setdefault(row.provider_id, gettext("Referred by the early years team"))
    for row in invited_to_first(meeting):
        known.pop(row.provider_id, None)
    settings = {row.pk: row for row in settings_by_ids(list(known))}
    managers = managers_of_settings(list(settings), on=on)
    return [Candidate(settings[pk], how, pk in managers) for pk, how in known.items() if pk in settings]
