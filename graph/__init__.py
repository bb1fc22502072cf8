"""Values, store, queries and analysis of the graph."""
