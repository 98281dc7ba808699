//! What a value means where the member's text can't say it: sizes, roles and other ARNs, images, times.

mod arn;
mod image;
mod size;
mod time;

use crate::field_texts::text_of;
use crate::lang::Lang;

pub use size::FargateSize;
pub(super) use size::fargate_sizes;

/// What a value means as a member of a structure; `None` if there is no more to say than the value
/// itself does. A text is given as it is, a number or a boolean as JSON has it.
pub(super) fn value_meaning(
    structure: &str,
    member: &str,
    value: &str,
    lang: Lang,
) -> Option<String> {
    if let Some(word) = text_of(structure, member).and_then(|text| text.word(value)) {
        return Some(word.text(lang).to_owned());
    }
    match (structure, member) {
        ("RegisterTaskDefinitionRequest", "cpu") => size::task_cpu(value, lang),
        ("RegisterTaskDefinitionRequest", "memory") => size::task_memory(value, lang),
        ("ContainerDefinition", "cpu") => size::container_cpu(value, lang),
        ("ContainerDefinition", "memory" | "memoryReservation") => size::memory(value, lang),
        ("ContainerDefinition", "image") => Some(image::meaning(value, lang)),
        ("ContainerDefinition", "startTimeout" | "stopTimeout")
        | ("ContainerRestartPolicy", "restartAttemptPeriod")
        | ("HealthCheck", "interval" | "timeout" | "startPeriod") => time::minutes(value, lang),
        (
            "RegisterTaskDefinitionRequest" | "TaskDefinition",
            "taskRoleArn" | "executionRoleArn" | "taskDefinitionArn" | "registeredBy",
        )
        | ("Secret", "valueFrom")
        | ("EnvironmentFile", "value")
        | (_, "credentialsParameter") => arn::meaning(value, lang),
        _ => None,
    }
}

/// A Japanese sentence that says what something is. No `format!`: the linker shares the ends of its
/// templates, also between parts of the page that may not share anything.
fn is(thing: &str) -> String {
    [thing, " です。"].concat()
}

#[cfg(test)]
mod tests {
    use super::value_meaning;
    use crate::lang::Lang;
    use crate::model::REQUEST;

    fn task(member: &str, value: &str, lang: Lang) -> Option<String> {
        value_meaning(REQUEST.name, member, value, lang)
    }

    #[test]
    fn a_size_has_its_units_and_what_goes_with_it() {
        let said = |member, value| task(member, value, Lang::En).unwrap_or_default();
        assert_eq!(
            said("cpu", "512"),
            "0.5 vCPU. On Fargate it goes with 1 to 4 GB of memory, in steps of 1 GB."
        );
        assert_eq!(said("cpu", ".5 vCPU"), said("cpu", "512"));
        assert_eq!(
            said("cpu", "256"),
            "0.25 vCPU. On Fargate it goes with 0.5, 1 or 2 GB of memory."
        );
        assert_eq!(
            said("cpu", "768"),
            "0.75 vCPU. Fargate has no task of this size."
        );
        assert_eq!(
            said("memory", "1024"),
            "1 GB. On Fargate it goes with 0.25 or 0.5 vCPU."
        );
        assert_eq!(
            said("memory", "500"),
            "About 0.488 GB. Fargate has no task of this size."
        );
        assert_eq!(
            task("cpu", "1024", Lang::Ja).unwrap_or_default(),
            "1 vCPU です。Fargate では、メモリ 2～8 GB（1 GB 単位）と組み合わせられます。"
        );
        assert_eq!(
            task("cpu", "256", Lang::Ja).unwrap_or_default(),
            "0.25 vCPU です。Fargate では、メモリ 0.5・1・2 GB と組み合わせられます。"
        );
        assert_eq!(task("cpu", "${CPU}", Lang::En), None);
    }

    #[test]
    fn a_word_of_aws_has_its_text() {
        let said = task("networkMode", "awsvpc", Lang::En).unwrap_or_default();
        assert!(said.contains("network interface"), "{said}");
        assert_eq!(task("networkMode", "vpc", Lang::En), None);
        assert_eq!(task("family", "awsvpc", Lang::En), None);
    }

    #[test]
    fn a_value_of_a_variable_is_never_repeated() {
        for member in ["name", "value"] {
            let said = value_meaning("KeyValuePair", member, "arn:aws:iam::1:role/x", Lang::En);
            assert_eq!(said, None);
        }
    }
}
