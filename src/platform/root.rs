//! The component that every part of the page is an instance of, and the app behind them: it holds the model, feeds
//! messages to `update`, and does its effects after drawing.

use std::cell::{Cell, RefCell};
use std::rc::Rc;

use gloo::events::EventListener;
use gloo::timers::callback::Timeout;
use yew::html::Scope;
use yew::prelude::*;
use yew::virtual_dom::VComp;

use super::{effects, gestures, sight, storage};
use crate::app::{Effect, Model, Msg, update};
use crate::domain::pack::TermId;
use crate::ui::{self, Part, Scene};

/// How long what is out of sight waits to be drawn after a change of the filter, in milliseconds: until what is in sight is
/// shown.
const LATER: u32 = 50;

/// A part of the page. The whole page takes the messages; another part that gets one is drawn again.
pub struct Root;

/// Which part of which app.
#[derive(Properties)]
pub struct RootProps {
    /// The app.
    pub app: Rc<App>,
    /// The part.
    pub part: Part,
}

impl PartialEq for RootProps {
    fn eq(&self, other: &Self) -> bool {
        self.part == other.part // there is one app
    }
}

/// What the parts share.
pub struct App {
    model: RefCell<Model>,
    waiting: RefCell<Vec<Effect>>,
    pages: RefCell<effects::Pages>,
    send: RefCell<Callback<Msg>>,
    /// The popup.
    card: RefCell<Option<Scope<Root>>>,
    /// What is about to be drawn.
    page_waits: Cell<bool>,
    card_waits: Cell<bool>,
    /// How many parts of the matrix are drawn at once, if not all; the others wait until these are shown.
    in_sight: Cell<Option<usize>>,
    listeners: RefCell<Vec<EventListener>>,
}

impl Component for Root {
    type Message = Msg;
    type Properties = RootProps;

    fn create(ctx: &Context<Self>) -> Self {
        let RootProps { app, part } = ctx.props();
        match part {
            Part::Page => app.begin(ctx.link().callback(|msg: Msg| msg)),
            Part::Card => *app.card.borrow_mut() = Some(ctx.link().clone()),
            _ => {}
        }
        Self
    }

    fn update(&mut self, ctx: &Context<Self>, msg: Msg) -> bool {
        let RootProps { app, part } = ctx.props();
        *part != Part::Page || app.take(msg)
    }

    fn changed(&mut self, ctx: &Context<Self>, old: &RootProps) -> bool {
        let RootProps { app, part } = ctx.props();
        let limits = part.place(&old.part).zip(app.in_sight.get());
        let waits = limits.is_some_and(|(place, in_sight)| place >= in_sight);
        if waits {
            let (app, link) = (app.clone(), ctx.link().clone());
            // Any message draws a part again that is not the page.
            let draw = move || {
                app.in_sight.set(None);
                link.send_message(Msg::NoticeRead);
            };
            Timeout::new(LATER, draw).forget();
        }
        !waits
    }

    fn view(&self, ctx: &Context<Self>) -> Html {
        let RootProps { app, part } = ctx.props();
        let mount = |part: Part| {
            let app = app.clone();
            Html::from(VComp::new::<Root>(Rc::new(RootProps { app, part }), None))
        };
        let model = app.model.borrow();
        let scene = Scene {
            mount: Some(&mount),
            ..Scene::new(&model)
        };
        ui::draw(scene, part)
    }

    fn rendered(&mut self, ctx: &Context<Self>, _: bool) {
        let RootProps { app, part } = ctx.props();
        match part {
            Part::Page => app.page_waits.set(false),
            Part::Card => app.card_waits.set(false),
            _ => {}
        }
        app.perform();
    }
}

impl App {
    /// The app as it opens.
    pub fn new(model: Model) -> Self {
        Self {
            model: RefCell::new(model),
            waiting: RefCell::default(),
            pages: RefCell::default(),
            send: RefCell::new(Callback::noop()),
            card: RefCell::default(),
            page_waits: Cell::new(true),
            card_waits: Cell::new(false),
            in_sight: Cell::default(),
            listeners: RefCell::default(),
        }
    }

    fn begin(&self, send: Callback<Msg>) {
        let mut model = self.model.borrow_mut();
        storage::open(&model.pack().slug, send.clone());
        let first = Msg::AddressChanged(super::dom::fragment());
        let mut waiting = update(&mut model, first, &effects::moment());
        // The reader is at a place of the static page already, and `assets/start.js` keeps it where it is.
        if super::dom::element("held").is_some() {
            waiting.retain(|effect| !matches!(effect, Effect::Arrive(_)));
        }
        *self.waiting.borrow_mut() = waiting;
        *self.listeners.borrow_mut() = gestures::listen(&send);
        *self.send.borrow_mut() = send;
    }

    /// Takes in a message; whether the page is to be drawn again.
    fn take(&self, msg: Msg) -> bool {
        let mut model = self.model.borrow_mut();
        match msg {
            // Scrolling tells so many times a second, and most of the time nothing new.
            Msg::Reading(number) if model.reading == Some(number) => return false,
            Msg::AddressChanged(_) => self.pages.borrow_mut().overtaken(),
            _ => {}
        }
        // While effects wait, the window does not yet show the place that the model is at. To ask how far down it is may
        // cost a layout, so that popups and filters, which stay where they are, do not ask.
        let stays = matches!(msg, Msg::Popup(_) | Msg::Input(..));
        if !stays && self.waiting.borrow().is_empty() {
            self.pages.borrow_mut().leave(&model);
        }
        let about_page = !matches!(msg, Msg::Popup(_));
        self.in_sight
            .set(matches!(msg, Msg::Input(..)).then(sight::begun).flatten());
        let card = card_drawn(&model);
        let effects = update(&mut model, msg, &effects::moment());
        self.waiting.borrow_mut().extend(effects);
        // The pointer passes over many words; only where a popup comes, goes or turns is there anything to draw.
        let now = card_drawn(&model);
        if card != now || about_page && now.is_some() {
            self.draw_card();
        }
        drop(model);
        if about_page {
            self.page_waits.set(true);
        } else {
            self.perform();
        }
        about_page
    }

    fn draw_card(&self) {
        if let Some(card) = &*self.card.borrow() {
            self.card_waits.set(true);
            card.send_message(Msg::NoticeRead);
        }
    }

    /// Does what waits to be done, as soon as every part shows what the model says.
    fn perform(&self) {
        if self.page_waits.get() || self.card_waits.get() {
            return;
        }
        let (model, send) = (self.model.borrow(), self.send.borrow());
        for effect in self.waiting.take() {
            effects::perform(effect, &model, &mut self.pages.borrow_mut(), &send);
        }
    }
}

/// What the popup shows: the term, and whether there is a way back. The rest of its state is not drawn.
fn card_drawn(model: &Model) -> Option<(TermId, usize)> {
    model.popup.drawn().map(|card| (card.term(), card.trail.len()))
}
