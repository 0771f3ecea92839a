"""What the emails of every app share: recipients from accounts and links, and the email to one account."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any, ClassVar

from django.utils.translation import gettext as _

from accounts.models import Authority, TaskLink, User
from accounts.selectors import current_authority, news_token_of, people_to_write_to
from core.addresses import absolute
from core.emails import Email, Pace, Recipient, Row, within_authority
from core.subjects import MAX_SUBJECT, MIN_NAME, shortened

#: Words before a name by which nobody is greeted alone.
_TITLES = frozenset(
    {"dr", "mr", "mrs", "ms", "miss", "mx", "prof", "professor", "rev", "reverend", "sir", "dame"}
)


def short_name(full_name: str) -> str:
    """The name by which somebody is greeted: the first word, the whole name where that is a title."""
    first = full_name.split(" ")[0]
    return full_name if first.rstrip(".").casefold() in _TITLES else first


def place_of_authority(authority: Authority) -> str:
    """What stands first in a subject about no group and no setting: the service, and whose."""
    return _("%(authority)s early years collaborations") % {"authority": authority.name}


def platform() -> Authority:
    """Stands for the authority where an email is sent in the platform's own name."""
    name = _("Early years collaborations")
    return Authority(name=name, team_name=name, slug="accounts/email")


def named_by_authority(words: str, authority: Authority | None) -> str:
    """The subject of an email about somebody's account: “Your sign-in code (Larkshire early years
    collaborations)”; by the authority's name alone where all that is too long. Without an authority: the
    platform's.
    """
    width = max(MAX_SUBJECT - len(words) - len(" ()"), MIN_NAME)
    place = place_of_authority(authority) if authority is not None else _("Early years collaborations")
    if len(place) > width and authority is not None:
        place = authority.name
    return f"{words} ({shortened(place, width)})"


def recipient(person: User, **extra: Any) -> Recipient:
    return Recipient(person.email, short_name(person.full_name), extra)


def recipient_of_link(link: TaskLink) -> Recipient:
    """To the address that the link was made for; its person may be nobody we know."""
    return Recipient(link.email, short_name(link.user.full_name) if link.user else "")


def address_to_stop(user_id: int) -> str:
    """Where a person stops the emails that can be stopped, without signing in."""
    path = within_authority("portal:updates_choice", news_token_of(user_id, about="updates"))
    return absolute(f"/{current_authority().slug}/{path}")


@dataclass(frozen=True, kw_only=True)
class EmailToUser(Email[Row]):
    """To one account, unless it has been closed or locked meanwhile."""

    user_id: int
    to_closed_accounts: ClassVar[bool] = False
    to_account: ClassVar[bool] = True

    def recipients(self, row: Row, /) -> Sequence[Recipient]:
        people = people_to_write_to([self.user_id])
        if self.to_closed_accounts:
            people = User.objects.filter(pk=self.user_id)
        return [recipient(person) for person in people]

    def unsubscribe_url(self, row: Row, to: Recipient, /) -> str:
        """News can be stopped by one click (RFC 8058), whatever else comes then."""
        return address_to_stop(self.user_id) if self.pace is Pace.NEWS else ""
