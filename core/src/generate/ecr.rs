//! References to images in ECR, taken apart.

/// An image in a private registry of ECR.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct EcrImage<'a> {
    /// The image without tag and digest, as `docker push` takes it.
    pub(super) uri: &'a str,
    pub(super) account: &'a str,
    pub(super) region: &'a str,
    /// The repository's name.
    pub(super) repository: &'a str,
}

impl<'a> EcrImage<'a> {
    pub(super) fn parse(image: &'a str) -> Option<Self> {
        let uri = without_tag(image);
        let (host, repository) = uri.split_once('/')?;
        let (account, rest) = host.split_once(".dkr.ecr")?;
        // The endpoints of FIPS 140 have a suffix there.
        let rest = rest
            .strip_prefix("-fips")
            .unwrap_or(rest)
            .strip_prefix('.')?;
        let (region, domain) = rest.split_once('.')?;
        let fits = !account.is_empty() && !repository.is_empty() && domain.contains("amazonaws");
        fits.then_some(EcrImage {
            uri,
            account,
            region,
            repository,
        })
    }
}

/// An image reference without its tag and digest; a registry's port is neither.
fn without_tag(image: &str) -> &str {
    let image = image.split_once('@').map_or(image, |(name, _)| name);
    let path = image.rfind('/').map_or(0, |slash| slash + 1);
    match image[path..].find(':') {
        Some(colon) => &image[..path + colon],
        None => image,
    }
}

#[cfg(test)]
mod tests {
    use super::{EcrImage, without_tag};

    #[test]
    fn takes_images_apart() {
        assert_eq!(
            without_tag("registry:5000/a/b:1@sha256:0"),
            "registry:5000/a/b"
        );
        assert_eq!(without_tag("registry:5000/a"), "registry:5000/a");
        let image = EcrImage::parse("1.dkr.ecr.eu-west-1.amazonaws.com/team/app:3");
        let parts = image.map(|image| (image.account, image.region, image.repository));
        assert_eq!(parts, Some(("1", "eu-west-1", "team/app")));
        for other in [
            "nginx:1",
            "public.ecr.aws/x/y",
            "<IMAGE1_NAME>",
            "x.dkr.ecr/y",
            "",
        ] {
            assert_eq!(EcrImage::parse(other), None, "{other}");
        }
    }
}
