"""Settings in the search of everything: of the register for those who read it, else of one's own groups."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING, Any
from urllib.parse import urlencode

from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from accounts.permissions import Permission
from core.frame.hits import Hit, Hits, search_source
from core.prepared import prepared
from core.searching import Search, best, words_in
from memberships.selectors.audience import groups_of_settings, settings_met_by
from ofsted.rules.policy import Verdict
from ofsted.selectors.register import judgements_in_words
from ofsted.selectors.standing import table_in_force
from ofsted.selectors.verdicts import verdicts_of
from providers.selectors import register, sees_private_addresses, settings_search, words_of_settings

if TYPE_CHECKING:
    from django.db.models import QuerySet

    from core.frame.visitor import Visitor
    from core.matching import Words
    from core.searching import Query
    from providers.models import Provider

KIND = "setting"


def _settings(visitor: Visitor) -> QuerySet[Provider]:
    if visitor.allows(Permission.VIEW_SETTINGS):
        return register()
    return settings_met_by(visitor.user, on=visitor.on)


def _words(visitor: Visitor) -> Words:
    if visitor.allows(Permission.VIEW_SETTINGS):
        return words_of_settings(with_homes=sees_private_addresses(visitor.user))
    return words_in(_settings(visitor), "name")


def _search(visitor: Visitor) -> Search:
    if visitor.allows(Permission.VIEW_SETTINGS):
        return settings_search(with_homes=sees_private_addresses(visitor.user))
    return Search(column="search_text", name="name", words=lambda: _words(visitor))


def _by_ids(ids: Sequence[int], visitor: Visitor) -> list[Hit]:
    return _hits(list(_settings(visitor).filter(pk__in=ids)), visitor)


def _titles(ids: Sequence[int], visitor: Visitor) -> list[Hit]:
    if not visitor.allows(Permission.VIEW_SETTINGS):
        return _by_ids(ids, visitor)
    return [
        Hit(str(setting), reverse("portal:setting", args=[setting.pk]), KIND, setting.pk)
        for setting in _of_register(ids=ids)
    ]


@prepared
def _of_register(ids: Sequence[int]) -> QuerySet[Provider]:
    return register().filter(pk__in=ids)


@search_source(
    kind=KIND, label=gettext_lazy("Settings"), order=10, words=_words, by_ids=_by_ids, titles=_titles
)
def find_settings(query: Query, visitor: Visitor, limit: int) -> Hits:
    first = best(_settings(visitor), query, _search(visitor), limit=limit)
    listed = visitor.allows(Permission.VIEW_SETTINGS) and not query.parts
    all_url = f"{reverse('providers:settings')}?{urlencode({'q': query.text})}" if listed else ""
    return Hits(first.count, tuple(_hits(first.rows, visitor)), first.weight, first.shown, all_url)


def _hits(settings: list[Any], visitor: Visitor) -> list[Hit]:
    if not settings:
        return []
    if visitor.allows(Permission.VIEW_SETTINGS):
        return _of_the_team(settings, visitor)
    return _of_a_group(settings, visitor)


def _of_the_team(settings: Sequence[Provider], visitor: Visitor) -> list[Hit]:
    """What an officer needs before ringing: number, place, judgement, telephone. Of homes, what may be seen."""
    ids = [setting.pk for setting in settings]
    judgements, verdicts = judgements_in_words(ids, on=visitor.on), _verdicts(ids, visitor)
    shows_homes = sees_private_addresses(visitor.user)
    hits = []
    for setting in settings:
        is_hidden = setting.is_domestic and not shows_homes
        place = "" if is_hidden else ", ".join(part for part in (setting.town, setting.postcode) if part)
        lines = (
            f"{setting.get_provider_type_display()}, {setting.urn}".rstrip(", "),
            place,
            ". ".join(part for part in (judgements[setting.pk], verdicts.get(setting.pk, "")) if part),
            "" if setting.is_listed else _("No longer listed by Ofsted"),
        )
        url = reverse("portal:setting", args=[setting.pk])
        telephone = "" if is_hidden else setting.telephone
        hits.append(Hit(str(setting), url, KIND, setting.pk, tuple(filter(None, lines)), telephone))
    return hits


def _verdicts(ids: Sequence[int], visitor: Visitor) -> dict[int, str]:
    """What the leading policy makes of each, in words; the worse of two inspections on one day (O5)."""
    if not visitor.allows(Permission.VIEW_POLICY):
        return {}
    worst: dict[int, int] = {}
    for setting, verdict in verdicts_of([table_in_force(visitor.on)], ids, on=visitor.on):
        worst[setting] = max(verdict, worst.get(setting, verdict))
    return {setting: _(Verdict(verdict).label) for setting, verdict in worst.items()}


def _of_a_group(settings: Sequence[Provider], visitor: Visitor) -> list[Hit]:
    """What the pages of one's own groups say of their members: no address and no telephone."""
    groups = groups_of_settings([setting.pk for setting in settings], visitor.user, on=visitor.on)
    hits = []
    for setting in settings:
        memberships = groups.get(setting.pk, [])
        lines = (
            str(setting.get_provider_type_display()),
            str(setting.district or ""),
            ", ".join(str(membership.collaboration) for membership in memberships),
        )
        if visitor.allows(Permission.VIEW_SETTINGS, setting):
            url = reverse("portal:setting", args=[setting.pk])
        elif memberships:
            url = f"{reverse('collaborations:detail', args=[memberships[0].collaboration_id])}#members"
        else:
            url = reverse("home")  # works there, does not manage it, and it is in no group
        hits.append(Hit(str(setting), url, KIND, setting.pk, tuple(filter(None, lines))))
    return hits
