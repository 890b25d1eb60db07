"""Findings and records in, a brief out: one content, in Arabic, French or English.

BriefInputs    what a brief is made from (base types only)
GroupInputs, PairInputs  the same for an armed group and a partnership
Source         where figures or texts come from
compose_brief  inputs, language -> Brief, typed content with the records behind each fact
write_brief    Brief, folder -> a page (HTML), a PDF, a Word document or a workbook
explain        Brief and its inputs -> for each sentence the records, documents, spans and scores behind it
"""

from marsad.briefs.actors import GroupInputs, PairInputs
from marsad.briefs.compose import compose_brief
from marsad.briefs.content import Brief
from marsad.briefs.explaining import Explained, explain, told
from marsad.briefs.inputs import BriefInputs, Source, no_events
from marsad.briefs.writing import write_brief

__all__ = [
    "Brief", "BriefInputs", "Explained", "GroupInputs", "PairInputs", "Source", "compose_brief", "explain", "no_events", "told",
    "write_brief",
]  # fmt: skip
