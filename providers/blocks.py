"""What the page of a setting shows of the register: how it is reached."""

from __future__ import annotations

from typing import TYPE_CHECKING

from django.urls import reverse

from accounts.permissions import Permission
from core.frame.blocks import Block, Column, blocks
from core.frame.sections import Section
from providers.models import SettingContact
from providers.selectors import sees_private_addresses

if TYPE_CHECKING:
    from core.frame.visitor import Visitor
    from providers.models import Provider


@blocks[Section.SETTING].register(key="reach", order=110)
def how_to_reach(visitor: Visitor, setting: Provider) -> Block:
    """Telephone, email, website; the address of a home only for whoever may see it (O7).

    How a home is reached is read by its own managers and by those who may see where it is.
    """
    is_theirs = visitor.allows(Permission.MANAGE_SETTING, setting)
    sees_home = not setting.is_domestic or sees_private_addresses(visitor.user)
    return Block(
        "providers/blocks/reach.html",
        {
            "contact": getattr(setting, "contact", None) or SettingContact(provider=setting)
            if sees_home or is_theirs
            else None,
            "telephone_at_ofsted": setting.telephone if sees_home else "",
            "address": address_of(setting) if sees_home else [],
            "is_hidden": not sees_home,
            "registered_person": setting.registered_person_name,
            "change_url": reverse("providers:change_contact", args=[setting.pk]) if is_theirs else "",
            "is_home": setting.is_domestic,
        },
        Column.SIDE,
        "reach",
    )


def address_of(setting: Provider) -> list[str]:
    lines = (
        setting.address_line_1,
        setting.address_line_2,
        setting.address_line_3,
        " ".join(part for part in (setting.town, setting.postcode) if part),
    )
    return [line for line in lines if line]
