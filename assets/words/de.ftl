# Texte auf Deutsch. Schlüssel in Kleinbuchstaben mit Bindestrich, vorn der Name des Raums im Quelltext.
# Umbenennbare Begriffe: { -planning-area }, { -planning-area(form: "plural") } (auch genitive, dative-plural), ebenso { -conference }.
# (Kein Text darf heißen wie ein Begriff: Fluent führt beide unter einem Namen.)
# Ohne Artikel davor: Ein Landkreis darf ein Wort mit anderem Geschlecht wählen.

### words
words-percent-points = { $value }{ "\u00A0" }Prozentpunkte

### project
project-no-such-plan = Diese Planungsvariante gibt es nicht mehr.
project-no-such-area = { -planning-area }: in dieser Variante nicht mehr vorhanden.
project-no-such-view = Diese gespeicherte Ansicht gibt es nicht mehr.
project-id-taken = Diese Kennung ist schon vergeben.
project-name-empty = Der Name darf nicht leer sein.
project-name-taken = „{ $name }“ gibt es schon. Bitte einen anderen Namen wählen.
project-untouchable = „{ $name }“ ist geschützt. Bitte zuerst eine Kopie anlegen.
project-area-not-empty = „{ $name }“ enthält noch Gebiete. Bitte diese zuerst aus dem Raum nehmen.

### analysis
analysis-classify-no-values = Es gibt keine bekannten Werte, aus denen sich Klassen bilden lassen. Bitte eine andere Kennzahl oder einen anderen Zeitraum wählen.
analysis-classify-value-not-finite = Der Wert Nr. { $number } ist keine gewöhnliche Zahl. Bitte die Quelle der Kennzahl prüfen.
analysis-classify-no-classes = Null Klassen gibt es nicht. Bitte mindestens eine Klasse wählen.
analysis-classify-no-breaks = Für eigene Klassen fehlen die Grenzen. Bitte mindestens eine angeben.
analysis-classify-break-not-finite = Die Klassengrenze Nr. { $number } ist keine gewöhnliche Zahl. Bitte eine Zahl angeben.
analysis-disclosure-limit = Kleine Zahlen: Werte, hinter denen weniger als { $count } Fälle stehen (oder denen so wenige zum Ganzen fehlen), sind nicht ausgewiesen; wo eine Kennzahl eine andere Mindestzahl nennt, gilt diese. Ob sich ein solcher Wert aus Summen oder aus dem Vergleich zweier Varianten zurückrechnen lässt, wird noch nicht geprüft.
analysis-overlay-no-such-indicator = Die Kennzahl „{ $id }“ gibt es im Datenbestand nicht.
analysis-overlay-no-such-period = Für { $period } liegen keine Werte vor. Vorhanden sind: { $present }.
analysis-overlay-no-values = Zu dieser Kennzahl liegen keine Werte vor.
analysis-overlay-no-plan = Für Werte je Raum bitte zuerst eine Planungsvariante wählen.
analysis-draft-gives-nothing = „{ $name }“ ist gesperrt und gibt keine Gebiete ab.
analysis-draft-takes-nothing = „{ $name }“ ist gesperrt und nimmt keine Gebiete auf.
analysis-draft-has-area = Gehört schon zu „{ $name }“; bemalt werden nur nicht zugeordnete Gebiete.
analysis-draft-untouchable = „{ $name }“ ist geschützt. Bitte eine Kopie bearbeiten.
