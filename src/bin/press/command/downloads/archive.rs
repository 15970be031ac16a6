//! Zip files that are the same bytes whenever they are made of the same files.

use std::io::{Cursor, Write};

use zip::write::SimpleFileOptions;
use zip::{CompressionMethod, DateTime, ZipWriter};

/// A package in the making. Files stand in the order in which they are added, with the first time that a zip knows (1 January
/// 1980).
pub struct Archive(ZipWriter<Cursor<Vec<u8>>>);

impl Archive {
    /// An empty one.
    pub fn new() -> Self {
        Self(ZipWriter::new(Cursor::new(Vec::new())))
    }

    /// Adds a file, packed.
    pub fn add(&mut self, path: &str, bytes: &[u8]) -> Result<(), String> {
        self.put(path, bytes, CompressionMethod::Deflated)
    }

    /// Adds a file as it is, for what must be read without unpacking.
    pub fn add_stored(&mut self, path: &str, bytes: &[u8]) -> Result<(), String> {
        self.put(path, bytes, CompressionMethod::Stored)
    }

    fn put(&mut self, path: &str, bytes: &[u8], method: CompressionMethod) -> Result<(), String> {
        let options = SimpleFileOptions::default()
            .compression_method(method)
            .last_modified_time(DateTime::default())
            .unix_permissions(0o644);
        let fail = |error: &dyn std::fmt::Display| format!("{path}: {error}");
        self.0.start_file(path, options).map_err(|error| fail(&error))?;
        self.0.write_all(bytes).map_err(|error| fail(&error))
    }

    /// The file.
    pub fn finish(self) -> Result<Vec<u8>, String> {
        let file = self.0.finish().map_err(|error| error.to_string())?;
        Ok(file.into_inner())
    }
}

#[cfg(test)]
mod tests {
    use std::io::Read;

    use super::*;

    fn made() -> Vec<u8> {
        let mut archive = Archive::new();
        archive
            .add_stored("mimetype", b"application/epub+zip")
            .expect("it is added");
        archive.add("a/b.txt", "字".as_bytes()).expect("it is added");
        archive.finish().expect("it is finished")
    }

    #[test]
    fn the_same_files_make_the_same_bytes() {
        assert_eq!(made(), made());
    }

    #[test]
    fn what_is_in_it_is_read_back() {
        let mut read = zip::ZipArchive::new(Cursor::new(made())).expect("a zip file");
        let mut text = String::new();
        let mut file = read.by_name("a/b.txt").expect("it is there");
        file.read_to_string(&mut text).expect("UTF-8");
        assert_eq!(text, "字");
    }

    #[test]
    fn the_first_file_stands_where_readers_of_books_look() {
        // The name at byte 30, what is in it right behind.
        assert_eq!(&made()[30..58], b"mimetypeapplication/epub+zip");
    }
}
