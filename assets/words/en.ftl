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
