"""Forms of the parts of a scheme (S2 to S4): a period, a component, a criterion."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from decimal import Decimal
from typing import Any

from django import forms as django_forms
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from core.forms.base import Fieldset, Form
from core.forms.fields import DateField, DateTextField, LastDayField
from core.forms.money import PoundsField, RateField
from core.forms.numbers import whole_number
from core.forms.widgets import Checkboxes, NumberInput, Radios, Select, TextInput
from core.money import pence_typed, plain_pounds
from core.reasons import Reason
from providers.models import Provider
from supplement.forms.fields import LineField
from supplement.forms.schemes import seen_field
from supplement.rules.criteria import UNITS, Consequence, Kind, Unit, When
from supplement.rules.schemes import Basis, Instalment, Measure, Tier
from supplement.services.schemes import MAX_PENCE

MAX_INSTALMENTS, MAX_TIERS = 4, 6


class PeriodForm(Form):
    """A period: its time, its days, its payments and its money."""

    seen = seen_field()
    name = LineField(
        label=_("What is the period called?"),
        max_length=80,
        help_text=_("For example, “Autumn 2027”."),
        error_messages={"required": _("Enter what the period is called")},
    )
    starts_on = DateField(label=_("First day"), what=_("the first day of the period"))
    ends_on = LastDayField(label=_("Last day"), what=_("the last day of the period"))
    count_on = DateField(
        label=_("Count date"),
        what=_("the count date"),
        help_text=_("The day on which staff and members are counted."),
    )
    claims_from_on = DateField(label=_("Claims from"), what=_("the first day to claim"))
    claims_until_on = DateField(label=_("Last day to claim"), what=_("the last day to claim"))
    evidence_until_on = DateField(
        label=_("Last day for evidence"),
        what=_("the last day for evidence"),
        help_text=_("Until then a group can mend what its claim is missing."),
    )
    pot_pence = PoundsField(
        label=_("Pot"),
        required=False,
        most=MAX_PENCE,
        help_text=_(
            "The money there is for the period. If claims come to more, everybody gets a smaller part."
            " Leave it empty to pay whatever they come to."
        ),
    )
    contingency_pence = PoundsField(
        label=_("Kept back of the pot"),
        required=False,
        nothing=0,
        most=MAX_PENCE,
        help_text=_("For appeals and mistakes."),
    )
    fieldsets = (
        Fieldset(_("What is paid for"), ("name", "starts_on", "ends_on")),
        Fieldset(_("Days"), ("count_on", "claims_from_on", "claims_until_on", "evidence_until_on")),
        Fieldset(
            _("Payments"),
            tuple(name for n in range(1, MAX_INSTALMENTS + 1) for name in (f"pay_on_{n}", f"percent_{n}")),
            _("On which days it is paid, and which part of the sum. Together they make 100 per cent."),
        ),
        Fieldset(_("Money"), ("pot_pence", "contingency_pence")),
    )

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        for n in range(1, MAX_INSTALMENTS + 1):
            self.fields[f"pay_on_{n}"] = DateTextField(
                label=gettext("Payment %(number)d on") % {"number": n},
                what=gettext("the day of payment %(number)d") % {"number": n},
                required=False,
                help_text=gettext("For example, 15/7/2027") if n == 1 else "",
            )
            self.fields[f"percent_{n}"] = _number(
                gettext("Per cent of the sum, payment %(number)d") % {"number": n}, suffix="%"
            )
        self.give_words()

    def clean(self) -> dict[str, Any]:
        data = super().clean() or self.cleaned_data
        for n in range(1, MAX_INSTALMENTS + 1):
            day, percent = data.get(f"pay_on_{n}"), data.get(f"percent_{n}")
            if day and percent is None and f"percent_{n}" in data:
                self.add_error(f"percent_{n}", _("Enter how many per cent are paid on that day"))
            if percent is not None and not day and f"pay_on_{n}" in data:
                self.add_error(f"pay_on_{n}", _("Enter the day of this payment"))
        return data

    def instalments(self) -> list[Instalment]:
        pairs = ((f"pay_on_{n}", f"percent_{n}") for n in range(1, MAX_INSTALMENTS + 1))
        days = ((self.cleaned_data.get(day), self.cleaned_data.get(percent)) for day, percent in pairs)
        return [
            Instalment(day, percent) for day, percent in days if isinstance(day, date) and percent is not None
        ]


def _number(label: Any, *, most: int = 9999, suffix: str = "", **kwargs: Any) -> django_forms.IntegerField:
    return django_forms.IntegerField(
        label=label,
        required=False,
        min_value=0,
        max_value=most,
        widget=NumberInput(width=4, suffix=suffix),
        error_messages={
            "invalid": _("Enter a whole number"),
            "min_value": _("Enter a number of nothing or more"),
            "max_value": _("Enter %(limit_value)s or less"),
        },
        **kwargs,
    )


class ComponentForm(Form):
    """What is paid for: what is counted, at which rate, who counts and up to which limit."""

    seen = seen_field()
    name = LineField(
        label=_("What is it called?"),
        max_length=80,
        help_text=_("For example, “Each member of staff”."),
        error_messages={"required": _("Enter what it is called")},
    )
    basis = django_forms.ChoiceField(
        label=_("What is counted?"),
        choices=Basis.choices,
        widget=Radios(
            hints={
                Basis.HEADS: _("For example, £12.50 for each of 9 people who work with children: £112.50."),
                Basis.FTE: _("Staff numbers must ask for the hours of each person."),
                Basis.POT: _("For example, £10,000 shared by the number of staff."),
                Basis.TIERS: _("For example, £500 from 5 settings on, £900 from 10 on."),
            }
        ),
        error_messages={"required": _("Select what is counted")},
    )
    rate = RateField(
        label=_("Rate"),
        required=False,
        help_text=_(
            "In pounds, with at most four places, such as 12.50 or 0.0125. Not for a fixed sum or tiers."
        ),
    )
    sum_pence = PoundsField(
        label=_("Fixed sum"),
        required=False,
        nothing=0,
        most=MAX_PENCE,
        help_text=_("Only for a share of a fixed sum."),
    )
    measure = django_forms.ChoiceField(
        label=_("Shared, or tiered, by"),
        choices=Measure.choices,
        initial=Measure.HEADS,
        widget=Select,
        help_text=_("Only for a share of a fixed sum, or tiers."),
    )
    provider_types = django_forms.MultipleChoiceField(
        label=_("Which kinds of setting count?"),
        choices=Provider.Type.choices,
        required=False,
        widget=Checkboxes,
        help_text=_("Select none if all count."),
    )
    min_hours = django_forms.DecimalField(
        label=_("Only staff who work at least so many hours a week"),
        required=False,
        max_digits=4,
        decimal_places=2,
        widget=NumberInput(width=4),
        error_messages={"invalid": _("Enter the hours as a number, such as 16 or 7.5")},
    )
    min_level = _number(_("Only staff with at least this level of qualification"), most=99)
    member_cap_pence = PoundsField(
        label=_("At most for a member, a period"), required=False, most=MAX_PENCE,
        help_text=_("Leave it empty if there is no limit."),
    )  # fmt: skip
    collaboration_cap_pence = PoundsField(
        label=_("At most for a collaboration, a period"), required=False, most=MAX_PENCE,
        help_text=_("Leave it empty if there is no limit."),
    )  # fmt: skip
    fieldsets = (
        Fieldset(_("How much"), ("rate", "sum_pence", "measure")),
        Fieldset(
            _("Tiers"),
            tuple(name for n in range(1, MAX_TIERS + 1) for name in (f"from_{n}", f"tier_sum_{n}")),
            _("Only for tiers: from how many on, and the sum then. The lowest first."),
        ),
        Fieldset(_("Who counts"), ("provider_types", "min_hours", "min_level")),
        Fieldset(_("Limits"), ("member_cap_pence", "collaboration_cap_pence")),
    )

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        for n in range(1, MAX_TIERS + 1):
            self.fields[f"from_{n}"] = django_forms.DecimalField(
                label=gettext("Tier %(number)d from") % {"number": n},
                required=False,
                max_digits=8,
                decimal_places=2,
                widget=NumberInput(width=5),
                error_messages={"invalid": gettext("Enter a number")},
            )
            self.fields[f"tier_sum_{n}"] = PoundsField(
                label=gettext("Sum of tier %(number)d") % {"number": n}, required=False, most=MAX_PENCE
            )
        self.give_words()

    def clean(self) -> dict[str, Any]:
        data = super().clean() or self.cleaned_data
        basis = data.get("basis")
        if basis not in (Basis.POT, Basis.TIERS, None) and "rate" in data and data["rate"] is None:
            self.add_error("rate", _("Enter the rate"))
        for n in range(1, MAX_TIERS + 1):
            number, pence = data.get(f"from_{n}"), data.get(f"tier_sum_{n}")
            if number is not None and pence is None and f"tier_sum_{n}" in data:
                self.add_error(f"tier_sum_{n}", _("Enter the sum of this tier"))
            if pence is not None and number is None and f"from_{n}" in data:
                self.add_error(f"from_{n}", _("Enter from how many on"))
        return data

    def values(self) -> dict[str, Any]:
        """What the service is given: what the basis does not use is nothing."""
        data, basis = dict(self.cleaned_data), self.cleaned_data["basis"]
        is_rate = basis not in (Basis.POT, Basis.TIERS)
        data["rate"] = data["rate"] if is_rate else Decimal(0)
        data["sum_pence"] = data["sum_pence"] if basis == Basis.POT else 0
        data["provider_types"] = sorted(data["provider_types"])
        return data

    def tiers(self) -> list[Tier]:
        if self.cleaned_data["basis"] != Basis.TIERS:
            return []
        return list(self._tiers())

    def _tiers(self) -> Iterator[Tier]:
        for n in range(1, MAX_TIERS + 1):
            number, pence = self.cleaned_data.get(f"from_{n}"), self.cleaned_data.get(f"tier_sum_{n}")
            if number is not None and pence is not None:
                yield Tier(number, pence)


class CriterionForm(Form):
    """What must be met, by how much, and what follows where it is not."""

    seen = seen_field()
    kind = django_forms.ChoiceField(
        label=_("What must be met?"),
        choices=Kind.choices,
        widget=Select,
        error_messages={"required": _("Select what must be met")},
    )
    threshold = LineField(
        label=_("How many, or how much?"),
        required=False,
        max_length=20,
        widget=TextInput({"inputmode": "decimal", "autocomplete": "off"}, width=10),
        help_text=_(
            "Members, meetings, Leaders’ Days, days as a member, per cent of attendance or of minutes kept, or pounds left"
            " unspent."
            " Leave it empty for what is either met or not, such as a plan in force."
        ),
    )
    window_days = _number(
        _("Over how many days?"),
        help_text=_(
            "Meetings and the like count in so many days before. Leave it empty to count the period itself."
        ),
    )
    asked = django_forms.ChoiceField(
        label=_("On which day must it be met?"),
        choices=When.choices,
        initial=When.COUNT,
        widget=Radios,
        error_messages={"required": _("Select the day on which it must be met")},
    )
    consequence = django_forms.ChoiceField(
        label=_("If it is not met"),
        choices=Consequence.choices,
        widget=Radios,
        error_messages={"required": _("Select what follows if it is not met")},
    )
    reduce_percent = _number(
        _("Smaller by"), most=100, suffix="%", help_text=_("Only if the sum is smaller.")
    )
    grace_days = _number(
        _("Days of grace"),
        most=365,
        help_text=_("So many days later it may still be met. Leave it empty for none."),
    )
    may_be_waived = django_forms.BooleanField(
        label=_("The early years team can waive it with a reason"), required=False
    )

    def clean(self) -> dict[str, Any]:
        data = super().clean() or self.cleaned_data
        kind, text = data.get("kind"), data.get("threshold")
        if kind and text is not None:
            data["threshold"] = self._threshold(Kind(kind), text)
        for name in ("reduce_percent", "grace_days"):
            if data.get(name, 0) is None:
                data[name] = 0
        if data.get("consequence") not in (Consequence.REDUCE, None):
            data["reduce_percent"] = 0
        return data

    def _threshold(self, kind: Kind, text: str) -> int | None:
        unit = UNITS.get(kind)
        if unit is None or not text:
            return None
        if unit == Unit.PENCE:
            pence = pence_typed(text, code="S4", most=MAX_PENCE)
            if isinstance(pence, Reason):
                self.add_error("threshold", pence.in_words(gettext))
                return None
            return pence
        number = whole_number(text.removesuffix("%").strip())
        if number is None or number > 9999:
            self.add_error("threshold", _("Enter a whole number, such as 5"))
            return None
        return number


def threshold_typed(kind: str, threshold: int | None) -> str:
    """A threshold as it is typed."""
    if threshold is None:
        return ""
    return (
        plain_pounds(threshold).removesuffix(".00") if UNITS.get(Kind(kind)) == Unit.PENCE else str(threshold)
    )
