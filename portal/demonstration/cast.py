"""The demonstration's cast: who they are, and how they sign in.

The passwords are public, because nothing there is real.
"""

from __future__ import annotations

import time
from dataclasses import dataclass

from allauth.mfa import app_settings as mfa_settings
from allauth.mfa.models import Authenticator
from allauth.mfa.totp.internal.auth import format_hotp_value, hotp_value
from allauth.mfa.utils import decrypt

from accounts.addresses import person_with_address
from accounts.models import Authority

PASSWORD = "collaborate-together"  # noqa: S105  of invented people in a demonstration


@dataclass(frozen=True, slots=True)
class Person:
    """One sign-in of the demonstration."""

    name: str
    email: str
    role: str
    authority: str
    password: str = PASSWORD


CAST = (
    Person("Amina Yusuf", "amina@larkshire.example", "Early years officer", "larkshire"),
    Person("Maya Thornton", "maya@larkshire.example", "Early years manager", "larkshire"),
    Person("Fred Osborne", "fred@larkshire.example", "Finance officer", "larkshire"),
    Person("Quinn Adeyemi", "quinn@larkshire.example", "Quality lead", "larkshire"),
    Person("Iris Holloway", "iris@larkshire.example", "Auditor", "larkshire"),
    Person("Lena Hartley", "lena@larkshire.example", "Leader of a collaboration", "larkshire"),
    Person("Mo Siddiqui", "mo@larkshire.example", "Manager of a member setting", "larkshire"),
    Person("Cara Finch", "cara@larkshire.example", "Childminder in a collaboration", "larkshire"),
    Person(
        "Sam Wilder", "sam@larkshire.example", "Manager of a setting in another collaboration", "larkshire"
    ),
    Person("Tess Harlow", "tess@larkshire.example", "Leads a group that is being formed", "larkshire"),
    Person("Rosa Penn", "rosa@larkshire.example", "Leads, and has a leadership case", "larkshire"),
    Person("Otto Brandt", "otto@marlshire.example", "Early years officer", "marlshire"),
    Person("Nadia Rowe", "nadia@marlshire.example", "Early years manager", "marlshire"),
    Person("Theo Calder", "theo@marlshire.example", "Finance officer", "marlshire"),
    Person("Ruth Penrose", "ruth@marlshire.example", "Quality lead", "marlshire"),
    Person("Hugo Farrell", "hugo@marlshire.example", "Auditor", "marlshire"),
    Person("Priya Lund", "priya@marlshire.example", "Leader of a collaboration", "marlshire"),
    Person("Bella Quist", "bella@marlshire.example", "Manager of a member setting", "marlshire"),
    Person("Wyn Tate", "wyn@marlshire.example", "Childminder in a collaboration", "marlshire"),
    Person("Gil Ferris", "gil@marlshire.example", "Leads a group that is being formed", "marlshire"),
    Person("Vera Stone", "vera@marlshire.example", "Leads, and has a leadership case", "marlshire"),
)


#: What a childminder's business is called here: the childminder's name and this.
CHILDMINDING = " Childminding"


def cast_as(part: str, authority: str) -> Person | None:
    """Who of an authority's cast plays a part: the beginning of the role."""
    here = (person for person in CAST if person.authority == authority and person.role.startswith(part))
    return next(here, None)


def sign_ins() -> list[tuple[Authority, list[Person]]]:
    """The cast by authority, as far as the demonstration has been built."""
    authorities = Authority.objects.filter(slug__in={person.authority for person in CAST}).order_by(
        "name__in_order"
    )
    return [
        (authority, [person for person in CAST if person.authority == authority.slug])
        for authority in authorities
    ]


def current_code(person: Person) -> str:
    """The code that the person's authenticator app would show now; empty for somebody without one."""
    user = person_with_address(person.email)
    authenticator = (
        Authenticator.objects.filter(user=user, type=Authenticator.Type.TOTP).first() if user else None
    )
    if authenticator is None:
        return ""
    counter = int(time.time()) // mfa_settings.TOTP_PERIOD
    return format_hotp_value(hotp_value(decrypt(authenticator.data["secret"]), counter))
