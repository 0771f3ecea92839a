"""Reads about the four review clocks: when each next falls due and why, what is open, what was found."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from django.db.models import Case, IntegerField, Q, QuerySet, Value, When
from django.utils.translation import gettext_lazy as _

from accounts.models import User, holds_on
from accounts.permissions import Permission
from accounts.selectors import people_to_write_to
from collaborations.models import Collaboration, CollaborationGrant
from collaborations.rules import LED
from core.ordering import InOrder
from core.prepared import prepared
from core.saving import edition_of
from ways_of_working.models import Review
from ways_of_working.rules.effective import EffectiveTerms, Term
from ways_of_working.rules.reviews import (
    SET_BACK_BY_ADOPTION,
    PastReview,
    first_not_overdue,
    is_overdue,
    is_to_open,
    next_due,
    opens_on,
    terms_of_clock,
)
from ways_of_working.selectors.effective import effective_terms_of

CLOCK_CHOICES = Review.Clock.choices
#: What a list of reviews is filtered by.
STANDINGS = (("overdue", _("Overdue")), ("open", _("Open")), ("done", _("Done")))

IS_OPEN = Case(When(done_on=None, then=Value(1)), default=Value(0), output_field=IntegerField())


@dataclass(frozen=True, slots=True)
class ClockLine:
    """One clock of a collaboration on a day: what is open, or else when
    it next falls due, and the clauses that say so.
    """

    clock: str
    label: str
    on: date
    open_review: Review | None
    last: Review | None
    next_due_on: date | None
    terms: tuple[Term, ...]

    @property
    def due_on(self) -> date | None:
        """Of the open review, else of the next one. None: nobody has said when."""
        return self.open_review.due_on if self.open_review else self.next_due_on

    @property
    def opens_on(self) -> date | None:
        return None if self.next_due_on is None else opens_on(self.next_due_on)

    @property
    def is_overdue(self) -> bool:
        return self.open_review is not None and is_overdue(self.open_review.due_on, on=self.on)


def reviews_for(collaboration: Collaboration, on: date) -> list[ClockLine]:
    """The four clocks of a collaboration on a day. At most four queries."""
    return clock_lines([collaboration], on=on)[collaboration.pk]


def clock_lines(
    collaborations: Sequence[Collaboration], *, on: date, terms: Mapping[int, EffectiveTerms] | None = None
) -> dict[int, list[ClockLine]]:
    """The same for many, by their ids, in as many queries; one where what holds (``terms``) is known already."""
    terms = effective_terms_of(collaborations, on=on) if terms is None else terms
    rows = _newest_reviews(collaborations)
    lines = {}
    for collaboration in collaborations:
        lines[collaboration.pk] = [
            _line(collaboration, clock, str(label), terms[collaboration.pk], rows[collaboration.pk], on)
            for clock, label in CLOCK_CHOICES
        ]
    return lines


def _line(
    group: Collaboration, clock: str, label: str, terms: EffectiveTerms, rows: Iterable[Review], on: date
) -> ClockLine:
    """``rows``: the group's reviews, the latest first."""
    own = [row for row in rows if row.clock == clock]
    runs = group.state in LED
    open_review = next((one for one in own if one.done_on is None), None) if runs else None
    last = next((one for one in own if one.done_on is not None), None)
    due_on = None
    if open_review is None and runs:
        past = PastReview(last.due_on, last.done_on) if last and last.done_on else None
        due_on = next_due(clock, terms.clock(clock), adopted_on=group.terms_adopted_on, last=past, on=on)
    return ClockLine(clock, label, on, open_review, last, due_on, terms_of_clock(terms, clock))


def _newest_reviews(collaborations: Sequence[Collaboration]) -> dict[int, list[Review]]:
    """Of each clock the open review and the last one done, the latest first. One query."""
    found: dict[int, list[Review]] = defaultdict(list)
    for review in _newest(groups=collaborations) if collaborations else ():
        found[review.collaboration_id].append(review)
    return found


@prepared
def _newest(groups: Sequence[Collaboration]) -> QuerySet[Review]:
    rows = Review.objects.filter(collaboration__in=groups).annotate(is_open=IS_OPEN)
    rows = rows.order_by("collaboration_id", "clock", "is_open", "-due_on", "-pk")
    return rows.distinct("collaboration_id", "clock", "is_open")


def reviews_to_open(*, on: date) -> list[tuple[Collaboration, str, date]]:
    """Every review whose task is to be there on a day and is not, of
    all groups that run: group, clock and due day.
    """
    groups = list(Collaboration.objects.filter(state__in=LED).exclude(terms_adopted_on=None).order_by("pk"))
    lines = clock_lines(groups, on=on)
    due = [(group, line.clock, line.next_due_on) for group in groups for line in lines[group.pk]]
    return [(group, clock, day) for group, clock, day in due if day is not None and is_to_open(day, on=on)]


def reviews() -> QuerySet[Review]:
    """Every review of the authority, with who recorded it.

    What is open in a group that rests or has closed waits for nobody.
    """
    waits_for_nobody = Q(done_on=None) & ~Q(collaboration__state__in=LED)
    rows = Review.objects.exclude(waits_for_nobody).select_related(
        "collaboration", "collaboration__district", "done_by"
    )
    annotated = rows.annotate(name_in_order=InOrder("collaboration__name"), is_open=IS_OPEN)
    return annotated.order_by("-is_open", "due_on", "name_in_order", "clock", "pk")


def reviews_of(collaboration: Collaboration) -> QuerySet[Review]:
    """Every review of a collaboration, the latest due first."""
    return reviews().filter(collaboration=collaboration).order_by("-due_on", "clock", "pk")


def reviews_done(collaboration: Collaboration) -> QuerySet[Review]:
    return reviews_of(collaboration).filter(done_on__isnull=False)


def in_standing(rows: QuerySet[Review], wanted: str, *, on: date) -> QuerySet[Review]:
    """Those that are overdue, open (overdue ones too) or done on a day."""
    is_open = rows.filter(done_on=None)
    return {
        "overdue": is_open.filter(due_on__lt=first_not_overdue(on)),
        "open": is_open,
        "done": rows.filter(done_on__isnull=False),
    }[wanted]


def reviews_due_before(day: date) -> QuerySet[Review]:
    """Reviews of groups that run that were due before a day and are not done, in no order."""
    return Review.objects.filter(done_on=None, due_on__lt=day, collaboration__state__in=LED).order_by()


def open_reviews_of(collaboration_ids: Collection[int], *, since: date, until: date) -> QuerySet[Review]:
    """Reviews of some groups that are to be done, due in ``[since, until)``."""
    rows = Review.objects.filter(collaboration__in=collaboration_ids, collaboration__state__in=LED)
    rows = rows.filter(done_on=None, due_on__gte=since, due_on__lt=until)
    return rows.select_related("collaboration", "authority")


def standing_of(review: Review, *, on: date) -> str:
    """One of ``STANDINGS``."""
    if review.done_on is not None:
        return "done"
    return "overdue" if is_overdue(review.due_on, on=on) else "open"


def opened_on(collaboration: Collaboration, day: date) -> list[Review]:
    """Those of a collaboration that opened on a day and are still to be done, the earliest due first."""
    return list(
        Review.objects.filter(collaboration=collaboration, opened_at__date=day, done_on=None).order_by(
            "due_on", "pk"
        )
    )


def review_in(collaboration: Collaboration, review_id: int) -> Review | None:
    return reviews_of(collaboration).filter(pk=review_id).first()


def review_for_update(review_id: int) -> Review:
    rows = Review.objects.select_for_update(of=("self",), no_key=True)
    return rows.select_related("collaboration").get(pk=review_id)


def open_terms_review(collaboration: Collaboration) -> Review | None:
    """The open review of the ways of working, locked."""
    rows = Review.objects.select_for_update(of=("self",), no_key=True).select_related("collaboration")
    return rows.filter(collaboration=collaboration, clock=SET_BACK_BY_ADOPTION, done_on=None).first()


def edition_of_review(review: Review) -> str:
    """The mark that whoever records it carries along."""
    return edition_of(review.done_on, review.words)


def people_running(collaboration_ids: Collection[int], *, on: date) -> dict[int, list[User]]:
    """Who does the daily work of each collaboration on a day (leaders, chair, administrator), by name.

    Two queries.
    """
    codename = Permission.RUN_COLLABORATION.split(".")[1]
    grants = CollaborationGrant.all_dates.filter(
        holds_on(on), content_object_id__in=collaboration_ids, permission__codename=codename
    )
    pairs = set(grants.order_by().values_list("content_object_id", "user_id"))
    people = people_to_write_to({user for _, user in pairs})
    found: dict[int, list[User]] = {collaboration_id: [] for collaboration_id in collaboration_ids}
    for person in people:
        for collaboration_id in collaboration_ids:
            if (collaboration_id, person.pk) in pairs:
                found[collaboration_id].append(person)
    return found


def next_reviews(collaborations: Sequence[Collaboration], *, on: date) -> dict[int, date]:
    """The day of the first review that each of some collaborations has to do, by id. At most four queries."""
    found = {}
    for collaboration_id, lines in clock_lines(collaborations, on=on).items():
        days = [line.due_on for line in lines if line.due_on is not None]
        if days:
            found[collaboration_id] = min(days)
    return found
