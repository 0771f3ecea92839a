"""Saving in the admin calls the same services as the pages, so that rules and the audit log hold here too."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any, ClassVar

from django.contrib import messages
from django.contrib.admin.utils import unquote
from django.core.exceptions import ValidationError
from django.http import Http404, HttpRequest, HttpResponse, HttpResponseRedirect
from django.urls import reverse
from django.utils.translation import gettext as _

from core.forms.refusals import add_refusal


class ServiceRefused(Exception):
    """A service said no. Carries its ValidationError past Django's own handling of a form that was valid."""

    def __init__(self, error: ValidationError) -> None:
        super().__init__(str(error))
        self.error = error


class ThroughServicesMixin:
    """What a subclass does not define cannot be done: with none of the three, the admin is read-only.

    * ``create_through_service(request, form)`` returns the new object;
    * ``change_through_service(request, obj, form)`` gets the object as it is stored; what was typed is in
      ``form.cleaned_data``
      and ``form.changed_data``;
    * ``delete_through_service(request, obj)``.

    Rows of editable inlines are in ``form.inline_rows``: formset prefix to a list of cleaned rows, in their
    order, without those marked for deletion; ``row["id"]`` is the stored row or None.
    """

    create_through_service: Callable[..., Any] | None = None
    change_through_service: Callable[..., Any] | None = None
    delete_through_service: Callable[..., Any] | None = None
    #: Where the service's name of a field is not the form's: service's name to form's name.
    error_fields: ClassVar[Mapping[str, str]] = {}

    def changeform_view(
        self,
        request: HttpRequest,
        object_id: str | None = None,
        form_url: str = "",
        extra_context: dict[str, Any] | None = None,
    ) -> HttpResponse:
        """When the service refuses, what it wrote is undone and the page
        comes back with its reason and all that was typed.
        """
        show = super().changeform_view  # type: ignore[misc]
        try:
            return show(request, object_id, form_url, extra_context)
        except ServiceRefused as refusal:
            request.service_refusal = refusal.error  # type: ignore[attr-defined]
            for file in request.FILES.values():
                file.seek(0)
            return show(request, object_id, form_url, extra_context)

    def get_form(self, request: HttpRequest, obj: Any = None, change: bool = False, **kwargs: Any) -> Any:
        form_class = super().get_form(request, obj, change=change, **kwargs)  # type: ignore[misc]
        for field in form_class.base_fields.values():
            field.widget.attrs.pop("maxlength", None)  # a pasted text is refused in words, never cut
        refusal = getattr(request, "service_refusal", None)
        return form_class if refusal is None else _refused_form(form_class, refusal, self.error_fields)

    def save_model(self, request: HttpRequest, obj: Any, form: Any, change: bool) -> None:
        """Nothing yet: the service is called once the rows below the record are known too."""

    def save_related(self, request: HttpRequest, form: Any, formsets: list[Any], change: bool) -> None:
        try:
            form.inline_rows = {formset.prefix: _rows_of(formset) for formset in formsets}
            if change:
                stored = self.get_object(request, str(form.instance.pk))  # type: ignore[attr-defined]
                saved = self.change_through_service(request, stored, form)  # type: ignore[misc]
            else:
                saved = self.create_through_service(request, form)  # type: ignore[misc]
        except ValidationError as error:
            raise ServiceRefused(error) from error
        if isinstance(saved, type(form.instance)):
            # Django goes on with the form's instance: for the message and for where to go next.
            form.instance.__dict__.update(saved.__dict__)

    def delete_view(
        self, request: HttpRequest, object_id: str, extra_context: dict[str, Any] | None = None
    ) -> HttpResponse:
        record = self.get_object(request, unquote(object_id))  # type: ignore[attr-defined]
        if record is None:
            # before the permission is asked for: another authority's record is not there for anybody
            raise Http404
        try:
            kind = self.opts.verbose_name  # type: ignore[attr-defined]
            title = _("Delete %(kind)s %(record)s") % {"kind": kind, "record": record}
            return super().delete_view(request, object_id, {"title": title, **(extra_context or {})})  # type: ignore[misc, no-any-return]
        except ServiceRefused as refusal:
            for message in refusal.error.messages:
                messages.error(request, message)
            name = f"admin:{self.opts.app_label}_{self.opts.model_name}_change"  # type: ignore[attr-defined]
            return HttpResponseRedirect(reverse(name, args=[unquote(object_id)]))

    def delete_model(self, request: HttpRequest, obj: Any) -> None:
        try:
            self.delete_through_service(request, obj)  # type: ignore[misc]
        except ValidationError as error:
            raise ServiceRefused(error) from error

    def get_deleted_objects(
        self, objs: Any, request: HttpRequest
    ) -> tuple[list[str], dict[str, int], set[str], list[str]]:
        """Only the record itself: nothing else goes with it. Whether it may go, the service decides."""
        names = [str(obj) for obj in objs]
        return names, {str(self.opts.verbose_name_plural): len(names)}, set(), []  # type: ignore[attr-defined]

    # Django's own log (LogEntry) is a table without an authority: one authority's admin would show another's
    # records. It stays empty; the services write the audit log, in the transaction of the change.
    def log_addition(self, request: HttpRequest, obj: Any, message: Any) -> None:
        return None

    def log_change(self, request: HttpRequest, obj: Any, message: Any) -> None:
        return None

    def log_deletions(self, request: HttpRequest, queryset: Any) -> None:
        return None

    def construct_change_message(
        self, request: HttpRequest, form: Any, formsets: Any, add: bool = False
    ) -> list[Any]:
        return []


def _rows_of(formset: Any) -> list[dict[str, Any]]:
    """The cleaned rows.

    Which stored row each one is, the formset's own queryset says: the id that was sent may be any.
    """
    gone = formset.deleted_forms if formset.can_delete else []
    rows = []
    for form in formset.forms:
        stored = form.instance if form.instance.pk is not None else None
        if stored is None and form in formset.initial_forms:
            raise ValidationError(
                _("A row was removed by somebody else in the meantime. Open the page again.")
            )
        if form not in gone and (stored is not None or form.has_changed()):
            rows.append({**form.cleaned_data, "id": stored})
    return rows


def _refused_form(form_class: Any, refusal: ValidationError, error_fields: Mapping[str, str]) -> Any:
    """The form with the service's reasons at the fields that they
    are about; the others stand above the form.
    """

    class Refused(form_class):  # type: ignore[misc]
        def _post_clean(self) -> None:
            super()._post_clean()
            add_refusal(self, refusal, error_fields)

    Refused.__name__ = form_class.__name__
    return Refused
