"""Sources: out to files and publishers; in come raw texts and event tables, each row accounted for.

- `files`: text and HTML documents (`read_file`, `read_paths`)
- `ucdp`: UCDP event files of any of their formats (`read_events`, `read_event_paths`)
- `passport`: what a publisher's file promises (`load_passport`)
- `pull`: downloads into a hashed cache (`download`, `pull_ucdp`)

The modules are imported one by one, since the last three load what a reader of plain files does not need.
"""
