"""Digital-government maturity self-assessments: load, validate, score, present, publish."""

__version__ = "0.1.0"
