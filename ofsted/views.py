"""Loads of Ofsted's file: upload, look at what would change, confirm, watch."""

from __future__ import annotations

from functools import cached_property
from typing import TYPE_CHECKING, Any

from django.http import Http404, HttpResponseRedirect
from django.http.response import HttpResponseBase
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, ngettext

from accounts.permissions import Permission
from core.frame.places import Hub, hub_address
from core.reading.account import Account
from core.tables.pages import ListPage
from core.uploads import was_too_big
from core.views import ConfirmPage, Crumb, FormPage, found_or_404
from core.wording import breakable
from documents.rules import UploadState
from documents.selectors import is_working, job_progress, may_be_put_aside
from documents.views.mixins import UPLOAD_COLOURS
from memberships.selectors.loads import Consequences, consequences_of, what_followed
from ofsted.exports import LOAD_ROWS, LOADS
from ofsted.forms import ConfirmForm, NameForm, UploadForm
from ofsted.rules.kinds import FileKind
from ofsted.rules.loads import RowKind, month_of_layout
from ofsted.selectors import imports as selectors
from ofsted.selectors.accounts import account_lines
from ofsted.selectors.school_links import Suggestions, take_overs_said, take_overs_said_after
from ofsted.services import runs
from ofsted.tables import LoadRowsTable, LoadsTable

if TYPE_CHECKING:
    from ofsted.models import ImportRun


def look_at(kind: RowKind, count: int, *, of_links: bool = False) -> str:
    """What the link to the rows of one kind says, of settings or of links between schools."""
    if of_links and kind is RowKind.VANISHED:
        said = ngettext(
            "Look at the link no longer listed", "Look at the %(count)s links no longer listed", count
        )
        return said % {"count": f"{count:,}"}
    words = {
        RowKind.NEW: ngettext("Look at the new row", "Look at the %(count)s new rows", count),
        RowKind.CHANGED: ngettext("Look at the changed row", "Look at the %(count)s changed rows", count),
        RowKind.VANISHED: ngettext(
            "Look at the setting no longer listed", "Look at the %(count)s settings no longer listed", count
        ),
        RowKind.REMARK: ngettext("Look at the remark", "Look at the %(count)s remarks", count),
        RowKind.REJECTED: ngettext("Look at the rejected row", "Look at the %(count)s rejected rows", count),
    }
    return words[kind] % {"count": f"{count:,}"}


def crumbs(*more: Crumb) -> list[Crumb]:
    return [Crumb(_("Data"), hub_address(Hub.DATA)), *more]


class Imports(ListPage):
    """Every load, newest first."""

    permission = Permission.VIEW_IMPORTS
    template_name = "ofsted/imports.html"
    title = gettext_lazy("Ofsted's file")
    thing, things = gettext_lazy("upload"), gettext_lazy("uploads")
    empty_text = gettext_lazy(
        "Nobody has uploaded a file yet. Download the newest one from Ofsted's page and upload it here."
    )
    table_class = LoadsTable
    export = LOADS
    export_permission = Permission.EXPORT

    def breadcrumbs(self) -> list[Crumb]:
        return crumbs()

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        may_upload = self.allows(Permission.IMPORT_REGISTER)
        return super().get_context_data(may_upload=may_upload, **kwargs)


class Upload(FormPage):
    """Choose the file."""

    permission = Permission.IMPORT_REGISTER
    form_class = UploadForm
    template_name = "ofsted/upload.html"
    title = gettext_lazy("Upload Ofsted's file")
    submit_label = gettext_lazy("Upload and compare")

    def breadcrumbs(self) -> list[Crumb]:
        return crumbs(Crumb(_("Ofsted's file"), reverse("ofsted:imports")))

    def get_form_kwargs(self) -> dict[str, Any]:
        kwargs = super().get_form_kwargs()
        return {**kwargs, "too_big": was_too_big(self.request)}

    def save(self, form: UploadForm) -> HttpResponseBase:
        upload = form.cleaned_data["file"]
        run = runs.start_run(
            file=upload.file,
            name=upload.name,
            listed_on=form.cleaned_data["listed_on"],
            by=self.request.user,
            at=timezone.now(),
        )
        return HttpResponseRedirect(reverse("ofsted:import", args=[run.pk]))


class OfRun:
    """The load that the address names; another authority's is not there."""

    kwargs: dict[str, Any]

    @cached_property
    def run(self) -> ImportRun:
        return found_or_404(selectors.run_by_id(self.kwargs["pk"]))

    def permission_object(self) -> None:
        """Asked before the permission: a foreign load is 404 to everybody."""
        _found = self.run


class Import(OfRun, FormPage):
    """One load: its progress, its preview with the button, or what came of it."""

    permission = Permission.VIEW_IMPORTS
    form_class = ConfirmForm
    template_name = "ofsted/import.html"
    submit_label = gettext_lazy("Load this file into the register")

    def get_title(self) -> str:
        return self.run.file_name

    def breadcrumbs(self) -> list[Crumb]:
        return crumbs(Crumb(_("Ofsted's file"), reverse("ofsted:imports")))

    def get_form_kwargs(self) -> dict[str, Any]:
        return {**super().get_form_kwargs(), "doubts": selectors.doubts_about_run(self.run)}

    def post(self, request: Any, *args: Any, **kwargs: Any) -> HttpResponseBase:
        self.require(Permission.IMPORT_REGISTER)  # also where a tick is missing
        return super().post(request, *args, **kwargs)

    def save(self, form: ConfirmForm) -> HttpResponseBase:
        runs.confirm_run(run_id=self.run.pk, by=self.request.user, at=timezone.now(), accepted=form.accepted)
        return HttpResponseRedirect(reverse("ofsted:import", args=[self.run.pk]))

    def get(self, request: Any, *args: Any, **kwargs: Any) -> HttpResponseBase:
        response = super().get(request, *args, **kwargs)
        if request.htmx and not self.is_working():
            response["HX-Refresh"] = "true"  # the work has ended: show the whole page with its outcome
        return response

    def is_working(self) -> bool:
        return is_working(self.run)

    def get_template_names(self) -> list[str]:
        return ["ofsted/import_progress.html"] if self.request.htmx else [self.template_name]

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        run = self.run
        return super().get_context_data(
            run=run,
            state_colour=UPLOAD_COLOURS[run.state],
            layout_since=month_of_layout(run.layout),
            is_working=self.is_working(),
            is_stuck=self.is_working()
            and may_be_put_aside(run, at=timezone.now())
            and self.allows(Permission.IMPORT_REGISTER),
            progress=job_progress(run.job) if run.job else None,
            kinds=self.kinds(),
            consequences=self.consequences(),
            followed=self.followed(),
            may_see_leaders=self.allows(Permission.APPOINT_LEADERS),
            account=list(
                account_lines(
                    Account.from_json(run.account),
                    sees_private=self.allows(Permission.VIEW_PRIVATE_ADDRESS),
                    before=selectors.loaded_before(FileKind(run.kind))
                    if run.state == UploadState.READY
                    else None,
                    kind=FileKind(run.kind),
                )
            ),
            take_overs=self.take_overs(),
            rejected_members=selectors.rejected_members(run, on=timezone.localdate())
            if run.state == UploadState.READY and self.allows(Permission.VIEW_MEMBERS)
            else [],
            others=sum(run.others.values()),
            other_names=len(run.others),
            may_load=run.state == UploadState.READY and self.allows(Permission.IMPORT_REGISTER),
            may_choose=run.state == UploadState.FAILED
            and bool(run.others)
            and self.allows(Permission.IMPORT_REGISTER),
            **kwargs,
        )

    def consequences(self) -> Consequences | None:
        """What a load that waits to be confirmed means for members, to whoever may see them."""
        if self.run.state != UploadState.READY or not self.allows(Permission.VIEW_MEMBERS):
            return None
        return consequences_of(self.run, on=timezone.localdate())

    def followed(self) -> Consequences | None:
        """What the newest load has brought for members, to whoever may see them."""
        run = self.run
        is_newest = run.state == UploadState.LOADED and run.kind == FileKind.CHILDCARE
        if not is_newest or not self.allows(Permission.VIEW_MEMBERS) or selectors.newest_load() != run:
            return None
        return what_followed(run, on=timezone.localdate())

    def take_overs(self) -> Suggestions | None:
        """Take-overs that a file of links suggests, to whoever may record them: what it would add before it
        is loaded, and what waits to be recorded after that (O2).
        """
        run = self.run
        if run.kind != FileKind.LINKS or not self.allows(Permission.LINK_SETTINGS):
            return None
        if run.state == UploadState.READY:
            return take_overs_said_after(run)
        return take_overs_said() if run.state == UploadState.LOADED else None

    def kinds(self) -> list[dict[str, Any]]:
        counts = self.run.counts
        if not counts:
            return []
        listed = [
            {
                "label": label,
                "count": counts.get(kind, 0),
                "url": reverse("ofsted:import_rows", args=[self.run.pk, kind]),
                "link": look_at(RowKind(kind), counts.get(kind, 0), of_links=self.run.kind == FileKind.LINKS),
            }
            for kind, label in selectors.ROW_LABELS.items()
        ]
        return [*listed[:2], {"label": _("Unchanged"), "count": counts["unchanged"], "url": ""}, *listed[2:]]


class ImportRows(OfRun, ListPage):
    """The rows of one kind of a load, with what differs in each."""

    permission = Permission.VIEW_IMPORTS
    thing, things = gettext_lazy("row"), gettext_lazy("rows")
    empty_text = gettext_lazy("There are no such rows in this file.")
    table_class = LoadRowsTable
    export = LOAD_ROWS
    export_permission = Permission.EXPORT

    def scope(self) -> dict[str, str]:
        self.kind_label()
        return {"run": str(self.run.pk), "kind": self.kwargs["kind"]}

    def get_title(self) -> str:
        return _("%(kind)s: %(file)s") % {"kind": self.kind_label(), "file": self.run.file_name}

    def kind_label(self) -> str:
        labels = selectors.ROW_LABELS
        if self.kwargs["kind"] not in labels:
            raise Http404
        return str(labels[self.kwargs["kind"]])

    def breadcrumbs(self) -> list[Crumb]:
        return crumbs(
            Crumb(_("Ofsted's file"), reverse("ofsted:imports")),
            Crumb(breakable(self.run.file_name), reverse("ofsted:import", args=[self.run.pk])),
        )


class ChooseName(OfRun, FormPage):
    """The file has no rows for us: which of its authorities are we?"""

    permission = Permission.IMPORT_REGISTER
    form_class = NameForm
    title = gettext_lazy("Find your authority in the file")
    submit_label = gettext_lazy("Use this name and compare again")

    def breadcrumbs(self) -> list[Crumb]:
        return crumbs(
            Crumb(_("Ofsted's file"), reverse("ofsted:imports")),
            Crumb(breakable(self.run.file_name), reverse("ofsted:import", args=[self.run.pk])),
        )

    def get_form_kwargs(self) -> dict[str, Any]:
        return {**super().get_form_kwargs(), "names": self.run.others}

    def save(self, form: NameForm) -> HttpResponseBase:
        runs.choose_name(
            run_id=self.run.pk, name=form.cleaned_data["name"], by=self.request.user, at=timezone.now()
        )
        return HttpResponseRedirect(reverse("ofsted:import", args=[self.run.pk]))


class Discard(OfRun, ConfirmPage):
    """Put an upload aside."""

    permission = Permission.IMPORT_REGISTER
    title = gettext_lazy("Put this upload aside?")
    explanation = gettext_lazy(
        "Nothing of it has touched the register. You can upload the file again at any time."
    )
    submit_label = gettext_lazy("Put it aside")
    success_message = gettext_lazy("The upload was put aside. The register is as it was.")
    success_url = "ofsted:imports"

    def get_cancel_url(self) -> str:
        return reverse("ofsted:import", args=[self.run.pk])

    def save(self, form: Any) -> None:
        runs.discard_run(run_id=self.run.pk, by=self.request.user, at=timezone.now())
