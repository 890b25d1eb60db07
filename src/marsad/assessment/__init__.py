"""Counts, draws and records in, findings out: where a region stands, what to expect, who acts, who meets, what spills over.

assess         situation, outlook, hotspots of a region and its units (base/findings.py)
trends         level and trend beside a unit's own 12 and 36 months, with the tests; shares by type of violence
groups         an armed group: tempo, reach, foes, ties, entries and exits, claims, splits and mergers
partnerships   a pair of states: cooperation and conflict beside chance, meetings, chains, promises and what is overdue
attention      who is named, how often, in whose words; first namings and returns after silence
spillover      how much comes from the cells around and from across a border; which country moves first
changes        before and after a dated change, beside other dates and neighbours
alerts         rules a person can read, their evidence, and what followed them in the past
harmless       what is kept back: the last days, small counts

Each module's public dataclasses are its findings; `marsad.base.records.as_json` turns any of them into plain values.
"""

from marsad.assessment.hotspots import concentration, hotspots
from marsad.assessment.outlook import fan, outlook
from marsad.assessment.paths import joint
from marsad.assessment.region import assess
from marsad.assessment.situation import region_situation, situation

__all__ = ["assess", "concentration", "fan", "hotspots", "joint", "outlook", "region_situation", "situation"]
