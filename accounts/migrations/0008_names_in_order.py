from django.db import migrations


class Migration(migrations.Migration):
    dependencies = [
        ("accounts", "0007_security_events"),
    ]

    operations = [
        migrations.AlterModelOptions(
            name="authority",
            options={
                "ordering": ["name__in_order"],
                "verbose_name": "local authority",
                "verbose_name_plural": "local authorities",
            },
        ),
        migrations.AlterModelOptions(
            name="roleappointment",
            options={
                "base_manager_name": "objects",
                "ordering": ["user__full_name__in_order", "role", "starts_on"],
                "verbose_name": "role",
                "verbose_name_plural": "roles",
            },
        ),
        migrations.AlterModelOptions(
            name="user",
            options={
                "ordering": ["full_name__in_order"],
                "verbose_name": "person",
                "verbose_name_plural": "people",
            },
        ),
    ]
