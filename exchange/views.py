"""Spreadsheets of collaborations: upload, look at what each line would do, confirm, watch."""

from __future__ import annotations

import io
from collections.abc import Sequence
from functools import cached_property
from typing import TYPE_CHECKING, Any

from django.http import FileResponse, Http404, HttpRequest, HttpResponseRedirect
from django.http.response import HttpResponseBase
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext, gettext_lazy
from django.utils.translation import gettext_lazy as _

from accounts.permissions import Permission
from core.exports.sheets import FORMATS, Format
from core.frame.places import Hub, hub_address
from core.reading.account import Account
from core.tables.pages import ListPage
from core.uploads import was_too_big
from core.views import ConfirmPage, Crumb, FormPage, Page, found_or_404
from core.wording import breakable
from documents.rules import UploadState
from documents.selectors import export_runs_of, exports_for, is_working, job_progress, may_be_put_aside
from documents.views.mixins import UPLOAD_COLOURS
from exchange import selectors
from exchange.exports import REFUSED_LINES, write_template
from exchange.forms import ConfirmSheetForm, QuestionsForm, SheetForm
from exchange.imports.columns import COLUMNS
from exchange.services import intake
from exchange.tables import LinesTable, Part, SheetsTable

if TYPE_CHECKING:
    from exchange.models import SheetImport


LOOK_AT = {
    "new": gettext_lazy("Look at what is new"),
    "known": gettext_lazy("Look at what is already here"),
    "refused": gettext_lazy("Look at what cannot be loaded, and why"),
}


def crumbs(*more: Crumb) -> list[Crumb]:
    return [
        Crumb(_("Administration"), hub_address(Hub.ADMINISTRATION)),
        Crumb(_("Spreadsheets"), reverse("exchange:sheets")),
        *more,
    ]


class Sheets(ListPage):
    """Every upload, newest first."""

    permission = Permission.IMPORT_COLLABORATIONS
    template_name = "exchange/sheets.html"
    title = _("Load collaborations from a spreadsheet")
    thing, things = _("upload"), _("uploads")
    empty_text = _(
        "Nobody has uploaded a spreadsheet yet. Start from the template, or bring your own list of members."
    )
    table_class = SheetsTable

    def breadcrumbs(self) -> Sequence[Crumb]:
        return crumbs()[:1]


class UploadSheet(FormPage):
    """Choose the spreadsheet."""

    permission = Permission.IMPORT_COLLABORATIONS
    form_class = SheetForm
    template_name = "exchange/upload_sheet.html"
    title = _("Upload a spreadsheet of collaborations")
    submit_label = _("Upload and check")

    def breadcrumbs(self) -> Sequence[Crumb]:
        return crumbs()

    def get_cancel_url(self) -> str:
        return reverse("exchange:sheets")

    def get_form_kwargs(self) -> dict[str, Any]:
        return {**super().get_form_kwargs(), "too_big": was_too_big(self.request)}

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        meanings = [(gettext(column.title), gettext(column.meaning)) for column in COLUMNS]
        return super().get_context_data(**{"meanings": meanings, **kwargs})

    def save(self, form: SheetForm) -> HttpResponseBase:
        upload = form.cleaned_data["file"]
        sheet = intake.upload_sheet(
            file=upload.file, name=upload.name, by=self.request.user, at=timezone.now()
        )
        return HttpResponseRedirect(reverse("exchange:sheet", args=[sheet.pk]))


class SheetTemplate(Page):
    """An empty spreadsheet with an example line and the meaning of each column."""

    permission = Permission.IMPORT_COLLABORATIONS

    def get(self, request: Any, *args: Any, **kwargs: Any) -> HttpResponseBase:
        target = io.BytesIO()
        write_template(target, by=request.user, at=timezone.now())
        target.seek(0)
        return FileResponse(
            target,
            as_attachment=True,
            filename=gettext("collaborations.xlsx"),
            content_type=FORMATS[Format.XLSX].content_type,
        )


class OfSheet:
    """The upload that the address names; another authority's is not there."""

    kwargs: dict[str, Any]

    @cached_property
    def sheet(self) -> SheetImport:
        return found_or_404(selectors.sheet_by_id(self.kwargs["pk"]))

    def permission_object(self) -> None:
        """Asked before the permission: a foreign upload is 404 to everybody."""
        _found = self.sheet


class SheetPage(OfSheet, FormPage):
    """One upload: its progress, its preview with the button, or what came of it."""

    permission = Permission.IMPORT_COLLABORATIONS
    form_class = ConfirmSheetForm
    template_name = "exchange/sheet.html"
    submit_label = _("Load what is new")

    def get_title(self) -> str:
        return self.sheet.file_name

    def breadcrumbs(self) -> Sequence[Crumb]:
        return crumbs()

    def get_initial(self) -> dict[str, Any]:
        return {"digest": self.sheet.digest}

    def save(self, form: ConfirmSheetForm) -> HttpResponseBase:
        digest = form.cleaned_data["digest"]
        intake.confirm_sheet(sheet_id=self.sheet.pk, digest=digest, by=self.request.user, at=timezone.now())
        return HttpResponseRedirect(reverse("exchange:sheet", args=[self.sheet.pk]))

    def get(self, request: Any, *args: Any, **kwargs: Any) -> HttpResponseBase:
        response = super().get(request, *args, **kwargs)
        if request.htmx and not self.is_working:
            response["HX-Refresh"] = "true"  # the work has ended: show the whole page with its outcome
        return response

    @property
    def is_working(self) -> bool:
        return is_working(self.sheet)

    def get_template_names(self) -> list[str]:
        return ["exchange/sheet_progress.html"] if self.request.htmx else [self.template_name]

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        sheet = self.sheet
        context = {
            "sheet": sheet,
            "state_colour": UPLOAD_COLOURS[sheet.state],
            "is_working": self.is_working,
            "is_stuck": self.is_working and may_be_put_aside(sheet, at=timezone.now()),
            "may_discard": not self.is_working and may_be_put_aside(sheet, at=timezone.now()),
            "progress": job_progress(sheet.job) if sheet.job else None,
            "account": Account.from_json(sheet.account) if sheet.account else None,
            "questions": self.questions(),
            "unanswered": sheet.counts.get("unanswered", 0) if sheet.state == "ready" else 0,
            "results": self.results(),
            "may_load": sheet.state == "ready"
            and bool(sheet.counts.get("new"))
            and not sheet.counts.get("unanswered"),
            "refused_url": (
                refused_address(sheet)
                if sheet.counts.get("refused") and self.allows(Permission.EXPORT)
                else ""
            ),
        }
        return super().get_context_data(**(context | kwargs))

    def questions(self) -> list[tuple[str, str]]:
        """Each question with the answer that was given, if there is one."""
        answered = []
        for asked in self.sheet.questions:
            labels = dict(asked["options"])
            answered.append((asked["title"], labels.get(self.sheet.choices.get(asked["key"]), "")))
        return answered

    def results(self) -> list[dict[str, Any]]:
        counts = self.sheet.counts
        if "lines" not in counts:
            return []
        return [
            {
                "label": label,
                "count": counts[result],
                "url": reverse("exchange:sheet_lines", args=[self.sheet.pk, result]),
                "link": LOOK_AT[result],
            }
            for result, label in selectors.RESULTS.items()
        ]


def refused_address(sheet: SheetImport) -> str:
    """Where the lines that cannot be loaded are downloaded, to be mended and brought again."""
    return f"{reverse('documents:export', args=[REFUSED_LINES])}?sheet={sheet.pk}"


class SheetLines(OfSheet, ListPage):
    """What the lines of one result do, or why they cannot be loaded."""

    permission = Permission.IMPORT_COLLABORATIONS
    template_name = "exchange/sheet_lines.html"
    thing, things = _("part of a line"), _("parts of lines")
    empty_text = _("There are none in this spreadsheet.")
    table_class = LinesTable
    page_size = 50

    def result(self) -> str:
        if self.kwargs["result"] not in selectors.RESULTS:
            raise Http404
        return str(self.kwargs["result"])

    def get_title(self) -> str:
        return gettext("%(result)s: %(file)s") % {
            "result": selectors.RESULTS[self.result()],
            "file": self.sheet.file_name,
        }

    def breadcrumbs(self) -> Sequence[Crumb]:
        return crumbs(Crumb(breakable(self.sheet.file_name), reverse("exchange:sheet", args=[self.sheet.pk])))

    def about(self) -> Part:
        return Part(self.sheet.pk, self.result())

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        refused = self.result() == "refused" and self.allows(Permission.EXPORT)
        return super().get_context_data(
            **{"refused_url": refused_address(self.sheet) if refused else "", **kwargs}
        )


class AnswerQuestions(OfSheet, FormPage):
    """What a person decides about a spreadsheet before it can be loaded."""

    permission = Permission.IMPORT_COLLABORATIONS
    form_class = QuestionsForm
    template_name = "exchange/sheet_questions.html"
    title = _("Questions about this spreadsheet")
    submit_label = _("Check the spreadsheet again")

    def breadcrumbs(self) -> Sequence[Crumb]:
        return crumbs(Crumb(breakable(self.sheet.file_name), reverse("exchange:sheet", args=[self.sheet.pk])))

    def get_cancel_url(self) -> str:
        return reverse("exchange:sheet", args=[self.sheet.pk])

    def get(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponseBase:
        return self.sent_on() or super().get(request, *args, **kwargs)

    def post(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponseBase:
        return self.sent_on() or super().post(request, *args, **kwargs)

    def sent_on(self) -> HttpResponseBase | None:
        """To the page of the spreadsheet, which says what became of it, when it no longer waits for answers."""
        if self.sheet.state == UploadState.READY:
            return None
        return HttpResponseRedirect(reverse("exchange:sheet", args=[self.sheet.pk]))

    def get_initial(self) -> dict[str, Any]:
        return {"digest": self.sheet.digest}

    def get_form_kwargs(self) -> dict[str, Any]:
        asked = {"questions": self.sheet.questions, "choices": self.sheet.choices}
        return {**super().get_form_kwargs(), **asked}

    def save(self, form: QuestionsForm) -> HttpResponseBase:
        intake.answer_questions(
            sheet_id=self.sheet.pk,
            digest=form.cleaned_data["digest"],
            answers=form.answers,
            by=self.request.user,
            at=timezone.now(),
        )
        return HttpResponseRedirect(reverse("exchange:sheet", args=[self.sheet.pk]))


class DiscardSheet(OfSheet, ConfirmPage):
    """Put an upload aside."""

    permission = Permission.IMPORT_COLLABORATIONS
    title = _("Put this spreadsheet aside?")
    explanation = _(
        "Nothing more of it is loaded. What was loaded before stays. You can upload the spreadsheet again at"
        " any time."
    )
    submit_label = _("Put it aside")
    success_message = _("The spreadsheet was put aside.")
    success_url = "exchange:sheets"

    def breadcrumbs(self) -> Sequence[Crumb]:
        return crumbs(Crumb(breakable(self.sheet.file_name), reverse("exchange:sheet", args=[self.sheet.pk])))

    def get_cancel_url(self) -> str:
        return reverse("exchange:sheet", args=[self.sheet.pk])

    def save(self, form: Any) -> None:
        intake.discard_sheet(sheet_id=self.sheet.pk, by=self.request.user, at=timezone.now())


RECENT = 25


class ExportCentre(Page):
    """Every export that this person may run, and their own recent ones."""

    permission = Permission.EXPORT
    template_name = "portal/exports.html"
    title = _("Exports")

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        user = self.request.user
        return super().get_context_data(
            exports=exports_for(user), runs=export_runs_of(user)[:RECENT], **kwargs
        )
