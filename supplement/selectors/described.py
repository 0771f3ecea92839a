"""A version of a scheme in words: what its pages, its comparison, its sheet and a consultation's record say."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from core.money import exact_rate, pounds
from core.wording import date_in_words, from_to_in_words
from providers.models import Provider
from supplement.rules.criteria import UNITS, Consequence, Criterion, Kind, Unit
from supplement.rules.schemes import Basis, Component, Tier
from supplement.rules.years import PaidPeriod, Year


@dataclass(frozen=True, slots=True)
class Line:
    """``key`` is the same in every version, so two can be laid side by side."""

    key: str
    label: str
    words: str


@dataclass(frozen=True, slots=True)
class Part:
    key: str
    title: str
    lines: tuple[Line, ...]


def described(year: Year) -> list[Part]:
    """All of a version, in the order in which it is read."""
    return [
        Part("about", _("The year and the money"), tuple(_about(year))),
        *(period_part(paid) for paid in year.periods),
        *(component_part(component) for component in year.components),
        Part("limits", _("Limits"), tuple(_limits(year))),
        Part("joining", _("Who joins, leaves or is in two groups"), tuple(_joining(year))),
        Part("criteria", _("What must be met first"), tuple(_criteria(year))),
    ]


def as_kept(parts: Sequence[Part]) -> list[Any]:
    """For a column of JSON."""
    return [
        [part.key, part.title, [[line.key, line.label, line.words] for line in part.lines]] for part in parts
    ]


def from_kept(contents: Sequence[Any]) -> list[Part]:
    return [Part(key, title, tuple(Line(*line) for line in lines)) for key, title, lines in contents]


def _about(year: Year) -> Iterator[Line]:
    yield Line("year", _("Year"), from_to_in_words(year.starts_on, year.ends_on))
    yield Line("legal_basis", _("Legal basis"), year.legal_basis)
    yield Line("funding_source", _("Source of the money"), year.funding_source)


def period_part(paid: PaidPeriod) -> Part:
    period, pot = paid.period, paid.pot
    days = [
        _("%(percent)d per cent on %(day)s") % {"percent": part.percent, "day": date_in_words(part.pay_on)}
        for part in period.instalments
    ]
    lines = [
        Line("time", _("Paid for"), from_to_in_words(period.starts_on, period.ends_on)),
        Line("count_on", _("Count date"), date_in_words(period.count_on)),
        Line(
            "claims",
            _("Claims"),
            _("%(first)s to %(last)s")
            % {"first": date_in_words(period.claims_from_on), "last": date_in_words(period.claims_until_on)},
        ),
        Line("evidence", _("Last day for evidence"), date_in_words(period.evidence_until_on)),
        Line("instalments", _("Payments"), "; ".join(days)),
        Line("pot", _("Pot"), pounds(pot.pence) if pot.pence is not None else _("No fixed pot")),
        Line("contingency", _("Kept back of it"), pounds(pot.contingency_pence)),
    ]
    return Part(f"period {period.key}", _("Period: %(name)s") % {"name": period.name}, tuple(lines))


def component_part(component: Component) -> Part:
    lines = [
        Line("pays", _("What is paid"), pays_in_words(component)),
        Line("counts", _("Who counts"), counts_in_words(component)),
        Line("member_cap", _("At most for a member"), _cap(component.member_cap_pence)),
        Line("collaboration_cap", _("At most for a collaboration"), _cap(component.collaboration_cap_pence)),
    ]
    title = _("Paid for: %(name)s") % {"name": component.name}
    return Part(f"component {component.key}", title, tuple(lines))


def pays_in_words(component: Component) -> str:
    """£12.50 for each member of staff."""
    if component.basis == Basis.TIERS:
        return "; ".join(_tier(tier) for tier in component.tiers)
    if component.basis == Basis.POT:
        return _("%(sum)s shared by: %(measure)s") % {
            "sum": pounds(component.sum_pence),
            "measure": component.measure.label,
        }
    words: Mapping[Basis, str] = {
        Basis.HEADS: _("%(rate)s for each member of staff"),
        Basis.FTE: _("%(rate)s for each full-time post"),
        Basis.SETTING: _("%(rate)s for each setting"),
        Basis.COLLABORATION: _("%(rate)s for each collaboration"),
        Basis.HOURS: _("%(rate)s for each funded hour"),
    }
    return words[component.basis] % {"rate": exact_rate(component.rate)}


def _tier(tier: Tier) -> str:
    return _("from %(number)s: %(sum)s") % {
        "number": f"{tier.from_number.normalize():f}",
        "sum": pounds(tier.pence),
    }


def counts_in_words(component: Component) -> str:
    only, words = component.only, []
    if only.provider_types:
        labels = [str(label) for value, label in Provider.Type.choices if value in only.provider_types]
        words.append(_("Settings of these kinds: %(kinds)s") % {"kinds": ", ".join(labels)})
    if only.min_hours is not None:
        hours = f"{only.min_hours.normalize():f}"
        words.append(_("Staff who work at least %(hours)s hours a week") % {"hours": hours})
    if only.min_level is not None:
        words.append(_("Staff with a qualification of level %(level)d or higher") % {"level": only.min_level})
    return ". ".join(words) if words else _("Everybody")


def _cap(pence: int | None) -> str:
    return _("No limit") if pence is None else _("%(sum)s a period") % {"sum": pounds(pence)}


def _limits(year: Year) -> Iterator[Line]:
    yield Line("member_cap", _("At most for a member"), _cap(year.caps.member_pence))
    yield Line("collaboration_cap", _("At most for a collaboration"), _cap(year.caps.collaboration_pence))
    planned = year.planned_funding_pence
    yield Line(
        "planned", _("Planned formula funding"), pounds(planned) if planned is not None else _("Not entered")
    )
    words = _("%(percent)d per cent of it") % {"percent": year.ceiling_percent}
    if year.ceiling_pence is not None:
        words = _("%(percent)d per cent of it: %(sum)s") % {
            "percent": year.ceiling_percent,
            "sum": pounds(year.ceiling_pence),
        }
    yield Line("ceiling", _("Ceiling"), words)


def _joining(year: Year) -> Iterator[Line]:
    yield Line("joiners", _("Who joins within a period"), str(year.joiners.label))
    yield Line("leavers", _("Who leaves within a period"), str(year.leavers.label))
    yield Line("twice", _("A member of two groups is paid in"), str(year.twice.label))
    hours = f"{year.full_time_hours.normalize():f}"
    yield Line("hours", _("A full-time post"), _("%(hours)s hours a week") % {"hours": hours})


def _criteria(year: Year) -> Iterator[Line]:
    if not year.criteria:
        yield Line("none", _("Criteria"), _("Nothing must be met"))
    yield from criteria_lines(year.criteria)


def criteria_lines(criteria: Sequence[Criterion]) -> tuple[Line, ...]:
    return tuple(
        Line(criterion.kind.value, str(criterion.kind.label), criterion_in_words(criterion))
        for criterion in criteria
    )


def criterion_in_words(criterion: Criterion) -> str:
    """At least 5 members. If not met: nothing is paid to the collaboration. 14 days of grace. Can be waived."""
    sentences = [words for words in (_threshold(criterion), _window(criterion)) if words]
    sentences.append(str(criterion.asked.label))
    follows = str(criterion.consequence.label)
    if criterion.consequence == Consequence.REDUCE:
        follows = _("The sum is smaller by %(percent)d per cent") % {"percent": criterion.reduce_percent}
    sentences.append(_("If it is not met: %(follows)s") % {"follows": follows[:1].lower() + follows[1:]})
    if criterion.grace_days:
        sentences.append(
            ngettext("%(number)d day of grace", "%(number)d days of grace", criterion.grace_days)
            % {"number": criterion.grace_days}
        )
    if criterion.may_be_waived:
        sentences.append(_("Can be waived with a reason"))
    return ". ".join(sentences)


def _threshold(criterion: Criterion) -> str:
    number, unit = criterion.threshold, UNITS.get(criterion.kind)
    if number is None or unit is None:
        return ""
    if criterion.kind == Kind.UNSPENT:
        return _("At most %(sum)s unspent") % {"sum": pounds(number)}
    words = {
        Unit.SETTINGS: ngettext("At least %(number)d member", "At least %(number)d members", number),
        Unit.PERCENT: _("At least %(number)d per cent"),
        Unit.DAYS: ngettext("At least %(number)d day", "At least %(number)d days", number),
        Unit.TIMES: ngettext("At least once", "At least %(number)d times", number),
    }
    return words[unit] % {"number": number}


def _window(criterion: Criterion) -> str:
    if criterion.window_days is None:
        return ""
    return ngettext(
        "Counted over %(number)d day", "Counted over the last %(number)d days", criterion.window_days
    ) % {"number": criterion.window_days}
