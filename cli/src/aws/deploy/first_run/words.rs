//! What is told of a run before anything moves, and of how to go on.

use taskdef_core::Lang;

use super::Start;
use crate::aws::deploy::deployer::Deployer;
use crate::aws::deploy::outcome::{FirstRun, FirstRunState, Task};
use crate::aws::deploy::run_once::TaskEnd;
use crate::reported::ReportedError;
use crate::status::Status;
use crate::text::text;

/// A family among others that are run first.
pub(super) struct Others<'a> {
    pub(super) family: &'a str,
    /// Those whose run succeeded.
    pub(super) done: &'a [String],
    /// Those that were not reached.
    pub(super) left: &'a [String],
}

impl Others<'_> {
    /// What to do once the task of this family has exited with 0.
    fn once_it_exited(&self, lang: Lang) -> String {
        if self.left.is_empty() {
            return text!(
                lang,
                "Once it has exited with 0, run the same command again without --run-first and its command.",
                "終了コード 0 で終了したら、--run-first とそのコマンドを付けずに、同じコマンドをもう一度実行してください。"
            );
        }
        let done = self.done.iter().map(String::as_str).chain([self.family]);
        let (done, left) = (done.collect::<Vec<_>>().join(", "), self.left.join(", "));
        text!(
            lang,
            "Once it has exited with 0, deploy {done} without --run-first and its command, and {left} with it: \
             the same command would run again what is done.",
            "終了コード 0 で終了したら、{done} は --run-first とそのコマンドを付けずに、{left} は付けてデプロイしてください。\
             同じコマンドでは、済んだものがもう一度実行されます。"
        )
    }

    /// What to do once what made it fail is put right.
    fn once_it_is_put_right(&self, lang: Lang) -> String {
        if self.done.is_empty() {
            return text!(
                lang,
                "Once its cause is put right, run the same command again.",
                "原因を取り除いてから、同じコマンドをもう一度実行してください。"
            );
        }
        let left = [self.family]
            .into_iter()
            .chain(self.left.iter().map(String::as_str));
        let (done, left) = (self.done.join(", "), left.collect::<Vec<_>>().join(", "));
        text!(
            lang,
            "Once its cause is put right, deploy {left} again with --run-first, and {done} without it: the \
             same command would run again what is done.",
            "原因を取り除いてから、{left} は --run-first を付けて、{done} は付けずにデプロイしてください。\
             同じコマンドでは、済んだものがもう一度実行されます。"
        )
    }
}

impl Deployer<'_> {
    /// Why nothing was moved, and what to do next; `None` if the task succeeded.
    pub(super) fn nothing_moved(
        &self,
        task: Option<&Task>,
        end: TaskEnd,
        others: &Others<'_>,
    ) -> Option<ReportedError> {
        let lang = self.aws.lang;
        let arn = task.map(|task| &*task.arn).unwrap_or_default();
        let (status, message) = match (end, task) {
            (TaskEnd::Succeeded, _) => return None,
            (TaskEnd::Lost(error), None) => return Some(*error),
            (TaskEnd::Lost(error), Some(_)) => {
                let (failed, on) = (&error.message, others.once_it_exited(lang));
                let message = text!(
                    lang,
                    "{failed}\nThe task of --run-first may still run, so nothing was moved: {arn}\n{on}",
                    "{failed}\n--run-first のタスクはまだ実行中かもしれないため、何も切り替えていません: {arn}\n{on}"
                );
                return Some(ReportedError { message, ..*error });
            }
            (TaskEnd::Failed, task) => {
                let how = task
                    .map(|task| self.how_it_failed(task))
                    .unwrap_or_default();
                let why = task.map(|task| self.why(task)).unwrap_or_default();
                let on = others.once_it_is_put_right(lang);
                let message = text!(
                    lang,
                    "the task of --run-first {how}, so nothing was moved: no service, no rule, no \
                     schedule{why}\n{on}",
                    "--run-first のタスクが{how}ため、サービスもルールもスケジュールも切り替えていません{why}\n{on}"
                );
                (Status::DeploymentFailed, message)
            }
            (TaskEnd::StillRuns(status), _) => {
                let on = others.once_it_exited(lang);
                let message = text!(
                    lang,
                    "the task of --run-first still runs, so nothing was moved: {arn}\n{on}",
                    "--run-first のタスクがまだ実行中のため、何も切り替えていません: {arn}\n{on}"
                );
                (status, message)
            }
        };
        Some(ReportedError::new(status, message))
    }

    pub(super) fn first_run_as(
        &self,
        start: &Start,
        state: FirstRunState,
        task: Option<Task>,
    ) -> FirstRun {
        let lang = self.aws.lang;
        let arn = task.as_ref().map(|task| &task.arn);
        let told = match (state, &start.like, arn) {
            (FirstRunState::Planned, Some(like), _) => text!(
                lang,
                "would be run once before anything moves, started like {like}",
                "切り替えの前に、{like} と同じ設定で 1 回実行する予定です"
            ),
            (FirstRunState::Planned, None, _) => text!(
                lang,
                "would be run once before anything moves",
                "切り替えの前に 1 回実行する予定です"
            ),
            (FirstRunState::Succeeded, _, Some(arn)) => text!(
                lang,
                "was run first, and exited with 0: {arn}",
                "先に実行し、終了コード 0 で終了しました: {arn}"
            ),
            (_, _, Some(arn)) => text!(lang, "was started first: {arn}", "先に起動しました: {arn}"),
            (FirstRunState::Error, _, None) => text!(
                lang,
                "whether a task was started first is not known",
                "事前実行のタスクが起動したかどうかは確認できていません"
            ),
            (_, _, None) => text!(
                lang,
                "no task was started first",
                "事前実行のタスクは起動していません"
            ),
        };
        FirstRun {
            state,
            like: start.like.clone(),
            task,
            told,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::{Lang, Others};
    use crate::text::assert_japanese;

    #[test]
    fn what_is_done_is_not_run_again() {
        let names = ["a", "b", "c", "d"].map(str::to_owned);
        let others = |at: usize| Others {
            family: &names[at],
            done: &names[..at],
            left: &names[at + 1..],
        };
        for (at, exited, right) in [
            (
                0,
                "deploy a without --run-first",
                "run the same command again.",
            ),
            (
                1,
                "deploy a, b without",
                "deploy b, c, d again with --run-first, and a without",
            ),
            (
                3,
                "run the same command again without",
                "deploy d again with --run-first, and a, b, c",
            ),
        ] {
            let others = others(at);
            assert!(others.once_it_exited(Lang::En).contains(exited), "{at}");
            assert!(
                others.once_it_is_put_right(Lang::En).contains(right),
                "{at}"
            );
            assert_japanese(&others.once_it_exited(Lang::Ja));
            assert_japanese(&others.once_it_is_put_right(Lang::Ja));
        }
    }
}
