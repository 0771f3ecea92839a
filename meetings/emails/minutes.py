"""Emails about minutes: that they are there, what became of a correction, what was added later (G5)."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import datetime
from typing import Any, NamedTuple

from django.utils import timezone
from django.utils.translation import gettext as _

from accounts.emails.bases import EmailToUser
from accounts.models import User
from core.emails import AsOf, Pace, Recipient, email_kind, within_authority
from core.mail import Contact, Link
from core.subjects import subject_of
from core.wording import day_and_month
from meetings.models.minutes import MinutesAmendment, MinutesCorrection, MinutesSent
from meetings.models.planning import Meeting
from meetings.rules.minutes import MinutesState
from meetings.selectors import minutes
from memberships.emails.reasons import why_member
from memberships.selectors.contacts import contact_of, leader_contact


def _minutes_page(meeting: Meeting) -> str:
    return within_authority("meetings:minutes", meeting.collaboration_id, meeting.pk)


class Sent(NamedTuple):
    """A sending of minutes, what changed since the one before, and the day."""

    sending: MinutesSent
    lines: Sequence[str]
    as_of: AsOf[Meeting]


@email_kind("meetings.minutes_sent")
class MinutesReady(EmailToUser[Sent]):
    """The minutes are there to be read and corrected. A second sending says only what has changed."""

    template = "meetings/minutes_sent"
    pace = Pace.NEWS
    sending_id: int
    by_id: int

    def load(self, at: datetime, /) -> Sent | None:
        sending = minutes.sending_by_id(self.sending_id)
        if sending is None:
            return None
        as_of = AsOf(sending.minutes.meeting, timezone.localdate(at))
        return Sent(sending, minutes.changes_of(sending), as_of)

    def still_true(self, row: Sent, /) -> bool:
        """Not once they were sent again, or agreed."""
        last = minutes.last_sending(row.sending.minutes)
        return row.sending.minutes.state == MinutesState.CIRCULATED and last == row.sending

    def subject(self, row: Sent, to: Recipient, /) -> str:
        meeting = row.as_of.row
        what = _("corrected minutes of %(day)s") if row.lines else _("minutes of %(day)s")
        return subject_of(str(meeting.collaboration), what % {"day": day_and_month(meeting.on)})

    def reference(self, row: Sent, /) -> str:
        return f"minutes-{row.sending.pk}"

    def context(self, row: Sent, /) -> Mapping[str, Any]:
        meeting = row.as_of.row
        return {"meeting": meeting, "group": meeting.collaboration, "lines": row.lines, "by": row.sending.by}

    def link(self, row: Sent, to: Recipient, /) -> Link:
        return Link(_("Read the minutes"), _minutes_page(row.as_of.row))

    def contact(self, row: Sent, to: Recipient, /) -> Contact | None:
        return contact_of(row.sending.by, on=row.as_of.on)

    def why(self, row: Sent, to: Recipient, /) -> str:
        return why_member(row.as_of.row.collaboration)


@email_kind("meetings.correction_answered")
class CorrectionAnswered(EmailToUser[AsOf[MinutesCorrection]]):
    """To whoever proposed a correction: it is taken, or why not."""

    template = "meetings/correction_answered"
    pace = Pace.DAILY
    correction_id: int
    by_id: int

    def load(self, at: datetime, /) -> AsOf[MinutesCorrection] | None:
        correction = minutes.correction_by_id(self.correction_id)
        return AsOf(correction, timezone.localdate(at)) if correction is not None else None

    def still_true(self, row: AsOf[MinutesCorrection], /) -> bool:
        return row.row.state != MinutesCorrection.State.OPEN

    def subject(self, row: AsOf[MinutesCorrection], to: Recipient, /) -> str:
        meeting = row.row.minutes.meeting
        what = _("your correction to the minutes of %(day)s") % {"day": day_and_month(meeting.on)}
        return subject_of(str(meeting.collaboration), what)

    def reference(self, row: AsOf[MinutesCorrection], /) -> str:
        return f"correction-{row.row.pk}"

    def context(self, row: AsOf[MinutesCorrection], /) -> Mapping[str, Any]:
        correction, meeting = row.row, row.row.minutes.meeting
        is_taken = correction.state == MinutesCorrection.State.TAKEN
        return {
            "correction": correction,
            "meeting": meeting,
            "group": meeting.collaboration,
            "is_taken": is_taken,
        }

    def link(self, row: AsOf[MinutesCorrection], to: Recipient, /) -> Link:
        return Link(_("Read the minutes"), _minutes_page(row.row.minutes.meeting))

    def contact(self, row: AsOf[MinutesCorrection], to: Recipient, /) -> Contact | None:
        by = contact_of(User.objects.filter(pk=self.by_id).first(), on=row.on)
        group_id = row.row.minutes.meeting.collaboration_id
        return by or leader_contact(group_id, on=row.on, but=self.user_id)

    def why(self, row: AsOf[MinutesCorrection], to: Recipient, /) -> str:
        return _("You get this email because you proposed the correction.")


@email_kind("meetings.correction_proposed")
class CorrectionProposed(CorrectionAnswered):
    """To whoever sent the minutes: a member proposes a correction. Nothing once it is answered."""

    template = "meetings/correction_proposed"

    def still_true(self, row: AsOf[MinutesCorrection], /) -> bool:
        return row.row.state == MinutesCorrection.State.OPEN

    def subject(self, row: AsOf[MinutesCorrection], to: Recipient, /) -> str:
        meeting = row.row.minutes.meeting
        what = _("a correction to the minutes of %(day)s to answer") % {"day": day_and_month(meeting.on)}
        return subject_of(str(meeting.collaboration), what)

    def reference(self, row: AsOf[MinutesCorrection], /) -> str:
        return f"correction-{row.row.pk}-proposed"

    def link(self, row: AsOf[MinutesCorrection], to: Recipient, /) -> Link:
        return Link(_("Answer it"), f"{_minutes_page(row.row.minutes.meeting)}#corrections")

    def why(self, row: AsOf[MinutesCorrection], to: Recipient, /) -> str:
        return _("You get this email because you sent the minutes.")


@email_kind("meetings.minutes_amended")
class MinutesAmended(EmailToUser[AsOf[MinutesAmendment]]):
    """Something was added to agreed minutes."""

    template = "meetings/minutes_amended"
    pace = Pace.NEWS
    amendment_id: int
    by_id: int

    def load(self, at: datetime, /) -> AsOf[MinutesAmendment] | None:
        rows = MinutesAmendment.objects.select_related("minutes__meeting__collaboration__authority", "by")
        amendment = rows.filter(pk=self.amendment_id).first()
        return AsOf(amendment, timezone.localdate(at)) if amendment is not None else None

    def still_true(self, row: AsOf[MinutesAmendment], /) -> bool:
        return True

    def subject(self, row: AsOf[MinutesAmendment], to: Recipient, /) -> str:
        meeting = row.row.minutes.meeting
        what = _("amendment to the minutes of %(day)s") % {"day": day_and_month(meeting.on)}
        return subject_of(str(meeting.collaboration), what)

    def reference(self, row: AsOf[MinutesAmendment], /) -> str:
        return f"amendment-{row.row.pk}"

    def context(self, row: AsOf[MinutesAmendment], /) -> Mapping[str, Any]:
        meeting = row.row.minutes.meeting
        return {"amendment": row.row, "meeting": meeting, "group": meeting.collaboration}

    def link(self, row: AsOf[MinutesAmendment], to: Recipient, /) -> Link:
        return Link(_("Read the minutes"), _minutes_page(row.row.minutes.meeting))

    def contact(self, row: AsOf[MinutesAmendment], to: Recipient, /) -> Contact | None:
        return contact_of(row.row.by, on=row.on)

    def why(self, row: AsOf[MinutesAmendment], to: Recipient, /) -> str:
        return why_member(row.row.minutes.meeting.collaboration)
