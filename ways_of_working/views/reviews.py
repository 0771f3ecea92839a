"""The four reviews of a group (W1): when each is due, what is open,
what was found; and all of them, for officers.
"""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from functools import cached_property
from typing import TYPE_CHECKING, Any

from django.contrib import messages
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from accounts.permissions import Permission
from collaborations.views.mixins import FormOfCollaboration, OfSeenCollaboration
from core.tables.pages import ListPage
from core.views import Crumb, Said, SeenPage, found_or_404
from core.wording import date_in_words
from ways_of_working.forms.reviews import ReviewForm
from ways_of_working.selectors import reviews as selectors
from ways_of_working.selectors.clauses import clauses_of
from ways_of_working.selectors.writing import may_begin_terms
from ways_of_working.services import reviews as services
from ways_of_working.tables import STANDING_COLOURS, STANDING_LABELS, ReviewsTable, review_address

if TYPE_CHECKING:
    from ways_of_working.models import Review
    from ways_of_working.rules.clauses import Clause
    from ways_of_working.selectors.reviews import ClockLine

LIST = _("Reviews")


class OfReviews(OfSeenCollaboration):
    """A page below ``reviews/``: for everybody who sees the collaboration."""

    permission = Permission.VIEW_COLLABORATIONS

    def may_record(self) -> bool:
        """Leaders, chair and administrator; officers where they are asked to help."""
        return self.allows(Permission.RUN_COLLABORATION, self.collaboration) or self.allows(
            Permission.CHANGE_COLLABORATIONS
        )

    def breadcrumbs(self) -> Sequence[Crumb]:
        return (
            *super().breadcrumbs(),
            Crumb(LIST, reverse("ways_of_working:reviews", args=[self.collaboration.pk])),
        )


class Reviews(OfReviews):
    """The four clocks, and what was found before."""

    title = LIST
    template_name = "ways_of_working/reviews/reviews.html"

    def breadcrumbs(self) -> Sequence[Crumb]:
        return super().breadcrumbs()[:-1]

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        today = timezone.localdate()
        lines = selectors.reviews_for(self.collaboration, today)
        keys = [term.key for line in lines for term in line.terms]
        clauses = clauses_of(self.collaboration, keys, on=today) if keys else []
        context = {
            "clocks": [
                self.shown(
                    line, [clause for clause in clauses if clause.key.startswith(f"review_{line.clock}_")]
                )
                for line in lines
            ],
            "done": list(selectors.reviews_done(self.collaboration)),
            "may_record": self.may_record(),
            "adopted": self.collaboration.terms_adopted_on is not None,
        }
        return super().get_context_data(**(context | kwargs))

    @staticmethod
    def shown(line: ClockLine, clauses: list[Clause]) -> dict[str, Any]:
        standing = "" if line.open_review is None else "overdue" if line.is_overdue else "open"
        return {
            "line": line,
            "clauses": clauses,
            "standing": STANDING_LABELS.get(standing, ""),
            "colour": STANDING_COLOURS.get(standing, ""),
        }


class OfReview(OfReviews):
    """A page of one review."""

    @cached_property
    def review(self) -> Review:
        return found_or_404(selectors.review_in(self.collaboration, self.kwargs["row"]))

    def permission_object(self) -> Any:
        about = super().permission_object()
        if self.allows(Permission.VIEW_COLLABORATIONS, about):
            found_or_404(self.review)
        return about

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        standing = selectors.standing_of(self.review, on=timezone.localdate())
        context = {
            "review": self.review,
            "standing": STANDING_LABELS[standing],
            "colour": STANDING_COLOURS[standing],
        }
        return super().get_context_data(**(context | kwargs))


class ReviewPage(OfReview):
    """What was found and agreed; or that it waits."""

    template_name = "ways_of_working/reviews/review.html"

    def record(self) -> Any:
        return self.review

    def get_title(self) -> str:
        return self.review.get_clock_display()

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        may_record = self.may_record()
        offers = (
            may_record
            and self.review.clock == "terms"
            and self.review.done_on is not None
            and may_begin_terms(self.collaboration)
        )
        context = {
            "may_record": may_record,
            "is_overdue": selectors.standing_of(self.review, on=timezone.localdate()) == "overdue",
            "new_version_url": self.address_of_a_new_version() if offers else "",
        }
        return super().get_context_data(**(context | kwargs))

    def address_of_a_new_version(self) -> str:
        """Where a new version of the ways of working is begun."""
        return reverse("ways_of_working:start_terms", args=[self.collaboration.pk])


class RecordReview(OfReview, FormOfCollaboration, SeenPage):
    """What was found and agreed, and on which day; later the same form puts it right."""

    permission = Permission.RUN_COLLABORATION
    or_permission = Permission.CHANGE_COLLABORATIONS
    form_class = ReviewForm
    submit_label = _("Record the review")

    def get_title(self) -> str:
        return gettext("Record the review: %(clock)s") % {"clock": self.review.get_clock_display()}

    def breadcrumbs(self) -> Sequence[Crumb]:
        return (*super().breadcrumbs(), Crumb(self.review.get_clock_display(), review_address(self.review)))

    def get_success_url(self) -> str:
        return review_address(self.review)

    def mark(self) -> str:
        return selectors.edition_of_review(self.review)

    def stored(self) -> Said:
        labels = ReviewForm.base_fields
        return [(labels["done_on"].label, self.review.done_on), (labels["words"].label, self.review.words)]

    def forget(self) -> None:
        self.__dict__.pop("review", None)

    def get_initial(self) -> dict[str, Any]:
        return {
            **super().get_initial(),
            "done_on": self.review.done_on or timezone.localdate(),
            "words": self.review.words,
        }

    def save(self, form: ReviewForm) -> None:
        services.record_review(
            review=self.review, **form.cleaned_data, by=self.request.user, at=timezone.now()
        )
        self.forget()
        line = next(
            (
                review
                for review in selectors.reviews_for(self.collaboration, timezone.localdate())
                if review.clock == self.review.clock
            ),
            None,
        )
        messages.success(self.request, self.thanks(line.next_due_on if line else None))

    @staticmethod
    def thanks(next_due_on: date | None) -> str:
        if next_due_on is None:
            return gettext("The review is recorded.")
        return gettext("The review is recorded. The next one is due on %(day)s.") % {
            "day": date_in_words(next_due_on)
        }


class AllReviews(ListPage):
    """The reviews of all collaborations, for officers: what is overdue stands first."""

    permission = Permission.VIEW_COLLABORATIONS
    title = LIST
    thing, things = _("review"), _("reviews")
    table_class = ReviewsTable
    export = "reviews"
    export_permission = Permission.EXPORT
    empty_text = _(
        "No review has opened yet. Each opens 30 days before its month, as the ways of working say."
    )
