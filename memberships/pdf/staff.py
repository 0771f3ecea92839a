"""What stands on the documents about a collaboration."""

from __future__ import annotations

from datetime import date
from typing import Any

from django.utils.translation import gettext as _

from collaborations.models import Collaboration
from collaborations.rules.terms.catalogue import SAFEGUARDING_PART
from collaborations.selectors import clauses_of
from memberships import selectors

SUMMARY_TEMPLATE = "memberships/pdf/staff_summary.html"
SUMMARY_PURPOSE = "staff_summary"


def staff_summary(collaboration: Collaboration, *, on: date) -> dict[str, Any]:
    """One page for the staff of the members (C9): the same facts on the page and in the PDF. No e-mail address, no home address.

    The day is not among them: the same facts give the same document.
    """
    stays = [stay for stay in selectors.members_of(collaboration, on=on) if stay.joined_on <= on]
    leads = [one for one in selectors.leaders_of(collaboration, on=on) if one.starts_on <= on]
    safeguarding = [one for one in clauses_of(collaboration, SAFEGUARDING_PART, on=on) if one.version]
    offices = list(selectors.offices_held(collaboration, on=on))
    return {
        "title": collaboration.name,
        "lead": _("What your staff can know about the collaboration that your setting belongs to."),
        "kind": collaboration.get_kind_display(),
        "purpose": collaboration.purpose,
        "district": str(collaboration.district or ""),
        "is_virtual": collaboration.is_virtual,
        "members": [str(stay.provider) for stay in stays],
        "leaders": [(str(one.user), str(one.membership.provider)) for one in leads],
        "safeguarding": [(one.label, one.lines, one.words) for one in safeguarding],
        "safeguarding_source": safeguarding[0].source if safeguarding else "",
        "offices": [(one.get_office_display(), str(one.user), str(one.membership.provider)) for one in offices],
    }
