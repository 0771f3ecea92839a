"""What all rows between two dates share in the admin."""

from __future__ import annotations

from typing import Any

from django.http import HttpRequest
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from accounts.models.people import holds_on
from accounts.permissions import Permission
from core.admin.bases import FixedChoicesFilter, OfficerModelAdmin
from memberships import services


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
