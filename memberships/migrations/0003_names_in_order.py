from django.db import migrations


class Migration(migrations.Migration):
    dependencies = [
        ("memberships", "0002_isolation"),
    ]

    operations = [
        migrations.AlterModelOptions(
            name="leaderappointment",
            options={
                "base_manager_name": "objects",
                "ordering": [
                    "membership__collaboration__name__in_order",
                    "user__full_name__in_order",
                    "starts_on",
                ],
                "permissions": [("appoint_leader", "Can appoint leaders")],
                "verbose_name": "leader",
                "verbose_name_plural": "leaders",
            },
        ),
        migrations.AlterModelOptions(
            name="membership",
            options={
                "base_manager_name": "objects",
                "ordering": ["collaboration__name__in_order", "provider__name__in_order", "joined_on"],
                "verbose_name": "member",
                "verbose_name_plural": "members",
            },
        ),
        migrations.AlterModelOptions(
            name="settingrole",
            options={
                "base_manager_name": "objects",
                "ordering": ["provider__name__in_order", "user__full_name__in_order"],
                "verbose_name": "person of a setting",
                "verbose_name_plural": "people of settings",
            },
        ),
    ]
