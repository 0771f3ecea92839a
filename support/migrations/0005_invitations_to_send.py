from django.db import migrations, models

KIND = models.CharField(
    choices=[
        ("first_meeting", "Facilitate a first meeting"),
        ("attend", "Attend a meeting"),
        ("new_leader", "A new leader"),
        ("divide", "Divide into smaller groups"),
        ("make_active", "Make the group active"),
        ("add_person", "Add somebody at a setting"),
        ("send_invitation", "Send an invitation"),
        ("other", "Something else"),
    ],
    max_length=16,
    verbose_name="kind",
)


class Migration(migrations.Migration):
    dependencies = [
        ("support", "0004_isolation_of_requests"),
    ]

    operations = [
        migrations.AlterField(model_name="supportrequest", name="kind", field=KIND),
        migrations.AlterField(model_name="supportrequesthistory", name="kind", field=KIND.clone()),
    ]
