"""What the page of a collaboration shows of its ways of working, and of how the agreement goes (W1)."""

from __future__ import annotations

from collections.abc import Iterator

from django.urls import reverse
from django.utils.translation import gettext as _

from accounts.permissions import Permission
from collaborations.models import Collaboration
from core.frame.blocks import Block, Fact, blocks, facts
from core.frame.sections import Section
from core.frame.visitor import Visitor
from core.wording import date_in_words
from ways_of_working.panels import shown_drift
from ways_of_working.selectors.on_page import adopted_of_page, clocks_of_page, drift_of_page, terms_of_page
from ways_of_working.selectors.reviews import ClockLine

GROUP = Section.COLLABORATION


@facts[GROUP].register(key="ways_of_working", order=20)
def version(visitor: Visitor, group: Collaboration) -> Iterator[Fact]:
    """The version that holds and since when."""
    url = reverse("ways_of_working:terms", args=[group.pk])
    adopted = adopted_of_page(visitor, group)
    if adopted is not None:
        words = {"version": adopted.version, "day": date_in_words(adopted.adopted_on)}
        value = _("Version %(version)d, adopted on %(day)s") % words
    elif group.terms_adopted_on is not None:
        value = _("Adopted on %(day)s") % {"day": date_in_words(group.terms_adopted_on)}
    else:
        value = _("Not adopted yet")
    yield Fact(_("Ways of working"), value, url)
    if adopted is not None:
        address = reverse("ways_of_working:terms_pdf", args=[group.pk, adopted.version])
        yield Fact(_("Ways of working as a PDF"), _("To keep or print"), address)


@facts[GROUP].register(key="next_review", order=50)
def next_review(visitor: Visitor, group: Collaboration) -> Iterator[Fact]:
    """The review that falls due first."""
    if group.terms_adopted_on is None:
        return
    lines = clocks_of_page(visitor)[group.pk]
    due = [(line.due_on, line) for line in lines if line.due_on is not None]
    if due:
        day, line = min(due, key=lambda pair: pair[0])
        words = {"review": line.label, "day": date_in_words(day)}
        is_late = line.is_overdue
        yield Fact(
            _("Next review"),
            _("%(review)s, %(day)s") % words,
            _address(group, line),
            "yellow" if is_late else "",
        )


def _address(group: Collaboration, line: ClockLine) -> str:
    if line.open_review is not None:
        return reverse("ways_of_working:review", args=[group.pk, line.open_review.pk])
    return reverse("ways_of_working:reviews", args=[group.pk])


@blocks[GROUP].register(key="drift", order=70)
def drift(visitor: Visitor, group: Collaboration) -> Block | None:
    """Where practice has moved away from what was agreed: for who runs the group, and for the team."""
    if not visitor.allows(Permission.RUN_COLLABORATION, group) and not visitor.allows(
        Permission.VIEW_COLLABORATIONS
    ):
        return None
    found, terms = drift_of_page(visitor, group), terms_of_page(visitor)[group.pk]
    shown = shown_drift(found, terms, collaboration_id=group.pk)
    return Block("ways_of_working/blocks/drift.html", {"drift": shown}, key="drift") if shown else None
