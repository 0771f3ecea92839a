import django.db.models.deletion
from django.conf import settings
from django.db import migrations, models

import core.models


class Migration(migrations.Migration):
    dependencies = [
        ("accounts", "0015_email_in_words"),
        ("accounts", "__first__"),
        ("collaborations", "0006_came_to_first_meeting"),
        ("meetings", "0016_isolation_of_actions"),
        ("providers", "0008_isolation_of_contacts"),
    ]

    operations = [
        migrations.CreateModel(
            name="FirstInvited",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("name", models.CharField(blank=True, max_length=120, verbose_name="name")),
                ("email", models.EmailField(blank=True, max_length=254, verbose_name="email address")),
                ("works_at", models.CharField(blank=True, max_length=120, verbose_name="where they work")),
                ("words", models.CharField(blank=True, max_length=300, verbose_name="what you tell them")),
                ("invited_at", models.DateTimeField(verbose_name="invited at")),
                ("asked_on", models.DateField(verbose_name="last asked on")),
                ("withdrawn_at", models.DateTimeField(blank=True, null=True, verbose_name="taken back at")),
                (
                    "word",
                    models.CharField(
                        blank=True,
                        choices=[("yes", "Comes"), ("maybe", "Perhaps"), ("no", "Does not come")],
                        max_length=8,
                        verbose_name="answer",
                    ),
                ),
                ("people", models.CharField(blank=True, max_length=200, verbose_name="who comes")),
                ("answered_at", models.DateTimeField(blank=True, null=True, verbose_name="answered at")),
                ("came", models.BooleanField(blank=True, null=True, verbose_name="came")),
                (
                    "authority",
                    models.ForeignKey(
                        db_default=core.models.AuthorityInScope(),
                        db_index=False,
                        editable=False,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="accounts.authority",
                    ),
                ),
                (
                    "invited_by",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                        verbose_name="invited by",
                    ),
                ),
                (
                    "meeting",
                    core.models.OwnedForeignKey(
                        db_constraint=False,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="invited",
                        to="meetings.meeting",
                    ),
                ),
                (
                    "provider",
                    core.models.OwnedForeignKey(
                        blank=True,
                        db_constraint=False,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="providers.provider",
                        verbose_name="setting",
                    ),
                ),
            ],
            options={
                "verbose_name": "invited to a first meeting",
                "verbose_name_plural": "invited to first meetings",
                "ordering": ["invited_at", "pk"],
                "abstract": False,
                "base_manager_name": "objects",
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(
                            ("provider__isnull", False),
                            models.Q(
                                models.Q(("name", ""), _negated=True), models.Q(("email", ""), _negated=True)
                            ),
                            _connector="OR",
                        ),
                        name="meetings_first_somebody",
                    ),
                    models.UniqueConstraint(
                        condition=models.Q(("provider__isnull", False), ("withdrawn_at__isnull", True)),
                        fields=("authority", "meeting", "provider"),
                        name="meetings_first_setting_once",
                    ),
                    models.UniqueConstraint(
                        condition=models.Q(
                            ("withdrawn_at__isnull", True), models.Q(("email", ""), _negated=True)
                        ),
                        fields=("authority", "meeting", "email"),
                        name="meetings_first_address_once",
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="FirstNeeds",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("sealed", models.TextField(editable=False)),
                (
                    "authority",
                    models.ForeignKey(
                        db_default=core.models.AuthorityInScope(),
                        db_index=False,
                        editable=False,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="accounts.authority",
                    ),
                ),
                (
                    "invited",
                    core.models.OwnedOneToOneField(
                        db_constraint=False,
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="needs",
                        to="meetings.firstinvited",
                    ),
                ),
            ],
            options={
                "verbose_name": "access needs at a first meeting",
                "verbose_name_plural": "access needs at first meetings",
                "ordering": ["pk"],
                "abstract": False,
                "base_manager_name": "objects",
            },
        ),
        migrations.AlterField(
            model_name="meeting",
            name="kind",
            field=models.CharField(
                choices=[
                    ("regular", "Meeting"),
                    ("extra", "Extra meeting"),
                    ("working", "Working group or training, not counted for attendance"),
                    ("first", "First meeting"),
                ],
                default="regular",
                max_length=10,
                verbose_name="kind",
            ),
        ),
        migrations.AlterField(
            model_name="meetinghistory",
            name="kind",
            field=models.CharField(
                choices=[
                    ("regular", "Meeting"),
                    ("extra", "Extra meeting"),
                    ("working", "Working group or training, not counted for attendance"),
                    ("first", "First meeting"),
                ],
                default="regular",
                max_length=10,
                verbose_name="kind",
            ),
        ),
        migrations.AddConstraint(
            model_name="meeting",
            constraint=models.UniqueConstraint(
                condition=models.Q(("kind", "first"), models.Q(("state", "cancelled"), _negated=True)),
                fields=("authority", "collaboration"),
                name="meetings_one_first_meeting",
            ),
        ),
    ]
