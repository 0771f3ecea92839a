"""What a person leads, in order, without reading who else leads."""

from django.conf import settings
from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [
        ("memberships", "0007_isolation_of_contacts"),
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
    ]

    operations = [
        migrations.AddIndex(
            model_name="leaderappointment",
            index=models.Index(fields=["authority", "user", "id"], name="memberships_leads_of"),
        ),
    ]
