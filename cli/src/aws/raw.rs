//! Our own operation and JSON in the SDK's requests, and AWS's own JSON out of its answers.

use std::error::Error as StdError;
use std::sync::{Arc, OnceLock};

use aws_smithy_runtime_api::box_error::BoxError;
use aws_smithy_runtime_api::client::interceptors::Intercept;
use aws_smithy_runtime_api::client::interceptors::context::{
    AfterDeserializationInterceptorContextRef, BeforeTransmitInterceptorContextMut,
};
use aws_smithy_runtime_api::client::orchestrator::HttpResponse;
use aws_smithy_runtime_api::client::result::SdkError;
use aws_smithy_runtime_api::client::runtime_components::RuntimeComponents;
use aws_smithy_types::body::SdkBody;
use aws_smithy_types::config_bag::ConfigBag;
use aws_smithy_types::error::metadata::ProvideErrorMetadata;

use super::diagnosis::{failure, success};
use super::failure::Failure;
use super::operation::Operation;

/// Puts our operation and body into each attempt, and keeps the body of the answer.
#[derive(Debug, Clone)]
pub(super) struct Raw {
    operation: Operation,
    body: Arc<str>,
    answer: Arc<OnceLock<Result<String, Box<Failure>>>>,
}

impl Raw {
    pub(super) fn new(operation: Operation, body: String) -> Self {
        Raw {
            operation,
            body: body.into(),
            answer: Arc::default(),
        }
    }

    /// What came back. An answer of success counts even where the SDK can't read it.
    pub(super) fn answer<E>(
        &self,
        error: Option<SdkError<E, HttpResponse>>,
    ) -> Result<String, Box<Failure>>
    where
        E: StdError + ProvideErrorMetadata + 'static,
    {
        match (self.answer.get(), error) {
            (Some(answer), _) => answer.clone(),
            (None, Some(error)) => Err(Box::new(failure(self.operation, &error))),
            (None, None) => Err(Box::new(Failure::no_json(self.operation))),
        }
    }
}

impl Intercept for Raw {
    fn name(&self) -> &'static str {
        "Raw"
    }

    fn modify_before_signing(
        &self,
        context: &mut BeforeTransmitInterceptorContextMut<'_>,
        _: &RuntimeComponents,
        _: &mut ConfigBag,
    ) -> Result<(), BoxError> {
        let request = context.request_mut();
        if let Some(target) = self.operation.target() {
            request.headers_mut().insert("x-amz-target", target);
        }
        if self.body.is_empty() {
            return Ok(());
        }
        let length = self.body.len().to_string();
        request.headers_mut().insert("content-length", length);
        *request.body_mut() = SdkBody::from(self.body.as_bytes());
        Ok(())
    }

    fn read_after_deserialization(
        &self,
        context: &AfterDeserializationInterceptorContextRef<'_>,
        _: &RuntimeComponents,
        _: &mut ConfigBag,
    ) -> Result<(), BoxError> {
        let response = context.response();
        // Only a success ends the attempts for good, so that the cell is still empty then.
        if response.status().is_success() {
            let _ = self.answer.set(success(self.operation, response));
        }
        Ok(())
    }
}
