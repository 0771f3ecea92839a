"""Take-overs between schools of the register that the national register of schools tells of (O2, O7)."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass
from datetime import date

from django.db.models import Q
from django.utils.translation import gettext as _

from ofsted.models import ImportRun, PlannedRow, SchoolLink
from ofsted.rules.loads import RowKind
from ofsted.rules.school_links import Link, LinkType, SaidTakeOver, reasons_of, said_take_overs
from ofsted.selectors.differences import links_changed
from providers.models import Provider, ProviderIdentity
from providers.rules.register import Scheme, makes_a_circle
from providers.selectors import predecessor_ids

#: A preview names so many; the settings' own pages name all.
MAX_SHOWN = 100

DatedLinks = Iterable[tuple[Link, date | None]]


@dataclass(frozen=True, slots=True)
class Suggestion:
    """That a school may have taken over from another, both in the register, with what speaks for it."""

    later: Provider
    earlier: Provider
    earlier_number: str
    since: date | None
    reasons: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Suggestions:
    """The first of them, and how many there are."""

    shown: Sequence[Suggestion]
    number: int


def link_of(row: SchoolLink) -> Link:
    """What a stored row says."""
    return Link(row.urn, row.other_urn, LinkType(row.link_type))


def links_held() -> dict[Link, SchoolLink]:
    """Every stored link, gone ones too."""
    return {link_of(row): row for row in SchoolLink.objects.all()}


def school_numbers() -> dict[str, Provider]:
    """The settings with a number of the Department's, by it (O1)."""
    held = ProviderIdentity.objects.filter(scheme=Scheme.DFE_URN).select_related("provider")
    return {identity.value: identity.provider for identity in held}


def take_overs_said_of(provider: Provider) -> list[Suggestion]:
    """Schools that one setting took over from, as the register of schools says it. Recorded ones are left
    out.
    """
    of_setting = ProviderIdentity.objects.filter(provider=provider, scheme=Scheme.DFE_URN)
    numbers = list(of_setting.values_list("value", flat=True))
    if not numbers:
        return []
    rows = SchoolLink.objects.filter(Q(urn__in=numbers) | Q(other_urn__in=numbers), gone_since=None)
    said = said_take_overs((link_of(row), row.since) for row in rows)
    return [each for each in _suggested(said) if each.later.pk == provider.pk]


def take_overs_said() -> Suggestions:
    """Every suggestion that waits to be recorded."""
    return _first(_suggested(said_take_overs(_links_now())))


def take_overs_said_after(run: ImportRun) -> Suggestions:
    """The suggestions that a load which waits to be confirmed would add."""
    links = dict(_links_now())
    before = {(said.earlier, said.later) for said in said_take_overs(links.items())}
    kinds = (RowKind.NEW, RowKind.CHANGED, RowKind.VANISHED)
    for row in PlannedRow.objects.filter(run=run, kind__in=kinds):
        for link, since in links_changed(row):
            if row.kind == RowKind.VANISHED:
                links.pop(link, None)
            else:
                links[link] = since
    added = [said for said in said_take_overs(links.items()) if (said.earlier, said.later) not in before]
    return _first(_suggested(added))


def _links_now() -> list[tuple[Link, date | None]]:
    return [(link_of(row), row.since) for row in SchoolLink.objects.filter(gone_since=None)]


def _first(suggestions: Sequence[Suggestion]) -> Suggestions:
    return Suggestions(suggestions[:MAX_SHOWN], len(suggestions))


def _suggested(said: Collection[SaidTakeOver]) -> list[Suggestion]:
    """Of what the register says, what concerns two settings of one's own and is neither recorded nor would
    make a circle; by the later setting's name.
    """
    if not said:
        return []
    schools, recorded = school_numbers(), predecessor_ids()
    found = []
    for each in said:
        earlier, later = schools.get(each.earlier), schools.get(each.later)
        if earlier is None or later is None or earlier.pk in recorded.get(later.pk, ()):
            continue
        if earlier.pk == later.pk or makes_a_circle(earlier.pk, later.pk, recorded):
            continue
        named = _("%(setting)s (%(number)s)") % {"setting": earlier, "number": each.earlier}
        reasons = reasons_of(each, earlier=named, is_still_listed=earlier.is_listed)
        words = tuple(reason.in_words(_) for reason in reasons)
        found.append(Suggestion(later, earlier, each.earlier, each.since, words))
    return sorted(found, key=lambda each: (each.later.search_text, each.later.pk, each.earlier_number))
