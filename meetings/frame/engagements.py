"""Meetings to attend of the team (L4): events of the authority, and training that one of the team organises.

A visit between settings is none: nobody of the team comes to one, unless the group asks for it (``support``).
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from core.frame.engagements import Engagement, engagements
from meetings.selectors.diary import events_of_the_team, training_of_the_team


@engagements.register(key="events", order=20)
def events_to_run(since: date, until: date) -> Iterator[Engagement]:
    """Published events, for whoever planned them. One query."""
    for event in events_of_the_team(since=since, until=until):
        yield Engagement(
            source="event",
            pk=event.pk,
            on=event.on,
            kind=str(event.get_kind_display()),
            about=event.title,
            url_name="meetings:event",
            url_args=(event.pk,),
            starts_at=event.starts_at,
            ends_at=event.ends_at,
            place=event.place,
            person_id=event.planned_by_id,
            person=str(event.planned_by),
        )


@engagements.register(key="training", order=30)
def training_to_run(since: date, until: date) -> Iterator[Engagement]:
    """Training of a group that somebody of the team planned. One query."""
    for training in training_of_the_team(since=since, until=until):
        group = training.collaboration
        yield Engagement(
            source="training",
            pk=training.pk,
            on=training.on,
            kind=training.title,
            about=group.name,
            url_name="meetings:training",
            url_args=(group.pk, training.pk),
            starts_at=training.starts_at,
            ends_at=training.ends_at,
            place=training.place,
            person_id=training.planned_by_id,
            person=str(training.planned_by),
            district_id=group.district_id,
            district=str(group.district or ""),
        )
