"""A council's identity provider for tests: it answers as a good one does, but for what a test changes."""

from __future__ import annotations

import base64
import hashlib
import json
import time
import warnings
from collections.abc import Callable
from typing import Any

import jwt
import requests
from cryptography.hazmat.primitives.asymmetric import rsa

SERVER = "https://directory.example/larkshire/v2.0"
CLIENT_ID, SECRET = "eyc", "a secret of the client that nobody else has"
OWN_KEY = rsa.generate_private_key(public_exponent=65537, key_size=2048)
FOREIGN_KEY = rsa.generate_private_key(public_exponent=65537, key_size=2048)
SMALL_KEY = rsa.generate_private_key(public_exponent=65537, key_size=1024)


def public(key: Any, name: str = "key-1", **facts: Any) -> dict[str, Any]:
    algorithm = jwt.algorithms.RSAAlgorithm(jwt.algorithms.RSAAlgorithm.SHA256)
    return {**json.loads(algorithm.to_jwk(key.public_key())), "kid": name, "use": "sig", **facts}


def signed(claims: dict[str, Any], key: Any = OWN_KEY, algorithm: str = "RS256", **header: Any) -> str:
    with warnings.catch_warnings():  # of a key that is too small
        warnings.simplefilter("ignore")
        return jwt.encode(claims, key, algorithm=algorithm, headers={"kid": "key-1", **header})


class Answer(requests.Response):
    def __init__(self, document: Any, status: int = 200) -> None:
        super().__init__()
        self.status_code, self.headers["content-type"] = status, "application/json"
        self._content = document if isinstance(document, bytes) else json.dumps(document).encode()


class CouncilServer:
    """Codes are taken once, with the verifier of the challenge that asked for them."""

    def __init__(self) -> None:
        self.metadata: dict[str, Any] = {
            "issuer": SERVER,
            "authorization_endpoint": f"{SERVER}/authorize",
            "token_endpoint": f"{SERVER}/token",
            "jwks_uri": f"{SERVER}/keys",
            "userinfo_endpoint": f"{SERVER}/userinfo",
        }
        self.keys: Any = {"keys": [public(OWN_KEY)]}
        self.claims: dict[str, Any] = {}
        self.userinfo: Any = {}
        self.sign: Callable[[dict[str, Any]], Any] = signed
        self.token_answer: Any = None
        self.is_away = False
        self.codes: dict[str, dict[str, str]] = {}

    def know(self, email: str, subject: str = "person-1") -> None:
        self.userinfo = {"sub": subject, "email": email, "email_verified": True}
        self.claims = {"iss": SERVER, "aud": CLIENT_ID, "sub": subject, "email": email}

    def authorize(self, asked: dict[str, str]) -> str:
        """A code for what the browser brought."""
        code = f"code-{len(self.codes)}"
        self.codes[code] = asked
        return code

    # --- what allauth asks --------------------------------------------------------------------------------

    def get(self, address: str, **kwargs: Any) -> Answer:
        if self.is_away:
            raise requests.ConnectionError("away")
        return {
            "openid-configuration": lambda: Answer(self.metadata),
            "keys": lambda: Answer(self.keys),
            "userinfo": lambda: Answer(self.userinfo),
        }[address.rpartition("/")[2]]()

    def request(self, method: str, address: str, *, data: dict[str, str], **kwargs: Any) -> Answer:
        assert (method, address) == ("POST", f"{SERVER}/token")
        if self.is_away:
            raise requests.ConnectionError("away")
        asked = self.codes.pop(data["code"], None)
        digest = hashlib.sha256(data.get("code_verifier", "").encode()).digest()
        challenge = base64.urlsafe_b64encode(digest).rstrip(b"=").decode()
        if asked is None or asked.get("code_challenge") != challenge or data.get("client_secret") != SECRET:
            return Answer({"error": "invalid_grant"}, 400)
        if self.token_answer is not None:
            return Answer(self.token_answer)
        now = int(time.time())
        claims = {"iat": now, "exp": now + 300, "nonce": asked.get("nonce"), **self.claims}
        token = self.sign({name: value for name, value in claims.items() if value is not None})
        return Answer({"access_token": "access", "token_type": "Bearer", "expires_in": 60, "id_token": token})

    def __enter__(self) -> CouncilServer:
        return self

    def __exit__(self, *error: object) -> None:
        return None
