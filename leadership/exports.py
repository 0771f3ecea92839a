"""What another version of the leading policy would change, as a sheet. Cases are in no export."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from accounts.permissions import Permission
from core.exports.registry import Export, Filters, register
from core.tables.columns import Column, Row
from core.tables.filters import ScopeFilter
from core.wording import listed
from ofsted.models import LeadingPolicy
from ofsted.selectors.policy_changes import policy_changes
from ofsted.selectors.standing import policy_in_force


def policy_by_id(number: int) -> LeadingPolicy | None:
    return LeadingPolicy.objects.filter(pk=number).first()


@register
class PolicyChanges(Export):
    """Member settings on which a version of the leading policy and the one in force do not agree.

    Named by the version's page.
    """

    identifier = "policy-changes"
    title = gettext_lazy("What a version of the leading policy would change")
    permission = Permission.CHANGE_POLICY
    filters = (
        ScopeFilter(
            "policy",
            gettext_lazy("version of the leading policy"),
            find=policy_by_id,
            said=lambda policy: policy.version,
            error=gettext_lazy("Start this export from the page of a version of the leading policy."),
        ),
    )
    columns = (
        Column("setting", gettext_lazy("Setting"), width=36),
        Column("collaboration", gettext_lazy("Collaboration"), width=28),
        Column("leaders", gettext_lazy("Leaders"), width=28),
        Column("before", gettext_lazy("Now"), width=18),
        Column("after", gettext_lazy("With this version"), width=18),
        Column("reason", gettext_lazy("Reason"), width=60),
    )

    def rows(self, filters: Filters, *, by: Any) -> Iterator[Row]:
        today = timezone.localdate()
        policy = LeadingPolicy.objects.get(pk=int(filters["policy"]))
        for change in policy_changes(one=policy_in_force(today) or policy, other=policy, on=today):
            member, after = change.member, change.after
            yield (
                member.setting,
                member.collaboration,
                listed(member.leaders),
                _(change.before.verdict.label),
                _(after.verdict.label),
                " ".join(reason.in_words(_) for reason in after.reasons),
            )
