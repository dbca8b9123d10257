"""How one score came about, as a person would write the sums: words over the plain data of `results`."""
