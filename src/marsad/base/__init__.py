"""The nouns every stage shares; imports nothing of ours beyond itself.

errors   one root, one branch per stage
months   month numbers, origins, steps
places   PRIO-GRID arithmetic, countries, regions
script   Arabic, French, English text: normalisation with offsets, clitics, tokens
records  Document, Event, Engagement, Statement, Mention, Reject
frames   Panel, Forecast, Scores
"""
