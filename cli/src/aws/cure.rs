//! What to do about a failure.

use serde_json::Value;
use taskdef_core::Lang;

use super::failure::{Failure, Kind};
use super::operation::Operation;
use crate::text::text;

impl Failure {
    /// The IAM statement that allows it, where one would.
    pub(super) fn statement(&self) -> Option<Value> {
        match &self.kind {
            Kind::Denied(denied) => denied.statement(),
            _ => None,
        }
    }

    /// The command that shows what became of a task.
    fn look(&self) -> &str {
        self.shown_by.as_deref().unwrap_or("aws ecs list-tasks")
    }

    /// What to do about it.
    pub(super) fn cure(&self, lang: Lang) -> Option<String> {
        Some(match &self.kind {
            Kind::Denied(denied) => denied.cure(lang),
            Kind::Credentials(cause) => cause.cure(lang),
            Kind::Expired => text!(
                lang,
                "The credentials have expired: renew them, for example with `aws login` or `aws sso login`, and \
                 run the same command again.",
                "認証情報の有効期限が切れています。`aws login` や `aws sso login` などで更新してから、\
                 同じコマンドをもう一度実行してください。"
            ),
            Kind::BadCredentials => text!(
                lang,
                "AWS does not accept these credentials: check AWS_ACCESS_KEY_ID, \
                 AWS_SESSION_TOKEN and the profile, and at this machine's clock.",
                "この認証情報は AWS に拒否されました。AWS_ACCESS_KEY_ID、AWS_SESSION_TOKEN、\
                 プロファイルと、このマシンの時計を確認してください。"
            ),
            Kind::Missing => missing(&self.code, lang),
            Kind::Inactive => text!(
                lang,
                "It is INACTIVE. Recreate a deleted service; pick another revision instead of a \
                 deregistered one.",
                "INACTIVE になっています。削除されたサービスなら作り直し、登録解除されたリビジョンなら\
                 別のリビジョンを選んでください。"
            ),
            Kind::Throttled
            | Kind::Portal
            | Kind::Unreachable
            | Kind::InvalidResponse
            | Kind::TooLarge
                if self.operation == Operation::DescribeTasks =>
            {
                let look = self.look();
                text!(
                    lang,
                    "The task may still run: look with `{look}` before you run the same command again.",
                    "タスクはまだ実行中かもしれません。同じコマンドをもう一度実行する前に、`{look}` で確認してください。"
                )
            }
            Kind::Throttled => text!(
                lang,
                "AWS throttled every attempt; the quota is shared by the whole account. Run the \
                 same command again later, or raise --max-attempts.",
                "何度試しても AWS にスロットリングされました。クォータはアカウント全体で共有されています。\
                 しばらくしてから同じコマンドをもう一度実行するか、--max-attempts を増やしてください。"
            ),
            Kind::Certificate => text!(
                lang,
                "A proxy may be inspecting TLS: set AWS_CA_BUNDLE to the PEM file of its \
                 certificate authority.",
                "プロキシが TLS の通信を検査している可能性があります。その認証局の PEM ファイルを \
                 AWS_CA_BUNDLE に指定してください。"
            ),
            Kind::Portal | Kind::Unreachable | Kind::InvalidResponse | Kind::TooLarge
                if self.operation == Operation::RunTask =>
            {
                let look = self.look();
                text!(
                    lang,
                    "A task may have been started all the same: look with `{look}` before you run the same \
                     command again.",
                    "それでもタスクは起動しているかもしれません。同じコマンドをもう一度実行する前に、`{look}` で\
                     確認してください。"
                )
            }
            Kind::Proxy | Kind::Portal => text!(
                lang,
                "Something between this machine and AWS keeps the request, such as a proxy, a \
                 firewall, or a page to sign in to a network: check HTTPS_PROXY \
                 (http://USER:PASSWORD@HOST:PORT for a proxy with a password), NO_PROXY and \
                 --endpoint-url, and run the same command again.",
                "このマシンと AWS のあいだで、プロキシ、ファイアウォール、ネットワークのサインイン画面などが\
                 リクエストを止めています。HTTPS_PROXY（パスワードが要るプロキシなら \
                 http://USER:PASSWORD@HOST:PORT）、NO_PROXY、--endpoint-url を確認してから、\
                 同じコマンドをもう一度実行してください。"
            ),
            Kind::Unreachable | Kind::InvalidResponse | Kind::TooLarge => text!(
                lang,
                "Check the network, the region, HTTPS_PROXY and --endpoint-url, and run the same \
                 command again.",
                "ネットワーク、リージョン、HTTPS_PROXY、--endpoint-url を確認してから、\
                 同じコマンドをもう一度実行してください。"
            ),
            Kind::Refused => return None,
        })
    }
}

fn missing(code: &str, lang: Lang) -> String {
    match code {
        "ClusterNotFoundException" => text!(
            lang,
            "No such cluster in this account and region: check --cluster, --region and --profile.",
            "このアカウントとリージョンに、そのクラスターはありません。\
             --cluster、--region、--profile を確認してください。"
        ),
        "ServiceNotFoundException" => text!(
            lang,
            "No such service on this cluster: check --service and --cluster.",
            "このクラスターに、そのサービスはありません。--service と --cluster を確認してください。"
        ),
        _ => text!(
            lang,
            "It is not there in this account and region: check its name, --region and --profile.",
            "このアカウントとリージョンにはありません。名前、--region、--profile を確認してください。"
        ),
    }
}

#[cfg(test)]
mod tests {
    use taskdef_core::Lang;

    use super::{Failure, Kind, Operation};
    use crate::aws::credentials::CredentialsCause;
    use crate::aws::denied::Denied;
    use crate::text::{assert_japanese, texts};

    /// The kind after another one. A new kind does not compile until it has a place here.
    fn after(kind: &Kind) -> Option<Kind> {
        Some(match kind {
            Kind::Denied(_) => Kind::Credentials(Box::new(CredentialsCause::Nowhere)),
            Kind::Credentials(cause) => match cause.after() {
                Some(cause) => Kind::Credentials(Box::new(cause)),
                None => Kind::Expired,
            },
            Kind::Expired => Kind::BadCredentials,
            Kind::BadCredentials => Kind::Missing,
            Kind::Missing => Kind::Inactive,
            Kind::Inactive => Kind::Refused,
            Kind::Refused => Kind::Throttled,
            Kind::Throttled => Kind::Certificate,
            Kind::Certificate => Kind::Proxy,
            Kind::Proxy => Kind::Portal,
            Kind::Portal => Kind::InvalidResponse,
            Kind::InvalidResponse => Kind::TooLarge,
            Kind::TooLarge => Kind::Unreachable,
            Kind::Unreachable => return None,
        })
    }

    fn denied(operation: Operation, message: &str) -> Option<Kind> {
        let denied = Denied::parse(operation, "AccessDenied", message);
        denied.map(|denied| Kind::Denied(Box::new(denied)))
    }

    #[test]
    fn every_kind_is_told_in_japanese() {
        let mut told = 0;
        for operation in [
            Operation::UpdateService,
            Operation::RunTask,
            Operation::DescribeTasks,
        ] {
            let mut kind = denied(operation, "");
            while let Some(one) = kind {
                for code in ["", "ClusterNotFoundException", "ServiceNotFoundException"] {
                    let why = texts!("why", "理由です");
                    let failure = Failure::reported(operation, one.clone(), code, why);
                    let report = failure.report(Lang::Ja);
                    assert_japanese(&report.message);
                    let cure = report.cure.as_deref();
                    cure.into_iter().for_each(assert_japanese);
                    assert_eq!(cure.is_none(), one == Kind::Refused, "{one:?}");
                    told += 1;
                }
                kind = after(&one);
            }
        }
        let kinds = 13 + 10;
        assert_eq!(told, 3 * kinds * 3);
    }

    #[test]
    fn what_is_not_allowed_is_told_in_japanese() {
        let words = "User: arn:aws:iam::1:user/u is not authorized to perform: iam:PassRole on \
            resource: arn:aws:iam::1:role/r";
        let forbidden = format!("{words} with an explicit deny in a policy");
        for (message, is_grantable) in [("", true), (words, true), (&forbidden, false)] {
            let kind = denied(Operation::RunTask, message);
            let report = kind.map(|kind| {
                let why = texts!("", "");
                Failure::reported(Operation::RunTask, kind, "", why).report(Lang::Ja)
            });
            let cure = report.as_ref().and_then(|report| report.cure.as_deref());
            assert_japanese(cure.unwrap_or_default());
            let statement = report.and_then(|report| report.statement);
            assert_eq!(statement.is_some(), is_grantable, "{message}");
        }
    }
}
