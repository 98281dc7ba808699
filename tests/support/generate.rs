//! Generates raw task definitions from AWS's model as people paste them: any members at any level,
//! in any order, with everything that a console, an SDK or manual editing leaves in them.

use taskdef_core::model::{self, List, Map, Member, Number, Shape, Structure, Text};

use crate::random::Random;

/// The probability of each oddity wherever it is possible, in thousandths.
#[derive(Debug, Clone)]
pub(crate) struct Mode {
    /// `null`, also in lists.
    nulls: usize,
    /// `[]`, `{}`, `""`, `0`, `false`, and objects that contain only nulls and empty values.
    empties: usize,
    /// A wrong JSON type that has only one meaning.
    repairs: usize,
    /// A key that occurs again later.
    duplicates: usize,
    /// A key that the model does not know.
    unknown: usize,
    /// A key that is nearly a known one.
    misspelt: usize,
    /// A wrong JSON type that has no single meaning.
    meaningless: usize,
    /// A required member that is missing, null or empty.
    lost: usize,
    /// A placeholder where AWS takes the value literally.
    placeholders: usize,
    /// A number out of range.
    beyond: usize,
    /// Whether the document is written compactly, on one line.
    one_line: bool,
}

impl Mode {
    /// Documents that become registerable, without any finding.
    pub(crate) const REGISTERABLE: Mode = Mode {
        nulls: 60,
        empties: 60,
        repairs: 60,
        duplicates: 15,
        unknown: 0,
        misspelt: 0,
        meaningless: 0,
        lost: 0,
        placeholders: 0,
        beyond: 0,
        one_line: false,
    };

    /// Documents with everything that can be wrong with them.
    pub(crate) const WILD: Mode = Mode {
        unknown: 80,
        misspelt: 20,
        meaningless: 12,
        lost: 60,
        placeholders: 20,
        beyond: 60,
        ..Self::REGISTERABLE
    };

    /// The same mode, with compact documents on one line.
    pub(crate) const fn on_one_line(mut self) -> Self {
        self.one_line = true;
        self
    }
}

/// The document of this seed, with enough containers for this number of bytes.
pub(crate) fn document(seed: u64, mode: &Mode, bytes: usize) -> String {
    let mut random = Random::new(seed);
    // From nearly empty to complete, and from clean to very odd.
    let density = random.pick(&[60, 60, 120, 120, 250, 250, 500, 1000]);
    let noise = random.pick(&[0, 1, 1, 1, 1, 2, 4]);
    let mut generator = Generator {
        random,
        mode,
        density,
        noise,
        bytes,
    };
    let pasted = generator.pasted();
    let mut out = String::new();
    let style = generator.style();
    generator.write_space(style, 0, &mut out);
    generator.write(&pasted, style, 0, &mut out);
    if !mode.one_line {
        generator.write_space(style, 0, &mut out);
    }
    out
}

/// A document before it is written.
#[derive(Debug, Clone)]
enum Json {
    /// A scalar's token, or any JSON, written verbatim.
    Token(String),
    List(Vec<Json>),
    Object(Vec<(String, Json)>),
}

impl Json {
    fn token(token: &str) -> Self {
        Json::Token(token.to_owned())
    }

    fn null() -> Self {
        Self::token("null")
    }

    /// Its approximate length in bytes when written compactly.
    fn len(&self) -> usize {
        match self {
            Json::Token(token) => token.len() + 1,
            Json::List(elements) => 2 + elements.iter().map(Json::len).sum::<usize>(),
            Json::Object(members) => {
                let member = |(key, value): &(String, Json)| key.len() + 1 + value.len();
                2 + members.iter().map(member).sum::<usize>()
            }
        }
    }
}

/// The white space between tokens.
#[derive(Debug, Clone, Copy)]
enum Style {
    Compact,
    /// Each member on a line of its own, indented by this.
    Pretty(&'static str),
    /// Any white space that JSON allows.
    Weird,
}

/// Strings that must survive whatever they contain.
const TEXTS: &[&str] = &[
    "",
    " ",
    "0",
    "false",
    "null",
    "1.0",
    "<IMAGE1_NAME>",
    "${VAR}",
    "$VAR",
    "{{ name }}",
    "日本語のログ",
    "が",
    "😀👨‍👩‍👧",
    "café",
    "a\"b\\c/d",
    "line\nbreak\ttab\r",
    "</script>",
    "// no comment",
    "/* no comment */ # none",
    ",]",
    "it's",
    "“curly” ‘quotes’",
    "\u{3000}",
    "\u{202e}bidi\u{202c}",
    "\u{1}\u{1b}[31m\u{7f}",
    "a\u{2028}b\u{feff}",
    "{\"a\": [1, 2]}",
    "aws:data",
    "A=B=C",
    "System.Object[]",
    "@{name=A; value=B}",
    "plain",
    "/ecs/app",
    "arn:aws:ssm:ap-northeast-1:111122223333:parameter/app/TOKEN",
    "\u{10ffff}\u{fffd}",
];

/// The user's own keys, many of them named like AWS's.
const OWN_KEYS: &[&str] = &[
    "taskDefinitionArn",
    "revision",
    "status",
    "requiresAttributes",
    "compatibilities",
    "registeredAt",
    "deregisteredAt",
    "deleteRequestedAt",
    "registeredBy",
    "name",
    "value",
    "environment",
    "tags",
    "family",
    "cpu",
    "com.example.order",
    "com.example.日本",
    "awslogs-group",
    "max-size",
    "a/b~c~1",
    "",
    "0",
    "-",
    "with space",
    "é",
    "😀",
    "quo\"te\\",
    "\u{1}",
];

/// Keys that no model knows yet.
const NEW_KEYS: &[&str] = &[
    "futureField",
    "quantumMode",
    "x-team-note",
    "新しい項目",
    "a/b~c",
    "",
    "😀",
    "revision",
    "status",
    "registeredAt",
    "valueFrom",
    "image",
    "sizeInGiB",
    "tags",
    "$schema",
    "//",
];

const NAMES: &[&str] = &[
    "app",
    "web-1",
    "sidecar",
    "init",
    "log_router",
    "アプリ",
    "x",
];

const IMAGES: &[&str] = &[
    "app:1",
    "registry.example.com:5000/team/app:1.2.3",
    "111122223333.dkr.ecr.ap-northeast-1.amazonaws.com/app:latest",
    "app@sha256:0123456789abcdef0123456789abcdef0123456789abcdef0123456789abcdef",
    "repo/${X}:1",
];

const SIZES: &[&str] = &["256", "1024", "1 vCPU", ".5 vCPU", "2 GB", "512"];

const ROLES: &[&str] = &[
    "arn:aws:iam::111122223333:role/app-task",
    "arn:aws:iam::111122223333:role/path/実行",
    "app-task",
];

const PLACEHOLDERS: &[&str] = &["<IMAGE1_NAME>", "${NAME}", "$NAME", "{{NAME}}", "{{ a.b }}"];

const NUMBERS: &[&str] = &[
    "0",
    "-0",
    "256",
    "1.0",
    "1e3",
    "1E+3",
    "2.50e-7",
    "-1.5",
    "2147483647",
    "-2147483648",
    "9007199254740993",
    "12345678901234567890",
    "0.0",
    "1e999",
];

struct Generator<'m> {
    random: Random,
    mode: &'m Mode,
    density: usize,
    noise: usize,
    bytes: usize,
}

// What is in a document.

impl Generator<'_> {
    fn rare(&mut self, permille: usize) -> bool {
        self.random.chance(permille * self.noise)
    }

    /// A bare task definition, or an answer of AWS that contains one.
    fn pasted(&mut self) -> Json {
        let definition = self.definition();
        if self.random.chance(700) {
            return definition;
        }
        let mut members = vec![("taskDefinition".to_owned(), definition)];
        if self.random.chance(700) {
            let tags = model::REQUEST.member("tags").map(|(_, member)| member);
            members.extend(tags.map(|tags| self.member(tags)));
        }
        if self.random.chance(300) {
            let metadata = r#"{"RequestId":"1-2","HTTPStatusCode":200,"RetryAttempts":0,"x":[]}"#;
            members.push(("ResponseMetadata".to_owned(), Json::token(metadata)));
        }
        if self.rare(100) {
            let extra = self.random.pick(&["failures", "$metadata", "tag", "é"]);
            members.push((extra.to_owned(), self.anything(1)));
        }
        self.object(members)
    }

    fn definition(&mut self) -> Json {
        let mut members = self.members(model::REQUEST);
        let recognised = ["family", "containerDefinitions", "requiresCompatibilities"];
        if !members.iter().any(|(key, _)| recognised.contains(&&**key)) {
            let launch = Json::token(r#"["FARGATE", null]"#);
            members.push(("requiresCompatibilities".to_owned(), launch));
        }
        let raw = self.random.pick(&[0, 300, 1000]);
        for name in model::READ_ONLY {
            if self.random.chance(raw) {
                members.push(((*name).to_owned(), self.read_only(name)));
            }
        }
        self.object(members)
    }

    /// The value that AWS returns in a read-only field.
    fn read_only(&mut self, name: &str) -> Json {
        if self.rare(150) {
            return self.anything(1);
        }
        let time = [
            "1.7321e9",
            "1732406400.123",
            "\"2025-11-24T09:00:00.123000+09:00\"",
        ];
        let values: &[&str] = match name {
            "taskDefinitionArn" => {
                &["\"arn:aws:ecs:ap-northeast-1:111122223333:task-definition/app:5\""]
            }
            "revision" => &["5", "0", "2147483647"],
            "status" => &["\"ACTIVE\"", "\"INACTIVE\"", "\"DELETE_IN_PROGRESS\""],
            "requiresAttributes" => &[
                "[]",
                r#"[{"targetId":null,"targetType":null,"value":null,"name":"ecs.capability.x"}]"#,
                r#"[{"name":"a"},{"name":"com.amazonaws.ecs.capability.docker-remote-api.1.18"}]"#,
            ],
            "compatibilities" => &["[\"EC2\",\"FARGATE\"]", "[]", "[\"EXTERNAL\"]"],
            "registeredBy" => &["\"arn:aws:iam::111122223333:user/alice\"", "null"],
            _ => &time,
        };
        Json::token(self.random.pick(values))
    }

    /// A random selection of a structure's members; exactly one of a union.
    fn members(&mut self, structure: &'static Structure) -> Vec<(String, Json)> {
        if structure.union && (self.mode.lost == 0 || self.random.chance(800)) {
            let chosen = self.random.below(structure.members.len());
            return vec![self.member(&structure.members[chosen])];
        }
        let mut members = Vec::new();
        for member in structure.members {
            let lost = member.required && self.rare(self.mode.lost) && self.random.chance(500);
            if (member.required && !lost) || (!member.required && self.random.chance(self.density))
            {
                members.push(self.member(member));
            }
        }
        if self.rare(self.mode.unknown) {
            let key = self.random.pick(NEW_KEYS).to_owned();
            let value = self.odd_value();
            members.push((key, value));
        }
        if self.rare(self.mode.misspelt) {
            let meant = self.random.below(structure.members.len());
            let key = self.misspelt(structure.members[meant].name);
            let value = self.odd_value();
            members.push((key, value));
        }
        members
    }

    fn member(&mut self, member: &Member) -> (String, Json) {
        let value = self.value(member.name, member.shape, member.required);
        (member.name.to_owned(), value)
    }

    /// The members in random order. Some keys occur twice, and then the last value is the given
    /// one.
    fn object(&mut self, mut members: Vec<(String, Json)>) -> Json {
        self.random.shuffle(&mut members);
        let mut at = 0;
        while at < members.len() {
            if self.rare(self.mode.duplicates) {
                let key = members[at].0.clone();
                let earlier = if self.random.chance(500) {
                    self.anything(2)
                } else {
                    members[self.random.below(members.len())].1.clone()
                };
                let place = self.random.below(at + 1);
                members.insert(place, (key, earlier));
                at += 1;
            }
            at += 1;
        }
        let token = |(key, value): (String, Json)| (self.string(&key), value);
        Json::Object(members.into_iter().map(token).collect())
    }

    fn value(&mut self, name: &str, shape: Shape, required: bool) -> Json {
        let may_go = !required || self.rare(self.mode.lost);
        if may_go && self.rare(self.mode.nulls) {
            Json::null()
        } else if may_go && self.rare(self.mode.empties) {
            if self.random.chance(400) {
                self.empty(shape)
            } else {
                self.vanishing(name, shape)
            }
        } else if self.rare(self.mode.meaningless) {
            self.anything(2)
        } else if self.rare(self.mode.placeholders) && takes_placeholders(name, shape) {
            let placeholder = self.random.pick(PLACEHOLDERS);
            Json::Token(self.string(placeholder))
        } else if self.rare(self.mode.repairs) {
            self.repairable(name, shape)
        } else {
            self.proper(name, shape)
        }
    }

    /// A valid value.
    fn proper(&mut self, name: &str, shape: Shape) -> Json {
        match shape {
            Shape::Structure(structure) if structure.name == "Tag" && self.rare(100) => {
                let key = self
                    .random
                    .pick(&["aws:cloudformation:stack-name", "AWS:x", "aws:"]);
                let mut tag = vec![("key".to_owned(), Json::Token(self.string(key)))];
                tag.extend(
                    self.random
                        .chance(800)
                        .then(|| ("value".to_owned(), self.odd_value())),
                );
                self.object(tag)
            }
            Shape::Structure(structure) => {
                let members = self.members(structure);
                self.object(members)
            }
            Shape::List(list) => self.list(name, list),
            Shape::Map(map) => self.map(map),
            Shape::String(text) => self.text(name, text),
            Shape::Integer(number) => Json::Token(self.integer(number).to_string()),
            Shape::Boolean => Json::token(self.random.pick(&["true", "false"])),
            Shape::Timestamp => Json::token("\"2025-11-24T09:00:00Z\""),
        }
    }

    fn list(&mut self, name: &str, list: &'static List) -> Json {
        let count = self.random.pick(&[1, 1, 1, 2, 2, 3]);
        let mut elements: Vec<_> = (0..count)
            .map(|_| self.value("", list.element, false))
            .collect();
        if name == "containerDefinitions" {
            let mut bytes: usize = elements.iter().map(Json::len).sum();
            while bytes < self.bytes {
                let container = self.proper("", list.element);
                bytes += container.len();
                elements.push(container);
            }
        }
        Json::List(elements)
    }

    fn map(&mut self, map: &'static Map) -> Json {
        let mut members = Vec::new();
        for _ in 0..=self.random.below(4) {
            let key = self.random.pick(OWN_KEYS).to_owned();
            members.push((key, self.value("", map.value, false)));
        }
        self.object(members)
    }

    fn text(&mut self, name: &str, text: &'static Text) -> Json {
        let pool = match name {
            "image" => IMAGES,
            "cpu" | "memory" => SIZES,
            "taskRoleArn" | "executionRoleArn" => ROLES,
            "name" if text.enums.is_empty() => NAMES,
            _ if !text.enums.is_empty() && self.random.chance(950) => text.enums,
            _ if text.min > 0 => OWN_KEYS,
            _ if self.mode.lost > 0 && self.rare(3) => {
                // Half of a surrogate pair, which JSON allows.
                return Json::token(r#""\ud83d x \uDE00""#);
            }
            _ => TEXTS,
        };
        loop {
            let characters = self.random.pick(pool);
            if characters.chars().count() >= text.min as usize {
                return Json::Token(self.string(characters));
            }
        }
    }

    fn integer(&mut self, number: &'static Number) -> i128 {
        let (min, max) = (i128::from(number.min), i128::from(number.max));
        if self.rare(self.mode.beyond) {
            let beyond = [
                min - 1,
                max + 1,
                -9_007_199_254_740_993,
                12_345_678_901_234_567_890,
                -98_765_432_109_876_543_210,
            ];
            return self.random.pick(&beyond);
        }
        let usual = [min, max, 0, 1, 80, 256, 512, 65535, 30];
        self.random.pick(&usual).clamp(min, max)
    }

    /// An empty value that is valid, or that means the same as no value.
    fn empty(&mut self, shape: Shape) -> Json {
        match shape {
            Shape::List(_) => Json::List(Vec::new()),
            Shape::Structure(_) | Shape::Map(_) => Json::Object(Vec::new()),
            Shape::String(Text { min: 0, .. }) => Json::token("\"\""),
            Shape::Integer(Number { min, .. }) if *min <= 0 => Json::token("0"),
            Shape::Boolean => Json::token("false"),
            _ => self.proper("", shape),
        }
    }

    /// A value in which nothing is set, so that all of it is removed.
    fn vanishing(&mut self, name: &str, shape: Shape) -> Json {
        match shape {
            Shape::List(list) if is_pair(list) && self.random.chance(200) => {
                Json::token(self.random.pick(&["{}", r#"{"A": null}"#]))
            }
            Shape::List(list) if self.random.chance(100) => self.vanishing("", list.element),
            Shape::List(_) if self.random.chance(100) => Json::token("{}"),
            Shape::Structure(_) | Shape::Map(_) if !name.is_empty() && self.random.chance(100) => {
                Json::token("[]")
            }
            Shape::List(list) => {
                let count = self.random.below(3);
                let elements = (0..count).map(|_| self.vanishing("", list.element));
                Json::List(elements.collect())
            }
            Shape::Structure(structure) => {
                let needs_more = structure.union || structure.required != 0;
                if needs_more && self.random.chance(300) {
                    return Json::Object(Vec::new());
                }
                let mut members = Vec::new();
                for member in structure.members {
                    if members.is_empty() || self.random.chance(300) {
                        let value = if member.required {
                            Json::null()
                        } else {
                            self.vanishing(member.name, member.shape)
                        };
                        members.push((member.name.to_owned(), value));
                    }
                }
                self.random.shuffle(&mut members);
                let token = |(key, value): (String, Json)| (self.string(&key), value);
                Json::Object(members.into_iter().map(token).collect())
            }
            Shape::Map(_) => {
                let key = self.random.pick(OWN_KEYS);
                Json::Object(vec![(self.string(key), Json::null())])
            }
            _ => Json::null(),
        }
    }

    /// A wrong JSON type that has only one meaning.
    fn repairable(&mut self, name: &str, shape: Shape) -> Json {
        match shape {
            Shape::String(_) if self.random.chance(300) => {
                Json::token(self.random.pick(&["true", "false"]))
            }
            Shape::String(_) => Json::token(self.random.pick(NUMBERS)),
            Shape::Boolean => {
                let words = ["\"true\"", "\"False\"", "\" TRUE\\n\"", "\"\\u0066alse\""];
                Json::token(self.random.pick(&words))
            }
            Shape::Integer(number) => {
                let integer = self.integer(number);
                Json::Token(match self.random.below(7) {
                    0 => format!("\"{integer}\""),
                    1 => format!("\" {integer} \""),
                    2 => format!("\"{integer}.0\""),
                    3 => format!("{integer}.0"),
                    4 => format!("{integer}e0"),
                    5 if integer % 10 == 0 => format!("{}E+1", integer / 10),
                    _ if integer != 0 => format!("{integer}00e-2"),
                    _ => "0.00E-2".to_owned(),
                })
            }
            Shape::List(list) if name != "containerDefinitions" && self.random.chance(300) => {
                self.only_element(list)
            }
            Shape::List(list) if is_pair(list) => {
                let mut members = Vec::new();
                for _ in 0..=self.random.below(4) {
                    let mut key = self.random.pick(OWN_KEYS).to_owned();
                    if ["", "name", "key", "value", "valueFrom"].contains(&&*key) {
                        // A tag needs a key, and two of the others look like one pair.
                        "k".clone_into(&mut key);
                    }
                    let value = match self.random.below(4) {
                        0 => self.random.pick(NUMBERS),
                        1 => self.random.pick(&["true", "false", "null"]),
                        _ => "",
                    };
                    let value = if value.is_empty() {
                        let characters = self.random.pick(TEXTS);
                        self.string(characters)
                    } else {
                        value.to_owned()
                    };
                    members.push((key, Json::Token(value)));
                }
                self.object(members)
            }
            _ => self.proper(name, shape),
        }
    }

    /// The only element of a list, without the list.
    fn only_element(&mut self, list: &'static List) -> Json {
        match list.element {
            Shape::String(text) if text.enums.is_empty() => {
                let word = self.random.pick(&["one", "10.0.0.2", "a/b:1"]);
                Json::Token(self.string(word))
            }
            Shape::String(text) => {
                let word = self.random.pick(text.enums);
                Json::Token(self.string(word))
            }
            element => self.proper("", element),
        }
    }

    /// Any JSON.
    fn anything(&mut self, depth: usize) -> Json {
        match self.random.below(if depth == 0 { 5 } else { 8 }) {
            0 => Json::null(),
            1 => Json::token(self.random.pick(&["true", "false", "[]", "{}"])),
            2 => Json::token(self.random.pick(NUMBERS)),
            3 | 4 => {
                let characters = self.random.pick(TEXTS);
                Json::Token(self.string(characters))
            }
            5 => {
                let count = self.random.below(4);
                Json::List((0..count).map(|_| self.anything(depth - 1)).collect())
            }
            _ => {
                let mut members = Vec::new();
                for _ in 0..self.random.below(4) {
                    let key = self.random.pick(OWN_KEYS);
                    members.push((self.string(key), self.anything(depth - 1)));
                }
                Json::Object(members)
            }
        }
    }

    /// Any JSON with random spacing.
    fn odd_value(&mut self) -> Json {
        let value = self.anything(3);
        let mut text = String::new();
        let style = if self.mode.one_line || self.random.chance(300) {
            Style::Compact
        } else {
            Style::Weird
        };
        self.write(&value, style, 0, &mut text);
        Json::Token(text)
    }

    /// A name with a typing error.
    fn misspelt(&mut self, name: &str) -> String {
        let mut letters: Vec<char> = name.chars().collect();
        let at = self.random.below(letters.len());
        match self.random.below(4) {
            0 if letters.len() > 1 => {
                letters.remove(at);
            }
            1 => letters.insert(at, letters[at]),
            2 => letters[at] = letters[at].to_ascii_uppercase(),
            _ => letters.insert(at, '_'),
        }
        letters.into_iter().collect()
    }
}

/// Whether an object of names and values can stand for a list.
fn is_pair(list: &List) -> bool {
    matches!(list.element, Shape::Structure(element) if [
        "KeyValuePair", "Secret", "Tag", "HostEntry", "SystemControl", "ContainerDependency",
    ].contains(&element.name))
}

fn takes_placeholders(name: &str, shape: Shape) -> bool {
    match shape {
        Shape::Integer(_) | Shape::Boolean => true,
        Shape::String(_) => {
            ["image", "cpu", "memory", "taskRoleArn", "executionRoleArn"].contains(&name)
        }
        _ => false,
    }
}

// How it is written.

impl Generator<'_> {
    fn style(&mut self) -> Style {
        if self.mode.one_line {
            return Style::Compact;
        }
        self.random.pick(&[
            Style::Pretty("  "),
            Style::Pretty("    "),
            Style::Pretty("\t"),
            Style::Compact,
            Style::Weird,
        ])
    }

    fn write(&mut self, json: &Json, style: Style, depth: usize, out: &mut String) {
        match json {
            Json::Token(token) => out.push_str(token),
            Json::List(elements) => {
                out.push('[');
                for (index, element) in elements.iter().enumerate() {
                    self.write_comma(index, style, out);
                    self.write_space(style, depth + 1, out);
                    self.write(element, style, depth + 1, out);
                }
                self.write_end(elements.is_empty(), style, depth, out);
                out.push(']');
            }
            Json::Object(members) => {
                out.push('{');
                for (index, (key, value)) in members.iter().enumerate() {
                    self.write_comma(index, style, out);
                    self.write_space(style, depth + 1, out);
                    out.push_str(key);
                    self.write_gap(style, out);
                    out.push(':');
                    if matches!(style, Style::Pretty(_)) {
                        out.push(' ');
                    }
                    self.write_gap(style, out);
                    self.write(value, style, depth + 1, out);
                }
                self.write_end(members.is_empty(), style, depth, out);
                out.push('}');
            }
        }
    }

    fn write_comma(&mut self, index: usize, style: Style, out: &mut String) {
        if index > 0 {
            self.write_gap(style, out);
            out.push(',');
        }
    }

    fn write_end(&mut self, empty: bool, style: Style, depth: usize, out: &mut String) {
        if !empty || matches!(style, Style::Weird) {
            self.write_space(style, depth, out);
        }
    }

    /// White space at a line end of a pretty document.
    fn write_space(&mut self, style: Style, depth: usize, out: &mut String) {
        match style {
            Style::Compact => {}
            Style::Pretty(indent) => {
                if !out.is_empty() {
                    out.push('\n');
                    out.push_str(&indent.repeat(depth));
                }
            }
            Style::Weird => self.write_gap(style, out),
        }
    }

    /// White space that only a weird document has.
    fn write_gap(&mut self, style: Style, out: &mut String) {
        if matches!(style, Style::Weird) && self.random.chance(400) {
            for _ in 0..=self.random.below(3) {
                // Never `\r\n`: that would be a mending.
                out.push_str(self.random.pick(&[" ", "\n", "\t", "  ", "\r "]));
            }
        }
    }

    /// A string token with some characters escaped unnecessarily.
    fn string(&mut self, characters: &str) -> String {
        let ascii = self.random.chance(60);
        let escaped = if self.random.chance(30) { 400 } else { 0 };
        let mut token = String::from('"');
        for c in characters.chars() {
            match c {
                '"' => token.push_str("\\\""),
                '\\' => token.push_str("\\\\"),
                '\n' => token.push_str("\\n"),
                '\r' => token.push_str("\\r"),
                '\t' => token.push_str("\\t"),
                '/' if escaped > 0 && self.random.chance(escaped) => token.push_str("\\/"),
                c if c < ' ' || (ascii && !c.is_ascii()) || self.random.chance(escaped) => {
                    let upper = self.random.chance(500);
                    for unit in c.encode_utf16(&mut [0; 2]) {
                        let escape = if upper {
                            format!("\\u{unit:04X}")
                        } else {
                            format!("\\u{unit:04x}")
                        };
                        token.push_str(&escape);
                    }
                }
                c => token.push(c),
            }
        }
        token.push('"');
        token
    }
}
