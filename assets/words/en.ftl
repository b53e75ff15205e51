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
project-area-not-empty = “{ $name }” still holds districts. Please take them out first.

### analysis
analysis-classify-no-values = There are no known values to form classes from. Please choose another indicator or period.
analysis-classify-value-not-finite = Value no. { $number } is not an ordinary number. Please check the indicator's source.
analysis-classify-no-classes = There is no such thing as zero classes. Please choose at least one class.
analysis-classify-no-breaks = Classes by hand need limits. Please give at least one.
analysis-classify-break-not-finite = Class limit no. { $number } is not an ordinary number. Please give a number.
analysis-disclosure-limit = Small numbers: values resting on fewer than { $count } cases (or short of the whole by so few) are not shown; where an indicator names a minimum of its own, that one holds. Whether such a value can be worked out from totals, or by comparing two plans, is not checked yet.
analysis-overlay-no-such-indicator = There is no indicator “{ $id }” in the data.
analysis-overlay-no-such-period = There are no values for { $period }. Available: { $present }.
analysis-overlay-no-values = There are no values for this indicator.
analysis-overlay-no-plan = To see values by area, choose a plan first.
analysis-draft-gives-nothing = “{ $name }” is locked and gives no districts away.
analysis-draft-takes-nothing = “{ $name }” is locked and takes no districts.
analysis-draft-has-area = Already belongs to “{ $name }”; only unassigned districts are painted.
analysis-draft-untouchable = “{ $name }” is protected. Please work on a copy.
### project file
project-file-trouble = { $cause } { $remedy } – { $path }
project-file-trouble-detail = { $cause } { $remedy } (The system says: { $detail }) – { $path }
project-file-some-step = Change
project-file-unreadable = The project file cannot be read.
project-file-not-a-project = The file is not a Planraum project.
project-file-too-large = At { $megabytes } MB the file is larger than a project can be.
project-file-newer = The project was saved by a newer version and needs Planraum { $version }.
project-file-newer-unknown = The project was saved by a newer version of Planraum.
project-file-damaged = The project file is damaged.
project-file-damaged-at = The project file is damaged (place: { $place }).
project-file-source-missing = One of the project's sources is missing or was changed (checksum { $source }).
project-file-unwritable = The project could not be saved here ({ $kilobytes } KB needed); the file there is unchanged.
project-file-write-protected = The project cannot be saved here; the file is write-protected or the folder out of reach.
project-file-changed-meanwhile = The project file was changed by somebody else in the meantime and was therefore not replaced.
project-file-locked = { $user } has had the project open on the computer { $host } since { $day }, { $time }.
project-file-locked-by-somebody = Somebody else has the project open; who, cannot be read.
project-file-no-file-yet = The project has no file yet.
project-file-no-workplace = The folder for working copies cannot be used.
project-file-no-working-copy = This working copy no longer exists.
project-file-working-copy-in-use = This working copy is open in another window.
project-file-not-kept = The last change could not be kept in the working copy.
project-file-out-of-step = The working copy does not accept the change: { $reason }
project-file-remedy-readable = Please check that the file is still there and that you may read it.
project-file-remedy-other-file = Please choose a file ending in .planraum.
project-file-remedy-backup = Please open an earlier version from your backup.
project-file-remedy-update = Please update Planraum; the file is unchanged.
project-file-remedy-other-place = Please check space and permissions, or save in another place.
project-file-remedy-as-copy = Please choose “Save as a copy” and compare the two versions.
project-file-remedy-wait-or-copy = Please wait until it is closed, or choose “Save as a copy”.
project-file-remedy-save-as = Please choose “Save as”.
project-file-remedy-workplace = Please check free space and permissions in your own user folder, and save the project.
project-file-remedy-open-again = Please open the project from its file.
project-file-remedy-other-window = Please continue there, or close the other window.
project-file-remedy-restart = Please choose “Save as a copy” and open the copy.
### step (history)
step-change = Change
step-rename-project = Project is now called “{ $name }”
step-source-added = Data taken in from “{ $file }”
step-sources = Data sources changed
step-city = City districts set
step-terms = Terms changed
step-classing = Classes of “{ $indicator }” changed
step-plan-added = Plan “{ $plan }” created
step-plan-removed = Plan “{ $plan }” deleted
step-plan-renamed = Plan “{ $from }” is now called “{ $to }”
step-plan-described = Description of “{ $plan }” changed
step-plan-protected = Plan “{ $plan }” protected
step-plan-opened = Protection of “{ $plan }” lifted
step-target = Target in “{ $plan }” changed
step-balance = Balanced figure in “{ $plan }” changed
step-assigned = { $count ->
    [one] { $count } district → { $area }
   *[other] { $count } districts → { $area }
}
step-unassigned = { $count ->
    [one] { $count } district taken out
   *[other] { $count } districts taken out
}
step-assigned-several = { $count } districts spread over { $areas } areas
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
plan-copy-name = { $plan } – copy
plan-copy-name-again = { $plan } – copy { $number }
desk-read-only-hint = The project is open for reading only. Changes stay in the working copy; you can save under another name.
desk-undone = Undone: { $step }
desk-redone = Redone: { $step }
desk-view-saved = View “{ $view }” saved
desk-what-if-name = { $plan } – what if ({ $time })
desk-nothing-to-export = There is nothing to hand out here. Please choose an indicator or a plan first.
desk-saved = Saved: { $file }
desk-written = Written: { $file }
desk-opened-with-findings = { $count ->
    [one] Opened, with one remark.
   *[other] Opened, with { $count } remarks.
}
desk-plan-protected = “{ $plan }” is protected. Please make a copy to draw in.
desk-still-computing = The figures of this plan are still being computed. You can draw in a moment.
desk-no-target = Please choose the area to paint into first.
desk-locked = { $count ->
    [one] One district stayed because an area is locked.
   *[other] { $count } districts stayed because an area is locked.
}
desk-all-assigned = All districts are assigned.
desk-no-islands = No area has detached parts.
desk-no-enclaves = There is no enclave to absorb.
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
legend-only-class = { $from } to { $to }
legend-below = under { $to }
legend-from = { $from } and more
legend-between = { $from } to under { $to }
legend-area = { $code } { $area }
legend-secret = secret, also for protection
legend-missing = no value
legend-uninhabited = uninhabited
legend-unassigned = not assigned
legend-estimated = partly covered, estimated
legend-partial = partly covered
legend-range = cannot be pooled
legend-switched-off = not counted (city)
legend-without-city = without the city
legend-source = Source: { $source }
legend-new-border = new border in { $b }
legend-dropped-border = dropped border of { $a }
legend-shared-border = border in both
legend-changed = changes area, in its new colour
legend-matched = Colours and names follow the area that shares most people.
