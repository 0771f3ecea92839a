"""What a load keeps of the file, given out by who asks: differences, cells of rejected rows and remarks, and
texts of the account (F5). The preview, the setting's history, the export and the command say the same.

No other module reads ``PlannedRow.value``, ``PlannedRow.differences`` or the texts of an account
(tests/architecture/test_private_copies.py).
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import Any

from django.utils.translation import gettext as _

from core.reading.account import Sample
from core.wording import date_in_words, in_words
from ofsted.models import PlannedRow
from ofsted.rules.inspections import InspectionFacts, judgements_in_words
from ofsted.rules.regimes import JUDGEMENT_COLUMNS, Regime
from ofsted.rules.school_links import LINK_LABELS, Link, LinkType
from providers.models import Provider
from providers.rules.register import HOME_FIELDS

#: The field under which a load of links keeps what it does to one.
SCHOOL_LINK = "school_link"


@dataclass(frozen=True, slots=True)
class Difference:
    """One field: what the register says, what the file says. Empty text is "nothing"."""

    field: str
    before: str
    after: str


def differences_of(row: PlannedRow, *, with_home_fields: bool) -> list[Difference]:
    """The differences of one row.

    Where somebody lives is left out unless the reader may see it, for every type of setting: a setting's type
    may be what changes.
    """
    said = [
        _said(name, before, after)
        for name, before, after in row.differences
        if with_home_fields or name not in HOME_FIELDS
    ]
    hidden = len(row.differences) - len(said)
    if hidden:
        said.append(Difference(_("address"), "", _("changed (you cannot see addresses)")))
    return said


def cell_of(row: PlannedRow, *, with_home_fields: bool) -> str:
    """The text of the cell for which a row was rejected or remarked on.

    Of a home, and of a row whose type was not read, no text is shown to who may not see private addresses:
    cells of a damaged row may have moved, so an address may stand in any column.
    """
    if row.value and row.is_home and not with_home_fields:
        return _("Not shown: you cannot see addresses")
    return row.value


def sample_of(sample: Sample, *, with_home_fields: bool) -> str:
    """A text that the account of a reading keeps."""
    if sample.is_private and sample.text and not with_home_fields:
        return _("not shown")
    return sample.text


#: What a load says of an inspection, as the rows of its plan call it.
CHANGES_OF_INSPECTIONS = ("inspection", "inspection_gone", "inspection_again")


def inspections_changed(row: PlannedRow) -> list[tuple[str, dict[str, Any], dict[str, Any]]]:
    """(what happens, before, after) of each inspection that a load changes: published facts, for the rules."""
    return [
        (name, before or {}, after or {})
        for name, before, after in row.differences
        if name in CHANGES_OF_INSPECTIONS
    ]


def links_changed(row: PlannedRow) -> list[tuple[Link, date | None]]:
    """The links between schools that a load brings, changes or takes away, with their day: for the rules."""
    told = [after or before for name, before, after in row.differences if name == SCHOOL_LINK]
    return [
        (
            Link(link["urn"], link["other"], LinkType(link["type"])),
            date.fromisoformat(link["since"]) if link["since"] else None,
        )
        for link in told
    ]


def status_told(row: PlannedRow) -> str:
    """The word with which the file ends a registration; empty where it does not list the setting at all."""
    return next((after for name, _before, after in row.differences if name == "registration_status"), "")


def _said(name: str, before: Any, after: Any) -> Difference:
    if name == SCHOOL_LINK:
        return _link_said(before, after)
    if name == "inspection":
        return Difference(_inspection_title(after), _judged(before), _judged(after))
    if name == "inspection_gone":
        gone = _("no longer in the file: it stays in the history and no longer counts")
        return Difference(_inspection_title(before), _judged(before), gone)
    if name == "inspection_again":
        return Difference(
            _inspection_title(after),
            _("%(judgements)s (had no longer been in the file)") % {"judgements": _judged(before)},
            _("%(judgements)s (counts again)") % {"judgements": _judged(after)},
        )
    if name == "registration_status":
        return Difference(_("registration"), before or _("active"), after or _("active"))
    if name == "unlisted_since":
        return Difference(
            _("listed"), _("no longer listed since %(date)s") % {"date": _day(before)}, _("listed again")
        )
    field: Any = Provider._meta.get_field(name)
    return Difference(str(field.verbose_name), _value(field, before), _value(field, after))


def _link_said(before: dict[str, str] | None, after: dict[str, str] | None) -> Difference:
    """A link by its first school, its kind and its second one; before and after its load, its day."""
    link: dict[str, str] = after or before or {}
    words = {"urn": link["urn"], "kind": _(LINK_LABELS[LinkType(link["type"])]), "other": link["other"]}
    title = _("%(urn)s: %(kind)s %(other)s") % words
    if link["name"]:
        title = _("%(link)s, %(school)s") % {"link": title, "school": link["name"]}
    gone = _("no longer in the file: it is kept and suggests nothing")
    return Difference(title, _link_day(before) if before else "", _link_day(after) if after else gone)


def _link_day(link: dict[str, str]) -> str:
    return _day(link["since"]) if link["since"] else _("without a date")


def _value(field: Any, value: Any) -> str:
    if value is None and field.get_internal_type() == "BooleanField":
        return _("not known")
    if value in (None, ""):
        return ""
    if field.choices:
        return str(dict(field.choices).get(value, value))
    if field.get_internal_type() == "DateField":
        return _day(value)
    return str(in_words(value))


def _day(value: str) -> str:
    return date_in_words(date.fromisoformat(value))


def _inspection_title(judged: dict[str, Any]) -> str:
    regime = _(Regime(judged["regime"]).label)
    return _("%(framework)s, %(date)s") % {"framework": regime, "date": _day(judged["inspected_on"])}


def _judged(judged: dict[str, Any] | None) -> str:
    if judged is None:
        return ""
    judgements: dict[str, Any] = {name: judged.get(name) for name in JUDGEMENT_COLUMNS}
    facts = InspectionFacts(
        regime=Regime(judged["regime"]),
        inspection_number=None,
        inspected_on=date.fromisoformat(judged["inspected_on"]),
    )._replace(**judgements)
    said = [f"{_(area)}: {_(grade)}" for area, grade in judgements_in_words(facts)]
    if judged.get("inspection_number"):
        said.append(_("number %(number)s") % {"number": judged["inspection_number"]})
    if judged.get("visit_type"):
        said.append(str(judged["visit_type"]))
    return "; ".join(said)
