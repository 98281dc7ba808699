"""Resolves CloudFormation's intrinsic functions, without a stack: to placeholders.

`Ref`, `GetAtt` and the like become `${Name}`, as `Sub` writes them; `If` takes its first branch.
"""

import json

# What `AWS::NoValue` resolves to: the member is left out.
NOTHING = object()


def resolved(value):
    """A value of a template with every intrinsic function in it resolved."""
    if isinstance(value, list):
        return [element for element in map(resolved, value) if element is not NOTHING]
    if not isinstance(value, dict):
        return value
    if len(value) == 1:
        [(function, argument)] = value.items()
        if function in FUNCTIONS:
            return FUNCTIONS[function](argument)
        if function.startswith("Fn::"):
            return placeholder(function.removeprefix("Fn::"))
    members = {key: resolved(member) for key, member in value.items()}
    return {key: member for key, member in members.items() if member is not NOTHING}


def ref(name):
    return NOTHING if name == "AWS::NoValue" else placeholder(name)


def get_att(attribute):
    return placeholder(attribute if isinstance(attribute, str) else ".".join(map(str, attribute)))


def sub(argument):
    text = argument if isinstance(argument, str) else str(argument[0])
    return text.replace("${!", "${")


def join(argument):
    separator, parts = argument[0], resolved(argument[1])
    if isinstance(parts, list):
        return str(separator).join(map(text_of, parts))
    return placeholder(name_of(parts))


def select(argument):
    index, choices = text_of(argument[0]), resolved(argument[1])
    if isinstance(choices, list) and index.isdigit() and int(index) < len(choices):
        return choices[int(index)]
    return placeholder(f"{name_of(choices)}.{index}")


FUNCTIONS = {
    "Ref": ref,
    "Fn::GetAtt": get_att,
    "Fn::Sub": sub,
    "Fn::Join": join,
    "Fn::Select": select,
    "Fn::If": lambda argument: resolved(argument[1]),
    "Fn::Base64": lambda argument: resolved(argument),
    "Fn::Split": lambda argument: placeholder(name_of(argument[1])),
    "Fn::ImportValue": lambda argument: placeholder(name_of(argument)),
    "Fn::FindInMap": lambda argument: placeholder(".".join(map(name_of, argument))),
}


def placeholder(name):
    return f"${{{name}}}"


def name_of(value):
    """The name for a placeholder that is made of this value, itself perhaps a placeholder."""
    return text_of(value).replace("${", "").replace("}", "")


def text_of(value):
    """A value as `Sub` and `Join` write it."""
    value = resolved(value)
    if value is NOTHING:
        return ""
    if isinstance(value, str):
        return value
    return json.dumps(value)
