"""What the pages of a group's life know of its first meeting, arranged with the meetings (C1, G1)."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING, Any, NamedTuple

from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from collaborations.rules import State
from meetings.rules.first import ARRANGING, Tally
from meetings.rules.states import MeetingState
from meetings.selectors.first import facts_of_first, first_meeting_in, invited_to_first, tally_of

if TYPE_CHECKING:
    from collaborations.models import Collaboration
    from meetings.models.planning import Meeting


class First(NamedTuple):
    """The first meeting as it is arranged here, who comes, and what comes next with it, "" for nothing."""

    meeting: Meeting | None = None
    tally: Tally | None = None
    arrange_url: str = ""
    next_url: str = ""
    next_label: Any = ""


def first_of(collaboration: Collaboration, *, may_run: bool, on: date) -> First:
    """``may_run``: whether the reader arranges it, or says who came."""
    meeting = first_meeting_in(collaboration)
    if meeting is None:
        can = may_run and State(collaboration.state) in ARRANGING
        can = can and not facts_of_first(collaboration).is_recorded
        return First(
            arrange_url=reverse("collaborations:arrange_first", args=[collaboration.pk]) if can else ""
        )
    page, label = "meetings:meeting", _("See the first meeting")
    if may_run and meeting.on <= on:
        page, label = "collaborations:who_came_first", _("Say who came")
        if meeting.state == MeetingState.HELD:
            label = _("Correct who came")
    url = reverse(page, args=[collaboration.pk, meeting.pk])
    return First(meeting, tally_of(invited_to_first(meeting)), next_url=url, next_label=label)
