"""Benchmarks that anyone can run: `python3 -m bench`; see bench/README.md."""
