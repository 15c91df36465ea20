import { InputError } from "../errors.ts";
import { twin } from "../reference/kernels.ts";
import { runChunk, type Setting, settingOf } from "../simulate/chunk.ts";
import { wasmKernels } from "../wasm/kernels.ts";
import { adopt } from "../wasm/module.ts";
import type { Answer, Order } from "./port.ts";

/** A worker says how far it is this often, in milliseconds. */
const TELL_EVERY = 100;

/** What a worker does with its orders. `breathe`, where given, is called between the calls of a chain. */
export function serve(
  post: (answer: Answer, transfer: ArrayBuffer[]) => void,
  breathe?: () => Promise<void> | undefined,
): (order: Order) => Promise<void> {
  let setting: Setting;

  async function run(first: number, count: number): Promise<void> {
    const began = performance.now();
    let told = began;
    let done = 0;
    const steps = runChunk(setting, first, count);
    let step = steps.next();
    for (; !step.done; step = steps.next()) {
      done += step.value;
      const now = performance.now();
      if (now - told >= TELL_EVERY) {
        post({ kind: "progress", done, underWay: setting.underWay }, []);
        told = now;
        done = 0;
      }
      const breath = breathe?.();
      if (breath) await breath;
    }
    const chunk = step.value;
    const took = performance.now() - began;
    post({ kind: "chunk", chunk, took, done, underWay: setting.underWay }, [
      chunk.records.buffer as ArrayBuffer,
    ]);
  }

  post({ kind: "hello" }, []);
  return async (order) => {
    try {
      if (order.kind === "begin") setting = begin(order);
      else if (order.kind === "run") await run(order.first, order.count);
      else post({ kind: "tally", tally: setting.tally }, []);
    } catch (error) {
      post({ kind: "error", error, isInput: error instanceof InputError }, []);
    }
  };
}

function begin({ task, module }: Order & { kind: "begin" }): Setting {
  if (module) adopt(module);
  return settingOf(task, task.backend === "wasm" ? wasmKernels() : twin);
}
