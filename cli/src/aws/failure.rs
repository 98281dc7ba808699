//! What AWS refused or never answered, sorted by what a person can do about it.

use std::fmt;

use taskdef_core::{Lang, escape};

use super::credentials::CredentialsCause;
use super::denied::Denied;
use super::operation::Operation;
use super::redact::{Redactor, Words};
use crate::status::Status;

/// A call that did not succeed, after all retries.
#[derive(Debug, Clone)]
pub(crate) struct Failure {
    pub(crate) operation: Operation,
    pub(crate) kind: Kind,
    /// AWS's name of the error; empty if AWS did not answer.
    code: String,
    /// AWS's words, or the network's.
    message: Words,
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
            Kind::Denied(denied) => {
                Kind::Denied(Box::new(denied.told(self.operation, message.shown())))
            }
            kind => kind,
        };
        Failure {
            operation: self.operation,
            kind,
            code: redactor.redact_code(&self.code),
            message,
        }
    }

    /// An answer that is not JSON.
    pub(super) fn no_json(operation: Operation) -> Self {
        Self::invalid_response(operation, "the answer is not the JSON that AWS sends")
    }

    /// An answer that is JSON, and not that of AWS.
    pub(super) fn no_object(operation: Operation) -> Self {
        Self::invalid_response(operation, "the answer is JSON, but no object")
    }

    /// An answer of success that does not hold what it must.
    pub(super) fn invalid_response(operation: Operation, why: &str) -> Self {
        Self::reported(operation, Kind::InvalidResponse, "", why)
    }

    /// A failure in AWS's words, which are not shown until they are redacted.
    pub(super) fn told(operation: Operation, kind: Kind, code: &str, words: &str) -> Self {
        Failure {
            operation,
            kind,
            code: code.to_owned(),
            message: Words::theirs(words),
        }
    }

    /// A failure in our words, or the network's.
    pub(super) fn reported(operation: Operation, kind: Kind, code: &str, message: &str) -> Self {
        Failure {
            operation,
            kind,
            code: code.to_owned(),
            message: Words::ours(message),
        }
    }

    /// The same failure, with more that is known of it.
    pub(super) fn and(mut self, words: &str) -> Self {
        self.message.add(", and ");
        self.message.add(words);
        self
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
    pub(super) fn words(&self) -> String {
        let did = match &self.kind {
            Kind::Throttled => "was throttled",
            Kind::Unreachable | Kind::InvalidResponse | Kind::TooLarge | Kind::Certificate => {
                "got no valid answer"
            }
            Kind::Proxy | Kind::Portal => "got no answer from AWS",
            Kind::Credentials(cause) => {
                let message = cause.message(Lang::En);
                return format!("{} was not sent: {message}", self.operation);
            }
            _ => "was refused",
        };
        let code = match &*self.code {
            "" => String::new(),
            code => format!(" ({code})"),
        };
        let message = match self.message.shown() {
            "" => String::new(),
            message => format!(": {message}"),
        };
        format!("{} {did}{code}{message}", self.operation)
    }

    /// What to do about it.
    fn cure(&self) -> String {
        match &self.kind {
            Kind::Denied(denied) => denied.cure(),
            Kind::Credentials(cause) => cause.cure(Lang::En),
            Kind::Expired => "The credentials have expired: renew them, for example with \
                 `aws sso login`, and run the same command again."
                .to_owned(),
            Kind::BadCredentials => "AWS does not accept these credentials: check \
                 AWS_ACCESS_KEY_ID, AWS_SESSION_TOKEN and the profile, and at this machine's clock."
                .to_owned(),
            Kind::Missing => missing(&self.code).to_owned(),
            Kind::Inactive => "It is INACTIVE. Recreate a deleted service; pick another revision \
                 instead of a deregistered one."
                .to_owned(),
            Kind::Throttled => {
                "AWS throttled every attempt; the quota is shared by the whole account. \
                 Run the same command again later, or raise --max-attempts."
                    .to_owned()
            }
            Kind::Certificate => "A proxy may be inspecting TLS: set AWS_CA_BUNDLE \
                 to the PEM file of its certificate authority."
                .to_owned(),
            Kind::Portal | Kind::Unreachable | Kind::InvalidResponse | Kind::TooLarge
                if self.operation == Operation::RunTask =>
            {
                "A task may have been started all the same: look with `aws ecs list-tasks \
                 --cluster CLUSTER --started-by taskdef` before you run the same command again."
                    .to_owned()
            }
            Kind::Proxy | Kind::Portal => "Something between this machine and AWS keeps the \
                 request, such as a proxy, a firewall, or a page to sign in to a network: check \
                 HTTPS_PROXY (http://USER:PASSWORD@HOST:PORT for a proxy with a password), \
                 NO_PROXY and --endpoint-url, and run the same command again."
                .to_owned(),
            Kind::Unreachable | Kind::InvalidResponse | Kind::TooLarge => {
                "Check the network, the region, HTTPS_PROXY and \
                 --endpoint-url, and run the same command again."
                    .to_owned()
            }
            Kind::Refused => String::new(),
        }
    }
}

impl fmt::Display for Failure {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&escape(&self.words()))?;
        let cure = self.cure();
        if !cure.is_empty() {
            write!(f, "\n{cure}")?;
        }
        Ok(())
    }
}

fn missing(code: &str) -> &'static str {
    match code {
        "ClusterNotFoundException" => {
            "No such cluster in this account and region: check --cluster, --region and --profile."
        }
        "ServiceNotFoundException" => {
            "No such service on this cluster: check --service and --cluster."
        }
        _ => "It is not there in this account and region: check its name, --region and --profile.",
    }
}
