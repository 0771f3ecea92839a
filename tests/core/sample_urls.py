"""Addresses for tests only: one page of every kind that core draws, the sign-in, and each error."""

from typing import Any

from django.core.exceptions import BadRequest, PermissionDenied, RequestDataTooBig
from django.db.models import QuerySet
from django.http import Http404, HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import render
from django.urls import include, path

from accounts.models import Authority
from core.charts import Bar, BarTable, LineChart, Series
from core.tables.columns import Column
from core.tables.filters import BooleanFilter, ChoiceFilter, DateRangeFilter, SearchFilter
from core.tables.pages import ListPage
from core.tables.table import Table
from core.views import ConfirmPage, Crumb, FormPage, Page
from tests.core.sample_forms import MeetingForm, QuestionForm


class Home(Page):
    public = True
    title = "Samples"
    template_name = "base.html"


class Meeting(FormPage):
    public = True
    title = "Arrange a meeting"
    form_class = MeetingForm
    success_message = "The meeting is arranged"
    success_url = "home"
    cancel_url = "home"

    def breadcrumbs(self) -> list[Crumb]:
        return [
            Crumb("Home", "/"),
            Crumb("A collaboration with a rather long name in the north of the county", "/"),
        ]

    def save(self, form: Any) -> None:
        if form.cleaned_data["title"] == "Refused":
            raise self.refusals[0]("Two meetings on one day are one too many")


class Question(FormPage):
    public = True
    title = "What is it called?"
    form_class = QuestionForm
    success_url = "home"

    def save(self, form: Any) -> HttpResponse:
        return HttpResponse("own answer")


class Confirm(ConfirmPage):
    public = True
    title = "Are you sure you want to close this?"
    explanation = "It can be opened again."
    warning = "Members are told at once."
    destructive = True
    success_url = "home"
    cancel_url = "home"

    def save(self, form: Any) -> None:
        self.request.session["confirmed"] = True


class ThingsTable(Table):
    ordering = "name"
    columns = (
        Column("name", "Name", sort="name", link=lambda row: f"/things/?q={row.slug}"),
        Column("slug", "Short name", sort="slug"),
        Column("brand_colour", "Colour"),
        Column("accessibility_tested_on", "Accessibility tested on", sort="accessibility_tested_on"),
        Column("team_name", "Team"),
        Column("is_active", "In use", tag=lambda row: "green" if row.is_active else "grey"),
    )
    filters = (
        SearchFilter("q", "Short name", lookup="slug__contains"),
        ChoiceFilter(
            "colour", "Colour", lookup="brand_colour", choices=[("#1d70b8", "Blue"), ("#00703c", "Green")]
        ),
        DateRangeFilter("tested", "Tested", lookup="accessibility_tested_on"),
        BooleanFilter("used", "In use only", lookup="is_active"),
    )

    def rows(self) -> QuerySet[Any]:
        return Authority.objects.all()


class Things(ListPage):
    public = True
    title = "Authorities"
    things = "authorities"
    table_class = ThingsTable


class Components(Page):
    public = True
    title = "Components"
    template_name = "tests/components.html"

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        bars = [
            Bar(f"Setting {number}", number * 10, f"{number} of 10", number < 4, "Low" if number < 4 else "")
            for number in range(1, 8)
        ]
        labels = ["Sep 25", "Dec 25", "Feb 26", "Apr 26", "Jul 26", "Sep 26", "Dec 26", "Feb 27"]
        lines = [
            Series("This collaboration", [67, 75, 75, 92, None, 83, 82, 90]),
            Series("The county", [78, 79, 77, 80, 81, 80, 80, 81]),
        ]
        context = {
            "bars": BarTable(
                "Meetings attended by each setting", "Setting", "Meetings attended", bars, top=100
            ),
            "lines": LineChart(
                "trend",
                "Average attendance",
                "Meeting",
                labels,
                lines,
                "It rose from 67% to 90%.",
                unit="%",
                top=100,
            ),
            "items": [
                {"label": "Name", "value": "Acorns", "url": "/"},
                {"label": "URN", "value": "EY123456"},
                {"label": "Telephone", "value": None},
                {"label": "Member", "value": True},
            ],
            "tasks": [
                {
                    "label": "Record attendance",
                    "url": "/",
                    "status": "Overdue",
                    "colour": "red",
                    "hint": "Since 3 November",
                },
                {"label": "Share the minutes", "url": "", "status": "Completed", "colour": ""},
            ],
        }
        return super().get_context_data(**context, **kwargs)


def fail(request: HttpRequest, how: str) -> HttpResponse:
    errors: dict[str, Exception] = {
        "400": BadRequest("no"),
        "403": PermissionDenied("Only finance may see payments."),
        "404": Http404(),
        "413": RequestDataTooBig(),
        "500": ZeroDivisionError(),
    }
    raise errors[how]


class NeedsSignIn(Page):
    signed_in = True
    title = "Signed in"
    template_name = "base.html"


class NeedsPermission(Page):
    permission = "providers.view_provider"
    title = "Permitted"
    template_name = "base.html"


def progress(request: HttpRequest) -> HttpResponse:
    """Done after three looks."""
    done = int(request.GET.get("done", 0)) + 1
    context = {
        "title": "Reading the file",
        "label": "Rows read",
        "done": done,
        "total": 3,
        "said": f"{done} of 3 parts are read",
        "finished": done >= 3,
        "refresh_url": f"/progress/?done={done}",
        "result_url": "/",
        "result_label": "See the preview",
    }
    part = request.headers.get("HX-Request") == "true"
    return render(request, "components/progress.html" if part else "tests/progress.html", context)


def leave(request: HttpRequest) -> HttpResponse:
    return HttpResponseRedirect("https://identity.example/authorize?x=1&y=2")


urlpatterns = [
    path("", Home.as_view(), name="home"),
    path("accounts/", include("allauth.urls")),
    path("meeting/", Meeting.as_view()),
    path("question/", Question.as_view()),
    path("confirm/", Confirm.as_view()),
    path("things/", Things.as_view()),
    path("components/", Components.as_view()),
    path("progress/", progress),
    path("leave/", leave, name="openid_connect_login"),
    path("fail/<str:how>/", fail),
    path("signed-in/", NeedsSignIn.as_view()),
    path("permitted/", NeedsPermission.as_view()),
    path("accessibility/", Home.as_view(), name="accessibility"),
    path("privacy/", Home.as_view(), name="privacy"),
    path("concern/", Home.as_view(), name="report_concern"),
]
handler400 = "core.views.bad_request"
handler403 = "core.views.forbidden"
handler404 = "core.views.not_found"
handler500 = "core.views.server_error"
