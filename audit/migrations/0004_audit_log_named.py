from django.db import migrations


class Migration(migrations.Migration):
    dependencies = [
        ("audit", "0003_seal_digest_version"),
    ]

    operations = [
        migrations.AlterModelOptions(
            name="entry",
            options={
                "base_manager_name": "objects",
                "ordering": ["-at", "-pk"],
                "verbose_name": "audit entry",
                "verbose_name_plural": "audit log",
            },
        ),
    ]
