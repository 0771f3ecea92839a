from django.db import migrations, models

import core.ordering


class Migration(migrations.Migration):
    dependencies = [
        ("accounts", "0008_names_in_order"),
        ("collaborations", "0002_isolation"),
        ("providers", "0005_names_in_order"),
    ]

    operations = [
        migrations.AlterModelOptions(
            name="collaboration",
            options={
                "base_manager_name": "objects",
                "ordering": ["name__in_order", "pk"],
                "permissions": [
                    ("lead_collaboration", "Can lead the collaboration"),
                    ("run_collaboration", "Can do the collaboration's daily work"),
                ],
                "verbose_name": "collaboration",
                "verbose_name_plural": "collaborations",
            },
        ),
        migrations.RemoveIndex(
            model_name="collaboration",
            name="collaborations_in_order",
        ),
        migrations.RemoveIndex(
            model_name="collaboration",
            name="collaborations_of_district",
        ),
        migrations.AddIndex(
            model_name="collaboration",
            index=models.Index(
                models.F("authority"),
                core.ordering.InOrder("name"),
                models.F("id"),
                name="collaborations_in_order",
            ),
        ),
        migrations.AddIndex(
            model_name="collaboration",
            index=models.Index(
                models.F("authority"),
                models.F("district"),
                core.ordering.InOrder("name"),
                models.F("id"),
                name="collaborations_of_district",
            ),
        ),
    ]
