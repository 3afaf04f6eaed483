#!/usr/bin/env python3
"""Checks recorded exchanges against an OpenAPI 3.0 description.

openapi_check.py DESCRIPTION.json EXCHANGES.jsonl PREFIX

One exchange a line: {"method", "target", "status", "body"} and for writes {"content_type", "sent"}. PREFIX stands before the description's paths.
Prints what does not fit, one line each, and how many exchanges were checked; the exit code is 1 when anything does not fit.
"""
import json
import re
import sys
from urllib.parse import parse_qsl, unquote, urlsplit

import jsonschema


class Description:
    def __init__(self, document):
        self.document = document

    def resolved(self, node):
        while isinstance(node, dict) and "$ref" in node:
            kind, name = node["$ref"].split("/", 3)[2:]
            node = self.document["components"][kind][name]
        return node

    def schema(self, node, depth=0):
        """As JSON Schema: references in place, `nullable` as a choice, a discriminated choice as any of its members."""
        node = self.resolved(node)
        if not isinstance(node, dict) or depth > 12:
            return {}
        plain = {}
        for key, value in node.items():
            if key == "properties":
                plain[key] = {name: self.schema(part, depth + 1) for name, part in value.items()}
            elif key in ("items", "additionalProperties") and isinstance(value, dict):
                plain[key] = self.schema(value, depth + 1)
            elif key in ("allOf", "anyOf", "oneOf"):
                word = "anyOf" if key == "oneOf" and "discriminator" in node else key
                plain[word] = [self.schema(part, depth + 1) for part in value]
            elif key in ("type", "enum", "required", "pattern", "minimum", "maximum", "minLength", "maxLength"):
                plain[key] = value
        return {"anyOf": [plain, {"type": "null"}]} if node.get("nullable") else plain

    def operation(self, method, path):
        for template, methods in self.document["paths"].items():
            pattern = re.sub(r"\\{(\w+)\\}", r"(?P<\1>[^/]+)", re.escape(template))
            found = re.fullmatch(pattern, path)
            if found and method.lower() in methods:
                return methods[method.lower()], found.groupdict()
        return None, {}


def typed(text, schema):
    """A parameter's text as what its schema says it is."""
    kind = schema.get("type")
    if kind == "integer" and re.fullmatch(r"-?\d+", text):
        return int(text)
    if kind == "boolean" and text in ("true", "false"):
        return text == "true"
    return text.split(",") if kind == "array" else text


def problems(schema, value):
    return [
        f"{'/'.join(str(part) for part in error.absolute_path) or '(whole)'}: {error.message[:200]}"
        for error in jsonschema.Draft7Validator(schema).iter_errors(value)
    ]


def check_parameters(description, operation, given, where):
    found = []
    known = {}
    for parameter in operation.get("parameters", []):
        parameter = description.resolved(parameter)
        if parameter["in"] == where:
            known[parameter["name"]] = parameter
    for name, text in given.items():
        if name not in known:
            found.append(f"{where} parameter {name}: not in the description")
            continue
        schema = description.schema(known[name].get("schema", {}))
        found += [f"{where} parameter {name}: {words}" for words in problems(schema, typed(text, schema))]
    found += [
        f"{where} parameter {name}: is missing"
        for name, parameter in known.items()
        if parameter.get("required") and name not in given
    ]
    return found


def check_sent(description, operation, exchange):
    content = description.resolved(operation.get("requestBody", {})).get("content", {})
    if not content:
        return []
    kind = exchange.get("content_type", "").split(";")[0]
    if kind not in content:
        return [f"request: {kind or 'no content type'} is none of {', '.join(content)}"]
    form = dict(parse_qsl(exchange["sent"], keep_blank_values=True))
    sent = form if "form" in kind else json.loads(exchange["sent"])
    schema = description.schema(content[kind].get("schema", {}))
    for name, part in schema.get("properties", {}).items():
        if name in sent and isinstance(sent[name], str):
            sent[name] = typed(sent[name], part)
    return [f"request: {words}" for words in problems(schema, sent)]


def check_answer(description, operation, exchange):
    responses = operation["responses"]
    response = responses.get(str(exchange["status"]), responses.get("default"))
    if response is None:
        return [f"status {exchange['status']}: not in the description"]
    content = description.resolved(response).get("content", {})
    if not content:
        return []
    schema = description.schema(content["application/json"]["schema"])
    return [f"answer: {words}" for words in problems(schema, exchange["body"])]


def main():
    with open(sys.argv[1], encoding="utf-8") as file:
        description = Description(json.load(file))
    prefix = sys.argv[3]
    checked = 0
    failed = 0
    with open(sys.argv[2], encoding="utf-8") as file:
        for line in file:
            exchange = json.loads(line)
            target = urlsplit(exchange["target"])
            path = target.path[len(prefix):] if target.path.startswith(prefix) else ""
            operation, in_path = description.operation(exchange["method"], path)
            if operation is None:
                found = ["not in the description"]
            else:
                query = dict(parse_qsl(target.query, keep_blank_values=True))
                in_path = {name: unquote(text) for name, text in in_path.items()}
                found = check_parameters(description, operation, query, "query")
                found += check_parameters(description, operation, in_path, "path")
                found += check_sent(description, operation, exchange) if "sent" in exchange else []
                found += check_answer(description, operation, exchange)
            for words in found:
                print(f"{exchange['method']} {exchange['target']} ({exchange['status']}): {words}")
            checked += 1
            failed += bool(found)
    print(f"{checked} exchanges checked, {failed} do not fit")
    return 1 if failed or not checked else 0


if __name__ == "__main__":
    sys.exit(main())
