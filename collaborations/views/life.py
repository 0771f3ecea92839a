"""Pages about the life of a collaboration (C1): where it stands, what is missing, each move."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from functools import cached_property
from typing import TYPE_CHECKING, Any, NamedTuple

from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.http import Http404, HttpRequest, HttpResponseRedirect
from django.http.response import HttpResponseBase
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from accounts.permissions import Permission
from audit.selectors import entries_about
from collaborations import rules, selectors, services
from collaborations.forms.pages import MeetingArrangedForm, MoveForm, TermsForm
from collaborations.rules import Actor, Need, State
from collaborations.tables import STATE_COLOURS
from collaborations.views.arranged import First, first_of
from collaborations.views.mixins import FormOfCollaboration, OfCollaboration
from core.frame.blocks import blocks_of_administration
from core.views import ConfirmPage, Crumb
from core.wording import date_in_words
from meetings.views.mixins import AsksOfHoliday
from memberships.selectors.life import strength_of, what_closing_ends
from memberships.services.life import move_on
from ways_of_working.selectors.writing import adopted_version

if TYPE_CHECKING:
    from audit.models import Entry
    from collaborations.models import Collaboration, FirstMeeting

#: As the audit log names a group.
COLLABORATION = "collaborations.collaboration"
#: So much of the audit log stands on the page; the rest in the log itself.
MAX_HISTORY = 20
#: Where an officer does what is missing.
PLACES = {
    Need.FIRST_MEETING: ("collaborations:first_meeting", _("Record the first meeting")),
    Need.MEMBERS: ("memberships:add_member", _("Add a member")),
    Need.TERMS: ("collaborations:record_terms", _("Record that they were adopted")),
    Need.LEADER: ("memberships:appoint_leader", _("Appoint a leader")),
}
#: What whoever runs the group asks the team for, where only the team makes the step.
ASKS = {State.ACTIVE: "make_active", State.INITIAL_MEETING: "first_meeting", State.DRAFTING: "first_meeting"}
#: What is moved to on the form of a move; closing asks first on a page of its own.
BY_FORM = frozenset(row.to for row in rules.TRANSITIONS if row.actors != {Actor.PLAN}) - {State.CLOSED}


class Missing(NamedTuple):
    """What a move still needs, and where to do it."""

    words: str
    url: str
    label: Any


class Step(NamedTuple):
    """A move from here. ``url`` is empty for who may not make it, and while something is missing.
    ``here_url``: where the thing itself is done here, which makes the move by itself.
    """

    deed: str
    to: str
    url: str
    missing: list[Missing]
    asks: str = ""
    here_url: str = ""


class OfLife(OfCollaboration):
    """A page about the life, for those who read every collaboration and for those who run it.

    Strangers do not learn that it exists.
    """

    permission = Permission.VIEW_COLLABORATIONS

    def permission_object(self) -> Collaboration:
        if not self.allows(self.permission, self.collaboration):
            raise Http404
        if not (self.sees_all or self.allows(Permission.RUN_COLLABORATION, self.collaboration)):
            raise PermissionDenied
        return self.collaboration

    @cached_property
    def sees_all(self) -> bool:
        return self.allows(Permission.VIEW_COLLABORATIONS)

    @cached_property
    def leads(self) -> bool:
        return self.allows(Permission.LEAD_COLLABORATION, self.collaboration)

    @cached_property
    def actor(self) -> Actor | None:
        """As who this person moves the collaboration; None for somebody who only reads."""
        if self.allows(Permission.CHANGE_COLLABORATIONS, self.collaboration):
            return Actor.OFFICER
        return Actor.LEADER if self.leads else None

    @cached_property
    def state(self) -> State:
        return State(self.collaboration.state)

    def address(self, page: str = "life", *more: Any) -> str:
        return reverse(f"collaborations:{page}", args=[self.collaboration.pk, *more])


class LifeMoved(OfLife):
    """The address that this page had before: links in emails go on working."""

    def get(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponseBase:
        query = request.META.get("QUERY_STRING", "")
        return HttpResponseRedirect(f"{self.address()}?{query}" if query else self.address())


class LifePage(OfLife):
    """Administration: where it stands, what comes next, what is missing and who makes the move; the
    details; what the group asks of the team; dividing and merging; what happened so far.
    """

    title = _("Administration")
    template_name = "collaborations/life.html"

    def record(self) -> Any:
        return self.collaboration

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        officer = self.actor is Actor.OFFICER
        meeting = selectors.first_meeting_of(self.collaboration)
        first = self.first
        context = {
            "meaning": gettext(rules.STATE_MEANINGS[self.state]),
            "colour": STATE_COLOURS[self.state],
            "steps": self.steps(meeting),
            "moves": list(selectors.life_of(self.collaboration)),
            "meeting": meeting,
            "first": first,
            "is_forming": self.state in rules.STAGES["starting"][1],
            "came_from": list(selectors.came_from(self.collaboration)),
            "became": list(selectors.became(self.collaboration)),
            "sees_all": self.sees_all,
            "may_change": officer,
            "runs_it": self.allows(Permission.RUN_COLLABORATION, self.collaboration),
            "blocks": blocks_of_administration(self.visitor, self.collaboration),
            "history": self.history(),
            "close_url": self.address("close") if officer and self.may_close() else "",
            "may_meet": officer and self.state in services.MEETING and first.meeting is None,
            "may_adopt": officer
            and self.state in rules.ADOPTING
            and adopted_version(self.collaboration) is None,
        }
        return super().get_context_data(**(context | kwargs))

    @cached_property
    def first(self) -> First:
        may_run = self.actor is Actor.OFFICER or self.allows(Permission.RUN_COLLABORATION, self.collaboration)
        return first_of(self.collaboration, may_run=may_run, on=self.visitor.on)

    def history(self) -> list[Entry]:
        """What the audit log says of the group itself, for the team; never concerns and cases."""
        if not self.sees_all:
            return []
        entries = entries_about(COLLABORATION, self.collaboration.pk, user=self.request.user)
        return list(entries.filter(is_confidential=False)[:MAX_HISTORY])

    def steps(self, meeting: FirstMeeting | None) -> list[Step]:
        """Every move from here that people make, closing apart."""
        today = timezone.localdate()
        strength = strength_of(self.collaboration, on=today)
        facts = selectors.life_facts(self.collaboration, strength=strength, last=None, meeting=meeting)
        rows = [
            row
            for row in rules.TRANSITIONS
            if row.start is self.state and row.to in BY_FORM and row.actors != {Actor.PLAN}
        ]
        return [self.step(row, facts) for row in rows]

    def step(self, row: rules.Transition, facts: rules.LifeFacts) -> Step:
        needs = rules.missing_for(facts, row, on=timezone.localdate())
        missing = [
            self.missing(need, reason.in_words(gettext)) for need, reason in needs if need is not Need.WORDS
        ]
        may = self.actor in row.actors and not missing
        ask = reverse("support:ask_support", args=[self.collaboration.pk])
        return Step(
            gettext(row.deed),
            str(row.to.label),
            self.address("move", row.to) if may else "",
            missing,
            f"{ask}?kind={ASKS[row.to]}" if row.to in ASKS else "",
            self.first.arrange_url if row.to is State.INITIAL_MEETING else "",
        )

    def missing(self, need: Need, words: str) -> Missing:
        page, label = PLACES[need]
        if need is Need.FIRST_MEETING and self.first.meeting is not None:
            return Missing(words, self.first.next_url, self.first.next_label)
        return Missing(
            words, reverse(page, args=[self.collaboration.pk]) if self.actor is Actor.OFFICER else "", label
        )

    def may_close(self) -> bool:
        return any(row.to is State.CLOSED for row in rules.next_moves(self.state, Actor.OFFICER))


class FormOfLife(OfLife, FormOfCollaboration):
    def breadcrumbs(self) -> Sequence[Crumb]:
        return (*super().breadcrumbs(), Crumb(LifePage.title, self.address()))

    def get_success_url(self) -> str:
        return self.address()


class Move(AsksOfHoliday, FormOfLife):
    """One move by its form. What a form cannot do leads back to the page that says what comes next."""

    day_field = "meets_on"

    form_class = MoveForm
    template_name = "collaborations/move.html"

    def get_form(self) -> Any:
        """That the first meeting is arranged says when and where."""
        form = MeetingArrangedForm if self.to is State.INITIAL_MEETING else self.form_class
        return form(**self.get_form_kwargs())

    @cached_property
    def to(self) -> State:
        wanted = self.kwargs.get("to", State.CLOSED)
        if wanted not in BY_FORM:
            raise Http404
        return State(wanted)

    @property
    def row(self) -> rules.Transition | None:
        return rules.transition_of(self.state, self.to)

    def permission_object(self) -> Collaboration:
        collaboration = super().permission_object()
        if not any(row.to is self.to and self.actor in row.actors for row in rules.TRANSITIONS):
            raise PermissionDenied
        return collaboration

    def get(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponseBase:
        if self.row is None or self.actor not in self.row.actors:
            words = {"state": self.collaboration.get_state_display()}
            messages.warning(
                request, gettext("It is “%(state)s”, and that move does not lead on from there.") % words
            )
            return HttpResponseRedirect(self.address())
        return super().get(request, *args, **kwargs)

    def get_title(self) -> str:
        return gettext(self.row.deed) if self.row else str(self.to.label)

    def get_submit_label(self) -> str:
        return self.get_title()

    def get_initial(self) -> dict[str, Any]:
        return {"on": timezone.localdate(), "seen": self.state}

    def get_form_kwargs(self) -> dict[str, Any]:
        says_why = self.row is not None and Need.WORDS in self.row.needs
        return {**super().get_form_kwargs(), "says_why": says_why}

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        context = {"submit_label": self.get_submit_label(), "becomes": str(self.to.label)}
        context["meaning"] = gettext(rules.STATE_MEANINGS[self.to])
        return super().get_context_data(**(context | kwargs))

    def save(self, form: MoveForm) -> None:
        assert self.actor is not None  # noqa: S101 - permission_object lets nobody else in
        given = {name: form.cleaned_data[name] for name in ("on", "words", "seen")}
        if "meets_on" in form.cleaned_data:
            given["words"] = meeting_in_words(form.cleaned_data)
        facts = {"collaboration": self.collaboration, "to": self.to, "actor": self.actor, **given}
        moved = move_on(**facts, by=self.request.user, at=timezone.now())
        self.say(moved)

    def say(self, moved: services.Moved) -> None:
        change = moved.change
        words = {
            "state": change.get_to_state_display(),
            "day": date_in_words(change.on),
            "person": change.by or "",
        }
        if moved.is_new:
            messages.success(self.request, gettext("It is “%(state)s” from %(day)s.") % words)
        else:
            messages.warning(
                self.request,
                gettext("It is “%(state)s” already, from %(day)s: %(person)s has recorded it.") % words,
            )


def meeting_in_words(given: Mapping[str, Any]) -> str:
    """First meeting: 4 December 2026, 6:30pm, Larkton library; and what else was written."""
    words = {"day": date_in_words(given["meets_on"]), "time": given["time"], "place": given["place"]}
    said = gettext("First meeting: %(day)s, %(time)s, %(place)s.") % words
    return f"{said}\n{given['words']}" if given["words"] else said


class Close(Move, ConfirmPage):
    """Closing is final, so the page says first what it will do."""

    permission = Permission.CHANGE_COLLABORATIONS
    template_name = "collaborations/close.html"
    destructive = True
    warning = _("Closing is final. A closed collaboration cannot be opened again.")

    @cached_property
    def to(self) -> State:
        return State.CLOSED

    def permission_object(self) -> Collaboration:
        return self.collaboration

    def get_title(self) -> str:
        return gettext("Close %(name)s?") % {"name": self.collaboration}

    def get_submit_label(self) -> str:
        return gettext("Close it for good")

    def get_form_kwargs(self) -> dict[str, Any]:
        return {**super().get_form_kwargs(), "says_why": True}

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        ends = what_closing_ends(self.collaboration, on=timezone.localdate())
        return super().get_context_data(**{"ends": ends, **kwargs})


class OfficersStep(FormOfLife):
    """What only an officer records."""

    permission = Permission.CHANGE_COLLABORATIONS

    def permission_object(self) -> Collaboration:
        return self.collaboration


class RecordTermsAdopted(OfficersStep):
    form_class = TermsForm
    title = _("Record that the ways of working were adopted")
    submit_label = _("Save the day")
    success_message = _("The day is recorded.")

    def dispatch(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponseBase:
        """Where the text itself is kept and adopted, its day never changes."""
        if (
            request.user.is_authenticated
            and self.allows(self.permission)
            and adopted_version(self.collaboration) is not None
        ):
            return HttpResponseRedirect(reverse("ways_of_working:terms", args=[self.collaboration.pk]))
        return super().dispatch(request, *args, **kwargs)

    def get_initial(self) -> dict[str, Any]:
        return {"terms_adopted_on": self.collaboration.terms_adopted_on or timezone.localdate()}

    def save(self, form: TermsForm) -> None:
        facts = {"collaboration": self.collaboration, "by": self.request.user, "at": timezone.now()}
        services.record_terms_adopted(on=form.cleaned_data["terms_adopted_on"], **facts)
