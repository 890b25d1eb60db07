"""Documents: in come files as `sources` read them, out go `Document` records with paragraphs, roles, language and title.

- `make_document`: one file, text or HTML; `unknown_language` says why a language is `und`
- `documents_of_lines`: one document a line
- `near_duplicates`: pairs that copy each other
- `parts`: a very long document as it is read, `Part` after `Part`; `rejoined` makes it whole again
"""

from marsad.documents.build import make_document, unknown_language
from marsad.documents.duplicates import Duplicate, near_duplicates
from marsad.documents.lines import documents_of_lines
from marsad.documents.parts import Part, parts, rejoined

__all__ = ["Duplicate", "Part", "documents_of_lines", "make_document", "near_duplicates", "parts", "rejoined", "unknown_language"]
