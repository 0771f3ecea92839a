from django.apps import AppConfig


class OfstedConfig(AppConfig):
    name = "ofsted"
    verbose_name = "Ofsted"

    def ready(self) -> None:
        from core.files import Purpose, register_purpose
        from ofsted.services.runs import PURPOSE, may_read_upload

        register_purpose(Purpose(PURPOSE, may_read=may_read_upload))
