"""What a setting of two groups is asked (S5)."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from django.urls import reverse
from django.utils.translation import gettext as _

from core.frame.lines import Line, setting_lines
from core.frame.sections import Section
from core.frame.visitor import Visitor
from providers.models import Provider
from supplement.selectors.on_page import groups_to_choose


@setting_lines.register(key="paid group", order=33)
def group_to_choose(visitor: Visitor, settings: Sequence[Provider]) -> Iterator[Line]:
    """A setting that is in two groups and has not named the one in which it is paid."""
    owed = groups_to_choose(visitor)
    for setting in settings:
        for period in owed.get(setting.pk, ()):
            yield Line(
                _("Choose the group in which you are paid for %(period)s") % {"period": period.name},
                reverse("supplement:choose_group", args=[setting.pk, period.period_id]),
                Section.SETTING,
                str(setting),
                setting.pk,
                due_on=period.until_on,
            )
