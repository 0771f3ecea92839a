"""Free places that are about to fade: each setting is asked once, and keeps them by one tap (S7)."""

from __future__ import annotations

from datetime import date, datetime

from django.db import transaction
from django.utils import timezone

from accounts.models import TaskLink, User
from accounts.services.links import make_link, use_link
from documents.services.outbox import send_emails_once
from memberships.selectors.people import managers_of_settings
from providers.models import Provider
from provision import rules
from provision.emails import KEEP_PLACES, PlacesFading
from provision.models import Vacancy
from provision.selectors import vacancies_of
from provision.services.offers import confirm_vacancy

#: A link outlives the places a little: who comes late lists them again by it.
DAYS_OF_LINK = 14


@transaction.atomic
def ask_before_fading(*, at: datetime) -> int:
    """Ask for an email to each manager of a setting whose free places fade soon; answers how many were asked for.

    Once for each day on which places of the setting fade: run again it asks for nothing. What Ofsted no longer
    lists is not asked.
    """
    on = timezone.localdate(at)
    fading = Vacancy.objects.filter(
        confirmed_on__range=rules.fading_if_confirmed(on), provider__unlisted_since=None
    )
    first: dict[int, date] = {}
    for provider_id, confirmed_on in fading.order_by("-confirmed_on", "pk").values_list(
        "provider_id", "confirmed_on"
    ):
        first[provider_id] = rules.fades_on(confirmed_on)
    emails = []
    for provider_id, people in managers_of_settings(list(first), on=on).items():
        for person in people:
            _ensure_link(provider_id, person, at=at)
            day = str(first[provider_id])
            emails.append(PlacesFading(provider_id=provider_id, user_id=person.pk, fades_on=day))
    return send_emails_once(emails)


def _ensure_link(provider_id: int, person: User, *, at: datetime) -> None:
    waiting = TaskLink.objects.filter(
        purpose=KEEP_PLACES, about_id=provider_id, user=person, used_at=None, withdrawn_at=None
    )
    if not waiting.filter(expires_at__gt=at).exists():
        make_link(
            purpose=KEEP_PLACES,
            about_id=provider_id,
            email=person.email,
            user=person,
            at=at,
            days=DAYS_OF_LINK,
        )


def places_to_keep(provider: Provider, link: TaskLink, *, on: date) -> list[Vacancy]:
    """What a link asks about: shown when it was made, fading or faded since, not confirmed meanwhile."""
    asked_on = timezone.localdate(link.made_at)
    return [
        vacancy
        for vacancy in vacancies_of(provider)
        if rules.is_still_asked(vacancy.confirmed_on, asked_on=asked_on, on=on)
    ]


@transaction.atomic
def keep_places(*, provider: Provider, link: TaskLink, by: User, at: datetime) -> list[Vacancy]:
    """Say by a link that all places that it asks about are still free.

    Raises ValidationError when the link was used meanwhile, or it is too late.
    """
    on = timezone.localdate(at)
    places = places_to_keep(provider, link, on=on)
    use_link(link=link, at=at)
    return [confirm_vacancy(vacancy=vacancy, by=by, on=on) for vacancy in places]
