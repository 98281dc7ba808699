//! Every file of a way, with a README that says where each goes.

use std::fmt::Write as _;

use super::stacks::of_kind;
use super::text::WIDTH;
use super::{names, of};
use crate::convert::Conversion;
use crate::escape::escape;
use crate::generate::error::GenerateError;
use crate::generate::generated::Generated;
use crate::generate::head;
use crate::generate::request::{Format, Kind, PolicyFor, Request, Route, Starter, Trigger};
use crate::generate::scope::{Reader, Scope};
use crate::generate::wrap::wrap;
use crate::lang::{Lang, Localized};

/// A file of the set.
struct File {
    kind: Kind,
    /// Its name in the set, where the generator's own would be another file's too.
    name: Option<&'static str>,
    /// Where it goes.
    place: Localized,
}

const BUILDSPEC: File = File {
    kind: Kind::Buildspec,
    name: None,
    place: Localized {
        en: "at the top of the repository",
        ja: "リポジトリの直下に置きます",
    },
};

const PIPELINE: File = File {
    kind: Kind::Pipeline,
    name: None,
    place: Localized {
        en: "a stack, made once",
        ja: "一度だけ作成するスタックです",
    },
};

const RULE: File = File {
    kind: Kind::EventBridge(Trigger::Rule),
    name: None,
    place: Localized {
        en: "a stack, only if no rule starts the job yet",
        ja: "ジョブを起動するルールがまだない場合だけ作成するスタックです",
    },
};

const SCHEDULE: File = File {
    kind: Kind::EventBridge(Trigger::Schedule),
    name: None,
    place: Localized {
        en: "a stack, only if no schedule starts the job yet",
        ja: "ジョブを起動するスケジュールがまだない場合だけ作成するスタックです",
    },
};

const STATE_MACHINE: File = File {
    kind: Kind::EventBridge(Trigger::StateMachine),
    name: None,
    place: Localized {
        en: "a stack, only if no state machine runs the job yet",
        ja: "ジョブを実行するステートマシンがまだない場合だけ作成するスタックです",
    },
};

const ALERTS: File = File {
    kind: Kind::Alerts,
    name: None,
    place: Localized {
        en: "a stack, made once, that mails of runs that fail",
        ja: "失敗した実行をメールで知らせるスタックです。一度だけ作成します",
    },
};

const EXECUTION_ROLE: File = File {
    kind: Kind::Policy(PolicyFor::ExecutionRole),
    name: Some("execution-role.json"),
    place: Localized {
        en: "a policy for the task execution role, to compare with what it has",
        ja: "タスク実行ロールのポリシーです。今のものと見比べてください",
    },
};

const TASK_ROLE: File = File {
    kind: Kind::Policy(PolicyFor::TaskRole),
    name: Some("task-role.json"),
    place: Localized {
        en: "a policy for the task role, as far as the definition shows what it needs",
        ja: "タスクロールのポリシーです。タスク定義からわかる範囲のものです",
    },
};

const FILES: Localized = Localized {
    en: "Files",
    ja: "ファイル",
};

/// Makes every file that a request's way needs, and `README.md` as the last. A role that needs no right
/// has no file.
///
/// # Errors
/// It is not known what starts the job, or one of the files can't be made.
pub fn all(conversion: &Conversion, request: &Request) -> Result<Vec<Generated>, GenerateError> {
    let starter = names::starter(request)?;
    if starter == Starter::Unknown {
        return Err(GenerateError::NO_STARTER);
    }
    let mut request = request.clone();
    // Somebody has to name the service, if nobody has.
    let has_service = !request.services.is_empty();
    request.service_variable |= starter == Starter::Service && !has_service;
    let mut made = Vec::new();
    let mut listed = String::new();
    let scope = Scope::new(&conversion.outline, &request, "--all");
    for file in files(&request, starter) {
        if let Some(generated) = generated(file, conversion, &scope)? {
            list(&mut listed, &generated, file.place, request.lang);
            made.push(generated);
        }
    }
    let names: Vec<&str> = made.iter().map(|file| file.name.as_str()).collect();
    let mut readme = readme(conversion, &scope, &names)?;
    let title = FILES.text(request.lang);
    let _ = write!(readme.text, "\n## {title}\n\n{listed}");
    made.push(readme);
    Ok(made)
}

fn files(request: &Request, starter: Starter) -> Vec<&'static File> {
    let builds = request.route == Route::Pipeline;
    let mut files: Vec<&File> = Vec::new();
    files.extend(builds.then_some(&BUILDSPEC));
    // Before the pipeline, which asks for its role.
    files.extend(match starter {
        Starter::Rule => Some(&RULE),
        Starter::Schedule => Some(&SCHEDULE),
        Starter::StateMachine => Some(&STATE_MACHINE),
        Starter::Hand | Starter::Service | Starter::Unknown => None,
    });
    files.extend(builds.then_some(&PIPELINE));
    // ECS starts the tasks of a service again, and tells of deployments that fail.
    files.extend((starter != Starter::Service).then_some(&ALERTS));
    files.extend([&EXECUTION_ROLE, &TASK_ROLE]);
    files
}

/// A file, unless it is the policy of a role that needs no right.
fn generated(
    file: &File,
    conversion: &Conversion,
    scope: &Scope<'_>,
) -> Result<Option<Generated>, GenerateError> {
    let mut request = of_kind(scope, file.kind);
    request.format = match file.kind {
        Kind::Policy(_) => Format::Json,
        _ => Format::Yaml,
    };
    let maker = file.kind.maker();
    match maker.requested(conversion, &request, Reader::Set) {
        Ok(mut generated) => {
            if let Some(name) = file.name {
                name.clone_into(&mut generated.name);
            }
            Ok(Some(generated))
        }
        Err(refusal) if needs_nothing(&refusal) => Ok(None),
        Err(refusal) => Err(refusal),
    }
}

fn needs_nothing(refusal: &GenerateError) -> bool {
    [
        GenerateError::NOTHING_NEEDED,
        GenerateError::NOTHING_SHOWN,
        GenerateError::STILL_OPEN,
    ]
    .contains(refusal)
}

/// Adds a file to the list: its name, where it goes, and the notes on it.
fn list(out: &mut String, file: &Generated, place: Localized, lang: Lang) {
    let _ = writeln!(out, "- `{}`: {}", file.name, place.text(lang));
    for note in &file.notes {
        for line in wrap(&format!("- {note}"), WIDTH) {
            let _ = writeln!(out, "  {}", escape(&line));
        }
    }
}

/// `README.md`: the way, below a line that says how it was made.
pub(in crate::generate) fn readme(
    conversion: &Conversion,
    scope: &Scope<'_>,
    made: &[&str],
) -> Result<Generated, GenerateError> {
    let lang = scope.request.lang;
    let way = of(scope, made, conversion.report.errors())?;
    let family = escape(&way.family);
    let made_by = head::made_by(scope);
    Ok(Generated {
        name: "README.md".to_owned(),
        text: format!("# {family}\n\n{}\n\n{}", made_by.get(lang), way.text()),
        notes: Vec::new(),
    })
}
