//! The root component: holds the model, feeds messages to `update`, and does its effects after drawing.

use gloo::events::EventListener;
use yew::prelude::*;

use super::{effects, gestures, storage};
use crate::app::{Effect, Model, Msg, update};
use crate::ui;

/// What the root starts from.
#[derive(Clone, Properties)]
pub struct RootProps {
    /// The page as it opens.
    pub model: Model,
}

impl PartialEq for RootProps {
    fn eq(&self, _: &Self) -> bool {
        true // given once, at the start
    }
}

/// The root component.
pub struct Root {
    model: Model,
    waiting: Vec<Effect>,
    send: Callback<Msg>,
    pages: effects::Pages,
    _listeners: Vec<EventListener>,
}

impl Component for Root {
    type Message = Msg;
    type Properties = RootProps;

    fn create(ctx: &Context<Self>) -> Self {
        let send = ctx.link().callback(|msg: Msg| msg);
        storage::open(&ctx.props().model.pack().slug, send.clone());
        let mut model = ctx.props().model.clone();
        let waiting = update(
            &mut model,
            Msg::AddressChanged(super::dom::fragment()),
            &effects::moment(),
        );
        Self {
            model,
            waiting,
            _listeners: gestures::listen(&send),
            send,
            pages: effects::Pages::default(),
        }
    }

    fn update(&mut self, _: &Context<Self>, msg: Msg) -> bool {
        // Scrolling tells so many times a second, and most of the time nothing new.
        if matches!(msg, Msg::Reading(number) if self.model.reading == Some(number)) {
            return false;
        }
        if matches!(msg, Msg::AddressChanged(_)) {
            self.pages.overtaken();
        }
        // While effects wait, the window does not yet show the place that the model is at.
        let shown = self.waiting.is_empty();
        if shown {
            self.pages.leave(&self.model);
        }
        let about_card = matches!(msg, Msg::Popup(_));
        let card = self.model.popup.card().cloned();
        self.waiting.extend(update(&mut self.model, msg, &effects::moment()));
        // The pointer passes over many words; only where a popup comes, goes or turns is there anything to draw.
        let same = about_card && shown && card.as_ref() == self.model.popup.card();
        if same {
            self.perform();
        }
        !same
    }

    fn view(&self, _: &Context<Self>) -> Html {
        ui::page(&self.model)
    }

    fn rendered(&mut self, _: &Context<Self>, _: bool) {
        self.perform();
    }
}

impl Root {
    /// Does what waits to be done.
    fn perform(&mut self) {
        for effect in std::mem::take(&mut self.waiting) {
            effects::perform(effect, &self.model, &mut self.pages, &self.send);
        }
    }
}
