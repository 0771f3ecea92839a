"""Starting and changing a collaboration. Its whole life (C1) follows; members and leaders are the memberships app's."""

from __future__ import annotations

from datetime import date
from typing import Any

from django.core.exceptions import ValidationError
from django.db import IntegrityError, transaction
from django.utils.translation import gettext as _

from accounts.models import User
from audit.rules import Action
from audit.services import record
from collaborations import selectors
from collaborations.models import Collaboration
from providers.models import District

#: What a person may change. The state moves by its own services.
CHANGEABLE = frozenset({"name", "kind", "district", "is_virtual", "purpose", "started_on"})


@transaction.atomic
def start_collaboration(
    *,
    name: str,
    kind: str = Collaboration.Kind.COLLABORATION,
    district: District | None = None,
    is_virtual: bool = False,
    purpose: str = "",
    started_on: date,
    by: User,
) -> Collaboration:
    """Start a collaboration. A district is for finding it and binds nobody (C3). Raises ValidationError, at "name" when it is taken."""
    collaboration = Collaboration(
        name=name.strip(), kind=kind, district=district, is_virtual=is_virtual, purpose=purpose.strip(), started_on=started_on
    )
    _save(collaboration)
    record(Action.COLLABORATION_STARTED, about=collaboration, by=by)
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
