"""Referrals (L4): an officer points settings to a group and follows what becomes of it.

The members of the group decide, as always.
"""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from django.core.exceptions import ValidationError
from django.db import IntegrityError, transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from accounts.models import User
from audit.rules.actions import Action
from audit.services import record
from collaborations.models import Collaboration
from collaborations.selectors import collaboration_for_update
from core.text import several_lines
from documents.services.outbox import send_email
from memberships.selectors.people import leaders_to_write_to, managers_of_settings
from providers.models import Provider
from support import rules
from support.emails.requests import ReferralsToLeader, ReferralToSetting
from support.models import Referral
from support.selectors import referrals as referrals_selectors

MAX_AT_ONCE = 2_500  # every setting of a county: what a list lets somebody tick is not refused afterwards


@dataclass(frozen=True, slots=True)
class Referred:
    """What was done for each of the settings, and of which nothing could be done, with why."""

    made: tuple[Referral, ...]
    refused: tuple[referrals_selectors.Asked, ...]


@transaction.atomic
def refer(
    *, provider_ids: Collection[int], collaboration_id: int, words: str, by: User, at: datetime
) -> Referred:
    """Refer settings to a group, each with a row, an entry and an email of its own.

    Those that cannot be referred are told one by one and the rest goes through.

    Raises ValidationError when no setting was chosen, too many were, or none of them can be referred.
    """
    collaboration = _locked_group(collaboration_id)
    chosen = referrals_selectors.settings_by_ids(set(provider_ids))
    if not chosen:
        raise ValidationError(_("Choose the settings to refer."))
    if len(chosen) > MAX_AT_ONCE:
        raise ValidationError(_("Choose at most %(most)s settings at a time.") % {"most": MAX_AT_ONCE})
    _close_those_who_joined(collaboration, [provider.pk for provider in chosen], by=by)
    referrals = referrals_selectors.what_referring_does(chosen, collaboration, on=timezone.localdate(at))
    refused = tuple(referral for referral in referrals if referral.reasons)
    providers = [referral.provider for referral in referrals if not referral.reasons]
    if not providers:
        raise ValidationError(
            {"collaboration": [f"{one.provider}: {' '.join(one.reasons)}" for one in refused]}
        )
    made = tuple(_refer_one(provider, collaboration, words=words, by=by, at=at) for provider in providers)
    _send_emails(made, collaboration, at=at)
    return Referred(made, refused)


@transaction.atomic
def follow_up(*, referral_id: int, state: str, words: str, by: User, at: datetime) -> Referral:
    """Record what has become of a referral: in touch, joined, or did not join (with words).

    Raises ValidationError, at "state" when the referral cannot move there, at "words" when they are missing.
    The same again changes nothing; new words in the same state are a further note, and the audit log keeps
    each.
    """
    referral, wanted = referrals_selectors.referral_for_update(referral_id), rules.ReferralState(state)
    words = several_lines(words)
    if referral.state == wanted and referral.outcome_words == words:
        return referral  # pressed twice
    since = referrals_selectors.is_member_since(
        referral, referred_on=timezone.localdate(referral.referred_at)
    )
    refused = rules.refusals_to_follow_up(
        rules.ReferralState(referral.state), wanted, is_member=since is not None
    )
    if refused:
        raise ValidationError({"state": [reason.in_words(_) for reason in refused]})
    if wanted == referral.state and not words:
        raise ValidationError({"words": _("Say what is new.")})
    if wanted is rules.ReferralState.NOT_JOINED and not words:
        raise ValidationError({"words": _("Say why the setting did not join, or what would suit it better.")})
    return _move(referral, wanted, words=words, by=by, at=at)


@transaction.atomic
def take_back_referral(*, referral_id: int, by: User, at: datetime) -> Referral:
    """End a referral that was a mistake. Emails that are not sent yet stay unsent; nobody gets another one.

    Raises ValidationError when it has ended, or the setting has become a member.
    """
    referral = referrals_selectors.referral_for_update(referral_id)
    if referral.state == Referral.State.WITHDRAWN:
        return referral  # pressed twice
    since = referrals_selectors.is_member_since(
        referral, referred_on=timezone.localdate(referral.referred_at)
    )
    now = rules.ReferralState(referral.state)
    if refused := rules.refusals_to_follow_up(
        now, rules.ReferralState.WITHDRAWN, is_member=since is not None
    ):
        raise ValidationError([reason.in_words(_) for reason in refused])
    return _move(referral, rules.ReferralState.WITHDRAWN, words=referral.outcome_words, by=by, at=at)


def _locked_group(collaboration_id: int) -> Collaboration:
    try:
        return collaboration_for_update(collaboration_id)
    except Collaboration.DoesNotExist:
        raise ValidationError({"collaboration": _("Choose one of the collaborations.")}) from None


def _refer_one(
    provider: Provider, collaboration: Collaboration, *, words: str, by: User, at: datetime
) -> Referral:
    referral = Referral(
        provider=provider,
        collaboration=collaboration,
        words=several_lines(words),
        referred_by=by,
        referred_at=at,
    )
    try:
        with transaction.atomic():
            referral.save()
    except IntegrityError as refusal:  # somebody else was faster, past the lock on the group
        raise ValidationError(
            {"collaboration": _("%(setting)s has just been referred there.") % {"setting": provider}}
        ) from refusal
    record(Action.REFERRAL_MADE, about=referral, by=by, setting=provider, collaboration=collaboration)
    return referral


def _close_those_who_joined(collaboration: Collaboration, provider_ids: Collection[int], *, by: User) -> None:
    """An earlier referral that led to a membership is kept as such before a new one is made."""
    for referral in referrals_selectors.joined_but_waiting(collaboration, provider_ids):
        row = referrals_selectors.referral_for_update(referral.pk)
        row.state, row.ended_on = Referral.State.JOINED, referral.joined_on
        row.save(update_fields=["state", "ended_on"])
        facts: dict[str, Any] = {
            "setting": row.provider,
            "collaboration": collaboration,
            "outcome": row.get_state_display(),
        }
        record(Action.REFERRAL_MOVED, about=row, by=by, **facts)


def _move(referral: Referral, wanted: rules.ReferralState, *, words: str, by: User, at: datetime) -> Referral:
    before = referral.state
    referral.state, referral.outcome_words = wanted.value, words
    referral.ended_on = None if wanted in rules.WAITING else timezone.localdate(at)
    referral.save(update_fields=["state", "outcome_words", "ended_on"])
    facts: dict[str, Any] = {
        "setting": referral.provider,
        "collaboration": referral.collaboration,
        "outcome": referral.get_state_display(),
    }
    record(
        Action.REFERRAL_MOVED,
        about=referral,
        by=by,
        details={"state": [before, wanted.value], "words": words},
        **facts,
    )
    return referral


def _send_emails(made: Collection[Referral], collaboration: Collaboration, *, at: datetime) -> None:
    today = timezone.localdate(at)
    managers = managers_of_settings([referral.provider_id for referral in made], on=today)
    for referral in made:
        for user in managers.get(referral.provider_id, ()):
            send_email(ReferralToSetting(referral_id=referral.pk, user_id=user.pk))
    by_id = next(iter(made)).referred_by_id
    for user in leaders_to_write_to([collaboration.pk], on=today):
        act: dict[str, Any] = {
            "collaboration_id": collaboration.pk,
            "by_id": by_id,
            "referred_at": at.isoformat(),
        }
        send_email(ReferralsToLeader(user_id=user.pk, **act))
