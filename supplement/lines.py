"""What the supplement asks of those who lead a group (S2), and of those who pay (S8)."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from accounts.permissions import Permission
from collaborations.models import Collaboration
from core.frame.lines import Line, collaboration_lines, personal_lines
from core.frame.sections import Section
from core.frame.visitor import Visitor
from supplement.selectors.checks import newest_check
from supplement.selectors.on_page import answers_owed


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


@personal_lines.register(key="money checks", order=5)
def money_that_does_not_add_up(visitor: Visitor) -> Iterator[Line]:
    """A check of the money failed: for whoever makes or approves payments, above all else."""
    if not (visitor.allows(Permission.MAKE_RUNS) or visitor.allows(Permission.APPROVE_RUN)):
        return
    newest = newest_check()
    if newest is None or not newest.failed:
        return
    words = ngettext(
        "%(number)d check of the supplement’s money failed",
        "%(number)d checks of the supplement’s money failed",
        newest.failed,
    )
    yield Line(
        words % {"number": newest.failed},
        reverse("supplement:money_checks"),
        detail=_("Make no payment file until somebody has looked at it."),
        is_urgent=True,
    )
