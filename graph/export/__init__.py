"""The graph, its events and any result in the formats of other programs, a module each."""
