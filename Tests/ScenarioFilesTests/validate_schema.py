"""Validates scenario files against the JSON Schema under two readings of YAML.

usage: validate_schema.py SCHEMA FILE...

1. every scalar as text; 2. the core schema of YAML 1.2 (section 10.3.2 of the specification):
true and false, decimal, octal and hexadecimal integers, floats, null; everything else is text.
Exit status: 0 valid, 1 not valid, 2 usage.
"""

import json
import re
import sys

import jsonschema
import yaml


class TextLoader(yaml.BaseLoader):
    """Every scalar is text."""


class CoreLoader(yaml.SafeLoader):
    """The core schema of YAML 1.2; PyYAML itself resolves as YAML 1.1."""

    yaml_implicit_resolvers = {}


def integer(loader, node):
    text = loader.construct_scalar(node)
    if text.startswith("0o"):
        return int(text[2:], 8)
    return int(text, 16) if text.startswith("0x") else int(text)


for tag, pattern, first in [
    ("null", r"^(?:~|null|Null|NULL|)$", ["~", "n", "N", ""]),
    ("bool", r"^(?:true|True|TRUE|false|False|FALSE)$", list("tTfF")),
    ("int", r"^(?:[-+]?[0-9]+|0o[0-7]+|0x[0-9a-fA-F]+)$", list("-+0123456789")),
    (
        "float",
        r"^(?:[-+]?(?:\.[0-9]+|[0-9]+(?:\.[0-9]*)?)(?:[eE][-+]?[0-9]+)?"
        r"|[-+]?\.(?:inf|Inf|INF)|\.(?:nan|NaN|NAN))$",
        list("-+0123456789."),
    ),
]:
    CoreLoader.add_implicit_resolver(f"tag:yaml.org,2002:{tag}", re.compile(pattern), first)
CoreLoader.add_constructor("tag:yaml.org,2002:int", integer)


def main(schema_path, paths):
    with open(schema_path, encoding="utf-8") as file:
        schema = json.load(file)
    jsonschema.Draft202012Validator.check_schema(schema)
    validator = jsonschema.Draft202012Validator(schema)
    failures = 0
    for path in paths:
        with open(path, encoding="utf-8") as file:
            text = file.read()
        for loader in (TextLoader, CoreLoader):
            document = yaml.load(text, Loader=loader)
            for error in validator.iter_errors(document):
                failures += 1
                place = ".".join(str(step) for step in error.absolute_path)
                print(f"{path} ({loader.__name__}): {place}: {error.message[:300]}")
    return 1 if failures else 0


if __name__ == "__main__":
    if len(sys.argv) < 3:
        sys.exit(__doc__)
    sys.exit(main(sys.argv[1], sys.argv[2:]))
