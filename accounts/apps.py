from django.apps import AppConfig


class AccountsConfig(AppConfig):
    name = "accounts"
    verbose_name = "People and authorities"

    def ready(self) -> None:
        from allauth.mfa.webauthn.forms import AddWebAuthnForm, EditWebAuthnForm

        from accounts import receivers  # noqa: F401
        from core.forms.fields import LineField

        # The package's own text that people write: the name of a passkey
        for form, required in ((AddWebAuthnForm, False), (EditWebAuthnForm, True)):
            form.base_fields["name"] = LineField(required=required, max_length=100)
