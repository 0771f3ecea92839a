"""People of settings: who works where, between which dates."""

from __future__ import annotations

from datetime import date
from typing import Any

from django.core.exceptions import ValidationError
from django.db import transaction
from django.utils.translation import gettext as _

from accounts.models import User
from accounts.services import register_person
from audit.rules.actions import Action
from audit.services import record
from core.saving import save_in_words
from core.wording import date_in_words
from memberships.models.members import SettingRole
from memberships.rules.dates import Span, shared
from memberships.selectors.leaders import leaders_for_update
from memberships.selectors.offices import offices_for_update
from memberships.selectors.people import setting_role_for_update, times_at_setting
from memberships.services.rights import settle_rights, take_turn
from providers.models import Provider


@transaction.atomic
def add_person_of_setting(
    *, provider: Provider, email: str, full_name: str, role: str, starts_on: date, ends_on: date | None = None, by: User
) -> SettingRole:
    """Record that a person works at a setting; the account is made by the e-mail address if there is none.

    Raises ValidationError when the person is recorded there already in that time.
    """
    take_turn()
    user = register_person(email=email, full_name=full_name, by=by)
    wanted = Span(starts_on, ends_on)
    clash = {"email": _("%(person)s is already recorded at %(setting)s in that time.") % {"person": user, "setting": provider}}
    row = SettingRole(user=user, provider=provider, role=role, starts_on=starts_on, ends_on=ends_on)
    if wanted.is_empty:
        raise ValidationError({"ends_on": _("The end must be after the first day.")})
    if any(shared(wanted, span) for span in times_at_setting(user.pk, provider.pk)):
        raise ValidationError(clash)
    save_in_words(row, clash=clash)
    facts: dict[str, Any] = {"person": user, "role": row.get_role_display(), "setting": provider, "from": starts_on}
    record(Action.SETTING_ROLE_GIVEN, about=row, by=by, details={"until": ends_on and str(ends_on)}, **facts)
    settle_rights(user_ids=[user.pk])
    return row


@transaction.atomic
def end_person_of_setting(*, role: SettingRole, ends_on: date, by: User) -> SettingRole:
    """Record that ``ends_on`` is the first day without the role. Where the person leads or holds an office for this setting, that
    ends by then too.

    Raises ValidationError when the day is not after the first one, or the person is to lead or hold an office from a later
    day.
    """
    take_turn()
    role = setting_role_for_update(role.pk)
    if ends_on <= role.starts_on:
        raise ValidationError({"ends_on": _("The day must be after %(day)s, the first one.") % {"day": date_in_words(role.starts_on)}})
    if role.ends_on is not None and role.ends_on < ends_on:
        raise ValidationError({"ends_on": _("The role has ended already, on %(day)s.") % {"day": date_in_words(role.ends_on)}})
    from memberships.services.leaders import end_leaders_by
    from memberships.services.offices import end_offices_by

    leads = leaders_for_update(user_id=role.user_id, provider_id=role.provider_id)
    end_leaders_by([one for one in leads if one.starts_on >= role.starts_on], on=ends_on, by=by, field="ends_on")
    holds = offices_for_update(user_id=role.user_id, provider_id=role.provider_id)
    end_offices_by([one for one in holds if one.starts_on >= role.starts_on], on=ends_on, by=by, field="ends_on")
    role.ends_on = ends_on
    save_in_words(role, fields=["ends_on"])
    facts: dict[str, Any] = {"person": role.user, "setting": role.provider, "until": ends_on}
    record(Action.SETTING_ROLE_ENDED, about=role, by=by, **facts)
    settle_rights(user_ids=[role.user_id])
    return role
