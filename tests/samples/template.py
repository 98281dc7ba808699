"""Reads a CloudFormation template, which is JSON or YAML."""

import json

import yaml


class TemplateLoader(yaml.SafeLoader):
    """YAML with CloudFormation's short forms, in which a date is text."""

    yaml_implicit_resolvers = {
        first: [resolver for resolver in resolvers if resolver[0] != "tag:yaml.org,2002:timestamp"]
        for first, resolvers in yaml.SafeLoader.yaml_implicit_resolvers.items()
    }


def long_form(loader, function, node):
    """`!Sub x` as `{"Fn::Sub": x}`."""
    if isinstance(node, yaml.ScalarNode):
        argument = loader.construct_scalar(node)
    elif isinstance(node, yaml.SequenceNode):
        argument = loader.construct_sequence(node, deep=True)
    else:
        argument = loader.construct_mapping(node, deep=True)
    return {function if function in ("Ref", "Condition") else f"Fn::{function}": argument}


TemplateLoader.add_multi_constructor("!", long_form)


def parsed(text):
    """A template in JSON or YAML; an empty one if the text is neither."""
    try:
        template = json.loads(text)
    except ValueError:
        try:
            template = yaml.load(text, TemplateLoader)
        except yaml.YAMLError:
            return {}
    return template if isinstance(template, dict) else {}
