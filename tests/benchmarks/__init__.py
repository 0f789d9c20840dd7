"""Timed comparisons on public instances: ``python -m tests.benchmarks``."""
