"""Requests for support: officers' list, a group's own list, one request, and what each side does with it."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cached_property
from typing import Any
from urllib.parse import urlencode

from django.contrib import messages
from django.core.exceptions import PermissionDenied, ValidationError
from django.http import Http404, HttpRequest, HttpResponseRedirect
from django.http.response import HttpResponseBase
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from accounts.permissions import Permission
from collaborations.selectors import collaboration_by_id
from collaborations.views.mixins import way_to
from core.frame.sections import Section
from core.tables.pages import ListPage
from core.views import ConfirmPage, Crumb, FormPage, Page, found_or_404
from meetings.views.mixins import AsksOfHoliday
from memberships.rules.paused import OF_REQUEST, refusals_to_ask
from memberships.selectors.paused import paused_on_page
from support.forms import AnswerForm, AskForm, DeclineForm
from support.rules import FIELDS, MEETINGS, Kind, RequestState
from support.selectors import asking
from support.selectors import requests as requests_selectors
from support.selectors.engagements import meeting_of_request
from support.services.support import (
    accept_request,
    ask_support,
    decline_request,
    finish_request,
    withdraw_request,
)
from support.tables import SupportRequestsTable, request_colour


def subjects(request: HttpRequest) -> list[dict[str, Any]]:
    """The links between the pages of this subject."""
    entries = (
        (_("Requests for support"), "support:support", Permission.VIEW_SUPPORT),
        (_("Referrals"), "support:referrals", Permission.VIEW_SUPPORT),
        (_("Messages"), "support:messages", Permission.SEND_MESSAGES),
    )
    links = [
        {"label": label, "url": reverse(name)}
        for label, name, permission in entries
        if request.user.has_perm(permission)
    ]
    return [{**link, "is_current": link["url"] == request.path} for link in links]


class SupportList(ListPage):
    """Every request, for officers and for those who read everything."""

    permission = Permission.VIEW_SUPPORT
    title = _("Requests for support")
    template_name = "support/support_list.html"
    thing, things = _("request"), _("requests")
    table_class = SupportRequestsTable
    export = "support-requests"
    export_permission = Permission.EXPORT
    empty_text = _(
        "No collaboration has asked for support yet. Leaders and office holders ask from their"
        " collaboration's page."
    )

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        return super().get_context_data(**{"subjects": subjects(self.request), **kwargs})


class OfGroup(Page):
    """A page of one group for those who run it. To whoever may not even see the group it does not exist."""

    permission = Permission.RUN_COLLABORATION

    @cached_property
    def collaboration(self) -> Any:
        return found_or_404(collaboration_by_id(self.kwargs["pk"]))

    def permission_object(self) -> Any:
        if not self.allows(Permission.VIEW_COLLABORATIONS, self.collaboration):
            raise Http404
        return self.collaboration

    def section(self) -> tuple[Section, Any] | None:
        return Section.COLLABORATION, self.collaboration

    def breadcrumbs(self) -> Sequence[Crumb]:
        return way_to(self.collaboration, sees_all=self.allows(Permission.VIEW_COLLABORATIONS))

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        return super().get_context_data(**{"collaboration": self.collaboration, **kwargs})


class SupportOfGroup(OfGroup):
    """What a group has asked for, with the answers; officers see it too."""

    template_name = "support/support_of_group.html"
    title = _("Support from the early years team")

    def require(self, permission: str, about: Any = None) -> None:
        if not self.allows(Permission.VIEW_SUPPORT):
            super().require(permission, about)

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        rows = requests_selectors.requests_of(self.collaboration)[:50]
        requests = [{"row": row, "colour": request_colour(row)} for row in rows]
        may_ask = self.allows(Permission.RUN_COLLABORATION, self.collaboration)
        paused = paused_on_page(self.visitor, self.collaboration)
        asks = asking.asks_of(self.collaboration, paused) if may_ask else []
        return super().get_context_data(requests=requests, asks=asks, paused=paused, **kwargs)


class AskSupport(AsksOfHoliday, OfGroup, FormPage):
    """Leaders and office holders ask; an officer comes by this invitation only (L4)."""

    template_name = "support/ask_support.html"
    title = _("Ask the early years team for support")
    form_class = AskForm
    day_field = "wanted_on"
    submit_label = _("Send the request")
    success_message = _("Your request has gone to the early years team. You get an email when they answer.")

    def get_title(self) -> Any:
        return self.kind.label if self.kind else self.title

    @cached_property
    def kind(self) -> Kind | None:
        """The kind that the address names: ``?kind=new_leader``, with whom and where it is about."""
        named = self.request.GET.get("kind", "")
        return Kind(named) if named in Kind.values else None

    def get(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponseBase:
        paused = paused_on_page(self.visitor, self.collaboration)
        for reason in refusals_to_ask(OF_REQUEST.get(self.kind), paused):
            messages.info(request, reason.in_words(gettext))
            return HttpResponseRedirect(self.get_success_url())
        return super().get(request, *args, **kwargs)

    def get_form_kwargs(self) -> dict[str, Any]:
        group, on = self.collaboration, self.visitor.on
        sent = self.request.POST.get("kind") or self.kind
        people = asking.people_to_name(group, on=on) if sent == Kind.NEW_LEADER else []
        places = asking.settings_to_name(group, on=on) if sent == Kind.ADD_PERSON else []
        choices = {
            "paused": paused_on_page(self.visitor, group),
            "people": [(role.user_id, f"{role.user} – {role.provider}") for role in people],
            "places": [(setting.pk, str(setting)) for setting in places],
        }
        return {**super().get_form_kwargs(), "asked": self.kind, **choices}

    def get_initial(self) -> dict[str, Any]:
        return {
            "kind": self.kind,
            **{name: self.request.GET.get(name, "") for name in ("person", "provider")},
        }

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        facts = asking.facts_of(self.collaboration, self.kind, on=self.visitor.on) if self.kind else []
        context = {"facts": facts, "is_meeting": self.kind is None or self.kind in MEETINGS}
        return super().get_context_data(**(context | kwargs))

    def get_success_url(self) -> str:
        return reverse("support:support_of", args=[self.collaboration.pk])

    get_cancel_url = get_success_url

    def breadcrumbs(self) -> Sequence[Crumb]:
        return (*super().breadcrumbs(), Crumb(_("Support from the early years team"), self.get_success_url()))

    def save(self, form: AskForm) -> None:
        given = {"wanted_on": None, "place": "", **form.cleaned_data}
        if person := given.get("person"):
            roles = asking.people_to_name(self.collaboration, on=self.visitor.on)
            given["person"] = next(role.user for role in roles if role.user_id == person)
        if provider := given.get("provider"):
            places = asking.settings_to_name(self.collaboration, on=self.visitor.on)
            given["provider"] = next(place for place in places if place.pk == provider)
        ask_support(collaboration_id=self.collaboration.pk, **given, by=self.request.user, at=timezone.now())


class OneRequest(Page):
    """A page below ``support/<pk>/``: for those who run the group and those who see all support.

    To others it does not exist.
    """

    signed_in = True  # request_seen_by decides

    @cached_property
    def asked(self) -> Any:
        return found_or_404(requests_selectors.request_seen_by(self.request.user, self.kwargs["pk"]))

    @property
    def address(self) -> str:
        return reverse("support:support_request", args=[self.asked.pk])

    def may(self) -> bool:
        """Hook: whether this person may do what the page does, besides seeing the request."""
        return True

    def dispatch(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponseBase:
        # Asked first: to others it does not exist
        if request.user.is_authenticated and self.asked and not self.may():
            raise PermissionDenied
        return super().dispatch(request, *args, **kwargs)

    def breadcrumbs(self) -> Sequence[Crumb]:
        group = self.asked.collaboration
        above = super().breadcrumbs() or (
            *way_to(group, sees_all=False),
            Crumb(_("Support from the early years team"), reverse("support:support_of", args=[group.pk])),
        )
        return (*above, Crumb(str(self.asked), self.address))


class RequestPage(OneRequest):
    """One request, its answer and what can be done with it."""

    template_name = "support/support_request.html"

    def record(self) -> Any:
        return self.asked

    def get_title(self) -> str:
        return str(self.asked)

    def breadcrumbs(self) -> Sequence[Crumb]:
        return super().breadcrumbs()[:-1]

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        row = self.asked
        gives = self.allows(Permission.GIVE_SUPPORT)
        asked, accepted = row.state == RequestState.ASKED, row.state == RequestState.ACCEPTED
        come = row.wanted_on is None or row.wanted_on <= timezone.localdate()
        context = {
            "asked": row,
            "colour": request_colour(row),
            "facts": self._facts(),
            "story": list(requests_selectors.request_story(row)[:50])
            if self.allows(Permission.VIEW_SUPPORT)
            else [],
            "place": self._place() if gives and (asked or accepted) else None,
            "may_answer": gives and asked,
            "may_finish": gives and accepted and come,
            "may_cancel": gives and accepted,
            "may_withdraw": (
                (asked or accepted) and self.allows(Permission.RUN_COLLABORATION, row.collaboration)
            ),
        }
        return super().get_context_data(**(context | kwargs))

    def _place(self) -> tuple[Any, str] | None:
        """Where the team does what is asked for."""
        row = self.asked
        places: dict[str, tuple[Any, str, list[int]]] = {
            Kind.NEW_LEADER: (_("Appoint a leader"), "memberships:appoint_leader", [row.collaboration_id]),
            Kind.DIVIDE: (_("Plan the division"), "reorganisation:start_division", [row.collaboration_id]),
            Kind.MAKE_ACTIVE: (_("See where it stands"), "collaborations:life", [row.collaboration_id]),
            Kind.FIRST_MEETING: (_("See where it stands"), "collaborations:life", [row.collaboration_id]),
        }
        if row.kind == Kind.SEND_INVITATION and row.provider is not None:
            query = urlencode({"q": row.provider.urn or row.provider.name, "request": row.pk})
            return _("Send it now"), f"{reverse('memberships:invite', args=[row.collaboration_id])}?{query}"
        if row.kind not in places:
            return None
        label, name, args = places[row.kind]
        url = reverse(name, args=args)
        return label, f"{url}?person={row.person_id}" if row.person_id else url

    def _facts(self) -> list[dict[str, Any]]:
        row = self.asked
        group = {"url": reverse("collaborations:detail", args=[row.collaboration_id]), "action": _("See")}
        facts: list[dict[str, Any]] = [
            {"label": _("Collaboration"), "value": str(row.collaboration), **group},
            {"label": _("Kind"), "value": row.get_kind_display()},
            {"label": _("Person"), "value": str(row.person or "")},
            {"label": _("Setting"), "value": str(row.provider or "")},
            {"label": _("Day"), "value": requests_selectors.when_in_words(row)},
            {"label": _("Where or how"), "value": row.place},
            {
                "label": _("Asked by"),
                "value": (
                    gettext("%(person)s, %(email)s") % {"person": row.asked_by, "email": row.asked_by.email}
                ),
            },
            {"label": _("Asked"), "value": row.asked_at},
        ]
        asked = FIELDS[Kind(row.kind)]
        named = {
            "person": _("Person"),
            "provider": _("Setting"),
            "wanted_on": _("Day"),
            "place": _("Where or how"),
        }
        left_out = {str(label) for name, label in named.items() if name not in asked}
        facts = [fact for fact in facts if fact["value"] or str(fact["label"]) not in left_out]
        if row.answered_at is not None:
            facts += [
                {"label": _("Who helps"), "value": str(row.officer or gettext("Nobody"))},
                {"label": _("Answered by"), "value": str(row.answered_by)},
                {"label": _("Answered"), "value": row.answered_at},
            ]
        return facts


class FormOfRequest(OneRequest, FormPage):
    def may(self) -> bool:
        return self.allows(Permission.GIVE_SUPPORT)

    def get_success_url(self) -> str:
        return self.address

    get_cancel_url = get_success_url

    def facts_of_deed(self) -> dict[str, Any]:
        return {"request_id": self.asked.pk, "by": self.request.user, "at": timezone.now()}


class AnswerRequest(FormOfRequest):
    """Yes with who comes, or no with why."""

    title = _("Answer this request")
    form_class = AnswerForm
    submit_label = _("Send the answer")
    success_message = _("The answer has gone to the collaboration.")
    template_name = "support/answer_request.html"

    def get_form(self) -> AnswerForm:
        return AnswerForm(
            people=requests_selectors.people_giving_support(on=timezone.localdate()),
            has_day=self.asked.wanted_on is not None,
            **self.get_form_kwargs(),
        )

    def get_initial(self) -> dict[str, Any]:
        meeting = meeting_of_request(self.asked)
        times = {"starts_at": meeting.starts_at, "ends_at": meeting.ends_at} if meeting else {}
        return {"officer": self.request.user.pk, **times}

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        return super().get_context_data(**{"asked": self.asked, **kwargs})

    def save(self, form: AnswerForm) -> None:
        given, deed = form.cleaned_data, self.facts_of_deed()
        if given["answer"] == AnswerForm.YES:
            times = {name: given.get(name) for name in ("starts_at", "ends_at")}
            accept_request(officer=given["officer"], words=given["words"], **times, **deed)
        else:
            decline_request(words=given["words"], **deed)


class CancelVisit(FormOfRequest):
    """An officer who had accepted cannot come after all."""

    title = _("Say that it cannot be done after all")
    form_class = DeclineForm
    submit_label = _("Tell them")
    success_message = _("The collaboration has been told.")

    def save(self, form: DeclineForm) -> None:
        decline_request(words=form.cleaned_data["words"], **self.facts_of_deed())


class FinishRequest(FormOfRequest, ConfirmPage):
    title = _("Record that the support was given")
    submit_label = _("It was given")
    success_message = _("It is recorded.")
    explanation = _("The request ends here as done.")

    def save(self, form: Any) -> None:
        finish_request(**self.facts_of_deed())


class WithdrawRequest(FormOfRequest, ConfirmPage):
    """For those who run the group."""

    title = _("Withdraw this request")
    submit_label = _("Withdraw it")
    success_message = _("The request is withdrawn.")
    explanation = _("You no longer need it. Whoever was to come gets an email.")

    def may(self) -> bool:
        return self.allows(Permission.RUN_COLLABORATION, self.asked.collaboration)

    def save(self, form: Any) -> None:
        try:
            withdraw_request(**self.facts_of_deed())
        except ValidationError as refusal:
            raise ValidationError(refusal.messages) from refusal
