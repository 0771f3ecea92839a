"""Visits and training: lists for the team, and emails of a person."""

from __future__ import annotations

from collections.abc import Iterator

from django.utils.translation import gettext_lazy as _

from accounts.models import User
from accounts.permissions import Permission
from core.calendar_files import Event
from core.frame.account import Readers, add_topic
from core.frame.diary import Days, diary
from core.frame.places import Hub, Place, add_place
from meetings.emails.training import event_of_training
from meetings.emails.visits import event_of_visit
from meetings.selectors.diary import training_in_calendar, visits_in_calendar

add_place(
    Hub.DATA,
    Place(
        _("Visits between settings"),
        _("Who visited whom, what they took home, and what became of it."),
        "meetings:all_visits",
        Permission.VIEW_COLLABORATIONS,
    ),
    key="visits",
    order=47,
)
add_place(
    Hub.DATA,
    Place(
        _("Training of groups"),
        _("What groups organise for their members to learn, and how many came."),
        "meetings:all_training",
        Permission.VIEW_COLLABORATIONS,
    ),
    key="training",
    order=48,
)
add_topic(
    Readers.SETTING,
    _(
        "Somebody asks to visit your setting or invites you, a visit or training is planned or changes, or you are asked"
        " what became of it."
    ),
    "meetings.visit_asked",
    "meetings.visit_told",
    "meetings.idea_asked_again",
    "meetings.training_planned",
    "meetings.training_told",
    "meetings.training_asked_again",
    key="visits",
    order=62,
)


@diary.register(key="visits", order=12)
def visits_in_diary(user: User, days: Days) -> Iterator[Event]:
    """Visits that the person's settings have agreed, and the training of the groups."""
    for visit in visits_in_calendar(user, on=days.on, since=days.since, until=days.until):
        yield event_of_visit(visit, made_at=days.made_at)
    for training in training_in_calendar(user, on=days.on, since=days.since, until=days.until):
        yield event_of_training(training, made_at=days.made_at)
