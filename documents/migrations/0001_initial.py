import core.models
import django.core.serializers.json
import django.db.models.deletion
import documents.rules
from django.conf import settings
from django.db import migrations, models


class Migration(migrations.Migration):

    initial = True

    dependencies = [
        ('accounts', '0001_initial'),
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
    ]

    operations = [
        migrations.CreateModel(
            name='Job',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('kind', models.CharField(max_length=60, verbose_name='kind')),
                ('title', models.CharField(max_length=200, verbose_name='title')),
                ('state', models.CharField(choices=[('queued', 'Waiting to start'), ('running', 'Running'), ('done', 'Done'), ('failed', 'Failed'), ('cancelled', 'Stopped')], default=documents.rules.State['QUEUED'], max_length=10, verbose_name='state')),
                ('done', models.BigIntegerField(default=0, verbose_name='done')),
                ('total', models.BigIntegerField(default=0, help_text='0 when nobody knows yet.', verbose_name='of')),
                ('message', models.CharField(blank=True, max_length=300, verbose_name='now')),
                ('log', models.TextField(blank=True, verbose_name='log')),
                ('result', models.JSONField(blank=True, default=dict, encoder=django.core.serializers.json.DjangoJSONEncoder, verbose_name='result')),
                ('url', models.CharField(blank=True, help_text='Where to read what the job is about, without the authority.', max_length=300, verbose_name='address')),
                ('created_at', models.DateTimeField(verbose_name='asked for')),
                ('started_at', models.DateTimeField(blank=True, null=True, verbose_name='started')),
                ('ended_at', models.DateTimeField(blank=True, null=True, verbose_name='ended')),
                ('authority', models.ForeignKey(db_default=core.models.AuthorityInScope(), db_index=False, editable=False, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='accounts.authority')),
                ('started_by', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL, verbose_name='who')),
            ],
            options={
                'verbose_name': 'job',
                'verbose_name_plural': 'jobs',
                'ordering': ['-created_at', '-pk'],
                'abstract': False,
                'base_manager_name': 'objects',
                'indexes': [models.Index(fields=['authority', '-created_at', '-id'], name='documents_job_newest')],
            },
        ),
        migrations.CreateModel(
            name='OutboxMessage',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('authority_id', models.BigIntegerField()),
                ('task', models.CharField(max_length=120)),
                ('ids', models.JSONField(default=dict)),
                ('created_at', models.DateTimeField(auto_now_add=True)),
                ('sent_at', models.DateTimeField(null=True)),
            ],
            options={
                'verbose_name': 'message to be sent',
                'verbose_name_plural': 'messages to be sent',
                'ordering': ['pk'],
                'indexes': [models.Index(condition=models.Q(('sent_at__isnull', True)), fields=['id'], name='documents_outbox_unsent')],
            },
        ),
        migrations.CreateModel(
            name='StoredFile',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('name', models.CharField(max_length=200, verbose_name='name')),
                ('content_type', models.CharField(max_length=100, verbose_name='kind')),
                ('size', models.BigIntegerField(verbose_name='size in bytes')),
                ('sha256', models.CharField(max_length=64, verbose_name='SHA-256')),
                ('storage_key', models.CharField(editable=False, max_length=200)),
                ('purpose', models.CharField(max_length=40, verbose_name='purpose')),
                ('fingerprint', models.CharField(blank=True, editable=False, help_text='Of a file we made: a hash of everything it was made from.', max_length=64)),
                ('uploaded_at', models.DateTimeField(verbose_name='when')),
                ('authority', models.ForeignKey(db_default=core.models.AuthorityInScope(), db_index=False, editable=False, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='accounts.authority')),
                ('uploaded_by', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL, verbose_name='who')),
            ],
            options={
                'verbose_name': 'file',
                'verbose_name_plural': 'files',
                'ordering': ['-uploaded_at', '-pk'],
                'abstract': False,
                'base_manager_name': 'objects',
                'constraints': [models.UniqueConstraint(fields=('authority', 'storage_key'), name='documents_file_key_once'), models.UniqueConstraint(condition=models.Q(('fingerprint', ''), _negated=True), fields=('authority', 'purpose', 'fingerprint'), name='documents_file_made_once')],
            },
        ),
        migrations.CreateModel(
            name='ExportRun',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('identifier', models.CharField(max_length=60, verbose_name='export')),
                ('title', models.CharField(max_length=200, verbose_name='title')),
                ('format', models.CharField(choices=[('csv', 'CSV'), ('xlsx', 'Excel (XLSX)'), ('ods', 'OpenDocument (ODS)')], max_length=10, verbose_name='format')),
                ('filters', models.JSONField(default=dict, verbose_name='filters')),
                ('requested_at', models.DateTimeField(verbose_name='when')),
                ('authority', models.ForeignKey(db_default=core.models.AuthorityInScope(), db_index=False, editable=False, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='accounts.authority')),
                ('requested_by', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL, verbose_name='who')),
                ('job', core.models.OwnedOneToOneField(db_constraint=False, on_delete=django.db.models.deletion.CASCADE, related_name='export_run', to='documents.job')),
                ('file', core.models.OwnedOneToOneField(blank=True, db_constraint=False, null=True, on_delete=django.db.models.deletion.SET_NULL, related_name='export_run', to='documents.storedfile')),
            ],
            options={
                'verbose_name': 'export',
                'verbose_name_plural': 'exports',
                'ordering': ['-requested_at', '-pk'],
                'abstract': False,
                'base_manager_name': 'objects',
                'indexes': [models.Index(fields=['authority', 'requested_by', '-requested_at'], name='documents_export_mine')],
            },
        ),
    ]
