"""Reads of what settings offer: vacancies, partnerships, and who agreed to be named in public."""

from __future__ import annotations

from collections.abc import Collection
from datetime import date

from django.db.models import Case, Exists, IntegerField, OuterRef, Prefetch, Q, QuerySet, Value, When
from django.utils.translation import gettext as _

from accounts.models.people import holds_on
from providers import rules
from providers.models import DeliveryPartner, DeliveryPartnership, Provider, PublicConsent, Vacancy
from providers.selectors.register import IN_A_HOME


def vacancies_of(provider: Provider) -> QuerySet[Vacancy]:
    """What a setting lists, faded or not, in the order of ages."""
    return Vacancy.objects.filter(provider=provider).select_related("confirmed_by").order_by("age_band", "session", "pk")


def vacancy_of(provider: Provider, vacancy_id: int) -> Vacancy | None:
    return Vacancy.objects.select_related("provider").filter(provider=provider, pk=vacancy_id).first()


def vacancy_for_update(vacancy_id: int) -> Vacancy | None:
    return Vacancy.objects.select_for_update(of=("self",)).select_related("provider").filter(pk=vacancy_id).first()


def shown_vacancies(*, on: date) -> QuerySet[Vacancy]:
    """Those that have not faded on a day, by district and setting."""
    rows = Vacancy.objects.filter(confirmed_on__gt=rules.faded_if_confirmed_by(on)).select_related("provider__district")
    return rows.order_by("provider__district__name", "provider__search_text", "age_band", "session", "pk")


def vacancies_for_anybody(*, on: date) -> QuerySet[Vacancy]:
    """Those of them that are shown outside the early years team: of settings that Ofsted lists and that may be named."""
    return shown_vacancies(on=on).filter(provider__in=nameable_ids(on=on), provider__unlisted_since__isnull=True)


def with_age_in_order(rows: QuerySet[Vacancy]) -> QuerySet[Vacancy]:
    """Each with ``age_in_order``: the youngest first, as the names of the bands do not sort."""
    places = [When(age_band=band, then=Value(place)) for place, band in enumerate(Vacancy.AgeBand.values)]
    return rows.annotate(age_in_order=Case(*places, output_field=IntegerField()))


def name_for_anybody(provider: Provider) -> str:
    """The name outside the early years team: of a home without the number that stands in for a missing name elsewhere."""
    return (provider.name or _("A childminder")) if provider.is_domestic else str(provider)


def telephone_for_anybody(provider: Provider) -> str:
    """Nobody's telephone at home."""
    return "" if provider.is_domestic else provider.telephone


def agreed_on(day: date) -> Q:
    """Rows of PublicConsent that hold on a day: ``[given_on, withdrawn_on)``."""
    return Q(given_on__lte=day) & (Q(withdrawn_on__isnull=True) | Q(withdrawn_on__gt=day))


def may_be_named(rows: QuerySet[Provider], *, on: date) -> QuerySet[Provider]:
    """Settings that a public page may name: those that are nobody's home, and homes that agreed."""
    agreed = Exists(PublicConsent.objects.filter(agreed_on(on), provider=OuterRef("pk")))
    return rows.filter(~IN_A_HOME | agreed)


def nameable_ids(*, on: date) -> QuerySet[Provider, int]:
    """The ids of all that a public page may name, as a part of other queries."""
    return may_be_named(Provider.objects.order_by(), on=on).values_list("pk", flat=True)


def consent_of(provider: Provider) -> PublicConsent | None:
    """The consent that has not been withdrawn."""
    return PublicConsent.objects.select_related("given_by").filter(provider=provider, withdrawn_on__isnull=True).first()


def partnerships_of(provider: Provider, *, on: date) -> QuerySet[DeliveryPartnership]:
    """Those that a setting leads or is a partner of, which hold on a day or begin later."""
    mine = Q(lead=provider) | Exists(DeliveryPartner.objects.filter(partnership=OuterRef("pk"), provider=provider))
    partners = DeliveryPartner.objects.select_related("provider").order_by("provider__search_text", "pk")
    not_over = Q(ends_on__isnull=True) | Q(ends_on__gt=on)
    rows = DeliveryPartnership.objects.filter(mine, not_over).select_related("lead")
    return rows.prefetch_related(Prefetch("partners", queryset=partners)).order_by("lead__search_text", "starts_on", "pk")


def partnership_led_by(provider: Provider, partnership_id: int) -> DeliveryPartnership | None:
    """A partnership that this setting leads: only the lead setting changes or ends it."""
    rows = DeliveryPartnership.objects.select_related("lead").prefetch_related("partners__provider")
    return rows.filter(lead=provider, pk=partnership_id).first()


def partnership_for_update(partnership_id: int) -> DeliveryPartnership:
    return DeliveryPartnership.objects.select_for_update(of=("self",)).select_related("lead").get(pk=partnership_id)


def partnerships_of_settings(provider_ids: Collection[int], *, on: date) -> QuerySet[DeliveryPartnership]:
    """Those led by any of the settings that hold on a day: what the ways of working of their group lists."""
    rows = DeliveryPartnership.objects.filter(holds_on(on), lead_id__in=provider_ids).select_related("lead")
    return rows.prefetch_related("partners__provider").order_by("lead__search_text", "starts_on", "pk")
