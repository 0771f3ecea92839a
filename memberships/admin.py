"""The officers' door to members, people of settings and leaders. Saving calls the same services as the pages."""

from __future__ import annotations

from typing import Any
from urllib.parse import urlencode

from django.contrib import admin
from django.db.models import QuerySet
from django.http import HttpRequest
from django.urls import reverse
from django.utils import timezone
from django.utils.html import format_html_join
from django.utils.safestring import SafeString
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from accounts.models.people import holds_on
from accounts.permissions import Permission
from collaborations.admin import CollaborationAdmin
from collaborations.models import Collaboration
from core.admin.bases import FieldChoicesFilter, FixedChoicesFilter, OfficerModelAdmin, OfficerTabularInline
from memberships import selectors, services
from memberships.forms import AddSettingRoleForm, AppointForm, EndAppointmentForm, EndMembershipForm, EndSettingRoleForm, NewMembershipForm
from memberships.models import LeaderAppointment, Membership, SettingRole
from memberships.rules import SIZE_LABELS, Size, size_advice, size_of
from providers.rules import search_text


class SizeFilter(FixedChoicesFilter):
    title = _("size")
    parameter_name = "size"

    def lookups(self, request: HttpRequest, model_admin: Any) -> list[tuple[str, str]]:
        return [(size.value, gettext(label)) for size, label in SIZE_LABELS.items()]

    def queryset(self, request: HttpRequest, queryset: Any) -> Any:
        wanted = self.value()
        return selectors.of_size(queryset, Size(wanted)) if wanted in set(Size) else queryset


class LeaderFilter(FixedChoicesFilter):
    title = _("leader")
    parameter_name = "leader"
    options = (
        ("some", _("has a leader"), lambda rows: selectors.by_having_leaders(rows, on=timezone.localdate(), wanted=True)),
        ("none", _("has no leader"), lambda rows: selectors.by_having_leaders(rows, on=timezone.localdate(), wanted=False)),
    )


class MembersOfCollaboration(OfficerTabularInline):
    model = Membership
    fields = ("provider", "joined_on", "left_on")
    view_permission = Permission.VIEW_MEMBERS
    show_change_link = True

    def get_queryset(self, request: HttpRequest) -> QuerySet[Membership]:
        return selectors.memberships().order_by(*selectors.BY_NAME)


@admin.register(Collaboration)
class CollaborationWithMembersAdmin(CollaborationAdmin):
    """A collaboration with its members and leaders; each is added and ended on its own page."""

    list_display = ("name", "kind", "district", "state", "members", "size", "leaders")
    list_filter = (*CollaborationAdmin.list_filter, SizeFilter, LeaderFilter)
    inlines = (MembersOfCollaboration,)
    export_identifier = "collaborations"

    def get_queryset(self, request: HttpRequest) -> QuerySet[Collaboration]:
        return selectors.collaborations_with_size(on=timezone.localdate())

    def get_inlines(self, request: HttpRequest, obj: Collaboration | None) -> Any:
        return self.inlines if obj else ()

    def get_fieldsets(self, request: HttpRequest, obj: Collaboration | None = None) -> Any:
        sets = super().get_fieldsets(request, obj)
        return [*sets, (_("Members and leaders"), {"fields": ("size_in_words", "leaders_with_links", "add_links")})] if obj else sets

    def get_readonly_fields(self, request: HttpRequest, obj: Collaboration | None = None) -> Any:
        return (*super().get_readonly_fields(request, obj), "size_in_words", "leaders_with_links", "add_links")

    def export_filters(self, request: HttpRequest) -> dict[str, str]:
        names = {"q": "q", "district": "district", "kind": "kind", "size": "size", "leader": "leader"}
        return {ours: request.GET[theirs] for theirs, ours in names.items() if request.GET.get(theirs)}

    @admin.display(description=_("members"), ordering="members")
    def members(self, row: Any) -> int:
        return int(row.members)

    @admin.display(description=_("size"))
    def size(self, row: Any) -> str:
        return gettext(SIZE_LABELS[size_of(row.members)])

    @admin.display(description=_("leaders"))
    def leaders(self, row: Any) -> str:
        return ", ".join(row.leaders) or gettext("No leader")

    @admin.display(description=_("size"))
    def size_in_words(self, row: Any) -> str:
        advice = size_advice(row.members)
        return advice.in_words(gettext) if advice else gettext(SIZE_LABELS[Size.ADVISED])

    @admin.display(description=_("leaders"))
    def leaders_with_links(self, row: Collaboration) -> str | SafeString:
        rows = selectors.leaders_of(row, on=timezone.localdate())
        links = [(reverse("admin:memberships_leaderappointment_change", args=[one.pk]), one.user, one.membership.provider) for one in rows]
        return format_html_join("", '<p><a href="{}">{}</a>, {}</p>', links) or gettext("No leader")

    @admin.display(description=_("add"))
    def add_links(self, row: Collaboration) -> SafeString:
        asked = urlencode({"collaboration": row.pk})
        links = [
            (reverse("admin:memberships_membership_add"), asked, gettext("Add a member")),
            (reverse("admin:memberships_leaderappointment_add"), asked, gettext("Appoint a leader")),
        ]
        return format_html_join("", '<p><a href="{}?{}">{}</a></p>', links)


class MembershipTimeFilter(FixedChoicesFilter):
    title = _("time")
    parameter_name = "time"
    options = (
        ("now", _("member today"), lambda rows: rows.filter(selectors.is_member_on(timezone.localdate()))),
        ("later", _("joins later"), lambda rows: rows.filter(joined_on__gt=timezone.localdate())),
        ("ended", _("has left"), lambda rows: rows.filter(left_on__lte=timezone.localdate())),
    )


class HeldFilter(FixedChoicesFilter):
    title = _("time")
    parameter_name = "time"
    options = (
        ("now", _("holds today"), lambda rows: rows.filter(holds_on(timezone.localdate()))),
        ("later", _("begins later"), lambda rows: rows.filter(starts_on__gt=timezone.localdate())),
        ("ended", _("has ended"), lambda rows: rows.filter(ends_on__lte=timezone.localdate())),
    )


class MannerFilter(FieldChoicesFilter):
    title = _("leads")
    parameter_name = field = "manner"


class RoleFilter(FieldChoicesFilter):
    title = _("role")
    parameter_name = field = "role"


class DatedAdmin(OfficerModelAdmin):
    """A row between two dates: added with everything, later only ended. What has not begun is taken back by deleting it."""

    view_permission = Permission.VIEW_MEMBERS
    add_form: Any
    end_form: Any
    end_fields: tuple[str, ...] = ("ends_on",)

    def get_form(self, request: HttpRequest, obj: Any = None, change: bool = False, **kwargs: Any) -> Any:
        return super().get_form(request, obj, change=change, **{**kwargs, "form": self.end_form if obj else self.add_form})

    def get_fields(self, request: HttpRequest, obj: Any = None) -> Any:
        return self.fields if obj else self.add_form.field_order

    def get_readonly_fields(self, request: HttpRequest, obj: Any = None) -> Any:
        return tuple(name for name in self.fields or () if name not in self.end_fields) if obj else ()

    def has_delete_permission(self, request: HttpRequest, obj: Any = None) -> bool:
        return obj is not None and self.has_change_permission(request, obj) and self.start_of(obj) > timezone.localdate()

    def delete_through_service(self, request: HttpRequest, obj: Any) -> None:
        services.withdraw(what=obj, today=timezone.localdate(), by=request.user)

    @staticmethod
    def start_of(obj: Any) -> Any:
        return obj.starts_on


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
    add_form, end_form = NewMembershipForm, EndMembershipForm
    error_fields = {"provider": "setting"}
    export_identifier = "members"

    def get_queryset(self, request: HttpRequest) -> QuerySet[Membership]:
        return selectors.memberships()

    @admin.display(description=_("setting"), ordering="provider__search_text")
    def setting(self, row: Membership) -> str:
        return str(row.provider)

    @staticmethod
    def start_of(obj: Any) -> Any:
        return obj.joined_on

    def get_changeform_initial_data(self, request: HttpRequest) -> dict[str, Any]:
        return {"joined_on": timezone.localdate(), **super().get_changeform_initial_data(request)}

    def create_through_service(self, request: HttpRequest, form: Any) -> Membership:
        given = form.cleaned_data
        return services.join(collaboration=given["collaboration"], provider=given["setting"], on=given["joined_on"], by=request.user)

    def change_through_service(self, request: HttpRequest, obj: Membership, form: Any) -> Membership:
        given = form.cleaned_data
        return services.leave(membership=obj, on=given["left_on"], reason=given["leaving_reason"], by=request.user)


def members_to_lead(collaboration_id: str) -> QuerySet[Membership]:
    """Members of today and later ones: of one collaboration, where the address names it."""
    rows = selectors.memberships().filter(selectors.not_left_by(timezone.localdate()))
    return rows.filter(collaboration=collaboration_id) if collaboration_id.isdigit() else rows


@admin.register(LeaderAppointment)
class LeaderAppointmentAdmin(DatedAdmin):
    menu_position = 22
    add_permission = change_permission = Permission.APPOINT_LEADERS
    list_display = ("person", "collaboration", "setting", "manner", "starts_on", "ends_on")
    list_filter = (HeldFilter, MannerFilter)
    search_fields = ("user__full_name", "user__email", "membership__collaboration__name")
    search_help_text = _("Name, e-mail address or collaboration")
    add_form, end_form = AppointForm, EndAppointmentForm
    error_fields = {"user": "email", "may_lead_because": "officers_decision"}
    export_identifier = "leaders"
    choosable = {"membership": lambda request: members_to_lead(request.GET.get("collaboration", ""))}

    def get_queryset(self, request: HttpRequest) -> QuerySet[LeaderAppointment]:
        return selectors.leader_appointments()

    def get_fields(self, request: HttpRequest, obj: Any = None) -> Any:
        if obj is None:
            return self.add_form.field_order
        why = ("may_lead_because",) if self.has_change_permission(request, obj) else ()
        return ("membership", "user", "manner", "starts_on", "ends_on", *why)

    def get_readonly_fields(self, request: HttpRequest, obj: Any = None) -> Any:
        return ("membership", "user", "manner", "starts_on", "may_lead_because") if obj else ()

    @admin.display(description=_("person"), ordering="user__full_name")
    def person(self, row: LeaderAppointment) -> str:
        return str(row.user)

    @admin.display(description=_("collaboration"), ordering="membership__collaboration__name")
    def collaboration(self, row: LeaderAppointment) -> str:
        return str(row.membership.collaboration)

    @admin.display(description=_("setting"), ordering="membership__provider__search_text")
    def setting(self, row: LeaderAppointment) -> str:
        return str(row.membership.provider)

    def get_changeform_initial_data(self, request: HttpRequest) -> dict[str, Any]:
        first = {"starts_on": timezone.localdate(), "manner": LeaderAppointment.Manner.JOINT}
        return {**first, **super().get_changeform_initial_data(request)}

    def create_through_service(self, request: HttpRequest, form: Any) -> LeaderAppointment:
        given = form.cleaned_data
        return services.appoint_leader(
            membership=given["membership"],
            user=given["email"],
            manner=given["manner"],
            starts_on=given["starts_on"],
            ends_on=given["ends_on"],
            officers_decision=given["officers_decision"],
            by=request.user,
        )

    def change_through_service(self, request: HttpRequest, obj: LeaderAppointment, form: Any) -> LeaderAppointment:
        return services.end_leader(appointment=obj, ends_on=form.cleaned_data["ends_on"], by=request.user)


@admin.register(SettingRole)
class SettingRoleAdmin(DatedAdmin):
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

    @admin.display(description=_("person"), ordering="user__full_name")
    def person(self, row: SettingRole) -> str:
        return str(row.user)

    @admin.display(description=_("setting"), ordering="provider__search_text")
    def setting(self, row: SettingRole) -> str:
        return str(row.provider)

    def get_changeform_initial_data(self, request: HttpRequest) -> dict[str, Any]:
        return {"starts_on": timezone.localdate(), **super().get_changeform_initial_data(request)}

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
