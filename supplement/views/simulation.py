"""What each collaboration would have got (S2): asked for, then read, with winners and losers."""

from __future__ import annotations

from typing import Any
from urllib.parse import urlencode

from django.http import HttpResponseRedirect
from django.http.response import HttpResponseBase
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from accounts.permissions import Permission
from core.emails import within_authority
from core.tables.pages import export_formats
from core.views import FormPage
from documents.selectors import has_ended
from supplement.forms.schemes import SimulateForm
from supplement.selectors import simulation as selectors
from supplement.services import simulation as services
from supplement.services.schemes import mark_of_all
from supplement.views.schemes import OfScheme

#: So many winners, and losers, stand on the page; the sheet has everybody.
MAX_SHOWN = 25


class SimulateScheme(OfScheme, FormPage):
    """The last result, and a button that works it out anew for whoever writes schemes."""

    template_name = "supplement/simulation.html"
    title = _("What each collaboration would have got")
    form_class = SimulateForm
    submit_label = _("Work it out")

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        about = within_authority("supplement:simulation", self.scheme.pk)
        newest = selectors.newest_job(self.scheme, about=about, done=False)
        done = selectors.newest_job(self.scheme, about=about, done=True)
        worked = selectors.worked_of(done, mark=mark_of_all(self.year)) if done else None
        context: dict[str, Any] = {
            "worked": worked,
            "under_way": newest if newest is not None and not has_ended(newest) else None,
            "may_start": self.allows(Permission.WRITE_SCHEME),
            "has_hours": any(component.basis == "hours" for component in self.year.components),
        }
        if worked is not None:
            simulation = worked.simulation
            context |= {
                "simulation": simulation,
                "winners": simulation.winners[:MAX_SHOWN],
                "losers": simulation.losers[:MAX_SHOWN],
                "export_url": self.export_url(),
                "export_formats": export_formats(self.request),
            }
        return super().get_context_data(**(context | kwargs))

    def export_url(self) -> str:
        if not self.allows(Permission.EXPORT):
            return ""
        address = reverse("documents:export", args=["scheme-simulation"])
        return f"{address}?{urlencode({'scheme': self.scheme.pk})}"

    def post(self, request: Any, *args: Any, **kwargs: Any) -> HttpResponseBase:
        self.require(Permission.WRITE_SCHEME)
        return super().post(request, *args, **kwargs)

    def save(self, form: Any) -> HttpResponseBase:
        job = services.start_simulation(
            scheme_id=self.scheme.pk,
            about=self.page_address("simulation"),
            by=self.request.user,
            at=timezone.now(),
        )
        return HttpResponseRedirect(reverse("documents:job", args=[job.pk]))
