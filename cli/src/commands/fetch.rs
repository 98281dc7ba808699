//! `taskdef fetch`: what AWS has registered, converted.

use taskdef_core::Lang;

use crate::args::ConvertArgs;
use crate::args::aws::FetchArgs;
use crate::aws::ProgressForm;
use crate::config::Selection;
use crate::error::Error;
use crate::input::Input;
use crate::status::Status;

use super::convert::convert_input;

pub(crate) fn run(args: FetchArgs, lang: Lang) -> Result<Status, Error> {
    let selection = Selection::default().with(&[], &args.ignore)?;
    let connection = args.aws.connection(lang, ProgressForm::Text);
    let revision = connection.block_on(async |aws| Ok(aws.revision(&args.revision).await?))?;
    let convert = ConvertArgs {
        file: None,
        output: args.output,
        strict: false,
        ignore: args.ignore,
        no_repair: false,
        lines: false,
        report: args.report,
        show_values: args.show_values,
        edits: args.edits,
    };
    let input = Input::from_answer(revision.short(), revision.answer, selection);
    convert_input(&input, &convert, lang)
}
