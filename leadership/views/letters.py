"""Letters: the authority's words for each kind, and those of one case."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cached_property
from typing import TYPE_CHECKING, Any

from django.contrib import messages
from django.core.exceptions import PermissionDenied, ValidationError
from django.http import HttpRequest, HttpResponseRedirect
from django.http.response import HttpResponseBase
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from accounts.permissions import Permission
from core.files import Kind
from core.pdf import PdfUnavailable
from core.views import ConfirmPage, Crumb, FormPage, Page, TwoStepPage, found_or_404
from documents.views.mixins import as_download, as_made
from leadership.forms.letters import LetterForm, PostedForm, TemplateForm
from leadership.pdf import LETTER_NAME, addressed_to, paragraphs
from leadership.rules import letters as rules
from leadership.rules.letters import LetterKind
from leadership.selectors import cases, sight
from leadership.selectors import letters as selectors
from leadership.services.letters import (
    change_letter,
    change_words,
    draft_pdf,
    example_pdf,
    record_posted,
    remove_letter,
    send_letter,
    use_shipped_words,
    write_letter,
)
from leadership.views.cases import OneCase

if TYPE_CHECKING:
    from leadership.models.letters import CaseLetter

FILE_NAME = f"{LETTER_NAME}.pdf"
NO_PDF = _("The letter cannot be made as a PDF at the moment. Nothing is lost: try again later.")


# --- the authority's own words ------------------------------------------------------------------------------


class LetterTemplates(Page):
    """The kinds of letter, and whether their words are the authority's own."""

    permission = Permission.ASSIGN_CASES
    template_name = "leadership/letters/templates.html"
    title = _("Words of letters")

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        rows = [{"kind": kind, "own": selectors.own_version(kind)} for kind in LetterKind]
        return super().get_context_data(rows=rows, **kwargs)


class OfTemplate(Page):
    """A page of one kind of letter."""

    permission = Permission.ASSIGN_CASES

    @cached_property
    def kind(self) -> LetterKind:
        return found_or_404(kind_named(self.kwargs["kind"]))

    def permission_object(self) -> None:
        """The whole authority; a kind that is none is 404 to everybody."""
        self.kind  # noqa: B018

    def breadcrumbs(self) -> Sequence[Crumb]:
        return (*super().breadcrumbs(), Crumb(LetterTemplates.title, reverse("leadership:letter_templates")))


def kind_named(name: str) -> LetterKind | None:
    return LetterKind(name) if name in LetterKind.values else None


class ChangeTemplate(OfTemplate, TwoStepPage):
    """The authority's words for one kind, shown with made-up data before they are kept."""

    form_class = TemplateForm
    template_name = "leadership/letters/template.html"
    preview_template = "leadership/letters/template_preview.html"
    submit_label = _("See how it looks")
    confirm_label = _("Save these words")
    success_message = _("The words are saved. New letters begin with them.")
    success_url = cancel_url = "leadership:letter_templates"

    def get_title(self) -> str:
        return gettext("Words of the letter “%(letter)s”") % {"letter": self.kind.label}

    def get_initial(self) -> dict[str, Any]:
        words = selectors.words_of(self.kind)
        return {"subject": words.subject, "body": words.body}

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        return super().get_context_data(
            **{
                "kind": self.kind,
                "own": selectors.own_version(self.kind),
                "versions": list(selectors.versions_of(self.kind)[:20]),
                **kwargs,
            }
        )

    def preview(self, form: TemplateForm) -> dict[str, Any]:
        filled = rules.LETTER_FIELDS.filled(form.cleaned_data["body"], rules.EXAMPLE)
        return {"subject": form.cleaned_data["subject"], "paragraphs": paragraphs(filled)}

    def save(self, form: TemplateForm) -> None:
        change_words(kind=self.kind, **form.cleaned_data, by=self.request.user, at=timezone.now())


class ShippedTemplate(OfTemplate, ConfirmPage):
    """Back to the shipped words of one kind."""

    title = _("Use the words that came with the service")
    explanation = _(
        "New letters of this kind begin with them again. Your own words stay in the list of versions."
    )
    submit_label = _("Use them")
    success_message = _("New letters begin with the words that came with the service.")
    success_url = cancel_url = "leadership:letter_templates"

    def save(self, form: Any) -> None:
        use_shipped_words(kind=self.kind, by=self.request.user, at=timezone.now())


class ExampleLetter(OfTemplate):
    """The words of a kind as a PDF, with made-up data."""

    def get(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponseBase:
        try:
            content = example_pdf(selectors.words_of(self.kind), on=timezone.localdate())
        except PdfUnavailable:
            messages.error(request, NO_PDF)
            return HttpResponseRedirect(reverse("leadership:letter_templates"))
        return as_made(content, name=FILE_NAME, content_type=Kind.PDF.value)


# --- letters of a case --------------------------------------------------------------------------------------


class OfCase(OneCase):
    """A page about letters of one case; ``writes``: for those who work on it alone."""

    writes = True

    def dispatch(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponseBase:
        if request.user.is_authenticated:
            sight.take_sight(request.user)
            self.find()
            if self.writes and not cases.works_on(request.user, self.case):
                raise PermissionDenied
        return super().dispatch(request, *args, **kwargs)

    def find(self) -> None:
        """Hook: what the address names, asked for before the permission."""
        self.case  # noqa: B018

    @property
    def letters_url(self) -> str:
        return reverse("leadership:letters", args=[self.case.pk])


class CaseLetters(OfCase):
    """The letters of a case, and those that can be written."""

    writes = False
    template_name = "leadership/letters/letters.html"
    title = _("Letters")

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        facts, letters = selectors.letter_facts(self.case), list(selectors.letters_of(self.case))
        works = cases.works_on(self.request.user, self.case)
        begun = {letter.kind for letter in letters if letter.sent_at is None}
        context = {
            "case": self.case,
            "letters": letters,
            "works": works,
            "kinds": [kind for kind in rules.kinds_to_write(facts) if kind not in begun] if works else [],
            "told": facts.told,
        }
        return super().get_context_data(**{**context, **kwargs})


class WriteLetter(OfCase):
    """Begin a letter of a kind: with its words, filled in."""

    http_method_names = ("post",)

    def find(self) -> None:
        found_or_404(kind_named(self.kwargs["kind"]))
        super().find()

    def post(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponseBase:
        try:
            letter = write_letter(
                case_id=self.case.pk, kind=kwargs["kind"], by=request.user, at=timezone.now()
            )
        except ValidationError as refusal:
            messages.error(request, " ".join(refusal.messages))
            return HttpResponseRedirect(self.letters_url)
        return HttpResponseRedirect(reverse("leadership:change_letter", args=[self.case.pk, letter.pk]))


class OfLetter(OfCase):
    """A page about one letter of a case."""

    def find(self) -> None:
        self.letter  # noqa: B018

    @cached_property
    def letter(self) -> CaseLetter:
        return found_or_404(selectors.letter_in(self.case, self.kwargs["letter"]))

    def breadcrumbs(self) -> Sequence[Crumb]:
        return (*super().breadcrumbs(), Crumb(CaseLetters.title, self.letters_url))

    def own_url(self, name: str) -> str:
        return reverse(f"leadership:{name}", args=[self.case.pk, self.letter.pk])


class OfDraft(OfLetter, FormPage):
    """A page about a letter that is not sent; of one that is, there is its list."""

    def dispatch(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponseBase:
        response = super().dispatch(request, *args, **kwargs)
        if request.user.is_authenticated and request.method == "GET" and self.letter.sent_at is not None:
            return HttpResponseRedirect(self.letters_url)
        return response

    def get_success_url(self) -> str:
        return self.letters_url

    get_cancel_url = get_success_url


class ChangeLetter(OfDraft):
    """The words of a letter."""

    form_class = LetterForm
    template_name = "leadership/letters/letter.html"
    submit_label = _("Save and see the letter")

    def get_title(self) -> str:
        return self.letter.get_kind_display()

    def get_initial(self) -> dict[str, Any]:
        return {"subject": self.letter.subject, "body": self.letter.body}

    def get_success_url(self) -> str:
        return self.own_url("send_letter")

    def get_cancel_url(self) -> str:
        return self.letters_url

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        return super().get_context_data(**{"left": rules.left_in(self.letter.body), **kwargs})

    def save(self, form: LetterForm) -> None:
        change_letter(letter_id=self.letter.pk, **form.cleaned_data, by=self.request.user, at=timezone.now())


class SendLetter(OfDraft, ConfirmPage):
    """The whole letter as the leader will read it, and the button that sends it."""

    template_name = "leadership/letters/send.html"
    title = _("Read the letter once more")
    submit_label = _("Send the letter")
    success_message = _(
        "The letter is sent. The leader gets an email that says only that there is something to read."
    )
    refusals = (ValidationError, PdfUnavailable)

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        context = {
            "letter": self.letter,
            "case": self.case,
            "to": addressed_to(self.case)[:3],
            "paragraphs": paragraphs(self.letter.body),
            "left": rules.left_in(self.letter.body),
        }
        return super().get_context_data(**{**context, **kwargs})

    def save(self, form: Any) -> None:
        send_letter(letter_id=self.letter.pk, by=self.request.user, at=timezone.now())


class PostLetter(OfDraft):
    """That the letter was printed and posted."""

    form_class = PostedForm
    title = _("Record that it was posted")
    submit_label = _("Record it")
    success_message = _("It is recorded. The leader finds the letter on their own page too.")
    refusals = (ValidationError, PdfUnavailable)

    def save(self, form: PostedForm) -> None:
        record_posted(letter_id=self.letter.pk, **form.cleaned_data, by=self.request.user, at=timezone.now())


class RemoveLetter(OfDraft, ConfirmPage):
    """Throw a letter away that is not sent."""

    title = _("Throw this letter away")
    explanation = _("It has not been sent. What you have written is lost.")
    submit_label = _("Throw it away")
    success_message = _("The letter is thrown away.")
    destructive = True

    def save(self, form: Any) -> None:
        remove_letter(letter_id=self.letter.pk, by=self.request.user)


class LetterPdf(OfLetter):
    """A letter as a PDF: the one that was sent, or how it looks now."""

    writes = False

    def get(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponseBase:
        if self.letter.file is not None:
            return as_download(self.letter.file)
        try:
            content = draft_pdf(self.letter, on=timezone.localdate())
        except PdfUnavailable:
            messages.error(request, NO_PDF)
            return HttpResponseRedirect(self.letters_url)
        return as_made(content, name=FILE_NAME, content_type=Kind.PDF.value)
