"""The answers on an agency's page: its sections, how a question's row begins and ends, and what lies between."""
