"""The officers' browser admin: Django's own, on our site, with our base classes. No domain word here."""
