"""What settings sign about the payee of their group, and groups that have named nobody (S9)."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_noop

from accounts.permissions import Permission
from collaborations.models import Collaboration
from core.frame.lines import Line, collaboration_lines, setting_lines
from core.frame.sections import Section
from core.frame.visitor import Visitor
from providers.models import Provider
from supplement.rules.payees import Part
from supplement.selectors.on_page_payees import groups_without_payee, signatures_owed

_TO_SIGN = {
    Part.ACCEPT: gettext_noop("Accept to receive the money for all"),
    Part.HAND_OVER: gettext_noop("Hand over to the new payee"),
    Part.MANDATE: gettext_noop("Sign who receives the money"),
}


@setting_lines.register(key="payee", order=34)
def to_sign(visitor: Visitor, settings: Sequence[Provider]) -> Iterator[Line]:
    """S9: what a setting is to sign about the payee of its group."""
    names = {setting.pk: str(setting) for setting in settings}
    for part, row in signatures_owed(visitor):
        facts = row.facts
        if facts["setting_id"] in names:
            yield Line(
                _(_TO_SIGN[part]),
                reverse(f"supplement:{part}", args=[facts["group_id"], row.pk]),
                Section.COLLABORATION,
                facts["group"],
                facts["group_id"],
                names[facts["setting_id"]],
            )


@collaboration_lines.register(key="payee", order=76)
def name_payee(visitor: Visitor, groups: Sequence[Collaboration]) -> Iterator[Line]:
    """S9: a group that has named nobody while a scheme pays: for its leaders, who alone name one."""
    without = groups_without_payee(visitor)
    for group in groups:
        if group.pk in without and visitor.allows(Permission.LEAD_COLLABORATION, group):
            yield Line(
                _("Name who receives the money"),
                reverse("supplement:name_payee", args=[group.pk]),
                Section.COLLABORATION,
                group.name,
                group.pk,
                detail=_("Nothing is paid before a setting has accepted."),
            )
