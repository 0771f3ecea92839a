"""What changing a meeting means where it is the first of a forming group: those invited are told."""

from __future__ import annotations

from django.core.exceptions import NON_FIELD_ERRORS, ValidationError
from django.utils.translation import gettext as _

from accounts.services.links import prolong_links
from collaborations.selectors import first_meeting_of
from documents.services.outbox import send_email
from meetings.emails.first import FirstTold
from meetings.models.planning import Meeting
from meetings.selectors import first as selectors
from meetings.selectors.guests import opens_until


def tell_invited(meeting: Meeting) -> None:
    """Everybody who is invited hears of another day, time or place, that it is cancelled or takes place after
    all: once for each address.
    """
    for invited, link in selectors.links_of(list(selectors.invited_to_first(meeting))):
        send_email(FirstTold(invited_id=invited.pk, link_id=link.pk, edition=meeting.edition))


def keep_first_links_open(meeting: Meeting) -> None:
    """The links open until after the new day."""
    for invited in selectors.invited_to_first(meeting):
        prolong_links(purpose=selectors.FIRST_MEETING, about_id=invited.pk, until=opens_until(meeting))


def must_be_the_first(meeting: Meeting) -> None:
    """Raises ValidationError where a cancelled first meeting cannot take place after all: the group has
    another one, or has met.
    """
    if not meeting.is_first:
        return
    if selectors.first_meeting_in(meeting.collaboration) is not None:
        raise ValidationError(
            {NON_FIELD_ERRORS: _("Another first meeting of this group is arranged meanwhile.")}
        )
    if first_meeting_of(meeting.collaboration) is not None:
        raise ValidationError({NON_FIELD_ERRORS: _("The first meeting of this group is recorded already.")})


def must_not_be_first(meeting: Meeting) -> None:
    """Raises ValidationError for a first meeting, where members are marked one by one."""
    if meeting.is_first:
        raise ValidationError({NON_FIELD_ERRORS: _("Say who came on the page of the first meeting.")})
