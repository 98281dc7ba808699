//! The bucket of artifacts: encrypted, private, over TLS only, emptied by itself.

use super::{Stack, attribute, reference, words};
use crate::generate::term::{Part, Term};
use crate::generate::value::{List, Map};

pub(super) fn resources(stack: &Stack<'_>) -> Map {
    let encryption = Map::new().set(
        "ServerSideEncryptionByDefault",
        Map::new().set("SSEAlgorithm", "AES256"),
    );
    let rule = Map::new()
        .set("Id", "expire")
        .set("Status", "Enabled")
        .set("ExpirationInDays", 30)
        .set(
            "AbortIncompleteMultipartUpload",
            Map::new().set("DaysAfterInitiation", 7),
        );
    let properties = Map::new()
        .set(
            "PublicAccessBlockConfiguration",
            Map::new()
                .set("BlockPublicAcls", true)
                .set("BlockPublicPolicy", true)
                .set("IgnorePublicAcls", true)
                .set("RestrictPublicBuckets", true),
        )
        .set(
            "BucketEncryption",
            Map::new().set(
                "ServerSideEncryptionConfiguration",
                List::new().push(encryption),
            ),
        )
        .say(words::LIFECYCLE)
        .set(
            "LifecycleConfiguration",
            Map::new().set("Rules", List::new().push(rule)),
        );
    let bucket = stack.resource("AWS::S3::Bucket", properties);
    let bucket = Map::new()
        .set("Type", "AWS::S3::Bucket")
        .say(words::RETAIN)
        .set("DeletionPolicy", "Retain")
        .set("UpdateReplacePolicy", "Retain")
        .merged(bucket);
    Map::new()
        .say(words::BUCKET)
        .set("ArtifactBucket", bucket)
        .say(words::TLS)
        .set("ArtifactBucketPolicy", policy(stack))
}

fn policy(stack: &Stack<'_>) -> Map {
    let bucket = || Term(vec![Part::Resource("ArtifactBucket.Arn")]);
    let deny = Map::new()
        .set("Sid", "TlsOnly")
        .set("Effect", "Deny")
        .set("Principal", "*")
        .set("Action", "s3:*")
        .set(
            "Resource",
            List::new()
                .push(attribute("ArtifactBucket.Arn"))
                .push(stack.ink.text(&bucket().then("/*"))),
        )
        .set(
            "Condition",
            Map::new().set("Bool", Map::new().set("aws:SecureTransport", "false")),
        );
    let document = Map::new()
        .set("Version", "2012-10-17")
        .set("Statement", List::new().push(deny));
    let properties = Map::new()
        .set("Bucket", reference("ArtifactBucket"))
        .set("PolicyDocument", document);
    Map::new()
        .set("Type", "AWS::S3::BucketPolicy")
        .set("Properties", properties)
}
