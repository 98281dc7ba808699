//! The headers that `serve` sends: those of the sample file for static hosts, so that what is
//! tested here is what hosts are told to send.

const SAMPLE: &str = include_str!("../../headers/_headers");

/// The headers that the sample gives every file: name and value.
pub(crate) fn for_every_file() -> impl Iterator<Item = (&'static str, &'static str)> {
    SAMPLE
        .lines()
        .skip_while(|line| *line != "/*")
        .skip(1)
        .take_while(|line| line.starts_with(' '))
        .filter_map(|line| line.trim().split_once(": "))
}

#[cfg(test)]
mod tests {
    use super::for_every_file;

    const NGINX: &str = include_str!("../../headers/nginx.conf");
    const CLOUDFRONT: &str = include_str!("../../headers/cloudfront.json");

    #[test]
    fn the_sample_says_what_the_page_may_do() {
        let policy = for_every_file().find(|(name, _)| *name == "Content-Security-Policy");
        let policy = policy.map(|(_, value)| value).unwrap_or_default();
        for directive in [
            "default-src 'none'",
            "script-src 'self' 'wasm-unsafe-eval'",
            "base-uri 'none'",
            "form-action 'none'",
            "frame-ancestors 'none'",
            "require-trusted-types-for 'script'",
            "trusted-types worker",
        ] {
            assert!(
                policy.split("; ").any(|part| part == directive),
                "{directive}"
            );
        }
    }

    #[test]
    fn every_sample_sends_the_same() {
        for (name, value) in for_every_file() {
            let line = format!("add_header {name} \"{value}\" always;");
            assert!(NGINX.contains(&line), "nginx.conf lacks: {line}");
            // CloudFront has a switch for this one, which has no other value.
            let wanted = match value {
                "nosniff" => "\"ContentTypeOptions\"".to_owned(),
                value => format!("\"{value}\""),
            };
            assert!(
                CLOUDFRONT.contains(&wanted),
                "cloudfront.json lacks: {name}"
            );
        }
    }
}
