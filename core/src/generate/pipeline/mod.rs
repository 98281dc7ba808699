//! The CloudFormation stack of a pipeline: a source, a build that deploys, the bucket between them,
//! and a role for each with what it uses.

mod project;
mod source;
mod storage;
mod words;

use super::buildspec::create_parameters;
use super::iam::{self, Need, Trust, needs};
use super::scope::Scope;
use super::slot::{self, Slot};
use super::template::{self, Template};
use super::term::{Ink, Part, Term};
use super::value::{Comment, Function, List, Map, Value};
use super::{Generated, Refusal};

pub(super) fn generate(mut scope: Scope<'_>) -> Result<Generated, Refusal> {
    if scope.outline.family.is_empty() {
        return Err(Refusal::NoFamily);
    }
    scope.project = named("-project");
    scope.bucket = Some(Term(vec![Part::Resource("ArtifactBucket")]));
    scope.from_parameters = true;
    let known = |slot: &Slot| scope.known(slot);
    let ink = Ink {
        template: true,
        known: &known,
    };
    let stack = Stack { scope: &scope, ink };
    let resources = source::resources(&stack, storage::resources(&stack));
    let resources = project::resources(&stack, resources);
    let resources = source::trigger(&stack, resources);
    let output = |value: Value| Map::new().set("Value", value);
    let outputs = Map::new()
        .set("PipelineName", output(reference("Pipeline")))
        .set("ArtifactBucketName", output(reference("ArtifactBucket")))
        .set("CodeBuildRoleArn", output(attribute("CodeBuildRole.Arn")));
    template::write(
        Template {
            name: "pipeline.yml",
            description:
                "Builds an image and deploys it to ECS without CodeDeploy, as for scheduled tasks"
                    .to_owned(),
            head: heading(&scope),
            resources,
            outputs,
        },
        &scope,
    )
}

/// What the parts of the stack are made with.
struct Stack<'a> {
    scope: &'a Scope<'a>,
    ink: Ink<'a>,
}

impl Stack<'_> {
    /// A role of this stack with the statements of a table.
    fn role(&self, needs: &'static [Need], trust: Trust) -> Map {
        let statements = iam::statements(needs, self.scope);
        let policy = Map::new()
            .set("PolicyName", "taskdef")
            .set("PolicyDocument", iam::document(&statements, self.ink));
        self.resource(
            "AWS::IAM::Role",
            Map::new()
                .set(
                    "AssumeRolePolicyDocument",
                    iam::trust(trust, self.ink, self.scope),
                )
                .set("Policies", List::new().push(policy)),
        )
    }

    /// A resource with the tags that all have.
    fn resource(&self, kind: &str, properties: Map) -> Map {
        let tag = |key: &str, slot| Map::new().set("Key", key).set("Value", self.slot(slot));
        let tags = List::new()
            .push(tag("Service", &slot::SERVICE))
            .push(tag("Environment", &slot::ENV));
        Map::new()
            .set("Type", kind)
            .set("Properties", properties.set("Tags", tags))
    }

    fn slot(&self, slot: &'static Slot) -> Value {
        self.ink.text(&Term::slot(slot))
    }
}

/// A name of the stack's own.
fn named(what: &'static str) -> Term {
    Term::slot(&slot::SERVICE)
        .then("-")
        .with(&Term::slot(&slot::ENV))
        .then("-cicd-batch")
        .then(what)
}

fn reference(name: &str) -> Value {
    Value::Call(Function::Ref, Box::new(name.into()))
}

fn attribute(name: &str) -> Value {
    Value::Call(Function::GetAtt, Box::new(name.into()))
}

/// What differs from the pipeline that people copy, and what is to be done first.
fn heading(scope: &Scope<'_>) -> Vec<Comment> {
    let mut comments: Vec<Comment> = vec![words::BEFORE.into()];
    let commands = create_parameters(scope);
    if !commands.is_empty() {
        comments.push(words::CREATE_PARAMETERS.into());
    }
    comments.extend(commands.into_iter().map(|command| Comment {
        words: words::COMMAND,
        holes: vec![("{command}", command)],
    }));
    comments.push(words::DIFFERS.into());
    comments
}
