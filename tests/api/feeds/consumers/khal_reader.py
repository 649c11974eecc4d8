"""Subscribes with vdirsyncer and reads with khal: one line per event, `- start end` in UTC: vdirsyncer keeps no uid.

Given several feeds, each takes the place of the one before at the same address, as releases do, and is fetched anew.
"""

import hashlib
import os
import subprocess
import sys
import tempfile
from http.server import BaseHTTPRequestHandler, HTTPServer
from pathlib import Path
from threading import Thread

SYNC = """
[general]
status_path = "{home}/status/"
[pair feed]
a = "published"
b = "copy"
collections = null
conflict_resolution = "a wins"
[storage published]
type = "http"
url = "http://127.0.0.1:{port}/feed.ics"
[storage copy]
type = "filesystem"
path = "{home}/calendar/"
fileext = ".ics"
"""
READ = """
[calendars]
[[feed]]
path = {home}/calendar/
[sqlite]
path = {home}/khal.db
[locale]
local_timezone = UTC
default_timezone = UTC
timeformat = %H:%M
dateformat = %Y-%m-%d
longdateformat = %Y-%m-%d
datetimeformat = %Y-%m-%dT%H:%M:%SZ
longdatetimeformat = %Y-%m-%dT%H:%M:%SZ
"""


class Publisher(BaseHTTPRequestHandler):
    """One feed at one address."""

    feed: bytes = b""

    def do_GET(self) -> None:
        self.send_response(200)
        self.send_header("Content-Type", "text/calendar; charset=utf-8")
        self.send_header("Content-Length", str(len(self.feed)))
        self.send_header("ETag", f'"{hashlib.sha256(self.feed).hexdigest()}"')
        self.end_headers()
        self.wfile.write(self.feed)

    def log_message(self, *_: object) -> None:
        """Say nothing."""


def run(home: str, *command: str) -> str:
    """What a program of this environment prints, with its configuration and data in one directory."""
    program = str(Path(sys.executable).with_name(command[0]))
    environment = os.environ | {"HOME": home, "XDG_CONFIG_HOME": home, "XDG_DATA_HOME": home, "XDG_CACHE_HOME": home}
    done = subprocess.run([program, *command[1:]], env=environment, capture_output=True, text=True, check=False)
    if done.returncode:
        sys.exit(done.stdout + done.stderr)
    return done.stdout


def main(feeds: list[str]) -> None:
    server = HTTPServer(("127.0.0.1", 0), Publisher)
    Thread(target=server.serve_forever, daemon=True).start()
    with tempfile.TemporaryDirectory() as home:
        sync, read = Path(home, "vdirsyncer.conf"), Path(home, "khal.conf")
        sync.write_text(SYNC.format(home=home, port=server.server_port))
        read.write_text(READ.format(home=home))
        Path(home, "calendar").mkdir()
        run(home, "vdirsyncer", "-c", str(sync), "discover")
        for feed in feeds:
            Publisher.feed = Path(feed).read_bytes()
            run(home, "vdirsyncer", "-c", str(sync), "sync")
        what = ["--day-format", "", "--format", "- {start-long} {end-long}", "--once"]
        print(run(home, "khal", "-c", str(read), "list", *what, "2020-01-01", "3650d"), end="")
    server.shutdown()


main(sys.argv[1:])
