"""Guests (G3): invited by a link to one item of one meeting; the link ends by itself and can be taken
back.
"""

from __future__ import annotations

from datetime import datetime

from django.core.exceptions import NON_FIELD_ERRORS, ValidationError
from django.db import transaction
from django.utils.translation import gettext as _

from accounts.models import User
from accounts.services.links import make_link, take_back_links
from audit.rules.actions import Action
from audit.services import record
from core.saving import save_in_words
from core.text import one_line
from documents.services.outbox import send_email
from meetings.emails.guests import GuestInvited
from meetings.models.agenda import AgendaItem
from meetings.models.guests import Guest
from meetings.selectors import planning
from meetings.selectors.guests import GUEST_ITEM, opens_until
from meetings.services.planning import must_be_ahead

#: So many guests of one item.
MAX_GUESTS = 8


@transaction.atomic
def invite_guest(*, item: AgendaItem, name: str, email: str, words: str, by: User, at: datetime) -> Guest:
    """Invite somebody once, for one item. Invited already under this address is invited once.

    Raises ValidationError when the meeting is over or the item is not on the agenda.
    """
    meeting = planning.meeting_for_update(item.meeting_id)
    must_be_ahead(meeting)
    if item.state != AgendaItem.State.ON_AGENDA:
        raise ValidationError({NON_FIELD_ERRORS: _("Put the item on the agenda first.")})
    email = email.strip().lower()
    there = list(Guest.objects.filter(item=item, withdrawn_at=None))
    same = next((row for row in there if row.email == email), None)
    if same is not None:
        return same
    if len(there) >= MAX_GUESTS:
        raise ValidationError(_("An item has at most %(number)d guests.") % {"number": MAX_GUESTS})
    guest = Guest(item=item, name=one_line(name), email=email, words=one_line(words))
    guest.invited_by, guest.invited_at, guest.opens_until = by, at, opens_until(meeting)
    save_in_words(guest)
    days = max((guest.opens_until - at).days + 1, 1)
    link = make_link(purpose=GUEST_ITEM, about_id=guest.pk, email=email, at=at, days=days)
    record(Action.GUEST_INVITED, about=meeting, by=by, collaboration=meeting.collaboration, guest=guest.name)
    send_email(GuestInvited(guest_id=guest.pk, link_id=link.pk))
    return guest


@transaction.atomic
def withdraw_guest(*, guest: Guest, by: User, at: datetime) -> None:
    """Take an invitation back: its link opens nothing from now on. Taken back already is taken back."""
    meeting = planning.meeting_for_update(guest.item.meeting_id)
    guest = Guest.objects.select_for_update(of=("self",)).get(pk=guest.pk)
    if guest.withdrawn_at is not None:
        return
    guest.withdrawn_at = at
    guest.save(update_fields=["withdrawn_at"])
    take_back_links(purpose=GUEST_ITEM, about_id=guest.pk, at=at)
    record(
        Action.GUEST_WITHDRAWN, about=meeting, by=by, collaboration=meeting.collaboration, guest=guest.name
    )


def answer_of_guest(*, guest: Guest, word: str, at: datetime) -> None:
    """Whether the guest comes: "yes" or "no". Raises ValidationError when the meeting is over or
    cancelled.
    """
    must_be_ahead(guest.item.meeting)
    Guest.objects.filter(pk=guest.pk, withdrawn_at=None).update(word=word, answered_at=at)
