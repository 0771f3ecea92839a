"""Members, and the people of settings."""

from __future__ import annotations

from typing import Any

from django.contrib import admin
from django.db.models import QuerySet
from django.http import HttpRequest
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from accounts.permissions import Permission
from core.admin.bases import FieldChoicesFilter, FixedChoicesFilter
from memberships import selectors, services
from memberships.admin.bases import DatedAdmin, HeldFilter, PersonColumn
from memberships.forms import AddSettingRoleForm, EndMembershipForm, EndSettingRoleForm, NewMembershipForm
from memberships.models import Membership, SettingRole
from providers.rules import search_text


class MembershipTimeFilter(FixedChoicesFilter):
    title = _("time")
    parameter_name = "time"
    options = (
        ("now", _("member today"), lambda rows: rows.filter(selectors.is_member_on(timezone.localdate()))),
        ("later", _("joins later"), lambda rows: rows.filter(joined_on__gt=timezone.localdate())),
        ("ended", _("has left"), lambda rows: rows.filter(left_on__lte=timezone.localdate())),
    )


class RoleFilter(FieldChoicesFilter):
    title = _("role")
    parameter_name = field = "role"


@admin.register(Membership)
class MembershipAdmin(DatedAdmin):
    menu_position = 21
    add_permission = change_permission = Permission.CHANGE_MEMBERS
    list_display = ("setting", "collaboration", "joined_on", "left_on")
    list_filter = (MembershipTimeFilter,)
    search_normalised = "provider__search_text"
    normalise_search = staticmethod(search_text)
    search_help_text = _("Name, Ofsted URN or postcode of the setting")
    fields = ("collaboration", "provider", "joined_on", "left_on", "leaving_reason")
    end_fields = ("left_on", "leaving_reason")
    start_field = "joined_on"
    add_form, end_form = NewMembershipForm, EndMembershipForm
    error_fields = {"provider": "setting"}
    export_identifier = "members"

    def get_queryset(self, request: HttpRequest) -> QuerySet[Membership]:
        return selectors.memberships()

    @admin.display(description=_("setting"), ordering="provider__search_text")
    def setting(self, row: Membership) -> str:
        return str(row.provider)

    def create_through_service(self, request: HttpRequest, form: Any) -> Membership:
        given = form.cleaned_data
        return services.join(collaboration=given["collaboration"], provider=given["setting"], on=given["joined_on"], by=request.user)

    def change_through_service(self, request: HttpRequest, obj: Membership, form: Any) -> Membership:
        given = form.cleaned_data
        return services.leave(membership=obj, on=given["left_on"], reason=given["leaving_reason"], by=request.user)


@admin.register(SettingRole)
class SettingRoleAdmin(PersonColumn, DatedAdmin):
    menu_position = 23
    add_permission = change_permission = Permission.CHANGE_MEMBERS
    list_display = ("person", "setting", "role", "starts_on", "ends_on")
    list_filter = (HeldFilter, RoleFilter)
    search_fields = ("user__full_name", "user__email", "provider__search_text")
    search_help_text = _("Name, e-mail address or setting")
    fields = ("user", "provider", "role", "starts_on", "ends_on")
    add_form, end_form = AddSettingRoleForm, EndSettingRoleForm
    error_fields = {"provider": "setting"}

    def get_queryset(self, request: HttpRequest) -> QuerySet[SettingRole]:
        return selectors.people_of_settings()

    @admin.display(description=_("setting"), ordering="provider__search_text")
    def setting(self, row: SettingRole) -> str:
        return str(row.provider)

    def create_through_service(self, request: HttpRequest, form: Any) -> SettingRole:
        given = form.cleaned_data
        return services.add_person_of_setting(
            provider=given["setting"],
            email=given["email"],
            full_name=given["full_name"],
            role=given["role"],
            starts_on=given["starts_on"],
            ends_on=given["ends_on"],
            by=request.user,
        )

    def change_through_service(self, request: HttpRequest, obj: SettingRole, form: Any) -> SettingRole:
        return services.end_person_of_setting(role=obj, ends_on=form.cleaned_data["ends_on"], by=request.user)
