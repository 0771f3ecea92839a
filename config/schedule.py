"""The timetable, on one page.

Times are Europe/London. Each tick is keyed by its slot, so two beats do the work once.
"""

from celery.schedules import crontab
from django.conf import settings

TIMETABLE = {
    # Every leader of every authority against the leading policy (L2).
    "check leaders": {"task": "leadership.check_leaders_everywhere", "schedule": crontab(hour=2, minute=15)},
    # Officers of cases whose next step is due soon, and once more when its day is over (L3).
    "remind of cases": {
        "task": "leadership.remind_of_cases_everywhere",
        "schedule": crontab(hour=7, minute=5),
    },
    # Permissions derived from appointments compared with the appointments.
    "check derived permissions": {
        "task": "memberships.check_permissions_everywhere",
        "schedule": crontab(hour=3, minute=5),
    },
    # Counts that pages show, against what they count.
    "settle counts": {"task": "memberships.settle_counts_everywhere", "schedule": crontab(hour=3, minute=20)},
    # Attendance against what is expected since other ways of working, or another default, came into force
    # (C7, W1).
    "settle standings": {
        "task": "memberships.settle_standings_everywhere",
        "schedule": crontab(hour=3, minute=35),
    },
    # Meetings that were marked and not finished are held, and the twelve months of each member move on (C7).
    "count attendance": {
        "task": "meetings.count_attendance_everywhere",
        "schedule": crontab(hour=3, minute=30),
    },
    # A term after visits and training: what became of the idea, what it changed (K).
    "ask again": {"task": "meetings.ask_again_everywhere", "schedule": crontab(hour=6, minute=45)},
    # Votes whose time is over, and a reminder before it to those that have not voted (G6).
    "close votes": {"task": "meetings.close_votes_everywhere", "schedule": crontab(minute="*/5")},
    # Places at events: offers not answered in time are withdrawn, free places offered to who waits (L4).
    "settle places": {"task": "meetings.settle_places_everywhere", "schedule": crontab(minute="*/10")},
    # Events that are over: what people needed is deleted, those who came are asked how it was, and after a
    # term what came of it (L4).
    "follow events": {
        "task": "meetings.follow_events_everywhere",
        "schedule": crontab(minute=5, hour="0,7-22"),
    },
    # What meetings gave settings to do, a quarter of an hour after the last of it was recorded (G5).
    "tell of actions": {
        "task": "meetings.tell_of_actions_everywhere",
        "schedule": crontab(minute="*/10"),
    },
    # Members that have not answered ways of working, some days before the day to answer by; who joined since
    # is asked too (W2).
    "remind of ways of working": {
        "task": "ways_of_working.remind_of_terms_everywhere",
        "schedule": crontab(hour=6, minute=40),
    },
    # Leaders: claims of the supplement are open; five days before the last day, who has not sent (S7). On the
    # same days settings in two groups that have not chosen where they are paid (S5).
    "tell of claims": {
        "task": "supplement.tell_of_claims_everywhere",
        "schedule": crontab(hour=6, minute=30),
    },
    # Payees whose setting has left are ended; who has not signed is reminded after 14 days (S9).
    "settle payees": {
        "task": "supplement.settle_payees_everywhere",
        "schedule": crontab(hour=6, minute=35),
    },
    # Reviews of groups that fall due within 30 days (W1).
    "open reviews": {
        "task": "ways_of_working.open_reviews_everywhere",
        "schedule": crontab(hour=5, minute=25),
    },
    # Whether every payment, file, fund and run of the supplement adds up (S8).
    "check the money": {"task": "supplement.check_money_everywhere", "schedule": crontab(hour=3, minute=40)},
    # Calculations of payment runs whose message was lost (S8).
    "go on with runs": {"task": "supplement.go_on_everywhere", "schedule": crontab(minute="*/10")},
    # One SHA-256 over the new entries of each authority's audit log.
    "seal the audit log": {"task": "audit.seal_everywhere", "schedule": crontab(minute=10)},
    # Security events past their retention, and counts of tries.
    "tidy security events": {"task": "accounts.tidy_security", "schedule": crontab(hour=4, minute=50)},
    # Messages that may not be lost, from their table to the broker.
    "relay the outbox": {"task": "documents.relay_outbox", "schedule": 10.0},
    # Files of exports older than 30 days, stored bytes that no row names, and what the outbox sent long ago.
    "tidy files": {"task": "documents.tidy_everywhere", "schedule": crontab(hour=4, minute=35)},
    # Rows that somebody ticked more than an hour ago, and what people who left kept of their lists.
    "tidy lists": {"task": "documents.tidy_lists_everywhere", "schedule": crontab(minute=25)},
    # Drafts of messages that nobody touched for 90 days.
    "tidy drafts": {"task": "support.tidy_drafts_everywhere", "schedule": crontab(hour=4, minute=45)},
    # Sessions that have expired, and old rows of emails about accounts.
    "clear sessions": {"task": "accounts.clear_sessions", "schedule": crontab(hour=4, minute=50)},
    # Free places that are no longer shown in a few days (S7).
    "ask before places fade": {
        "task": "provision.ask_before_fading_everywhere",
        "schedule": crontab(hour=6, minute=55),
    },
    # Roles over an authority that end within 30 days.
    "tell of roles that end": {
        "task": "portal.tell_of_endings_everywhere",
        "schedule": crontab(hour=5, minute=50),
    },
    # Terms of chairs and administrators that end within two months, where nobody is to follow (G6).
    "tell of elections due": {
        "task": "meetings.tell_of_elections_due_everywhere",
        "schedule": crontab(hour=5, minute=55),
    },
    # Once a week, on the day that each chose: what is new in people's groups, and what they are to do.
    "send the weekly email": {
        "task": "portal.send_digests_everywhere",
        "schedule": crontab(hour=6, minute=10),
    },
    # Emails that could wait, of the day before, in one a person (decision 0060).
    "send the daily email": {
        "task": "portal.send_day_everywhere",
        "schedule": crontab(hour=settings.DAILY_EMAIL_HOUR, minute=20),
    },
    # A sign of life that the health address reads.
    "worker is alive": {"task": "portal.worker_is_alive", "schedule": 20.0},
}
