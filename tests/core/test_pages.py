"""The base of pages: who may open one, forms, confirmations, and the pages of errors."""

from typing import Any

import pytest
from django.core.exceptions import ImproperlyConfigured
from django.http import Http404
from django.test import Client, RequestFactory

from accounts.models import User
from core.views import Page, csrf_failure, error_page, found_or_404

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("sample_pages")]
GOOD = {
    "title": "Spring",
    "held_on_day": "27",
    "held_on_month": "3",
    "held_on_year": "26",
    "kind": "online",
    "lead": "1",
}


@pytest.fixture
def lena() -> User:
    return User.objects.create_user("lena@example.com", full_name="Lena Leader")


@pytest.mark.parametrize(
    "words", [{}, {"public": True, "signed_in": True}, {"permission": "x.y", "public": True}]
)
def test_a_page_must_say_in_one_word_who_may_open_it(words: dict[str, Any]) -> None:
    with pytest.raises(ImproperlyConfigured, match="exactly one"):
        type("Careless", (Page,), words).as_view()


def test_strangers_are_sent_to_sign_in_and_back(client: Client) -> None:
    response = client.get("/signed-in/?a=1")
    assert (response.status_code, response["Location"]) == (302, "/accounts/login/?next=/signed-in/%3Fa%3D1")


def test_a_part_of_a_page_sends_the_whole_page_to_sign_in(client: Client) -> None:
    headers = {"HX-Request": "true", "HX-Current-URL": "http://testserver/things/"}
    response = client.get("/signed-in/", headers=headers)
    assert response["HX-Redirect"] == "/accounts/login/?next=/things/"
    elsewhere = client.get("/signed-in/", headers={**headers, "HX-Current-URL": "https://evil.example/"})
    assert elsewhere["HX-Redirect"] == "/accounts/login/?next=/signed-in/"


def test_signed_in_is_enough_where_the_page_says_so(client: Client, lena: User) -> None:
    client.force_login(lena)
    assert client.get("/signed-in/").status_code == 200


def test_without_the_permission_the_page_says_who_can_help(client: Client, lena: User) -> None:
    client.force_login(lena)
    response = client.get("/permitted/")
    assert response.status_code == 403
    assert "You are signed in as Lena Leader" in response.content.decode()
    assert "a manager of the early years team can change your role" in response.content.decode()


def test_a_refused_permission_is_asked_about_the_object(rf: RequestFactory) -> None:
    asked = []

    class Somebody:
        is_authenticated = True

        def has_perm(self, permission: str, about: Any) -> bool:
            asked.append((permission, about))
            return True

    class OneThing(Page):
        permission = "providers.view_provider"
        template_name = "base.html"

        def permission_object(self) -> str:
            return "the thing"

    request = rf.get("/")
    request.user = Somebody()  # type: ignore[assignment]
    assert OneThing.as_view()(request).status_code == 200
    assert asked == [("providers.view_provider", "the thing")]


def test_nothing_found_is_404() -> None:
    assert found_or_404("thing") == "thing"
    with pytest.raises(Http404):
        found_or_404(None)


def test_a_form_page_saves_says_so_and_goes_on(client: Client) -> None:
    response = client.post("/meeting/", GOOD, follow=True)
    assert response.redirect_chain == [("/", 302)]
    assert "The meeting is arranged" in response.content.decode()


def test_a_form_in_error_says_so_in_the_title_first(client: Client) -> None:
    body = " ".join(client.post("/meeting/", {**GOOD, "title": ""}).content.decode().split())
    assert "<title>Error: Arrange a meeting" in body
    assert body.index("There is a problem") < body.index("<h1")
    assert '<a href="#id_title">Enter title of the meeting</a>' in body


def test_what_a_service_refuses_stands_at_the_top_of_the_form(client: Client) -> None:
    body = client.post("/meeting/", {**GOOD, "title": "Refused"}).content.decode()
    assert "Two meetings on one day are one too many" in body
    assert 'value="Refused"' in body


def test_a_form_page_may_answer_for_itself(client: Client) -> None:
    assert client.post("/question/", {"answer": "x"}).content == b"own answer"
    assert client.get("/question/").content.decode().count("<h1") == 1


def test_opening_a_confirmation_does_nothing(client: Client) -> None:
    body = client.get("/confirm/").content.decode()
    assert "Members are told at once." in body
    assert "confirmed" not in client.session
    assert client.post("/confirm/").status_code == 302
    assert client.session["confirmed"] is True


@pytest.mark.parametrize(
    ("how", "status", "words"),
    [
        ("400", 400, "could not be understood"),
        ("403", 403, "Only finance may see payments."),
        ("404", 404, "Page not found"),
        ("413", 413, "too large"),
        ("500", 500, "there is a problem with the service"),
    ],
)
def test_pages_of_errors(client: Client, how: str, status: int, words: str) -> None:
    client.raise_request_exception = False
    response = client.get(f"/fail/{how}/")
    assert response.status_code == status
    assert words in response.content.decode()
    assert response["Content-Security-Policy"].startswith("default-src 'self'")


def test_the_page_of_a_fault_asks_nothing_of_the_database(
    client: Client, lena: User, django_assert_num_queries: Any
) -> None:
    from core.views import server_error

    with django_assert_num_queries(0):
        assert server_error(RequestFactory().get("/")).status_code == 500


def test_an_error_page_that_cannot_be_drawn_is_replaced_by_a_bare_one(rf: RequestFactory) -> None:
    response = error_page(rf.get("/"), 404, "errors/there_is_no_such_template.html")
    assert (response.status_code, b"try later" in response.content) == (404, True)


def test_a_form_from_another_page_is_refused_in_words(rf: RequestFactory) -> None:
    strict = Client(enforce_csrf_checks=True)
    response = strict.post("/meeting/", GOOD)
    assert response.status_code == 403
    assert "This form can no longer be sent" in response.content.decode()
    assert csrf_failure.__module__ == "core.views"
