import django.db.models.deletion
import django.db.models.functions.text
from django.conf import settings
from django.db import migrations, models

import core.models


class Migration(migrations.Migration):
    dependencies = [
        ("accounts", "0002_isolation"),
        ("auth", "0012_alter_user_first_name_max_length"),
    ]

    operations = [
        migrations.CreateModel(
            name="PersonInvitation",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("email", models.EmailField(max_length=254, verbose_name="e-mail address")),
                ("full_name", models.CharField(max_length=150, verbose_name="full name")),
                (
                    "state",
                    models.CharField(
                        choices=[
                            ("sent", "Invited"),
                            ("accepted", "Accepted"),
                            ("declined", "Declined"),
                            ("withdrawn", "Taken back"),
                        ],
                        default="sent",
                        max_length=10,
                        verbose_name="state",
                    ),
                ),
                ("sent_at", models.DateTimeField(verbose_name="sent at")),
                ("answered_at", models.DateTimeField(null=True, verbose_name="answered at")),
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
                        null=True,
                        on_delete=django.db.models.deletion.SET_NULL,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
                (
                    "user",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="invitations",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
            ],
            options={
                "abstract": False,
                "base_manager_name": "objects",
                "indexes": [models.Index(fields=["authority", "email"], name="accounts_invitation_email")],
                "constraints": [
                    models.UniqueConstraint(fields=("authority", "user"), name="accounts_invitation_once"),
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("answered_at__isnull", True), ("state", "sent")),
                            models.Q(
                                models.Q(("state", "sent"), _negated=True), ("answered_at__isnull", False)
                            ),
                            _connector="OR",
                        ),
                        name="accounts_invitation_answered",
                    ),
                ],
            },
        ),
        migrations.RemoveConstraint(
            model_name="user",
            name="accounts_user_email_once",
        ),
        migrations.AddField(
            model_name="user",
            name="invited_to",
            field=models.ForeignKey(
                editable=False,
                null=True,
                on_delete=django.db.models.deletion.PROTECT,
                related_name="+",
                to="accounts.authority",
            ),
        ),
        migrations.AlterField(
            model_name="user",
            name="email",
            field=models.EmailField(db_index=True, max_length=254, verbose_name="e-mail address"),
        ),
        migrations.AddConstraint(
            model_name="user",
            constraint=models.UniqueConstraint(
                django.db.models.functions.text.Lower("email"),
                models.F("invited_to"),
                name="accounts_user_email_once_each",
                nulls_distinct=False,
            ),
        ),
        migrations.AddConstraint(
            model_name="user",
            constraint=models.CheckConstraint(
                condition=models.Q(("invited_to__isnull", True), ("is_active", False), _connector="OR"),
                name="accounts_user_invited_cannot_sign_in",
            ),
        ),
    ]
