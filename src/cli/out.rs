//! Where a command's file goes: nothing that is there is replaced unless the caller says so.

use std::path::Path;

use super::refusal::refused;
use crate::{
    storage::{codes, put, refused::Refused},
    words::say,
};

/// Whether a file may be written there; asked before the work is done. An empty file is in nobody's way, and a pipe or a device
/// takes bytes without losing any.
///
/// # Errors
/// A file is there and nobody agreed to replace it.
pub fn is_free(path: &Path, overwrite: bool) -> Result<(), Refused> {
    let taken = std::fs::metadata(path).is_ok_and(|it| it.is_file() && it.len() > 0);
    if !taken || overwrite {
        return Ok(());
    }
    Err(refused(codes::FILE_EXISTS, say!("cli-file-exists"), say!("cli-remedy-overwrite"), path))
}

/// Puts a file there, if it may be.
///
/// # Errors
/// As [`is_free`], and where it cannot be written.
pub fn lay_down(path: &Path, bytes: &[u8], overwrite: bool) -> Result<(), Refused> {
    is_free(path, overwrite)?;
    put::put(path, bytes)
}
