//! "Not authorized": which action on what, and the policy statement that allows it.

use serde_json::{Value, json};
use taskdef_core::Lang;

use super::operation::Operation;
use crate::text::text;

/// An `AccessDenied` error.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Denied {
    /// The action, such as `iam:PassRole`.
    pub(crate) action: String,
    /// What it was to act on; `*` where AWS does not say.
    pub(crate) resource: String,
    /// The caller, if AWS names it.
    who: Option<String>,
    /// An explicit deny, which overrides every allow.
    forbidden: bool,
    /// The service that a role is passed to.
    passed_to: &'static str,
}

/// What AWS's refusals have in common.
const REFUSED: &str = "is not authorized to perform: ";

impl Denied {
    /// Reads AWS's refusal: `User: ARN is not authorized to perform: ACTION on resource: ARN …`.
    pub(super) fn parse(operation: Operation, code: &str, message: &str) -> Option<Self> {
        let codes = [
            "AccessDeniedException",
            "AccessDenied",
            "UnauthorizedOperation",
        ];
        let is_denied = message.contains(REFUSED) || codes.contains(&code);
        is_denied.then(|| Self::read(operation, message))
    }

    /// The same refusal as these words of it tell it, where they are all that may be shown.
    pub(super) fn told(&self, operation: Operation, words: &str) -> Self {
        Denied {
            forbidden: self.forbidden,
            ..Self::read(operation, words)
        }
    }

    fn read(operation: Operation, message: &str) -> Self {
        let (who, what) = message.split_once(REFUSED).unzip();
        let words = what.unwrap_or_default();
        let word = |text: &str| {
            let end = text.split(char::is_whitespace).next().unwrap_or_default();
            end.trim_end_matches([',', '.']).to_owned()
        };
        let resource = words
            .split_once("on resource: ")
            .map(|(_, text)| word(text));
        Denied {
            action: match word(words) {
                action if action.contains(':') => action,
                _ => operation.action(),
            },
            resource: resource.unwrap_or_else(|| "*".to_owned()),
            who: who
                .and_then(|text| text.rsplit_once("User: "))
                .map(|(_, text)| word(text)),
            forbidden: message.contains("explicit deny"),
            passed_to: operation.passes_roles_to(),
        }
    }

    /// The statement that allows it; `None` where a policy denies it explicitly, so that none would.
    pub(crate) fn statement(&self) -> Option<Value> {
        if self.forbidden {
            return None;
        }
        let mut statement = json!({
            "Effect": "Allow",
            "Action": self.action,
            "Resource": self.resource,
        });
        if self.passes_a_role() {
            statement["Condition"] =
                json!({"StringEquals": {"iam:PassedToService": self.passed_to}});
        }
        Some(statement)
    }

    fn passes_a_role(&self) -> bool {
        self.action == "iam:PassRole"
    }

    /// What is missing, before the statement that grants it.
    pub(super) fn cure(&self, lang: Lang) -> String {
        let Denied {
            action,
            resource,
            passed_to,
            ..
        } = self;
        let who = match &self.who {
            Some(who) => who.clone(),
            None => text!(lang, "the caller", "呼び出し元"),
        };
        let what = if self.passes_a_role() {
            text!(
                lang,
                "{who} may not pass the role {resource} to {passed_to}",
                "{who} には、ロール {resource} を {passed_to} に渡す権限がありません"
            )
        } else {
            text!(
                lang,
                "{who} lacks {action} on {resource}",
                "{who} には、{resource} に対する {action} の権限がありません"
            )
        };
        if self.forbidden {
            return text!(
                lang,
                "{what}. A policy denies it explicitly: change that policy, since an explicit deny \
                 overrides every allow.",
                "{what}。ポリシーで明示的に拒否されています。明示的な拒否はどの許可にも優先するので、\
                 そのポリシーを変更してください。"
            );
        }
        text!(
            lang,
            "{what}. This statement grants it:",
            "{what}。次のステートメントを追加すると許可されます:"
        )
    }
}

#[cfg(test)]
mod tests {
    use super::{Denied, Lang, Operation};

    #[test]
    fn reads_who_what_and_where() {
        let message = "User: arn:aws:sts::1:assumed-role/Build/x is not authorized to perform: \
            iam:PassRole on resource: arn:aws:iam::1:role/task because no identity-based policy \
            allows the iam:PassRole action";
        let denied = Denied::parse(Operation::UpdateSchedule, "AccessDeniedException", message);
        let statement = denied
            .and_then(|denied| denied.statement())
            .map(|it| it.to_string());
        let expected = r#"{"Action":"iam:PassRole","Condition":{"StringEquals":{"iam:PassedToService":"scheduler.amazonaws.com"}},"Effect":"Allow","Resource":"arn:aws:iam::1:role/task"}"#;
        assert_eq!(statement.as_deref(), Some(expected));
    }

    #[test]
    fn is_told_again_by_fewer_words() {
        let message = "User: arn:aws:iam::1:user/hunter2 is not authorized to perform: \
            ecs:RunTask on resource: hunter2 with an explicit deny in a policy";
        let operation = Operation::RunTask;
        let denied = Denied::parse(operation, "", message);
        let told = |words: &str| denied.as_ref().map(|denied| denied.told(operation, words));
        for words in [message.replace("hunter2", "****").as_str(), "****", ""] {
            let cure = told(words)
                .map(|denied| denied.cure(Lang::En))
                .unwrap_or_default();
            assert!(cure.contains("lacks ecs:RunTask on"), "{cure}");
            assert!(cure.contains("denies it explicitly"), "{cure}");
            assert!(!cure.contains("hunter2"), "{cure}");
        }
    }

    #[test]
    fn knows_the_action_where_aws_is_silent() {
        let denied = Denied::parse(Operation::PutTargets, "AccessDeniedException", "");
        let action = denied.map(|denied| denied.action);
        assert_eq!(action.as_deref(), Some("events:PutTargets"));
        assert_eq!(
            Denied::parse(Operation::PutTargets, "ClientException", "no"),
            None
        );
    }
}
