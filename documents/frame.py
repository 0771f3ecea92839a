"""What the pages' frame shows of files and running work."""

from __future__ import annotations

from collections.abc import Iterator

from django.urls import reverse
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from accounts.permissions import Permission
from core.frame.account import Part, Row, account_rows
from core.frame.places import Hub, Place, add_place
from core.frame.visitor import Visitor
from core.wording import date_in_words
from documents.selectors import open_feed_of, updates_of

add_place(
    Hub.ADMINISTRATION,
    Place(
        _("Running work"),
        _("Loads, exports and PDFs that are being made or were made."),
        "admin:documents_job_changelist",
        Permission.VIEW_JOBS,
        heading=_("Loading and running work"),
    ),
    key="jobs",
    order=95,
)
add_place(
    Hub.ADMINISTRATION,
    Place(
        _("All records"),
        _("Lists of every kind of record, to filter and export."),
        "admin:index",
        Permission.USE_ADMIN,
        heading=_("All records"),
    ),
    key="records",
    order=99,
)


@account_rows[Part.EMAILS].register(key="calendar", order=20)
def calendar(visitor: Visitor) -> Iterator[Row]:
    """Whether the person's calendar program reads what stands here."""
    feed = open_feed_of(visitor.user)
    lines = [gettext("Your calendar program has no address")]
    if feed is not None:
        made = gettext("Has an address since %(day)s") % {"day": date_in_words(feed.made_at)}
        read = gettext("Not read yet")
        if feed.last_used_on is not None:
            read = gettext("Last read on %(day)s") % {"day": date_in_words(feed.last_used_on)}
        lines = [made, read]
    action = _("See it") if feed is not None else _("Make an address")
    yield Row.changed_at(reverse("accounts:own_calendar"), _("Calendar"), *lines, action=action)


@account_rows[Part.EMAILS].register(key="updates", order=15)
def updates(visitor: Visitor) -> Iterator[Row]:
    """How emails that can wait come."""
    words = updates_of(visitor.user.pk).label
    yield Row.changed_at(reverse("accounts:own_emails"), _("What can wait"), words)
