"""Documents in; events, engagements, statements and mentions out, each with its rule and its span.

load_coder   the coder, with the shipped lexicon and the user's own files on top
Coder        read(document) -> records, in the order of the text
"""

from marsad.coding.coder import Coder, load_coder

__all__ = ["Coder", "load_coder"]
