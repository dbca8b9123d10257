"""Shape and sense: what a file of each kind must be. Rules are generators of problems; `loading` asks them."""
