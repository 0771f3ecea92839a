"""A setting applies, the members decide (C5). Who is second is told who has decided what."""

from __future__ import annotations

from datetime import date, datetime
from typing import Any

from django.core.exceptions import ValidationError
from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from accounts.models import User
from audit.rules.actions import Action
from audit.services import record
from collaborations.models import Collaboration
from core.saving import save_in_words
from core.text import several_lines
from core.wording import date_in_words
from documents.services.outbox import send_email
from memberships.emails.joining import (
    ApplicationDecided,
    ApplicationForTeam,
    ApplicationReceived,
    ApplicationWithdrawn,
)
from memberships.models.joining import Application
from memberships.models.members import Membership
from memberships.rules import joining
from memberships.selectors.joining import (
    application_for_update,
    joining_facts,
    people_managing,
    people_to_tell,
)
from memberships.selectors.members import membership_of_provider
from memberships.services.members import join
from memberships.services.permissions import take_turn
from memberships.services.refusing import refuse
from providers.models import Provider

State = Application.State


@transaction.atomic
def apply_to_join(
    *, provider: Provider, collaboration: Collaboration, words: str, by: User, at: datetime
) -> Application:
    """Ask for a setting to join. Its grade is not asked, and no group is too large for it to ask (C2, C5).

    Raises ValidationError when it is a member, has applied or is invited already, or the group takes nobody
    at the moment.
    """
    take_turn()
    refuse(joining.refusals_to_apply(joining_facts(provider, collaboration, on=timezone.localdate(at))))
    application = Application(
        collaboration=collaboration,
        provider=provider,
        words=several_lines(words),
        applied_by=by,
        applied_at=at,
    )
    save_in_words(
        application,
        clash={"provider": _("You have applied already. The members have not decided yet.")},
    )
    record(Action.APPLICATION_MADE, about=application, by=by, setting=provider, collaboration=collaboration)
    _send_emails(application, by=by, at=at)
    return application


def _send_emails(application: Application, *, by: User, at: datetime) -> None:
    """To those who hear for the group; the early years team hears when the group has nobody."""
    people = people_to_tell(application.collaboration, on=timezone.localdate(at))
    for person in people:
        if person != by:
            send_email(ApplicationReceived(application_id=application.pk, user_id=person.pk))
    if not people:
        send_email(ApplicationForTeam(application_id=application.pk))


@transaction.atomic
def withdraw_application(*, application: Application, by: User, at: datetime) -> Application:
    """Take an application back before the members have decided. Raises ValidationError when they have."""
    take_turn()
    application = application_for_update(application.pk)
    if application.state == State.WITHDRAWN:
        return application  # pressed twice
    _must_wait(application)
    application.state = State.WITHDRAWN
    save_in_words(application, fields=["state"])
    facts: dict[str, Any] = {"setting": application.provider, "collaboration": application.collaboration}
    record(Action.APPLICATION_WITHDRAWN, about=application, by=by, **facts)
    for person in people_to_tell(application.collaboration, on=timezone.localdate(at)):
        if person != by:
            send_email(ApplicationWithdrawn(application_id=application.pk, user_id=person.pk))
    return application


@transaction.atomic
def decide_application(
    *,
    application: Application,
    accepted: bool,
    decided_on: date,
    decision: str,
    joined_on: date | None = None,
    by: User,
    at: datetime,
) -> Application:
    """Record what the members decided, when and how. An accepted setting is a member from ``joined_on``.

    Raises ValidationError at the field when words or a day are missing, the group takes nobody, or somebody
    has decided before.
    """
    take_turn()
    application = application_for_update(application.pk)
    wanted = State.ACCEPTED if accepted else State.DECLINED
    if application.state == wanted and application.decided_by_id == by.pk:
        return application  # pressed twice
    _must_wait(application)
    today = timezone.localdate(at)
    refuse(joining.refusals_to_record_decision(decided_on=decided_on, decision=decision, today=today))
    if accepted:
        refuse(joining.refusals_of_day(joined_on=joined_on))
        day = joined_on or decided_on
        application.membership = membership_from(
            application.provider, application.collaboration, on=day, by=by
        )
    application.state, application.decided_on = wanted, decided_on
    application.decision = several_lines(decision)
    application.decided_by = by
    save_in_words(application, fields=["state", "decided_on", "decision", "decided_by", "membership"])
    facts: dict[str, Any] = {
        "setting": application.provider,
        "collaboration": application.collaboration,
        "outcome": application.get_state_display(),
    }
    record(
        Action.APPLICATION_DECIDED,
        about=application,
        by=by,
        details={"decision": application.decision},
        **facts,
    )
    for person in people_managing(application.provider, on=today).exclude(pk=by.pk):
        send_email(ApplicationDecided(application_id=application.pk, user_id=person.pk))
    return application


def membership_from(provider: Provider, collaboration: Collaboration, *, on: date, by: User) -> Membership:
    """The setting's membership on a day: the one that an officer has recorded meanwhile, or a new one.

    Never two at once.
    """
    collaboration.refresh_from_db(fields=["state"])
    refuse(joining.refusals_to_take_in(collaboration.state))
    there = membership_of_provider(collaboration, provider.pk, on=on)
    return there or join(collaboration=collaboration, provider=provider, on=on, by=by)


def _must_wait(application: Application) -> None:
    """Raise ValidationError, with who decided what and when, unless the application still waits."""
    if application.state == State.OPEN:
        return
    if application.state == State.WITHDRAWN:
        raise ValidationError(
            _("%(setting)s has withdrawn this application.") % {"setting": application.provider}
        )
    words = {
        "person": application.decided_by,
        "day": date_in_words(application.decided_on),
        "outcome": application.get_state_display(),
    }
    raise ValidationError(
        _("%(person)s has recorded what the members decided on %(day)s: %(outcome)s.") % words
    )
