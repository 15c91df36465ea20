/** What a process may come to, as in README; an offence begins with an exclamation mark. */
export function judgeLine({ args, code, signal, stdout, stderr, interrupted, hung }) {
  if (hung) return "!it does not end, interrupted or not";
  if (/^ +at .*[(:]\d+/m.test(stderr)) return `!a stack trace: ${stderr.slice(0, 200)}`;
  if (signal !== null)
    return interrupted && ["SIGINT", "SIGTERM"].includes(signal) ? "interrupted" : `!killed by ${signal}`;
  if (code === 130) return interrupted ? "interrupted" : "!exit 130, not interrupted";
  const lines = stderr.split("\n").length - 1;
  if (code === 2)
    return lines === 1 && stderr.endsWith("\n") ? "refused" : `!exit 2 with ${lines} lines on stderr`;
  if (code === 1)
    return /^a worker/.test(stderr) && lines === 1 ? "a worker died" : `!exit 1: ${stderr.slice(0, 200)}`;
  if (code !== 0) return `!exit ${code}`;
  const odd = /\bNaN\b|\bundefined\b|\[object /.exec(stdout);
  if (odd) return `!${odd[0]} on stdout`;
  if (args.includes("--json") && stdout.startsWith("{"))
    return isJson(stdout) ? "done" : "!--json printed no JSON";
  return "done";
}

function isJson(text) {
  try {
    JSON.parse(text);
    return true;
  } catch {
    return false;
  }
}
