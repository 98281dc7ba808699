//! Regions of AWS.

/// Whether a text is a region, such as `eu-west-1` or `us-gov-east-1`, and not one that was blacked out: no
/// region has two `x` in a row.
#[must_use]
pub(crate) fn is_region(text: &str) -> bool {
    let is_word = |word: &str| word.len() > 1 && word.bytes().all(|b| b.is_ascii_lowercase());
    let Some((words, number)) = text.rsplit_once('-') else {
        return false;
    };
    let is_number = !number.is_empty() && number.bytes().all(|b| b.is_ascii_digit());
    is_number && words.contains('-') && words.split('-').all(is_word) && !text.contains("xx")
}

#[cfg(test)]
mod tests {
    use super::is_region;

    #[test]
    fn tells_a_region_from_what_stands_in_its_place() {
        for text in [
            "eu-west-1",
            "us-gov-east-1",
            "mx-central-1",
            "eusc-de-east-1",
            "us-isob-east-1",
        ] {
            assert!(is_region(text), "{text}");
        }
        for text in [
            "",
            "xx-xxxx-1",
            "eu-**-1",
            "eu-west-",
            "euwest1",
            "eu-1",
            "REGION",
            "${REGION}",
            "eu--1",
        ] {
            assert!(!is_region(text), "{text}");
        }
    }
}
