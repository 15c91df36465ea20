// The small sister of `npm run test:kills`.
import { expect, it } from "vitest";
import { killStudy, STUDIES } from "./kill-studies.mjs";
import { canKill, killOne } from "./kills.mjs";

const simulation = (trajectories: number) =>
  `run gaussian --samples 100 --generations 1000 --trajectories ${trajectories} --seed 1 --workers 2`.split(
    " ",
  );
const drawing = "forget --generations 10 --trajectories 2 --seed 1".split(" ");

it.runIf(canKill).each([
  ["C-c", simulation(1e8), { from: "start", after: 0.8 }],
  ["SIGHUP", simulation(100), { from: "file", after: 0 }],
  ["SIGTERM", drawing, { from: "file", after: 0.003 }],
  ["SIGKILL", drawing, { from: "file", after: 0.001 }],
])("%s ends %j at %j and leaves a sound terminal and whole files", (signal, command, moment) => {
  expect(killOne(command, signal, moment).faults).toEqual([]);
});

it.each(STUDIES.map((one) => [`${one.study.model.name} ${one.options}`, one] as const))(
  "a study that is killed and gone on with has the tables of one that was not: %s",
  async (_, one) => {
    const { killed, faults } = await killStudy(one, { kills: 2, most: 2 });
    expect(killed).toBeGreaterThanOrEqual(2);
    expect(faults).toEqual([]);
  },
);
