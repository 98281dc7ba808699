//! What an option takes has to be of its kind: an ARN of the right resource, an address of mail.

use super::error::GenerateError;
use super::request::Request;
use crate::arn::Arn;

/// An option that takes an ARN.
struct Wanted {
    option: &'static str,
    service: &'static str,
    /// What the resource begins with.
    resource: &'static str,
    /// An ARN of that kind.
    example: &'static str,
    given: fn(&Request) -> &[String],
}

const ROLE: &str = "arn:aws:iam::111122223333:role/NAME";
const TOPIC: &str = "arn:aws:sns:eu-west-1:111122223333:NAME";

const WANTED: [Wanted; 7] = [
    wanted("--rule-role", ["iam", "role/", ROLE], |it| {
        it.rule_role.as_slice()
    }),
    wanted("--schedule-role", ["iam", "role/", ROLE], |it| {
        it.schedule_role.as_slice()
    }),
    wanted("--role", ["iam", "role/", ROLE], |it| {
        it.github_role.as_slice()
    }),
    wanted("--notify", ["sns", "", TOPIC], |it| it.notify.as_slice()),
    wanted("--topic", ["sns", "", TOPIC], |it| it.topic.as_slice()),
    wanted(
        "--state-machine",
        [
            "states",
            "stateMachine:",
            "arn:aws:states:eu-west-1:111122223333:stateMachine:NAME",
        ],
        |it| it.state_machine.as_slice(),
    ),
    // A policy does not match the alias of a key.
    wanted(
        "--kms-key",
        ["kms", "key/", "arn:aws:kms:eu-west-1:111122223333:key/ID"],
        |it| &it.kms_keys,
    ),
];

const fn wanted(
    option: &'static str,
    [service, resource, example]: [&'static str; 3],
    given: fn(&Request) -> &[String],
) -> Wanted {
    Wanted {
        option,
        service,
        resource,
        example,
        given,
    }
}

/// Checks what each option was given.
///
/// # Errors
/// One of them is not of its kind.
pub(super) fn check(request: &Request) -> Result<(), GenerateError> {
    for wanted in &WANTED {
        if !(wanted.given)(request).iter().all(|text| wanted.fits(text)) {
            return Err(GenerateError::no_arn(wanted.option, wanted.example));
        }
    }
    if request.mail.iter().all(|text| is_address(text)) {
        Ok(())
    } else {
        Err(GenerateError::NO_ADDRESS)
    }
}

impl Wanted {
    fn fits(&self, text: &str) -> bool {
        let resource = Arn::parse(text)
            .filter(|arn| arn.service == self.service)
            .and_then(|arn| arn.resource.strip_prefix(self.resource));
        let is_plain = |name: &str| !name.is_empty() && !name.contains(char::is_whitespace);
        resource.is_some_and(is_plain)
    }
}

fn is_address(text: &str) -> bool {
    let parts = text.split_once('@');
    let is_part = |part: &str| !part.is_empty() && !part.contains(['@', ':', ' ']);
    parts.is_some_and(|(name, host)| is_part(name) && is_part(host))
}
