"""One section of ways of working: saved as it is typed, by a button, and of two writers the second is shown
both texts (W1, W3).
"""

from __future__ import annotations

import secrets
from collections.abc import Iterator, Mapping, Sequence
from functools import cached_property
from typing import TYPE_CHECKING, Any

from django.core.exceptions import ValidationError
from django.http import Http404, HttpRequest, HttpResponseRedirect
from django.http.response import HttpResponseBase
from django.shortcuts import render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from core.forms.numbers import whole_number
from core.forms.refusals import add_refusal
from core.kept_forms import say_saved, tell_saved
from core.text import several_lines
from core.views import Crumb, FormPage, found_or_404
from memberships.selectors.members import members_of
from ways_of_working.forms.sections import SectionForm, initial_of
from ways_of_working.rules.adoption import WRITABLE
from ways_of_working.rules.answers import stored_answer
from ways_of_working.rules.comparing import SectionVersion
from ways_of_working.rules.effective import effective_terms
from ways_of_working.rules.progress import mark_of
from ways_of_working.rules.questions import QUESTION_OF, SECTION_OF, SECTIONS
from ways_of_working.rules.wording import difference, new_side, old_side
from ways_of_working.selectors import writing as selectors
from ways_of_working.selectors.effective import published_defaults
from ways_of_working.services import sections as services
from ways_of_working.services.writing import standing_words
from ways_of_working.views.differing import Differing, plainly, texts_of
from ways_of_working.views.writing import OfDraft, saved_words

if TYPE_CHECKING:
    from ways_of_working.models import TermsSection, WaysOfWorking


THEIRS = "theirs"


class WriteTermsSection(OfDraft, FormPage):
    """The questions of a section."""

    template_name = "ways_of_working/section.html"
    submit_label = _("Save and continue")

    def member_settings(self) -> Mapping[int, str]:
        """Ids and names of the settings that are members today, so that they can be chosen as payee."""
        today = timezone.localdate()
        memberships = members_of(self.collaboration, on=today)
        return {
            membership.provider_id: membership.provider.name
            for membership in memberships
            if membership.joined_on <= today
        }

    def permission_object(self) -> Any:
        if self.kwargs["key"] not in SECTION_OF:
            raise Http404
        return super().permission_object()

    @cached_property
    def row(self) -> TermsSection | None:
        return selectors.section_of(self.ways, self.kwargs["key"])

    @cached_property
    def stored(self) -> SectionVersion:
        """What the section says now."""
        key, row = self.kwargs["key"], self.row
        return (
            SectionVersion(key, row.title, row.is_used, row.texts, row.values) if row else SectionVersion(key)
        )

    @cached_property
    def payees(self) -> dict[int, str]:
        """The settings that may be chosen as payee, and the one that is."""
        settings = dict(self.member_settings())
        for stored, name in selectors.names_of_payees([self.stored.values]).items():
            settings.setdefault(stored, gettext("%(setting)s (no longer a member)") % {"setting": name})
        return settings

    def get_title(self) -> str:
        section = SECTION_OF[self.kwargs["key"]]
        own = self.row.title if self.row else ""
        return (
            f"{section.key}"
            f" {own or (gettext(section.title) if section.title else gettext('A section of your own'))}"
        )

    def breadcrumbs(self) -> Sequence[Crumb]:
        words = gettext("Write version %(version)d") % {"version": self.ways.version}
        return (*super().breadcrumbs(), Crumb(words, self.list_url))

    def get_form(self) -> SectionForm:
        sent = {"data": self.request.POST} if self.request.method == "POST" else {}
        return SectionForm(
            section=SECTION_OF[self.kwargs["key"]], written=self.stored, settings=self.payees, **sent
        )

    # --- showing --------------------------------------------------------------------------------------------
    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        form = kwargs.setdefault("form", self.get_form())
        row, posted = self.row, self.request.POST
        context = {
            "asked": SECTION_OF[self.kwargs["key"]],
            "is_used": row.is_used if row else not SECTION_OF[self.kwargs["key"]].local,
            "edition": posted.get("edition", row.edition if row else 0),
            "page": posted.get("page") or secrets.token_urlsafe(12),
            "was": posted.get("was") or self.marks(),
            "parts": list(self.parts(form)),
            "warned": [
                warning.reason.in_words(gettext)
                for warning in selectors.warnings_for(self.ways)
                if warning.section == self.kwargs["key"]
            ],
            "edited": row if row and row.edited_by_id else None,
            "list_url": self.list_url,
        }
        return super().get_context_data(**(context | kwargs))

    def parts(self, form: SectionForm) -> Iterator[dict[str, Any]]:
        """Each question with its controls, its examples, what its answer
        drives, and what holds where it is left open.
        """
        today = timezone.localdate()
        defaults = effective_terms(on=today, adopted=(), defaults=published_defaults(on=today))
        for question, controls in form.parts:
            term = defaults.of(question.key) if question.is_structured else None
            lines = (
                selectors.value_in_words(question.key, stored_answer(term.key, term.value), {})
                if term
                else ()
            )
            yield {
                "question": question,
                "controls": controls,
                "prompt": gettext(question.prompt),
                "help": gettext(question.help),
                "examples": [
                    (f"{question.key}:{number}", gettext(words))
                    for number, words in enumerate(question.examples)
                ],
                "drives": gettext(question.drives) if question.drives else "",
                "default": ", ".join(lines),
                "default_source": term.source.reason.in_words(gettext) if term else "",
            }

    def marks(self) -> str:
        """A mark of each control as it was opened, so that a clash shows what this person has changed."""
        initial = initial_of(SECTION_OF[self.kwargs["key"]], self.stored)
        return " ".join(f"{name}={mark_of(plainly(value))}" for name, value in initial.items())

    # --- doing ----------------------------------------------------------------------------------------------
    def post(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponseBase:
        ways = found_or_404(
            selectors.version_in_hand(self.collaboration) or selectors.versions_of(self.collaboration).first()
        )
        self.__dict__["ways"] = ways
        if ways.state not in WRITABLE:
            return self.too_late(ways)
        if "use" in request.POST:
            return self.use(is_used=request.POST["use"] == "yes")
        if "insert" in request.POST:
            return self.insert(request.POST["insert"])
        if request.headers.get("HX-Request") == "true":
            return self.save_as_typed()
        return self.save_typed()

    def too_late(self, ways: WaysOfWorking) -> HttpResponseBase:
        """The text is frozen or put aside since this page was opened: said in words, with what was typed
        still there to be copied.
        """
        if self.request.headers.get("HX-Request") == "true":
            return render(self.request, "ways_of_working/saved.html", {"problem": standing_words(ways)})
        form = self.get_form()
        form.add_error(None, gettext("What you typed is not saved. %(why)s") % {"why": standing_words(ways)})
        return self.render_to_response(self.get_context_data(form=form))

    def use(self, *, is_used: bool) -> HttpResponseBase:
        """Used, or not.

        What was typed just before "we do not use it" is saved too: its words are kept (W3).
        """
        if not is_used and "edition" in self.request.POST and (problem := self.keep_typed()) is not None:
            return problem
        services.use_section(
            ways_id=self.ways.pk,
            key=self.kwargs["key"],
            is_used=is_used,
            by=self.request.user,
            at=timezone.now(),
        )
        if is_used:
            return HttpResponseRedirect(self.request.path)
        words = gettext("Section %(key)s is not used. Its words are kept.") % {"key": self.kwargs["key"]}
        say_saved(self.request, words, page=self.open_page())
        return HttpResponseRedirect(self.list_url)

    def keep_typed(self) -> HttpResponseBase | None:
        """Save what can be read; a page where somebody must look first."""
        form = self.get_form()
        if not form.is_valid():
            return self.render_to_response(self.get_context_data(form=form))
        try:
            self.written(form, is_automatic=True)
        except services.WrittenMeanwhile:
            return self.show_both(form)
        except ValidationError as refusal:
            add_refusal(form, refusal, {})
            return self.render_to_response(self.get_context_data(form=form))
        return None

    def insert(self, wanted: str) -> HttpResponseBase:
        """Put an example under what was typed. Nothing typed is lost, and it is saved once the page is."""
        key, _colon, number = wanted.partition(":")
        question, place = QUESTION_OF.get(key), whole_number(number)
        if (
            question is None
            or question.section != self.kwargs["key"]
            or place is None
            or place >= len(question.examples)
        ):
            raise Http404
        data, name = self.request.POST.copy(), f"words_{key}"
        data[name] = "\n".join(filter(None, (data.get(name, "").rstrip(), gettext(question.examples[place]))))
        form = SectionForm(
            section=SECTION_OF[question.section], written=self.stored, settings=self.payees, data=data
        )
        return self.render_to_response(
            self.get_context_data(form=form, inserted=gettext("The example is put in. It is not saved yet."))
        )

    def open_page(self) -> str:
        return self.request.POST.get("page", "")[:40]

    def written(self, form: SectionForm, *, is_automatic: bool) -> services.Written:
        typed = services.Typed(form.typed_texts(), form.typed_values(), form.cleaned_data.get("title", ""))
        return services.write_section(
            ways_id=self.ways.pk, key=self.kwargs["key"], typed=typed, edition=whole_number(self.request.POST.get("edition")) or 0,
            members=set(self.member_settings()), page=self.open_page(), is_automatic=is_automatic,
            by=self.request.user, at=timezone.now(),
        )  # fmt: skip

    def save_as_typed(self) -> HttpResponseBase:
        form, shown = self.get_form(), "ways_of_working/saved.html"
        if not form.is_valid():
            return render(
                self.request,
                shown,
                {"problem": gettext("Not saved: something above is too long or not in the list.")},
            )
        try:
            written = self.written(form, is_automatic=True)
        except services.WrittenMeanwhile as clash:
            words = {"person": clash.section.edited_by or gettext("Somebody")}
            said = (
                gettext("You changed this in another window. Press “Save and continue” to see both texts.")
                if clash.section.edited_by_id == self.request.user.pk
                else gettext(
                    "%(person)s has changed this section meanwhile. Press “Save and continue” to see both"
                    " texts."
                )
            )
            problem = said % words
            return render(self.request, shown, {"problem": problem})
        except ValidationError as refusal:
            return render(self.request, shown, {"problem": " ".join(refusal.messages)})
        context = {
            "edition": written.section.edition,
            "saved": saved_words(timezone.now()),
            "unread": bool(written.unread),
        }
        unread = [name for key in written.unread for name in (key, key.replace("answer_", "number_", 1))]
        return tell_saved(render(self.request, shown, context), but=unread)

    def save_typed(self) -> HttpResponseBase:
        form = self.with_choices_made()
        if form.is_valid() and "clash" in self.request.POST and (open_ones := self.not_chosen(form)):
            return self.show_both(form, wrong=open_ones)
        if not form.is_valid():
            return self.render_to_response(self.get_context_data(form=form))
        try:
            self.written(form, is_automatic=False)
        except services.WrittenMeanwhile:
            return self.show_both(form)
        except ValidationError as refusal:
            add_refusal(form, refusal, {})
            return self.render_to_response(self.get_context_data(form=form))
        words = gettext("Section %(key)s is saved.") % {"key": self.kwargs["key"]}
        say_saved(self.request, words, page=self.open_page())
        return HttpResponseRedirect(self.next_url())

    def next_url(self) -> str:
        """The next section, or the list after the last one."""
        keys = [section.key for section in SECTIONS if not section.local]
        key = self.kwargs["key"]
        after = keys[keys.index(key) + 1 :] if key in keys else []
        return (
            reverse("ways_of_working:write_terms_section", args=[self.collaboration.pk, after[0]])
            if after
            else self.list_url
        )

    # --- two writers ----------------------------------------------------------------------------------------
    def with_choices_made(self) -> SectionForm:
        """The form as it was sent; where the other's text was chosen, with that."""
        if "clash" not in self.request.POST:
            return self.get_form()
        data = self.request.POST.copy()
        stands = initial_of(SECTION_OF[self.kwargs["key"]], self.stored)
        for name in stands:
            if data.get(f"keep_{name}") == THEIRS:
                data.setlist(name, texts_of(stands[name]))
        return SectionForm(
            section=SECTION_OF[self.kwargs["key"]], written=self.stored, settings=self.payees, data=data
        )

    def not_chosen(self, form: SectionForm) -> set[str]:
        return {one.name for one in self.differing(form) if not one.chosen}

    def show_both(
        self, form: SectionForm, wrong: set[str] | frozenset[str] = frozenset()
    ) -> HttpResponseBase:
        """Both texts side by side.

        What stands now is the edition that is answered; nothing of either is lost.
        """
        self.template_name = "ways_of_working/both.html"
        self.__dict__.pop("row", None)
        self.__dict__.pop("stored", None)
        self.__dict__.pop("payees", None)
        # It changed once more while this person was choosing: asked again
        again = not wrong and "clash" in self.request.POST
        differing = [
            one._replace(is_wrong=one.name in wrong, chosen="" if again else one.chosen)
            for one in self.differing(form)
        ]
        shown = {one.name for one in differing}
        sent = [
            (name, value)
            for name in form.fields
            if name not in shown
            for value in texts_of(form.cleaned_data.get(name, ""))
        ]
        row = self.row
        context = {
            "differing": differing,
            "sent": sent,
            "person": row.edited_by if row else "",
            "problem": bool(wrong),
            "edition": row.edition if row else 0,
        }
        return self.render_to_response(self.get_context_data(form=form, **context))

    def differing(self, form: SectionForm) -> Iterator[Differing]:
        stands = initial_of(SECTION_OF[self.kwargs["key"]], self.stored)
        was = dict(pair.split("=", 1) for pair in self.request.POST.get("was", "").split() if "=" in pair)
        for name, control in form.fields.items():
            mine, theirs = form.cleaned_data.get(name, ""), stands.get(name, "")
            if plainly(mine) == plainly(theirs):
                continue
            untouched = was.get(name) == mark_of(plainly(mine))
            chosen = self.request.POST.get(f"keep_{name}", "") or (
                THEIRS if untouched and "clash" not in self.request.POST else ""
            )
            pieces = difference(self.shown(form, name, theirs), self.shown(form, name, mine))
            is_words = name.startswith("words_") or name == "title"
            yield Differing(
                name,
                str(control.label),
                old_side(pieces),
                new_side(pieces),
                is_words,
                tuple(texts_of(mine)),
                chosen,
                False,
            )

    def shown(self, form: SectionForm, name: str, value: Any) -> str:
        """An answer as people read it, words as they are."""
        labels = dict(getattr(form.fields[name], "choices", ()))
        return several_lines("\n".join(str(labels.get(text, text)) for text in texts_of(value)))
