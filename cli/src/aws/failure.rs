//! What AWS refused or never answered, sorted by what a person can do about it.

use taskdef_core::{Lang, Localized, escape};

use super::credentials::CredentialsCause;
use super::denied::Denied;
use super::operation::Operation;
use super::redact::{Redactor, Words};
use crate::reported::ReportedError;
use crate::status::Status;
use crate::text::{text, texts};

/// A call that did not succeed, after all retries.
#[derive(Debug, Clone)]
pub(crate) struct Failure {
    pub(crate) operation: Operation,
    pub(crate) kind: Kind,
    /// AWS's name of the error; empty if AWS did not answer.
    pub(super) code: String,
    /// AWS's words, or the network's.
    message: Words,
    /// The command that shows what became of it, where AWS did not say.
    pub(super) shown_by: Option<String>,
}

/// What a person can do about it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) enum Kind {
    /// The policy lacks an action.
    Denied(Box<Denied>),
    /// There are no credentials.
    Credentials(Box<CredentialsCause>),
    /// The credentials have expired.
    Expired,
    /// AWS does not know the credentials.
    BadCredentials,
    /// The cluster, service, rule or schedule is not there.
    Missing,
    /// The service or the revision is switched off.
    Inactive,
    /// Any other refusal.
    Refused,
    /// Too many requests, after all retries.
    Throttled,
    /// The server's certificate is not trusted.
    Certificate,
    /// A proxy, or another server in AWS's place, let nothing through.
    Proxy,
    /// The same, with an answer of success that is a web page.
    Portal,
    /// An answer of success that is no JSON, or lacks what it must hold: what it was about may be
    /// done.
    InvalidResponse,
    /// An answer that is larger than any of AWS's.
    TooLarge,
    /// No answer, or one that a server error explains, after all retries.
    Unreachable,
}

impl Failure {
    /// The same with AWS's words, without any value that they repeat.
    pub(super) fn redacted(self, redactor: &mut Redactor) -> Self {
        let message = self.message.redacted(redactor);
        let kind = match self.kind {
            Kind::Denied(denied) => Kind::Denied(Box::new(
                denied.told(self.operation, message.shown(Lang::En)),
            )),
            kind => kind,
        };
        Failure {
            operation: self.operation,
            kind,
            code: redactor.redact_code(&self.code),
            message,
            shown_by: self.shown_by,
        }
    }

    /// An answer that is not JSON.
    pub(super) fn no_json(operation: Operation) -> Self {
        let why = texts!(
            "the answer is not the JSON that AWS sends",
            "応答が AWS の JSON ではありません"
        );
        Self::invalid_response(operation, why)
    }

    /// An answer that is JSON, and not that of AWS.
    pub(super) fn no_object(operation: Operation) -> Self {
        let why = texts!(
            "the answer is JSON, but no object",
            "応答は JSON ですが、オブジェクトではありません"
        );
        Self::invalid_response(operation, why)
    }

    /// An answer of success that does not hold what it must.
    pub(super) fn invalid_response(operation: Operation, why: Localized<String>) -> Self {
        Self::reported(operation, Kind::InvalidResponse, "", why)
    }

    /// A failure in AWS's words, which are not shown until they are redacted.
    pub(super) fn told(operation: Operation, kind: Kind, code: &str, words: &str) -> Self {
        Failure {
            operation,
            kind,
            code: code.to_owned(),
            message: Words::theirs(words),
            shown_by: None,
        }
    }

    /// A failure in our words, or the network's.
    pub(super) fn reported(
        operation: Operation,
        kind: Kind,
        code: &str,
        message: Localized<String>,
    ) -> Self {
        Failure {
            operation,
            kind,
            code: code.to_owned(),
            message: Words::ours(message),
            shown_by: None,
        }
    }

    /// The same failure, with the command that shows what became of it.
    pub(super) fn shown_by(mut self, command: &str) -> Self {
        self.shown_by = Some(command.to_owned());
        self
    }

    /// The same failure, with more that is known of it.
    pub(super) fn and(mut self, words: &Localized<String>) -> Self {
        let Localized { en, ja } = words;
        self.message.add(&texts!(", and {en}", "。{ja}"));
        self
    }

    /// The same failure, with another one that came when more was asked for.
    pub(super) fn and_failed(self, other: &Failure) -> Self {
        self.and(&Localized {
            en: other.problem(Lang::En),
            ja: other.problem(Lang::Ja),
        })
    }

    /// Whether trying again later may help.
    pub(crate) fn is_transient(&self) -> bool {
        self.is_outage() || self.is_unread()
    }

    /// Whether AWS does not answer now, and may later: asking again is all that can be done.
    pub(crate) fn is_outage(&self) -> bool {
        matches!(self.kind, Kind::Throttled | Kind::Unreachable)
    }

    /// Whether there is an answer, of success most likely, that can't be understood: what was
    /// asked for may be done.
    pub(super) fn is_unread(&self) -> bool {
        self.is_garbled() || self.kind == Kind::TooLarge
    }

    /// Whether an answer of success is not that of AWS, or not all of it.
    pub(super) fn is_garbled(&self) -> bool {
        matches!(self.kind, Kind::InvalidResponse | Kind::Portal)
    }

    /// Whether this caller can't have an answer: the action is not allowed, or not known here.
    pub(crate) fn is_unavailable(&self) -> bool {
        matches!(self.kind, Kind::Denied(_) | Kind::Refused)
    }

    /// Whether the thing requested does not exist.
    pub(crate) fn is_missing(&self) -> bool {
        self.kind == Kind::Missing
    }

    /// Whether ECS says that there is no such task definition, or none of the family that is active.
    pub(crate) fn is_of_no_definition(&self) -> bool {
        self.kind == Kind::Refused && self.says("Unable to describe task definition")
    }

    /// AWS's words contain this.
    pub(crate) fn says(&self, words: &str) -> bool {
        self.message.contains(words)
    }

    /// The exit status for it.
    pub(crate) fn status(&self) -> Status {
        match self.kind {
            Kind::Throttled
            | Kind::Certificate
            | Kind::Proxy
            | Kind::Portal
            | Kind::InvalidResponse
            | Kind::TooLarge
            | Kind::Unreachable => Status::Unreachable,
            _ => Status::Refused,
        }
    }

    /// What happened, without what to do about it.
    pub(super) fn problem(&self, lang: Lang) -> String {
        let operation = self.operation;
        let did = match &self.kind {
            Kind::Throttled => text!(
                lang,
                "{operation} was throttled",
                "{operation} はスロットリングされました"
            ),
            Kind::Unreachable | Kind::InvalidResponse | Kind::TooLarge | Kind::Certificate => {
                text!(
                    lang,
                    "{operation} got no valid answer",
                    "{operation} に対する有効な応答がありませんでした"
                )
            }
            Kind::Proxy | Kind::Portal => text!(
                lang,
                "{operation} got no answer from AWS",
                "{operation} に対する AWS からの応答がありませんでした"
            ),
            Kind::Credentials(cause) => {
                let cause = cause.message(lang);
                return text!(
                    lang,
                    "{operation} was not sent: {cause}",
                    "{operation} は送信していません: {cause}"
                );
            }
            _ => text!(
                lang,
                "{operation} was refused",
                "{operation} は拒否されました"
            ),
        };
        let code = match &*self.code {
            "" => String::new(),
            code => text!(lang, " ({code})", "（{code}）"),
        };
        let message = match self.message.shown(lang) {
            "" => String::new(),
            message => format!(": {message}"),
        };
        format!("{did}{code}{message}")
    }

    /// What happened and what to do about it.
    pub(crate) fn message(&self, lang: Lang) -> String {
        self.report(lang).text()
    }

    /// The same for programs too.
    pub(crate) fn report(&self, lang: Lang) -> ReportedError {
        let code = Some(&self.code).filter(|code| !code.is_empty());
        let message = escape(&self.problem(lang)).into_owned();
        ReportedError {
            code: code.cloned(),
            operation: Some(self.operation.action()),
            cure: self.cure(lang),
            statement: self.statement(),
            ..ReportedError::new(self.status(), message)
        }
    }
}
