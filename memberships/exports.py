"""Exports of collaborations, members and leaders."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

from django.db.models import QuerySet
from django.utils import timezone
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from accounts.permissions import Permission
from collaborations.models import Collaboration
from collaborations.selectors import in_state, state_choices
from core.exports import Column, Export, Filters, Kind, WrongFilters, register
from memberships import selectors
from memberships.models import Application
from memberships.rules import SIZE_LABELS, Size, size_of
from memberships.rules.plan_states import PLAN_STATE_LABELS, PlanState
from memberships.selectors.districts import NO_DISTRICT, SETTING_TYPES, in_district, settings_without_collaboration
from memberships.selectors.joining import APPLICATION_STATES
from memberships.selectors.plans import plans
from providers.models import Provider
from providers.rules import RETURN_LABELS, search_text
from providers.selectors import districts, newest_period, period_by_id, periods, state_of_period

CHUNK = 500


class OurExport(Export):
    """Needs the right to export besides the right to see."""

    def may_run(self, by: Any, filters: Filters) -> bool:
        return by.has_perm(Permission.EXPORT) and super().may_run(by, filters)


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
        known = {
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
            "size": {size.value: gettext(label) for size, label in SIZE_LABELS.items()},
            "leader": {"some": gettext("Has a leader"), "none": gettext("Has no leader")},
        }
        return [(str(self.filter_titles[name]), words.get(name, {}).get(value, value)) for name, value in sorted(filters.items())]

    def wanted(self, filters: Filters) -> QuerySet[Collaboration]:
        today = timezone.localdate()
        rows = selectors.collaborations_with_size(on=today)
        if "q" in filters:
            rows = rows.filter(name__icontains=filters["q"])
        if "district" in filters:
            rows = rows.filter(district=filters["district"])
        if "kind" in filters:
            rows = rows.filter(kind=filters["kind"])
        if "state" in filters:
            rows = in_state(rows, filters["state"])
        if "size" in filters:
            rows = selectors.of_size(rows, Size(filters["size"]))
        if "leader" in filters:
            rows = selectors.by_having_leaders(rows, on=today, wanted=filters["leader"] == "some")
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
                gettext(SIZE_LABELS[size_of(facts.members)]),
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
        return selectors.memberships().count()

    def rows(self, filters: Filters, *, by: Any) -> Iterator[tuple[object, ...]]:
        for stay in selectors.memberships().iterator(CHUNK):
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
        return selectors.leader_appointments().count()

    def rows(self, filters: Filters, *, by: Any) -> Iterator[tuple[object, ...]]:
        for one in selectors.leader_appointments().iterator(CHUNK):
            stay = one.membership
            person = (one.user.full_name, one.user.email)
            setting = (str(stay.provider), stay.provider.urn)
            yield stay.collaboration.name, *person, *setting, one.get_manner_display(), one.starts_on, one.ends_on


@register
class SettingsWithoutCollaboration(OurExport):
    identifier = "settings_without_collaboration"
    title = _("Settings with no collaboration")
    description = _("Settings that Ofsted lists and that are in no collaboration today.")
    permission = Permission.VIEW_MEMBERS
    filter_titles = {"q": _("Name or URN"), "district": _("District"), "type": _("Type")}
    columns = (
        Column("setting", _("Setting"), width=34),
        Column("urn", _("Ofsted URN")),
        Column("type", _("Type"), width=34),
        Column("district", _("District"), width=22),
        Column("registered_on", _("On the register since"), Kind.DATE),
    )

    def clean_filters(self, given: Mapping[str, str]) -> dict[str, str]:
        kept = super().clean_filters(given)
        known = {"district": self._districts(), "type": dict(SETTING_TYPES)}
        for name, values in known.items():
            if name in kept and kept[name] not in values:
                raise WrongFilters(gettext("Choose the %(filter)s from the list.") % {"filter": self.filter_titles[name]})
        return kept

    def filters_in_words(self, filters: Filters) -> list[tuple[str, str]]:
        words: dict[str, Mapping[str, Any]] = {"district": self._districts(), "type": dict(SETTING_TYPES)}
        return [(str(self.filter_titles[name]), str(words.get(name, {}).get(value, value))) for name, value in sorted(filters.items())]

    def _districts(self) -> dict[str, str]:
        return {NO_DISTRICT: gettext("No district"), **{str(one.pk): one.name for one in districts()}}

    def wanted(self, filters: Filters) -> QuerySet[Provider]:
        rows = settings_without_collaboration(on=timezone.localdate())
        for word in search_text(filters.get("q", "")).split():
            rows = rows.filter(search_text__contains=word)
        if "district" in filters:
            rows = in_district(rows, filters["district"])
        return rows.filter(provider_type=filters["type"]) if "type" in filters else rows

    def count(self, filters: Filters, *, by: Any) -> int:
        return self.wanted(filters).count()

    def rows(self, filters: Filters, *, by: Any) -> Iterator[tuple[object, ...]]:
        for one in self.wanted(filters).iterator(CHUNK):
            yield str(one), one.urn, one.get_provider_type_display(), one.district.name if one.district else "", one.registered_on


@register
class Applications(OurExport):
    """Grade is no column: it is no part of joining (C5)."""

    identifier = "applications"
    title = _("Applications to join")
    description = _("Every application of a setting to a collaboration, those that wait first.")
    permission = Permission.VIEW_MEMBERS
    filter_titles = {"q": _("Setting"), "state": _("State"), "district": _("District")}
    columns = (
        Column("setting", _("Setting"), width=34),
        Column("urn", _("Ofsted URN")),
        Column("collaboration", _("Collaboration"), width=34),
        Column("district", _("District"), width=22),
        Column("applied_at", _("Applied at"), Kind.DATETIME, width=22),
        Column("state", _("State"), width=28),
        Column("decided_on", _("Decided on"), Kind.DATE),
        Column("joined_on", _("Member from"), Kind.DATE),
    )

    def clean_filters(self, given: Mapping[str, str]) -> dict[str, str]:
        kept = super().clean_filters(given)
        known = {"state": set(dict(APPLICATION_STATES)), "district": {str(one.pk) for one in districts()}}
        for name, values in known.items():
            if kept.get(name, "") not in {"", *values}:
                raise WrongFilters(gettext("Choose the %(filter)s from the list.") % {"filter": self.filter_titles[name]})
        return kept

    def filters_in_words(self, filters: Filters) -> list[tuple[str, str]]:
        words = {
            "state": {value: str(label) for value, label in APPLICATION_STATES},
            "district": {str(one.pk): one.name for one in districts()},
        }
        return [(str(self.filter_titles[name]), words.get(name, {}).get(value, value)) for name, value in sorted(filters.items())]

    def wanted(self, filters: Filters) -> QuerySet[Application]:
        rows = selectors.applications()
        for word in search_text(filters.get("q", "")).split():
            rows = rows.filter(provider__search_text__contains=word)
        lookups = {"state": "state", "district": "provider__district"}
        return rows.filter(**{lookup: filters[name] for name, lookup in lookups.items() if name in filters})

    def count(self, filters: Filters, *, by: Any) -> int:
        return self.wanted(filters).count()

    def rows(self, filters: Filters, *, by: Any) -> Iterator[tuple[object, ...]]:
        for one in self.wanted(filters).iterator(CHUNK):
            setting, stay = one.provider, one.membership
            district = setting.district.name if setting.district else ""
            told = (one.applied_at, str(one.get_state_display()), one.decided_on, stay.joined_on if stay else None)
            yield str(setting), setting.urn, one.collaboration.name, district, *told


@register
class Plans(OurExport):
    identifier = "plans"
    title = _("Divisions and mergers")
    description = _("Every plan to divide or merge collaborations.")
    permission = Permission.REORGANISE
    filter_titles = {"state": _("State")}
    columns = (
        Column("kind", _("Kind"), width=24),
        Column("ending", _("Collaborations that end"), width=40),
        Column("beginning", _("Collaborations that begin"), width=40),
        Column("state", _("State"), width=24),
        Column("takes_effect_on", _("First day"), Kind.DATE),
        Column("met_leaders_on", _("Met the leaders on"), Kind.DATE),
        Column("started_by", _("Drawn up by"), width=28),
        Column("started_on", _("Drawn up on"), Kind.DATE),
    )

    def clean_filters(self, given: Mapping[str, str]) -> dict[str, str]:
        kept = super().clean_filters(given)
        if kept.get("state", "") not in {"", *PlanState}:
            raise WrongFilters(gettext("Choose the %(filter)s from the list.") % {"filter": self.filter_titles["state"]})
        return kept

    def filters_in_words(self, filters: Filters) -> list[tuple[str, str]]:
        return [(str(self.filter_titles[name]), gettext(PLAN_STATE_LABELS[PlanState(value)])) for name, value in filters.items()]

    def count(self, filters: Filters, *, by: Any) -> int:
        return plans().filter(**filters).count()

    def rows(self, filters: Filters, *, by: Any) -> Iterator[tuple[object, ...]]:
        for plan in plans().filter(**filters).iterator(CHUNK):
            facts: Any = plan
            names = (", ".join(facts.ending), ", ".join(facts.beginning))
            days = (plan.takes_effect_on, plan.met_leaders_on)
            began = (str(plan.started_by), timezone.localdate(plan.started_at))
            yield plan.get_kind_display(), *names, plan.get_state_display(), *days, *began


@register
class StaffReturns(OurExport):
    """One row a setting that was asked: what it certified, who, when, or that it owes."""

    identifier = "staff_returns"
    title = _("Staff returns")
    description = _("The staff number of every member setting for one period, the newest unless you choose another in the list.")
    permission = Permission.VIEW_RETURNS
    filter_titles = {"q": _("Name"), "period": _("Period"), "collaboration": _("Collaboration"), "state": _("State"), "type": _("Type")}
    columns = (
        Column("period", _("Period"), width=22),
        Column("count_date", _("Count date"), Kind.DATE),
        Column("setting", _("Setting"), width=34),
        Column("urn", _("Ofsted URN")),
        Column("type", _("Type"), width=26),
        Column("collaborations", _("Collaborations"), width=34),
        Column("state", _("State")),
        Column("staff", _("Staff"), Kind.NUMBER),
        Column("certified_by", _("Certified by"), width=28),
        Column("certified_at", _("When"), Kind.DATETIME),
        Column("reminded_on", _("Reminded on"), Kind.DATE),
    )

    def clean_filters(self, given: Mapping[str, str]) -> dict[str, str]:
        kept = super().clean_filters(given)
        for name, known in self._choices().items():
            if kept.get(name, "") not in {"", *known}:
                raise WrongFilters(gettext("Choose the %(filter)s from the list.") % {"filter": self.filter_titles[name]})
        return kept

    def _choices(self) -> dict[str, dict[str, str]]:
        return {
            "period": {str(one.pk): one.name for one in periods()},
            "collaboration": {str(pk): name for pk, name in selectors.groups_to_choose(timezone.localdate())},
            "state": {"certified": gettext("Certified"), "owed": gettext("Owed")},
            "type": {value: str(label) for value, label in Provider.Type.choices},
        }

    def filters_in_words(self, filters: Filters) -> list[tuple[str, str]]:
        words = self._choices()
        return [(str(self.filter_titles[name]), words.get(name, {}).get(value, value)) for name, value in sorted(filters.items())]

    def period(self, filters: Filters) -> Any:
        return period_by_id(int(filters["period"])) if "period" in filters else newest_period(timezone.localdate())

    def wanted(self, filters: Filters) -> QuerySet[Provider]:
        period, today = self.period(filters), timezone.localdate()
        if period is None:
            return Provider.objects.none()
        rows = selectors.returns_in(period, on=today).order_by("search_text", "pk")
        for word in search_text(filters.get("q", "")).split():
            rows = rows.filter(search_text__contains=word)
        if "collaboration" in filters:
            rows = selectors.of_group(rows, int(filters["collaboration"]), on=today)
        if "state" in filters:
            rows = selectors.in_state(rows, filters["state"])
        return rows.filter(provider_type=filters["type"]) if "type" in filters else rows

    def count(self, filters: Filters, *, by: Any) -> int:
        return self.wanted(filters).count()

    def rows(self, filters: Filters, *, by: Any) -> Iterator[tuple[object, ...]]:
        period = self.period(filters)
        if period is None:
            return
        period_state = state_of_period(period, on=timezone.localdate())
        for setting in self.wanted(filters).iterator(CHUNK):
            row: Any = setting
            yield (
                period.name,
                period.count_date,
                str(row),
                row.urn,
                row.get_provider_type_display(),
                ", ".join(row.groups),
                gettext(RETURN_LABELS[selectors.state_of_row(row, period_state)]),
                row.staff,
                row.certified_name,
                row.certified_at,
                row.reminded_on,
            )
