#!/usr/bin/env node
// The first thing to be ready is the answer to Ctrl-C; the rest takes a moment to load.
import "./interrupt.ts";

const { main } = await import("./program.ts");
await main();
