"""Lists of requests for support, referrals and messages, for their pages and exports."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from django.db.models import QuerySet
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from collaborations.selectors import collaborations
from core.tables.columns import Column, Kind
from core.tables.filters import ChoiceFilter, DateRangeFilter, SearchFilter
from core.tables.table import Table
from support.models import Message, Referral, SupportRequest
from support.rules import RequestState
from support.selectors import messages as messages_selectors
from support.selectors import referrals as referrals_selectors
from support.selectors import requests as requests_selectors

REQUEST_COLOURS = {RequestState.ASKED: "yellow", RequestState.ACCEPTED: "blue", RequestState.DONE: "green"}
REFERRAL_COLOURS = {
    "open": "blue",
    "in_touch": "blue",
    "applied": "blue",
    "turned_down": "yellow",
    "joined": "green",
}


def collaboration_choices() -> list[tuple[int, str]]:
    return [(collaboration.pk, collaboration.name) for collaboration in collaborations()]


def request_colour(row: SupportRequest) -> str:
    return REQUEST_COLOURS.get(RequestState(row.state), "grey")


class SupportRequestsTable(Table):
    """What collaborations have asked of the early years team, and the answers."""

    second_rank = ("asked_at", "officer")
    on_choice = ("place", "words", "asked_by", "answer")
    ordering = "-asked"
    columns = (
        Column(
            "collaboration",
            _("Collaboration"),
            width=32,
            value="collaboration.name",
            sort="collaboration__name__in_order",
            link=lambda row: reverse("support:support_request", args=[row.pk]),
        ),
        Column("kind", _("Kind"), width=24, value="get_kind_display", sort="kind"),
        Column("wanted_on", _("Day"), Kind.DATE, sort="wanted_on"),
        Column("place", _("Where or how"), width=28),
        Column("words", _("What it is about"), width=50),
        Column(
            "asked_at",
            _("Asked at"),
            Kind.DATETIME,
            18,
            value="asked_at",
            heading=_("Asked"),
            shown=lambda row: timezone.localdate(row.asked_at),
            sort="asked_at",
            key="asked",
        ),
        Column("asked_by", _("Asked by"), width=24),
        Column("state", _("State"), width=22, value="get_state_display", sort="state", tag=request_colour),
        Column("officer", _("Officer"), width=24, sort="officer__full_name__in_order"),
        Column("answer", _("Answer"), width=50),
    )
    on_page = ("collaboration", "kind", "wanted_on", "asked_at", "state", "officer")

    @property
    def filters(self) -> Sequence[Any]:
        return (
            ChoiceFilter("state", _("State"), choices=SupportRequest.State.choices),
            ChoiceFilter("kind", _("Kind"), choices=SupportRequest.Kind.choices),
            ChoiceFilter("collaboration", _("Collaboration"), choices=collaboration_choices),
            ChoiceFilter("officer", _("Officer"), choices=self.officers),
            DateRangeFilter("wanted_on", _("Day")),
        )

    def officers(self) -> list[tuple[int, str]]:
        return [(person.pk, str(person)) for person in requests_selectors.people_giving_support(on=self.on)]

    def rows(self) -> QuerySet[SupportRequest]:
        return requests_selectors.support_requests()


def standings() -> list[tuple[str, Any]]:
    return [("waiting", gettext("Nothing final yet")), *referrals_selectors.standings()]


def standing_in_words(row: Any) -> str:
    return dict(referrals_selectors.standings())[row.standing]


def people_who_referred() -> list[tuple[int, str]]:
    return [(person.pk, str(person)) for person in referrals_selectors.people_who_referred()]


class ReferralsTable(Table):
    """Which setting was referred to which collaboration, and what became of it."""

    second_rank = ("referred_by", "joined_on")
    on_choice = ("urn", "words", "ended_on", "outcome")
    ordering = "-referred"
    on_page = ("setting", "collaboration", "referred_at", "referred_by", "state", "joined_on")
    filters = (
        ChoiceFilter("state", _("State"), choices=standings, narrow=referrals_selectors.by_standing),
        ChoiceFilter("collaboration", _("Collaboration"), choices=collaboration_choices),
        ChoiceFilter("by", _("Referred by"), lookup="referred_by", choices=people_who_referred),
    )
    columns = (
        Column(
            "setting",
            _("Setting"),
            width=36,
            value="provider",
            sort="provider__search_text",
            link=lambda row: reverse("support:referral", args=[row.pk]),
        ),
        Column("urn", _("Ofsted URN"), value="provider.urn"),
        Column(
            "collaboration",
            _("Collaboration"),
            width=32,
            value="collaboration.name",
            sort="collaboration__name__in_order",
        ),
        Column(
            "referred_at",
            _("Referred at"),
            Kind.DATETIME,
            18,
            value="referred_at",
            heading=_("Referred"),
            shown=lambda row: timezone.localdate(row.referred_at),
            sort="referred_at",
            key="referred",
        ),
        Column(
            "referred_by",
            _("Referred by"),
            width=24,
            value="referred_by",
            heading=_("By"),
            sort="referred_by__full_name__in_order",
            key="by",
        ),
        Column("words", _("Why this group"), width=50),
        Column(
            "state",
            _("State"),
            width=22,
            value=standing_in_words,
            sort="standing",
            tag=lambda row: REFERRAL_COLOURS.get(row.standing, "grey"),
        ),
        Column("joined_on", _("Member from"), Kind.DATE, sort="joined_on"),
        Column("ended_on", _("Ended on"), Kind.DATE),
        Column("outcome", _("What became of it"), width=50, value="outcome_words"),
    )

    def rows(self) -> QuerySet[Referral]:
        return referrals_selectors.referrals()


def sent_in_words(row: Any) -> str:
    """How many of the people have it."""
    return gettext("%(sent)s of %(people)s sent") % {"sent": row.sent, "people": row.people}


class MessagesTable(Table):
    """Every message that officers have sent."""

    second_rank = ("from", "audience")
    ordering = "-sent"
    columns = (
        Column(
            "subject",
            _("Subject"),
            sort="subject",
            link=lambda row: reverse("support:message", args=[row.pk]),
        ),
        Column("audience", _("To"), value="get_audience_display", sort="audience"),
        Column("about", _("Collaborations"), wide=True),
        Column("from", _("From"), value="sent_by", sort="sent_by__full_name__in_order"),
        Column("sent", _("When"), Kind.DATETIME, value="sent_at", sort="sent_at"),
        Column(
            "emails",
            _("Emails"),
            value=sent_in_words,
            tag=lambda row: "green" if row.sent == row.people else "yellow",
        ),
    )
    filters = (SearchFilter("q", _("Subject or collaboration"), narrow=messages_selectors.messages_matching),)

    def rows(self) -> QuerySet[Message]:
        return messages_selectors.messages()
