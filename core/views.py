"""The base of every page: who may open it is said on the class, in exactly one of three words.

``permission`` names what is needed, ``signed_in`` admits anybody with an account, ``public`` anybody at all.
"""

from __future__ import annotations

import logging
import sys
from collections.abc import Callable, Mapping, Sequence
from functools import cached_property
from typing import Any, ClassVar, NamedTuple, TypeVar

from django import forms
from django.contrib import messages
from django.contrib.auth.views import redirect_to_login
from django.core.exceptions import (
    DisallowedHost,
    ImproperlyConfigured,
    PermissionDenied,
    RequestDataTooBig,
    TooManyFieldsSent,
    TooManyFilesSent,
    ValidationError,
)
from django.db import InterfaceError, OperationalError
from django.http import Http404, HttpRequest, HttpResponse, HttpResponseRedirect
from django.http.response import HttpResponseBase
from django.shortcuts import resolve_url
from django.template.loader import render_to_string
from django.urls import reverse
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _
from django.views.decorators.csrf import requires_csrf_token
from django.views.generic.base import ContextMixin, TemplateResponseMixin, View

from core.addresses import safe_next
from core.admin.pages import record_address
from core.forms.refusals import add_refusal
from core.frame.places import way_to_place
from core.frame.sections import Section
from core.frame.tabs import SectionTabs, tabs_for
from core.frame.viewed import remember_section
from core.frame.visitor import Visitor, visitor_of
from core.kept_forms import MARK, is_part, keep_after_csrf_failure, not_saved

log = logging.getLogger(__name__)
#: Left on the request for whoever records security events (accounts.middleware).
HOST_REFUSED, FORM_REFUSED = "host_refused", "form_refused"
TOO_LARGE = (RequestDataTooBig, TooManyFieldsSent, TooManyFilesSent)


def error_page(request: HttpRequest | None, status: int, template: str, **context: Any) -> HttpResponse:
    """The page of an error.

    If it cannot be drawn either (no scope, a broken connection), the bare one stands in.
    """
    try:
        body = render_to_string(template, context, request)
    except Exception:
        log.exception("the page of error %s could not be drawn", status)
        body = render_to_string("errors/bare.html", {"status": status})
    return HttpResponse(body, status=status)


def bad_request(request: HttpRequest, exception: Exception | None = None) -> HttpResponse:
    """400; and 413, which Django raises as a kind of bad request."""
    if isinstance(exception, TOO_LARGE):
        return too_large(request)
    if isinstance(exception, DisallowedHost):
        request.refusal = HOST_REFUSED  # type: ignore[attr-defined]
    return error_page(request, 400, "errors/400.html")


@requires_csrf_token
def forbidden(request: HttpRequest, exception: Exception | None = None) -> HttpResponse:
    """403. A text given to PermissionDenied is shown: it was written for the person."""
    return error_page(request, 403, "errors/403.html", reason=str(exception or ""))


@requires_csrf_token
def not_found(request: HttpRequest, exception: Exception | None = None) -> HttpResponse:
    return error_page(request, 404, "errors/404.html")


def too_large(request: HttpRequest) -> HttpResponse:
    return error_page(request, 413, "errors/413.html")


RETRY_SECONDS = 10


def server_error(request: HttpRequest) -> HttpResponse:
    """500, without the request: no context processor and no query runs while something is broken.

    503 where it passes by itself: the database was restarted, or did not answer in time.
    """
    if isinstance(sys.exc_info()[1], (OperationalError, InterfaceError)):
        response = error_page(None, 503, "errors/503.html")
        response["Retry-After"] = str(RETRY_SECONDS)
        return response
    return error_page(None, 500, "errors/500.html")


def csrf_failure(request: HttpRequest, reason: str = "") -> HttpResponse:
    """The form was open too long, or another page sent it.

    What a page of ours sent is kept, and that page comes back with it: one press more saves it. A form that
    saves itself gets a new token.
    """
    request.refusal = FORM_REFUSED  # type: ignore[attr-defined]
    page = keep_after_csrf_failure(request)
    if page and request.user.is_authenticated:
        if is_part(request):
            return not_saved(request)
        messages.warning(request, gettext("Please press the button once more."))
        return HttpResponseRedirect(page)
    if is_part(request) and page:
        return not_saved(request, sign_in_url=redirect_to_login(page, reverse("account_login")).url)
    return error_page(request, 403, "errors/csrf.html", kept_page=page)


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
            raise ImproperlyConfigured(
                f"{cls.__qualname__} must name exactly one of permission, signed_in, public"
            )
        return super().as_view(**initkwargs)

    def dispatch(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponseBase:
        if not self.public and not request.user.is_authenticated:
            return sign_in_first(request)
        if self.permission:
            self.require(self.permission, self.permission_object())
        response = super().dispatch(request, *args, **kwargs)
        if request.method == "GET" and response.status_code == 200 and request.user.is_authenticated:
            remember_section(request, self.section())
        return response

    def permission_object(self) -> Any:
        """Hook: the object that the permission is asked about.

        None asks about the whole authority; raise Http404 for a foreign one.
        """
        return None

    def require(self, permission: str, about: Any = None) -> None:
        """Refuse (403) unless the person holds the permission: also for the steps inside a page."""
        if not self.allows(permission, about):
            raise PermissionDenied

    def allows(self, permission: str, about: Any = None) -> bool:
        return self.request.user.has_perm(str(permission), about)

    def get_title(self) -> Any:
        return self.title

    @cached_property
    def visitor(self) -> Visitor:
        """Who reads this page today; contributions to it share what they read through it."""
        return visitor_of(self.request)

    @property
    def address_name(self) -> str:
        """The name of this page's address, with its namespace."""
        match = self.request.resolver_match
        return match.view_name if match else ""

    def breadcrumbs(self) -> Sequence[Crumb]:
        """Hook: the way to this page, from the top. A page below a hub of the head begins there by itself."""
        return [Crumb(label, url) for label, url in way_to_place(self.address_name, self.visitor)]

    def section(self) -> tuple[Section, Any] | None:
        """Hook: the collaboration, setting or person whose section this page belongs to."""
        return None

    def record(self) -> Any:
        """Hook: the object whose record the admin holds; the page then leads to all its fields."""
        return None

    def record_url(self) -> str:
        """The address of that record, for whoever may open it."""
        record = self.record() if self.request.user.is_authenticated else None
        return record_address(record, self.request) if record is not None else ""

    def section_tabs(self) -> SectionTabs | None:
        """The tabs above the page's heading; None outside a section, and before sign-in."""
        section = self.section() if self.request.user.is_authenticated else None
        if section is None:
            return None
        return tabs_for(section[0], self.visitor, section[1], page=self.address_name, path=self.request.path)

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        return super().get_context_data(
            **{
                "title": self.get_title(),
                "breadcrumbs": self.breadcrumbs(),
                "section": self.section_tabs(),
                "record_url": self.record_url(),
                **kwargs,
            }
        )

    def get(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponseBase:
        return self.render_to_response(self.get_context_data())


def sign_in_first(request: HttpRequest) -> HttpResponseBase:
    """To the sign-in page and back. A part of a page fetched by htmx sends the whole page there."""
    response = redirect_to_login(request.get_full_path(), reverse("account_login"))
    if request.headers.get("HX-Request") == "true":
        back = safe_next(request, request.headers.get("HX-Current-URL")) or request.get_full_path()
        return HttpResponse(headers={"HX-Redirect": redirect_to_login(back, reverse("account_login")).url})
    return response


#: What a button of a line sends: the page on which the line stands, where people go on with the next one.
NEXT = "next"


class FormPage(Page):
    """A form on a page. A subclass names ``form_class`` and says in ``save`` which one service it calls.
    A service that refuses raises one of ``refusals``; each reason then stands at its field as any error does,
    or above the form. ``error_fields``: where a service's name of a field is not the form's.
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
        sent = (
            {"data": self.request.POST, "files": self.request.FILES} if self.request.method == "POST" else {}
        )
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
        context = {"submit_label": self.submit_label, "cancel_url": self.get_cancel_url()}
        return super().get_context_data(**(context | kwargs))

    def post(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponseBase:
        form = self.get_form()
        if not form.is_valid():
            return self.render_to_response(self.get_context_data(form=form))
        try:
            response = self.save(form)
        except self.refusals as refusal:
            add_refusal(
                form,
                refusal if isinstance(refusal, ValidationError) else ValidationError(str(refusal)),
                self.error_fields,
            )
            return self.render_to_response(self.get_context_data(form=form))
        return response or self.succeed()

    def succeed(self) -> HttpResponseBase:
        if self.success_message:
            messages.success(self.request, self.success_message)
        sent_from = safe_next(self.request, self.request.POST.get(NEXT))
        return HttpResponseRedirect(sent_from or self.get_success_url())


class ConfirmPage(FormPage):
    """A question with one button: nothing happens before the button is
    pressed (mail scanners and browsers open links).
    """

    template_name = "layouts/confirm_page.html"
    form_class = forms.Form
    submit_label = _("Confirm")
    explanation: Any = ""
    warning: Any = ""
    destructive: ClassVar[bool] = False

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        context = {"explanation": self.explanation, "warning": self.warning, "destructive": self.destructive}
        return super().get_context_data(**(context | kwargs))


CONFIRMED, BACK = "confirmed", "back"
OURS = frozenset({CONFIRMED, BACK, "csrfmiddlewaretoken", MARK})


class TwoStepPage(FormPage):
    """A valid form is answered with ``preview_template`` and what ``preview``
    says; its button sends the same values with "confirmed".

    ``save`` is called for the second step alone, so nothing happens before somebody has seen what will.
    """

    preview_template: ClassVar[str] = "layouts/preview_page.html"
    confirm_label: Any = _("Confirm")
    submit_label: Any = _("Continue")

    def preview(self, form: Any) -> dict[str, Any]:
        """What the preview shows, as context."""
        raise NotImplementedError

    def must_look_again(self, form: Any) -> Any:
        """Hook: why what was confirmed is not what would happen now; "" when it is."""
        return ""

    def post(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponseBase:
        form = self.get_form()
        if BACK in request.POST or not form.is_valid():
            return self.render_to_response(self.get_context_data(form=form))
        changed = self.must_look_again(form) if CONFIRMED in request.POST else ""
        if CONFIRMED not in request.POST or changed:
            return self.show_preview(form, changed)
        return super().post(request, *args, **kwargs)

    def show_preview(self, form: Any, changed: Any = "") -> HttpResponseBase:
        self.template_name = self.preview_template
        sent = [
            (name, value)
            for name, values in self.request.POST.lists()
            if name not in OURS
            for value in values
        ]
        context = {"sent": sent, "confirm_label": self.confirm_label, "changed": changed, "can_confirm": True}
        return self.render_to_response(self.get_context_data(form=form, **{**context, **self.preview(form)}))


Said = Sequence[tuple[Any, Any]]


class SeenPage(FormPage):
    """A form over what two people may write at once: whoever comes second reads above it what it says now.
    ``mark`` is that of the text as it is stored now; ``stored`` says it in words. Both are read anew after a refusal.
    """

    template_name = "layouts/seen_page.html"

    def mark(self) -> str:
        """Hook: the mark of what is stored."""
        raise NotImplementedError

    def stored(self) -> Said:
        """Hook: what is stored, each with its label."""
        raise NotImplementedError

    def forget(self) -> None:
        """Hook: drop what was read of the row before somebody else wrote."""

    def get_initial(self) -> dict[str, Any]:
        return {**super().get_initial(), "seen": self.mark()}

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        form = kwargs.get("form")
        if form is not None and form.is_bound and "seen" in form.errors:
            self.forget()
            form.data = form.data.copy()
            form.data["seen"] = self.mark()  # shown now: sent once more, the person's own words are taken
            kwargs["stored"] = self.stored()
        return super().get_context_data(**kwargs)
