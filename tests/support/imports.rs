//! The imports between the files of a crate, read from the tokens of its sources.

use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::path::{Path, PathBuf};

use proc_macro2::{Delimiter, TokenStream, TokenTree};

/// A file, by its path below `src`.
pub(crate) type File = String;

/// The sources of a crate.
pub(crate) struct Crate {
    root: File,
    /// The crate's files by module path; `[]` is the root.
    modules: BTreeMap<Vec<String>, File>,
    tokens: BTreeMap<File, TokenStream>,
    /// The floor of each module that has one; 1 is the top.
    floors: BTreeMap<String, usize>,
}

impl Crate {
    /// Reads every source below a folder; `root` is the file that lists the floors.
    pub(crate) fn read(src: &Path, root: &str) -> Self {
        let mut paths = Vec::new();
        list(src, &mut paths);
        let mut modules = BTreeMap::new();
        let mut tokens = BTreeMap::new();
        let mut tests = BTreeSet::new();
        let mut floors = BTreeMap::new();
        for path in paths {
            let text = fs::read_to_string(&path).unwrap();
            let file = path.strip_prefix(src).unwrap();
            let name: File = file.to_str().unwrap().replace('\\', "/");
            let module = if name == root {
                Vec::new()
            } else {
                module_of(file)
            };
            if name == root {
                floors = read_floors(&text);
            }
            let stream: TokenStream = text
                .parse()
                .unwrap_or_else(|error| panic!("{name}: {error}"));
            for test in test_modules(stream.clone()) {
                tests.insert([module.clone(), vec![test]].concat());
            }
            modules.insert(module, name.clone());
            tokens.insert(name, stream);
        }
        for module in tests {
            if let Some(file) = modules.remove(&module) {
                tokens.remove(&file);
            }
        }
        Crate {
            root: root.to_owned(),
            modules,
            tokens,
            floors,
        }
    }

    /// Every file except those of tests.
    pub(crate) fn files(&self) -> impl Iterator<Item = &File> {
        self.tokens.keys()
    }

    /// Returns the file of this name. Panics if it does not exist.
    pub(crate) fn file(&self, name: &str) -> File {
        assert!(self.tokens.contains_key(name), "no file {name}");
        name.to_owned()
    }

    /// The modules without a floor, and the names on floors that are not modules.
    pub(crate) fn without_floor(&self) -> Vec<String> {
        let modules: BTreeSet<&String> = self.modules.keys().filter_map(|m| m.first()).collect();
        let floors: BTreeSet<&String> = self.floors.keys().collect();
        let differ = modules.symmetric_difference(&floors);
        differ.map(|module| (*module).clone()).collect()
    }

    /// Every import: the importing file and the imported one.
    pub(crate) fn imports(&self) -> Vec<(File, File)> {
        let mut imports = BTreeSet::new();
        for (module, file) in &self.modules {
            let mut paths = Vec::new();
            collect(self.tokens[file].clone(), &mut paths);
            for path in paths {
                if let Some(to) = self.resolve(module, &path).filter(|to| to != file) {
                    imports.insert((file.clone(), to));
                }
            }
        }
        imports.into_iter().collect()
    }

    /// The file that a path leads to: that of the last module in it.
    fn resolve(&self, from: &[String], path: &[String]) -> Option<File> {
        let mut steps = path.iter().peekable();
        let mut module: Vec<String> = match path.first()?.as_str() {
            "crate" => {
                steps.next();
                Vec::new()
            }
            "self" | "super" => {
                let mut module = from.to_vec();
                while let Some(step) =
                    steps.next_if(|step| ["self", "super"].contains(&step.as_str()))
                {
                    if step == "super" {
                        module.pop();
                    }
                }
                module
            }
            first => {
                let child = [from, &[first.to_owned()]].concat();
                self.modules.get(&child)?;
                from.to_vec()
            }
        };
        for step in steps {
            module.push(step.clone());
            if !self.modules.contains_key(&module) {
                module.pop();
                break;
            }
        }
        self.modules.get(&module).cloned()
    }

    /// The imports from a higher floor, or from another module of the same floor.
    pub(crate) fn upward(&self, imports: &[(File, File)]) -> Vec<String> {
        let floor = |file: &File| {
            let module = file.split('/').next().unwrap().trim_end_matches(".rs");
            (module.to_owned(), self.floors.get(module).copied())
        };
        let mut found = Vec::new();
        for (from, to) in imports {
            if *from == self.root {
                continue;
            }
            if *to == self.root {
                found.push(format!("{from} imports from the root, {to}"));
                continue;
            }
            let ((from_module, above), (to_module, below)) = (floor(from), floor(to));
            if from_module != to_module && above >= below {
                found.push(format!(
                    "{from} (floor {above:?}) imports {to} (floor {below:?})"
                ));
            }
        }
        found
    }

    /// The circles that contain files of more than one folder.
    pub(crate) fn circles(&self, imports: &[(File, File)]) -> Vec<String> {
        let mut reached: BTreeMap<&File, BTreeSet<&File>> = BTreeMap::new();
        for file in self.files() {
            let mut open = vec![file];
            let mut seen = BTreeSet::new();
            while let Some(at) = open.pop() {
                for (_, to) in imports.iter().filter(|(from, _)| from == at) {
                    if *to != self.root && seen.insert(to) {
                        open.push(to);
                    }
                }
            }
            reached.insert(file, seen);
        }
        let mut circles = BTreeSet::new();
        for (file, seen) in &reached {
            let circle: BTreeSet<&File> = seen
                .iter()
                .copied()
                .filter(|other| reached[*other].contains(file))
                .collect();
            let folders: BTreeSet<&str> = circle.iter().map(|file| folder(file)).collect();
            if folders.len() > 1 {
                circles.insert(circle.into_iter().cloned().collect::<Vec<_>>().join(" "));
            }
        }
        circles.into_iter().collect()
    }
}

fn folder(file: &str) -> &str {
    file.rsplit_once('/').map_or("", |(folder, _)| folder)
}

fn list(folder: &Path, paths: &mut Vec<PathBuf>) {
    for entry in fs::read_dir(folder).unwrap() {
        let path = entry.unwrap().path();
        if path.is_dir() {
            list(&path, paths);
        } else if path.extension().is_some_and(|extension| extension == "rs") {
            paths.push(path);
        }
    }
}

fn module_of(file: &Path) -> Vec<String> {
    let steps = file.with_extension("");
    let steps = steps.iter().map(|step| step.to_str().unwrap().to_owned());
    let mut steps: Vec<String> = steps.collect();
    if steps.last().is_some_and(|last| last == "mod") {
        steps.pop();
    }
    steps
}

/// The list of floors in a crate's documentation: lines such as `` //! 3. `check` `catalog` ``.
fn read_floors(text: &str) -> BTreeMap<String, usize> {
    let mut floors = BTreeMap::new();
    let section = text.split("//! # Floors\n").nth(1).unwrap_or_default();
    let lines = section.lines().take_while(|line| line.starts_with("//!"));
    for line in lines {
        let line = line.trim_start_matches("//!").trim();
        let Some((number, names)) = line.split_once(". `") else {
            continue;
        };
        let Ok(number) = number.parse() else {
            continue;
        };
        // Names are between backticks.
        for name in names.split('`').step_by(2) {
            let before = floors.insert(name.to_owned(), number);
            assert_eq!(before, None, "{name} has two floors");
        }
    }
    floors
}

/// Whether tokens are an attribute `#[cfg(test)]`.
fn is_test_attribute(tokens: &[TokenTree]) -> bool {
    matches!(tokens, [TokenTree::Punct(mark), TokenTree::Group(group), ..]
        if mark.as_char() == '#' && group.stream().to_string().replace(' ', "") == "cfg(test)")
}

/// The modules that are test files: `#[cfg(test)] mod tests;`.
fn test_modules(stream: TokenStream) -> Vec<String> {
    let tokens: Vec<TokenTree> = stream.into_iter().collect();
    let mut found = Vec::new();
    for (at, window) in tokens.windows(5).enumerate() {
        let is_module = matches!(&tokens[at + 2], TokenTree::Ident(word) if word == "mod");
        if is_test_attribute(window) && is_module {
            found.push(tokens[at + 3].to_string());
        }
    }
    found
}

/// Every path in the tokens that begins at the crate's root or a parent module, or in a `use`.
fn collect(stream: TokenStream, paths: &mut Vec<Vec<String>>) {
    let tokens: Vec<TokenTree> = stream.into_iter().collect();
    let mut at = 0;
    while at < tokens.len() {
        if is_test_attribute(&tokens[at..]) {
            // The item ends with its block or its semicolon.
            at += 2;
            while at < tokens.len() && !ends_item(&tokens[at]) {
                at += 1;
            }
        } else if let TokenTree::Ident(word) = &tokens[at] {
            let word = word.to_string();
            if word == "pub" && matches!(tokens.get(at + 1), Some(TokenTree::Group(_))) {
                // `pub(in crate::generate)` imports nothing.
                at += 1;
            } else if let ("use", Some(length)) = (&*word, tokens[at..].iter().position(ends_use)) {
                use_tree(&tokens[at + 1..at + length], &[], paths);
                at += length;
            } else if ["crate", "super", "self"].contains(&word.as_str()) {
                let path = path_at(&tokens[at..]);
                at += 3 * (path.len() - 1);
                paths.push(path);
            }
        } else if let TokenTree::Group(group) = &tokens[at] {
            collect(group.stream(), paths);
        }
        at += 1;
    }
}

fn ends_use(token: &TokenTree) -> bool {
    matches!(token, TokenTree::Punct(mark) if mark.as_char() == ';')
}

fn ends_item(token: &TokenTree) -> bool {
    let is_block =
        matches!(token, TokenTree::Group(group) if group.delimiter() == Delimiter::Brace);
    is_block || ends_use(token)
}

/// The path at the start of the tokens: names joined by `::`.
fn path_at(tokens: &[TokenTree]) -> Vec<String> {
    let mut path = vec![tokens[0].to_string()];
    let mut rest = &tokens[1..];
    while let [
        TokenTree::Punct(one),
        TokenTree::Punct(two),
        TokenTree::Ident(name),
        ..,
    ] = rest
    {
        if one.as_char() != ':' || two.as_char() != ':' {
            break;
        }
        path.push(name.to_string());
        rest = &rest[3..];
    }
    path
}

/// Expands `a::{b, c::d}`.
fn use_tree(tokens: &[TokenTree], prefix: &[String], paths: &mut Vec<Vec<String>>) {
    let is_comma =
        |token: &TokenTree| matches!(token, TokenTree::Punct(mark) if mark.as_char() == ',');
    for branch in tokens.split(is_comma).filter(|branch| !branch.is_empty()) {
        let mut path = prefix.to_vec();
        for token in branch {
            match token {
                TokenTree::Ident(word) if word == "as" => break,
                TokenTree::Ident(word) => path.push(word.to_string()),
                TokenTree::Group(group) => {
                    let inner: Vec<TokenTree> = group.stream().into_iter().collect();
                    use_tree(&inner, &path, paths);
                    path.clear();
                }
                _ => {}
            }
        }
        if !path.is_empty() {
            paths.push(path);
        }
    }
}
