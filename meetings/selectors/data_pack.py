"""That the data pack of a Leaders' Day is shared, and who may read it (L4). What it says: ``portal``."""

from __future__ import annotations

from datetime import date

from accounts.models import User
from collaborations.rules import LED
from meetings.models.data_pack import SharedDataPack
from meetings.models.events import Event
from memberships.models.members import LeaderAppointment
from memberships.selectors.days import leads_on


def shared_pack(event: Event) -> SharedDataPack | None:
    """That the pack is shared with the leaders who come, and as at which day."""
    return SharedDataPack.objects.select_related("shared_by").filter(event=event).first()


def groups_led_by(user: User, *, on: date) -> list[int]:
    """Ids of the groups that run and that somebody leads on a day."""
    rows = LeaderAppointment.objects.filter(leads_on(on), user=user, membership__collaboration__state__in=LED)
    return sorted(set(rows.order_by().values_list("membership__collaboration_id", flat=True)))


def may_read_pack(event: Event, person: User, *, on: date) -> bool:
    """Whether somebody who has a place or came reads the pack: it is shared, and the person leads a group."""
    return SharedDataPack.objects.filter(event=event).exists() and bool(groups_led_by(person, on=on))
