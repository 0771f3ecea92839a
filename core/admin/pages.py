"""One form for a job: where a page exists, "Add" opens it, and the admin only shows the record, with a link.

An admin that writes says in ``record_only`` why its form is the only one for the job.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING, Any, ClassVar

from django.contrib import admin
from django.core.exceptions import ImproperlyConfigured, PermissionDenied
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.urls import NoReverseMatch, reverse

if TYPE_CHECKING:
    from django.contrib.admin import ModelAdmin as Base
else:
    Base = object

SERVICES = ("create_through_service", "change_through_service", "delete_through_service")


class PageFirstMixin(Base):
    """``page_add`` is the name of the page where a record is added, ``page_add_args`` what its address needs."""

    page_add: ClassVar[str] = ""
    page_add_args: ClassVar[tuple[str, ...]] = ()
    #: Why there is no page that adds and changes the record.
    record_only: ClassVar[str] = ""
    #: Django's detour by content type would open any model's page.
    view_on_site = False

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        if self.writes and (self.page_add or not self.record_only):
            raise ImproperlyConfigured(
                f"{type(self).__name__} writes: it must say in `record_only` why no page does, and have no page"
            )

    @property
    def writes(self) -> bool:
        return any(getattr(self, service) is not None for service in SERVICES)

    def page_of(self, request: HttpRequest, obj: Any) -> str:
        """Hook: the address of the page of a record's object, or of the page that shows it; "" where none
        does. Whoever sees the record may open it.
        """
        return ""

    def tools_of(self, request: HttpRequest, obj: Any) -> Sequence[tuple[Any, str]]:
        """Hook: label and address of what else is done with a record, shown after its page."""
        return ()

    def page_for_adding(self, request: HttpRequest) -> str:
        """The address of the page where a record is added; "" where the admin's own form does it."""
        return reverse(self.page_add, args=self.page_add_args) if self.page_add else ""

    def render_change_form(
        self, request: HttpRequest, context: dict[str, Any], *args: Any, **kwargs: Any
    ) -> HttpResponse:
        original = context.get("original")
        context["page_url"] = self.page_of(request, original) if original is not None else ""
        context["tools"] = self.tools_of(request, original) if original is not None else ()
        return super().render_change_form(request, context, *args, **kwargs)

    def add_view(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        page = self.page_for_adding(request)
        if not page:
            return super().add_view(request, *args, **kwargs)
        if not self.has_add_permission(request):
            raise PermissionDenied
        return HttpResponseRedirect(page)


def record_address(obj: Any, request: HttpRequest) -> str:
    """The address of an object's record in the admin, for whoever may open it; else ""."""
    model_admin = admin.site._registry.get(type(obj))
    if model_admin is None or not admin.site.has_permission(request):
        return ""
    if not model_admin.has_view_permission(request):
        return ""
    try:
        return reverse(f"admin:{obj._meta.app_label}_{obj._meta.model_name}_change", args=[obj.pk])
    except NoReverseMatch:
        return ""
