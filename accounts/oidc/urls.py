"""Addresses of the council's own sign-in; allauth includes them by the provider's package."""

from django.urls import include, path

from accounts.oidc import views

urlpatterns = [
    path(
        "oidc/<str:provider_id>/",
        include(
            [
                path("login/", views.login, name="openid_connect_login"),
                path("login/callback/", views.callback, name="openid_connect_callback"),
            ]
        ),
    )
]
