"""What linters and parsers say of the generated files."""

import json
import re
import shlex
import subprocess
import sys
import tempfile
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import combinations
from groups import report
from make import distinct, generate

# A task that uses much of AWS by itself: its roles' policies.
TASKS = [Path(__file__).parent / "tasks/uses.json"]
# A task that can run on anything.
OPEN = Path(__file__).parent / "tasks/open.json"
PASTES = sorted((Path(__file__).parent / "pastes").glob("*.json"))
ENVIRONMENT_VALUE = "hunter2"
AT_ONCE = 25  # templates a process of cfn-lint: it takes a second to start


def templates(everything):
    """cfn-lint, warnings included, on every template."""
    texts = distinct("pipeline", combinations.pipelines(everything))
    texts |= distinct("eventbridge", combinations.starters())
    for paste in PASTES:
        texts |= distinct("pipeline", [[], *combinations.HUB[1:]], paste=paste)
        texts |= distinct("eventbridge", combinations.starters(), paste=paste)
        texts |= distinct("alerts", [["--mail", "a@example.com"]], paste=paste)
    texts |= distinct("alerts", combinations.alerts())
    texts |= distinct("eventbridge", combinations.launches(), paste=OPEN)
    for task in TASKS:
        roles = [["--format", "cloudformation", "--for", each] for each in ["task-role", "execution-role"]]
        texts |= distinct("policy", roles, paste=task)
    for options in by_role():
        texts |= distinct("policy", [["--format", "cloudformation", *each] for each in options])
    failures = unfit(texts)
    with tempfile.TemporaryDirectory() as folder:
        files = {}
        for number, (text, options) in enumerate(texts.items()):
            file = Path(folder) / f"{number}.yml"
            file.write_text(text)
            files[str(file)] = options
        names = list(files)
        chunks = [names[start : start + AT_ONCE] for start in range(0, len(names), AT_ONCE)]
        with ThreadPoolExecutor(2) as pool:
            for found in pool.map(cfn_lint, chunks):
                failures += [f"{files[name]}: {said}" for name, said in found]
    return report("templates", len(texts), "accepted by cfn-lint without a warning", failures)


def by_role():
    """A few options of each role's policy: that of the build is in every pipeline."""
    build, built, *others = (list(each) for each in combinations.policies())
    return build[::97], built[::5], *others


def cfn_lint(files):
    """What cfn-lint says, as (file, words)."""
    done = subprocess.run(
        [Path(sys.executable).parent / "cfn-lint", "--format", "json", "--", *files],
        stdin=subprocess.DEVNULL, capture_output=True, timeout=600,
    )
    try:
        found = json.loads(done.stdout)
    except ValueError:
        sys.exit(f"cfn-lint failed: {done.stderr.decode()}")
    if done.returncode and not found:
        sys.exit(f"cfn-lint ended with {done.returncode} and said nothing")
    return [(each["Filename"], f"{each['Rule']['Id']} {each['Message']}") for each in found]


def unfit(texts):
    """What is wrong with texts of CloudFormation at a glance."""
    failures = []
    for text, options in texts.items():
        if not text.isascii():
            failures.append(f"{options}: holds more than ASCII")
        if ENVIRONMENT_VALUE in text:
            failures.append(f"{options}: holds a value of an environment variable")
        if not text.startswith("# Made by taskdef "):
            failures.append(f"{options}: does not say what made it")
    return failures


def policies():
    """parliament, and AWS's list of actions, on every policy document."""
    documents = {}
    for options in combinations.policies():
        documents |= distinct("policy", options)
    for task in TASKS:
        documents |= distinct("policy", [["--for", "task-role", "--exec"], ["--for", "execution-role"]], paste=task)
    for paste in PASTES:
        role = ["codebuild", "task-events"]
        # A paste without a secret, image or log of AWS has no policy for its execution role.
        role += [] if paste.stem == "small" else ["execution-role"]
        documents |= distinct("policy", [["--for", each, *FILLED] for each in role], paste=paste)
    templates = distinct("pipeline", combinations.pipelines(False))
    templates |= distinct("eventbridge", combinations.starters())
    for text, options in templates.items():
        documents |= {document: f"template {options}" for document in in_template(text)}
    failures = [failure for text, options in documents.items() for failure in refused(text, options)]
    return report("policies", len(documents), "accepted by parliament, every action known", failures)


FILLED = ["--region", "eu-west-1", "--account", "444455556666", "--repository", "small"]
SAMPLE = {
    "AWS::Partition": "aws",
    "AWS::Region": "ap-northeast-1",
    "AWS::AccountId": "111122223333",
    "ArtifactBucket": "artifacts",
    "ArtifactBucket.Arn": "arn:aws:s3:::artifacts",
    "TaskMachine": "arn:aws:states:ap-northeast-1:111122223333:stateMachine:job",
    "LostStarts.Arn": "arn:aws:sqs:ap-northeast-1:111122223333:lost",
    "RuleRoleArn": "arn:aws:iam::111122223333:role/rule",
    "ScheduleRoleArn": "arn:aws:iam::111122223333:role/schedule",
    "ConnectionArn": "arn:aws:codeconnections:ap-northeast-1:111122223333:connection/0a1b2c3d",
}


def in_template(text):
    """The policy documents of a template's roles, with sample values for its parameters."""
    template = cloudformation(text)
    known = dict(SAMPLE)
    for name, parameter in template["Parameters"].items():
        known.setdefault(name, parameter.get("Default", name.lower()))

    def fill(value):
        if isinstance(value, list):
            return [fill(each) for each in value]
        if not isinstance(value, dict):
            return value
        if set(value) == {"Ref"}:
            return known.get(value["Ref"], value["Ref"].lower())
        if set(value) == {"Fn::GetAtt"}:
            return known[".".join(value["Fn::GetAtt"])]
        if set(value) == {"Fn::Sub"}:
            return re.sub(r"\$\{([^!}]*)\}", lambda found: known.get(found[1], found[1].lower()), value["Fn::Sub"])
        if set(value) == {"Fn::Join"}:
            between, parts = value["Fn::Join"]
            parts = fill(parts)
            return between.join([parts] if isinstance(parts, str) else parts)
        if set(value) == {"Fn::Split"}:
            between, text = value["Fn::Split"]
            return fill(text).split(between)
        return {key: fill(each) for key, each in value.items()}

    for resource in template["Resources"].values():
        properties = resource["Properties"]
        alone = [properties] if resource["Type"] == "AWS::IAM::Policy" else []
        for policy in properties.get("Policies", []) + alone:
            yield json.dumps(fill(policy["PolicyDocument"]))


# AWS's list has container instances for it, but a list of a service's tasks names none: what IAM then says
# is "not authorized to perform: ecs:ListTasks on resource: *". Its condition limits it.
LIMITED_BY_CLUSTER = "ecs:ListTasks"
# A connection has one prefix or the other, by its age, and the action must have the same.
OLDER_PREFIX = "codestar-connections:UseConnection"
# AWS's list has a map run and a state machine for it; the runs of a machine are asked for by the latter.
OF_TWO_KINDS = "states:ListExecutions"


def refused(text, options):
    """What parliament says of a policy, and which actions AWS has not."""
    import parliament

    policy = parliament.analyze_policy_string(text)
    for finding in policy.findings:
        if finding.issue == "RESOURCE_STAR" and finding.detail == [LIMITED_BY_CLUSTER]:
            continue
        if finding.issue == "RESOURCE_MISMATCH" and [each["action"] for each in finding.detail] in [
            [OLDER_PREFIX], [OF_TWO_KINDS]
        ]:
            continue
        yield f"{options}: parliament: {finding.issue} {finding.detail} {finding.location}"
    for statement in json.loads(text)["Statement"]:
        actions = statement["Action"]
        for action in [actions] if isinstance(actions, str) else actions:
            if action.lower() not in known_actions():
                yield f"{options}: AWS has no action {action}"
        by_cluster = actions == LIMITED_BY_CLUSTER and "ecs:cluster" in statement["Condition"]["ArnEquals"]
        if statement["Resource"] == "*" and can_be_limited(actions) and not by_cluster:
            yield f"{options}: {statement['Sid']} could name its resource"
    if ENVIRONMENT_VALUE in text:
        yield f"{options}: holds a value of an environment variable"


def known_actions(cache=[]):
    """Every action on AWS's list, in lower case."""
    if not cache:
        from policy_sentry.querying.all import get_all_actions

        cache.append({action.lower() for action in get_all_actions()})
        assert len(cache[0]) > 15000, "the list of actions is not whole"
    return cache[0]


def can_be_limited(actions):
    """Whether AWS's list has a resource for one of these actions."""
    from policy_sentry.querying.actions import get_actions_that_support_wildcard_arns_only

    for action in [actions] if isinstance(actions, str) else actions:
        service, name = action.split(":")
        if action not in get_actions_that_support_wildcard_arns_only(service):
            return True
    return False


# --- YAML ---


def yaml():
    """A YAML 1.1 and a YAML 1.2 parser read what the JSON form says."""
    kinds = [
        ("buildspec", combinations.buildspecs()[::5]),
        ("pipeline", combinations.pipelines(False)[::5]),
        ("eventbridge", combinations.starters()),
        ("alerts", combinations.alerts()),
        ("appspec", [[], ["--container", "router", "--port", "80"]]),
    ]
    count, failures = 0, []
    for kind, options in kinds:
        for paste in [*PASTES, Path(__file__).parent / "awkward/paste.json"]:
            if paste.stem == "small" and kind == "appspec":
                continue  # it has no port
            some = options if paste.stem == "full" else options[:3]
            for lang in ["en", "ja"]:
                some_lang = [[*each, "--lang", lang] for each in some]
                if kind == "appspec" and paste.stem != "full":
                    some_lang = some_lang[:1]
                texts = distinct(kind, some_lang, paste=paste)
                for text, each in texts.items():
                    count += 1
                    wanted = json.loads(generate(kind, *shlex.split(each), "--format", "json", paste=paste))
                    failures += [f"{kind} {each} {paste.stem}: {problem}" for problem in misread(text, wanted)]
    return report("yaml", count, "read alike by a YAML 1.1 and a 1.2 parser", failures)


def misread(text, wanted):
    """Which parser reads something else than what was meant."""
    if ENVIRONMENT_VALUE in text:
        yield "holds a value of an environment variable"
    for name, parse in [("PyYAML (1.1)", cloudformation), ("ruamel.yaml (1.2)", yaml_1_2)]:
        got = parse(text)
        if got != wanted:
            yield f"{name} reads something else: {different(got, wanted)}"


def different(got, wanted, at=""):
    """The first place where two documents differ."""
    if isinstance(got, dict) and isinstance(wanted, dict):
        for key in [*wanted, *got]:
            if got.get(key) != wanted.get(key):
                return different(got.get(key), wanted.get(key), f"{at}/{key}")
    if isinstance(got, list) and isinstance(wanted, list) and len(got) == len(wanted):
        for index, (one, other) in enumerate(zip(got, wanted)):
            if one != other:
                return different(one, other, f"{at}/{index}")
    return f"{at}: {got!r}, not {wanted!r}"


def intrinsic(tag, value):
    """A function of CloudFormation in its long form."""
    if tag == "!GetAtt":
        return {"Fn::GetAtt": value.split(".", 1)}
    return {"Ref" if tag == "!Ref" else f"Fn::{tag[1:]}": value}


TAGS = ["!Ref", "!Sub", "!GetAtt", "!Join", "!Split"]


def cloudformation(text):
    """What PyYAML reads, which knows YAML 1.1."""
    import yaml

    class Loader(yaml.SafeLoader):
        """With the functions of CloudFormation."""

    def construct(loader, node, tag):
        if isinstance(node, yaml.SequenceNode):
            return intrinsic(tag, loader.construct_sequence(node, deep=True))
        return intrinsic(tag, loader.construct_scalar(node))

    for tag in TAGS:
        Loader.add_constructor(tag, lambda loader, node, tag=tag: construct(loader, node, tag))
    return yaml.load(text, Loader)


def yaml_1_2(text):
    """What ruamel.yaml reads, which knows YAML 1.2."""
    from ruamel.yaml import YAML
    from ruamel.yaml.nodes import SequenceNode

    parser = YAML(typ="safe", pure=True)
    parser.version = (1, 2)

    def construct(constructor, node, tag):
        if isinstance(node, SequenceNode):
            return intrinsic(tag, list(constructor.construct_sequence(node, deep=True)))
        return intrinsic(tag, constructor.construct_scalar(node))

    for tag in TAGS:
        parser.constructor.add_constructor(tag, lambda maker, node, tag=tag: construct(maker, node, tag))
    return parser.load(text)
