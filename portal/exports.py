"""The register with all that the apps below know of its settings."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date

from django.db.models import QuerySet
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from core.exports import Column, register
from memberships.selectors import collaborations_by_setting, in_a_collaboration
from ofsted.selectors.register import JUDGED_LABELS, judged_as, judgements_in_words
from providers.exports import Narrowing, SettingsExport
from providers.models import Provider


def _today() -> date:
    return timezone.localdate()


def _by_membership(rows: QuerySet[Provider], wanted: str) -> QuerySet[Provider]:
    return in_a_collaboration(rows, on=_today(), wanted=wanted == "yes")


BY_JUDGEMENT = Narrowing(
    "judgement", _("judgement"), lambda: list(JUDGED_LABELS.items()), lambda rows, wanted: judged_as(rows, wanted, on=_today())
)
BY_MEMBERSHIP = Narrowing("member", _("collaboration"), lambda: [("yes", _("in a collaboration")), ("no", _("in none"))], _by_membership)


@register
class RegisterExport(SettingsExport):
    """The register's own columns, the judgement that counts today, and the collaborations of today."""

    narrowings = (*SettingsExport.narrowings, BY_JUDGEMENT, BY_MEMBERSHIP)
    columns = (
        *SettingsExport.columns,
        Column("judgement", _("Latest judgement"), width=40),
        Column("collaborations", _("Collaborations"), width=36),
    )

    def more_cells(self, provider_ids: Sequence[int]) -> Mapping[int, tuple[object, ...]]:
        judgements = judgements_in_words(provider_ids, on=_today())
        groups = collaborations_by_setting(provider_ids, on=_today())
        return {each: (judgements.get(each, ""), "; ".join(groups.get(each, ()))) for each in provider_ids}
