"""The one admin site, at ``/<authority>/admin/`` only."""

from __future__ import annotations

from functools import update_wrapper
from typing import TYPE_CHECKING, Any

from django.contrib.admin import AdminSite
from django.contrib.auth.views import redirect_to_login
from django.core.exceptions import PermissionDenied
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.urls import URLPattern, URLResolver, reverse
from django.utils.translation import gettext_lazy as _

if TYPE_CHECKING:
    from core.admin.bases import OfficerModelAdmin

#: ``r/<type>/<id>/`` would redirect to any model's page; our admins link to the page itself.
LEFT_OUT = frozenset({"view_on_site", "password_change_done"})


class OfficerSite(AdminSite):
    """Signing in and out, passwords and second factors belong to allauth;
    who may enter is one permission of the role table.
    """

    site_header = _("Early years collaborations")
    site_title = _("Early years collaborations")
    index_title = _("All records")
    enable_nav_sidebar = (
        False  # the same list stands on the first page; on a phone it came before the content
    )
    empty_value_display = "–"

    def __init__(self, name: str = "admin") -> None:
        super().__init__(name)
        self.disable_action("delete_selected")  # it deletes past the services and cascades

    def register(self, model_or_iterable: Any, admin_class: Any = None, **options: Any) -> None:
        """Take in admins built on our base only.

        Installed packages (auth, allauth, pghistory) register their tables as they stand: global tables with
        the email addresses and second factors of people of every authority. Those stay out.
        """
        from core.admin.bases import OfficerModelAdmin

        if admin_class is not None and issubclass(admin_class, OfficerModelAdmin):
            super().register(model_or_iterable, admin_class, **options)

    def has_permission(self, request: HttpRequest) -> bool:
        """Whether this person may use the admin of the authority in the
        address (``User.is_staff`` asks the role table).
        """
        authority = getattr(request, "authority", None)
        return authority is not None and super().has_permission(request)

    def admin_view(self, view: Any, cacheable: bool = False) -> Any:
        """As Django's, but somebody without the permission is told so:
        sending them to sign in again would go round in circles.
        """
        guarded = super().admin_view(view, cacheable)

        def inner(request: HttpRequest, *args: Any, **kwargs: Any) -> Any:
            if not request.user.is_authenticated:
                return redirect_to_login(request.get_full_path(), reverse("account_login"))
            if not self.has_permission(request):
                raise PermissionDenied
            return guarded(request, *args, **kwargs)

        return update_wrapper(inner, guarded)

    def get_urls(self) -> list[URLPattern | URLResolver]:
        return [url for url in super().get_urls() if getattr(url, "name", None) not in LEFT_OUT]

    def login(self, request: HttpRequest, extra_context: dict[str, Any] | None = None) -> HttpResponse:
        """Django's address for signing in leads to ours."""
        if not request.user.is_authenticated:
            return redirect_to_login(self._wanted(request), reverse("account_login"))
        if not self.has_permission(request):
            raise PermissionDenied
        return HttpResponseRedirect(reverse("admin:index"))

    def logout(self, request: HttpRequest, extra_context: dict[str, Any] | None = None) -> HttpResponse:
        return HttpResponseRedirect(reverse("account_logout"))

    def password_change(
        self, request: HttpRequest, extra_context: dict[str, Any] | None = None
    ) -> HttpResponse:
        return HttpResponseRedirect(reverse("account_change_password"))

    def _wanted(self, request: HttpRequest) -> str:
        # allauth checks that the address is ours before it goes there.
        return request.GET.get("next") or reverse("admin:index")

    def each_context(self, request: HttpRequest) -> dict[str, Any]:
        ours = {"authority": getattr(request, "authority", None), "site_url": reverse("home")}
        return {**super().each_context(request), **ours}

    def get_log_entries(self, request: HttpRequest) -> Any:
        """None: Django's log knows no authority and is not written (core.admin.writes)."""
        return ()

    def app_index(
        self, request: HttpRequest, app_label: str, extra_context: dict[str, Any] | None = None
    ) -> HttpResponse:
        """To the one index: a page of one app would be a second."""
        return HttpResponseRedirect(reverse("admin:index"))

    def get_app_list(self, request: HttpRequest, app_label: str | None = None) -> list[Any]:
        """Subjects and their records in the order of ``menu_position``; a subject may hold records of several
        apps.
        """
        subjects: dict[str, dict[str, Any]] = {}
        for app in self._build_app_dict(request, app_label).values():
            for row in app["models"]:
                ours = self._admin_of(row["model"])
                row["name"] = ours.menu_name or row["name"]
                row["add_url"] = row["add_url"] and (ours.page_for_adding(request) or row["add_url"])
                name = str(ours.menu_group or app["name"])
                subjects.setdefault(name, {**app, "name": name, "models": []})["models"].append(row)
        for subject in subjects.values():
            subject["models"].sort(key=lambda row: (self._position(row["model"]), str(row["name"])))
        return sorted(
            subjects.values(),
            key=lambda subject: (self._position(subject["models"][0]["model"]), subject["name"]),
        )

    def _position(self, model: Any) -> int:
        return self._admin_of(model).menu_position

    def _admin_of(self, model: Any) -> OfficerModelAdmin:
        return self.get_model_admin(model)  # type: ignore[return-value]
