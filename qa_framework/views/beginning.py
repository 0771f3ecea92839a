"""How a quality framework begins (Q1): with one that ships, empty, or out of a file."""

from __future__ import annotations

import json
from collections.abc import Sequence
from typing import TYPE_CHECKING, Any

from django.contrib import messages
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.http.response import HttpResponseBase
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from accounts.permissions import Permission
from core.uploads import was_too_big
from core.views import FormPage, Page
from qa_framework.forms.frameworks import AboutForm, LoadForm, ShippedForm
from qa_framework.rules.schema import SCHEMA
from qa_framework.services import loading
from qa_framework.services.frameworks import start_framework
from qa_framework.services.loading import FrameworkRefused

if TYPE_CHECKING:
    from qa_framework.models.frameworks import FrameworkVersion


class BeginPage(FormPage):
    """A page that begins a draft and leads to it."""

    permission = Permission.WRITE_FRAMEWORKS

    def begun(self, version: FrameworkVersion) -> HttpResponseBase:
        messages.success(
            self.request, gettext("The draft is begun. Nobody is asked by it before you publish it.")
        )
        return HttpResponseRedirect(reverse("qa_framework:framework", args=[version.pk]))

    def get_cancel_url(self) -> str:
        return reverse("qa_framework:frameworks")


class BeginShipped(BeginPage):
    """A draft of one that comes with the service: to change, or to publish as it is."""

    title = _("Begin with a framework that is ready")
    form_class = ShippedForm
    submit_label = _("Begin")

    def save(self, form: ShippedForm) -> HttpResponseBase:
        name = form.cleaned_data["shipped"]
        return self.begun(loading.load_shipped(name=name, by=self.request.user, at=timezone.now()))

    error_fields = {"file": "shipped"}


class BeginEmpty(BeginPage):
    title = _("Begin an empty framework")
    form_class = AboutForm
    submit_label = _("Begin")

    def save(self, form: AboutForm) -> HttpResponseBase:
        data = form.cleaned_data
        facts = {name: data[name] for name in ("name", "about", "kinds")}
        return self.begun(start_framework(**facts, by=self.request.user, at=timezone.now()))


class LoadFile(BeginPage):
    """A draft out of a file; of a file that cannot be loaded, what is wrong, line by line."""

    title = _("Load a framework from a file")
    template_name = "qa_framework/load.html"
    form_class = LoadForm
    submit_label = _("Load it")
    problems: Sequence[Any] = ()

    def get_form_kwargs(self) -> dict[str, Any]:
        return {**super().get_form_kwargs(), "too_big": was_too_big(self.request)}

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        problems = [(problem.line, problem.reason.in_words(gettext)) for problem in self.problems]
        return super().get_context_data(**{"problems": problems, **kwargs})

    def save(self, form: Any) -> HttpResponseBase:
        upload = form.cleaned_data["file"]
        try:
            version = loading.load_file(
                file=upload.file, name=upload.name, by=self.request.user, at=timezone.now()
            )
        except FrameworkRefused as refused:
            self.problems = refused.problems
            raise
        return self.begun(version)


class FileFormat(Page):
    """What a file must look like, as a JSON Schema."""

    permission = Permission.VIEW_FRAMEWORKS
    title = _("What a file must look like")

    def get(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponseBase:
        text = json.dumps(SCHEMA, indent=2, ensure_ascii=False)
        response = HttpResponse(text, content_type="application/schema+json")
        response["Content-Disposition"] = 'attachment; filename="quality-framework.schema.json"'
        return response
