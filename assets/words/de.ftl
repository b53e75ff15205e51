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
project-file-write-protected = An diesem Ort kann das Projekt nicht gespeichert werden; die Datei ist schreibgeschützt oder der Ordner nicht erreichbar.
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
### step (Verlauf)
step-change = Änderung
step-rename-project = Projekt heißt jetzt „{ $name }“
step-source-added = Daten aus „{ $file }“ übernommen
step-sources = Datenquellen geändert
step-city = Städtische Gebiete festgelegt
step-terms = Bezeichnungen geändert
step-classing = Klassen von „{ $indicator }“ geändert
step-plan-added = Variante „{ $plan }“ angelegt
step-plan-removed = Variante „{ $plan }“ gelöscht
step-plan-renamed = Variante „{ $from }“ heißt jetzt „{ $to }“
step-plan-described = Beschreibung von „{ $plan }“ geändert
step-plan-protected = Variante „{ $plan }“ geschützt
step-plan-opened = Schutz von „{ $plan }“ aufgehoben
step-target = Zielgröße in „{ $plan }“ geändert
step-balance = Ausgleichsgröße in „{ $plan }“ geändert
step-assigned = { $count ->
    [one] { $count } Gebiet → { $area }
   *[other] { $count } Gebiete → { $area }
}
step-unassigned = { $count ->
    [one] { $count } Gebiet herausgenommen
   *[other] { $count } Gebiete herausgenommen
}
step-assigned-several = { $count } Gebiete auf { $areas } Räume verteilt
step-area-added = Raum „{ $area }“ angelegt
step-area-removed = Raum „{ $area }“ aufgelöst
step-area-renamed = Raum „{ $from }“ heißt jetzt „{ $to }“
step-area-recoded = Raum „{ $area }“ hat jetzt das Kürzel { $code }
step-area-recoloured = Farbe von „{ $area }“ geändert
step-reason = Begründung von „{ $area }“ geändert
step-area-locked = Raum „{ $area }“ gesperrt
step-area-unlocked = Raum „{ $area }“ entsperrt
step-all-locked = Räume gesperrt
step-all-unlocked = Alle Räume entsperrt
step-view-added = Ansicht „{ $view }“ gespeichert
step-view-removed = Ansicht „{ $view }“ gelöscht
step-view-changed = Ansicht „{ $view }“ geändert
step-view-moved = Ansicht „{ $view }“ verschoben

### desk
area-new-name = Raum { $number }
plan-new-name = Entwurf { $letter }
plan-copy-name = { $plan } – Kopie
plan-copy-name-again = { $plan } – Kopie { $number }
desk-read-only-hint = Das Projekt ist nur zum Lesen geöffnet. Änderungen bleiben in der Arbeitskopie; speichern geht unter anderem Namen.
desk-undone = Rückgängig: { $step }
desk-redone = Wiederholt: { $step }
desk-view-saved = Ansicht „{ $view }“ gespeichert
desk-what-if-name = { $plan } – was wäre, wenn ({ $time })
desk-nothing-to-export = Hier gibt es nichts auszugeben. Bitte zuerst eine Kennzahl oder eine Variante wählen.
desk-saved = Gespeichert: { $file }
desk-written = Ausgegeben: { $file }
desk-opened-with-findings = { $count ->
    [one] Geöffnet, mit einem Hinweis.
   *[other] Geöffnet, mit { $count } Hinweisen.
}
desk-plan-protected = „{ $plan }“ ist geschützt. Zum Zeichnen bitte eine Kopie anlegen.
desk-still-computing = Die Zahlen dieser Variante werden noch berechnet. Gleich kann gezeichnet werden.
desk-no-target = Bitte zuerst den Raum wählen, in den gemalt wird.
desk-locked = { $count ->
    [one] Ein Gebiet blieb, weil ein Raum gesperrt ist.
   *[other] { $count } Gebiete blieben, weil ein Raum gesperrt ist.
}
desk-all-assigned = Alle Gebiete sind zugeordnet.
desk-no-islands = Kein Raum hat abgetrennte Teile.
desk-no-enclaves = Es gibt keine Insel, die aufgelöst werden könnte.
desk-absorbed = { $count ->
    [one] Insel aufgelöst: { $count } Gebiet zugeordnet
   *[other] Inseln aufgelöst: { $count } Gebiete zugeordnet
}

### job
job-open-sample = Beispiel wird geöffnet
job-open = „{ $file }“ wird gelesen
job-resume = Arbeitskopie wird geöffnet
job-discard = Arbeitskopie wird verworfen
job-save = Projekt wird gespeichert
job-write = „{ $file }“ wird geschrieben
job-fold = Datenbestand wird zusammengestellt

### legend
legend-only-class = { $from } bis { $to }
legend-below = unter { $to }
legend-from = { $from } und mehr
legend-between = { $from } bis unter { $to }
legend-area = { $code } { $area }
legend-secret = geheim, auch als Schutz
legend-missing = keine Angabe
legend-uninhabited = unbewohnt
legend-unassigned = nicht zugeordnet
legend-estimated = zum Teil erfasst, geschätzt
legend-partial = zum Teil erfasst
legend-range = nicht zusammenfassbar
legend-switched-off = zählt nicht mit (Stadt)
legend-without-city = ohne die Stadt
legend-source = Quelle: { $source }
legend-new-border = neue Grenze in { $b }
legend-dropped-border = entfallene Grenze aus { $a }
legend-shared-border = Grenze in beiden gleich
legend-changed = wechselt, in neuer Farbe
legend-matched = Farben und Namen folgen dem Raum, mit dem die meisten Menschen gemeinsam sind.
