"""Free places in the search of everything, by the setting's name, for people of settings.

Who reads the register finds the setting itself, and the list of free places under its own name.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from accounts.permissions import Permission
from core.frame.hits import Hit, Hits, search_source
from core.searching import Search, best, words_in
from memberships.selectors.people import belongs_to_a_setting
from provision.selectors import name_for_anybody, telephone_for_anybody, vacancies_to_list

if TYPE_CHECKING:
    from django.db.models import QuerySet

    from core.frame.visitor import Visitor
    from core.matching import Words
    from core.searching import Query
    from provision.models import Vacancy

KIND = "vacancy"


def _vacancies(visitor: Visitor) -> QuerySet[Vacancy]:
    rows = vacancies_to_list(on=visitor.on, with_homes=False)
    looks = not visitor.allows(Permission.VIEW_SETTINGS) and belongs_to_a_setting(visitor.user, on=visitor.on)
    return rows if looks else rows.none()


def _words(visitor: Visitor) -> Words:
    return words_in(visitor.once(_vacancies, visitor), "provider__name")


@search_source(kind=KIND, label=gettext_lazy("Free places"), order=50, words=_words)
def find_vacancies(query: Query, visitor: Visitor, limit: int) -> Hits:
    search = Search(column="provider__name__in_order", name="provider__name", words=lambda: _words(visitor))
    first = best(visitor.once(_vacancies, visitor), query, search, limit=limit)
    hits = []
    for vacancy in first.rows:
        places = _("%(places)d for age %(age)s, %(session)s") % {
            "places": vacancy.places,
            "age": vacancy.get_age_band_display().lower(),
            "session": vacancy.get_session_display().lower(),
        }
        lines = (places, str(vacancy.provider.district or ""))
        title, telephone = name_for_anybody(vacancy.provider), telephone_for_anybody(vacancy.provider)
        url = reverse("provision:all_vacancies")
        hits.append(Hit(title, url, KIND, vacancy.pk, tuple(filter(None, lines)), telephone))
    return Hits(first.count, tuple(hits), first.weight, first.shown, reverse("provision:all_vacancies"))
