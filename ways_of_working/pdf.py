"""The one page of the adopted ways of working for the members' staff
(W4): whatever the texts, it is one page of A4.

Each text has its room and is cut to it; who wants more is told where the whole is.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from datetime import date
from typing import Any

from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from collaborations.models import Collaboration
from memberships.selectors.leaders import leaders_of
from memberships.selectors.members import members_of
from memberships.selectors.offices import offices_held
from ways_of_working.rules.answers import ANSWERS
from ways_of_working.rules.catalogue.behaving import SAFEGUARDING_PART
from ways_of_working.rules.clauses import Clause
from ways_of_working.rules.shortening import cut
from ways_of_working.selectors.clauses import clauses_of
from ways_of_working.selectors.reading import TermsDocument

SUMMARY_TEMPLATE = "ways_of_working/pdf/staff_summary.html"
SUMMARY_PURPOSE = "staff_summary"


def staff_summary(collaboration: Collaboration, *, on: date) -> dict[str, Any]:
    """One page for the staff of the members (C9): the same facts on the page and in the PDF.

    No email address, no home address.

    The day is not among them: the same facts give the same document.
    """
    memberships = [
        membership for membership in members_of(collaboration, on=on) if membership.joined_on <= on
    ]
    leads = [leader for leader in leaders_of(collaboration, on=on) if leader.starts_on <= on]
    safeguarding = [
        clause for clause in clauses_of(collaboration, SAFEGUARDING_PART, on=on) if clause.version
    ]
    offices = list(offices_held(collaboration, on=on))
    return {
        "title": collaboration.name,
        "lead": _("What your staff can know about the collaboration of which your setting is a member."),
        "kind": collaboration.get_kind_display(),
        "purpose": collaboration.purpose,
        "district": str(collaboration.district or ""),
        "is_virtual": collaboration.is_virtual,
        "members": [str(membership.provider) for membership in memberships],
        "leaders": [(str(lead.user), str(lead.membership.provider)) for lead in leads],
        "safeguarding": safeguarding,
        "safeguarding_source": safeguarding[0].source if safeguarding else "",
        "offices": [
            (office.get_office_display(), str(office.user), str(office.membership.provider))
            for office in offices
        ],
    }


TERMS_TEMPLATE = "ways_of_working/pdf/terms.html"
#: Files of versions that were adopted, kept for ever; and of others, which change.
PRINTED, PRINTED_DRAFT = "terms", "terms_draft"


def terms_context(document: TermsDocument) -> dict[str, Any]:
    """Neither the day nor whoever asks is among it: the same version gives the same document."""
    return {
        "title": _("Ways of working"),
        "lead": document.group,
        "running": document.running,
        "mark": document.mark,
        "facts": document.facts,
        "contents": [(part.anchor, part.heading) for part in document.parts],
        "document": document,
        "paper": True,
    }


def terms_name(document: TermsDocument) -> str:
    """What the file is called, without its ending."""
    name = _("%(group)s, ways of working, version %(version)d") % {
        "group": document.group,
        "version": document.version,
    }
    return f"{name} ({document.mark.lower()})" if document.mark else name


TERMS_SUMMARY_TEMPLATE = "ways_of_working/pdf/terms_summary.html"
TERMS_SUMMARY = "terms_summary"
#: The structured answers that staff meet with, in this order.
SHOWN = (
    "leadership_form", "meetings_a_year", "attendance_threshold", "papers_days_ahead", "decision_method", "quorum",
    "safeguarding_reporter", "safeguarding_routes", "dispute_steps",
)  # fmt: skip
#: Questions whose words are shown: what the group is for, and what is done about a worry.
ABOUT, WORRY = ("aims", "nature"), ("safeguarding_disclosures",)
MAX_MEMBERS, MAX_PEOPLE = 14, 5
NAME, LINE, PARAGRAPH = 42, 105, 330


def terms_summary(document: TermsDocument, *, purpose: str) -> dict[str, Any]:
    """``purpose``: what the collaboration says of itself, where the
    ways of working do not say what it is for.
    """
    said = {clause.key: clause for section in document.sections for clause in section.clauses}
    return {
        "title": _("Our ways of working on one page"),
        "lead": cut(document.group, NAME),
        "running": _("Ways of working on one page"),
        "about": cut(_first(said, ABOUT) or purpose, PARAGRAPH),
        "worry": cut(_first(said, WORRY), PARAGRAPH),
        "agreed": [
            (_(ANSWERS[key].label), cut("; ".join(said[key].lines), PARAGRAPH))
            for key in SHOWN
            if _answered(said, key)
        ],
        "members": cut_list([cut(signature, NAME) for signature in document.signatures], MAX_MEMBERS),
        "people": cut_list(_people(document), MAX_PEOPLE),
        "pointer": (
            _("This is a summary of version %(version)d, adopted on %(day)s, which has %(sections)s.")
            % {
                "version": document.version,
                "day": dict(document.facts).get(_("Adopted on"), ""),
                "sections": _sections(document),
            }
        ),
    }


def cut_list(lines: Iterable[str], most: int) -> list[str]:
    """At most so many lines; the last of them says how many more there are."""
    found = list(lines)
    if len(found) <= most:
        return found
    rest = len(found) - most + 1
    return [
        *found[: most - 1],
        ngettext("and %(number)d more", "and %(number)d more", rest) % {"number": rest},
    ]


def _first(said: Mapping[str, Clause], keys: Iterable[str]) -> str:
    return next((said[key].words for key in keys if key in said and said[key].words), "")


def _answered(said: Mapping[str, Clause], key: str) -> bool:
    return key in said and bool(said[key].lines)


def _people(document: TermsDocument) -> list[str]:
    rows = document.people.rows if document.people else ()
    return [cut(f"{task}: {name}, {setting}", LINE) for name, task, setting in rows]


def _sections(document: TermsDocument) -> str:
    number = len(document.sections)
    return ngettext("%(number)d section", "%(number)d sections", number) % {"number": number}
