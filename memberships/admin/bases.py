"""What all rows between two dates share in the admin."""

from __future__ import annotations

from typing import Any, ClassVar

from django.contrib import admin
from django.db.models import QuerySet
from django.http import HttpRequest
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from accounts.models.people import holds_on
from accounts.permissions import Permission
from core.admin.bases import FixedChoicesFilter, OfficerModelAdmin
from core.forms.numbers import whole_number
from memberships import selectors, services
from memberships.models import Membership


class HeldFilter(FixedChoicesFilter):
    title = _("time")
    parameter_name = "time"
    options = (
        ("now", _("holds today"), lambda rows: rows.filter(holds_on(timezone.localdate()))),
        ("later", _("begins later"), lambda rows: rows.filter(starts_on__gt=timezone.localdate())),
        ("ended", _("has ended"), lambda rows: rows.filter(ends_on__lte=timezone.localdate())),
    )


class DatedAdmin(OfficerModelAdmin):
    """A row between two dates: added with everything, later only ended. What has not begun is taken back by deleting it."""

    view_permission = Permission.VIEW_MEMBERS
    add_form: Any
    end_form: Any
    end_fields: tuple[str, ...] = ("ends_on",)
    start_field = "starts_on"

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

    def start_of(self, obj: Any) -> Any:
        return getattr(obj, self.start_field)

    def get_changeform_initial_data(self, request: HttpRequest) -> dict[str, Any]:
        return {self.start_field: timezone.localdate(), **super().get_changeform_initial_data(request)}


class PersonColumn:
    """Mixin: the person of a row."""

    @admin.display(description=_("person"), ordering="user__full_name")
    def person(self, row: Any) -> str:
        return str(row.user)


class HeldForMemberAdmin(PersonColumn, DatedAdmin):
    """What a person does in a collaboration for a member setting: leading it, or an office."""

    add_permission = change_permission = Permission.APPOINT_LEADERS
    search_fields = ("user__full_name", "user__email", "membership__collaboration__name")
    search_help_text = _("Name, e-mail address or collaboration")
    choosable: ClassVar[dict[str, Any]] = {"membership": lambda request: members_to_choose(request.GET.get("collaboration", ""))}

    @admin.display(description=_("collaboration"), ordering="membership__collaboration__name")
    def collaboration(self, row: Any) -> str:
        return str(row.membership.collaboration)

    @admin.display(description=_("setting"), ordering="membership__provider__search_text")
    def setting(self, row: Any) -> str:
        return str(row.membership.provider)


def members_to_choose(collaboration_id: str) -> QuerySet[Membership]:
    """Members of today and later ones: of one collaboration, where the address names it."""
    rows = selectors.memberships().filter(selectors.not_left_by(timezone.localdate()))
    wanted = whole_number(collaboration_id)
    return rows if wanted is None else rows.filter(collaboration=wanted)
