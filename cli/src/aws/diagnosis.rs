//! What kind of failure an answer is, or the lack of one: by evidence that it comes from AWS.

use std::error::Error as StdError;
use std::fmt::Write as _;

use aws_smithy_runtime_api::client::orchestrator::HttpResponse;
use aws_smithy_runtime_api::client::result::SdkError;
use aws_smithy_types::error::metadata::ProvideErrorMetadata;
use serde::de::IgnoredAny;
use taskdef_core::Localized;

use super::connector::{BodyError, WANTS_A_PASSWORD, causes};
use super::denied::Denied;
use super::failure::{Failure, Kind};
use super::operation::Operation;
use super::redact::in_each;
use super::user_info::mask_user_info;
use crate::text::texts;

/// The JSON of an answer of success, as it came.
///
/// # Errors
/// It is no JSON, or none that AWS sends.
pub(super) fn success(operation: Operation, answer: &HttpResponse) -> Result<String, Box<Failure>> {
    let body = String::from_utf8_lossy(answer.body().bytes().unwrap_or(&[]));
    let failure = match serde_json::from_str::<IgnoredAny>(&body) {
        Ok(_) if body.trim_start().starts_with('{') => return Ok(body.into_owned()),
        Ok(_) => Failure::no_object(operation),
        Err(_) if is_a_page(answer, &body) => {
            let Localized { en, ja } = told(answer);
            let words = texts!(
                "a proxy or another server answered with {en} and a web page",
                "プロキシか別のサーバーが Web ページを返しました: {ja}"
            );
            Failure::reported(operation, Kind::Portal, "", words)
        }
        Err(_) => Failure::no_json(operation),
    };
    Err(Box::new(failure))
}

/// Why a call of an SDK failed.
pub(super) fn failure<E>(operation: Operation, error: &SdkError<E, HttpResponse>) -> Failure
where
    E: StdError + ProvideErrorMetadata + 'static,
{
    let (code, message) = match error {
        SdkError::ServiceError(service) => {
            let meta = service.err().meta();
            (meta.code().unwrap_or(""), meta.message().map(str::to_owned))
        }
        _ => ("", None),
    };
    let (kind, words) = match error.raw_response() {
        None => without_answer(error),
        Some(answer) if !is_of_aws(answer, code) => of_another(answer),
        Some(answer) => {
            let words = message.unwrap_or_default();
            let kind = refused(operation, answer.status().as_u16(), code, &words);
            return Failure::told(operation, kind, code, &words);
        }
    };
    Failure::reported(operation, kind, code, words)
}

/// Whether an error is one of AWS: these name their code, in the body or in a header, or at least
/// a request's id. Source: <https://smithy.io/2.0/aws/protocols/aws-json-1_1-protocol.html>
fn is_of_aws(answer: &HttpResponse, code: &str) -> bool {
    let status = answer.status().as_u16();
    // None of these operations redirects, and AWS is no proxy that could want a password.
    let is_of_a_proxy = status == 407 || (300..400).contains(&status);
    !is_of_a_proxy && (!code.is_empty() || has_request_id(answer))
}

fn has_request_id(answer: &HttpResponse) -> bool {
    answer.headers().get("x-amzn-requestid").is_some()
}

/// Whether an answer of success is a web page, such as one that wants somebody to sign in.
fn is_a_page(answer: &HttpResponse, body: &str) -> bool {
    let form = answer.headers().get("content-type").unwrap_or("");
    let is_html = form.contains("html") || body.trim_start().starts_with('<');
    is_html && !has_request_id(answer)
}

/// An error that does not come from AWS. Where a server is out of order, somebody on the way to
/// it says so most often, and it passes.
fn of_another(answer: &HttpResponse) -> (Kind, Localized<String>) {
    let Localized { en, ja } = told(answer);
    if answer.status().is_server_error() {
        let words = texts!(
            "{en}, not in AWS's form",
            "AWS の応答の形式ではありません: {ja}"
        );
        (Kind::Unreachable, words)
    } else {
        let words = texts!(
            "a proxy or another server answered with {en}",
            "プロキシか別のサーバーが応答しました: {ja}"
        );
        (Kind::Proxy, words)
    }
}

/// An answer that is not AWS's: its status, where it leads to, and the program that sent it. Its
/// body may be a page, and is not told.
fn told(answer: &HttpResponse) -> Localized<String> {
    /// As much as names a program.
    const LONGEST: usize = 40;
    let header = |name: &str| answer.headers().get(name);
    let status = answer.status().as_u16();
    let mut en = format!("HTTP {status}");
    let mut details = Vec::new();
    if let Some(host) = header("location").and_then(host) {
        let _ = write!(en, " to {host}");
        details.push(format!("転送先: {host}"));
    }
    if let Some(server) = header("server") {
        let server: String = server.chars().take(LONGEST).collect();
        let _ = write!(en, " ({server})");
        details.push(server);
    }
    let details = match details.join("、") {
        details if details.is_empty() => details,
        details => format!("（{details}）"),
    };
    texts!("{en}", "HTTP {status}{details}")
}

/// The host of a URL, without what a user or a session may be known by.
fn host(url: &str) -> Option<&str> {
    let (_, rest) = url.split_once("://")?;
    let authority = rest.split(['/', '?', '#']).next()?;
    authority.rsplit('@').next()
}

/// A request that got no answer at all, or none that can be read.
fn without_answer(error: &(dyn StdError + 'static)) -> (Kind, Localized<String>) {
    let mut bodies = causes(error).filter_map(|cause| cause.downcast_ref());
    let body: Option<&BodyError> = bodies.next();
    if let Some(too_large @ BodyError::TooLarge) = body {
        return (Kind::TooLarge, too_large.message());
    }
    let mut credentials = causes(error).filter_map(|cause| cause.downcast_ref());
    if let Some(cause) = credentials.next().cloned() {
        return (Kind::Credentials(Box::new(cause)), in_each(""));
    }
    let message = chain(error);
    let has = |words: &[&str]| words.iter().any(|word| message.contains(word));
    if has(&[WANTS_A_PASSWORD]) {
        let words = texts!(
            "the proxy wants a user and a password (HTTP 407)",
            "プロキシにユーザー名とパスワードが必要です（HTTP 407）"
        );
        return (Kind::Proxy, words);
    }
    let kind = if has(&["certificate", "UnknownIssuer"]) {
        Kind::Certificate
    } else {
        Kind::Unreachable
    };
    let words = match body {
        Some(cut) => {
            let ja = cut.message().ja;
            texts!("{message}", "{ja}: {message}")
        }
        None => in_each(&message),
    };
    (kind, words)
}

/// A refusal in AWS's own form.
fn refused(operation: Operation, status: u16, code: &str, message: &str) -> Kind {
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

/// An error with all its causes, each said once, and without the password of a URL.
fn chain(error: &(dyn StdError + 'static)) -> String {
    let mut out = String::new();
    for error in causes(error) {
        let words = error.to_string();
        // It goes on with the whole request.
        let words = match words.split_once(" to request `") {
            Some((before, _)) => before,
            None => &words,
        };
        if out.is_empty() {
            out.push_str(words);
        } else if !out.contains(words) {
            let _ = write!(out, ": {words}");
        }
    }
    mask_user_info(&out)
}
