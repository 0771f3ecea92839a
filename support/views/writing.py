"""Writing a message: the form, which keeps a draft, and the page that shows what will go before it goes."""

from __future__ import annotations

from functools import cached_property
from typing import TYPE_CHECKING, Any

from django.contrib import messages
from django.core.exceptions import PermissionDenied, ValidationError
from django.http import Http404, HttpRequest, HttpResponseRedirect
from django.http.response import HttpResponseBase
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext, ngettext
from django.utils.translation import gettext_lazy as _

from accounts.emails.bases import short_name
from core.forms.numbers import whole_number
from core.tables.kept import SELECTION, ticked_rows
from core.views import FormPage, Page, found_or_404
from core.wording import in_a_row
from memberships.rules.reaching import Whom
from support.emails.messages import subject_for, text_for
from support.forms import MessageForm, SettingsMessageForm, WordsForm
from support.rules import greets_itself
from support.selectors import messages as messages_selectors
from support.services.drafts import (
    Addressed,
    Upload,
    change_draft,
    discard_draft,
    keep_draft,
    keep_template,
    try_out,
)
from support.services.messages import LookAgain, refuse_group, send_message, why_not
from support.views.chosen import ChoosesGroups
from support.views.message_bases import ForGroup, ForTeam, OfDraft

if TYPE_CHECKING:
    from support.models import Message

MAX_NAMES = 20


class Writes(FormPage):
    """The form; "Continue" keeps a draft and leads to the page that shows it."""

    template_name = "support/write_message.html"
    submit_label = _("Continue")

    @cached_property
    def template(self: Any) -> Any:
        """The template that the address names; one that is not there, or is somebody else's, is 404."""
        number = whole_number(self.request.GET.get("template", ""))
        if number is None:
            return None
        return found_or_404(self.templates.filter(pk=number).first())

    @property
    def templates(self: Any) -> Any:
        return messages_selectors.templates_for(self.request.user)

    def addressed(self, form: Any) -> Addressed:
        """Hook: to whom."""
        raise NotImplementedError

    def attached(self) -> list[Any]:
        """Hook: files that are there already."""
        return []

    def get_initial(self) -> dict[str, Any]:
        kept = self.template
        words = {"subject": kept.subject, "text": kept.text} if kept is not None else {}
        return {**super().get_initial(), **words}

    def get_form_kwargs(self) -> dict[str, Any]:
        return {**super().get_form_kwargs(), "attached": self.attached()}

    def get_cancel_url(self: Any) -> str:
        return self.list_url

    def words_of(self, form: Any) -> dict[str, Any]:
        data = form.cleaned_data
        return {
            "addressed": self.addressed(form),
            "subject": data["subject"],
            "text": data["text"],
            "uploads": [Upload(file.file, file.name) for file in data["files"]],
            "by": self.request.user,
            "at": timezone.now(),
        }

    def keep(self, form: Any) -> Message:
        return keep_draft(**self.words_of(form))

    def save(self: Any, form: Any) -> HttpResponseBase:
        return HttpResponseRedirect(self.check_url(self.keep(form)))

    def get_context_data(self: Any, **kwargs: Any) -> dict[str, Any]:
        query = self.request.GET.copy()
        query.pop("template", None)
        context = {
            "templates": [
                {
                    "template": kept,
                    "url": f"?{query.urlencode()}{'&' if query else ''}template={kept.pk}",
                    "is_mine": kept.person_id == self.request.user.pk,
                }
                for kept in self.templates
            ],
            "signature": self.request.user.full_name,
            "reply_to": self.request.user.email,
        }
        return super().get_context_data(**{**context, **kwargs})


class Changes(OfDraft, Writes):
    """The same of a draft."""

    def attached(self) -> list[Any]:
        return messages_selectors.files_of(self.draft)

    def get_initial(self) -> dict[str, Any]:
        draft = self.draft
        return {
            "audience": draft.audiences,
            "all_collaborations": draft.all_collaborations,
            "collaborations": draft.collaboration_ids,
            "subject": draft.subject,
            "text": draft.text,
            **({} if self.template is None else super().get_initial()),
        }

    def keep(self, form: Any) -> Message:
        without = form.cleaned_data.get("without", [])
        return change_draft(message_id=self.draft.pk, without=without, **self.words_of(form))

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        number = len(self.draft.person_ids)
        words = ngettext("Only to %(n)d person", "Only to %(n)d people", number) % {"n": number}
        return super().get_context_data(**{"only_to": words if number else "", **kwargs})


class ToGroups(ForTeam, ChoosesGroups):
    """To people of collaborations."""

    def get_form(self) -> MessageForm:
        number = messages_selectors.open_collaborations().count()
        return MessageForm(groups=self.candidates, number=number, **self.get_form_kwargs())

    def addressed(self, form: Any) -> Addressed:
        data = form.cleaned_data
        return Addressed(
            audiences=data["audience"],
            all_collaborations=data["all_collaborations"],
            collaboration_ids=data["collaborations"],
        )


class WriteMessage(ToGroups, Writes):
    """To people of collaborations that the address names, or of any."""

    title = _("Write to collaborations")

    def get_initial(self) -> dict[str, Any]:
        return {**Writes.get_initial(self), **ChoosesGroups.get_initial(self)}


class WriteToSettings(ForTeam, Writes):
    """To people of settings that were ticked on a list.

    Which ones travels with the form: what was ticked is kept for an hour, and writing may take longer.
    """

    title = _("Write to settings")

    def get_initial(self) -> dict[str, Any]:
        return {
            **super().get_initial(),
            "settings": " ".join(map(str, self.ticked)),
            "audience": ["managers"],
        }

    @cached_property
    def ticked(self) -> list[int]:
        try:
            ids = ticked_rows(self.request) if SELECTION in self.request.GET else []
        except Http404:  # a form that was filled in before the session ended still has them
            return []
        return [setting.pk for setting in messages_selectors.chosen_settings(ids)]

    def get_form(self) -> SettingsMessageForm:
        return SettingsMessageForm(**self.get_form_kwargs())

    def addressed(self, form: Any) -> Addressed:
        data = form.cleaned_data
        chosen = messages_selectors.chosen_settings(data["settings"])
        return Addressed(audiences=data["audience"], setting_ids=[setting.pk for setting in chosen])

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        sent = self.request.POST.get("settings")
        number = len(self.ticked) if sent is None else len(sent.split())
        words = ngettext("To %(number)s setting", "To %(number)s settings", number) % {"number": number}
        chosen = {
            "caption": words if number else "",
            "choose_url": "" if number else reverse("providers:settings"),
        }
        return super().get_context_data(**{**chosen, **kwargs})


class ChangeMessage(Changes, ToGroups):
    """A draft of the team, to groups or to settings."""

    title = _("Change the message")

    @cached_property
    def candidates(self) -> Any:
        """All that are not closed, and those that the draft is to."""
        chosen = messages_selectors.chosen_collaborations(self.draft.collaboration_ids)
        rows = list(messages_selectors.open_collaborations())
        return [*rows, *(group for group in chosen if group not in rows)]

    def get_form(self) -> Any:
        if not self.draft.setting_ids:
            return super().get_form()
        form = SettingsMessageForm(**self.get_form_kwargs())
        del form.fields["settings"]
        return form

    def addressed(self, form: Any) -> Addressed:
        if not self.draft.setting_ids:
            return ToGroups.addressed(self, form)
        return Addressed(audiences=form.cleaned_data["audience"], setting_ids=self.draft.setting_ids)


class ToMembers(ForGroup):
    """To the managers of all members of a group that is not closed."""

    def dispatch(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponseBase:
        if request.user.is_authenticated:
            self.require(self.permission, self.permission_object())
            if self.collaboration.closed_on is not None:
                raise PermissionDenied(_("This collaboration is closed: nobody writes to its members."))
        return super().dispatch(request, *args, **kwargs)

    def addressed(self, form: Any) -> Addressed:
        return Addressed(audiences=[Whom.MANAGERS], of_group=self.collaboration)

    def get_form(self: Any) -> WordsForm:
        return WordsForm(**self.get_form_kwargs())


class WriteToMembers(ToMembers, Writes):
    """The group writes to all its members."""

    title = _("Write to all members")


class ChangeGroupMessage(ToMembers, Changes):
    """A draft to all members."""

    title = _("Change the message")


class Checks(OfDraft, Page):
    """What will go and to whom, with what can be done with it: send, try out, keep as a template, throw away."""

    template_name = "support/check_message.html"
    title = _("Look at your message before it goes")

    def dispatch(self: Any, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponseBase:
        """Pressed twice, or come back to: what was sent has a page of its own."""
        if request.user.is_authenticated and (sent := self.sent()) is not None:
            if self.group is None:
                self.require(self.permission)
            else:
                self.require(self.permission, self.permission_object())
            return HttpResponseRedirect(self.message_url(sent))
        return super().dispatch(request, *args, **kwargs)

    def sent(self: Any) -> Message | None:
        mine = self.group.pk if self.group is not None else None
        rows = messages_selectors.messages().filter(of_group=mine, sent_by=self.request.user)
        return rows.filter(pk=self.kwargs[self.id_name]).first()

    @cached_property
    def people(self) -> list[Any]:
        return messages_selectors.people_reached(self.draft, on=timezone.localdate())

    def post(self: Any, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponseBase:
        deeds = {"send": self.send, "test": self.test, "template": self.as_template, "discard": self.discard}
        deed = deeds.get(request.POST.get("do", ""), self.send)
        try:
            where = deed()
        except LookAgain as refusal:
            return self.render_to_response(self.get_context_data(changed=" ".join(refusal.messages)))
        except ValidationError as refusal:
            messages.error(request, " ".join(refusal.messages))
            where = self.check_url(self.draft)
        return HttpResponseRedirect(where)

    def send(self: Any) -> str:
        message = send_message(
            message_id=self.draft.pk,
            seen=self.request.POST.get("seen", ""),
            by=self.request.user,
            at=timezone.now(),
        )
        messages.success(self.request, gettext("The message is being sent. This page shows who has it."))
        return self.message_url(message)

    def test(self: Any) -> str:
        try_out(message_id=self.draft.pk, by=self.request.user, at=timezone.now())
        words = gettext("A test is on its way to %(email)s.") % {"email": self.request.user.email}
        messages.success(self.request, words)
        return self.check_url(self.draft)

    def as_template(self: Any) -> str:
        keep_template(
            message_id=self.draft.pk,
            name=self.request.POST.get("name", ""),
            for_team="for_team" in self.request.POST,
            by=self.request.user,
            at=timezone.now(),
        )
        messages.success(self.request, gettext("The template is kept. You find it above the form."))
        return self.check_url(self.draft)

    def discard(self: Any) -> str:
        discard_draft(message_id=self.draft.pk, by=self.request.user)
        messages.success(self.request, gettext("The draft is thrown away."))
        return self.list_url

    def problem(self) -> str:
        """Why it cannot go now."""
        try:
            refuse_group(self.draft, at=timezone.now())
        except ValidationError as refusal:
            return " ".join(refusal.messages)
        return " ".join(why_not(self.draft, self.people).values())

    def get_context_data(self: Any, **kwargs: Any) -> dict[str, Any]:
        draft, people = self.draft, self.people
        first = people[0] if people else None
        shown = draft.text
        if first is not None:
            settings, groups = in_a_row(first.settings), in_a_row(first.groups)
            shown = text_for(draft, first.user, settings=settings, groups=groups)
        settings = messages_selectors.chosen_settings(draft.setting_ids)
        groups = (
            []
            if self.group
            else messages_selectors.chosen_collaborations(messages_selectors.groups_of(draft))
        )
        context = {
            "draft": draft,
            "subject": subject_for(draft),
            "number": len(people),
            "names": [str(person.user) for person in people[:MAX_NAMES]],
            "others": max(0, len(people) - MAX_NAMES),
            "groups": groups,
            "chosen": settings[:MAX_NAMES],
            "more_chosen": max(0, len(settings) - MAX_NAMES),
            "greeting": short_name(first.user.full_name) if first and not greets_itself(shown) else "",
            "shown": shown,
            "signature": draft.sent_by.full_name,
            "files": messages_selectors.files_of(draft),
            "problem": self.problem(),
            "reply_to": draft.sent_by.email,
            "seen": messages_selectors.fingerprint_of(draft, people),
            "change_url": self.change_url(draft),
            "for_team": self.group is None,
        }
        return super().get_context_data(**{**context, **kwargs})


class CheckMessage(Checks, ForTeam):
    """A draft of the team."""


class CheckGroupMessage(Checks, ForGroup):
    """A draft to all members of a group."""
