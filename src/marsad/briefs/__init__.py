"""Findings and records in, a brief out: one content, in Arabic, French or English.

BriefInputs    what a brief is made from (base types only)
Source         where figures or texts come from
compose_brief  inputs, language -> Brief, typed content with the records behind each fact
write_brief    Brief, folder -> one self-contained HTML page
"""

from marsad.briefs.compose import compose_brief
from marsad.briefs.content import Brief
from marsad.briefs.inputs import BriefInputs, Source, no_events
from marsad.briefs.writing import write_brief

__all__ = ["Brief", "BriefInputs", "Source", "compose_brief", "no_events", "write_brief"]
