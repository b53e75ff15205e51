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
project-starting-plan = „{ $name }“ ist der Ausgangsplan und bleibt, wie er ist. Zum Verändern bitte duplizieren.
project-plan-kept = „{ $name }“ ist geschützt und lässt sich nicht löschen. Wenn die Variante wirklich weg soll, bitte zuerst den Schutz aufheben.
project-area-not-empty = „{ $name }“ enthält noch Gebiete. Bitte diese zuerst aus dem Raum nehmen.

### finding
finding-place = Stelle: { $parts }.
finding-place-feature = Objekt Nr. { $number }
finding-place-key = Schlüssel { $key }
finding-place-row = Tabellenzeile { $number }
finding-place-column = Spalte { $column }
finding-place-line = Zeile { $number }
finding-place-path = Pfad { $path }

### analysis
analysis-classify-no-values = Es gibt keine bekannten Werte, aus denen sich Klassen bilden lassen. Bitte eine andere Kennzahl oder einen anderen Zeitraum wählen.
analysis-classify-value-not-finite = Der Wert Nr. { $number } ist keine gewöhnliche Zahl. Bitte die Quelle der Kennzahl prüfen.
analysis-classify-no-classes = Null Klassen gibt es nicht. Bitte mindestens eine Klasse wählen.
analysis-classify-no-breaks = Für eigene Klassen fehlen die Grenzen. Bitte mindestens eine angeben.
analysis-classify-break-not-finite = Die Klassengrenze Nr. { $number } ist keine gewöhnliche Zahl. Bitte eine Zahl angeben.
analysis-disclosure-limit = Kleine Zahlen: Werte, hinter denen weniger als { $count } Fälle stehen (oder denen so wenige zum Ganzen fehlen) und Salden, deren Betrag über 0 und darunter liegt, sind nicht ausgewiesen; wo eine Kennzahl eine andere Mindestzahl nennt, gilt diese. Ob sich ein solcher Wert aus Summen oder aus dem Vergleich zweier Varianten zurückrechnen lässt, wird noch nicht geprüft.
analysis-overlay-no-such-indicator = Die Kennzahl „{ $id }“ gibt es im Datenbestand nicht.
analysis-overlay-no-such-period = Für { $period } liegen keine Werte vor. Vorhanden sind: { $present }.
analysis-overlay-no-values = Zu dieser Kennzahl liegen keine Werte vor.
analysis-overlay-no-plan = Für Werte je Raum bitte zuerst eine Planungsvariante wählen.
analysis-draft-gives-nothing = „{ $name }“ ist gesperrt und gibt keine Gebiete ab.
analysis-draft-takes-nothing = „{ $name }“ ist gesperrt und nimmt keine Gebiete auf.
analysis-draft-has-area = Gehört schon zu „{ $name }“; bemalt werden nur nicht zugeordnete Gebiete.
analysis-draft-untouchable = „{ $name }“ ist geschützt. Bitte eine Kopie bearbeiten.
analysis-draft-uninhabited = unbewohnt und ohne Raum. Solche Gebiete kommen nur dazu, wenn man sie einzeln mit dem Pinsel anklickt oder „Auch unbewohnte Gebiete“ einschaltet.
analysis-group-joint = Samtgemeinde
analysis-group-county = Kreis
analysis-group-state = Land
### project file
project-file-trouble = { $cause } { $remedy } – { $path }
project-file-trouble-detail = { $cause } { $remedy } (Grund: { $detail }) – { $path }
project-file-some-step = Änderung
project-file-unreadable = Die Projektdatei lässt sich nicht lesen.
project-file-not-a-project = Die Datei ist kein Planraum-Projekt.
project-file-no-project-any-more = Die Datei ist nach ihrem Namen ein Planraum-Projekt, nach ihrem Inhalt aber keines: Sie ist beschädigt oder war nie ein Projekt.
project-file-not-a-file = Das ist keine gewöhnliche Datei.
project-file-too-large = Die Datei ist mit { $megabytes } MB größer, als ein Projekt sein kann.
project-file-newer = Das Projekt wurde mit einer neueren Version gespeichert und braucht Planraum { $version }.
project-file-newer-unknown = Das Projekt wurde mit einer neueren Version von Planraum gespeichert.
project-file-damaged = Die Projektdatei ist beschädigt.
project-file-damaged-at = Die Projektdatei ist beschädigt (Stelle: { $place }).
project-file-altered = Die Projektdatei ist beschädigt: { $part } – hier steht nicht mehr, was gespeichert wurde (die Prüfsumme stimmt nicht).
project-file-copy-damaged = Die Arbeitskopie ist beschädigt.
project-file-copy-damaged-at = Die Arbeitskopie ist beschädigt (Stelle: { $place }).
project-file-copy-altered = Die Arbeitskopie ist beschädigt: { $part } – hier steht nicht mehr, was festgehalten wurde (die Prüfsumme stimmt nicht).
project-file-place-length = Länge der Datei
project-file-place-journal = Art des Speicherns
project-file-place-schema = Aufbau der Tabellen
project-file-place-version = Versionsnummer
project-file-place-plan = Planungsvariante Nr. { $number }
project-file-place-area = Raum Nr. { $number }
project-file-place-assignment = Zuordnung von { $key } in Planungsvariante Nr. { $plan }
project-file-place-view = gespeicherte Ansicht Nr. { $number }
project-file-place-source = Quelle Nr. { $number }
project-file-place-classing = Klassen Nr. { $number }
project-file-place-terms = eigene Begriffe
project-file-place-city = Stadt
project-file-place-step = Schritt Nr. { $number } des Verlaufs
project-file-place-entry = ein Eintrag
project-file-why-damaged-at = die Arbeitskopie ist beschädigt, Stelle: { $place }
project-file-why-source-missing = dem Projekt fehlt eine seiner Quellen, oder sie ist verändert, Prüfsumme { $source }
project-file-rescued-before = Die Arbeitskopie ist beschädigt; was davon ganz ist, wurde schon früher hergestellt. Offen ist diese Kopie mit allem, was seither daran getan wurde.
project-file-rescued-all = Die Arbeitskopie ist beschädigt; alles, was darin getan war, ließ sich herstellen und ist als neues, noch nicht gespeichertes Projekt offen.
project-file-rescued-without = Die Arbeitskopie ist beschädigt; was davon ganz ist, ist als neues, noch nicht gespeichertes Projekt offen. { $count ->
        [one] Die letzte Änderung fehlt
       *[other] Die letzten { $count } Änderungen fehlen
    } darin.
project-file-rescued-with = Die Arbeitskopie ist beschädigt; was davon ganz ist, ist als neues, noch nicht gespeichertes Projekt offen. { $count ->
        [one] Eine Änderung, die schon zurückgenommen war, steht
       *[other] { $count } Änderungen, die schon zurückgenommen waren, stehen
    } wieder darin.
project-file-history-first = Der Anfang des Verlaufs ließ sich nicht mehr lesen; { $count ->
    [one] ein früher Schritt lässt
   *[other] { $count } frühe Schritte lassen
} sich nicht mehr rückgängig machen. Das Projekt selbst ist vollständig.
project-file-history-undone = Ein Teil des Verlaufs ließ sich nicht mehr lesen; { $count ->
    [one] ein rückgängig gemachter Schritt lässt
   *[other] { $count } rückgängig gemachte Schritte lassen
} sich nicht wiederholen. Das Projekt selbst ist vollständig.
project-file-part-project = Name und Stand des Projekts
project-file-part-sources = Liste der Quellen
project-file-part-plans = Liste der Planungsvarianten
project-file-part-areas = Räume der Planungsvariante „{ $plan }“
project-file-part-assignment = Zuordnung der Gebiete in der Planungsvariante „{ $plan }“
project-file-part-views = gespeicherte Ansichten
project-file-part-classings = Klasseneinteilungen
project-file-part-city = Einstellung zur Stadt
project-file-part-terms = eigene Begriffe
project-file-part-step = Schritt { $number } des Verlaufs
project-file-part-working = Angaben der Arbeitskopie
project-file-source-missing = Dem Projekt fehlt eine seiner Quellen, oder sie ist verändert (Prüfsumme { $source }).
project-file-unwritable = Das Projekt ließ sich hier nicht speichern ({ $kilobytes } KB nötig); die bisherige Datei ist unverändert.
project-file-write-protected = An diesem Ort kann das Projekt nicht gespeichert werden; die Datei ist schreibgeschützt oder der Ordner nicht erreichbar.
project-file-changed-meanwhile = Die Projektdatei wurde inzwischen von anderer Seite geändert und deshalb nicht überschrieben.
project-file-locked = { $user } hat das Projekt seit { $day }, { $time } Uhr, am Rechner { $host } geöffnet.
project-file-locked-by-nameless = Jemand hat das Projekt seit { $day }, { $time } Uhr, am Rechner { $host } geöffnet.
project-file-locked-by-somebody = Jemand anderes hat das Projekt geöffnet; wer, ist nicht zu lesen.
project-file-taken-over = Das Projekt wurde inzwischen übernommen: { $holder } Hier wurde deshalb nichts gespeichert.
project-file-busy = Ein anderes Fenster öffnet oder speichert diese Datei gerade und wird damit nicht fertig.
project-file-exists = An diesem Ort liegt schon ein anderes Projekt.
project-file-exists-other = An diesem Ort liegt schon eine Datei, und sie ist kein Planraum-Projekt.
project-file-outgrown = Das Projekt ist mit { $megabytes } MB größer, als eine Projektdatei sein kann; es wurde nichts gespeichert.
project-file-no-file-yet = Das Projekt hat noch keine Datei.
project-file-no-workplace = Der Ordner für Arbeitskopien lässt sich nicht benutzen.
project-file-no-working-copy = Diese Arbeitskopie gibt es nicht mehr.
project-file-working-copy-in-use = Diese Arbeitskopie ist in einem anderen Fenster geöffnet.
project-file-not-kept = Die letzte Änderung ließ sich nicht in der Arbeitskopie festhalten.
project-file-out-of-step = Die Arbeitskopie nimmt die Änderung nicht an: { $reason }
project-file-remedy-readable = Bitte prüfen, ob die Datei noch da ist und Sie sie lesen dürfen.
project-file-remedy-other-file = Bitte eine Datei mit der Endung .planraum wählen.
project-file-remedy-backups = Frühere Fassungen dieser Datei liegen in { $folder }; bitte die mit der höchsten Nummer öffnen und unter einem neuen Namen speichern.
project-file-remedy-backup = Planraum hat auf diesem Rechner keine frühere Fassung davon; bitte eine aus der Datensicherung Ihres Hauses zurückholen lassen.
project-file-remedy-update = Bitte Planraum aktualisieren; die Datei ist unverändert.
project-file-remedy-other-place = Bitte Platz und Schreibrecht prüfen oder an einem anderen Ort speichern.
project-file-remedy-compare = Bitte „Speichern unter“ wählen und die beiden Fassungen vergleichen.
project-file-remedy-wait = Bitte warten, bis es geschlossen ist, oder „Speichern unter“ wählen.
project-file-remedy-busy = Bitte gleich noch einmal versuchen; antwortet das Laufwerk nicht, das andere Fenster schließen.
project-file-remedy-other-name = Bitte einen anderen Namen wählen.
project-file-remedy-outgrown = Bitte die zuletzt übernommenen Daten rückgängig machen und in kleinerem Umfang übernehmen.
project-file-remedy-save-as = Bitte „Speichern unter“ wählen.
project-file-remedy-workplace = Bitte freien Platz und Schreibrecht im eigenen Benutzerordner prüfen und das Projekt speichern.
project-file-remedy-open-again = Bitte das Projekt aus seiner Datei öffnen.
project-file-remedy-rescued = Bitte prüfen, unter einem neuen Namen speichern und den Datenträger dieses Rechners prüfen lassen; die beschädigte Arbeitskopie liegt unverändert in { $folder }.
project-file-remedy-history = Bitte das Projekt speichern und den Datenträger dieses Rechners prüfen lassen.
project-file-remedy-copy-open = Bitte „Speichern unter“ wählen; gelingt das nicht, die Zuordnung ausgeben.
project-file-remedy-copy-unknown = Bitte das Projekt aus seiner Datei öffnen, falls es schon gespeichert wurde; darin fehlt, was seither dazukam.
project-file-remedy-copy-without-file = Das Projekt wurde noch nie gespeichert; bitte den Ordner der Arbeitskopie aus der Datensicherung Ihres Hauses zurückholen lassen.
project-file-remedy-copy-of-file = Bitte { $file } öffnen: Diese Datei ist unbeschädigt; { $count ->
    [0] es fehlt darin nichts.
    [one] es fehlt darin eine Änderung, die seit dem Speichern dazukam.
   *[other] es fehlen darin { $count } Änderungen, die seit dem Speichern dazukamen.
}
project-file-remedy-copy-file-too = Auch die Datei { $file } lässt sich nicht öffnen, und Planraum hat auf diesem Rechner keine frühere Fassung davon; bitte eine aus der Datensicherung Ihres Hauses zurückholen lassen.
project-file-remedy-copy-file-too-backups = Auch die Datei { $file } lässt sich nicht öffnen; frühere Fassungen davon liegen in { $folder }: bitte die mit der höchsten Nummer öffnen und unter einem neuen Namen speichern.
project-file-remedy-copy-beside = Was darin seit dem letzten Speichern dazukam, fehlt hier; vielleicht hat die Datensicherung Ihres Hauses die Arbeitskopie noch unbeschädigt.
project-file-remedy-other-window = Bitte dort weiterarbeiten oder das andere Fenster schließen.
project-file-remedy-restart = Bitte die Zuordnung ausgeben und das Projekt neu öffnen.
### step (Verlauf)
step-change = Änderung
step-rename-project = Projekt heißt jetzt „{ $name }“
step-source-added = Daten aus „{ $file }“ übernommen
step-sources = Datenquellen geändert
step-city = Städtische Gebiete festgelegt
step-terms = Bezeichnungen geändert
step-classing = Klassen von „{ $indicator }“ geändert
step-classing-changed = Klassen von „{ $indicator }“: { $from } → { $to }
step-classing-ramp = Farben von „{ $indicator }“: { $from } → { $to }
step-classing-both = { $limits }, { $colours }
step-classing-limits = { $method } { $limits }
step-classing-and = { $limits }; { $next }
step-plan-added = Variante „{ $plan }“ angelegt
step-plan-removed = Variante „{ $plan }“ gelöscht
step-plan-renamed = Variante „{ $from }“ heißt jetzt „{ $to }“
step-plan-described = Beschreibung von „{ $plan }“ geändert
step-plan-protected = Variante „{ $plan }“ geschützt
step-plan-opened = Schutz von „{ $plan }“ aufgehoben
step-target-changed = Ziel je Raum in „{ $plan }“: { $from } → { $to }
step-balance-changed = Ausgeglichen wird in „{ $plan }“: { $from } → { $to }
step-assigned = { $count ->
    [one] { $count } Gebiet → { $area }
   *[other] { $count } Gebiete → { $area }
}
step-unassigned = { $count ->
    [one] { $count } Gebiet herausgenommen
   *[other] { $count } Gebiete herausgenommen
}
step-assigned-several = { $count } Gebiete auf { $areas } Räume verteilt
step-assigned-uninhabited = { $count } Gebiete, davon { $empty } unbewohnt → { $area }
step-assigned-one = { $district } → { $area }
step-assigned-two = { $first } und { $second } → { $area }
step-unassigned-one = { $district } herausgenommen
step-unassigned-two = { $first } und { $second } herausgenommen
step-merged = „{ $from }“ und „{ $into }“ zu „{ $into }“ zusammengelegt
step-split-off = { $count } Gebiete von „{ $from }“ abgetrennt: „{ $area }“
step-split-off-one = { $district } von „{ $from }“ abgetrennt: „{ $area }“
step-split-off-two = { $first } und { $second } von „{ $from }“ abgetrennt: „{ $area }“
step-split-parts = „{ $from }“ in { $count } Räume geteilt
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
plan-starting-name = Ausgangsplan
plan-starting-by = Wie heute: Gebiete mit gleichem Wert von „{ $group }“ bilden je einen Raum. Zum Verändern bitte kopieren.
plan-starting-empty = Wie heute: noch keine Räume, denn die Datei nennt nichts, was Gebiete zusammenfasst. Mit dieser Variante lassen sich Entwürfe vergleichen.
plan-copy-name = { $plan } – Kopie
plan-copy-name-again = { $plan } – Kopie { $number }
desk-read-only-hint = Das Projekt ist nur zum Lesen geöffnet. Änderungen bleiben in der Arbeitskopie; speichern geht unter anderem Namen.
desk-undone = Rückgängig: { $step }
desk-redone = Wiederholt: { $step }
desk-undone-in = Rückgängig in „{ $plan }“: { $step }
desk-redone-in = Wiederholt in „{ $plan }“: { $step }
desk-view-saved = Ansicht „{ $view }“ gespeichert
desk-fewer-areas = Statt { $before } sind jetzt { $after } Räume besetzt. Das Ziel je Raum ist ihr Mittel: Es ändert sich und mit ihm alle Abweichungen.
desk-area-emptied = { $count ->
    [one] „{ $names }“ ist jetzt leer.
   *[other] { $count } Räume sind jetzt leer: { $names }.
}
desk-area-emptied-and = { $count ->
    [one] „{ $names }“ ist jetzt leer.
   *[other] { $count } Räume sind jetzt leer: { $names }.
} { $fewer }
desk-what-if-name = { $plan } – was wäre, wenn ({ $time })
desk-what-if-name-again = { $plan } – was wäre, wenn ({ $time }) { $number }
desk-what-if-left = Die Kopie „{ $plan }“ aus der Vorführung liegt unter den Varianten.
desk-nothing-to-export = Hier gibt es nichts auszugeben. Bitte zuerst eine Kennzahl oder eine Variante wählen.
desk-saved = Gespeichert: { $file }
desk-written = Ausgegeben: { $file }
desk-already-open = „{ $file }“ ist schon geöffnet.
desk-older-file = Diese Datei stammt aus einer älteren Version von Planraum. Beim Speichern wird sie auf das neue Format gehoben; bis dahin bleibt sie, wie sie ist.
desk-unfinished = Zu dieser Datei gibt es eine Arbeitskopie mit { $count ->
    [one] einem Schritt, der in keiner Datei steht
   *[other] { $count } Schritten, die in keiner Datei stehen
} (zuletzt { $at }). Hier ist der gespeicherte Stand zu sehen.
desk-moment = { $day }, { $time } Uhr
desk-leaving-loses = Die letzten Änderungen sind noch nicht gesichert und gehen beim Verlassen verloren. Wer es trotzdem will, tut es noch einmal. { $reason }
desk-closing-waits = Das Fenster schließt sich, sobald alles gesichert ist.
desk-recorded-again = Alle Änderungen sind wieder gesichert.
desk-opened-with-findings = { $count ->
    [one] Geöffnet, mit einem Hinweis.
   *[other] Geöffnet, mit { $count } Hinweisen.
}
desk-plan-protected = „{ $plan }“ ist geschützt. Zum Zeichnen bitte eine Kopie anlegen.
desk-still-computing = Die Zahlen dieser Variante werden noch berechnet. Gleich kann gezeichnet werden.
desk-no-target = Bitte zuerst den Raum wählen, in den gemalt wird.
desk-stayed = { $count ->
    [one] Ein Gebiet bleibt, wo es ist: { $why }
   *[other] { $count } Gebiete bleiben, wo sie sind: { $why }
}
desk-all-assigned = Alle Gebiete sind zugeordnet.
desk-no-islands = Kein Raum hat abgetrennte Teile, keiner umschließt fremde Gebiete.
desk-islands-left = { $count ->
    [one] Die einzige Insel bleibt so, wie sie ist.
   *[other] Alle { $count } Inseln bleiben so, wie sie sind.
}
desk-island = Insel { $at } von { $count }: { $names }{ $more ->
    [0] {""}
   *[other] { " und" } { $more } weitere
} ({ $area })
desk-enclaves-shown = { $count ->
    [one] Der Einschluss ist auf der Karte markiert; noch einmal I löst ihn auf.
   *[other] { $count } Einschlüsse sind auf der Karte markiert; noch einmal I löst sie auf.
}
desk-no-enclaves = Kein Einschluss: Kein Gebiet ist ganz von einem anderen Raum umgeben.
desk-absorbed = { $count ->
    [one] Einschluss aufgelöst: { $count } Gebiet zugeordnet
   *[other] Einschlüsse aufgelöst: { $count } Gebiete zugeordnet
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
legend-exactly = genau { $value }
legend-only-class = { $from } bis { $to }
legend-below = unter { $to }
legend-from = { $from } und mehr
legend-between = { $from } bis unter { $to }
legend-area = { $code } { $area }
legend-secret = geheim, auch als Schutz
legend-missing = nicht geliefert
legend-missing-of = { $reasons }
legend-share-of = Anteil an: { $whole }, in %
legend-uninhabited = unbewohnt
legend-unassigned = nicht zugeordnet
legend-estimated = zum Teil erfasst, geschätzt
legend-partial = zum Teil erfasst
legend-range = nicht zusammenfassbar
legend-switched-off = zählt nicht mit (Stadt)
legend-without-city = ohne die Stadt
legend-estimates = geschätzt: { $areas }
legend-turn-zero = Die Farben wechseln bei 0.
legend-turn-county = Die Farben wechseln beim Wert des Landkreises: { $value }.
legend-turn-class = Die Farben wechseln in der mittleren Klasse, nicht bei einem bestimmten Wert.
legend-source = Quelle: { $source }
legend-new-border = neue Grenze in { $b }
legend-dropped-border = entfallene Grenze aus { $a }
legend-shared-border = Grenze in beiden gleich
legend-changed = wechselt, in neuer Farbe
legend-matched-districts = Farben folgen dem Raum, mit dem die meisten Gebiete gemeinsam sind. „A → B“: heißt in beiden Varianten verschieden.
legend-matched = Farben folgen dem Raum, mit dem die meisten Menschen gemeinsam sind. „A → B“: heißt in beiden Varianten verschieden.
legend-bare = Gebiet
legend-nothing-to-show = Noch keine Kennzahl und keine Planungsvariante.
legend-no-areas = Diese Planungsvariante hat noch keine Räume.

legend-count = { $row }, Anzahl { $count }
legend-count-class = Gezählt ist, wessen Wert ab der unteren und bis unter die obere Grenze der Klasse reicht; die höchste Klasse schließt beide Grenzen ein.
legend-count-area = Gebiete, die diesem Raum zugeordnet sind.
legend-count-other = Gezählt, aber in keiner Klasse.
legend-count-of = Von
legend-count-remarks = Dazu
### storage
storage-file = Datei: { $path }
storage-refused = { $cause } { $remedy } Datei: { $path }
storage-refused-at = { $cause } { $place } { $remedy } Datei: { $path }
storage-plane = ebene Koordinaten in einem unbekannten System
storage-crs-name = { $name }
storage-stopped = Abgebrochen.
storage-remedy-none = Es ist nichts zu tun.
storage-remedy-check-export = Bitte die Datei neu exportieren oder an dieser Stelle berichtigen.
storage-remedy-smaller = Bitte die Datei in kleinere Teile zerlegen oder die Grenze in den Einstellungen erhöhen.
storage-remedy-utf8 = Bitte die Datei als UTF-8 speichern.
storage-remedy-umlauts = Bitte die Umlaute in den Namen prüfen.
storage-remedy-fetch-again = Bitte die Datei noch einmal vollständig herunterladen oder exportieren.
storage-remedy-json = Bitte die Datei neu exportieren; an dieser Stelle ist sie kein gültiges JSON.
storage-remedy-geojson = Bitte eine GeoJSON-Datei mit Gebietsgrenzen wählen.
storage-remedy-bbox = Die Angabe wird übergangen; das Rechteck wird aus den Grenzen berechnet.
storage-remedy-crs = Bitte das Koordinatensystem beim Einlesen angeben, zum Beispiel EPSG:25832.
storage-remedy-crs-inexact = Für genaue Grenzen die Datei in ETRS89/UTM (EPSG:25832) exportieren.
storage-remedy-swapped = Stimmt die Karte nicht, bitte die Datei mit der Länge vor der Breite exportieren.
storage-remedy-field = Bitte eines der vorhandenen Felder wählen.
storage-remedy-field-nameless = Wird sie gebraucht, bitte der Eigenschaft in der Datei einen Namen geben.
storage-remedy-key-missing = Werte finden dieses Gebiet nicht; bitte den Schlüssel in der Datei ergänzen oder das Schlüsselfeld wählen.
storage-remedy-key-repeated = Sind es verschiedene Gebiete, bitte ein anderes Schlüsselfeld wählen.
storage-remedy-key-zero = Bitte den Schlüssel künftig als Text exportieren.
storage-remedy-geometry-missing = Das Objekt wird übergangen; wird es gebraucht, bitte seine Grenze ergänzen.
storage-remedy-geometry-bare = Bitte die Datei mit den Eigenschaften (Schlüssel, Name) exportieren.
storage-remedy-not-areal = Das Objekt wird übergangen; für Gebiete bitte Flächen exportieren.
storage-remedy-no-districts = Bitte eine Datei mit Flächen (Polygon oder MultiPolygon) wählen.
storage-remedy-border = Bitte die Grenze an dieser Stelle in der Quelle prüfen.
storage-file-too-large = Die Datei ist größer als { $megabytes } Megabyte.
storage-file-empty = Die Datei ist leer.
storage-encoding-unreadable = Die Datei ist in keiner bekannten Zeichenkodierung geschrieben.
storage-encoding-decoded = Die Datei ist nicht in UTF-8 geschrieben, sie wurde als { $encoding } gelesen.
storage-encoding-double = Umlaute waren doppelt kodiert und wurden berichtigt ({ $count }-mal, zum Beispiel „{ $wrong }“ zu „{ $right }“).
storage-nesting-too-deep = Die Datei ist tiefer als { $most } Ebenen verschachtelt.
storage-too-many-districts = Die Datei enthält mehr als { $most } Gebiete.
storage-too-many-vertices = Die Grenzen haben zusammen mehr als { $most } Stützpunkte.
storage-too-many-columns = Die Datei enthält mehr als { $most } verschiedene Felder.
storage-json-cut-off = Die Datei bricht mitten im Text ab; bis dahin sind { $complete } Objekte vollständig.
storage-json-broken = Die Datei ist ab Zeichen { $column } dieser Zeile kein gültiges JSON: { $cause }.
storage-json-number = Eine Zahl ist größer, als ein Rechner sie darstellen kann.
storage-not-geojson = Die Datei ist JSON, aber kein GeoJSON.
storage-no-districts = { $features ->
        [one] Das einzige Objekt der Datei hat keine
       *[other] Von { $features } Objekten der Datei hat keines eine
    } brauchbare Fläche.
storage-features-bare = Die Objekte stehen in einer bloßen Liste statt in einer FeatureCollection; sie wurden trotzdem gelesen.
storage-features-by-line = Die Datei besteht aus { $count } einzelnen Texten (GeoJSON zeilenweise), die zusammen gelesen wurden.
storage-geometry-bare = Die Datei enthält nur Flächen ohne Eigenschaften; Schlüssel und Namen fehlen.
storage-type-case = Der Typ „{ $name }“ ist falsch geschrieben; er wurde trotzdem gelesen.
storage-type-missing = Die Angabe „type“ fehlt; sie wurde aus dem Inhalt erschlossen.
storage-member-missing = Die Angabe „{ $name }“ fehlt.
storage-member-repeated = Die Angabe „{ $name }“ steht doppelt da.
storage-member-wrong-kind = Die Angabe „{ $name }“ ist von der falschen Art und wurde übergangen.
storage-bbox-wrong = Das umgebende Rechteck „bbox“ besteht nicht aus vier oder sechs Zahlen.
storage-geometry-missing = Das Objekt hat keine Geometrie.
storage-geometry-empty = Das Objekt hat keine Fläche.
storage-geometry-not-areal = Das Objekt ist keine Fläche ({ $kind }).
storage-geometry-invalid = Die Grenze lässt sich nicht lesen: { $reason }.
storage-fault-short-position = eine Position hat weniger als zwei Zahlen
storage-fault-not-a-number = wo eine Zahl stehen muss, steht etwas anderes
storage-fault-mixed-nesting = die Koordinaten sind ungleich tief verschachtelt
storage-fault-wrong-nesting = die Verschachtelung der Koordinaten passt nicht zum Typ
storage-fault-no-object = wo ein Objekt stehen muss, steht etwas anderes
storage-fault-member-missing = die Angabe „{ $name }“ fehlt
storage-fault-no-type = die Angabe „type“ fehlt
storage-fault-unknown-type = den Typ „{ $name }“ gibt es nicht
storage-fault-feature-inside = ein Objekt steht, wo eine Geometrie stehen muss
storage-fault-topojson = dies ist TopoJSON, bitte als GeoJSON exportieren
storage-fault-out-of-range = die Koordinate { $x } / { $y } liegt außerhalb von { $crs }
storage-ring-closed = { $count ->
    [one] Ein Ring war nicht geschlossen und wurde
   *[other] { $count } Ringe waren nicht geschlossen und wurden
    } geschlossen.
storage-ring-too-short = { $count ->
    [one] Ein Ring hat
   *[other] { $count } Ringe haben
    } weniger als vier Positionen und umschließt nichts; weggelassen.
storage-extra-dimensions = Höhen oder weitere Angaben an { $count } Positionen wurden weggelassen.
storage-crs-guessed = Die Datei nennt kein Koordinatensystem; nach den Zahlen ist es { $crs }.
storage-crs-plane = Die Datei nennt kein Koordinatensystem und die Zahlen passen zu keinem bekannten; sie gelten als Meter in der Ebene.
storage-crs-unknown = Das Koordinatensystem „{ $name }“ kann hier nicht umgerechnet werden.
storage-crs-contradicted = Die Datei nennt { $said }, aber die Zahlen passen nur zu { $found }; so wurden sie gelesen.
storage-crs-inexact = Koordinaten in { $crs } kommen um einige Meter verschoben heraus.
storage-coordinates-swapped = Die Koordinaten stehen mit dem Nordwert zuerst; sie wurden vertauscht.
storage-far-away = Das Objekt liegt weit entfernt von allen anderen.
storage-turned = Das Objekt ist anders herum geschrieben als die übrigen (Ost und Nord vertauscht); mit vertauschten Koordinaten läge es bei ihnen.
storage-far-away-swapped = Das Objekt liegt weit entfernt von allen anderen; mit vertauschten Koordinaten läge es bei ihnen.
storage-not-projectable = Die Grenze von „{ $name }“ liegt außerhalb des Koordinatensystems und fehlt auf der Karte.
storage-field-unknown = Das Feld „{ $name }“ gibt es nicht; vorhanden sind: { $present }.
storage-name-shortened = { $count ->
        [one] Ein Name ist
       *[other] { $count } Namen sind
    } länger als { $most } Zeichen; das Ende wurde weggelassen.
storage-area-too-long = Der Raum in dieser Zeile hat mehr als { $most } Zeichen.
storage-key-zero-restored = { $count } Schlüssel im Feld „{ $name }“ hatten die führende Null verloren und sind wieder { $length }-stellig.
storage-key-repeated = Den Schlüssel { $key } („{ $name }“) haben mehrere Objekte ({ $numbers }); sie sind ein Gebiet aus mehreren Teilen.
storage-key-missing = Das Objekt hat keinen Schlüssel; es heißt { $key }.
storage-key-missing-everywhere = Kein Objekt hat einen Schlüssel; sie heißen nach ihrer Nummer (#1, #2, …).
storage-border-snapped = { $names }: { $count ->
        [one] Ein Grenzpunkt wurde
       *[other] { $count } Grenzpunkte wurden
    } um bis zu { $extent } m verschoben und zusammengelegt (Toleranz { $tolerance } m).
storage-border-inserted = { $names }: { $count ->
        [one] Ein Grenzpunkt wurde
       *[other] { $count } Grenzpunkte wurden
    } in die Linie des Nachbarn eingefügt (Toleranz { $tolerance } m).
storage-border-mismatched = { $names }: { $count } doppelt gezeichnete Grenzstücke lagen bis { $extent } m auseinander und wurden zusammengelegt (Toleranz { $tolerance } m).
storage-border-gap = { $names }: Zwischen den Gebieten bleibt ein Streifen von { $extent } m Breite (Toleranz { $tolerance } m).
storage-border-overlap = { $names }: Die Flächen überlappen sich (Toleranz { $tolerance } m).
storage-border-crosses-itself = { $names }: Die Grenze überschneidet sich selbst.
storage-district-without-surface = „{ $name }“ umschließt keine Fläche.
storage-ring-collapsed = { $names }: Ein Ring umschließt nichts und wurde weggelassen.
storage-ring-repeated = { $names }: Ein Ring steht doppelt da und wurde einmal weggelassen.
storage-hole-outside = { $names }: Ein Loch ragt aus der Fläche heraus und wurde weggelassen.
storage-not-a-place = { $names }: Eine Koordinate liegt außerhalb jeder Karte; ihr Ring wurde weggelassen.
storage-block-damaged = Eine Quelle im Projekt ist beschädigt oder wurde verändert.
storage-no-boundaries = Das Projekt hat keine Gebietsgrenzen.
storage-boundaries-apart = Die Grenzen zweier Quellen stehen in Koordinatensystemen, die sich nicht ineinander umrechnen lassen.
storage-source-replaces = „{ $name }“ ersetzt { $count ->
        [one] einen früheren Wert
       *[other] { $count } frühere Werte
    } der Kennzahl „{ $id }“ (Quelle bisher: „{ $source }“).
storage-source-replaces-whole = „{ $name }“ bestimmt die Kennzahl „{ $id }“ anders als bisher (Einheit, Zusammenfassung oder Bezug) und ersetzt sie ganz; { $count ->
        [one] ein früherer Wert gilt
       *[other] { $count } frühere Werte gelten
    } nicht mehr (Quelle bisher: „{ $source }“).
storage-nothing-taken = Aus dieser Datei wurde nichts übernommen. { $cause }
storage-nothing-to-take = Sie enthält für diese Karte keinen einzigen Wert.
storage-reference-differs = Kennzahl „{ $id }“, { $period }: Die Gebiete und die nicht zuordenbaren Fälle ergeben zusammen { $sum }, veröffentlicht sind { $published } ({ $area }).
storage-plan-without-heading = Die Tabelle hat { $count } Spalten und keine Kopfzeile, die sagt, welche die Räume sind.
storage-plan-without-area-column = Die Kopfzeile nennt keine Spalte mit dem Raum oder mehr als eine; vorhanden sind: { $present }.
storage-plan-without-district-column = Die Kopfzeile nennt keine Spalte mit dem Gebiet; vorhanden sind: { $present }.
storage-plan-of-measurements = In der Spalte der Räume stehen Messwerte (zum Beispiel { $example }).
storage-plan-of-single-districts = Es sind fast so viele Räume ({ $areas }) wie Gebiete ({ $districts }).
storage-remedy-plan-columns = Bitte eine Tabelle mit den Spalten „district“ und „area“ (Gebiet und Raum) wählen.
storage-remedy-plan-doubtful = Bitte prüfen, ob die zweite Spalte wirklich die Räume nennt.
storage-line-incomplete = In dieser Zeile fehlt der Schlüssel des Gebiets.
storage-line-unreadable = Die Tabelle lässt sich an dieser Stelle nicht lesen.
storage-line-without-area = In dieser Zeile fehlt die Spalte mit dem Raum.
storage-quote-open = Ein Anführungszeichen bleibt bis zum Ende der Zeile offen.
storage-district-repeated = Das Gebiet { $key } ist schon einem Raum zugeordnet; die erste Zeile gilt.
storage-district-unknown = { $count } Schlüssel der Datei gibt es auf der Karte nicht: { $keys }.
storage-district-unassigned = { $count ->
        [one] Ein Gebiet bleibt
       *[other] { $count } Gebiete bleiben
    } ohne Raum: { $keys }.
storage-plan-matches-nothing = Keine der { $rows } Zeilen nennt ein Gebiet dieser Karte.
storage-plan-names-strangers = Die Planungsvariante „{ $plan }“ nennt { $count ->
    [one] 1 Gebiet, das
   *[other] { $count } Gebiete, die
} es auf der Karte nicht gibt: { $keys }.
storage-remedy-strangers = Bitte die Grenzen und den Plan prüfen; diese Gebiete zählen nirgends mit.
storage-kind-coordinate-system = Diese Datei beschreibt nur ein Koordinatensystem (.prj); Grenzen stehen nicht darin.
storage-kind-table = Diese Datei ist eine Tabelle; Grenzen stehen nicht darin.
storage-kind-indicators = Diese Datei ist eine Datenbank; Grenzen stehen nicht darin.
storage-kind-project = Diese Datei ist ein Projekt; es wird geöffnet, nicht als Grenzen eingelesen.
storage-kind-unknown = Diese Art von Datei wird hier nicht gelesen ({ $kind }).
storage-remedy-block = Bitte die Quelle noch einmal einlesen oder eine Sicherung des Projekts öffnen.
storage-remedy-source-replaces = Soll das nicht sein, bitte den neuen Werten in ihrer Datei eine eigene Kennung geben.
storage-remedy-source-replaces-whole = Sollen die früheren Werte bleiben, bitte den neuen in ihrer Datei eine eigene Kennung geben.
storage-remedy-nothing-to-take = Bitte prüfen, ob es die richtige Datei ist und ob ihre Schlüssel die der Karte sind.
storage-remedy-reference = Bitte prüfen, ob Werte fehlen oder die veröffentlichte Zahl anders abgegrenzt ist.
storage-remedy-line = Bitte die Zeile in der Form „Gebiet;Raum“ schreiben.
storage-remedy-quote = Bitte das Anführungszeichen schließen oder löschen; Zeilenumbrüche in Codes und Namen werden nicht gelesen.
storage-remedy-coordinate-system = Bitte die Karte, neben der sie liegt, als GeoJSON ausgeben (in QGIS: „Exportieren“) und diese wählen.
storage-remedy-kind = Lesbar sind GeoJSON (Grenzen), SQLite mit den Tabellen „indicator“ und „value“ (Kennzahlen), CSV (Planungsvarianten) und Projekte (*.planraum).
storage-no-local-copy = Es lässt sich keine Arbeitskopie der Datenbank anlegen ({ $reason }).
storage-database-too-slow = Die Datenbank braucht zum Lesen zu lange.
storage-database-damaged = Die Datenbank ist beschädigt oder keine SQLite-Datenbank: { $cause }.
storage-database-half-written = Ein anderes Programm schreibt gerade in diese Datenbank oder wurde dabei unterbrochen; sie ist nur halb geschrieben.
storage-table-missing = Die Tabelle „{ $name }“ fehlt; vorhanden sind: { $present }.
storage-table-not-plain = „{ $name }“ ist keine einfache Tabelle, sondern eine Sicht oder virtuelle Tabelle.
storage-column-missing = In der Tabelle „{ $table }“ fehlt die Spalte „{ $column }“.
storage-column-generated = Die Spalte „{ $column }“ wird in der Datenbank berechnet und darum nicht gelesen.
storage-schema-ignored = Sichten, Auslöser und virtuelle Tabellen werden nicht ausgeführt: { $names }.
storage-no-indicators = Die Tabelle „indicator“ nennt keine einzige Kennzahl.
storage-too-many-indicators = Die Datenbank enthält mehr als { $most } Kennzahlen.
storage-too-many-cells = Die Datei enthält mehr als { $most } Werte.
storage-indicator-invalid = Die Kennzahl hat keine Kennung, oder die Kennung steht schon in einer früheren Zeile.
storage-indicator-unknown = Die Kennzahl „{ $id }“ steht nicht in der Tabelle „indicator“.
storage-indicator-empty = Zur Kennzahl „{ $id }“ gibt es keinen einzigen Wert.
storage-reference-unknown = Die genannte Kennzahl „{ $name }“ gibt es in dieser Datei nicht.
storage-cell-no-text = In der Spalte „{ $column }“ steht kein lesbarer Text.
storage-cell-no-number = In der Spalte „{ $column }“ steht keine brauchbare Zahl.
storage-cell-too-large = In der Tabelle „{ $table }“ ist ein Eintrag größer als { $megabytes } Megabyte.
storage-computed-too-large = Die Datenbank berechnet einen Eintrag, der größer als { $megabytes } Megabyte ist.
storage-schema-too-large = Die Datenbank hat mehr Tabellen, Spalten und Indizes, als hier geprüft werden können.
storage-remedy-name-shortened = Bitte prüfen, ob dieses Feld wirklich die Namen enthält.
storage-remedy-cell-too-large = Bitte den Eintrag kürzen.
storage-remedy-schema-too-large = Bitte die Tabellen „indicator“ und „value“ in eine eigene Datei schreiben.
storage-cell-blank = Die Spalte „{ $column }“ ist leer.
storage-min-count-wrong = Wie klein Zahlen von „{ $id }“ sein dürfen (min_count), ist keine ganze Zahl ab 0; ohne sie weiß niemand, was geheim bleiben muss.
storage-number-not-allowed = Die Zahl in der Spalte „{ $column }“ ist hier nicht erlaubt.
storage-number-negative = Der Nenner ist negativ.
storage-ratio-too-large = Kennzahl „{ $id }“: In { $count ->
        [one] einer Zelle
       *[other] { $count } Zellen
    } ergeben Zähler und Nenner keine Zahl, mit der sich rechnen lässt.
storage-remedy-counts-sane = Bitte Zähler, Nenner und Faktor prüfen.
storage-people-counted-already = „{ $wanted }“ zählt nicht die Einwohner: das tut im Projekt schon „{ $id }“.
storage-remedy-people-counted = Soll „{ $id }“ das nicht mehr tun, bitte ein neues Projekt anlegen und die neuen Zahlen zuerst einlesen.
storage-people-negative = Kennzahl „{ $id }“: In { $count ->
        [one] einer Zeile
       *[other] { $count } Zeilen
    } ist die Zahl der Menschen negativ; sie gilt als nicht geliefert.
storage-factor-wrong = Der Faktor der Kennzahl „{ $id }“ ist keine Zahl größer als null; die Kennzahl wurde nicht eingelesen.
storage-two-numbers = „{ $text }“ lässt sich auf zwei Arten lesen: mit Komma oder als Tausender.
storage-cell-text-no-number = In der Spalte „{ $column }“ steht „{ $text }“, das ist keine Zahl.
storage-sign-unknown = Der Wert „{ $text }“ ist weder eine Zahl noch ein bekanntes Zeichen.
storage-caps-told = Einstellungen: { $cause } Es gilt die übliche Grenze. – { $path }
storage-caps-no-list = „caps“ ist keine Liste von Grenzen wie {"{"}"file_mb": 800{"}"}.
storage-cap-unknown = Die Grenze „{ $name }“ gibt es nicht; möglich ist: { $possible }.
storage-cap-not-sane = Die Grenze „{ $name }“ muss eine ganze Zahl von { $least } bis { $most } sein.
storage-mapping-unknown = „{ $text }“ ist in einer Zuordnung von Zeichen nicht bekannt; möglich ist: { $possible }.
storage-mapping-wrong-kind = In der Zuordnung von Zeichen steht hier etwas anderes als erwartet; möglich ist: { $possible }.
storage-mapping-blank = Ein leeres Zeichen lässt sich nicht zuordnen; leere Zellen gelten immer als nicht geliefert.
storage-period-invalid = „{ $text }“ ist kein Zeitraum.
storage-code-unknown = „{ $text }“ ist in der Spalte „{ $column }“ nicht bekannt.
storage-state-contradicted = Der Wert ist als „{ $state }“ gekennzeichnet und hat trotzdem eine Zahl; die Zahl wurde verworfen.
storage-known-without-value = Der Wert ist als bekannt gekennzeichnet, aber es steht keiner da; er gilt als nicht geliefert.
storage-value-repeated = Kennzahl „{ $id }“, Gebiet { $district }, { $period }: Der Wert steht mehrfach da; der erste gilt.
storage-numbers-differ = Kennzahl „{ $id }“: In { $count ->
        [one] einer Zeile
       *[other] { $count } Zeilen
    } weicht Zähler oder Nenner von der genannten Kennzahl ab; die Zahl der Zeile gilt.
storage-value-differs = Kennzahl „{ $id }“: In { $count ->
        [one] einer Zeile
       *[other] { $count } Zeilen
    } ergibt Zähler durch Nenner einen anderen Wert; der eingetragene gilt.
storage-part-exceeds-whole = Kennzahl „{ $id }“: In { $count ->
        [one] einer Zeile
       *[other] { $count } Zeilen
    } ist der Teil größer als das Ganze.
storage-denominator-missing = Kennzahl „{ $id }“: In { $count ->
        [one] einer Zeile
       *[other] { $count } Zeilen
    } fehlt der Nenner oder das Gewicht; diese Werte lassen sich nicht zusammenfassen.
storage-join-keys-adapted = { $count } Schlüssel passen erst in anderer Schreibweise (zum Beispiel { $key } als { $as_key }).
storage-join-repeated = { $count } Schlüssel meinen ein Gebiet, das schon Werte hat: { $keys }.
storage-join-only-in-file = { $count } Schlüssel der Datei gibt es auf der Karte nicht: { $keys }.
storage-join-only-in-map = Zu { $count ->
        [one] einem Gebiet
       *[other] { $count } Gebieten
    } der Karte gibt es keine Werte: { $keys }.
storage-field-not-numeric = Die Eigenschaft „{ $name }“ enthält nicht nur Zahlen; Zahlen enthalten: { $present }.
storage-field-nameless = Eine Eigenschaft hat keinen Namen; sie wird keine Kennzahl.
storage-number-field-unknown = Das Feld „{ $name }“ gibt es nicht; Zahlen enthalten: { $present }.
storage-file-unwritable = Die Datei kann nicht geschrieben werden: { $reason }.
storage-file-unreadable = Die Datei kann nicht gelesen werden: { $reason }.
storage-io-not-found = Ordner oder Datei gibt es nicht
storage-io-denied = der Zugriff ist nicht erlaubt
storage-io-read-only = Datei oder Laufwerk ist schreibgeschützt
storage-io-full = der Speicherplatz ist voll
storage-io-too-large = die Datei ist größer, als das Laufwerk zulässt
storage-io-folder = hier ist ein Ordner, keine Datei
storage-io-no-plain-file = es ist keine gewöhnliche Datei
storage-io-no-folder = ein Teil des Pfades ist kein Ordner
storage-io-exists = eine Datei dieses Namens gibt es schon
storage-io-name = der Name ist hier nicht erlaubt
storage-io-unreachable = das Laufwerk antwortet nicht
storage-io-busy = ein anderes Programm benutzt die Datei gerade
storage-io-memory = der Arbeitsspeicher reicht nicht
storage-io-cut-off = die Datei endet zu früh
storage-io-other = das Betriebssystem meldet einen Fehler ({ $detail })
storage-sqlite-no-database = die Datei ist keine SQLite-Datenbank ({ $detail })
storage-sqlite-corrupt = Teile der Datei passen nicht zusammen ({ $detail })
storage-sqlite-disk = das Laufwerk meldet einen Fehler beim Lesen oder Schreiben ({ $detail })
storage-sqlite-closed = die Datei lässt sich nicht öffnen ({ $detail })
storage-sqlite-too-big = ein Eintrag ist größer als erlaubt ({ $detail })
storage-sqlite-forbidden = die Datenbank will etwas ausführen, was hier nicht erlaubt ist ({ $detail })
storage-sqlite-value = ein Eintrag fehlt oder ist von anderer Art als erwartet ({ $detail })
storage-sqlite-other = die Datenbank lässt sich so nicht lesen ({ $detail })
storage-json-value = hier steht etwas, das kein Wert ist ({ $detail })
storage-json-comma = hier fehlt ein Komma oder eine schließende Klammer ({ $detail })
storage-json-colon = hier fehlt ein Doppelpunkt ({ $detail })
storage-json-trailing-comma = hier steht ein Komma zu viel ({ $detail })
storage-json-trailing = nach dem Ende steht noch etwas ({ $detail })
storage-json-key = ein Name steht nicht in Anführungszeichen ({ $detail })
storage-json-sign = ein Text enthält ein Zeichen, das so nicht darin stehen darf ({ $detail })
storage-json-number-form = eine Zahl ist falsch geschrieben ({ $detail })
storage-json-other = der Inhalt ist anders als erwartet ({ $detail })
storage-remedy-database = Bitte die Datenbank neu erzeugen oder eine Sicherung verwenden.
storage-remedy-database-half-written = Bitte die Datenbank dort schließen oder einmal mit dem Programm öffnen, das sie schreibt, und dann noch einmal einlesen.
storage-remedy-free-space = Bitte Platz schaffen oder einen anderen Ort wählen.
storage-remedy-indicators = Bitte eine Kennzahlendatei im vereinbarten Aufbau wählen (Tabellen „indicator“ und „value“).
storage-remedy-plain-table = Bitte die Daten als einfache Tabelle ablegen.
storage-remedy-indicator-id = Bitte jeder Kennzahl eine eigene Kennung geben.
storage-remedy-indicator = Bitte die Kennzahl in der Tabelle „indicator“ ergänzen.
storage-remedy-indicator-empty = Ist das ein Versehen, bitte die Werte ergänzen.
storage-remedy-role-once = Eine Rolle kann nur eine Kennzahl haben; die erste gilt.
storage-remedy-min-count = Bitte eine ganze Zahl eintragen, zum Beispiel 3, oder die Zelle leeren: dann gilt 3.
storage-remedy-cell = Bitte die Zelle berichtigen.
storage-remedy-code = Bitte einen der vereinbarten Werte eintragen.
storage-remedy-two-numbers = Bitte die Zahl ohne Klammern als Zahl ablegen und in der Spalte „quality“ „limited“ eintragen.
storage-remedy-counts = Zähler und Nenner bitte als Zahl ablegen oder leer lassen; Zeichen wie - . / und Klammern gelten nur in der Spalte „value“.
storage-remedy-sign = Zahlen bitte als Zahl ablegen; als Zeichen gelten - . * … x / und Klammern.
storage-remedy-mapping = Bitte die Zuordnung so schreiben: {"{"}"signs": {"{"}".": "missing:later"{"}"}, "rounds": true{"}"}.
storage-remedy-period = Bitte 2023, 2023-12-31 oder 2023/24 schreiben.
storage-remedy-state = Bitte Wert und Kennzeichen in Einklang bringen.
storage-remedy-repeated = Bitte die überzähligen Zeilen löschen.
storage-remedy-numbers-differ = Bitte prüfen, welche Zahl stimmt.
storage-remedy-part = Bitte Zähler und Nenner prüfen.
storage-remedy-denominator = Bitte Zähler und Nenner mitliefern oder die Kennzahl des Nenners nennen.
storage-remedy-join-adapted = Stimmt die Zuordnung nicht, bitte die Schlüssel in der Datei angleichen.
storage-remedy-join-repeated = Bitte je Gebiet nur eine Schreibweise des Schlüssels verwenden.
storage-remedy-join-file = Bitte prüfen, ob Schlüsselfeld und Gebietsstand von Karte und Datei übereinstimmen.
storage-remedy-join-map = Fehlen Werte zu Unrecht, bitte die Schlüssel in der Datei prüfen.
storage-remedy-read = Bitte prüfen, ob die Datei noch da ist und gelesen werden darf.
storage-remedy-plain-file = Bitte eine gewöhnliche Datei angeben.
storage-remedy-other-folder = Bitte einen anderen Ort wählen oder die Datei im anderen Programm schließen; die alte Datei ist unverändert.
### handout
handout-north = N
handout-comparison = { $a } und { $b } im Vergleich
handout-by-area = Werte je Raum
handout-areas-with = Mit { $indicator }, { $period }
handout-areas-with-named = Mit { $indicator }
handout-moved = { $people } Menschen in { $districts ->
    [one] einem Gebiet
   *[other] { $districts } Gebieten
    } wechseln den Raum
handout-moved-at-least = mindestens { $people } Menschen in { $districts ->
    [one] einem Gebiet
   *[other] { $districts } Gebieten
    } wechseln den Raum
handout-moved-districts = { $districts ->
    [one] Ein Gebiet wechselt
   *[other] { $districts } Gebiete wechseln
    } den Raum
handout-imprint = Freigabe: { $profile } · Stand der Ausgabe: { $date } · erstellt mit Planraum
handout-profile = Freigabe: { $profile }
handout-profile-intern = nur intern
handout-profile-konferenz = für die Konferenz
handout-profile-oeffentlich = öffentlich
handout-without-city = Ohne die Stadt: sie zählt in keiner Summe, keinem Mittel, keiner Klasse und keinem Rang.
handout-series-without-city = Ohne die Stadt, auch in Summen: { $indicators }.
handout-series-break = Bruch in der Zeitreihe „{ $indicator }“ ab { $period }: Werte davor und danach sind nicht vergleichbar.
handout-series-break-because = Bruch in der Zeitreihe „{ $indicator }“ ab { $period }: Werte davor und danach sind nicht vergleichbar. Grund laut Quelle: { $reason }
handout-no-pixels = Das Bild ließ sich nicht zeichnen ({ $detail }). Bitte als SVG ausgeben.
handout-no-such-format = Diese Dateiendung passt hier nicht. Möglich sind: { $endings }.
handout-no-degrees = Die Karte hat kein bekanntes Koordinatensystem; für GeoJSON bitte die Grenzen mit Angabe des Koordinatensystems neu einlesen.
handout-unwritable = Die Datei ließ sich nicht zusammenstellen ({ $detail }). Bitte ein anderes Format wählen.
handout-column-code = Raum
handout-column-key = Schlüssel
handout-column-name = Name
handout-column-indicator = Kennzahl
handout-column-title = Bezeichnung
handout-column-unit = Einheit
handout-column-period = Zeitraum
handout-column-value = Wert
handout-column-state = Stand
handout-column-at-least = mindestens
handout-column-estimate = geschätzt
handout-column-coverage = erfasster Anteil
handout-column-numerator = Zähler
handout-column-denominator = Nenner
handout-column-reason = Warum die Grenze hier verläuft
handout-column-area = Raum (Kürzel)
handout-column-surface = Fläche der Karte in km²
handout-column-rank = Rang
handout-column-source = Quelle
handout-state-known = bekannt
handout-state-secret = geheim
handout-state-not-delivered = nicht geliefert
handout-state-later = folgt später
handout-state-not-meaningful = nicht sinnvoll
handout-state-unreliable = zu unsicher
### value
value-secret = geheim
value-missing = nicht geliefert
value-later = folgt später
value-not-meaningful = nicht sinnvoll
value-switched-off = zählt nicht mit
value-empty-area = leer
value-unreliable = zu unsicher
value-estimated = { $value }, { $from }
value-out-of = aus { $known } von { $wanted }
value-about = rund { $value }
value-partial-state = nur teilweise bekannt
value-at-least = mindestens { $value }
value-partial = nur { $covered } erfasst

### picture
picture-unchanged = unverändert
picture-districts = Gebiete
legend-classes-of-view = Klassen wie in der Ansicht „{ $view }“.
legend-own-classes = Klassen des Projekts
legend-own-classes-what = Zurück zu den Klassen, die für diese Kennzahl im Projekt gelten; die Ansicht behält ihre.
legend-fold = Legende einklappen
legend-unfold = Legende ausklappen
legend-colours = Farben zeigen
legend-by-indicator = Kennzahl
legend-by-area = Räume

### map
map-name = Karte
map-draws-into = Zeichnet in
map-uninhabited-stays = { $count ->
    [one] { $names } ist unbewohnt und bleibt ohne Raum
   *[other] { $count } unbewohnte Gebiete bleiben ohne Raum
}
map-locked = gesperrt
map-locked-keep = darf nur wachsen
map-tool-hint = Werkzeug: { $tool }
map-tool-select = Auswählen
map-tool-paint = Malen
map-tool-erase = Radieren
map-tool-lasso = Lasso
map-tool-rectangle = Rechteck
map-tool-lock = Sperren
map-zoom-in = Vergrößern
map-zoom-out = Verkleinern
map-show-all = Alles zeigen
map-overview = Übersicht: Klicken oder Ziehen verschiebt den Ausschnitt
map-preparing = Karte wird vorbereitet
map-deviation = Abweichung
map-compactness = Kompaktheit
map-shown = Kennzahl
map-parts = Teile
map-figure = Auf der Karte: { $of }: { $figure }
map-districts-more = { $count } Gebiete
map-absorb = { $count ->
    [one] Einschluss auflösen
   *[other] Einschlüsse auflösen
}
map-islands = { $count ->
    [one] { $names }: ein Einschluss
   *[other] { $more ->
        [0] { $count } Einschlüsse: { $names }
       *[other] { $count } Einschlüsse: { $names } und { $more } weitere
    }
}
map-islands-leave = So lassen
map-island-in = { $count ->
    [one] { $count } Gebiet, ganz von { $area } umgeben
   *[other] { $count } Gebiete, ganz von { $area } umgeben
}

### card
card-county = Landkreis { $value }
card-no-indicator = Bitte links eine Kennzahl wählen.
card-rank = Rang
card-rank-of = { $place } von { $of } Gebieten{ $left ->
    [0] {""}
   *[other] ; { $left } ohne sicheren Wert nicht gezählt
}
card-rank-of-areas = { $place } von { $of } Räumen{ $left ->
    [0] {""}
   *[other] ; { $left } ohne sicheren Wert nicht gezählt
}
card-district = Gebiet
card-basis = Grundlage
card-basis-of = { $top } von { $bottom }
card-area = Raum
card-key = Schlüssel
card-period = Stichtag
card-source = Quelle
card-no-counts = Zähler und Nenner werden hier nicht gezeigt.

### frame
frame-planning = Planung
frame-comparison = Vergleich
frame-search = Ort, Raum, Befehl …
frame-present = Vorführen
moment-today = heute, { $time }
moment-yesterday = gestern, { $time }
moment-at = { $day }, { $time }
frame-saved = Gespeichert { $at }
frame-saved-sometime = Gespeichert
frame-changed = Geändert, in der Arbeitskopie sicher
frame-no-file = Noch in keiner Datei, in der Arbeitskopie sicher
frame-recording = Wird festgehalten …
frame-not-recorded = Nicht festgehalten
frame-not-recorded-what = Vor dem nächsten Schritt wird es noch einmal versucht. { $why }
frame-file = { $file } · { $state }
frame-no-file-what = Das Projekt wurde noch in keiner Datei gespeichert. Strg S fragt nach dem Ort.
frame-file-of = Datei vom { $at }
frame-last-step = Letzter Schritt { $at }: { $step }
frame-read-only = Nur zum Lesen
frame-backups = Frühere Fassung öffnen …
frame-undo = Rückgängig
frame-redo = Wiederholen
frame-history = Verlauf
frame-table = Tabelle
frame-views = Ansichten
frame-new-plan = Neue Variante
frame-new-plan-copy = Kopie der gezeigten Variante
frame-new-plan-empty = Leere Variante
frame-new-plan-empty-what = Ohne Räume; noch ist kein Gebiet zugeordnet.
frame-view = Ansicht
frame-profile-intern = intern
frame-profile-konferenz = Konferenz
frame-profile-oeffentlich = öffentlich
frame-menu = Menü
frame-new = Neu …
frame-indicators = Kennzahlen einlesen …
frame-save = Speichern
frame-save-as = Speichern unter …
frame-open = Öffnen …
frame-export-map = Karte ausgeben …
frame-export-table = Tabelle ausgeben …
frame-export-areas = Räume als GeoJSON …
frame-export-assignment = Zuordnung als CSV …
frame-close = Projekt schließen
frame-language = English
frame-scheme = Hell / Dunkel / Hoher Kontrast
frame-more-plans = { $count } weitere
frame-all-plans = { $count ->
    [one] Alle Varianten, eine weitere ohne Reiter
   *[other] Alle Varianten, { $count } weitere ohne Reiter
}
frame-plan-duplicate = Duplizieren
frame-plan-rename = Umbenennen
frame-plan-delete = Löschen
frame-plan-describe = Beschreiben …
frame-plan-describe-title = Wozu dient „{ $plan }“?
frame-plan-description = Beschreibung
frame-plan-description-hint = Was diese Variante zeigen soll, worin sie sich unterscheidet, wer sie wünscht
frame-plan-protect = Schützen
frame-plan-unprotect = Schutz aufheben
frame-apply = Übernehmen
frame-reading = { $file }: { $count ->
    [one] ein Gebiet
   *[other] { $count } Gebiete
} gelesen
frame-reading-key = Schlüssel aus „{ $field }“
frame-reading-no-key = ohne Schlüsselfeld
frame-reading-name = Name aus „{ $field }“
frame-reading-no-name = ohne Namensfeld
frame-reading-change = Felder ändern …
frame-reading-title = Was steht wo in „{ $file }“?
frame-reading-key-field = Schlüssel der Gebiete
frame-reading-name-field = Name der Gebiete
frame-reading-crs = Koordinatensystem
frame-reading-numbers = { $count ->
    [one] Das Zahlenfeld als Kennzahl übernehmen
   *[other] Die { $count } Zahlenfelder als Kennzahlen übernehmen
}
frame-reading-population = Feld mit der Zahl der Menschen
frame-reading-nobody = keines
frame-reading-again = Neu einlesen
frame-plan-menu = Variante „{ $plan }“
frame-dismiss = Schließen
frame-more-notes = { $count ->
    [one] 1 weitere Meldung
   *[other] { $count } weitere Meldungen
}
frame-fewer-notes = Weniger Meldungen
frame-findings = { $count ->
    [one] { $count } Hinweis ansehen
   *[other] { $count } Hinweise ansehen
}
frame-profile-hint = Nach welcher Regel Werte gezeigt werden: intern alles, sonst ohne kleine Zahlen
frame-cancel = Abbrechen
frame-labels-areas = Namen der Räume auf der Karte
frame-labels-districts = Namen der Gebiete auf der Karte
frame-path = Pfad der Datei
frame-plan-name = Name der Planungsvariante
frame-path-open = Welche Datei soll geöffnet werden?
frame-path-save = Wohin soll gespeichert werden?
frame-path-open-what = Ein Projekt (*.planraum), Grenzen (GeoJSON), Kennzahlen (SQLite) oder eine Zuordnung (CSV).
frame-path-new = Aus welchen Grenzen soll das Projekt entstehen?
frame-path-new-what = Grenzen als GeoJSON (*.geojson), am besten mit Schlüssel und Name je Gebiet.
frame-path-new-hint = Pfad, zum Beispiel /daten/gemeinden.geojson
frame-path-indicators = Welche Kennzahlen sollen dazukommen?
frame-path-indicators-what = Eine SQLite-Datei (*.sqlite, *.db) mit den Tabellen „indicator“ und „value“; die Gebiete stehen darin mit demselben Schlüssel wie auf der Karte.
frame-path-indicators-hint = Pfad, zum Beispiel /daten/kennzahlen.sqlite
frame-path-save-what = Ein Projekt von Planraum (*.planraum); die Endung wird ergänzt.
frame-path-export = Wohin soll ausgegeben werden?
frame-path-map-what = Eine Karte als SVG oder PNG; die Endung entscheidet.
frame-path-map-hint = Pfad, zum Beispiel /daten/karte.svg
frame-path-areas-what = Die Räume als GeoJSON; die Endung wird ergänzt.
frame-path-areas-hint = Pfad, zum Beispiel /daten/raeume.geojson
frame-path-csv-what = Eine Tabelle als CSV; die Endung wird ergänzt.
frame-path-table-hint = Pfad, zum Beispiel /daten/tabelle.csv
frame-path-assignment-hint = Pfad, zum Beispiel /daten/zuordnung.csv
frame-path-hint = Pfad, zum Beispiel /daten/landkreis.planraum
frame-path-ok = Weiter
frame-replace = „{ $name }“ gibt es schon
frame-replace-project = Dort liegt ein anderes Projekt. Wird es ersetzt, ist es verloren. { $path }
frame-replace-other = Dort liegt eine Datei, die kein Planraum-Projekt ist. Wird sie ersetzt, ist ihr Inhalt verloren. { $path }
frame-replace-other-name = Anderer Name …
frame-replace-yes = Ersetzen
frame-held = Wer übernimmt, nimmt der anderen Seite das Recht zu speichern; sie erfährt es beim nächsten Speichern. Bitte nur übernehmen, wenn dort niemand mehr arbeitet, zum Beispiel nach einem Absturz.
frame-held-read = Nur lesen
frame-held-take-over = Übernehmen
frame-hide-left = Kennzahlen ein- oder ausblenden
frame-hide-right = Räume ein- oder ausblenden
frame-shown = { $indicator }: { $source } · Stichtag { $period }
frame-shown-from = { $source } · Stichtag { $period }
frame-shown-when = Stichtag { $period }
frame-larger = Oberfläche größer
frame-smaller = Oberfläche kleiner
frame-more-findings = … und { $count } weitere
key-ctrl = Strg { $key }
key-ctrl-k = Strg K

### app
app-no-window = Es konnte kein Fenster geöffnet werden. { $cause } Die Befehle der Kommandozeile gehen auch ohne Fenster (planraum --help).
app-no-window-cause = Technische Meldung: { $cause }.
app-no-display = Es ist kein Bildschirm da: weder WAYLAND_DISPLAY noch DISPLAY ist gesetzt.

### crew
crew-broke = Etwas ist unerwartet fehlgeschlagen; diese Arbeit wurde nicht getan. Bitte das Projekt speichern und Planraum neu starten.

### hands
hands-stopped = Abgebrochen. Es wurde nichts geändert.
hands-unwritable = Hier kann nicht geschrieben werden ({ $cause }). Das Projekt ist zum Lesen geöffnet; speichern geht unter anderem Namen.
hands-damaged-copy = Zu dieser Datei gibt es eine Arbeitskopie, die sich nicht ganz lesen lässt. Hier ist der gespeicherte Stand zu sehen. { $trouble }
hands-damaged-copy-of-somebody = Auf diesem Rechner liegt eine Arbeitskopie, die sich nicht lesen lässt; vielleicht gehört sie zu dieser Datei. Hier ist der gespeicherte Stand zu sehen. { $trouble }
hands-boundaries-first = Diese Datei braucht Gebiete, zu denen sie gehört. Bitte zuerst ein Projekt oder eine Gebietsdatei öffnen. Datei: { $path }
hands-joined = { $file }: { $indicators } Kennzahlen übernommen, { $matched } Gebiete gefunden, { $only_in_map } nur in der Karte, { $only_in_file } nur in der Datei
hands-plan-read = { $file }: { $assigned } Gebiete zugeordnet, { $unassigned } nicht zugeordnet, { $unknown } unbekannt
hands-nothing-open = Dieses Projekt ist nicht mehr geöffnet.
hands-not-the-same = Was in der Arbeitskopie steht, ist nicht das, was hier zu sehen ist. Es wurde nichts gespeichert. Bitte die Zuordnung ausgeben, das Projekt schließen und neu öffnen.
hands-not-kept = { $trouble } Die Änderung bleibt hier stehen und wird beim nächsten Schritt und beim Speichern noch einmal geschrieben.
hands-lost = Beim Schließen von „{ $name }“ { $count ->
    [one] ging eine Änderung
   *[other] gingen { $count } Änderungen
} verloren. { $trouble }

### planning panels
planning-indicator = Kennzahl
planning-no-indicators = Noch keine Kennzahlen. Eine Datenbank mit Kennzahlen lässt sich einfach in das Fenster ziehen.
planning-read-indicators = Kennzahlen einlesen …
planning-no-indicators-yet = Räume lassen sich auch ohne Kennzahlen anlegen und zeichnen; Zahlen kommen später dazu.
planning-search-indicators = { $count ->
    [one] Eine Kennzahl durchsuchen
   *[other] { $count } Kennzahlen durchsuchen
}
planning-unlisted = { $count ->
    [one] Ein einzelnes Altersjahr steht hier erst, wenn man danach sucht.
   *[other] { $count } einzelne Altersjahre stehen hier erst, wenn man danach sucht.
}
planning-all-departments = Alle
planning-department = Fachbereich
planning-no-department = Ohne Fachbereich
planning-life-phase = Lebensphase
planning-every-phase = Nicht eingegrenzt
planning-topic-population = Demografie
planning-topic-social = Soziales
planning-topic-youth = Jugend
planning-topic-education = Bildung
planning-topic-health = Gesundheit
planning-topic-jobcentre = Jobcenter
planning-topic-integration = Integration
planning-phase-all = Alle Lebensphasen
planning-phase-birth = Schwangerschaft und Geburt
planning-phase-early = Frühe Kindheit
planning-phase-start = Kita und Schulstart
planning-phase-school = Schulzeit
planning-phase-childhood = Kindheit und Jugend
planning-phase-transition = Übergang Schule und Beruf
planning-phase-working = Erwerbsalter
planning-phase-old = Alter
planning-found-in-names = Im Namen gefunden
planning-found-about = In Fachbereich oder Beschreibung
planning-nothing-found = Keine Kennzahl passt zu Suche und Auswahl.
planning-show-all = Alle Kennzahlen zeigen
planning-no-value-then = Im gezeigten Zeitraum liegt kein Wert vor.
planning-no-value = ohne Werte
planning-period = Zeitraum
planning-newer = neuer: { $period }
planning-newest = Zum neuesten Zeitraum mit Werten: { $period }
planning-only-period = Nur für diesen Stichtag vorhanden
planning-low = Was das Feld zeigt
planning-low-list = Auswahl
planning-low-shown = Zeit, Klassen
planning-level = Werte für
planning-level-districts = Gebiete
planning-level-areas = Räume
planning-with-city = Mit Stadt { $city }
planning-with-cities = Mit der Stadt ({ $count } Gebiete)
planning-with-city-what = Ausgeschaltet zählt die Stadt in keiner Summe, keinem Mittel, keinem Rang und keiner Klasse.
planning-is-city = { $name } als Stadt zählen
planning-are-city = { $count } Gebiete als Stadt zählen
planning-is-city-what = Was als Stadt zählt, lässt sich links mit einem Schalter aus Summen, Mitteln, Rängen und Klassen herausnehmen.
planning-city-how = { $count ->
    [0] Derzeit gilt kein Gebiet als Stadt.
    [one] Derzeit die Stadt: { $names }.
   *[other] { $more ->
        [0] Derzeit die Stadt: { $names }.
       *[other] Derzeit die Stadt: { $names } und { $more } weitere.
    }
} Das legt allein das Projekt fest, beim Anlegen oder mit diesem Haken; weder Name noch Größe entscheiden.
planning-classes = Klassen
planning-classes-change = Klassen ändern
planning-classes-what = Verfahren, Zahl der Klassen, Grenzen und Farben ändern
planning-classes-reset = Auf Vorgabe zurücksetzen
planning-class-count = Zahl der Klassen
planning-method = Verfahren
planning-method-and-classes = { $method } · { $classes }
planning-method-natural = natürliche Grenzen
planning-method-quantile = gleich viele Gebiete
planning-method-equal = gleiche Breite
planning-method-deviation = Standardabweichung
planning-method-pretty = runde Zahlen
planning-method-manual = eigene Grenzen
planning-method-frozen = festgehalten
planning-limits = Grenzen, mit Semikolon getrennt
planning-limits-none = Bitte mindestens eine Grenze angeben.
planning-limits-not-numbers = Bitte nur Zahlen angeben, etwa 6; 9; 12,5.
planning-limits-not-ascending = Jede Grenze muss größer sein als die davor.
planning-limits-too-many = Mehr als acht Grenzen sind auf der Karte nicht mehr zu unterscheiden.
planning-limit = Grenze { $number }: { $value }
planning-ramp = Farben
planning-ramp-ylgnbu = Gelb – Grün – Blau
planning-ramp-purples = Violett
planning-ramp-ylorbr = Gelb – Orange – Braun
planning-ramp-viridis = Viridis
planning-ramp-cividis = Cividis, auch bei Farbsehschwäche
planning-ramp-puor = Orange – Violett, mit Mitte
planning-ramp-brbg = Braun – Grün, mit Mitte
planning-ramp-qualitative = Einzelfarben, ohne Reihenfolge
planning-freeze = Grenzen festhalten
planning-freeze-what = Die Grenzen bleiben gleich, auch für andere Jahre und Planungsvarianten: So lassen sich Karten vergleichen.
planning-absolute = Absolute Zahlen: Große Gebiete wirken dadurch stärker betroffen. Besser passt ein Anteil.
planning-histogram = Verteilung: { $classes }
planning-histogram-districts = { $class }: { $count ->
    [one] { $count } Gebiet
   *[other] { $count } Gebiete
}
planning-histogram-areas = { $class }: { $count ->
    [one] { $count } Raum
   *[other] { $count } Räume
}
planning-histogram-open = Verteilung zeigen
planning-histogram-close = Verteilung schließen
planning-county = Landkreis
planning-county-mark = Landkreis { $value }
planning-county-mark-drag = Landkreis { $value } · Grenzen ziehen zum Ändern
planning-value-known = bekannt
planning-part-left = Kennzahlen
planning-part-right = Räume
planning-part-drawer = Schublade
planning-part-tabs = Planungsvarianten
planning-value-partial = zum Teil erfasst
planning-value-partial-brief = zum Teil
planning-value-secret = geheim
planning-value-not-delivered = nicht geliefert
planning-value-later = folgt später
planning-value-not-meaningful = nicht sinnvoll
planning-value-unreliable = zu unsicher
planning-value-uninhabited = unbewohnt
planning-value-switched-off = zählt nicht mit
planning-value-at-least = mind. { $value }
planning-value-range = { $low } bis { $high }
planning-value-covered = { $share } erfasst
planning-partial-what = Ein Teil ist geheim oder fehlt. Gezeigt wird der Wert der Gebiete, die liefern.
planning-rule-deviation = Wert des Raums weniger Ziel, geteilt durch das Ziel
planning-rule-parts = Gebiete gehören zu einem Teil, wenn sie eine Grenze gemeinsam haben; ein Punkt genügt nicht.
planning-rule-districts = Gebiete des Raums, die zählen; abgeschaltete zählen nicht.
planning-rule-surface = Summe der Flächen aller Gebiete des Raums, gemessen auf der Karte
planning-rule-surface-of = Fläche
planning-rule-districts-of = Gebiete
planning-rule-target = Ziel
planning-target-of = Ziel je Raum
planning-target-opens = Ziel je Raum { $target }: Was dahintersteht
planning-target-mean-rule = Summe der besetzten Räume ÷ ihre Zahl. Leere Räume und nicht Zugeordnetes zählen nicht: Wird ein Raum leer, teilen sich weniger Räume dieselbe Summe, und das Ziel steigt.
planning-target-beside-city-rule = Summe der besetzten Räume ÷ ihre Zahl, ohne den Raum, der nur die Stadt ist: Er zählt nicht zur Zielgröße. Leere Räume und nicht Zugeordnetes zählen auch nicht.
planning-target-fixed-rule = Fester Wert dieser Variante; er bleibt, wenn ein Raum leer wird.
planning-target-sum = Summe
planning-target-areas = Besetzt
planning-target-areas-of = { $count } von { $all } Räumen
planning-target-said = { $target } = { $sum } ÷ { $count } besetzte Räume
planning-target-said-beside-city = { $target } = { $sum } ÷ { $count } besetzte Räume ohne die Stadt
planning-target-said-fixed = { $target }, fester Wert
planning-basis-county = Landkreis
planning-basis-counts = Grundlage
planning-basis-covered = Erfasst
planning-basis-rule = Rechnung
planning-basis-unit = Einheit
planning-basis-period = Stichtag
planning-basis-quality = Güte
planning-basis-city = Stadt
planning-basis-definition = Gezählt wird
planning-basis-source = Quelle
planning-basis-licence = Lizenz
planning-basis-part-of = { $part } von { $whole }
planning-basis-weight = gewichtet mit { $weight }
planning-basis-districts = { $known } von { $wanted } Gebieten
planning-basis-share-of-districts = { $share }, { $districts }
planning-basis-sum = Summe der Gebiete
planning-basis-ratio = Summe der Zähler geteilt durch Summe der Nenner, mal { $factor }
planning-basis-mean = Mittel der Gebiete, gewichtet
planning-basis-none = lässt sich nicht zusammenfassen, deshalb kleinster und größter Wert
planning-basis-without-city = ohne die Stadt
planning-quality-rounded = gerundet
planning-quality-estimated = geschätzt
planning-quality-provisional = vorläufig
planning-quality-corrected = berichtigt
planning-quality-limited = eingeschränkt aussagefähig
planning-tool-paint = Malen
planning-tool-erase = Radieren
planning-tool-lasso = Lasso
planning-tool-rectangle = Rechteck
planning-stop-drawing = Zeichnen beenden
planning-no-plan = Noch keine Planungsvariante.
planning-key-escape = Esc
planning-key-pick = Strg
planning-key-copy = Strg C
planning-escape-hint = bricht den Strich ab, nichts ändert sich
planning-target = Ziel des Pinsels
planning-unassigned-target = nicht zugeordnet
planning-alt-hint = + Klick nimmt den Raum von der Karte
planning-erase-hint = Was der Pinsel berührt, gehört danach zu keinem Raum.
planning-brush-width = Pinselbreite
planning-brush-single = ein Gebiet
planning-brush-keys = schmaler, breiter
planning-units = Malen in Einheiten von
planning-units-single = Die Gebiete tragen keine weitere Gliederung.
planning-units-other = Weitere Merkmale (verstreut)
planning-units-other-none = keines
planning-district = Gebiet
planning-district-municipality = Gemeinde
planning-rule = Getroffen ist ein Gebiet
planning-rule-touch = sobald es berührt wird
planning-rule-centre = wenn seine Mitte darin liegt
planning-rule-half = wenn die Hälfte darin liegt
planning-only-unassigned = Nur nicht zugeordnete Gebiete
planning-with-uninhabited = Auch unbewohnte Gebiete
planning-with-uninhabited-what = Sonst bleiben Gebiete ohne Einwohner und ohne Raum, was sie sind: Pinselstrich, Lasso und Rechteck lassen sie aus.
planning-stroke = Dieser Strich
planning-stroke-ghost = Unter dem Pinsel
planning-stroke-hint = wird beim Loslassen ein Schritt im Verlauf
planning-and-more = { $count ->
    [one] und ein weiteres
   *[other] und { $count } weitere
}
planning-stroke-total = { $count ->
    [0] Kein Gebiet wechselt
    [one] Ein Gebiet wechselt
   *[other] { $count } Gebiete wechseln
}
planning-stroke-refused = { $count ->
    [one] Ein Gebiet bleibt, weil ein Raum gesperrt ist.
   *[other] { $count } Gebiete bleiben, weil ein Raum gesperrt ist.
}
planning-stroke-has-area = { $count ->
    [one] Ein Gebiet bleibt, weil es schon einen Raum hat.
   *[other] { $count } Gebiete bleiben, weil sie schon einen Raum haben.
}
planning-stroke-uninhabited = { $count ->
    [one] Ein unbewohntes Gebiet bleibt ohne Raum; einzeln mit dem Pinsel angeklickt kommt es dazu.
   *[other] { $count } unbewohnte Gebiete bleiben ohne Raum; einzeln mit dem Pinsel angeklickt kommen sie dazu.
}
planning-next-unassigned = { $count ->
    [0] Alles zugeordnet
   *[other] Nicht zugeordnet: { $count }
}
planning-next-unassigned-what = Zum nächsten nicht zugeordneten Gebiet
planning-next-island = { $count ->
    [0] Keine Inseln
    [one] Eine Insel: zeigen
   *[other] { $count } Inseln: nächste zeigen
}
planning-islands-left = { $count ->
    [one] Eine Insel bleibt so
   *[other] { $count } Inseln bleiben so
}
planning-open-ends-computing = Was noch offen ist, wird gerechnet.
planning-next-island-what = Zur nächsten Insel: einem getrennten Teil, der abseits seines Raums liegt, oder einem Einschluss, ganz von einem anderen Raum umgeben
planning-absorb = { $count ->
    [0] Einschlüsse auflösen
    [one] Einschlüsse auflösen: ein Gebiet
   *[other] Einschlüsse auflösen: { $count } Gebiete
}
planning-absorb-what = Was ganz von einem anderen Raum umgeben ist, kommt zu diesem
planning-absorb-none = Kein Gebiet ist ganz von einem anderen Raum umgeben.
planning-areas = Räume
planning-areas-note = { $count } · Ziel je Raum { $target }
planning-areas-note-empty = { $count } · { $empty } leer · Ziel { $target }
planning-areas-more = Mehr zu den Räumen
planning-area-new = Raum anlegen
planning-no-areas = Diese Planungsvariante hat noch keine Räume. Raum anlegen, dann mit dem Pinsel Gebiete hineinmalen.
planning-protected = „{ $plan }“ ist geschützt.
planning-protected-copy = Kopie anlegen
planning-protected-copy-what = Eine Kopie lässt sich ändern; das Original bleibt, wie es ist.
planning-from-today = Von „{ $plan }“ ausgehen
planning-lock-all = Alle Räume sperren
planning-unlock-all = Alle Räume entsperren
planning-lock-free = frei
planning-lock-fixed = gesperrt
planning-lock-keep = darf nur wachsen
planning-lock-next = Ein Klick wechselt: frei, gesperrt, darf nur wachsen.
planning-target-per-area = Ziel je Raum
planning-target-mean = Mittel der Räume
planning-target-beside-city = Mittel der Räume ohne die Stadt
planning-target-fixed = Fester Wert
planning-target-not-a-number = Bitte eine Zahl über null angeben, etwa 35.000.
planning-balance = Ausgeglichen wird
planning-balance-people = Bevölkerung
planning-balance-indicator = { $indicator }
planning-column-deviation = Abweichung vom Ziel
planning-column-parts = Teile
planning-column-value = Kennzahl
planning-deviation = Abweichung vom Ziel { $deviation }
planning-parts = { $count ->
    [one] 1 Teil
   *[other] { $count } Teile
}
planning-area-empty = leer, noch kein Gebiet
planning-area-without-target = zählt nicht zum Ziel
planning-area-not-counted = zählt nicht mit
planning-area-holds = { $count ->
    [one] ein Gebiet
   *[other] { $count } Gebiete
}
planning-unassigned = Nicht zugeordnet
planning-unassigned-none = keine
planning-names-and-more = { $names } und { $count } weitere
planning-uninhabited-surface = { $surface } unbewohnt
planning-area-edit = Bearbeiten
planning-area-edit-what = Name, Farbe, Begründung; zusammenlegen, abtrennen, löschen
planning-area-close = Bearbeiten schließen
planning-area-name = Name
planning-area-name-empty = Der Name darf nicht leer sein.
planning-area-code = Kürzel
planning-area-code-taken = Leer oder schon vergeben.
planning-area-colour = Farbe
planning-colour-number = Farbe { $number }
planning-colour-taken = Hat schon „{ $area }“.
planning-area-reason = Warum verläuft die Grenze hier?
planning-area-reason-hint = Zum Beispiel: gemeinsamer Schulverbund, gleiche Buslinie
planning-area-districts = { $count ->
    [one] 1 Gebiet
   *[other] { $count } Gebiete
}
planning-area-compactness = Kompaktheit { $value }
planning-area-compactness-what = Fläche im Verhältnis zum Kreis gleichen Umfangs: 1 ist ein Kreis, nahe 0 zerfranst (Polsby–Popper).
planning-area-delete = Löschen
planning-area-delete-what = Der Raum geht, seine Gebiete sind danach nicht zugeordnet. Rückgängig ist möglich.
planning-merge = Zusammenlegen
planning-merge-what = Alle Gebiete kommen zu einem anderen Raum
planning-split-off = { $count ->
    [0] Auswahl abtrennen
    [one] Auswahl abtrennen: ein Gebiet
   *[other] Auswahl abtrennen: { $count } Gebiete
}
planning-split-off-none = Bitte zuerst Gebiete dieses Raums auf der Karte oder in der Tabelle wählen.
planning-split-off-what = Die gewählten Gebiete werden ein eigener Raum
planning-split-parts = { $count } Teile trennen
planning-split-parts-what = Jeder Teil außer dem größten wird ein eigener Raum
planning-trend = { $of } im Zeitverlauf
planning-trend-open = Zeitverlauf zeigen
planning-trend-close = Zeitverlauf schließen
planning-trend-empty = Zu dieser Auswahl liegt in keinem Jahr ein Wert vor.
planning-trend-axis = Achse beginnt bei { $from }
planning-trend-break = Bruch { $period }: { $reason }
planning-several-districts = { $count } Gebiete
planning-drawer-close = Schließen
planning-drawer-to-map = Zur Karte
planning-history = Verlauf
planning-history-note = Klick geht zu diesem Stand
planning-history-beginning = Anfang
planning-history-now = jetzt
planning-history-undone = zurückgenommen
planning-history-running = Ein Strich läuft
planning-history-go = Zu diesem Stand gehen; alle Schritte bleiben.
planning-views = Ansichten
planning-views-note = { $count ->
    [0] noch keine
    [one] eine gespeichert
   *[other] { $count } gespeichert
}
planning-views-none = Eine Ansicht hält fest, was gerade zu sehen ist, zum Vorführen und Wiederfinden.
planning-view-title = Überschrift
planning-view-title-empty = Die Überschrift darf nicht leer sein.
planning-view-sentence = Ein Satz dazu
planning-view-sentence-hint = Was soll man hier sehen?
planning-view-many-classes = Mehr als { $count } Klassen sind an der Wand schwer auseinanderzuhalten.
planning-view-save = Ansicht speichern
planning-view-save-what = Variante, Kennzahl, Zeitraum, Ausschnitt, Auswahl und Klassen festhalten
planning-view-open = In der Planung öffnen
planning-view-more = Mehr zu „{ $view }“
planning-view-present = „{ $view }“ vorführen
planning-view-rename = Umbenennen
planning-view-update = Mit dem jetzigen Bild überschreiben
planning-view-up = Nach oben
planning-view-down = Nach unten
planning-view-delete = Löschen
planning-view-done = Fertig
planning-view-areas = nach Räumen gefärbt
planning-view-without-city = ohne die Stadt
planning-table = Tabelle
planning-table-empty = Für die Tabelle bitte eine Kennzahl wählen.
planning-table-copy = Tabelle kopieren, für Excel
planning-table-filter = Name, Schlüssel, Raum
planning-table-filter-clear = Filter leeren
planning-table-none-fits = Keine Zeile passt zu „{ $typed }“.
planning-table-seen = { $seen } von { $all }
planning-table-key = Schlüssel
planning-table-code = Kürzel
planning-table-name = Name
planning-table-area = Raum
planning-table-districts = Gebiete
planning-table-value = Wert
planning-table-numerator = Zähler
planning-table-denominator = Nenner
planning-table-rank = Rang
planning-table-state = Stand
planning-table-sort = Sortieren; noch ein Klick dreht um.
planning-table-unassigned = nicht zugeordnet
planning-table-assign = Raum zuordnen
planning-table-assign-count = { $count ->
    [one] Raum zuordnen
   *[other] { $count } Gebieten einen Raum zuordnen
}
planning-table-show = Auf der Karte zeigen

### cli
cli-more-findings = Dazu kommen { $count } weitere Hinweise.
cli-findings-of = { $file }, { $count ->
        [one] ein Hinweis
       *[other] { $count } Hinweise
    }:
cli-more-alike = … und { $count } weitere dieser Art.
cli-answer-unwritable = Die Antwort ließ sich nicht ausgeben ({ $reason }).
cli-cause-with-detail = { $cause } Grund: { $detail }.
cli-remedy-nothing-there = Das Projekt enthält noch nichts davon.
cli-remedy-choose = Vorhanden sind: { $present }.
cli-remedy-name = Bitte einen Namen angeben.
cli-remedy-another-name = Bitte einen anderen Namen wählen.
cli-remedy-copy = Bitte die Variante mit plan copy kopieren und die Kopie ändern.
cli-import-boundaries = Diese Datei enthält Grenzen und keine Kennzahlen.
cli-import-plan = Diese Datei ist eine Tabelle und keine Kennzahlendatei.
cli-import-project = Diese Datei ist ein Projekt und keine Kennzahlendatei.
cli-remedy-import-boundaries = Ein Projekt aus Grenzen macht: planraum new PROJEKT --districts DATEI.
cli-remedy-import-plan = Eine Planungsvariante liest: planraum plan import PROJEKT VARIANTE DATEI.
cli-remedy-import-project = Bitte eine SQLite-Datei mit den Tabellen „indicator“ und „value“ wählen.
cli-remedy-nothing-changed = Am Projekt hat sich nichts geändert.
cli-remedy-other-name = Bitte einen anderen Namen wählen oder die Datei vorher wegräumen.
cli-remedy-overwrite = Bitte einen anderen Namen wählen, oder --overwrite angeben, um sie zu ersetzen.
cli-expected-period = Erwartet wird ein Zeitraum wie 2023, 2023-12-31 oder 2023/24.
cli-expected-profile = Erwartet wird intern, konferenz oder oeffentlich.
cli-expected-layout = Erwartet wird a4, a3 oder slide.
cli-expected-level = Erwartet wird districts oder areas.
cli-expected-day = Erwartet wird ein Tag wie 2026-11-23.
cli-expected-crs = Erwartet wird ein bekanntes Koordinatensystem wie EPSG:25832.
cli-expected-number = Erwartet werden Zahlen wie 5,10.5,20.
cli-expected-classes = Erwartet wird eine ganze Zahl von 1 bis 20.
cli-usage-no-value = Zu { $argument } fehlt der Wert.
cli-usage-wrong-value = Mit „{ $value }“ lässt sich { $argument } nicht angeben.
cli-usage-unknown-argument = Die Angabe „{ $argument }“ gibt es hier nicht.
cli-usage-unknown-command = Den Befehl „{ $name }“ gibt es nicht.
cli-usage-missing = Es fehlt: { $argument }.
cli-usage-missing-command = Es fehlt, was zu tun ist.
cli-usage-conflict = { $argument } und { $other } gehen nicht zusammen.
cli-usage-count = Zu { $argument } gehören mehr oder weniger Werte.
cli-usage-encoding = Eine Angabe enthält Zeichen, die sich nicht lesen lassen.
cli-usage-other = Die Angaben lassen sich so nicht lesen ({ $detail }).
cli-usage-project-before-command = Ein Befehl nennt sein Projekt selbst: planraum BEFEHL PROJEKT.
cli-usage-meant = Gemeint ist vielleicht „{ $near }“.
cli-usage-possible = Möglich ist: { $possible }.
cli-usage-possible-for = Für { $argument } ist möglich: { $possible }.
cli-usage-more = Mehr dazu sagt --help.
cli-help-usage = Aufruf:
cli-help-commands = Befehle
cli-help-arguments = Angaben
cli-help-options = Optionen
cli-help-options-sign = OPTIONEN
cli-help-command-sign = BEFEHL
cli-help = Sozialplanungsräume zeichnen, vergleichen und vorstellen. Ohne Befehl öffnet sich das Fenster.
cli-help-check = Liest Dateien aller lesbaren Arten und sagt, was darin ist
cli-help-new = Macht ein Projekt aus Gebietsgrenzen oder den Beispielkreis; was als Fehler gemeldet wird, fehlt darin
cli-help-import = Übernimmt eine Kennzahlendatei in ein Projekt und sagt, was zusammenpasst
cli-help-list = Listet auf, was ein Projekt enthält
cli-help-value = Werte einer Kennzahl je Gebiet oder, mit einer Planungsvariante, je Raum
cli-help-plan-commands = Planungsvarianten: lesen, ausgeben, kopieren, löschen, zeigen
cli-help-plan-import = Liest eine Zuordnung (district;area) als Planungsvariante; gibt es den Namen schon, bekommt diese Variante die neue Zuordnung
cli-help-plan-export = Gibt eine Planungsvariante als Zuordnung aus
cli-help-plan-copy = Kopiert eine Planungsvariante
cli-help-plan-delete = Löscht eine Planungsvariante
cli-help-plan-show = Zeigt die Zahlen einer Planungsvariante
cli-help-compare = Vergleicht zwei Planungsvarianten
cli-help-classify = Bildet Klassen
cli-help-render = Zeichnet eine Karte mit Titel, Legende, Maßstab und Quellen
cli-help-export = Gibt Räume, Gebiete, Werte oder eine Planungsvariante als Datei aus
cli-help-help = Diese Hilfe
cli-help-exit = Das Programm endet mit 0, wenn es getan ist; mit 1, wenn etwas abgelehnt wurde oder Fehler gefunden sind; mit 2 bei falschem Aufruf.
cli-help-version = Die Version des Programms
cli-help-json = Gibt ein JSON-Dokument aus und sonst nichts
cli-help-project = Das Projekt
cli-help-project-of-window = Projekt, das im Fenster geöffnet wird
cli-help-files = Dateien, die gelesen werden
cli-help-out-of-new = Projektdatei, die geschrieben wird
cli-help-districts = Gebietsgrenzen als GeoJSON
cli-help-sample = Macht den Beispielkreis
cli-help-key = Feld mit dem Schlüssel jedes Gebiets
cli-help-name = Feld mit dem Namen jedes Gebiets
cli-help-crs = Koordinatensystem der Datei, zum Beispiel EPSG:25832
cli-help-values = Zahlenfelder, die Kennzahlen werden: F1,F2 oder all
cli-help-population = Zahlenfeld, das Menschen zählt
cli-help-population-of-import = Kennzahl, die Menschen zählt
cli-help-mapping = Was die Zeichen dieser Datei bedeuten, als JSON: {"{"}"signs": {"{"}".": "missing:later", "*": "suppressed"{"}"}, "rounds": true{"}"} (rounds: eine 0 ist gerundet)
cli-help-city = Schlüssel der Gebiete, die die Stadt sind: SCHLÜSSEL,SCHLÜSSEL
cli-help-period = Zeitraum; sonst der letzte mit einem bekannten Wert
cli-help-period-of-new = Zeitraum dieser Werte; sonst das laufende Jahr
cli-help-period-of-export = Zeitraum; sonst bei jeder Kennzahl der letzte mit einem bekannten Wert (values als .csv: alle)
cli-help-file-of-indicators = Kennzahlendatei (SQLite)
cli-help-file-of-plan = Datei mit der Zuordnung
cli-help-what-to-list = Was aufgelistet wird: districts, indicators, plans, areas oder views
cli-help-what-to-export = Was ausgegeben wird: areas, districts, values oder plan
cli-help-plan = Name der Planungsvariante
cli-help-plan-before = Planungsvariante vorher
cli-help-plan-after = Planungsvariante nachher
cli-help-plan-of-areas = Nur Räume dieser Planungsvariante
cli-help-plan-to-pool = Planungsvariante, über deren Räume zusammengefasst wird
cli-help-plan-to-export = Die Planungsvariante; sonst die erste, die sich ändern lässt (values ohne Variante: je Gebiet)
cli-help-plan-to-render = Planungsvariante, deren Räume umrandet und, ohne Kennzahl, gefärbt werden
cli-help-name-of-copy = Name der Kopie
cli-help-balance = Kennzahl, die ausgeglichen sein soll, an Stelle der eigenen
cli-help-indicator = Kürzel der Kennzahl
cli-help-indicator-to-render = Kennzahl, die die Karte färbt
cli-help-indicators-to-export = Kennzahlen, die mitgehen; mehrmals möglich
cli-help-method = Wie Klassen gebildet werden: quantile, equal, jenks, stddev, pretty oder manual
cli-help-classes = Wie viele Klassen es werden sollen: 1 bis 20 (bei pretty nur ungefähr; bei manual sagen es die Grenzen)
cli-help-breaks = Grenzen zwischen den Klassen, nur für --method manual, zum Beispiel 5,10,20
cli-help-out = Datei, die geschrieben wird: .svg oder .png
cli-help-out-of-export = Datei, die geschrieben wird: .geojson oder .csv
cli-help-overwrite = Ersetzt auch eine Datei, aus der das Projekt seine Daten hat
cli-help-layout = Das Blatt: a4, a3 oder slide (sonst a4)
cli-help-by = Was die Farben der Kennzahl trägt: districts oder areas (sonst districts)
cli-help-profile = Regel für kleine Zahlen: intern, konferenz oder oeffentlich (für Dateien sonst oeffentlich, für die Ausgabe hier intern)
cli-help-without-city = Lässt die Stadt aus Summen, Mittelwerten, Klassen und Rängen
cli-help-date = Datum, das gedruckt wird (JJJJ-MM-TT); sonst die letzte Änderung des Projekts
cli-file-is-project = Das ist die Datei des Projekts selbst.
cli-remedy-other-file = Bitte einen anderen Namen wählen.
cli-file-exists = Diese Datei gibt es schon.
cli-file-is-source = Aus einer Datei dieses Namens stammen Daten des Projekts.
cli-no-such-indicator = Die Kennzahl „{ $id }“ gibt es hier nicht.
cli-no-such-period = Für „{ $id }“ gibt es keine Werte zu { $period }.
cli-no-values-in-period = Zu { $period } gibt es keine Werte.
cli-no-such-plan = Die Planungsvariante „{ $name }“ gibt es hier nicht.
cli-no-such-district = Ein Gebiet mit dem Schlüssel „{ $key }“ gibt es in der Datei nicht.
cli-city-not-named = Das Projekt nennt keine Stadt; es zählen alle Gebiete mit.
cli-series-break = Bruch ab { $period }
cli-classes-by-breaks = Die Grenzen ergeben { $classes } Klassen, nicht { $wanted }; sie gehen vor.
cli-remedy-breaks = Bei --method manual bestimmen die Grenzen zwischen kleinstem und größtem Wert, wie viele Klassen es sind.
cli-remedy-city = Bitte die Stadt beim Anlegen mit --city SCHLÜSSEL nennen oder im Fenster festlegen.
cli-no-plan-at-all = Das Projekt hat keine Planungsvariante.
cli-not-comparable = Die beiden Varianten lassen sich nicht vergleichen.
cli-kind-boundaries = Grenzen
cli-kind-indicators = Kennzahlen
cli-kind-plan = Planungsvariante
cli-kind-project = Projekt
cli-checked = { $kind }, { $districts ->
    [one] ein Gebiet
   *[other] { $districts } Gebiete
    }, { $findings ->
    [0] keine Hinweise
    [one] ein Hinweis
   *[other] { $findings } Hinweise
    } – { $file }
cli-new = Projekt mit { $districts } Gebieten, { $neighbours } Nachbarschaften, { $surface } km² – { $file }
cli-new-lacks = Das Projekt ist angelegt, aber nicht vollständig: was als Fehler gemeldet ist, fehlt darin.
cli-imported = { $indicators } Kennzahlen mit { $values } Werten für { $matched } Gebiete übernommen; nur in der Datei: { $only_in_file }, nur auf der Karte: { $only_in_map }.
cli-county = Zusammen: { $value }
cli-plan-imported = Variante „{ $plan }“: { $areas } Räume, { $assigned } Gebiete zugeordnet, { $unassigned } nicht.
cli-plan-figures = Getrennte Nachbarschaften: { $edges }, nicht zugeordnete Gebiete: { $unassigned }{ $uninhabited ->
    [0] {""}
   *[other] {" "}(davon unbewohnt: { $uninhabited })
 }
cli-plan-balance = Größte Abweichung vom Mittel: { $parity }, Gini: { $gini }
cli-plan-target = Ziel je Raum: { $said }. { $rule }
cli-renamed = Umbenannt: { $area }
cli-compared = { $people } Menschen ({ $share }) in { $districts ->
    [one] einem Gebiet
   *[other] { $districts } Gebieten
    } wechseln den Raum.

### start
start-sentence = Sozialplanungsräume zeichnen, vergleichen, begründen und vorstellen.
start-new = Neu
start-new-what = Grenzen als GeoJSON wählen; daraus wird ein neues Projekt.
start-open = Öffnen
start-open-what = Ein Projekt, Grenzen oder Kennzahlen von der Festplatte öffnen.
start-drop = Grenzen, Tabellen oder ein Projekt einfach hierher ziehen
start-recent = Zuletzt
start-nothing-recent = Noch nichts geöffnet. Ihre Projekte stehen dann hier.
start-areas = { $count ->
    [one] { $count } Raum
   *[other] { $count } Räume
}
start-saved = gespeichert { $at }
start-opened = geöffnet { $at }
start-place = { $file } in { $folder }
start-gone = Nicht gefunden: verschoben, gelöscht oder das Laufwerk ist nicht verbunden.
start-plans = { $count ->
    [one] eine Variante
   *[other] { $count } Varianten
}
start-indicators = { $count ->
    [one] eine Kennzahl
   *[other] { $count } Kennzahlen
}
start-left-behind = „{ $name }“: nicht gespeicherte Arbeit
start-left-behind-file = { $count ->
    [0] Die Arbeitskopie steht anders als „{ $file }“.
    [one] Die Arbeitskopie hat einen Schritt, den „{ $file }“ nicht hat.
   *[other] Die Arbeitskopie hat { $count } Schritte, die „{ $file }“ nicht hat.
}
start-left-behind-no-file = { $count ->
    [0] Noch in keiner Datei gespeichert, noch kein Schritt getan.
    [one] Noch in keiner Datei gespeichert; die Arbeitskopie hat einen Schritt.
   *[other] Noch in keiner Datei gespeichert; die Arbeitskopie hat { $count } Schritte.
}
start-left-behind-last = Zuletzt geändert { $at }
start-left-behind-step = Zuletzt { $at }: { $step }
start-left-behind-trouble = Eine Arbeitskopie lässt sich nicht öffnen. { $trouble }
start-left-behind-damaged = Die Arbeitskopie ist beschädigt. Beim Weiterarbeiten öffnet sich, was davon ganz ist, als eigene Kopie; die beschädigte bleibt, wie sie ist.
start-resume = Weiterarbeiten
start-resume-name = An „{ $name }“ weiterarbeiten
start-discard = Verwerfen …
start-discard-name = Arbeitskopie von „{ $name }“ verwerfen
start-discard-sure = Die Datei bleibt; diese Schritte sind dann verloren.
start-discard-yes = Endgültig verwerfen
start-discard-yes-name = Arbeitskopie von „{ $name }“ endgültig verwerfen
start-discard-no = Behalten
start-sample = Beispielprojekt: Landkreis Göttingen
start-invented = Beispielwerte (erfunden)
start-sample-what = Echte Grenzen von 39 Gemeinden und dem Harz, amtliche Einwohnerzahlen von 2023. Alle anderen Kennzahlen sind erfunden, die zwei Varianten fiktiv.
start-open-sample = Beispiel öffnen
start-first-time = Zum ersten Mal hier?
start-five-steps = Fünf Schritte, jederzeit zu verlassen:
start-tour = Rundgang, 3 Min.
start-notice = Grenzen © GeoBasis-DE / BKG 2016 (Daten verändert) · Räume fiktiv
start-picture = Karte des Landkreises Göttingen mit sieben fiktiven Räumen
start-help = Hilfe
start-light = Hell
start-dark = Dunkel
start-contrast = Hoher Kontrast
start-scheme-what = Farben wechseln: hell, dunkel, hoher Kontrast
start-version = Version { $version }

### tour
tour-map = Karte
tour-indicator = Kennzahl
tour-draw = Räume malen
tour-compare = Vergleichen
tour-present = Vorführen
tour-map-what = Jede Gemeinde ist ein Gebiet. Das Mausrad vergrößert, Ziehen verschiebt, „Alles zeigen“ zeigt wieder den ganzen Landkreis. Ein Klick wählt ein Gebiet und zeigt seine Werte.
tour-indicator-what = Links stehen die Kennzahlen nach Fachbereich, zu filtern nach „Lebensphase“, darunter „Zeitraum“ und „Klassen“. Die gewählte färbt die Karte; die Legende nennt alle Klassen, auch geheime Werte und „nicht geliefert“.
tour-draw-what = Mit P wird gemalt: links oder rechts einen Raum wählen, dann über die Karte streichen. Alle Zahlen rechnen mit, Strg Z nimmt zurück.
tour-compare-what = Unter „Vergleich“ liegen zwei Varianten übereinander: wo sich Grenzen ändern, wer den Raum wechselt, welche Zahlen sich bewegen.
tour-present-what = F5 zeigt die gespeicherten „Ansichten“ groß an der Wand. Was dort probiert wird, geschieht in einer Kopie. Esc beendet.
tour-step-name = Rundgang, Schritt { $number }: { $step }
tour-at = Schritt { $at } von { $of }
tour-next = Weiter
tour-back = Zurück
tour-done = Fertig
tour-leave = Rundgang verlassen

### comparison
comparison-from = Von
comparison-to = nach
comparison-plan-a = Variante vorher
comparison-plan-b = Variante nachher
comparison-plan-at = Variante { $place }
comparison-swap = Varianten tauschen
comparison-add = Variante dazu
comparison-no-more-plans = Alle Varianten sind schon zu sehen.
comparison-four-plans = Mehr als vier Karten lassen sich nicht überblicken.
comparison-remove = Variante { $place } herausnehmen
comparison-away = { $away } von { $count } Gebieten, die den Raum wechseln, liegen außerhalb des Ausschnitts.
comparison-away-all = Was sich ändert, liegt außerhalb des Ausschnitts.
comparison-show-changes = Änderungen zeigen
comparison-mode = Darstellung
comparison-differences = Unterschiede
comparison-beside = Nebeneinander
comparison-show-map = Karte
comparison-show-figures = Zahlen
comparison-working = Die Varianten werden verglichen …
comparison-only-changes = Nur was sich ändert
comparison-people = { $people }{ "\u00A0" }Menschen
comparison-people-at-least = mindestens { $people }{ "\u00A0" }Menschen
comparison-districts = { $count ->
    [one] ein Gebiet
   *[other] { $count } Gebiete
}
comparison-moves = wechseln den Raum, { $share }
comparison-of-districts = { $count } von { $of } Gebieten
comparison-of-areas = { $count } von { $of } Räumen ändern sich
comparison-moves-in-all = wechseln den Raum
comparison-without-people = { $count ->
    [one] Für ein Gebiet fehlt die Einwohnerzahl; es zählt hier nicht mit.
   *[other] Für { $count } Gebiete fehlt die Einwohnerzahl; sie zählen hier nicht mit.
}
comparison-alike = Beide Varianten sind gleich
comparison-alike-what = Kein Gebiet wechselt den Raum.
comparison-level = Werte je
comparison-by-areas = Raum
comparison-by-districts = Gebiet
comparison-who-goes = Wer wechselt wohin
comparison-to-head = Nach
comparison-districts-head = Gebiete
comparison-people-head = Menschen
comparison-which-head = Welche
comparison-flow = Von { $from } nach { $to }: { $districts }, { $people }
comparison-flow-hint = Klick zeigt die Gebiete auf der Karte, noch ein Klick wieder alles.
comparison-goes = { $from } → { $to }
comparison-gain-rule = Wer in den Raum kommt, weniger wer ihn verlässt
comparison-gain-rule-districts = Gebiete, die in den Raum kommen, weniger die, die ihn verlassen; Einwohner zählt das Projekt nicht
comparison-gain-flow-districts = { $count ->
    [one] ein Gebiet
   *[other] { $count } Gebiete
} · { $area }
comparison-gain-comes = Es kommen
comparison-gain-goes = Es gehen
comparison-gain-flow = { $amount } in { $count ->
    [one] einem Gebiet
   *[other] { $count } Gebieten
} · { $area }
comparison-stays = bleibt in: { $area }
comparison-figures = Kennwerte
comparison-difference = Unterschied
comparison-same = gleich
comparison-unknown = nicht bekannt
comparison-none = –
comparison-points = { $value } Punkte
comparison-largest-deviation = Größte Abweichung
comparison-largest-deviation-what = Wie weit der ungleichste Raum von der Zielgröße entfernt ist. Kleiner ist ausgewogener.
comparison-within = Räume innerhalb ±10 %
comparison-within-what = So viele Räume weichen höchstens ein Zehntel vom Ziel ab.
comparison-smallest = Kleinster Raum, Einwohner
comparison-smallest-what = Einwohner im kleinsten Raum.
comparison-largest = Größter Raum, Einwohner
comparison-largest-what = Einwohner im größten Raum.
comparison-smallest-districts = Kleinster Raum, Gebiete
comparison-smallest-districts-what = Gebiete im kleinsten Raum; Einwohner zählt das Projekt nicht.
comparison-largest-districts = Größter Raum, Gebiete
comparison-largest-districts-what = Gebiete im größten Raum; Einwohner zählt das Projekt nicht.
comparison-several-parts = Räume mit mehreren Teilen
comparison-several-parts-what = Räume, deren Gebiete nicht alle aneinandergrenzen.
comparison-together = Beide Varianten zusammen
comparison-share = Anteil der Menschen, die wechseln
comparison-share-what = Menschen in Gebieten, die nach der Zuordnung der Räume in einem anderen liegen, geteilt durch alle.
comparison-share-districts = Anteil der Gebiete, die wechseln
comparison-share-districts-what = Gebiete, die nach der Zuordnung der Räume in einem anderen liegen, geteilt durch alle. Einwohner zählt das Projekt nicht.
comparison-moved-what = Menschen in Gebieten, die nach der Zuordnung der Räume in einem anderen liegen
comparison-moved-districts-what = Gebiete, die nach der Zuordnung der Räume in einem anderen liegen; Einwohner zählt das Projekt nicht
comparison-new-border = Neue Grenzen
comparison-new-border-what = Grenzen zwischen Räumen, die es nur in der zweiten Variante gibt.
comparison-dropped-border = Entfallene Grenzen
comparison-dropped-border-what = Grenzen zwischen Räumen, die es nur in der ersten Variante gibt.
comparison-shared-border = Grenzen in beiden
comparison-shared-border-what = Grenzen zwischen Räumen, die in beiden Varianten gleich verlaufen.
comparison-information = Abstand der Einteilungen
comparison-information-what = Variation of Information, nach Einwohnern: 0 heißt gleich eingeteilt, je größer, desto verschiedener (Meilă 2007).
comparison-information-districts-what = Variation of Information, nach Gebieten: 0 heißt gleich eingeteilt, je größer, desto verschiedener (Meilă 2007).
comparison-rand = Übereinstimmung der Paare
comparison-rand-what = Angepasster Rand-Index: Anteil der Gebietspaare, die in beiden Varianten gleich zusammen oder getrennt liegen; 1 heißt gleich, um 0 heißt Zufall (Hubert und Arabie 1985).
comparison-deviations = Abweichung vom Ziel je Raum
comparison-deviation = { $area }: vorher { $before }, nachher { $after }
comparison-values = Kennzahl je Raum
comparison-values-more = Weitere Kennzahl
comparison-values-full = Höchstens { $count } Kennzahlen stehen untereinander.
comparison-values-away = „{ $indicator }“ herausnehmen
comparison-indicator = Kennzahl
comparison-reasons = Begründungen an den geänderten Grenzen
comparison-in-both = in beiden
comparison-next = Wie weiter?
comparison-go-on = „{ $plan }“ weiterführen
comparison-go-on-what = Öffnet die Variante in der Planung. Die andere bleibt, wie sie ist.
comparison-duplicate = „{ $plan }“ duplizieren
comparison-duplicate-what = Legt eine Kopie an und öffnet sie in der Planung.
comparison-nothing = Zum Vergleichen braucht es zwei Varianten
comparison-nothing-what = Eine Kopie lässt sich verändern und danach mit dem Original vergleichen.
comparison-take-first-two = Die ersten beiden vergleichen

### wall
wall-black = Schwarz; ein Klick oder B zeigt die Ansicht wieder
wall-areas-of = Räume: { $plan }
wall-counter = { $at } von { $of }
wall-next = Nächste Ansicht
wall-back = Vorige Ansicht
wall-stop = Vorführung beenden
wall-close = Schließen
wall-rank-areas = Rang { $place } von { $of } Räumen{ $left ->
    [0] {""}
   *[other] ; { $left } ohne sicheren Wert nicht gezählt
}
wall-rank-districts = Rang { $place } von { $of } Gebieten{ $left ->
    [0] {""}
   *[other] ; { $left } ohne sicheren Wert nicht gezählt
}
wall-what-if = Was wäre in einem anderen Raum?
wall-what-if-of = { $district }: Was wäre in einem anderen Raum?
wall-what-if-brief = { $district } zu …
wall-move = { $district } zu { $area }
wall-copy = Kopie: Was wäre, wenn …
wall-change = { $area }: { $before } → { $after } Menschen
wall-change-secret = { $area }, Menschen: geheim
wall-changes-more = { $count ->
    [one] und ein weiterer Raum
   *[other] und { $count } weitere Räume
}
wall-change-districts = { $area }: { $before } → { $after } Gebiete
wall-change-shown = { $area }, { $indicator }: { $change }
wall-keep = Behalten
wall-drop = Verwerfen

### palette
palette-also-new = Projekt anlegen, Grenzen einlesen, Grenzen importieren, GeoJSON
palette-also-open = Datei laden, einlesen, importieren, Zuordnung einlesen
palette-also-indicators = Kennzahlen importieren, Werte einlesen, Daten importieren, Indikatoren, SQLite
palette-also-save = sichern, Projekt speichern
palette-also-save-as = Kopie speichern, unter anderem Namen sichern
palette-also-export-map = Karte exportieren, Karte speichern, drucken, Bild, SVG, PNG, PDF
palette-also-export-table = Tabelle exportieren, CSV, Excel
palette-also-export-areas = Räume exportieren, Räume speichern
palette-also-export-assignment = Zuordnung exportieren, Variante exportieren
palette-also-close = Projekt verlassen, Startseite
palette-also-undo = zurücknehmen, widerrufen
palette-also-redo = wiederherstellen, noch einmal
palette-also-rename = Name ändern, anders nennen
palette-also-unassign = herausnehmen, entfernen, Zuordnung lösen
palette-also-new-area = Raum anlegen, Raum hinzufügen, Raum erstellen
palette-also-new-plan = Variante anlegen, Entwurf anlegen, Plan hinzufügen
palette-also-duplicate-plan = Variante kopieren, Kopie anlegen
palette-also-comparison = Varianten vergleichen, gegenüberstellen, Unterschiede
palette-also-present = Präsentation, Beamer, zeigen
palette-also-save-view = Ansicht anlegen, merken, Lesezeichen
palette-also-tool-paint = Pinsel, zeichnen, zuordnen
palette-also-tool-erase = Radiergummi, wegnehmen
palette-also-tool-lock = fixieren, schützen
palette-also-larger = Schrift größer
palette-also-labels = Namen auf der Karte
palette-also-help = Anleitung, Tastenkürzel
palette-hint = Ort, Raum, Kennzahl oder Befehl suchen
palette-nothing = Nichts gefunden für „{ $query }“.
palette-plan = Variante
palette-area = Raum
palette-view = Ansicht
palette-indicator = Kennzahl
palette-district = Gebiet

### keys
keys-shift = Umschalt { $key }
keys-delete = Entf
keys-home = Pos1
keys-end = Ende
keys-page-up = Bild ↑
keys-page-down = Bild ↓
keys-space = Leertaste
keys-backspace = Rücktaste
keys-group-file = Datei
keys-group-edit = Bearbeiten
keys-group-view = Ansicht und Fenster
keys-group-draw = Räume zeichnen
keys-group-map = Karte bewegen
keys-group-wall = Vorführen
keys-group-help = Hilfe
keys-new = Neues Projekt aus Grenzen …
keys-open = Öffnen …
keys-indicators = Kennzahlen einlesen …
keys-sample = Beispielprojekt öffnen
keys-save = Speichern
keys-save-as = Speichern unter …
keys-export-map = Karte ausgeben …
keys-export-table = Tabelle ausgeben …
keys-export-areas = Räume als GeoJSON ausgeben …
keys-export-assignment = Zuordnung als CSV ausgeben …
keys-close = Projekt schließen
keys-undo = Rückgängig
keys-redo = Wiederholen
keys-rename = Gewählten Raum oder Variante umbenennen
keys-unassign = Gewählte Gebiete aus dem Raum nehmen
keys-new-area = Neuer Raum
keys-new-plan = Neue, leere Variante
keys-next-plan = Nächste Variante
keys-previous-plan = Vorige Variante
keys-duplicate-plan = Variante duplizieren
keys-back = Einen Schritt zurück, nichts geht verloren
keys-palette = Suchen und Befehle
keys-planning = Zur Planung
keys-comparison = Zum Vergleich
keys-present = Vorführen
keys-full-screen = Vollbild
keys-next-part = Zum nächsten Bereich: Reiter, Felder, Karte, Schublade
keys-next-part-compared = Zum nächsten Bereich: Varianten, Karten, Zahlen
keys-previous-part = Zum vorigen Bereich
keys-table = Tabelle ein- oder ausblenden
keys-history = Verlauf ein- oder ausblenden
keys-views = Ansichten ein- oder ausblenden
keys-save-view = Ansicht speichern
keys-by-districts = Werte je Gebiet zeigen
keys-by-areas = Werte je Raum zeigen
keys-colour-areas = Karte nach Räumen färben
keys-colour-indicator = Karte nach der Kennzahl färben
keys-city = Stadt mitzählen oder nicht
keys-labels = Beschriftung ein- oder ausblenden
keys-larger = Oberfläche größer
keys-smaller = Oberfläche kleiner
keys-usual-size = Oberfläche in üblicher Größe
keys-light = Helle Farben
keys-dark = Dunkle Farben
keys-contrast = Hoher Kontrast
keys-motion = Bewegung reduzieren oder nicht
keys-german = Sprache: Deutsch
keys-english = Sprache: Englisch (English)
keys-tool-select = Auswählen
keys-tool-paint = Malen
keys-tool-erase = Radieren
keys-tool-lasso = Lasso
keys-tool-rectangle = Rechteck
keys-tool-lock = Räume sperren
keys-next-target = Nächster Raum zum Malen
keys-previous-target = Voriger Raum zum Malen
keys-wider = Pinsel breiter
keys-narrower = Pinsel schmaler
keys-next-unassigned = Nächstes nicht zugeordnetes Gebiet
keys-next-island = Nächste Insel
keys-absorb = Einschlüsse auflösen
keys-show-all = Alles zeigen
keys-closer = Vergrößern
keys-further = Verkleinern
keys-left = Nach links
keys-right = Nach rechts
keys-up = Nach oben
keys-down = Nach unten
keys-wall-next = Nächste Ansicht
keys-wall-back = Vorige Ansicht
keys-wall-next-district = Nächstes Gebiet auswählen
keys-wall-previous-district = Voriges Gebiet auswählen
keys-wall-black = Schwarz, und wieder zurück
keys-wall-first = Erste Ansicht
keys-wall-last = Letzte Ansicht
keys-wall-stop = Vorführung beenden
keys-wall-keep = Kopie behalten
keys-wall-drop = Kopie verwerfen
keys-help = Hilfe und Tasten
keys-tour = Rundgang in fünf Schritten

### help
help-title = Hilfe
help-close = Hilfe schließen
help-tour = Rundgang
help-start = Anfangen
help-start-what = Im Menü „…“ oben rechts: „Neu …“ macht aus Grenzen (GeoJSON) ein Projekt, „Kennzahlen einlesen …“ nimmt Werte dazu; sie finden ihre Gebiete über den Gemeindeschlüssel. Dateien lassen sich auch ins Fenster ziehen. Was nicht passt, steht als Hinweis da.
help-overlay = Kennzahlen ansehen
help-overlay-what = Links eine Kennzahl wählen, darunter den „Zeitraum“ und unter „Werte für“ Gebiete oder Räume. Ein Klick auf eine Zahl zeigt Zähler, Nenner, Quelle und Regel.
help-draw = Räume bilden
help-draw-what = Rechts einen Raum anlegen oder wählen, mit P malen, mit der rechten Maustaste herausnehmen. Alle Zahlen rechnen beim Malen mit. Jeder Strich ist ein Schritt im „Verlauf“ und lässt sich zurücknehmen.
help-plans = Varianten vergleichen
help-plans-what = Im Menü am Reiter einer Variante: „Duplizieren“. Die Kopie ändern, dann „Vergleich“: geänderte Grenzen, wer wechselt, Kennwerte vorher und nachher.
help-numbers = Kleine Zahlen
help-numbers-what = Unten links steht, für wen Werte gezeigt werden: bei „Konferenz“ und „öffentlich“ sind Werte mit wenigen Fällen ausgeblendet. Eine Lücke wird nie zur Null: geheim, „nicht geliefert“ und „unbewohnt“ sehen verschieden aus.
help-present = Vorführen
help-present-what = Unter „Ansichten“ speichern, was zu sehen ist; F5 zeigt es groß. Pfeile oder Klicker blättern, B macht schwarz. Ein Gebiet anklicken und einem anderen Raum geben: das geschieht in einer Kopie.
help-saved = Nichts geht verloren
help-saved-what = Jeder Schritt steht sofort in der Arbeitskopie; nach einem Absturz bietet die Startseite sie an. „Speichern“ schreibt die Projektdatei. Oben links steht, was davon gilt.
help-digits = Beim Zeichnen den Raum wählen, sonst die ausgewählten Gebiete in ihn setzen; 0: nicht zugeordnet
help-digits-wall = Gewähltes Gebiet in einer Kopie diesem Raum geben
help-wheel = Zum Mauszeiger vergrößern
help-wheel-key = Mausrad
help-drag = Karte verschieben
help-drag-key = mittlere Taste oder Leertaste und ziehen
help-alt = Raum aus der Karte zum Malen aufnehmen
help-alt-key = Alt und Klick oder Strg und Klick
