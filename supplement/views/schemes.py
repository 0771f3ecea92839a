"""The schemes of the supplement as the manager writes them (S2): the list, one version, its own pages."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from functools import cached_property
from typing import TYPE_CHECKING, Any, ClassVar

from django.contrib import messages
from django.http import HttpResponseRedirect
from django.http.response import HttpResponseBase
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext, ngettext
from django.utils.translation import gettext_lazy as _

from accounts.permissions import Permission
from core.forms.numbers import whole_number
from core.tables.pages import ListPage
from core.views import ConfirmPage, Crumb, FormPage, Page, SeenPage, found_or_404
from core.wording import in_words, last_day_in_words
from supplement.forms.schemes import EMPTY, AboutForm, ApproveForm, BeginSchemeForm, JoiningForm, LimitsForm
from supplement.rules.scheme_faults import Fault, errors_of
from supplement.rules.scheme_states import SchemeState, Subject, is_writable, why_not_asked
from supplement.rules.years import a_year_later, end_a_year_later, next_years_name
from supplement.selectors import schemes as selectors
from supplement.selectors.described import described
from supplement.services import schemes as services
from supplement.tables.schemes import SCHEME_COLOURS, SchemesTable
from supplement.views.possible import WhenPossible

if TYPE_CHECKING:
    from core.views import Said
    from supplement.models.schemes import Scheme
    from supplement.rules.years import Year


class Schemes(ListPage):
    """Every version."""

    permission = Permission.VIEW_SUPPLEMENT
    template_name = "supplement/schemes.html"
    title = _("Schemes of the supplement")
    things = _("schemes")
    table_class = SchemesTable
    export = "schemes"
    export_permission = Permission.EXPORT
    empty_text = _("There is no scheme yet. Begin with the one of this year or the next.")

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        return super().get_context_data(**{"may_write": self.allows(Permission.WRITE_SCHEME), **kwargs})


class BeginScheme(FormPage):
    """The next year's scheme, as a copy of an approved one or empty."""

    permission = Permission.WRITE_SCHEME
    title = _("Begin a scheme")
    form_class = BeginSchemeForm
    submit_label = _("Begin")

    @cached_property
    def before(self) -> list[Scheme]:
        return selectors.schemes_to_begin_from()

    def get_form_kwargs(self) -> dict[str, Any]:
        words = gettext("As a copy of “%(scheme)s”, version %(version)d")
        copies = [(str(row.pk), words % {"scheme": row, "version": row.version}) for row in self.before]
        return {**super().get_form_kwargs(), "copies": copies}

    def get_initial(self) -> dict[str, Any]:
        if not self.before:
            return {"begin_from": EMPTY}
        newest = self.before[0]
        return {
            "begin_from": str(newest.pk),
            "name": next_years_name(newest.name),
            "starts_on": a_year_later(newest.starts_on),
            "ends_on": end_a_year_later(newest.ends_on),
        }

    def save(self, form: BeginSchemeForm) -> HttpResponseBase:
        data = form.cleaned_data
        scheme = services.start_scheme(
            name=data["name"],
            starts_on=data["starts_on"],
            ends_on=data["ends_on"],
            begin_from=whole_number(data["begin_from"]),
            by=self.request.user,
            at=timezone.now(),
        )
        return HttpResponseRedirect(reverse("supplement:scheme", args=[scheme.pk]))

    def get_cancel_url(self) -> str:
        return reverse("supplement:schemes")


class OfScheme(Page):
    """A page of one version, for the team."""

    permission = Permission.VIEW_SUPPLEMENT

    @cached_property
    def scheme(self) -> Scheme:
        return found_or_404(selectors.scheme_by_id(self.kwargs["scheme"]))

    def permission_object(self) -> None:
        self.scheme  # noqa: B018  404 before anything else is asked

    @cached_property
    def year(self) -> Year:
        return selectors.year_of(self.scheme)

    def page_address(self, name: str = "scheme", *args: Any) -> str:
        return reverse(f"supplement:{name}", args=[self.scheme.pk, *args])

    def breadcrumbs(self) -> Sequence[Crumb]:
        return (*super().breadcrumbs(), Crumb(self.scheme.name, self.page_address()))

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        return super().get_context_data(**{"scheme": self.scheme, "caption": self.scheme.name, **kwargs})


class SchemePage(OfScheme):
    """One version: for who writes it a list of tasks, and what it says."""

    template_name = "supplement/scheme.html"

    def record(self) -> Any:
        return self.scheme

    def get_title(self) -> str:
        return self.scheme.name

    def breadcrumbs(self) -> Sequence[Crumb]:
        return super().breadcrumbs()[:-1]

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        is_open = is_writable(self.scheme.state)
        may_write = is_open and self.allows(Permission.WRITE_SCHEME)
        faults = selectors.faults_in(self.year) if is_open else []
        why_not = selectors.against_approval(self.scheme, faults, on=self.visitor.on)
        before_asking = why_not_asked(self.scheme.state, has_errors=bool(errors_of(faults)))
        context = {
            "caption": gettext("Scheme of the supplement, version %(version)d")
            % {"version": self.scheme.version},
            "colour": SCHEME_COLOURS[SchemeState(self.scheme.state)],
            "is_open": is_open,
            "is_draft": self.scheme.state == SchemeState.DRAFT,
            "may_write": may_write,
            "may_approve": is_open and self.allows(Permission.APPROVE_SCHEME),
            "why_not": why_not.in_words(gettext) if why_not else "",
            "before_asking": before_asking.in_words(gettext) if before_asking else "",
            "consultation": getattr(self.scheme, "consultation", None),
            "tasks": list(self.tasks(faults)) if may_write else [],
            "warnings": [fault.reason.in_words(gettext) for fault in faults if fault.is_warning],
            "parts": described(self.year),
        }
        return super().get_context_data(**(context | kwargs))

    def tasks(self, faults: Sequence[Fault]) -> Iterator[dict[str, Any]]:
        """One for each page of the writing, in the order in which one thinks of it."""
        yield self.task(Subject.ABOUT.label, self.page_address("about"), self.of(faults, Subject.ABOUT))
        for row in self.scheme.periods.order_by("starts_on", "pk"):
            label = gettext("Period: %(name)s") % {"name": row.name}
            yield self.task(
                label, self.page_address("period", row.pk), self.of(faults, Subject.PERIODS, row.key)
            )
        yield self.adding(gettext("Add a period"), "add_period", self.of(faults, Subject.PERIODS, ""))
        for row in self.scheme.components.order_by("key"):
            label = gettext("Paid for: %(name)s") % {"name": row.name}
            wrong = self.of(faults, Subject.COMPONENTS, row.key)
            yield self.task(label, self.page_address("component", row.pk), wrong)
        more = self.of(faults, Subject.COMPONENTS, "")
        yield self.adding(gettext("Add something that is paid for"), "add_component", more)
        yield self.task(Subject.LIMITS.label, self.page_address("limits"), self.of(faults, Subject.LIMITS))
        yield self.task(Subject.JOINING.label, self.page_address("joining"), self.of(faults, Subject.JOINING))
        for row in self.scheme.criteria.order_by("pk"):
            label = gettext("To be met: %(name)s") % {"name": row.get_kind_display()}
            yield self.task(
                label, self.page_address("criterion", row.pk), self.of(faults, Subject.CRITERIA, row.kind)
            )
        yield self.adding(gettext("Add what must be met"), "add_criterion", ())

    def of(self, faults: Sequence[Fault], subject: Subject, part: str = "") -> list[Fault]:
        return [fault for fault in errors_of(faults) if (fault.subject, fault.part) == (subject, part)]

    def task(self, label: Any, url: str, wrong: Sequence[Fault]) -> dict[str, Any]:
        status, colour = gettext("Done"), ""
        if wrong:
            status = ngettext("%(number)d to mend", "%(number)d to mend", len(wrong)) % {"number": len(wrong)}
            colour = "yellow"
        hint = "; ".join(fault.reason.in_words(gettext) for fault in wrong)
        return {"label": label, "url": url, "hint": hint, "status": status, "colour": colour}

    def adding(self, label: str, name: str, wrong: Sequence[Fault]) -> dict[str, Any]:
        hint = "; ".join(fault.reason.in_words(gettext) for fault in wrong)
        colour = "yellow" if wrong else ""
        status = gettext("To do") if wrong else ""
        return {
            "label": label,
            "url": self.page_address(name),
            "hint": hint,
            "status": status,
            "colour": colour,
        }


class WritesScheme(OfScheme, WhenPossible, SeenPage):
    """A form of a draft; what is approved leads back to its page."""

    permission = Permission.WRITE_SCHEME

    def against(self) -> str:
        if is_writable(self.scheme.state):
            return ""
        words = gettext("“%(scheme)s” is approved and never changes. Begin a new version.")
        return words % {"scheme": self.scheme}

    def get_success_url(self) -> str:
        return self.page_address()

    def get_cancel_url(self) -> str:
        return self.page_address()

    def mark(self) -> str:
        return ""

    def stored(self) -> Said:
        return ()

    def forget(self) -> None:
        del self.scheme


class ChangeScheme(WritesScheme):
    """A page of the scheme itself."""

    subject: ClassVar[Subject]
    success_message = _("Saved.")

    def get_title(self) -> Any:
        return self.subject.label

    def mark(self) -> str:
        return services.mark_of(self.scheme, self.subject)

    def stored(self) -> Said:
        return [
            (self.form_class.base_fields[name].label, self.in_words(name))
            for name in services.FIELDS[self.subject]
        ]

    def in_words(self, name: str) -> Any:
        value = getattr(self.scheme, name)
        if name == "ends_on":
            return last_day_in_words(value)
        if name.endswith("_pence"):
            return self.form_class.base_fields[name].prepare_value(value)
        display = getattr(self.scheme, f"get_{name}_display", None)
        return display() if display else in_words(value)

    def get_initial(self) -> dict[str, Any]:
        values = {name: getattr(self.scheme, name) for name in services.FIELDS[self.subject]}
        return {**super().get_initial(), **values}

    def save(self, form: Any) -> None:
        data: Mapping[str, Any] = form.cleaned_data
        values = {name: data[name] for name in services.FIELDS[self.subject]}
        services.change_scheme(
            scheme_id=self.scheme.pk,
            subject=self.subject,
            values=values,
            seen=data["seen"],
            by=self.request.user,
        )


class ChangeAbout(ChangeScheme):
    subject, form_class = Subject.ABOUT, AboutForm


class ChangeLimits(ChangeScheme):
    subject, form_class = Subject.LIMITS, LimitsForm


class ChangeJoining(ChangeScheme):
    subject, form_class = Subject.JOINING, JoiningForm


class DiscardScheme(OfScheme, WhenPossible, ConfirmPage):
    permission = Permission.WRITE_SCHEME
    submit_label = _("Put it aside")
    destructive = True
    warning = _("What was written in this draft is removed. Other versions stay as they are.")

    def against(self) -> str:
        return "" if self.scheme.state == SchemeState.DRAFT else gettext(services.IS_KEPT)

    def get_title(self) -> str:
        return gettext("Put “%(scheme)s” aside?") % {"scheme": self.scheme}

    def save(self, form: Any) -> HttpResponseBase:
        services.discard_scheme(scheme_id=self.scheme.pk, by=self.request.user)
        messages.success(self.request, gettext("The draft is put aside."))
        return HttpResponseRedirect(reverse("supplement:schemes"))

    def get_cancel_url(self) -> str:
        return self.page_address()


class ApproveScheme(WritesScheme, ConfirmPage):
    """Asks first, with all that it says: approved it never changes."""

    permission = Permission.APPROVE_SCHEME
    template_name = "supplement/approve.html"
    form_class = ApproveForm
    submit_label = _("Approve it for good")
    success_message = _("The scheme is approved. Everybody who signs in here can read it.")
    warning = _("An approved scheme never changes. A mistake needs a new version.")

    def get_title(self) -> str:
        return gettext("Approve “%(scheme)s”?") % {"scheme": self.scheme}

    def against(self) -> str:
        faults = selectors.faults_in(self.year)
        why_not = selectors.against_approval(self.scheme, faults, on=self.visitor.on)
        return super().against() or (why_not.in_words(gettext) if why_not is not None else "")

    def mark(self) -> str:
        return services.mark_of_all(self.year)

    def forget(self) -> None:
        super().forget()
        self.__dict__.pop("year", None)

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        faults = selectors.faults_in(self.year)
        context = {
            "parts": described(self.year),
            "consultation": getattr(self.scheme, "consultation", None),
            "warnings": [fault.reason.in_words(gettext) for fault in faults if fault.is_warning],
        }
        return super().get_context_data(**(context | kwargs))

    def save(self, form: Any) -> None:
        services.approve_scheme(
            scheme_id=self.scheme.pk, seen=form.cleaned_data["seen"], by=self.request.user, at=timezone.now()
        )
