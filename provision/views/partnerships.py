"""Delivery partnerships of a setting: the lead setting records them, every partner sees them."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cached_property
from typing import TYPE_CHECKING, Any

from django.contrib import messages
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from core.dates import day_after
from core.forms.pages import EndForm
from core.views import Crumb, found_or_404
from providers.views.mixins import FormOfSetting, OfSetting
from provision import selectors
from provision.forms import PartnershipForm, initial_of_partnership
from provision.rules import plain
from provision.selectors import partnership_led_by, partnerships_of
from provision.services.partnerships import (
    arrangement_of,
    change_partnership,
    end_partnership,
    record_partnership,
    remarks_on,
)

if TYPE_CHECKING:
    from providers.models import Provider
    from provision.models import DeliveryPartnership


class Partnerships(OfSetting):
    template_name = "provision/partnerships.html"
    title = _("Delivery partnerships")

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        today = timezone.localdate()
        listed = [
            {
                "partnership": partnership,
                "leads": partnership.lead_id == self.provider.pk,
                "hours": hours_of(partnership),
                "remarks": remarks_on(arrangement_of(partnership)),
            }
            for partnership in partnerships_of(self.provider, on=today)
        ]
        could = selectors.shared_partners(self.provider, on=today).exists()
        return super().get_context_data(**{"listed": listed, "could": could, "today": today, **kwargs})


def hours_of(partnership: DeliveryPartnership) -> list[tuple[str, str]]:
    """Each setting and its hours a week, the lead first."""
    shared = [(str(partner.provider), plain(partner.hours)) for partner in partnership.partners.all()]
    return [(str(partnership.lead), plain(partnership.lead_hours)), *shared]


class FormOfPartnerships(FormOfSetting):
    def get_success_url(self) -> str:
        return reverse("provision:partnerships", args=[self.provider.pk])

    def breadcrumbs(self) -> Sequence[Crumb]:
        return (*super().breadcrumbs(), Crumb(_("Delivery partnerships"), self.get_success_url()))

    def say(self, partnership: DeliveryPartnership) -> None:
        """What is worth knowing about the hours; it stops nothing."""
        for remark in remarks_on(arrangement_of(partnership)):
            messages.info(self.request, remark)


class AddPartnership(FormOfPartnerships):
    template_name = "provision/add_partnership.html"
    form_class = PartnershipForm
    title = _("Record a delivery partnership")
    submit_label = _("Record it")

    @cached_property
    def partners(self) -> list[Provider]:
        return list(selectors.shared_partners(self.provider, on=timezone.localdate()))

    def get_form_kwargs(self) -> dict[str, Any]:
        return {**super().get_form_kwargs(), "partners": self.partners}

    def get_initial(self) -> dict[str, Any]:
        return {"starts_on": timezone.localdate(), "lead_contact": str(self.request.user)}

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        return super().get_context_data(**{"partners": self.partners, **kwargs})

    def save(self, form: PartnershipForm) -> None:
        dates = {name: form.cleaned_data[name] for name in ("starts_on", "ends_on")}
        made = record_partnership(
            lead=self.provider, arrangement=form.arrangement(), **dates, by=self.request.user
        )
        messages.success(self.request, gettext("The delivery partnership is recorded."))
        self.say(made)


class OfPartnership(FormOfPartnerships):
    """Only the lead setting changes or ends it."""

    @cached_property
    def partnership(self) -> DeliveryPartnership:
        return found_or_404(partnership_led_by(self.provider, self.kwargs["row"]))

    def permission_object(self) -> Any:
        about = super().permission_object()
        if self.allows(self.permission, about):
            found_or_404(self.partnership)
        return about


class ChangePartnership(OfPartnership):
    form_class = PartnershipForm
    title = _("Change the delivery partnership")

    def get_form_kwargs(self) -> dict[str, Any]:
        providers = [partner.provider for partner in self.partnership.partners.all()]
        more = selectors.shared_partners(self.provider, on=timezone.localdate())
        partners = list({one.pk: one for one in [*providers, *more]}.values())
        return {**super().get_form_kwargs(), "partners": partners, "dated": False}

    def get_initial(self) -> dict[str, Any]:
        return initial_of_partnership(arrangement_of(self.partnership))

    def save(self, form: PartnershipForm) -> None:
        today = timezone.localdate()
        made = change_partnership(
            partnership=self.partnership, arrangement=form.arrangement(), by=self.request.user, on=today
        )
        messages.success(self.request, gettext("The delivery partnership is changed."))
        self.say(made)


class EndPartnership(OfPartnership):
    form_class = EndForm
    title = _("End the delivery partnership")
    submit_label = _("Record the end")
    success_message = _("The end is recorded.")

    def get_initial(self) -> dict[str, Any]:
        return {"ends_on": self.partnership.ends_on or day_after(timezone.localdate())}

    def save(self, form: EndForm) -> None:
        end_partnership(
            partnership=self.partnership, ends_on=form.cleaned_data["ends_on"], by=self.request.user
        )
