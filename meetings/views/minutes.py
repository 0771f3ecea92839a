"""Minutes as they are read, printed and corrected, sent, agreed and added to (G5)."""

from __future__ import annotations

from functools import cached_property
from typing import TYPE_CHECKING, Any

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponseRedirect
from django.http.response import HttpResponseBase
from django.utils import timezone
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from accounts.permissions import Permission
from core.pdf import PdfUnavailable
from core.tables.pages import ListPage
from core.views import ConfirmPage, found_or_404
from core.wording import date_in_words
from documents.views.mixins import as_download
from meetings.forms.minutes import AgreeForm, AmendForm, AnswerCorrectionForm, CorrectionForm
from meetings.pdf import heading_of
from meetings.rules.minutes import Agreement, MinutesState, forgotten_words
from meetings.rules.states import MeetingState
from meetings.selectors import agenda, planning
from meetings.selectors import minutes as selectors
from meetings.services import minutes_agreed as services
from meetings.services.printing import open_minutes_pdf
from meetings.tables.minutes import AllMinutesTable, MinutesTable
from meetings.views.bases import ForOwnSetting, OfMeeting, OfMeetings, RunsMeeting

if TYPE_CHECKING:
    from datetime import date

    from meetings.models.minutes import Decision, MinutesCorrection
    from meetings.models.planning import Meeting
    from meetings.selectors.minutes import MinutesDocument


def minutes_on_meeting(meeting: Meeting, *, may_run: bool, on: date) -> dict[str, Any]:
    """What the page of a meeting says of its own minutes, and of those that it should agree."""
    minutes = selectors.minutes_of(meeting)
    is_seen = minutes is not None and (may_run or minutes.state != MinutesState.DRAFT)
    takes_place = meeting.state != MeetingState.CANCELLED
    to_agree = [
        {
            "meeting": earlier,
            "words": forgotten_words(facts, meeting_on=meeting.on).in_words(gettext),
            "is_sent": facts.state is MinutesState.CIRCULATED,
            "may_agree": facts.state is MinutesState.CIRCULATED and may_run and meeting.on <= on,
        }
        for earlier, facts in (selectors.to_agree_at(meeting) if takes_place else ())
        if may_run or facts.state is MinutesState.CIRCULATED
    ]
    is_open = minutes is None or minutes.state != MinutesState.AGREED
    return {
        "minutes": minutes if is_seen else None,
        "may_write_minutes": may_run and takes_place and meeting.on <= on and is_open,
        "to_agree": to_agree,
    }


class OfMinutes(OfMeeting):
    """The minutes as this person sees them; where there are none to be seen, the page does not exist."""

    @cached_property
    def document(self) -> MinutesDocument:
        return found_or_404(selectors.document_of(self.meeting, writes=self.may_run()))

    def permission_object(self) -> Any:
        about = super().permission_object()
        self.document  # noqa: B018
        return about


class MinutesPage(OfMinutes):
    """What the minutes say, and what can be done with them now."""

    template_name = "meetings/minutes/page.html"

    def get_title(self) -> str:
        return heading_of(self.document)

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        document, may_run = self.document, self.may_run()
        minutes = document.minutes
        own = planning.own_memberships(self.request.user, self.collaboration, on=self.visitor.on)
        own = [membership for membership in own if membership.joined_on <= self.visitor.on]
        corrections = list(selectors.corrections_of(minutes)) if not document.is_draft else []
        context = {
            "document": document,
            "may_write": may_run and not document.is_agreed,
            "drafts_of": self.address("write_minutes") if may_run and document.is_agreed else "",
            "has_text": bool(document.written.text),
            "is_held": self.meeting.state == MeetingState.HELD,
            "unsent": document.unsent,
            "decisions": self.decisions(),
            "corrections": corrections if may_run else self.own_corrections(corrections),
            "may_correct": minutes.state == MinutesState.CIRCULATED and bool(own),
            "own": own,
        }
        return super().get_context_data(**(context | kwargs))

    def decisions(self) -> list[Decision]:
        """For whoever may change them, in the order of the minutes."""
        if not self.may_run() or self.document.is_agreed:
            return []
        found = selectors.decisions_of(self.document.minutes)
        return [row for part in self.document.written.parts for row in found.get(part.number, ())]

    def own_corrections(self, corrections: list[MinutesCorrection]) -> list[MinutesCorrection]:
        return [row for row in corrections if row.proposed_by_id == self.request.user.pk]


class PrintMinutes(OfMinutes):
    """The same without buttons, for paper."""

    template_name = "meetings/minutes/print.html"

    def get_title(self) -> str:
        return gettext("%(minutes)s, to print") % {"minutes": heading_of(self.document)}

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        context = {"document": self.document, "heading": heading_of(self.document)}
        return super().get_context_data(**(context | kwargs))


class MinutesPdf(OfMinutes):
    """What the members see, as a PDF."""

    template_name = "meetings/minutes/no_pdf.html"
    title = _("The PDF cannot be made at the moment")

    @cached_property
    def document(self) -> MinutesDocument:
        return found_or_404(selectors.document_of(self.meeting))

    def get(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponseBase:
        try:
            file = open_minutes_pdf(document=self.document, by=request.user, at=timezone.now())
        except PdfUnavailable as problem:
            return self.render_to_response(self.get_context_data(problem=str(problem)), status=503)
        return as_download(file)


class SendMinutes(RunsMeeting, ConfirmPage):
    """To everybody in the group; a second time the email says only what changed."""

    template_name = "meetings/minutes/send.html"
    submit_label = _("Send them")

    def get_title(self) -> str:
        minutes = selectors.minutes_of(self.meeting)
        is_first = minutes is None or minutes.state == MinutesState.DRAFT
        return (
            gettext("Send the minutes to the members?")
            if is_first
            else gettext("Send the corrected minutes?")
        )

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        document = selectors.document_of(self.meeting, writes=True)
        people = planning.people_told(self.collaboration, on=timezone.localdate())
        context = {"unsent": document.unsent if document else (), "people_count": people.count()}
        return super().get_context_data(**(context | kwargs))

    def save(self, form: Any) -> HttpResponseBase:
        sending = services.send_minutes(meeting_id=self.meeting.pk, by=self.request.user, at=timezone.now())
        if sending is None:
            messages.info(self.request, gettext("Nothing has changed since the minutes were sent."))
        else:
            messages.success(self.request, gettext("The minutes are sent to the members."))
        return HttpResponseRedirect(self.address("minutes"))

    def get_cancel_url(self) -> str:
        return self.address("write_minutes")


class CorrectMinutes(ForOwnSetting):
    """A member proposes a correction, for a setting where they work."""

    title = _("Propose a correction")
    form_class = CorrectionForm
    submit_label = _("Propose it")
    success_message = _("Thank you. You hear by email what becomes of it.")

    def permission_object(self) -> Any:
        about = super().permission_object()
        found_or_404(selectors.document_of(self.meeting, writes=self.may_run()))
        return about

    def get_form_kwargs(self) -> dict[str, Any]:
        return {**super().get_form_kwargs(), "items": list(agenda.items_of(self.meeting))}

    def save(self, form: CorrectionForm) -> None:
        number = form.cleaned_data["item"]
        services.propose_correction(
            meeting_id=self.meeting.pk,
            item=agenda.item_in(self.meeting, number) if number else None,
            words=form.cleaned_data["words"],
            provider=self.membership.provider,
            by=self.request.user,
            at=timezone.now(),
        )

    def get_success_url(self) -> str:
        return self.address("minutes")

    def get_cancel_url(self) -> str:
        return self.address("minutes")


class AnswerCorrection(RunsMeeting):
    title = _("Answer this correction")
    template_name = "meetings/minutes/answer_correction.html"
    form_class = AnswerCorrectionForm
    submit_label = _("Send the answer")
    success_message = _("Whoever proposed it hears of it.")

    @cached_property
    def correction(self) -> MinutesCorrection:
        minutes = found_or_404(selectors.minutes_of(self.meeting))
        return found_or_404(selectors.correction_in(minutes, self.kwargs["correction"]))

    def permission_object(self) -> Any:
        about = super().permission_object()
        self.correction  # noqa: B018
        return about

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        return super().get_context_data(**{"correction": self.correction, **kwargs})

    def save(self, form: AnswerCorrectionForm) -> HttpResponseBase:
        takes_it = form.cleaned_data["takes_it"] == "yes"
        services.answer_correction(
            meeting_id=self.meeting.pk,
            correction_id=self.correction.pk,
            takes_it=takes_it,
            answer=form.cleaned_data["answer"],
            by=self.request.user,
            at=timezone.now(),
        )
        messages.success(self.request, self.success_message)
        if takes_it:
            place = f"{self.address('write_minutes')}#item-{self.correction.item_id or 0}"
            return HttpResponseRedirect(place)
        return HttpResponseRedirect(f"{self.address('minutes')}#corrections")

    def get_cancel_url(self) -> str:
        return f"{self.address('minutes')}#corrections"


class AgreeMinutes(RunsMeeting):
    """On the page of a later meeting: how it agreed the minutes of an earlier one."""

    form_class = AgreeForm
    template_name = "meetings/minutes/agree.html"
    submit_label = _("Record it")

    @cached_property
    def earlier(self) -> Meeting:
        earlier = found_or_404(planning.meeting_in(self.collaboration, self.kwargs["earlier"]))
        minutes = found_or_404(selectors.minutes_of(earlier))
        is_before = selectors.facts_of(earlier).are_before(self.meeting.on, self.meeting.starts_at)
        if minutes.state == MinutesState.DRAFT or not is_before:
            raise Http404
        return earlier

    def permission_object(self) -> Any:
        about = super().permission_object()
        self.earlier  # noqa: B018
        return about

    def get_title(self) -> str:
        return gettext("Were the minutes of %(day)s agreed?") % {"day": date_in_words(self.earlier.on)}

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        minutes = found_or_404(selectors.minutes_of(self.earlier))
        context = {
            "caption": self.meeting.title,
            "earlier": self.earlier,
            "waiting": selectors.waiting_corrections(minutes),
        }
        return super().get_context_data(**(context | kwargs))

    def save(self, form: AgreeForm) -> None:
        services.agree_minutes(
            meeting_id=self.earlier.pk,
            at_meeting_id=self.meeting.pk,
            agreement=Agreement(form.cleaned_data["agreement"]),
            changes=form.cleaned_data["changes"],
            by=self.request.user,
            at=timezone.now(),
        )
        messages.success(self.request, gettext("The minutes are agreed. Nobody can change them any more."))


class AmendMinutes(RunsMeeting):
    """What was learnt after the minutes were agreed."""

    title = _("Add an amendment")
    form_class = AmendForm
    submit_label = _("Add it")
    success_message = _("The amendment stands below the minutes. The members hear of it.")

    def permission_object(self) -> Any:
        about = super().permission_object()
        minutes = found_or_404(selectors.minutes_of(self.meeting))
        if minutes.state != MinutesState.AGREED:
            raise Http404
        return about

    def save(self, form: AmendForm) -> None:
        services.amend_minutes(
            meeting_id=self.meeting.pk,
            words=form.cleaned_data["words"],
            by=self.request.user,
            at=timezone.now(),
        )

    def get_success_url(self) -> str:
        return self.address("minutes")

    def get_cancel_url(self) -> str:
        return self.address("minutes")


class MinutesList(OfMeetings, ListPage):
    """The minutes of a group as a list."""

    title = _("Minutes")
    things = _("minutes")
    table_class = MinutesTable
    export = "minutes"
    export_permission = Permission.EXPORT
    empty_text = _("No minutes yet. They are written on the page of a meeting, from its day on.")

    def scope(self) -> dict[str, str]:
        return {"collaboration": str(self.collaboration.pk)}


class AllMinutes(ListPage):
    """The minutes of all groups, for the team."""

    permission = Permission.VIEW_COLLABORATIONS
    title = _("Minutes of groups")
    things = _("minutes")
    table_class = AllMinutesTable
    export = "minutes"
    export_permission = Permission.EXPORT
    empty_text = _("No group has written minutes here yet.")
