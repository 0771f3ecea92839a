"""Members, and the people of settings."""

from __future__ import annotations

from typing import Any, ClassVar

from django.contrib import admin
from django.contrib.admin.views.main import ChangeList
from django.db.models import QuerySet
from django.http import HttpRequest, HttpResponse
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from accounts.permissions import Permission
from core.admin.bases import OfficerModelAdmin
from core.admin.bulk import on_to_page
from core.admin.filters import FieldChoicesFilter, list_filters_of
from core.admin.paging import DressedList
from core.tables.filters import ChoiceFilter
from memberships.models.joining import Application, Invitation
from memberships.models.members import LeaderAppointment, Membership, SettingRole
from memberships.models.offices import OfficeHolder
from memberships.selectors.filters import HELD, OF_LEADERS, OF_MEMBERS, OF_PEOPLE, of_group, of_setting
from memberships.selectors.joining import applications, invitations
from memberships.selectors.leaders import leader_appointments
from memberships.selectors.members import memberships
from memberships.selectors.offices import office_holders
from memberships.selectors.people import people_of_settings
from memberships.tables import with_policy_today
from providers.rules.register import search_text


class WritesToGroups(OfficerModelAdmin):
    """A list of which rows are ticked to write to the people of their groups."""

    actions = ("write_message",)
    #: The way to the group of a row.
    group_field: ClassVar[str] = "collaboration_id"

    def has_write_permission(self, request: HttpRequest) -> bool:
        return request.user.has_perm(Permission.SEND_MESSAGES)

    @admin.action(description=_("Write to the leaders or managers of their groups"), permissions=["write"])
    def write_message(self, request: HttpRequest, queryset: QuerySet[Any]) -> HttpResponse | None:
        return on_to_page(self, request, queryset, page="support:write_message", of=self.group_field)


class OfPeopleAdmin(OfficerModelAdmin):
    """Read-only. Who does what, since when: added, ended and taken back on the pages of the setting or group."""

    view_permission = Permission.VIEW_MEMBERS

    @admin.display(description=_("person"), ordering="user__full_name__in_order")
    def person(self, row: Any) -> str:
        return str(row.user)


class HeldForMemberAdmin(OfPeopleAdmin):
    """What a person does in a collaboration for a member setting: leading it, or an office."""

    add_permission = Permission.APPOINT_LEADERS
    page_add = "collaborations:choose"
    search_fields = ("user__full_name", "user__email", "membership__collaboration__name")
    search_names = ("user__full_name", "membership__collaboration__name")
    search_help_text = _("Name, email address or collaboration")

    def page_of(self, request: HttpRequest, obj: Any) -> str:
        return reverse("memberships:offices", args=[obj.membership.collaboration_id])

    @admin.display(description=_("collaboration"), ordering="membership__collaboration__name__in_order")
    def collaboration(self, row: Any) -> str:
        return str(row.membership.collaboration)

    @admin.display(description=_("setting"), ordering="membership__provider__search_text")
    def setting(self, row: Any) -> str:
        return str(row.membership.provider)


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

    def page_of(self, request: HttpRequest, obj: Any) -> str:
        return reverse("memberships:members", args=[obj.collaboration_id])

    @admin.display(description=_("setting"), ordering="provider__search_text")
    def setting(self, row: Any) -> str:
        return str(row.provider)

    @admin.display(description=_("district"), ordering="provider__district__name__in_order")
    def district(self, row: Any) -> str:
        return str(row.provider.district or "")


@admin.register(Application)
class ApplicationAdmin(JoiningAdmin):
    menu_position = 24
    menu_group = _("Collaborations")
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
    export_names = ("q", "state")

    def get_queryset(self, request: HttpRequest) -> QuerySet[Application]:
        return applications()


@admin.register(Invitation)
class InvitationAdmin(JoiningAdmin):
    menu_position = 25
    menu_group = _("Collaborations")
    add_permission = Permission.CHANGE_MEMBERS
    page_add, page_add_args = "collaborations:choose", ("invite",)
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


@admin.register(LeaderAppointment)
class LeaderAppointmentAdmin(WritesToGroups, HeldForMemberAdmin):
    group_field = "membership__collaboration_id"
    menu_position = 22
    menu_group = _("Collaborations")
    page_add_args = ("appoint-leader",)
    list_display = ("person", "collaboration", "setting", "manner", "starts_on", "ends_on", "policy_today")
    list_filter = list_filters_of(OF_LEADERS)
    fields = ("membership", "user", "manner", "starts_on", "ends_on", "members_decision")
    export_identifier = "leaders"
    export_names = tuple(filter_.name for filter_ in OF_LEADERS)

    def get_queryset(self, request: HttpRequest) -> QuerySet[LeaderAppointment]:
        return leader_appointments()

    def get_changelist(self, request: HttpRequest, **kwargs: Any) -> type[ChangeList]:
        return DressedList

    def dress_rows(self, request: HttpRequest, rows: list[Any]) -> None:
        """Give the rows of one page what the leading policy says of their setting today."""
        reads = request.user.has_perm(Permission.VIEW_POLICY)
        with_policy_today(rows, on=timezone.localdate(), reads_policy=reads)

    @admin.display(description=_("leading policy today"), empty_value="–")
    def policy_today(self, row: Any) -> str:
        return row.verdict_shown or "–"

    @admin.display(description=_("judgement that counts today"), empty_value="–")
    def judgement_today(self, row: Any) -> str:
        """Beside why the setting might lead when the person was appointed."""
        with_policy_today([row], on=timezone.localdate(), reads_policy=True)
        words = {"judgement": row.judgement_shown, "verdict": row.verdict_shown}
        return gettext("%(judgement)s. Leading policy: %(verdict)s.") % words if row.verdict_shown else "–"

    def get_fields(self, request: HttpRequest, obj: Any = None) -> Any:
        """Why an officer let somebody lead, and what holds today, for officers alone."""
        appoints = request.user.has_perm(Permission.APPOINT_LEADERS)
        why = ("may_lead_because", "judgement_today") if appoints else ()
        return (*self.fields, *why)


@admin.register(Membership)
class MembershipAdmin(WritesToGroups):
    """Read-only: a setting joins and leaves on the group's pages."""

    menu_position = 21
    menu_group = _("Collaborations")
    view_permission = Permission.VIEW_MEMBERS
    add_permission = Permission.CHANGE_MEMBERS
    page_add, page_add_args = "collaborations:choose", ("add-member",)
    list_display = ("setting", "collaboration", "joined_on", "left_on")
    list_filter = list_filters_of(OF_MEMBERS)
    search_normalised = "provider__search_text"
    normalise_search = staticmethod(search_text)
    search_help_text = _("Name, Ofsted URN or postcode of the setting")
    fields = ("collaboration", "provider", "joined_on", "left_on", "leaving_reason")
    export_identifier = "members"
    export_names = tuple(filter_.name for filter_ in OF_MEMBERS)

    def get_queryset(self, request: HttpRequest) -> QuerySet[Membership]:
        return memberships()

    def page_of(self, request: HttpRequest, obj: Any) -> str:
        return reverse("memberships:member", args=[obj.collaboration_id, obj.pk])

    @admin.display(description=_("setting"), ordering="provider__search_text")
    def setting(self, row: Membership) -> str:
        return str(row.provider)


@admin.register(SettingRole)
class SettingRoleAdmin(OfPeopleAdmin):
    menu_position = 3
    menu_group = _("People and roles")
    add_permission = Permission.CHANGE_MEMBERS
    page_add = "memberships:choose_setting"
    list_display = ("person", "setting", "called", "starts_on", "ends_on")
    list_filter = list_filters_of(OF_PEOPLE)
    search_fields = ("user__full_name", "user__email", "provider__search_text")
    search_names = ("user__full_name", "provider__name")
    search_help_text = _("Name, email address or setting")
    fields = ("user", "provider", "called", "starts_on", "ends_on")
    export_identifier = "people_of_settings"
    export_names = tuple(filter_.name for filter_ in OF_PEOPLE)

    def get_queryset(self, request: HttpRequest) -> QuerySet[SettingRole]:
        return people_of_settings()

    def page_of(self, request: HttpRequest, obj: SettingRole) -> str:
        return reverse("portal:setting_people", args=[obj.provider_id])

    @admin.display(description=_("setting"), ordering="provider__search_text")
    def setting(self, row: SettingRole) -> str:
        return str(row.provider)

    @admin.display(description=_("role"), ordering="role")
    def called(self, row: SettingRole) -> str:
        return row.get_role_display()


OF_OFFICES = (
    HELD,
    ChoiceFilter("office", _("Office"), choices=OfficeHolder.Office.choices),
    of_group("membership__collaboration"),
    *of_setting("membership__provider"),
)


@admin.register(OfficeHolder)
class OfficeHolderAdmin(WritesToGroups, HeldForMemberAdmin):
    group_field = "membership__collaboration_id"
    menu_position = 26
    menu_group = _("Collaborations")
    page_add_args = ("record-office",)
    list_display = ("person", "office", "collaboration", "setting", "starts_on", "ends_on")
    list_filter = list_filters_of(OF_OFFICES)
    fields = ("membership", "user", "office", "starts_on", "ends_on", "decision")

    def get_queryset(self, request: HttpRequest) -> QuerySet[OfficeHolder]:
        return office_holders()
