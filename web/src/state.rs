//! What the page knows, and how each action changes it. No browser is needed here.

use std::rc::Rc;

use taskdef_core::{
    ContainerField, Conversion, Edit, Failure, Lang, Options, PairList, Pasted, TaskField,
    Unreadable, convert,
};
use yew::Reducible;

/// The article's task definition, as the console gives it.
const EXAMPLE: &str = include_str!("../../tests/fixtures/good/article.json");

/// What is pasted, what was asked for, and what comes of it.
#[derive(Debug, Clone, PartialEq)]
pub struct State {
    /// The pasted text.
    pub text: Rc<str>,
    /// How often the text was set by something else than typing in its box.
    pub written: u32,
    /// The file that the text is from, as long as it has not been changed: its bytes tell more,
    /// such as a byte-order mark.
    pub file: Option<Rc<[u8]>>,
    /// The edits of the form.
    pub form: Form,
    /// The language of everything shown.
    pub lang: Lang,
    /// Light or dark.
    pub theme: Theme,
    /// What came of the text as it is now.
    pub outcome: Outcome,
    /// The last result that could be made; shown dimmed while the text can't be read.
    pub last: Option<Shared<Conversion>>,
    /// What became of the last copy of what is shown now.
    pub copy: Option<Copied>,
}

/// What became of a copy.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Copied {
    /// The id of the button that was pressed.
    pub by: &'static str,
    /// Whether the browser allowed it.
    pub done: bool,
}

/// What came of the text.
#[derive(Debug, Clone, PartialEq)]
pub enum Outcome {
    /// Nothing is pasted.
    Empty,
    /// The text was converted: the result is [`State::last`].
    Converted,
    /// The text can't be read, or an edit matches nothing.
    Failed(Shared<Failure>),
}

/// A value that is compared by its identity: cheap to share with components.
#[derive(Debug)]
pub struct Shared<T>(Rc<T>);

impl<T> Shared<T> {
    fn new(value: T) -> Self {
        Shared(Rc::new(value))
    }
}

impl<T> Clone for Shared<T> {
    fn clone(&self) -> Self {
        Shared(Rc::clone(&self.0))
    }
}

impl<T> PartialEq for Shared<T> {
    fn eq(&self, other: &Self) -> bool {
        Rc::ptr_eq(&self.0, &other.0)
    }
}

impl<T> std::ops::Deref for Shared<T> {
    type Target = T;

    fn deref(&self) -> &T {
        &self.0
    }
}

/// The edits of the form; what is empty is left as pasted.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct Form {
    /// The task's CPU units.
    pub cpu: String,
    /// The task's memory.
    pub memory: String,
    /// Images by the names of their containers.
    pub images: Vec<(String, String)>,
    /// Environment variables to set.
    pub environment: Vec<Variable>,
    /// The variable that is being written, and not set yet. No container means the first one.
    pub draft: Variable,
}

/// An environment variable to set.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct Variable {
    /// The container's name.
    pub container: String,
    /// Its name.
    pub name: String,
    /// Its value.
    pub value: String,
}

impl Form {
    /// The same edits for the core.
    #[must_use]
    pub fn edits(&self) -> Vec<Edit> {
        let task = [
            (TaskField::Cpu, &self.cpu),
            (TaskField::Memory, &self.memory),
        ];
        let task = task.into_iter().filter(|(_, value)| !value.is_empty());
        let task = task.map(|(field, value)| Edit::Task {
            field,
            value: value.clone(),
        });
        let images = self.images.iter().filter(|(_, image)| !image.is_empty());
        let images = images.map(|(container, image)| Edit::Container {
            container: Some(container.clone()),
            field: ContainerField::Image,
            value: image.clone(),
        });
        let environment = self.environment.iter();
        let environment = environment.map(|variable| Edit::Pair {
            container: Some(variable.container.clone()),
            list: PairList::Environment,
            name: variable.name.clone(),
            value: Some(variable.value.clone()),
        });
        task.chain(images).chain(environment).collect()
    }
}

/// Light or dark.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Theme {
    /// As the browser prefers.
    #[default]
    Auto,
    /// Light.
    Light,
    /// Dark.
    Dark,
}

impl Theme {
    /// Every theme, in the order of the menu.
    pub const ALL: [Theme; 3] = [Theme::Auto, Theme::Light, Theme::Dark];

    /// Its name in the document and in storage.
    #[must_use]
    pub fn id(self) -> &'static str {
        match self {
            Theme::Auto => "auto",
            Theme::Light => "light",
            Theme::Dark => "dark",
        }
    }

    /// The theme of that name; anything else is [`Theme::Auto`].
    #[must_use]
    pub fn of(id: &str) -> Self {
        let mut all = Theme::ALL.into_iter();
        all.find(|theme| theme.id() == id).unwrap_or_default()
    }
}

/// Something that happened.
#[derive(Debug)]
pub enum Action {
    /// The text was typed or pasted, and is this now.
    Text(String),
    /// The example is to be the text.
    Example,
    /// A file with these bytes was opened.
    File(Vec<u8>),
    /// Nothing is pasted any more.
    Clear,
    /// The task's CPU units are to be these.
    Cpu(String),
    /// The task's memory is to be this.
    Memory(String),
    /// A container's image is to be this.
    Image(String, String),
    /// The variable that is being written is this now.
    Draft(Variable),
    /// The variable that was written is to be set.
    Set,
    /// The environment variable at this place of the form is not to be set.
    Unset(usize),
    /// A copy was made, or refused.
    Copied(Copied),
    /// Speak this language.
    Lang(Lang),
    /// Look like this.
    Theme(Theme),
}

impl State {
    /// An empty page.
    #[must_use]
    pub fn new(lang: Lang, theme: Theme) -> Self {
        State {
            text: Rc::from(""),
            written: 0,
            file: None,
            form: Form::default(),
            lang,
            theme,
            outcome: Outcome::Empty,
            last: None,
            copy: None,
        }
    }

    /// The result of the text as it is now.
    #[must_use]
    pub fn conversion(&self) -> Option<&Shared<Conversion>> {
        self.last
            .as_ref()
            .filter(|_| self.outcome == Outcome::Converted)
    }

    fn first_container(&self) -> String {
        let last = self.last.as_ref();
        let first = last.and_then(|last| last.outline.containers.first());
        first.map(|first| first.name.clone()).unwrap_or_default()
    }

    fn write(&mut self, text: &str) {
        self.text = Rc::from(text);
        self.written += 1;
        self.form = Form::default();
    }

    /// Whether there is no result because an edit can't be made.
    #[must_use]
    pub fn is_edit_at_fault(&self) -> bool {
        matches!(&self.outcome, Outcome::Failed(failure) if matches!(**failure, Failure::Edit(_)))
    }

    fn pasted(&self) -> Result<Pasted<'_>, Unreadable> {
        match &self.file {
            Some(bytes) => Pasted::bytes(bytes),
            None => Ok(Pasted::text(&self.text)),
        }
    }

    fn converted(mut self) -> Self {
        self.copy = None;
        if self.file.is_none() && self.text.trim().is_empty() {
            self.outcome = Outcome::Empty;
            self.last = None;
            return self;
        }
        let options = Options {
            edits: self.form.edits(),
            lang: self.lang,
            ..Options::default()
        };
        let converted = self
            .pasted()
            .map_err(Failure::from)
            .and_then(|pasted| convert(&pasted, &options));
        match converted {
            Ok(conversion) => {
                self.last = Some(Shared::new(conversion));
                self.outcome = Outcome::Converted;
            }
            Err(failure) => self.outcome = Outcome::Failed(Shared::new(failure)),
        }
        self
    }
}

impl Reducible for State {
    type Action = Action;

    fn reduce(self: Rc<Self>, action: Action) -> Rc<Self> {
        let mut state = (*self).clone();
        match action {
            Action::Text(text) if *text == *self.text && self.file.is_none() => return self,
            Action::Text(text) => {
                if self.text.trim().is_empty() {
                    state.form = Form::default();
                }
                state.text = Rc::from(text);
                state.file = None;
            }
            Action::Example => {
                state.write(EXAMPLE);
                state.file = None;
            }
            Action::File(bytes) => {
                // What can't be read as text leaves the text that is there.
                if let Ok(pasted) = Pasted::bytes(&bytes) {
                    state.write(pasted.as_str());
                }
                state.file = Some(Rc::from(bytes));
            }
            Action::Clear => {
                state = State::new(self.lang, self.theme);
                state.written = self.written + 1;
                return Rc::new(state);
            }
            Action::Cpu(value) => state.form.cpu = value,
            Action::Memory(value) => state.form.memory = value,
            Action::Image(container, image) => {
                state.form.images.retain(|(name, _)| *name != container);
                state.form.images.push((container, image));
            }
            Action::Draft(variable) => {
                state.form.draft = variable;
                return Rc::new(state);
            }
            Action::Set => {
                let mut variable = std::mem::take(&mut state.form.draft);
                if variable.container.is_empty() {
                    variable.container = self.first_container();
                }
                let same = |old: &Variable| {
                    old.container == variable.container && old.name == variable.name
                };
                state.form.environment.retain(|old| !same(old));
                state.form.environment.push(variable);
            }
            Action::Unset(at) if at < state.form.environment.len() => {
                state.form.environment.remove(at);
            }
            Action::Unset(_) => {}
            Action::Copied(copied) => {
                state.copy = Some(copied);
                return Rc::new(state);
            }
            Action::Lang(lang) => state.lang = lang,
            Action::Theme(theme) => {
                state.theme = theme;
                return Rc::new(state);
            }
        }
        Rc::new(state.converted())
    }
}
