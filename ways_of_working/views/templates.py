"""The authority's templates of ways of working (W1): versions, a
draft section by section, publishing from a day on.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import cached_property
from typing import TYPE_CHECKING, Any

from django.contrib import messages
from django.http import Http404, HttpResponseRedirect
from django.http.response import HttpResponseBase
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from accounts.permissions import Permission
from core.views import ConfirmPage, Crumb, FormPage, Page, found_or_404
from ways_of_working.forms.sections import SectionForm
from ways_of_working.forms.templates import PublishTemplateForm
from ways_of_working.rules.comparing import SectionVersion
from ways_of_working.rules.questions import SECTION_OF, SECTIONS, questions_of
from ways_of_working.selectors import templates as selectors
from ways_of_working.selectors.writing import written_clause
from ways_of_working.services import templates as services

if TYPE_CHECKING:
    from ways_of_working.models import TermsTemplate


class TermsTemplates(Page):
    """Every version, which one holds, and the draft."""

    permission = Permission.VIEW_TEMPLATES
    title = _("Templates of ways of working")
    template_name = "ways_of_working/templates.html"

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        in_force = selectors.template_in_force(on=timezone.localdate())
        context = {
            "templates": list(selectors.templates()),
            "in_force": in_force,
            "draft": selectors.draft_template(),
            "may_change": self.allows(Permission.CHANGE_TEMPLATES),
        }
        return super().get_context_data(**(context | kwargs))


class OfTemplates(Page):
    """A page below the list of versions."""

    @property
    def list_url(self) -> str:
        return reverse("ways_of_working:terms_templates")


class OfTemplate(OfTemplates):
    """A page of one version."""

    @cached_property
    def template(self) -> TermsTemplate:
        return found_or_404(selectors.template_by_id(self.kwargs["row"]))

    def permission_object(self) -> None:
        self.template  # noqa: B018 - asked for here: another authority's is 404 before any right is asked

    @property
    def template_url(self) -> str:
        return reverse("ways_of_working:terms_template", args=[self.template.pk])

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        return super().get_context_data(**{"template": self.template, **kwargs})


class StartTermsTemplate(OfTemplates, ConfirmPage):
    permission = Permission.CHANGE_TEMPLATES
    title = _("Begin a new version of the template")
    submit_label = _("Begin")

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        before = selectors.newest_published_template()
        first = gettext("It begins without words and with the usual answers, such as papers a week ahead.")
        copy = gettext("It begins as a copy of version %(version)d, which holds until the new one does.")
        return super().get_context_data(
            **{"explanation": copy % {"version": before.version} if before else first, **kwargs}
        )

    def save(self, form: Any) -> HttpResponseBase:
        template = services.start_template(by=self.request.user, at=timezone.now())
        return HttpResponseRedirect(reverse("ways_of_working:terms_template", args=[template.pk]))

    def get_cancel_url(self) -> str:
        return self.list_url


class TermsTemplatePage(OfTemplate):
    """One version: what it says, section by section; a draft leads to each section's form."""

    permission = Permission.VIEW_TEMPLATES
    template_name = "ways_of_working/template.html"

    def record(self) -> Any:
        return self.template

    def get_title(self) -> str:
        return gettext("Template, version %(version)d") % {"version": self.template.version}

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        is_draft = self.template.state == "draft"
        context = {
            "sections": list(self.sections()),
            "is_draft": is_draft,
            "may_change": is_draft and self.allows(Permission.CHANGE_TEMPLATES),
            "may_publish": is_draft and self.allows(Permission.PUBLISH_TEMPLATES),
        }
        return super().get_context_data(**(context | kwargs))

    def sections(self) -> Iterator[dict[str, Any]]:
        for section in SECTIONS:
            texts, values = self.template.texts, self.template.values
            clauses = (written_clause(question, texts, values, {}) for question in questions_of(section.key))
            title = gettext(section.title) if section.title else gettext("A section of the members' own")
            yield {
                "key": section.key,
                "title": f"{section.key} {title}",
                "clauses": [clause for clause in clauses if clause.is_answered],
            }


class ChangeTermsTemplate(OfTemplate, FormPage):
    """One section of a draft: the words that groups begin with, and
    the answers that hold where they agreed nothing.
    """

    permission = Permission.CHANGE_TEMPLATES
    template_name = "ways_of_working/template_section.html"
    success_message = _("The section is saved.")

    def permission_object(self) -> None:
        super().permission_object()
        if self.kwargs["key"] not in SECTION_OF:
            raise Http404

    def get_title(self) -> str:
        section = SECTION_OF[self.kwargs["key"]]
        title = gettext(section.title) if section.title else gettext("A section of the members’ own")
        return gettext("Template of %(section)s") % {"section": f"{section.key} {title}"}

    def breadcrumbs(self) -> Sequence[Crumb]:
        words = gettext("Template, version %(version)d") % {"version": self.template.version}
        return (*super().breadcrumbs(), Crumb(words, self.template_url))

    def get_form(self) -> SectionForm:
        section = SECTION_OF[self.kwargs["key"]]
        written = SectionVersion(section.key, texts=self.template.texts, values=self.template.values)
        form = SectionForm(section=section, written=written, **self.get_form_kwargs())
        for name in ("title", "answer_payee"):
            form.fields.pop(name, None)
        return form

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        seen = self.request.POST.get("seen") or services.section_mark(self.template, self.kwargs["key"])
        form = kwargs.setdefault("form", self.get_form())
        return super().get_context_data(**{"seen": seen, "parts": list(self.parts(form)), **kwargs})

    def parts(self, form: SectionForm) -> Iterator[dict[str, Any]]:
        for question, controls in form.parts:
            words = {"prompt": gettext(question.prompt), "help": gettext(question.help)}
            yield {
                "question": question,
                "controls": controls,
                "drives": gettext(question.drives) if question.drives else "",
                **words,
            }

    def save(self, form: SectionForm) -> None:
        services.change_template(
            template_id=self.template.pk, section=self.kwargs["key"], texts=form.typed_texts(), values=form.typed_values(),
            seen=self.request.POST.get("seen", ""), by=self.request.user,
        )  # fmt: skip

    def get_success_url(self) -> str:
        return f"{self.template_url}#section-{self.kwargs['key']}"

    def get_cancel_url(self) -> str:
        return self.get_success_url()


class PublishTermsTemplate(OfTemplate, FormPage):
    """A manager publishes: then the answers hold for every group that has agreed nothing."""

    permission = Permission.PUBLISH_TEMPLATES
    form_class = PublishTemplateForm
    submit_label = _("Publish it")
    success_message = _("The template is published.")

    def get_title(self) -> str:
        return gettext("Publish version %(version)d of the template") % {"version": self.template.version}

    def get_initial(self) -> dict[str, Any]:
        return {"in_force_from": timezone.localdate()}

    def save(self, form: Any) -> None:
        services.publish_template(
            template_id=self.template.pk, **form.cleaned_data, by=self.request.user, at=timezone.now()
        )

    def get_success_url(self) -> str:
        return self.list_url

    def get_cancel_url(self) -> str:
        return self.template_url


class DiscardTermsTemplate(OfTemplate, ConfirmPage):
    permission = Permission.CHANGE_TEMPLATES
    submit_label = _("Put it aside")
    destructive = True
    warning = _("What was written in this draft is removed. Published versions stay as they are.")

    def get_title(self) -> str:
        return gettext("Put the draft of version %(version)d aside?") % {"version": self.template.version}

    def save(self, form: Any) -> HttpResponseBase:
        services.discard_template(template_id=self.template.pk, by=self.request.user)
        messages.success(self.request, gettext("The draft is put aside."))
        return HttpResponseRedirect(self.list_url)

    def get_cancel_url(self) -> str:
        return self.template_url
