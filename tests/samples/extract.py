"""Takes one task definition out of a file, as a text for `taskdef check`."""

import json
import re
import textwrap

from cloudformation import task_definitions

# A fenced block of Markdown: its fence, then its text.
BLOCK = re.compile(r"^[ \t>]*(```+|~~~+)[^\n`]*\n(.*?)^[ \t>]*\1[ \t]*$", re.DOTALL | re.MULTILINE)


def definition(form, name, text):
    """A file's definition in one of the forms of aws.tsv, or nothing if it is not there.

    Of a template, `name` is a logical id; of a Markdown page, the number of a definition in it.
    JSON, describe answers among it, is taken as it is.
    """
    if form == "cloudformation":
        found = task_definitions(text).get(name)
        return json_text(found) if found else None
    if form == "markdown":
        return dict(enumerate(in_page(text), 1)).get(int(name))
    return text


def in_page(text):
    """The definitions, excerpts among them, in the fenced blocks of a page."""
    for match in BLOCK.finditer(text):
        block = textwrap.dedent(match[2])
        if "AWS::ECS::TaskDefinition" in block:
            yield from map(json_text, task_definitions(block).values())
        elif "containerDefinitions" in block:
            yield block


def json_text(document):
    return json.dumps(document, indent=2, ensure_ascii=False) + "\n"
