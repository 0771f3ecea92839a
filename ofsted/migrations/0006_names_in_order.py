from django.db import migrations


class Migration(migrations.Migration):
    dependencies = [
        ("ofsted", "0005_state_of_loads"),
    ]

    operations = [
        migrations.AlterModelOptions(
            name="registername",
            options={"base_manager_name": "objects", "ordering": ["name__in_order"]},
        ),
    ]
