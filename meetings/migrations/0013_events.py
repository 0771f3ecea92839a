import django.db.models.deletion
from django.conf import settings
from django.db import migrations, models

import core.models


class Migration(migrations.Migration):
    dependencies = [
        ("accounts", "0014_isolation_of_decisions"),
        ("accounts", "__first__"),
        ("documents", "0007_isolation_of_sent_emails"),
        ("meetings", "0012_minutes_isolation"),
        ("providers", "0008_isolation_of_contacts"),
    ]

    operations = [
        migrations.CreateModel(
            name="Booking",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                (
                    "sector",
                    models.CharField(
                        choices=[
                            ("childminder", "Childminders and childcare in homes"),
                            ("nursery", "Nurseries, pre-schools and clubs"),
                            ("school", "Schools and nursery schools"),
                        ],
                        max_length=12,
                        verbose_name="sector",
                    ),
                ),
                (
                    "state",
                    models.CharField(
                        choices=[
                            ("waiting", "On the waiting list"),
                            ("offered", "Place offered"),
                            ("accepted", "Booked"),
                            ("declined", "Offer declined"),
                            ("lapsed", "Offer not answered in time"),
                            ("cancelled", "Cancelled"),
                        ],
                        max_length=12,
                        verbose_name="state",
                    ),
                ),
                ("asked_at", models.DateTimeField(verbose_name="asked at")),
                ("answer_by", models.DateTimeField(blank=True, null=True, verbose_name="answer by")),
                ("moved_at", models.DateTimeField(verbose_name="since")),
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
                    "person",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                        verbose_name="person",
                    ),
                ),
                (
                    "provider",
                    core.models.OwnedForeignKey(
                        db_constraint=False,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="providers.provider",
                        verbose_name="setting",
                    ),
                ),
            ],
            options={
                "verbose_name": "booking",
                "verbose_name_plural": "bookings",
                "ordering": ["asked_at", "pk"],
                "abstract": False,
                "base_manager_name": "objects",
            },
        ),
        migrations.CreateModel(
            name="BookingNeeds",
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
                    "booking",
                    core.models.OwnedOneToOneField(
                        db_constraint=False,
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="needs",
                        to="meetings.booking",
                    ),
                ),
            ],
            options={
                "verbose_name": "access and dietary needs",
                "verbose_name_plural": "access and dietary needs",
                "ordering": ["pk"],
                "abstract": False,
                "base_manager_name": "objects",
            },
        ),
        migrations.CreateModel(
            name="Event",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                (
                    "kind",
                    models.CharField(
                        choices=[
                            ("leaders_day", "Leaders’ Day"),
                            ("network", "Network session"),
                            ("conference", "Conference"),
                        ],
                        default="leaders_day",
                        max_length=12,
                        verbose_name="kind",
                    ),
                ),
                ("title", models.CharField(max_length=120, verbose_name="title")),
                ("about", models.TextField(blank=True, verbose_name="what it is about")),
                ("on", models.DateField(verbose_name="day")),
                ("starts_at", models.TimeField(verbose_name="from")),
                ("ends_at", models.TimeField(verbose_name="until")),
                ("place", models.CharField(blank=True, max_length=200, verbose_name="where")),
                ("access_notes", models.TextField(blank=True, verbose_name="getting in and taking part")),
                (
                    "online_url",
                    models.URLField(
                        blank=True, max_length=500, verbose_name="link for those who join online"
                    ),
                ),
                ("places", models.PositiveIntegerField(verbose_name="places")),
                (
                    "is_shared",
                    models.BooleanField(default=False, verbose_name="places are shared between the sectors"),
                ),
                (
                    "released_on",
                    models.DateField(
                        blank=True, null=True, verbose_name="places not used are free for everybody from"
                    ),
                ),
                ("shares", models.JSONField(blank=True, default=dict, editable=False)),
                (
                    "audience",
                    models.CharField(
                        choices=[
                            ("leaders", "Leaders of groups"),
                            ("everybody", "Everybody who works at a setting"),
                            ("districts", "Everybody who works at a setting of some districts"),
                        ],
                        default="leaders",
                        max_length=12,
                        verbose_name="who is invited",
                    ),
                ),
                ("books_until", models.DateField(blank=True, null=True, verbose_name="last day to book")),
                (
                    "state",
                    models.CharField(
                        choices=[
                            ("draft", "Draft"),
                            ("published", "Published"),
                            ("cancelled", "Cancelled"),
                            ("held", "Held"),
                        ],
                        default="draft",
                        editable=False,
                        max_length=12,
                        verbose_name="state",
                    ),
                ),
                ("edition", models.PositiveIntegerField(default=0, editable=False)),
                ("planned_at", models.DateTimeField(verbose_name="planned at")),
                (
                    "published_at",
                    models.DateTimeField(blank=True, editable=False, null=True, verbose_name="published at"),
                ),
                (
                    "cancelled_because",
                    models.CharField(blank=True, max_length=300, verbose_name="why it was cancelled"),
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
                    "planned_by",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                        verbose_name="planned by",
                    ),
                ),
            ],
            options={
                "verbose_name": "event",
                "verbose_name_plural": "Leaders’ Days and events",
                "ordering": ["on", "starts_at", "pk"],
                "abstract": False,
                "base_manager_name": "objects",
                "indexes": [models.Index(fields=["authority", "on"], name="meetings_events_by_day")],
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(("ends_at__gt", models.F("starts_at"))),
                        name="meetings_event_ends_after_start",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(("places__gte", 1)), name="meetings_event_has_places"
                    ),
                    models.UniqueConstraint(
                        condition=models.Q(("state", "cancelled"), _negated=True),
                        fields=("authority", "title", "on", "starts_at"),
                        name="meetings_event_once",
                    ),
                ],
            },
        ),
        migrations.AddField(
            model_name="booking",
            name="event",
            field=core.models.OwnedForeignKey(
                db_constraint=False,
                on_delete=django.db.models.deletion.PROTECT,
                related_name="bookings",
                to="meetings.event",
            ),
        ),
        migrations.CreateModel(
            name="EventDistrict",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
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
                    "district",
                    core.models.OwnedForeignKey(
                        db_constraint=False,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="providers.district",
                    ),
                ),
                (
                    "event",
                    core.models.OwnedForeignKey(
                        db_constraint=False,
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="districts",
                        to="meetings.event",
                    ),
                ),
            ],
            options={
                "verbose_name": "district of an event",
                "verbose_name_plural": "districts of events",
                "ordering": ["pk"],
                "abstract": False,
                "base_manager_name": "objects",
                "constraints": [
                    models.UniqueConstraint(
                        fields=("authority", "event", "district"), name="meetings_event_district_once"
                    )
                ],
            },
        ),
        migrations.CreateModel(
            name="EventFeedback",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                (
                    "useful",
                    models.PositiveSmallIntegerField(
                        choices=[
                            (1, "Not useful"),
                            (2, "A little useful"),
                            (3, "Partly useful"),
                            (4, "Useful"),
                            (5, "Very useful"),
                        ],
                        verbose_name="how useful it was",
                    ),
                ),
                ("pledge", models.CharField(blank=True, max_length=300, verbose_name="what I will do")),
                ("words", models.TextField(blank=True, verbose_name="anything else")),
                ("given_at", models.DateTimeField(verbose_name="given at")),
                (
                    "kept",
                    models.CharField(
                        blank=True,
                        choices=[
                            ("done", "I have done it"),
                            ("partly", "I have begun"),
                            ("not_yet", "Not yet"),
                            ("no", "It does not fit any more"),
                        ],
                        max_length=10,
                        verbose_name="what came of it",
                    ),
                ),
                ("kept_words", models.CharField(blank=True, max_length=500, verbose_name="what changed")),
                ("kept_at", models.DateTimeField(blank=True, null=True)),
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
                    "booking",
                    core.models.OwnedOneToOneField(
                        db_constraint=False,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="feedback",
                        to="meetings.booking",
                    ),
                ),
            ],
            options={
                "verbose_name": "feedback",
                "verbose_name_plural": "feedback",
                "ordering": ["pk"],
                "abstract": False,
                "base_manager_name": "objects",
            },
        ),
        migrations.CreateModel(
            name="EventInvitation",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("at", models.DateTimeField(verbose_name="invited at")),
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
                    "event",
                    core.models.OwnedForeignKey(
                        db_constraint=False,
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="invitations",
                        to="meetings.event",
                    ),
                ),
                (
                    "person",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                        verbose_name="person",
                    ),
                ),
            ],
            options={
                "verbose_name": "invitation to an event",
                "verbose_name_plural": "invitations to events",
                "ordering": ["pk"],
                "abstract": False,
                "base_manager_name": "objects",
                "constraints": [
                    models.UniqueConstraint(
                        fields=("authority", "event", "person"), name="meetings_event_invited_once"
                    )
                ],
            },
        ),
        migrations.CreateModel(
            name="EventMaterial",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("title", models.CharField(max_length=150, verbose_name="title")),
                ("added_at", models.DateTimeField(verbose_name="added at")),
                ("removed_at", models.DateTimeField(blank=True, null=True, verbose_name="removed at")),
                (
                    "added_by",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                        verbose_name="added by",
                    ),
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
                    "event",
                    core.models.OwnedForeignKey(
                        db_constraint=False,
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="materials",
                        to="meetings.event",
                    ),
                ),
                (
                    "file",
                    core.models.OwnedForeignKey(
                        db_constraint=False,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="documents.storedfile",
                    ),
                ),
            ],
            options={
                "verbose_name": "material",
                "verbose_name_plural": "materials",
                "ordering": ["added_at", "pk"],
                "abstract": False,
                "base_manager_name": "objects",
                "indexes": [
                    models.Index(fields=["authority", "event"], name="meetings_materials_of"),
                    models.Index(fields=["authority", "file"], name="meetings_material_of_file"),
                ],
            },
        ),
        migrations.CreateModel(
            name="EventSession",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("title", models.CharField(max_length=150, verbose_name="title")),
                ("about", models.TextField(blank=True, verbose_name="what it is about")),
                ("starts_at", models.TimeField(verbose_name="from")),
                ("ends_at", models.TimeField(verbose_name="until")),
                ("where", models.CharField(blank=True, max_length=120, verbose_name="room")),
                ("places", models.PositiveIntegerField(blank=True, null=True, verbose_name="places")),
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
                    "event",
                    core.models.OwnedForeignKey(
                        db_constraint=False,
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="sessions",
                        to="meetings.event",
                    ),
                ),
            ],
            options={
                "verbose_name": "session",
                "verbose_name_plural": "sessions",
                "ordering": ["starts_at", "ends_at", "title__in_order", "pk"],
                "abstract": False,
                "base_manager_name": "objects",
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(("ends_at__gt", models.F("starts_at"))),
                        name="meetings_session_ends_after_start",
                    ),
                    models.UniqueConstraint(
                        fields=("authority", "event", "starts_at", "title"), name="meetings_session_once"
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="SessionChoice",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
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
                    "booking",
                    core.models.OwnedForeignKey(
                        db_constraint=False,
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="choices",
                        to="meetings.booking",
                    ),
                ),
                (
                    "session",
                    core.models.OwnedForeignKey(
                        db_constraint=False,
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="choices",
                        to="meetings.eventsession",
                    ),
                ),
            ],
            options={
                "verbose_name": "choice of a session",
                "verbose_name_plural": "choices of sessions",
                "ordering": ["pk"],
                "abstract": False,
                "base_manager_name": "objects",
                "constraints": [
                    models.UniqueConstraint(
                        fields=("authority", "session", "booking"), name="meetings_choice_once"
                    )
                ],
            },
        ),
        migrations.CreateModel(
            name="WalkIn",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("name", models.CharField(max_length=120, verbose_name="name")),
                ("of", models.CharField(blank=True, max_length=120, verbose_name="from")),
                ("at", models.DateTimeField()),
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
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                        verbose_name="by",
                    ),
                ),
                (
                    "event",
                    core.models.OwnedForeignKey(
                        db_constraint=False,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="walk_ins",
                        to="meetings.event",
                    ),
                ),
            ],
            options={
                "verbose_name": "visitor without a booking",
                "verbose_name_plural": "visitors without a booking",
                "ordering": ["name__in_order", "pk"],
                "abstract": False,
                "base_manager_name": "objects",
                "constraints": [
                    models.UniqueConstraint(
                        fields=("authority", "event", "name", "of"), name="meetings_walk_in_once"
                    )
                ],
            },
        ),
        migrations.AddIndex(
            model_name="booking",
            index=models.Index(fields=["authority", "event", "state"], name="meetings_bookings_of"),
        ),
        migrations.AddIndex(
            model_name="booking",
            index=models.Index(fields=["authority", "person"], name="meetings_bookings_by"),
        ),
        migrations.AddConstraint(
            model_name="booking",
            constraint=models.UniqueConstraint(
                condition=models.Q(("state__in", ("waiting", "offered", "accepted"))),
                fields=("authority", "event", "person"),
                name="meetings_one_booking_a_person",
            ),
        ),
    ]
