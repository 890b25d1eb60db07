"""The small world of briefs as fixtures."""

import pytest
from brief_world import make_inputs, sample_documents

from marsad.base.records import Document
from marsad.briefs import BriefInputs


@pytest.fixture(scope="session")
def documents() -> dict[str, Document]:
    return sample_documents()


@pytest.fixture(scope="session")
def inputs(documents: dict[str, Document]) -> BriefInputs:
    return make_inputs(documents)
