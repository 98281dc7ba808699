//! The words for the values of options, as the command line writes them.

use js_sys::TypeError;
use taskdef_core::Lang;
use taskdef_core::generate::{Builder, Format, Kind, PolicyFor, Source, Style, Trigger};
use wasm_bindgen::JsValue;

/// The words for the values of an argument.
pub(super) struct Words<T: 'static> {
    argument: &'static str,
    values: &'static [(&'static str, T)],
}

impl<T: Copy> Words<T> {
    /// The value that a word stands for.
    ///
    /// # Errors
    /// There is no such word.
    pub(super) fn value(&self, word: &str) -> Result<T, JsValue> {
        match self.values.iter().find(|(name, _)| *name == word) {
            Some((_, value)) => Ok(*value),
            None => Err(self.refuse(word)),
        }
    }

    /// The value of an option: the usual one where it is left out.
    ///
    /// # Errors
    /// There is no such word.
    pub(super) fn option(&self, word: Option<&str>) -> Result<T, JsValue>
    where
        T: Default,
    {
        word.map_or_else(|| Ok(T::default()), |word| self.value(word))
    }

    fn refuse(&self, word: &str) -> JsValue {
        let known: Vec<&str> = self.values.iter().map(|(name, _)| *name).collect();
        let message = format!(
            "`{}` can't be `{word}`; there is `{}`",
            self.argument,
            known.join("`, `")
        );
        TypeError::new(&message).into()
    }
}

/// The languages of messages.
pub(super) static LANG: Words<Lang> = Words {
    argument: "lang",
    values: &[("en", Lang::En), ("ja", Lang::Ja)],
};

/// The files.
pub(super) static KIND: Words<Kind> = Words {
    argument: "kind",
    values: &[
        ("buildspec", Kind::Buildspec),
        ("policy", Kind::Policy(PolicyFor::CodeBuild)),
        ("pipeline", Kind::Pipeline),
        ("appspec", Kind::AppSpec),
        ("imagedefinitions", Kind::ImageDefinitions),
        ("imagedetail", Kind::ImageDetail),
        ("taskdef", Kind::TaskDefinition),
        ("eventbridge", Kind::EventBridge(Trigger::Schedule)),
    ],
};

/// Who a policy is for.
pub(super) static FOR: Words<For> = Words {
    argument: "for",
    values: &[
        ("codebuild", PolicyFor::CodeBuild),
        ("execution-role", PolicyFor::ExecutionRole),
        ("task-events", PolicyFor::TaskEvents),
        ("batch", PolicyFor::Batch),
    ],
};

/// What starts a task.
pub(super) static BY: Words<Trigger> = Words {
    argument: "by",
    values: &[("rule", Trigger::Rule), ("schedule", Trigger::Schedule)],
};

/// How a template is written.
pub(super) static FORMAT: Words<Format> = Words {
    argument: "format",
    values: &[("yaml", Format::Yaml), ("json", Format::Json)],
};

/// How a policy is written: alone, or in a template with its role.
pub(super) static POLICY_FORMAT: Words<Format> = Words {
    argument: "format",
    values: &[("json", Format::Json), ("cloudformation", Format::Yaml)],
};

/// What registers and deploys.
pub(super) static STYLE: Words<Style> = Words {
    argument: "style",
    values: &[("aws-cli", Style::AwsCli), ("taskdef", Style::Taskdef)],
};

/// What builds before `docker build`.
pub(super) static BUILDER: Words<Builder> = Words {
    argument: "builder",
    values: &[
        ("maven", Builder::Maven),
        ("gradle", Builder::Gradle),
        ("node", Builder::Node),
        ("docker", Builder::Docker),
        ("none", Builder::None),
    ],
};

/// Where a pipeline takes its source from.
pub(super) static SOURCE: Words<Source> = Words {
    argument: "source",
    values: &[
        ("codecommit", Source::CodeCommit),
        ("connection", Source::Connection),
    ],
};
