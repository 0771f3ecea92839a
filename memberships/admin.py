"""Members, and the people of settings."""

from __future__ import annotations

from typing import Any, ClassVar

from django.contrib import admin
from django.db.models import QuerySet
from django.http import HttpRequest
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from accounts.models import holds_on
from accounts.permissions import Permission
from accounts.services.appointments import AppointmentKind, end_appointment, withdraw_appointment
from core.admin.bases import OfficerModelAdmin
from core.admin.filters import FieldChoicesFilter, FixedChoicesFilter
from core.forms.numbers import whole_number
from memberships.forms.office import (
    AddOfficeForm,
    AddSettingRoleForm,
    AppointForm,
    EndAppointmentForm,
    EndMembershipForm,
    EndOfficeForm,
    EndSettingRoleForm,
    NewMembershipForm,
)
from memberships.models.joining import Application, Invitation
from memberships.models.members import LeaderAppointment, Membership, SettingRole
from memberships.models.offices import OfficeHolder
from memberships.selectors.days import is_member_on, not_left_by
from memberships.selectors.joining import applications, invitations
from memberships.selectors.leaders import leader_appointments
from memberships.selectors.members import memberships
from memberships.selectors.offices import office_holders
from memberships.selectors.people import people_of_settings
from memberships.services.leaders import LEADER, appoint_leader
from memberships.services.members import join, leave, withdraw_membership
from memberships.services.offices import OFFICE, give_office
from memberships.services.people import SETTING_ROLE, add_person_of_setting
from providers.rules.register import search_text


class HeldFilter(FixedChoicesFilter):
    title = _("time")
    parameter_name = "time"
    options = (
        ("now", _("holds today"), lambda rows: rows.filter(holds_on(timezone.localdate()))),
        ("later", _("begins later"), lambda rows: rows.filter(starts_on__gt=timezone.localdate())),
        ("ended", _("has ended"), lambda rows: rows.filter(ends_on__lte=timezone.localdate())),
    )


class DatedAdmin(OfficerModelAdmin):
    """A row between two dates: added with everything, later only ended.

    What has not begun is taken back by deleting it.
    """

    view_permission = Permission.VIEW_MEMBERS
    add_form: Any
    end_form: Any
    end_fields: tuple[str, ...] = ("ends_on",)
    start_field = "starts_on"

    def get_form(self, request: HttpRequest, obj: Any = None, change: bool = False, **kwargs: Any) -> Any:
        return super().get_form(
            request, obj, change=change, **{**kwargs, "form": self.end_form if obj else self.add_form}
        )

    def get_fields(self, request: HttpRequest, obj: Any = None) -> Any:
        return self.fields if obj else self.add_form.field_order

    def get_readonly_fields(self, request: HttpRequest, obj: Any = None) -> Any:
        return tuple(name for name in self.fields or () if name not in self.end_fields) if obj else ()

    def has_delete_permission(self, request: HttpRequest, obj: Any = None) -> bool:
        return (
            obj is not None
            and self.has_change_permission(request, obj)
            and (self.start_of(obj) > timezone.localdate() or self.may_take_back_today(obj))
        )

    def may_take_back_today(self, obj: Any) -> bool:
        """Hook: whether what begins today is still taken back."""
        return False

    def start_of(self, obj: Any) -> Any:
        return getattr(obj, self.start_field)

    def get_changeform_initial_data(self, request: HttpRequest) -> dict[str, Any]:
        return {self.start_field: timezone.localdate(), **super().get_changeform_initial_data(request)}


class AppointmentAdmin(DatedAdmin):
    """What a person is appointed to: ended and taken back by the one service."""

    kind: AppointmentKind[Any]

    @admin.display(description=_("person"), ordering="user__full_name__in_order")
    def person(self, row: Any) -> str:
        return str(row.user)

    def may_take_back_today(self, obj: Any) -> bool:
        return self.kind.withdrawn_on_first_day and self.start_of(obj) == timezone.localdate()

    def change_through_service(self, request: HttpRequest, obj: Any, form: Any) -> Any:
        return end_appointment(self.kind, obj, ends_on=form.cleaned_data["ends_on"], by=request.user)

    def delete_through_service(self, request: HttpRequest, obj: Any) -> None:
        withdraw_appointment(self.kind, obj, today=timezone.localdate(), by=request.user)


class HeldForMemberAdmin(AppointmentAdmin):
    """What a person does in a collaboration for a member setting: leading it, or an office."""

    add_permission = change_permission = Permission.APPOINT_LEADERS
    search_fields = ("user__full_name", "user__email", "membership__collaboration__name")
    search_names = ("user__full_name", "membership__collaboration__name")
    search_help_text = _("Name, e-mail address or collaboration")
    choosable: ClassVar[dict[str, Any]] = {
        "membership": lambda request: members_to_choose(request.GET.get("collaboration", ""))
    }

    @admin.display(description=_("collaboration"), ordering="membership__collaboration__name__in_order")
    def collaboration(self, row: Any) -> str:
        return str(row.membership.collaboration)

    @admin.display(description=_("setting"), ordering="membership__provider__search_text")
    def setting(self, row: Any) -> str:
        return str(row.membership.provider)


def members_to_choose(collaboration_id: str) -> QuerySet[Membership]:
    """Members of today and later ones: of one collaboration, where the address names it."""
    rows = memberships().filter(not_left_by(timezone.localdate()))
    number = whole_number(collaboration_id)
    return rows if number is None else rows.filter(collaboration=number)


class StateFilter(FieldChoicesFilter):
    title = _("state")
    parameter_name = field = "state"


class JoiningAdmin(OfficerModelAdmin):
    """What the two share: read only."""

    view_permission = Permission.VIEW_MEMBERS
    list_filter = (StateFilter,)
    search_normalised = "provider__search_text"
    normalise_search = staticmethod(search_text)
    search_help_text = _("Name, Ofsted URN or postcode of the setting")

    @admin.display(description=_("setting"), ordering="provider__search_text")
    def setting(self, row: Any) -> str:
        return str(row.provider)

    @admin.display(description=_("district"), ordering="provider__district__name__in_order")
    def district(self, row: Any) -> str:
        return str(row.provider.district or "")


@admin.register(Application)
class ApplicationAdmin(JoiningAdmin):
    menu_position = 24
    list_display = ("setting", "collaboration", "district", "applied_at", "state", "decided_on")
    fields = (
        "provider",
        "collaboration",
        "words",
        "state",
        "applied_by",
        "applied_at",
        "decided_on",
        "decision",
        "decided_by",
        "membership",
    )
    readonly_fields = fields
    export_identifier = "applications"

    def get_queryset(self, request: HttpRequest) -> QuerySet[Application]:
        return applications()

    def export_filters(self, request: HttpRequest) -> dict[str, str]:
        return {name: request.GET[name] for name in ("q", "state") if request.GET.get(name)}


@admin.register(Invitation)
class InvitationAdmin(JoiningAdmin):
    menu_position = 25
    list_display = ("setting", "collaboration", "full_name", "sent_at", "state", "answered_at")
    fields = (
        "provider",
        "collaboration",
        "full_name",
        "email",
        "is_vouched_for",
        "words",
        "decision",
        "decided_on",
        "state",
        "sent_by",
        "sent_at",
        "answered_at",
        "membership",
    )
    readonly_fields = fields

    def get_queryset(self, request: HttpRequest) -> QuerySet[Invitation]:
        return invitations()


class MannerFilter(FieldChoicesFilter):
    title = _("leads")
    parameter_name = field = "manner"


@admin.register(LeaderAppointment)
class LeaderAppointmentAdmin(HeldForMemberAdmin):
    kind = LEADER
    menu_position = 22
    list_display = ("person", "collaboration", "setting", "manner", "starts_on", "ends_on")
    list_filter = (HeldFilter, MannerFilter)
    add_form, end_form = AppointForm, EndAppointmentForm
    error_fields = {"user": "email", "may_lead_because": "officers_decision"}
    export_identifier = "leaders"

    def get_queryset(self, request: HttpRequest) -> QuerySet[LeaderAppointment]:
        return leader_appointments()

    def get_fields(self, request: HttpRequest, obj: Any = None) -> Any:
        if obj is None:
            return self.add_form.field_order
        why = ("may_lead_because",) if self.has_change_permission(request, obj) else ()
        return ("membership", "user", "manner", "starts_on", "ends_on", "members_decision", *why)

    def get_readonly_fields(self, request: HttpRequest, obj: Any = None) -> Any:
        return (
            ("membership", "user", "manner", "starts_on", "members_decision", "may_lead_because")
            if obj
            else ()
        )

    def get_changeform_initial_data(self, request: HttpRequest) -> dict[str, Any]:
        return {"manner": LeaderAppointment.Manner.JOINT, **super().get_changeform_initial_data(request)}

    def create_through_service(self, request: HttpRequest, form: Any) -> LeaderAppointment:
        data = form.cleaned_data
        return appoint_leader(
            membership=data["membership"],
            user=data["email"],
            manner=data["manner"],
            starts_on=data["starts_on"],
            ends_on=data["ends_on"],
            officers_decision=data["officers_decision"],
            by=request.user,
        )


class MembershipTimeFilter(FixedChoicesFilter):
    title = _("time")
    parameter_name = "time"
    options = (
        ("now", _("member today"), lambda rows: rows.filter(is_member_on(timezone.localdate()))),
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
        return memberships()

    @admin.display(description=_("setting"), ordering="provider__search_text")
    def setting(self, row: Membership) -> str:
        return str(row.provider)

    def create_through_service(self, request: HttpRequest, form: Any) -> Membership:
        data = form.cleaned_data
        return join(
            collaboration=data["collaboration"],
            provider=data["setting"],
            on=data["joined_on"],
            by=request.user,
        )

    def change_through_service(self, request: HttpRequest, obj: Membership, form: Any) -> Membership:
        data = form.cleaned_data
        return leave(membership=obj, on=data["left_on"], reason=data["leaving_reason"], by=request.user)

    def delete_through_service(self, request: HttpRequest, obj: Membership) -> None:
        withdraw_membership(membership=obj, today=timezone.localdate(), by=request.user)


@admin.register(SettingRole)
class SettingRoleAdmin(AppointmentAdmin):
    kind = SETTING_ROLE
    menu_position = 23
    add_permission = change_permission = Permission.CHANGE_MEMBERS
    list_display = ("person", "setting", "role", "starts_on", "ends_on")
    list_filter = (HeldFilter, RoleFilter)
    search_fields = ("user__full_name", "user__email", "provider__search_text")
    search_names = ("user__full_name", "provider__name")
    search_help_text = _("Name, e-mail address or setting")
    fields = ("user", "provider", "role", "starts_on", "ends_on")
    add_form, end_form = AddSettingRoleForm, EndSettingRoleForm
    error_fields = {"provider": "setting"}

    def get_queryset(self, request: HttpRequest) -> QuerySet[SettingRole]:
        return people_of_settings()

    @admin.display(description=_("setting"), ordering="provider__search_text")
    def setting(self, row: SettingRole) -> str:
        return str(row.provider)

    def create_through_service(self, request: HttpRequest, form: Any) -> SettingRole:
        data = form.cleaned_data
        return add_person_of_setting(
            provider=data["setting"],
            email=data["email"],
            full_name=data["full_name"],
            role=data["role"],
            starts_on=data["starts_on"],
            ends_on=data["ends_on"],
            by=request.user,
        )


class OfficeFilter(FieldChoicesFilter):
    title = _("office")
    parameter_name = field = "office"


@admin.register(OfficeHolder)
class OfficeHolderAdmin(HeldForMemberAdmin):
    """As the members decided: officers record it for them where they are asked to."""

    kind = OFFICE
    menu_position = 26
    list_display = ("person", "office", "collaboration", "setting", "starts_on", "ends_on")
    list_filter = (HeldFilter, OfficeFilter)
    fields = ("membership", "user", "office", "starts_on", "ends_on", "decision")
    add_form, end_form = AddOfficeForm, EndOfficeForm
    error_fields = {"user": "email"}

    def get_queryset(self, request: HttpRequest) -> QuerySet[OfficeHolder]:
        return office_holders()

    def create_through_service(self, request: HttpRequest, form: Any) -> OfficeHolder:
        data = form.cleaned_data
        return give_office(
            membership=data["membership"],
            user=data["email"],
            office=data["office"],
            starts_on=data["starts_on"],
            ends_on=data["ends_on"],
            decision=data["decision"],
            by=request.user,
        )
