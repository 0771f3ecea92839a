"""What staff numbers and free places ask of members and of those who run a group (S4, S7)."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence
from datetime import timedelta

from django.db.models import QuerySet
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from accounts.permissions import Permission
from collaborations.models import Collaboration
from core.frame.lines import Line, Tap, collaboration_lines, setting_lines
from core.frame.sections import Section
from core.frame.visitor import Visitor
from core.prepared import prepared
from portal.selectors.group import NumberOfMember, numbers_of_page
from providers.models import Provider
from providers.rules.workforce import ask_for_number
from provision import rules
from provision.models import Vacancy

#: So long before they are due, those who run a group are told of numbers that are owed.
DUE_SOON = timedelta(days=21)


@collaboration_lines.register(key="staff_numbers", order=40)
def staff_numbers(visitor: Visitor, groups: Sequence[Collaboration]) -> Iterator[Line]:
    """How many members owe it, with the button that reminds them."""
    owed = defaultdict(list)
    for number in numbers_owed(visitor):
        owed[number.collaboration_id].append(number)
    for group in groups:
        owing = owed[group.pk]
        if owing and owing[0].due_on <= visitor.on + DUE_SOON:
            url = reverse("provision:staff_returns", args=[group.pk])
            may_remind = (
                visitor.allows(Permission.SET_RETURNS)
                or getattr(group, "is_run", False)
                or visitor.allows(Permission.RUN_COLLABORATION, group)
            )
            what = ngettext(
                "%(number)d member owes its staff number",
                "%(number)d members owe their staff number",
                len(owing),
            )
            yield Line(
                what % {"number": len(owing)},
                url,
                Section.COLLABORATION,
                group.name,
                group.pk,
                due_on=owing[0].due_on,
                tap=Tap(_("Remind"), url) if may_remind else None,
            )


@setting_lines.register(key="staff_number", order=20)
def staff_number(visitor: Visitor, settings: Sequence[Provider]) -> Iterator[Line]:
    """One line a setting, of however many groups it is a member."""
    owed = {number.setting_id: number for number in numbers_owed(visitor)}
    for setting in settings:
        if setting.pk in owed:
            yield Line(
                ask_for_number(setting.provider_type, owed[setting.pk].last_staff),
                reverse("provision:staff_return", args=[setting.pk]),
                Section.SETTING,
                str(setting),
                setting.pk,
                due_on=owed[setting.pk].due_on,
            )


@setting_lines.register(key="free_places", order=50)
def fading(visitor: Visitor, settings: Sequence[Provider]) -> Iterator[Line]:
    """Free places that fade soon: one tap keeps them shown."""
    ids = {setting.pk for setting in settings}
    for vacancy in vacancies_of_settings(visitor):
        if vacancy.provider_id in ids and rules.is_fading(vacancy.confirmed_on, visitor.on):
            yield Line(
                _("Still free? %(what)s") % {"what": vacancy.in_words()},
                reverse("provision:vacancies", args=[vacancy.provider_id]),
                Section.SETTING,
                str(vacancy.provider),
                vacancy.provider_id,
                due_on=rules.fades_on(vacancy.confirmed_on) - timedelta(days=1),
                tap=Tap(
                    _("Still free"),
                    reverse("provision:confirm_vacancy", args=[vacancy.provider_id, vacancy.pk]),
                ),
            )


# --- what is read, of all groups and settings of a page -----------------------------------------------------


def numbers_owed(visitor: Visitor) -> list[NumberOfMember]:
    """What members of the page's groups, and the page's settings, owe for the period that is open (S4)."""
    return [number for number in numbers_of_page(visitor) if number.is_owed]


def vacancies_of_settings(visitor: Visitor) -> list[Vacancy]:
    """The free places that the page's settings have listed, by setting."""
    return visitor.once(_vacancies_of_settings, visitor.settings)


def _vacancies_of_settings(settings: Sequence[Provider]) -> list[Vacancy]:
    return _vacancies(settings=settings) if settings else []


@prepared
def _vacancies(settings: Sequence[Provider]) -> QuerySet[Vacancy]:
    rows = Vacancy.objects.filter(provider__in=settings).select_related("provider", "confirmed_by")
    return rows.order_by("provider__search_text", "age_band", "session", "pk")
