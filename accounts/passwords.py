"""Words of this service, which whoever guesses a password tries first (ASVS 6.1.2, 6.2.11)."""

from __future__ import annotations

from typing import Any, Final

from django.core.exceptions import ValidationError
from django.utils.translation import gettext as _

SERVICE_WORDS: Final = (
    "earlyyears",
    "early",
    "years",
    "eyfs",
    "collaborations",
    "collaboration",
    "collaborative",
    "partnership",
    "locality",
    "network",
    "ofsted",
    "nursery",
    "nurseries",
    "preschool",
    "childminder",
    "childminding",
    "childcare",
    "children",
    "setting",
    "council",
    "county",
    "borough",
    "authority",
    "officer",
    "leader",
    "manager",
    "safeguarding",
)
#: Letters and digits that must be left once the words are taken out.
MIN_LEFT: Final = 6
#: Signs that stand for letters in passwords.
_LOOKALIKES: Final = str.maketrans("01345789@$!|", "oieastbgasil")


class ServiceWordsValidator:
    """Refuses a password that is little more than words of this service."""

    def validate(self, password: str, user: Any = None) -> None:
        if is_made_of_service_words(password):
            raise ValidationError(
                _("Do not build it from words of this service, such as “early years” or “nursery”."),
                code="password_of_service_words",
            )

    def get_help_text(self) -> str:
        return _("Your password must not be built from words of this service.")


def is_made_of_service_words(password: str) -> bool:
    """Whether taking out every word of the service leaves next to nothing, however they are spelled."""
    squashed = "".join(filter(str.isalnum, password.casefold()))
    return any(_is_little_more(text) for text in (squashed, password.casefold().translate(_LOOKALIKES)))


def _is_little_more(text: str) -> bool:
    before = left = "".join(filter(str.isalnum, text))
    for word in sorted(SERVICE_WORDS, key=len, reverse=True):
        left = left.replace(word, "")
    return left != before and len(left) < MIN_LEFT
