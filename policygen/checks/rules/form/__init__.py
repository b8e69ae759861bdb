"""What is not finished: blanks, sources that are not in canonical form."""
