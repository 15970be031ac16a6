//! The page as a course: what is in the packages, and that the choice in them can be exchanged in place.

use yomikurabe::domain::export::course::{Form, SETTINGS, SETTINGS_BYTES, Settings};

use crate::made::{DOWNLOADS, unzipped};

#[test]
fn the_choice_stands_first_as_it_is() {
    for form in Form::ALL {
        let zip = &DOWNLOADS[form.file_name()];
        let number = |at: usize, bytes: usize| {
            let number = zip[at..at + bytes].iter().rev();
            number.fold(0, |number, byte| number << 8 | usize::from(*byte))
        };
        // Local header: flags without a data descriptor, stored, the sizes, the name, then what is in it.
        assert_eq!((number(6, 2) & 8, number(8, 2)), (0, 0), "{form:?}");
        assert_eq!((number(18, 4), number(22, 4)), (SETTINGS_BYTES, SETTINGS_BYTES));
        assert_eq!((number(26, 2), number(28, 2)), (SETTINGS.len(), 0));
        let from = 30 + SETTINGS.len();
        assert_eq!(&zip[30..from], SETTINGS.as_bytes());
        let text = str::from_utf8(&zip[from..from + SETTINGS_BYTES]).expect("UTF-8");
        let json = text.trim_end().strip_prefix("self.COURSE = ").expect("a setting");
        let json: serde_json::Value = serde_json::from_str(json.strip_suffix(';').expect("an end")).expect("JSON");
        let keys: Vec<&String> = json.as_object().expect("an object").keys().collect();
        assert_eq!(keys, ["lang", "theme", "title", "view"]);
        assert!(text.ends_with(" \n"));
    }
}

#[test]
fn a_manifest_names_every_file() {
    for form in Form::ALL {
        let files = unzipped(&DOWNLOADS[form.file_name()]);
        let names: Vec<&str> = files.iter().map(|(name, _)| name.as_str()).collect();
        let (name, manifest) = files.last().expect("a manifest");
        let manifest = str::from_utf8(manifest).expect("UTF-8");
        if form == Form::Xapi {
            assert_eq!(name, "tincan.xml");
            assert!(manifest.contains("<launch lang=\"ja\">xapi.html</launch>"));
            continue;
        }
        assert_eq!(name, "imsmanifest.xml");
        for file in names.iter().filter(|file| *file != name) {
            assert!(manifest.contains(&format!("<file href=\"{file}\"/>")), "{file}");
        }
    }
}

#[test]
fn the_page_of_a_course_is_strict() {
    for form in Form::ALL {
        let files = unzipped(&DOWNLOADS[form.file_name()]);
        let (_, html) = files.iter().find(|(name, _)| name == form.launch()).expect("its page");
        let html = str::from_utf8(html).expect("UTF-8");
        assert!(html.contains("default-src 'none'; script-src 'self';"), "{html}");
        assert!(!html.contains("unsafe") && !html.contains('{'), "{html}");
        assert_eq!(html.contains("connect-src"), form == Form::Xapi);
    }
}

#[test]
fn a_choice_is_always_of_one_length() {
    for title in ["", "停戦", "</script>\u{2028}\"\\\u{0}"] {
        let settings = Settings {
            view: "compare",
            title,
            lang: "en",
            theme: "dark",
        };
        let text = settings.to_script().expect("there is room");
        assert_eq!(text.len(), SETTINGS_BYTES);
        assert!(text.lines().count() == 1 && text.ends_with('\n'));
    }
}
