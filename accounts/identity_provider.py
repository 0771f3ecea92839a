"""What a council's own identity provider says of somebody, and whether it counts (decision 0028). Pure."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from typing import Any
from urllib.parse import unquote

from core.addresses import path_of

#: Microsoft's addresses for any directory at all, and the directory of private accounts: none of them is one
#: council, so none can vouch for its addresses.
SHARED_DIRECTORIES = frozenset(
    {"common", "organizations", "consumers", "9188040d-6c67-4c5b-b112-36a304b66dad"}
)


def is_shared_server(address: str) -> bool:
    """Whether a server's address lets in people of any directory."""
    parts = unquote(path_of(address)).lower().split("/")
    return not SHARED_DIRECTORIES.isdisjoint(parts)


def claimed_address(answer: Mapping[str, Any]) -> str:
    """The ``email`` claim, empty where there is none.

    ``preferred_username`` and ``upn`` are names to sign in with, which a directory may change and give to
    somebody else: they are no proof of an address.
    """
    return next((str(claims["email"]).strip() for claims in _parts(answer) if claims.get("email")), "")


def proved_address(answer: Mapping[str, Any], *, domains: Collection[str], vouches: bool) -> str:
    """The address that the provider proves, empty where it proves none.

    It speaks for its own ``domains`` only. ``vouches``: the operator says that the server knows every address
    of them, so that a missing ``email_verified`` counts; an explicit false never does.
    """
    address = claimed_address(answer)
    if not address or address.rpartition("@")[2].lower() not in domains:
        return ""
    said = [claims["email_verified"] for claims in _parts(answer) if claims.get("email_verified") is not None]
    if not all(_is_true(claim) for claim in said):
        return ""
    return address if said or vouches else ""


def _parts(answer: Mapping[str, Any]) -> list[Mapping[str, Any]]:
    """The claims of the userinfo and of the token, in this order; of older answers, the answer itself."""
    parts = [answer[name] for name in ("userinfo", "id_token") if isinstance(answer.get(name), Mapping)]
    return parts or [answer]


def _is_true(claim: object) -> bool:
    """Some servers write the truth value as text."""
    return claim is True or (isinstance(claim, str) and claim.strip().lower() == "true")
