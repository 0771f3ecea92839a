"""What the supplement asks of those who lead a group (S2)."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from django.urls import reverse
from django.utils.translation import gettext as _

from collaborations.models import Collaboration
from core.frame.lines import Line, collaboration_lines
from core.frame.sections import Section
from core.frame.visitor import Visitor
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
