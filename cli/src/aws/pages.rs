//! Lists that come in pages.

use std::collections::HashSet;

use serde::de::DeserializeOwned;
use serde_json::Value;

use super::call::{Aws, member};
use super::failure::Failure;
use super::operation::Operation;
use crate::text::texts;

/// The tokens that named the pages of a list so far.
#[derive(Debug)]
pub(super) struct Tokens {
    operation: Operation,
    seen: HashSet<String>,
}

impl Tokens {
    pub(super) fn new(operation: Operation) -> Self {
        Tokens {
            operation,
            seen: HashSet::new(),
        }
    }

    /// The token of the next page, if there is one.
    ///
    /// # Errors
    /// It named a page before: such a list has no end.
    pub(super) fn next(&mut self, token: Option<String>) -> Result<Option<String>, Box<Failure>> {
        let token = token.filter(|token| !token.is_empty());
        match &token {
            Some(token) if !self.seen.insert(token.clone()) => {
                let why = texts!(
                    "the same page token came twice",
                    "同じページのトークンが 2 度返されました"
                );
                Err(Box::new(Failure::invalid_response(self.operation, why)))
            }
            _ => Ok(token),
        }
    }
}

impl Aws {
    /// All pages of a list: the elements of `list`, where `token` names the next page.
    ///
    /// # Errors
    /// As [`Aws::ask`]; or a page lacks the list. AWS's model requires it of `ListSchedules` only,
    /// but ECS and `EventBridge` write an empty list as `[]`: what lacks it is no answer of theirs.
    pub(super) async fn pages<T: DeserializeOwned>(
        &self,
        operation: Operation,
        mut body: Value,
        list: &str,
        token: &str,
    ) -> Result<Vec<T>, Box<Failure>> {
        let mut all = Vec::new();
        let mut tokens = Tokens::new(operation);
        loop {
            let mut page: Value = self.ask(operation, &body).await?;
            all.extend(member::<Vec<T>>(operation, &mut page, list)?);
            match tokens.next(member(operation, &mut page, token)?)? {
                Some(next) => body[token] = next.into(),
                None => return Ok(all),
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use taskdef_core::Lang;

    use super::{Operation, Tokens};

    #[test]
    fn a_token_that_came_before_ends_the_list_with_an_error() {
        let token = |text: &str| Some(text.to_owned());
        let mut tokens = Tokens::new(Operation::ListClusters);
        for text in ["a", "b"] {
            assert_eq!(tokens.next(token(text)).ok(), Some(token(text)));
        }
        let twice = tokens
            .next(token("a"))
            .map_err(|failure| failure.message(Lang::En));
        let told = "ListClusters got no valid answer: the same page token came twice";
        assert!(twice.is_err_and(|words| words.starts_with(told)));
        assert_eq!(tokens.next(token("")).ok(), Some(None));
        assert_eq!(tokens.next(None).ok(), Some(None));
    }
}
