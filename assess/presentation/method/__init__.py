"""The method of a questionnaire: its rules, weights, formulas and thresholds in words, and sums worked through."""
