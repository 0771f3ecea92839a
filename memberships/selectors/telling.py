"""What the leaders of a group hear of when the authority appoints somebody in it (A1)."""

from __future__ import annotations

from datetime import date
from typing import Any

from django.db.models import QuerySet
from django.utils.translation import gettext as _

from accounts.models import User
from accounts.rules import Kind
from memberships.models.members import LeaderAppointment, Membership, SettingRole
from memberships.models.offices import OfficeHolder
from memberships.selectors.days import not_left_by
from memberships.selectors.people import leaders_to_write_to

Appointed = SettingRole | LeaderAppointment | OfficeHolder
MODELS: dict[str, Any] = {
    Kind.SETTING_ROLE: SettingRole,
    Kind.LEADER: LeaderAppointment,
    Kind.OFFICE: OfficeHolder,
}


def appointment_told(kind: str, row_id: int) -> Appointed | None:
    """The appointment of an email, None when it has been withdrawn."""
    place = "provider" if kind == Kind.SETTING_ROLE else "membership__collaboration"
    row: Appointed | None = MODELS[kind].objects.select_related("user", place).filter(pk=row_id).first()
    return row


def leaders_to_tell(row: Appointed, *, on: date) -> QuerySet[User]:
    """Who leads on a day the groups in which somebody is appointed; the person appointed is not told."""
    if isinstance(row, SettingRole):
        memberships = Membership.objects.filter(not_left_by(on), provider_id=row.provider_id)
        groups = list(memberships.order_by("pk").values_list("collaboration_id", flat=True))
    else:
        groups = [row.membership.collaboration_id]
    return leaders_to_write_to(groups, on=on).exclude(pk=row.user_id)


def appointment_in_words(row: Appointed) -> str:
    """What somebody was made, after "as"."""
    if isinstance(row, SettingRole):
        return _("%(role)s of %(place)s") % {"role": row.get_role_display().lower(), "place": row.provider}
    group = row.membership.collaboration
    if isinstance(row, LeaderAppointment):
        return _("a leader of %(place)s") % {"place": group}
    return _("%(role)s of %(place)s") % {"role": row.get_office_display().lower(), "place": group}
