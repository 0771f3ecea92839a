"""What officers do with many collaborations at once: write to their people, and move them to a district.

Which collaborations is in the address: by number (``?collaboration=1&collaboration=2``), by the number
of what was ticked on a list (``?selection=7``) or by the filters of the list of collaborations
(``?district=3&leader=none``), so any list can lead here. What is ticked in the form decides.
"""

from __future__ import annotations

from collections.abc import Sequence
from functools import cached_property
from typing import TYPE_CHECKING, Any

from django.contrib import messages
from django.db.models import QuerySet
from django.http import Http404, HttpResponseRedirect
from django.http.response import HttpResponseBase
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext, ngettext
from django.utils.translation import gettext_lazy as _

from accounts.permissions import Permission
from collaborations.selectors import collaborations
from collaborations.services import set_district
from core.exports.registry import find_export
from core.forms.numbers import whole_number
from core.tables.filters import WrongFilters
from core.tables.kept import SELECTION, ticked_rows
from core.tables.pages import ListPage
from core.views import Crumb, Page, TwoStepPage, found_or_404
from providers.selectors import districts
from support.forms import MessageForm, MoveToDistrictForm
from support.selectors import messages as messages_selectors
from support.services.messages import send_message
from support.tables import MessagesTable, sent_in_words

if TYPE_CHECKING:
    from collaborations.models import Collaboration

MAX_NAMES = 20


class Messages(ListPage):
    """Every message that officers have sent, newest first."""

    permission = Permission.SEND_MESSAGES
    title = _("Messages to collaborations")
    template_name = "support/messages.html"
    things = _("messages")
    table_class = MessagesTable
    empty_text = _("No message has been sent yet.")

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        write = {"write_url": reverse("support:write_message")}
        empty = {"empty_url": write["write_url"], "empty_action": _("Write the first one")}
        return super().get_context_data(**{**write, **empty, **kwargs})


class MessagePage(Page):
    """One message and who got it."""

    permission = Permission.SEND_MESSAGES
    template_name = "support/message.html"

    @cached_property
    def message(self) -> Any:
        return found_or_404(messages_selectors.message_by_id(self.kwargs["pk"]))

    def permission_object(self) -> None:
        found_or_404(self.message)  # before the right is asked: another authority's does not exist

    def get_title(self) -> str:
        return str(self.message)

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        message = self.message
        facts = [
            {"label": _("From"), "value": str(message.sent_by)},
            {"label": _("When"), "value": message.sent_at},
            {"label": _("To"), "value": message.get_audience_display()},
            {"label": _("Collaborations"), "value": message.about},
            {
                "label": _("Emails"),
                "value": sent_in_words(message),
                "url": reverse("documents:job", args=[message.job_id]),
                "action": _("See the progress"),
            },
        ]
        return super().get_context_data(
            message=message, facts=facts, copies=list(messages_selectors.copies_of(message)), **kwargs
        )


class WithChosen(TwoStepPage):
    """A form about several collaborations."""

    success_url: Any = "collaborations:list"
    cancel_url = "collaborations:list"

    @cached_property
    def candidates(self) -> list[Collaboration]:
        """Those that the address names; all that are not closed where it names none.

        A number that is not there is 404.
        """
        given = self.request.GET
        if SELECTION in given:
            return messages_selectors.chosen_collaborations(ticked_rows(self.request))
        if numbers := given.getlist("collaboration"):
            wanted = {whole_number(text) for text in numbers}
            chosen = messages_selectors.chosen_collaborations(
                [number for number in wanted if number is not None]
            )
            if len(chosen) != len(wanted):
                raise Http404
            return chosen
        export: Any = find_export("collaborations")
        try:
            if not self.is_narrowed:
                return list(self.everything())
            return list(export.matching(export.clean_filters(given.dict()), by=self.request.user))
        except WrongFilters:
            raise Http404 from None

    @property
    def is_narrowed(self) -> bool:
        """Whether the address names collaborations or filters of their list."""
        names = (
            SELECTION,
            "collaboration",
            *(filter_.name for filter_ in find_export("collaborations").filters),
        )
        return any(self.request.GET.get(name) for name in names)

    def everything(self) -> QuerySet[Collaboration]:
        return collaborations().exclude(state="closed")

    def get_initial(self) -> dict[str, Any]:
        return {"collaborations": [group.pk for group in self.candidates]} if self.is_narrowed else {}

    def ticked(self, form: Any) -> list[Collaboration]:
        wanted = set(form.cleaned_data["collaborations"])
        return [group for group in self.candidates if group.pk in wanted]


class WriteMessage(WithChosen):
    """To whom, what, and before it goes: how many people it goes to and who they are."""

    permission = Permission.SEND_MESSAGES
    title = _("Write to collaborations")
    preview_template = "support/message_preview.html"
    confirm_label = _("Send the message")

    def get_form(self) -> MessageForm:
        return MessageForm(groups=self.candidates, **self.get_form_kwargs())

    def people(self, form: MessageForm) -> list[Any]:
        data = form.cleaned_data
        return list(
            messages_selectors.people_to_write_to(
                data["audience"], data["collaborations"], on=timezone.localdate()
            )
        )

    def must_look_again(self, form: MessageForm) -> Any:
        """Between the preview and the button somebody joined or left: who sends knows how many get it."""
        if self.request.POST.get("people") in (None, str(len(self.people(form)))):
            return ""
        return _("Who gets this message has changed. Look at it again.")

    def preview(self, form: MessageForm) -> dict[str, Any]:
        people, given = self.people(form), form.cleaned_data
        sent = [
            (name, value)
            for name, values in self.request.POST.lists()
            if name in form.fields
            for value in values
        ]
        return {
            "sent": [*sent, ("people", str(len(people)))],
            "number": len(people),
            "names": [str(person) for person in people[:MAX_NAMES]],
            "others": max(0, len(people) - MAX_NAMES),
            "groups": self.ticked(form),
            "subject": given["subject"],
            "text": given["text"],
            "reply_to": self.request.authority.contact_email,
            "can_confirm": bool(people),
        }

    def save(self, form: MessageForm) -> HttpResponseBase:
        data = form.cleaned_data
        message = send_message(
            collaboration_ids=data["collaborations"],
            audience=data["audience"],
            subject=data["subject"],
            text=data["text"],
            by=self.request.user,
            at=timezone.now(),
        )
        messages.success(self.request, gettext("The message is being sent. This page shows how far it is."))
        return HttpResponseRedirect(reverse("documents:job", args=[message.job_id]))


class MoveToDistrict(WithChosen):
    """Many collaborations to one district, or to none."""

    permission = Permission.CHANGE_COLLABORATIONS
    title = _("Move collaborations to a district")
    preview_template = "support/move_preview.html"
    confirm_label = _("Move them")

    def breadcrumbs(self) -> Sequence[Crumb]:
        return (Crumb(_("Collaborations"), reverse("collaborations:list")),)

    def get_form(self) -> MoveToDistrictForm:
        return MoveToDistrictForm(groups=self.candidates, districts=districts(), **self.get_form_kwargs())

    def preview(self, form: MoveToDistrictForm) -> dict[str, Any]:
        district = form.cleaned_data["district"]
        there = getattr(district, "pk", None)
        moving = [group for group in self.ticked(form) if group.district_id != there]
        return {
            "district": district,
            "moving": moving,
            "staying": [group for group in self.ticked(form) if group.district_id == there],
            "can_confirm": bool(moving),
        }

    def save(self, form: MoveToDistrictForm) -> None:
        data = form.cleaned_data
        district_id = getattr(data["district"], "pk", None)
        moved = set_district(
            collaboration_ids=data["collaborations"], district_id=district_id, by=self.request.user
        )
        number, stayed = len(moved), len(data["collaborations"]) - len(moved)
        messages.success(
            self.request,
            ngettext("%(n)d collaboration was moved.", "%(n)d collaborations were moved.", number)
            % {"n": number},
        )
        if stayed:
            messages.info(
                self.request,
                ngettext("%(n)d was there already.", "%(n)d were there already.", stayed) % {"n": stayed},
            )
