"""Jobs, files and exports as records to look at.

Nothing is changed here: what they say was done by services.
"""

from __future__ import annotations

from django.contrib import admin

from accounts.permissions import Permission
from core.admin.bases import OfficerModelAdmin
from documents.models import ExportRun, Job, StoredFile


@admin.register(Job)
class JobAdmin(OfficerModelAdmin):
    """Long work and how it ended."""

    menu_position = 90
    view_permission = Permission.VIEW_JOBS
    list_display = ("title", "state", "done", "total", "started_by", "created_at", "ended_at")
    list_filter = ("state",)
    list_select_related = ("started_by",)
    fields = (
        "title",
        "kind",
        "state",
        "message",
        "done",
        "total",
        "log",
        "started_by",
        "created_at",
        "started_at",
        "ended_at",
    )
    readonly_fields = fields


@admin.register(StoredFile)
class StoredFileAdmin(OfficerModelAdmin):
    """Which files are kept. Their content is opened where they belong, by those whom their purpose lets."""

    menu_position = 91
    view_permission = Permission.VIEW_JOBS
    list_display = ("name", "purpose", "content_type", "size", "uploaded_by", "uploaded_at")
    list_select_related = ("uploaded_by",)
    fields = ("name", "purpose", "content_type", "size", "sha256", "uploaded_by", "uploaded_at")
    readonly_fields = fields


@admin.register(ExportRun)
class ExportRunAdmin(OfficerModelAdmin):
    """Who asked for which export."""

    menu_position = 92
    view_permission = Permission.VIEW_JOBS
    list_display = ("title", "format", "requested_by", "requested_at", "job")
    list_select_related = ("requested_by", "job")
    fields = ("title", "identifier", "format", "filters", "file", "job", "requested_by", "requested_at")
    readonly_fields = fields
