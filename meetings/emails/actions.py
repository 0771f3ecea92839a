"""To whoever is to do something that a meeting gave: all of it in one email."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date, datetime
from typing import Any, NamedTuple

from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from accounts.emails.bases import EmailToUser
from accounts.models import User
from core.emails import Pace, Recipient, email_kind, within_authority
from core.mail import Contact, Link
from core.subjects import subject_of
from core.wording import day_and_month
from meetings.models.actions import MeetingAction
from meetings.models.planning import Meeting
from meetings.selectors import actions as selectors
from memberships.emails.reasons import why_manage
from memberships.selectors.contacts import contact_of, leader_contact


class Given(NamedTuple):
    """What a meeting gave one person to do, each with whether it is new to them, and the day."""

    meeting: Meeting
    actions: Sequence[tuple[MeetingAction, bool]]
    on: date


def written(action: MeetingAction) -> str:
    """How an email names an action: it is told as long as it says the same."""
    return f"{action.pk}:{selectors.edition_of_action(action)}:{int(action.told_at is None)}"


@email_kind("meetings.actions_given")
class MeetingActionsGiven(EmailToUser[Given]):
    """To who does it (a manager of the setting, the person named there): what, by when. What is done or was
    written anew meanwhile is left out; nothing where nothing is left.
    """

    template = "meetings/actions_given"
    pace = Pace.DAILY
    meeting_id: int
    by_id: int
    said: str

    def load(self, at: datetime, /) -> Given | None:
        on, reader = timezone.localdate(at), User.objects.filter(pk=self.user_id).first()
        said = [part.split(":") for part in self.said.split(",")]
        wanted = {int(number): (edition, is_new == "1") for number, edition, is_new in said}
        rows = selectors.own_actions(reader, on=on) if reader else MeetingAction.objects.none()
        actions = [
            (row, wanted[row.pk][1])
            for row in rows.filter(pk__in=wanted, meeting=self.meeting_id)
            if selectors.edition_of_action(row) == wanted[row.pk][0]
        ]
        return Given(actions[0][0].meeting, actions, on) if actions else None

    def needed_by(self, row: Given, /) -> date | None:
        return min((action.due_on for action, _is_new in row.actions if action.due_on), default=None)

    def subject(self, row: Given, to: Recipient, /) -> str:
        number, due_on = len(row.actions), row.actions[0][0].due_on
        what = ngettext("%(number)d action for you", "%(number)d actions for you", number)
        if due_on is not None:
            what = ngettext(
                "%(number)d action for you by %(day)s",
                "%(number)d actions for you, the first by %(day)s",
                number,
            )
        words = what % {"number": number, "day": day_and_month(due_on)}
        return subject_of(str(row.meeting.collaboration), words)

    def reference(self, row: Given, /) -> str:
        last, first = self.said.split(",")[-1], self.said.split(",")[0]
        return f"meeting-actions-{self.meeting_id}-{first.replace(':', '-')}-{last.replace(':', '-')}"

    def context(self, row: Given, /) -> Mapping[str, Any]:
        by = User.objects.filter(pk=self.by_id).first()
        return {"meeting": row.meeting, "actions": row.actions, "by": by, "group": row.meeting.collaboration}

    def link(self, row: Given, to: Recipient, /) -> Link:
        path = within_authority("meetings:actions", row.meeting.collaboration_id)
        return Link(_("See what you have to do"), path)

    def contact(self, row: Given, to: Recipient, /) -> Contact | None:
        by = contact_of(User.objects.filter(pk=self.by_id).first(), on=row.on)
        return by or leader_contact(row.meeting.collaboration_id, on=row.on, but=self.user_id)

    def why(self, row: Given, to: Recipient, /) -> str:
        action = row.actions[0][0]
        if action.person_id == self.user_id:
            return _("You get this email because it is for you to do.")
        return why_manage(action.owner)
