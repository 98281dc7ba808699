//! Parsing of image references: `REGISTRY/REPOSITORY:TAG@DIGEST`.

/// A container image as a task definition names it. Any text parses;
/// [`is_well_formed`](Self::is_well_formed) says whether a registry can have such an image.
///
/// Source: <https://github.com/distribution/reference/blob/main/reference.go>
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct ImageRef<'a> {
    /// The image without tag and digest: the form that `docker push` takes.
    pub name: &'a str,
    /// The registry's host and port; `None` for an image of Docker Hub.
    pub registry: Option<&'a str>,
    /// The repository in the registry.
    pub repository: &'a str,
    /// The part after the repository's colon.
    pub tag: Option<&'a str>,
    /// The part after `@`, such as `sha256:…`.
    pub digest: Option<&'a str>,
}

/// An image in a private registry of Amazon ECR. Account and region are as written, and may be
/// placeholders.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct EcrImage<'a> {
    /// The image without tag and digest: the form that `docker push` takes.
    pub name: &'a str,
    /// The id of the account that owns the registry.
    pub account: &'a str,
    /// The registry's region.
    pub region: &'a str,
    /// The repository in the registry.
    pub repository: &'a str,
}

impl<'a> ImageRef<'a> {
    /// Parses a reference.
    #[must_use]
    pub fn parse(text: &'a str) -> Self {
        let (tagged, digest) = match text.split_once('@') {
            Some((tagged, digest)) => (tagged, Some(digest)),
            None => (text, None),
        };
        // A colon before the last slash belongs to the registry's port.
        let last = tagged.rfind('/').map_or(0, |slash| slash + 1);
        let (name, tag) = match tagged[last..].find(':') {
            Some(colon) => (&tagged[..last + colon], Some(&tagged[last + colon + 1..])),
            None => (tagged, None),
        };
        let (registry, repository) = match name.split_once('/') {
            Some((host, rest)) if host.contains(['.', ':']) || host == "localhost" => {
                (Some(host), rest)
            }
            _ => (None, name),
        };
        ImageRef {
            name,
            registry,
            repository,
            tag,
            digest,
        }
    }

    /// Whether the image is named by no digest, and by no tag or by `latest`: by what others push later.
    #[must_use]
    pub fn is_latest(&self) -> bool {
        self.digest.is_none() && matches!(self.tag, None | Some("latest"))
    }

    /// The image as one of Amazon ECR; `None` if it is in another registry.
    #[must_use]
    pub fn ecr(&self) -> Option<EcrImage<'a>> {
        let (account, region) = ecr_registry(self.registry?)?;
        (!self.repository.is_empty()).then_some(EcrImage {
            name: self.name,
            account,
            region,
            repository: self.repository,
        })
    }

    /// Whether the repository is a word to be replaced, such as `IMAGE_URI`, `REPLACE_ME/app`, `...`
    /// or `<your image`: a registry has no such repository.
    #[must_use]
    pub fn has_word_to_replace(&self) -> bool {
        let capital = |c: char| c.is_ascii_uppercase() || c.is_ascii_digit() || "_-".contains(c);
        let word = |part: &str| {
            part.len() > 1
                && part.starts_with(|c: char| c.is_ascii_uppercase())
                && part.chars().all(capital)
        };
        let open = self.name == "..." || self.name.contains('<');
        open || self.repository.split('/').any(word)
    }

    /// Whether a registry can have an image of this name.
    #[must_use]
    pub fn is_well_formed(&self) -> bool {
        // The limit includes the tag and its colon, but not the digest.
        let length = self.name.len() + self.tag.map_or(0, |tag| tag.len() + 1);
        length <= 255
            && self.repository.split('/').all(is_component)
            && self.tag.is_none_or(is_tag)
            && self.digest.is_none_or(is_digest)
    }
}

/// What follows the account id in a registry's host.
const SERVICES: [&str; 4] = [
    ".dkr.ecr.",
    ".dkr.ecr-fips.",
    // Dual-stack: IPv4 and IPv6.
    ".dkr-ecr.",
    ".dkr-ecr-fips.",
];

/// The domains of the partitions.
const DOMAINS: [&str; 10] = [
    "amazonaws.com",
    "amazonaws.com.cn",
    "amazonaws.eu",
    "on.aws",
    "on.amazonwebservices.com.cn",
    "on.amazonwebservices.eu",
    "c2s.ic.gov",
    "sc2s.sgov.gov",
    "cloud.adc-e.uk",
    "csp.hci.ic.gov",
];

impl<'a> EcrImage<'a> {
    /// Parses a reference; `None` if its registry is not one of Amazon ECR.
    #[must_use]
    pub fn parse(text: &'a str) -> Option<Self> {
        ImageRef::parse(text).ecr()
    }
}

/// The account and region in a registry's host; `None` if the host does not belong to Amazon ECR.
///
/// Sources: <https://docs.aws.amazon.com/AmazonECR/latest/userguide/ecr-requests.html>,
/// <https://docs.aws.amazon.com/general/latest/gr/ecr.html>, and for the domains AWS's own
/// <https://github.com/awslabs/amazon-ecr-credential-helper/blob/main/ecr-login/api/client.go>
fn ecr_registry(host: &str) -> Option<(&str, &str)> {
    let mut services = SERVICES.iter();
    let (account, rest) = services.find_map(|service| host.split_once(service))?;
    let (region, domain) = rest.split_once('.')?;
    let fits = !account.is_empty() && !region.is_empty() && DOMAINS.contains(&domain);
    fits.then_some((account, region))
}

fn is_component(part: &str) -> bool {
    let plain = |c: char| c.is_ascii_lowercase() || c.is_ascii_digit() || "._-".contains(c);
    !part.is_empty()
        && part.chars().all(plain)
        && !part.starts_with(['.', '_', '-'])
        && !part.ends_with(['.', '_', '-'])
}

fn is_tag(tag: &str) -> bool {
    let plain = |c: char| c.is_ascii_alphanumeric() || "._-".contains(c);
    !tag.is_empty() && tag.len() <= 128 && tag.chars().all(plain) && !tag.starts_with(['.', '-'])
}

fn is_digest(digest: &str) -> bool {
    digest
        .strip_prefix("sha256:")
        .is_some_and(|hash| hash.len() == 64 && hash.bytes().all(|byte| byte.is_ascii_hexdigit()))
}

#[cfg(test)]
mod tests {
    use super::{EcrImage, ImageRef};

    #[test]
    fn takes_references_apart() {
        for (text, registry, repository, tag, digest) in [
            ("nginx", None, "nginx", None, None),
            ("team/app:1", None, "team/app", Some("1"), None),
            ("localhost/a", Some("localhost"), "a", None, None),
            ("registry:5000/a", Some("registry:5000"), "a", None, None),
            (
                "registry:5000/a/b:1@sha256:0",
                Some("registry:5000"),
                "a/b",
                Some("1"),
                Some("sha256:0"),
            ),
            ("", None, "", None, None),
            (":", None, "", Some(""), None),
        ] {
            let image = ImageRef::parse(text);
            let parts = (image.registry, image.repository, image.tag, image.digest);
            assert_eq!(parts, (registry, repository, tag, digest), "{text}");
        }
        assert_eq!(ImageRef::parse("r:5000/a:1@sha256:0").name, "r:5000/a");
    }

    #[test]
    fn knows_every_endpoint_of_ecr() {
        for host in [
            "111122223333.dkr.ecr.eu-west-1.amazonaws.com",
            "111122223333.dkr.ecr-fips.eu-west-1.amazonaws.com",
            "111122223333.dkr-ecr.eu-west-1.on.aws",
            "111122223333.dkr-ecr-fips.eu-west-1.on.aws",
            "111122223333.dkr.ecr.eu-west-1.amazonaws.com.cn",
            "111122223333.dkr-ecr.eu-west-1.on.amazonwebservices.com.cn",
            "111122223333.dkr.ecr.eu-west-1.c2s.ic.gov",
        ] {
            let text = format!("{host}/team/app:3");
            let image = EcrImage::parse(&text);
            let parts = image.map(|image| (image.account, image.region, image.repository));
            assert_eq!(
                parts,
                Some(("111122223333", "eu-west-1", "team/app")),
                "{host}"
            );
        }
        for text in [
            "nginx:1",
            "public.ecr.aws/x/y",
            "<IMAGE1_NAME>",
            "x.dkr.ecr/y",
            "1.dkr.ecr.eu-west-1.amazonaws.com.evil.example/x",
            "1.dkr.ecr.eu-west-1.amazonaws.com",
            "x/1.dkr.ecr.eu-west-1.amazonaws.com/y",
        ] {
            assert_eq!(EcrImage::parse(text), None, "{text}");
        }
    }
}
