//! The options that say how an image is built, registered and deployed.

use super::Takes::{Nothing, OneOf as NoDefault, Text, Texts, Word as OneOf};
use super::{FileOption, Group, option, word};
use crate::generate::request::{Builder, Format, Source, Style};
use crate::lang::Lang;

/// How it is built and deployed.
pub(super) static BUILD: Group = Group {
    heading: "Build",
    type_name: "Build",
    options: &[
        option(
            "style",
            "style",
            "What registers and deploys",
            OneOf(
                "STYLE",
                &[
                    word(
                        "aws-cli",
                        "The AWS CLI and jq, which CodeBuild's images have",
                        |it| {
                            it.style = Style::AwsCli;
                        },
                    ),
                    word("taskdef", "taskdef itself, of a fixed version", |it| {
                        it.style = Style::Taskdef;
                    }),
                ],
            ),
        ),
        option(
            "builder",
            "builder",
            "What builds before `docker build`",
            OneOf(
                "BUILDER",
                &[
                    word("maven", "", |it| it.builder = Builder::Maven),
                    word("gradle", "", |it| it.builder = Builder::Gradle),
                    word("node", "", |it| it.builder = Builder::Node),
                    word("docker", "The Dockerfile does it all", |it| {
                        it.builder = Builder::Docker;
                    }),
                    word(
                        "none",
                        "The commit's image is in the repository already",
                        |it| {
                            it.builder = Builder::None;
                        },
                    ),
                ],
            ),
        ),
        option(
            "docker-hub",
            "dockerHub",
            "Log in to Docker Hub, with a user and token from Parameter Store, on GitHub from secrets",
            Nothing(|it| it.docker_hub = true),
        ),
        option(
            "reports",
            "reports",
            "Run the tests and report them to CodeBuild, on GitHub run them only",
            Nothing(|it| it.reports = true),
        ),
        option(
            "parameter-path",
            "parameterPath",
            "Where the parameters are in Parameter Store [default: /CodeBuild/FAMILY]",
            Text("PATH", |it, path| it.parameter_path = Some(path)),
        ),
        option(
            "taskdef-url",
            "taskdefUrl",
            "Where the build takes taskdef from: https://, s3:// or a file of the repository",
            Text("URL", |it, url| it.taskdef_url = Some(url)),
        ),
    ],
};

/// The file that is registered.
const TASKDEF_FILE: FileOption = option(
    "taskdef-file",
    "taskdefFile",
    "The file in the repository that is registered [default: taskdef-update.json]",
    Text("PATH", |it, path| it.file = path),
);

/// The file that is registered, where nothing else is said of a build.
pub(super) static REGISTERED: Group = Group {
    heading: "",
    type_name: "",
    options: &[TASKDEF_FILE],
};

/// The options of a buildspec alone.
pub(super) static BUILDSPEC: Group = Group {
    heading: "",
    type_name: "",
    options: &[
        option(
            "runtime",
            "runtime",
            "The version of the builder's language, such as corretto11",
            Text("VERSION", |it, version| it.runtime = Some(version)),
        ),
        TASKDEF_FILE,
        option(
            "keep-latest",
            "keepLatest",
            "Keep the file's `latest` tag instead of putting the commit's in",
            Nothing(|it| it.latest = true),
        ),
        option(
            "no-wait",
            "noWait",
            "Don't wait until the services run the new revision",
            Nothing(|it| it.wait = false),
        ),
        option(
            "taskdef-sha256",
            "taskdefSha256",
            "The SHA-256 of what --taskdef-url names",
            Text("HEX", |it, sum| it.taskdef_sha256 = Some(sum)),
        ),
        option(
            "taskdef-wheel-sha256",
            "taskdefWheelSha256",
            "The SHA-256 of taskdef's wheel for the build's machine: pip gets it, instead of --taskdef-url",
            Text("HEX", |it, sum| it.taskdef_wheel_sha256 = Some(sum)),
        ),
    ],
};

/// Whether the build runs in a VPC.
pub(super) const VPC: FileOption = option(
    "vpc",
    "vpc",
    "The build runs in a VPC, as for a repository or a database that is only there",
    Nothing(|it| it.vpc = true),
);

/// Where a pipeline's source comes from, and what starts and holds it.
pub(super) static PIPELINE: Group = Group {
    heading: "",
    type_name: "",
    options: &[SOURCE, PATHS, APPROVAL, NOTIFY, VPC],
};

const PATHS: FileOption = option(
    "path",
    "paths",
    "Start only for changes of these paths, such as jobs/nightly/**; with a connection",
    Texts("GLOB", |it, paths| it.paths = paths),
);

const APPROVAL: FileOption = option(
    "approval",
    "approval",
    "Have somebody approve before the build, which deploys",
    Nothing(|it| it.approval = true),
);

const NOTIFY: FileOption = option(
    "notify",
    "notify",
    "Tell this topic of SNS when the pipeline fails",
    Text("ARN", |it, topic| it.notify = Some(topic)),
);

const SOURCE: FileOption = option(
    "source",
    "source",
    "Where the source comes from",
    OneOf(
        "SOURCE",
        &[
            word("codecommit", "", |it| it.source = Source::CodeCommit),
            word(
                "connection",
                "GitHub, GitLab or Bitbucket, through a connection of AWS",
                |it| it.source = Source::Connection,
            ),
        ],
    ),
);

/// The language of the comments in a file.
pub(super) const COMMENTS: FileOption = option(
    "comments",
    "comments",
    "The language of the comments in the file; CloudFormation's console shows Japanese as ? [default: that of the \
     notes, and en for CloudFormation]",
    NoDefault(
        "LANG",
        &[
            word("en", "", |it| it.comments = Some(Lang::En)),
            word("ja", "", |it| it.comments = Some(Lang::Ja)),
        ],
    ),
);

/// The language of the comments, where nothing else is said of the form.
pub(super) static COMMENTED: Group = Group {
    heading: "",
    type_name: "",
    options: &[COMMENTS],
};

/// How a file is written.
pub(super) static FORMAT: Group = Group {
    heading: "",
    type_name: "Template",
    options: &[
        option(
            "format",
            "format",
            "YAML, or JSON without comments",
            OneOf(
                "FORMAT",
                &[
                    word("yaml", "", |it| it.format = Format::Yaml),
                    word("json", "", |it| it.format = Format::Json),
                ],
            ),
        ),
        COMMENTS,
    ],
};
