"""How a setting is reached, written by its managers or by an officer (O7)."""

from __future__ import annotations

from django.core.exceptions import ValidationError
from django.db import transaction
from django.utils.translation import gettext as _

from accounts.models import User
from audit.rules.actions import Action
from audit.services import record
from core.saving import refuse_older_text, save_in_words
from core.telephones import is_telephone
from core.text import one_line
from providers.models import SettingContact
from providers.selectors import contact_of_setting, edition_of_contact
from providers.services.register import locked_provider

#: All that is kept of it; a field that a change does not name stays.
FIELDS = ("telephone", "email", "website", "best_time")


@transaction.atomic
def change_setting_contact(
    *, provider_id: int, by: User, seen: str | None = None, **values: str
) -> SettingContact:
    """Write how a setting is reached. Nothing different, nothing written.

    The audit log holds what it was before and after; of somebody's home only which lines changed. Raises
    ValidationError at the field that cannot be kept, and at ``seen`` where somebody else wrote meanwhile.
    """
    provider = locked_provider(provider_id)
    contact = contact_of_setting(provider)
    refuse_older_text(seen=seen, mark=edition_of_contact(contact))
    before = {name: getattr(contact, name) for name in values}
    for name, value in values.items():
        if name not in FIELDS:
            raise TypeError(f"a setting's contact has no {name}")
        setattr(contact, name, one_line(value))
    if contact.telephone and not is_telephone(contact.telephone):
        raise ValidationError({"telephone": _("Enter a telephone number, like 01632 960 001")})
    differing = {
        name: [old, getattr(contact, name)]
        for name, old in sorted(before.items())
        if old != getattr(contact, name)
    }
    if differing:
        save_in_words(contact)
        hidden = {key: [None, None] for key in differing}
        changes = hidden if provider.is_domestic else differing
        record(Action.SETTING_CONTACT_CHANGED, about=provider, by=by, details={"changes": changes})
    return contact
