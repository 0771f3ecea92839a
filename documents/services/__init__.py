"""Writes: files kept, jobs moved on, exports made, messages put in the outbox, PDFs stored once."""
