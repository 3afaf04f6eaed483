#!/usr/bin/env python3
"""Checks recorded exchanges against the networks' own descriptions.

usage: validate.py SPECS_DIR EXCHANGES.jsonl

A line is {"spec", "method", "path" (with its query), "status"?, "answer"?, "sent"?, "node"?}. Without "answer" only the request is checked.
"node": what a Facebook answer is, or lists. Prints one line for each contradiction; the last line says how much was checked.
"""
import json
import os
import re
import sys
from urllib.parse import parse_qsl, unquote, urlsplit

import jsonschema

SCALARS = {"string": str, "bool": bool, "float": (int, float)}
# Every call takes these (developers.facebook.com/docs/graph-api); `since` and `until` page by time.
GRAPH_PARAMETERS = {"fields", "limit", "after", "before", "access_token", "summary", "since", "until", "ids",
                    "appsecret_proof", "appsecret_proof_time"}
# In captured answers, but in no field list.
GRAPH_EXTRAS = {"PagePost": {"tagged_time"}, "Page": {"tasks"}}
GRAPH_EDGES = {"comments": "Comment", "likes": "Profile", "reactions": "Profile", "feed": "PagePost",
               "posts": "PagePost", "published_posts": "PagePost", "visitor_posts": "PagePost",
               "tagged": "PagePost", "conversations": "UnifiedThread", "accounts": "Page", "messages": None}


# The description of 2.167 has no problem of type about:blank any more, but X still answers with them: a log of February 2026 in
# github.com/akrherz/iembot/issues/163.
GENERIC_PROBLEM = {
    "type": "object",
    "required": ["type", "title", "detail", "status"],
    "additionalProperties": False,
    "properties": {"type": {"enum": ["about:blank"]}, "title": {"type": "string"}, "detail": {"type": "string"},
                   "status": {"type": "integer"}},
}


class OpenApi:
    """The part of an OpenAPI 3.0 file that strip_spec.py keeps."""

    def __init__(self, spec):
        self.spec = spec
        self.resolver = jsonschema.RefResolver.from_schema(spec)
        self.patterns = []
        for name in spec["operations"]:
            method, path = name.split(" ", 1)
            pattern = re.sub(r"\\\{\w+\\\}", "[^/]+", re.escape(spec["base"] + path))
            self.patterns.append((method, re.compile(pattern + "$"), path.count("{"), name))
        self.patterns.sort(key=lambda entry: entry[2])  # the most literal first

    def problems(self, exchange):
        parts = urlsplit(exchange["path"])
        name = next((name for method, pattern, _, name in self.patterns
                     if method == exchange["method"] and pattern.match(parts.path)), None)
        if name is None:
            return ["no such operation"]
        operation = self.spec["operations"][name]
        found = self.query_problems(operation, parts.query)
        if exchange.get("sent") is not None:
            schema = operation["body"]["application/json"]
            found += self.schema_problems(schema, exchange["sent"], "body")
        if "answer" in exchange:
            found += self.answer_problems(operation, exchange)
        return found

    def schema_problems(self, schema, value, where):
        validator = jsonschema.Draft4Validator(schema, resolver=self.resolver)
        return [f"{where}/{'/'.join(map(str, error.absolute_path))}: {error.message[:300]}"
                for error in validator.iter_errors(value)]

    def query_problems(self, operation, query):
        known = {entry["name"]: entry for entry in operation["parameters"] if entry["in"] == "query"}
        given = parse_qsl(query, keep_blank_values=True)
        found = [f"unknown parameter {name}" for name, _ in given if name not in known]
        found += [f"parameter {name} is missing" for name, entry in known.items()
                  if entry["required"] and name not in dict(given)]
        for name, text in given:
            if name in known:
                schema = self.resolved(known[name]["schema"])
                found += self.schema_problems(known[name]["schema"], self.read(schema, text), name)
        return found

    def resolved(self, schema):
        while "$ref" in schema:
            schema = self.resolver.resolve(schema["$ref"])[1]
        return schema

    def read(self, schema, text):
        if schema.get("type") == "array":
            return [self.read(self.resolved(schema["items"]), part) for part in text.split(",")]
        if schema.get("type") == "integer" and re.fullmatch(r"-?\d+", text):
            return int(text)
        return {"true": True, "false": False}.get(text, text) if schema.get("type") == "boolean" else text

    def answer_problems(self, operation, exchange):
        responses = operation["responses"]
        kinds = responses.get(str(exchange["status"]), responses.get("default"))
        if kinds is None:
            return [f"status {exchange['status']} is not described"]
        schemas = list(kinds.values())
        if exchange["spec"].startswith("x-") and exchange["status"] >= 400:
            schemas.append(GENERIC_PROBLEM)
        tries = [self.schema_problems(schema, exchange["answer"], "answer") for schema in schemas]
        return [] if not tries or any(not problems for problems in tries) else min(tries, key=len)


class Graph:
    """Facebook's lists of fields, edges and parameters."""

    def __init__(self, spec):
        self.types = spec["types"]
        self.enums = spec["enums"]

    def problems(self, exchange):
        parts = urlsplit(exchange["path"])
        edge = unquote(parts.path).rstrip("/").rsplit("/", 1)[1]
        found = self.query_problems(exchange["method"], edge, parts.query)
        answer = exchange.get("answer")
        if answer is None:
            return found
        if "error" in answer:
            return found + self.error_problems(answer["error"])
        if "data" in answer:
            return found + self.list_problems(exchange["node"], answer, "answer")
        return found + self.node_problems(exchange["node"], answer, "answer")

    def query_problems(self, method, edge, query):
        calls = [entry["calls"][f"{method} {edge}"] for entry in self.types.values()
                 if f"{method} {edge}" in entry["calls"]]
        found = []
        for name, value in parse_qsl(query, keep_blank_values=True):
            kinds = [call[name] for call in calls if name in call]
            if not kinds and name not in GRAPH_PARAMETERS:
                found.append(f"unknown parameter {name}")
            choices = [choice.lower() for kind in kinds for choice in self.enums.get(kind, [])]
            if choices and value.lower() not in choices:
                found.append(f"parameter {name}: {value} is none of {choices}")
        return found

    def error_problems(self, error):
        wanted = {"message": str, "type": str, "code": int, "fbtrace_id": str}
        return [f"error.{name} is missing or of another type" for name, kind in wanted.items()
                if not isinstance(error.get(name), kind)]

    def list_problems(self, kind, answer, where):
        found = [f"{where}: unknown member {name}" for name in answer if name not in ("data", "paging", "summary")]
        for index, node in enumerate(answer["data"]):
            found += self.node_problems(kind, node, f"{where}.data[{index}]")
        return found

    def node_problems(self, kind, node, where):
        if kind is None:  # messages have no published list
            return []
        rule = self.types[kind]
        found = []
        for name, value in node.items():
            place = f"{where}.{name}"
            if value is None:
                found.append(f"{place}: null; a field without a value is left out")
            elif name in rule["fields"]:
                found += self.value_problems(rule["fields"][name], value, place)
            elif name in GRAPH_EDGES and (name in rule["edges"] or kind == "UnifiedThread"):
                found += self.list_problems(GRAPH_EDGES[name], value, place)
            elif name not in GRAPH_EXTRAS.get(kind, ()):
                found.append(f"{place}: no field or edge of {kind}")
        return found

    def value_problems(self, kind, value, place):
        if kind == "datetime":
            good = isinstance(value, str) and re.fullmatch(r"\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d[+-]\d{4}", value)
        elif kind in ("unsigned int", "int"):
            good = isinstance(value, int) and not isinstance(value, bool) and (kind == "int" or value >= 0)
        elif kind.startswith("list"):
            good = isinstance(value, list)
        elif kind in self.types:
            return self.node_problems(kind, value, place)
        else:
            good = isinstance(value, SCALARS.get(kind, dict))
        return [] if good else [f"{place}: {json.dumps(value)[:80]} is no {kind}"]


def load(folder, name):
    with open(os.path.join(folder, name + ".json"), encoding="utf-8") as file:
        spec = json.load(file)
    return Graph(spec) if "types" in spec else OpenApi(spec)


def main():
    folder, source = sys.argv[1], sys.argv[2]
    specs, checked, bad = {}, 0, 0
    with open(source, encoding="utf-8") as file:
        for line in file:
            exchange = json.loads(line)
            spec = specs.setdefault(exchange["spec"], None) or load(folder, exchange["spec"])
            specs[exchange["spec"]] = spec
            checked += 1
            for problem in spec.problems(exchange):
                bad += 1
                path = re.sub(r"access_token=[^&]*", "access_token=...", exchange["path"])
                print(f"{exchange['spec']} {exchange['method']} {path}: {problem}")
    print(f"{checked} exchanges, {bad} contradictions")
    return 1 if bad else 0


sys.exit(main())
