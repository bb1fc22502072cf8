"""Turns article files into dated events and the actors in them."""
