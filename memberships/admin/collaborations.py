"""A collaboration as officers keep it."""

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

from collaborations.admin import CollaborationAdmin
from collaborations.models import Collaboration
from collaborations.selectors import effective_terms, first_meeting_of, life_of
from collaborations.services import MEETING
from core.admin.bases import FixedChoicesFilter
from core.wording import date_in_words
from memberships import selectors
from memberships.admin.bulk import BulkMixin
from memberships.models import Membership
from memberships.rules import SIZE_LABELS, Size, size_advice, size_of


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


@admin.register(Collaboration)
class CollaborationWithMembersAdmin(BulkMixin, CollaborationAdmin):
    """A collaboration with its members and leaders; each is added and ended on its own page."""

    list_display = ("name", "kind", "district", "state", "members", "size", "leaders")
    list_filter = (*CollaborationAdmin.list_filter, SizeFilter, LeaderFilter)
    export_identifier = "collaborations"
    panel = ("size_in_words", "members_with_links", "leaders_with_links", "add_links")
    life = ("moves_in_words", "first_meeting_in_words", "life_links")

    def get_queryset(self, request: HttpRequest) -> QuerySet[Collaboration]:
        return selectors.collaborations_with_size(on=timezone.localdate())

    def get_fieldsets(self, request: HttpRequest, obj: Collaboration | None = None) -> Any:
        sets = super().get_fieldsets(request, obj)
        return [*sets, (_("Members and leaders"), {"fields": self.panel}), (_("Its life"), {"fields": self.life})] if obj else sets

    def get_readonly_fields(self, request: HttpRequest, obj: Collaboration | None = None) -> Any:
        return (*super().get_readonly_fields(request, obj), *self.panel, *self.life)

    def export_filters(self, request: HttpRequest) -> dict[str, str]:
        names = {"q": "q", "district": "district", "kind": "kind", "state": "state", "size": "size", "leader": "leader"}
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
        advice = size_advice(row.members, effective_terms(row, on=timezone.localdate()).optimum_size)
        return advice.in_words(gettext) if advice else gettext(SIZE_LABELS[Size.ADVISED])

    @admin.display(description=_("members"))
    def members_with_links(self, row: Collaboration) -> str | SafeString:
        stays = selectors.members_of(row, on=timezone.localdate())
        links = [(reverse("admin:memberships_membership_change", args=[stay.pk]), stay.provider, time_of(stay)) for stay in stays]
        return format_html_join("", '<p><a href="{}">{}</a>, {}</p>', links) or gettext("No members")

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
            (reverse("admin:memberships_officeholder_add"), asked, gettext("Record an office holder")),
        ]
        return format_html_join("", '<p><a href="{}?{}">{}</a></p>', links)

    @admin.display(description=_("moves"))
    def moves_in_words(self, row: Collaboration) -> str | SafeString:
        moves = [(date_in_words(one.on), one.get_to_state_display(), one.by or "–") for one in life_of(row)]
        return format_html_join("", "<p>{}: {} ({})</p>", moves) or gettext("No move is recorded yet.")

    @admin.display(description=_("first meeting"))
    def first_meeting_in_words(self, row: Collaboration) -> str:
        meeting = first_meeting_of(row)
        return f"{date_in_words(meeting.held_on)}: {meeting.notes}" if meeting else gettext("None is recorded.")

    @admin.display(description=_("move it on"))
    def life_links(self, row: Collaboration) -> SafeString:
        links = [(reverse("collaborations:life", args=[row.pk]), gettext("Where it stands and what comes next"))]
        if row.state in MEETING:
            links.append((reverse("collaborations:first_meeting", args=[row.pk]), gettext("The first meeting")))
        return format_html_join("", '<p><a href="{}">{}</a></p>', links)


def time_of(stay: Membership) -> str:
    words = {"joined": date_in_words(stay.joined_on), "left": date_in_words(stay.left_on)}
    return gettext("from %(joined)s, leaves on %(left)s") % words if stay.left_on else gettext("from %(joined)s") % words
