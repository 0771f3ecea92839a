"""Emails about the agreement to ways of working (W2) and their reviews (W1).

What members wrote in the thread stays on the page, behind the sign-in.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date, datetime
from typing import Any, NamedTuple

from django.utils import timezone
from django.utils.translation import gettext as _

from accounts.emails.bases import EmailToUser, recipient_of_link
from accounts.models import TaskLink, User
from accounts.selectors import token_of, was_sent_before
from collaborations.models import Collaboration
from collaborations.selectors import collaboration_by_id
from core.emails import AsOf, Email, Pace, Recipient, email_kind, within_authority
from core.mail import Contact, Link
from core.subjects import Again, subject_of
from core.wording import day_and_month
from memberships.emails.reasons import why_manage, why_member, why_run
from memberships.selectors.contacts import contact_of, leader_contact, setting_to_name
from ways_of_working.models import Review, TermsReminder, WaysOfWorking
from ways_of_working.selectors import reviews
from ways_of_working.selectors.agreement import ANSWER_TERMS, ask_still_open, version_by_id, was_asked_before

# --- asking for the answer ---------------------------------------------------------------------------------


class Question(NamedTuple):
    """What a link asks of a member, and the day on which it is asked."""

    link: TaskLink
    ask: TermsReminder
    on: date


@email_kind("ways_of_working.terms_asked")
class TermsAsked(Email[Question]):
    """To a manager of a member: please read and answer, with the link that opens this one task.

    Not once the answer is there or the version went on.
    """

    template = "ways_of_working/terms_asked"
    link_id: int

    def load(self, at: datetime, /) -> Question | None:
        on = timezone.localdate(at)
        rows = TaskLink.objects.filter(purpose=ANSWER_TERMS, used_at=None, withdrawn_at=None)
        link = rows.select_related("user").filter(pk=self.link_id).first()
        ask = None if link is None else ask_still_open(link, on=on)
        return Question(link, ask, on) if link is not None and ask is not None else None

    def recipients(self, row: Question, /) -> Sequence[Recipient]:
        return [recipient_of_link(row.link)]

    def subject(self, row: Question, to: Recipient, /) -> str:
        what = _("answer on the ways of working")
        if row.ask.ways.answer_by_on is not None:
            day = day_and_month(row.ask.ways.answer_by_on)
            what = _("answer on the ways of working by %(day)s") % {"day": day}
        setting = setting_to_name(row.link.user_id, row.ask.membership.provider, on=row.on)
        asked = was_asked_before(row.ask) or was_sent_before(row.link)
        again = Again.REMINDER if asked else Again.NO
        return subject_of(str(row.ask.ways.collaboration), what, setting=setting, again=again)

    def reference(self, row: Question, /) -> str:
        return f"terms-asked-{row.link.pk}"

    def context(self, row: Question, /) -> Mapping[str, Any]:
        ways = row.ask.ways
        return {
            "setting": str(row.ask.membership.provider),
            "ways": ways,
            "by": self._who_asks(row),
            "is_reminder": was_asked_before(row.ask),
            "is_late": ways.answer_by_on is not None and ways.answer_by_on < row.on,
            "until": row.link.expires_at,
        }

    def link(self, row: Question, to: Recipient, /) -> Link:
        path = within_authority("ways_of_working:answer_terms_by_link", token_of(row.link))
        return Link(_("Read it and answer"), path)

    def contact(self, row: Question, to: Recipient, /) -> Contact | None:
        return _contact(self._who_asks(row), row.ask.ways, on=row.on, reader_id=row.link.user_id)

    def why(self, row: Question, to: Recipient, /) -> str:
        return why_manage(row.ask.membership.provider)

    def _who_asks(self, row: Question) -> User | None:
        """Who reminded, or sent the version round."""
        return row.ask.sent_by or row.ask.ways.circulated_by


# --- news of a version -------------------------------------------------------------------------------------


def _answers_page(ways: WaysOfWorking) -> str:
    return within_authority("ways_of_working:terms_answers", ways.collaboration_id, ways.version)


def _contact(person: User | None, ways: WaysOfWorking, *, on: date, reader_id: int | None) -> Contact | None:
    """Whoever acted, unless that is the reader; else who leads the group."""
    acted = None if person is None or person.pk == reader_id else contact_of(person, on=on)
    return acted or leader_contact(ways.collaboration_id, on=on, but=reader_id or 0)


@email_kind("ways_of_working.terms_changed")
class TermsChanged(EmailToUser[AsOf[WaysOfWorking]]):
    """Of a small change, which needs no answer; while it is with the members."""

    template = "ways_of_working/terms_told"
    ways_id: int

    def load(self, at: datetime, /) -> AsOf[WaysOfWorking] | None:
        return _version(self.ways_id, at)

    def still_true(self, row: AsOf[WaysOfWorking], /) -> bool:
        return row.row.state == WaysOfWorking.State.CIRCULATED

    def subject(self, row: AsOf[WaysOfWorking], to: Recipient, /) -> str:
        what = _("a small change to the ways of working, version %(version)d") % {"version": row.row.version}
        return subject_of(str(row.row.collaboration), what)

    def reference(self, row: AsOf[WaysOfWorking], /) -> str:
        return f"terms-told-{row.row.pk}-{row.row.circulated_at}"

    def context(self, row: AsOf[WaysOfWorking], /) -> Mapping[str, Any]:
        return {"ways": row.row, "by": row.row.circulated_by}

    def link(self, row: AsOf[WaysOfWorking], to: Recipient, /) -> Link:
        return Link(_("See the version"), _answers_page(row.row))

    def contact(self, row: AsOf[WaysOfWorking], to: Recipient, /) -> Contact | None:
        return _contact(row.row.circulated_by, row.row, on=row.on, reader_id=self.user_id)

    def why(self, row: AsOf[WaysOfWorking], to: Recipient, /) -> str:
        return why_member(row.row.collaboration)


@email_kind("ways_of_working.terms_adopted")
class TermsAdopted(EmailToUser[AsOf[WaysOfWorking]]):
    """Of the version that holds now."""

    template = "ways_of_working/terms_adopted"
    pace = Pace.NEWS
    ways_id: int

    def load(self, at: datetime, /) -> AsOf[WaysOfWorking] | None:
        return _version(self.ways_id, at)

    def still_true(self, row: AsOf[WaysOfWorking], /) -> bool:
        return row.row.state == WaysOfWorking.State.ADOPTED

    def subject(self, row: AsOf[WaysOfWorking], to: Recipient, /) -> str:
        facts = {"version": row.row.version, "day": day_and_month(row.row.adopted_on)}
        what = _("ways of working version %(version)d adopted on %(day)s") % facts
        return subject_of(str(row.row.collaboration), what)

    def reference(self, row: AsOf[WaysOfWorking], /) -> str:
        return f"terms-adopted-{row.row.pk}"

    def context(self, row: AsOf[WaysOfWorking], /) -> Mapping[str, Any]:
        return {"ways": row.row, "by": row.row.adopted_by}

    def link(self, row: AsOf[WaysOfWorking], to: Recipient, /) -> Link:
        ways = row.row
        path = within_authority("ways_of_working:terms_version", ways.collaboration_id, ways.version)
        return Link(_("Read the ways of working"), path)

    def contact(self, row: AsOf[WaysOfWorking], to: Recipient, /) -> Contact | None:
        return _contact(row.row.adopted_by, row.row, on=row.on, reader_id=self.user_id)

    def why(self, row: AsOf[WaysOfWorking], to: Recipient, /) -> str:
        return why_member(row.row.collaboration)


@email_kind("ways_of_working.terms_discussed")
class TermsDiscussed(EmailToUser[AsOf[WaysOfWorking]]):
    """A member asks for a change, or somebody has replied. What was said is read after signing in."""

    template = "ways_of_working/terms_talk"
    ways_id: int
    occasion: str

    def load(self, at: datetime, /) -> AsOf[WaysOfWorking] | None:
        return _version(self.ways_id, at)

    def subject(self, row: AsOf[WaysOfWorking], to: Recipient, /) -> str:
        what = _("change asked for in ways of working version %(version)d")
        if self._is_reply:
            what = _("a reply about the ways of working, version %(version)d")
        return subject_of(str(row.row.collaboration), what % {"version": row.row.version})

    def reference(self, row: AsOf[WaysOfWorking], /) -> str:
        return self.occasion

    def context(self, row: AsOf[WaysOfWorking], /) -> Mapping[str, Any]:
        return {"ways": row.row, "is_reply": self._is_reply}

    def link(self, row: AsOf[WaysOfWorking], to: Recipient, /) -> Link:
        return Link(_("Read it and reply"), _answers_page(row.row))

    def contact(self, row: AsOf[WaysOfWorking], to: Recipient, /) -> Contact | None:
        return leader_contact(row.row.collaboration_id, on=row.on, but=self.user_id)

    def why(self, row: AsOf[WaysOfWorking], to: Recipient, /) -> str:
        return why_member(row.row.collaboration)

    @property
    def _is_reply(self) -> bool:
        return self.occasion.startswith("terms-reply-")


def _version(ways_id: int, at: datetime) -> AsOf[WaysOfWorking] | None:
    ways = version_by_id(ways_id)
    return AsOf(ways, timezone.localdate(at)) if ways is not None else None


# --- reviews -----------------------------------------------------------------------------------------------


class OpenedReviews(NamedTuple):
    collaboration: Collaboration
    reviews: Sequence[Review]


@email_kind("ways_of_working.reviews_opened")
class ReviewsOpened(EmailToUser[OpenedReviews]):
    """To one of those who run the group: the reviews that opened that day and are still to be done."""

    template = "ways_of_working/reviews"
    pace = Pace.DAILY
    collaboration_id: int
    opened_on: str

    def load(self, at: datetime, /) -> OpenedReviews | None:
        collaboration = collaboration_by_id(self.collaboration_id)
        if collaboration is None:
            return None
        rows = reviews.opened_on(collaboration, date.fromisoformat(self.opened_on))
        return OpenedReviews(collaboration, list(rows))

    def still_true(self, row: OpenedReviews, /) -> bool:
        return bool(row.reviews)

    def needed_by(self, row: OpenedReviews, /) -> date:
        return min(review.due_on for review in row.reviews)

    def subject(self, row: OpenedReviews, to: Recipient, /) -> str:
        day = day_and_month(min(review.due_on for review in row.reviews))
        if len(row.reviews) > 1:
            what = _("%(number)d reviews, the first by %(day)s") % {"number": len(row.reviews), "day": day}
        else:
            subject = str(row.reviews[0].get_clock_display())
            clock = subject[:1].lower() + subject[1:]
            what = _("review %(clock)s by %(day)s") % {"clock": clock, "day": day}
        return subject_of(str(row.collaboration), what)

    def reference(self, row: OpenedReviews, /) -> str:
        return f"reviews-{self.collaboration_id}-{self.opened_on}"

    def context(self, row: OpenedReviews, /) -> Mapping[str, Any]:
        return {"collaboration": row.collaboration, "reviews": row.reviews}

    def link(self, row: OpenedReviews, to: Recipient, /) -> Link:
        path = within_authority("ways_of_working:reviews", row.collaboration.pk)
        if len(row.reviews) == 1:
            path = within_authority("ways_of_working:review", row.collaboration.pk, row.reviews[0].pk)
        return Link(_("Record what you found"), path)

    def why(self, row: OpenedReviews, to: Recipient, /) -> str:
        return why_run(row.collaboration)
