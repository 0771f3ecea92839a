"""What makes an ID token count (OpenID Connect Core, 3.1.3.7). Pure: neither requests nor settings."""

from __future__ import annotations

import hmac
from collections.abc import Mapping
from typing import Any, Final

import jwt

#: Signatures by a key that the server alone holds. Never ``none``, and never one whose key we hold as well.
ALGORITHMS: Final = frozenset(
    {"RS256", "RS384", "RS512", "PS256", "PS384", "PS512", "ES256", "ES384", "ES512", "EdDSA"}
)
NEEDED: Final = ("iss", "sub", "aud", "exp", "iat")
#: How far the server's clock may be from ours, in seconds.
MAX_CLOCK_DIFFERENCE: Final = 60
MAX_TOKEN: Final = 20_000  # characters
MAX_TEXT: Final = 255
#: What is kept of an answer (data minimisation): groups, telephones and pictures are not ours to hold.
KEPT: Final = frozenset({"sub", "email", "email_verified", "name", "preferred_username"})
_DECODER: Final = jwt.PyJWT(options={"enforce_minimum_key_length": True})


class TokenRefused(Exception):
    """The token proves nothing. The message is for the log and holds nothing of the token."""


def proved_claims(
    token: object, *, keys: object, issuer: str, client_id: str, nonce: str
) -> Mapping[str, Any]:
    """What a token claims, once its signature, issuer, audience, times and ``nonce`` are proved.

    ``keys`` is the server's key set, as it answered. A key that the token itself names (``jku``, ``jwk``,
    ``x5u``) is never asked. Raises TokenRefused.
    """
    if not isinstance(token, str) or len(token) > MAX_TOKEN:
        raise TokenRefused("there is no ID token")
    try:
        header = jwt.get_unverified_header(token)
        algorithm = header.get("alg")
        if algorithm not in ALGORITHMS:
            raise TokenRefused("the ID token is signed by no algorithm that counts")
        claims = _DECODER.decode(
            token,
            key=_key_of(keys, header.get("kid"), algorithm),
            algorithms=[algorithm],
            audience=client_id,
            issuer=issuer,
            leeway=MAX_CLOCK_DIFFERENCE,
            options={"require": list(NEEDED)},
        )
        _refuse_claims(claims, client_id=client_id, nonce=nonce)
    except jwt.PyJWTError as error:
        raise TokenRefused(f"the ID token does not hold: {type(error).__name__}") from None
    except (AttributeError, KeyError, TypeError, ValueError):
        raise TokenRefused("the ID token or the key set is malformed") from None
    return claims


def kept(claims: Mapping[str, Any]) -> dict[str, Any]:
    """Of a server's answer, what is needed to know the person, and no text that cannot be stored."""
    return {name: value for name, value in claims.items() if name in KEPT and _is_plain(value)}


def _is_plain(value: object) -> bool:
    if isinstance(value, str):
        return len(value) <= MAX_TEXT and not any(
            character == "\0" or "\ud800" <= character <= "\udfff" for character in value
        )
    return value is None or isinstance(value, bool | int)


def _key_of(keys: Any, name: object, algorithm: str) -> Any:
    """The one key of the set by which a token of this header may be signed."""
    suitable = [
        key
        for key in keys["keys"]
        if key.get("use", "sig") == "sig"
        and key.get("alg", algorithm) == algorithm
        and (name is None or key.get("kid") == name)
    ]
    if len(suitable) != 1:
        raise TokenRefused("no one key of the server fits the ID token")
    return jwt.PyJWK(suitable[0], algorithm=algorithm).key


def _refuse_claims(claims: Mapping[str, Any], *, client_id: str, nonce: str) -> None:
    audience, party = claims["aud"], claims.get("azp")
    if party not in (None, client_id) or (party is None and isinstance(audience, list) and len(audience) > 1):
        raise TokenRefused("the ID token was made for another service")
    subject = claims["sub"]
    if not isinstance(subject, str) or not 0 < len(subject) <= MAX_TEXT:
        raise TokenRefused("the ID token names nobody")
    if not subject.isascii() or not subject.isprintable():
        raise TokenRefused("the ID token names nobody")
    said = claims.get("nonce")
    if not nonce or not isinstance(said, str) or not hmac.compare_digest(said.encode(), nonce.encode()):
        raise TokenRefused("the ID token answers another request")
