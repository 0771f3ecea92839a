"""What visits and training ask of settings, and of those who run a group (K)."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date, timedelta

from django.urls import reverse
from django.utils.translation import gettext as _

from collaborations.models import Collaboration
from core.frame.lines import Line, collaboration_lines, setting_lines
from core.frame.page_rows import PageRow, page_rows
from core.frame.sections import Section
from core.frame.visitor import Visitor
from core.wording import day_and_month
from meetings.rules.visits import is_asked_again
from meetings.selectors import on_page_visits  # noqa: F401  what is read for these lines
from memberships.selectors.on_page import memberships_of_settings
from providers.models import Provider

#: So long after a visit or a training it is asked for what was not written of it.
ASKED_FOR = timedelta(days=60)


def _of_row(row: PageRow, setting: str, what: str, name: str, *args: int, **more: object) -> Line:
    """A line for a setting about something of one of its groups."""
    url = reverse(f"meetings:{name}", args=[row.facts["group_id"], *args])
    group = row.facts["group"], row.facts["group_id"]
    return Line(what, url, Section.COLLABORATION, *group, setting, **more)  # type: ignore[arg-type]


def _day(row: PageRow) -> date:
    return date.fromisoformat(row.facts["on"])


@setting_lines.register(key="visits", order=32)
def visits_to_answer(visitor: Visitor, settings: Sequence[Provider]) -> Iterator[Line]:
    """Visits that a setting is asked for, or invited to (K)."""
    for row in page_rows(visitor, "visits"):
        asked = row.facts["visitor_ids"] if row.facts["asked_by_host"] else [row.facts["host_id"]]
        for setting in settings:
            if setting.pk in asked:
                words = {"host": row.facts["host"], "day": day_and_month(_day(row))}
                what = _("May others of your group visit you on %(day)s?") % words
                if row.facts["asked_by_host"]:
                    what = _("Will you visit %(host)s on %(day)s?") % words
                detail, due_on = row.facts["focus"], _day(row)
                yield _of_row(row, setting.name, what, "answer_visit", row.pk, detail=detail, due_on=due_on)


@setting_lines.register(key="ideas", order=64)
def ideas_to_write(visitor: Visitor, settings: Sequence[Provider]) -> Iterator[Line]:
    """After a visit: the one idea; after a term: what became of it (K)."""
    names = {setting.pk: setting.name for setting in settings}
    for row in page_rows(visitor, "ideas"):
        name = names.get(row.facts["setting_id"])
        if name is None:
            continue
        words = {"host": row.facts["host"], "day": day_and_month(_day(row))}
        where = row.facts["visit_id"], row.pk
        if not row.facts["idea"]:
            if visitor.on - _day(row) <= ASKED_FOR:
                what = _("What do you take home from %(host)s?") % words
                yield _of_row(row, name, what, "write_account", *where)
        elif is_asked_again(_day(row), today=visitor.on):
            what = _("What became of your idea from %(host)s?") % words
            yield _of_row(row, name, what, "say_what_became", *where, detail=row.facts["idea"])


@setting_lines.register(key="training", order=34)
def training_to_book(visitor: Visitor, settings: Sequence[Provider]) -> Iterator[Line]:
    """Training to come, of which a setting has not said how many of its people come (K)."""
    memberships = memberships_of_settings(visitor, settings)
    for row in page_rows(visitor, "training"):
        for membership in memberships:
            if membership.collaboration_id != row.facts["group_id"]:
                continue
            if membership.provider_id in row.facts["booked_ids"] or membership.joined_on > visitor.on:
                continue
            words = {"title": row.facts["title"], "day": day_and_month(_day(row))}
            what = _("How many of you come to “%(title)s” on %(day)s?") % words
            where, due_on = (row.pk, membership.provider_id), _day(row)
            yield _of_row(row, str(membership.provider), what, "book_places", *where, due_on=due_on)


@setting_lines.register(key="training_effects", order=66)
def training_effects(visitor: Visitor, settings: Sequence[Provider]) -> Iterator[Line]:
    """A term after a training: what it changed (K)."""
    names = {setting.pk: setting.name for setting in settings}
    for row in page_rows(visitor, "effects"):
        name = names.get(row.facts["setting_id"])
        if name is not None and is_asked_again(_day(row), today=visitor.on):
            what = _("What has “%(title)s” changed?") % {"title": row.facts["title"]}
            yield _of_row(row, name, what, "say_what_changed", row.facts["training_id"], row.pk)


@collaboration_lines.register(key="training", order=18)
def training_to_count(visitor: Visitor, groups: Sequence[Collaboration]) -> Iterator[Line]:
    """Training that was, of which nobody has recorded who came."""
    asked = {group.pk for group in groups}
    for row in page_rows(visitor, "training_that_was"):
        if row.facts["group_id"] in asked and visitor.on - _day(row) <= ASKED_FOR:
            what = _("How many came to “%(title)s”?") % {"title": row.facts["title"]}
            yield _of_row(row, "", what, "who_came", row.pk)
