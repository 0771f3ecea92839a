"""Starting and changing a collaboration. How it moves on is told in ``life``."""

from __future__ import annotations

from datetime import date, datetime
from typing import Any

from django.core.exceptions import ValidationError
from django.db import IntegrityError, transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from accounts.models import User
from audit.rules import Action
from audit.services import record
from collaborations import rules, selectors
from collaborations.models import Collaboration
from collaborations.services.life import add_move
from providers.models import District

#: What a person may change. The state moves by its own services.
CHANGEABLE = frozenset({"name", "kind", "district", "is_virtual", "purpose", "started_on", "asked_by", "enquiry"})


@transaction.atomic
def start_collaboration(
    *,
    name: str,
    kind: str = Collaboration.Kind.COLLABORATION,
    district: District | None = None,
    is_virtual: bool = False,
    purpose: str = "",
    started_on: date,
    state: str = Collaboration.State.ACTIVE,
    asked_by: str = "",
    enquiry: str = "",
    terms_adopted_on: date | None = None,
    words: str = "",
    by: User,
    at: datetime | None = None,
) -> Collaboration:
    """Record a collaboration: as an enquiry, or as it is where it ran before it was recorded here (C1).

    An enquiry says who asked and what for. The first row of its life says how it began, ``words`` why. A district is for
    finding it and binds nobody (C3). Raises ValidationError, at "name" when it is taken.
    """
    collaboration = Collaboration(
        name=name.strip(), kind=kind, district=district, is_virtual=is_virtual, purpose=purpose.strip(), started_on=started_on, state=state
    )
    collaboration.asked_by, collaboration.enquiry = asked_by.strip(), enquiry.strip()
    collaboration.terms_adopted_on = terms_adopted_on
    at = at or timezone.now()
    _may_begin(collaboration, timezone.localdate(at))
    _save(collaboration)
    add_move(collaboration, before="", on=started_on, words=words, by=by, at=at)
    record(Action.COLLABORATION_STARTED, about=collaboration, by=by, details={"state": state})
    return collaboration


@transaction.atomic
def change_collaboration(*, collaboration: Collaboration, changes: dict[str, Any], by: User) -> Collaboration:
    """Change what describes a collaboration. Nothing is written when nothing differs. Raises ValidationError as starting does."""
    if unknown := changes.keys() - CHANGEABLE:
        raise ValueError(f"cannot be changed here: {', '.join(sorted(unknown))}")
    collaboration = selectors.collaboration_for_update(collaboration.pk)
    before = {name: getattr(collaboration, name) for name in changes}
    differing = {name: value.strip() if isinstance(value, str) else value for name, value in changes.items()}
    differing = {name: value for name, value in differing.items() if value != before[name]}
    if not differing:
        return collaboration
    for name, value in differing.items():
        setattr(collaboration, name, value)
    _save(collaboration)
    details = {name: [_plain(before[name]), _plain(value)] for name, value in differing.items()}
    record(Action.COLLABORATION_CHANGED, about=collaboration, by=by, details=details)
    return collaboration


def _may_begin(collaboration: Collaboration, today: date) -> None:
    errors: dict[str, str] = {}
    if collaboration.state not in rules.STARTS:
        errors["state"] = _("A collaboration cannot begin as that.")
    if collaboration.state == Collaboration.State.ENQUIRY:
        errors |= {} if collaboration.asked_by else {"asked_by": _("Enter who asked.")}
        errors |= {} if collaboration.enquiry else {"enquiry": _("Enter what they asked for.")}
        errors |= {} if collaboration.started_on <= today else {"started_on": _("The day must be today or in the past.")}
    if collaboration.terms_adopted_on is not None and collaboration.terms_adopted_on > today:
        errors["terms_adopted_on"] = _("The day must be today or in the past.")
    if errors:
        raise ValidationError(errors)


def _save(collaboration: Collaboration) -> None:
    taken = {"name": _("There is already a collaboration with this name.")}
    if selectors.name_is_taken(collaboration.name, except_id=collaboration.pk):
        raise ValidationError(taken)
    collaboration.claim_authority()
    collaboration.full_clean()
    try:
        with transaction.atomic():
            collaboration.save()
    except IntegrityError as refusal:  # somebody else was faster
        raise ValidationError(taken) from refusal


def _plain(value: Any) -> Any:
    return value if isinstance(value, bool | None) else str(value)
