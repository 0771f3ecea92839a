"""What the pages' frame shows of people, roles, the own account and the authority itself."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import timedelta
from typing import Any

from django.urls import reverse
from django.utils.dates import WEEKDAYS
from django.utils.translation import gettext, ngettext
from django.utils.translation import gettext_lazy as _

from accounts.models import User
from accounts.panels import own_signing_in
from accounts.permissions import Permission
from accounts.selectors import affiliation_here, current_authority, roles_of
from core.calendar_files import Event, identity
from core.frame.account import Part, Readers, Row, RowLink, account_rows, add_topic
from core.frame.diary import Days, diary
from core.frame.places import Hub, Place, add_place
from core.frame.visitor import Visitor
from core.wording import from_to_in_words

add_place(
    Hub.ADMINISTRATION,
    Place(
        _("Roles of the team"),
        _("Who holds which role, from when to when."),
        "admin:accounts_roleappointment_changelist",
        Permission.VIEW_PEOPLE,
        heading=_("People and roles"),
    ),
    key="roles",
    order=10,
)
add_place(
    Hub.ADMINISTRATION,
    Place(
        _("This authority"),
        _("Name, telephone numbers, colour, public page, privacy notice."),
        "admin:accounts_authority_changelist",
        Permission.CHANGE_AUTHORITY,
        heading=_("This authority"),
    ),
    key="authority",
    order=90,
)


@account_rows[Part.PERSON].register(key="name", order=10)
def name(visitor: Visitor) -> Iterator[Row]:
    yield Row.changed_at(
        reverse("accounts:own_name"), _("Name"), visitor.user.full_name or gettext("Not given")
    )


@account_rows[Part.PERSON].register(key="email", order=30)
def email(visitor: Visitor) -> Iterator[Row]:
    yield Row.changed_at(reverse("account_email"), _("Email address"), visitor.user.email)


@account_rows[Part.SIGNING_IN].register(key="signing_in", order=10)
def signing_in(visitor: Visitor) -> Iterator[Row]:
    """Password, second step, passkeys, and where the person is signed in."""
    has_password = visitor.user.has_usable_password()
    yield Row.changed_at(
        reverse("account_change_password" if has_password else "account_set_password"),
        _("Password"),
        gettext("Set") if has_password else gettext("None. You sign in with a code that we email to you"),
        action=_("Change") if has_password else _("Set"),
    )
    facts = own_signing_in(visitor.user)
    yield Row.changed_at(
        reverse("mfa_index"),
        _("Second step of sign-in"),
        gettext("An authenticator app") if facts.has_app else gettext("No authenticator app"),
        *([gettext("You have recovery codes")] if facts.has_codes else []),
        action=_("Change") if facts.has_app else _("Set up"),
    )
    yield Row.changed_at(
        reverse("mfa_list_webauthn"),
        _("Passkeys"),
        _number(facts.passkeys, ngettext("%(number)d passkey", "%(number)d passkeys", facts.passkeys)),
        action=_("Change") if facts.passkeys else _("Add"),
    )
    devices = _("Devices signed in")
    links = [RowLink(_("See where"), reverse("accounts:sessions"), devices)]
    if facts.devices > 1:
        links.append(RowLink(_("Sign out the others"), reverse("accounts:end_others"), devices))
    words = ngettext("%(number)d device", "%(number)d devices", max(facts.devices, 1))
    yield Row(devices, (words % {"number": max(facts.devices, 1)},), tuple(links))


def _number(number: int, words: str) -> Any:
    return words % {"number": number} if number else gettext("None")


@account_rows[Part.EMAILS].register(key="emails", order=10)
def emails(visitor: Visitor) -> Iterator[Row]:
    page = reverse("accounts:own_emails")
    tie = affiliation_here(visitor.user)
    yield Row.changed_at(
        page,
        _("What is new, once a week"),
        gettext("Comes to you on %(day)s") % {"day": WEEKDAYS[tie.news_day]}
        if tie is not None and tie.news_off_at is None
        else gettext("Switched off"),
    )
    yield Row.changed_at(
        page,
        _("What you are to do by a day"),
        gettext("Comes to you. It cannot be switched off"),
        action=_("See the list"),
    )


@account_rows[Part.WORK].register(key="team_roles", order=10)
def team_roles(visitor: Visitor) -> Iterator[Row]:
    """Roles over the authority, today and later."""
    for role in roles_of(visitor.user):
        if role.ends_on is None or role.ends_on > visitor.on:
            when = from_to_in_words(role.starts_on, role.ends_on)
            yield Row(role.get_role_display(), (gettext("In the early years team"), when))


@account_rows[Part.PAGES].register(key="search_key", order=10)
def search_key(visitor: Visitor) -> Iterator[Row]:
    yield Row.changed_at(
        reverse("accounts:search_key"),
        _("The / key"),
        gettext("An ordinary key") if visitor.user.search_key_off else gettext("Leads into the search box"),
    )


add_topic(
    Readers.EVERYBODY,
    _("Something of your account has changed or is to be corrected, or the team has added you."),
    "accounts.account_changed",
    "accounts.correction_asked",
    "accounts.person_invited",
    key="account",
    order=20,
)
add_topic(
    Readers.TEAM,
    _(
        "You are given a role, it ends, or it is taken back. Managers also hear that the role of another ends."
    ),
    "accounts.role_given",
    "accounts.role_of_another_ends",
    "accounts.first_sign_in",
    "accounts.role_ended",
    "accounts.role_withdrawn",
    key="roles",
    order=40,
)


@diary.register(key="team_roles", order=50)
def team_roles_in_diary(user: User, days: Days) -> Iterator[Event]:
    """The last day of a role in the early years team."""
    authority = current_authority()
    for role in roles_of(user):
        if role.ends_on is not None and days.since < role.ends_on <= days.until:
            yield Event(
                uid=identity("team-role", authority, role.pk),
                title=gettext("Last day: %(role)s in the early years team")
                % {"role": role.get_role_display()},
                day=role.ends_on - timedelta(days=1),
                made_at=days.made_at,
            )
