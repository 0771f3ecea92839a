"""The forms of staff returns: a period, and the one question that each setting answers."""

from __future__ import annotations

from collections.abc import Sequence
from decimal import Decimal
from typing import Any

from django import forms as django_forms
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from core.forms.base import Fieldset, Form
from core.forms.fields import DateField, LastDayField, LineField, TextField
from core.forms.widgets import NumberInput, Radios, TextArea, TextInput
from core.wording import date_in_words
from providers.models import Provider
from provision import rules, selectors
from provision.models import DeliveryPartnership, ReturnPeriod, Vacancy
from provision.rules import MAX_HOURS_A_WEEK, MAX_LEVEL, PartnerHours, StaffLine, plain
from provision.services.partnerships import Arrangement
from provision.services.returns import SUGGESTED_CHILDMINDER_DEFINITION, SUGGESTED_DEFINITION


def hours_field(label: Any, *, required: bool) -> django_forms.DecimalField:
    field = django_forms.DecimalField(
        label=label,
        required=required,
        min_value=Decimal("0.01"),
        max_value=Decimal(60),
        max_digits=4,
        decimal_places=2,
        widget=TextInput({"inputmode": "decimal", "autocomplete": "off"}, width=4),
    )
    field.error_messages["invalid"] = gettext("Enter hours as a number, such as 15 or 7.5.")
    return field


class PartnershipForm(Form):
    """One box of hours for each member of a common collaboration: an empty one takes no part."""

    model = django_forms.ChoiceField(
        label=_("How it works"), choices=DeliveryPartnership.Model.choices, widget=Radios
    )
    lead_hours = hours_field(_("Hours a week at your setting"), required=True)
    transport = TextField(
        label=_("Transport and hand-over"),
        required=False,
        max_length=1000,
        widget=TextArea(rows=3),
        help_text=_(
            "How children get from one to the other, and how you tell each other about the day. Name no"
            " child."
        ),
    )
    lead_contact = LineField(
        label=_("Lead contact"),
        max_length=150,
        help_text=_("Who answers questions about it, such as “Lena Hartley, manager”."),
    )
    terms_reference = LineField(
        label=_("Where your ways of working say so"),
        required=False,
        max_length=80,
        help_text=_("For example “section 1.2”."),
    )
    starts_on = DateField(label=_("From"), what=_("the first day"))
    ends_on = LastDayField(required=False)

    fieldsets: Sequence[Fieldset] = ()  # type: ignore[misc]

    def __init__(self, *args: Any, partners: Sequence[Provider], dated: bool = True, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.partners = partners
        names = [f"partner_{partner.pk}" for partner in partners]
        self.fields |= {
            f"partner_{partner.pk}": hours_field(str(partner), required=False) for partner in partners
        }
        if not dated:
            del self.fields["starts_on"], self.fields["ends_on"]
        self.order_fields(["model", "lead_hours", *names])
        hint = gettext("Leave the box of a setting empty that takes no part.")
        self.fieldsets = [Fieldset(gettext("Hours a week at each partner"), names, hint)] if names else []
        self.give_words()

    def arrangement(self) -> Arrangement:
        data = self.cleaned_data
        hours = ((partner.pk, data.get(f"partner_{partner.pk}")) for partner in self.partners)
        return Arrangement(
            model=data["model"],
            lead_hours=data["lead_hours"],
            partners=tuple(PartnerHours(number, value) for number, value in hours if value is not None),
            lead_contact=data["lead_contact"],
            transport=data["transport"],
            terms_reference=data["terms_reference"],
        )


def initial_of_partnership(arrangement: Arrangement) -> dict[str, Any]:
    names = ("model", "lead_contact", "transport", "terms_reference")
    shared = {f"partner_{partner.provider_id}": plain(partner.hours) for partner in arrangement.partners}
    return {
        **{name: getattr(arrangement, name) for name in names},
        "lead_hours": plain(arrangement.lead_hours),
        **shared,
    }


class ChangeVacancyForm(Form):
    places = django_forms.IntegerField(
        label=_("How many places?"), min_value=1, max_value=200, widget=NumberInput(width=3)
    )
    from_on = DateField(
        label=_("Free from"),
        what=_("the day from which they are free"),
        required=False,
        help_text=_("Leave empty if they are free now."),
    )
    note = LineField(
        label=_("Note"),
        required=False,
        max_length=200,
        help_text=_("Anybody may read it. Name nobody, and no email address."),
    )


class VacancyForm(ChangeVacancyForm):
    """Which places, how many and from when."""

    age_band = django_forms.ChoiceField(
        label=_("Age of the child"), choices=Vacancy.AgeBand.choices, widget=Radios
    )
    session = django_forms.ChoiceField(label=_("When"), choices=Vacancy.Session.choices, widget=Radios)

    field_order = ("age_band", "session", "places", "from_on", "note")


MORE_ROWS = 5
MAX_ROWS = 60


class PeriodForm(Form):
    """One asking: who counts is the authority's own text, suggested in plain words."""

    name = LineField(label=_("Name"), max_length=80, help_text=_("For example “Autumn 2026”."))
    count_date = DateField(
        label=_("Count date"),
        what=_("the count date"),
        help_text=_("The day for which settings count their staff."),
    )
    opens_on = DateField(
        label=_("Opens on"), what=_("the day it opens"), help_text=_("The count date, or later.")
    )
    due_on = DateField(
        label=_("Due by"),
        what=_("the last day"),
        help_text=_("The last day. After it an answer is late, and still taken."),
    )
    definition = TextField(
        label=_("Who counts"),
        help_text=_("Shown beside the question."),
        widget=TextArea(rows=5),
        max_length=2000,
    )
    childminder_definition = TextField(
        label=_("Who counts, for childminders"), required=False, widget=TextArea(rows=3), max_length=2000
    )
    asks_detail = django_forms.BooleanField(
        label=_("Ask for hours, role and qualification too"),
        required=False,
        help_text=_("Nobody has to answer that part."),
    )


def suggested_period() -> dict[str, Any]:
    """What the form of a new period holds already."""
    return {
        "definition": SUGGESTED_DEFINITION,
        "childminder_definition": SUGGESTED_CHILDMINDER_DEFINITION,
    }


class CertifyForm(Form):
    """The staff number of one setting. A childminder is asked for assistants, and counts as one more.

    ``seen`` is the answer that was shown with a remark: sent again as it stands, it is taken.
    """

    staff = django_forms.IntegerField(min_value=0, widget=NumberInput(width=4))
    note = LineField(
        label=_("Note"),
        required=False,
        max_length=300,
        help_text=_("Anything that explains the number. Name no child and no colleague."),
    )
    seen = django_forms.CharField(required=False, widget=django_forms.HiddenInput)
    rows = django_forms.IntegerField(
        required=False, widget=django_forms.HiddenInput, min_value=0, max_value=MAX_ROWS
    )

    def __init__(
        self,
        *args: Any,
        period: ReturnPeriod,
        provider: Provider,
        on_behalf: bool,
        rows: int = 0,
        **kwargs: Any,
    ) -> None:
        super().__init__(*args, **kwargs)
        self.is_childminder = selectors.is_childminder(provider)
        self.row_count = min(rows, MAX_ROWS) if period.asks_detail else 0
        self._ask(period, provider)
        if on_behalf:
            note = self.fields["note"]
            note.required, note.label = True, gettext("How do you know?")
            note.error_messages["required"] = gettext("Enter how you know")
            note.help_text = gettext("For example “Lena Hartley by telephone”. It is kept with the number.")
        for number in range(1, self.row_count + 1):
            self.fields |= line_fields(number)
        self.fields["rows"].initial = self.row_count
        self.fieldsets = fieldsets_of(self.row_count)
        self.give_words()

    fieldsets: Sequence[Fieldset] = ()  # type: ignore[misc]

    def _ask(self, period: ReturnPeriod, provider: Provider) -> None:
        words = {"setting": provider, "day": date_in_words(period.count_date)}
        staff = self.fields["staff"]
        if self.is_childminder:
            staff.label = gettext("How many assistants did you employ on %(day)s?") % words
            staff.error_messages["required"] = gettext("Enter how many assistants you employed, or 0.")
        else:
            staff.label = gettext("How many people worked directly with children on %(day)s?") % words
            staff.error_messages["required"] = gettext("Enter how many people worked directly with children.")
        staff.error_messages["invalid"] = gettext("Enter a whole number, such as 9.")
        staff.error_messages["min_value"] = gettext("The number must be 0 or more.")
        staff.widget.attrs["autocomplete"] = "off"
        staff.help_text = selectors.definition_for(period, provider)

    def clean(self) -> dict[str, Any] | None:
        cleaned = super().clean()
        data = self.cleaned_data
        if "staff" in data and data["staff"] is not None:
            self._refuse_number()
        for number in range(1, self.row_count + 1):
            hours = f"hours_{number}"
            says_more = data.get(f"role_{number}") or data.get(f"level_{number}") is not None
            if says_more and data.get(hours) is None and hours not in self.errors:
                self.add_error(
                    hours, gettext("Enter the hours a week of person %(number)d.") % {"number": number}
                )
        return cleaned

    def _refuse_number(self) -> None:
        """The range first: a number that cannot be is not asked "Is this right?"."""
        note = self.cleaned_data.get("note") or ""
        refusal = rules.refusal_of_number(self.answer(), is_childminder=self.is_childminder, note=note)
        if refusal is not None and refusal.field not in self.errors:
            self.add_error(refusal.field, refusal.in_words(gettext))

    def answer(self) -> int:
        """The number that is certified: a childminder counts as one besides the assistants."""
        return int(self.cleaned_data["staff"]) + int(self.is_childminder)

    def lines(self) -> list[StaffLine]:
        data = self.cleaned_data
        return [
            StaffLine(data[f"hours_{number}"], data[f"role_{number}"], data[f"level_{number}"])
            for number in range(1, self.row_count + 1)
            if data.get(f"hours_{number}") is not None
        ]

    def key(self) -> str:
        """What the person has been told of, if there was something to say."""
        return f"{self.answer()}/{len(self.lines())}"

    def take_as_seen(self) -> None:
        self.data = self.data.copy()
        self.data[self.add_prefix("seen")] = self.key()


def line_fields(number: int) -> dict[str, django_forms.Field]:
    hours = django_forms.DecimalField(
        label=_("Hours a week"),
        required=False,
        min_value=Decimal(0),
        max_value=MAX_HOURS_A_WEEK,
        decimal_places=2,
        max_digits=4,
        widget=TextInput({"inputmode": "decimal", "autocomplete": "off"}, width=4),
    )
    level = django_forms.IntegerField(
        label=_("Level of qualification"),
        required=False,
        min_value=0,
        max_value=MAX_LEVEL,
        widget=NumberInput(width=2),
        help_text=_("0 for none, 3 for A level or the same, 6 for a degree."),
    )
    role = LineField(
        label=_("Role"), required=False, max_length=80, help_text=_("For example “room leader”. No names.")
    )
    return {f"hours_{number}": hours, f"role_{number}": role, f"level_{number}": level}


def fieldsets_of(rows: int) -> list[Fieldset]:
    """One a person; the first says that all of it may be left out."""
    hint = gettext(
        "Hours, role and qualification of each person help to plan training. You may leave all of this out."
    )
    return [
        Fieldset(
            gettext("Person %(number)d") % {"number": number},
            (f"hours_{number}", f"role_{number}", f"level_{number}"),
            hint if number == 1 else "",
        )
        for number in range(1, rows + 1)
    ]


def initial_of_return(
    staff: int | None, lines: Sequence[StaffLine], *, is_childminder: bool
) -> dict[str, Any]:
    """The form as the last answer fills it."""
    initial: dict[str, Any] = {} if staff is None else {"staff": staff - int(is_childminder)}
    for number, line in enumerate(lines, start=1):
        hours = rules.plain(line.hours_a_week)
        initial |= {
            f"hours_{number}": hours,
            f"role_{number}": line.role,
            f"level_{number}": line.qualification_level,
        }
    return initial
