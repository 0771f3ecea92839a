"""What Leaders' Days and events ask of people (L4)."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import datetime

from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _

from accounts.permissions import Permission
from core.frame.lines import Line, personal_lines
from core.frame.visitor import Visitor
from core.wording import day_and_month, time_in_words
from meetings.lines.planning import when
from meetings.rules.booking import LIVE, BookingState
from meetings.rules.events import EventState, feedback_open, pledge_open
from meetings.selectors.events import OwnEvent
from meetings.selectors.on_page_events import events_of_page


@personal_lines.register(key="events", order=45)
def own_events(visitor: Visitor) -> Iterator[Line]:
    """Leaders' Days and events (L4): to book, to answer an offer, the day itself. Never of the team, which
    plans them.
    """
    if visitor.allows(Permission.VIEW_COLLABORATIONS):
        return
    for row in events_of_page(visitor):
        is_ahead = row.event.ends > timezone.now() and row.event.state == EventState.PUBLISHED
        line = _of_event(visitor, row) if is_ahead else _after_event(visitor, row)
        if line is not None:
            yield line


def _after_event(visitor: Visitor, row: OwnEvent) -> Line | None:
    """How it was, and after a term what came of it."""
    event, own = row.event, row.own or {}
    if row.state != BookingState.ACCEPTED or own["came"] is False or event.state == EventState.CANCELLED:
        return None
    words = {"title": event.title, "when": when(event)}
    if own["feedback"] is None and feedback_open(event.ends, at=timezone.now()):
        url = reverse("meetings:give_feedback", args=[event.pk])
        return Line(_("How was it? %(title)s, %(when)s") % words, url, action=_("Say"))
    if own["pledge"] and not own["kept"] and pledge_open(event.on, on=visitor.on):
        url = reverse("meetings:answer_pledge", args=[event.pk])
        return Line(
            _("What came of it? %(title)s, %(when)s") % words, url, detail=own["pledge"], action=_("Say")
        )
    return None


def _of_event(visitor: Visitor, row: OwnEvent) -> Line | None:
    event, words = row.event, {"title": row.event.title, "when": when(row.event)}
    url = reverse("meetings:own_event", args=[event.pk])
    if row.state == BookingState.OFFERED and row.own:
        until = timezone.localtime(datetime.fromisoformat(row.own["answer_by"]))
        facts = {"time": time_in_words(until), "day": day_and_month(until)}
        detail = _("Answer by %(time)s on %(day)s. Then it goes to the next person.") % facts
        what = _("A place is free for you: %(title)s, %(when)s") % words
        return Line(what, url, detail=detail, due_on=timezone.localdate(until), action=_("Answer"))
    if row.state == BookingState.ACCEPTED:
        what = _("You have a place: %(title)s, %(when)s") % words
        return Line(what, url, detail=event.place, due_on=event.on)
    if row.state in LIVE:
        return Line(_("You are on the waiting list: %(title)s, %(when)s") % words, url)
    if event.books_until is not None and event.books_until < visitor.on:
        return None
    what = _("Book a place: %(title)s, %(when)s") % words
    return Line(what, url, detail=event.place, due_on=event.books_until, action=_("Book"))
