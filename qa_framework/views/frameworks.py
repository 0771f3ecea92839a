"""Quality frameworks as the quality lead writes them (Q1): the list, beginning, one version, publishing it."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cached_property
from typing import TYPE_CHECKING, Any

from django.contrib import messages
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.http.response import HttpResponseBase
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from accounts.permissions import Permission
from core.tables.pages import ListPage
from core.views import ConfirmPage, Crumb, FormPage, Page, SeenPage, found_or_404
from qa_framework.forms.frameworks import AboutForm, EndForm
from qa_framework.rules.documents import document_of
from qa_framework.rules.faults import faults_of
from qa_framework.rules.frameworks import Framework, kinds_with_own_words
from qa_framework.rules.versions import VersionState
from qa_framework.rules.written import written
from qa_framework.selectors import frameworks as selectors
from qa_framework.services import frameworks as services
from qa_framework.tables import FrameworksTable, kinds_in_words, version_colour

if TYPE_CHECKING:
    from core.views import Said
    from qa_framework.models.frameworks import FrameworkVersion


class Frameworks(ListPage):
    """Every version of every framework."""

    permission = Permission.VIEW_FRAMEWORKS
    template_name = "qa_framework/frameworks.html"
    title = _("Quality frameworks")
    things = _("frameworks")
    table_class = FrameworksTable
    export = "quality-frameworks"
    export_permission = Permission.EXPORT
    empty_text = _("There is no quality framework yet. Begin with one that comes with the service.")

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        return super().get_context_data(**{"may_write": self.allows(Permission.WRITE_FRAMEWORKS), **kwargs})


class OfFramework(Page):
    """A page of one version."""

    permission = Permission.VIEW_FRAMEWORKS

    @cached_property
    def version(self) -> FrameworkVersion:
        return found_or_404(selectors.version_by_id(self.kwargs["version"]))

    def permission_object(self) -> None:
        self.version  # noqa: B018  404 before anything else is asked

    @cached_property
    def framework(self) -> Framework:
        return selectors.framework_of(self.version)

    def page_address(self, name: str = "framework", *args: Any) -> str:
        return reverse(f"qa_framework:{name}", args=[self.version.pk, *args])

    def breadcrumbs(self) -> Sequence[Crumb]:
        return (*super().breadcrumbs(), Crumb(self.version.name, self.page_address()))

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        return super().get_context_data(**{"version": self.version, "caption": self.version.name, **kwargs})


class FrameworkPage(OfFramework):
    """One version: for who writes it what is still to do, and what it says, in the words of whom one chooses."""

    template_name = "qa_framework/framework.html"

    def record(self) -> Any:
        return self.version

    def get_title(self) -> str:
        return self.version.name

    def breadcrumbs(self) -> Sequence[Crumb]:
        return super().breadcrumbs()[:-1]

    @cached_property
    def kind(self) -> str:
        """In whose words it is shown (``?words=childminder``); "" are the usual ones."""
        asked = self.request.GET.get("words", "")
        return asked if asked in kinds_with_own_words(self.version.kinds) else ""

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        is_draft = self.version.state == VersionState.DRAFT
        may_write = self.allows(Permission.WRITE_FRAMEWORKS)
        faults = faults_of(self.framework) if is_draft else []
        ending = selectors.ending_in(self.version) if is_draft else []
        why_not = selectors.against_publishing(self.version, has_faults=bool(faults), ending=ending)
        context = {
            "caption": gettext("Quality framework, version %(number)d") % {"number": self.version.number},
            "colour": version_colour(self.version),
            "kinds": kinds_in_words(self.version),
            "is_draft": is_draft,
            "may_write": may_write,
            "may_begin": may_write and self.version.state in (VersionState.PUBLISHED, VersionState.ENDED),
            "is_in_use": self.version.state == VersionState.PUBLISHED,
            "faults": [fault.reason.in_words(gettext) for fault in faults],
            "why_not": why_not.in_words(gettext) if why_not else "",
            "ending": ending,
            "decided": selectors.successors_of(self.version) if ending else {},
            "areas": self.areas(),
            "words": self.words(),
        }
        if is_draft and may_write:
            context["writing"] = self.writing()
        return super().get_context_data(**(context | kwargs))

    def areas(self) -> list[dict[str, Any]]:
        """What it says: each area with its standards in the words chosen."""
        return [
            {
                "area": area,
                "standards": [
                    {
                        "name": standard.name,
                        "said": (said := standard.words_for(self.kind)),
                        "levels": [
                            (level, said.levels.get(level.key, "")) for level in self.framework.levels
                        ],
                    }
                    for standard in area.standards
                ],
            }
            for area in self.framework.areas
        ]

    def words(self) -> list[tuple[str, Any, bool]]:
        """The choices of words: value, label, and whether it is the one shown."""
        kinds = kinds_with_own_words(self.version.kinds)
        if not kinds:
            return []
        choices = [("", _("Usual words")), *((kind.value, kind.label) for kind in kinds)]
        return [(value, label, value == self.kind) for value, label in choices]

    def writing(self) -> dict[str, Any]:
        """The parts with what can be done to each."""
        own, with_own = selectors.kinds_written(self.version), kinds_with_own_words(self.version.kinds)
        standards: dict[int, list[dict[str, Any]]] = {}
        for standard in selectors.standards_of(self.version):
            kinds = [(kind.value, kind.label, kind in own[standard.pk]) for kind in with_own]
            standards.setdefault(standard.area_id, []).append({"row": standard, "kinds": kinds})
        return {
            "levels": selectors.levels_of(self.version),
            "areas": [(area, standards.get(area.pk, [])) for area in selectors.areas_of(self.version)],
        }


class TakeFile(OfFramework):
    """The version as a file, which can be loaded again here and elsewhere."""

    permission = Permission.EXPORT
    title = _("Take it away as a file")

    def get(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponseBase:
        text = written(document_of(self.framework))
        response = HttpResponse(text, content_type="application/yaml; charset=utf-8")
        name = f"{self.framework.key}-{self.version.number}.yaml"
        response["Content-Disposition"] = f'attachment; filename="{name}"'
        return response


class WhatChanges(OfFramework):
    """What a version changes against the one before it, for whoever is in the middle of that one."""

    template_name = "qa_framework/changes.html"
    title = _("What changes for those in the middle")

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        changes = selectors.changes_in(self.version)
        context = {"changes": changes, "before": self.version.began_from}
        return super().get_context_data(**(context | kwargs))


class WritesFramework(OfFramework, SeenPage):
    """A form of a draft; what is published leads back to its page."""

    permission = Permission.WRITE_FRAMEWORKS

    def get(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponseBase:
        if self.version.state != VersionState.DRAFT:
            words = gettext("“%(name)s” is published and never changes. Begin the next version.")
            messages.info(request, words % {"name": self.version})
            return HttpResponseRedirect(self.page_address())
        return super().get(request, *args, **kwargs)

    def get_success_url(self) -> str:
        return f"{self.page_address()}#write"

    def get_cancel_url(self) -> str:
        return f"{self.page_address()}#write"

    def mark(self) -> str:
        return ""

    def stored(self) -> Said:
        return ()

    def forget(self) -> None:
        for name in ("version", "framework", "part", "standards"):
            self.__dict__.pop(name, None)


class ChangeAbout(WritesFramework):
    title = _("Name and for whom it is")
    form_class = AboutForm
    success_message = _("Saved.")

    def mark(self) -> str:
        return services.mark_of_about(self.version)

    def stored(self) -> Said:
        form = AboutForm.base_fields
        said = {"name": self.version.name, "about": self.version.about, "kinds": kinds_in_words(self.version)}
        return [(form[name].label, words) for name, words in said.items()]

    def get_initial(self) -> dict[str, Any]:
        facts = {name: getattr(self.version, name) for name in ("name", "about", "kinds")}
        return {**super().get_initial(), **facts}

    def save(self, form: AboutForm) -> None:
        services.change_about(version_id=self.version.pk, **form.cleaned_data, by=self.request.user)


class DiscardDraft(OfFramework, ConfirmPage):
    permission = Permission.WRITE_FRAMEWORKS
    submit_label = _("Put it aside")
    destructive = True
    warning = _(
        "What was written in this draft is removed. Take it away as a file first if you may want it again."
    )

    def get_title(self) -> str:
        return gettext("Put “%(name)s” aside?") % {"name": self.version}

    def save(self, form: Any) -> HttpResponseBase:
        services.discard_version(version_id=self.version.pk, by=self.request.user)
        messages.success(self.request, gettext("The draft is put aside."))
        return HttpResponseRedirect(reverse("qa_framework:frameworks"))

    def get_cancel_url(self) -> str:
        return self.page_address()


class PublishDraft(WritesFramework, ConfirmPage):
    """Asks first, with what it changes: published it never changes."""

    template_name = "qa_framework/publish.html"
    form_class = ConfirmPage.form_class
    submit_label = _("Publish it for good")
    success_message = _("The framework is published and in use.")
    warning = _("A published version never changes. A mistake needs the next version.")

    def get_title(self) -> str:
        return gettext("Publish “%(name)s”?") % {"name": self.version}

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        context = {
            "changes": selectors.changes_in(self.version),
            "before": self.version.began_from,
            "areas_number": len(self.framework.areas),
            "standards_number": len(self.framework.standards()),
        }
        return super().get_context_data(**(context | kwargs))

    def save(self, form: Any) -> None:
        services.publish_version(
            version_id=self.version.pk,
            seen=self.request.POST.get("seen"),
            by=self.request.user,
            at=timezone.now(),
        )

    def get_success_url(self) -> str:
        return self.page_address()


class BeginVersion(OfFramework, ConfirmPage):
    """The next version, as a copy of this one."""

    permission = Permission.WRITE_FRAMEWORKS
    submit_label = _("Begin the next version")
    explanation = _(
        "You get a draft that says the same. This version stays in use until you publish the next one."
    )

    def get_title(self) -> str:
        return gettext("Begin the next version of “%(name)s”?") % {"name": self.version}

    def save(self, form: Any) -> HttpResponseBase:
        draft = services.start_version(version_id=self.version.pk, by=self.request.user, at=timezone.now())
        return HttpResponseRedirect(self.address_of(draft))

    def address_of(self, version: FrameworkVersion) -> str:
        return reverse("qa_framework:framework", args=[version.pk])

    def get_cancel_url(self) -> str:
        return self.page_address()


class EndFramework(OfFramework, FormPage):
    permission = Permission.WRITE_FRAMEWORKS
    form_class = EndForm
    submit_label = _("Take it out of use")
    success_message = _("It is out of use. What was evaluated with it stays as it is.")

    def get_title(self) -> str:
        return gettext("Take “%(name)s” out of use?") % {"name": self.version}

    def save(self, form: EndForm) -> None:
        why = form.cleaned_data["why"]
        services.end_version(version_id=self.version.pk, why=why, by=self.request.user, at=timezone.now())

    def get_success_url(self) -> str:
        return self.page_address()

    def get_cancel_url(self) -> str:
        return self.page_address()
