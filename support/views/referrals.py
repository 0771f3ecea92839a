"""Referrals: the list, making them for one setting or many, and following one up."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cached_property
from typing import TYPE_CHECKING, Any

from django.contrib import messages
from django.core.exceptions import ValidationError
from django.http import Http404, QueryDict
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext_lazy as _
from django.utils.translation import ngettext

from accounts.permissions import Permission
from core.forms.numbers import whole_number
from core.tables.choosing import MAX_TYPED
from core.tables.kept import SELECTION, ticked_rows
from core.tables.pages import ListPage
from core.views import ConfirmPage, Crumb, FormPage, Page, TwoStepPage, found_or_404
from memberships.rules.paused import Support
from memberships.selectors.paused import groups_without
from memberships.selectors.people import described
from providers.selectors import sees_private_addresses
from support.forms import FollowUpForm, ReferForm
from support.selectors import referrals as referrals_selectors
from support.services.referrals import follow_up, refer, take_back_referral
from support.tables import REFERRAL_COLOURS, ReferralsTable, standing_in_words
from support.views.support import subjects

if TYPE_CHECKING:
    from collaborations.models import Collaboration
    from core.searching import Matches
    from providers.models import Provider


class Referrals(ListPage):
    """Every referral, newest first, with what has become of it."""

    permission = Permission.VIEW_SUPPORT
    title = _("Referrals")
    template_name = "support/support_list.html"
    thing, things = _("referral"), _("referrals")
    table_class = ReferralsTable
    export = "referrals"
    export_permission = Permission.EXPORT
    empty_text = _("No setting has been referred to a collaboration yet.")

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        start = (
            {"start_url": reverse("support:refer"), "start_label": _("Refer a setting")}
            if self.may_refer()
            else {}
        )
        empty = {"empty_url": start["start_url"], "empty_action": _("Refer the first one")} if start else {}
        return super().get_context_data(**{"subjects": subjects(self.request), **start, **empty, **kwargs})

    def may_refer(self) -> bool:
        return self.allows(Permission.GIVE_SUPPORT)


class Refer(TwoStepPage):
    """Which settings is in the address (``?setting=1&setting=2``), so any list can lead here; to which group
    and why is asked.
    """

    permission = Permission.GIVE_SUPPORT
    template_name = "support/refer.html"
    preview_template = "support/refer_preview.html"
    confirm_label = _("Refer them")
    cancel_url = "support:referrals"

    def get_title(self) -> str:
        return ngettext(
            "Refer a setting to a collaboration", "Refer settings to a collaboration", len(self.chosen)
        )

    @cached_property
    def chosen(self) -> list[Provider]:
        """The settings of the address and of what was ticked, without those that were taken out again and
        those that cannot be referred.

        One that is not there is 404, as everywhere.
        """
        settings = referrals_selectors.settings_by_ids(self._asked)
        if not set(self._numbers("setting")) & self._asked <= {provider.pk for provider in settings}:
            raise Http404
        agencies = {agency.pk for agency in self.left_out}
        return [provider for provider in settings if provider.pk not in agencies]

    @cached_property
    def left_out(self) -> list[Provider]:
        """The childminder agencies among them: the page says why none is referred."""
        return referrals_selectors.agencies_by_ids(self._asked)

    @cached_property
    def _asked(self) -> set[int]:
        ticked = set(ticked_rows(self.request)) if SELECTION in self.request.GET else set()
        return (set(self._numbers("setting")) | ticked) - set(self._numbers("without"))

    def _numbers(self, name: str) -> list[int]:
        numbers = [whole_number(text) for text in self.request.GET.getlist(name)]
        if None in numbers:
            raise Http404
        return [number for number in numbers if number is not None]

    @cached_property
    def searched(self) -> str:
        return self.request.GET.get("q", "")[:MAX_TYPED]

    @cached_property
    def group_searched(self) -> str:
        return self.request.GET.get("group", "").strip()[:MAX_TYPED]

    @cached_property
    def groups_found(self) -> Matches:
        return referrals_selectors.groups_found(self.group_searched, near=self.chosen)

    @cached_property
    def offered(self) -> list[Collaboration]:
        """The one that is chosen first, then those found."""
        number = whole_number(
            self.request.POST.get("collaboration", self.request.GET.get("collaboration", ""))
        )
        chosen = referrals_selectors.groups_to_refer_to().filter(pk=number) if number is not None else []
        found = {group.pk: group for group in (*chosen, *self.groups_found.rows)}
        return [group for group in found.values() if group.pk not in self.without]

    @cached_property
    def without(self) -> frozenset[int]:
        """The groups that nobody is referred to for a time (L3)."""
        return groups_without(Support.REFERRALS, on=self.visitor.on)

    def get_form(self) -> ReferForm:
        groups = referrals_selectors.groups_to_refer_to()
        return ReferForm(groups=groups, offered=self.offered, **self.get_form_kwargs())

    def get_initial(self) -> dict[str, Any]:
        return {"collaboration": whole_number(self.request.GET.get("collaboration", ""))}

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        homes = sees_private_addresses(self.request.user)
        matches = referrals_selectors.settings_found(
            self.searched, but=[provider.pk for provider in self.chosen], with_homes=homes
        )
        context = {
            "chosen": [
                {"setting": provider, "without": self._address(without=provider.pk)}
                for provider in self.chosen
            ],
            "kept": [(name, value) for name, values in self._query().lists() for value in values],
            "left_out": self.left_out,
            "searched": self.searched,
            "correction": matches.correction,
            "group_searched": self.group_searched,
            "group_correction": self.groups_found.correction,
            "groups_found": self.groups_found.rows,
            "paused": [group for group in self.groups_found.rows if group.pk in self.without],
            "found": [
                {"setting": one, "more": described(one), "url": self._address(also=one.pk)}
                for one in matches.rows
            ],
        }
        return super().get_context_data(**(context | kwargs))

    def _query(self, *, also: int | None = None, without: int | None = None) -> QueryDict:
        query, given = QueryDict(mutable=True), self.request.GET
        if SELECTION in given:
            named = self._numbers("setting")
            query[SELECTION] = given[SELECTION]
            left_out = (*self._numbers("without"), *([without] if without else []))
            query.setlist("without", [str(pk) for pk in left_out if pk != also])
        else:
            named = [provider.pk for provider in self.chosen]
        ids = [pk for pk in named if pk != without] + ([also] if also else [])
        query.setlist("setting", [str(pk) for pk in ids])
        if group := self.request.GET.get("collaboration"):
            query["collaboration"] = group
        return query

    def _address(self, **changes: int) -> str:
        return f"?{self._query(**changes).urlencode()}"

    def preview(self, form: ReferForm) -> dict[str, Any]:
        group = form.cleaned_data["collaboration"]
        referrals = referrals_selectors.what_referring_does(self.chosen, group, on=timezone.localdate())
        return {
            "group": group,
            "words": form.cleaned_data["words"],
            "going": [one.provider for one in referrals if not one.reasons],
            "refused": [one for one in referrals if one.reasons],
            "can_confirm": any(not one.reasons for one in referrals),
        }

    def save(self, form: ReferForm) -> None:
        done = refer(
            provider_ids=[provider.pk for provider in self.chosen],
            collaboration_id=form.cleaned_data["collaboration"].pk,
            words=form.cleaned_data["words"],
            by=self.request.user,
            at=timezone.now(),
        )
        number = len(done.made)
        words = {"number": number, "group": form.cleaned_data["collaboration"]}
        said = (
            ngettext(
                "%(number)s setting is referred to %(group)s.",
                "%(number)s settings are referred to %(group)s.",
                number,
            )
            % words
        )
        messages.success(self.request, said)
        for one in done.refused:
            messages.warning(self.request, f"{one.provider}: {' '.join(one.reasons)}")

    def get_success_url(self) -> str:
        return reverse("support:referrals")


class OneReferral(Page):
    """A page below ``referrals/<pk>/``."""

    @cached_property
    def referral(self) -> Any:
        return found_or_404(referrals_selectors.referral_by_id(self.kwargs["pk"]))

    @property
    def address(self) -> str:
        return reverse("support:referral", args=[self.referral.pk])

    def permission_object(self) -> None:
        found_or_404(self.referral)  # before the right is asked: another authority's does not exist

    def breadcrumbs(self) -> Sequence[Crumb]:
        return (*super().breadcrumbs(), Crumb(str(self.referral), self.address))


class ReferralPage(OneReferral):
    """One referral: who was pointed where and why, and what came of it."""

    permission = Permission.VIEW_SUPPORT
    template_name = "support/referral.html"

    def record(self) -> Any:
        return self.referral

    def get_title(self) -> str:
        return str(self.referral)

    def breadcrumbs(self) -> Sequence[Crumb]:
        return super().breadcrumbs()[:2]

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        referral = self.referral
        waits = referral.standing not in {"joined", "not_joined", "withdrawn"}
        context = {
            "referral": referral,
            "standing": standing_in_words(referral),
            "colour": REFERRAL_COLOURS.get(referral.standing, "grey"),
            "facts": self._facts(),
            "story": list(referrals_selectors.referral_story(referral)[:50]),
            "may_follow_up": waits and self.allows(Permission.GIVE_SUPPORT),
        }
        return super().get_context_data(**(context | kwargs))

    def _facts(self) -> list[dict[str, Any]]:
        row = self.referral
        group = {"url": reverse("collaborations:detail", args=[row.collaboration_id]), "action": _("See")}
        setting = {
            "url": reverse("admin:providers_provider_change", args=[row.provider_id]),
            "action": _("See"),
        }
        facts: list[dict[str, Any]] = [
            {"label": _("Setting"), "value": str(row.provider), **setting},
            {"label": _("Collaboration"), "value": str(row.collaboration), **group},
            {"label": _("Referred by"), "value": str(row.referred_by)},
            {"label": _("Referred"), "value": row.referred_at},
            {"label": _("Why this group"), "value": row.words},
        ]
        if row.joined_on:
            facts.append({"label": _("Member from"), "value": row.joined_on})
        if row.outcome_words:
            facts.append({"label": _("What became of it"), "value": row.outcome_words})
        return facts


class FormOfReferral(OneReferral, FormPage):
    permission = Permission.GIVE_SUPPORT

    def get_success_url(self) -> str:
        return self.address

    get_cancel_url = get_success_url


class FollowUp(FormOfReferral):
    """What has become of it, as an officer has heard."""

    title = _("Follow up this referral")
    form_class = FollowUpForm
    success_message = _("It is recorded.")

    def get_initial(self) -> dict[str, Any]:
        return {
            "words": self.referral.outcome_words,
            **({"state": "joined"} if self.referral.joined_on else {}),
        }

    def save(self, form: FollowUpForm) -> None:
        follow_up(referral_id=self.referral.pk, **form.cleaned_data, by=self.request.user, at=timezone.now())


class TakeBackReferral(FormOfReferral, ConfirmPage):
    title = _("Take back this referral")
    submit_label = _("Take it back")
    success_message = _("The referral is taken back.")
    explanation = _("It ends here. The setting and the group have had their emails; nobody gets another one.")

    def save(self, form: Any) -> None:
        try:
            take_back_referral(referral_id=self.referral.pk, by=self.request.user, at=timezone.now())
        except ValidationError as refusal:
            raise ValidationError(refusal.messages) from refusal
