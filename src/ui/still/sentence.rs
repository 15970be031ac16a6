//! A sentence of the study edition with the words marked on which something rests.

use crate::domain::pack::{Citation, Pack};
use crate::domain::quiz::sentence_at;
use crate::domain::text::Span;
use crate::ui::el::{El, el};

/// The sentence in which the cited words stand, those marked.
pub fn sentence(pack: &'static Pack, cite: Citation) -> Option<El> {
    marked(pack, cite, cite.span)
}

/// The sentence in which the cited words stand, with other words of it marked.
pub fn marked(pack: &'static Pack, cite: Citation, mark: Span) -> Option<El> {
    let paragraph = pack[cite.document].paragraph(cite.paragraph)?;
    let plain = paragraph.text.plain.as_str();
    let whole = sentence_at(plain, cite.span);
    let part = |from: u32, until: u32| plain.get(from as usize..until as usize).unwrap_or("");
    Some(
        el("span")
            .class("sentence")
            .lang("ja")
            .say(part(whole.start, mark.start))
            .kid(el("mark").say(part(mark.start, mark.end)))
            .say(part(mark.end, whole.end)),
    )
}
