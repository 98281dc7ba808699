//! The resources in policies, as ARNs.

use super::expr::Expr;
use super::moves::Services;
use super::request::Style;
use super::scope::Scope;
use crate::arn::Arn;
use crate::event_names::{RuleName, ScheduleName};
use crate::image::EcrImage;
use crate::placeholder::is_placeholder;

/// An ECR repository.
pub(super) struct Repository {
    /// Its ARN.
    pub(super) arn: Expr,
    /// The form that `docker push` takes, if known.
    pub(super) uri: Option<String>,
}

impl Scope<'_> {
    /// The repository that the build pushes to.
    pub(super) fn repository(&self) -> Repository {
        let image = match &self.request.repository {
            Some(name) if EcrImage::parse(name).is_none() => None,
            _ => self.image(),
        };
        Repository {
            uri: image.map(|image| image.name.to_owned()),
            arn: self.repository_arn(image, &Expr::parse("«EcrRepository»")),
        }
    }

    /// The address that the build pushes to, with the repository's name as a parameter, so that it is the
    /// one that the policy names.
    pub(super) fn repository_address(&self) -> Expr {
        let name = "«EcrRepository»";
        let here = "«AWS::AccountId».dkr.ecr.«AWS::Region».«AWS::URLSuffix»/";
        let image = match &self.request.repository {
            Some(name) if EcrImage::parse(name).is_none() => None,
            _ => self.image(),
        };
        match image.filter(|image| self.is_elsewhere(*image)) {
            Some(image) => {
                let host = image.name.strip_suffix(image.repository);
                Expr::data(host.unwrap_or_default()).then(name)
            }
            None => Expr::parse(here).then(name),
        }
    }

    /// Whether an image's registry is not that of the deployment.
    fn is_elsewhere(&self, image: EcrImage<'_>) -> bool {
        let other = |known: Option<String>, its: &str| known.is_some_and(|known| known != its);
        other(self.region(), image.region) || other(self.account(), image.account)
    }

    /// The ARN of a repository. Its region and account are literal only if they differ from those of the
    /// deployment.
    pub(super) fn repository_arn(&self, image: Option<EcrImage<'_>>, name: &Expr) -> Expr {
        let start = Expr::parse("arn:«AWS::Partition»:ecr:");
        let place = match image {
            Some(image) if self.is_elsewhere(image) => {
                let region = start.with_pasted(image.region);
                region.then(":").with_pasted(image.account)
            }
            _ => start.then("«AWS::Region»:«AWS::AccountId»"),
        };
        place.then(":repository/").with(name)
    }

    /// The roles of the task definition, without duplicates.
    pub(super) fn task_roles(&self) -> Vec<Expr> {
        let outline = self.outline;
        let task = role(outline.task_role.as_deref(), "«TaskRoleArn»");
        let mut roles: Vec<Expr> = task.into_iter().collect();
        if outline.execution_role != outline.task_role {
            let execution = role(outline.execution_role.as_deref(), "«ExecutionRoleArn»");
            roles.extend(execution);
        }
        for written in self.jobs.iter().flat_map(|job| &job.roles) {
            roles.push(named_role(written));
        }
        roles
    }

    /// The families of a batch whose roles are not known: neither the pasted one, nor one that names them.
    pub(super) fn families_without_roles(&self) -> Vec<&str> {
        let jobs = self.jobs.iter();
        let unknown = jobs.filter(|job| job.roles.is_empty() && job.family != self.outline.family);
        unknown.map(|job| job.family.as_str()).collect()
    }

    /// Every revision of the family, or of each family of a batch.
    pub(super) fn task_definitions(&self) -> Vec<Expr> {
        let mut definitions = Vec::new();
        for job in &self.jobs {
            let family = Expr::arn("ecs", "task-definition/").with_data(&job.family);
            definitions.push(family.then(":*"));
        }
        if definitions.is_empty() && !self.outline.family.is_empty() {
            definitions.push(Expr::arn("ecs", "task-definition/«Family»:*"));
        }
        definitions
    }

    /// Whether the build uses the cluster's name.
    pub(super) fn uses_cluster(&self) -> bool {
        let moves = self.moves();
        let request = self.request;
        moves.has_services()
            || request.run
            || request.style == Style::Taskdef && !moves.is_nothing()
    }

    /// The services that the build updates. A single name may become a template parameter; several
    /// names are written out.
    pub(super) fn services(&self) -> Vec<Expr> {
        self.of_services("service/«EcsCluster»/")
    }

    /// Every revision of these services.
    pub(super) fn service_revisions(&self) -> Vec<Expr> {
        all(self.of_services("service-revision/«EcsCluster»/"))
    }

    /// Every deployment of these services.
    pub(super) fn service_deployments(&self) -> Vec<Expr> {
        all(self.of_services("service-deployment/«EcsCluster»/"))
    }

    fn of_services(&self, start: &'static str) -> Vec<Expr> {
        let start = Expr::arn("ecs", start);
        let moves = self.moves();
        match &moves.services {
            Services::None => Vec::new(),
            _ if moves.has_one_service() && !self.is_batch() => vec![start.then("«EcsService»")],
            Services::Variable => Vec::new(),
            Services::Named(names) => {
                let names = names.iter();
                names.map(|name| start.clone().with_data(name)).collect()
            }
        }
    }

    /// The rules that the build updates, in the same way as [services](Self::services).
    pub(super) fn rules(&self) -> Vec<Expr> {
        let start = Expr::arn("events", "rule/");
        let mut rules = Vec::new();
        match self.moves().rules.as_slice() {
            [] => {}
            [_] if !self.is_batch() => rules.push(start.then("«RuleName»")),
            names => {
                for rule in names {
                    rules.push(start.clone().with_data(&RuleName::parse(rule).path()));
                }
            }
        }
        rules
    }

    /// The groups of the schedules, without duplicates; the default group if none is named.
    pub(super) fn schedule_groups(&self) -> Vec<String> {
        let mut groups = Vec::new();
        for schedule in &self.moves().schedules {
            groups.push(ScheduleName::parse(schedule).group.to_owned());
        }
        if groups.is_empty() {
            groups.push("default".to_owned());
        }
        groups.sort_unstable();
        groups.dedup();
        groups
    }

    pub(super) fn schedules(&self) -> Vec<Expr> {
        let mut schedules = Vec::new();
        for schedule in &self.moves().schedules {
            let ScheduleName { group, name } = ScheduleName::parse(schedule);
            let group = Expr::arn("scheduler", "schedule/").with_data(group);
            schedules.push(group.then("/").with_data(name));
        }
        schedules
    }

    /// The parameters that the build reads, as ARNs.
    pub(super) fn parameters(&self) -> Vec<Expr> {
        let mut parameters = Vec::new();
        for name in self.parameter_names() {
            parameters.push(Expr::arn("ssm", "parameter«ParameterPath»/").then(name));
        }
        parameters
    }
}

/// The ARN of a role given by its ARN or its bare name.
fn role(written: Option<&str>, parameter: &'static str) -> Option<Expr> {
    let written = written?;
    if is_placeholder(written) || Arn::parse(written).is_some() {
        return Some(Expr::parse(parameter));
    }
    Some(named_role(written))
}

/// The ARN of a role that is written out.
fn named_role(written: &str) -> Expr {
    if Arn::parse(written).is_some() {
        return Expr::data(written);
    }
    let start = Expr::parse("arn:«AWS::Partition»:iam::«AWS::AccountId»:role/");
    start.with_data(written)
}

/// All that is under these names.
fn all(names: Vec<Expr>) -> Vec<Expr> {
    names.into_iter().map(|name| name.then("/*")).collect()
}
