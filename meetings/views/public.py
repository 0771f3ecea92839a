"""What the public page shows of the next meeting of a group: chosen by those who run it."""

from __future__ import annotations

from typing import Any

from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from collaborations.views.mixins import FormOfCollaboration
from meetings.forms.public import PublicMeetingsForm
from meetings.rules.public import Shown
from meetings.selectors.public import choice_of
from meetings.services.public import choose_public_meetings
from meetings.views.bases import OfMeetings, RunsMeetings


class ChoosePublicMeetings(RunsMeetings, OfMeetings, FormOfCollaboration):
    title = _("Your next meeting on the public page")
    template_name = "meetings/public.html"
    form_class = PublicMeetingsForm
    submit_label = _("Save")
    success_message = _("Your choice is saved.")

    def get_initial(self) -> dict[str, Any]:
        choice = choice_of(self.collaboration)
        return {"shown": choice.shown if choice else Shown.NOTHING}

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        context = {
            "choice": choice_of(self.collaboration),
            "has_public_page": self.request.authority.public_page,  # type: ignore[attr-defined]
        }
        return super().get_context_data(**(context | kwargs))

    def get_success_url(self) -> str:
        return self.list_url()

    def get_cancel_url(self) -> str:
        return self.list_url()

    def save(self, form: PublicMeetingsForm) -> None:
        choose_public_meetings(
            collaboration=self.collaboration,
            shown=form.cleaned_data["shown"],
            by=self.request.user,
            at=timezone.now(),
        )
