"""A form that first shows what it would do, and does it when that is confirmed."""

from __future__ import annotations

from typing import Any, ClassVar

from django.http import HttpRequest
from django.http.response import HttpResponseBase
from django.utils.translation import gettext_lazy as _

from core.views.pages import FormPage

CONFIRMED, BACK = "confirmed", "back"
OURS = frozenset({CONFIRMED, BACK, "csrfmiddlewaretoken"})


class TwoStepPage(FormPage):
    """A valid form is answered with ``preview_template`` and what ``preview`` says; its button sends the same values with "confirmed".

    ``save`` is called for the second step alone, so nothing happens before somebody has seen what will.
    """

    preview_template: ClassVar[str] = "layouts/preview_page.html"
    confirm_label: Any = _("Confirm")
    submit_label: Any = _("Continue")

    def preview(self, form: Any) -> dict[str, Any]:
        """What the preview shows, as context."""
        raise NotImplementedError

    def must_look_again(self, form: Any) -> Any:
        """Hook: why what was confirmed is not what would happen now; "" when it is."""
        return ""

    def post(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponseBase:
        form = self.get_form()
        if BACK in request.POST or not form.is_valid():
            return self.render_to_response(self.get_context_data(form=form))
        changed = self.must_look_again(form) if CONFIRMED in request.POST else ""
        if CONFIRMED not in request.POST or changed:
            return self.show_preview(form, changed)
        return super().post(request, *args, **kwargs)

    def show_preview(self, form: Any, changed: Any = "") -> HttpResponseBase:
        self.template_name = self.preview_template
        sent = [(name, value) for name, values in self.request.POST.lists() if name not in OURS for value in values]
        more = {"sent": sent, "confirm_label": self.confirm_label, "changed": changed, "can_confirm": True}
        return self.render_to_response(self.get_context_data(form=form, **{**more, **self.preview(form)}))
