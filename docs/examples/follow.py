#!/usr/bin/env python3
"""Imports a CSV, enriches it and prints each batch as it lands, with nothing but Python's own library.

    set -a; . .local/demo.env; set +a; python3 docs/examples/follow.py board.csv
"""
import json
import os
import random
import sys
import time
import urllib.error
import urllib.request

RECONNECT_S = 1
LONGEST_PAUSE_S = 30
# The server says something at least every 15 seconds: after three times as long the connection is dead.
SILENT_S = 45


class Refused(Exception):
    """What waiting does not change: the sentence of the answer says what would."""


def request(method, path, body=None, headers=None):
    sent = None if body is None else json.dumps(body).encode()
    return urllib.request.urlopen(
        urllib.request.Request(
            f"{os.environ['API']}/{path}",
            method=method,
            data=sent,
            headers={
                "authorization": f"Bearer {os.environ['TOKEN']}",
                "content-type": "application/json",
                **(headers or {}),
            },
        ),
        timeout=SILENT_S,
    )


def sentence_of(error):
    """What is wrong, as the API says it; a gateway in between may answer with a page instead."""
    try:
        return json.loads(error.read())["detail"]
    except (ValueError, KeyError, TypeError):
        return f"The answer was {error.code} {error.reason}."


def post(path, body):
    try:
        with request("POST", path, body) as answer:
            return json.load(answer)
    except urllib.error.HTTPError as error:
        raise Refused(sentence_of(error)) from error


def events_of(stream):
    """The events of one stream, until it closes."""
    fields = {}
    for line in stream:
        name, _, value = line.decode().rstrip("\r\n").partition(": ")
        if name:
            fields[name] = value
        elif "event" in fields:
            yield fields["event"], fields.get("id"), json.loads(fields["data"])
            fields = {}
        else:
            fields = {}


def follow(bom_id):
    """Follows a BOM to the end of its run, over as many streams as it takes."""
    cursor = None
    failures = 0
    while True:
        pause = RECONNECT_S
        try:
            # With a name of our own, refusals for a while come as statuses, and our older stream makes room for this one.
            headers = {"last-event-id": cursor} if cursor else {}
            with request("GET", f"enrichment-stream/{bom_id}?client=follow-py", headers=headers) as stream:
                if stream.status == 204:
                    return
                failures = 0
                for name, event_id, data in events_of(stream):
                    cursor = event_id or cursor
                    if "state" in data:
                        state = data["state"]
                        print(f"{event_id}  {state['percent_complete']} %  {state['status']}", flush=True)
                    if name == "stream_end":
                        return
            # It may end before the run does, when its isolate's time is up: come back with the cursor.
        except urllib.error.HTTPError as error:
            sentence = sentence_of(error)
            if error.code != 429 and error.code < 500:
                raise Refused(sentence) from error
            print(sentence, file=sys.stderr)
            pause = max(int(error.headers.get("retry-after") or 0), backoff(failures))
            failures += 1
        except OSError as error:
            print(f"The connection failed: {error}", file=sys.stderr)
            pause = backoff(failures)
            failures += 1
        time.sleep(pause)


def backoff(failures):
    """Doubles with each failure in a row; spread, so that many clients do not come back at one moment."""
    return min(RECONNECT_S * 2**failures, LONGEST_PAUSE_S) * random.uniform(0.5, 1)


def main():
    if len(sys.argv) != 2 or not all(os.environ.get(name) for name in ("API", "TOKEN", "ORGANIZATION_ID")):
        sys.exit("Usage: API=… TOKEN=… ORGANIZATION_ID=… python3 follow.py FILE.csv")
    organization = os.environ["ORGANIZATION_ID"]
    with open(sys.argv[1], encoding="utf-8") as file:
        csv = file.read()
    name = os.path.basename(sys.argv[1])
    bom = post("boms", {"organization_id": organization, "name": name, "csv": csv})
    for issue in bom["issues"]:
        print(f"{issue['severity']}: {issue['detail']}", file=sys.stderr)
    # An organization may have its BOMs started by themselves.
    if not bom.get("latest_run"):
        post(f"enrichment/{bom['bom_id']}/start", {"organization_id": organization})
    follow(bom["bom_id"])


try:
    main()
except Refused as refused:
    sys.exit(str(refused))
