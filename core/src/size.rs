//! Units of a task's size, as AWS reads them.

/// A task's `cpu` in CPU units: `"1024"` or `"1 vCPU"`; `None` for any other text.
///
/// Source: `cpu` of
/// <https://docs.aws.amazon.com/AmazonECS/latest/APIReference/API_RegisterTaskDefinition.html>
pub(crate) fn cpu_units(text: &str) -> Option<u64> {
    parse(text, "vcpu")
}

/// A task's `memory` in MiB: `"2048"` or `"2 GB"`; `None` for any other text.
///
/// Source: `memory` of
/// <https://docs.aws.amazon.com/AmazonECS/latest/APIReference/API_RegisterTaskDefinition.html>
pub(crate) fn mebibytes(text: &str) -> Option<u64> {
    parse(text, "gb")
}

/// Parses a plain number, or a number of `unit`, which is 1024 times as large.
fn parse(text: &str, unit: &str) -> Option<u64> {
    let plain = !text.is_empty() && text.bytes().all(|byte| byte.is_ascii_digit());
    if plain {
        return text.parse().ok();
    }
    let lower = text.to_ascii_lowercase();
    let (whole, fraction) = match lower.strip_suffix(unit)?.trim_end().split_once('.') {
        Some((whole, fraction)) => (whole, fraction),
        None => (lower.strip_suffix(unit)?.trim_end(), ""),
    };
    let digits = format!("{whole}{fraction}");
    if !digits.bytes().all(|byte| byte.is_ascii_digit()) {
        return None;
    }
    let scale = 10_u64.checked_pow(u32::try_from(fraction.len()).ok()?)?;
    let units = digits.parse::<u64>().ok()?.checked_mul(1024)?;
    (units % scale == 0).then_some(units / scale)
}

#[cfg(test)]
mod tests {
    use super::parse;

    #[test]
    fn reads_the_units_that_aws_reads() {
        for (text, units) in [
            ("1024", 1024),
            ("1 vCPU", 1024),
            ("1 vcpu", 1024),
            ("1vCPU", 1024),
            (".5 vCPU", 512),
            ("0.25 vCPU", 256),
            ("16 vCPU", 16384),
        ] {
            assert_eq!(parse(text, "vcpu"), Some(units), "{text}");
        }
        for text in [
            "",
            "vCPU",
            "x vCPU",
            "1.2.3 vCPU",
            "-1 vCPU",
            "${CPU}",
            "2 GB",
            "0.3 vCPU",
            ". vCPU",
        ] {
            assert_eq!(parse(text, "vcpu"), None, "{text}");
        }
        assert_eq!(parse("2 GB", "gb"), Some(2048));
        assert_eq!(parse("99999999999999999999", "gb"), None);
        assert_eq!(parse("9999999999999999999 GB", "gb"), None);
    }
}
