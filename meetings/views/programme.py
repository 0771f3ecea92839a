"""The programme of an event, the sessions that people choose, its materials, and who came (L4)."""

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
from core.forms.numbers import whole_number
from core.uploads import was_too_big
from core.views import ConfirmPage, FormPage, found_or_404
from core.wording import time_in_words
from documents.views.mixins import as_download
from meetings.forms.programme import ChooseForm, MaterialForm, SessionForm, WalkInForm
from meetings.rules.booking import BookingState
from meetings.selectors import events
from meetings.selectors import programme as selectors
from meetings.services import programme as services
from meetings.views.mixins import OfEvent, OfOwnBooking, RunsEvent

if TYPE_CHECKING:
    from meetings.models.programme import EventMaterial, EventSession, WalkIn

FIELDS = tuple(SessionForm.base_fields)


# --- who came -----------------------------------------------------------------------------------------------


class Coming(RunsEvent):
    """Everybody with a place, to tick at the entrance on a phone: two buttons each, no script."""

    template_name = "meetings/events/coming.html"
    form_class = WalkInForm

    def get_title(self) -> str:
        return gettext("Who came: %(title)s") % {"title": self.event.title}

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        rows = list(selectors.who_comes(self.event))
        context = {
            "rows": rows,
            "ticked": sum(row.came is not None for row in rows),
            "walk_ins": selectors.walk_ins_of(self.event),
            "is_early": self.visitor.on < self.event.on,
        }
        return super().get_context_data(**(context | kwargs))

    def post(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponseBase:
        number, _dash, word = request.POST.get("tick", "").partition("-")
        booking_id = whole_number(number)
        booking = events.booking_in(self.event, booking_id) if booking_id else None
        if booking is None or word not in ("yes", "no"):
            messages.error(request, gettext("Press one of the buttons beside a name."))
            return HttpResponseRedirect(request.path)
        try:
            services.mark_coming(
                booking_id=booking.pk, came=word == "yes", by=request.user, at=timezone.now()
            )
        except self.refusals as refusal:
            messages.error(request, " ".join(refusal.messages))  # type: ignore[attr-defined]
        return HttpResponseRedirect(f"{request.path}#row-{booking.pk}")


class AddWalkIn(RunsEvent):
    title = _("Somebody without a booking")
    form_class = WalkInForm
    submit_label = _("Add")

    def get_success_url(self) -> str:
        return self.event_address("coming")

    def get_cancel_url(self) -> str:
        return self.event_address("coming")

    def save(self, form: WalkInForm) -> None:
        services.add_walk_in(
            event_id=self.event.pk, **form.cleaned_data, by=self.request.user, at=timezone.now()
        )


class RemoveWalkIn(RunsEvent, ConfirmPage):
    template_name = "layouts/confirm_page.html"
    submit_label = _("Take it back")

    @cached_property
    def row(self) -> WalkIn:
        return found_or_404(selectors.walk_in_in(self.event, self.kwargs["row"]))

    def permission_object(self) -> Any:
        about = super().permission_object()
        self.row  # noqa: B018
        return about

    def get_title(self) -> str:
        return gettext("Take back that %(name)s came?") % {"name": self.row.name}

    def get_success_url(self) -> str:
        return self.event_address("coming")

    def save(self, form: Any) -> None:
        services.remove_walk_in(row=self.row, by=self.request.user)


# --- the programme ------------------------------------------------------------------------------------------


class AddSession(RunsEvent):
    title = _("Add a session")
    form_class = SessionForm
    submit_label = _("Add the session")
    success_message = _("The session is in the programme.")

    def save(self, form: SessionForm) -> None:
        services.write_session(event_id=self.event.pk, values=form.cleaned_data, by=self.request.user)


class OfSession(RunsEvent):
    @cached_property
    def session(self) -> EventSession:
        return found_or_404(selectors.session_in(self.event, self.kwargs["session"]))

    def permission_object(self) -> Any:
        about = super().permission_object()
        self.session  # noqa: B018
        return about


class ChangeSession(OfSession):
    title = _("Change the session")
    form_class = SessionForm
    success_message = _("The session is changed.")

    def get_initial(self) -> dict[str, Any]:
        return {name: getattr(self.session, name) for name in FIELDS}

    def save(self, form: SessionForm) -> None:
        services.write_session(
            event_id=self.event.pk, values=form.cleaned_data, by=self.request.user, session=self.session
        )


class RemoveSession(OfSession, ConfirmPage):
    template_name = "layouts/confirm_page.html"
    destructive = True
    submit_label = _("Remove it")
    success_message = _("The session is removed.")
    explanation = _("Who had chosen it is no longer booked for it.")

    def get_title(self) -> str:
        return gettext("Remove the session “%(title)s”?") % {"title": self.session.title}

    def save(self, form: Any) -> None:
        services.remove_session(event_id=self.event.pk, session_id=self.session.pk, by=self.request.user)


class SessionPage(OfEvent):
    """Who takes part in a session, to be printed for the room."""

    template_name = "meetings/events/session.html"

    @cached_property
    def programme_session(self) -> EventSession:
        return found_or_404(selectors.session_in(self.event, self.kwargs["session"]))

    def get_title(self) -> str:
        return gettext("Session: %(title)s") % {"title": self.programme_session.title}

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        row = self.programme_session
        return super().get_context_data(**{"row": row, "choices": selectors.choices_of(row), **kwargs})


class ChooseSessions(OfOwnBooking):
    """Tick the sessions to take part in; two at the same time are refused."""

    title = _("Choose your sessions")
    form_class = ChooseForm
    success_message = _("Your sessions are saved.")

    def get_form_kwargs(self) -> dict[str, Any]:
        own = set(selectors.chosen_by(self.own()))
        lines = []
        for row in selectors.sessions_of(self.event):
            begins, ends = time_in_words(row.starts_at), time_in_words(row.ends_at)
            words = gettext("%(title)s, %(from)s to %(to)s") % {
                "title": row.title,
                "from": begins,
                "to": ends,
            }
            left = None if row.places is None else row.places - row.taken  # type: ignore[attr-defined]
            is_full = left is not None and left <= 0 and row.pk not in own
            hint = gettext("Full") if is_full else row.about
            lines.append((row.pk, words, hint))
        return {**super().get_form_kwargs(), "sessions": lines}

    def get_initial(self) -> dict[str, Any]:
        return {"sessions": selectors.chosen_by(self.own())}

    def save(self, form: ChooseForm) -> None:
        services.choose_sessions(
            booking_id=self.own().pk, session_ids=form.cleaned_data["sessions"], at=timezone.now()
        )


# --- materials ----------------------------------------------------------------------------------------------


class AddMaterial(RunsEvent):
    title = _("Add a file")
    form_class = MaterialForm
    submit_label = _("Add the file")
    success_message = _("The file is there, for everybody who has a place or came.")

    def get_form_kwargs(self) -> dict[str, Any]:
        return {**super().get_form_kwargs(), "too_big": was_too_big(self.request)}

    def save(self, form: MaterialForm) -> None:
        upload = form.cleaned_data["file"]
        services.add_material(
            event_id=self.event.pk,
            title=form.cleaned_data["title"],
            file=upload.file,
            name=upload.name,
            by=self.request.user,
            at=timezone.now(),
        )


class RemoveMaterial(RunsEvent, ConfirmPage):
    template_name = "layouts/confirm_page.html"
    destructive = True
    submit_label = _("Take it away")
    success_message = _("The file is taken away.")
    explanation = _("Nobody can open it any more. Who has saved it keeps a copy.")

    @cached_property
    def material(self) -> EventMaterial:
        """Also one that was taken away: pressed twice is once."""
        return found_or_404(selectors.any_material_in(self.event, self.kwargs["material"]))

    def get_title(self) -> str:
        return gettext("Take “%(title)s” away?") % {"title": self.material.title}

    def save(self, form: Any) -> None:
        services.remove_material(material_id=self.material.pk, by=self.request.user, at=timezone.now())


class OpenMaterial(OfEvent):
    """The file, for the team."""

    permission = Permission.VIEW_EVENTS
    template_name = "meetings/events/event.html"

    def get(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponseBase:
        row = found_or_404(selectors.material_in(self.event, self.kwargs["material"]))
        return as_download(row.file)


class OwnMaterial(OfOwnBooking, FormPage):
    """The file, for who has a place or had one; to who did not come it does not exist."""

    template_name = "meetings/events/own.html"
    http_method_names = ["get", "head", "options"]

    def get(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponseBase:
        if self.own().state != BookingState.ACCEPTED or self.own().came is False:
            raise Http404
        row = found_or_404(selectors.material_in(self.event, self.kwargs["material"]))
        return as_download(row.file)
