from importlib import import_module

from django.apps import AppConfig


class AccountsConfig(AppConfig):
    name = "accounts"
    verbose_name = "People and authorities"

    def import_models(self) -> None:
        super().import_models()
        import_module("accounts.decisions")

    def ready(self) -> None:
        from allauth.mfa.webauthn.forms import EditWebAuthnForm

        from accounts import receivers  # noqa: F401
        from accounts.addresses import blocked_addresses
        from core.emails import stop_with
        from core.forms.fields import LineField

        # The package's own text that people write: the name of a passkey
        EditWebAuthnForm.base_fields["name"] = LineField(required=True, max_length=100)
        stop_with(blocked_addresses)
