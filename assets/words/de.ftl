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
### project file
project-file-trouble = { $cause } { $remedy } – { $path }
project-file-trouble-detail = { $cause } { $remedy } (Meldung des Systems: { $detail }) – { $path }
project-file-some-step = Änderung
project-file-unreadable = Die Projektdatei lässt sich nicht lesen.
project-file-not-a-project = Die Datei ist kein Planraum-Projekt.
project-file-too-large = Die Datei ist mit { $megabytes } MB größer, als ein Projekt sein kann.
project-file-newer = Das Projekt wurde mit einer neueren Version gespeichert und braucht Planraum { $version }.
project-file-newer-unknown = Das Projekt wurde mit einer neueren Version von Planraum gespeichert.
project-file-damaged = Die Projektdatei ist beschädigt.
project-file-damaged-at = Die Projektdatei ist beschädigt (Stelle: { $place }).
project-file-source-missing = Dem Projekt fehlt eine seiner Quellen, oder sie ist verändert (Prüfsumme { $source }).
project-file-unwritable = Das Projekt ließ sich hier nicht speichern ({ $kilobytes } KB nötig); die bisherige Datei ist unverändert.
project-file-changed-meanwhile = Die Projektdatei wurde inzwischen von anderer Seite geändert und deshalb nicht überschrieben.
project-file-locked = { $user } hat das Projekt seit { $day }, { $time } Uhr, am Rechner { $host } geöffnet.
project-file-locked-by-somebody = Jemand anderes hat das Projekt geöffnet; wer, ist nicht zu lesen.
project-file-no-file-yet = Das Projekt hat noch keine Datei.
project-file-no-workplace = Der Ordner für Arbeitskopien lässt sich nicht benutzen.
project-file-no-working-copy = Diese Arbeitskopie gibt es nicht mehr.
project-file-working-copy-in-use = Diese Arbeitskopie ist in einem anderen Fenster geöffnet.
project-file-not-kept = Die letzte Änderung ließ sich nicht in der Arbeitskopie festhalten.
project-file-out-of-step = Die Arbeitskopie nimmt die Änderung nicht an: { $reason }
project-file-remedy-readable = Bitte prüfen, ob die Datei noch da ist und Sie sie lesen dürfen.
project-file-remedy-other-file = Bitte eine Datei mit der Endung .planraum wählen.
project-file-remedy-backup = Bitte eine frühere Fassung aus der Datensicherung öffnen.
project-file-remedy-update = Bitte Planraum aktualisieren; die Datei ist unverändert.
project-file-remedy-other-place = Bitte Platz und Schreibrecht prüfen oder an einem anderen Ort speichern.
project-file-remedy-as-copy = Bitte „Als Kopie speichern“ wählen und die beiden Fassungen vergleichen.
project-file-remedy-wait-or-copy = Bitte warten, bis es geschlossen ist, oder „Als Kopie speichern“ wählen.
project-file-remedy-save-as = Bitte „Speichern unter“ wählen.
project-file-remedy-workplace = Bitte freien Platz und Schreibrecht im eigenen Benutzerordner prüfen und das Projekt speichern.
project-file-remedy-open-again = Bitte das Projekt aus seiner Datei öffnen.
project-file-remedy-other-window = Bitte dort weiterarbeiten oder das andere Fenster schließen.
project-file-remedy-restart = Bitte „Als Kopie speichern“ wählen und die Kopie öffnen.
