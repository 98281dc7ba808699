//! `guide`: the guides as pages beside the page, and `llms.txt`, which lists them for programs that read texts.

use std::fmt::Write as _;
use std::fs;
use std::path::Path;

use pulldown_cmark::{CowStr, Event, HeadingLevel, Options, Parser, Tag, TagEnd, html};

use crate::Failure;

/// The guides in the order of the index. Those that are there in Japanese have a file of the same name in `ja/`.
const ORDER: [&str; 14] = [
    "deploy",
    "check",
    "generate",
    "input",
    "exit-status",
    "rules",
    "page",
    "architecture",
    "stable",
    "from-jq",
    "from-aws-actions",
    "from-ecspresso",
    "from-ecs-deploy",
    "from-copilot",
];

/// What lists the guides for programs.
pub(crate) const LIST: &str = "llms.txt";

/// A guide's language, by the folder that it is in.
#[derive(Clone, Copy, PartialEq)]
enum Language {
    En,
    Ja,
}

impl Language {
    fn folder(self) -> &'static str {
        match self {
            Language::En => "",
            Language::Ja => "ja/",
        }
    }

    /// The path from a guide to the folder of the guides.
    fn up(self) -> &'static str {
        match self {
            Language::En => "",
            Language::Ja => "../",
        }
    }

    fn id(self) -> &'static str {
        match self {
            Language::En => "en",
            Language::Ja => "ja",
        }
    }
}

/// A guide, read.
struct Guide {
    name: &'static str,
    language: Language,
    title: String,
    body: String,
}

/// Reads the Markdown of `from`, and writes the pages into `dist`.
pub(crate) fn run(from: &Path, dist: &Path) -> Result<(), Failure> {
    let to = dist.join("guide");
    fs::create_dir_all(to.join("ja"))?;
    let mut guides = Vec::new();
    for language in [Language::En, Language::Ja] {
        for name in ORDER {
            let path = [language.folder(), name, ".md"].concat();
            let Ok(text) = fs::read_to_string(from.join(&path)) else {
                continue;
            };
            // Beside the page, as it was written: programs read that.
            fs::write(to.join(&path), &text)?;
            let (title, body) = rendered(&text);
            guides.push(Guide {
                name,
                language,
                title,
                body,
            });
        }
    }
    if guides
        .iter()
        .filter(|guide| guide.language == Language::En)
        .count()
        != ORDER.len()
    {
        return Err("a guide of the index is not there".into());
    }
    for guide in &guides {
        let other = guides
            .iter()
            .find(|other| other.name == guide.name && other.language != guide.language);
        let page = page(
            guide.language,
            &guide.title,
            &guide.body,
            guide.name,
            other.is_some(),
        );
        let path = [guide.language.folder(), guide.name, ".html"].concat();
        fs::write(to.join(path), page)?;
    }
    for language in [Language::En, Language::Ja] {
        let index = page(
            language,
            "taskdef",
            &index(&guides, language),
            "index",
            true,
        );
        fs::write(to.join([language.folder(), "index.html"].concat()), index)?;
    }
    fs::write(dist.join(LIST), llms(&guides))?;
    Ok(())
}

/// A text's title and its HTML. A link to another guide leads to its page; one to a file of the repository is none.
fn rendered(text: &str) -> (String, String) {
    let mut title = String::new();
    let mut in_title = false;
    let mut dropped = false;
    let events = Parser::new_ext(text, Options::ENABLE_TABLES).filter_map(|event| {
        match &event {
            Event::Start(Tag::Heading {
                level: HeadingLevel::H1,
                ..
            }) => in_title = true,
            Event::End(TagEnd::Heading(HeadingLevel::H1)) => in_title = false,
            Event::Text(words) | Event::Code(words) if in_title => title.push_str(words),
            Event::End(TagEnd::Link) if dropped => {
                dropped = false;
                return None;
            }
            // The texts are ours, but no tag of theirs is HTML.
            Event::Html(_) | Event::InlineHtml(_) => return None,
            _ => {}
        }
        let Event::Start(Tag::Link {
            link_type,
            dest_url,
            title,
            id,
        }) = event
        else {
            return Some(event);
        };
        let Some(dest_url) = target(&dest_url) else {
            dropped = true;
            return None;
        };
        Some(Event::Start(Tag::Link {
            link_type,
            dest_url: CowStr::from(dest_url),
            title,
            id,
        }))
    });
    let mut body = String::new();
    html::push_html(&mut body, events);
    (title, body)
}

/// Where a link leads to from a page, if it leads to one.
fn target(link: &str) -> Option<String> {
    if link.contains("://") {
        return Some(link.to_owned());
    }
    let (path, part) = link.split_once('#').unwrap_or((link, ""));
    let name = path.strip_suffix(".md")?;
    let known = |name: &str| ORDER.contains(&name);
    let plain = name
        .strip_prefix("ja/")
        .or_else(|| name.strip_prefix("../"))
        .unwrap_or(name);
    let part = if part.is_empty() {
        String::new()
    } else {
        ["#", part].concat()
    };
    known(plain).then(|| [name, ".html", &part].concat())
}

fn index(guides: &[Guide], language: Language) -> String {
    let mut out = String::from("<h1>taskdef</h1>\n<ul>\n");
    for name in ORDER {
        let of = |wanted: Language| {
            guides
                .iter()
                .find(|guide| guide.name == name && guide.language == wanted)
        };
        // What is not there in Japanese is listed in English.
        let Some(guide) = of(language).or_else(|| of(Language::En)) else {
            continue;
        };
        let up = if guide.language == language {
            ""
        } else {
            language.up()
        };
        let lang = guide.language.id();
        let _ = writeln!(
            out,
            "<li><a lang=\"{lang}\" href=\"{up}{name}.html\">{}</a></li>",
            escaped(&guide.title)
        );
    }
    out + "</ul>\n"
}

/// The whole page of a guide.
fn page(language: Language, title: &str, body: &str, name: &str, has_other: bool) -> String {
    let (up, id) = (language.up(), language.id());
    let title = escaped(title);
    let (all, home, other, other_id, other_path) = match language {
        Language::En => ("Guides", "The page", "日本語", "ja", "ja/"),
        Language::Ja => ("ガイド一覧", "ページ", "English", "en", "../"),
    };
    let other = if has_other {
        format!(" · <a lang=\"{other_id}\" href=\"{other_path}{name}.html\">{other}</a>")
    } else {
        String::new()
    };
    format!(
        "<!doctype html>\n<html lang=\"{id}\">\n<head>\n<meta charset=\"utf-8\">\n\
         <meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'none'; style-src 'self'; base-uri 'none'; \
         form-action 'none'\">\n<meta name=\"referrer\" content=\"no-referrer\">\n\
         <meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n\
         <meta name=\"color-scheme\" content=\"light dark\">\n<title>{title} – taskdef</title>\n\
         <link rel=\"stylesheet\" href=\"{up}../main.css\">\n<link rel=\"stylesheet\" href=\"{up}guide.css\">\n\
         </head>\n<body class=\"guide\">\n<nav><a href=\"{up}../\">{home}</a> · <a href=\"index.html\">{all}</a>{other}</nav>\n\
         <main>\n{body}</main>\n</body>\n</html>\n"
    )
}

/// The list for programs, as <https://llmstxt.org> has it.
fn llms(guides: &[Guide]) -> String {
    let mut out = String::from(
        "# taskdef\n\n> Turns an Amazon ECS task definition copied from the AWS console into one that AWS registers, checks \
         it offline, and deploys it.\n\nAgents begin with the skill: it is what `taskdef skill` prints.\n\n## Guides\n\n\
         - [Skill](guide/skill.md)\n",
    );
    for guide in guides {
        let path = [guide.language.folder(), guide.name, ".md"].concat();
        let _ = writeln!(out, "- [{}](guide/{path})", guide.title);
    }
    out
}

fn escaped(text: &str) -> String {
    text.replace('&', "&amp;").replace('<', "&lt;")
}

#[cfg(test)]
mod tests {
    use std::fs;
    use std::path::Path;

    use super::{ORDER, rendered, run, target};

    #[test]
    fn every_guide_is_in_the_index() {
        let folder = concat!(env!("CARGO_MANIFEST_DIR"), "/../guide");
        let names = std::fs::read_dir(folder).into_iter().flatten().flatten();
        let names = names.filter_map(|entry| entry.file_name().into_string().ok());
        let mut names: Vec<String> = names
            .filter_map(|name| Some(name.strip_suffix(".md")?.to_owned()))
            .collect();
        names.sort();
        let mut order = ORDER;
        order.sort_unstable();
        assert_eq!(names, order);
    }

    /// All pages are written, and each link of theirs to a neighbour leads to a file.
    #[test]
    fn every_link_of_every_page_leads_somewhere() {
        let from = Path::new(concat!(env!("CARGO_MANIFEST_DIR"), "/../guide"));
        let dist = std::env::temp_dir().join(format!("taskdef-guide-{}", std::process::id()));
        assert!(run(from, &dist).is_ok());
        let mut links = 0;
        for folder in [dist.join("guide"), dist.join("guide/ja")] {
            for entry in fs::read_dir(&folder).into_iter().flatten().flatten() {
                let html = fs::read_to_string(entry.path()).unwrap_or_default();
                let targets = html
                    .split("<a ")
                    .skip(1)
                    .filter_map(|tag| tag.split("href=\"").nth(1));
                for target in targets.filter_map(|rest| rest.split(['"', '#']).next()) {
                    links += 1;
                    // The page itself is not here.
                    let is_page = ["../", "../../"].contains(&target);
                    let is_there =
                        is_page || target.contains("://") || folder.join(target).is_file();
                    assert!(is_there, "{}: {target}", entry.path().display());
                }
            }
        }
        assert!(links > 50, "{links}");
        assert!(dist.join("llms.txt").is_file());
        let _ = fs::remove_dir_all(dist);
    }

    #[test]
    fn links_lead_to_pages() {
        for (link, page) in [
            ("rules.md", Some("rules.html")),
            ("../rules.md#x", Some("../rules.html#x")),
            ("ja/deploy.md", Some("ja/deploy.html")),
            ("https://a.example/b.md", Some("https://a.example/b.md")),
            ("../../core/EVIDENCE.md", None),
            ("../headers/README.md", None),
        ] {
            assert_eq!(target(link).as_deref(), page, "{link}");
        }
    }

    #[test]
    fn a_text_is_a_page() {
        let (title, body) = rendered(
            "# A & `b`\n\n[c](rules.md) [d](../../x.md) <script>e</script>\n\n|f|\n|-|\n|g|\n",
        );
        assert_eq!(title, "A & b");
        assert!(body.contains("<a href=\"rules.html\">c</a> d e"), "{body}");
        assert!(
            body.contains("<table>") && !body.contains("script"),
            "{body}"
        );
    }
}
