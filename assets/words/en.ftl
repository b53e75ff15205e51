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
