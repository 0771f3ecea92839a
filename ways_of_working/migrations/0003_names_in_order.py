from django.db import migrations


class Migration(migrations.Migration):
    dependencies = [
        ("ways_of_working", "0002_isolation"),
    ]

    operations = [
        migrations.AlterModelOptions(
            name="waysofworking",
            options={
                "base_manager_name": "objects",
                "ordering": ["collaboration__name__in_order", "-version"],
                "verbose_name": "ways of working",
                "verbose_name_plural": "ways of working",
            },
        ),
    ]
