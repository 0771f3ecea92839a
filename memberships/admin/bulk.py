"""What officers do with many collaborations at once, from the list in the admin."""

from __future__ import annotations

from typing import Any

from django.contrib import admin
from django.db.models import QuerySet
from django.http import HttpRequest, HttpResponse
from django.utils.translation import gettext_lazy as _

from accounts.permissions import Permission
from core.admin.bulk import on_to_page


class BulkMixin:
    """Two actions; each is offered to whoever may use its page."""

    actions = ("write_message", "move_to_district")

    def has_write_permission(self, request: HttpRequest) -> bool:
        return request.user.has_perm(Permission.SEND_MESSAGES)

    @admin.action(description=_("Write to their leaders or managers"), permissions=["write"])
    def write_message(self, request: HttpRequest, queryset: QuerySet[Any]) -> HttpResponse | None:
        return on_to_page(self, request, queryset, page="collaborations:write_message", name="collaboration")

    @admin.action(description=_("Move to a district"), permissions=["change"])
    def move_to_district(self, request: HttpRequest, queryset: QuerySet[Any]) -> HttpResponse | None:
        return on_to_page(self, request, queryset, page="collaborations:move_to_district", name="collaboration")
