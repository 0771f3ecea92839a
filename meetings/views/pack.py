"""The pack of a meeting (G2) as one PDF or one ZIP, and that of a guest's own item (G3)."""

from __future__ import annotations

import io
import tempfile
from contextlib import ExitStack
from typing import Any

from django.http import HttpRequest
from django.http.response import HttpResponseBase
from django.utils.translation import gettext_lazy as _

from core.files import Kind, safe_name
from core.pdf import PdfUnavailable
from core.views import found_or_404
from documents.views.mixins import as_made
from meetings.forms.planning import AnswerForm
from meetings.services.pack import MeetingPack, PaperGone, pack_of_item, pack_of_meeting, pack_pdf, write_zip
from meetings.views.bases import OfMeeting
from meetings.views.guests import OfGuest

ZIP = "application/zip"


class PackPdf(OfMeeting):
    """Agenda, papers and minutes as the page has them now. For everybody who sees the group."""

    template_name = "meetings/pack/no_pack.html"
    title = _("The pack cannot be made at the moment")

    def get(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponseBase:
        try:
            return self.download(pack_of_meeting(self.meeting))
        except (PdfUnavailable, PaperGone) as problem:
            return self.render_to_response(self.get_context_data(problem=str(problem)), status=503)

    def download(self, pack: MeetingPack) -> HttpResponseBase:
        return _as_pdf(pack)


class PackZip(PackPdf):
    title = _("The ZIP cannot be made at the moment")

    def download(self, pack: MeetingPack) -> HttpResponseBase:
        with ExitStack() as on_failure:
            target = on_failure.enter_context(tempfile.TemporaryFile())
            write_zip(pack, target)
            on_failure.pop_all()  # the response closes it
        target.seek(0)
        return as_made(target, name=safe_name(f"{pack.name}.zip"), content_type=ZIP)


class GuestPack(OfGuest):
    """The item of the guest with its papers. Nothing of the rest."""

    http_method_names = ["get", "head", "options"]
    template_name = "meetings/pack/no_guest_pack.html"
    title = _("The PDF cannot be made at the moment")
    form_class = AnswerForm

    def get(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponseBase:
        try:
            return _as_pdf(pack_of_item(found_or_404(self.guest).item))
        except (PdfUnavailable, PaperGone) as problem:
            context = self.get_context_data(problem=str(problem), token=self.kwargs["token"])
            return self.render_to_response(context, status=503)


def _as_pdf(pack: MeetingPack) -> HttpResponseBase:
    name = safe_name(f"{pack.name}.pdf")
    return as_made(io.BytesIO(pack_pdf(pack)), name=name, content_type=Kind.PDF.value)
