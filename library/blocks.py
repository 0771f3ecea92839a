"""What is new in a collaboration, as its own people see it on its page."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta

from django.urls import reverse
from django.utils.translation import gettext as _

from accounts.permissions import Permission
from collaborations.models import Collaboration
from core.frame.blocks import Block, blocks
from core.frame.sections import Section
from core.frame.visitor import Visitor
from library.selectors import documents_added_since
from memberships.selectors.on_page import members_with_people
from ways_of_working.selectors.on_page import adopted_of_page

#: So long something counts as new.
NEW_FOR = timedelta(days=30)
MAX_NEWS = 6


@dataclass(frozen=True, slots=True)
class New:
    """One piece of news: the day, what, and the page that says more."""

    on: date
    what: str
    url: str


@blocks[Section.COLLABORATION].register(key="new", order=80)
def new(visitor: Visitor, group: Collaboration) -> Block | None:
    """Documents that the reader may open, members that joined and a version that was adopted, in 30 days. Not for
    the team: it is the group's own news.
    """
    if visitor.allows(Permission.VIEW_COLLABORATIONS):
        return None
    since = visitor.on - NEW_FOR
    news = [
        New(
            on,
            _("“%(title)s”, shared by %(person)s") % {"title": document.title, "person": document.owner},
            reverse("library:document", args=[group.pk, document.pk]),
        )
        for document, on in documents_added_since(visitor.user, group, since=since, on=visitor.on)
    ]
    members = reverse("memberships:members", args=[group.pk])
    for member in members_with_people(visitor, group):
        if since < member.joined_on <= visitor.on:
            news.append(
                New(member.joined_on, _("%(setting)s joined") % {"setting": member.provider}, members)
            )
    adopted = adopted_of_page(visitor, group)
    if adopted is not None and adopted.adopted_on is not None and since < adopted.adopted_on <= visitor.on:
        words = _("Version %(version)d of your ways of working was adopted") % {"version": adopted.version}
        news.append(New(adopted.adopted_on, words, reverse("ways_of_working:terms", args=[group.pk])))
    if not news:
        return None
    newest = sorted(news, key=lambda piece: piece.on, reverse=True)[:MAX_NEWS]
    return Block("library/blocks/new.html", {"news": newest}, key="new")
