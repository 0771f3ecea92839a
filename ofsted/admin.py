"""The leading policy in the officers' admin (O5): versions, the
draft's table, what would change, adopting, comparing.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, ClassVar

from django import forms
from django.contrib import admin, messages
from django.core.exceptions import PermissionDenied, ValidationError
from django.core.paginator import Paginator
from django.db.models import QuerySet, Value
from django.http import Http404, HttpRequest, HttpResponse, HttpResponseRedirect
from django.template.loader import render_to_string
from django.template.response import TemplateResponse
from django.urls import URLPattern, URLResolver, path, reverse
from django.utils import timezone
from django.utils.safestring import SafeString, mark_safe
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from accounts.permissions import Permission
from core.admin.bases import OfficerModelAdmin
from core.admin.fields import DATE_HINT
from core.forms.fields import DateTextField
from core.forms.widgets import TextArea
from core.wording import date_in_words
from ofsted.models import LeadingPolicy
from ofsted.panels import policy_grid
from ofsted.rules.policy import Cell, Verdict
from ofsted.rules.policy import LeadingPolicy as PolicyTable
from ofsted.rules.policy_cells import KEYS, VERDICT_NAMES, differences, in_lines
from ofsted.selectors.policy_changes import Change, policy_changes
from ofsted.selectors.standing import policy_in_force, table_in_force, table_of
from ofsted.services import policy as services

CHOICES = [(VERDICT_NAMES[verdict], _(verdict.label)) for verdict in Verdict]


def field_name(cell: Cell) -> str:
    """The form field of a line: dots have a meaning in the addresses of error messages."""
    return KEYS[cell].replace(".", "__")


FIELD_NAMES: Mapping[str, str] = {KEYS[cell]: field_name(cell) for cell in KEYS}


class BasePolicyForm(forms.ModelForm):
    """The note and the hidden counter; the lines of the table are added below, once for all."""

    edits_seen = forms.IntegerField(widget=forms.HiddenInput)
    #: Set after a second editor was noticed: the next save knows what it overwrites.
    takes_newest: ClassVar[bool] = False

    class Meta:
        model = LeadingPolicy
        fields = ("note",)
        widgets: ClassVar[dict[str, Any]] = {"note": TextArea(rows=3)}

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        kept = self.instance.cells or {}
        for key, name in FIELD_NAMES.items():
            self.initial[name] = kept.get(key)
        self.initial["edits_seen"] = self.instance.edits
        if self.takes_newest and self.is_bound:
            self.data = self.data.copy()
            self.data["edits_seen"] = str(self.instance.edits)

    def control_of(self, cell: Cell, label: str) -> forms.BoundField:
        """The control of a cell, named by its area and judgement."""
        control = self[field_name(cell)]
        control.field.widget.attrs["aria-label"] = label
        return control

    def cells(self) -> dict[str, str]:
        """The table as it was chosen."""
        return {key: self.cleaned_data[name] for key, name in FIELD_NAMES.items()}


def _line(word: str) -> forms.ChoiceField:
    return forms.ChoiceField(label=_(word), choices=CHOICES)


_LINES = {
    field_name(cell): _line(word)
    for group in in_lines(PolicyTable.shipped())
    for area in group.areas
    for cell, word, _verdict in area.lines
}
PolicyTableForm = type("PolicyTableForm", (BasePolicyForm,), {**_LINES, "__module__": __name__})


PER_PAGE = 25
SHOWN_BEFORE_ADOPTING = 10


class AdoptForm(forms.Form):
    """From when, and which state of the draft was looked at."""

    starts_on = DateTextField(label=_("In force from"), help_text=DATE_HINT)
    edits = forms.IntegerField(widget=forms.HiddenInput)


@admin.register(LeadingPolicy)
class LeadingPolicyAdmin(OfficerModelAdmin):
    """A new version is a copy of the one in force; it is changed as a draft and adopted from a day.

    Adopted versions are only read.
    """

    menu_position = 36
    menu_group = _("Ways of working and leading")
    record_only = "the policy has no page: its versions are drafted, compared and adopted in the admin"
    add_permission = delete_permission = Permission.CHANGE_POLICY
    list_display = ("version", "state_in_words", "starts_on", "adopted", "note")
    add_label = _("Draft a new version")
    adds_at_once = True
    change_label = _("Save and see what would change")
    list_display_links = ("version",)
    list_select_related = ("adopted_by",)
    ordering = ("-version",)
    READ_ONLY = ("version", "state_in_words", "starts_on", "adopted", "note", "table")

    # --- what is shown --------------------------------------------------------------------------------------
    @admin.display(description=_("state"))
    def state_in_words(self, policy: LeadingPolicy) -> str:
        today = timezone.localdate()
        if policy.state == LeadingPolicy.State.DRAFT:
            return gettext("Draft")
        if policy.starts_on and policy.starts_on > today:
            return gettext("Adopted, not yet in force")
        return gettext("In force") if policy.pk == policy.in_force_id else gettext("Replaced")  # type: ignore[attr-defined]

    @admin.display(description=_("adopted by"), ordering="adopted_by__full_name")
    def adopted(self, policy: LeadingPolicy) -> str:
        if policy.state == LeadingPolicy.State.DRAFT:
            return gettext("Not adopted yet")
        if policy.adopted_by is None:
            return gettext("Nobody: it came with the software")
        day = date_in_words(timezone.localdate(policy.adopted_at)) if policy.adopted_at else ""
        return gettext("%(person)s, %(day)s") % {"person": policy.adopted_by, "day": day}

    def changelist_view(
        self, request: HttpRequest, extra_context: dict[str, Any] | None = None
    ) -> TemplateResponse:
        """Before the first version is adopted, what the software ships decides: it is shown."""
        shipped = policy_in_force(timezone.localdate()) is None
        grid = policy_grid(table_in_force(timezone.localdate())) if shipped else []
        return super().changelist_view(request, {"shipped_grid": grid, **(extra_context or {})})

    def render_change_form(
        self, request: HttpRequest, context: dict[str, Any], *args: Any, **kwargs: Any
    ) -> HttpResponse:
        policy, form = context.get("original"), context["adminform"].form
        if policy is not None and isinstance(form, BasePolicyForm):
            before = self._in_force(policy)
            context["grid"] = policy_grid(table_of(policy), before=before, field_of=form.control_of)
        return super().render_change_form(request, context, *args, **kwargs)

    def get_queryset(self, request: HttpRequest) -> QuerySet[LeadingPolicy]:
        in_force = policy_in_force(timezone.localdate())
        rows: QuerySet[LeadingPolicy] = super().get_queryset(request)
        return rows.annotate(in_force_id=Value(in_force.pk if in_force else 0))

    @admin.display(description=_("table"))
    def table(self, policy: LeadingPolicy) -> SafeString:
        """Where it differs from the version in force, what that one says stands beside it."""
        groups = policy_grid(table_of(policy), before=self._in_force(policy))
        return mark_safe(render_to_string("ofsted/policy_table.html", {"groups": groups}))  # noqa: S308 - our template escapes

    def _in_force(self, policy: LeadingPolicy) -> PolicyTable | None:
        """What a draft is compared with; None for other versions."""
        return table_in_force(timezone.localdate()) if self._is_draft(policy) else None

    def _is_draft(self, policy: LeadingPolicy | None) -> bool:
        return policy is not None and policy.state == LeadingPolicy.State.DRAFT

    def has_change_permission(self, request: HttpRequest, obj: LeadingPolicy | None = None) -> bool:
        return super().has_change_permission(request, obj) and (obj is None or self._is_draft(obj))

    def has_delete_permission(self, request: HttpRequest, obj: LeadingPolicy | None = None) -> bool:
        return super().has_delete_permission(request, obj) and self._is_draft(obj)

    def get_fieldsets(
        self, request: HttpRequest, obj: LeadingPolicy | None = None
    ) -> list[tuple[Any, dict[str, Any]]]:
        if obj is None:
            return [(None, {"fields": ("note",)})]
        if self.has_change_permission(request, obj):
            return [(None, {"fields": ("note", "edits_seen")})]
        return [(None, {"fields": self.READ_ONLY[:-1]}), (_("What it says"), {"fields": ("table",)})]

    def get_readonly_fields(self, request: HttpRequest, obj: LeadingPolicy | None = None) -> tuple[str, ...]:
        if obj is None or self.has_change_permission(request, obj):
            return ()
        return self.READ_ONLY

    def get_form(
        self, request: HttpRequest, obj: LeadingPolicy | None = None, change: bool = False, **kwargs: Any
    ) -> Any:
        if obj is not None and self.has_change_permission(request, obj):
            kwargs["form"] = _after_second_editor(request) or PolicyTableForm
        return super().get_form(request, obj, change=change, **kwargs)

    # --- what is done ---------------------------------------------------------------------------------------
    def create_through_service(self, request: HttpRequest, form: Any) -> LeadingPolicy:
        return services.draft_policy(by=request.user, on=timezone.localdate(), note=form.cleaned_data["note"])

    def change_through_service(self, request: HttpRequest, obj: LeadingPolicy, form: Any) -> LeadingPolicy:
        note, edits = form.cleaned_data["note"], form.cleaned_data["edits_seen"]
        return services.change_policy(
            policy_id=obj.pk, cells=form.cells(), note=note, edits_seen=edits, by=request.user
        )

    def delete_through_service(self, request: HttpRequest, obj: LeadingPolicy) -> None:
        services.discard_policy(policy_id=obj.pk, by=request.user)

    def response_add(
        self, request: HttpRequest, obj: LeadingPolicy, post_url_continue: str | None = None
    ) -> HttpResponse:
        """The new draft opens at once: its table is what one came for."""
        messages.success(
            request,
            gettext("Version %(version)s is a draft now. Change its table here.") % {"version": obj.version},
        )
        return HttpResponseRedirect(reverse("admin:ofsted_leadingpolicy_change", args=[obj.pk]))

    def response_change(self, request: HttpRequest, obj: LeadingPolicy) -> HttpResponse:
        """On to what the saved draft would change, where it is adopted by those who may."""
        may_adopt = request.user.has_perm(Permission.ADOPT_POLICY)
        page = "admin:ofsted_leadingpolicy_adopt" if may_adopt else "admin:ofsted_leadingpolicy_changes"
        messages.success(request, gettext("Version %(version)s is saved.") % {"version": obj.version})
        return HttpResponseRedirect(reverse(page, args=[obj.pk]))

    # --- pages beside the record ----------------------------------------------------------------------------
    def get_urls(self) -> list[URLResolver | URLPattern]:
        wrap = self.admin_site.admin_view
        own = [
            path("<int:pk>/changes/", wrap(self.changes_view), name="ofsted_leadingpolicy_changes"),
            path("<int:pk>/adopt/", wrap(self.adopt_view), name="ofsted_leadingpolicy_adopt"),
            path("<int:pk>/compare/", wrap(self.compare_view), name="ofsted_leadingpolicy_compare"),
        ]
        return [*own, *super().get_urls()]

    def _policy(self, request: HttpRequest, pk: int, permission: str) -> LeadingPolicy:
        """The version, for those with the right; 404 where there is none in this authority."""
        if not request.user.has_perm(permission):
            raise PermissionDenied
        policy = LeadingPolicy.objects.filter(pk=pk).first()
        if policy is None:
            raise Http404
        return policy

    def _changes(self, policy: LeadingPolicy) -> tuple[LeadingPolicy, list[Change]]:
        """The version in force and on whom it and this one do not agree."""
        today = timezone.localdate()
        in_force = policy_in_force(today) or policy
        return in_force, policy_changes(one=in_force, other=policy, on=today)

    def _answer(
        self, request: HttpRequest, template: str, policy: LeadingPolicy, title: str, **context: Any
    ) -> TemplateResponse:
        more = {"policy": policy, "original": policy, "opts": self.opts, "title": title}
        return TemplateResponse(
            request, template, {**self.admin_site.each_context(request), **more, **context}
        )

    def changes_view(self, request: HttpRequest, pk: int) -> HttpResponse:
        """Every member setting, leaders' first, on which this version and the one in force do not agree."""
        policy = self._policy(request, pk, Permission.CHANGE_POLICY)
        in_force, changes = self._changes(policy)
        page = Paginator(changes, PER_PAGE).get_page(request.GET.get("page"))
        title = gettext("What version %(version)s would change") % {"version": policy.version}
        export_url = f"{reverse('documents:export', args=['policy-changes'])}?policy={policy.pk}"
        rows = [_in_words(change) for change in page]
        return self._answer(
            request,
            "ofsted/policy_changes.html",
            policy,
            title,
            in_force=in_force,
            page=page,
            rows=rows,
            export_url=export_url,
        )

    def adopt_view(self, request: HttpRequest, pk: int) -> HttpResponse:
        """Put the draft in force from a day, with what would change in sight."""
        policy = self._policy(request, pk, Permission.ADOPT_POLICY)
        address = reverse("admin:ofsted_leadingpolicy_change", args=[policy.pk])
        form = AdoptForm(
            request.POST or None, initial={"starts_on": timezone.localdate(), "edits": policy.edits}
        )
        if request.method == "POST" and form.is_valid() and self._adopt(request, policy, form):
            messages.success(
                request, gettext("Version %(version)s is adopted.") % {"version": policy.version}
            )
            return HttpResponseRedirect(address)
        if request.method != "POST" and not self._is_draft(policy):
            return HttpResponseRedirect(address)
        in_force, changes = self._changes(policy)
        title = gettext("Adopt version %(version)s of the leading policy") % {"version": policy.version}
        context = {
            "in_force": in_force,
            "count": len(changes),
            "rows": [_in_words(change) for change in changes[:SHOWN_BEFORE_ADOPTING]],
        }
        return self._answer(
            request,
            "ofsted/policy_adopt.html",
            policy,
            title,
            form=form,
            adminform={"form": form},
            errors=form.errors,
            **context,
        )

    def _adopt(self, request: HttpRequest, policy: LeadingPolicy, form: AdoptForm) -> bool:
        """Call the service; a refusal goes to the form."""
        facts = {"starts_on": form.cleaned_data["starts_on"], "edits_seen": form.cleaned_data["edits"]}
        try:
            services.adopt_policy(policy_id=policy.pk, by=request.user, at=timezone.now(), **facts)
        except ValidationError as refusal:
            (
                form.add_error(None, refusal)
                if not hasattr(refusal, "error_dict")
                else form.add_error("starts_on", refusal.messages)
            )
            return False
        return True

    def compare_view(self, request: HttpRequest, pk: int) -> HttpResponse:
        """Where two versions do not say the same; by default this one and the one before it."""
        policy = self._policy(request, pk, Permission.VIEW_POLICY)
        others = list(LeadingPolicy.objects.exclude(pk=policy.pk).order_by("-version"))
        wanted = request.GET.get("with", "")
        other = (
            next((each for each in others if str(each.pk) == wanted), None)
            if wanted
            else _one_before(policy, others)
        )
        if wanted and other is None:
            raise Http404
        lines = [
            (
                _(difference.group),
                _(difference.area),
                _(difference.judgement),
                _word(difference.one),
                _word(difference.other),
            )
            for difference in (differences(table_of(other), table_of(policy)) if other else ())
        ]
        title = gettext("Compare version %(version)s") % {"version": policy.version}
        return self._answer(
            request, "ofsted/policy_compare.html", policy, title, other=other, others=others, lines=lines
        )


def _after_second_editor(request: HttpRequest) -> Any:
    """The form whose next save overwrites knowingly, once a second editor was noticed; else None."""
    refusal = getattr(request, "service_refusal", None)
    if refusal is None or not any(
        error.code == "edited_meanwhile" for error in getattr(refusal, "error_list", ())
    ):
        return None
    return type("NewestPolicyTableForm", (PolicyTableForm,), {"takes_newest": True, "__module__": __name__})


def _one_before(policy: LeadingPolicy, others: list[LeadingPolicy]) -> LeadingPolicy | None:
    return next((each for each in others if each.version < policy.version), others[0] if others else None)


def _word(verdict: Any) -> str:
    return "" if verdict is None else str(_(verdict.label))


def _in_words(change: Change) -> dict[str, Any]:
    """One line of what would change."""
    return {
        "setting": change.member.setting,
        "collaboration": change.member.collaboration,
        "leaders": ", ".join(change.member.leaders),
        "before": _word(change.before.verdict),
        "after": _word(change.after.verdict),
        "reasons": [reason.in_words(gettext) for reason in change.after.reasons],
    }
