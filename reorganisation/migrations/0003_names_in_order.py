from django.db import migrations


class Migration(migrations.Migration):
    dependencies = [
        ("reorganisation", "0002_isolation"),
    ]

    operations = [
        migrations.AlterModelOptions(
            name="plannedleader",
            options={"base_manager_name": "objects", "ordering": ["user__full_name__in_order", "pk"]},
        ),
        migrations.AlterModelOptions(
            name="reorganisationsource",
            options={"base_manager_name": "objects", "ordering": ["collaboration__name__in_order", "pk"]},
        ),
    ]
