//! What the units are called that one paints in.

use crate::model::catalog::Catalog;

/// What one district is called: Gemeinde where the keys are those of Gemeinden, else Gebiet.
pub(super) fn district_key(catalog: &Catalog) -> &'static str {
    let is_key = |key: &str| matches!(key.len(), 8 | 12) && key.bytes().all(|it| it.is_ascii_digit());
    let all = !catalog.register.is_empty() && catalog.register.districts().iter().all(|it| is_key(it.key.as_str()));
    if all { "planning-district-municipality" } else { "planning-district" }
}
