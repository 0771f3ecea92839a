"""The form of a delivery partnership: hours at the lead setting and at each partner."""

from __future__ import annotations

from collections.abc import Sequence
from decimal import Decimal
from typing import Any

from django import forms as django_forms
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from core import forms
from core.forms import Fieldset
from providers.models import DeliveryPartnership, Provider
from providers.rules import PartnerHours, plain
from providers.services import Arrangement


def hours_field(label: Any, *, required: bool) -> django_forms.DecimalField:
    field = django_forms.DecimalField(
        label=label,
        required=required,
        min_value=Decimal("0.01"),
        max_value=Decimal(60),
        max_digits=4,
        decimal_places=2,
        widget=forms.TextInput({"inputmode": "decimal", "autocomplete": "off"}, width=4),
    )
    field.error_messages["invalid"] = gettext("Enter hours as a number, such as 15 or 7.5.")
    return field


class PartnershipForm(forms.Form):
    """One box of hours for each member of a common collaboration: an empty one takes no part."""

    model = django_forms.ChoiceField(label=_("How it works"), choices=DeliveryPartnership.Model.choices, widget=forms.Radios)
    lead_hours = hours_field(_("Hours a week at your setting"), required=True)
    transport = django_forms.CharField(
        label=_("Transport and hand-over"),
        required=False,
        max_length=1000,
        widget=forms.TextArea(rows=3),
        help_text=_("How children get from one to the other, and how you tell each other about the day. Name no child."),
    )
    lead_contact = django_forms.CharField(
        label=_("Lead contact"), max_length=150, help_text=_("Who answers questions about it, such as “Lena Hartley, manager”.")
    )
    terms_reference = django_forms.CharField(
        label=_("Where your ways of working say so"), required=False, max_length=80, help_text=_("For example “section 1.2”.")
    )
    starts_on = forms.DateField(label=_("From"), what=_("the first day"))
    ends_on = forms.DateField(label=_("Until"), what=_("the end"), required=False, help_text=_("The first day without it, if you know it."))

    fieldsets: Sequence[Fieldset] = ()  # type: ignore[misc]

    def __init__(self, *args: Any, partners: Sequence[Provider], dated: bool = True, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.partners = partners
        names = [f"partner_{one.pk}" for one in partners]
        self.fields |= {f"partner_{one.pk}": hours_field(str(one), required=False) for one in partners}
        if not dated:
            del self.fields["starts_on"], self.fields["ends_on"]
        self.order_fields(["model", "lead_hours", *names])
        hint = gettext("Leave the box of a setting empty that takes no part.")
        self.fieldsets = [Fieldset(gettext("Hours a week at each partner"), names, hint)] if names else []
        self.give_words()

    def arrangement(self) -> Arrangement:
        given = self.cleaned_data
        hours = ((one.pk, given.get(f"partner_{one.pk}")) for one in self.partners)
        return Arrangement(
            model=given["model"],
            lead_hours=given["lead_hours"],
            partners=tuple(PartnerHours(number, value) for number, value in hours if value is not None),
            lead_contact=given["lead_contact"],
            transport=given["transport"],
            terms_reference=given["terms_reference"],
        )


def initial_of(arrangement: Arrangement) -> dict[str, Any]:
    names = ("model", "lead_contact", "transport", "terms_reference")
    shared = {f"partner_{one.provider_id}": plain(one.hours) for one in arrangement.partners}
    return {**{name: getattr(arrangement, name) for name in names}, "lead_hours": plain(arrangement.lead_hours), **shared}
