"""Support that is switched off, in a case: the five kinds, switching off with what follows, and on again."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cached_property
from typing import TYPE_CHECKING, Any

from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.http import HttpRequest, HttpResponseRedirect
from django.http.response import HttpResponseBase
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from accounts.permissions import Permission
from core.views import Crumb, TwoStepPage, found_or_404
from leadership.forms.switches import SwitchOffForm, SwitchOnForm
from leadership.rules import support as rules
from leadership.rules.stages import Stage
from leadership.rules.support import USUALLY_OFF, Switch, SwitchFacts
from leadership.selectors import cases as case_selectors
from leadership.selectors import switches as selectors
from leadership.selectors.sight import take_sight
from leadership.services.switches import switch_support_off, switch_support_on
from leadership.views.cases import CaseForm, OneCase

if TYPE_CHECKING:
    from leadership.models.support import SupportSwitch

#: Only a manager switches it: money that was approved does not go out.
MANAGERS_ONLY = frozenset({Switch.PAYMENT})


def consequences(*, leader: Any, group: Any) -> dict[Switch, str]:
    """What follows for whom, before it is set."""
    facts = {"leader": leader, "group": group}
    return {
        Switch.LEADERS_DAYS: gettext(
            "%(leader)s is not invited to Leaders’ Days and other events for leaders, cannot book a place"
            " and is offered none from the waiting list. A place that is booked already stays. Other leaders"
            " of %(group)s are invited as before."
        )
        % facts,
        Switch.SIGNPOSTING: gettext(
            "Officers cannot refer settings to %(group)s, and it is not listed where settings look for a"
            " collaboration. Its members and applications that it has already stay."
        )
        % facts,
        Switch.FACILITATION: gettext(
            "%(group)s cannot ask the team to help at a first meeting, and a request that waits cannot be"
            " accepted."
        )
        % facts,
        Switch.ATTENDANCE: gettext(
            "%(group)s cannot invite the team to its meetings, and an invitation that waits cannot be"
            " accepted. A visit that was promised stays, unless you cancel it."
        )
        % facts,
        Switch.PAYMENT: gettext(
            "The next payment to %(group)s waits until it is switched on again. What is in a payment file"
            " already is paid."
        )
        % facts,
    }


class OfSwitches(OneCase):
    """Base: sight is taken before anything of a case is read."""

    def dispatch(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponseBase:
        if request.user.is_authenticated:
            take_sight(request.user)
        return super().dispatch(request, *args, **kwargs)

    @property
    def switches_url(self) -> str:
        return reverse("leadership:switches", args=[self.case.pk])

    @property
    def group(self) -> Any:
        return self.case.appointment.membership.collaboration

    @cached_property
    def words(self) -> dict[Switch, str]:
        return consequences(leader=self.case.appointment.user, group=self.group)

    def may_switch(self, switch: Switch) -> bool:
        return switch not in MANAGERS_ONLY or self.allows(Permission.VIEW_ALL_CASES)

    def refused(self) -> list[str]:
        facts = SwitchFacts(Stage(self.case.stage), is_published=selectors.is_published(self.case))
        return [reason.in_words(gettext) for reason in rules.refusals_to_open_switches(facts)]

    @cached_property
    def lines(self) -> list[selectors.Line]:
        return selectors.lines_of(self.case, on=self.visitor.on)


class Switches(OfSwitches):
    """The five kinds of support of the case's collaboration, on or off, each with what follows."""

    template_name = "leadership/switches/switches.html"
    title = _("Support of the collaboration")

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        works = case_selectors.works_on(self.request.user, self.case)
        refused = self.refused()
        lines = [
            {
                "switch": line.switch,
                "words": self.words[line.switch],
                "row": line.row,
                "waits": line.row is not None and line.row.off_on > self.visitor.on,
                "may_switch": works and self.may_switch(line.switch),
            }
            for line in self.lines
        ]
        is_left = any(line["row"] is None and line["may_switch"] for line in lines)
        context = {
            "case": self.case,
            "group": self.group,
            "lines": lines,
            "refused": refused if works else [],
            "may_switch_off": works and is_left and not refused,
        }
        return super().get_context_data(**(context | kwargs))


class FormOfSwitches(OfSwitches, CaseForm):
    def breadcrumbs(self) -> Sequence[Crumb]:
        return (*super().breadcrumbs(), Crumb(Switches.title, self.switches_url))

    def get_success_url(self) -> str:
        return self.switches_url

    get_cancel_url = get_success_url


class SwitchOff(FormOfSwitches, TwoStepPage):
    """What, and from when; then once more with what follows, and nothing happens before."""

    title = _("Switch support off")
    template_name = "leadership/switches/off.html"
    preview_template = "leadership/switches/off_preview.html"
    confirm_label = _("Switch it off")
    success_message = _("It is recorded. Nobody gets an email: tell the leader yourself.")

    def get(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponseBase:
        why_not = self.refused() or ([] if self.offered else [gettext("Nothing is left to switch off.")])
        if why_not:
            messages.info(request, " ".join(why_not))
            return HttpResponseRedirect(self.switches_url)
        return super().get(request, *args, **kwargs)

    @cached_property
    def offered(self) -> list[Switch]:
        return [line.switch for line in self.lines if line.row is None and self.may_switch(line.switch)]

    def get_form(self) -> SwitchOffForm:
        return SwitchOffForm(offered=self.offered, consequences=self.words, **self.get_form_kwargs())

    def get_initial(self) -> dict[str, Any]:
        usual = [switch.value for switch in self.offered if switch in USUALLY_OFF]
        return {"kinds": usual, "off_on": self.visitor.on}

    def preview(self, form: SwitchOffForm) -> dict[str, Any]:
        chosen = [switch for switch in Switch if switch in form.cleaned_data["kinds"]]
        return {
            "day": form.cleaned_data["off_on"],
            "chosen": [(switch.label, self.words[switch]) for switch in chosen],
        }

    def save(self, form: SwitchOffForm) -> None:
        switch_support_off(case_id=self.case.pk, **form.cleaned_data, by=self.request.user, at=timezone.now())


class SwitchOn(FormOfSwitches):
    """One kind of support comes back, from a day on."""

    form_class = SwitchOnForm
    submit_label = _("Switch it on again")
    success_message = _("It is recorded. Nobody gets an email: tell the leader yourself.")

    @cached_property
    def row(self) -> SupportSwitch:
        return found_or_404(selectors.row_of(self.case, self.kwargs["row"]))

    def _may(self) -> bool:
        may = super()._may()
        if may and not self.may_switch(Switch(self.row.kind)):
            raise PermissionDenied
        return may

    def get_title(self) -> str:
        return gettext("Switch on again: %(support)s") % {"support": self.row}

    def get_initial(self) -> dict[str, Any]:
        return {"on_again_on": max(self.visitor.on, self.row.off_on)}

    def save(self, form: SwitchOnForm) -> None:
        switch_support_on(
            case_id=self.case.pk,
            row_id=self.row.pk,
            **form.cleaned_data,
            by=self.request.user,
            at=timezone.now(),
        )
