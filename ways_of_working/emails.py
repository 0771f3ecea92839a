"""Emails about the agreement to ways of working (W2) and their reviews (W1).

What members wrote in the thread stays on the page, behind the sign-in.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date, datetime
from typing import Any, NamedTuple

from django.utils import timezone
from django.utils.translation import gettext as _

from accounts.emails import EmailToUser, recipient_of_link
from accounts.models import TaskLink
from accounts.selectors import token_of
from collaborations.models import Collaboration
from collaborations.selectors import collaboration_by_id
from core.emails import Email, Recipient, email_kind, within_authority
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

    def subject(self, row: Question, /) -> str:
        return _("Please answer: the ways of working of your collaboration")

    def reference(self, row: Question, /) -> str:
        return f"terms-asked-{row.link.pk}"

    def context(self, row: Question, /) -> Mapping[str, Any]:
        ways = row.ask.ways
        return {
            "setting": str(row.ask.membership.provider),
            "ways": ways,
            "is_reminder": was_asked_before(row.ask),
            "is_late": ways.answer_by_on is not None and ways.answer_by_on < row.on,
            "until": row.link.expires_at,
            "path": within_authority("ways_of_working:answer_terms_by_link", token_of(row.link)),
        }


# --- news of a version -------------------------------------------------------------------------------------


def _answers_page(ways: WaysOfWorking) -> str:
    return within_authority("ways_of_working:terms_answers", ways.collaboration_id, ways.version)


@email_kind("ways_of_working.terms_changed")
class TermsChanged(EmailToUser[WaysOfWorking]):
    """Of a small change, which needs no answer; while it is with the members."""

    template = "ways_of_working/terms_told"
    ways_id: int

    def load(self, at: datetime, /) -> WaysOfWorking | None:
        return version_by_id(self.ways_id)

    def still_true(self, ways: WaysOfWorking, /) -> bool:
        return ways.state == WaysOfWorking.State.CIRCULATED

    def subject(self, ways: WaysOfWorking, /) -> str:
        return _("A small change to the ways of working of your collaboration")

    def reference(self, ways: WaysOfWorking, /) -> str:
        return f"terms-told-{ways.pk}-{ways.circulated_at}"

    def context(self, ways: WaysOfWorking, /) -> Mapping[str, Any]:
        return {"ways": ways, "path": _answers_page(ways)}


@email_kind("ways_of_working.terms_adopted")
class TermsAdopted(EmailToUser[WaysOfWorking]):
    """Of the version that holds now."""

    template = "ways_of_working/terms_adopted"
    ways_id: int

    def load(self, at: datetime, /) -> WaysOfWorking | None:
        return version_by_id(self.ways_id)

    def still_true(self, ways: WaysOfWorking, /) -> bool:
        return ways.state == WaysOfWorking.State.ADOPTED

    def subject(self, ways: WaysOfWorking, /) -> str:
        return _("The ways of working of your collaboration")

    def reference(self, ways: WaysOfWorking, /) -> str:
        return f"terms-adopted-{ways.pk}"

    def context(self, ways: WaysOfWorking, /) -> Mapping[str, Any]:
        path = within_authority("ways_of_working:terms_version", ways.collaboration_id, ways.version)
        return {"ways": ways, "path": path}


@email_kind("ways_of_working.terms_discussed")
class TermsDiscussed(EmailToUser[WaysOfWorking]):
    """A member asks for a change, or somebody has replied. What was said is read after signing in."""

    template = "ways_of_working/terms_talk"
    ways_id: int
    occasion: str

    def load(self, at: datetime, /) -> WaysOfWorking | None:
        return version_by_id(self.ways_id)

    def subject(self, ways: WaysOfWorking, /) -> str:
        return _("Something new about the ways of working of your collaboration")

    def reference(self, ways: WaysOfWorking, /) -> str:
        return self.occasion

    def context(self, ways: WaysOfWorking, /) -> Mapping[str, Any]:
        return {"ways": ways, "path": _answers_page(ways)}


# --- reviews -----------------------------------------------------------------------------------------------


class OpenedReviews(NamedTuple):
    collaboration: Collaboration
    reviews: Sequence[Review]


@email_kind("ways_of_working.reviews_opened")
class ReviewsOpened(EmailToUser[OpenedReviews]):
    """To one of those who run the group: the reviews that opened that day and are still to be done."""

    template = "ways_of_working/reviews"
    collaboration_id: int
    opened_on: str

    def load(self, at: datetime, /) -> OpenedReviews | None:
        collaboration = collaboration_by_id(self.collaboration_id)
        if collaboration is None:
            return None
        rows = reviews.opened_on(collaboration, date.fromisoformat(self.opened_on))
        return OpenedReviews(collaboration, rows)

    def still_true(self, row: OpenedReviews, /) -> bool:
        return bool(row.reviews)

    def subject(self, row: OpenedReviews, /) -> str:
        return _("Something for the agenda of your next meeting")

    def reference(self, row: OpenedReviews, /) -> str:
        return f"reviews-{self.collaboration_id}-{self.opened_on}"

    def context(self, row: OpenedReviews, /) -> Mapping[str, Any]:
        path = within_authority("ways_of_working:reviews", row.collaboration.pk)
        return {"collaboration": row.collaboration, "reviews": row.reviews, "path": path}
