//! `redacted-region`: a region that was redacted, or not filled in.

use super::{
    Check, Class, Definition, Example, Findings, Localized, PackedWords, Rule, Scope,
    has_placeholder, words,
};
use crate::arn::Arn;
use crate::image::EcrImage;
use crate::region::is_region;
use crate::tree::NodeRef;

pub(super) static CHECK: Check = Check {
    rule: Rule {
        id: "redacted-region",
        class: Class::Warning,
        aws: "",
        source: "https://docs.aws.amazon.com/IAM/latest/UserGuide/reference-arns.html",
    },
    check,
};

pub(super) const WORDS: Localized<PackedWords> = Localized {
    en: words! {
        label: "Region",
        title: "A redacted region",
        message: "{name} has a region that is redacted, or not filled in.",
        why: "The region was redacted when the text was shared, or is still to be filled in. \
            Registered like this, it fails: AWS finds no image or secret under it, and a log driver without a region keeps \
            the container from starting.",
        cure: "Put the region in its place, such as `eu-west-1`. The console shows it at the top, beside \
            your name, and in its address.",
    },
    ja: words! {
        label: "リージョン",
        title: "伏せ字のままのリージョン",
        message: "{name} のリージョンが、伏せ字などのままです。",
        why: "共有するときに伏せたか、まだ書き換えていないリージョンです。このまま登録すると失敗します。AWS が\
            イメージやシークレットを見つけられず、ログの送信先が決まらないコンテナは起動しません。",
        cure: "`ap-northeast-1` のような実際のリージョンに書き換えてください。コンソール上部のアカウント名の隣と、\
            URL に表示されています。",
    },
};

pub(super) const EXAMPLE: Example = Example {
    scope: Scope::Container,
    before: r#""image": "111122223333.dkr.ecr.xx-xxxx-1.amazonaws.com/app:1""#,
    after: r#""image": "111122223333.dkr.ecr.eu-west-1.amazonaws.com/app:1""#,
};

/// The members that may name a region.
const KEYS: [&str; 3] = ["credentialsParameter", "image", "valueFrom"];

fn check(definition: &Definition<'_>, findings: &mut Findings<'_>) {
    for at in definition.view().inside() {
        let text = at.string().unwrap_or_default();
        let region = if is_log_region(at) {
            Some(&*text).filter(|region| !region.is_empty())
        } else if KEYS.contains(&&*at.key()) {
            region(&text)
        } else {
            None
        };
        if region.is_some_and(|region| !is_region(region) && !has_placeholder(region)) {
            findings.report(at);
        }
    }
}

/// Whether this is the region of a container's logs; a label of that name is none.
fn is_log_region(at: NodeRef<'_>) -> bool {
    at.key() == "awslogs-region"
        && at.parent().is_some_and(|options| {
            options.key() == "options"
                && options
                    .parent()
                    .is_some_and(|log| log.key() == "logConfiguration")
        })
}

/// The region in an ARN, or in the image of a private ECR registry. `None` if there need not be one.
fn region(text: &str) -> Option<&str> {
    let region = match Arn::parse(text) {
        Some(arn) => arn.region,
        None => EcrImage::parse(text)?.region,
    };
    (!region.is_empty()).then_some(region)
}
