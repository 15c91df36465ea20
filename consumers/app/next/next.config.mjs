import { fileURLToPath } from "node:url";

// The packages of Next are in the folder of the consumers, this library between here and there.
const root = fileURLToPath(new URL("../..", import.meta.url));

export default { turbopack: { root }, outputFileTracingRoot: root };
