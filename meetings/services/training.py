"""What a group organises for its members to learn (K): planned, booked, counted, and what it changed."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date, datetime
from typing import Any

from django.core.exceptions import NON_FIELD_ERRORS, ValidationError
from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from accounts.models import User
from audit.rules.actions import Action
from audit.services import record
from collaborations.models import Collaboration
from collaborations.selectors import collaboration_for_update
from collaborations.services import refuse
from core.saving import refuse_older_text, save_in_words
from core.text import one_line
from core.wording import date_in_words
from documents.services.outbox import send_email
from meetings.emails.training import TrainingAskedAgain, TrainingPlanned, TrainingTold
from meetings.models.visits import Training, TrainingPlace
from meetings.rules.visits import (
    ASK_AGAIN_AFTER,
    refusals_of_places,
    refusals_of_times,
    refusals_of_training,
)
from meetings.selectors import planning
from meetings.selectors import visits as selectors
from memberships.selectors.members import membership_of_provider
from providers.models import Provider


@transaction.atomic
def plan_training(
    *, collaboration: Collaboration, values: Mapping[str, Any], by: User, at: datetime
) -> Training:
    """Plan a training, and write to the members. The same one pressed twice is one.

    ``values`` are fields of ``Training``. One of a day that is over is recorded, and nobody is written to.
    Raises ValidationError at "ends_at" or "places".
    """
    collaboration = collaboration_for_update(collaboration.pk)
    if collaboration.state == Collaboration.State.CLOSED:
        raise ValidationError(_("%(name)s is closed.") % {"name": collaboration})
    refuse(refusals_of_times(values["starts_at"], values["ends_at"]))
    refuse(refusals_of_training(places=values.get("places"), taken=0))
    facts: dict[str, Any] = {**values, "title": one_line(values["title"])}
    same = Training.objects.filter(collaboration=collaboration, is_cancelled=False, **facts).first()
    if same is not None:
        return same
    training = Training(collaboration=collaboration, **facts, planned_by=by, planned_at=at)
    save_in_words(training)
    _record(Action.TRAINING_PLANNED, training, by)
    _write(training, TrainingPlanned, by=by, at=at)
    return training


@transaction.atomic
def change_training(
    *, training_id: int, seen: str | None, values: Mapping[str, Any], by: User, at: datetime
) -> Training:
    """Change a training: who hears of it hears of another day, time or place.

    Raises ValidationError for an older text, when it is cancelled, and at "places" where more people come.
    """
    training = selectors.training_for_update(training_id)
    changed = {name: value for name, value in values.items() if getattr(training, name) != value}
    if not changed:
        return training
    refuse_older_text(seen=seen, mark=selectors.edition_of_training(training))
    _must_take_place(training)
    for name, value in changed.items():
        setattr(training, name, value)
    refuse(refusals_of_times(training.starts_at, training.ends_at))
    refuse(refusals_of_training(places=training.places, taken=selectors.people_taken(training)))
    was_moved = bool({"on", "starts_at", "ends_at", "place", "online_url", "access_notes"} & set(changed))
    training.edition += was_moved
    save_in_words(training, fields=[*sorted(changed), "edition"])
    _record(Action.TRAINING_CHANGED, training, by)
    if was_moved:
        _write(training, TrainingTold, by=by, at=at, edition=training.edition)
    return training


@transaction.atomic
def cancel_training(*, training_id: int, because: str, by: User, at: datetime) -> Training:
    """Cancel a training: everybody who was told of it hears so. Pressed twice is once."""
    training = selectors.training_for_update(training_id)
    if training.is_cancelled:
        return training
    if TrainingPlace.objects.filter(training=training, came__gt=0).exists():
        raise ValidationError({"because": _("People came to this training, so it cannot be cancelled.")})
    training.is_cancelled, training.cancelled_because = True, one_line(because)
    training.edition += 1
    save_in_words(training, fields=["is_cancelled", "cancelled_because", "edition"])
    _record(Action.TRAINING_CANCELLED, training, by)
    _write(training, TrainingTold, by=by, at=at, edition=training.edition)
    return training


@transaction.atomic
def restore_training(*, training_id: int, by: User, at: datetime) -> Training:
    """Take back that a training was cancelled, until its day is over: everybody is told."""
    training = selectors.training_for_update(training_id)
    if not training.is_cancelled:
        return training
    if training.on < timezone.localdate(at):
        raise ValidationError({NON_FIELD_ERRORS: _("Its day is over. Plan a new training.")})
    training.is_cancelled, training.cancelled_because = False, ""
    training.edition += 1
    save_in_words(training, fields=["is_cancelled", "cancelled_because", "edition"])
    _record(Action.TRAINING_RESTORED, training, by)
    _write(training, TrainingTold, by=by, at=at, edition=training.edition)
    return training


@transaction.atomic
def book_places(
    *, training_id: int, provider: Provider, people: int, by: User, at: datetime
) -> TrainingPlace | None:
    """Say how many people of a setting come; nought takes its places back. The latest word stands.

    Raises ValidationError at "people" where there is no room, once it has begun, or when the setting is no
    member on the day.
    """
    training = selectors.training_for_update(training_id)
    _must_take_place(training)
    if training.begins <= at:
        raise ValidationError({"people": _("This training has begun.")})
    if membership_of_provider(training.collaboration, provider.pk, on=timezone.localdate(at)) is None:
        raise ValidationError({"people": _("%(setting)s is not a member.") % {"setting": provider}})
    taken = selectors.people_taken(training, but=provider.pk)
    refuse(refusals_of_places(people=people, places=training.places, taken=taken))
    row = TrainingPlace.objects.filter(training=training, provider=provider).first()
    if row is not None and row.people == people:
        return row
    row = row or TrainingPlace(training=training, provider=provider)
    row.people, row.booked_by, row.booked_at = people, by, at
    save_in_words(row)
    facts: dict[str, Any] = {"setting": provider.name, "number": people}
    record(Action.TRAINING_BOOKED, about=training, by=by, collaboration=training.collaboration, **facts)
    return row


@transaction.atomic
def record_who_came(*, training_id: int, came: Mapping[int, int | None], by: User, at: datetime) -> Training:
    """Record how many people of each setting came; settings that had not booked too. None: not said.

    ``came`` by the ids of settings. Raises ValidationError before its day.
    """
    training = selectors.training_for_update(training_id)
    _must_take_place(training)
    if timezone.localdate(at) < training.on:
        raise ValidationError(_("Record who came once it has taken place."))
    members = {row.pk for row in selectors.members_on(training.collaboration, on=training.on)}
    rows = {row.provider_id: row for row in TrainingPlace.objects.filter(training=training)}
    is_new = False
    for provider_id, number in came.items():
        row = rows.get(provider_id)
        if row is None and (provider_id not in members or not number):
            continue
        row = row or TrainingPlace(
            training=training, provider_id=provider_id, people=0, booked_by=by, booked_at=at
        )
        if row.pk is None or row.came != number:
            row.came, is_new = number, True
            save_in_words(row)
    if is_new:
        _record(Action.TRAINING_COUNTED, training, by)
    return training


@transaction.atomic
def say_what_changed(*, booking_id: int, became: str, words: str, by: User) -> TrainingPlace:
    """Say what a training has changed at a setting. It can be said again."""
    rows = TrainingPlace.objects.select_for_update(of=("self",))
    booking = rows.select_related("training__collaboration", "provider").get(pk=booking_id)
    if (booking.became, booking.became_words) != (became, one_line(words)):
        booking.became, booking.became_words = became, one_line(words)
        save_in_words(booking, fields=["became", "became_words"])
        training = booking.training
        facts: dict[str, Any] = {"setting": booking.provider.name}
        record(Action.TRAINING_FOLLOWED, about=training, by=by, collaboration=training.collaboration, **facts)
    return booking


@transaction.atomic
def ask_what_changed(*, on: date) -> int:
    """Write, a term after a training, to each setting that came, once. Answers to how many. Run twice on a
    day, the second time is nothing.
    """
    number = 0
    rows = selectors.training_to_ask_again(until=on - ASK_AGAIN_AFTER).filter(asked_again_on=None)
    for booking in rows.select_for_update(of=("self",), skip_locked=True):
        booking.asked_again_on = on
        booking.save(update_fields=["asked_again_on"])
        for person in selectors.managers_of([booking.provider_id], on=on):
            send_email(TrainingAskedAgain(user_id=person.pk, booking_id=booking.pk))
        number += 1
    return number


def _must_take_place(training: Training) -> None:
    if training.is_cancelled:
        raise ValidationError({NON_FIELD_ERRORS: _("This training is cancelled.")})


def _record(action: Action, training: Training, by: User) -> None:
    day = date_in_words(training.on)
    record(action, about=training, by=by, collaboration=training.collaboration, day=day)


def _write(training: Training, kind: Any, *, by: User, at: datetime, **facts: Any) -> None:
    """To everybody who is written to about meetings of the group, apart from who did it; while it is to
    come.
    """
    if training.ends > at:
        for person in planning.people_told(training.collaboration, on=timezone.localdate(at)):
            if person.pk != by.pk:
                send_email(kind(user_id=person.pk, training_id=training.pk, by_id=by.pk, **facts))
