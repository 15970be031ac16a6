//! The page as a course of its own: packages for course systems by SCORM 1.2, SCORM 2004 (4th edition) and xAPI.
//!
//! A package is the page as a single file, a page that shows it in a frame (`assets/course`), and a manifest. Its first part
//! is `course.js`, which says what is shown. It is of one length whatever it says, so that the page can put another choice into
//! a finished package:
//!
//! ```text
//! course.js = "self.COURSE = " json ";" spaces "\n"     2,048 bytes of UTF-8
//! json      = {"view": "quiz/paper?seed=1&n=10&pass=60", "title": "…", "lang": "ja" / "en", "theme": "system" / "light" / "dark"}
//! ```
//!
//! ```
//! use yomikurabe::domain::export::course::{SETTINGS_BYTES, Settings};
//! let settings = Settings { view: "quiz/paper?seed=1&n=10&pass=60", title: "停戦案", lang: "ja", theme: "system" };
//! let text = settings.to_script().unwrap();
//! assert!(text.starts_with("self.COURSE = {\"view\":\"quiz/paper?seed=1&n=10&pass=60\",\"title\":\"停戦案\""));
//! assert_eq!(text.len(), SETTINGS_BYTES);
//! ```

use serde::Serialize;

pub use super::package::{Form, SETTINGS, SETTINGS_BYTES};

use super::package;
use super::part::Part;
use super::xml::{Element, lines, run};
use crate::domain::pack::Pack;

/// The name of the page in a package.
const PAGE: &str = "yomikurabe.html";
/// What is shown where nobody chose: a practice of ten questions, of which 60 percent are to be right.
const USUAL_VIEW: &str = "quiz/paper?n=10&pass=60&seed=1";

impl Form {
    /// The page that is launched.
    #[must_use]
    pub fn launch(self) -> &'static str {
        match self {
            Self::Scorm12 | Self::Scorm2004 => "course.html",
            Self::Xapi => "xapi.html",
        }
    }

    /// What else than the page itself may be loaded: with xAPI, what a store answers. Its address comes with the launch, so that
    /// it cannot be named here; plain `http` is for stores on one's own machine.
    fn connects(self) -> &'static str {
        match self {
            Self::Scorm12 | Self::Scorm2004 => "",
            Self::Xapi => " connect-src https: http://localhost:* http://127.0.0.1:*;",
        }
    }

    fn keeper(self) -> (&'static str, &'static str) {
        match self {
            Self::Scorm12 | Self::Scorm2004 => ("scorm.js", include_str!("../../../assets/course/scorm.js")),
            Self::Xapi => ("xapi.js", include_str!("../../../assets/course/xapi.js")),
        }
    }

    fn version(self) -> &'static str {
        match self {
            Self::Scorm12 => "1.2",
            Self::Scorm2004 => "2004",
            Self::Xapi => "1.0.3",
        }
    }
}

/// What a package shows.
#[derive(Clone, Copy, Debug, Serialize)]
pub struct Settings<'a> {
    /// What stands behind `#` in the address of the view.
    pub view: &'a str,
    /// The title of the page.
    pub title: &'a str,
    /// `ja` or `en`.
    pub lang: &'a str,
    /// `system`, `light` or `dark`.
    pub theme: &'a str,
}

impl Settings<'_> {
    /// `course.js`; nothing where it would be too long.
    #[must_use]
    pub fn to_script(&self) -> Option<String> {
        let json = serde_json::to_string(self).ok()?;
        package::entry(&json)
    }
}

/// The parts of a package in their order. `page` is the single file; `activity` an IRI that names the course to a store.
#[must_use]
pub fn package(pack: &Pack, form: Form, page: &str, activity: &str) -> Vec<Part> {
    let (keeper, script) = form.keeper();
    let html = include_str!("../../../assets/course/course.html")
        .replace("{policy}", &policy(form))
        .replace("{keeper}", keeper)
        .replace("{version}", form.version());
    let mut parts = vec![
        Part::new(SETTINGS, settings(pack)),
        Part::new(form.launch(), html),
        Part::new("frame.js", include_str!("../../../assets/course/frame.js")),
        Part::new("frame.css", include_str!("../../../assets/course/frame.css")),
        Part::new(keeper, script),
        Part::new(PAGE, page),
    ];
    let files: Vec<String> = parts.iter().map(|part| part.path.clone()).collect();
    parts.push(match form {
        Form::Scorm12 => manifest(scorm12(pack, &files)),
        Form::Scorm2004 => manifest(scorm2004(pack, &files)),
        Form::Xapi => Part::new("tincan.xml", document(&tincan(pack, activity))),
    });
    parts
}

fn settings(pack: &Pack) -> String {
    let title: String = pack.title.ja.chars().take(200).collect();
    let settings = Settings {
        view: USUAL_VIEW,
        title: &title,
        lang: "ja",
        theme: "system",
    };
    settings.to_script().expect("200 characters leave room")
}

fn policy(form: Form) -> String {
    let rest = "base-uri 'none'; form-action 'none'; require-trusted-types-for 'script'; trusted-types 'none'";
    let own = "default-src 'none'; script-src 'self'; style-src 'self'; frame-src 'self'; img-src data:;";
    [own, form.connects(), " ", rest].concat()
}

fn document(root: &Element) -> String {
    ["<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n", &root.to_xml(), "\n"].concat()
}

fn manifest(root: Element) -> Part {
    Part::new("imsmanifest.xml", document(&root))
}

fn scorm12(pack: &Pack, files: &[String]) -> Element {
    let root = lines("manifest")
        .with("xmlns", "http://www.imsproject.org/xsd/imscp_rootv1p1p2")
        .with("xmlns:adlcp", "http://www.adlnet.org/xsd/adlcp_rootv1p2")
        .with("identifier", identifier(pack))
        .with("version", "1.0");
    root.child(metadata("1.2"))
        .child(organizations(pack, None))
        .child(resources("adlcp:scormtype", files))
}

fn scorm2004(pack: &Pack, files: &[String]) -> Element {
    let root = lines("manifest")
        .with("xmlns", "http://www.imsglobal.org/xsd/imscp_v1p1")
        .with("xmlns:adlcp", "http://www.adlnet.org/xsd/adlcp_v1p3")
        .with("xmlns:imsss", "http://www.imsglobal.org/xsd/imsss")
        .with("identifier", identifier(pack))
        .with("version", "1.0");
    // The course says itself when it is done and passed; a system that cannot hear it must not suppose so.
    let delivery = run("imsss:deliveryControls")
        .with("completionSetByContent", "true")
        .with("objectiveSetByContent", "true");
    root.child(metadata("2004 4th Edition"))
        .child(organizations(pack, Some(lines("imsss:sequencing").child(delivery))))
        .child(resources("adlcp:scormType", files))
}

fn identifier(pack: &Pack) -> String {
    ["yomikurabe-", &pack.slug].concat()
}

fn metadata(version: &str) -> Element {
    lines("metadata")
        .child(run("schema").text("ADL SCORM"))
        .child(run("schemaversion").text(version))
}

fn organizations(pack: &Pack, sequencing: Option<Element>) -> Element {
    let title = || run("title").text(&pack.title.ja);
    let item = lines("item")
        .with("identifier", "item")
        .with("identifierref", "page")
        .child(title())
        .children(sequencing);
    let organization = lines("organization")
        .with("identifier", "course")
        .child(title())
        .child(item);
    lines("organizations").with("default", "course").child(organization)
}

fn resources(kind: &'static str, files: &[String]) -> Element {
    let resource = lines("resource")
        .with("identifier", "page")
        .with("type", "webcontent")
        .with(kind, "sco")
        .with("href", "course.html")
        .children(files.iter().map(|file| run("file").with("href", file)));
    lines("resources").child(resource)
}

/// Source: <https://github.com/RusticiSoftware/TinCanSchema/blob/master/tincan.xsd>.
fn tincan(pack: &Pack, activity: &str) -> Element {
    let said = |name: &'static str, lang: &str, text: &str| run(name).with("lang", lang).text(text);
    let course = lines("activity")
        .with("id", activity)
        .with("type", "http://adlnet.gov/expapi/activities/course")
        .child(said("name", "ja", &pack.title.ja))
        .child(said("name", "en", &pack.title.en))
        .child(said(
            "description",
            "ja",
            "よみくらべ：教材を読みくらべ、問いに答える。",
        ))
        .child(said("launch", "ja", Form::Xapi.launch()));
    lines("tincan")
        .with("xmlns", "http://projecttincan.com/tincan.xsd")
        .child(lines("activities").child(course))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn settings_that_are_too_long_are_refused() {
        let title = "題".repeat(SETTINGS_BYTES / 3);
        let settings = |title| Settings {
            view: "compare",
            title,
            lang: "ja",
            theme: "dark",
        };
        assert_eq!(settings(&title).to_script(), None);
        assert!(settings("</script>\"\\").to_script().is_some());
    }
}
