"""What is published as data: results, answers and what they are about, as rows, as plain data, and as files."""
