### Words of the desk in English.

desk-title = Desk
desk-intro = What you change stands in the log with your name and your reason. Pages show a retraction at once; counts and briefs follow with the next run.
desk-find = Find a record or a place
desk-last = Last entries
desk-login = Sign in
desk-login-why = Reading needs no account. To correct records, write notes or start runs, sign in.
desk-name = Account
desk-password = Password
desk-no-account = Accounts are made on the server’s machine:
desk-logout = Sign out
desk-signed = Signed in as { $name }
desk-refused = Not allowed
desk-wrong-csrf = This form is out of date or did not come from this page. Nothing was changed; load the page again.
desk-wrong-right = Your account has not the right to do this.
desk-wrong-session = Your session has ended. Nothing was changed; sign in again.
desk-wrong-login = Account and password do not agree.
desk-wrong-wait = { $count ->
    [one] Too many failed attempts. Try again in { $count } minute.
   *[other] Too many failed attempts. Try again in { $count } minutes.
}
desk-wrong-form = Nothing was changed:
desk-wrong-busy = A run is under way. Wait for its end, or cancel it.
desk-log = Log
desk-log-intro = { $count ->
    [one] { $count } entry, chained by its hash. This command verifies the chain:
   *[other] { $count } entries, each chained to the one before. This command verifies the chain:
}
desk-log-last = Hash of the last entry:
desk-log-empty = The log is empty.
desk-event = Event
desk-engagement = Meeting
desk-statement = Statement
desk-place = Notes on a place
desk-notes = Analysts’ notes
desk-notes-none = No note yet.
desk-note-new = New note
desk-note-public = The page of the place and the next brief show it to everybody, without your name. Name no private person.
desk-note-save = Write the note
desk-write-note = Write a note on this place
desk-changed = Changed by people
desk-work = Correct a record of this text
desk-done-here = What was changed here
desk-correct = Correct
desk-leave-empty = What is left empty stays as it is.
desk-deaths-low = Deaths, lowest
desk-deaths-best = Deaths, best
desk-deaths-high = Deaths, highest
desk-date-start = From (day)
desk-date-end = To (day)
desk-country = Country (code such as MLI)
desk-cell = Cell (PRIO-GRID number)
desk-reason = Reason
desk-duplicates = Duplicates
desk-other = Id of the other record
desk-same = Both are one
desk-apart = They are two
desk-status = Set the state of what was agreed
desk-document = Id of the text that shows it
desk-outcome-was = no. { $number }: { $status }
desk-retract = Retract
desk-retract-what = Nothing counts or tells it any more; the record stays in the archive.
desk-is-retracted = This record was retracted.
desk-undo = Undo
desk-undone = undone
desk-did-correct = corrected
desk-did-retract = retracted
desk-did-same = found to be the same as another
desk-did-apart = found to differ from another
desk-did-status = state set
desk-did-note = noted
desk-did-undo = undid entry
desk-did-account-added = added an account
desk-did-password-changed = changed a password
desk-did-account-disabled = disabled an account
desk-did-account-enabled = enabled an account
desk-did-rights-changed = changed rights
desk-did-login-failed = failed to sign in
desk-did-login = signed in
desk-did-logout = signed out
desk-did-key-made = made a key
desk-did-key-revoked = revoked a key
desk-did-run-started = started a run
desk-did-run-cancelled = cancelled a run
desk-did-run-ended = a run ended
desk-command-line = command line
desk-runs = Runs from the pages
desk-runs-intro = One run at a time. It reads what the server was started with, and goes on if the server stops.
desk-run = Run
desk-run-region = Region or country (as set, if left empty)
desk-run-month = Last month known (the last of the data, if left empty)
desk-run-start = Start a run
desk-run-cancel = Cancel this run
desk-run-of = Started by { $name }
desk-run-running = under way
desk-run-stopping = stopping
desk-run-done = done
desk-run-failed = failed
desk-run-cancelled = cancelled
desk-run-refresh = This page asks anew every three seconds.
stamp-title = Superseded
stamp-text = { $count ->
    [one] Since this brief was made, { $count } record that it rests on was changed:
   *[other] Since this brief was made, { $count } records that it rests on were changed:
}
