//! The pipeline itself, its source and what starts it.

use super::{Stack, Trust, attribute, named, needs, reference, words};
use crate::generate::iam;
use crate::generate::request::Source;
use crate::generate::resources::arn;
use crate::generate::slot;
use crate::generate::term::{Part, Term};
use crate::generate::value::{List, Map};

/// The pipeline with its role.
pub(super) fn resources(stack: &Stack<'_>, resources: Map) -> Map {
    let artifacts = Map::new()
        .set("Type", "S3")
        .set("Location", reference("ArtifactBucket"));
    let stage = |name: &str, action: Map| {
        Map::new()
            .set("Name", name)
            .set("Actions", List::new().push(action))
    };
    let properties = Map::new()
        .set("Name", stack.ink.text(&named("-pipeline")))
        .set("PipelineType", "V2")
        .set("RoleArn", attribute("PipelineRole.Arn"))
        .set("ArtifactStore", artifacts)
        .set(
            "Stages",
            List::new()
                .push(stage("Source", source(stack)))
                .push(stage("Build", build(stack))),
        );
    resources
        .say(words::PIPELINE_ROLE)
        .set(
            "PipelineRole",
            stack.role(needs::PIPELINE, Trust::CodePipeline),
        )
        .say(words::PIPELINE)
        .set(
            "Pipeline",
            stack.resource("AWS::CodePipeline::Pipeline", properties),
        )
}

fn source(stack: &Stack<'_>) -> Map {
    let (provider, configuration) = match stack.scope.request.source {
        Source::CodeCommit => (
            "CodeCommit",
            Map::new()
                .set("RepositoryName", stack.slot(&slot::CODECOMMIT))
                .set("BranchName", stack.slot(&slot::BRANCH))
                .say(words::NO_POLLING)
                .set("PollForSourceChanges", "false"),
        ),
        Source::Connection => (
            "CodeStarSourceConnection",
            Map::new()
                .set("ConnectionArn", stack.slot(&slot::CONNECTION))
                .set("FullRepositoryId", stack.slot(&slot::FULL_REPOSITORY))
                .set("BranchName", stack.slot(&slot::BRANCH)),
        ),
    };
    Map::new()
        .set("Name", "Source")
        .set("ActionTypeId", action("Source", provider))
        .set("Configuration", configuration)
        .set(
            "OutputArtifacts",
            List::new().push(Map::new().set("Name", "App")),
        )
}

fn build(stack: &Stack<'_>) -> Map {
    let configuration = Map::new().set("ProjectName", reference("CodeBuildProject"));
    let configuration = if stack.scope.request.batch.is_empty() {
        configuration
    } else {
        configuration
            .set("BatchEnabled", "true")
            .set("CombineArtifacts", "true")
    };
    Map::new()
        .set("Name", "Build")
        .set("ActionTypeId", action("Build", "CodeBuild"))
        .set("Configuration", configuration)
        .set(
            "InputArtifacts",
            List::new().push(Map::new().set("Name", "App")),
        )
        .set(
            "OutputArtifacts",
            List::new().push(Map::new().set("Name", "BuildOutput")),
        )
}

fn action(category: &str, provider: &str) -> Map {
    Map::new()
        .set("Category", category)
        .set("Owner", "AWS")
        .set("Provider", provider)
        .set("Version", "1")
}

/// What starts the pipeline when the branch changes. A connection does that by itself.
pub(super) fn trigger(stack: &Stack<'_>, resources: Map) -> Map {
    if stack.scope.request.source == Source::Connection {
        return resources;
    }
    let pipeline = arn("codepipeline").with(&Term(vec![Part::Resource("Pipeline")]));
    let statement = Map::new()
        .set("Sid", "StartPipeline")
        .set("Effect", "Allow")
        .set("Action", "codepipeline:StartPipelineExecution")
        .set("Resource", stack.ink.text(&pipeline));
    let document = Map::new()
        .set("Version", "2012-10-17")
        .set("Statement", List::new().push(statement));
    let policy = Map::new()
        .set("PolicyName", "taskdef")
        .set("PolicyDocument", document);
    let role = Map::new()
        .set(
            "AssumeRolePolicyDocument",
            iam::trust(Trust::StackRule, stack.ink, stack.scope),
        )
        .set("Policies", List::new().push(policy));
    let repository = arn("codecommit").with(&Term::slot(&slot::CODECOMMIT));
    let events = ["referenceCreated", "referenceUpdated"].into_iter();
    let detail = Map::new()
        .set("event", events.collect::<List>())
        .set("referenceType", List::new().push("branch"))
        .set("referenceName", List::new().push(stack.slot(&slot::BRANCH)));
    let pattern = Map::new()
        .set("source", List::new().push("aws.codecommit"))
        .set(
            "detail-type",
            List::new().push("CodeCommit Repository State Change"),
        )
        .set("resources", List::new().push(stack.ink.text(&repository)))
        .set("detail", detail);
    let target = Map::new()
        .set("Id", "pipeline")
        .set("Arn", stack.ink.text(&pipeline))
        .set("RoleArn", attribute("EventRole.Arn"));
    let starter = Map::new()
        .set("EventPattern", pattern)
        .set("Targets", List::new().push(target));
    resources
        .say(words::EVENT_ROLE)
        .set("EventRole", stack.resource("AWS::IAM::Role", role))
        .say(words::EVENT_RULE)
        .set(
            "EventRule",
            Map::new()
                .set("Type", "AWS::Events::Rule")
                .set("Properties", starter),
        )
}
