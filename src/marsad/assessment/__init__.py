"""Counts and draws in, findings out: where a region stands, what to expect, where it gathers.

assess       the one call: panel, forecast -> Assessment (base/findings.py)
situation    one unit, one month, beside its own past
outlook      deaths over the next 1, 3, 6, 12 months, with intervals and chances
hotspots     cells that are new, growing, fading
"""

from marsad.assessment.hotspots import concentration, hotspots
from marsad.assessment.outlook import fan, outlook
from marsad.assessment.paths import joint
from marsad.assessment.region import assess
from marsad.assessment.situation import region_situation, situation

__all__ = ["assess", "concentration", "fan", "hotspots", "joint", "outlook", "region_situation", "situation"]
