"""The task definitions of a CloudFormation template, as the API takes them."""

import functools
import json
import re

from intrinsics import resolved
from judge import register_input
from template import parsed

REQUEST = register_input()

# Members that CloudFormation names otherwise than by another case.
RENAMED = {"proxyconfigurationproperties": "properties"}

# What stands for a number that is a parameter without a default, by member.
INVENTED = {"memory": 512, "memoryReservation": 256, "cpu": 128}
INVENTED_OTHERWISE = 10
FIRST_INVENTED_PORT = 8080


@functools.cache
def task_definitions(text):
    """The task definitions of a template, each that has containers, by logical id."""
    template = parsed(text)
    resources = template.get("Resources", template)
    if not isinstance(resources, dict):
        return {}
    parameters = Parameters(template.get("Parameters") or {})
    definitions = {}
    for logical_id, resource in resources.items():
        if isinstance(resource, dict) and resource.get("Type") == "AWS::ECS::TaskDefinition":
            properties = resolved(resource.get("Properties"))
            definition = in_api_case(properties, REQUEST, parameters)
            if has_containers(definition):
                # CloudFormation makes a family where none is given.
                family = {} if "family" in definition else {"family": logical_id}
                definitions[logical_id] = family | definition
    return definitions


def has_containers(definition):
    containers = isinstance(definition, dict) and definition.get("containerDefinitions")
    return isinstance(containers, list) and containers != []


def in_api_case(value, shape, parameters, name=""):
    """A value of a template in the case and the type that the API has for it."""

    def convert(inner, shape, name=name):
        return in_api_case(inner, shape, parameters, name)

    kind = shape.type_name
    if kind == "structure" and isinstance(value, dict):
        return dict(member(key, inner, shape, convert) for key, inner in value.items())
    if kind == "map" and isinstance(value, dict):
        return {key: convert(inner, shape.value, "") for key, inner in value.items()}
    if kind == "list" and isinstance(value, list):
        return [convert(inner, shape.member) for inner in value]
    if kind == "list" and parameter_in(value):
        return [value] if shape.member.type_name == "string" else []
    if kind == "boolean" and isinstance(value, str):
        return boolean(value)
    if kind in ("integer", "long", "double", "float") and isinstance(value, str):
        return number(value, name, parameters)
    if kind == "string":
        return string(value, name, parameters)
    return value


def member(key, value, structure, convert):
    """A member as the API names it; of one that the API doesn't know, the first letter is small."""
    names = {name.lower(): name for name in structure.members}
    name = names.get(RENAMED.get(key.lower(), key.lower()))
    if name is None:
        return key[:1].lower() + key[1:], value
    return name, convert(value, structure.members[name], name)


def boolean(text):
    if parameter_in(text):
        return True
    return {"true": True, "false": False}.get(text.lower(), text)


def number(text, name, parameters):
    if re.fullmatch(r"\s*-?\d+\s*", text):
        return int(text)
    parameter = parameter_in(text)
    return parameters.number(parameter, name) if parameter else text


def string(value, name, parameters):
    if isinstance(value, bool | int | float):
        return json.dumps(value)
    if name in ("cpu", "memory") and (parameter := parameter_in(value)):
        return parameters.digits(parameter) or value
    return value


def parameter_in(value):
    """The name in a value that is one placeholder and nothing else."""
    match = isinstance(value, str) and re.fullmatch(r"\$\{([^{}]+)\}", value)
    return match[1] if match else None


class Parameters:
    """The numbers that stand for a template's parameters."""

    def __init__(self, declared):
        self.declared = declared
        self.invented_ports = {}

    def digits(self, name):
        """The first of a parameter's default and allowed values that is a number."""
        declared = self.declared.get(name)
        if not isinstance(declared, dict):
            return None
        values = [declared.get("Default"), *(declared.get("AllowedValues") or [])]
        return next((str(value) for value in values if re.fullmatch(r"\d+", str(value))), None)

    def number(self, name, member_name):
        """A parameter's number, or an invented one: of a port, one of its own."""
        if digits := self.digits(name):
            return int(digits)
        if member_name.endswith("Port"):
            free = FIRST_INVENTED_PORT + len(self.invented_ports)
            return self.invented_ports.setdefault(name, free)
        return INVENTED.get(member_name, INVENTED_OTHERWISE)
