"""The ranking of one cohort: who stands in it, what it comes to at a glance, and its page."""
