"""Passkeys: what is malformed, somebody else's, sent again, or counts backwards signs nobody in (A3)."""

from __future__ import annotations

import hashlib
import json
from typing import Any

import pytest
from allauth.account.utils import user_pk_to_url_str
from allauth.mfa.models import Authenticator
from allauth.mfa.webauthn.internal.auth import WebAuthn
from cryptography.hazmat.primitives import hashes
from cryptography.hazmat.primitives.asymmetric import ec
from django.test import Client
from fido2.cose import ES256
from fido2.utils import websafe_encode
from fido2.webauthn import Aaguid, AttestationObject, AttestedCredentialData, AuthenticatorData

from accounts.models import Authority, SecurityEvent, User
from accounts.rules import EventKind
from tests.accounts.test_limits import PASSWORD, with_password

LOGIN = "/larkshire/accounts/2fa/webauthn/login/"
PROVE = "/larkshire/accounts/2fa/authenticate/"
PRESENT, VERIFIED = 0x01, 0x04
pytestmark = pytest.mark.django_db


class Key:
    """A passkey in software. ``count``: how often it says it has signed."""

    def __init__(self, owner: User, *, count: int = 0) -> None:
        self.owner, self.count = owner, count
        self.private = ec.generate_private_key(ec.SECP256R1())
        self.name = hashlib.sha256(f"{owner.pk}".encode()).digest()

    def registered(self) -> Key:
        WebAuthn.add(self.owner, "key", self.registration())
        return self

    def registration(self) -> dict[str, Any]:
        public = ES256.from_cryptography_key(self.private.public_key())
        held = AttestedCredentialData.create(Aaguid(bytes(16)), self.name, public)
        data = AuthenticatorData.create(self._site("localhost"), 0x45, self.count, held)
        return {
            **self._head(),
            "response": {
                "clientDataJSON": websafe_encode(
                    b'{"type": "webauthn.create", "challenge": "", "origin": ""}'
                ),
                "attestationObject": websafe_encode(AttestationObject.create("none", data, {})),
            },
        }

    def assertion(self, asked: str, **changed: Any) -> dict[str, Any]:
        """What a browser sends. ``changed``: site, kind, flags, count, owner, key."""
        client = json.dumps(
            {
                "type": changed.get("kind", "webauthn.get"),
                "challenge": changed.get("challenge", asked),
                "origin": "http://localhost:8000",
            }
        ).encode()
        flags = changed.get("flags", PRESENT | VERIFIED)
        data = AuthenticatorData.create(
            self._site(changed.get("site", "localhost")), flags, changed.get("count", self.count)
        )
        signed = data + hashlib.sha256(client).digest()
        owner = changed.get("owner", self.owner)
        return {
            **self._head(),
            "response": {
                "clientDataJSON": websafe_encode(client),
                "authenticatorData": websafe_encode(data),
                "signature": websafe_encode(
                    changed.get("key", self).private.sign(signed, ec.ECDSA(hashes.SHA256()))
                ),
                "userHandle": websafe_encode(user_pk_to_url_str(owner).encode()),
            },
        }

    def _head(self) -> dict[str, Any]:
        return {"id": websafe_encode(self.name), "rawId": websafe_encode(self.name), "type": "public-key"}

    @staticmethod
    def _site(name: str) -> bytes:
        return hashlib.sha256(name.encode()).digest()


@pytest.fixture
def cara(larkshire: Authority) -> User:
    return with_password(larkshire, "cara")


@pytest.fixture
def sam(larkshire: Authority) -> User:
    return with_password(larkshire, "sam-too")


def challenge(client: Client) -> str:
    answer = client.get(LOGIN, headers={"X-Requested-With": "XMLHttpRequest", "Accept": "application/json"})
    return str(answer.json()["request_options"]["publicKey"]["challenge"])


def sign_in(client: Client, credential: Any) -> bool:
    text = credential if isinstance(credential, str) else json.dumps(credential)
    answer = client.post(LOGIN, {"credential": text})
    assert answer.status_code == 302
    return "_auth_user_id" in client.session


def failed() -> int:
    return SecurityEvent.objects.filter(kind=EventKind.FACTOR_FAILED).count()


def test_a_passkey_signs_in(cara: User) -> None:
    key, client = Key(cara).registered(), Client()
    assert sign_in(client, key.assertion(challenge(client)))
    assert client.session["_auth_user_id"] == str(cara.pk)
    assert failed() == 0


@pytest.mark.parametrize(
    "changed",
    [
        {"site": "elsewhere.example"},
        {"site": "testserver"},
        {"kind": "webauthn.create"},
        {"challenge": "AAAA"},
        {"challenge": ""},
        {"flags": PRESENT},
        {"flags": VERIFIED},
        {"flags": 0},
    ],
)
def test_an_assertion_for_something_else_is_refused(cara: User, changed: dict[str, Any]) -> None:
    key, client = Key(cara).registered(), Client()
    assert not sign_in(client, key.assertion(challenge(client), **changed))
    assert failed() == 1


def test_somebody_else_s_key_is_refused(cara: User, sam: User) -> None:
    own, foreign = Key(cara).registered(), Key(sam).registered()
    for changed in ({"key": foreign}, {"owner": sam}, {"owner": User(pk=987654321)}):
        client = Client()
        assert not sign_in(client, own.assertion(challenge(client), **changed)), changed
    client = Client()
    assert not sign_in(client, Key(cara).assertion(challenge(client))), (
        "a key of the same name, never registered"
    )
    assert failed() == 4


def test_a_council_behind_one_address_signs_in_together(cara: User) -> None:
    key = Key(cara).registered()
    for _ in range(15):
        client = Client()
        assert sign_in(client, key.assertion(challenge(client)))


def test_a_key_of_another_person_is_no_second_factor(cara: User, sam: User) -> None:
    Key(cara).registered()
    foreign, client = Key(sam).registered(), Client()
    client.post("/larkshire/accounts/login/", {"login": cara.email, "password": PASSWORD})
    client.get(PROVE)
    asked = client.session["mfa.webauthn.state"]["challenge"]
    client.post(PROVE, {"credential": json.dumps(foreign.assertion(asked))})
    client.post(PROVE, {"credential": json.dumps(foreign.assertion(asked, owner=cara))})
    assert "_auth_user_id" not in client.session
    assert SecurityEvent.objects.filter(kind=EventKind.FACTOR_FAILED, person=cara).count() == 2


def test_an_assertion_is_taken_once_and_in_its_own_session(cara: User) -> None:
    key, client, thief = Key(cara).registered(), Client(), Client()
    said = key.assertion(challenge(client))
    challenge(thief)
    assert not sign_in(thief, said)
    assert not sign_in(Client(), said), "nothing was asked there"
    assert sign_in(client, said)
    client.post("/larkshire/accounts/logout/")
    assert not sign_in(client, said)
    challenge(client)
    assert not sign_in(client, said)


def test_a_count_that_does_not_rise_is_a_copy(cara: User) -> None:
    key = Key(cara, count=5).registered()
    for count, is_in in ((6, True), (6, False), (5, False), (0, False), (9, True), (7, False), (10, True)):
        client = Client()
        assert sign_in(client, key.assertion(challenge(client), count=count)) is is_in, count
    assert failed() == 4


def test_the_count_at_registration_counts_and_a_key_that_counts_nothing_goes_on(
    cara: User, sam: User
) -> None:
    counting, silent = Key(cara, count=5).registered(), Key(sam).registered()
    client = Client()
    assert not sign_in(client, counting.assertion(challenge(client), count=5))
    for _ in range(3):
        client = Client()
        assert sign_in(client, silent.assertion(challenge(client)))


def spoiled(path: str, value: Any) -> Any:
    """A good assertion with one part replaced."""

    def spoil(said: dict[str, Any]) -> Any:
        at: Any = said
        *way, last = path.split(".")
        for name in way:
            at = at[name]
        if value is KeyError:
            del at[last]
        else:
            at[last] = value
        return said

    return spoil


ODD = [None, 5, True, [], {}, "", "!", "AAAA", "\ud800", "é", "A" * 50_000, KeyError]
PARTS = [
    "id", "rawId", "type", "response", "response.clientDataJSON", "response.authenticatorData",
    "response.signature", "response.userHandle",
]  # fmt: skip
TEXTS = ["", "{", "null", "5", '"x"', "[]", "{}", "[" * 60_000, '{"response":' * 5_000, "NaN", "x" * 70_000]


@pytest.mark.parametrize("part", PARTS)
def test_what_is_malformed_is_refused_in_words(cara: User, part: str) -> None:
    key = Key(cara).registered()
    for value in ODD:
        client = Client()
        said = spoiled(part, value)(key.assertion(challenge(client)))
        signs = sign_in(client, said)
        if part in ("id", "type"):
            continue  # a part that says nothing; the rest is proved
        assert not signs, (part, value)


@pytest.mark.parametrize("text", TEXTS, ids=range(len(TEXTS)))
def test_what_is_no_object_is_refused_in_words(cara: User, text: str) -> None:
    Key(cara).registered()
    client = Client()
    challenge(client)
    assert not sign_in(client, text)


@pytest.mark.parametrize(
    "value", [*TEXTS, json.dumps({"id": "x", "response": {"attestationObject": "o2Nm"}})]
)
def test_a_malformed_registration_is_refused_in_words(
    larkshire: Authority, amina: User, browse: Any, value: str
) -> None:
    client = browse(amina)
    session = client.session
    session["account_authentication_methods"] = [
        {**record, "at": record["at"] + 1, "reauthenticated": True}
        for record in session["account_authentication_methods"]
    ]
    session.save()
    before = Authenticator.objects.count()
    client.get("/larkshire/accounts/2fa/webauthn/add/")
    answer = client.post("/larkshire/accounts/2fa/webauthn/add/", {"name": "Key", "credential": value})
    assert answer.status_code in (200, 302)
    assert Authenticator.objects.count() == before
