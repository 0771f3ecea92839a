"""What the supplement asks of those who lead a group (S2, S7)."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from django.urls import reverse
from django.utils.translation import gettext as _

from collaborations.models import Collaboration
from core.frame.lines import Line, collaboration_lines
from core.frame.sections import Section
from core.frame.visitor import Visitor
from supplement.selectors.on_page import answers_owed, claims_to_begin, claims_to_do


@collaboration_lines.register(key="supplement", order=75)
def draft_to_answer(visitor: Visitor, groups: Sequence[Collaboration]) -> Iterator[Line]:
    """A draft of the scheme that a group has not answered: for its leaders, who alone are asked."""
    owed = answers_owed(visitor)
    for group in groups:
        for scheme_id, name, until_on in owed.get(group.pk, ()):
            yield Line(
                _("Say what you think of the draft “%(scheme)s”") % {"scheme": name},
                reverse("supplement:answer", args=[group.pk, scheme_id]),
                Section.COLLABORATION,
                group.name,
                group.pk,
                due_on=until_on,
            )


@collaboration_lines.register(key="claims", order=74)
def claims_waiting(visitor: Visitor, groups: Sequence[Collaboration]) -> Iterator[Line]:
    """A claim to begin, to send or to answer about (S7): for the leaders of the group."""
    to_begin, to_do = claims_to_begin(visitor), claims_to_do(visitor)
    for group in groups:
        for period in to_begin.get(group.pk, ()):
            yield Line(
                _("Claim the supplement for %(period)s") % {"period": period.name},
                reverse("supplement:begin_claim", args=[group.pk, period.period_id]),
                Section.COLLABORATION,
                group.name,
                group.pk,
                due_on=period.until_on,
            )
        for claim in to_do.get(group.pk, ()):
            is_question = claim.since is not None
            what = _("Answer the question about the claim for %(period)s")
            if not is_question:
                what = _("Send the claim for %(period)s")
            yield Line(
                what % {"period": claim.name},
                reverse(
                    "supplement:answer_question" if is_question else "supplement:claim",
                    args=[group.pk, claim.claim_id],
                ),
                Section.COLLABORATION,
                group.name,
                group.pk,
                since=claim.since,
                due_on=claim.until_on,
            )
