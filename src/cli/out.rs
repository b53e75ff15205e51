//! Where a command's file goes. A map or a table that is there is replaced, so that the same command can run every night; a file
//! that the project's own data came from is not, unless the caller says so.

use std::path::Path;

use super::{opening::Open, refusal::refused};
use crate::{
    storage::{codes, project_file::real_path, put, refused::Refused},
    words::say,
};

/// Puts a file there.
///
/// # Errors
/// It is the project itself; it bears the name of a file that the project was read from and nobody agreed to replace it; or it
/// cannot be written.
pub fn lay_down(path: &Path, bytes: &[u8], open: &Open, overwrite: bool) -> Result<(), Refused> {
    if real_path(path) == real_path(&open.path) {
        return Err(refused(codes::FILE_EXISTS, say!("cli-file-is-project"), say!("cli-remedy-other-file"), path));
    }
    if !overwrite && is_source(path, open) {
        return Err(refused(codes::FILE_EXISTS, say!("cli-file-is-source"), say!("cli-remedy-overwrite"), path));
    }
    put::put(path, bytes)
}

/// Whether a file is there whose name is that of a source, in whatever case: file systems differ.
fn is_source(path: &Path, open: &Open) -> bool {
    let Some(name) = path.file_name().map(|it| it.to_string_lossy().to_lowercase()) else { return false };
    let taken = std::fs::metadata(path).is_ok_and(|it| it.is_file() && it.len() > 0);
    taken && open.project.sources.iter().any(|it| it.file_name.to_lowercase() == name)
}
