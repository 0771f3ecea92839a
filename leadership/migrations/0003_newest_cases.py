"""The list of cases begins with the newest."""

from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [("leadership", "0002_walls")]

    operations = [
        migrations.AddIndex(
            "leadershipcase", models.Index(fields=["authority", "-opened_at", "-id"], name="leadership_newest")
        ),
    ]
