"""What must hold of who does an action (G5), and of when it was done. Each raises ValidationError at its
field.
"""

from __future__ import annotations

from datetime import date

from django.core.exceptions import ValidationError
from django.utils.translation import gettext as _

from accounts.models import User
from collaborations.models import Collaboration
from memberships.selectors.doing import works_at
from memberships.selectors.members import membership_of_provider
from providers.models import Provider


def must_be_member(owner: Provider | None, collaboration: Collaboration, *, on: date) -> None:
    if owner is not None and membership_of_provider(collaboration, owner.pk, on=on) is None:
        raise ValidationError({"owner": _("Choose a setting that is a member of the collaboration.")})


def must_work_there(person: User | None, owner: Provider | None, *, on: date) -> None:
    if person is None:
        return
    if owner is None:
        raise ValidationError({"owner": _("Choose the setting where that person works.")})
    if not works_at(person, owner, on=on):
        words = {"person": person, "setting": owner}
        raise ValidationError({"person": _("%(person)s does not work at %(setting)s.") % words})


def must_not_be_to_come(done_on: date, *, on: date) -> None:
    if done_on > on:
        raise ValidationError({"done_on": _("The day must be today or in the past.")})


def must_be_to_come(due_on: date, *, on: date) -> None:
    if due_on < on:
        raise ValidationError({"due_on": _("The new day must be today or in the future.")})
