"""Reading the ways of working (W4): their own page with all versions, a
version as a page and as a PDF, the summary for staff.
"""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, timedelta
from functools import cached_property
from typing import TYPE_CHECKING, Any

from django.http import HttpRequest, HttpResponseRedirect
from django.http.response import HttpResponseBase
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from accounts.permissions import Permission
from collaborations.views.mixins import FormOfCollaboration, OfSeenCollaboration
from core.pdf import PdfUnavailable
from core.views import ConfirmPage, Crumb, found_or_404
from documents.views.mixins import as_download
from ways_of_working.rules.adoption import WRITABLE
from ways_of_working.selectors.reading import may_write, terms_document, versions_seen
from ways_of_working.selectors.reviews import reviews_for
from ways_of_working.selectors.terms_steps import next_step_of_terms
from ways_of_working.selectors.writing import may_begin_terms, warnings_for
from ways_of_working.services import printing
from ways_of_working.services.summaries import open_terms_summary
from ways_of_working.views.terms_words import STATE_COLOURS, words_of

if TYPE_CHECKING:
    from ways_of_working.models import WaysOfWorking

IN_HAND = frozenset({"draft", "circulated"})


#: So long after an adoption the page says what comes after it.
NEWLY_ADOPTED = timedelta(days=30)


class Terms(OfSeenCollaboration):
    """What holds, what is in hand, what to do next, and every version."""

    permission = Permission.VIEW_COLLABORATIONS
    title = _("Ways of working")
    template_name = "ways_of_working/hub.html"

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        user, group = self.request.user, self.collaboration
        versions = list(versions_seen(user, group).select_related("document"))
        in_hand = next((version for version in versions if version.state in IN_HAND), None)
        step = next_step_of_terms(group, user, timezone.localdate())
        context = {
            "versions": [(version, STATE_COLOURS[version.state]) for version in versions],
            "adopted": next((version for version in versions if version.state == "adopted"), None),
            "in_hand": in_hand,
            "whats_next": self.whats_next(versions) if in_hand is None else None,
            "in_hand_colour": STATE_COLOURS[in_hand.state] if in_hand else "",
            "in_hand_links": self.links(in_hand) if in_hand else [],
            "step": step,
            "step_url": step and reverse(step.url_name, args=step.args),
            "writes": self.writes,
            "drafts_of": self.drafts_of(in_hand),
            "start_url": (
                reverse("ways_of_working:start_terms", args=[group.pk]) if may_begin_terms(group) else ""
            ),
            "may_compare": sum(version.state != "discarded" for version in versions) > 1,
            "may_print": self.allows(Permission.PRINT_TERMS),
        }
        return super().get_context_data(**(context | kwargs))

    def drafts_of(self, in_hand: WaysOfWorking | None) -> str:
        """Where sections were written, once they can be no longer: what was left on a device is shown here."""
        if not self.writes or (in_hand is not None and in_hand.state in WRITABLE):
            return ""
        return reverse("ways_of_working:write_terms", args=[self.collaboration.pk])

    def whats_next(self, versions: Sequence[WaysOfWorking]) -> list[tuple[str, date]] | None:
        """The days of the reviews, soon after an adoption, for who runs the group."""
        adopted = next((version for version in versions if version.state == "adopted"), None)
        if adopted is None or adopted.adopted_on is None or not self.writes:
            return None
        if self.visitor.on - adopted.adopted_on > NEWLY_ADOPTED:
            return None
        lines = reviews_for(self.collaboration, self.visitor.on)
        return [(line.label, line.due_on) for line in lines if line.due_on is not None]

    @cached_property
    def writes(self) -> bool:
        return may_write(self.request.user, self.collaboration)

    def links(self, ways: WaysOfWorking) -> list[tuple[str, Any]]:
        """Where the version in hand is worked on: what can be done with it in its state, by this person."""
        where = [self.collaboration.pk, ways.version]
        found: list[tuple[str, Any]] = []
        if ways.state == "draft":
            found += [
                (reverse("ways_of_working:write_terms", args=[self.collaboration.pk]), _("Go on writing"))
            ]
            found += [(reverse("ways_of_working:circulate_terms", args=where), _("Send it to the members"))]
        else:
            found += [(reverse("ways_of_working:terms_answers", args=where), _("What the members answered"))]
            if self.writes:
                found += [
                    (reverse("ways_of_working:adopt_terms", args=where), _("Record that it is adopted"))
                ]
        return [one for one in found if one[0]]


class OfVersion(OfSeenCollaboration):
    """A page of one version. To who may not read it, it does not exist."""

    permission = Permission.VIEW_COLLABORATIONS

    @cached_property
    def ways(self) -> WaysOfWorking:
        seen = versions_seen(self.request.user, self.collaboration)
        return found_or_404(seen.select_related("document").filter(version=self.kwargs["version"]).first())

    def permission_object(self) -> Any:
        collaboration = super().permission_object()
        self.ways  # noqa: B018 - asked for here, so that a version that is not seen is 404 before anything else
        return collaboration

    def breadcrumbs(self) -> Sequence[Crumb]:
        return (
            *super().breadcrumbs(),
            Crumb(_("Ways of working"), reverse("ways_of_working:terms", args=[self.collaboration.pk])),
        )


class TermsVersion(OfVersion):
    """A version to read, with its contents and an anchor at each section: ``#1.9``."""

    template_name = "ways_of_working/version.html"

    def get_title(self) -> str:
        return gettext("Ways of working, version %(version)d") % {"version": self.ways.version}

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        document = terms_document(self.ways, on=timezone.localdate())
        warns = self.ways.state in IN_HAND and may_write(self.request.user, self.collaboration)
        context = {
            "ways": self.ways,
            "state_colour": STATE_COLOURS[self.ways.state],
            "document": document,
            "facts": [{"label": label, "value": value} for label, value in document.facts],
            "warnings": words_of(warning.reason for warning in warnings_for(self.ways)) if warns else [],
            "paper": False,
        }
        return super().get_context_data(**(context | kwargs))


class TermsPdf(OfVersion, FormOfCollaboration, ConfirmPage):
    """The PDF of a version: served at once where it is made, and otherwise
    made in the background when the button is pressed.
    """

    title = _("Make the PDF")
    submit_label = _("Make the PDF")
    explanation = _("It takes a few seconds. You will see when it is ready to download.")

    def breadcrumbs(self) -> Sequence[Crumb]:
        words = gettext("Version %(version)d") % {"version": self.ways.version}
        return (*super().breadcrumbs(), Crumb(words, self.get_cancel_url()))

    def get_cancel_url(self) -> str:
        return reverse("ways_of_working:terms_version", args=[self.collaboration.pk, self.ways.version])

    def get(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponseBase:
        file = printing.printed(self.ways, at=timezone.now())
        if file is None:
            return super().get(request, *args, **kwargs)
        response = as_download(file)
        printing.record_opened(file=file, by=request.user)
        return response

    def save(self, form: Any) -> HttpResponseBase:
        job = printing.ask_for_print(ways=self.ways, by=self.request.user, at=timezone.now())
        return HttpResponseRedirect(reverse("documents:job", args=[job.pk]))


class TermsSummaryPdf(OfSeenCollaboration):
    """One page of the adopted version for the members' staff, to print."""

    permission = Permission.VIEW_COLLABORATIONS
    title = _("The summary cannot be made at the moment")
    template_name = "ways_of_working/no_pdf.html"

    def breadcrumbs(self) -> Sequence[Crumb]:
        return (
            *super().breadcrumbs(),
            Crumb(_("Ways of working"), reverse("ways_of_working:terms", args=[self.collaboration.pk])),
        )

    def get(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponseBase:
        try:
            file = open_terms_summary(collaboration=self.collaboration, by=request.user, at=timezone.now())
        except PdfUnavailable as problem:
            return self.render_to_response(self.get_context_data(problem=str(problem)), status=503)
        return as_download(found_or_404(file))
