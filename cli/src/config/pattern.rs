//! The patterns of files in a `.taskdef.toml`.

use fast_glob::ErrorKind;
use taskdef_core::Localized;

use crate::text::texts;

/// The most steps that all patterns together may take for a character of a path. Without `{}` they
/// take no more than their length.
const MOST_STEPS: usize = 64 << 10;

/// How long the patterns of a `.taskdef.toml` take.
#[derive(Debug, Default)]
pub(super) struct Limit {
    steps: usize,
}

impl Limit {
    /// Refuses a pattern that fits no file, or with which they take too long.
    pub(super) fn check(&mut self, pattern: &str) -> Result<(), Localized<String>> {
        let steps = alternatives(pattern).saturating_mul(pattern.len());
        self.steps = self.steps.saturating_add(steps);
        let too_many = (self.steps > MOST_STEPS).then_some(Localized {
            en: "and those before it have too many alternatives in `{}`",
            ja: "と、それより前のパターンは、`{}` の選択肢が多すぎます",
        });
        match why_useless(pattern).or(too_many) {
            Some(Localized { en, ja }) => Err(texts!(
                "the pattern `{pattern}` {en}",
                "パターン `{pattern}` {ja}"
            )),
            None => Ok(()),
        }
    }
}

/// How many patterns without `{}` a pattern stands for, at most: the matcher tries each. It is the
/// product of the numbers of alternatives, which is greatest if every `{}` has as many.
fn alternatives(pattern: &str) -> usize {
    let count = |wanted| pattern.bytes().filter(|byte| *byte == wanted).count();
    let (groups, commas) = (count(b'{'), count(b','));
    let each = (groups + commas).div_ceil(groups.max(1));
    match groups {
        0 => 1,
        _ => each.saturating_pow(u32::try_from(groups).unwrap_or(u32::MAX)),
    }
}

/// Why a pattern fits no file. A path has neither a `./` nor a `/` before it.
fn why_useless(pattern: &str) -> Option<Localized> {
    if pattern.trim().is_empty() {
        return Some(Localized {
            en: "fits no file: name one, or leave `file` out to accept all files",
            ja: "は、どのファイルにも一致しません。ファイルを指定するか、すべてのファイルで認めるなら \
                 `file` を省いてください",
        });
    }
    if ["/", "./", "../"]
        .iter()
        .any(|start| pattern.starts_with(start))
    {
        return Some(Localized {
            en: "fits no file: write the path from the folder of this file",
            ja: "は、どのファイルにも一致しません。このファイルのあるフォルダからのパスで書いてください",
        });
    }
    if pattern.ends_with('/') {
        return Some(Localized {
            en: "fits no file: write `/**` at its end for all files below",
            ja: "は、どのファイルにも一致しません。下にあるすべてのファイルを指すには、\
                 末尾を `/**` にしてください",
        });
    }
    if pattern
        .split('/')
        .any(|step| ["", ".", ".."].contains(&step))
    {
        return Some(Localized {
            en: "fits no file: a path has no `.`, no `..` and no `//`",
            ja: "は、どのファイルにも一致しません。パスに `.`、`..`、`//` は使えません",
        });
    }
    let error = fast_glob::validate(pattern).err()?;
    Some(match error.kind {
        ErrorKind::UnclosedBrace => Localized {
            en: "has a `{` without a `}`",
            ja: "には、`{` に対応する `}` がありません",
        },
        ErrorKind::UnclosedBracket => Localized {
            en: "has a `[` without a `]`",
            ja: "には、`[` に対応する `]` がありません",
        },
        ErrorKind::TrailingBackslash => Localized {
            en: "ends with a `\\`, which escapes nothing",
            ja: "の末尾の `\\` は、何もエスケープしていません",
        },
        _ => Localized {
            en: "has too many `{`",
            ja: "は、`{` が多すぎます",
        },
    })
}

#[cfg(test)]
mod tests {
    use fast_glob::glob_match;

    use super::{alternatives, why_useless};

    #[test]
    fn patterns_are_what_people_write() {
        for (pattern, path, fits) in [
            ("batch/*.json", "batch/daily.json", true),
            ("*", "a.json", true),
            ("a*json", "a.b.json", true),
            ("batch/*.json", "batch/old/daily.json", false),
            ("batch/*.json", "daily.json", false),
            ("*.json", "daily.jsonx", false),
            ("**/*.json", "x.json", true),
            ("**/*.json", "jobs/a/x.json", true),
            ("jobs/**", "jobs/a/x.json", true),
            ("{jobs,batch}/[a-c].json", "batch/b.json", true),
            ("x.json", "jobs/x.json", false),
        ] {
            assert_eq!(glob_match(pattern, path), fits, "{pattern} {path}");
        }
    }

    /// A matcher whose cost is exponential in the stars would not return.
    #[test]
    fn many_stars_return() {
        let path = "a".repeat(5_000) + ".json";
        assert!(!glob_match("*a*a*a*a*a*a*a*a*ab", path));
    }

    #[test]
    fn alternatives_are_never_counted_too_few() {
        for (pattern, real, counted) in [
            ("a,b.json", 1, 1),
            ("{a,b}.json", 2, 2),
            ("{jobs,batch}/*.{json,jsonc}", 4, 4),
            ("{a,b,c,d}{e}", 4, 9),
            ("{a,{b,c}}", 3, 4),
            ("{{{a,b,c,d}}}", 4, 8),
            ("{a[}],b,c}", 3, 3),
            ("{a,b}{a,b}{a,b}{a,b}{a,b}", 32, 32),
        ] {
            assert_eq!(alternatives(pattern), counted, "{pattern}");
            assert!(real <= counted, "{pattern}");
        }
        assert_eq!(alternatives(&"{a,b}".repeat(99)), usize::MAX);
    }

    #[test]
    fn a_pattern_that_fits_nothing_is_an_error() {
        for pattern in [
            "",
            " ",
            "./x.json",
            "/x.json",
            "../x.json",
            "a/",
            "a//b",
            "a/./b",
            "a/../b",
            "[a",
            "{a,b",
            "a\\",
        ] {
            assert!(why_useless(pattern).is_some(), "{pattern}");
        }
        assert_eq!(why_useless("**/*.json"), None);
    }
}
