//! The page's own words. Those of rules and errors are the core's.

mod en;
mod ja;
mod learn;

use taskdef_core::rule_texts::{self, RuleWords};
use taskdef_core::{Lang, Mend};

pub use learn::{LearnWords, learn};
/// The steps of the guided tour.
pub const TOUR: usize = 10;

/// Everything the page says, in one language. A missing text does not compile.
#[derive(Debug)]
#[allow(missing_docs)]
pub struct Words {
    pub code: &'static str,
    pub tagline: &'static str,
    pub language: &'static str,
    pub theme: &'static str,
    pub themes: [&'static str; 3],
    pub title: &'static str,
    pub hint: &'static str,
    pub paste_label: &'static str,
    pub paste_keys: &'static str,
    pub pasted: &'static str,
    pub example: &'static str,
    pub open: &'static str,
    pub clear: &'static str,
    pub kept_before: fn(usize) -> String,
    pub bring_back: &'static str,
    pub stray: &'static str,
    pub stray_use: &'static str,
    pub sample: &'static str,
    pub console_json: &'static str,
    pub registered_json: &'static str,
    pub refusal: &'static str,
    pub privacy: &'static str,
    pub how: &'static str,
    pub how_text: &'static str,
    pub ready: &'static str,
    pub to_check: fn(usize) -> String,
    pub unread: fn(u32) -> String,
    pub not_read: &'static str,
    pub stale: &'static str,
    pub place: fn(u32, u32) -> String,
    pub line: fn(u32) -> String,
    pub copy: &'static str,
    pub copied: fn(usize) -> String,
    pub not_copied: &'static str,
    pub download: &'static str,
    pub removed: &'static str,
    pub added: &'static str,
    pub mended: fn(usize) -> String,
    pub source: &'static str,
    pub cpu: &'static str,
    pub memory: &'static str,
    pub image: &'static str,
    pub add_variable: &'static str,
    pub container: &'static str,
    pub containers: fn(usize, usize) -> String,
    pub name: &'static str,
    pub value: &'static str,
    pub add: &'static str,
    pub tabs: [&'static str; 3],
    pub zip: &'static str,
    pub lesson: &'static str,
    pub every_line: &'static str,
    pub keys: &'static str,
    pub kept_lines: fn(usize, &str) -> String,
    pub removed_lines: fn(usize, &str) -> String,
    pub before: &'static str,
    pub after: &'static str,
    pub and: &'static str,
    pub comma: &'static str,
    pub show: &'static str,
    pub hide: &'static str,
    pub marks: &'static str,
    pub filter_to_check: &'static str,
    pub fixed: &'static str,
    pub moved: &'static str,
    pub edited: &'static str,
    pub warning: &'static str,
    pub error: &'static str,
    pub previous: &'static str,
    pub next: &'static str,
    pub close: &'static str,
    pub if_stayed: &'static str,
    pub if_stayed_example: &'static str,
    pub what_to_do: &'static str,
    pub learn_rule: &'static str,
    pub keep_placeholder: &'static str,
    pub not_secret: &'static str,
    pub filled_later: &'static str,
    pub accept: &'static str,
    pub panels: [&'static str; 2],
    pub undo: &'static str,
    pub redo: &'static str,
    pub edits: fn(usize) -> String,
    pub size: &'static str,
    pub memory_range: fn(&str, &str, &str) -> String,
    pub variables: &'static str,
    pub kind: &'static str,
    pub remove: &'static str,
    pub move_to_secrets: &'static str,
    pub secret_steps: &'static str,
    pub value_from: &'static str,
    pub more: &'static str,
    pub two_roles: &'static str,
    pub task_role: &'static str,
    pub execution_role: &'static str,
    pub log_group: &'static str,
    pub tag: &'static str,
    pub same_edits: &'static str,
    pub copy_file: &'static str,
    pub files: &'static str,
    pub deploy_moves: &'static str,
    pub moves_nothing: &'static str,
    pub name_moved: &'static str,
    /// The cluster, services, rules and schedules, each with what to type there.
    pub moved_fields: [(&'static str, &'static str); 4],
    pub where_it_goes: [&'static str; 7],
    pub compare_title: &'static str,
    pub compare_hint: &'static str,
    pub old: &'static str,
    pub new: &'static str,
    pub where_: &'static str,
    pub compare_own: &'static str,
    pub taken: &'static str,
    pub changed: &'static str,
    pub no_difference: &'static str,
    pub differences: fn(usize) -> String,
    pub uncounted: fn(usize) -> String,
    pub model: &'static str,
    pub lines: fn(usize) -> String,
    pub now: &'static str,
    pub why: &'static str,
    pub choose_a_line: &'static str,
    pub kept: &'static str,
    pub what_it_is: &'static str,
    pub this_value: &'static str,
    pub fargate_sizes: &'static str,
    pub larger_sizes: &'static str,
    pub aws_page: &'static str,
    pub task_itself: &'static str,
    pub unknown_member: &'static str,
    pub quiet_container: fn(&str, usize) -> String,
    pub enter_image: &'static str,
    pub edit_there: &'static str,
    pub was: fn(&str) -> String,
    pub memory_followed: fn(&str, &str, &str) -> String,
    pub tour: &'static str,
    pub start_tour: &'static str,
    pub end_tour: &'static str,
    pub tour_gives_back: &'static str,
    pub tour_steps: [[&'static str; 2]; TOUR],
    pub copy_link: &'static str,
    pub link_copied: &'static str,
    pub link_not_copied: &'static str,
    pub show_values: &'static str,
    pub one_file: &'static str,
    pub guides: &'static str,
    /// Where the guides in this language are.
    pub guides_at: &'static str,
    pub converting: &'static str,
    pub loading: &'static str,
    pub not_loaded: &'static str,
    pub still_open: fn(usize) -> String,
    pub downloaded: fn(usize) -> String,
    pub as_it_is: &'static str,
    pub fix_all: fn(&str, usize) -> String,
    pub move_all: fn(usize) -> String,
    pub places: fn(usize) -> String,
    pub more_places: fn(usize) -> String,
    pub all_checks: fn(usize) -> String,
    pub fewer_checks: &'static str,
    pub to_checks: &'static str,
    pub also_here: &'static str,
    pub fill_in: &'static str,
    pub blanks: [&'static str; 3],
    pub blanks_left: &'static str,
    pub fill_everywhere: &'static str,
    pub shortcuts: &'static str,
    pub dock: [&'static str; 5],
    pub of: &'static str,
    pub first_alone: &'static str,
    pub compare_both: &'static str,
    pub read_as: fn(&str) -> String,
    pub mend: fn(&Mend) -> String,
    pub bounds: [&'static str; 2],
    pub classes: [&'static str; 10],
}

impl PartialEq for Words {
    fn eq(&self, other: &Self) -> bool {
        self.code == other.code
    }
}

impl Words {
    /// Whether the result is ready, with so many things to check.
    #[must_use]
    pub fn verdict(&self, to_check: usize) -> String {
        match to_check {
            0 => self.ready.to_owned(),
            count => (self.to_check)(count),
        }
    }
}

/// All that is said in one language. Only its own part of the wasm may name it.
#[derive(Debug)]
pub struct Language {
    /// Which one.
    pub lang: Lang,
    /// The page's own words.
    pub words: &'static Words,
    /// The rules' words.
    pub rules: &'static RuleWords,
}

impl PartialEq for Language {
    fn eq(&self, other: &Self) -> bool {
        self.lang == other.lang
    }
}

/// All that is said in English.
pub static ENGLISH: Language = Language {
    lang: Lang::En,
    words: &en::EN,
    rules: &rule_texts::ENGLISH,
};

/// All that is said in Japanese.
pub static JAPANESE: Language = Language {
    lang: Lang::Ja,
    words: &ja::JA,
    rules: &rule_texts::JAPANESE,
};
