"""Every error Marsad raises on purpose, one root and one branch per stage.

MarsadError
├── UsageError            a command or call was misused                      (exit 2)
│   └── SettingsError     marsad.toml or the environment holds a bad value    (exit 2)
├── RecordError           a record, panel or forecast contradicts itself at birth
├── SourceError           sources: a file or a publisher could not be read
│   ├── FormatError       the file is not in the format its passport promises
│   └── DownloadError     the publisher did not answer as expected
├── DocumentError         documents: a text could not be read
├── CodingError           coding
│   ├── LexiconError      a lexicon entry is malformed
│   └── ReaderError       an optional reader (endpoint, model) failed
│       └── AnswerError     one answer of it cannot be used; the next sentence may fare better
├── PanelError            panel: counts that would be wrong
├── ForecastError         forecast: a model cannot answer
├── ScoreError            verification: a score that would be wrong
├── AssessmentError       assessment
├── BriefError            briefs
├── StoreError            the archive
│   └── ArchiveVersionError   written by a newer Marsad
├── SharingError          sharing
└── WebError              web
"""


class MarsadError(Exception):
    """Root of all errors raised on purpose.

    The message says what went wrong, where, and what to do next; `exit_code` is what the command line returns.
    """

    exit_code: int = 1


class UsageError(MarsadError):
    """A command or function was called in a way that has no meaning."""

    exit_code = 2


class SettingsError(UsageError):
    """`marsad.toml` or a `MARSAD_*` variable holds an unknown key or a bad value."""


class RecordError(MarsadError):
    """A record would contradict itself; nothing that fails here enters the archive."""


class SourceError(MarsadError):
    """A source could not be read."""


class FormatError(SourceError):
    """A file is not in the format that its passport promises."""


class DownloadError(SourceError):
    """A publisher did not answer as expected."""


class DocumentError(MarsadError):
    """A text could not be read as a document."""


class CodingError(MarsadError):
    """Reading a document into records failed."""


class LexiconError(CodingError):
    """A lexicon entry is malformed; the message names file and line."""


class ReaderError(CodingError):
    """An optional reader (endpoint or model) refused, timed out or answered nonsense."""


class AnswerError(ReaderError):
    """One answer of an optional reader cannot be used: its sentence is set aside, and reading goes on."""


class PanelError(MarsadError):
    """Counts per unit and month that would be wrong."""


class ForecastError(MarsadError):
    """A model cannot answer for this panel, origin or step."""


class ScoreError(MarsadError):
    """A score that would be wrong: draws not finite, or rows that do not match."""


class AssessmentError(MarsadError):
    """An assessment cannot be made from what the archive holds."""


class BriefError(MarsadError):
    """A brief cannot be made or written."""


class StoreError(MarsadError):
    """The archive cannot be read or written."""


class ArchiveVersionError(StoreError):
    """The archive was written by a newer Marsad."""


class SharingError(MarsadError):
    """An exchange with a partner failed."""


class WebError(MarsadError):
    """The pages or the API cannot be served."""
