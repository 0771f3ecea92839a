"""How a person is reached in one authority (A2)."""

from __future__ import annotations

from django.core.exceptions import ValidationError
from django.db import transaction
from django.utils.translation import gettext as _

from accounts.models import User
from accounts.selectors import affiliation_here
from audit.rules.actions import Action
from audit.services import record
from core.saving import refuse_older_text, save_in_words
from core.telephones import is_telephone
from core.text import one_line
from memberships.selectors.person_contacts import contact_of, edition_of_contact


@transaction.atomic
def change_person_contact(
    *,
    user: User,
    telephone: str,
    wish: str,
    by: User,
    shown_to_groups: bool | None = None,
    seen: str | None = None,
) -> None:
    """Write how a person is reached here. Nothing different, nothing written.

    Only the person shows the number to the own groups (``shown_to_groups``); a number that somebody else
    wrote is read by the team alone until the person agrees. The audit log says which lines changed, never a
    number. Raises ValidationError at the field that cannot be kept, at ``seen`` where somebody else wrote
    meanwhile, and for somebody of another authority.
    """
    if affiliation_here(user, for_update=True) is None:
        raise ValidationError(_("This person does not belong to this authority."))
    contact = contact_of(user)
    refuse_older_text(seen=seen, mark=edition_of_contact(contact))
    number, shown = one_line(telephone), contact.shown_to_groups
    if number and not is_telephone(number):
        raise ValidationError({"telephone": _("Enter a telephone number, like 01632 960 001")})
    if by.pk == user.pk:
        shown = shown if shown_to_groups is None else shown_to_groups
    elif number != contact.telephone:
        shown = False
    wanted = {"telephone": number, "wish": wish, "shown_to_groups": shown}
    differing = sorted(name for name, value in wanted.items() if getattr(contact, name) != value)
    if not differing:
        return
    for name, value in wanted.items():
        setattr(contact, name, value)
    save_in_words(contact)
    changes = {key: [None, None] for key in differing}
    record(Action.PERSON_CONTACT_CHANGED, about=user, by=by, details={"changes": changes})
