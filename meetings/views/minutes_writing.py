"""Writing minutes: saved as they are typed and by a button; of two people who write the same item the second
is shown both texts. And decisions (G5).
"""

from __future__ import annotations

import secrets
from collections.abc import Iterable, Mapping
from datetime import datetime
from functools import cached_property
from typing import TYPE_CHECKING, Any

from django.contrib import messages
from django.core.exceptions import ValidationError
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.http.response import HttpResponseBase
from django.shortcuts import render
from django.utils import timezone
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from core.forms.numbers import whole_number
from core.forms.refusals import add_refusal
from core.kept_forms import say_saved, tell_saved
from core.saving import edition_of
from core.text import several_lines
from core.views import ConfirmPage, SeenPage, found_or_404
from core.wording import instant_in_words, time_in_words
from meetings.forms.minutes import ChangeDecisionForm, DecisionForm, MinutesForm
from meetings.rules.agenda import overrun, overrun_words
from meetings.rules.minutes import MinutesState
from meetings.rules.states import MeetingState
from meetings.rules.written import GENERAL, GENERAL_TITLE, Part
from meetings.selectors import actions as recorded
from meetings.selectors import agenda
from meetings.selectors import minutes as selectors
from meetings.selectors.guests import guests_to_note
from meetings.selectors.votes import results_by_item
from meetings.services import minutes as services
from meetings.views.actions import FROM_MINUTES
from meetings.views.bases import RunsMeeting
from ways_of_working.rules.wording import difference, new_side, old_side

if TYPE_CHECKING:
    from core.views import Said
    from meetings.models.agenda import AgendaItem
    from meetings.models.minutes import Decision, ItemMinutes

#: Where a button goes on to after what was typed is saved: the name of the address, by the button's.
THEN: Mapping[str, str] = {
    "decision": "add_decision",
    "change_decision": "change_decision",
    "remove_decision": "remove_decision",
}
ACTIONS: Mapping[str, str] = {
    "action": "add_action",
    "change_action": "change_action",
    "remove_action": "remove_action",
}


def saved_words(at: datetime) -> str:
    return gettext("Saved at %(time)s") % {"time": time_in_words(timezone.localtime(at).time())}


class WriteMinutes(RunsMeeting):
    """One box for each item beside the agenda, and one for everything else."""

    template_name = "meetings/minutes/write.html"
    form_class = MinutesForm

    def get_title(self) -> str:
        return gettext("Minutes of %(meeting)s") % {"meeting": self.meeting_crumb().label}

    def get(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponseBase:
        return self.too_late() or super().get(request, *args, **kwargs)

    def too_late(self) -> HttpResponseBase | None:
        """Before the day, cancelled or agreed: to the page that says so."""
        minutes = selectors.minutes_of(self.meeting)
        if minutes is not None and minutes.state == MinutesState.AGREED:
            return HttpResponseRedirect(self.address("minutes"))
        if self.meeting.state == MeetingState.CANCELLED or self.meeting.on > self.visitor.on:
            messages.info(self.request, gettext("Minutes are written from the day of the meeting on."))
            return HttpResponseRedirect(self.address())
        return None

    # --- showing --------------------------------------------------------------------------------------------
    @cached_property
    def parts(self) -> tuple[Part, ...]:
        return selectors.written_of(self.meeting).parts

    @cached_property
    def rows(self) -> dict[int, ItemMinutes]:
        return selectors.parts_of(selectors.minutes_of(self.meeting))

    def get_form_kwargs(self) -> dict[str, Any]:
        return {**super().get_form_kwargs(), "parts": self.parts}

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        form = kwargs.setdefault("form", self.get_form())
        context = {"page": self.request.POST.get("page") or secrets.token_urlsafe(12)}
        if "parts" not in kwargs:
            context |= self.boxes(form)
        return super().get_context_data(**(context | kwargs))

    def boxes(self, form: Any) -> dict[str, Any]:
        """Each item with its box, what was decided, and what is to be seen to."""
        minutes = selectors.minutes_of(self.meeting)
        slots = agenda.slots_of(self.meeting, agenda.items_of(self.meeting))
        decisions = selectors.decisions_of(minutes)
        by_item = {slot.item.number: slot for slot in slots}
        actions = recorded.by_item(recorded.actions_of(self.meeting))
        voted = results_by_item(self.meeting)
        parts = [
            {
                **self.marks(part.number),
                "title": gettext(GENERAL_TITLE) if part.number == GENERAL else part.title,
                "field": form[f"words_{part.number}"],
                "reached": form[f"not_reached_{part.number}"] if part.number != GENERAL else None,
                "is_reached": part.is_reached,
                "slot": by_item.get(part.number),
                "voted": voted.get(part.number or None, ()),
                "decisions": decisions.get(part.number, []),
                "actions": actions.get(part.number or None, []),
            }
            for part in self.parts
        ]
        return {
            "parts": parts,
            "guests": ", ".join(guest.name for guest in guests_to_note(self.meeting)),
            "overrun": self.overrun([slot.item for slot in slots]),
            "waiting": selectors.waiting_corrections(minutes) if minutes else 0,
            "begun": minutes is not None,
        }

    def overrun(self, items: Any) -> str:
        meeting = self.meeting
        if meeting.state == MeetingState.HELD:
            return ""  # it lasted as long as it did
        starts, ends = (datetime.combine(meeting.on, at) for at in (meeting.starts_at, meeting.ends_at))
        words = overrun_words(overrun(items, starts, ends))
        return words.in_words(gettext) if words else ""

    def marks(self, number: int) -> dict[str, Any]:
        """What an open page carries of an item: its edition, and a mark of the text that it showed. What was
        sent stays, so that a page with an error is the same open page.
        """
        row, posted = self.rows.get(number), self.request.POST
        return {
            "number": number,
            "row": row,
            "edition": posted.get(f"edition_{number}") or (row.edition if row else 0),
            "was": posted.get(f"was_{number}") or edition_of(row.words if row else ""),
        }

    # --- doing ----------------------------------------------------------------------------------------------
    def post(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponseBase:
        is_part = request.headers.get("HX-Request") == "true"
        form = self.get_form()
        if not form.is_valid():
            if is_part:
                return self.say(gettext("Not saved: a text above is too long."))
            return self.render_to_response(self.get_context_data(form=form))
        try:
            kept = self.write(form)
        except ValidationError as refusal:
            if is_part:
                return self.say(" ".join(refusal.messages))
            add_refusal(form, refusal, {})
            return self.render_to_response(self.get_context_data(form=form))
        if is_part:
            return self.say_what_is_kept(kept)
        if kept.clashes:
            return self.show_both(kept.clashes)
        say_saved(request, saved_words(timezone.now()), page=self.open_page())
        return HttpResponseRedirect(self.next_url())

    def open_page(self) -> str:
        return self.request.POST.get("page", "")[:40]

    def sent_numbers(self) -> list[int]:
        """The items whose box was on the page that was sent."""
        return [part.number for part in self.parts if f"words_{part.number}" in self.request.POST]

    def write(self, form: Any) -> services.Kept:
        posted, data = self.request.POST, form.cleaned_data
        typed = [
            services.Typed(
                number,
                data[f"words_{number}"],
                whole_number(posted.get(f"edition_{number}")) or 0,
                posted.get(f"was_{number}") != edition_of(data[f"words_{number}"]),
            )
            for number in self.sent_numbers()
        ]
        reached = {
            number: not data[f"not_reached_{number}"]
            for number in self.sent_numbers()
            if f"shows_reached_{number}" in posted
            and (posted[f"shows_reached_{number}"] == "yes") is data[f"not_reached_{number}"]
        }
        return services.write_minutes(
            meeting_id=self.meeting.pk,
            typed=typed,
            reached=reached,
            page=self.open_page(),
            by=self.request.user,
            at=timezone.now(),
        )

    def next_url(self) -> str:
        """Back to the page, or on to where the button that was pressed leads."""
        name, _dash, number = self.request.POST.get("then", "").rpartition("-")
        if name in THEN and number.isdecimal():
            return self.address(THEN[name], int(number))
        if name in ACTIONS and number.isdecimal():
            return f"{self.address(ACTIONS[name], int(number))}?{FROM_MINUTES}=1"
        return self.request.path

    def say(self, problem: str, **context: Any) -> HttpResponse:
        return render(self.request, "meetings/minutes/saved.html", {"problem": problem, **context})

    def say_what_is_kept(self, kept: services.Kept) -> HttpResponseBase:
        stands = [
            {"number": number, "edition": row.edition, "was": edition_of(row.words)}
            for number, row in kept.stands.items()
        ]
        told = [
            {
                "number": number,
                "words": words % {"person": row.edited_by, "when": instant_in_words(row.edited_at)},
            }
            for rows, words in (
                (
                    kept.clashes,
                    gettext("%(person)s has written here too, %(when)s. Press Save to see both texts."),
                ),
                (kept.left, gettext("%(person)s has written here, %(when)s. Load the page again to see it.")),
            )
            for number, row in rows.items()
        ]
        problem = gettext("Not everything is saved. Press Save to see both texts.") if kept.clashes else ""
        boxes = [
            {"number": number, "is_reached": f"not_reached_{number}" not in self.request.POST}
            for number in self.sent_numbers()
            if number != GENERAL
        ]
        saved = saved_words(timezone.now())
        answer = self.say(problem, stands=stands, told=told, boxes=boxes, saved=saved)
        return tell_saved(answer, but=[f"words_{number}" for number in kept.clashes])

    def show_both(self, clashes: Mapping[int, ItemMinutes]) -> HttpResponseBase:
        """Both texts of each such item. What stands now is the edition that is answered: sent once more, what
        is in the box is taken.
        """
        self.template_name = "meetings/minutes/both.html"
        form = MinutesForm(
            parts=[part for part in self.parts if part.number in clashes],
            initial={f"words_{number}": self.request.POST[f"words_{number}"] for number in clashes},
        )
        parts = list(self.both_of(form, clashes))
        return self.render_to_response(self.get_context_data(form=form, parts=parts))

    def both_of(self, form: MinutesForm, clashes: Mapping[int, ItemMinutes]) -> Iterable[dict[str, Any]]:
        for part in self.parts:
            row = clashes.get(part.number)
            if row is None:
                continue
            name = f"words_{part.number}"
            pieces = difference(row.words, several_lines(self.request.POST[name]))
            yield {
                "number": part.number,
                "title": gettext(GENERAL_TITLE) if part.number == GENERAL else part.title,
                "row": row,
                "edition": row.edition,
                "was": "",
                "theirs": old_side(pieces),
                "mine": new_side(pieces),
                "field": form[name],
            }


class OfDecision(RunsMeeting):
    """A form about what was decided; back to its item on the page where the minutes are written."""

    def place(self) -> int:
        """Hook: the number of the item."""
        raise NotImplementedError  # each page says where its item is

    def get_success_url(self) -> str:
        return f"{self.address('write_minutes')}#item-{self.place()}"

    def get_cancel_url(self) -> str:
        return self.get_success_url()


class AddDecision(OfDecision):
    title = _("Record a decision")
    form_class = DecisionForm
    submit_label = _("Record it")
    success_message = _("The decision is in the minutes.")

    @cached_property
    def item(self) -> AgendaItem | None:
        """None for what belongs to no item."""
        number = self.kwargs["item"]
        return found_or_404(agenda.item_in(self.meeting, number)) if number != GENERAL else None

    def permission_object(self) -> Any:
        about = super().permission_object()
        self.item  # noqa: B018
        return about

    def place(self) -> int:
        return self.item.pk if self.item else GENERAL

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        caption = self.item.title if self.item else gettext(GENERAL_TITLE)
        return super().get_context_data(**{"caption": caption, **kwargs})

    def save(self, form: DecisionForm) -> None:
        services.record_decision(
            meeting_id=self.meeting.pk,
            item=self.item,
            words=form.cleaned_data["words"],
            by=self.request.user,
            at=timezone.now(),
        )


class OfOneDecision(OfDecision):
    @cached_property
    def decision(self) -> Decision:
        minutes = found_or_404(selectors.minutes_of(self.meeting))
        return found_or_404(selectors.decision_in(minutes, self.kwargs["decision"]))

    def permission_object(self) -> Any:
        about = super().permission_object()
        self.decision  # noqa: B018
        return about

    def place(self) -> int:
        return self.decision.item_id or GENERAL


class ChangeDecision(OfOneDecision, SeenPage):
    title = _("Change the decision")
    form_class = ChangeDecisionForm
    success_message = _("The decision is changed.")

    def mark(self) -> str:
        return selectors.edition_of_decision(self.decision)

    def stored(self) -> Said:
        return [(ChangeDecisionForm.base_fields["words"].label, self.decision.words)]

    def forget(self) -> None:
        del self.decision

    def get_initial(self) -> dict[str, Any]:
        return {**super().get_initial(), "words": self.decision.words}

    def save(self, form: ChangeDecisionForm) -> None:
        services.change_decision(
            meeting_id=self.meeting.pk,
            decision_id=self.decision.pk,
            seen=form.cleaned_data["seen"],
            words=form.cleaned_data["words"],
            by=self.request.user,
            at=timezone.now(),
        )


class RemoveDecision(OfOneDecision, ConfirmPage):
    template_name = "layouts/confirm_page.html"
    destructive = True
    title = _("Take the decision out?")
    submit_label = _("Take it out")
    success_message = _("The decision is taken out of the minutes.")

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        return super().get_context_data(**{"explanation": self.decision.words, **kwargs})

    def save(self, form: Any) -> None:
        services.remove_decision(
            meeting_id=self.meeting.pk, decision_id=self.decision.pk, by=self.request.user, at=timezone.now()
        )
