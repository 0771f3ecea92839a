"""Vacancies, and the consent of somebody who works at home to be named in public."""

from __future__ import annotations

from datetime import date
from typing import Any

from django.core.exceptions import ValidationError
from django.db import transaction
from django.utils.translation import gettext as _

from accounts.models import User
from audit.rules.actions import Action
from audit.services import record
from core.saving import save_in_words
from core.text import one_line
from providers.models import Provider
from provision import rules, selectors
from provision.models import PublicConsent, Vacancy


@transaction.atomic
def add_vacancy(
    *,
    provider: Provider,
    age_band: str,
    session: str,
    places: int,
    from_on: date | None = None,
    note: str = "",
    by: User,
    on: date,
) -> Vacancy:
    """List free places; they are shown for 28 days. The same again is one listing.

    Raises ValidationError when the setting lists this age and session with other places already, or the note
    holds an email address.
    """
    Provider.objects.select_for_update(of=("self",), no_key=True).get(pk=provider.pk)
    wanted = {"places": places, "from_on": from_on, "note": _public_note(note)}
    held = Vacancy.objects.filter(provider=provider, age_band=age_band, session=session).first()
    if held is not None and {name: getattr(held, name) for name in wanted} == wanted:
        return confirm_vacancy(vacancy=held, by=by, on=on)  # pressed twice, or listed anew
    clash = {"session": _("You list this age and session already. Change that one instead.")}
    if held is not None:
        raise ValidationError(clash)
    vacancy = Vacancy(
        provider=provider, age_band=age_band, session=session, confirmed_on=on, confirmed_by=by, **wanted
    )
    save_in_words(vacancy, clash=clash)
    _record(Action.VACANCY_LISTED, vacancy, by=by)
    return vacancy


@transaction.atomic
def change_vacancy(
    *, vacancy: Vacancy, places: int, from_on: date | None = None, note: str = "", by: User, on: date
) -> Vacancy:
    """Say anew how many places there are and from when.

    That confirms them too. Raises ValidationError when it has gone.
    """
    vacancy = _still_there(vacancy)
    was_confirmed = vacancy.confirmed_on >= on
    before = {name: str(getattr(vacancy, name)) for name in ("places", "from_on", "note")}
    vacancy.places, vacancy.from_on, vacancy.note = places, from_on, _public_note(note)
    vacancy.confirmed_on, vacancy.confirmed_by = on, by
    save_in_words(vacancy)
    after = {name: str(getattr(vacancy, name)) for name in before}
    changes = {name: [before[name], after[name]] for name in before if before[name] != after[name]}
    if changes:
        _record(Action.VACANCY_CHANGED, vacancy, by=by, details={"changes": changes})
    elif not was_confirmed:
        _record(Action.VACANCY_CONFIRMED, vacancy, by=by)
    return vacancy


@transaction.atomic
def confirm_vacancy(*, vacancy: Vacancy, by: User, on: date) -> Vacancy:
    """Say that the places are still free: shown for another 28 days.

    Once a day is enough. Raises ValidationError when it has gone.
    """
    vacancy = _still_there(vacancy)
    if vacancy.confirmed_on >= on:
        return vacancy  # pressed twice
    vacancy.confirmed_on, vacancy.confirmed_by = on, by
    save_in_words(vacancy, fields=["confirmed_on", "confirmed_by"])
    _record(Action.VACANCY_CONFIRMED, vacancy, by=by)
    return vacancy


@transaction.atomic
def remove_vacancy(*, vacancy_id: int, by: User) -> None:
    """Take a vacancy off the list. Nothing happens when it is gone already."""
    vacancy = selectors.vacancy_for_update(vacancy_id)
    if vacancy is None:
        return
    _record(Action.VACANCY_REMOVED, vacancy, by=by)
    vacancy.delete()


@transaction.atomic
def give_consent(*, provider: Provider, by: User, on: date) -> PublicConsent:
    """That somebody who works at home agrees to be named on the public page, without the address.

    Given twice it is one.

    Raises ValidationError for a setting that is nobody's home: its name is public anyway.
    """
    Provider.objects.select_for_update(of=("self",), no_key=True).get(pk=provider.pk)
    if not provider.is_domestic:
        raise ValidationError(
            _(
                "Only childminders and others who work at home are asked. The name of any other setting is"
                " public."
            )
        )
    held = selectors.consent_of(provider)
    if held is not None:
        return held
    consent = PublicConsent(provider=provider, given_on=on, given_by=by)
    save_in_words(consent)
    record(Action.CONSENT_GIVEN, about=consent, by=by, setting=provider)
    return consent


@transaction.atomic
def withdraw_consent(*, provider: Provider, by: User, on: date) -> None:
    """From this day on the name is shown nowhere in public. Nothing happens when there is no consent."""
    consent = (
        PublicConsent.objects.select_for_update(of=("self",))
        .filter(provider=provider, withdrawn_on__isnull=True)
        .first()
    )
    if consent is None:
        return
    consent.withdrawn_on = on
    save_in_words(consent, fields=["withdrawn_on"])
    record(Action.CONSENT_WITHDRAWN, about=consent, by=by, setting=provider)


def _record(action: Action, vacancy: Vacancy, *, by: User, details: dict[str, Any] | None = None) -> None:
    record(
        action,
        about=vacancy,
        by=by,
        details=details,
        setting=vacancy.provider,
        what=vacancy.in_words(),
    )


def _still_there(vacancy: Vacancy) -> Vacancy:
    held = selectors.vacancy_for_update(vacancy.pk)
    if held is None:
        raise ValidationError(_("These free places have been removed meanwhile."))
    return held


def _public_note(note: str) -> str:
    note = one_line(note)
    if rules.has_email_address(note):
        raise ValidationError({"note": _("Anybody may read the note, so leave out email addresses.")})
    return note
