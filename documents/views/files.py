"""Pages: a file's download, a job's page, the start of an export."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING, Any, cast

from django.core.exceptions import PermissionDenied
from django.http import Http404, HttpRequest, HttpResponse, HttpResponseRedirect
from django.http.response import HttpResponseBase
from django.urls import get_script_prefix, reverse
from django.utils import timezone
from django.utils.http import content_disposition_header
from django.utils.translation import gettext_lazy as _

from core.exports.comma_separated import write_notes
from core.exports.registry import UnknownExport, find_export
from core.exports.sheets import Format
from core.files import safe_name
from core.tables.filters import WrongFilters
from core.tables.pages import LAST_FORMAT
from core.views import Crumb, FormPage, Page, found_or_404
from documents import selectors
from documents.forms import FormatForm
from documents.rules import State
from documents.services import exports, files, jobs
from documents.views.mixins import SAFE_HEADERS, STATE_COLOURS, as_download

if TYPE_CHECKING:
    from accounts.models import User
    from documents.models import Job

EASILY_COUNTED = 10_000


class FileDownload(Page):
    """One file, always as a download, for those whom its purpose lets read it."""

    signed_in = True  # the file's purpose decides, in may_read

    def get(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponseBase:
        file = found_or_404(selectors.file_by_id(kwargs["pk"]))
        if not selectors.may_read(signed_in(request), file):
            found_or_404(None if selectors.is_confidential(file) else file)
            raise PermissionDenied
        response = as_download(file)
        files.record_opened(file=file, by=signed_in(request))
        return response


class JobPage(Page):
    """How far a job is. Its progress is fetched again every second; once it has ended, the whole page is."""

    signed_in = True  # whoever started it, or the permission to see all jobs: may_see_job
    template_name = "documents/job.html"

    def breadcrumbs(self) -> Sequence[Crumb]:
        """Who has no exports of the team's came from a page of the own group."""
        return super().breadcrumbs() or (Crumb(_("Home"), reverse("home")),)

    def get(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponseBase:
        job = seen_job(request, kwargs["pk"])
        if request.headers.get("HX-Request") != "true":
            return self.render_to_response(self.get_context_data(job=job))
        if selectors.has_ended(job):
            return HttpResponse(headers={"HX-Refresh": "true"})
        self.template_name = "documents/job_progress.html"
        return self.render_to_response(self.get_context_data(job=job))

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        job: Job = kwargs["job"]
        progress = selectors.job_progress(job)
        file_id = job.result.get("file")
        return super().get_context_data(
            **kwargs,
            title=job.title,
            has_ended=selectors.has_ended(job),
            state_colour=STATE_COLOURS[State(job.state)],
            progress=progress,
            said=progress_in_words(job, progress),
            facts=job_facts(job),
            may_cancel=selectors.may_cancel_job(signed_in(self.request), job),
            file_url=self.file_address(int(file_id)) if file_id else self.address(job),
            notes_url=self.notes_address(job),
            about_url=f"{get_script_prefix()}{job.url}" if job.url else "",
        )

    def file_address(self, file_id: int) -> str:
        """Where the file is, for whoever may read it: others see the work, and not what came of it."""
        file = selectors.file_by_id(file_id)
        may_read = file is not None and selectors.may_read(signed_in(self.request), file)
        return reverse("documents:file", args=[file_id]) if may_read else ""

    def notes_address(self, job: Job) -> str:
        """Where the notes of a sheet are that holds data only, for whoever asked for it."""
        run = getattr(job, "export_run", None) if job.kind == "export" else None
        is_own = run is not None and run.requested_by_id == self.request.user.pk
        has_notes_apart = is_own and run.format == Format.CSV and run.file_id
        return reverse("documents:export_notes", args=[run.pk]) if has_notes_apart else ""

    def address(self, job: Job) -> str:
        """Where what was made is opened, if that is a page of its own which asks who may."""
        return f"{get_script_prefix()}{job.result['address']}" if job.result.get("address") else ""


class CancelJob(Page):
    """Stop a job that one started."""

    signed_in = True  # only whoever started it: may_cancel_job
    http_method_names = ["post"]

    def post(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponseBase:
        job = seen_job(request, kwargs["pk"])
        if not selectors.may_cancel_job(signed_in(request), job):
            raise PermissionDenied(_("Only the person who started this can stop it, and only while it runs."))
        jobs.cancel(job_id=job.pk, by=signed_in(request), at=timezone.now())
        return HttpResponseRedirect(reverse("documents:job", args=[job.pk]))


class ExportPage(FormPage):
    """Ask for an export: choose the format.

    The filters are in the address, as the list they come from gave them.
    """

    signed_in = (
        True  # the export's own permission is asked here, in the service, and again when the file is made
    )
    template_name = "documents/export.html"
    form_class = FormatForm
    submit_label = _("Start the export")

    def dispatch(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponseBase:
        try:
            self.export = find_export(kwargs["identifier"])
        except UnknownExport:
            raise Http404 from None
        return super().dispatch(request, *args, **kwargs)

    def get_title(self) -> str:
        return str(self.export.title)

    def get_initial(self) -> dict[str, Any]:
        last = self.request.session.get(LAST_FORMAT) or selectors.last_format(signed_in(self.request))
        return {"format": last or Format.XLSX.value}

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        filters = self.filters()
        if not self.export.may_run(self.request.user, filters):
            raise PermissionDenied
        words = self.export.filters_in_words(filters)
        return super().get_context_data(description=self.export.description, filters=words, **kwargs)

    def filters(self) -> dict[str, str]:
        try:
            return self.export.clean_filters(self.request.GET.dict())
        except WrongFilters:
            raise Http404 from None

    def save(self, form: Any) -> HttpResponseBase:
        """A list's own buttons ask for the file at once, and get it where that is quick; else a job makes it."""
        sent = self.request.POST
        self.request.session[LAST_FORMAT] = form.cleaned_data["format"]
        asked = {
            "identifier": self.export.identifier,
            "columns": [] if "all_columns" in sent else sent.getlist("column"),
            "wanted": form.cleaned_data["format"],
            "filters": self.filters(),
            "by": signed_in(self.request),
            "at": timezone.now(),
        }
        if "at_once" in sent and (made := exports.make_export_now(**asked)) and made.file:
            return as_download(made.file)
        run = exports.request_export(**asked)
        return HttpResponseRedirect(reverse("documents:job", args=[run.job_id]))


class ExportNotes(Page):
    """The notes of a sheet that has no room for them: CSV holds data only."""

    signed_in = True  # whoever asked for the export, while they may run it: may_read_export

    def get(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponseBase:
        run = found_or_404(selectors.export_run_by_id(kwargs["pk"]))
        if run.file is None or not selectors.may_read_export(signed_in(request), run.file):
            raise PermissionDenied
        notes = exports.notes_of(
            run, find_export(run.identifier), rows=run.job.result.get("rows"), at=run.file.uploaded_at
        )
        response = HttpResponse(content_type="text/plain; charset=utf-8", headers=SAFE_HEADERS)
        write_notes(response, notes)  # type: ignore[arg-type]
        name = safe_name(f"{run.file.name.rpartition('.')[0]} {_('notes')}.txt")
        response.headers["Content-Disposition"] = content_disposition_header(True, name)
        return response


def signed_in(request: HttpRequest) -> User:
    """Who asks: every page here is behind a sign-in."""
    return cast("User", request.user)


def seen_job(request: HttpRequest, job_id: int) -> Job:
    """The job, if this person may see it."""
    job = found_or_404(selectors.job_by_id(job_id))
    if not selectors.may_see_job(signed_in(request), job):
        raise PermissionDenied
    return job


def progress_in_words(job: Job, progress: Mapping[str, Any]) -> str:
    """What a screen reader is told: the job's own word and how many of how many."""
    if progress["total"] > EASILY_COUNTED:  # bytes, or very many rows
        count = _("%(percent)s%%") % progress
    elif progress["total"]:
        count = _("%(done)s of %(total)s") % progress
    elif progress["done"]:
        count = _("%(done)s done so far") % progress
    else:
        count = ""
    return ". ".join(part for part in (job.message, str(count)) if part) or str(job.get_state_display())


def job_facts(job: Job) -> list[dict[str, Any]]:
    """Who asked for it, and when it was what."""
    return [
        {"label": _("Asked for by"), "value": job.started_by or _("The timetable")},
        {"label": _("Asked for"), "value": job.created_at},
        *([{"label": _("Started"), "value": job.started_at}] if job.started_at else []),
        *([{"label": _("Ended"), "value": job.ended_at}] if job.ended_at else []),
    ]
