"""Answers a line of JSON, {"kernel", "arguments", "milliseconds"}, with the median time of a call in nanoseconds."""

import json
import sys
from time import perf_counter_ns

import numpy as np

import kernels

print(json.dumps({"version": np.__version__}), flush=True)
for line in sys.stdin:
    request = json.loads(line)
    call = getattr(kernels, request["kernel"])(**request["arguments"])
    took = []
    end = perf_counter_ns() + 1e6 * request["milliseconds"]
    while not took or perf_counter_ns() < end:
        began = perf_counter_ns()
        drawn = call()
        took.append((perf_counter_ns() - began) / getattr(call, "share", 1))
    answer = {"ns": float(np.median(took)), "checksum": float(np.mean(drawn))}
    print(json.dumps(answer), flush=True)
