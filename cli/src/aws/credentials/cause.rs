//! Why there are no credentials. The SDK tells it in words only: these are looked for here, and a test
//! for each of them in `tests/aws/test_credentials.py` notices where a newer SDK has others.

use std::error::Error as StdError;
use std::fmt;

use aws_credential_types::provider::error::CredentialsError;
use taskdef_core::Lang;

use super::hidden::without_secrets;
use crate::aws::connector::causes;
use crate::text::text;

/// Why there are no credentials.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) enum CredentialsCause {
    /// They are nowhere.
    Nowhere,
    /// One of the two variables that hold a key is set, and this one is not.
    HalfSet { missing: &'static str },
    /// A profile was named that no file defines.
    NoProfile { profile: String },
    /// The profile can't be used as it is written.
    BadProfile { words: String },
    /// The profile's `credential_process` failed, or its answer can't be used.
    Process { words: String },
    /// Nobody signed in, with this command of the AWS CLI.
    NeverSignedIn { by: SignIn },
    /// The sign-in has expired.
    SignedOut { by: SignIn },
    /// What was found has expired already.
    Expired,
    /// They took too long.
    Late,
    /// Anything else, such as a role that may not be assumed.
    Other { words: String },
}

/// How somebody signs in.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum SignIn {
    /// `aws sso login`.
    Sso,
    /// `aws login`.
    Console,
}

impl SignIn {
    fn command(self) -> &'static str {
        match self {
            SignIn::Sso => "aws sso login",
            SignIn::Console => "aws login",
        }
    }
}

/// The most characters of the words of a `credential_process` that are shown.
const MOST_WORDS: usize = 200;

impl CredentialsCause {
    /// What an error of the SDK's providers is about.
    pub(super) fn of(error: &CredentialsError) -> Self {
        let words = words(error);
        let after = |mark: &str| Some(words.split_once(mark)?.1.to_owned());
        let has = |mark: &str| words.contains(mark);
        let is_process = "external process";
        if matches!(error, CredentialsError::CredentialsNotLoaded(_)) {
            match half_set() {
                Some(missing) => CredentialsCause::HalfSet { missing },
                None => CredentialsCause::Nowhere,
            }
        } else if has("was missing") && has("was not defined: ") {
            CredentialsCause::BadProfile { words }
        } else if let Some(rest) = after("profile `").filter(|_| has("was not defined: ")) {
            let profile = rest.split('`').next().unwrap_or_default().to_owned();
            CredentialsCause::NoProfile { profile }
        } else if let Some(words) = after("ProfileFile provider could not be built: ") {
            CredentialsCause::BadProfile { words }
        } else if has(is_process) {
            let words = after(is_process).unwrap_or_default();
            let words = words.trim_start_matches([',', ':', ' ']);
            let words = words.replace("exited with code exit status: ", "it ended with ");
            let words = without_secrets(words.trim())
                .chars()
                .take(MOST_WORDS)
                .collect();
            CredentialsCause::Process { words }
        } else if has("the SSO token has expired") {
            CredentialsCause::SignedOut { by: SignIn::Sso }
        } else if has("cached SSO token") || has("/sso/cache/") {
            CredentialsCause::NeverSignedIn { by: SignIn::Sso }
        } else if has("Login token is expired") || has("reauthenticate") {
            CredentialsCause::SignedOut {
                by: SignIn::Console,
            }
        } else if has("/login/cache/") {
            CredentialsCause::NeverSignedIn {
                by: SignIn::Console,
            }
        } else {
            CredentialsCause::Other { words }
        }
    }

    /// The cause after another one. A new one does not compile until it has a place here.
    #[cfg(test)]
    pub(crate) fn after(&self) -> Option<Self> {
        use CredentialsCause as C;
        let words = || "x".to_owned();
        Some(match self {
            C::Nowhere => C::HalfSet {
                missing: SECRET_KEY,
            },
            C::HalfSet { .. } => C::NoProfile { profile: words() },
            C::NoProfile { .. } => C::BadProfile { words: words() },
            C::BadProfile { .. } => C::Process { words: words() },
            C::Process { .. } => C::NeverSignedIn { by: SignIn::Sso },
            C::NeverSignedIn { .. } => C::SignedOut {
                by: SignIn::Console,
            },
            C::SignedOut { .. } => C::Expired,
            C::Expired => C::Late,
            C::Late => C::Other { words: words() },
            C::Other { .. } => return None,
        })
    }

    /// What is the matter.
    pub(crate) fn message(&self, lang: Lang) -> String {
        match self {
            CredentialsCause::Nowhere => text!(
                lang,
                "no AWS credentials were found",
                "AWS の認証情報が見つかりません"
            ),
            CredentialsCause::HalfSet { missing } => text!(
                lang,
                "half of the credentials is in the environment: {missing} is not set",
                "環境変数の認証情報が片方しかありません。{missing} が設定されていません"
            ),
            CredentialsCause::NoProfile { profile } => text!(
                lang,
                "there is no profile {profile}",
                "プロファイル {profile} はありません"
            ),
            CredentialsCause::BadProfile { words } => text!(
                lang,
                "the profile can't be used: {words}",
                "プロファイルを使えません: {words}"
            ),
            CredentialsCause::Process { words } => text!(
                lang,
                "the profile's credential_process gave no credentials: {words}",
                "プロファイルの credential_process から認証情報を得られません: {words}"
            ),
            CredentialsCause::NeverSignedIn { by } => {
                let command = by.command();
                text!(
                    lang,
                    "the profile takes its credentials from `{command}`, and nobody has signed in here",
                    "プロファイルは `{command}` の認証情報を使いますが、ここではまだサインインしていません"
                )
            }
            CredentialsCause::SignedOut { by } => {
                let command = by.command();
                text!(
                    lang,
                    "the sign-in by `{command}` has expired",
                    "`{command}` によるサインインの有効期限が切れています"
                )
            }
            CredentialsCause::Expired => text!(
                lang,
                "the credentials that were found have expired",
                "見つかった認証情報は有効期限が切れています"
            ),
            CredentialsCause::Late => text!(
                lang,
                "the credentials took too long: what gives them (a credential_process, a sign-in, or the \
                 endpoint of a container or instance) did not answer within 2 minutes",
                "認証情報の取得がタイムアウトしました。取得元（credential_process、サインイン、コンテナやインスタンスのエンドポイント）から \
                 2 分以内に応答がありませんでした"
            ),
            CredentialsCause::Other { words } => text!(
                lang,
                "the credentials can't be had: {words}",
                "認証情報を取得できません: {words}"
            ),
        }
    }

    /// What to do about it.
    pub(crate) fn cure(&self, lang: Lang) -> String {
        match self {
            CredentialsCause::Nowhere => text!(
                lang,
                "Name a profile that has credentials with AWS_PROFILE or --profile, sign in with `aws login` or `aws sso login`, or give the \
                 build project a role.",
                "認証情報のあるプロファイルを AWS_PROFILE または --profile で指定するか、`aws login` または `aws sso login` でサインインするか、ビルドプロジェクトにロールを付けてください。"
            ),
            CredentialsCause::HalfSet { missing } => text!(
                lang,
                "Set {missing} too, or unset the other one.",
                "{missing} も設定するか、もう一方の設定を外してください。"
            ),
            CredentialsCause::NoProfile { .. } => text!(
                lang,
                "Check --profile, AWS_PROFILE and `source_profile`; `aws configure list-profiles` lists \
                 what there is.",
                "--profile、AWS_PROFILE、`source_profile` を確認してください。`aws configure list-profiles` で一覧を表示できます。"
            ),
            CredentialsCause::BadProfile { .. } => text!(
                lang,
                "Mend it in ~/.aws/config or ~/.aws/credentials.",
                "~/.aws/config または ~/.aws/credentials を直してください。"
            ),
            CredentialsCause::Process { .. } => text!(
                lang,
                "Run the command that ~/.aws/config names there by hand: it has to print JSON with \
                 Version 1, and end with 0.",
                "~/.aws/config に書かれたコマンドを手動で実行してみてください。Version が 1 の JSON を出力し、0 で終了する必要があります。"
            ),
            CredentialsCause::NeverSignedIn { by } | CredentialsCause::SignedOut { by } => {
                let command = by.command();
                text!(
                    lang,
                    "Sign in with `{command}`, with the same profile, and run the same command again.",
                    "同じプロファイルで `{command}` を実行してサインインし、同じコマンドをもう一度実行してください。"
                )
            }
            CredentialsCause::Expired => text!(
                lang,
                "Renew them, for example with `aws login` or `aws sso login`, and run the same command \
                 again. A credential_process that keeps old ones has to be mended.",
                "`aws login` や `aws sso login` などで更新し、同じコマンドをもう一度実行してください。古い認証情報を返す credential_process は直す必要があります。"
            ),
            CredentialsCause::Late => text!(
                lang,
                "Run the same command again and answer it sooner, or run its credential_process by hand.",
                "同じコマンドをもう一度実行して早めに応答するか、credential_process を手動で実行してみてください。"
            ),
            CredentialsCause::Other { .. } => text!(
                lang,
                "Check the profile, the role that it assumes, and the network.",
                "プロファイル、引き受けるロール、ネットワークを確認してください。"
            ),
        }
    }
}

impl fmt::Display for CredentialsCause {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.message(Lang::En))
    }
}

impl StdError for CredentialsCause {}

const KEY_ID: &str = "AWS_ACCESS_KEY_ID";
const SECRET_KEY: &str = "AWS_SECRET_ACCESS_KEY";

/// Which of the two variables of a key is not set where the other one is.
fn half_set() -> Option<&'static str> {
    let is_set = |name: &str| std::env::var_os(name).is_some_and(|value| !value.is_empty());
    match (is_set(KEY_ID), is_set(SECRET_KEY)) {
        (true, false) => Some(SECRET_KEY),
        (false, true) => Some(KEY_ID),
        _ => None,
    }
}

/// An error's words and those of all its causes.
fn words(error: &CredentialsError) -> String {
    let all = causes(error).skip(1).map(ToString::to_string);
    let all: Vec<String> = all.collect();
    all.join(": ")
}
