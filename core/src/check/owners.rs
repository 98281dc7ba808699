//! Accounts and regions that a definition names.

use super::definition::Definition;
use crate::arn::Arn;
use crate::first_occurrence::first_occurrences;
use crate::image::EcrImage;
use crate::region::is_region;
use crate::tree::{NodeId, NodeRef};

/// Whose a resource is and where, as far as its name says so; else empty.
#[derive(Debug)]
pub(crate) struct Owner {
    /// The name.
    pub(crate) at: NodeId,
    /// The account's id.
    pub(crate) account: String,
    /// The region.
    pub(crate) region: String,
}

/// Accounts of AWS with images for everyone: of [FireLens], [App Mesh] and the [Deep Learning
/// Containers].
///
/// [FireLens]: https://docs.aws.amazon.com/AmazonECS/latest/developerguide/firelens-using-fluentbit.html
/// [App Mesh]: https://docs.aws.amazon.com/app-mesh/latest/userguide/envoy.html
/// [Deep Learning Containers]: https://github.com/aws/deep-learning-containers
const OF_AWS: [&str; 3] = ["906394416424", "840364872350", "763104351884"];

impl Definition<'_> {
    /// Every resource whose name has an account or a region, first the roles, which are the task's
    /// own. Logs may go to any region, as AWS's reference of `awslogs-region` says.
    pub(crate) fn owners(&self) -> Vec<Owner> {
        let roles = ["executionRoleArn", "taskRoleArn"].into_iter();
        let roles = roles.filter_map(|key| self.root.member(key));
        let mut owners: Vec<Owner> = roles.filter_map(of_arn).collect();
        owners.extend(self.all("image").into_iter().filter_map(of_image));
        let mut names = Vec::new();
        for container in &self.containers {
            let log = container.member("logConfiguration");
            let options = log.and_then(|log| log.member("secretOptions"));
            let options = options.into_iter().flat_map(NodeRef::children);
            let secrets = container.member_elements("secrets").chain(options);
            names.extend(secrets.filter_map(|secret| secret.member("valueFrom")));
            let credentials = container.member("repositoryCredentials");
            names.extend(credentials.and_then(|own| own.member("credentialsParameter")));
        }
        owners.extend(names.into_iter().filter_map(of_arn));
        owners
    }
}

/// The first resource of each account or region that is not the first one's, with that first one.
pub(crate) fn strangers(owners: &[Owner], of: fn(&Owner) -> &String) -> Vec<(NodeId, NodeId)> {
    let known: Vec<&Owner> = owners.iter().filter(|own| !of(own).is_empty()).collect();
    let names: Vec<&str> = known.iter().map(|owner| of(owner).as_str()).collect();
    let firsts = first_occurrences(&names).into_iter().enumerate().skip(1);
    let strangers = firsts.filter(|(place, first)| place == first);
    strangers
        .map(|(place, _)| (known[place].at, known[0].at))
        .collect()
}

fn of_arn(at: NodeRef<'_>) -> Option<Owner> {
    let text = at.string()?;
    let arn = Arn::parse(&text)?;
    Some(owner(at, arn.account, arn.region))
}

/// AWS's own images tell nothing about whose the task is.
fn of_image(at: NodeRef<'_>) -> Option<Owner> {
    let text = at.string()?;
    let image = EcrImage::parse(&text)?;
    (!OF_AWS.contains(&image.account)).then(|| owner(at, image.account, image.region))
}

fn owner(at: NodeRef<'_>, account: &str, region: &str) -> Owner {
    let is_account = account.len() == 12 && account.bytes().all(|byte| byte.is_ascii_digit());
    Owner {
        at: at.id,
        account: if is_account { account } else { "" }.to_owned(),
        region: if is_region(region) { region } else { "" }.to_owned(),
    }
}

#[cfg(test)]
mod tests {
    use super::{Owner, strangers};

    #[test]
    fn only_the_first_of_each_stranger_counts() {
        let owner = |at, account: &str| Owner {
            at,
            account: account.to_owned(),
            region: String::new(),
        };
        let owners = [(1, "a"), (2, ""), (3, "b"), (4, "a"), (5, "b"), (6, "c")];
        let owners = owners.map(|(at, account)| owner(at, account));
        let found = strangers(&owners, |owner| &owner.account);
        assert_eq!(found, [(3, 1), (6, 1)]);
        assert_eq!(strangers(&owners, |owner| &owner.region), []);
    }
}
