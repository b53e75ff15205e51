# Texte auf Deutsch. Schlüssel in Kleinbuchstaben mit Bindestrich, vorn der Name des Raums im Quelltext.
# Umbenennbare Begriffe: { -planning-area }, { -planning-area(form: "plural") } (auch genitive, dative-plural), ebenso { -conference }.
# (Kein Text darf heißen wie ein Begriff: Fluent führt beide unter einem Namen.)
# Ohne Artikel davor: Ein Landkreis darf ein Wort mit anderem Geschlecht wählen.

### words
words-percent-points = { $value }{ "\u00A0" }Prozentpunkte
