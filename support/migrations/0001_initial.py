import core.models
import django.db.models.deletion
import pghistory.utils
import pgtrigger.compiler
import pgtrigger.migrations
from django.conf import settings
from django.db import migrations, models


class Migration(migrations.Migration):

    initial = True

    dependencies = [
        ('accounts', '0001_initial'),
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
        ('collaborations', '0001_initial'),
        ('documents', '0001_initial'),
        ('providers', '0001_initial'),
    ]

    operations = [
        migrations.CreateModel(
            name='Message',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('subject', models.CharField(max_length=120, verbose_name='subject')),
                ('text', models.TextField(verbose_name='message')),
                ('audience', models.CharField(choices=[('leaders', 'Their leaders'), ('managers', 'The managers of all their member settings')], max_length=10, verbose_name='to')),
                ('about', models.TextField(help_text='Their names at the time.', verbose_name='collaborations')),
                ('sent_at', models.DateTimeField(verbose_name='when')),
                ('authority', models.ForeignKey(db_default=core.models.AuthorityInScope(), db_index=False, editable=False, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='accounts.authority')),
                ('job', core.models.OwnedForeignKey(db_constraint=False, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='documents.job')),
                ('sent_by', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL, verbose_name='from')),
            ],
            options={
                'verbose_name': 'message',
                'verbose_name_plural': 'messages',
                'ordering': ['-sent_at', '-pk'],
                'abstract': False,
                'base_manager_name': 'objects',
            },
        ),
        migrations.CreateModel(
            name='Referral',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('words', models.TextField(blank=True, verbose_name='why this group')),
                ('state', models.CharField(choices=[('open', 'Waiting'), ('in_touch', 'They are in touch'), ('joined', 'Joined'), ('not_joined', 'Did not join'), ('withdrawn', 'Taken back')], default='open', max_length=12, verbose_name='state')),
                ('outcome_words', models.TextField(blank=True, verbose_name='what became of it')),
                ('referred_at', models.DateTimeField(verbose_name='referred at')),
                ('ended_on', models.DateField(blank=True, null=True, verbose_name='ended on')),
                ('authority', models.ForeignKey(db_default=core.models.AuthorityInScope(), db_index=False, editable=False, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='accounts.authority')),
                ('collaboration', core.models.OwnedForeignKey(db_constraint=False, on_delete=django.db.models.deletion.PROTECT, related_name='referrals', to='collaborations.collaboration', verbose_name='collaboration')),
                ('provider', core.models.OwnedForeignKey(db_constraint=False, on_delete=django.db.models.deletion.PROTECT, related_name='referrals', to='providers.provider', verbose_name='setting')),
                ('referred_by', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL, verbose_name='referred by')),
            ],
            options={
                'verbose_name': 'referral',
                'verbose_name_plural': 'referrals',
                'ordering': ['-referred_at', '-pk'],
                'abstract': False,
                'base_manager_name': 'objects',
                'indexes': [models.Index(fields=['authority', 'collaboration', 'state'], name='support_referrals_to'), models.Index(fields=['authority', '-referred_at', '-id'], name='support_newest_referrals')],
                'constraints': [models.UniqueConstraint(condition=models.Q(('state__in', ['open', 'in_touch'])), fields=('authority', 'provider', 'collaboration'), name='support_one_open_referral')],
            },
        ),
        migrations.CreateModel(
            name='ReferralHistory',
            fields=[
                ('pgh_created_at', models.DateTimeField(auto_now_add=True)),
                ('pgh_label', models.TextField(help_text='The event label.')),
                ('pgh_id', models.BigAutoField(primary_key=True, serialize=False)),
                ('pgh_context', pghistory.utils.JSONField(null=True)),
                ('id', models.BigIntegerField()),
                ('words', models.TextField(blank=True, verbose_name='why this group')),
                ('state', models.CharField(choices=[('open', 'Waiting'), ('in_touch', 'They are in touch'), ('joined', 'Joined'), ('not_joined', 'Did not join'), ('withdrawn', 'Taken back')], default='open', max_length=12, verbose_name='state')),
                ('outcome_words', models.TextField(blank=True, verbose_name='what became of it')),
                ('referred_at', models.DateTimeField(verbose_name='referred at')),
                ('ended_on', models.DateField(blank=True, null=True, verbose_name='ended on')),
                ('authority', models.ForeignKey(db_constraint=False, db_default=core.models.AuthorityInScope(), editable=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', related_query_name='+', to='accounts.authority')),
                ('collaboration', core.models.OwnedForeignKey(db_constraint=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', related_query_name='+', to='collaborations.collaboration', verbose_name='collaboration')),
                ('pgh_obj', core.models.OwnedForeignKey(db_constraint=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='history', to='support.referral')),
                ('provider', core.models.OwnedForeignKey(db_constraint=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', related_query_name='+', to='providers.provider', verbose_name='setting')),
                ('referred_by', models.ForeignKey(db_constraint=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', related_query_name='+', to=settings.AUTH_USER_MODEL, verbose_name='referred by')),
            ],
            options={
                'db_table': 'support_referral_history',
                'abstract': False,
                'base_manager_name': 'objects',
            },
        ),
        migrations.CreateModel(
            name='SupportRequest',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('kind', models.CharField(choices=[('first_meeting', 'Facilitate a first meeting'), ('attend', 'Attend a meeting'), ('other', 'Something else')], max_length=16, verbose_name='kind')),
                ('wanted_on', models.DateField(blank=True, null=True, verbose_name='day')),
                ('place', models.CharField(blank=True, max_length=200, verbose_name='where or how')),
                ('words', models.TextField(verbose_name='what it is about')),
                ('state', models.CharField(choices=[('asked', 'Waiting for an answer'), ('accepted', 'Accepted'), ('declined', 'Declined'), ('done', 'Done'), ('withdrawn', 'Withdrawn')], default='asked', max_length=12, verbose_name='state')),
                ('asked_at', models.DateTimeField(verbose_name='asked at')),
                ('answered_at', models.DateTimeField(blank=True, null=True, verbose_name='answered at')),
                ('answer', models.TextField(blank=True, verbose_name='answer')),
                ('answered_by', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL, verbose_name='answered by')),
                ('asked_by', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL, verbose_name='asked by')),
                ('authority', models.ForeignKey(db_default=core.models.AuthorityInScope(), db_index=False, editable=False, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='accounts.authority')),
                ('collaboration', core.models.OwnedForeignKey(db_constraint=False, on_delete=django.db.models.deletion.PROTECT, related_name='support_requests', to='collaborations.collaboration', verbose_name='collaboration')),
                ('officer', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL, verbose_name='officer')),
            ],
            options={
                'verbose_name': 'request for support',
                'verbose_name_plural': 'requests for support',
                'ordering': ['-asked_at', '-pk'],
                'abstract': False,
                'base_manager_name': 'objects',
                'indexes': [models.Index(fields=['authority', 'collaboration', 'state'], name='support_support_of'), models.Index(fields=['authority', '-asked_at', '-id'], name='support_newest_support')],
            },
        ),
        migrations.CreateModel(
            name='SupportRequestHistory',
            fields=[
                ('pgh_created_at', models.DateTimeField(auto_now_add=True)),
                ('pgh_label', models.TextField(help_text='The event label.')),
                ('pgh_id', models.BigAutoField(primary_key=True, serialize=False)),
                ('pgh_context', pghistory.utils.JSONField(null=True)),
                ('id', models.BigIntegerField()),
                ('kind', models.CharField(choices=[('first_meeting', 'Facilitate a first meeting'), ('attend', 'Attend a meeting'), ('other', 'Something else')], max_length=16, verbose_name='kind')),
                ('wanted_on', models.DateField(blank=True, null=True, verbose_name='day')),
                ('place', models.CharField(blank=True, max_length=200, verbose_name='where or how')),
                ('words', models.TextField(verbose_name='what it is about')),
                ('state', models.CharField(choices=[('asked', 'Waiting for an answer'), ('accepted', 'Accepted'), ('declined', 'Declined'), ('done', 'Done'), ('withdrawn', 'Withdrawn')], default='asked', max_length=12, verbose_name='state')),
                ('asked_at', models.DateTimeField(verbose_name='asked at')),
                ('answered_at', models.DateTimeField(blank=True, null=True, verbose_name='answered at')),
                ('answer', models.TextField(blank=True, verbose_name='answer')),
                ('answered_by', models.ForeignKey(blank=True, db_constraint=False, null=True, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', related_query_name='+', to=settings.AUTH_USER_MODEL, verbose_name='answered by')),
                ('asked_by', models.ForeignKey(db_constraint=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', related_query_name='+', to=settings.AUTH_USER_MODEL, verbose_name='asked by')),
                ('authority', models.ForeignKey(db_constraint=False, db_default=core.models.AuthorityInScope(), editable=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', related_query_name='+', to='accounts.authority')),
                ('collaboration', core.models.OwnedForeignKey(db_constraint=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', related_query_name='+', to='collaborations.collaboration', verbose_name='collaboration')),
                ('officer', models.ForeignKey(blank=True, db_constraint=False, null=True, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', related_query_name='+', to=settings.AUTH_USER_MODEL, verbose_name='officer')),
                ('pgh_obj', core.models.OwnedForeignKey(db_constraint=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='history', to='support.supportrequest')),
            ],
            options={
                'db_table': 'support_supportrequest_history',
                'abstract': False,
                'base_manager_name': 'objects',
            },
        ),
        migrations.CreateModel(
            name='MessageCopy',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('sent_at', models.DateTimeField(blank=True, null=True, verbose_name='sent at')),
                ('authority', models.ForeignKey(db_default=core.models.AuthorityInScope(), db_index=False, editable=False, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='accounts.authority')),
                ('message', core.models.OwnedForeignKey(db_constraint=False, on_delete=django.db.models.deletion.CASCADE, related_name='copies', to='support.message')),
                ('user', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL, verbose_name='to')),
            ],
            options={
                'ordering': ['pk'],
                'abstract': False,
                'base_manager_name': 'objects',
                'constraints': [models.UniqueConstraint(fields=('authority', 'message', 'user'), name='support_one_copy_a_person')],
            },
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='referral',
            trigger=pgtrigger.compiler.Trigger(name='update_update', sql=pgtrigger.compiler.UpsertTriggerSql(condition='WHEN (OLD.* IS DISTINCT FROM NEW.*)', func='INSERT INTO "support_referral_history" ("authority_id", "collaboration_id", "ended_on", "id", "outcome_words", "pgh_context", "pgh_created_at", "pgh_label", "pgh_obj_id", "provider_id", "referred_at", "referred_by_id", "state", "words") VALUES (OLD."authority_id", OLD."collaboration_id", OLD."ended_on", OLD."id", OLD."outcome_words", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, NOW(), \'update\', OLD."id", OLD."provider_id", OLD."referred_at", OLD."referred_by_id", OLD."state", OLD."words"); RETURN NULL;', hash='261ad2de211a1558a341d79371168a09cb150bae', operation='UPDATE', pgid='pgtrigger_update_update_c9978', table='support_referral', when='AFTER')),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='referral',
            trigger=pgtrigger.compiler.Trigger(name='delete_delete', sql=pgtrigger.compiler.UpsertTriggerSql(func='INSERT INTO "support_referral_history" ("authority_id", "collaboration_id", "ended_on", "id", "outcome_words", "pgh_context", "pgh_created_at", "pgh_label", "pgh_obj_id", "provider_id", "referred_at", "referred_by_id", "state", "words") VALUES (OLD."authority_id", OLD."collaboration_id", OLD."ended_on", OLD."id", OLD."outcome_words", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, NOW(), \'delete\', OLD."id", OLD."provider_id", OLD."referred_at", OLD."referred_by_id", OLD."state", OLD."words"); RETURN NULL;', hash='935670edcf97f4bc76d7fceb69aaea4ee1d55951', operation='DELETE', pgid='pgtrigger_delete_delete_9854a', table='support_referral', when='AFTER')),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='supportrequest',
            trigger=pgtrigger.compiler.Trigger(name='update_update', sql=pgtrigger.compiler.UpsertTriggerSql(condition='WHEN (OLD.* IS DISTINCT FROM NEW.*)', func='INSERT INTO "support_supportrequest_history" ("answer", "answered_at", "answered_by_id", "asked_at", "asked_by_id", "authority_id", "collaboration_id", "id", "kind", "officer_id", "pgh_context", "pgh_created_at", "pgh_label", "pgh_obj_id", "place", "state", "wanted_on", "words") VALUES (OLD."answer", OLD."answered_at", OLD."answered_by_id", OLD."asked_at", OLD."asked_by_id", OLD."authority_id", OLD."collaboration_id", OLD."id", OLD."kind", OLD."officer_id", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, NOW(), \'update\', OLD."id", OLD."place", OLD."state", OLD."wanted_on", OLD."words"); RETURN NULL;', hash='0f6b3c023ec3bd84696a3634680514b5696abf55', operation='UPDATE', pgid='pgtrigger_update_update_26327', table='support_supportrequest', when='AFTER')),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='supportrequest',
            trigger=pgtrigger.compiler.Trigger(name='delete_delete', sql=pgtrigger.compiler.UpsertTriggerSql(func='INSERT INTO "support_supportrequest_history" ("answer", "answered_at", "answered_by_id", "asked_at", "asked_by_id", "authority_id", "collaboration_id", "id", "kind", "officer_id", "pgh_context", "pgh_created_at", "pgh_label", "pgh_obj_id", "place", "state", "wanted_on", "words") VALUES (OLD."answer", OLD."answered_at", OLD."answered_by_id", OLD."asked_at", OLD."asked_by_id", OLD."authority_id", OLD."collaboration_id", OLD."id", OLD."kind", OLD."officer_id", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, NOW(), \'delete\', OLD."id", OLD."place", OLD."state", OLD."wanted_on", OLD."words"); RETURN NULL;', hash='0574bb757730888e399c12ae75972bf6d04cb292', operation='DELETE', pgid='pgtrigger_delete_delete_3bb53', table='support_supportrequest', when='AFTER')),
        ),
    ]
