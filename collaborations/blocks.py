"""What the page of a collaboration shows of its life: where it stands, and what happened so far (C1)."""

from __future__ import annotations

from collections.abc import Iterator

from django.urls import reverse
from django.utils.translation import gettext as _

from accounts.permissions import Permission
from collaborations.frame import sees_life
from collaborations.models import Collaboration
from collaborations.rules import State
from collaborations.selectors import moves_of_page
from collaborations.tables import STATE_COLOURS
from core.frame.blocks import Block, Column, Fact, blocks, facts
from core.frame.sections import Section
from core.frame.visitor import Visitor
from core.wording import date_in_words

GROUP = Section.COLLABORATION
MAX_MOVES = 4


@blocks[GROUP].register(key="life", order=100)
def life(visitor: Visitor, group: Collaboration) -> Block | None:
    """The state, the last moves, and for the team the settings in no group near it."""
    if not sees_life(visitor, group):
        return None
    moves = moves_of_page(visitor, group)
    near = reverse("collaborations:settings_without")
    context = {
        "state": group.get_state_display(),
        "colour": STATE_COLOURS[State(group.state)],
        "moves": moves[-MAX_MOVES:][::-1],
        "url": reverse("collaborations:life", args=[group.pk]),
        "near_url": f"{near}?district={group.district_id}"
        if group.district_id and visitor.allows(Permission.VIEW_MEMBERS)
        else "",
        "enquiry": group.enquiry if visitor.allows(Permission.VIEW_MEMBERS) else "",
        "asked_by": group.asked_by,
    }
    return Block("collaborations/blocks/life.html", context, Column.SIDE, "life")


@facts[GROUP].register(key="started", order=90)
def started(visitor: Visitor, group: Collaboration) -> Iterator[Fact]:
    """An enquiry has a day on which somebody asked; a group one on which it began."""
    label = _("Asked on") if group.state == State.ENQUIRY else _("Started on")
    url = reverse("collaborations:life", args=[group.pk]) if sees_life(visitor, group) else ""
    yield Fact(label, date_in_words(group.started_on), url)
    if group.closed_on is not None:
        yield Fact(_("Closed from"), date_in_words(group.closed_on), url)
