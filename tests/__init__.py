"""The tests of policygen."""
