"""The base of every page: who may open it is said on the class, in exactly one of three words.

``permission`` names what is needed, ``signed_in`` admits anybody with an account, ``public`` anybody at all.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from typing import Any, ClassVar, NamedTuple, TypeVar

from django import forms
from django.contrib import messages
from django.contrib.auth.views import redirect_to_login
from django.core.exceptions import ImproperlyConfigured, PermissionDenied, ValidationError
from django.http import Http404, HttpRequest, HttpResponse, HttpResponseRedirect
from django.http.response import HttpResponseBase
from django.shortcuts import resolve_url
from django.urls import reverse
from django.utils.translation import gettext_lazy as _
from django.views.generic.base import ContextMixin, TemplateResponseMixin, View

from core.forms import add_refusal

Found = TypeVar("Found")


class Crumb(NamedTuple):
    """One step of the breadcrumbs, above the page's own title."""

    label: Any
    url: str


def found_or_404(thing: Found | None) -> Found:
    """What a selector found. Nothing, or something of another authority, is 404 alike."""
    if thing is None:
        raise Http404
    return thing


class Page(TemplateResponseMixin, ContextMixin, View):
    """A page with a title and breadcrumbs, opened only to those whom the class names."""

    permission: ClassVar[str] = ""
    signed_in: ClassVar[bool] = False
    public: ClassVar[bool] = False
    title: Any = ""

    @classmethod
    def as_view(cls, **initkwargs: Any) -> Callable[..., HttpResponseBase]:
        if sum(bool(named) for named in (cls.permission, cls.signed_in, cls.public)) != 1:
            raise ImproperlyConfigured(f"{cls.__qualname__} must name exactly one of permission, signed_in, public")
        return super().as_view(**initkwargs)

    def dispatch(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponseBase:
        if not self.public and not request.user.is_authenticated:
            return sign_in_first(request)
        if self.permission:
            self.require(self.permission, self.permission_object())
        return super().dispatch(request, *args, **kwargs)

    def permission_object(self) -> Any:
        """Hook: the object that the permission is asked about. None asks about the whole authority; raise Http404 for a foreign one."""
        return None

    def require(self, permission: str, about: Any = None) -> None:
        """Refuse (403) unless the person holds the permission: also for the steps inside a page."""
        if not self.allows(permission, about):
            raise PermissionDenied

    def allows(self, permission: str, about: Any = None) -> bool:
        return self.request.user.has_perm(str(permission), about)

    def get_title(self) -> Any:
        return self.title

    def breadcrumbs(self) -> Sequence[Crumb]:
        """Hook: the way to this page, from the top."""
        return ()

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        return super().get_context_data(**{"title": self.get_title(), "breadcrumbs": self.breadcrumbs(), **kwargs})

    def get(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponseBase:
        return self.render_to_response(self.get_context_data())


def sign_in_first(request: HttpRequest) -> HttpResponseBase:
    """To the sign-in page and back. A part of a page fetched by htmx sends the whole page there."""
    response = redirect_to_login(request.get_full_path(), reverse("account_login"))
    if request.headers.get("HX-Request") == "true":
        current = request.headers.get("HX-Current-URL", "")
        here = current.removeprefix(f"{request.scheme}://{request.get_host()}")
        back = here if here.startswith("/") else request.get_full_path()
        return HttpResponse(headers={"HX-Redirect": redirect_to_login(back, reverse("account_login")).url})
    return response


class FormPage(Page):
    """A form on a page. A subclass names ``form_class`` and says in ``save`` which one service it calls.

    A service that refuses raises one of ``refusals``; each reason then stands at its field as any error does, or above the form.
    ``error_fields``: where a service's name of a field is not the form's.
    """

    template_name = "layouts/form_page.html"
    form_class: ClassVar[type[forms.BaseForm]]
    refusals: ClassVar[tuple[type[Exception], ...]] = (ValidationError,)
    error_fields: ClassVar[Mapping[str, str]] = {}
    submit_label: Any = _("Save")
    success_message: Any = ""
    success_url: Any = ""
    cancel_url: Any = ""

    def get_initial(self) -> dict[str, Any]:
        return {}

    def get_form_kwargs(self) -> dict[str, Any]:
        sent = {"data": self.request.POST, "files": self.request.FILES} if self.request.method == "POST" else {}
        return {"initial": self.get_initial(), **sent}

    def get_form(self) -> forms.BaseForm:
        return self.form_class(**self.get_form_kwargs())

    def save(self, form: Any) -> HttpResponseBase | None:
        """Call the service. Answer with a response of its own, or None to go to the success address."""
        raise NotImplementedError

    def get_success_url(self) -> str:
        return resolve_url(self.success_url)

    def get_cancel_url(self) -> str:
        return resolve_url(self.cancel_url) if self.cancel_url else ""

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        if "form" not in kwargs:
            kwargs["form"] = self.get_form()
        more = {"submit_label": self.submit_label, "cancel_url": self.get_cancel_url()}
        return super().get_context_data(**{**more, **kwargs})

    def post(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponseBase:
        form = self.get_form()
        if not form.is_valid():
            return self.render_to_response(self.get_context_data(form=form))
        try:
            response = self.save(form)
        except self.refusals as refusal:
            add_refusal(form, refusal if isinstance(refusal, ValidationError) else ValidationError(str(refusal)), self.error_fields)
            return self.render_to_response(self.get_context_data(form=form))
        return response or self.succeed()

    def succeed(self) -> HttpResponseBase:
        if self.success_message:
            messages.success(self.request, self.success_message)
        return HttpResponseRedirect(self.get_success_url())


class ConfirmPage(FormPage):
    """A question with one button: nothing happens before the button is pressed (mail scanners and browsers open links)."""

    template_name = "layouts/confirm_page.html"
    form_class = forms.Form
    submit_label = _("Confirm")
    explanation: Any = ""
    warning: Any = ""
    destructive: ClassVar[bool] = False

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        more = {"explanation": self.explanation, "warning": self.warning, "destructive": self.destructive}
        return super().get_context_data(**{**more, **kwargs})
