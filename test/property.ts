// Properties are tried on the same values in every run, so that a change is what makes a test fail. PROPERTY_SEED tries
// them on others: each found to fail becomes a test of its own.
import fc from "fast-check";

fc.configureGlobal({ seed: Number(process.env["PROPERTY_SEED"] ?? 1) });

export default fc;
