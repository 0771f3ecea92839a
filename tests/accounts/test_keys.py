"""Every key can be changed without shutting anybody out (F11)."""

from __future__ import annotations

import ast
import io
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import timedelta
from pathlib import Path

import pytest
from allauth.mfa.models import Authenticator
from allauth.mfa.recovery_codes.internal.auth import RecoveryCodes
from allauth.mfa.totp.internal.auth import TOTP, format_hotp_value, hotp_value, yield_hotp_counters_from_time
from cryptography.fernet import InvalidToken
from django.conf import settings
from django.core.management import CommandError, call_command
from django.test import Client, override_settings
from django.utils import timezone

from accounts.models import Authority, User
from accounts.selectors import open_link, token_of
from accounts.services.factors import Rewritten, rewrite_factors
from accounts.services.links import make_link
from core.keys import Use, box_for
from core.scoping import authority_scope

SECRET = "JBSWY3DPEHPK3PXP"


@contextmanager
def keys(use: Use, *values: str) -> Iterator[None]:
    with override_settings(KEYS={**settings.KEYS, use.value: list(values)}):
        yield


def code() -> str:
    return format_hotp_value(hotp_value(SECRET, next(yield_hotp_counters_from_time())))


@pytest.fixture
def factors(maya: User) -> User:
    Authenticator.objects.filter(user=maya).delete()
    with keys(Use.SECOND_FACTORS, "old"):
        TOTP.activate(maya, SECRET)
        RecoveryCodes.activate(maya)
    return maya


def app_of(user: User) -> TOTP:
    return Authenticator.objects.get(user=user, type=Authenticator.Type.TOTP).wrap()


def recovery_codes_of(user: User) -> RecoveryCodes:
    return Authenticator.objects.get(user=user, type=Authenticator.Type.RECOVERY_CODES).wrap()


def test_with_the_old_key_behind_the_new_one_codes_go_on(factors: User) -> None:
    with keys(Use.SECOND_FACTORS, "old"):
        recovery = recovery_codes_of(factors).get_unused_codes()[0]
    with keys(Use.SECOND_FACTORS, "new", "old"):
        assert app_of(factors).validate_code(code())
        assert recovery_codes_of(factors).validate_code(recovery)


def test_without_the_old_key_every_code_is_wrong_and_nothing_breaks(
    factors: User, caplog: pytest.LogCaptureFixture
) -> None:
    with keys(Use.SECOND_FACTORS, "old"):
        recovery = recovery_codes_of(factors).get_unused_codes()[0]
    with keys(Use.SECOND_FACTORS, "new"):
        assert not app_of(factors).validate_code(code())
        assert not recovery_codes_of(factors).validate_code(recovery)
    assert "cannot be read with the keys" in caplog.text
    assert SECRET not in caplog.text


def test_a_secret_that_cannot_be_read_is_not_the_empty_one(factors: User) -> None:
    """The code of an empty secret is known to everybody."""
    with keys(Use.SECOND_FACTORS, "new"):
        guess = format_hotp_value(hotp_value("", next(yield_hotp_counters_from_time())))
        assert not app_of(factors).validate_code(guess)


def test_after_writing_anew_the_old_key_is_not_needed(factors: User) -> None:
    with keys(Use.SECOND_FACTORS, "new", "old"):
        assert rewrite_factors() == Rewritten(2, 0)
    with keys(Use.SECOND_FACTORS, "new"):
        assert app_of(factors).validate_code(code())
        call_command("reencrypt_second_factors", stdout=io.StringIO())


def test_signing_in_writes_that_person_s_factors_anew(factors: User, browse: object) -> None:
    with keys(Use.SECOND_FACTORS, "new", "old"):
        Client().force_login(factors, backend="accounts.backends.SignIn")
    with keys(Use.SECOND_FACTORS, "new"):
        assert app_of(factors).validate_code(code())


def test_the_command_says_what_no_key_opens(factors: User) -> None:
    with keys(Use.SECOND_FACTORS, "new"), pytest.raises(CommandError, match="opens 2 more"):
        call_command("reencrypt_second_factors", stdout=io.StringIO())


def test_the_operator_removes_lost_factors(factors: User) -> None:
    call_command("remove_second_factor", factors.email, because="lost telephone", stdout=io.StringIO())
    assert not Authenticator.objects.filter(user=factors).exists()
    with pytest.raises(CommandError, match="no second factor"):
        call_command("remove_second_factor", factors.email, because="again", stdout=io.StringIO())
    with pytest.raises(CommandError, match="Nobody signs in"):
        call_command("remove_second_factor", "nobody@larkshire.example", because="?", stdout=io.StringIO())


def test_links_in_emails_outlive_their_key_and_the_key_of_sessions(larkshire: Authority) -> None:
    at = timezone.now()
    with authority_scope(larkshire):
        with keys(Use.LINKS, "old"):
            token = token_of(make_link(purpose="test", about_id=1, email="a@larkshire.example", at=at))
        later = at + timedelta(days=1)
        with keys(Use.LINKS, "new", "old"), override_settings(SECRET_KEY="another"):
            assert open_link(token, purpose="test", at=later)
        with keys(Use.LINKS, "new"):
            assert open_link(token, purpose="test", at=later) is None


def test_sessions_go_on_with_the_old_key_as_fallback(maya: User) -> None:
    client = Client()
    client.force_login(maya, backend="accounts.backends.SignIn")
    with override_settings(SECRET_KEY="another", SECRET_KEY_FALLBACKS=[settings.SECRET_KEY]):
        assert client.get("/accounts/email/").status_code == 200
    with override_settings(SECRET_KEY="a third", SECRET_KEY_FALLBACKS=[]):
        assert client.get("/accounts/email/").status_code == 302


@pytest.mark.pure
def test_uses_and_subjects_are_kept_apart() -> None:
    locked = box_for(Use.SHORT, "one").encrypt(b"text")
    for other in (box_for(Use.SHORT, "two"), box_for(Use.LINKS, "one")):
        with pytest.raises(InvalidToken):
            other.decrypt(locked)


@pytest.mark.pure
def test_keys_are_read_in_one_module() -> None:
    """Application code asks core.keys for a use, never the settings for a key."""
    root = Path(settings.BASE_DIR)
    found = []
    for app in settings.OUR_APPS:
        for file in (root / app).rglob("*.py"):
            for node in ast.walk(ast.parse(file.read_text())):
                name = getattr(node, "attr", "")
                if name in ("SECRET_KEY", "SECRET_KEY_FALLBACKS", "KEYS") and file.name != "keys.py":
                    found.append(f"{file.relative_to(root)}:{node.lineno}")  # type: ignore[attr-defined]
    assert found == []
