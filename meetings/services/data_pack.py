"""Sharing the data pack of a Leaders' Day with the leaders who come, and that it was taken as a PDF (L4)."""

from __future__ import annotations

from datetime import date, datetime

from django.core.exceptions import NON_FIELD_ERRORS, ValidationError
from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from accounts.models import User
from audit.rules.actions import Action
from audit.services import record
from core.saving import save_in_words
from core.wording import date_in_words
from meetings.models.data_pack import SharedDataPack
from meetings.models.events import Event
from meetings.rules.events import EventState
from meetings.selectors import events as selectors

SHARED = frozenset({EventState.PUBLISHED, EventState.HELD})


@transaction.atomic
def share_data_pack(*, event_id: int, as_at: date, by: User, at: datetime) -> SharedDataPack:
    """Let the leaders who come read the pack as at a day, in the place of an earlier one. Pressed twice is
    once.

    Raises ValidationError at "as_at" for a day to come, and for an event that is a draft or cancelled.
    """
    event = selectors.event_for_update(event_id)
    if event.state not in SHARED:
        raise ValidationError({NON_FIELD_ERRORS: _("Publish the event first: nobody has a place yet.")})
    if as_at > timezone.localdate(at):
        raise ValidationError({"as_at": _("The day must be today or earlier.")})
    row = SharedDataPack.objects.filter(event=event).first() or SharedDataPack(event=event)
    if row.pk is not None and row.as_at == as_at:
        return row
    row.as_at, row.shared_by, row.shared_at = as_at, by, at
    save_in_words(row)
    record(Action.DATA_PACK_SHARED, about=event, by=by, day=date_in_words(as_at))
    return row


@transaction.atomic
def stop_sharing_data_pack(*, event_id: int, by: User) -> None:
    """Let nobody but the team read the pack any more. Stopped already is stopped."""
    event = selectors.event_for_update(event_id)
    deleted, _rows = SharedDataPack.objects.filter(event=event).delete()
    if deleted:
        record(Action.DATA_PACK_STOPPED, about=event, by=by)


@transaction.atomic
def record_taken(*, event: Event, as_at: date, what: str, by: User) -> None:
    """That somebody made a PDF of the pack: ``what`` is the county or a group, in words."""
    record(Action.DATA_PACK_TAKEN, about=event, by=by, day=date_in_words(as_at), what=what)
