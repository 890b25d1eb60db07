"""Pages and JSON from the newest snapshot that a run published; nothing is written, nothing outside is asked.

serving    where to listen: `serve`, `ServeRequest`
app        pages, API and the door before them: `make_app`
shelf      the snapshot and the pages kept ready
views      what each page says, as plain values;  records: rows as such values
pages      the pages' addresses;  rendering, wording, reading: from values to a page in three languages
api        /api/v1 and OGC API Features;  formats: JSON, CSV, GeoJSON, Parquet
guards     strict addresses, bounded bodies, headers;  answers: tags, compression, problem documents
"""

from marsad.web.serving import ServeRequest, serve

__all__ = ["ServeRequest", "serve"]
