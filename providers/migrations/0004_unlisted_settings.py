"""The few settings that Ofsted no longer lists, which the home page looks for."""

from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [("providers", "0003_lean_register")]

    operations = [
        migrations.AddIndex(
            "provider",
            models.Index(
                fields=["authority", "unlisted_since"], condition=models.Q(unlisted_since__isnull=False), name="providers_unlisted"
            ),
        ),
    ]
