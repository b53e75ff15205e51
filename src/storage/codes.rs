//! The codes of all findings and refusals, in one table. People's scripts rely on them: extend, never rename.

use crate::{
    model::finding::{Code, Finding, Place, Severity},
    words::Message,
};

macro_rules! codes {
    ($($(#[doc = $doc:literal])+ $name:ident = $text:literal;)*) => {
        $($(#[doc = $doc])+ pub const $name: Code = Code($text);)*
        /// Every code there is.
        pub const ALL: &[Code] = &[$($name),*];
    };
}

codes! {
    // -- any file
    /// The file cannot be opened or read.
    FILE_UNREADABLE = "file_unreadable";
    /// The file is larger than the cap.
    FILE_TOO_LARGE = "file_too_large";
    /// The file is empty.
    FILE_EMPTY = "file_empty";
    /// The file is of no kind that is read here.
    FILE_KIND_UNKNOWN = "file_kind_unknown";
    /// The file cannot be written.
    FILE_UNWRITABLE = "file_unwritable";
    /// The bytes are no text in a known encoding.
    ENCODING_UNREADABLE = "encoding_unreadable";
    /// The text was in another encoding than UTF-8.
    ENCODING_DECODED = "encoding_decoded";
    /// Umlauts were encoded twice and are mended.
    ENCODING_DOUBLE = "encoding_double";
    /// The planner stopped it.
    STOPPED = "stopped";
    // -- projects and the command line
    /// The project was saved by a newer version.
    PROJECT_NEWER = "project_newer";
    /// The project is damaged or lacks a source.
    PROJECT_DAMAGED = "project_damaged";
    /// A part of the history could not be read and was forgotten; the project itself is whole.
    HISTORY_SHORTENED = "history_shortened";
    /// A working copy is damaged; what is whole of it is open as a project without a file.
    WORKING_COPY_RESCUED = "working_copy_rescued";
    /// Somebody else has the project open.
    PROJECT_LOCKED = "project_locked";
    /// A step could not be kept or saved.
    PROJECT_NOT_KEPT = "project_not_kept";
    /// The project has no plan, indicator or period of that name.
    NAME_UNKNOWN = "name_unknown";
    /// What was asked has no answer, or the project doesn't take the change.
    NOT_POSSIBLE = "not_possible";
    /// The city is to be left out, but the project names none.
    CITY_NOT_NAMED = "city_not_named";
    /// Breaks given by hand make another number of classes than was asked for.
    CLASSES_BY_BREAKS = "classes_by_breaks";
    /// There is a file already where a new one was to be made.
    FILE_EXISTS = "file_exists";
    // -- boundaries: form
    /// The JSON breaks off.
    JSON_CUT_OFF = "json_cut_off";
    /// The JSON is wrong.
    JSON_BROKEN = "json_broken";
    /// Deeper than the cap.
    NESTING_TOO_DEEP = "nesting_too_deep";
    /// More districts than the cap.
    TOO_MANY_DISTRICTS = "too_many_districts";
    /// More vertices than the cap.
    TOO_MANY_VERTICES = "too_many_vertices";
    /// More columns or property names than the cap.
    TOO_MANY_COLUMNS = "too_many_columns";
    /// More cells than the cap.
    TOO_MANY_CELLS = "too_many_cells";
    /// JSON, but not GeoJSON.
    NOT_GEOJSON = "not_geojson";
    /// Not one usable boundary.
    NO_DISTRICTS = "no_districts";
    /// Features without the collection around them.
    FEATURES_BARE = "features_bare";
    /// Geometries without features: no keys, no names.
    GEOMETRY_BARE = "geometry_bare";
    /// `type` is missing, unknown or written differently.
    TYPE_WRONG = "type_wrong";
    /// A member is missing.
    MEMBER_MISSING = "member_missing";
    /// A member stands twice.
    MEMBER_REPEATED = "member_repeated";
    /// A member is of the wrong kind and was passed over.
    MEMBER_WRONG_KIND = "member_wrong_kind";
    // -- boundaries: geometry
    /// A feature without geometry.
    GEOMETRY_MISSING = "geometry_missing";
    /// A geometry without any ring.
    GEOMETRY_EMPTY = "geometry_empty";
    /// Points or lines where areas are wanted.
    GEOMETRY_NOT_AREAL = "geometry_not_areal";
    /// Coordinates that cannot be read.
    GEOMETRY_INVALID = "geometry_invalid";
    /// Rings that were not closed.
    RING_CLOSED = "ring_closed";
    /// Rings with too few positions.
    RING_TOO_SHORT = "ring_too_short";
    /// Heights and further dimensions were dropped.
    EXTRA_DIMENSIONS = "extra_dimensions";
    /// The coordinate system was guessed from the numbers.
    CRS_GUESSED = "crs_guessed";
    /// The file names a coordinate system that cannot be computed here.
    CRS_UNKNOWN = "crs_unknown";
    /// The numbers do not fit the coordinate system that the file names.
    CRS_CONTRADICTED = "crs_contradicted";
    /// Positions come out some metres off.
    CRS_INEXACT = "crs_inexact";
    /// Latitude came before longitude, or north before east.
    COORDINATES_SWAPPED = "coordinates_swapped";
    /// Coordinates far from all others, or beyond the coordinate system.
    COORDINATES_OUT_OF_RANGE = "coordinates_out_of_range";
    // -- boundaries: keys
    /// Features with the same key became one district.
    KEY_REPEATED = "key_repeated";
    /// Features without key.
    KEY_MISSING = "key_missing";
    /// Names that are too long for anybody were cut.
    NAME_SHORTENED = "name_shortened";
    /// Leading zeros were put back.
    KEY_ZERO_RESTORED = "key_zero_restored";
    /// The wanted field is not in the file.
    FIELD_UNKNOWN = "field_unknown";
    /// A property wanted as indicator is no number.
    FIELD_NOT_NUMERIC = "field_not_numeric";
    /// A property without name, which can't become an indicator.
    FIELD_NAMELESS = "field_nameless";
    // -- boundaries: how they meet
    /// Vertices of neighbours were brought together.
    BORDER_SNAPPED = "border_snapped";
    /// Vertices were added so that neighbours meet.
    BORDER_INSERTED = "border_inserted";
    /// Two drawings of one border were brought together.
    BORDER_MISMATCHED = "border_mismatched";
    /// A strip between districts belongs to nobody.
    BORDER_GAP = "border_gap";
    /// A place belongs to more than one district.
    BORDER_OVERLAP = "border_overlap";
    /// A boundary crosses itself.
    BORDER_CROSSES_ITSELF = "border_crosses_itself";
    /// A ring encloses nothing.
    RING_COLLAPSED = "ring_collapsed";
    /// A ring stands twice.
    RING_REPEATED = "ring_repeated";
    /// A hole reaches out of its polygon.
    HOLE_OUTSIDE = "hole_outside";
    // -- indicators: the database
    /// The database is damaged.
    DATABASE_DAMAGED = "database_damaged";
    /// Another program is writing the database, or was when it ended.
    DATABASE_HALF_WRITTEN = "database_half_written";
    /// The database took too long.
    DATABASE_TOO_SLOW = "database_too_slow";
    /// A table is missing.
    TABLE_MISSING = "table_missing";
    /// A table is no plain table.
    TABLE_NOT_PLAIN = "table_not_plain";
    /// A column is missing.
    COLUMN_MISSING = "column_missing";
    /// Something else stands in the database and was passed over.
    SCHEMA_IGNORED = "schema_ignored";
    // -- indicators: rows
    /// A cell has the wrong type.
    CELL_WRONG_TYPE = "cell_wrong_type";
    /// A cell is larger than any that is read.
    CELL_TOO_LARGE = "cell_too_large";
    /// A number that is none, or beyond reason.
    NUMBER_INVALID = "number_invalid";
    /// A period that cannot be read.
    PERIOD_INVALID = "period_invalid";
    /// A code that is not in its list.
    CODE_UNKNOWN = "code_unknown";
    /// A row names an indicator that isn't there.
    INDICATOR_UNKNOWN = "indicator_unknown";
    /// An indicator without id, or an id twice.
    INDICATOR_INVALID = "indicator_invalid";
    /// An indicator names another one that isn't there.
    REFERENCE_UNKNOWN = "reference_unknown";
    /// Two rows for the same indicator, district and period.
    VALUE_REPEATED = "value_repeated";
    /// Value and state contradict one another.
    STATE_CONTRADICTED = "state_contradicted";
    /// A ratio without denominator, a mean without weight.
    DENOMINATOR_MISSING = "denominator_missing";
    /// A part larger than its whole.
    PART_EXCEEDS_WHOLE = "part_exceeds_whole";
    /// A row's own number differs from the named indicator's.
    NUMBERS_DIFFER = "numbers_differ";
    /// A value differs from numerator / denominator × factor.
    VALUE_DIFFERS = "value_differs";
    /// Districts and unassignable cases don't make up the published figure.
    REFERENCE_DIFFERS = "reference_differs";
    /// Indicators without any value.
    INDICATOR_EMPTY = "indicator_empty";
    // -- joining
    /// Districts of the map without values.
    JOIN_ONLY_IN_MAP = "join_only_in_map";
    /// Keys of the file that the map does not have.
    JOIN_ONLY_IN_FILE = "join_only_in_file";
    /// Keys that fit only after they were written differently.
    JOIN_KEYS_ADAPTED = "join_keys_adapted";
    /// Two keys of the file mean the same district.
    JOIN_REPEATED = "join_repeated";
    /// A later source replaces values of an earlier one.
    SOURCE_REPLACES = "source_replaces";
    /// Another indicator has the role already.
    ROLE_TAKEN = "role_taken";
    // -- source blocks
    /// A block of the project is damaged or of another version.
    BLOCK_DAMAGED = "block_damaged";
    // -- plan files
    /// A line without district or area.
    LINE_INCOMPLETE = "line_incomplete";
    /// Nobody can tell which column holds the districts and which the areas.
    PLAN_COLUMNS_UNCLEAR = "plan_columns_unclear";
    /// A table that was read as a plan looks like another one.
    PLAN_DOUBTFUL = "plan_doubtful";
    /// A district that the map does not have.
    DISTRICT_UNKNOWN = "district_unknown";
    /// A district assigned more than once.
    DISTRICT_REPEATED = "district_repeated";
    /// Districts that the file leaves out.
    DISTRICT_UNASSIGNED = "district_unassigned";
}

/// A finding without place yet.
pub fn finding(severity: Severity, code: Code, message: Message, remedy: Message) -> Finding {
    Finding { severity, code, place: Place::default(), message, remedy }
}

/// The same finding at a place.
pub(super) fn at(mut finding: Finding, place: Place) -> Finding {
    finding.place = place;
    finding
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::collections::BTreeSet;

    #[test]
    fn no_code_stands_twice_and_all_are_snake_case() {
        let texts: BTreeSet<&str> = ALL.iter().map(|it| it.0).collect();
        assert_eq!(texts.len(), ALL.len());
        assert!(texts.iter().all(|it| it.bytes().all(|byte| byte.is_ascii_lowercase() || byte == b'_')));
    }

    /// Scripts of people compare with these texts: lines may only be added here, never changed, moved to another meaning or taken out.
    #[test]
    fn no_code_is_ever_renamed() {
        let all: Vec<&str> = ALL.iter().map(|it| it.0).collect();
        insta::assert_snapshot!(all.join("\n"), @r"
        file_unreadable
        file_too_large
        file_empty
        file_kind_unknown
        file_unwritable
        encoding_unreadable
        encoding_decoded
        encoding_double
        stopped
        project_newer
        project_damaged
        history_shortened
        working_copy_rescued
        project_locked
        project_not_kept
        name_unknown
        not_possible
        city_not_named
        classes_by_breaks
        file_exists
        json_cut_off
        json_broken
        nesting_too_deep
        too_many_districts
        too_many_vertices
        too_many_columns
        too_many_cells
        not_geojson
        no_districts
        features_bare
        geometry_bare
        type_wrong
        member_missing
        member_repeated
        member_wrong_kind
        geometry_missing
        geometry_empty
        geometry_not_areal
        geometry_invalid
        ring_closed
        ring_too_short
        extra_dimensions
        crs_guessed
        crs_unknown
        crs_contradicted
        crs_inexact
        coordinates_swapped
        coordinates_out_of_range
        key_repeated
        key_missing
        name_shortened
        key_zero_restored
        field_unknown
        field_not_numeric
        field_nameless
        border_snapped
        border_inserted
        border_mismatched
        border_gap
        border_overlap
        border_crosses_itself
        ring_collapsed
        ring_repeated
        hole_outside
        database_damaged
        database_half_written
        database_too_slow
        table_missing
        table_not_plain
        column_missing
        schema_ignored
        cell_wrong_type
        cell_too_large
        number_invalid
        period_invalid
        code_unknown
        indicator_unknown
        indicator_invalid
        reference_unknown
        value_repeated
        state_contradicted
        denominator_missing
        part_exceeds_whole
        numbers_differ
        value_differs
        reference_differs
        indicator_empty
        join_only_in_map
        join_only_in_file
        join_keys_adapted
        join_repeated
        source_replaces
        role_taken
        block_damaged
        line_incomplete
        plan_columns_unclear
        plan_doubtful
        district_unknown
        district_repeated
        district_unassigned
        ");
    }
}
