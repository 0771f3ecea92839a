"""Pages on which ways of working are written: begun, the list of
sections, one section a page, put aside (W1, W2, W3).
"""

from __future__ import annotations

from collections.abc import Sequence
from functools import cached_property
from typing import TYPE_CHECKING, Any

from django.contrib import messages
from django.http import HttpRequest, HttpResponseRedirect
from django.http.response import HttpResponseBase
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext, ngettext
from django.utils.translation import gettext_lazy as _

from accounts.permissions import Permission
from collaborations.views.mixins import FormOfCollaboration, OfSeenCollaboration
from core.forms.numbers import whole_number
from core.views import ConfirmPage, Crumb, found_or_404
from core.wording import time_in_words
from ways_of_working.forms.sections import VersionForm
from ways_of_working.rules.adoption import WRITABLE
from ways_of_working.rules.progress import Progress
from ways_of_working.selectors import writing as selectors
from ways_of_working.selectors.templates import template_in_force
from ways_of_working.services import writing as services

if TYPE_CHECKING:
    from ways_of_working.models import WaysOfWorking


COLOURS = {
    Progress.NOT_STARTED: "blue",
    Progress.IN_PROGRESS: "light-blue",
    Progress.COMPLETE: "",
    Progress.NOT_USED: "grey",
}


class WritesTerms(OfSeenCollaboration):
    """A page of who runs the group, or of an officer who helps."""

    permission = Permission.RUN_COLLABORATION
    or_permission = Permission.CHANGE_COLLABORATIONS

    @property
    def hub_url(self) -> str:
        return reverse("ways_of_working:terms", args=[self.collaboration.pk])

    @property
    def list_url(self) -> str:
        return reverse("ways_of_working:write_terms", args=[self.collaboration.pk])

    def breadcrumbs(self) -> Sequence[Crumb]:
        return (*super().breadcrumbs(), Crumb(_("Ways of working"), self.hub_url))


class OfDraft(WritesTerms):
    """A page of the version that is being written.

    Where none is, the person is led to where one is begun or read.
    """

    @cached_property
    def ways(self) -> WaysOfWorking:
        return found_or_404(selectors.version_in_hand(self.collaboration))

    def get(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponseBase:
        """A version that is with the members is read, and none that is begun is written."""
        ways = selectors.version_in_hand(self.collaboration)
        if ways is None:
            return HttpResponseRedirect(reverse("ways_of_working:start_terms", args=[self.collaboration.pk]))
        if ways.state not in WRITABLE:
            messages.info(request, services.standing_words(ways))
            return HttpResponseRedirect(self.hub_url)
        return super().get(request, *args, **kwargs)

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        return super().get_context_data(**{"ways": self.ways, **kwargs})


class StartTerms(WritesTerms, FormOfCollaboration, ConfirmPage):
    """Begin a version. Whoever is second is led to the one in hand and told who began it."""

    submit_label = _("Begin")

    def get(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponseBase:
        return self.led_to_the_one_in_hand() or super().get(request, *args, **kwargs)

    def post(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponseBase:
        return self.led_to_the_one_in_hand() or super().post(request, *args, **kwargs)

    def led_to_the_one_in_hand(self) -> HttpResponseBase | None:
        ways = selectors.version_in_hand(self.collaboration)
        if ways is None:
            return None
        messages.info(self.request, services.in_hand_words(ways, by=self.request.user))
        return HttpResponseRedirect(self.list_url if ways.state in WRITABLE else self.hub_url)

    def get_title(self) -> str:
        newest = selectors.versions_of(self.collaboration).first()
        return gettext("Begin version %(version)d of the ways of working") % {
            "version": newest.version + 1 if newest else 1
        }

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        return super().get_context_data(**{"explanation": self.explained(), **kwargs})

    def explained(self) -> str:
        before = selectors.adopted_version(self.collaboration)
        if before is not None:
            words = {"version": before.version}
            return (
                gettext(
                    "It begins as a copy of version %(version)d. That one holds until the members adopt the"
                    " new one."
                )
                % words
            )
        if template_in_force(on=timezone.localdate()):
            return gettext(
                "It begins with the words of your local authority's template. You change, add and leave out"
                " what you like."
            )
        return gettext("It begins empty. Each question has help and examples that you can put in and change.")

    def save(self, form: Any) -> HttpResponseBase:
        services.start_version(collaboration=self.collaboration, by=self.request.user, at=timezone.now())
        return HttpResponseRedirect(self.list_url)

    def get_cancel_url(self) -> str:
        return self.hub_url


class WriteTerms(OfDraft):
    """The sections as a list of tasks, and what the version warns of."""

    template_name = "ways_of_working/write.html"

    def get_title(self) -> str:
        return gettext("Write version %(version)d of the ways of working") % {"version": self.ways.version}

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        sections = selectors.sections_written(self.ways)
        warned = [
            (warning.reason.in_words(gettext), self.address(warning.section), warning.is_advice)
            for warning in selectors.warnings_for(self.ways)
        ]
        may_circulate = {
            "circulate_url": reverse(
                "ways_of_working:circulate_terms", args=[self.collaboration.pk, self.ways.version]
            )
        }
        return super().get_context_data(
            **{
                "tasks": [self.task(section) for section in sections if section.title],
                "own_tasks": [self.task(section) for section in sections if not section.title],
                "warned": warned,
                **may_circulate,
                **kwargs,
            }
        )

    def address(self, key: str) -> str:
        return reverse("ways_of_working:write_terms_section", args=[self.collaboration.pk, key])

    def task(self, section: selectors.WrittenSection) -> dict[str, Any]:
        progress, answered, asked = section.far
        hint = ngettext(
            "%(answered)d of %(asked)d question answered",
            "%(answered)d of %(asked)d questions answered",
            asked,
        )
        title = section.title or gettext("A section of your own")
        return {
            "label": f"{section.key} {title}",
            "url": self.address(section.key),
            "hint": hint % {"answered": answered, "asked": asked} if progress == Progress.IN_PROGRESS else "",
            "status": str(progress.label),
            "colour": COLOURS[progress],
        }


class DiscardTerms(OfDraft, FormOfCollaboration, ConfirmPage):
    """Put a draft aside."""

    form_class = VersionForm
    submit_label = _("Put it aside")
    destructive = True
    warning = _("Nobody can go on writing it afterwards. It stays among the versions, to be read.")

    def get_title(self) -> str:
        return gettext("Put version %(version)d aside?") % {"version": self.ways.version}

    def get_initial(self) -> dict[str, Any]:
        return {"version": self.ways.version}

    @cached_property
    def ways(self) -> WaysOfWorking:
        """The version that the question was about: pressed twice, it is put aside already."""
        number = whole_number(self.request.POST.get("version"))
        asked = None if number is None else selectors.version_by_number(self.collaboration, number)
        return found_or_404(asked or selectors.version_in_hand(self.collaboration))

    def save(self, form: Any) -> HttpResponseBase:
        services.discard_version(ways_id=self.ways.pk, by=self.request.user, at=timezone.now())
        messages.success(
            self.request, gettext("Version %(version)d is put aside.") % {"version": self.ways.version}
        )
        return HttpResponseRedirect(self.hub_url)

    def get_cancel_url(self) -> str:
        return self.list_url


def saved_words(at: Any) -> str:
    """ "Saved at 2:03pm"."""
    return gettext("Saved at %(time)s") % {"time": time_in_words(timezone.localtime(at).time())}
