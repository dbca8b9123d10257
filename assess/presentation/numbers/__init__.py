"""About the numbers of a group: what they rest on, how sure their order is, what may not be concluded."""
