"""Runs a command in a terminal of its own and sends it a signal. Node has no terminals.

Input, as JSON: argv, directory, signal (a name, or "C-c" for the key), after (seconds), from ("start", or "file": since
the first file in `directory`). Output, as JSON: signal (the one it died of, or 0), code, output, sent.
"""
import fcntl
import json
import os
import pty
import select
import signal
import struct
import sys
import termios
import time

asked = json.load(sys.stdin)


def has_file():
    return any(files for _, _, files in os.walk(asked["directory"]))


pid, terminal = pty.fork()
if pid == 0:
    os.environ["TERM"] = "xterm"
    os.environ.pop("CI", None)
    os.execvp(asked["argv"][0], asked["argv"])
fcntl.ioctl(terminal, termios.TIOCSWINSZ, struct.pack("HHHH", 24, 80, 0, 0))

output = b""
since = time.monotonic() if asked["from"] == "start" else None
sent = False
while True:
    now = time.monotonic()
    if since is None and has_file():
        since = now
    if not sent and since is not None and now >= since + asked["after"]:
        sent = True
        if asked["signal"] == "C-c":
            os.write(terminal, b"\x03")
        else:
            os.kill(pid, getattr(signal, asked["signal"]))
    # So close an eye is kept only on the moment that is waited for.
    if select.select([terminal], [], [], 0.0005)[0]:
        try:
            piece = os.read(terminal, 65536)
        except OSError:
            break
        if not piece:
            break
        output += piece
_, status = os.waitpid(pid, 0)
print(
    json.dumps(
        {
            "signal": os.WTERMSIG(status) if os.WIFSIGNALED(status) else 0,
            "code": os.WEXITSTATUS(status) if os.WIFEXITED(status) else None,
            "output": output.decode("utf-8", "replace"),
            "sent": sent,
        }
    )
)
