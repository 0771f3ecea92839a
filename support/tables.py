"""Lists of requests for support, referrals and messages, for their pages and exports."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from django.db.models import Q, QuerySet
from django.urls import reverse
from django.utils import timezone
from django.utils.html import format_html
from django.utils.safestring import SafeString
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from accounts.addresses import people_whose_address_holds
from collaborations.selectors import collaborations
from core.tables.columns import Column, Kind
from core.tables.contacts import writes_to
from core.tables.filters import ChoiceFilter, DateRangeFilter, ScopeFilter, SearchFilter
from core.tables.table import Table
from support.models import Message, MessageCopy, Referral, SupportRequest
from support.rules import CopyState, RequestState
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


# --- messages ----------------------------------------------------------------------------------------------

COPY_COLOURS = {
    CopyState.SENT: "green",
    CopyState.REFUSED: "red",
    CopyState.LEFT_OUT: "grey",
    CopyState.WAITING: "blue",
}


def sent_in_words(row: Any) -> str:
    """How many of the people have it, and how many do not get it."""
    words = gettext("%(sent)s of %(people)s sent") % {"sent": row.sent, "people": row.people}
    if row.refused:
        words += gettext(", %(number)s refused") % {"number": row.refused}
    return words


def sent_colour(row: Any) -> str:
    return "green" if row.sent + row.left_out == row.people else "red" if row.refused else "yellow"


def message_address(row: Message) -> str:
    if row.of_group_id is None:
        return reverse("support:message", args=[row.pk])
    return reverse("support:group_message", args=[row.of_group_id, row.pk])


SUBJECT = Column("subject", _("Subject"), width=40, sort="subject", link=message_address)
AUDIENCE = Column("audience", _("To"), width=32, value="audience_in_words", sort="audience")
FROM = Column("from", _("From"), width=26, value="sent_by", sort="sent_by__full_name__in_order")
SENT = Column("sent", _("When"), Kind.DATETIME, 18, value="sent_at", sort="sent_at")
EMAILS = Column("emails", _("Emails"), width=24, value=sent_in_words, tag=sent_colour)


class MessagesTable(Table):
    """Every message that officers have sent."""

    second_rank = ("from", "audience")
    ordering = "-sent"
    columns = (
        SUBJECT,
        AUDIENCE,
        Column("about", _("Collaborations or settings"), width=50, wide=True),
        FROM,
        SENT,
        EMAILS,
    )
    filters = (
        SearchFilter("q", _("Subject or collaboration"), narrow=messages_selectors.messages_matching),
        DateRangeFilter("sent_at", _("Sent"), instant=True),
    )

    def rows(self) -> QuerySet[Message]:
        return messages_selectors.messages_of_team()


class GroupMessagesTable(Table):
    """What a group has written to its own members; ``about`` is the group."""

    ordering = "-sent"
    columns = (SUBJECT, FROM, SENT, EMAILS)
    filters = (SearchFilter("q", _("Subject"), narrow=messages_selectors.messages_matching),)

    def rows(self) -> QuerySet[Message]:
        return messages_selectors.messages_of_group(self.about)


def tick(row: MessageCopy) -> SafeString:
    """A box of the form below the list."""
    return format_html(
        '<input type="checkbox" class="app-tick" form="again" name="row" value="{}" aria-label="{}">',
        row.pk,
        gettext("Choose %(person)s") % {"person": row.user},
    )


def state_in_words(row: Any) -> str:
    return str(CopyState(row.state).label)


def copies_named(rows: QuerySet[Any], text: str) -> QuerySet[Any]:
    """Those of people with every word in their name or address, or in that of the setting."""
    for word in text.split():
        rows = rows.filter(
            Q(user__full_name__icontains=word)
            | Q(user__in=people_whose_address_holds(word))
            | Q(setting_names__icontains=word)
        )
    return rows


def message_or_nothing(number: int) -> Any:
    """One that is not there is refused as one that the person may not see, by the export's ``may_run``."""
    return messages_selectors.message_by_id(number) or ""


class CopiesTable(Table):
    """Who gets a message, and how each email stands."""

    ordering = "person"
    second_rank = ("group",)
    columns = (
        Column("person", _("Person"), width=28, value="user", sort="user__full_name__in_order"),
        Column(
            "email",
            _("Email address"),
            width=36,
            value="user.email",
            shown=writes_to("user.email"),
            sort="user__email",
            breaks=True,
        ),
        Column("setting", _("Setting"), width=36, value="setting_names"),
        Column("group", _("Collaboration"), width=36, value="group_names"),
        Column(
            "state",
            _("State"),
            width=18,
            value=state_in_words,
            sort="state",
            tag=lambda row: COPY_COLOURS[CopyState(row.state)],
        ),
        Column("sent", _("Sent"), Kind.DATETIME, 18, value="sent_at", sort="sent_at"),
        Column("tick", _("Choose"), shown=tick, value=lambda row: "", acts=True),
    )
    on_page = ("person", "email", "setting", "group", "state", "sent", "tick")
    in_sheet = ("person", "email", "setting", "group", "state", "sent")
    filters = (
        SearchFilter("q", _("Person or setting"), narrow=copies_named),
        ChoiceFilter("state", _("State"), choices=CopyState.choices),
        ScopeFilter("message", _("Message"), find=message_or_nothing, error=_("Choose a message first.")),
    )

    def rows(self) -> QuerySet[MessageCopy]:
        return messages_selectors.copies()
