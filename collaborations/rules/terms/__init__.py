"""W1 to W4: the ways of working."""
