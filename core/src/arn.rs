//! Parsing of ARNs.

use crate::placeholder::spans;

/// The parts of an ARN: `arn:PARTITION:SERVICE:REGION:ACCOUNT:RESOURCE`. Source:
/// <https://docs.aws.amazon.com/IAM/latest/UserGuide/reference-arns.html>
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Arn<'a> {
    /// The partition, such as `aws` or `aws-cn`.
    pub partition: &'a str,
    /// The service, such as `ecs`.
    pub service: &'a str,
    /// The region; empty for a global resource such as a role.
    pub region: &'a str,
    /// The account's id.
    pub account: &'a str,
    /// The resource, which may contain colons.
    pub resource: &'a str,
}

impl<'a> Arn<'a> {
    /// Parses an ARN; `None` if the text is not one. A colon in a placeholder, such as `${AWS::Region}`,
    /// parts nothing.
    #[must_use]
    pub fn parse(text: &'a str) -> Option<Self> {
        let (partition, rest) = split_colon(text.strip_prefix("arn:")?)?;
        let (service, rest) = split_colon(rest)?;
        let (region, rest) = split_colon(rest)?;
        let (account, resource) = split_colon(rest)?;
        Some(Arn {
            partition,
            service,
            region,
            account,
            resource,
        })
    }

    /// The path of an S3 object, with its bucket; `None` if the ARN is of anything else.
    #[must_use]
    pub fn s3_object(self) -> Option<&'a str> {
        let of_s3 = self.service == "s3" && self.region.is_empty() && self.account.is_empty();
        let (bucket, key) = self.resource.split_once('/')?;
        (of_s3 && !bucket.is_empty() && !key.is_empty()).then_some(self.resource)
    }

    /// The ARN of another resource in the same service, region and account.
    #[must_use]
    pub fn sibling(self, resource: &str) -> String {
        self.in_service(self.service, resource)
    }

    /// The ARN of a resource of another service in the same region and account.
    #[must_use]
    pub fn in_service(self, service: &str, resource: &str) -> String {
        let Arn {
            partition,
            region,
            account,
            ..
        } = self;
        format!("arn:{partition}:{service}:{region}:{account}:{resource}")
    }
}

/// What is before and behind the first colon that is not in a placeholder.
pub(crate) fn split_colon(text: &str) -> Option<(&str, &str)> {
    let mut spans = spans(text).peekable();
    let (at, _) = text.match_indices(':').find(|(at, _)| {
        while spans.next_if(|span| span.end <= *at).is_some() {}
        spans.peek().is_none_or(|span| !span.contains(at))
    })?;
    Some((&text[..at], &text[at + 1..]))
}

/// The last segment of an ARN or a path.
pub(crate) fn last_of_path(text: &str) -> String {
    text.rsplit('/').next().unwrap_or_default().to_owned()
}

#[cfg(test)]
mod tests {
    use super::Arn;

    #[test]
    fn takes_arns_apart() {
        let arn = Arn::parse("arn:aws-cn:ecs:cn-north-1:1:task-definition/a:5")
            .map(|arn| (arn.partition, arn.resource));
        assert_eq!(arn, Some(("aws-cn", "task-definition/a:5")));
        assert_eq!(Arn::parse("my-role"), None);
        assert_eq!(Arn::parse("arn:aws:iam"), None);
    }

    #[test]
    fn parts_no_placeholder() {
        for place in ["${AWS::Region}", "<your: region>", "$(a:b)", "{{ a:b }}"] {
            let text = format!("arn:aws:ssm:{place}:1:parameter/a");
            let arn = Arn::parse(&text).map(|arn| (arn.region, arn.account, arn.resource));
            assert_eq!(arn, Some((place, "1", "parameter/a")));
        }
        let of_s3 = Arn::parse("arn:${AWS::Partition}:s3:::bucket/a:b");
        let parts = of_s3.map(|arn| (arn.partition, arn.account, arn.resource));
        assert_eq!(parts, Some(("${AWS::Partition}", "", "bucket/a:b")));
    }
}
