//! Arguments with a fixed set of values, named as on the command line.

use js_sys::TypeError;
use taskdef_core::Lang;
use taskdef_core::generate::{Builder, Format, Kind, PolicyFor, Source, Style, Trigger};
use wasm_bindgen::JsValue;

/// The values of an argument, by name.
pub(super) struct Choices<T: 'static> {
    argument: &'static str,
    values: &'static [(&'static str, T)],
}

impl<T: Copy> Choices<T> {
    /// The value of this name.
    ///
    /// # Errors
    /// No value has this name; the `TypeError` lists those that there are.
    pub(super) fn parse(&self, name: &str) -> Result<T, JsValue> {
        match self.values.iter().find(|(known, _)| *known == name) {
            Some((_, value)) => Ok(*value),
            None => Err(self.unknown(name)),
        }
    }

    /// The value of an option that may be left out.
    ///
    /// # Errors
    /// As [`Choices::parse`].
    pub(super) fn parse_or_default(&self, name: Option<&str>) -> Result<T, JsValue>
    where
        T: Default,
    {
        name.map_or_else(|| Ok(T::default()), |name| self.parse(name))
    }

    fn unknown(&self, name: &str) -> JsValue {
        let known: Vec<&str> = self.values.iter().map(|(name, _)| *name).collect();
        let message = format!(
            "`{}` can't be `{name}`; there is `{}`",
            self.argument,
            known.join("`, `")
        );
        TypeError::new(&message).into()
    }
}

/// The languages of messages.
pub(super) static LANG: Choices<Lang> = Choices {
    argument: "lang",
    values: &[("en", Lang::En), ("ja", Lang::Ja)],
};

/// The kinds of files.
pub(super) static KIND: Choices<Kind> = Choices {
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

/// The principal that a policy is for.
pub(super) static FOR: Choices<PolicyFor> = Choices {
    argument: "for",
    values: &[
        ("codebuild", PolicyFor::CodeBuild),
        ("execution-role", PolicyFor::ExecutionRole),
        ("task-events", PolicyFor::TaskEvents),
        ("batch", PolicyFor::Batch),
    ],
};

/// What starts the task.
pub(super) static BY: Choices<Trigger> = Choices {
    argument: "by",
    values: &[("rule", Trigger::Rule), ("schedule", Trigger::Schedule)],
};

/// The format of a template.
pub(super) static FORMAT: Choices<Format> = Choices {
    argument: "format",
    values: &[("yaml", Format::Yaml), ("json", Format::Json)],
};

/// The format of a policy: the document alone, or a template with its role.
pub(super) static POLICY_FORMAT: Choices<Format> = Choices {
    argument: "format",
    values: &[("json", Format::Json), ("cloudformation", Format::Yaml)],
};

/// The tool that registers and deploys.
pub(super) static STYLE: Choices<Style> = Choices {
    argument: "style",
    values: &[("aws-cli", Style::AwsCli), ("taskdef", Style::Taskdef)],
};

/// The build tool that runs before `docker build`.
pub(super) static BUILDER: Choices<Builder> = Choices {
    argument: "builder",
    values: &[
        ("maven", Builder::Maven),
        ("gradle", Builder::Gradle),
        ("node", Builder::Node),
        ("docker", Builder::Docker),
        ("none", Builder::None),
    ],
};

/// The source of a pipeline.
pub(super) static SOURCE: Choices<Source> = Choices {
    argument: "source",
    values: &[
        ("codecommit", Source::CodeCommit),
        ("connection", Source::Connection),
    ],
};
