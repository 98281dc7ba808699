//! What stands between the SDK and its HTTP client: it reads the body of each answer up to a
//! limit, which the SDK does not have, and lets it not try again what is in vain.

use std::error::Error as StdError;
use std::fmt;

use aws_smithy_runtime_api::client::http::{
    HttpClient, HttpConnector, HttpConnectorFuture, SharedHttpClient, SharedHttpConnector,
    http_client_fn,
};
use aws_smithy_runtime_api::client::orchestrator::{HttpRequest, HttpResponse};
use aws_smithy_runtime_api::client::result::ConnectorError;
use aws_smithy_types::body::SdkBody;
use aws_smithy_types::byte_stream::ByteStream;
use taskdef_core::Localized;

use crate::text::texts;

/// The largest body that is read. The largest of AWS's are a page of a log, 1 MB of text that as
/// JSON may take six times as much. Source:
/// <https://docs.aws.amazon.com/AmazonCloudWatchLogs/latest/APIReference/API_GetLogEvents.html>
const MOST_BYTES: usize = 16 << 20;

/// The HTTP client's words for a proxy that answers `CONNECT` with 407.
pub(super) const WANTS_A_PASSWORD: &str = "proxy authorization required";

/// A client with these limits.
pub(super) fn limited(client: SharedHttpClient) -> SharedHttpClient {
    http_client_fn(move |settings, components| {
        SharedHttpConnector::new(Limited(client.http_connector(settings, components)))
    })
}

/// A connector with these limits.
#[derive(Debug)]
struct Limited(SharedHttpConnector);

impl HttpConnector for Limited {
    fn call(&self, request: HttpRequest) -> HttpConnectorFuture {
        let answer = self.0.call(request);
        HttpConnectorFuture::new(async move { read_whole(answer.await.map_err(in_vain)?).await })
    }
}

/// The same error; no I/O error, which the SDK tries again, where a proxy wants a password.
fn in_vain(error: ConnectorError) -> ConnectorError {
    if causes(&error).any(|cause| cause.to_string().contains(WANTS_A_PASSWORD)) {
        ConnectorError::other(error.into(), None)
    } else {
        error
    }
}

/// An error, and what caused it, and so on.
pub(super) fn causes<'e>(
    error: &'e (dyn StdError + 'static),
) -> impl Iterator<Item = &'e (dyn StdError + 'static)> {
    let mut next = Some(error);
    std::iter::from_fn(move || {
        let error = next?;
        next = error.source();
        Some(error)
    })
}

/// An answer with its body in memory.
async fn read_whole(mut answer: HttpResponse) -> Result<HttpResponse, ConnectorError> {
    // Trying again would give no smaller one.
    let too_large = || ConnectorError::other(BodyError::TooLarge.into(), None);
    let length = answer.headers().get("content-length");
    let length = length.and_then(|length| length.parse().ok());
    if length.is_some_and(|length: u64| length > MOST_BYTES as u64) {
        return Err(too_large());
    }
    let mut body = ByteStream::new(std::mem::replace(answer.body_mut(), SdkBody::taken()));
    let mut whole = Vec::new();
    while let Some(part) = body.next().await {
        let part = part.map_err(|cause| ConnectorError::io(BodyError::Cut(cause.into()).into()))?;
        if whole.len() + part.len() > MOST_BYTES {
            return Err(too_large());
        }
        whole.extend_from_slice(&part);
    }
    *answer.body_mut() = SdkBody::from(whole);
    Ok(answer)
}

/// Why there is no body, although there was an answer.
#[derive(Debug)]
pub(super) enum BodyError {
    /// It is larger than anything that AWS answers.
    TooLarge,
    /// It broke off.
    Cut(Box<dyn StdError + Send + Sync>),
}

impl BodyError {
    /// What is wrong with it.
    pub(super) fn message(&self) -> Localized<String> {
        const MIB: usize = MOST_BYTES >> 20;
        match self {
            BodyError::TooLarge => texts!(
                "the answer has more than {MIB} MiB",
                "応答が {MIB} MiB を超えています"
            ),
            BodyError::Cut(_) => texts!("the answer broke off", "応答が途中で切れました"),
        }
    }
}

/// For the SDK, whose errors are in English.
impl fmt::Display for BodyError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.message().en)
    }
}

impl StdError for BodyError {
    fn source(&self) -> Option<&(dyn StdError + 'static)> {
        match self {
            BodyError::TooLarge => None,
            BodyError::Cut(cause) => Some(&**cause),
        }
    }
}
