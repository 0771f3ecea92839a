import django.db.models.deletion
from django.conf import settings
from django.db import migrations, models

import accounts.models
import core.models


class Migration(migrations.Migration):
    dependencies = [
        ("accounts", "0004_isolation_of_invitations"),
    ]

    operations = [
        migrations.CreateModel(
            name="AccountNotice",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("kind", models.CharField(max_length=30)),
                ("email", models.EmailField(max_length=254)),
                ("at", models.DateTimeField()),
                ("detail", models.CharField(blank=True, max_length=254)),
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
                    "user",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
            ],
            options={
                "abstract": False,
                "base_manager_name": "objects",
                "indexes": [models.Index(fields=["authority", "at"], name="accounts_notices_at")],
            },
        ),
        migrations.AddField(
            model_name="affiliation",
            name="locked_at",
            field=models.DateTimeField(null=True),
        ),
        migrations.AddField(
            model_name="affiliation",
            name="locked_by",
            field=models.ForeignKey(
                null=True,
                on_delete=django.db.models.deletion.SET_NULL,
                related_name="+",
                to=settings.AUTH_USER_MODEL,
            ),
        ),
        migrations.AddField(
            model_name="user",
            name="claim_by",
            field=models.DateTimeField(
                editable=False, null=True, verbose_name="must sign in for the first time by"
            ),
        ),
        migrations.AlterField(
            model_name="user",
            name="claim_by",
            field=models.DateTimeField(
                default=accounts.models.claim_until,
                editable=False,
                null=True,
                verbose_name="must sign in for the first time by",
            ),
        ),
        migrations.AddField(
            model_name="user",
            name="session_epoch",
            field=models.PositiveIntegerField(db_default=0, default=0, editable=False),
        ),
        migrations.AddIndex(
            model_name="affiliation",
            index=models.Index(
                condition=models.Q(("locked_at__isnull", False)),
                fields=["authority", "user"],
                name="accounts_affiliation_locked",
            ),
        ),
        migrations.AddConstraint(
            model_name="affiliation",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    ("locked_at__isnull", False), ("locked_by__isnull", True), _connector="OR"
                ),
                name="accounts_affiliation_locked_by",
            ),
        ),
        migrations.AddField(
            model_name="authority",
            name="second_factor_for_all",
            field=models.BooleanField(
                default=False,
                help_text="Leaders and people of settings are asked for it too. The early years team always is.",
                verbose_name="second step of sign-in for everybody",
            ),
        ),
    ]
