"""Pages about a collaboration itself. Those with its members are in the memberships app."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cached_property
from typing import TYPE_CHECKING, Any

from django.http import HttpResponseRedirect
from django.http.response import HttpResponseBase
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from accounts.permissions import Permission
from collaborations import selectors, services
from collaborations.forms import CollaborationForm, EnquiryForm, StartForm
from core.views import Crumb, FormPage, found_or_404

if TYPE_CHECKING:
    from collaborations.models import Collaboration


class StartCollaboration(FormPage):
    permission = Permission.ADD_COLLABORATIONS
    title = _("Start a collaboration")
    form_class = StartForm
    submit_label = _("Start the collaboration")
    cancel_url = "collaborations:list"

    def breadcrumbs(self) -> Sequence[Crumb]:
        return (Crumb(_("Collaborations"), reverse("collaborations:list")),)

    def get_initial(self) -> dict[str, Any]:
        return {"started_on": timezone.localdate()}

    def save(self, form: StartForm) -> HttpResponseBase:
        collaboration = services.start_collaboration(**form.cleaned_data, by=self.request.user, at=timezone.now())
        page = "life" if form.cleaned_data["state"] == StartForm.ENQUIRY else "detail"
        return HttpResponseRedirect(reverse(f"collaborations:{page}", args=[collaboration.pk]))


class ChangeCollaboration(FormPage):
    permission = Permission.CHANGE_COLLABORATIONS
    title = _("Change the details")
    form_class = CollaborationForm
    success_message = _("The details are saved.")

    @cached_property
    def collaboration(self) -> Collaboration:
        return found_or_404(selectors.collaboration_by_id(self.kwargs["pk"]))

    def permission_object(self) -> Collaboration:
        return self.collaboration

    def breadcrumbs(self) -> Sequence[Crumb]:
        collaborations = Crumb(_("Collaborations"), reverse("collaborations:list"))
        return collaborations, Crumb(self.collaboration.name, self.get_success_url())

    def get_form(self) -> CollaborationForm:
        """Who asked is put right here too, while there is something to put right."""
        form_class = EnquiryForm if self.collaboration.enquiry else CollaborationForm
        initial = {name: getattr(self.collaboration, name) for name in form_class.base_fields}
        return form_class(**{**self.get_form_kwargs(), "initial": initial})

    def save(self, form: CollaborationForm) -> None:
        services.change_collaboration(collaboration=self.collaboration, changes=form.cleaned_data, by=self.request.user)

    def get_success_url(self) -> str:
        return reverse("collaborations:detail", args=[self.collaboration.pk])

    get_cancel_url = get_success_url
