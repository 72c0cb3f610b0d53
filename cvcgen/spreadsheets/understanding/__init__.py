"""What the cells of a grid or a table say, against the names that a site has."""
