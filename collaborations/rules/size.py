"""C2: the advice on the size of a group, for every rule that speaks of it."""

#: Six to eight settings are manageable.
ADVISED_SIZE = range(6, 9)
