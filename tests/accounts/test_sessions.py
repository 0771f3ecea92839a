"""A second factor is proved by the session; every change of how one signs in ends the others (A2, A3)."""

from __future__ import annotations

import re
import time
from collections.abc import Callable
from typing import Any

import pytest
import time_machine
from allauth.account.models import EmailAddress
from allauth.mfa.models import Authenticator
from allauth.mfa.recovery_codes.internal.auth import RecoveryCodes
from allauth.mfa.totp.internal.auth import TOTP, format_hotp_value, hotp_value
from allauth.mfa.webauthn.internal.auth import WebAuthn
from django.test import Client, RequestFactory
from django.utils import timezone

from accounts.models import Authority, User
from accounts.selectors import has_proved_second_factor
from accounts.services.authorities import change_authority
from accounts.services.people import register_person
from core.scoping import authority_scope
from tests.cast import sign_in

Browse = Callable[[User | None], Client]
SECRET = "JBSWY3DPEHPK3PXP"
PASSWORD, NEW = "an-old-password-1", "a-new-password-22"
HOME, LOGIN = "/larkshire/", "/larkshire/accounts/login/"
#: Behind a permission, in the admin, and another app's page.
PAGES = (HOME, "/larkshire/admin/", "/larkshire/admin/providers/provider/", "/larkshire/leadership/")
pytestmark = pytest.mark.django_db(transaction=True)


def code_now() -> str:
    return format_hotp_value(hotp_value(SECRET, int(time.time()) // 30))


def signed_in_by_code(user: User, mailoutbox: list[Any]) -> Client:
    client = Client()
    mailoutbox.clear()
    client.post("/larkshire/accounts/login/code/", {"email": user.email})
    code = re.search(r"\b([A-Z0-9]{3,}-?[A-Z0-9]{3,})\b", mailoutbox[0].body)
    assert code
    client.post("/larkshire/accounts/login/code/confirm/", {"code": code[1]})
    return client


def without_factor(user: User) -> User:
    Authenticator.objects.filter(user=user).delete()
    user.refresh_from_db()
    return user


def set_up(client: Client, prefix: str = "/larkshire") -> Any:
    client.get(f"{prefix}/accounts/2fa/totp/activate/")
    session = client.session
    session["mfa.totp.secret"] = SECRET
    session.save()
    return client.post(f"{prefix}/accounts/2fa/totp/activate/", {"code": code_now()})


def is_in(client: Client, page: str = HOME) -> bool:
    """Whether a page is served to this session, not led away to sign in or to prove a factor."""
    return bool(client.get(page).status_code == 200)


def told(mailoutbox: list[Any]) -> list[tuple[str, str]]:
    """To whom the outbox has written, and what: the subject without its day and authority.

    A commit sends what waits.
    """
    return [(email.to[0], email.subject.partition(" on ")[0]) for email in mailoutbox]


# --- the second factor is the session's (F1) ----------------------------------------------------------------


def test_a_factor_set_up_in_one_session_opens_no_other(
    larkshire: Authority, amina: User, mailoutbox: list[Any]
) -> None:
    without_factor(amina)
    first, second = signed_in_by_code(amina, mailoutbox), signed_in_by_code(amina, mailoutbox)
    for client in (first, second):
        assert client.get(HOME).headers["Location"] == "/larkshire/accounts/2fa/totp/activate/"
    assert set_up(second).status_code == 302
    assert all(is_in(second, page) for page in PAGES)
    assert [client.get(page).status_code for client in (first,) for page in PAGES] == [302] * 4
    assert "/accounts/login/" in first.get("/larkshire/leadership/").headers["Location"]


def test_a_session_that_proved_none_is_led_to_prove_the_factor_its_person_has(
    larkshire: Authority, amina: User
) -> None:
    without_factor(amina)
    TOTP.activate(amina, SECRET)
    amina.refresh_from_db()
    client = Client()
    sign_in(client, amina, proved=False)
    prove = "/larkshire/accounts/2fa/reauthenticate/"
    for page in (*PAGES, "/larkshire/accounts/2fa/webauthn/add/", "/larkshire/accounts/email/"):
        assert client.get(page).headers["Location"].startswith(prove), page
    assert client.get("/larkshire/privacy/").status_code == 200
    assert client.post(f"{prove}?next=/larkshire/", {"code": code_now()}).headers["Location"] == HOME
    assert all(is_in(client, page) for page in PAGES)


def test_where_the_authority_asks_everybody_each_session_proves_a_factor(
    larkshire: Authority, marlshire: Authority, maya: User, sam: User, browse: Browse
) -> None:
    """``second_factor_for_all``: also for somebody without a role; elsewhere nothing changes."""
    with authority_scope(marlshire):
        register_person(email=sam.email, full_name=sam.full_name)
    client, proved = Client(), browse(sam)
    sign_in(client, sam, proved=False)
    assert is_in(client)
    with authority_scope(larkshire):
        change_authority(authority=larkshire, by=maya, changes={"second_factor_for_all": True})
    prove = "/larkshire/accounts/2fa/reauthenticate/"
    for page in (HOME, "/larkshire/collaborations/"):
        assert client.get(page).headers["Location"].startswith(prove), page
        assert client.post(page).headers["Location"].startswith(prove), page
    assert is_in(proved)
    assert is_in(client, "/marlshire/")
    without_factor(sam)
    sign_in(client, sam, proved=False)
    assert client.get(HOME).headers["Location"] == "/larkshire/accounts/2fa/totp/activate/"
    assert set_up(client).status_code == 302
    assert is_in(client)
    with authority_scope(larkshire):
        change_authority(authority=larkshire, by=maya, changes={"second_factor_for_all": False})
    unproved = Client()
    sign_in(unproved, sam, proved=False)
    assert is_in(unproved)


def test_a_factor_added_to_others_by_a_session_that_proved_none_proves_nothing(
    larkshire: Authority, amina: User
) -> None:
    """On the platform's own pages, where no role is known."""
    client = Client()
    sign_in(client, amina, proved=False)
    Authenticator.objects.filter(user=amina, type=Authenticator.Type.TOTP).update(
        type=Authenticator.Type.WEBAUTHN, data={"name": "", "credential": {}}
    )
    amina.set_password(PASSWORD)
    amina.save()
    sign_in(client, amina, proved=False)
    client.post("/accounts/reauthenticate/", {"password": PASSWORD})
    assert set_up(client, "").status_code == 302
    assert Authenticator.objects.filter(user=amina, type=Authenticator.Type.TOTP).exists()
    assert not is_in(client)


@pytest.mark.parametrize(
    ("records", "of_council", "proved"),
    [
        ([{"method": "password"}], False, False),
        ([{"method": "code"}], False, False),
        ([{"method": "password"}, {"method": "mfa", "type": "totp"}], False, True),
        ([{"method": "mfa", "type": "webauthn", "passwordless": True}], False, True),
        ([{"method": "mfa", "type": "recovery_codes"}], False, True),
        ([{"method": "socialaccount", "provider": "council"}], False, False),
        ([{"method": "socialaccount", "provider": "council"}], True, True),
        ([{"method": "socialaccount", "provider": "another"}], True, False),
        ("nonsense", False, False),
    ],
)
def test_what_a_session_has_proved(
    records: Any, of_council: bool, proved: bool, amina: User, settings: Any
) -> None:
    settings.OIDC_SECOND_FACTOR = of_council
    request: Any = RequestFactory().get("/")
    request.user = amina
    request.session = {
        "account_authentication_methods": records,
        "account_authentication_methods_user": str(amina.pk),
    }
    assert has_proved_second_factor(request) is proved
    request.session["account_authentication_methods_user"] = "0"
    assert not has_proved_second_factor(request)


# --- every change ends the other sessions, and is told (F1, F8) ----------------------------------------------


def change_password(client: Client, user: User) -> Any:
    data = {"oldpassword": PASSWORD, "password1": NEW, "password2": NEW}
    return client.post("/larkshire/accounts/password/change/", data)


def set_password(client: Client, user: User) -> Any:
    return client.post("/larkshire/accounts/password/set/", {"password1": NEW, "password2": NEW})


def change_by_code(client: Client, user: User) -> Any:
    client.post("/larkshire/accounts/email/", {"action_add": "", "email": "sam@home.example"})
    state = client.session["account_email_verification_code"]
    return client.post("/larkshire/accounts/confirm-email/", {"code": state["code"]})


def change_address(client: Client, user: User) -> Any:
    EmailAddress.objects.create(user=user, email="sam@home.example", verified=True)
    return client.post("/larkshire/accounts/email/", {"action_primary": "", "email": "sam@home.example"})


def remove_address(client: Client, user: User) -> Any:
    EmailAddress.objects.create(user=user, email="sam@home.example", verified=True)
    return client.post("/larkshire/accounts/email/", {"action_remove": "", "email": "sam@home.example"})


def add_app(client: Client, user: User) -> Any:
    return set_up(client)


def remove_app(client: Client, user: User) -> Any:
    return client.post("/larkshire/accounts/2fa/totp/deactivate/")


def make_codes(client: Client, user: User) -> Any:
    return client.post("/larkshire/accounts/2fa/recovery-codes/generate/")


def remove_passkey(client: Client, user: User) -> Any:
    passkey = Authenticator.objects.get(user=user, type=Authenticator.Type.WEBAUTHN)
    return client.post(f"/larkshire/accounts/2fa/webauthn/keys/{passkey.pk}/remove/")


#: What is done: what the person had before, whether it ends the other sessions, and the subject that is told.
CHANGES: dict[str, tuple[Callable[[Client, User], Any], str, bool, str]] = {
    "password changed": (change_password, "password", True, "Your password was changed"),
    "password set": (set_password, "", True, "Your password was set"),
    "address changed by a code": (change_by_code, "password", True, "Your email address was changed"),
    "another address made the main one": (change_address, "password", True, "Your email address was changed"),
    "address removed": (remove_address, "password", False, "An email address was removed"),
    "app added": (add_app, "password", True, "An authenticator app was set up"),
    "app removed": (remove_app, "password app", True, "An authenticator app was removed"),
    "codes made anew": (make_codes, "password app codes", True, "New recovery codes were made"),
    "passkey removed": (remove_passkey, "password passkey", True, "A passkey was removed"),
}


def person_with(user: User, things: str) -> User:
    without_factor(user)
    if "password" in things:
        user.set_password(PASSWORD)
        user.save()
    if "app" in things:
        TOTP.activate(user, SECRET)
    if "codes" in things:
        RecoveryCodes.activate(user)
    if "passkey" in things:
        WebAuthn.add(user, "key", {"response": {}})
    user.refresh_from_db()
    return user


def freshly_signed_in(user: User, *, with_password: bool) -> Client:
    """A session that proved everything a moment ago, as the pages of an account ask for."""
    client = Client()
    sign_in(client, user)
    if with_password:
        session = client.session
        record = {"method": "password", "at": time.time(), "reauthenticated": True}
        session["account_authentication_methods"] = [*session["account_authentication_methods"], record]
        session.save()
    return client


@pytest.mark.parametrize("name", CHANGES)
def test_a_change_ends_the_other_sessions_and_is_told_at_the_address_before_it(
    name: str, larkshire: Authority, sam: User, mailoutbox: list[Any]
) -> None:
    change, things, ends_others, subject = CHANGES[name]
    address = sam.email
    person_with(sam, things)
    other, own = Client(), freshly_signed_in(sam, with_password="password" in things)
    sign_in(other, sam)
    assert is_in(other)
    answer = change(own, sam)
    assert answer.status_code == 302, answer.content.decode()
    page = own.get(HOME)
    assert page.status_code == 200, "the session that made the change goes on"
    assert is_in(other) is not ends_others
    assert [email for email in told(mailoutbox) if email[0] == address] == [(address, subject)], "one email"
    said = page.content.decode()
    assert ("The old ones no longer work" in said) is (name == "codes made anew")
    assert ("You have recovery codes, to sign in with" in said) is (name == "app added")


def test_the_first_factor_is_set_up_right_after_the_password_without_asking_for_it_again(
    larkshire: Authority, amina: User
) -> None:
    person_with(amina, "password")
    with time_machine.travel(timezone.now(), tick=False) as clock:
        client = Client()
        client.post(LOGIN, {"login": amina.email, "password": PASSWORD})
        activate = "/larkshire/accounts/2fa/totp/activate/"
        assert client.get(HOME).headers["Location"] == activate
        assert client.get(activate).status_code == 200
        clock.shift(301)
        assert "/accounts/reauthenticate/" in client.get(activate).headers["Location"]
        client.post(LOGIN, {"login": amina.email, "password": PASSWORD})
        client.post("/larkshire/accounts/logout/")
        client.post(LOGIN, {"login": amina.email, "password": PASSWORD})
        answer = set_up(client)
        assert client.get(answer.headers["Location"]).status_code == 200, (
            "the codes, without being asked again"
        )
        clock.shift(301)
        for page in ("totp/deactivate/", "recovery-codes/generate/", "webauthn/add/"):
            assert "reauthenticate/" in client.get(f"/larkshire/accounts/2fa/{page}").headers["Location"]


def test_a_second_factor_asks_again_however_fresh_the_password(larkshire: Authority, sam: User) -> None:
    person_with(sam, "password app")
    client = Client()
    client.post(LOGIN, {"login": sam.email, "password": PASSWORD})
    client.post("/larkshire/accounts/2fa/authenticate/", {"code": code_now()})
    assert is_in(client)
    for part in ("totp/deactivate/", "recovery-codes/generate/", "webauthn/add/"):
        assert "reauthenticate/" in client.get(f"/larkshire/accounts/2fa/{part}").headers["Location"]


def test_a_passkey_added_ends_the_others_and_proves_the_factor(
    larkshire: Authority, amina: User, mailoutbox: list[Any], monkeypatch: pytest.MonkeyPatch
) -> None:
    """The browser's half of a passkey is left out: what the page does with it is the same."""
    from allauth.mfa.webauthn import forms

    without_factor(amina)
    monkeypatch.setattr(forms.AddWebAuthnForm, "clean", lambda form: {**form.cleaned_data, "credential": {}})
    own, other = signed_in_by_code(amina, mailoutbox), signed_in_by_code(amina, mailoutbox)
    answer = own.post("/larkshire/accounts/2fa/webauthn/add/", {"name": "Key", "credential": '{"id": "key"}'})
    assert answer.status_code == 302, answer.content.decode()
    assert is_in(own)
    assert not is_in(other)
    assert (amina.email, "A passkey was added") in told(mailoutbox)


def test_a_password_reset_by_email_ends_every_session_and_is_told(
    larkshire: Authority, sam: User, mailoutbox: list[Any]
) -> None:
    person_with(sam, "password")
    before = Client()
    sign_in(before, sam)
    stranger = Client()
    stranger.post("/larkshire/accounts/password/reset/", {"email": sam.email})
    path = re.search(r"/larkshire/accounts/password/reset/key/\S+", mailoutbox[0].body)
    assert path
    form = stranger.get(path[0], follow=True).redirect_chain[-1][0]
    assert stranger.post(form, {"password1": NEW, "password2": NEW}).status_code == 302
    assert not is_in(before)
    assert (sam.email, "Your password was changed") in told(mailoutbox)


def test_a_change_on_the_platforms_pages_is_told_by_the_persons_own_authority(
    larkshire: Authority, marlshire: Authority, sam: User, mailoutbox: list[Any]
) -> None:
    person_with(sam, "password")
    own = freshly_signed_in(sam, with_password=True)
    data = {"oldpassword": PASSWORD, "password1": NEW, "password2": NEW}
    assert own.post("/accounts/password/change/", data).status_code == 302
    assert told(mailoutbox) == [(sam.email, "Your password was changed")]
    assert "if you cannot sign in, tell the early years team at once" in mailoutbox[0].body
    assert mailoutbox[0].extra_headers["X-Authority"] == str(larkshire.pk)


def test_somebody_of_no_authority_is_told_too(mailoutbox: list[Any]) -> None:
    operator = User.objects.create_user("op@platform.example", password=PASSWORD, full_name="Op")
    EmailAddress.objects.create(user=operator, email=operator.email, verified=True, primary=True)
    own = freshly_signed_in(operator, with_password=True)
    data = {"oldpassword": PASSWORD, "password1": NEW, "password2": NEW}
    assert own.post("/accounts/password/change/", data).status_code == 302
    assert told(mailoutbox) == [(operator.email, "Your password was changed")]
    assert mailoutbox[0].subject.endswith(" (Early years collaborations)")
    assert mailoutbox[0].from_email.startswith("Early years collaborations <")


def test_the_old_address_is_told_even_if_it_is_gone_when_the_email_is_sent(
    larkshire: Authority, sam: User, mailoutbox: list[Any]
) -> None:
    before = person_with(sam, "password").email
    own = freshly_signed_in(sam, with_password=True)
    change_address(own, sam)
    own.post("/larkshire/accounts/email/", {"action_remove": "", "email": before})
    assert not EmailAddress.objects.filter(email=before).exists()
    assert told(mailoutbox) == [
        (before, "Your email address was changed"),
        ("sam@home.example", "An email address was removed"),
    ]


def test_a_changed_factor_outside_a_request_ends_every_session(larkshire: Authority, sam: User) -> None:
    client = Client()
    sign_in(client, sam)
    assert is_in(client)
    Authenticator.objects.filter(user=sam).delete()
    assert not is_in(client)
