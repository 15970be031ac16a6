//! What is taken out of a pack into other programs: counts, escapes, one item in each format as a snapshot, files read back,
//! and texts that mean harm in every field.

mod bundled;
#[path = "packages/course.rs"]
mod course;
#[path = "packages/hostile.rs"]
mod hostile;
#[path = "packages/made.rs"]
mod made;
#[path = "packages/snapshots.rs"]
mod snapshots;
