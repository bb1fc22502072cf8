"""What can go wrong between Casus and its graph."""


class GraphError(Exception):
    """Any failure of the engine, the store or a query."""
