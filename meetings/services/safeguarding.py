"""G8: that the routes for a concern were given at a meeting is recorded, and not one word of the concern."""

from __future__ import annotations

from collections.abc import Collection
from datetime import datetime

from django.core.exceptions import NON_FIELD_ERRORS, ValidationError
from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from accounts.models import User
from audit.rules.actions import Action
from audit.services import record
from collaborations.services import refuse
from core.saving import save_in_words
from meetings.models.safeguarding import ConcernRoutesGiven
from meetings.rules.safeguarding import given, refusals_to_record
from meetings.rules.states import MeetingState
from meetings.selectors import planning
from meetings.selectors import safeguarding as selectors


@transaction.atomic
def record_routes_given(
    *, meeting_id: int, routes: Collection[str], is_confirmed: bool, by: User, at: datetime
) -> ConcernRoutesGiven:
    """Record which routes were given, when, and who confirmed it. Pressed twice within a minute is once.

    Raises ValidationError at "routes" and "is_confirmed", before the day of the meeting, and for a cancelled
    one.
    """
    meeting = planning.meeting_for_update(meeting_id)
    if meeting.state == MeetingState.CANCELLED or meeting.on > timezone.localdate(at):
        raise ValidationError({NON_FIELD_ERRORS: _("The meeting has not taken place.")})
    shown = selectors.routes_of(meeting.authority)
    refuse(refusals_to_record(routes=routes, shown=shown, is_confirmed=is_confirmed))
    facts = given(routes=routes, at=at, by=by.pk)
    same = selectors.same_just_now(meeting, facts)
    if same is not None:
        return same
    row = ConcernRoutesGiven(meeting=meeting, routes=list(facts.routes), at=facts.at, confirmed_by=by)
    save_in_words(row)
    record(Action.CONCERN_ROUTES_GIVEN, about=meeting, by=by, collaboration=meeting.collaboration)
    return row
