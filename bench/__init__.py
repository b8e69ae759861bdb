"""Benchmarks, run by hand: python3 run.py bench NAME. Nothing here is part of the program or of its tests."""
