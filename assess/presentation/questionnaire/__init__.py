"""A questionnaire as it is asked: its page, its questions by dimension, the commitments that they come from."""
