"""Finds who is named in a document, tells what kind of actor it is and which one."""
