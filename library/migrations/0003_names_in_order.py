from django.db import migrations


class Migration(migrations.Migration):
    dependencies = [
        ("library", "0002_isolation"),
    ]

    operations = [
        migrations.AlterModelOptions(
            name="groupdocument",
            options={
                "base_manager_name": "objects",
                "ordering": ["title__in_order", "pk"],
                "verbose_name": "document of a group",
                "verbose_name_plural": "documents of groups",
            },
        ),
    ]
