"""What each page shows: frozen rows of ready text and charts, from questionnaires, assessments and cohorts."""
