"""The data pack of a Leaders' Day (L4): for the team of the whole county and each group, as a page, a PDF
and a sheet; for a leader who comes, once it is shared, of the county and of the own groups.
"""

from __future__ import annotations

import io
from collections.abc import Mapping, Sequence
from datetime import date
from functools import cached_property
from typing import TYPE_CHECKING, Any
from urllib.parse import urlencode

from django.http import Http404, HttpRequest
from django.http.response import HttpResponseBase
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from accounts.permissions import Permission
from core.files import Kind, safe_name
from core.forms.dates import DateProblem, date_from_text
from core.pdf import PdfUnavailable
from core.tables.pages import ListPage
from core.views import ConfirmPage, Crumb, found_or_404
from documents.views.mixins import as_made
from meetings.rules.booking import BookingState
from meetings.rules.data_pack import EVERYTHING, told_of_county
from meetings.selectors.data_pack import groups_led_by, shared_pack
from meetings.services import data_pack as services
from meetings.views.mixins import OfEvent, OfOwnEvent, RunsEvent
from portal.charts import county_charts, group_charts
from portal.forms import ShareForm
from portal.pdf import data_pack_pdf
from portal.selectors.data_pack import member_lines, pack_on
from portal.tables.data_pack import AS_AT, DataPackTable

if TYPE_CHECKING:
    from meetings.models.data_pack import SharedDataPack
    from meetings.models.events import Event
    from meetings.rules.data_pack import Told
    from portal.selectors.data_pack import GroupRow, Pack

NO_PDF = "portal/data_pack/no_pdf.html"


class OfDataPack(OfEvent):
    """A page of the team's pack, as at a day of the address; today without one."""

    @cached_property
    def day(self) -> date:
        today = timezone.localdate()
        try:
            day = date_from_text(self.request.GET.get(AS_AT, ""))
        except DateProblem:
            return today
        return day if day is not None and day <= today else today

    def with_day(self, address: str) -> str:
        is_today = self.day == timezone.localdate()
        return address if is_today else f"{address}?{urlencode({AS_AT: self.day.isoformat()})}"

    def pack_address(self) -> str:
        return self.with_day(reverse("portal:data_pack", args=[self.event.pk]))


class DataPackPage(OfDataPack, ListPage):
    """Charts of the whole county, and the groups as a list."""

    template_name = "portal/data_pack/county.html"
    thing, things = _("group"), _("groups")
    table_class = DataPackTable
    export = "data-pack"
    export_permission = Permission.EXPORT
    empty_text = _("No group runs on this day.")
    table: DataPackTable

    def get_title(self) -> str:
        return gettext("Data pack: %(title)s") % {"title": self.event.title}

    def scope(self) -> Mapping[str, str]:
        return {"event": str(self.event.pk)}

    def page(self) -> Any:
        self.table.day = self.day if self.day != timezone.localdate() else None
        return super().page()

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        pack = self.table.read(self.day)
        context = {
            "day": self.day,
            "pack": pack,
            "charts": county_charts(pack) if pack.groups else [],
            "pdf_url": self.with_day(reverse("portal:data_pack_pdf", args=[self.event.pk])),
            "shared": shared_pack(self.event),
            "may_run": self.allows(Permission.RUN_EVENTS),
            "may_share": self.allows(Permission.RUN_EVENTS) and self.event.state in services.SHARED,
        }
        return super().get_context_data(**(context | kwargs))


class OfGroupPack(OfDataPack):
    """The part of one group. That of another authority, or of a group that did not run on the day, does not
    exist.
    """

    @cached_property
    def pack(self) -> Pack:
        return pack_on(self.day, group_ids=[self.kwargs["pk"]])

    @cached_property
    def group(self) -> GroupRow:
        return found_or_404(next(iter(self.pack.groups), None))

    def permission_object(self) -> Any:
        about = super().permission_object()
        self.group  # noqa: B018
        return about


class DataPackGroup(OfGroupPack):
    template_name = "portal/data_pack/group.html"

    def get_title(self) -> str:
        return gettext("Data pack: %(group)s") % {"group": self.group.name}

    def breadcrumbs(self) -> Sequence[Crumb]:
        return (*super().breadcrumbs(), Crumb(_("Data pack"), self.pack_address()))

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        lines = member_lines(self.pack, self.group.pk)
        pdf_url = reverse("portal:data_pack_group_pdf", args=[self.event.pk, self.group.pk])
        context = {
            "day": self.day,
            "pack": self.pack,
            "group": self.group,
            "lines": lines,
            "charts": group_charts(self.group, lines),
            "pdf_url": self.with_day(pdf_url),
        }
        return super().get_context_data(**(context | kwargs))


class DataPackPdf(OfDataPack):
    """The whole pack as a PDF. That it was made is recorded."""

    template_name = NO_PDF
    title = _("The PDF cannot be made at the moment")

    def get(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponseBase:
        return self.download(pack_on(self.day), what=gettext("the whole county"))

    def download(self, pack: Pack, *, what: str, **parts: Any) -> HttpResponseBase:
        try:
            content = data_pack_pdf(self.event, pack, **parts)
        except PdfUnavailable as problem:
            return self.render_to_response(self.get_context_data(problem=str(problem)), status=503)
        services.record_taken(event=self.event, as_at=pack.on, what=what, by=self.request.user)
        return _as_pdf(content, self.event, pack)


class DataPackGroupPdf(OfGroupPack, DataPackPdf):
    def get(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponseBase:
        return self.download(self.pack, what=self.group.name, told=None, sections=[self.group.pk])


class ShareDataPack(RunsEvent):
    """Leaders who have a place or came read it on their own page of the event, as at the day that is
    chosen.
    """

    title = _("Share the data pack with the leaders who come")
    form_class = ShareForm
    submit_label = _("Share it")
    success_message = _("The data pack is shared with the leaders who have a place or came.")

    def get_initial(self) -> dict[str, Any]:
        row = shared_pack(self.event)
        return {"as_at": row.as_at if row else timezone.localdate()}

    def get_success_url(self) -> str:
        return reverse("portal:data_pack", args=[self.event.pk])

    def get_cancel_url(self) -> str:
        return reverse("portal:data_pack", args=[self.event.pk])

    def save(self, form: ShareForm) -> None:
        services.share_data_pack(
            event_id=self.event.pk,
            as_at=form.cleaned_data["as_at"],
            by=self.request.user,
            at=timezone.now(),
        )


class StopSharingDataPack(RunsEvent, ConfirmPage):
    template_name = "layouts/confirm_page.html"
    title = _("Stop sharing the data pack?")
    explanation = _("Leaders can no longer open it. Who has saved the PDF keeps a copy.")
    submit_label = _("Stop sharing it")
    success_message = _("The data pack is no longer shared.")

    def get_success_url(self) -> str:
        return reverse("portal:data_pack", args=[self.event.pk])

    def get_cancel_url(self) -> str:
        return reverse("portal:data_pack", args=[self.event.pk])

    def save(self, form: Any) -> None:
        services.stop_sharing_data_pack(event_id=self.event.pk, by=self.request.user)


# --- the leader's own ---------------------------------------------------------------------------------------


class OwnDataPack(OfOwnEvent):
    """The county without what could tell of another group, and the own groups whole. For leaders who have a
    place or came, while it is shared; to anybody else it does not exist.
    """

    template_name = "portal/data_pack/own.html"
    title = _("Data pack")

    @cached_property
    def event(self) -> Event:
        event = super().event
        booking = self.booking_of(event)
        comes = booking is not None and booking.state == BookingState.ACCEPTED and booking.came is not False
        if not comes or not self.own_groups or shared_pack(event) is None:
            raise Http404
        return event

    @cached_property
    def own_groups(self) -> list[int]:
        return groups_led_by(self.request.user, on=self.visitor.on)

    @cached_property
    def shared(self) -> SharedDataPack:
        return found_or_404(shared_pack(self.event))

    @cached_property
    def pack(self) -> Pack:
        return pack_on(self.shared.as_at)

    @property
    def told(self) -> Told:
        return told_of_county(self.pack.by_group, self.own_groups)

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        pack, told = self.pack, self.told
        sections = []
        for group in pack.of(self.own_groups):
            lines = member_lines(pack, group.pk)
            sections.append((group, lines, group_charts(group, lines)))
        context = {
            "day": pack.on,
            "pack": pack,
            "charts": county_charts(pack, told),
            "is_whole": told == EVERYTHING,
            "sections": sections,
        }
        return super().get_context_data(**(context | kwargs))


class OwnDataPackPdf(OwnDataPack):
    """The same as a PDF. That it was made is recorded."""

    template_name = NO_PDF
    title = _("The PDF cannot be made at the moment")

    def get(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponseBase:
        pack = self.pack
        try:
            content = data_pack_pdf(self.event, pack, told=self.told, sections=self.own_groups)
        except PdfUnavailable as problem:
            context = super().get_context_data(problem=str(problem))
            return self.render_to_response(context, status=503)
        what = gettext("the county and the own groups")
        services.record_taken(event=self.event, as_at=pack.on, what=what, by=request.user)
        return _as_pdf(content, self.event, pack)


def _as_pdf(content: bytes, event: Event, pack: Pack) -> HttpResponseBase:
    name = safe_name(f"{event.on} {gettext('Data pack')} {pack.on}.pdf")
    return as_made(io.BytesIO(content), name=name, content_type=Kind.PDF.value)
