from django.apps import AppConfig


class AccountsConfig(AppConfig):
    name = "accounts"
    verbose_name = "People and authorities"

    def ready(self) -> None:
        from allauth.mfa.webauthn.forms import EditWebAuthnForm

        from accounts import receivers  # noqa: F401
        from core.forms.fields import LineField

        # The package's own text that people write: the name of a passkey
        EditWebAuthnForm.base_fields["name"] = LineField(required=True, max_length=100)
