"""The Celery application. The timetable is ``config/schedule.py``."""

import os

from celery import Celery

from config import heartbeat, leases

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "config.settings")

app = Celery("eyc")
app.config_from_object("django.conf:settings", namespace="CELERY")
app.autodiscover_tasks()
heartbeat.connect()
leases.connect(app)
app.conf.beat_schedule_filename = os.environ.get("CELERY_BEAT_FILE", "celerybeat-schedule")


@app.on_after_finalize.connect
def set_timetable(sender: Celery, **kwargs: object) -> None:
    from config.schedule import TIMETABLE

    sender.conf.beat_schedule = TIMETABLE
