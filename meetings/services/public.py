"""Choosing what anybody may read of the next meeting of a group."""

from __future__ import annotations

from datetime import datetime

from django.db import transaction

from accounts.models import User
from audit.rules.actions import Action
from audit.services import record
from collaborations.models import Collaboration
from collaborations.selectors import collaboration_for_update
from core.saving import save_in_words
from meetings.models.public import PublicMeetings
from meetings.rules.public import Shown
from meetings.selectors.public import choice_of


@transaction.atomic
def choose_public_meetings(
    *, collaboration: Collaboration, shown: Shown, by: User, at: datetime
) -> PublicMeetings:
    """Say what the public page shows of the group's next meeting. The same choice again changes nothing."""
    collaboration = collaboration_for_update(collaboration.pk)
    row = choice_of(collaboration)
    before = Shown(row.shown) if row is not None else Shown.NOTHING
    if row is not None and before is shown:
        return row
    row = row or PublicMeetings(collaboration=collaboration)
    row.shown, row.by, row.at = shown, by, at
    save_in_words(row)
    if before is not shown:
        record(
            Action.PUBLIC_MEETINGS_HIDDEN if shown is Shown.NOTHING else Action.PUBLIC_MEETINGS_SHOWN,
            about=collaboration,
            by=by,
            details={"shown": [before.value, shown.value]},
            what=str(shown.label).lower(),
        )
    return row
