"""Forms of the supplement that are shown only while what they do can be done."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from django.contrib import messages
from django.http import HttpRequest, HttpResponseRedirect
from django.http.response import HttpResponseBase
from django.utils.translation import gettext

from collaborations.rules import Refusal
from core.views import FormPage


class WhenPossible(FormPage):
    """Where something stands against it that no word in the form can mend, no form is shown: the page that it
    was opened from says what. What is sent all the same is refused by the service, in the same words.
    """

    def against(self) -> str:
        """What stands against it now, in words; "" where nothing does."""
        raise NotImplementedError  # each page says what stands against its own deed

    def back_to(self) -> str:
        """Hook: the page that says it."""
        return self.get_cancel_url()

    def get(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponseBase:
        why = self.against()
        if not why:
            return super().get(request, *args, **kwargs)
        messages.info(request, why)
        return HttpResponseRedirect(self.back_to())


def in_words(refusals: Sequence[Refusal]) -> str:
    """The first of what stands against something that has no field; "" where nothing does."""
    return next((row.reason.in_words(gettext) for row in refusals if not row.field), "")
