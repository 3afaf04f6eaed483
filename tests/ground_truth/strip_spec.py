#!/usr/bin/env python3
"""Cuts an OpenAPI file down to the operations a test looks at, with the schemas these reach.

usage: strip_spec.py SPEC(.json or .yaml) OUT.json "GET /2/users/me" ...
"""
import json
import re
import sys
from urllib.parse import urlparse

import yaml

DROPPED = {"description", "example", "examples", "title", "externalDocs", "x-twitter-slo"}


def stripped(value):
    """Without what a validator does not look at. Names of properties are kept whatever they are."""
    if isinstance(value, list):
        return [stripped(entry) for entry in value]
    if not isinstance(value, dict):
        return value
    kept = {}
    for key, entry in value.items():
        if key == "properties":
            kept[key] = {name: stripped(schema) for name, schema in entry.items()}
        elif key not in DROPPED and not key.startswith("x-"):
            kept[key] = stripped(entry)
    return kept


def references(value):
    if isinstance(value, dict):
        if isinstance(value.get("$ref"), str):
            yield value["$ref"]
        for entry in value.values():
            yield from references(entry)
    elif isinstance(value, list):
        for entry in value:
            yield from references(entry)


def resolved(spec, value):
    while isinstance(value, dict) and "$ref" in value:
        target = spec
        for part in value["$ref"].lstrip("#/").split("/"):
            target = target[part]
        value = target
    return value


def json_schema(spec, response):
    content = resolved(spec, response).get("content", {})
    return {kind: stripped(body.get("schema", {})) for kind, body in content.items() if "json" in kind}


def operation(spec, method, path):
    item = spec["paths"][path]
    described = item[method.lower()]
    parameters = [resolved(spec, entry) for entry in item.get("parameters", []) + described.get("parameters", [])]
    kept = {
        "parameters": [
            {"name": entry["name"], "in": entry["in"], "required": entry.get("required", False),
             "explode": entry.get("explode", True), "schema": stripped(entry.get("schema", {}))}
            for entry in parameters if entry["in"] in ("path", "query")],
        "responses": {status: json_schema(spec, body) for status, body in described["responses"].items()},
    }
    body = resolved(spec, described.get("requestBody", {})).get("content", {})
    if body:
        kept["body"] = {kind: stripped(entry["schema"]) for kind, entry in body.items()}
    return kept


def main():
    source, target, wanted = sys.argv[1], sys.argv[2], sys.argv[3:]
    with open(source, encoding="utf-8") as file:
        spec = yaml.safe_load(file) if re.search(r"\.ya?ml$", source) else json.load(file)
    operations = {one: operation(spec, *one.split(" ", 1)) for one in wanted}
    schemas, todo = {}, set(references(operations))
    while todo:
        name = todo.pop().rsplit("/", 1)[1]
        if name not in schemas:
            schemas[name] = stripped(spec["components"]["schemas"][name])
            todo |= set(references(schemas[name]))
    base = urlparse(spec.get("servers", [{"url": ""}])[0]["url"]).path.rstrip("/")
    out = {"base": base, "version": spec["info"]["version"], "operations": operations, "components": {"schemas": schemas}}
    with open(target, "w", encoding="utf-8") as file:
        json.dump(out, file, indent=None, separators=(",", ":"), sort_keys=True)
        file.write("\n")


main()
