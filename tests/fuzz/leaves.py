"""What differs between a line as Python reads it and what taskdef makes of it: the leaves of one that are
not in the other, each with its explanation, if there is one."""

import decimal
import functools
import itertools
import json
import re
from collections import Counter

from judge import operation


class Token(str):
    """A number as it is written."""


def leaves(document, made):
    """The leaves that are in one of the two only."""
    wrapped = "taskDefinition" in document and not IDENTIFYING & set(document)
    definition = document["taskDefinition"] if wrapped else document
    lost, found = Counter(flat(definition)), Counter(flat(made))
    beside = document.get("tags") if wrapped else None
    if isinstance(beside, list):
        own = definition.get("tags")
        stays = not is_reserved(own) and any(explained_loss(*leaf) is None for leaf in flat({"tags": own}))
        if stays and not isinstance(own, list) and not is_map(own):
            yield f"lost {beside}", "tags beside others that are no tags"
            beside = []
        lost.update(flat({"tags": beside}))
    for tags, why in removed_tags(definition, beside):
        lost -= Counter(flat({"tags": tags}))
        yield f"lost {tags}", why
    common = lost & found
    lost, found = lost - common, found - common
    keys = {}
    for path, _ in flat(definition):
        for at, key in enumerate(path):
            keys.setdefault(path[:at], set()).add(key)
    yield from repairs(lost, found, keys)
    removed = set()
    for path, value in list(lost):
        if why := explained_loss(path, value):
            del lost[path, value]
            removed.update(path[:length] for length in range(len(path)))
            yield f"lost {path} {value}", why
    for path, value in lost:
        yield f"lost {path} {value}", None
    for path, value in found:
        emptied = value[1] in EMPTY and path in removed
        yield f"added {path} {value}", "what AWS requires is there, empty" if emptied else None


def flat(value, path=()):
    """The leaves of a value: the keys on the way, and the leaf; each with its type."""
    if isinstance(value, dict) and value:
        for key, inner in value.items():
            yield from flat(inner, (*path, key))
    elif isinstance(value, list) and value:
        for inner in value:
            yield from flat(inner, (*path, "*"))
    elif isinstance(value, Token):
        yield path, ("number", str(value))
    else:
        yield path, (type(value).__name__, json.dumps(value))


IDENTIFYING = {"family", "containerDefinitions", "requiresCompatibilities"}
EDITORS = {"$schema", "$comment", "_comment", "//"}
EMPTY = {"[]", "{}"}
ROLES = {"taskRoleArn", "executionRoleArn"}


def removed_tags(definition, beside):
    """The tags that are left out, and why: each as `tags` with nothing else in it."""
    own, keys = definition.get("tags"), []
    if isinstance(own, list):
        keys = [key_of(tag) for tag in own]
        yield from (([tag], "a tag of AWS's own") for tag in own if is_reserved(tag))
    elif is_map(own):
        keys = list(own)
    elif is_reserved(own):
        yield own, "a tag of AWS's own"
    for tag in beside if isinstance(beside, list) else []:
        if is_reserved(tag):
            yield [tag], "a tag of AWS's own"
        elif key_of(tag) is not None and key_of(tag) in keys:
            yield [tag], "a tag that stands twice"


def is_map(tags):
    """Whether tags are an object of names and values."""
    scalars = isinstance(tags, dict) and not any(isinstance(value, (dict, list)) for value in tags.values())
    return scalars and not looks_like_a_pair(tags, PAIRS["tags"])


def looks_like_a_pair(keys, pair):
    """Whether an object with these keys is a name and a value, not several."""
    return len(keys) > 1 and set(keys) <= {*pair, "name", "key", "value", "valueFrom"}


def is_reserved(tag):
    """Whether a tag's key is of those that AWS sets."""
    return (key_of(tag) or "").lower().startswith("aws:")


def key_of(tag):
    """A tag's key, if it is a string."""
    key = tag.get("key") if isinstance(tag, dict) else None
    return key if type(key) is str else None


def explained_loss(path, value):
    """Why a leaf of the line is not in the result."""
    kind, text = value
    if kind == "NoneType":
        return "null"
    if text in EMPTY:
        return "an empty list or object"
    if path[0] == "tags" and path[-1].lower().startswith("aws:"):
        return "a tag of AWS's own"
    if path[0] in EDITORS:
        return "a member for editors"
    if path[0] in read_only():
        return "a member that only AWS sets"
    if path[-1] in ROLES and len(path) == 1 and text == '""':
        return "an empty role"
    return None


@functools.cache
def read_only():
    """The members that AWS returns and does not take."""
    members = operation("DescribeTaskDefinition").output_shape.members["taskDefinition"].members
    return set(members) - set(operation("RegisterTaskDefinition").input_shape.members)


# The lists that many write as an object of names and values, with what AWS calls these.
PAIRS = {
    "environment": ("name", "value"),
    "secrets": ("name", "valueFrom"),
    "secretOptions": ("name", "valueFrom"),
    "properties": ("name", "value"),
    "tags": ("key", "value"),
    "extraHosts": ("hostname", "ipAddress"),
    "systemControls": ("namespace", "value"),
    "dependsOn": ("containerName", "condition"),
}


def repairs(lost, found, keys):
    """Pairs what is lost with what is found in its place as another type, and takes both away.
    `keys` are those of each object of the definition."""
    for path, value in list(lost.elements()):
        for why, there in meanings(path, value, keys.get(path[:-1], set())):
            if all(found[leaf] for leaf in there):
                lost -= Counter([(path, value)])
                found -= Counter(there)
                yield f"changed {path} {value}", why
                break


def meanings(path, value, siblings):
    """What a leaf of an object with these keys may become: why, and the leaves that are then found."""
    for repaired in types(value):
        yield "a value of another type", [(path, repaired)]
    pair = PAIRS.get(path[-2]) if len(path) > 1 else None
    if pair and not looks_like_a_pair(siblings, pair):
        for element in in_lists(path[:-1]):
            element = (*element, *["*"][element[-1] == "*" :])
            for same in (value, *types(value)):
                named = ((*element, pair[0]), ("str", json.dumps(path[-1])))
                yield "an object of names and values", [named, ((*element, pair[1]), same)]
    for around in in_lists(path):
        for same in (value, *types(value)):
            yield "an element without its list", [(around, same)]


def in_lists(path):
    """A path with more of its values in lists, the fewest first."""
    places = range(1, len(path) + 1)
    for count in range(len(path) + 1):
        for chosen in itertools.combinations(places, count):
            steps = ((step, "*") if at in chosen else (step,) for at, step in enumerate(path, 1))
            yield tuple(itertools.chain.from_iterable(steps))


def types(value):
    """The same value as other types."""
    kind, text = value
    if kind in ("number", "bool"):
        yield "str", json.dumps(text)
    if kind == "str":
        text = json.loads(text).strip()
        if text.lower() in ("true", "false"):
            yield "bool", text.lower()
    if kind in ("number", "str") and re.fullmatch(NUMBER, text):
        number = decimal.Decimal(text)
        if number == number.to_integral_value():
            yield "number", f"{number:.0f}"


# A number whose digits can be written in a line.
NUMBER = r"-?[0-9]+(\.[0-9]+)?([eE][+-]?[0-9]{1,3})?"
