import django.core.serializers.json
import django.db.models.deletion
from django.conf import settings
from django.db import migrations, models

import audit.rules.actions
import core.models


class Migration(migrations.Migration):
    initial = True

    dependencies = [
        ("accounts", "0001_initial"),
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
    ]

    operations = [
        migrations.CreateModel(
            name="Entry",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("at", models.DateTimeField(verbose_name="when")),
                ("by_name", models.CharField(max_length=150, verbose_name="name at the time")),
                ("action", models.CharField(choices=audit.rules.actions.action_choices, max_length=40, verbose_name="what")),
                ("about_type", models.CharField(max_length=60)),
                ("about_id", models.BigIntegerField(null=True)),
                ("about_name", models.CharField(max_length=300, verbose_name="about")),
                ("sentence", models.TextField(verbose_name="in words")),
                ("facts", models.JSONField(default=dict, encoder=django.core.serializers.json.DjangoJSONEncoder)),
                (
                    "is_confidential",
                    models.BooleanField(default=False, help_text="About a leadership case: shown only to those who may see that case."),
                ),
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
                    "by",
                    models.ForeignKey(
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                        verbose_name="who",
                    ),
                ),
            ],
            options={
                "verbose_name": "audit entry",
                "verbose_name_plural": "audit trail",
                "ordering": ["-at", "-pk"],
                "abstract": False,
                "base_manager_name": "objects",
                "indexes": [
                    models.Index(fields=["authority", "-at", "-id"], name="audit_entry_newest"),
                    models.Index(fields=["authority", "about_type", "about_id", "-at"], name="audit_entry_about"),
                ],
            },
        ),
        migrations.CreateModel(
            name="Seal",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("at", models.DateTimeField()),
                ("first_entry_id", models.BigIntegerField()),
                ("last_entry_id", models.BigIntegerField()),
                ("entries", models.IntegerField()),
                ("previous", models.CharField(blank=True, max_length=64)),
                ("value", models.CharField(max_length=64)),
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
            ],
            options={
                "ordering": ["pk"],
                "abstract": False,
                "base_manager_name": "objects",
                "constraints": [models.UniqueConstraint(fields=("authority", "last_entry_id"), name="audit_seal_once")],
            },
        ),
    ]
