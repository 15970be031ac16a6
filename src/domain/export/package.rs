//! What the makers of packages for course systems (`course`, natively) and the dialogue that writes a choice into one have in
//! common: which there are, and the entry with the choice.

/// The length of the entry with the choice, in bytes.
pub const SETTINGS_BYTES: usize = 2_048;
/// The name of that entry, which is the first.
pub const SETTINGS: &str = "course.js";

/// What a package is written for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Form {
    /// SCORM 1.2.
    Scorm12,
    /// SCORM 2004, 4th edition.
    Scorm2004,
    /// xAPI, launched as `tincan.xml` says.
    Xapi,
}

impl Form {
    /// All forms.
    pub const ALL: [Self; 3] = [Self::Scorm12, Self::Scorm2004, Self::Xapi];

    /// The name of the package's file.
    #[must_use]
    pub fn file_name(self) -> &'static str {
        match self {
            Self::Scorm12 => "course-scorm12.zip",
            Self::Scorm2004 => "course-scorm2004.zip",
            Self::Xapi => "course-xapi.zip",
        }
    }

    /// What teachers call it.
    #[must_use]
    pub fn name(self) -> &'static str {
        match self {
            Self::Scorm12 => "SCORM 1.2",
            Self::Scorm2004 => "SCORM 2004",
            Self::Xapi => "xAPI",
        }
    }

    /// The form of the package with that file.
    #[must_use]
    pub fn from_file(name: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|one| one.file_name() == name)
    }
}

/// The entry that holds an object of JSON; nothing where it would be too long.
#[must_use]
pub fn entry(json: &str) -> Option<String> {
    let said = ["self.COURSE = ", json, ";"].concat();
    let free = SETTINGS_BYTES.checked_sub(said.len() + 1)?;
    Some([&said, &*" ".repeat(free), "\n"].concat())
}
