"""Jobs, files and exports as records to look at, in words.

Nothing is changed here: what they say was done by services.
"""

from __future__ import annotations

from typing import Any

from django.contrib import admin
from django.db.models import QuerySet
from django.http import HttpRequest
from django.template.defaultfilters import filesizeformat, linebreaksbr
from django.urls import reverse
from django.utils.html import format_html
from django.utils.safestring import SafeString
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from accounts.permissions import Permission
from core.admin.bases import OfficerModelAdmin
from core.admin.filters import FieldChoicesFilter, FixedChoicesFilter
from core.exports.registry import UnknownExport, find_export
from core.files import KIND_NAMES, find_purpose, purposes
from documents.models import ExportRun, Job, StoredFile
from documents.selectors import listed_files, may_read


class StateFilter(FieldChoicesFilter):
    title = _("state")
    parameter_name = field = "state"


@admin.register(Job)
class JobAdmin(OfficerModelAdmin):
    """Long work and how it ended."""

    menu_position = 90
    menu_group = _("Loading and running work")
    menu_name = _("running work")
    view_permission = Permission.VIEW_JOBS
    list_display = ("title", "state", "progress", "started_by", "created_at", "ended_at")
    list_filter = (StateFilter,)
    list_select_related = ("started_by",)
    fields = ("title", "state", "message", "progress", "started_by", "created_at", "started_at", "ended_at")
    readonly_fields = (*fields, "steps")

    def get_fields(self, request: HttpRequest, obj: Job | None = None) -> Any:
        """A job that told nothing of its steps has no field for them."""
        return (*self.fields, "steps") if obj is not None and obj.log else self.fields

    def page_of(self, request: HttpRequest, obj: Job) -> str:
        return reverse("documents:job", args=[obj.pk])

    @admin.display(description=_("how far"))
    def progress(self, job: Job) -> str:
        """Nothing where nobody knows how much there is."""
        if not job.total:
            return "–"
        return gettext("%(done)s of %(total)s") % {"done": job.done, "total": job.total}

    @admin.display(description=_("what happened, step by step"))
    def steps(self, job: Job) -> SafeString:
        return linebreaksbr(job.log)


class PurposeFilter(FixedChoicesFilter):
    title = _("what it is")
    parameter_name = "purpose"

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        self.options = [  # type: ignore[misc]
            (name, purpose.label, lambda rows, name=name: rows.filter(purpose=name))
            for name, purpose in purposes().items()
            if not purpose.is_confidential
        ]
        super().__init__(*args, **kwargs)


@admin.register(StoredFile)
class StoredFileAdmin(OfficerModelAdmin):
    """Which files are kept. Their content is opened where they belong, by those whom their purpose lets."""

    menu_position = 91
    menu_group = _("Loading and running work")
    view_permission = Permission.VIEW_JOBS
    list_display = ("name", "what", "kind_in_words", "size_in_words", "uploaded_by", "uploaded_at")
    list_filter = (PurposeFilter,)
    list_select_related = ("uploaded_by",)
    fields = ("name", "what", "belongs_to", "kind_in_words", "size_in_words", "uploaded_by", "uploaded_at")
    readonly_fields = fields

    def get_queryset(self, request: HttpRequest) -> QuerySet[StoredFile]:
        return listed_files(super().get_queryset(request))

    def tools_of(self, request: HttpRequest, obj: StoredFile) -> list[tuple[Any, str]]:
        """The download, for those whom the purpose of the file lets."""
        return (
            [(_("Download"), reverse("documents:file", args=[obj.pk]))] if may_read(request.user, obj) else []
        )  # type: ignore[arg-type]

    @admin.display(description=_("what it is"), ordering="purpose")
    def what(self, file: StoredFile) -> str:
        purpose = find_purpose(file.purpose)
        return str(purpose.label) if purpose else gettext("Not known")

    @admin.display(description=_("kind of file"), ordering="content_type")
    def kind_in_words(self, file: StoredFile) -> str:
        return KIND_NAMES.get(file.content_type, gettext("Another kind"))

    @admin.display(description=_("size"), ordering="size")
    def size_in_words(self, file: StoredFile) -> str:
        return str(filesizeformat(file.size))

    @admin.display(description=_("belongs to"))
    def belongs_to(self, file: StoredFile) -> str | SafeString:
        purpose = find_purpose(file.purpose)
        place = purpose.place(file) if purpose and purpose.place else None
        return format_html('<a href="{}">{}</a>', place[1], place[0]) if place else "–"


@admin.register(ExportRun)
class ExportRunAdmin(OfficerModelAdmin):
    """Who asked for which export."""

    menu_position = 92
    menu_group = _("Loading and running work")
    view_permission = Permission.VIEW_JOBS
    list_display = ("title", "format", "requested_by", "requested_at", "state")
    list_select_related = ("requested_by", "job")
    fields = ("title", "format", "narrowed_by", "state", "requested_by", "requested_at")
    readonly_fields = fields

    def page_of(self, request: HttpRequest, obj: ExportRun) -> str:
        return reverse("documents:job", args=[obj.job_id])

    @admin.display(description=_("state"), ordering="job__state")
    def state(self, run: ExportRun) -> str:
        return run.job.get_state_display()

    @admin.display(description=_("filters"))
    def narrowed_by(self, run: ExportRun) -> str:
        try:
            words = find_export(run.identifier).filters_in_words(run.filters)
        except UnknownExport:
            return "–"
        return "; ".join(f"{label}: {value}" for label, value in words) or "–"
