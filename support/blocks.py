"""What the page of a collaboration shows of the early years team: requests, visits, and how to ask (L4).

Nothing here knows a leadership case (O6).
"""

from __future__ import annotations

from django.urls import reverse
from django.utils.translation import gettext as _

from accounts.permissions import Permission
from collaborations.models import Collaboration
from core.frame.blocks import Block, Column, blocks
from core.frame.sections import Section
from core.frame.visitor import Visitor
from memberships.selectors.paused import paused_on_page
from support.rules import RequestState
from support.selectors.asking import asks_of
from support.selectors.on_page import open_requests_of_page


@blocks[Section.COLLABORATION].register(key="team", order=90)
def team(visitor: Visitor, group: Collaboration) -> Block | None:
    """The team and who runs the group see requests and visits; other members the visits that are to come."""
    runs_it = visitor.allows(Permission.RUN_COLLABORATION, group)
    sees_requests = runs_it or visitor.allows(Permission.VIEW_SUPPORT)
    belongs = not visitor.allows(Permission.VIEW_COLLABORATIONS)
    if not sees_requests and not belongs:
        return None
    rows = open_requests_of_page(visitor, group)
    visits = [
        row
        for row in rows
        if row.state == RequestState.ACCEPTED and row.wanted_on is not None and row.wanted_on >= visitor.on
    ]
    requests = [row for row in rows if row not in visits] if sees_requests else []
    paused = paused_on_page(visitor, group) if sees_requests else []
    asks = asks_of(group, paused) if runs_it and group.closed_on is None else []
    if not visits and not requests and not asks and not paused:
        return None
    context = {
        "heading": _("The early years team"),
        "visits": visits,
        "requests": requests,
        "opens_requests": sees_requests,
        "url": reverse("support:support_of", args=[group.pk]) if sees_requests else "",
        "asks": asks,
        "paused": paused,
        "authority": visitor.authority,
    }
    # the team's page has little else on the left; beside what the group does, it would be the longest of all
    column = Column.SIDE if belongs else Column.MAIN
    return Block("support/blocks/team.html", context, column, "team")
