//! What AWS refused or never answered, sorted by what a person can do about it.

use std::error::Error as StdError;
use std::fmt::{self, Write as _};

use aws_smithy_runtime_api::client::orchestrator::HttpResponse;
use aws_smithy_runtime_api::client::result::SdkError;
use aws_smithy_types::error::metadata::ProvideErrorMetadata;
use taskdef_core::escape;
use taskdef_core::mask::MASK;

use super::denied::Denied;
use super::operation::Operation;
use crate::status::Status;

/// A call that did not succeed, after all retries.
#[derive(Debug, Clone)]
pub(crate) struct Failure {
    pub(crate) operation: Operation,
    pub(crate) kind: Kind,
    /// AWS's name of the error; empty if AWS did not answer.
    code: String,
    /// AWS's words, or the network's.
    message: String,
}

/// What a person can do about it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) enum Kind {
    /// The policy lacks an action.
    Denied(Box<Denied>),
    /// There are no credentials.
    NoCredentials,
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
    /// An answer of success that is no JSON, or lacks what it must hold: what it was about may be
    /// done.
    InvalidResponse,
    /// No answer, or one that a server error explains, after all retries.
    Unreachable,
}

impl Failure {
    pub(super) fn from_sdk<E>(operation: Operation, error: &SdkError<E, HttpResponse>) -> Self
    where
        E: StdError + ProvideErrorMetadata + 'static,
    {
        let status = error.raw_response().map(|raw| raw.status().as_u16());
        let (code, message) = match error {
            SdkError::ServiceError(service) => {
                let meta = service.err().meta();
                let words = |text: Option<&str>| text.map_or_else(String::new, str::to_owned);
                (words(meta.code()), words(meta.message()))
            }
            other => (String::new(), chain(other)),
        };
        let kind = match status {
            None => without_answer(&message),
            Some(status) => answered(operation, status, &code, &message),
        };
        Failure {
            operation,
            kind,
            code,
            message,
        }
    }

    /// An answer that is not JSON.
    pub(super) fn no_json(operation: Operation) -> Self {
        Self::invalid_response(operation, "the answer is not the JSON that AWS sends")
    }

    /// An answer of success that does not hold what it must.
    pub(super) fn invalid_response(operation: Operation, why: &str) -> Self {
        Self::reported(operation, Kind::InvalidResponse, "", why)
    }

    /// A failure that a successful answer reports.
    pub(super) fn reported(operation: Operation, kind: Kind, code: &str, message: &str) -> Self {
        Failure {
            operation,
            kind,
            code: code.to_owned(),
            message: message.to_owned(),
        }
    }

    /// Whether trying again later may help.
    pub(crate) fn is_transient(&self) -> bool {
        matches!(
            self.kind,
            Kind::Throttled | Kind::Unreachable | Kind::InvalidResponse
        )
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

    /// Masks texts that came from the task definition and that AWS may repeat.
    pub(super) fn mask(&mut self, values: &[String]) {
        for value in values {
            self.message = self.message.replace(value, MASK);
        }
    }

    /// The exit status for it.
    pub(crate) fn status(&self) -> Status {
        match self.kind {
            Kind::Throttled | Kind::Unreachable | Kind::InvalidResponse | Kind::Certificate => {
                Status::Unreachable
            }
            _ => Status::Refused,
        }
    }

    /// What to do about it.
    fn cure(&self) -> String {
        match &self.kind {
            Kind::Denied(denied) => denied.cure(),
            Kind::NoCredentials => "No AWS credentials were found: set AWS_PROFILE or --profile, \
                 sign in with `aws sso login`, or give the build project a role."
                .to_owned(),
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
            Kind::Unreachable | Kind::InvalidResponse => {
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
        let did = match self.kind {
            Kind::Throttled => "was throttled",
            Kind::Unreachable | Kind::InvalidResponse | Kind::Certificate => "got no valid answer",
            Kind::NoCredentials => "was not sent",
            _ => "was refused",
        };
        write!(f, "{} {did}", self.operation)?;
        if !self.code.is_empty() {
            write!(f, " ({})", escape(&self.code))?;
        }
        if !self.message.is_empty() && self.kind != Kind::NoCredentials {
            write!(f, ": {}", escape(self.message.trim()))?;
        }
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

/// A request that got no answer at all.
fn without_answer(message: &str) -> Kind {
    let has = |words: &[&str]| words.iter().any(|word| message.contains(word));
    if has(&["certificate", "UnknownIssuer"]) {
        Kind::Certificate
    } else if has(&["ExpiredToken", "session has expired", "token has expired"]) {
        Kind::Expired
    } else if has(&["credential", "identity"]) {
        Kind::NoCredentials
    } else {
        Kind::Unreachable
    }
}

fn answered(operation: Operation, status: u16, code: &str, message: &str) -> Kind {
    if let Some(denied) = Denied::parse(operation, code, message) {
        return Kind::Denied(Box::new(denied));
    }
    match code {
        "ThrottlingException"
        | "Throttling"
        | "ThrottledException"
        | "TooManyRequestsException"
        | "RequestLimitExceeded"
        | "RequestThrottledException" => Kind::Throttled,
        "ExpiredTokenException" | "ExpiredToken" | "RequestExpired" => Kind::Expired,
        "UnrecognizedClientException"
        | "InvalidClientTokenId"
        | "InvalidSignatureException"
        | "SignatureDoesNotMatch"
        | "IncompleteSignature"
        | "MissingAuthenticationToken"
        | "MissingAuthenticationTokenException" => Kind::BadCredentials,
        "ClusterNotFoundException" | "ServiceNotFoundException" | "ResourceNotFoundException" => {
            Kind::Missing
        }
        "ServiceNotActiveException" => Kind::Inactive,
        _ if message.contains("is inactive") || message.contains("INACTIVE") => Kind::Inactive,
        _ if status == 429 => Kind::Throttled,
        _ if status >= 500 => Kind::Unreachable,
        _ => Kind::Refused,
    }
}

/// An error with all its causes, each said once.
fn chain(error: &dyn StdError) -> String {
    let mut out = error.to_string();
    let mut cause = error.source();
    while let Some(error) = cause {
        let words = error.to_string();
        if !out.contains(&words) {
            let _ = write!(out, ": {words}");
        }
        cause = error.source();
    }
    out
}
