# Texts in English. The keys are those of de.ftl, in the same order.
# Renamable terms: { -planning-area }, { -planning-area(form: "plural") }, and { -conference } likewise.
# (A message may not be called like a term: Fluent keeps both under one name.)

### words
words-percent-points = { $value }{ "\u00A0" }percentage points
