"""Marsad: early warning of political violence, and of the partnerships that answer it.

sources -> documents -> coding -> panel -> forecast -> verification -> assessment -> briefs
"""

__version__ = "0.1.0"
