"""`make bench`: what the heavy jobs cost, as ratios to what the
machine can do at best and to how others do them.

One job a module; `python -m benchmarks` runs them all on private servers and prints tables. README.md holds
the last run.
"""
