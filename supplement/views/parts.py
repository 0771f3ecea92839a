"""Periods, components and criteria of a draft (S2 to S4): each its form, and a question before it is removed."""

from __future__ import annotations

from functools import cached_property
from typing import TYPE_CHECKING, Any, ClassVar

from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from core.views import ConfirmPage, found_or_404
from supplement.forms.parts import (
    MAX_INSTALMENTS,
    MAX_TIERS,
    ComponentForm,
    CriterionForm,
    PeriodForm,
    threshold_typed,
)
from supplement.rules.years import PaidPeriod
from supplement.selectors import described
from supplement.selectors import schemes as selectors
from supplement.services import parts as services
from supplement.views.schemes import WritesScheme

if TYPE_CHECKING:
    from core.views import Said
    from supplement.selectors.described import Line


class WritesPart(WritesScheme):
    """A form of one part of a draft; without ``row`` in its address a new one."""

    template_name = "supplement/part.html"
    success_message = _("Saved.")
    title_new: ClassVar[Any]
    remove: ClassVar[str]

    def find(self, row: int) -> Any:
        raise NotImplementedError

    @cached_property
    def part(self) -> Any:
        return found_or_404(self.find(self.kwargs["row"])) if "row" in self.kwargs else None

    def permission_object(self) -> None:
        super().permission_object()
        self.part  # noqa: B018  404 before anything else is asked

    def get_title(self) -> Any:
        return str(self.part) if self.part else self.title_new

    def lines(self) -> tuple[Line, ...]:
        """What is stored, in words."""
        raise NotImplementedError

    def stored(self) -> Said:
        return [(line.label, line.words) for line in self.lines()]

    def forget(self) -> None:
        super().forget()
        self.__dict__.pop("part", None)

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        remove_url = self.page_address(self.remove, self.part.pk) if self.part else ""
        return super().get_context_data(**{"remove_url": remove_url, **kwargs})


class WritePeriod(WritesPart):
    form_class = PeriodForm
    title_new = _("Add a period")
    remove = "remove_period"
    error_fields = {"instalments": "pay_on_1"}

    def find(self, row: int) -> Any:
        return selectors.period_in(self.scheme, row)

    def mark(self) -> str:
        return services.mark_of_period(self.part) if self.part else ""

    def lines(self) -> tuple[Line, ...]:
        value = selectors.period_value(self.part)
        paid = PaidPeriod(value, selectors.pot_value(self.part, None, 12))
        return described.period_part(paid).lines

    def get_initial(self) -> dict[str, Any]:
        initial = super().get_initial()
        if self.part is None:
            return initial
        pays = list(self.part.instalments.all())[:MAX_INSTALMENTS]
        for n, pay in enumerate(pays, 1):
            initial |= {f"pay_on_{n}": pay.pay_on, f"percent_{n}": pay.percent}
        return {**initial, **{name: getattr(self.part, name) for name in services.PERIOD_FIELDS}}

    def save(self, form: PeriodForm) -> None:
        services.save_period(
            scheme_id=self.scheme.pk,
            row=self.part.pk if self.part else None,
            values={name: form.cleaned_data[name] for name in services.PERIOD_FIELDS},
            instalments=form.instalments(),
            seen=form.cleaned_data["seen"],
            by=self.request.user,
        )


class WriteComponent(WritesPart):
    form_class = ComponentForm
    title_new = _("Add something that is paid for")
    remove = "remove_component"
    error_fields = {"tiers": "from_1"}

    def find(self, row: int) -> Any:
        return selectors.component_in(self.scheme, row)

    def mark(self) -> str:
        return services.mark_of_component(self.part) if self.part else ""

    def lines(self) -> tuple[Line, ...]:
        return described.component_part(selectors.component_value(self.part)).lines

    def get_initial(self) -> dict[str, Any]:
        initial = super().get_initial()
        if self.part is None:
            return initial
        for n, tier in enumerate(list(self.part.tiers.all())[:MAX_TIERS], 1):
            initial |= {f"from_{n}": f"{tier.from_number.normalize():f}", f"tier_sum_{n}": tier.pence}
        values = {name: getattr(self.part, name) for name in services.COMPONENT_FIELDS}
        values["rate"] = values["rate"] or None
        return {**initial, **values}

    def save(self, form: ComponentForm) -> None:
        values = form.values()
        services.save_component(
            scheme_id=self.scheme.pk,
            row=self.part.pk if self.part else None,
            values={name: values[name] for name in services.COMPONENT_FIELDS},
            tiers=form.tiers(),
            seen=values["seen"],
            by=self.request.user,
        )


class WriteCriterion(WritesPart):
    form_class = CriterionForm
    title_new = _("Add what must be met")
    remove = "remove_criterion"

    def find(self, row: int) -> Any:
        return selectors.criterion_in(self.scheme, row)

    def mark(self) -> str:
        return services.mark_of_criterion(self.part) if self.part else ""

    def lines(self) -> tuple[Line, ...]:
        return described.criteria_lines([selectors.criterion_value(self.part)])

    def get_initial(self) -> dict[str, Any]:
        if self.part is None:
            return super().get_initial()
        values = {name: getattr(self.part, name) for name in services.CRITERION_FIELDS}
        values["threshold"] = threshold_typed(self.part.kind, self.part.threshold)
        return {**super().get_initial(), **values}

    def save(self, form: CriterionForm) -> None:
        services.save_criterion(
            scheme_id=self.scheme.pk,
            row=self.part.pk if self.part else None,
            values={name: form.cleaned_data[name] for name in services.CRITERION_FIELDS},
            seen=form.cleaned_data["seen"],
            by=self.request.user,
        )


class RemovesPart(WritesPart, ConfirmPage):
    """Asks before a part is taken out of a draft."""

    template_name = "layouts/confirm_page.html"
    form_class = ConfirmPage.form_class
    submit_label = _("Remove it")
    destructive = True
    success_message = _("It is removed from the draft.")
    explanation = _("It is taken out of this draft. Other versions stay as they are.")

    def get_title(self) -> str:
        return gettext("Remove “%(part)s”?") % {"part": self.part}

    def get_initial(self) -> dict[str, Any]:
        return {}


class RemovePeriod(RemovesPart, WritePeriod):
    form_class = ConfirmPage.form_class

    def save(self, form: Any) -> None:
        services.remove_period(scheme_id=self.scheme.pk, row=self.part.pk, by=self.request.user)


class RemoveComponent(RemovesPart, WriteComponent):
    form_class = ConfirmPage.form_class

    def save(self, form: Any) -> None:
        services.remove_component(scheme_id=self.scheme.pk, row=self.part.pk, by=self.request.user)


class RemoveCriterion(RemovesPart, WriteCriterion):
    form_class = ConfirmPage.form_class

    def save(self, form: Any) -> None:
        services.remove_criterion(scheme_id=self.scheme.pk, row=self.part.pk, by=self.request.user)
