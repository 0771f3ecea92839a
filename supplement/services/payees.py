"""The payee of a collaboration (S9): named, accepted, handed over, withdrawn, ended; and members' mandates.

Everything locks the collaboration first: of two people at once the second finds what the first did.
"""

from __future__ import annotations

from datetime import datetime
from typing import Any

from django.core.exceptions import ValidationError
from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import gettext_noop

from accounts.models import TaskLink, User
from accounts.services.links import use_link
from audit.rules.actions import Action
from audit.services import record
from collaborations.models import Collaboration
from collaborations.rules import LED
from collaborations.selectors import collaboration_for_update
from collaborations.services import refuse
from core.saving import save_in_words
from core.text import one_line, several_lines
from providers.models import Provider
from supplement.models.payees import Mandate, Payee
from supplement.rules.bank_details import REFUSED, looks_like_bank_details
from supplement.rules.payees import (
    Naming,
    Part,
    PayeeState,
    Signed,
    mandate_words,
    may_end,
    may_name,
    may_sign,
)
from supplement.selectors.payees import PayeeStanding, payee_by_id, standing_of, state_on
from supplement.selectors.signing import groups_with_payees
from supplement.services.payee_links import ask_everybody, end_links_of_group, end_links_to, tell_of_end

GONE = gettext_noop("This proposal is no longer there.")
NOT_ACTIVE = gettext_noop("Only an active collaboration names who receives its money.")
ALL_SIGNED = gettext_noop("Everybody has signed in the meantime, so it cannot be withdrawn.")


def _locked_standing(collaboration_id: int, *, at: datetime) -> PayeeStanding:
    collaboration_for_update(collaboration_id)
    return standing_of(collaboration_id, on=timezone.localdate(at))


def _locked_payee(payee_id: int, *, at: datetime) -> tuple[Payee, PayeeStanding]:
    """The payee as it stands once its collaboration is locked. Raises ValidationError where there is none."""
    group = Payee.objects.filter(pk=payee_id).values_list("collaboration_id", flat=True).first()
    if group is None:
        raise ValidationError(_(GONE))
    standing = _locked_standing(group, at=at)
    payee = payee_by_id(payee_id)
    if payee is None:
        raise ValidationError(_(GONE))
    return payee, standing


@transaction.atomic
def name_payee(*, collaboration_id: int, provider_id: int, why: str = "", by: User, at: datetime) -> Payee:
    """Propose the setting that receives for all, and write to everybody who signs.

    The same again is the same proposal. Raises ValidationError at "provider" and "why", and where another
    setting is proposed already.
    """
    settle_payee(collaboration_id=collaboration_id, at=at)
    standing = _locked_standing(collaboration_id, at=at)
    group, proposal = Collaboration.objects.get(pk=collaboration_id), standing.proposal
    if group.state not in LED:
        raise ValidationError(_(NOT_ACTIVE))
    if proposal is not None and proposal.provider_id == provider_id:
        return proposal
    provider = Provider.objects.filter(pk=provider_id).first()
    naming = Naming(
        setting=str(provider) if provider else _("The setting"),
        is_member=standing.is_member(provider_id),
        receives_already=standing.in_force is not None and standing.in_force.provider_id == provider_id,
        other_proposed=str(proposal.provider) if proposal else "",
    )
    refuse(may_name(naming, why=why))
    payee = Payee(
        collaboration=group, provider_id=provider_id, named_by=by, named_at=at, why=several_lines(why)
    )
    save_in_words(payee)
    record(Action.PAYEE_NAMED, about=payee, by=by, **_facts(payee))
    end_links_of_group(collaboration_id, at=at)
    ask_everybody(standing_of(collaboration_id, on=timezone.localdate(at)), by=by, at=at)
    return payee


@transaction.atomic
def accept_payee(*, payee_id: int, by: User, at: datetime, link: TaskLink | None = None) -> Payee:
    """The new payee accepts. With the last signature it is in force from today. Twice is once.

    Raises ValidationError where the proposal went on, or the setting is no longer a member.
    """
    payee, standing = _locked_payee(payee_id, at=at)
    if payee.accepted_at is not None and state_on(payee, standing.on) in _STANDS:
        return payee
    is_member = standing.is_member(payee.provider_id)
    refuse(may_sign(Part.ACCEPT, state_on(payee, standing.on), is_member=is_member))
    _use(link, at=at)
    payee.accepted_by, payee.accepted_at = by, at
    payee.save(update_fields=["accepted_by", "accepted_at"])
    record(Action.PAYEE_ACCEPTED, about=payee, by=by, **_facts(payee))
    end_links_to(Part.ACCEPT, payee.pk, at=at)
    return _begin_once_signed(payee, standing, by=by)


@transaction.atomic
def hand_over(*, payee_id: int, by: User, at: datetime, link: TaskLink | None = None) -> Payee:
    """The setting that receives today hands over to the proposed one. Twice is once.

    Raises ValidationError where the proposal went on, or nobody receives today.
    """
    payee, standing = _locked_payee(payee_id, at=at)
    if payee.handed_over_at is not None and state_on(payee, standing.on) in _STANDS:
        return payee
    before = standing.before
    if before is None:
        raise ValidationError(_("No setting receives the money today, so there is nothing to hand over."))
    refuse(may_sign(Part.HAND_OVER, state_on(payee, standing.on), is_member=True))
    _use(link, at=at)
    payee.handed_over_by, payee.handed_over_at = by, at
    payee.save(update_fields=["handed_over_by", "handed_over_at"])
    record(Action.PAYEE_HANDED_OVER, about=payee, by=by, **_facts(payee), before=before.provider)
    end_links_to(Part.HAND_OVER, payee.pk, at=at)
    return _begin_once_signed(payee, standing, by=by)


_STANDS = (PayeeState.PROPOSED, PayeeState.IN_FORCE)


def _begin_once_signed(payee: Payee, standing: PayeeStanding, *, by: User | None) -> Payee:
    """In force from today once nobody is missing; whoever received before does so no more."""
    before = standing.in_force
    signed = Signed(
        payee.accepted_at is not None,
        payee.handed_over_at is not None,
        has_before=standing.before is not None,
        mandates_awaited=standing.was_ended and bool(standing.owing),
    )
    if signed.parts_missing:
        return payee
    if before is not None:
        before.ended_on = standing.on
        before.save(update_fields=["ended_on"])
    payee.in_force_on = standing.on
    payee.save(update_fields=["in_force_on"])
    record(Action.PAYEE_IN_FORCE, about=payee, by=by, **_facts(payee), day=standing.on)
    return payee


@transaction.atomic
def withdraw_proposal(*, payee_id: int, why: str, by: User, at: datetime) -> Payee:
    """Take a proposal back: whoever received before goes on. Twice is once.

    Raises ValidationError at "why", and where it is in force meanwhile.
    """
    payee, standing = _locked_payee(payee_id, at=at)
    state = state_on(payee, standing.on)
    if state is PayeeState.WITHDRAWN:
        return payee
    words = several_lines(why)
    if looks_like_bank_details(words):
        raise ValidationError({"why": _(REFUSED)})
    if state is not PayeeState.PROPOSED:
        raise ValidationError(_(ALL_SIGNED))
    return _withdraw(payee, standing, by=by, at=at, why=words)


def _withdraw(payee: Payee, standing: PayeeStanding, *, by: User | None, at: datetime, why: str) -> Payee:
    payee.withdrawn_at = at
    payee.save(update_fields=["withdrawn_at"])
    record(Action.PAYEE_WITHDRAWN, about=payee, by=by, **_facts(payee), details={"why": why})
    end_links_of_group(payee.collaboration_id, at=at)
    return payee


@transaction.atomic
def end_payee(*, payee_id: int, why: str, by: User, at: datetime) -> Payee:
    """An officer ends a payee that does not hand over. Both settings are told; nobody receives until the new
    one has accepted and every member has signed for it. Twice is once.

    Raises ValidationError at "why", and where nothing waits for it to hand over.
    """
    payee, standing = _locked_payee(payee_id, at=at)
    if payee.ended_by_id is not None:
        return payee
    receives = standing.before is not None and standing.before.pk == payee.pk
    awaits = Part.HAND_OVER in standing.parts_missing
    refuse(may_end(receives=receives, awaits_hand_over=awaits, why=why))
    payee.ended_on, payee.ended_by, payee.ended_because = standing.on, by, one_line(why)
    save_in_words(payee, fields=["ended_on", "ended_by", "ended_because"])
    record(
        Action.PAYEE_ENDED, about=payee, by=by, **_facts(payee), day=standing.on,
        details={"why": payee.ended_because},
    )  # fmt: skip
    proposal = standing.proposal
    if proposal is not None:
        end_links_to(Part.HAND_OVER, proposal.pk, at=at)
        tell_of_end(payee, proposal, at=at)
        _begin_once_signed(proposal, standing_of(payee.collaboration_id, on=standing.on), by=by)
    return payee


@transaction.atomic
def sign_mandate(
    *, payee_id: int, membership_id: int, name: str, by: User, at: datetime, link: TaskLink | None = None
) -> Mandate:
    """A member signs that this payee receives for it, by its name. Twice is once.

    Raises ValidationError at "name", and where the payee or the membership has ended.
    """
    payee, standing = _locked_payee(payee_id, at=at)
    membership = next((row for row in standing.members if row.pk == membership_id), None)
    name = one_line(name)
    refuse(may_sign(Part.MANDATE, state_on(payee, standing.on), is_member=membership is not None, name=name))
    existing = Mandate.objects.filter(payee=payee, membership=membership_id, withdrawn_at=None).first()
    if existing is not None:
        return existing
    if membership is None or membership.provider_id == payee.provider_id:
        raise ValidationError(_("The setting that receives the money signs no mandate: it accepts."))
    _use(link, at=at)
    mandate = Mandate(
        payee=payee,
        membership=membership,
        words=words_to_sign(payee, membership.provider),
        signed_by=by,
        signed_name=name,
        signed_at=at,
    )
    save_in_words(mandate)
    end_links_to(Part.MANDATE, membership_id, at=at)
    record(
        Action.MANDATE_SIGNED,
        about=mandate,
        by=by,
        setting=membership.provider,
        payee=payee.provider,
        collaboration=payee.collaboration,
    )
    if standing.was_ended and payee.in_force_on is None:
        _begin_once_signed(payee, standing_of(payee.collaboration_id, on=standing.on), by=by)
    return mandate


def words_to_sign(payee: Payee, provider: Provider) -> str:
    """What a member reads and signs, in its own words."""
    names = {"setting": provider.name, "group": payee.collaboration.name, "payee": payee.provider.name}
    return mandate_words(provider.provider_type, names).in_words(_)


@transaction.atomic
def withdraw_mandate(*, mandate_id: int, by: User, at: datetime) -> Mandate:
    """A member takes its mandate back; it may sign again. Twice is once."""
    mandate = Mandate.objects.select_for_update(of=("self",)).filter(pk=mandate_id).first()
    if mandate is None:
        raise ValidationError(_("This mandate is no longer there."))
    if mandate.withdrawn_at is not None:
        return mandate
    mandate.withdrawn_by, mandate.withdrawn_at = by, at
    mandate.save(update_fields=["withdrawn_by", "withdrawn_at"])
    record(
        Action.MANDATE_WITHDRAWN,
        about=mandate,
        by=by,
        setting=mandate.membership.provider,
        payee=mandate.payee.provider,
        collaboration=mandate.payee.collaboration,
    )
    return mandate


@transaction.atomic
def settle_payee(*, collaboration_id: int, at: datetime) -> None:
    """End a payee whose setting is no longer a member, withdraw such a proposal, and begin the next one once
    nobody is missing. Run twice it does nothing more.

    A setting that goes on under a new registration (O2) is another legal person: it is named and signs anew.
    """
    standing = _locked_standing(collaboration_id, at=at)
    proposal, in_force = standing.proposal, standing.in_force
    if proposal is not None and not standing.is_member(proposal.provider_id):
        _withdraw(proposal, standing, by=None, at=at, why=_("The setting is no longer a member."))
    if in_force is not None and not standing.is_member(in_force.provider_id):
        in_force.ended_on = standing.on
        in_force.save(update_fields=["ended_on"])
        record(Action.PAYEE_ENDED, about=in_force, by=None, **_facts(in_force), day=standing.on)
        standing = standing_of(collaboration_id, on=standing.on)
    proposal = standing.proposal
    if standing.in_force is None and proposal is not None and proposal.withdrawn_at is None:
        _begin_once_signed(proposal, standing, by=None)


def settle_payees(*, at: datetime) -> None:
    """Every group of the authority, each by itself."""
    for group in groups_with_payees():
        settle_payee(collaboration_id=group, at=at)


def _use(link: TaskLink | None, *, at: datetime) -> None:
    if link is not None:
        use_link(link=link, at=at)


def _facts(payee: Payee) -> dict[str, Any]:
    return {"setting": payee.provider, "collaboration": payee.collaboration}
