/** @type {Record<string, string[]>} what is run before a release, the quick ones first: every script of package.json that tests */
export const TIERS = {
  check: ["npm run check"],
  test: ["npm test"],
  stats: ["npm run test:stats"],
  verify: ["npm run verify"],
  consumers: ["npm ci --prefix consumers", "npm run test:consumers"],
  engines: ["npm ci --prefix engines", "npm run test:engines"],
  fuzz: ["npm run test:fuzz"],
  kills: ["npm run test:kills", "npm run test:kill-studies"],
  cluster: ["npm run test:cluster"],
};
