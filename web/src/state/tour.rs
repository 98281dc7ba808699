//! The guided tour: six steps through the article's example.

use taskdef_core::Localized;
use taskdef_core::rule::Rule;
use taskdef_core::rules::{NULL_VALUE, PLACEHOLDER, READ_ONLY_FIELD};

use super::{Analysis, Panel, UiState};

/// A step of the tour.
#[derive(Debug)]
pub struct Step {
    /// Its heading.
    pub title: Localized,
    /// Its explanation.
    pub text: Localized,
    /// What it shows.
    pub shows: Shows,
}

/// What a step shows.
#[derive(Debug, Clone, Copy)]
pub enum Shows {
    /// Nothing in particular.
    Nothing,
    /// The first line that is marked by this rule; of several, the one with this key, if there is one.
    Line(&'static Rule, &'static str),
    /// This panel, and this file in it, an index into [`NAMES`](crate::downloads::NAMES).
    Panel(Panel, usize),
}

/// The tour.
pub static STEPS: [Step; 6] = [
    Step {
        title: Localized {
            en: "This is what the console shows",
            ja: "コンソールに表示される JSON です",
        },
        text: Localized {
            en: "It describes a revision that is already registered, so AWS refuses it as the input \
                 of a new one. Each marked line has its reason: choose it to read on.",
            ja: "登録済みのリビジョンを表示したものなので、そのまま新しい登録の入力に使うと AWS に断られます。\
                 印のある行には、それぞれ理由があります。",
        },
        shows: Shows::Nothing,
    },
    Step {
        title: Localized {
            en: "AWS’s own fields are removed",
            ja: "AWS が付けた項目は取り除きます",
        },
        text: Localized {
            en: "ARN, revision, status and the attributes that AWS computes are output only. \
                 They are struck out, and are not in the result.",
            ja: "ARN、リビジョン番号、状態、AWS が計算した条件などは出力専用です。\
                 打ち消し線で示し、結果から取り除きます。",
        },
        shows: Shows::Line(&READ_ONLY_FIELD, "\"revision\""),
    },
    Step {
        title: Localized {
            en: "null means “not set”",
            ja: "null は「指定なし」です",
        },
        text: Localized {
            en: "The console writes every field that is not set. The AWS CLI refuses a null, and \
                 leaving the field out means the same.",
            ja: "コンソールは指定のない項目もすべて表示します。AWS CLI は null を受け付けず、\
                 項目を書かないことと意味は同じです。",
        },
        shows: Shows::Line(&NULL_VALUE, ""),
    },
    Step {
        title: Localized {
            en: "A placeholder is not an image",
            ja: "イメージが仮の値のままです",
        },
        text: Localized {
            en: "Only CodeDeploy replaces `<IMAGE1_NAME>`. Without it the task fails to start, so \
                 enter a real image here.",
            ja: "`<IMAGE1_NAME>` を置き換えるのは CodeDeploy だけです。CodeDeploy を使わないと\
                 タスクが起動しないので、実際のイメージを書きます。",
        },
        shows: Shows::Line(&PLACEHOLDER, ""),
    },
    Step {
        title: Localized {
            en: "Edit what you want to change",
            ja: "変えたいところを編集します",
        },
        text: Localized {
            en: "Size, image, environment variables: no JSON needed. Each edit shows in the lines, \
                 can be undone, and is listed below as a command for your build.",
            ja: "サイズ、イメージ、環境変数を、JSON を書かずに変えられます。編集は左の行に現れ、元に戻せます。\
                 下には、同じことをするコマンドが並びます。",
        },
        shows: Shows::Panel(Panel::Edit, 0),
    },
    Step {
        title: Localized {
            en: "Take it to your pipeline",
            ja: "パイプラインに組み込みます",
        },
        text: Localized {
            en: "Commit `taskdef-update.json` and `buildspec.yml`. CodeBuild registers the new \
                 revision and updates the service: the next batch run uses it.",
            ja: "`taskdef-update.json` と `buildspec.yml` をコミットします。CodeBuild が新しいリビジョンを\
                 登録してサービスを更新し、次のバッチ実行から使われます。",
        },
        shows: Shows::Panel(Panel::Downloads, 1),
    },
];

impl UiState {
    /// Goes to a step of the tour and shows what belongs to it; [`None`] ends the tour.
    pub(crate) fn show_step(&mut self, step: Option<usize>, analysis: &Analysis) {
        self.tour = step;
        self.chosen = None;
        match step.and_then(|step| STEPS.get(step)).map(|step| step.shows) {
            Some(Shows::Line(rule, key)) => {
                let marks = analysis.layout.marks.iter();
                let rows = marks
                    .filter(|mark| analysis.details(mark).rule == rule)
                    .map(|mark| mark.row);
                let rows: Vec<usize> = rows.collect();
                let named = |row: &&usize| analysis.lesson.rows[**row].key == key;
                if let Some(&row) = rows.iter().find(named).or(rows.first()) {
                    self.choose(row, &analysis.layout);
                }
            }
            Some(Shows::Panel(panel, file)) => {
                self.panel = panel;
                self.file = file;
            }
            Some(Shows::Nothing) | None => {}
        }
    }
}
