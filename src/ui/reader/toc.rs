//! The contents of a document, and where the reader is in it.

use yew::prelude::*;

use crate::app::route::{Mark, Route};
use crate::domain::pack::{Block, DocumentId, Heading, ParagraphNumber, SectionNumber};
use crate::ui::Scene;
use crate::ui::words::fill;

/// The contents: beside the text where there is room, folded above it where there is not.
pub fn view(scene: Scene, id: DocumentId) -> Html {
    html! {
        <>
            <nav class="toc" aria-label={scene.words.toc}>{ list(scene, id) }</nav>
            <details class="toc-fold"><summary>{ scene.words.toc }</summary>{ list(scene, id) }</details>
        </>
    }
}

fn list(scene: Scene, id: DocumentId) -> Html {
    let document = &scene.pack()[id];
    let all = document.paragraphs().count();
    let now = scene.model.reading.unwrap_or(ParagraphNumber(1));
    let current = section_of(scene, id, now);
    let entry = |heading: &Heading| {
        let route = Route::Document(id, Some(Mark::Section(heading.number)));
        html! {
            <li key={heading.number.0} class={(heading.level > 2).then_some("deep")}>
                <a lang="ja" href={scene.model.href(&route)} aria-current={(current == Some(heading.number)).then_some("true")}>{ &heading.text.plain }</a>
            </li>
        }
    };
    html! {
        <>
            <span class="quiet">{ &document.label }{ " ・ " }{ fill(scene.words.progress, &[&all.to_string(), &now.0.to_string()]) }</span>
            <progress max={all.to_string()} value={now.0.to_string()} aria-label={scene.words.toc}></progress>
            <ol>{ for document.headings().map(entry) }</ol>
        </>
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
