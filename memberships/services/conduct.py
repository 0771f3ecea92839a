"""Concerns about conduct (C8): raised, read, discussed, decided, closed.

All of it is confidential in the audit log, without a name.

No decision here changes a membership: what the group decides, people carry out.
"""

from __future__ import annotations

from datetime import date, datetime

from django.core.exceptions import ValidationError
from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from accounts.models import User
from audit.rules.actions import Action
from audit.services import record
from collaborations.models import Collaboration
from core.saving import save_in_words
from core.text import one_line, several_lines
from core.wording import date_in_words
from documents.services.outbox import send_email
from memberships.emails.conduct import ConcernMoved
from memberships.models.conduct import ConductConcern, ConductStep
from memberships.models.members import Membership
from memberships.rules.conduct import TRANSITIONS, ConcernDecision, ConcernState
from memberships.selectors.conduct import (
    concern_for_update,
    has_read_concern,
    last_step_on,
    members_to_raise_about,
)
from memberships.selectors.members import membership_for_update


@transaction.atomic
def raise_concern(
    *, collaboration: Collaboration, about: Membership, words: str, by: User, at: datetime
) -> ConductConcern:
    """Raise a concern about how a member works with the others.

    Whoever can record the next step gets a neutral email.

    Raises ValidationError when the member is not one today or is the person's own setting, or nothing is
    said. The same words about the same member by the same person on one day are one concern, however often
    the button is pressed.
    """
    today = timezone.localdate(at)
    about = membership_for_update(about.pk)
    if about.pk not in {member.pk for member in members_to_raise_about(by, collaboration, on=today)}:
        raise ValidationError(
            {"about": _("Choose a member of the collaboration other than your own setting.")}
        )
    concern = ConductConcern(
        collaboration=collaboration, about=about, raised_by=by, raised_at=at, words=several_lines(words)
    )
    rows = ConductConcern.objects.filter(
        about=about, raised_by=by, words=concern.words, raised_at__date=today
    )
    if concern.words and (same := rows.first()):
        return same  # pressed twice
    save_in_words(concern)
    record(Action.CONCERN_RAISED, about=concern, by=by, confidential=True)
    send_email(ConcernMoved(concern_id=concern.pk, to_state=ConcernState.RAISED.value, by_id=by.pk))
    return concern


@transaction.atomic
def move_concern(
    *,
    concern_id: int,
    to_state: str,
    words: str,
    on: date,
    decision: str = "",
    agreed_by: str = "",
    by: User,
    at: datetime,
) -> ConductConcern:
    """Record the next step of a concern, with the words of that day.

    Steps are only added, and each state is reached once. Where who raised it records the step, because nobody
    else can, ``agreed_by`` says who agreed; it is kept with the words.

    Raises ValidationError when the step is not the next one (somebody else recorded it meanwhile), the day
    lies before the last step or in the future, or a decision is missing.
    """
    concern = concern_for_update(concern_id)
    wanted = ConcernState(to_state)
    if wanted not in TRANSITIONS[ConcernState(concern.state)]:
        said = {"state": concern.get_state_display().lower()}
        raise ValidationError(
            _("This concern is “%(state)s” now: somebody has recorded a step meanwhile. Read it again first.")
            % said
        )
    _check_day(concern, on=on, today=timezone.localdate(at))
    if wanted is ConcernState.DECIDED:
        if decision not in set(ConcernDecision):
            raise ValidationError({"decision": _("Select what the group decided.")})
        concern.decision = decision
    words = several_lines(words)
    if concern.raised_by_id == by.pk:
        if not (names := one_line(agreed_by)):
            raise ValidationError({"agreed_by": _("Enter who agreed: you raised this concern yourself.")})
        words = _("%(words)s\n\nAgreed by: %(names)s") % {"words": words, "names": names}
    concern.state = wanted.value
    save_in_words(ConductStep(concern=concern, to_state=wanted.value, on=on, words=words, by=by, at=at))
    save_in_words(concern, fields=["state", "decision"])
    record(Action.CONCERN_MOVED, about=concern, by=by, confidential=True)
    send_email(ConcernMoved(concern_id=concern.pk, to_state=wanted.value, by_id=by.pk))
    return concern


@transaction.atomic
def record_reading_of_concern(*, concern: ConductConcern, by: User, at: datetime) -> None:
    """Note that a person has read a concern as it is now, once a person and day."""
    if not has_read_concern(concern, user=by, on=timezone.localdate(at)):
        record(Action.CONCERN_READ, about=concern, by=by, confidential=True)


def _check_day(concern: ConductConcern, *, on: date, today: date) -> None:
    first = last_step_on(concern) or timezone.localdate(concern.raised_at)
    if on < first:
        raise ValidationError(
            {
                "on": _("The day cannot be before %(day)s, the day of the step before.")
                % {"day": date_in_words(first)}
            }
        )
    if on > today:
        raise ValidationError({"on": _("The day cannot be in the future.")})
