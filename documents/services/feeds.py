"""The address of a person's calendar: made, made anew, stopped, and noted that it is read (decision 0060)."""

from __future__ import annotations

import secrets
from datetime import date, datetime

from django.db import transaction

from accounts.models import User
from audit.rules.actions import Action
from audit.services import record
from documents.delivery import CalendarFeed
from documents.selectors import feed_token, hash_of_token, open_feed_of


@transaction.atomic
def make_feed(*, person: User, instead_of: int, at: datetime) -> CalendarFeed:
    """Make the address of a person's calendar, in the place of the open one, which stops at once.

    ``instead_of``: the id of the open one as the person saw it, 0 for none. Pressed twice makes one.
    """
    open_feed = _open_for_update(person)
    if open_feed is not None:
        if open_feed.pk != instead_of:
            return open_feed
        _stop(open_feed, at)
    feed = CalendarFeed(person=person, made_at=at, salt=secrets.token_hex(16))
    feed.token_hash = hash_of_token(feed_token(feed))
    feed.save()
    record(Action.CALENDAR_MADE, about=person, by=person)
    return feed


@transaction.atomic
def stop_feed(*, person: User, at: datetime) -> None:
    """Stop the address: it opens nothing from now on. Stopped already is stopped."""
    open_feed = _open_for_update(person)
    if open_feed is not None:
        _stop(open_feed, at)
        record(Action.CALENDAR_STOPPED, about=person, by=person)


def note_feed_read(*, feed: CalendarFeed, on: date) -> None:
    """Keep the last day on which a calendar program read it; one write a day."""
    CalendarFeed.objects.filter(pk=feed.pk).exclude(last_used_on=on).update(last_used_on=on)


def _open_for_update(person: User) -> CalendarFeed | None:
    User.objects.select_for_update(no_key=True).get(pk=person.pk)  # two at once: the second waits
    return open_feed_of(person)


def _stop(feed: CalendarFeed, at: datetime) -> None:
    feed.stopped_at = at
    feed.save(update_fields=["stopped_at"])
