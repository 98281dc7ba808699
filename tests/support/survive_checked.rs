//! What must hold when any bytes are checked, fixed and used by a generator. Run by the fuzz target
//! `check` and by `no_panic.rs`.

use taskdef_core::generate::{Kind, PolicyFor, Request, Style, Trigger, generate};
use taskdef_core::{Conversion, Fixed, Lang, Options, Pasted, check, convert, fix};

/// Checks bytes that can be converted, fixes them, and generates a file from them. Panics if
/// something is broken.
pub(crate) fn survive_checked(bytes: &[u8]) {
    let Ok(pasted) = Pasted::bytes(bytes) else {
        return;
    };
    let lang = if bytes.len().is_multiple_of(2) {
        Lang::En
    } else {
        Lang::Ja
    };
    let options = Options {
        lang,
        ..Options::default()
    };
    if let Ok(conversion) = convert(&pasted, &options) {
        check_and_fix(&pasted, &options);
        make(&conversion, lang);
    }
}

/// Whatever can be converted can be checked; each finding has its position in the text, and the
/// fixed text can be converted too.
fn check_and_fix(pasted: &Pasted<'_>, options: &Options) {
    let text = pasted.as_str();
    let report = check(pasted, options, true).expect("it was converted");
    for finding in &report.findings {
        assert_eq!(finding.position.is_some(), finding.excerpt.is_some());
        for edit in finding.fix.iter().flat_map(|fix| &fix.edits) {
            let range = edit.replacement.range.clone();
            assert!(text.get(range.clone()).is_some(), "{range:?} is no part");
        }
    }
    let Fixed {
        text: fixed,
        count: made,
        ..
    } = fix(pasted, options, true, |_| true).expect("it was converted");
    if made == 0 {
        assert_eq!(fixed, text, "changed without a fix");
    }
    let again = convert(&Pasted::text(&fixed), options);
    assert!(again.is_ok(), "{again:?}: {fixed}");
}

/// Generates a file, or gets an error with a message. One kind of file for each result.
fn make(conversion: &Conversion, lang: Lang) {
    let kinds = [
        Kind::Buildspec,
        Kind::Policy(PolicyFor::CodeBuild),
        Kind::Policy(PolicyFor::ExecutionRole),
        Kind::Policy(PolicyFor::TaskEvents),
        Kind::Pipeline,
        Kind::AppSpec,
        Kind::ImageDefinitions,
        Kind::ImageDetail,
        Kind::TaskDefinition,
        Kind::EventBridge(Trigger::Schedule),
        Kind::EventBridge(Trigger::StateMachine),
        Kind::Alerts,
        Kind::GitHubActions,
    ];
    let request = Request {
        lang,
        style: Style::Taskdef,
        docker_hub: true,
        ..Request::new(kinds[conversion.result.len() % kinds.len()])
    };
    match generate(conversion, &request) {
        Ok(generated) => assert!(generated.text.ends_with('\n'), "{generated:?}"),
        Err(refusal) => assert!(!refusal.message(lang).is_empty()),
    }
}
