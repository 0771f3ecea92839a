"""A collaboration as officers keep it."""

from __future__ import annotations

from typing import Any

from django.contrib import admin
from django.db.models import QuerySet
from django.http import HttpRequest, HttpResponse
from django.urls import reverse
from django.utils import timezone
from django.utils.html import format_html_join
from django.utils.safestring import SafeString
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from accounts.permissions import Permission
from collaborations.models import Collaboration
from collaborations.selectors import first_meeting_of, in_state, life_of, state_choices
from core.admin.bases import OfficerModelAdmin
from core.admin.bulk import on_to_page
from core.admin.filters import FieldChoicesFilter, FixedChoicesFilter
from core.forms.numbers import whole_number
from core.wording import date_in_words, last_day_in_words
from memberships.models.members import Membership
from memberships.rules.size import Size, size_advice, size_of
from memberships.selectors.leaders import leaders_of
from memberships.selectors.lists import by_having_leaders, collaborations_with_size, of_size
from memberships.selectors.members import members_of
from providers.selectors import districts
from ways_of_working.selectors.effective import effective_terms

FIELDS = ("name", "kind", "district", "is_virtual", "purpose", "started_on")
ENQUIRY = ("asked_by", "enquiry")
#: How it begins: said once, when it is recorded. Later it moves on its own page (C1).
BEGINNING = ("state", "terms_adopted_on")


class KindFilter(FieldChoicesFilter):
    title = _("kind")
    parameter_name = field = "kind"


class StateFilter(FixedChoicesFilter):
    title = _("state")
    parameter_name = "state"

    def lookups(self, request: HttpRequest, model_admin: Any) -> list[tuple[str, str]]:
        return state_choices()

    def queryset(self, request: HttpRequest, queryset: Any) -> Any:
        state = self.value()
        return in_state(queryset, state) if state in dict(state_choices()) else queryset


class DistrictFilter(FixedChoicesFilter):
    title = _("district")
    parameter_name = "district"

    def lookups(self, request: HttpRequest, model_admin: Any) -> list[tuple[str, str]]:
        return [(str(district.pk), district.name) for district in districts()]

    def queryset(self, request: HttpRequest, queryset: Any) -> Any:
        district_id = whole_number(self.value())
        return queryset if district_id is None else queryset.filter(district=district_id)


class SizeFilter(FixedChoicesFilter):
    title = _("size")
    parameter_name = "size"

    def lookups(self, request: HttpRequest, model_admin: Any) -> list[tuple[str, str]]:
        return list(Size.choices)

    def queryset(self, request: HttpRequest, queryset: Any) -> Any:
        size = self.value()
        return of_size(queryset, Size(size)) if size in set(Size) else queryset


class LeaderFilter(FixedChoicesFilter):
    title = _("leader")
    parameter_name = "leader"
    options = (
        (
            "some",
            _("has a leader"),
            lambda rows: by_having_leaders(rows, on=timezone.localdate(), wanted=True),
        ),
        (
            "none",
            _("has no leader"),
            lambda rows: by_having_leaders(rows, on=timezone.localdate(), wanted=False),
        ),
    )


@admin.register(Collaboration)
class CollaborationAdmin(OfficerModelAdmin):
    """A collaboration with its members and leaders, to read: started, changed and moved on its pages."""

    menu_position = 20
    view_permission = Permission.VIEW_COLLABORATIONS
    add_permission = Permission.ADD_COLLABORATIONS
    change_permission = Permission.CHANGE_COLLABORATIONS
    page_add = "collaborations:start"
    list_display = ("name", "kind", "district", "state", "members", "size", "leaders")
    list_filter = (DistrictFilter, KindFilter, StateFilter, SizeFilter, LeaderFilter)
    list_select_related = ("district",)
    search_fields = search_names = ("name",)
    search_help_text = _("Name")
    export_identifier = "collaborations"
    actions = ("write_message", "move_to_district")
    fields = (*FIELDS, *BEGINNING, *ENQUIRY)
    panel = ("size_in_words", "members_with_links", "leaders_with_links")
    life = ("moves_in_words", "first_meeting_in_words")
    readonly_fields = (*panel, *life)

    # --- the list ------------------------------------------------------------------------------------------
    def get_queryset(self, request: HttpRequest) -> QuerySet[Collaboration]:
        return collaborations_with_size(on=timezone.localdate())

    def export_filters(self, request: HttpRequest) -> dict[str, str]:
        names = {
            "q": "q",
            "district": "district",
            "kind": "kind",
            "state": "state",
            "size": "size",
            "leader": "leader",
        }
        return {ours: request.GET[theirs] for theirs, ours in names.items() if request.GET.get(theirs)}

    def has_write_permission(self, request: HttpRequest) -> bool:
        return request.user.has_perm(Permission.SEND_MESSAGES)

    @admin.action(description=_("Write to their leaders or managers"), permissions=["write"])
    def write_message(self, request: HttpRequest, queryset: QuerySet[Any]) -> HttpResponse | None:
        return on_to_page(self, request, queryset, page="support:write_message")

    def has_move_permission(self, request: HttpRequest) -> bool:
        return request.user.has_perm(Permission.CHANGE_COLLABORATIONS)

    @admin.action(description=_("Move to a district"), permissions=["move"])
    def move_to_district(self, request: HttpRequest, queryset: QuerySet[Any]) -> HttpResponse | None:
        return on_to_page(self, request, queryset, page="support:move_to_district")

    @admin.display(description=_("members"), ordering="members")
    def members(self, row: Any) -> int:
        return int(row.members)

    @admin.display(description=_("size"))
    def size(self, row: Any) -> str:
        return str(size_of(row.members).label)

    @admin.display(description=_("leaders"))
    def leaders(self, row: Any) -> str:
        return ", ".join(row.leaders) or gettext("No leader")

    def page_of(self, request: HttpRequest, obj: Any) -> str:
        return reverse("collaborations:detail", args=[obj.pk])

    # --- the record -----------------------------------------------------------------------------------------
    def get_fieldsets(self, request: HttpRequest, obj: Collaboration | None = None) -> Any:
        members = (_("Members and leaders"), {"fields": self.panel})
        return [(None, {"fields": self.fields}), members, (_("Its life"), {"fields": self.life})]

    @admin.display(description=_("size"))
    def size_in_words(self, row: Any) -> str:
        advice = size_advice(row.members, effective_terms(row, on=timezone.localdate()).optimum_size)
        return advice.in_words(gettext) if advice else str(Size.ADVISED.label)

    @admin.display(description=_("members"))
    def members_with_links(self, row: Collaboration) -> str | SafeString:
        memberships = members_of(row, on=timezone.localdate())
        links = [
            (
                reverse("admin:memberships_membership_change", args=[membership.pk]),
                membership.provider,
                time_of(membership),
            )
            for membership in memberships
        ]
        return format_html_join("", '<p><a href="{}">{}</a>, {}</p>', links) or gettext("No members")

    @admin.display(description=_("leaders"))
    def leaders_with_links(self, row: Collaboration) -> str | SafeString:
        rows = leaders_of(row, on=timezone.localdate())
        links = [
            (
                reverse("admin:memberships_leaderappointment_change", args=[leader.pk]),
                leader.user,
                leader.membership.provider,
            )
            for leader in rows
        ]
        return format_html_join("", '<p><a href="{}">{}</a>, {}</p>', links) or gettext("No leader")

    @admin.display(description=_("moves"))
    def moves_in_words(self, row: Collaboration) -> str | SafeString:
        moves = [
            (date_in_words(move.on), move.get_to_state_display(), move.by or "–") for move in life_of(row)
        ]
        return format_html_join("", "<p>{}: {} ({})</p>", moves) or gettext("No move is recorded yet.")

    @admin.display(description=_("first meeting"))
    def first_meeting_in_words(self, row: Collaboration) -> str:
        meeting = first_meeting_of(row)
        return (
            f"{date_in_words(meeting.held_on)}: {meeting.notes}" if meeting else gettext("None is recorded.")
        )


def time_of(membership: Membership) -> str:
    words = {"joined": date_in_words(membership.joined_on), "left": last_day_in_words(membership.left_on)}
    return (
        gettext("from %(joined)s to %(left)s") % words
        if membership.left_on
        else gettext("from %(joined)s") % words
    )
