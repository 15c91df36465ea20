import { InputError } from "../check/errors.ts";
import { runChunk } from "../chunks/chunk.ts";
import { type Setting, settingOf } from "../chunks/setting.ts";
import { loaded } from "../generations/custom/load.ts";
import { now } from "../host/clock.ts";
import { twin } from "../reference/kernels.ts";
import { wasmKernels } from "../wasm/kernels.ts";
import { adopt } from "../wasm/module.ts";
import type { Answer, Order } from "./port.ts";

/** A worker says how far it is this often, in milliseconds. */
const TELL_EVERY = 100;

/** One who does what a worker has to. */
interface Servant {
  obey(order: Order): Promise<void>;
  /** Gives back what memory it has; it obeys no more. */
  free(): void;
}

/** What a worker does with its orders. `breathe`, where given, is called between the calls of a chain. */
export function serve(
  post: (answer: Answer, transfer: ArrayBuffer[]) => void,
  breathe?: () => Promise<void> | undefined,
): Servant {
  let setting: Setting | undefined;

  async function run(setting: Setting, first: number, count: number): Promise<void> {
    const began = now();
    let told = began;
    let done = 0;
    const steps = runChunk(setting, first, count);
    let step = steps.next();
    for (; !step.done; step = steps.next()) {
      done += step.value;
      const time = now();
      if (time - told >= TELL_EVERY) {
        post({ kind: "progress", done, underWay: setting.underWay }, []);
        told = time;
        done = 0;
      }
      const breath = breathe?.();
      if (breath) await breath;
    }
    const chunk = step.value;
    const took = now() - began;
    const { records, parts, times } = chunk;
    const sums = parts.flatMap(({ mean, squares }) => [mean, squares]);
    const transfer = [records.numbers, times, ...sums].map(({ buffer }) => buffer) as ArrayBuffer[];
    post({ kind: "chunk", chunk, took, done, underWay: setting.underWay }, transfer);
  }

  return {
    async obey(order) {
      try {
        if (order.kind === "begin") {
          const { plan } = order.task;
          const task = plan.kind === "custom" ? { ...order.task, plan: await loaded(plan) } : order.task;
          setting = begin({ ...order, task });
          post({ kind: "hello" }, []);
        } else if (order.kind === "run") await run(setting!, order.first, order.count);
        else {
          const { tally, chain } = setting!;
          setting = undefined;
          chain.free?.();
          post({ kind: "tally", tally }, []);
        }
      } catch (error) {
        post({ kind: "error", error, isInput: error instanceof InputError }, []);
      }
    },
    free: () => setting?.chain.free?.(),
  };
}

function begin({ task, module, table }: Order & { kind: "begin" }): Setting {
  if (module) adopt(module);
  return settingOf(task, task.backend === "wasm" ? wasmKernels() : twin, table);
}
