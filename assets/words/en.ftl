# Texts in English. The keys are those of de.ftl, in the same order.
# Renamable terms: { -planning-area }, { -planning-area(form: "plural") }, and { -conference } likewise.
# (A message may not be called like a term: Fluent keeps both under one name.)

### words
words-percent-points = { $value }{ "\u00A0" }percentage points

### project
project-no-such-plan = This plan no longer exists.
project-no-such-area = This { -planning-area } no longer exists in the plan.
project-no-such-view = This saved view no longer exists.
project-id-taken = This id is already taken.
project-name-empty = The name must not be empty.
project-name-taken = “{ $name }” already exists. Please choose another name.
project-untouchable = “{ $name }” is protected. Please make a copy first.
project-starting-plan = “{ $name }” is the starting plan and stays as it is. Please duplicate it to change it.
project-plan-kept = “{ $name }” is protected and cannot be deleted. If it really is to go, please remove its protection first.
project-area-not-empty = “{ $name }” still holds districts. Please take them out first.

### finding
finding-place = Place: { $parts }.
finding-place-feature = feature no. { $number }
finding-place-key = key { $key }
finding-place-row = table row { $number }
finding-place-column = column { $column }
finding-place-line = line { $number }
finding-place-path = path { $path }

### analysis
analysis-classify-no-values = There are no known values to form classes from. Please choose another indicator or period.
analysis-classify-value-not-finite = Value no. { $number } is not an ordinary number. Please check the indicator's source.
analysis-classify-no-classes = There is no such thing as zero classes. Please choose at least one class.
analysis-classify-no-breaks = Classes by hand need limits. Please give at least one.
analysis-classify-break-not-finite = Class limit no. { $number } is not an ordinary number. Please give a number.
analysis-disclosure-limit = Small numbers: values resting on fewer than { $count } cases (or short of the whole by so few), and balances that are not zero but smaller than that either way, are not shown; where an indicator names a minimum of its own, that one holds. Whether such a value can be worked out from totals, or by comparing two plans, is not checked yet.
analysis-overlay-no-such-indicator = There is no indicator “{ $id }” in the data.
analysis-overlay-no-such-period = There are no values for { $period }. Available: { $present }.
analysis-overlay-no-values = There are no values for this indicator.
analysis-overlay-no-plan = To see values by area, choose a plan first.
analysis-draft-gives-nothing = “{ $name }” is locked and gives no districts away.
analysis-draft-takes-nothing = “{ $name }” is locked and takes no districts.
analysis-draft-has-area = Already belongs to “{ $name }”; only unassigned districts are painted.
analysis-draft-untouchable = “{ $name }” is protected. Please work on a copy.
analysis-draft-uninhabited = uninhabited and in no area. Such districts are added only when clicked one by one with the brush, or with “Uninhabited districts, too” switched on.
analysis-group-joint = Joint municipality
analysis-group-county = County
analysis-group-state = State
### project file
project-file-trouble = { $cause } { $remedy } – { $path }
project-file-trouble-detail = { $cause } { $remedy } (Reason: { $detail }) – { $path }
project-file-some-step = Change
project-file-unreadable = The project file cannot be read.
project-file-not-a-project = The file is not a Planraum project.
project-file-no-project-any-more = By its name the file is a Planraum project, but not by its content: it is damaged, or never was a project.
project-file-not-a-file = This is not a regular file.
project-file-too-large = At { $megabytes } MB the file is larger than a project can be.
project-file-newer = The project was saved by a newer version and needs Planraum { $version }.
project-file-newer-unknown = The project was saved by a newer version of Planraum.
project-file-damaged = The project file is damaged.
project-file-damaged-at = The project file is damaged (place: { $place }).
project-file-altered = The project file is damaged: { $part } – what stands here is not what was saved (the checksum is wrong).
project-file-copy-damaged = The working copy is damaged.
project-file-copy-damaged-at = The working copy is damaged (place: { $place }).
project-file-copy-altered = The working copy is damaged: { $part } – what stands here is not what was kept (the checksum is wrong).
project-file-place-length = length of the file
project-file-place-journal = way of saving
project-file-place-schema = structure of the tables
project-file-place-version = version number
project-file-place-plan = plan no. { $number }
project-file-place-area = area no. { $number }
project-file-place-assignment = assignment of { $key } in plan no. { $plan }
project-file-place-view = saved view no. { $number }
project-file-place-source = source no. { $number }
project-file-place-classing = classes no. { $number }
project-file-place-terms = terms of your own
project-file-place-city = city
project-file-place-step = step no. { $number } of the history
project-file-place-entry = an entry
project-file-why-damaged-at = the working copy is damaged, place: { $place }
project-file-why-source-missing = one of the project's sources is missing or was changed, checksum { $source }
project-file-rescued-before = The working copy is damaged; what is whole of it was restored before. That copy is open, with everything that was done in it since.
project-file-rescued-all = The working copy is damaged; everything that was done in it could be restored and is open as a new project that is not saved yet.
project-file-rescued-without = The working copy is damaged; what is whole of it is open as a new project that is not saved yet. { $count ->
        [one] The last change is
       *[other] The last { $count } changes are
    } missing.
project-file-rescued-with = The working copy is damaged; what is whole of it is open as a new project that is not saved yet. { $count ->
        [one] One change that had been undone stands
       *[other] { $count } changes that had been undone stand
    } in it again.
project-file-history-first = The beginning of the history could not be read any more; { $count ->
    [one] one early step
   *[other] { $count } early steps
} cannot be undone any more. The project itself is complete.
project-file-history-undone = A part of the history could not be read any more; { $count ->
    [one] one step that was undone
   *[other] { $count } steps that were undone
} cannot be redone. The project itself is complete.
project-file-part-project = name and date of the project
project-file-part-sources = list of sources
project-file-part-plans = list of plans
project-file-part-areas = areas of the plan “{ $plan }”
project-file-part-assignment = assignment of the districts in the plan “{ $plan }”
project-file-part-views = saved views
project-file-part-classings = class breaks
project-file-part-city = setting about the city
project-file-part-terms = own terms
project-file-part-step = step { $number } of the history
project-file-part-working = the working copy's word of itself
project-file-source-missing = One of the project's sources is missing or was changed (checksum { $source }).
project-file-unwritable = The project could not be saved here ({ $kilobytes } KB needed); the file there is unchanged.
project-file-write-protected = The project cannot be saved here; the file is write-protected or the folder out of reach.
project-file-changed-meanwhile = The project file was changed by somebody else in the meantime and was therefore not replaced.
project-file-locked = { $user } has had the project open on the computer { $host } since { $day }, { $time }.
project-file-locked-by-nameless = Somebody has had the project open on the computer { $host } since { $day }, { $time }.
project-file-locked-by-somebody = Somebody else has the project open; who, cannot be read.
project-file-taken-over = The project has been taken over meanwhile: { $holder } So nothing was saved here.
project-file-busy = Another window is opening or saving this file just now and does not come to an end.
project-file-exists = There already is another project in this place.
project-file-exists-other = There already is a file in this place, and it is no Planraum project.
project-file-outgrown = At { $megabytes } MB the project is larger than a project file can be; nothing was saved.
project-file-no-file-yet = The project has no file yet.
project-file-no-workplace = The folder for working copies cannot be used.
project-file-no-working-copy = This working copy no longer exists.
project-file-working-copy-in-use = This working copy is open in another window.
project-file-not-kept = The last change could not be kept in the working copy.
project-file-out-of-step = The working copy does not accept the change: { $reason }
project-file-remedy-readable = Please check that the file is still there and that you may read it.
project-file-remedy-other-file = Please choose a file ending in .planraum.
project-file-remedy-backups = Earlier versions of this file are in { $folder }; please open the one with the highest number and save it under a new name.
project-file-remedy-backup = Planraum has no earlier version of it on this computer; please have one restored from the data backup of your organisation.
project-file-remedy-update = Please update Planraum; the file is unchanged.
project-file-remedy-other-place = Please check space and permissions, or save in another place.
project-file-remedy-compare = Please choose “Save as” and compare the two versions.
project-file-remedy-wait = Please wait until it is closed, or choose “Save as”.
project-file-remedy-busy = Please try again in a moment; if the drive does not answer, close the other window.
project-file-remedy-other-name = Please choose another name.
project-file-remedy-outgrown = Please undo the last import and take in less data.
project-file-remedy-save-as = Please choose “Save as”.
project-file-remedy-workplace = Please check free space and permissions in your own user folder, and save the project.
project-file-remedy-open-again = Please open the project from its file.
project-file-remedy-rescued = Please check it, save it under a new name and have the disk of this computer checked; the damaged working copy lies unchanged in { $folder }.
project-file-remedy-history = Please save the project and have the disk of this computer checked.
project-file-remedy-copy-open = Please choose “Save as”; if that fails, export the assignment.
project-file-remedy-copy-unknown = Please open the project from its file if it was saved before; what was added since is not in it.
project-file-remedy-copy-without-file = The project was never saved; please have the folder of the working copy restored from the data backup of your organisation.
project-file-remedy-copy-of-file = Please open { $file }: that file is intact; { $count ->
    [0] nothing is missing from it.
    [one] it lacks one change that was made since it was saved.
   *[other] it lacks { $count } changes that were made since it was saved.
}
project-file-remedy-copy-file-too = The file { $file } cannot be opened either, and Planraum has no earlier version of it on this computer; please have one restored from the data backup of your organisation.
project-file-remedy-copy-file-too-backups = The file { $file } cannot be opened either; earlier versions of it are in { $folder }: please open the one with the highest number and save it under a new name.
project-file-remedy-copy-beside = What was added in it since the last save is missing here; perhaps the data backup of your organisation still has the working copy intact.
project-file-remedy-other-window = Please continue there, or close the other window.
project-file-remedy-restart = Please export the assignment and open the project again.
### step (history)
step-change = Change
step-rename-project = Project is now called “{ $name }”
step-source-added = Data taken in from “{ $file }”
step-sources = Data sources changed
step-city = City districts set
step-terms = Terms changed
step-classing = Classes of “{ $indicator }” changed
step-classing-changed = Classes of “{ $indicator }”: { $from } → { $to }
step-classing-ramp = Colours of “{ $indicator }”: { $from } → { $to }
step-classing-both = { $limits }, { $colours }
step-classing-limits = { $method } { $limits }
step-classing-and = { $limits }; { $next }
step-plan-added = Plan “{ $plan }” created
step-plan-removed = Plan “{ $plan }” deleted
step-plan-renamed = Plan “{ $from }” is now called “{ $to }”
step-plan-described = Description of “{ $plan }” changed
step-plan-protected = Plan “{ $plan }” protected
step-plan-opened = Protection of “{ $plan }” lifted
step-target-changed = Target per area in “{ $plan }”: { $from } → { $to }
step-balance-changed = Balanced in “{ $plan }”: { $from } → { $to }
step-assigned = { $count ->
    [one] { $count } district → { $area }
   *[other] { $count } districts → { $area }
}
step-unassigned = { $count ->
    [one] { $count } district taken out
   *[other] { $count } districts taken out
}
step-assigned-several = { $count } districts spread over { $areas } areas
step-assigned-uninhabited = { $count } districts, { $empty } of them uninhabited → { $area }
step-assigned-one = { $district } → { $area }
step-assigned-two = { $first } and { $second } → { $area }
step-unassigned-one = { $district } taken out
step-unassigned-two = { $first } and { $second } taken out
step-merged = “{ $from }” and “{ $into }” merged into “{ $into }”
step-split-off = { $count } districts split off “{ $from }”: “{ $area }”
step-split-off-one = { $district } split off “{ $from }”: “{ $area }”
step-split-off-two = { $first } and { $second } split off “{ $from }”: “{ $area }”
step-split-parts = “{ $from }” split into { $count } areas
step-area-added = Area “{ $area }” created
step-area-removed = Area “{ $area }” dissolved
step-area-renamed = Area “{ $from }” is now called “{ $to }”
step-area-recoded = Area “{ $area }” now has the code { $code }
step-area-recoloured = Colour of “{ $area }” changed
step-reason = Reason of “{ $area }” changed
step-area-locked = Area “{ $area }” locked
step-area-unlocked = Area “{ $area }” unlocked
step-all-locked = Areas locked
step-all-unlocked = All areas unlocked
step-view-added = View “{ $view }” saved
step-view-removed = View “{ $view }” deleted
step-view-changed = View “{ $view }” changed
step-view-moved = View “{ $view }” moved

### desk
area-new-name = Area { $number }
plan-new-name = Draft { $letter }
plan-starting-name = Starting plan
plan-starting-by = As things are: districts with the same value of “{ $group }” form one area each. Please copy it to change it.
plan-starting-empty = As things are: no areas yet, because the file names nothing that groups districts. Drafts can be compared with this plan.
plan-copy-name = { $plan } – copy
plan-copy-name-again = { $plan } – copy { $number }
desk-read-only-hint = The project is open for reading only. Changes stay in the working copy; you can save under another name.
desk-undone = Undone: { $step }
desk-redone = Redone: { $step }
desk-undone-in = Undone in “{ $plan }”: { $step }
desk-redone-in = Redone in “{ $plan }”: { $step }
desk-view-saved = View “{ $view }” saved
desk-fewer-areas = { $after } areas hold districts now, not { $before }. The target per area is their mean: it changes, and with it all deviations.
desk-area-emptied = { $count ->
    [one] “{ $names }” is empty now.
   *[other] { $count } areas are empty now: { $names }.
}
desk-area-emptied-and = { $count ->
    [one] “{ $names }” is empty now.
   *[other] { $count } areas are empty now: { $names }.
} { $fewer }
desk-what-if-name = { $plan } – what if ({ $time })
desk-what-if-name-again = { $plan } – what if ({ $time }) { $number }
desk-what-if-left = The copy “{ $plan }” made while presenting is among the plans.
desk-nothing-to-export = There is nothing to hand out here. Please choose an indicator or a plan first.
desk-saved = Saved: { $file }
desk-written = Written: { $file }
desk-already-open = “{ $file }” is open already.
desk-older-file = This file was written by an older version of Planraum. Saving lifts it to the new format; until then it stays as it is.
desk-unfinished = There is a working copy of this file with { $count ->
    [one] one step that is in no file
   *[other] { $count } steps that are in no file
} (last { $at }). What is shown here is the saved state.
desk-moment = { $day }, { $time }
desk-leaving-loses = The last changes are not kept yet and are lost when leaving. To leave all the same, ask again. { $reason }
desk-closing-waits = The window closes as soon as everything is kept.
desk-recorded-again = All changes are kept again.
desk-opened-with-findings = { $count ->
    [one] Opened, with one remark.
   *[other] Opened, with { $count } remarks.
}
desk-plan-protected = “{ $plan }” is protected. Please make a copy to draw in.
desk-still-computing = The figures of this plan are still being computed. You can draw in a moment.
desk-no-target = Please choose the area to paint into first.
desk-stayed = { $count ->
    [one] One district stays where it is: { $why }
   *[other] { $count } districts stay where they are: { $why }
}
desk-all-assigned = All districts are assigned.
desk-no-islands = No area has detached parts, and none surrounds districts of another.
desk-islands-left = { $count ->
    [one] The only island stays as it is.
   *[other] All { $count } islands stay as they are.
}
desk-island = Island { $at } of { $count }: { $names }{ $more ->
    [0] {""}
   *[other] { " and" } { $more } more
} ({ $area })
desk-enclaves-shown = { $count ->
    [one] The enclave is marked on the map; I once more absorbs it.
   *[other] { $count } enclaves are marked on the map; I once more absorbs them.
}
desk-no-enclaves = No enclave: no district is wholly surrounded by another area.
desk-absorbed = { $count ->
    [one] Enclave absorbed: { $count } district assigned
   *[other] Enclaves absorbed: { $count } districts assigned
}

### job
job-open-sample = Opening the sample
job-open = Reading “{ $file }”
job-resume = Opening the working copy
job-discard = Discarding the working copy
job-save = Saving the project
job-write = Writing “{ $file }”
job-fold = Putting the data together

### legend
legend-exactly = exactly { $value }
legend-only-class = { $from } to { $to }
legend-below = under { $to }
legend-from = { $from } and more
legend-between = { $from } to under { $to }
legend-area = { $code } { $area }
legend-secret = secret, also for protection
legend-missing = not delivered
legend-missing-of = { $reasons }
legend-share-of = Share of: { $whole }, in %
legend-uninhabited = uninhabited
legend-unassigned = not assigned
legend-estimated = partly covered, estimated
legend-partial = partly covered
legend-range = cannot be pooled
legend-switched-off = not counted (city)
legend-without-city = without the city
legend-estimates = estimated: { $areas }
legend-turn-zero = The colours turn at 0.
legend-turn-county = The colours turn at the county’s value: { $value }.
legend-turn-class = The colours turn in the middle class, not at a certain value.
legend-source = Source: { $source }
legend-new-border = new border in { $b }
legend-dropped-border = dropped border of { $a }
legend-shared-border = border in both
legend-changed = changes area, in its new colour
legend-matched-districts = Colours follow the area that has the most districts in common. “A → B”: called differently in the two plans.
legend-matched = Colours follow the area that shares the most people. “A → B”: named differently in the two plans.
legend-bare = District
legend-nothing-to-show = No indicator and no plan yet.
legend-no-areas = This plan has no areas yet.

legend-count = { $row }, count { $count }
legend-count-class = Counted are values from the lower up to below the upper limit of the class; the highest class includes both its limits.
legend-count-area = Districts that are assigned to this area.
legend-count-other = Counted, but in no class.
legend-count-of = Of
legend-count-remarks = Also
### storage
storage-file = File: { $path }
storage-refused = { $cause } { $remedy } File: { $path }
storage-refused-at = { $cause } { $place } { $remedy } File: { $path }
storage-plane = plane coordinates in an unknown system
storage-crs-name = { $name }
storage-stopped = Stopped.
storage-remedy-none = Nothing needs to be done.
storage-remedy-check-export = Please export the file again or correct it at this place.
storage-remedy-smaller = Please split the file into smaller parts or raise the limit in the settings.
storage-remedy-utf8 = Please save the file as UTF-8.
storage-remedy-umlauts = Please check the umlauts in the names.
storage-remedy-fetch-again = Please download or export the whole file again.
storage-remedy-json = Please export the file again; at this place it is not valid JSON.
storage-remedy-geojson = Please choose a GeoJSON file with district boundaries.
storage-remedy-bbox = The entry is passed over; the rectangle is computed from the boundaries.
storage-remedy-crs = Please give the coordinate system when reading the file, for example EPSG:25832.
storage-remedy-crs-inexact = For exact borders export the file in ETRS89/UTM (EPSG:25832).
storage-remedy-swapped = If the map looks wrong, please export the file with longitude before latitude.
storage-remedy-field = Please choose one of the fields that are there.
storage-remedy-field-nameless = If it is needed, please give the property a name in the file.
storage-remedy-key-missing = Values will not find this district; please add its key to the file or choose the key field.
storage-remedy-key-repeated = If these are different districts, please choose another key field.
storage-remedy-key-zero = Please export the key as text in future.
storage-remedy-geometry-missing = The feature is passed over; if it is needed, please add its boundary.
storage-remedy-geometry-bare = Please export the file together with its properties (key, name).
storage-remedy-not-areal = The feature is passed over; for districts please export areas.
storage-remedy-no-districts = Please choose a file with areas (Polygon or MultiPolygon).
storage-remedy-border = Please check the border at this place in the source.
storage-file-too-large = The file is larger than { $megabytes } megabytes.
storage-file-empty = The file is empty.
storage-encoding-unreadable = The file is in no known character encoding.
storage-encoding-decoded = The file is not in UTF-8; it was read as { $encoding }.
storage-encoding-double = Umlauts were encoded twice and have been corrected ({ $count } times, for example “{ $wrong }” to “{ $right }”).
storage-nesting-too-deep = The file is nested deeper than { $most } levels.
storage-too-many-districts = The file contains more than { $most } districts.
storage-too-many-vertices = The boundaries have more than { $most } vertices altogether.
storage-too-many-columns = The file contains more than { $most } different fields.
storage-json-cut-off = The file breaks off in the middle of the text; up to there { $complete } features are complete.
storage-json-broken = From character { $column } of this line on, the file is not valid JSON: { $cause }.
storage-json-number = A number is larger than a computer can express.
storage-not-geojson = The file is JSON, but not GeoJSON.
storage-no-districts = { $features ->
        [one] The only feature in the file has no
       *[other] Of { $features } features in the file, none has a
    } usable area.
storage-features-bare = The features stand in a bare list instead of a FeatureCollection; they were read all the same.
storage-features-by-line = The file consists of { $count } separate texts (GeoJSON by line), which were read together.
storage-geometry-bare = The file contains only areas without properties; keys and names are missing.
storage-type-case = The type “{ $name }” is misspelt; it was read all the same.
storage-type-missing = The member “type” is missing; it was concluded from the content.
storage-member-missing = The member “{ $name }” is missing.
storage-member-repeated = The member “{ $name }” stands there twice.
storage-member-wrong-kind = The member “{ $name }” is of the wrong kind and was passed over.
storage-bbox-wrong = The bounding box “bbox” does not consist of four or six numbers.
storage-geometry-missing = The feature has no geometry.
storage-geometry-empty = The feature has no area.
storage-geometry-not-areal = The feature is not an area ({ $kind }).
storage-geometry-invalid = The boundary cannot be read: { $reason }.
storage-fault-short-position = a position has fewer than two numbers
storage-fault-not-a-number = something else stands where a number has to be
storage-fault-mixed-nesting = the coordinates are nested unevenly
storage-fault-wrong-nesting = the nesting of the coordinates does not fit the type
storage-fault-no-object = something else stands where an object has to be
storage-fault-member-missing = the member “{ $name }” is missing
storage-fault-no-type = the member “type” is missing
storage-fault-unknown-type = there is no type “{ $name }”
storage-fault-feature-inside = a feature stands where a geometry has to be
storage-fault-topojson = this is TopoJSON, please export it as GeoJSON
storage-fault-out-of-range = the coordinate { $x } / { $y } lies outside of { $crs }
storage-ring-closed = { $count ->
    [one] One ring was not closed and has
   *[other] { $count } rings were not closed and have
    } been closed.
storage-ring-too-short = { $count ->
    [one] One ring has
   *[other] { $count } rings have
    } fewer than four positions and encloses nothing; left out.
storage-extra-dimensions = Heights or further entries at { $count } positions were dropped.
storage-crs-guessed = The file names no coordinate system; by its numbers it is { $crs }.
storage-crs-plane = The file names no coordinate system and the numbers fit none that is known; they are taken for metres in the plane.
storage-crs-unknown = The coordinate system “{ $name }” cannot be computed here.
storage-crs-contradicted = The file names { $said }, but the numbers fit only { $found }; that is how they were read.
storage-crs-inexact = Coordinates in { $crs } come out shifted by some metres.
storage-coordinates-swapped = The coordinates have north first; they were swapped.
storage-far-away = The feature lies far away from all others.
storage-turned = The feature is written the other way round than the rest (east and north swapped); with its coordinates swapped it would lie among them.
storage-far-away-swapped = The feature lies far away from all others; with its coordinates swapped it would lie among them.
storage-not-projectable = The boundary of “{ $name }” lies outside of the coordinate system and is missing on the map.
storage-field-unknown = There is no field “{ $name }”; there are: { $present }.
storage-name-shortened = { $count ->
        [one] One name is
       *[other] { $count } names are
    } longer than { $most } characters; the end was left out.
storage-area-too-long = The area in this line has more than { $most } characters.
storage-key-zero-restored = { $count } keys in the field “{ $name }” had lost their leading zero and have { $length } digits again.
storage-key-repeated = Several features ({ $numbers }) have the key { $key } (“{ $name }”); they are one district of several parts.
storage-key-missing = The feature has no key; it is called { $key }.
storage-key-missing-everywhere = No feature has a key; they are called by their number (#1, #2, …).
storage-border-snapped = { $names }: { $count ->
        [one] one border point was
       *[other] { $count } border points were
    } moved by up to { $extent } m and brought together (tolerance { $tolerance } m).
storage-border-inserted = { $names }: { $count ->
        [one] one border point was
       *[other] { $count } border points were
    } added to the neighbour's line (tolerance { $tolerance } m).
storage-border-mismatched = { $names }: { $count } stretches of border drawn twice lay up to { $extent } m apart and were brought together (tolerance { $tolerance } m).
storage-border-gap = { $names }: a strip { $extent } m wide remains between the districts (tolerance { $tolerance } m).
storage-border-overlap = { $names }: the areas overlap (tolerance { $tolerance } m).
storage-border-crosses-itself = { $names }: the boundary crosses itself.
storage-district-without-surface = “{ $name }” encloses no surface.
storage-ring-collapsed = { $names }: a ring encloses nothing and was left out.
storage-ring-repeated = { $names }: a ring stands there twice and was left out once.
storage-hole-outside = { $names }: a hole reaches out of its area and was left out.
storage-not-a-place = { $names }: a coordinate lies outside of any map; its ring was left out.
storage-block-damaged = A source in the project is damaged or has been changed.
storage-no-boundaries = The project has no district boundaries.
storage-boundaries-apart = The boundaries of two sources are in coordinate systems that cannot be converted into one another.
storage-source-replaces = “{ $name }” replaces { $count ->
        [one] one earlier value
       *[other] { $count } earlier values
    } of the indicator “{ $id }” (source until now: “{ $source }”).
storage-source-replaces-whole = “{ $name }” defines the indicator “{ $id }” otherwise than before (unit, pooling or what it refers to) and replaces it as a whole; { $count ->
        [one] one earlier value counts
       *[other] { $count } earlier values count
    } no more (source until now: “{ $source }”).
storage-nothing-taken = Nothing was taken over from this file. { $cause }
storage-nothing-to-take = It has not one value for this map.
storage-reference-differs = Indicator “{ $id }”, { $period }: the districts and the cases that belong to none make { $sum } together, published are { $published } ({ $area }).
storage-plan-without-heading = The table has { $count } columns and no heading that says which of them are the areas.
storage-plan-without-area-column = The heading names no column with the area, or more than one; there are: { $present }.
storage-plan-without-district-column = The heading names no column with the district; there are: { $present }.
storage-plan-of-measurements = Measurements stand in the column of the areas (for example { $example }).
storage-plan-of-single-districts = There are nearly as many areas ({ $areas }) as districts ({ $districts }).
storage-remedy-plan-columns = Please choose a table with the columns “district” and “area”.
storage-remedy-plan-doubtful = Please check whether the second column really names the areas.
storage-line-incomplete = This line lacks the key of the district.
storage-line-unreadable = The table cannot be read at this place.
storage-line-without-area = This line lacks the column with the area.
storage-quote-open = A quotation mark stays open to the end of the line.
storage-district-repeated = The district { $key } is assigned already; the first line counts.
storage-district-unknown = { $count } keys of the file are not on the map: { $keys }.
storage-district-unassigned = { $count ->
        [one] One district remains
       *[other] { $count } districts remain
    } without an area: { $keys }.
storage-plan-matches-nothing = None of the { $rows } rows names a district of this map.
storage-plan-names-strangers = The plan “{ $plan }” names { $count ->
    [one] 1 district
   *[other] { $count } districts
} that the map doesn’t have: { $keys }.
storage-remedy-strangers = Please check the boundaries and the plan; these districts count nowhere.
storage-kind-coordinate-system = This file only describes a coordinate system (.prj); it holds no boundaries.
storage-kind-table = This file is a table; it holds no boundaries.
storage-kind-indicators = This file is a database; it holds no boundaries.
storage-kind-project = This file is a project; it is opened, not read as boundaries.
storage-kind-unknown = This kind of file is not read here ({ $kind }).
storage-remedy-block = Please read the source again or open a backup of the project.
storage-remedy-source-replaces = If that is not wanted, please give the new values an id of their own in their file.
storage-remedy-source-replaces-whole = If the earlier values are to stay, please give the new ones an id of their own in their file.
storage-remedy-nothing-to-take = Please check whether it is the right file and whether its keys are those of the map.
storage-remedy-reference = Please check whether values are missing or the published figure is defined otherwise.
storage-remedy-line = Please write the line as “district;area”.
storage-remedy-quote = Please close or delete the quotation mark; line breaks in codes and names are not read.
storage-remedy-coordinate-system = Please export the map beside it as GeoJSON (in QGIS: “Export”) and choose that one.
storage-remedy-kind = Readable are GeoJSON (boundaries), SQLite with the tables “indicator” and “value” (indicators), CSV (plans) and projects (*.planraum).
storage-no-local-copy = No working copy of the database can be made ({ $reason }).
storage-database-too-slow = The database takes too long to read.
storage-database-damaged = The database is damaged or no SQLite database: { $cause }.
storage-database-half-written = Another program is writing to this database, or was interrupted while writing; it is only half written.
storage-table-missing = The table “{ $name }” is missing; there are: { $present }.
storage-table-not-plain = “{ $name }” is not a plain table but a view or virtual table.
storage-column-missing = The table “{ $table }” lacks the column “{ $column }”.
storage-column-generated = The column “{ $column }” is computed inside the database and therefore not read.
storage-schema-ignored = Views, triggers and virtual tables are not run: { $names }.
storage-no-indicators = The table “indicator” names not a single indicator.
storage-too-many-indicators = The database contains more than { $most } indicators.
storage-too-many-cells = The file contains more than { $most } values.
storage-indicator-invalid = The indicator has no id, or the id stands in an earlier row already.
storage-indicator-unknown = The indicator “{ $id }” is not in the table “indicator”.
storage-indicator-empty = There is not a single value for the indicator “{ $id }”.
storage-reference-unknown = The named indicator “{ $name }” does not exist in this file.
storage-cell-no-text = The column “{ $column }” holds no readable text.
storage-cell-no-number = The column “{ $column }” holds no usable number.
storage-cell-too-large = In the table “{ $table }” an entry is larger than { $megabytes } megabyte.
storage-computed-too-large = The database computes an entry that is larger than { $megabytes } megabyte.
storage-schema-too-large = The database has more tables, columns and indexes than can be checked here.
storage-remedy-name-shortened = Please check whether this field really holds the names.
storage-remedy-cell-too-large = Please shorten the entry.
storage-remedy-schema-too-large = Please write the tables “indicator” and “value” into a file of their own.
storage-cell-blank = The column “{ $column }” is empty.
storage-min-count-wrong = How small numbers of “{ $id }” may be (min_count) is no whole number from 0; without it nobody knows what has to stay secret.
storage-number-not-allowed = The number in the column “{ $column }” is not allowed here.
storage-number-negative = The denominator is negative.
storage-ratio-too-large = Indicator “{ $id }”: in { $count ->
        [one] one cell
       *[other] { $count } cells
    } numerator and denominator give no number that can be reckoned with.
storage-remedy-counts-sane = Please check numerator, denominator and factor.
storage-people-counted-already = “{ $wanted }” does not count the people: in this project “{ $id }” does so already.
storage-remedy-people-counted = If “{ $id }” is no longer to do so, please make a new project and read the new numbers first.
storage-people-negative = Indicator “{ $id }”: in { $count ->
        [one] one row
       *[other] { $count } rows
    } the number of people is negative; it counts as not delivered.
storage-factor-wrong = The factor of the indicator “{ $id }” is no number greater than zero; the indicator was not read.
storage-two-numbers = “{ $text }” can be read in two ways: with decimals or in thousands.
storage-cell-text-no-number = The column “{ $column }” holds “{ $text }”, which is no number.
storage-sign-unknown = The value “{ $text }” is neither a number nor a known sign.
storage-caps-told = Settings: { $cause } The usual cap holds. – { $path }
storage-caps-no-list = “caps” is no list of caps such as {"{"}"file_mb": 800{"}"}.
storage-cap-unknown = There is no cap “{ $name }”; possible are: { $possible }.
storage-cap-not-sane = The cap “{ $name }” must be a whole number from { $least } to { $most }.
storage-mapping-unknown = “{ $text }” is not known in a mapping of signs; possible are: { $possible }.
storage-mapping-wrong-kind = The mapping of signs holds something else here than expected; possible are: { $possible }.
storage-mapping-blank = A blank sign can’t be mapped; blank cells always count as not delivered.
storage-period-invalid = “{ $text }” is not a period.
storage-code-unknown = “{ $text }” is not known in the column “{ $column }”.
storage-state-contradicted = The value is marked “{ $state }” and has a number all the same; the number was dropped.
storage-known-without-value = The value is marked as known, but there is none; it counts as not delivered.
storage-value-repeated = Indicator “{ $id }”, district { $district }, { $period }: the value stands there more than once; the first counts.
storage-numbers-differ = Indicator “{ $id }”: in { $count ->
        [one] one row
       *[other] { $count } rows
    } the numerator or denominator differs from the named indicator; the row's number counts.
storage-value-differs = Indicator “{ $id }”: in { $count ->
        [one] one row
       *[other] { $count } rows
    } numerator over denominator gives another value; the written one counts.
storage-part-exceeds-whole = Indicator “{ $id }”: in { $count ->
        [one] one row
       *[other] { $count } rows
    } the part is larger than the whole.
storage-denominator-missing = Indicator “{ $id }”: in { $count ->
        [one] one row
       *[other] { $count } rows
    } the denominator or weight is missing; these values cannot be pooled.
storage-join-keys-adapted = { $count } keys fit only when written differently (for example { $key } as { $as_key }).
storage-join-repeated = { $count } keys mean a district that already has values: { $keys }.
storage-join-only-in-file = { $count } keys of the file are not on the map: { $keys }.
storage-join-only-in-map = For { $count ->
        [one] one district
       *[other] { $count } districts
    } of the map there are no values: { $keys }.
storage-field-not-numeric = The property “{ $name }” does not hold numbers only; numbers are in: { $present }.
storage-field-nameless = A property has no name; it becomes no indicator.
storage-number-field-unknown = There is no field “{ $name }”; fields with numbers: { $present }.
storage-file-unwritable = The file cannot be written: { $reason }.
storage-file-unreadable = The file cannot be read: { $reason }.
storage-io-not-found = folder or file does not exist
storage-io-denied = access is not allowed
storage-io-read-only = the file or drive is write-protected
storage-io-full = the disk is full
storage-io-too-large = the file is larger than the drive allows
storage-io-folder = there is a folder here, not a file
storage-io-no-plain-file = it is not a regular file
storage-io-no-folder = a part of the path is not a folder
storage-io-exists = a file of this name exists already
storage-io-name = the name is not allowed here
storage-io-unreachable = the drive does not answer
storage-io-busy = another program is using the file
storage-io-memory = there is not enough memory
storage-io-cut-off = the file ends too early
storage-io-other = the operating system reports an error ({ $detail })
storage-sqlite-no-database = the file is not a SQLite database ({ $detail })
storage-sqlite-corrupt = parts of the file do not fit together ({ $detail })
storage-sqlite-disk = the drive reports an error in reading or writing ({ $detail })
storage-sqlite-closed = the file cannot be opened ({ $detail })
storage-sqlite-too-big = an entry is larger than allowed ({ $detail })
storage-sqlite-forbidden = the database wants to run something that is not allowed here ({ $detail })
storage-sqlite-value = an entry is missing or of another kind than expected ({ $detail })
storage-sqlite-other = the database cannot be read like this ({ $detail })
storage-json-value = something here is not a value ({ $detail })
storage-json-comma = a comma or a closing bracket is missing here ({ $detail })
storage-json-colon = a colon is missing here ({ $detail })
storage-json-trailing-comma = there is a comma too many here ({ $detail })
storage-json-trailing = something stands after the end ({ $detail })
storage-json-key = a name is not in quotation marks ({ $detail })
storage-json-sign = a text holds a character that may not stand in it like this ({ $detail })
storage-json-number-form = a number is written wrongly ({ $detail })
storage-json-other = the content is not as expected ({ $detail })
storage-remedy-database = Please produce the database again or use a backup.
storage-remedy-database-half-written = Please close the database there, or open it once with the program that writes it, and then read it again.
storage-remedy-free-space = Please make room or choose another place.
storage-remedy-indicators = Please choose an indicator file in the agreed form (tables “indicator” and “value”).
storage-remedy-plain-table = Please store the data as a plain table.
storage-remedy-indicator-id = Please give every indicator an id of its own.
storage-remedy-indicator = Please add the indicator to the table “indicator”.
storage-remedy-indicator-empty = If this is a mistake, please add the values.
storage-remedy-role-once = Only one indicator can have a role; the first counts.
storage-remedy-min-count = Please enter a whole number, for instance 3, or empty the cell: then 3 holds.
storage-remedy-cell = Please correct the cell.
storage-remedy-code = Please enter one of the agreed values.
storage-remedy-two-numbers = Please store the number as a number without brackets and enter “limited” in the column “quality”.
storage-remedy-counts = Please store numerator and denominator as numbers or leave them empty; signs such as - . / and brackets hold in the column “value” only.
storage-remedy-sign = Please store numbers as numbers; signs are - . * … x / and brackets.
storage-remedy-mapping = Please write the mapping like this: {"{"}"signs": {"{"}".": "missing:later"{"}"}, "rounds": true{"}"}.
storage-remedy-period = Please write 2023, 2023-12-31 or 2023/24.
storage-remedy-state = Please make value and mark agree.
storage-remedy-repeated = Please delete the surplus rows.
storage-remedy-numbers-differ = Please check which number is right.
storage-remedy-part = Please check numerator and denominator.
storage-remedy-denominator = Please deliver numerator and denominator, or name the denominator's indicator.
storage-remedy-join-adapted = If the match is wrong, please adapt the keys in the file.
storage-remedy-join-repeated = Please use one way of writing the key for each district.
storage-remedy-join-file = Please check whether key field and boundary state of map and file agree.
storage-remedy-join-map = If values are missing wrongly, please check the keys in the file.
storage-remedy-read = Please check whether the file is still there and may be read.
storage-remedy-plain-file = Please name a plain file.
storage-remedy-other-folder = Please choose another place or close the file in the other program; the old file is unchanged.
### handout
handout-north = N
handout-comparison = { $a } and { $b } compared
handout-by-area = values by area
handout-areas-with = With { $indicator }, { $period }
handout-areas-with-named = With { $indicator }
handout-moved = { $people } people in { $districts ->
    [one] one district
   *[other] { $districts } districts
    } change area
handout-moved-at-least = at least { $people } people in { $districts ->
    [one] one district
   *[other] { $districts } districts
    } change area
handout-moved-districts = { $districts ->
    [one] One district changes
   *[other] { $districts } districts change
    } area
handout-imprint = Release: { $profile } · printed: { $date } · made with Planraum
handout-profile = Release: { $profile }
handout-profile-intern = internal only
handout-profile-konferenz = for the conference
handout-profile-oeffentlich = public
handout-without-city = Without the city: it counts in no total, mean, class or rank.
handout-series-without-city = Without the city, also in totals: { $indicators }.
handout-series-break = The series “{ $indicator }” breaks in { $period }: values before and after do not compare.
handout-series-break-because = The series “{ $indicator }” breaks in { $period }: values before and after do not compare. The source's reason: { $reason }
handout-no-pixels = The picture could not be drawn ({ $detail }). Please write it as SVG.
handout-no-such-format = This file ending does not fit here. Possible are: { $endings }.
handout-no-degrees = The map has no known coordinate system; for GeoJSON please read the boundaries again and name their coordinate system.
handout-unwritable = The file could not be put together ({ $detail }). Please choose another format.
handout-column-code = Area
handout-column-key = Key
handout-column-name = Name
handout-column-indicator = Indicator
handout-column-title = Title
handout-column-unit = Unit
handout-column-period = Period
handout-column-value = Value
handout-column-state = State
handout-column-at-least = at least
handout-column-estimate = estimate
handout-column-coverage = share covered
handout-column-numerator = Numerator
handout-column-denominator = Denominator
handout-column-reason = Why the border runs here
handout-column-area = Area (code)
handout-column-surface = Surface on the map in km²
handout-column-rank = Rank
handout-column-source = Source
handout-state-known = known
handout-state-secret = secret
handout-state-not-delivered = not delivered
handout-state-later = to follow
handout-state-not-meaningful = not meaningful
handout-state-unreliable = too uncertain
### value
value-secret = secret
value-missing = not delivered
value-later = will follow
value-not-meaningful = not meaningful
value-switched-off = not counted
value-empty-area = empty
value-unreliable = too uncertain
value-estimated = { $value }, { $from }
value-out-of = from { $known } of { $wanted }
value-about = about { $value }
value-partial-state = only partly known
value-at-least = at least { $value }
value-partial = only { $covered } covered

### picture
picture-unchanged = unchanged
picture-districts = Districts
legend-classes-of-view = Classes as in the view “{ $view }”.
legend-own-classes = The project’s classes
legend-own-classes-what = Back to the classes that the project has for this indicator; the view keeps its own.
legend-fold = Fold the legend
legend-unfold = Unfold the legend
legend-colours = Colours show
legend-by-indicator = Indicator
legend-by-area = Areas

### map
map-name = Map
map-draws-into = Drawing into
map-uninhabited-stays = { $count ->
    [one] { $names } is uninhabited and stays without area
   *[other] { $count } uninhabited districts stay without area
}
map-locked = locked
map-locked-keep = may only grow
map-tool-hint = Tool: { $tool }
map-tool-select = Select
map-tool-paint = Paint
map-tool-erase = Erase
map-tool-lasso = Lasso
map-tool-rectangle = Rectangle
map-tool-lock = Lock
map-zoom-in = Zoom in
map-zoom-out = Zoom out
map-show-all = Show all
map-overview = Overview: click or drag to move the map
map-preparing = Preparing the map
map-deviation = Deviation
map-compactness = Compactness
map-shown = Indicator
map-parts = Parts
map-figure = On the map: { $of }: { $figure }
map-districts-more = { $count } districts
map-absorb = { $count ->
    [one] Absorb the enclave
   *[other] Absorb the enclaves
}
map-islands = { $count ->
    [one] { $names }: an enclave
   *[other] { $more ->
        [0] { $count } enclaves: { $names }
       *[other] { $count } enclaves: { $names } and { $more } more
    }
}
map-islands-leave = Leave them so
map-island-in = { $count ->
    [one] { $count } district, wholly surrounded by { $area }
   *[other] { $count } districts, wholly surrounded by { $area }
}

### card
card-county = County { $value }
card-no-indicator = Please choose an indicator on the left.
card-rank = Rank
card-rank-of = { $place } of { $of } districts{ $left ->
    [0] {""}
   *[other] ; { $left } without a certain value not counted
}
card-rank-of-areas = { $place } of { $of } areas{ $left ->
    [0] {""}
   *[other] ; { $left } without a certain value not counted
}
card-district = District
card-basis = Basis
card-basis-of = { $top } of { $bottom }
card-area = Area
card-key = Key
card-period = Date
card-source = Source
card-no-counts = Numerator and denominator are not shown here.

### frame
frame-planning = Planning
frame-comparison = Comparison
frame-search = Place, area, command …
frame-present = Present
moment-today = today, { $time }
moment-yesterday = yesterday, { $time }
moment-at = { $day }, { $time }
frame-saved = Saved { $at }
frame-saved-sometime = Saved
frame-changed = Changed, safe in the working copy
frame-no-file = In no file yet, safe in the working copy
frame-recording = Being written down …
frame-not-recorded = Not written down
frame-not-recorded-what = It is tried again before the next step. { $why }
frame-file = { $file } · { $state }
frame-no-file-what = The project has not been saved to a file yet. Ctrl S asks where.
frame-file-of = File of { $at }
frame-last-step = Last step { $at }: { $step }
frame-read-only = Read only
frame-backups = Open a former version …
frame-undo = Undo
frame-redo = Redo
frame-history = History
frame-table = Table
frame-views = Views
frame-new-plan = New plan
frame-new-plan-copy = Copy of the shown plan
frame-new-plan-empty = Empty plan
frame-new-plan-empty-what = Without areas; no district is assigned yet.
frame-view = View
frame-profile-intern = internal
frame-profile-konferenz = conference
frame-profile-oeffentlich = public
frame-menu = Menu
frame-new = New …
frame-indicators = Read indicators …
frame-save = Save
frame-save-as = Save as …
frame-open = Open …
frame-export-map = Export map …
frame-export-table = Export table …
frame-export-areas = Areas as GeoJSON …
frame-export-assignment = Assignment as CSV …
frame-close = Close project
frame-language = Deutsch
frame-scheme = Light / dark / high contrast
frame-more-plans = { $count } more
frame-all-plans = { $count ->
    [one] All plans, one more without a tab
   *[other] All plans, { $count } more without a tab
}
frame-plan-duplicate = Duplicate
frame-plan-rename = Rename
frame-plan-delete = Delete
frame-plan-describe = Describe …
frame-plan-describe-title = What is “{ $plan }” for?
frame-plan-description = Description
frame-plan-description-hint = What this plan is meant to show, how it differs, who asked for it
frame-plan-protect = Protect
frame-plan-unprotect = Remove protection
frame-apply = Apply
frame-reading = { $file }: { $count ->
    [one] one district
   *[other] { $count } districts
} read
frame-reading-key = key from “{ $field }”
frame-reading-no-key = no key field
frame-reading-name = name from “{ $field }”
frame-reading-no-name = no name field
frame-reading-change = Change fields …
frame-reading-title = What stands where in “{ $file }”?
frame-reading-key-field = Key of the districts
frame-reading-name-field = Name of the districts
frame-reading-crs = Coordinate system
frame-reading-numbers = { $count ->
    [one] Take the field of numbers as an indicator
   *[other] Take the { $count } fields of numbers as indicators
}
frame-reading-population = Field with the number of people
frame-reading-nobody = none
frame-reading-again = Read again
frame-plan-menu = Plan “{ $plan }”
frame-dismiss = Close
frame-more-notes = { $count ->
    [one] 1 more message
   *[other] { $count } more messages
}
frame-fewer-notes = Fewer messages
frame-findings = { $count ->
    [one] See { $count } remark
   *[other] See { $count } remarks
}
frame-profile-hint = The rule under which values are shown: internal everything, else without small counts
frame-cancel = Cancel
frame-labels-areas = Names of areas on the map
frame-labels-districts = Names of districts on the map
frame-path = Path of the file
frame-plan-name = Name of the plan
frame-path-open = Which file shall be opened?
frame-path-save = Where shall it be saved?
frame-path-open-what = A project (*.planraum), boundaries (GeoJSON), indicators (SQLite) or an assignment (CSV).
frame-path-new = From which boundaries is the project to be made?
frame-path-new-what = Boundaries as GeoJSON (*.geojson), best with a key and a name for each district.
frame-path-new-hint = Path, for example /data/districts.geojson
frame-path-indicators = Which indicators are to be added?
frame-path-indicators-what = An SQLite file (*.sqlite, *.db) with the tables “indicator” and “value”; its districts have the same keys as those on the map.
frame-path-indicators-hint = Path, for example /data/indicators.sqlite
frame-path-save-what = A Planraum project (*.planraum); the ending is added.
frame-path-export = Where is it to be written?
frame-path-map-what = A map as SVG or PNG, by its ending.
frame-path-map-hint = Path, for example /data/map.svg
frame-path-areas-what = The areas as GeoJSON; the ending is added.
frame-path-areas-hint = Path, for example /data/areas.geojson
frame-path-csv-what = A table as CSV; the ending is added.
frame-path-table-hint = Path, for example /data/table.csv
frame-path-assignment-hint = Path, for example /data/assignment.csv
frame-path-hint = Path, for example /data/county.planraum
frame-path-ok = Continue
frame-replace = “{ $name }” already exists
frame-replace-project = There is another project in that place. If it is replaced, it is lost. { $path }
frame-replace-other = There is a file in that place that is no Planraum project. If it is replaced, its content is lost. { $path }
frame-replace-other-name = Another name …
frame-replace-yes = Replace
frame-held = Taking over takes the right to save from the other side; they learn it at their next save. Please take over only if nobody works there any more, for example after a crash.
frame-held-read = Read only
frame-held-take-over = Take over
frame-hide-left = Show or hide indicators
frame-hide-right = Show or hide areas
frame-shown = { $indicator }: { $source } · Date { $period }
frame-shown-from = { $source } · Date { $period }
frame-shown-when = Date { $period }
frame-larger = Larger interface
frame-smaller = Smaller interface
frame-more-findings = … and { $count } more
key-ctrl = Ctrl { $key }
key-ctrl-k = Ctrl K

### app
app-no-window = No window could be opened. { $cause } The commands of the command line work without one (planraum --help).
app-no-window-cause = Technical message: { $cause }.
app-no-display = There is no display: neither WAYLAND_DISPLAY nor DISPLAY is set.

### crew
crew-broke = Something failed unexpectedly; this work was not done. Please save the project and start Planraum again.

### hands
hands-stopped = Cancelled. Nothing was changed.
hands-unwritable = Nothing can be written here ({ $cause }). The project is open for reading; you can save under another name.
hands-damaged-copy = There is a working copy of this file that cannot be read completely. What is shown here is the saved state. { $trouble }
hands-damaged-copy-of-somebody = On this computer lies a working copy that cannot be read; perhaps it belongs to this file. What is shown here is the saved state. { $trouble }
hands-boundaries-first = This file needs districts it belongs to. Please open a project or a boundary file first. File: { $path }
hands-joined = { $file }: { $indicators } indicators taken in, { $matched } districts matched, { $only_in_map } only in the map, { $only_in_file } only in the file
hands-plan-read = { $file }: { $assigned } districts assigned, { $unassigned } not assigned, { $unknown } unknown
hands-nothing-open = This project is not open any more.
hands-not-the-same = What the working copy holds is not what is shown here. Nothing was saved. Please export the assignment, close the project and open it again.
hands-not-kept = { $trouble } The change stays here and is written again with the next step and when saving.
hands-lost = Closing “{ $name }” lost { $count ->
    [one] one change
   *[other] { $count } changes
}. { $trouble }

### planning panels
planning-indicator = Indicator
planning-no-indicators = No indicators yet. Drop a database with indicators onto the window.
planning-read-indicators = Read indicators …
planning-no-indicators-yet = Areas can be made and drawn without indicators; figures can be added later.
planning-search-indicators = { $count ->
    [one] Search one indicator
   *[other] Search { $count } indicators
}
planning-unlisted = { $count ->
    [one] One single year of age is listed here only when searched for.
   *[other] { $count } single years of age are listed here only when searched for.
}
planning-all-departments = All
planning-department = Department
planning-no-department = Without department
planning-life-phase = Life phase
planning-every-phase = Any phase
planning-topic-population = Population
planning-topic-social = Social affairs
planning-topic-youth = Youth
planning-topic-education = Education
planning-topic-health = Health
planning-topic-jobcentre = Jobcentre
planning-topic-integration = Integration
planning-phase-all = All phases of life
planning-phase-birth = Pregnancy and birth
planning-phase-early = Early childhood
planning-phase-start = Day care and school start
planning-phase-school = School years
planning-phase-childhood = Childhood and youth
planning-phase-transition = From school to work
planning-phase-working = Working age
planning-phase-old = Old age
planning-found-in-names = Found in names
planning-found-about = In department or definition
planning-nothing-found = No indicator fits search and selection.
planning-show-all = Show all indicators
planning-no-value-then = There is no value at the period shown.
planning-no-value = no values
planning-period = Period
planning-newer = newer: { $period }
planning-newest = To the newest period with values: { $period }
planning-only-period = Available for this date only
planning-low = What the panel shows
planning-low-list = Choice
planning-low-shown = Time, classes
planning-level = Values for
planning-level-districts = Districts
planning-level-areas = Areas
planning-with-city = With the city of { $city }
planning-with-cities = With the city ({ $count } districts)
planning-with-city-what = Switched off, the city counts in no total, mean, rank or class.
planning-is-city = Count { $name } as the city
planning-are-city = Count { $count } districts as the city
planning-is-city-what = A switch on the left takes what counts as the city out of totals, means, ranks and classes.
planning-city-how = { $count ->
    [0] No district is the city now.
    [one] The city now: { $names }.
   *[other] { $more ->
        [0] The city now: { $names }.
       *[other] The city now: { $names } and { $more } more.
    }
} Only the project says so, when it is made or with this check mark; neither name nor size decides.
planning-classes = Classes
planning-classes-change = Change classes
planning-classes-what = Change method, number of classes, limits and colours
planning-classes-reset = Reset to default
planning-class-count = Number of classes
planning-method = Method
planning-method-and-classes = { $method } · { $classes }
planning-method-natural = natural breaks
planning-method-quantile = equal counts
planning-method-equal = equal steps
planning-method-deviation = standard deviation
planning-method-pretty = round numbers
planning-method-manual = own limits
planning-method-frozen = held fast
planning-limits = Limits, separated by semicolons
planning-limits-none = Please give at least one limit.
planning-limits-not-numbers = Please give numbers only, such as 6; 9; 12.5.
planning-limits-not-ascending = Each limit must be larger than the one before.
planning-limits-too-many = More than eight limits cannot be told apart on the map.
planning-limit = Limit { $number }: { $value }
planning-ramp = Colours
planning-ramp-ylgnbu = Yellow – green – blue
planning-ramp-purples = Purple
planning-ramp-ylorbr = Yellow – orange – brown
planning-ramp-viridis = Viridis
planning-ramp-cividis = Cividis, safe for colour-vision deficiency
planning-ramp-puor = Orange – purple, with a middle
planning-ramp-brbg = Brown – green, with a middle
planning-ramp-qualitative = Single colours, without order
planning-freeze = Hold limits fast
planning-freeze-what = The limits stay the same for other years and plans, so that maps can be compared.
planning-absolute = Absolute numbers: large districts seem more affected than they are. A share suits better.
planning-histogram = Distribution: { $classes }
planning-histogram-districts = { $class }: { $count ->
    [one] { $count } district
   *[other] { $count } districts
}
planning-histogram-areas = { $class }: { $count ->
    [one] { $count } area
   *[other] { $count } areas
}
planning-histogram-open = Show distribution
planning-histogram-close = Hide distribution
planning-county = County
planning-county-mark = County { $value }
planning-county-mark-drag = County { $value } · drag limits to change them
planning-value-known = known
planning-part-left = Indicators
planning-part-right = Areas
planning-part-drawer = Drawer
planning-part-tabs = Plans
planning-value-partial = covered in part
planning-value-partial-brief = in part
planning-value-secret = secret
planning-value-not-delivered = not delivered
planning-value-later = will follow
planning-value-not-meaningful = not meaningful
planning-value-unreliable = too uncertain
planning-value-uninhabited = uninhabited
planning-value-switched-off = not counted
planning-value-at-least = at least { $value }
planning-value-range = { $low } to { $high }
planning-value-covered = { $share } covered
planning-partial-what = A part is secret or missing. Shown is the value of the districts that deliver.
planning-rule-deviation = The area's value less the target, divided by the target
planning-rule-parts = Districts belong to one part if they share a border; a point is not enough.
planning-rule-districts = Districts of the area that count; those switched off do not.
planning-rule-surface = Sum of the surfaces of all districts of the area, measured on the map
planning-rule-surface-of = Surface
planning-rule-districts-of = Districts
planning-rule-target = Target
planning-target-of = Target per area
planning-target-opens = Target per area { $target }: what is behind it
planning-target-mean-rule = Sum of the areas that hold districts ÷ their number. Empty areas and what is not assigned do not count: when an area is emptied, fewer areas share the same sum, and the target rises.
planning-target-beside-city-rule = Sum of the areas that hold districts ÷ their number, without an area that is the city alone: it counts in no target. Empty areas and what is not assigned do not count either.
planning-target-fixed-rule = Fixed value of this plan; it stays when an area is emptied.
planning-target-sum = Sum
planning-target-areas = Occupied
planning-target-areas-of = { $count } of { $all } areas
planning-target-said = { $target } = { $sum } ÷ { $count } areas that hold districts
planning-target-said-beside-city = { $target } = { $sum } ÷ { $count } areas that hold districts, without the city
planning-target-said-fixed = { $target }, fixed value
planning-basis-county = County
planning-basis-counts = Counts
planning-basis-covered = Covered
planning-basis-rule = Rule
planning-basis-unit = Unit
planning-basis-period = Date
planning-basis-quality = Quality
planning-basis-city = City
planning-basis-definition = Definition
planning-basis-source = Source
planning-basis-licence = Licence
planning-basis-part-of = { $part } of { $whole }
planning-basis-weight = weighted by { $weight }
planning-basis-districts = { $known } of { $wanted } districts
planning-basis-share-of-districts = { $share }, { $districts }
planning-basis-sum = sum of the districts
planning-basis-ratio = sum of numerators divided by sum of denominators, times { $factor }
planning-basis-mean = weighted mean of the districts
planning-basis-none = cannot be pooled, hence smallest and largest value
planning-basis-without-city = without the city
planning-quality-rounded = rounded
planning-quality-estimated = estimated
planning-quality-provisional = provisional
planning-quality-corrected = corrected
planning-quality-limited = of limited value
planning-tool-paint = Paint
planning-tool-erase = Erase
planning-tool-lasso = Lasso
planning-tool-rectangle = Rectangle
planning-stop-drawing = Stop drawing
planning-no-plan = No plan yet.
planning-key-escape = Esc
planning-key-pick = Ctrl
planning-key-copy = Ctrl C
planning-escape-hint = drops the stroke, nothing changes
planning-target = Target of the brush
planning-unassigned-target = not assigned
planning-alt-hint = + click picks the area from the map
planning-erase-hint = Whatever the brush touches then belongs to no area.
planning-brush-width = Brush width
planning-brush-single = one district
planning-brush-keys = narrower, wider
planning-units = Paint in units of
planning-units-single = The districts carry no further grouping.
planning-units-other = More attributes (scattered)
planning-units-other-none = none
planning-district = District
planning-district-municipality = Municipality
planning-rule = A district is hit
planning-rule-touch = as soon as it is touched
planning-rule-centre = when its centre lies inside
planning-rule-half = when half of it lies inside
planning-only-unassigned = Only districts not assigned
planning-with-uninhabited = Uninhabited districts, too
planning-with-uninhabited-what = Otherwise districts without people and without area stay as they are: brush strokes, lasso and rectangle leave them out.
planning-stroke = This stroke
planning-stroke-ghost = Under the brush
planning-stroke-hint = becomes one step in the history when released
planning-and-more = { $count ->
    [one] and one more
   *[other] and { $count } more
}
planning-stroke-total = { $count ->
    [0] No district moves
    [one] One district moves
   *[other] { $count } districts move
}
planning-stroke-refused = { $count ->
    [one] One district stays, because an area is locked.
   *[other] { $count } districts stay, because an area is locked.
}
planning-stroke-has-area = { $count ->
    [one] One district stays because it already has an area.
   *[other] { $count } districts stay because they already have an area.
}
planning-stroke-uninhabited = { $count ->
    [one] One uninhabited district stays without area; click it by itself with the brush to add it.
   *[other] { $count } uninhabited districts stay without area; click them one by one with the brush to add them.
}
planning-next-unassigned = { $count ->
    [0] All assigned
   *[other] Not assigned: { $count }
}
planning-next-unassigned-what = Go to the next district not assigned
planning-next-island = { $count ->
    [0] No islands
    [one] One island: show it
   *[other] { $count } islands: show the next
}
planning-islands-left = { $count ->
    [one] One island stays so
   *[other] { $count } islands stay so
}
planning-open-ends-computing = What is still open is being computed.
planning-next-island-what = To the next island: a detached part away from its area, or an enclave, wholly surrounded by another area
planning-absorb = { $count ->
    [0] Absorb enclaves
    [one] Absorb enclaves: one district
   *[other] Absorb enclaves: { $count } districts
}
planning-absorb-what = Whatever lies wholly inside another area joins it
planning-absorb-none = No district lies wholly inside another area.
planning-areas = Areas
planning-areas-note = { $count } · target { $target } each
planning-areas-note-empty = { $count } · { $empty } empty · target { $target }
planning-areas-more = More about the areas
planning-area-new = New area
planning-no-areas = This plan has no areas yet. Make one, then paint districts into it.
planning-protected = “{ $plan }” is protected.
planning-protected-copy = Make a copy
planning-protected-copy-what = A copy can be changed; the original stays as it is.
planning-from-today = Start from “{ $plan }”
planning-lock-all = Lock all areas
planning-unlock-all = Unlock all areas
planning-lock-free = free
planning-lock-fixed = locked
planning-lock-keep = may only grow
planning-lock-next = A click changes it: free, locked, may only grow.
planning-target-per-area = Target for each area
planning-target-mean = Mean of the areas
planning-target-beside-city = Mean of the areas without the city
planning-target-fixed = Fixed number
planning-target-not-a-number = Please give a number above zero, such as 35,000.
planning-balance = What is balanced
planning-balance-people = Population
planning-balance-indicator = { $indicator }
planning-column-deviation = Deviation from target
planning-column-parts = Parts
planning-column-value = Indicator
planning-deviation = Deviation from target { $deviation }
planning-parts = { $count ->
    [one] 1 part
   *[other] { $count } parts
}
planning-area-empty = empty, no district yet
planning-area-without-target = not in the target
planning-area-not-counted = not counted
planning-area-holds = { $count ->
    [one] one district
   *[other] { $count } districts
}
planning-unassigned = Not assigned
planning-unassigned-none = none
planning-names-and-more = { $names } and { $count } more
planning-uninhabited-surface = { $surface } uninhabited
planning-area-edit = Edit
planning-area-edit-what = Name, colour, reason; merge, split, delete
planning-area-close = Close editing
planning-area-name = Name
planning-area-name-empty = The name must not be empty.
planning-area-code = Code
planning-area-code-taken = Empty or already taken.
planning-area-colour = Colour
planning-colour-number = Colour { $number }
planning-colour-taken = “{ $area }” has it already.
planning-area-reason = Why does the border run here?
planning-area-reason-hint = For example: shared schools, the same bus line
planning-area-districts = { $count ->
    [one] 1 district
   *[other] { $count } districts
}
planning-area-compactness = compactness { $value }
planning-area-compactness-what = Surface compared with a circle of the same perimeter: 1 is a circle, near 0 is ragged (Polsby–Popper).
planning-area-delete = Delete
planning-area-delete-what = The area goes; its districts are then not assigned. This can be undone.
planning-merge = Merge
planning-merge-what = All districts join another area
planning-split-off = { $count ->
    [0] Split off selection
    [one] Split off selection: one district
   *[other] Split off selection: { $count } districts
}
planning-split-off-none = Please choose districts of this area first, on the map or in the table.
planning-split-off-what = The chosen districts become an area of their own
planning-split-parts = Split { $count } parts
planning-split-parts-what = Each part but the largest becomes an area of its own
planning-trend = { $of } over time
planning-trend-open = Show over time
planning-trend-close = Hide over time
planning-trend-empty = There is no value for this selection in any year.
planning-trend-axis = Axis begins at { $from }
planning-trend-break = Break { $period }: { $reason }
planning-several-districts = { $count } districts
planning-drawer-close = Close
planning-drawer-to-map = To the map
planning-history = History
planning-history-note = A click goes to that state
planning-history-beginning = Beginning
planning-history-now = now
planning-history-undone = undone
planning-history-running = A stroke is running
planning-history-go = Go to this state; all steps stay.
planning-views = Views
planning-views-note = { $count ->
    [0] none yet
    [one] one saved
   *[other] { $count } saved
}
planning-views-none = A view keeps what is seen now, for presenting and for finding it again.
planning-view-title = Headline
planning-view-title-empty = The headline must not be empty.
planning-view-sentence = One sentence
planning-view-sentence-hint = What should be seen here?
planning-view-many-classes = More than { $count } classes are hard to tell apart on the wall.
planning-view-save = Save view
planning-view-save-what = Keep plan, indicator, period, part of the map, selection and classes
planning-view-open = Open in planning
planning-view-more = More about “{ $view }”
planning-view-present = Present “{ $view }”
planning-view-rename = Rename
planning-view-update = Replace by what is seen now
planning-view-up = Up
planning-view-down = Down
planning-view-delete = Delete
planning-view-done = Done
planning-view-areas = coloured by areas
planning-view-without-city = without the city
planning-table = Table
planning-table-empty = Please choose an indicator for the table.
planning-table-copy = Copy table, for Excel
planning-table-filter = Name, key, area
planning-table-filter-clear = Clear the filter
planning-table-none-fits = No row fits “{ $typed }”.
planning-table-seen = { $seen } of { $all }
planning-table-key = Key
planning-table-code = Code
planning-table-name = Name
planning-table-area = Area
planning-table-districts = Districts
planning-table-value = Value
planning-table-numerator = Numerator
planning-table-denominator = Denominator
planning-table-rank = Rank
planning-table-state = State
planning-table-sort = Sort; another click turns it round.
planning-table-unassigned = not assigned
planning-table-assign = Assign to an area
planning-table-assign-count = { $count ->
    [one] Assign to an area
   *[other] Assign { $count } districts to an area
}
planning-table-show = Show on the map

### cli
cli-more-findings = There are { $count } more findings.
cli-findings-of = { $file }, { $count ->
        [one] one finding
       *[other] { $count } findings
    }:
cli-more-alike = … and { $count } more of this kind.
cli-answer-unwritable = The answer could not be written ({ $reason }).
cli-cause-with-detail = { $cause } Reason: { $detail }.
cli-remedy-nothing-there = The project holds nothing of that kind yet.
cli-remedy-choose = There are: { $present }.
cli-remedy-name = Please give a name.
cli-remedy-another-name = Please choose another name.
cli-remedy-copy = Please copy the plan with plan copy and change the copy.
cli-import-boundaries = This file holds boundaries and no indicators.
cli-import-plan = This file is a table and no indicator file.
cli-import-project = This file is a project and no indicator file.
cli-remedy-import-boundaries = A project of boundaries is made by: planraum new PROJECT --districts FILE.
cli-remedy-import-plan = A plan is read by: planraum plan import PROJECT PLAN FILE.
cli-remedy-import-project = Please choose an SQLite file with the tables “indicator” and “value”.
cli-remedy-nothing-changed = Nothing in the project has changed.
cli-remedy-other-name = Please choose another name or move the file away first.
cli-remedy-overwrite = Please choose another name, or give --overwrite to replace it.
cli-expected-period = Expected is a period such as 2023, 2023-12-31 or 2023/24.
cli-expected-profile = Expected is intern, konferenz or oeffentlich.
cli-expected-layout = Expected is a4, a3 or slide.
cli-expected-level = Expected is districts or areas.
cli-expected-day = Expected is a day such as 2026-11-23.
cli-expected-crs = Expected is a known coordinate system such as EPSG:25832.
cli-expected-number = Expected are numbers such as 5,10.5,20.
cli-expected-classes = Expected is a whole number from 1 to 20.
cli-usage-no-value = { $argument } lacks its value.
cli-usage-wrong-value = “{ $value }” is no value for { $argument }.
cli-usage-unknown-argument = There is no argument “{ $argument }” here.
cli-usage-unknown-command = There is no command “{ $name }”.
cli-usage-missing = Missing: { $argument }.
cli-usage-missing-command = A command is missing.
cli-usage-conflict = { $argument } and { $other } do not go together.
cli-usage-count = { $argument } takes more or fewer values.
cli-usage-encoding = An argument holds characters that cannot be read.
cli-usage-other = The arguments cannot be read like this ({ $detail }).
cli-usage-project-before-command = A command names its project itself: planraum COMMAND PROJECT.
cli-usage-meant = Perhaps “{ $near }” was meant.
cli-usage-possible = Possible: { $possible }.
cli-usage-possible-for = Possible for { $argument }: { $possible }.
cli-usage-more = --help tells more.
cli-help-usage = Usage:
cli-help-commands = Commands
cli-help-arguments = Arguments
cli-help-options = Options
cli-help-options-sign = OPTIONS
cli-help-command-sign = COMMAND
cli-help = Draw, compare and present Sozialplanungsräume. Without a command the window opens.
cli-help-check = Read files of any supported kind and tell what is in them
cli-help-new = Make a project from boundaries, or the sample county; what is reported as an error is missing in it
cli-help-import = Take an indicator database into a project and tell what fits
cli-help-list = List what a project holds
cli-help-value = Values of an indicator per district or, with a plan, per area
cli-help-plan-commands = Plans: import, export, copy, delete, show
cli-help-plan-import = Read an assignment (district;area) as a plan; if there already is a plan of that name, it gets the new assignment
cli-help-plan-export = Write a plan as an assignment
cli-help-plan-copy = Copy a plan
cli-help-plan-delete = Delete a plan
cli-help-plan-show = Show the figures of a plan
cli-help-compare = Compare two plans
cli-help-classify = Find class breaks
cli-help-render = Draw one map with title, legend, scale bar and sources
cli-help-export = Write areas, districts, values or a plan to a file
cli-help-help = This help
cli-help-exit = The program ends with 0 when it is done; with 1 when something was refused or errors were found; with 2 on wrong usage.
cli-help-version = The program's version
cli-help-json = Print one JSON document and nothing else
cli-help-project = The project
cli-help-project-of-window = Project to open in the window
cli-help-files = Files to read
cli-help-out-of-new = Project file to write
cli-help-districts = Boundaries as GeoJSON
cli-help-sample = Make the sample county
cli-help-key = Field with the key of each district
cli-help-name = Field with the name of each district
cli-help-crs = Coordinate system of the file, such as EPSG:25832
cli-help-values = Numeric fields that become indicators: F1,F2 or all
cli-help-population = Numeric field that counts people
cli-help-population-of-import = Indicator that counts people
cli-help-mapping = What the signs of this file mean, as JSON: {"{"}"signs": {"{"}".": "missing:later", "*": "suppressed"{"}"}, "rounds": true{"}"} (rounds: a 0 is rounded)
cli-help-city = Keys of the districts that are the city: KEY,KEY
cli-help-period = Period; the latest with a known value if left out
cli-help-period-of-new = Period of these values; the present year if left out
cli-help-period-of-export = Period; each indicator's latest with a known value if left out (values as .csv: all of them)
cli-help-file-of-indicators = Indicator database (SQLite)
cli-help-file-of-plan = Assignment file
cli-help-what-to-list = What to list: districts, indicators, plans, areas or views
cli-help-what-to-export = What to write: areas, districts, values or plan
cli-help-plan = Name of the plan
cli-help-plan-before = Plan before
cli-help-plan-after = Plan after
cli-help-plan-of-areas = Areas of this plan only
cli-help-plan-to-pool = Plan whose areas the values are pooled over
cli-help-plan-to-export = The plan; the first that may be changed if left out (values without a plan: per district)
cli-help-plan-to-render = Plan whose areas are outlined and, without an indicator, coloured
cli-help-name-of-copy = Name of the copy
cli-help-balance = Indicator to balance instead of the plan's own
cli-help-indicator = Id of the indicator
cli-help-indicator-to-render = Indicator that colours the map
cli-help-indicators-to-export = Indicators that go along; may be given several times
cli-help-method = How breaks are found: quantile, equal, jenks, stddev, pretty or manual
cli-help-classes = How many classes are wanted: 1 to 20 (only about as many with pretty; with manual the breaks say it)
cli-help-breaks = Breaks between the classes, only for --method manual, such as 5,10,20
cli-help-out = File to write: .svg or .png
cli-help-out-of-export = File to write: .geojson or .csv
cli-help-overwrite = Also replace a file that the project has its data from
cli-help-layout = The sheet: a4, a3 or slide (a4 if left out)
cli-help-by = Which units carry the indicator's colours: districts or areas (districts if left out)
cli-help-profile = Rule for small numbers: intern, konferenz or oeffentlich (files: oeffentlich if left out, printed here: intern)
cli-help-without-city = Leave the city out of totals, means, classes and ranks
cli-help-date = Date to print (YYYY-MM-DD); the project's last change if left out
cli-file-is-project = This is the file of the project itself.
cli-remedy-other-file = Please choose another name.
cli-file-exists = This file is there already.
cli-file-is-source = Data of the project came from a file of this name.
cli-no-such-indicator = There is no indicator “{ $id }” here.
cli-no-such-period = “{ $id }” has no values for { $period }.
cli-no-values-in-period = There are no values for { $period }.
cli-no-such-plan = There is no plan “{ $name }” here.
cli-no-such-district = There is no district with the key “{ $key }” in the file.
cli-city-not-named = The project names no city; all districts count.
cli-series-break = breaks in { $period }
cli-classes-by-breaks = The breaks make { $classes } classes, not { $wanted }; they come first.
cli-remedy-breaks = With --method manual the breaks between the smallest and the largest value say how many classes there are.
cli-remedy-city = Please name the city with --city KEY when making the project, or set it in the window.
cli-no-plan-at-all = The project has no plan.
cli-not-comparable = The two plans cannot be compared.
cli-kind-boundaries = Boundaries
cli-kind-indicators = Indicators
cli-kind-plan = Plan
cli-kind-project = Project
cli-checked = { $kind }, { $districts ->
    [one] one district
   *[other] { $districts } districts
    }, { $findings ->
    [0] no findings
    [one] one finding
   *[other] { $findings } findings
    } – { $file }
cli-new = Project with { $districts } districts, { $neighbours } pairs of neighbours, { $surface } km² – { $file }
cli-new-lacks = The project is made, but it is not complete: what is reported as an error is missing in it.
cli-imported = { $indicators } indicators with { $values } values for { $matched } districts taken in; only in the file: { $only_in_file }, only on the map: { $only_in_map }.
cli-county = Together: { $value }
cli-plan-imported = Plan “{ $plan }”: { $areas } areas, { $assigned } districts assigned, { $unassigned } not.
cli-plan-figures = Neighbours parted: { $edges }, districts not assigned: { $unassigned }{ $uninhabited ->
    [0] {""}
   *[other] {" "}({ $uninhabited } of them uninhabited)
 }
cli-plan-balance = Largest deviation from the mean: { $parity }, Gini: { $gini }
cli-plan-target = Target per area: { $said }. { $rule }
cli-renamed = Renamed: { $area }
cli-compared = { $people } people ({ $share }) in { $districts ->
    [one] one district
   *[other] { $districts } districts
    } change area.

### start
start-sentence = Draw, compare, explain and present planning areas.
start-new = New
start-new-what = Choose boundaries as GeoJSON; they become a new project.
start-open = Open
start-open-what = Open a project, boundaries or indicators from disk.
start-drop = Simply drop boundaries, tables or a project here
start-recent = Recent
start-nothing-recent = Nothing opened yet. Your projects will be listed here.
start-areas = { $count ->
    [one] { $count } area
   *[other] { $count } areas
}
start-saved = saved { $at }
start-opened = opened { $at }
start-place = { $file } in { $folder }
start-gone = Not found: moved, deleted, or its drive is not connected.
start-plans = { $count ->
    [one] one plan
   *[other] { $count } plans
}
start-indicators = { $count ->
    [one] one indicator
   *[other] { $count } indicators
}
start-left-behind = “{ $name }”: work not saved
start-left-behind-file = { $count ->
    [0] The working copy differs from “{ $file }”.
    [one] The working copy has one step that “{ $file }” does not have.
   *[other] The working copy has { $count } steps that “{ $file }” does not have.
}
start-left-behind-no-file = { $count ->
    [0] Not saved to a file yet, no step taken yet.
    [one] Not saved to a file yet; the working copy has one step.
   *[other] Not saved to a file yet; the working copy has { $count } steps.
}
start-left-behind-last = Last changed { $at }
start-left-behind-step = Last { $at }: { $step }
start-left-behind-trouble = A working copy cannot be opened. { $trouble }
start-left-behind-damaged = The working copy is damaged. Resuming opens what is whole of it as a copy of its own; the damaged one stays as it is.
start-resume = Resume
start-resume-name = Resume “{ $name }”
start-discard = Discard …
start-discard-name = Discard the working copy of “{ $name }”
start-discard-sure = The file stays; these steps will be lost.
start-discard-yes = Discard for good
start-discard-yes-name = Discard the working copy of “{ $name }” for good
start-discard-no = Keep
start-sample = Sample project: Landkreis Göttingen
start-invented = Sample values (invented)
start-sample-what = Real boundaries of 39 municipalities and the Harz, official population of 2023. All other indicators are invented, the two plans fictitious.
start-open-sample = Open sample
start-first-time = First time here?
start-five-steps = Five steps, leave at any time:
start-tour = Tour, 3 min
start-notice = Boundaries © GeoBasis-DE / BKG 2016 (data modified) · areas fictitious
start-picture = Map of Landkreis Göttingen with seven fictitious areas
start-help = Help
start-light = Light
start-dark = Dark
start-contrast = High contrast
start-scheme-what = Change colours: light, dark, high contrast
start-version = Version { $version }

### tour
tour-map = Map
tour-indicator = Indicator
tour-draw = Paint areas
tour-compare = Compare
tour-present = Present
tour-map-what = Every municipality is a district. The wheel zooms, dragging moves, “Show all” shows the whole county again. A click selects a district and shows its values.
tour-indicator-what = The indicators are on the left by department, to be filtered by “Life phase”, below them “Period” and “Classes”. The chosen one colours the map; the legend names every class, also secret values and “not delivered”.
tour-draw-what = P paints: choose an area on the left or on the right, then sweep over the map. Every figure follows, Ctrl Z takes back.
tour-compare-what = “Comparison” lays two plans over one another: where borders change, who changes area, which figures move.
tour-present-what = F5 shows the saved “Views” large on the wall. What is tried there happens in a copy. Esc ends it.
tour-step-name = Tour, step { $number }: { $step }
tour-at = Step { $at } of { $of }
tour-next = Next
tour-back = Back
tour-done = Done
tour-leave = Leave the tour

### comparison
comparison-from = From
comparison-to = to
comparison-plan-a = Plan before
comparison-plan-b = Plan after
comparison-plan-at = Plan { $place }
comparison-swap = Swap plans
comparison-add = Add plan
comparison-no-more-plans = Every plan is already shown.
comparison-four-plans = More than four maps cannot be taken in at once.
comparison-remove = Remove plan { $place }
comparison-away = { $away } of { $count } districts that change area are out of sight.
comparison-away-all = What changes is out of sight.
comparison-show-changes = Show changes
comparison-mode = Display
comparison-differences = Differences
comparison-beside = Side by side
comparison-show-map = Map
comparison-show-figures = Figures
comparison-working = Comparing the plans …
comparison-only-changes = Only what changes
comparison-people = { $people }{ "\u00A0" }people
comparison-people-at-least = at least { $people }{ "\u00A0" }people
comparison-districts = { $count ->
    [one] one district
   *[other] { $count } districts
}
comparison-moves = change area, { $share }
comparison-of-districts = { $count } of { $of } districts
comparison-of-areas = { $count } of { $of } areas change
comparison-moves-in-all = change area
comparison-without-people = { $count ->
    [one] One district has no population figure; it does not count here.
   *[other] { $count } districts have no population figure; they do not count here.
}
comparison-alike = Both plans are alike
comparison-alike-what = No district changes area.
comparison-level = Values by
comparison-by-areas = Area
comparison-by-districts = District
comparison-who-goes = Who goes where
comparison-to-head = To
comparison-districts-head = Districts
comparison-people-head = People
comparison-which-head = Which
comparison-flow = From { $from } to { $to }: { $districts }, { $people }
comparison-flow-hint = A click shows the districts on the map, another click everything again.
comparison-goes = { $from } → { $to }
comparison-gain-rule = Who comes into the area less who leaves it
comparison-gain-rule-districts = Districts that come into the area, less those that leave it; the project counts no people
comparison-gain-flow-districts = { $count ->
    [one] one district
   *[other] { $count } districts
} · { $area }
comparison-gain-comes = Coming
comparison-gain-goes = Leaving
comparison-gain-flow = { $amount } in { $count ->
    [one] one district
   *[other] { $count } districts
} · { $area }
comparison-stays = stays in: { $area }
comparison-figures = Key figures
comparison-difference = Difference
comparison-same = same
comparison-unknown = not known
comparison-none = –
comparison-points = { $value } points
comparison-largest-deviation = Largest deviation
comparison-largest-deviation-what = How far the most unequal area is from the target size. Smaller is more balanced.
comparison-within = Areas within ±10 %
comparison-within-what = So many areas deviate from the target by a tenth at most.
comparison-smallest = Smallest area, people
comparison-smallest-what = People in the smallest area.
comparison-largest = Largest area, people
comparison-largest-what = People in the largest area.
comparison-smallest-districts = Smallest area, districts
comparison-smallest-districts-what = Districts in the smallest area; the project counts no people.
comparison-largest-districts = Largest area, districts
comparison-largest-districts-what = Districts in the largest area; the project counts no people.
comparison-several-parts = Areas in several parts
comparison-several-parts-what = Areas whose districts do not all touch.
comparison-together = Both plans together
comparison-share = Share of people who change area
comparison-share-what = People in districts that lie in another area after areas are matched, divided by all people.
comparison-share-districts = Share of districts that change
comparison-share-districts-what = Districts that lie in another area once areas are matched, divided by all. The project counts no people.
comparison-moved-what = People in districts that lie in another area once areas are matched
comparison-moved-districts-what = Districts that lie in another area once areas are matched; the project counts no people
comparison-new-border = New borders
comparison-new-border-what = Borders between areas that only the second plan has.
comparison-dropped-border = Dropped borders
comparison-dropped-border-what = Borders between areas that only the first plan has.
comparison-shared-border = Borders in both
comparison-shared-border-what = Borders between areas that are the same in both plans.
comparison-information = Distance of the partitions
comparison-information-what = Variation of information, by population: 0 means divided alike, the larger the more different (Meilă 2007).
comparison-information-districts-what = Variation of information, by districts: 0 means the same division, the larger the more different (Meilă 2007).
comparison-rand = Agreement of pairs
comparison-rand-what = Adjusted Rand index: share of district pairs that are together or apart in both plans alike; 1 means alike, about 0 means chance (Hubert and Arabie 1985).
comparison-deviations = Deviation from target by area
comparison-deviation = { $area }: before { $before }, after { $after }
comparison-values = Indicator by area
comparison-values-more = One more indicator
comparison-values-full = At most { $count } indicators stand below one another.
comparison-values-away = Take “{ $indicator }” out
comparison-indicator = Indicator
comparison-reasons = Reasons at the changed borders
comparison-in-both = in both
comparison-next = What next?
comparison-go-on = Go on with “{ $plan }”
comparison-go-on-what = Opens the plan on the planning page. The other stays as it is.
comparison-duplicate = Duplicate “{ $plan }”
comparison-duplicate-what = Makes a copy and opens it on the planning page.
comparison-nothing = Comparing takes two plans
comparison-nothing-what = A copy can be changed and then compared with the original.
comparison-take-first-two = Compare the first two

### wall
wall-black = Black; a click or B shows the view again
wall-areas-of = Areas: { $plan }
wall-counter = { $at } of { $of }
wall-next = Next view
wall-back = Previous view
wall-stop = End presentation
wall-close = Close
wall-rank-areas = Rank { $place } of { $of } areas{ $left ->
    [0] {""}
   *[other] ; { $left } without a certain value not counted
}
wall-rank-districts = Rank { $place } of { $of } districts{ $left ->
    [0] {""}
   *[other] ; { $left } without a certain value not counted
}
wall-what-if = What if it were in another area?
wall-what-if-of = { $district }: what if it were in another area?
wall-what-if-brief = { $district } to …
wall-move = { $district } to { $area }
wall-copy = Copy: what if …
wall-change = { $area }: { $before } → { $after } people
wall-change-secret = { $area }, people: secret
wall-changes-more = { $count ->
    [one] and one more area
   *[other] and { $count } more areas
}
wall-change-districts = { $area }: { $before } → { $after } districts
wall-change-shown = { $area }, { $indicator }: { $change }
wall-keep = Keep
wall-drop = Discard

### palette
palette-also-new = create project, import boundaries, GeoJSON
palette-also-open = load file, import, read assignment
palette-also-indicators = import indicators, read values, import data, SQLite
palette-also-save = store, save project
palette-also-save-as = save a copy, save under another name
palette-also-export-map = export map, save map, print, picture, SVG, PNG, PDF
palette-also-export-table = export table, CSV, Excel
palette-also-export-areas = export areas, save areas
palette-also-export-assignment = export assignment, export plan
palette-also-close = leave project, start page
palette-also-undo = take back, revert
palette-also-redo = restore, once more
palette-also-rename = change name
palette-also-unassign = remove, take out
palette-also-new-area = add area, create area
palette-also-new-plan = add plan, create plan, new draft
palette-also-duplicate-plan = copy plan
palette-also-comparison = compare plans, differences
palette-also-present = presentation, projector, slide show
palette-also-save-view = keep view, bookmark
palette-also-tool-paint = brush, draw, assign
palette-also-tool-erase = eraser, remove
palette-also-tool-lock = fix, protect
palette-also-larger = larger type
palette-also-labels = names on the map
palette-also-help = manual, shortcuts
palette-hint = Search for a place, area, indicator or command
palette-nothing = Nothing found for “{ $query }”.
palette-plan = Plan
palette-area = Area
palette-view = View
palette-indicator = Indicator
palette-district = District

### keys
keys-shift = Shift { $key }
keys-delete = Delete
keys-home = Home
keys-end = End
keys-page-up = Page Up
keys-page-down = Page Down
keys-space = Space
keys-backspace = Backspace
keys-group-file = File
keys-group-edit = Edit
keys-group-view = View and window
keys-group-draw = Drawing areas
keys-group-map = Moving the map
keys-group-wall = Presenting
keys-group-help = Help
keys-new = New project from boundaries …
keys-open = Open …
keys-indicators = Read indicators …
keys-sample = Open the sample project
keys-save = Save
keys-save-as = Save as …
keys-export-map = Export map …
keys-export-table = Export table …
keys-export-areas = Export areas as GeoJSON …
keys-export-assignment = Export assignment as CSV …
keys-close = Close project
keys-undo = Undo
keys-redo = Redo
keys-rename = Rename the chosen area or plan
keys-unassign = Take chosen districts out of their area
keys-new-area = New area
keys-new-plan = New, empty plan
keys-next-plan = Next plan
keys-previous-plan = Previous plan
keys-duplicate-plan = Duplicate plan
keys-back = One step back, nothing is lost
keys-palette = Search and commands
keys-planning = Go to planning
keys-comparison = Go to comparison
keys-present = Present
keys-full-screen = Full screen
keys-next-part = To the next part: tabs, panels, map, drawer
keys-next-part-compared = To the next part: plans, maps, figures
keys-previous-part = To the previous part
keys-table = Show or hide the table
keys-history = Show or hide the history
keys-views = Show or hide saved views
keys-save-view = Save this view
keys-by-districts = Show values by district
keys-by-areas = Show values by area
keys-colour-areas = Colour the map by area
keys-colour-indicator = Colour the map by indicator
keys-city = Count the city or not
keys-labels = Show or hide labels
keys-larger = Larger interface
keys-smaller = Smaller interface
keys-usual-size = Interface at its usual size
keys-light = Light colours
keys-dark = Dark colours
keys-contrast = High contrast
keys-motion = Reduce motion or not
keys-german = Language: German (Deutsch)
keys-english = Language: English
keys-tool-select = Select
keys-tool-paint = Paint
keys-tool-erase = Erase
keys-tool-lasso = Lasso
keys-tool-rectangle = Rectangle
keys-tool-lock = Lock areas
keys-next-target = Next area to paint
keys-previous-target = Previous area to paint
keys-wider = Wider brush
keys-narrower = Narrower brush
keys-next-unassigned = Next unassigned district
keys-next-island = Next island
keys-absorb = Absorb enclaves
keys-show-all = Show everything
keys-closer = Zoom in
keys-further = Zoom out
keys-left = To the left
keys-right = To the right
keys-up = Up
keys-down = Down
keys-wall-next = Next view
keys-wall-back = Previous view
keys-wall-next-district = Choose the next district
keys-wall-previous-district = Choose the previous district
keys-wall-black = Black, and back again
keys-wall-first = First view
keys-wall-last = Last view
keys-wall-stop = End the presentation
keys-wall-keep = Keep the copy
keys-wall-drop = Discard the copy
keys-help = Help and keys
keys-tour = Tour in five steps

### help
help-title = Help
help-close = Close help
help-tour = Tour
help-start = Getting started
help-start-what = In the menu “…” at the upper right: “New …” makes a project of boundaries (GeoJSON), “Read indicators …” adds values; they find their districts by their keys. Files can be dropped into the window as well. What does not fit is listed as a remark.
help-overlay = Looking at indicators
help-overlay-what = Choose an indicator on the left, below it the “Period”, and under “Values for” districts or areas. A click on a number shows numerator, denominator, source and rule.
help-draw = Forming areas
help-draw-what = Make or choose an area on the right, paint with P, take out with the right mouse button. Every figure follows while painting. Each stroke is one step in the “History” and can be taken back.
help-plans = Comparing plans
help-plans-what = In the menu at the tab of a plan: “Duplicate”. Change the copy, then “Comparison”: changed borders, who moves, key figures before and after.
help-numbers = Small numbers
help-numbers-what = At the lower left it says for whom values are shown: for “conference” and “public” values with few cases are hidden. A gap never becomes a zero: secret, “not delivered” and “uninhabited” look different.
help-present = Presenting
help-present-what = Save what is seen under “Views”; F5 shows it large. Arrows or a clicker turn pages, B makes it black. Click a district and give it to another area: that happens in a copy.
help-saved = Nothing gets lost
help-saved-what = Every step is in the working copy at once; after a crash the start page offers it. “Save” writes the project file. The upper left says how it stands.
help-digits = While drawing choose the area, else put the chosen districts into it; 0: unassigned
help-digits-wall = Give the chosen district to this area, in a copy
help-wheel = Zoom to the pointer
help-wheel-key = Wheel
help-drag = Move the map
help-drag-key = middle button or Space and drag
help-alt = Pick the area to paint from the map
help-alt-key = Alt and click, or Ctrl and click
