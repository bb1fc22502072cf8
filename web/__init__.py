"""The pages that show the graph: overview, graph, timeline, evidence and console."""
