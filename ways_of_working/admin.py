"""The authority's templates of ways of working in the officers' admin: listed, begun, put aside; written and
published on their pages.

A section with its questions is a page of its own, so the admin leads there; everything that it saves goes
through the same services.
"""

from __future__ import annotations

from typing import Any

from django.contrib import admin, messages
from django.db.models import QuerySet
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.urls import reverse
from django.utils import timezone
from django.utils.html import format_html
from django.utils.safestring import SafeString
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from accounts.permissions import Permission
from collaborations.admin.mixins import OfGroupAdmin
from core.admin.bases import OfficerModelAdmin
from core.admin.filters import FieldChoicesFilter, FixedChoicesFilter
from ways_of_working.forms.template_admin import TemplateSectionsForm, section_fieldsets
from ways_of_working.models import Review, TermsTemplate
from ways_of_working.selectors import reviews
from ways_of_working.services import templates as services


@admin.register(TermsTemplate)
class TermsTemplateAdmin(OfficerModelAdmin):
    """A draft is changed here or on its pages; a published version is only read."""

    menu_position = 25
    view_permission = Permission.VIEW_TEMPLATES
    add_permission = change_permission = delete_permission = Permission.CHANGE_TEMPLATES
    list_display = ("__str__", "state", "in_force_from", "published_by", "note")
    list_select_related = ("published_by",)
    ordering = ("-version",)
    FACTS = ("version", "state", "in_force_from", "note", "published_by", "published_at", "pages")
    readonly_fields = FACTS

    @admin.display(description=_("section by section"))
    def pages(self, template: TermsTemplate) -> SafeString:
        url = reverse("ways_of_working:terms_template", args=[template.pk])
        return format_html(
            '<a href="{}">{}</a>',
            url,
            gettext("Read it, with help to each question; a manager publishes it there"),
        )

    def _is_draft(self, template: TermsTemplate | None) -> bool:
        return template is not None and template.state == TermsTemplate.State.DRAFT

    def has_change_permission(self, request: HttpRequest, obj: TermsTemplate | None = None) -> bool:
        return super().has_change_permission(request, obj) and (obj is None or self._is_draft(obj))

    def has_delete_permission(self, request: HttpRequest, obj: TermsTemplate | None = None) -> bool:
        return super().has_delete_permission(request, obj) and (obj is None or self._is_draft(obj))

    def get_form(
        self, request: HttpRequest, obj: TermsTemplate | None = None, change: bool = False, **kwargs: Any
    ) -> Any:
        if obj is not None and self.has_change_permission(request, obj):
            kwargs["form"] = TemplateSectionsForm
        return super().get_form(request, obj, change=change, **kwargs)

    def get_fieldsets(self, request: HttpRequest, obj: TermsTemplate | None = None) -> Any:
        if obj is None:
            return [
                (
                    None,
                    {
                        "fields": (),
                        "description": gettext("It begins as a copy of the version published last."),
                    },
                )
            ]
        if self.has_change_permission(request, obj):
            return [(None, {"fields": ("version", "state", "pages")}), *section_fieldsets()]
        return [(None, {"fields": self.FACTS})]

    def create_through_service(self, request: HttpRequest, form: Any) -> TermsTemplate:
        return services.start_template(by=request.user, at=timezone.now())

    def change_through_service(self, request: HttpRequest, obj: TermsTemplate, form: Any) -> TermsTemplate:
        template = obj
        for section, texts, values, seen in form.by_section():
            said = {"texts": texts, "values": values, "seen": seen}
            template = services.change_template(template_id=obj.pk, section=section, **said, by=request.user)
        return template

    def response_add(
        self, request: HttpRequest, obj: TermsTemplate, post_url_continue: str | None = None
    ) -> HttpResponse:
        """The new draft opens at once: its questions are what one came for."""
        messages.success(
            request, gettext("Version %(version)s is a draft now. Write it here.") % {"version": obj.version}
        )
        return HttpResponseRedirect(reverse("admin:ways_of_working_termstemplate_change", args=[obj.pk]))

    def delete_through_service(self, request: HttpRequest, obj: TermsTemplate) -> None:
        services.discard_template(template_id=obj.pk, by=request.user)


class ClockFilter(FieldChoicesFilter):
    title = _("review of")
    parameter_name = field = "clock"


class StandingFilter(FixedChoicesFilter):
    title = _("standing")
    parameter_name = "standing"

    def lookups(self, request: HttpRequest, model_admin: Any) -> list[tuple[str, str]]:
        return list(reviews.STANDINGS)  # type: ignore[arg-type]

    def queryset(self, request: HttpRequest, queryset: Any) -> Any:
        value = self.value()
        return (
            reviews.in_standing(queryset, value, on=timezone.localdate())
            if value in dict(reviews.STANDINGS)
            else queryset
        )


@admin.register(Review)
class ReviewAdmin(OfGroupAdmin):
    menu_position = 32
    list_display = ("collaboration", "clock", "district", "due_on", "done_on")
    list_filter = (StandingFilter, ClockFilter)
    fields = ("collaboration", "clock", "due_on", "opened_at", "done_on", "words", "done_by")
    readonly_fields = fields
    export_identifier = "reviews"

    def get_queryset(self, request: HttpRequest) -> QuerySet[Review]:
        return reviews.reviews()

    def export_filters(self, request: HttpRequest) -> dict[str, str]:
        return {name: request.GET[name] for name in ("q", "standing", "clock") if request.GET.get(name)}
