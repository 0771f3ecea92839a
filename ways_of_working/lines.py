"""What ways of working and reviews ask of those who run a group, and of its members (W1, W2)."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from django.urls import reverse
from django.utils.translation import gettext as _

from collaborations.models import Collaboration
from collaborations.rules import FORMING
from core.frame.lines import Line, collaboration_lines, setting_lines
from core.frame.sections import Section
from core.frame.visitor import Visitor
from providers.models import Provider
from ways_of_working.rules.reviews import CLOCK_NAMES
from ways_of_working.selectors.on_page import answers_owed, clocks_of_page, steps_of_page


@collaboration_lines.register(key="ways_of_working", order=50)
def next_step(visitor: Visitor, groups: Sequence[Collaboration]) -> Iterator[Line]:
    """A group that still forms writes down how it works before anything else that has a day."""
    for group in groups:
        if group.pk in steps_of_page(visitor):
            step, answer_by_on = steps_of_page(visitor)[group.pk]
            yield Line(
                step.sentence.rstrip("."),
                reverse(step.url_name, args=step.args),
                Section.COLLABORATION,
                group.name,
                group.pk,
                due_on=answer_by_on,
                comes_first=group.state in FORMING,
            )


@collaboration_lines.register(key="reviews", order=55)
def reviews(visitor: Visitor, groups: Sequence[Collaboration]) -> Iterator[Line]:
    """Each open review is a line that leads to that review."""
    for group in groups:
        for clock in clocks_of_page(visitor)[group.pk]:
            if clock.open_review is not None:
                yield Line(
                    _("Review %(clock)s together") % {"clock": _(CLOCK_NAMES[clock.clock])},
                    reverse("ways_of_working:review", args=[group.pk, clock.open_review.pk]),
                    Section.COLLABORATION,
                    group.name,
                    group.pk,
                    due_on=clock.open_review.due_on,
                    keeps_place=True,
                )


@setting_lines.register(key="answers", order=30)
def answers(visitor: Visitor, settings: Sequence[Provider]) -> Iterator[Line]:
    ids = {setting.pk for setting in settings}
    for owed in answers_owed(visitor):
        membership, ways = owed.membership, owed.ways
        if membership.provider_id in ids:
            where = [membership.collaboration_id, ways.version, membership.pk]
            yield Line(
                _("Answer on the ways of working"),
                reverse("ways_of_working:answer_terms", args=where),
                Section.COLLABORATION,
                membership.collaboration.name,
                membership.collaboration_id,
                str(membership.provider),
                due_on=ways.answer_by_on,
            )
