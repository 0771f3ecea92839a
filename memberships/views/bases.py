"""What the pages below one collaboration share."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from functools import cached_property
from typing import TYPE_CHECKING, Any, ClassVar

from django.core.exceptions import NON_FIELD_ERRORS, ValidationError
from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from collaborations.selectors import collaboration_by_id
from core.views import Crumb, FormPage, Page, found_or_404

if TYPE_CHECKING:
    from collaborations.models import Collaboration


class OfCollaboration(Page):
    """A page below ``collaborations/<pk>/``."""

    @cached_property
    def collaboration(self) -> Collaboration:
        return found_or_404(collaboration_by_id(self.kwargs["pk"]))

    def permission_object(self) -> Collaboration:
        return self.collaboration

    def breadcrumbs(self) -> Sequence[Crumb]:
        return (
            Crumb(_("Collaborations"), reverse("collaborations:list")),
            Crumb(self.collaboration.name, reverse("collaborations:detail", args=[self.collaboration.pk])),
        )

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        return super().get_context_data(**{"collaboration": self.collaboration, **kwargs})


class FormOfCollaboration(OfCollaboration, FormPage):
    """A form there. ``error_fields``: where a service's name of a field is not the form's."""

    error_fields: ClassVar[Mapping[str, str]] = {}

    def get_success_url(self) -> str:
        return reverse("collaborations:detail", args=[self.collaboration.pk])

    def get_cancel_url(self) -> str:
        return self.get_success_url()

    def save(self, form: Any) -> None:
        try:
            self.carry_out(form)
        except ValidationError as refusal:
            raise self._at_the_forms_fields(refusal, form) from refusal

    def carry_out(self, form: Any) -> None:
        """Call the one service."""
        raise NotImplementedError

    def _at_the_forms_fields(self, refusal: ValidationError, form: Any) -> ValidationError:
        if not hasattr(refusal, "error_dict"):
            return refusal
        errors: dict[str, list[ValidationError]] = {}
        for name, reasons in refusal.error_dict.items():
            field = self.error_fields.get(name, name)
            errors.setdefault(field if field in form.fields else NON_FIELD_ERRORS, []).extend(reasons)
        return ValidationError(errors)
