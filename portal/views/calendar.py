"""The calendar of a person, as a program reads it by its address: no session, no page (decision 0060)."""

from __future__ import annotations

import hashlib
from typing import Any

from django.http import HttpRequest, HttpResponse
from django.http.response import HttpResponseBase
from django.utils import timezone
from django.utils.cache import get_conditional_response

from accounts.emails.bases import place_of_authority
from accounts.rules import CALENDAR_MISSES, CALENDAR_READS
from accounts.services.limits import take
from core.addresses import client_network
from core.calendar_files import CONTENT_TYPE, calendar_feed
from core.frame.diary import days_around, diary_of
from core.scoping import acting_as
from core.views import Page, not_found
from documents.selectors import feed_of_token
from documents.services.feeds import note_feed_read


class CalendarFeed(Page):
    """The address is the permission; stopped, or of somebody who has left, it is nothing (404)."""

    public = True

    def get(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponseBase:
        now = timezone.now()
        feed = feed_of_token(self.kwargs["token"])
        if feed is None:
            if seconds := take(CALENDAR_MISSES, "calendar", client_network(request), at=now):
                return _later(seconds)
            return not_found(request)  # not raised: that would undo the count
        authority = request.authority  # type: ignore[attr-defined]
        if seconds := take(CALENDAR_READS, "calendar", str(authority.pk), str(feed.pk), at=now):
            return _later(seconds)
        on = timezone.localdate(now)
        midnight = timezone.localtime(now).replace(hour=0, minute=0, second=0, microsecond=0)
        with acting_as(feed.person_id):
            note_feed_read(feed=feed, on=on)
            # of the day's beginning, so that what has not changed is the same all day
            events = diary_of(feed.person, days_around(on, midnight), authority=authority)
        body = calendar_feed(events, name=place_of_authority(authority))
        response = HttpResponse(body, content_type=CONTENT_TYPE)
        response["Content-Disposition"] = 'inline; filename="calendar.ics"'
        response["Cache-Control"] = "private, no-cache"
        response["X-Robots-Tag"] = "noindex"
        etag = f'"{hashlib.sha256(body).hexdigest()[:32]}"'
        response["ETag"] = etag
        return get_conditional_response(request, etag=etag, response=response) or response


def _later(seconds: int) -> HttpResponse:
    return HttpResponse(status=429, headers={"Retry-After": str(seconds), "Cache-Control": "private"})
