interface Host {
  readonly MessageChannel?: typeof MessageChannel;
  readonly process?: { getBuiltinModule?: (name: string) => Host | undefined };
  readonly setTimeout: typeof setTimeout;
}

// Messages, as test frameworks do not put others in their place, and timers that were there when this was loaded.
const host = globalThis as unknown as Host;
const { setTimeout: wait } = host;
/** A page that is imitated in Node may have none; Node has. */
const Channel =
  host.MessageChannel ?? host.process?.getBuiltinModule?.("node:worker_threads")?.MessageChannel;

/** Calls back once the host has had its turn: timers, frames, signals, messages. */
export function later(task: () => void): void {
  if (Channel === undefined) {
    wait(task);
    return;
  }
  const { port1, port2 } = new Channel();
  port1.onmessage = () => {
    port1.close();
    task();
  };
  port2.postMessage(0);
}
