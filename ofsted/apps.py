from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class OfstedConfig(AppConfig):
    name = "ofsted"
    verbose_name = "Ofsted"

    def ready(self) -> None:
        from core.files import Purpose, register_purpose
        from ofsted.selectors.imports import place_of_file
        from ofsted.services.runs import PURPOSE, may_read_upload

        label = _("Ofsted’s file")
        register_purpose(Purpose(PURPOSE, may_read=may_read_upload, label=label, place=place_of_file))
