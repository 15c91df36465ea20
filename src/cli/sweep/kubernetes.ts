import { createHash } from "node:crypto";
import { posix } from "node:path";
import type { IJob } from "kubernetes-models/batch/v1";
import type { IConfigMap } from "kubernetes-models/v1";
import { InputError } from "../../check/errors.ts";
import { version } from "../../version.ts";
import type { Job } from "./job.ts";

/** Where the claim for results and the study are in a container. */
const RESULTS = "/lethe";
const STUDY = "/study";
/** Bytes; `kubectl apply` keeps what it applied as an annotation, which has no room for more. */
const LONGEST = 250_000;
/** Seconds that the tables wait for the parts: a week. */
const PATIENCE = 7 * 24 * 3600;
/** Exit code of bad input, which no second try makes good. */
const BAD = 2;

/**
 * A manifest that runs a study: its parts as an Indexed Job, and a Job that makes the tables when all cells are there. It is
 * JSON, which kubectl reads as it does YAML. The study is in it; image and claim are called `lethe`.
 */
export function kubernetesManifest({ out, parts, cpus, study, raw }: Job): string {
  const text = JSON.stringify(study);
  const directory = posix.join(RESULTS, posix.join("/", out));
  const name = `lethe-${createHash("sha256").update(`${directory}\n${text}`).digest("hex").slice(0, 8)}`;
  const config: IConfigMap = {
    ...{ apiVersion: "v1", kind: "ConfigMap" },
    ...{ metadata: { name }, data: { "study.json": text } },
  };
  const bytes = Buffer.byteLength(JSON.stringify(config));
  if (bytes > LONGEST) {
    throw new InputError(`invalid study: ${bytes} bytes (at most ${LONGEST}, to be part of a manifest)`);
  }
  const sweep = ["lethe", "sweep", `${STUDY}/study.json`, "--out", directory, ...(raw ? ["--raw"] : [])];
  // That cells are missing is bad input to it; where the machine failed, the Job tries again.
  const merge = [
    ...["sh", "-c", `until lethe merge "$0"; do [ $? -eq ${BAD} ] || exit 1; sleep 30; done`],
    directory,
  ];
  const items = [
    config,
    job(name, {
      ...{ completions: parts, parallelism: parts, completionMode: "Indexed" },
      ...pod(name, sweep, cpus, [{ name: "JOB_COMPLETIONS", value: String(parts) }]),
    }),
    job(`${name}-merge`, { activeDeadlineSeconds: PATIENCE, ...pod(name, merge, 1, []) }),
  ];
  return `${JSON.stringify({ apiVersion: "v1", kind: "List", items }, null, 2)}\n`;
}

type Spec = NonNullable<IJob["spec"]>;

const job = (name: string, spec: Spec): IJob => ({
  ...{ apiVersion: "batch/v1", kind: "Job" },
  ...{ metadata: { name }, spec },
});

/** What runs a command in a container with the study and the claim. */
function pod(name: string, command: string[], cpus: number, env: { name: string; value: string }[]): Spec {
  const amount = { cpu: String(cpus), memory: "1Gi" };
  return {
    // A node that goes away is no failure.
    podFailurePolicy: {
      rules: [
        { action: "Ignore", onPodConditions: [{ type: "DisruptionTarget", status: "True" }] },
        { action: "FailJob", onExitCodes: { operator: "In", values: [BAD] } },
      ],
    },
    template: {
      spec: {
        restartPolicy: "Never",
        containers: [
          {
            ...{ name: "lethe", image: `lethe:${version}`, command, env },
            resources: { requests: amount, limits: amount },
            volumeMounts: [
              { name: "study", mountPath: STUDY, readOnly: true },
              { name: "results", mountPath: RESULTS },
            ],
          },
        ],
        volumes: [
          { name: "study", configMap: { name } },
          { name: "results", persistentVolumeClaim: { claimName: "lethe" } },
        ],
      },
    },
  };
}
