"""Collaborations, their members and leaders as sheets."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping
from typing import Any

from django.db.models import QuerySet
from django.utils import timezone
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from accounts.permissions import Permission
from collaborations.models import Collaboration
from collaborations.selectors import in_state, state_choices
from core.exports.registry import Column, Filters, Kind, WrongFilters, register
from documents.exports.mixins import CHUNK, OurExport
from memberships.rules.size import Size, size_of
from memberships.selectors.leaders import leader_appointments
from memberships.selectors.lists import by_having_leaders, collaborations_with_size, of_size
from memberships.selectors.members import memberships
from providers.selectors import districts


@register
class Collaborations(OurExport):
    identifier = "collaborations"
    title = _("Collaborations")
    description = _("Every collaboration with its size and leaders today.")
    permission = Permission.VIEW_COLLABORATIONS
    filter_titles = {
        "q": _("Name"),
        "district": _("District"),
        "kind": _("Kind"),
        "state": _("State"),
        "size": _("Size"),
        "leader": _("Leader"),
    }
    columns = (
        Column("name", _("Name"), width=34),
        Column("kind", _("Kind"), width=22),
        Column("state", _("State")),
        Column("district", _("District"), width=22),
        Column("online", _("Meets online only"), Kind.BOOLEAN),
        Column("started_on", _("Started on"), Kind.DATE),
        Column("members", _("Members"), Kind.NUMBER),
        Column("size", _("Size"), width=22),
        Column("leaders", _("Leaders"), width=40),
    )

    def clean_filters(self, given: Mapping[str, str]) -> dict[str, str]:
        kept = super().clean_filters(given)
        known: dict[str, Collection[str]] = {
            "district": {str(one.pk) for one in districts()},
            "kind": set(Collaboration.Kind.values),
            "state": {value for value, _label in state_choices()},
            "size": set(Size),
            "leader": {"some", "none"},
        }
        for name, values in known.items():
            if kept.get(name, "") not in {"", *values}:
                raise WrongFilters(gettext("Choose the %(filter)s from the list.") % {"filter": self.filter_titles[name]})
        return kept

    def filters_in_words(self, filters: Filters) -> list[tuple[str, str]]:
        words = {
            "district": {str(one.pk): one.name for one in districts()},
            "kind": {value: str(label) for value, label in Collaboration.Kind.choices},
            "state": dict(state_choices()),
            "size": {size.value: str(size.label) for size in Size},
            "leader": {"some": gettext("Has a leader"), "none": gettext("Has no leader")},
        }
        return [(str(self.filter_titles[name]), words.get(name, {}).get(value, value)) for name, value in sorted(filters.items())]

    def wanted(self, filters: Filters) -> QuerySet[Collaboration]:
        today = timezone.localdate()
        rows = collaborations_with_size(on=today)
        if "q" in filters:
            rows = rows.filter(name__icontains=filters["q"])
        if "district" in filters:
            rows = rows.filter(district=int(filters["district"]))
        if "kind" in filters:
            rows = rows.filter(kind=filters["kind"])
        if "state" in filters:
            rows = in_state(rows, filters["state"])
        if "size" in filters:
            rows = of_size(rows, Size(filters["size"]))
        if "leader" in filters:
            rows = by_having_leaders(rows, on=today, wanted=filters["leader"] == "some")
        return rows

    def count(self, filters: Filters, *, by: Any) -> int:
        return self.wanted(filters).count()

    def rows(self, filters: Filters, *, by: Any) -> Iterator[tuple[object, ...]]:
        for one in self.wanted(filters).iterator(CHUNK):
            facts: Any = one
            yield (
                one.name,
                one.get_kind_display(),
                one.get_state_display(),
                one.district.name if one.district else "",
                one.is_virtual,
                one.started_on,
                facts.members,
                str(size_of(facts.members).label),
                ", ".join(facts.leaders),
            )


@register
class Members(OurExport):
    identifier = "members"
    title = _("Members of collaborations")
    description = _("Every membership, those that have ended too.")
    permission = Permission.VIEW_MEMBERS
    columns = (
        Column("collaboration", _("Collaboration"), width=34),
        Column("setting", _("Setting"), width=34),
        Column("urn", _("Ofsted URN")),
        Column("type", _("Type"), width=26),
        Column("district", _("District"), width=22),
        Column("joined_on", _("Member from"), Kind.DATE),
        Column("left_on", _("Left on"), Kind.DATE),
        Column("reason", _("Reason for leaving"), width=34),
    )

    def count(self, filters: Filters, *, by: Any) -> int:
        return memberships().count()

    def rows(self, filters: Filters, *, by: Any) -> Iterator[tuple[object, ...]]:
        for stay in memberships().iterator(CHUNK):
            setting = stay.provider
            yield (
                stay.collaboration.name,
                str(setting),
                setting.urn,
                setting.get_provider_type_display(),
                setting.district.name if setting.district else "",
                stay.joined_on,
                stay.left_on,
                stay.leaving_reason,
            )


@register
class Leaders(OurExport):
    identifier = "leaders"
    title = _("Leaders of collaborations")
    description = _("Every appointment of a leader, those that have ended too.")
    permission = Permission.VIEW_MEMBERS
    columns = (
        Column("collaboration", _("Collaboration"), width=34),
        Column("name", _("Name"), width=28),
        Column("email", _("E-mail address"), width=34),
        Column("setting", _("Setting"), width=34),
        Column("urn", _("Ofsted URN")),
        Column("manner", _("Leads")),
        Column("starts_on", _("From"), Kind.DATE),
        Column("ends_on", _("Until"), Kind.DATE),
    )

    def count(self, filters: Filters, *, by: Any) -> int:
        return leader_appointments().count()

    def rows(self, filters: Filters, *, by: Any) -> Iterator[tuple[object, ...]]:
        for one in leader_appointments().iterator(CHUNK):
            stay = one.membership
            person = (one.user.full_name, one.user.email)
            setting = (str(stay.provider), stay.provider.urn)
            yield stay.collaboration.name, *person, *setting, one.get_manner_display(), one.starts_on, one.ends_on
