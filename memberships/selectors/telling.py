"""What the leaders of a group hear of when the authority appoints somebody in it (A1)."""

from __future__ import annotations

from datetime import date
from typing import Any

from django.db.models import QuerySet
from django.utils.translation import gettext as _

from accounts.models import User
from accounts.rules import Kind
from collaborations.models import Collaboration
from memberships.models.members import LeaderAppointment, Membership, SettingRole
from memberships.models.offices import OfficeHolder
from memberships.selectors.days import leads_on, not_ended_by, not_left_by
from memberships.selectors.joining import people_to_tell
from memberships.selectors.people import everybody_managing, leaders_to_write_to
from providers.models import Provider
from providers.rules.workforce import ONE_PERSON

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
    return leaders_to_write_to(_group_ids(row, on=on), on=on).exclude(pk=row.user_id)


def groups_of(row: Appointed, *, led_by: int, on: date) -> list[Collaboration]:
    """The groups of an appointment that somebody leads on a day, by name."""
    leads = LeaderAppointment.objects.filter(leads_on(on), user_id=led_by).order_by()
    groups = Collaboration.objects.filter(
        pk__in=_group_ids(row, on=on), memberships__in=leads.values("membership_id")
    )
    return list(groups.distinct().order_by("name__in_order", "pk"))


def _group_ids(row: Appointed, *, on: date) -> list[int]:
    if not isinstance(row, SettingRole):
        return [row.membership.collaboration_id]
    memberships = Membership.objects.filter(not_left_by(on), provider_id=row.provider_id)
    return list(memberships.order_by("pk").values_list("collaboration_id", flat=True))


def place_of(row: Appointed) -> Provider | Collaboration:
    """Where somebody is appointed: the setting, or the group."""
    return row.provider if isinstance(row, SettingRole) else row.membership.collaboration


def role_in_words(row: Appointed) -> str:
    """What somebody is, after "you are"."""
    if isinstance(row, SettingRole):
        is_manager = row.role == SettingRole.Role.MANAGER
        if row.provider.provider_type in ONE_PERSON:
            return row.get_role_display().lower() if is_manager else _("an assistant")
        return _("manager") if is_manager else _("a member of staff")
    if isinstance(row, LeaderAppointment):
        return _("a leader")
    return str(row.get_office_display()).lower()


def appointment_in_words(row: Appointed) -> str:
    """What somebody was made, after "as"."""
    if isinstance(row, SettingRole):
        return _("%(role)s of %(place)s") % {"role": row.get_role_display().lower(), "place": row.provider}
    group = row.membership.collaboration
    if isinstance(row, LeaderAppointment):
        return _("a leader of %(place)s") % {"place": group}
    return _("%(role)s of %(place)s") % {"role": row.get_office_display().lower(), "place": group}


def ends_for_good(row: Appointed) -> bool:
    """Whether nothing carries an appointment on when it ends; not where the whole group has ended."""
    if row.ends_on is None:
        return False
    if isinstance(row, SettingRole):
        same: dict[str, Any] = {"provider_id": row.provider_id, "role": row.role}
    else:
        group = row.membership.collaboration
        if group.closed_on is not None:
            return False
        same = {"membership__collaboration_id": group.pk}
        if isinstance(row, OfficeHolder):
            same["office"] = row.office
    later = type(row).objects.filter(not_ended_by(row.ends_on), user_id=row.user_id, **same)
    return not later.filter(starts_on__lte=row.ends_on).exclude(pk=row.pk).exists()


def people_to_act(row: Appointed, *, on: date) -> list[User]:
    """Who is there to act when an appointment has ended, without whoever it is about.

    Of a setting its other managers, of a group those who lead it then, or else chair and administrator.
    """
    then = max(row.ends_on, on) if row.ends_on else on
    people = (
        everybody_managing([row.provider_id], on=then)
        if isinstance(row, SettingRole)
        else people_to_tell(row.membership.collaboration, on=then)
    )
    return [person for person in people if person.pk != row.user_id]
