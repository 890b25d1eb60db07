"""The archive: Ibis tables on one DuckDB file or on Parquet folders through Spark; panel and forecast files in and out.

files     panel files, and files in general: written whole or not at all, read whole or refused
draws     forecast files, whole or a stretch of units at a time
schema    the tables, their columns, the version of both
duck      the tables in one DuckDB file
spark     the same tables as Parquet files under a manifest, read through Spark
rows      records as rows of the tables, and back
archive   Archive, open_archive: what goes in, what comes out
publish   a snapshot of Parquet and JSON for the pages, put in place in one step
published questions to a snapshot
"""

from marsad.store.archive import Added, Archive, open_archive
from marsad.store.draws import (
    read_forecast,
    read_forecast_blocks,
    read_forecast_units,
    stream_forecast,
    write_forecast,
    write_forecast_blocks,
)
from marsad.store.files import atomic_path, column_names, read_panel, read_rows, sample_panel, write_panel, write_rows
from marsad.store.publish import publish
from marsad.store.published import Published, Where, open_published
from marsad.store.vintages import first_figures, read_vintages

__all__ = [
    "Added",
    "Archive",
    "Published",
    "Where",
    "atomic_path",
    "column_names",
    "first_figures",
    "open_archive",
    "open_published",
    "publish",
    "read_forecast",
    "read_forecast_blocks",
    "read_forecast_units",
    "read_panel",
    "read_rows",
    "read_vintages",
    "sample_panel",
    "stream_forecast",
    "write_forecast",
    "write_forecast_blocks",
    "write_panel",
    "write_rows",
]
