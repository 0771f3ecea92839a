"""Free places at all settings of the authority."""

from __future__ import annotations

from datetime import date

from django.db.models import QuerySet

from memberships.selectors.districts import NO_DISTRICT
from providers.models import Vacancy
from providers.selectors import shown_vacancies, vacancies_for_anybody, with_age_in_order

AGE_BANDS = Vacancy.AgeBand.choices
SESSIONS = Vacancy.Session.choices


def vacancies_to_list(*, on: date, with_homes: bool) -> QuerySet[Vacancy]:
    """Those that have not faded. ``with_homes``: also of homes that did not agree to be named, which officers alone see."""
    return with_age_in_order(shown_vacancies(on=on) if with_homes else vacancies_for_anybody(on=on))


def vacancies_in_district(rows: QuerySet[Vacancy], wanted: str) -> QuerySet[Vacancy]:
    """Those of settings in a district by its id, or of settings in none."""
    return rows.filter(provider__district__isnull=True) if wanted == NO_DISTRICT else rows.filter(provider__district_id=wanted)
