//! The contents of a document, and where the reader is in it.

use yew::prelude::*;

use crate::app::route::{Mark, Route};
use crate::domain::pack::{Block, DocumentId, ParagraphNumber, SectionNumber};
use crate::ui::Scene;
use crate::ui::words::fill;

/// The contents.
pub fn view(scene: Scene, id: DocumentId) -> Html {
    let document = &scene.pack()[id];
    let all = document.paragraphs().count();
    let now = scene.model.reading.unwrap_or(ParagraphNumber(1));
    let current = section_of(scene, id, now);
    let entry = |heading: &crate::domain::pack::Heading| {
        let route = Route::Document(id, Some(Mark::Section(heading.number)));
        html! {
            <li key={heading.number.0} class={(heading.level > 2).then_some("deep")}>
                <a lang="ja" href={scene.model.href(&route)} aria-current={(current == Some(heading.number)).then_some("true")}>{ &heading.text.plain }</a>
            </li>
        }
    };
    html! {
        <nav class="toc" aria-label={scene.words.toc}>
            <details open={true}>
                <summary>{ scene.words.toc }</summary>
                <span class="quiet">{ &document.label }{ " ・ " }{ fill(scene.words.progress, &[&all.to_string(), &now.0.to_string()]) }</span>
                <progress max={all.to_string()} value={now.0.to_string()} aria-label={scene.words.toc}></progress>
                <ol>{ for document.headings().map(entry) }</ol>
            </details>
        </nav>
    }
}

/// The section in which a paragraph stands.
fn section_of(scene: Scene, id: DocumentId, number: ParagraphNumber) -> Option<SectionNumber> {
    let mut section = None;
    for block in &scene.pack()[id].blocks {
        match block {
            Block::Heading(heading) => section = Some(heading.number),
            Block::Paragraph(paragraph) if paragraph.number == number => return section,
            Block::Paragraph(_) => {}
        }
    }
    None
}
