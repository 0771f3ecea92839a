"""Emails about training that a group organises (K), each with what goes into a calendar."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from django.utils import timezone
from django.utils.translation import gettext as _

from accounts.emails.bases import EmailToUser
from accounts.models import User
from core.addresses import absolute
from core.calendar_files import Event, identity
from core.emails import AsOf, Recipient, email_kind, invitation, within_authority
from core.mail import Attachment, Contact, Link
from core.subjects import subject_of
from core.wording import day_and_month, time_in_words
from meetings.models.visits import Training, TrainingPlace
from meetings.selectors import visits as selectors
from memberships.emails.reasons import why_member
from memberships.selectors.contacts import contact_of, leader_contact


def page_of_training(training: Training) -> str:
    """The address of a training's page within the authority."""
    return within_authority("meetings:training", training.collaboration_id, training.pk)


def when_of_training(training: Training) -> str:
    """“12 January, 10am”."""
    begins = time_in_words(training.starts_at)
    return _("%(day)s, %(time)s") % {"day": day_and_month(training.on), "time": begins}


def event_of_training(training: Training, *, made_at: datetime) -> Event:
    """A training as a calendar keeps it."""
    return Event(
        uid=identity("training", training.authority, training.pk),
        title=f"{training.collaboration}: {training.title}",
        day=training.on,
        made_at=made_at,
        starts_at=training.begins,
        ends_at=training.ends,
        place=training.place or training.online_url,
        words="\n".join(filter(None, [training.access_notes, training.online_url])),
        url=absolute(f"/{training.authority.slug}/{page_of_training(training)}"),
        edition=training.edition,
        is_cancelled=training.is_cancelled,
    )


@dataclass(frozen=True, kw_only=True)
class _AboutTraining(EmailToUser[AsOf[Training]]):
    """What emails about one training share."""

    training_id: int
    by_id: int

    def load(self, at: datetime, /) -> AsOf[Training] | None:
        training = selectors.training_by_id(self.training_id)
        return AsOf(training, timezone.localdate(at)) if training is not None else None

    def context(self, row: AsOf[Training], /) -> Mapping[str, Any]:
        by = User.objects.filter(pk=self.by_id).first()
        return {"training": row.row, "group": row.row.collaboration, "by": by}

    def link(self, row: AsOf[Training], to: Recipient, /) -> Link:
        return Link(_("Say how many of you come"), page_of_training(row.row))

    def contact(self, row: AsOf[Training], to: Recipient, /) -> Contact | None:
        by = contact_of(User.objects.filter(pk=self.by_id).first(), on=row.on)
        return by or leader_contact(row.row.collaboration_id, on=row.on, but=self.user_id)

    def why(self, row: AsOf[Training], to: Recipient, /) -> str:
        return why_member(row.row.collaboration)

    def attachments(self, row: AsOf[Training], to: Recipient, /) -> Sequence[Attachment]:
        event = event_of_training(row.row, made_at=timezone.now())
        return [invitation(event, to, by=str(row.row.collaboration))]


@email_kind("meetings.training_planned")
class TrainingPlanned(_AboutTraining):
    """To everybody who is told of a group's meetings."""

    template = "meetings/training_planned"

    def still_true(self, row: AsOf[Training], /) -> bool:
        return not row.row.is_cancelled and row.row.on >= row.on

    def subject(self, row: AsOf[Training], to: Recipient, /) -> str:
        facts = {"title": row.row.title, "when": when_of_training(row.row)}
        return subject_of(str(row.row.collaboration), _("training, %(title)s, %(when)s") % facts)

    def reference(self, row: AsOf[Training], /) -> str:
        return f"training-{row.row.pk}-planned"


@email_kind("meetings.training_told")
class TrainingTold(_AboutTraining):
    """To the same: another day, time or place, cancelled, or taking place after all. Nothing once it changed
    again.
    """

    template = "meetings/training_told"
    edition: int

    def still_true(self, row: AsOf[Training], /) -> bool:
        return row.row.edition == self.edition and row.row.on >= row.on

    def subject(self, row: AsOf[Training], to: Recipient, /) -> str:
        what = (
            _("no training on %(when)s, it is cancelled")
            if row.row.is_cancelled
            else _("the training is now on %(when)s")
        )
        return subject_of(str(row.row.collaboration), what % {"when": when_of_training(row.row)})

    def reference(self, row: AsOf[Training], /) -> str:
        return f"training-{row.row.pk}-{row.row.edition}"

    def link(self, row: AsOf[Training], to: Recipient, /) -> Link:
        return Link(_("See the training"), page_of_training(row.row))


@email_kind("meetings.training_asked_again")
class TrainingAskedAgain(EmailToUser[AsOf[TrainingPlace]]):
    """To who manages a setting that came to a training a term ago: what has it changed?"""

    template = "meetings/training_asked_again"
    booking_id: int

    def load(self, at: datetime, /) -> AsOf[TrainingPlace] | None:
        rows = TrainingPlace.objects.select_related("training__collaboration", "provider")
        booking = rows.filter(pk=self.booking_id).first()
        return AsOf(booking, timezone.localdate(at)) if booking is not None else None

    def still_true(self, row: AsOf[TrainingPlace], /) -> bool:
        return row.row.became == ""

    def subject(self, row: AsOf[TrainingPlace], to: Recipient, /) -> str:
        training = row.row.training
        what = _("what has “%(title)s”, %(day)s, changed?")
        facts = {"title": training.title, "day": day_and_month(training.on)}
        return subject_of(str(training.collaboration), what % facts)

    def reference(self, row: AsOf[TrainingPlace], /) -> str:
        return f"training-effect-{row.row.pk}"

    def context(self, row: AsOf[TrainingPlace], /) -> Mapping[str, Any]:
        training = row.row.training
        return {"booking": row.row, "training": training, "group": training.collaboration}

    def link(self, row: AsOf[TrainingPlace], to: Recipient, /) -> Link:
        training = row.row.training
        path = within_authority(
            "meetings:say_what_changed", training.collaboration_id, training.pk, row.row.pk
        )
        return Link(_("Say what it changed"), path)

    def contact(self, row: AsOf[TrainingPlace], to: Recipient, /) -> Contact | None:
        return leader_contact(row.row.training.collaboration_id, on=row.on, but=self.user_id)

    def why(self, row: AsOf[TrainingPlace], to: Recipient, /) -> str:
        return why_member(row.row.training.collaboration)
