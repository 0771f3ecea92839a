"""What stands on the home page of finance officers, quality leads and auditors.

Only what exists is linked, and only what the person may open.
"""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass

from django.urls import reverse
from django.utils.translation import gettext as _

from accounts.permissions import Permission
from accounts.roles import Role
from audit.selectors import sealed_until
from core.forms.words import in_a_sentence
from core.frame.places import Hub, Place, places_for
from core.frame.visitor import Visitor
from core.wording import date_in_words, in_words
from documents.selectors import exports_for
from ofsted.rules.policy import Verdict
from ofsted.selectors.register import JUDGED_LABELS
from provision.panels import counted_periods

#: The exports that each role takes most, in their order; the others are one link away.
EXPORTS = {
    Role.FINANCE: ("staff_returns", "members", "leaders", "collaborations"),
    Role.QUALITY_LEAD: ("settings_list", "collaborations", "reviews", "development_plans"),
}
#: The pages of the hubs that each role reads most.
PAGES = {
    Role.QUALITY_LEAD: (
        "ways_of_working:all_reviews",
        "ways_of_working:terms_overview",
        "development:all_development_plans",
    ),
}


@dataclass(frozen=True, slots=True)
class ReaderLink:
    """A link with, behind it, what it shows."""

    label: str
    url: str
    detail: str = ""


@dataclass(frozen=True, slots=True)
class ReaderBlock:
    """A part of the page: a heading, a sentence, links."""

    key: str
    heading: str
    sentence: str = ""
    links: tuple[ReaderLink, ...] = ()


def reader_blocks(visitor: Visitor, roles: Collection[Role]) -> list[ReaderBlock]:
    """What a reader does here, whatever the roles: the role's own first, then lists and pages."""
    blocks = []
    if Role.FINANCE in roles:
        blocks += [_staff_numbers(visitor)]
    if Role.QUALITY_LEAD in roles:
        blocks += [_judgements(visitor)]
    blocks += [_exports(visitor, roles), _pages(visitor, roles)]
    return [block for block in blocks if block.sentence or block.links]


def _staff_numbers(visitor: Visitor) -> ReaderBlock:
    """How far the period is, and who owes."""
    period = counted_periods(on=visitor.on).first()
    heading, url = _("Staff numbers"), reverse("provision:returns")
    if period is None:
        return ReaderBlock("staff-numbers", heading, _("No period has been opened yet."))
    words = {
        "certified": f"{period.certified:,}",
        "asked": f"{period.asked:,}",
        "period": period.name,
        "day": date_in_words(period.due_on),
    }
    sentence = _("%(period)s: %(certified)s of %(asked)s settings have confirmed theirs, by %(day)s.") % words
    links = (
        ReaderLink(_("Who has confirmed"), f"{url}?state=certified"),
        ReaderLink(_("Who owes it"), f"{url}?state=owed"),
    )
    return ReaderBlock("staff-numbers", heading, sentence, links)


def _judgements(visitor: Visitor) -> ReaderBlock:
    """Lists of settings by what the leading policy and Ofsted say."""
    if not visitor.allows(Permission.VIEW_SETTINGS):
        return ReaderBlock("judgements", "")
    url = reverse("providers:settings")
    verdicts = [
        ReaderLink(_(str(verdict.label)), f"{url}?verdict={int(verdict)}", _("by the leading policy"))
        for verdict in (Verdict.BELOW_LINE, Verdict.OFFICER_DECIDES)
    ]
    judged = [ReaderLink(_sentence(label), f"{url}?judgement={key}") for key, label in JUDGED_LABELS.items()]
    return ReaderBlock("judgements", _("Settings by judgement"), "", (*verdicts, *judged))


def seal_in_words() -> str:
    """Until when the audit log is sealed."""
    at = sealed_until()
    if at is None:
        return _("Nothing is sealed yet. The audit log is sealed every hour.")
    words = {"moment": in_words(at)}
    return _("Sealed until %(moment)s: what stands before cannot be changed unseen.") % words


def _exports(visitor: Visitor, roles: Collection[Role]) -> ReaderBlock:
    wanted = list(dict.fromkeys(name for role in EXPORTS if role in roles for name in EXPORTS[role]))
    offered = {export.identifier: export for export in exports_for(visitor.user)} if wanted else {}
    links = tuple(
        ReaderLink(
            _("Export: %(list)s") % {"list": in_a_sentence(str(offered[name].title))},
            reverse("documents:export", args=[name]),
        )
        for name in wanted
        if name in offered
    )
    return ReaderBlock("lists", _("Lists to export"), "", links)


def _pages(visitor: Visitor, roles: Collection[Role]) -> ReaderBlock:
    wanted = {name for role in PAGES if role in roles for name in PAGES[role]}
    found: list[Place] = [place for place in places_for(Hub.DATA, visitor) if place.url_name in wanted]
    links = tuple(ReaderLink(str(place.label), place.url, str(place.detail)) for place in found)
    return ReaderBlock(
        "pages", _("What groups do") if Role.AUDITOR not in roles else _("More to read"), "", links
    )


def _sentence(label: object) -> str:
    words = str(label)
    return words[:1].upper() + words[1:]
