"""Says which documents AWS's own client would refuse to send to RegisterTaskDefinition.

    judge.py FILE      one JSON document a line; - is standard input

Prints `line N: why` for each refusal, then `N accepted`; exits 1 if any was refused. This is the
check that the aws CLI runs before it sends: unknown names, types, required members and minimum
lengths at every level. Runs with the judge's Python (`tests/run tools` makes it).
"""

import json
import sys

from botocore.loaders import Loader
from botocore.model import ServiceModel
from botocore.validate import ParamValidator


def operation(name):
    """AWS's model of an operation of ECS, from this botocore and no other place."""
    loader = Loader(
        extra_search_paths=[Loader.BUILTIN_DATA_PATH], include_default_search_paths=False
    )
    model = ServiceModel(loader.load_service_model("ecs", "service-2"))
    return model.operation_model(name)


def register_input():
    """The input shape of RegisterTaskDefinition."""
    return operation("RegisterTaskDefinition").input_shape


def parse(line):
    """Strict JSON: Python alone would also take NaN and a key twice."""

    def no_constant(name):
        raise ValueError(f"{name} is not JSON")

    def no_twins(pairs):
        members = dict(pairs)
        if len(members) < len(pairs):
            raise ValueError("a key stands twice in one object")
        return members

    return json.loads(line, parse_constant=no_constant, object_pairs_hook=no_twins)


def refusal(line, shape):
    """Why this line would be refused, or nothing."""
    try:
        document = parse(line)
    except ValueError as error:
        return f"not JSON: {error}"
    return ParamValidator().validate(document, shape).generate_report()


def main():
    if len(sys.argv) != 2:
        sys.exit(__doc__)
    shape = register_input()
    accepted = refused = 0
    # Bytes, so that a line ends at a newline and nowhere else.
    with open(sys.stdin.fileno() if sys.argv[1] == "-" else sys.argv[1], "rb") as lines:
        for number, line in enumerate(lines, 1):
            if why := refusal(line.rstrip(b"\n"), shape):
                refused += 1
                print(f"line {number}: {'; '.join(why.splitlines())}")
            else:
                accepted += 1
    print(f"{accepted} accepted")
    sys.exit(1 if refused else 0)


if __name__ == "__main__":
    main()
