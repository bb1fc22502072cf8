"""Shows the graph: pages, JSON and downloads."""
