"""The base of every admin here.

With guardian's mixin the order is ``GuardedModelAdminMixin, OfficerModelAdmin`` (its hooks must stand before
ours).
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any, ClassVar
from urllib.parse import urlencode

from django.contrib import messages
from django.contrib.admin import ModelAdmin, ShowFacets
from django.contrib.admin.exceptions import DisallowedModelAdminLookup
from django.contrib.admin.options import IncorrectLookupParameters
from django.contrib.admin.utils import unquote
from django.contrib.admin.views.main import PAGE_VAR, ChangeList
from django.core.exceptions import ImproperlyConfigured, PermissionDenied
from django.db.models import Q, QuerySet
from django.forms import Media
from django.http import Http404, HttpRequest, HttpResponse, QueryDict
from django.template.response import TemplateResponse
from django.urls import NoReverseMatch, reverse
from django.utils.text import capfirst
from django.utils.translation import gettext as _

from core.admin.ends import LastDaysMixin
from core.admin.fields import FieldsInScopeMixin
from core.admin.filters import FieldChoicesFilter, FixedChoicesFilter
from core.admin.history import history_of, may_read_history
from core.admin.inlines import LabelledInlineMixin, OfficerStackedInline, OfficerTabularInline
from core.admin.pages import PageFirstMixin
from core.admin.paging import BigListPaginator
from core.admin.related import FormForReader
from core.admin.writes import ThroughServicesMixin
from core.exports.registry import UnknownExport, find_export
from core.searching import Matches, Search, matching, search_in, words_in
from core.tables.pages import export_formats

#: What Django raises for a filter, a choice or a page that is not there.
NOT_THERE = (DisallowedModelAdminLookup, IncorrectLookupParameters)

__all__ = [
    "BigListPaginator",
    "FieldChoicesFilter",
    "FixedChoicesFilter",
    "LabelledInlineMixin",
    "OfficerModelAdmin",
    "OfficerStackedInline",
    "OfficerTabularInline",
]


class OfficerModelAdmin(PageFirstMixin, LastDaysMixin, ThroughServicesMixin, FieldsInScopeMixin, ModelAdmin):
    """Read-only until a subclass names services. Lists stay cheap; search reads one normalised column."""

    list_per_page = 25
    list_max_show_all = 100
    show_full_result_count = False
    paginator = BigListPaginator
    save_on_top = False
    show_facets = ShowFacets.NEVER  # a count for each choice of each filter

    #: Where the subject and the record stand on the first page of the admin (small numbers first).
    menu_position: ClassVar[int] = 50
    #: The subject that it stands under there, where that is not the name of its app.
    menu_group: ClassVar[Any] = ""
    #: What the record is called there and above its list, where that is not the model's plural.
    menu_name: ClassVar[Any] = ""
    #: "Add district", "Save", where another label says better what it does; whether "Add" asks nothing.
    add_label: ClassVar[Any] = ""
    change_label: ClassVar[Any] = ""
    adds_at_once: ClassVar[bool] = False
    #: Permissions; without one Django's name is asked (``app.view_model`` …), always about the object too.
    view_permission: ClassVar[str] = ""
    add_permission: ClassVar[str] = ""
    change_permission: ClassVar[str] = ""
    delete_permission: ClassVar[str] = ""
    #: The normalised column that search reads, and the function that normalises what was typed in the same
    #: way.
    search_normalised: ClassVar[str] = ""
    normalise_search: ClassVar[Callable[[str], str]] = staticmethod(str.casefold)
    #: Fields that hold names: they are searched as they are put in order, beside ``search_fields``, and their
    #: spelling is forgiven.
    search_names: ClassVar[tuple[str, ...]] = ()
    #: "Export" and "Import" above the list lead to the same pages as elsewhere: same preview, same checks.
    export_identifier: ClassVar[str] = ""
    #: Names of the search and of filters that the export has too.
    export_names: ClassVar[tuple[str, ...]] = ()
    import_url_name: ClassVar[str] = ""
    import_permission: ClassVar[str] = ""

    def __init__(self, model: Any, admin_site: Any) -> None:
        super().__init__(model, admin_site)
        if self.list_editable:
            raise ImproperlyConfigured(
                f"{type(self).__name__}: rows edited in the list would pass by the services"
            )
        if self.search_normalised:
            self.search_fields = (self.search_normalised,)

    # --- who may --------------------------------------------------------------------------------------------
    def _may(self, request: HttpRequest, act: str, obj: Any = None) -> bool:
        named: str = getattr(self, f"{act}_permission")
        return request.user.has_perm(named or f"{self.opts.app_label}.{act}_{self.opts.model_name}", obj)

    def has_view_permission(self, request: HttpRequest, obj: Any = None) -> bool:
        return self._may(request, "view", obj) or self._may(request, "change", obj)

    def has_add_permission(self, request: HttpRequest) -> bool:
        adds = self.create_through_service is not None or bool(self.page_add)
        return adds and self._may(request, "add")

    def has_change_permission(self, request: HttpRequest, obj: Any = None) -> bool:
        return self.change_through_service is not None and self._may(request, "change", obj)

    def has_delete_permission(self, request: HttpRequest, obj: Any = None) -> bool:
        return self.delete_through_service is not None and self._may(request, "delete", obj)

    def has_module_permission(self, request: HttpRequest) -> bool:
        return self.has_view_permission(request)

    def has_import_permission(self, request: HttpRequest) -> bool:
        return bool(self.import_url_name) and (
            not self.import_permission or request.user.has_perm(self.import_permission)
        )

    def _get_obj_does_not_exist_redirect(
        self, request: HttpRequest, opts: Any, object_id: str
    ) -> HttpResponse:
        raise Http404(_("There is no such record."))

    # --- lists ----------------------------------------------------------------------------------------------
    def get_search_results(
        self, request: HttpRequest, queryset: QuerySet[Any], search_term: str
    ) -> tuple[QuerySet[Any], bool]:
        """Rows that hold every word that was typed, however it is spelt
        there (case, accents, spaces of a postcode); where there is none, those that nearly do (N5).
        """
        if self.search_normalised:
            search = search_in(
                self.search_normalised, self.search_normalised, normalise=self.normalise_search
            )
        elif self.search_names:
            search = self._search_of_names
        else:
            return super().get_search_results(request, queryset, search_term)
        return self.matched(request, matching(queryset, search_term, search(queryset))), False

    def _search_of_names(self, rows: QuerySet[Any]) -> Search:
        def holds(word: str) -> Q:
            condition = Q()
            for name in self.search_names:
                condition |= Q(**{f"{name}__in_order__contains": word})
            for other in self.search_fields:
                if other not in self.search_names:
                    condition |= Q(**{f"{other}__icontains": word})
            return condition

        first = self.search_names[0]
        return Search(
            f"{first}__in_order", first, words=lambda: words_in(rows, *self.search_names), holds=holds
        )

    def matched(self, request: HttpRequest, matches: Matches) -> QuerySet[Any]:
        """The rows of a search; above the list, what was corrected of it."""
        page = request.resolver_match.url_name if request.resolver_match else ""
        if matches.correction and request.method == "GET" and (page or "").endswith("_changelist"):
            words = {"typed": matches.correction.typed, "shown": matches.correction.shown}
            messages.info(request, _("Nothing is called “%(typed)s”. Showing “%(shown)s”.") % words)
        return matches.rows

    def lookup_allowed(self, lookup: str, value: str, request: HttpRequest | None = None) -> bool:
        """Only the filters beside the list.

        Django takes any field from the address, ``password__startswith`` too.
        """
        for shown_filter in self.get_list_filter(request):  # type: ignore[arg-type]
            name = getattr(shown_filter, "parameter_name", None) or (
                shown_filter[0] if isinstance(shown_filter, tuple) else shown_filter
            )
            if lookup == name or lookup.startswith(f"{name}__"):
                return True
        return False

    def export_filters(self, request: HttpRequest) -> Mapping[str, str]:
        """What of the list's search and filters the export is to keep."""
        return {name: request.GET[name] for name in self.export_names if request.GET.get(name)}

    def get_changelist_instance(self, request: HttpRequest) -> ChangeList:
        """The list, which is told who reads it: its print says so. What the address asks for and is not
        there is left out, and said above the list; nothing is done to rows chosen by such an address.
        """
        try:
            made, wrong = super().get_changelist_instance(request), []
        except NOT_THERE:
            if request.method != "GET":
                raise
            made, wrong = self._without_wrong(request)
        made.reader, made.wrong = request.user, wrong
        return made

    def _without_wrong(self, request: HttpRequest) -> tuple[ChangeList, list[str]]:
        """The list with what of the address is right, and each wrong part in words."""
        asked, right, wrong = request.GET, QueryDict(mutable=True), []
        for name in asked:
            request.GET = right.copy()
            request.GET.setlist(name, asked.getlist(name))
            try:
                made = super().get_changelist_instance(request)
            except NOT_THERE:
                wrong.append(self._wrong_in_words(request, name, asked[name]))
            else:
                right = request.GET
        request.GET = right
        return (made if right else super().get_changelist_instance(request)), wrong

    def _wrong_in_words(self, request: HttpRequest, name: str, value: str) -> str:
        if name == PAGE_VAR:
            return _("There is no page %(number)s of this list.") % {"number": value}
        for shown_filter in self.get_list_filter(request):
            if getattr(shown_filter, "parameter_name", None) == name:
                return _("The filter “%(filter)s” has no choice “%(choice)s”.") % {
                    "filter": capfirst(str(shown_filter.title)),
                    "choice": value,
                }
        return _("This list has no filter “%(filter)s”.") % {"filter": name}

    def changelist_view(
        self, request: HttpRequest, extra_context: dict[str, Any] | None = None
    ) -> TemplateResponse:
        tools = {
            "export_url": self._export_url(request),
            "export_formats": export_formats(request),
            "import_url": self._import_url(request),
            "page_add_url": self.page_for_adding(request),
            "add_label": self.add_label,
            "adds_at_once": self.adds_at_once,
        }
        # Django calls a list "Select … to change"; the record's own name is clearer.
        title = capfirst(str(self.menu_name or self.opts.verbose_name_plural))
        return super().changelist_view(request, {"title": title, **tools, **(extra_context or {})})

    def _export_url(self, request: HttpRequest) -> str:
        if not self.export_identifier:
            return ""
        try:
            export = find_export(self.export_identifier)
            address = reverse("documents:export", args=[self.export_identifier])
        except (UnknownExport, NoReverseMatch):
            return ""
        filters = self.export_filters(request)
        if not export.may_run(request.user, filters):
            return ""
        return f"{address}?{urlencode(filters)}" if filters else address

    def _import_url(self, request: HttpRequest) -> str:
        return reverse(self.import_url_name) if self.has_import_permission(request) else ""

    # --- one record -----------------------------------------------------------------------------------------
    def render_change_form(
        self, request: HttpRequest, context: dict[str, Any], *args: Any, **kwargs: Any
    ) -> HttpResponse:
        context["adminform"] = FormForReader(context["adminform"], request)
        context["may_read_history"] = may_read_history(request.user)
        context["save_label"] = self.change_label if context["original"] is not None else ""
        context.setdefault("show_save_and_add_another", False)
        return super().render_change_form(request, context, *args, **kwargs)

    def history_view(
        self, request: HttpRequest, object_id: str, extra_context: dict[str, Any] | None = None
    ) -> HttpResponse:
        """The audit entries about the record, in words."""
        obj = self.get_object(request, unquote(object_id))
        if obj is None:
            raise Http404
        if not self.has_view_permission(request, obj) or not may_read_history(request.user):
            raise PermissionDenied
        context = {
            **self.admin_site.each_context(request),
            "title": _("History of %(kind)s %(record)s") % {"kind": self.opts.verbose_name, "record": obj},
            "entries": history_of(obj, user=request.user),
            "object": obj,
            "opts": self.opts,
            "module_name": capfirst(str(self.opts.verbose_name_plural)),
            **(extra_context or {}),
        }
        return TemplateResponse(request, "admin/object_history.html", context)

    @property
    def media(self) -> Media:
        """Without pop-ups and spelling of addresses, a fifth of Django's scripts is left."""
        return Media(
            js=[
                f"admin/js/{name}.js"
                for name in ("vendor/jquery/jquery.min", "jquery.init", "core", "actions")
            ]
        )
