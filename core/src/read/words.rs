//! The id and the message of a [`Problem`].

use std::borrow::Cow;

use super::problem::{Encoding, Problem};
use crate::lang::{Lang, Localized};

impl Problem {
    /// A stable id, as in the JSON report.
    #[must_use]
    pub fn id(self) -> &'static str {
        match self {
            Problem::Empty => "empty-text",
            Problem::Encoding(_) => "encoding",
            Problem::LoneSurrogate => "lone-surrogate",
            Problem::HalfCharacter => "half-character",
            Problem::TooLong => "too-long",
            Problem::TooManyValues => "too-many-values",
            Problem::TooDeep => "too-deep",
            Problem::ExpectedValue => "expected-value",
            Problem::ExpectedKey { .. } => "expected-key",
            Problem::ExpectedColon => "expected-colon",
            Problem::ExpectedCommaOrBrace { .. } => "expected-comma-or-brace",
            Problem::ExpectedCommaOrBracket { .. } => "expected-comma-or-bracket",
            Problem::UnclosedObject { .. } => "unclosed-object",
            Problem::UnclosedList { .. } => "unclosed-list",
            Problem::UnclosedString => "unclosed-string",
            Problem::UnclosedComment => "unclosed-comment",
            Problem::ControlCharacter => "control-character-in-string",
            Problem::BadEscape => "bad-escape",
            Problem::JqTemplate => "jq-template",
            Problem::BadNumber => "bad-number",
            Problem::MemberInList => "member-in-list",
            Problem::Excerpt => "excerpt",
            Problem::MissingOpening => "missing-opening",
            Problem::UnopenedKey { .. } => "unopened-key",
            Problem::TrailingText => "trailing-text",
            Problem::SecondDocument => "second-document",
            Problem::Yaml => "yaml",
            Problem::Output => "output-format",
            Problem::Terraform => "terraform",
            Problem::Jsonnet => "jsonnet",
            Problem::Template => "template",
            Problem::ToReplace => "to-replace",
            Problem::Printout => "printout",
            Problem::Cut => "cut-off",
            Problem::Html => "html",
            Problem::Conflict => "merge-conflict",
            Problem::Diff => "diff",
            Problem::EscapedJson => "escaped-json",
            Problem::Arn => "arn",
            Problem::Command => "command",
            Problem::AwsError => "aws-error",
            Problem::NoText(_) => "no-text",
            Problem::NoJson => "no-json",
        }
    }

    /// The byte at which the unfinished list or object opens.
    pub(crate) fn opened(self) -> Option<u32> {
        match self {
            Problem::ExpectedKey { opened }
            | Problem::ExpectedCommaOrBrace { opened }
            | Problem::ExpectedCommaOrBracket { opened }
            | Problem::UnclosedObject { opened }
            | Problem::UnclosedList { opened } => Some(opened),
            _ => None,
        }
    }

    /// Whether the unfinished value is a list.
    pub(crate) fn is_in_list(self) -> bool {
        matches!(
            self,
            Problem::ExpectedCommaOrBracket { .. } | Problem::UnclosedList { .. }
        )
    }

    /// What is wrong, what was expected, and how to fix it.
    #[must_use]
    pub fn message(self, lang: Lang) -> Cow<'static, str> {
        match (self, lang) {
            (Problem::SecondDocument, Lang::En) => Cow::Owned(format!(
                "{}, or one a line with --lines",
                self.plain_message(lang)
            )),
            (Problem::SecondDocument, Lang::Ja) => Cow::Owned(format!(
                "{}（1 行に 1 つ書いて --lines を使うこともできます）",
                self.plain_message(lang)
            )),
            _ => self.plain_message(lang),
        }
    }

    /// The same for somebody without a command line: it names no option of taskdef.
    #[must_use]
    pub fn plain_message(self, lang: Lang) -> Cow<'static, str> {
        match self {
            Problem::Encoding(encoding) => Cow::Owned(encoding.message(lang)),
            Problem::NoText(kind) => Cow::Owned(match lang {
                Lang::En => format!("this is no text but {}", kind.en),
                Lang::Ja => format!("テキストファイルではありません（{}）", kind.ja),
            }),
            Problem::UnopenedKey { meant: Some(key) } => {
                let words = self.words().text(lang);
                Cow::Owned(match lang {
                    Lang::En => format!("{words}; write \"{key}\":"),
                    Lang::Ja => format!("{words}。\"{key}\": と書いてください"),
                })
            }
            _ => Cow::Borrowed(self.words().text(lang)),
        }
    }

    #[expect(clippy::too_many_lines, reason = "one row a problem")]
    fn words(self) -> Localized {
        let (en, ja) = match self {
            Problem::Empty | Problem::Encoding(_) | Problem::NoText(_) => (
                "there is nothing here; paste a task definition",
                "何もありません。タスク定義を貼り付けてください",
            ),
            Problem::LoneSurrogate => (
                "half of a character stands here; write it again, or save the text as UTF-8",
                "ここに文字の半分があります。書き直すか、UTF-8 で保存し直してください",
            ),
            Problem::HalfCharacter => (
                "the text ends in the middle of a character; save all of it as UTF-8",
                "文字の途中で終わっています。全体を UTF-8 で保存し直してください",
            ),
            Problem::TooLong => (
                "the text is longer than 1 MiB; ECS takes 64 KiB",
                "テキストが 1 MiB を超えています。ECS のタスク定義は 64 KiB までです",
            ),
            Problem::TooManyValues => (
                "there are more than 20,000 values; ECS takes 64 KiB",
                "値が 20,000 個を超えています。ECS のタスク定義は 64 KiB までです",
            ),
            Problem::TooDeep => (
                "lists and objects nest deeper than 128 levels; ECS needs seven",
                "リストとオブジェクトが 128 段より深く入れ子になっています",
            ),
            Problem::ExpectedValue => (
                "a value should stand here, such as \"text\", 1, true, [ or {",
                "ここには値が来るはずです（\"文字列\"、1、true、[、{ など）",
            ),
            Problem::ExpectedKey { .. } => (
                "a member's key should stand here, in quotes, or `}`",
                "ここには引用符で囲んだキーか「}」が来るはずです",
            ),
            Problem::ExpectedColon => (
                "a `:` should stand here, between the key and its value",
                "ここには、キーと値のあいだの「:」が来るはずです",
            ),
            Problem::ExpectedCommaOrBrace { .. } => (
                "a `,` or `}` should stand here; look for a stray quote or a missing comma, here or just before",
                "ここには「,」か「}」が来るはずです。ここか直前に、余分な引用符や「,」の抜けがないか確認してください",
            ),
            Problem::ExpectedCommaOrBracket { .. } => (
                "a `,` or `]` should stand here; look for a stray quote or a missing comma, here or just before",
                "ここには「,」か「]」が来るはずです。ここか直前に、余分な引用符や「,」の抜けがないか確認してください",
            ),
            Problem::UnclosedObject { .. } => (
                "the text ends, and a `}` is missing; copy it to its end, or close the object",
                "途中で終わっています。「}」が足りません。最後までコピーし直すか、オブジェクトを閉じてください",
            ),
            Problem::UnclosedList { .. } => (
                "the text ends, and a `]` is missing; copy it to its end, or close the list",
                "途中で終わっています。「]」が足りません。最後までコピーし直すか、リストを閉じてください",
            ),
            Problem::UnclosedString => (
                "the string that begins here is not closed on its line; write its `\"`, or copy the text \
                 again if it is cut off here",
                "ここから始まる文字列が、その行で閉じられていません。閉じる引用符を書くか、ここで途切れている\
                 場合はコピーし直してください",
            ),
            Problem::UnclosedComment => (
                "the comment that begins here is not closed; `*/` is missing",
                "ここから始まるコメントが閉じられていません（*/ がありません）",
            ),
            Problem::ControlCharacter => (
                "a control character stands in a string; write it as an escape such as \\u0000",
                "文字列に制御文字が入っています。\\u0000 のようなエスケープで書いてください",
            ),
            Problem::BadEscape => (
                "JSON has no such escape; write a backslash as \\\\",
                "JSON にないエスケープです。バックスラッシュ自体は \\\\ と書きます",
            ),
            Problem::JqTemplate => (
                "this is a jq program: \\(…) is filled in by jq; run it first (`jq -n -f FILE`) and \
                 convert what it prints",
                "jq のプログラムのようです。\\(…) は jq が埋めるものなので、先に `jq -n -f FILE` を実行し、\
                 その出力を変換してください",
            ),
            Problem::BadNumber => (
                "this is no JSON number; write it without a leading 0, + or point, or put quotes around it",
                "JSON の数値ではありません。先頭の余分な 0、+、小数点を取るか、引用符で囲んで文字列にして\
                 ください",
            ),
            Problem::MemberInList => (
                "a member (\"key\": value) stands in a list, which holds only values; move it into the \
                 { … } that it belongs to",
                "リストの中に「\"キー\": 値」があります。リストに入るのは値だけです。本来の { … } の中へ\
                 移してください",
            ),
            Problem::Excerpt => (
                "this is an excerpt: lines were left out here; copy the whole task definition",
                "抜粋のようです。ここで行が省略されています。タスク定義の全体をコピーしてください",
            ),
            Problem::MissingOpening => (
                "the text begins inside the task definition; its first lines, or its opening `{`, were not \
                 copied",
                "タスク定義の途中から始まっています。先頭の行か、最初の「{」がコピーされていません",
            ),
            Problem::TrailingText => (
                "something follows the end of the task definition; is a bracket closed too early?",
                "タスク定義が終わったあとに続きがあります。括弧を早く閉じすぎていませんか",
            ),
            Problem::SecondDocument => (
                "a second document begins here; convert one at a time",
                "ここから 2 つ目の JSON が始まっています。1 つずつ変換してください",
            ),
            Problem::UnopenedKey { .. } => (
                "the key here has lost its opening quote",
                "ここのキーは、先頭の引用符が抜けています",
            ),
            Problem::Yaml => (
                "this looks like YAML of another tool, such as CloudFormation or Docker Compose; paste the \
                 task definition that it made: `aws ecs describe-task-definition --task-definition FAMILY`",
                "CloudFormation や Docker Compose などの YAML のようです。そこから作られたタスク定義を \
                 `aws ecs describe-task-definition --task-definition ファミリー名` で取り出してください",
            ),
            Problem::Output => (
                "this is YAML, text or a table, as the AWS CLI prints it; run the command again with \
                 `--output json`, or convert a YAML file with `yq -o json FILE`",
                "AWS CLI が出力した YAML、テキスト、表のようです。`--output json` を付けて実行し直してください。\
                 YAML ファイルなら `yq -o json ファイル名` で JSON に変換できます",
            ),
            Problem::Terraform => (
                "this is Terraform (HCL); paste the task definition that it made: \
                 `aws ecs describe-task-definition --task-definition FAMILY`",
                "Terraform（HCL）のコードのようです。そこから作られたタスク定義を \
                 `aws ecs describe-task-definition --task-definition ファミリー名` で取り出してください",
            ),
            Problem::Jsonnet => (
                "this is a jsonnet program; run `jsonnet FILE` and convert what it prints",
                "jsonnet のプログラムのようです。先に `jsonnet ファイル名` を実行し、その出力を変換してください",
            ),
            Problem::Template => (
                "this is a template; render it first (`ecspresso render taskdef` for ecspresso) and convert \
                 what comes out",
                "テンプレートのようです。先に展開し（ecspresso なら `ecspresso render taskdef`）、その出力を変換して\
                 ください",
            ),
            Problem::ToReplace => (
                "{{…}} marks what is to be replaced, as in AWS's documentation; write your own value here, \
                 without the braces",
                "{{…}} は、AWS のドキュメントなどで、置き換える箇所を示す印です。{{ }} を外して、実際の値を\
                 書いてください",
            ),
            Problem::Printout => (
                "this is an object as an SDK or a language prints it, not JSON; take the JSON from AWS: \
                 `aws ecs describe-task-definition --task-definition FAMILY`",
                "SDK や言語がオブジェクトを表示したもので、JSON ではありません。JSON は \
                 `aws ecs describe-task-definition --task-definition ファミリー名` で取り出せます",
            ),
            Problem::Cut => (
                "what printed this left out a part here; Node prints all of it with \
                 `console.log(JSON.stringify(value, null, 2))`",
                "出力したプログラムが、ここを省略しています。Node.js なら \
                 `console.log(JSON.stringify(value, null, 2))` で全体を出力できます",
            ),
            Problem::Html => (
                "this is the source of a web page (HTML); copy the text as the browser shows it, or from the \
                 JSON tab of the task definition",
                "Web ページのソース（HTML）のようです。ブラウザに表示されているテキストか、タスク定義の［JSON］タブ\
                 からコピーしてください",
            ),
            Problem::Conflict => (
                "this holds a merge that is not resolved: `<<<<<<<` begins one text, `=======` the other; keep \
                 what is right of both, and take the marks out",
                "解決していないマージがあります。`<<<<<<<` から `=======` までと、`>>>>>>>` までの、2 つの内容が\
                 入っています。正しいほうを残し、印の行を取り除いてください",
            ),
            Problem::Diff => (
                "this is a diff, or a part of one, and holds an old and a new text; take the new file: \
                 `git show HEAD:FILE`",
                "差分（diff）なので、変更前と変更後が混ざっているか、途中が抜けています。`git show HEAD:ファイル名` \
                 などで、変更後のファイルを取り出してください",
            ),
            Problem::EscapedJson => (
                "this is JSON inside a string, its quotes escaped; take it out of the string first: \
                 between two `\"`, `jq -r .` does that",
                "JSON が文字列の中に入っていて、引用符がエスケープされています。前後に `\"` を付けて\
                 `jq -r .` に渡すなどして、文字列から取り出してください",
            ),
            Problem::Arn => (
                "this is an ARN, which names something and does not hold it; paste what \
                 `aws ecs describe-task-definition --task-definition FAMILY` prints",
                "ARN です。名前だけで、タスク定義の中身は入っていません。\
                 `aws ecs describe-task-definition --task-definition ファミリー名` の出力を貼り付けてください",
            ),
            Problem::Command => (
                "this is a command, not what it prints; run it and paste its output: \
                 `aws ecs describe-task-definition --task-definition FAMILY`",
                "コマンドそのものです。実行して、その出力を貼り付けてください：\
                 `aws ecs describe-task-definition --task-definition ファミリー名`",
            ),
            Problem::AwsError => (
                "this is an error of AWS, not a task definition; paste the task definition that it is about",
                "AWS のエラーメッセージです。エラーになったタスク定義の JSON を貼り付けてください",
            ),
            Problem::NoJson => (
                "this holds no JSON; paste the task definition's JSON",
                "JSON がありません。タスク定義の JSON を貼り付けてください",
            ),
        };
        Localized { en, ja }
    }
}

impl Encoding {
    fn message(self, lang: Lang) -> String {
        let name = self.name();
        let (program, from) = self.converter();
        let likely = self == Encoding::Unknown;
        match lang {
            Lang::En => format!(
                "the text is not UTF-8 but {}{name}; convert it first: `{program} -f {from} -t UTF-8`",
                if likely { "probably " } else { "" }
            ),
            Lang::Ja => format!(
                "UTF-8 ではなく {name} {}です。先に変換してください：`{program} -f {from} -t UTF-8`",
                if likely { "のよう" } else { "" }
            ),
        }
    }
}
