"""The parts of a questionnaire in a cohort: how its agencies spread in a dimension, a question, another reading."""
