interface Host {
  readonly MessageChannel?: typeof MessageChannel;
  readonly process?: { getBuiltinModule?: (name: string) => Host | undefined };
  readonly setTimeout: typeof setTimeout;
}

/** Either end of a channel; in Node it is an emitter of events too. */
type Port = MessagePort & { once?: (event: "message", listener: () => void) => void };

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
  const { port1, port2 } = new Channel() as { port1: Port; port2: Port };
  const heard = (): void => {
    port1.close();
    task();
  };
  // For `onmessage`, Node 22 loads what it has for the web, and a WebAssembly memory of 10 GB with it.
  if (port1.once) port1.once("message", heard);
  else port1.onmessage = heard;
  port2.postMessage(0);
}
