/** What to do besides converting. Every member may be left out. */
export interface Options extends Edits {
  /** The language of messages; `en` without it. */
  lang?: "en" | "ja";
  /** Leaves values of the wrong JSON type as they are. */
  noRepair?: boolean;
  /** Shows values in the report that it would mask. */
  showValues?: boolean;
}

// Made from the core's options by `UPDATE=1 cargo test -p taskdef-core --test docs`.
// <edits>
interface Edits {
  /** Task size: CPU units ("512") or vCPUs (".5 vCPU"). */
  cpu?: string;
  /** Task size: MiB ("2048") or "2 GB". */
  memory?: string;
  /** A container's image. */
  images?: OfContainer<string>[];
  /** Environment variables. */
  environment?: Named[];
  /** Secrets: each value is the ARN or name of a secret or parameter. */
  secrets?: Named[];
  /** A container's command; an empty list removes it. */
  commands?: OfContainer<string[]>[];
  /** Environment files in S3, by their ARNs; those of a container replace its list. */
  environmentFiles?: OfContainer<string>[];
  /** A container's log driver. */
  logDrivers?: OfContainer<string>[];
  /** Options of log configurations. */
  logOptions?: Named[];
  /** Docker labels. */
  dockerLabels?: Named[];
  /** A container's CPU units. */
  containerCpus?: OfContainer<number>[];
  /** A container's hard limit of memory, in MiB. */
  containerMemories?: OfContainer<number>[];
  /** A container's soft limit of memory, in MiB. */
  containerMemoryReservations?: OfContainer<number>[];
  /** The task role; an empty value removes it. */
  taskRoleArn?: string;
  /** The task execution role; an empty value removes it. */
  executionRoleArn?: string;
  /** The family. */
  family?: string;
  /** Tags. */
  tags?: Tag[];
}
// </edits>

/** A new value of a container's member. */
export interface OfContainer<Value> {
  /** The container's name; may be left out if there is only one. */
  container?: string;
  /** The value. */
  value: Value;
}

/** A new image. */
export type Image = OfContainer<string>;

/** A value to set; without `value`, one to remove. */
export interface Named {
  /** The container's name; may be left out if there is only one. */
  container?: string;
  /** What is set. */
  name: string;
  /** What it is set to. */
  value?: string;
}

/** A tag to set; without `value`, one to remove. */
export interface Tag {
  /** The tag's key. */
  name: string;
  /** The tag's value. */
  value?: string;
}

/** How to check. Every member may be left out. */
export interface CheckOptions {
  /** The language of messages; `en` without it. */
  lang?: "en" | "ja";
  /** The text is to be registered as it is: whatever the AWS CLI would refuse is an error. */
  asIs?: boolean;
  /** Shows values that would be masked. */
  showValues?: boolean;
}

/** A place in the text: line and columns count from 1. */
export interface Position {
  line: number;
  /** In Unicode code points. */
  column: number;
  /** In UTF-16 code units, as JavaScript counts. */
  columnUtf16: number;
}

/** What was mended to read the text. */
export interface Mending extends Position {
  /** The rule's id, such as `trailing-comma`. */
  rule: string;
  /** One line about it. */
  message: string;
}

/** What is not in the result as it was pasted. It has a place if it stood in the text. */
export interface Change extends Partial<Position> {
  kind: "removed" | "repaired" | "moved" | "edited" | "added";
  /** The rule's id, such as `null-value`. */
  rule: string;
  /** The JSON pointer into the document as pasted; `null` for an addition. */
  at: string | null;
  /** The JSON pointer into the result; `null` for a removal. */
  to: string | null;
  /** The pasted value, masked, as a JSON text, so that no digit is lost. */
  before: string | null;
  /** The value in the result, masked, as a JSON text. */
  after: string | null;
  /** One line about it. */
  message: string;
}

/** Something to check before the result is registered. It has a place if it is in the text. */
export interface Finding extends Partial<Position> {
  /** An error is what AWS refuses or ignores, or what keeps the container from running; advice is
      reported by `check` only. */
  severity: "error" | "warning" | "advice";
  /** The rule's id, such as `image-latest`. */
  rule: string;
  /** What others call it: the ids of their controls and checks, such as `ECS.3` or `CKV_AWS_335`. */
  also?: string[];
  /** The JSON pointer into the document as pasted; `null` if an edit put it there. */
  at: string | null;
  /** The JSON pointer into the result. */
  to: string | null;
  /** The place after its last character; of a list or an object only the key counts, or the
      bracket. */
  end: Position | null;
  /** One line about it. */
  message: string;
  /** Why it matters. */
  why: string;
  /** What to do. */
  cure: string;
  /** The address of the page that the rule comes from. */
  source: string;
  /** How the pasted text can be changed to mend it; reported by `check` only. */
  fix: Fix | null;
}

/** A change of the pasted text that mends a finding. */
export interface Fix {
  /** What it does. */
  title: string;
  /** Whether it may be made without asking: what is meant is beyond doubt. */
  safe: boolean;
  /** The replacements, in order and apart from each other. */
  edits: TextEdit[];
}

/** A part of the pasted text that gives way to another text. */
export interface TextEdit {
  start: Position;
  /** The place after its last character. */
  end: Position;
  text: string;
}

/** The same as `taskdef convert --report json`. */
export interface Report {
  /** The version of the report's form. */
  version: number;
  /** This program and its version. */
  tool: string;
  /** The botocore release whose model was used. */
  model: string;
  /** What was pasted. */
  input: "task-definition" | "describe-task-definition";
  /** The family, if it is a string. */
  family: string | null;
  mendings: Mending[];
  changes: Change[];
  /** The findings: of each rule at most the first hundred. */
  findings: Finding[];
  /** How many findings of a rule there are besides those in `findings`. */
  more: More[];
}

/** Findings of a rule that are counted only. */
export interface More {
  /** The rule's id. */
  rule: string;
  /** Their severity. */
  severity: "error" | "warning" | "advice";
  /** Their number. */
  count: number;
}

/** What `taskdef check --format json` says of one file, without the list of files around it. */
export interface Checked {
  /** The version of the report's form. */
  version: number;
  /** This program and its version. */
  tool: string;
  /** The botocore release whose model was used. */
  model: string;
  /** The family, if it is a string. */
  family: string | null;
  /** The findings: of each rule at most the first hundred. */
  findings: Finding[];
  /** How many findings of a rule there are besides those in `findings`. */
  more: More[];
  /** How many findings are errors. */
  errors: number;
  /** How many findings are warnings. */
  warnings: number;
  /** How many findings are advice. */
  advice: number;
}

/** Why there is no result. Messages name options as the command line does. */
export interface Failure {
  /** The version of the report's form. */
  version: number;
  error: {
    /** A stable name of the reason; `edit` for an edit that can't be made. */
    id: string;
    /** What is wrong and how to mend it. */
    message: string;
  } & Partial<Position>;
}

/** The converted JSON text with its report, or the reason why there is none. With an error among the
    findings of the report it is not ready to register. */
export type Conversion = { result: string; report: Report } | Failure;

/** The language of comments and notes. */
interface Language {
  /** `en` without it. */
  lang?: "en" | "ja";
}

// Made from the core's options by `UPDATE=1 cargo test -p taskdef-core --test docs`.
// <options>
interface Template {
  /** YAML, or JSON without comments; `yaml` without it. */
  format?: "yaml" | "json";
  /** The language of the comments in the file; CloudFormation's console shows Japanese as ?
      [default: that of the notes, and en for CloudFormation]. */
  comments?: "en" | "ja";
}

interface Moves {
  /** The ECS cluster, by name or ARN. */
  cluster?: string;
  /** An ECS service. */
  services?: string[];
  /** An ECS service that the variable SERVICE of the build names. */
  serviceVariable?: boolean;
  /** An EventBridge rule; its targets that name a revision are moved. */
  rules?: string[];
  /** A schedule of EventBridge Scheduler; it is moved if it names a revision. */
  schedules?: string[];
  /** Have the build log what changed and run the new revision once, before rules and schedules move;
      it does the job's real work, and fails unless it exits with 0. */
  run?: boolean;
}

interface Batch {
  /** CodeBuild batch: these families, each with what is about it alone, such as
      `first-job,schedule=nightly,second-job`: folder=, container=, role= (of its definition),
      service=, rule=, schedule=. */
  batch?: string[];
  /** The same as a JSON list: [{"family": …, "folder": …, "container": …, "roles": […], "services":
      […], "rules": […], "schedules": […]}, …]. */
  batchTable?: string;
  /** Build the image once, for every family of the batch. */
  oneImage?: boolean;
}

interface Build {
  /** What registers and deploys; `aws-cli` without it. */
  style?: "aws-cli" | "taskdef";
  /** What builds before `docker build`; `maven` without it. */
  builder?: "maven" | "gradle" | "node" | "docker" | "none";
  /** Log in to Docker Hub, with a user and token from Parameter Store, on GitHub from secrets. */
  dockerHub?: boolean;
  /** Run the tests and report them to CodeBuild, on GitHub run them only. */
  reports?: boolean;
  /** Where the parameters are in Parameter Store [default: /CodeBuild/FAMILY]. */
  parameterPath?: string;
  /** Where the build takes taskdef from: https://, s3:// or a file of the repository. */
  taskdefUrl?: string;
}

interface Place {
  /** The ECR repository, by name or URI [default: that of the image]. */
  repository?: string;
  /** The container that the image is for, if there are several. */
  container?: string;
  /** An image in a private repository of ECR that the Dockerfile builds from. */
  baseImages?: string[];
}

interface Passed {
  /** The role with which the rules start the task. */
  ruleRole?: string;
  /** The role with which the schedules start the task. */
  scheduleRole?: string;
  /** A customer managed key that encrypts secrets. */
  kmsKeys?: string[];
}

interface Time {
  /** When to start: cron(…), rate(…) or at(…) [default: cron(0 3 * * ? *); for a rule cron(0 18 * *
      ? *)]. */
  expression?: string;
  /** The time zone in which that counts [default: that of the pasted region]. */
  timeZone?: string;
  /** Create it switched off; the stack's parameter State switches it on. */
  disabled?: boolean;
  /** How long a job of a state machine may run, such as 90m or 2h [default: 24h]. */
  timeout?: string;
  /** How often a state machine does a failed job again [default: 0]. */
  retries?: number;
}

interface Run {
  /** What the task runs on; `definition` without it. */
  launchType?: "definition" | "fargate" | "ec2" | "external";
  /** A capacity provider to run it on, such as `FARGATE_SPOT`. */
  capacityProviders?: string[];
  /** The container's command in place of the definition's own, as a JSON list. */
  command?: string;
  /** The container that the command is for, if there are several. */
  container?: string;
}

interface WayOfJob {
  /** What starts the job [default: what is named of a service, rule or schedule]. */
  startedBy?: "service" | "rule" | "schedule" | "state-machine" | "hand" | "unknown";
  /** What registers the new revision; `pipeline` without it. */
  with?: "pipeline" | "taskdef" | "console";
  /** The state machine that starts the job. */
  stateMachine?: string;
}

/** The options of `buildspec`. Every member may be left out. */
export interface BuildspecOptions extends Language, Template, Moves, Batch, Build, Place {
  /** The version of the builder's language, such as corretto11. */
  runtime?: string;
  /** The file in the repository that is registered [default: taskdef-update.json]. */
  taskdefFile?: string;
  /** Keep the file's `latest` tag instead of putting the commit's in. */
  keepLatest?: boolean;
  /** Don't wait until the services run the new revision. */
  noWait?: boolean;
  /** The SHA-256 of what --taskdef-url names. */
  taskdefSha256?: string;
  /** The SHA-256 of taskdef's wheel for the build's machine: pip gets it, instead of --taskdef-url. */
  taskdefWheelSha256?: string;
}

/** The options of `github-actions`. Every member may be left out. */
export interface GithubActionsOptions extends Language, Moves, Build, Place {
  /** The branch on GitHub whose changes are deployed [default: main]. */
  branch?: string;
  /** The role that it takes on [default: the variable AWS_ROLE_ARN of the repository]. */
  role?: string;
  /** The region [default: that of the pasted ARN, log or image]. */
  region?: string;
  /** The action that brings taskdef and checks, by the hash of its commit, instead of --taskdef-url. */
  action?: string;
  /** The language of the comments in the file; CloudFormation's console shows Japanese as ?
      [default: that of the notes, and en for CloudFormation]. */
  comments?: "en" | "ja";
  /** The version of the builder's language, such as corretto11. */
  runtime?: string;
  /** The file in the repository that is registered [default: taskdef-update.json]. */
  taskdefFile?: string;
  /** Keep the file's `latest` tag instead of putting the commit's in. */
  keepLatest?: boolean;
  /** Don't wait until the services run the new revision. */
  noWait?: boolean;
  /** The SHA-256 of what --taskdef-url names. */
  taskdefSha256?: string;
  /** The SHA-256 of taskdef's wheel for the build's machine: pip gets it, instead of --taskdef-url. */
  taskdefWheelSha256?: string;
}

/** The options of `policy`. Every member may be left out. */
export interface PolicyOptions extends Language, Moves, Batch, Build, Place, Passed {
  /** Whose policy it is; `codebuild` without it. */
  for?: "codebuild" | "execution-role" | "task-role" | "task-events" | "github-actions" | "batch";
  /** The policy document alone, or the role with it; `json` without it. */
  format?: "json" | "cloudformation";
  /** The language of the comments in the file; CloudFormation's console shows Japanese as ?
      [default: that of the notes, and en for CloudFormation]. */
  comments?: "en" | "ja";
  /** The role's trust policy, which says who may take it on, in place of its rights. */
  trust?: boolean;
  /** The task role: somebody opens a shell in a container with ECS Exec. */
  exec?: boolean;
  /** The region [default: that of the pasted ARN, log or image]. */
  region?: string;
  /** The account's id [default: that of the pasted ARNs or image]. */
  account?: string;
  /** The CodeBuild project. */
  project?: string;
  /** The bucket of the pipeline's artifacts. */
  bucket?: string;
  /** The queue to which a schedule sends starts that failed for good. */
  deadLetterQueue?: string;
  /** The repository on GitHub, with its numbers if it was made since 15 July 2026. */
  github?: string;
  /** The branch on GitHub whose changes are deployed [default: main]. */
  branch?: string;
  /** The build runs in a VPC, as for a repository or a database that is only there. */
  vpc?: boolean;
}

/** The options of `pipeline`. Every member may be left out. */
export interface PipelineOptions extends Language, Template, Moves, Batch, Build, Place, Passed {
  /** Where the source comes from; `codecommit` without it. */
  source?: "codecommit" | "connection";
  /** Start only for changes of these paths, such as jobs/nightly/**; with a connection. */
  paths?: string[];
  /** Have somebody approve before the build, which deploys. */
  approval?: boolean;
  /** Tell this topic of SNS when the pipeline fails. */
  notify?: string;
  /** The build runs in a VPC, as for a repository or a database that is only there. */
  vpc?: boolean;
}

/** The options of `appspec`. Every member may be left out. */
export interface AppspecOptions extends Language, Template {
  /** The container that the load balancer sends to, if several have a port. */
  container?: string;
  /** Its port [default: its first port mapping]. */
  port?: number;
}

/** The options of `imagedefinitions`. Every member may be left out. */
export interface ImagedefinitionsOptions extends Language {
  /** The container that the image is for, if there are several. */
  container?: string;
  /** The image that was pushed [default: the container's]. */
  image?: string;
}

/** The options of `imagedetail`. Every member may be left out. */
export interface ImagedetailOptions extends Language {
  /** The container that the image is for, if there are several. */
  container?: string;
  /** The image that was pushed [default: the container's]. */
  image?: string;
}

/** The options of `taskdef`. Every member may be left out. */
export interface TaskdefOptions extends Language {
  /** The container that the image is for, if there are several. */
  container?: string;
}

/** The options of `eventbridge`. Every member may be left out. */
export interface EventbridgeOptions extends Language, Time, Run, Template {
  /** What starts the task; `schedule` without it. */
  by?: "schedule" | "rule" | "state-machine";
  /** The ECS cluster, by name or ARN. */
  cluster?: string;
}

/** The options of `alerts`. Every member may be left out. */
export interface AlertsOptions extends Language, Template {
  /** The ECS cluster, by name or ARN. */
  cluster?: string;
  /** The container whose exit code counts [default: every container's]. */
  container?: string;
  /** The address that they go to. */
  mail?: string;
  /** The SNS topic that they go to [default: a new one]. */
  topic?: string;
  /** The state machine that runs the tasks: its failed runs are told, not each task. */
  stateMachine?: string;
  /** The queue of starts that failed for good: an alarm tells when it holds one. */
  deadLetterQueue?: string;
}

/** The options of `next`. Every member may be left out. */
export interface NextOptions extends Language, WayOfJob, Moves {
  /** The file in the repository that is registered [default: taskdef-update.json]. */
  taskdefFile?: string;
}

/** The options of `all`. Every member may be left out. */
export interface AllOptions extends Language, WayOfJob, Moves, Build, Place, Passed {
  /** The language of the comments in the file; CloudFormation's console shows Japanese as ?
      [default: that of the notes, and en for CloudFormation]. */
  comments?: "en" | "ja";
  /** The version of the builder's language, such as corretto11. */
  runtime?: string;
  /** The file in the repository that is registered [default: taskdef-update.json]. */
  taskdefFile?: string;
  /** Keep the file's `latest` tag instead of putting the commit's in. */
  keepLatest?: boolean;
  /** Don't wait until the services run the new revision. */
  noWait?: boolean;
  /** The SHA-256 of what --taskdef-url names. */
  taskdefSha256?: string;
  /** The SHA-256 of taskdef's wheel for the build's machine: pip gets it, instead of --taskdef-url. */
  taskdefWheelSha256?: string;
  /** Where the source comes from; `codecommit` without it. */
  source?: "codecommit" | "connection";
  /** Start only for changes of these paths, such as jobs/nightly/**; with a connection. */
  paths?: string[];
  /** Have somebody approve before the build, which deploys. */
  approval?: boolean;
  /** Tell this topic of SNS when the pipeline fails. */
  notify?: string;
  /** The build runs in a VPC, as for a repository or a database that is only there. */
  vpc?: boolean;
}

/** The files that `generate` makes, each with its options. */
export interface GenerateOptions {
  /** CodeBuild's buildspec.yml: build, push, register, deploy */
  buildspec: BuildspecOptions;
  /** A workflow of GitHub Actions: check, build, push, register, deploy */
  "github-actions": GithubActionsOptions;
  /** A least-privilege IAM policy with what this task definition needs */
  policy: PolicyOptions;
  /** A CloudFormation stack: source, build, artifacts and roles */
  pipeline: PipelineOptions;
  /** CodeDeploy's appspec.yaml, for a service behind a load balancer */
  appspec: AppspecOptions;
  /** imagedefinitions.json, for CodePipeline's action "Amazon ECS" */
  imagedefinitions: ImagedefinitionsOptions;
  /** imageDetail.json, for CodePipeline's action "Amazon ECS (Blue/Green)" */
  imagedetail: ImagedetailOptions;
  /** CodeDeploy's taskdef.json, with a placeholder for the image; it holds the values of environment
      variables */
  taskdef: TaskdefOptions;
  /** What runs the latest revision on schedule, as CloudFormation: a rule, a schedule or a state
      machine */
  eventbridge: EventbridgeOptions;
  /** Mails about tasks that failed or did not start, as CloudFormation */
  alerts: AlertsOptions;
}
// </options>

/** A file that was made. */
export interface Generated {
  /** The name that the file usually has. */
  name: string;
  /** The file itself. */
  text: string;
  /** What to know beside it: what is still open, and what the format has no comments for. */
  notes: string[];
}

/** A field of a task definition, and what it means. */
export interface ExplainedField {
  /** The path, such as `containerDefinitions[].cpu`. */
  path: string;
  /** AWS assigns it, and takes it in no request. */
  readOnly: boolean;
  /** AWS's clients refuse the object around it if it is missing. */
  required: boolean;
  deprecated: boolean;
  /** The type of its value and its limits, as AWS's model has them; `null` for a read-only field. */
  value: { type: string; [limit: string]: unknown } | null;
  /** AWS's page on it. */
  source: string;
  /** What it is: its unit and default, what it does to a running task, and what it is mixed up with. */
  text: string;
  /** Each word that AWS allows, with what it means; absent if it allows any text. */
  words?: { value: string; text: string }[];
  /** What the value means that was asked about, if there is more to say than the value says itself. */
  valueMeaning?: string;
  /** For a task's `cpu` and `memory`: what Fargate lets go together, `memory` in MiB. */
  fargateSizes?: { cpu: number; memory: number[]; words: string }[];
}

/** The steps from a task definition to a changed job that runs. */
export interface Way {
  version: 1;
  /** The task definition's family. */
  family: string;
  steps: Step[];
}

/** A step, which is done before the next one. */
export interface Step {
  id: "definition" | "files" | "register" | "starter" | "run" | "see" | "back";
  /** What it does, as a heading. */
  title: string;
  /** What there is to know and to do, in order. */
  parts: StepPart[];
}

/** A part of a step: what to know, and what to do with it. */
export interface StepPart {
  /** What there is to know; empty where what to do says enough. */
  text: string;
  /** The files that are put somewhere, by their names. */
  files: string[];
  /** Commands of a POSIX shell. What the text and the options do not say stands in capitals. */
  commands: string[];
  /** Where to click in the console, as a path of its English labels. */
  clicks: string[];
}

/** Converts a pasted text, or a file's bytes. Throws only if an argument has the wrong form. Of options,
    only what is their own counts, and nothing that they inherit. */
export function convert(pasted: string | Uint8Array, options?: Options | null): Conversion;

/** Checks a pasted text, or a file's bytes. Throws only if an argument has the wrong form. */
export function check(pasted: string | Uint8Array, options?: CheckOptions | null): Checked | Failure;

/** Explains a field of a task definition (`cpu`, `containerDefinitions[].cpu`), a field with a value
    (`cpu=512`) or a value (`awsvpc`): what `taskdef explain` says of it. Empty if there is none. Throws only
    if an argument has the wrong form. */
export function explainField(field: string, options?: { lang?: "en" | "ja" } | null): ExplainedField[];

/** Makes a file from a pasted text, or from a file's bytes: the same as `taskdef generate`. Throws
    only if an argument has the wrong form. */
export function generate<Kind extends keyof GenerateOptions>(
  pasted: string | Uint8Array,
  kind: Kind,
  options?: GenerateOptions[Kind] | null,
): Generated | Failure;

/** Makes every file that a changed job needs, the last one a README: the same as `taskdef generate --all`.
    Throws only if an argument has the wrong form. */
export function generateAll(
  pasted: string | Uint8Array,
  options?: AllOptions | null,
): Generated[] | Failure;

/** The way from a pasted text, or a file's bytes, to a changed job that runs: the same as `taskdef next`.
    Throws only if an argument has the wrong form. */
export function next(pasted: string | Uint8Array, options?: NextOptions | null): Way | Failure;
