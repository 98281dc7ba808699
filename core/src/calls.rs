//! What a deploy calls: when each of the [`actions`] is needed, said once. The generated policies are made
//! from it, and the list of a dry run.

use crate::actions;

/// What deploys.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Program {
    /// A script with the AWS CLI.
    AwsCli,
    /// taskdef, which also looks, tells and follows.
    Taskdef,
}

/// A deploy, as far as what it calls depends on it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Deploy {
    /// What deploys.
    pub by: Program,
    /// What each family takes.
    pub families: Vec<Family>,
    /// Whether a cluster is named.
    pub cluster: bool,
    /// Whether the services are those of the cluster that run a family.
    pub all_services: bool,
    /// Whether every rule and schedule is looked at.
    pub all_triggers: bool,
    /// Whether it waits for the services.
    pub waits: bool,
    /// Whether it runs each new revision once, before or after the services have moved.
    pub runs: bool,
    /// How it goes back, if it does.
    pub back: Option<Back>,
}

/// One family of a deploy.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
#[expect(
    clippy::struct_excessive_bools,
    reason = "each is a fact of its own about a family"
)]
pub struct Family {
    /// Whether a revision is registered.
    pub registers: bool,
    /// Whether the revision has tags.
    pub tagged: bool,
    /// Whether services run it.
    pub services: bool,
    /// What is done with rules.
    pub rules: Touched,
    /// What is done with schedules.
    pub schedules: Touched,
    /// Whether the task that is run once gets tags.
    pub tags_run: bool,
}

/// What is done with rules or with schedules. Of several, some may be only read.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Touched {
    /// Whether one is read that stays as it is.
    pub reads: bool,
    /// Whether one is moved.
    pub moves: bool,
}

/// How a deploy goes back.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Back {
    /// To a revision that the person named.
    Named,
    /// To the one that ran before, which it finds.
    Found,
    /// The same, while a deployment is under way, which it stops.
    UnderWay,
}

/// A part of what a deploy calls: actions on resources of one kind.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Part {
    /// Compares with what is registered; AWS can't limit it.
    Compare,
    /// Registers a revision of the family.
    Register,
    /// Gives the revision its tags.
    TagRevision,
    /// Passes the revision's roles to ECS.
    PassTaskRoles,
    /// Moves the services.
    MoveServices,
    /// Looks at the cluster.
    FindCluster,
    /// Lists the services of a cluster; AWS can't limit it to one.
    FindServices,
    /// Looks at any service of the cluster.
    ReadServices,
    /// Reads what the services ran before: the services, their revisions.
    ReadHistory,
    /// Watches the deployments of the services.
    WatchDeployments,
    /// Stops a deployment of the services.
    StopDeployments,
    /// Lists the stopped tasks of the cluster.
    ListStopped,
    /// Reads why tasks of the cluster stopped.
    WhyStopped,
    /// Starts a task of the family, on the cluster.
    Run,
    /// Gives that task tags.
    TagRun,
    /// Follows that task to its end.
    Follow,
    /// Reads its log.
    ReadLog,
    /// Lists all rules and schedules; AWS can't limit it.
    FindStarters,
    /// Reads any rule and schedule.
    ReadStarters,
    /// Reads rules that stay as they are.
    ReadRules,
    /// Moves rules.
    MoveRules,
    /// Passes the roles of the moved rules.
    PassRuleRoles,
    /// Reads schedules that stay as they are.
    ReadSchedules,
    /// Moves schedules.
    MoveSchedules,
    /// Passes the roles of the moved schedules.
    PassScheduleRoles,
    /// Lists the revisions of the family; AWS can't limit it.
    FindRevisions,
}

/// What a deploy calls.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Calls {
    /// For each family, in their order.
    pub families: Vec<Vec<Part>>,
    /// Once for all of them.
    pub whole: Vec<Part>,
}

/// What a deploy calls.
#[must_use]
pub fn calls(deploy: &Deploy) -> Calls {
    let families = deploy.families.iter();
    Calls {
        families: families.map(|family| of_family(deploy, *family)).collect(),
        whole: of_all(deploy),
    }
}

fn of_family(deploy: &Deploy, family: Family) -> Vec<Part> {
    let by_taskdef = deploy.by == Program::Taskdef;
    let Touched { reads, moves } = family.rules;
    let schedules = family.schedules;
    let has_starter = family.services || reads || moves || schedules.reads || schedules.moves;
    let looks = deploy.runs && by_taskdef && !has_starter;
    needed(&[
        // A script shows what changed where it also runs it.
        (by_taskdef || deploy.runs, Part::Compare),
        (family.registers, Part::Register),
        (family.registers && family.tagged, Part::TagRevision),
        (family.registers || deploy.runs, Part::PassTaskRoles),
        (family.services, Part::MoveServices),
        (deploy.runs, Part::Run),
        (deploy.runs && family.tags_run, Part::TagRun),
        (deploy.runs, Part::Follow),
        (deploy.runs && by_taskdef, Part::ReadLog),
        // Nothing says how to run it, so that taskdef looks for what starts it.
        (looks, Part::FindStarters),
        (looks, Part::ReadStarters),
        (looks, Part::FindServices),
        (looks, Part::ReadServices),
        (reads, Part::ReadRules),
        (moves, Part::MoveRules),
        (moves, Part::PassRuleRoles),
        (schedules.reads, Part::ReadSchedules),
        (schedules.moves, Part::MoveSchedules),
        (schedules.moves, Part::PassScheduleRoles),
    ])
}

fn of_all(deploy: &Deploy) -> Vec<Part> {
    // A script waits by what moves a service, and looks for nothing.
    if deploy.by == Program::AwsCli {
        return Vec::new();
    }
    let has_services = deploy.families.iter().any(|family| family.services);
    let watches = deploy.waits && has_services;
    let finds = matches!(deploy.back, Some(Back::Found | Back::UnderWay));
    let searches = deploy.cluster && deploy.all_services;
    needed(&[
        (searches, Part::FindServices),
        // Services of other families are looked at too.
        (searches, Part::ReadServices),
        // A service tells whether its cluster exists.
        (
            deploy.cluster && !searches && !has_services,
            Part::FindCluster,
        ),
        (watches || finds, Part::ReadHistory),
        (watches, Part::WatchDeployments),
        (watches, Part::ListStopped),
        (watches, Part::WhyStopped),
        (deploy.all_triggers, Part::FindStarters),
        (deploy.all_triggers, Part::ReadStarters),
        (finds, Part::FindRevisions),
        (deploy.back == Some(Back::UnderWay), Part::StopDeployments),
    ])
}

fn needed(parts: &[(bool, Part)]) -> Vec<Part> {
    let parts = parts.iter().filter(|(is_needed, _)| *is_needed);
    parts.map(|(_, part)| *part).collect()
}

impl Part {
    /// The actions, in IAM's spelling.
    #[must_use]
    pub const fn actions(self) -> &'static [&'static [&'static str]] {
        match self {
            Part::Compare => &[actions::COMPARE],
            Part::Register => &[actions::REGISTER],
            Part::TagRevision | Part::TagRun => &[actions::TAG],
            Part::PassTaskRoles | Part::PassRuleRoles | Part::PassScheduleRoles => {
                &[actions::PASS_ROLE]
            }
            Part::MoveServices => &[actions::UPDATE_SERVICE],
            Part::FindCluster => &[actions::FIND_CLUSTER],
            Part::FindServices => &[actions::LIST_SERVICES],
            Part::ReadServices => &[actions::READ_SERVICE],
            Part::ReadHistory => &[actions::READ_HISTORY],
            Part::WatchDeployments => &[actions::WATCH_DEPLOYMENT],
            Part::StopDeployments => &[actions::STOP_DEPLOYMENT],
            Part::ListStopped => &[actions::LIST_STOPPED],
            Part::WhyStopped => &[actions::WHY_STOPPED],
            Part::Run => &[actions::RUN],
            Part::Follow => &[actions::FOLLOW],
            Part::ReadLog => &[actions::READ_LOG],
            Part::FindStarters => &[actions::LIST_TRIGGERS],
            Part::ReadStarters => &[actions::READ_RULE, actions::READ_SCHEDULE],
            Part::ReadRules => &[actions::READ_RULE],
            Part::MoveRules => &[actions::MOVE_RULE],
            Part::ReadSchedules => &[actions::READ_SCHEDULE],
            Part::MoveSchedules => &[actions::MOVE_SCHEDULE],
            Part::FindRevisions => &[actions::LIST_REVISIONS],
        }
    }
}
