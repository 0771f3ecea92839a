"""L3: support of the early years team that a collaboration does not get for a time, in neutral words: nobody
reads where it acts why it is paused.
"""

from __future__ import annotations

from collections.abc import Collection, Mapping
from types import MappingProxyType

from django.db.models import TextChoices
from django.utils.translation import gettext_lazy as _
from django.utils.translation import gettext_noop

from core.reasons import Reason

CODE = "L3"


class Support(TextChoices):
    """Support that can be paused on its own. The values are those that the app above hands down."""

    LEADERS_DAYS = "leaders_days", _("Invitations to Leaders’ Days")
    REFERRALS = "signposting", _("Referrals of other settings to your group")
    FIRST_MEETING = "facilitation", _("Help at a first meeting")
    ATTENDANCE = "attendance", _("Visits of the early years team to your meetings")
    PAYMENT = "payment", _("Payments of the supplement")


#: What a request to the team (by its kind as it is stored) asks for, where that can be paused.
OF_REQUEST: Mapping[str | None, Support] = MappingProxyType(
    {"first_meeting": Support.FIRST_MEETING, "attend": Support.ATTENDANCE}
)


def refusals_to_ask(support: Support | None, paused: Collection[Support]) -> list[Reason]:
    """L3: why a group cannot ask for what this kind of support gives, if it is one that can be paused."""
    return [_ASK_LATER[support]] if support in _ASK_LATER and support in paused else []


def refusals_to_come(support: Support | None, paused: Collection[Support]) -> list[Reason]:
    """L3: why the team cannot accept what a group asked for before it was paused."""
    return [_NOBODY_COMES] if support in paused else []


def refusals_to_refer(paused: Collection[Support]) -> list[Reason]:
    """L3: why no setting is referred to a group for a time."""
    return [_NO_REFERRALS] if Support.REFERRALS in paused else []


_ASK_LATER = {
    Support.FIRST_MEETING: Reason(
        CODE,
        gettext_noop("Help at a first meeting is paused for your group. Call the early years team about it."),
    ),
    Support.ATTENDANCE: Reason(
        CODE,
        gettext_noop(
            "Visits of the early years team to your meetings are paused. Call the early years team about it."
        ),
    ),
}
_NOBODY_COMES = Reason(
    CODE, gettext_noop("This support is paused for the group, so nobody can be sent. You can decline.")
)
_NO_REFERRALS = Reason(CODE, gettext_noop("Referrals to this group are paused."))
