//! What the task runs on: a launch type, or capacity providers. EventBridge and Scheduler know no launch
//! type for ECS Managed Instances, which are reached through their capacity provider.
//!
//! Sources: `EcsParameters` of
//! <https://docs.aws.amazon.com/eventbridge/latest/APIReference/API_EcsParameters.html> and
//! <https://docs.aws.amazon.com/scheduler/latest/APIReference/API_EcsParameters.html>

use crate::capacity_provider::CapacityProvider;
use crate::generate::error::GenerateError;
use crate::generate::request::LaunchType;
use crate::generate::scope::Scope;
use crate::generate::template::Bindings;
use crate::generate::value::{Entry, Function, Value};
use crate::lang::Localized;

/// The most providers of a strategy that EventBridge and Scheduler take.
const MOST: usize = 6;

/// What the task runs on.
pub(super) enum Launch {
    Type(&'static str),
    Providers(Vec<CapacityProvider>),
    /// One provider, which a parameter of the stack names.
    OpenProvider,
    /// What the cluster's default strategy says, and without one EC2.
    OfCluster,
}

impl Launch {
    /// What the options say, else what the definition is for.
    ///
    /// # Errors
    /// The options contradict each other, or the definition.
    pub(super) fn of(scope: &Scope<'_>) -> Result<Self, GenerateError> {
        let request = scope.request;
        let kinds = &scope.outline.requires_compatibilities;
        let is_for = |kind: &str| kinds.iter().any(|it| it == kind);
        let may_be = |kind: &str| kinds.is_empty() || is_for(kind);
        if !request.capacity_providers.is_empty() {
            if request.launch_type != LaunchType::Definition {
                return Err(LAUNCHED_TWICE);
            }
            let providers = strategy(&request.capacity_providers)?;
            let fits = if providers.iter().all(CapacityProvider::is_fargate) {
                may_be("FARGATE")
            } else {
                may_be("EC2") || is_for("MANAGED_INSTANCES")
            };
            return if fits {
                Ok(Launch::Providers(providers))
            } else {
                Err(NOT_FOR)
            };
        }
        let asked = match request.launch_type {
            LaunchType::Definition => {
                let known = ["FARGATE", "EC2"].into_iter().find(|kind| is_for(kind));
                return Ok(match known {
                    Some(kind) => Launch::Type(kind),
                    None if is_for("MANAGED_INSTANCES") => Launch::OpenProvider,
                    None if is_for("EXTERNAL") => Launch::Type("EXTERNAL"),
                    None => Launch::OfCluster,
                });
            }
            LaunchType::Fargate => "FARGATE",
            LaunchType::Ec2 => "EC2",
            LaunchType::External => "EXTERNAL",
        };
        if may_be(asked) {
            Ok(Launch::Type(asked))
        } else {
            Err(NOT_FOR)
        }
    }

    fn is_fargate(&self) -> bool {
        match self {
            Launch::Type(kind) => *kind == "FARGATE",
            Launch::Providers(providers) => providers.iter().all(CapacityProvider::is_fargate),
            Launch::OpenProvider | Launch::OfCluster => false,
        }
    }

    /// Binds what it runs on, and whether it has a network of its own. Only on Fargate may it have a public
    /// IP address.
    pub(super) fn bind(&self, scope: &Scope<'_>, bindings: &mut Bindings) {
        let awsvpc = scope.outline.network_mode.as_deref() == Some("awsvpc");
        bindings.when("awsvpc", awsvpc);
        bindings.when("public", awsvpc && self.is_fargate());
        match self {
            Launch::Type(kind) => bindings.text("launch-type", kind),
            Launch::Providers(providers) => {
                let items = providers.iter().map(|it| item(it, it.name.as_str().into()));
                bindings.value("providers", Value::List(items.collect()));
            }
            Launch::OpenProvider => {
                let name = Function::Ref.call("CapacityProvider".into());
                bindings.value("providers", alone(name));
            }
            Launch::OfCluster => {}
        }
    }
}

/// The providers of a strategy.
///
/// # Errors
/// One can't be read, or ECS would not take them together.
fn strategy(given: &[String]) -> Result<Vec<CapacityProvider>, GenerateError> {
    let read = given.iter().map(|text| CapacityProvider::parse(text));
    let providers: Vec<CapacityProvider> = read.collect::<Option<_>>().ok_or(PROVIDER)?;
    let fargate = providers.iter().filter(|it| it.is_fargate()).count();
    let mixed = fargate != 0 && fargate != providers.len();
    let mut names: Vec<&str> = providers.iter().map(|it| it.name.as_str()).collect();
    names.sort_unstable();
    names.dedup();
    let twice = names.len() != providers.len();
    let bases = providers
        .iter()
        .filter(|it| it.base.is_some_and(|base| base > 0));
    let no_weight = providers.iter().all(|it| it.weight == Some(0));
    if mixed || twice || bases.count() > 1 || no_weight || providers.len() > MOST {
        return Err(STRATEGY);
    }
    Ok(providers)
}

/// A strategy of a single provider.
pub(super) fn alone(name: Value) -> Value {
    let provider = CapacityProvider {
        name: String::new(),
        weight: None,
        base: None,
    };
    Value::List(vec![item(&provider, name)])
}

/// A provider of a strategy. Without a weight, AWS would take 0: no task at all.
fn item(provider: &CapacityProvider, name: Value) -> Entry {
    let number = |digits: String| Value::Number(digits);
    let mut members = vec![Entry::member("CapacityProvider", name)];
    let weight = provider.weight.unwrap_or(1);
    members.push(Entry::member("Weight", number(weight.to_string())));
    if let Some(base) = provider.base {
        members.push(Entry::member("Base", number(base.to_string())));
    }
    Entry::element(Value::Map(members))
}

const PROVIDER: GenerateError = GenerateError::of_options(
    "launch",
    Localized {
        en: "--capacity-provider is NAME, NAME=WEIGHT or NAME=WEIGHT,BASE, with a weight up to 1000 and a base up to \
            100000",
        ja: "--capacity-provider は NAME、NAME=WEIGHT、NAME=WEIGHT,BASE のどれかの形で指定してください（WEIGHT は 1000 まで、\
            BASE は 100000 まで）",
    },
);

const STRATEGY: GenerateError = GenerateError::of_options(
    "launch",
    Localized {
        en: "these capacity providers make no strategy: each is named once, at most 6 of them, at most one with a \
            base, not all with the weight 0, and Fargate's with no others",
        ja: "このキャパシティープロバイダーの組み合わせは使えません。同じ名前は 1 回だけ、6 個まで、BASE を持つのは 1 つまで、\
            WEIGHT がすべて 0 ではないこと、Fargate のものとほかのものを混ぜないことが条件です",
    },
);

const LAUNCHED_TWICE: GenerateError = GenerateError::of_options(
    "launch",
    Localized {
        en: "--launch-type and --capacity-provider exclude each other",
        ja: "--launch-type と --capacity-provider は同時に指定できません",
    },
);

const NOT_FOR: GenerateError = GenerateError::of_options(
    "launch",
    Localized {
        en: "the task definition is not for that: its requiresCompatibilities says what it can run on",
        ja: "このタスク定義はそこでは動きません。実行できる場所は requiresCompatibilities にあるものだけです",
    },
);
