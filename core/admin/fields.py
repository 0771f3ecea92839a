"""Form fields in the admin: dates as people write them, and choices from the authority in scope only."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any, ClassVar

from django import forms
from django.contrib.admin.widgets import AutocompleteMixin, RelatedFieldWidgetWrapper
from django.core.exceptions import ImproperlyConfigured
from django.db import models
from django.db.models import QuerySet
from django.http import HttpRequest
from django.utils.translation import gettext_lazy as _

from core.admin.ends import ENDS, LAST_DAY
from core.forms.fields import DateTextField, LastDayTextField, text_field_of
from core.models import AuthorityOwned

DATE_HINT = _("For example, 27 March 2026")


class YesNoOrNotKnown(forms.NullBooleanSelect):
    """Yes, no, or what nobody has told."""

    def __init__(self, attrs: dict[str, Any] | None = None) -> None:
        super().__init__(attrs)
        self.choices = [("unknown", _("Not known")), ("true", _("Yes")), ("false", _("No"))]


class FieldsInScopeMixin:
    """For model admins and inlines."""

    #: Who or what may be chosen where a foreign key leads to a global table: field name to a function of the
    #: request.
    choosable: ClassVar[Mapping[str, Callable[[HttpRequest], QuerySet[Any]]]] = {}
    #: Foreign keys that are chosen from a list, each with why the list stays short. Others are searched
    #: (``autocomplete_fields``) or chosen on a page: nobody chooses from a list of hundreds.
    short_lists: ClassVar[Mapping[str, str]] = {}

    def formfield_for_dbfield(self, db_field: Any, request: HttpRequest, **kwargs: Any) -> Any:
        if type(db_field) is models.DateField:
            # One line of text that understands "27 March 26": Django's calendar is a script of 12-pixel
            # links.
            kwargs.setdefault("widget", forms.TextInput({"class": "vDateField", "autocomplete": "off"}))
            kwargs.setdefault("help_text", db_field.help_text or DATE_HINT)
            is_end = db_field.name in ENDS
            if is_end:
                kwargs.setdefault("label", LAST_DAY)
            return db_field.formfield(form_class=LastDayTextField if is_end else DateTextField, **kwargs)
        if isinstance(db_field, models.BooleanField) and db_field.null:
            kwargs.setdefault("widget", YesNoOrNotKnown)
        if text_field := text_field_of(db_field):
            kwargs.setdefault("form_class", text_field)
        if isinstance(db_field, models.URLField):
            kwargs.setdefault("assume_scheme", "https")
        field = super().formfield_for_dbfield(db_field, request, **kwargs)  # type: ignore[misc]
        if field is not None:
            field.widget.attrs.pop("maxlength", None)  # a pasted text is refused in words, never cut
        if field is not None and isinstance(field.widget, RelatedFieldWidgetWrapper):
            field.widget = field.widget.widget  # no pop-up windows: a record is added on its own page
        if field is not None and isinstance(field.widget, AutocompleteMixin):
            field.widget.attrs["data-dropdown-parent"] = (
                "#content-start"  # inside the page's main part, not after its end
            )
        return field

    def formfield_for_foreignkey(self, db_field: Any, request: HttpRequest, **kwargs: Any) -> Any:
        """The choices are asked for in each request, so that they are those of the authority in scope.

        Raises ImproperlyConfigured for a key to a global table with no ``choosable``: it would offer
        everybody's people; and for a list that may be long.
        """
        kwargs.setdefault("queryset", self._choices(db_field, request))
        if db_field.name not in (*self.short_lists, *self.autocomplete_fields):  # type: ignore[attr-defined]
            raise ImproperlyConfigured(
                f"{type(self).__name__}: {db_field.name} is searched, or `short_lists` says why its list is short"
            )
        return super().formfield_for_foreignkey(db_field, request, **kwargs)  # type: ignore[misc]

    def _choices(self, db_field: Any, request: HttpRequest) -> QuerySet[Any]:
        if db_field.name in self.choosable:
            return self.choosable[db_field.name](request)
        target = db_field.remote_field.model
        if not issubclass(target, AuthorityOwned):
            raise ImproperlyConfigured(
                f"{type(self).__name__} must say in `choosable` which {target.__name__} may be chosen"
            )
        ordered: QuerySet[Any] | None = self.get_field_queryset(None, db_field, request)  # type: ignore[attr-defined]
        return target.objects.all() if ordered is None else ordered
