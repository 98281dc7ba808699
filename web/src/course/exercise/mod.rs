//! The exercises: broken task definitions of our own making, each with three kinds of faults, which the
//! checker judges as somebody edits them.

use taskdef_core::catalog;
use taskdef_core::report::{Finding, Severity};
use taskdef_core::rule::Rule;
use taskdef_core::{Failure, Lang, Localized, Options, Pasted, check};

/// An exercise.
#[derive(Debug)]
pub struct Exercise {
    /// Its id in an address.
    pub id: &'static str,
    /// A heading.
    pub title: Localized,
    /// What the definition is for, and what is to be done.
    pub task: Localized,
    /// The text with the faults.
    pub broken: &'static str,
    /// The same without them.
    pub solved: &'static str,
    /// The ids of the rules that find the faults.
    pub faults: [&'static str; 3],
}

/// A kind of fault that is in a text.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Fault {
    /// The rule that finds it.
    pub rule: &'static Rule,
    /// Its lines in the text, from 1, in order.
    pub lines: Vec<u32>,
}

/// How many exercises there are.
pub const COUNT: usize = 3;

/// The exercises, in the order of learning.
pub static EXERCISES: [Exercise; COUNT] = [
    Exercise {
        id: "console-copy",
        title: Localized {
            en: "A copy from the console",
            ja: "コンソールからのコピー",
        },
        task: Localized {
            en: "A colleague sent you this copy of the console’s JSON and blacked out the account. Yours is \
                 `123456789012`. Make of it what `aws ecs register-task-definition` takes.",
            ja: "同僚が、コンソールの JSON をアカウント ID だけ伏せて送ってくれました。あなたのアカウント ID は \
                 `123456789012` です。`aws ecs register-task-definition` で登録できる形に直してください。",
        },
        broken: include_str!("console-copy.json"),
        solved: include_str!("console-copy.solved.json"),
        faults: ["read-only-field", "null-value", "redacted-account"],
    },
    Exercise {
        id: "fargate-task",
        title: Localized {
            en: "From an EC2 instance to Fargate",
            ja: "EC2 から Fargate への移行",
        },
        task: Localized {
            en: "This task ran on EC2 instances and is to run on Fargate, with half a vCPU as before. Its log is \
                 to go to the log group `/ecs/web` in `ap-northeast-1`.",
            ja: "EC2 で動いていたタスクを Fargate に移します。CPU はこれまでどおり 0.5 vCPU です。ログは \
                 `ap-northeast-1` のロググループ `/ecs/web` に送ってください。",
        },
        broken: include_str!("fargate-task.json"),
        solved: include_str!("fargate-task.solved.json"),
        faults: [
            "fargate-network-mode",
            "fargate-size-pair",
            "fargate-log-driver",
        ],
    },
    Exercise {
        id: "secret-and-roles",
        title: Localized {
            en: "A password and two roles",
            ja: "パスワードと 2 つのロール",
        },
        task: Localized {
            en: "The password is also in the parameter `/api/DB_PASSWORD` of SSM Parameter Store. The roles of \
                 this account `123456789012` are `api` for the program and `ecsTaskExecutionRole` for ECS.",
            ja: "パスワードは SSM パラメータストアの `/api/DB_PASSWORD` にも入っています。アカウント \
                 `123456789012` には、プログラム用の `api` と ECS 用の `ecsTaskExecutionRole` の 2 つの\
                 ロールがあります。",
        },
        broken: include_str!("secret-and-roles.json"),
        solved: include_str!("secret-and-roles.solved.json"),
        faults: ["plaintext-secret", "role-form", "execution-role-missing"],
    },
];

/// The kinds of faults that are left in a text, in the order of their first lines: what AWS or its CLI
/// refuses of it as it is, and warnings. Advice is no fault.
///
/// # Errors
/// The text can't be read as a task definition.
pub fn judge(text: &str, lang: Lang) -> Result<Vec<Fault>, Failure> {
    let options = Options {
        lang,
        ..Options::default()
    };
    let report = check(&Pasted::text(text), &options, true)?;
    let mut faults: Vec<Fault> = Vec::new();
    let is_fault = |finding: &&Finding| finding.severity > Severity::Advice;
    for finding in report.findings.iter().filter(is_fault) {
        let line = finding.position.map(|position| position.line);
        match faults
            .iter_mut()
            .find(|fault| *fault.rule == *finding.about)
        {
            Some(fault) => fault.lines.extend(line),
            None => faults.push(Fault {
                rule: finding.about,
                lines: line.into_iter().collect(),
            }),
        }
    }
    for fault in &mut faults {
        fault.lines.sort_unstable();
        fault.lines.dedup();
    }
    faults.sort_by_key(|fault| fault.lines.first().copied());
    Ok(faults)
}

impl Exercise {
    /// The rules that find its faults.
    pub fn rules(&self) -> impl Iterator<Item = &'static Rule> {
        self.faults.iter().filter_map(|id| catalog::find(id))
    }
}

#[cfg(test)]
mod tests {
    use super::{EXERCISES, judge};
    use taskdef_core::Lang;

    fn kinds(text: &str) -> Vec<&'static str> {
        let faults = judge(text, Lang::En).unwrap_or_default();
        let mut ids: Vec<_> = faults.iter().map(|fault| fault.rule.id).collect();
        ids.sort_unstable();
        ids
    }

    #[test]
    fn what_is_broken_has_exactly_its_faults_and_what_is_solved_has_none() {
        for exercise in &EXERCISES {
            let mut faults = exercise.faults;
            faults.sort_unstable();
            assert_eq!(kinds(exercise.broken), faults, "{}", exercise.id);
            assert!(judge(exercise.solved, Lang::En).is_ok(), "{}", exercise.id);
            assert_eq!(kinds(exercise.solved), [""; 0], "{}", exercise.id);
            assert_eq!(exercise.rules().count(), faults.len());
            // Only what is at fault differs: most lines are the same.
            let solved: Vec<&str> = exercise.solved.lines().collect();
            let lines = exercise.broken.lines();
            let gone = lines.filter(|line| !solved.contains(line)).count();
            assert!((3..=8).contains(&gone), "{}: {gone}", exercise.id);
        }
    }

    #[test]
    fn each_kind_counts_once_with_all_its_lines() {
        let faults = judge(EXERCISES[0].broken, Lang::En).unwrap_or_default();
        let lines: Vec<_> = faults.iter().map(|fault| &fault.lines[..]).collect();
        assert_eq!(lines, [&[2, 4, 5][..], &[6, 17], &[7, 15]]);
        assert!(judge("{", Lang::En).is_err());
        // A new fault counts as well.
        let other = EXERCISES[1]
            .solved
            .replace("/ecs/web", "")
            .replace("\"name\"", "\"nam\"");
        assert!(!kinds(&other).is_empty());
    }
}
