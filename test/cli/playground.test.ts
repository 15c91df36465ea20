import { existsSync, readdirSync, readlinkSync } from "node:fs";
import { createServer, request } from "node:http";
import type { AddressInfo } from "node:net";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { staticServer } from "../../src/cli/playground/static.ts";
import { directory, file, lethe, refused } from "./lethe.ts";

describe("lethe playground", () => {
  it("refuses a port that is none, or not free", async () => {
    const allowed = "an integer from 0 to 65535; 0 takes any that is free";
    expect(await lethe(["playground", "--port", "-1"])).toEqual(refused(`invalid port: -1 (${allowed})`));
    expect(await lethe(["playground", "--port", "http"])).toEqual(
      refused(`invalid port: "http" (${allowed})`),
    );
    const other = createServer();
    await new Promise<void>((resolve) => other.listen(0, "localhost", resolve));
    const { port } = other.address() as AddressInfo;
    const taken = await lethe(["playground", "--port", String(port)]);
    other.close();
    expect(taken).toEqual(refused(`invalid port: ${port} (one that is free: EADDRINUSE)`));
  });
});

describe("its server", () => {
  file("index.html", "<p>here</p>");
  file("large", new Uint8Array(20_000_000));
  const server = staticServer(directory);
  let port: number;
  beforeAll(async () => {
    await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
    ({ port } = server.address() as AddressInfo);
  });
  afterAll(() => {
    server.close();
    server.closeAllConnections();
  });

  /** Asks for a path; not by fetch, which would tidy it. */
  const get = (path: string, method = "GET", headers: Record<string, string> = {}) =>
    new Promise<{ status: number | undefined; body: string; policy: string }>((resolve) => {
      request({ port, path, method, headers }, (answer) => {
        let body = "";
        answer.on("data", (piece) => {
          body += piece;
        });
        const policy = String(answer.headers["content-security-policy"]);
        answer.on("end", () => resolve({ status: answer.statusCode, body, policy }));
      }).end();
    });

  it("serves the files of its folder, and nothing else", async () => {
    expect(await get("/")).toMatchObject({ status: 200, body: "<p>here</p>" });
    expect(await get("/index.html?x=1")).toMatchObject({ status: 200, body: "<p>here</p>" });
    for (const path of [
      "/nothing",
      "/../../../../etc/passwd",
      "/%2e%2e/%2e%2e/%2e%2e/etc/passwd",
      "/%",
      "/a%00b",
    ]) {
      expect([path, (await get(path)).status]).toEqual([path, 404]);
    }
    expect((await get("/", "POST")).status).toBe(405);
    expect(await get("/", "HEAD")).toMatchObject({ status: 200, body: "" });
  });

  it("answers to the names of this machine only", async () => {
    for (const host of ["localhost", "localhost:4870", "127.0.0.1:1", "[::1]:80", "LocalHost"]) {
      expect([host, (await get("/", "GET", { host })).status]).toEqual([host, 200]);
    }
    for (const host of ["evil.example", "localhost.evil.example", "evil.example:4870", "127.0.0.1.nip.io"]) {
      expect([host, (await get("/", "GET", { host })).body]).toEqual([host, "not served under this name\n"]);
    }
  });

  it("lets the page load nothing from elsewhere", async () => {
    const { policy } = await get("/");
    expect(policy).toMatch(/^default-src 'none'; /);
    expect(policy).not.toMatch(/http|\*|unsafe-eval'(?<!wasm-unsafe-eval')/);
  });

  it.runIf(existsSync("/proc/self/fd"))("keeps no file open for a browser that has gone", async () => {
    const large = () =>
      readdirSync("/proc/self/fd").filter((fd) => {
        try {
          return readlinkSync(`/proc/self/fd/${fd}`).endsWith("/large");
        } catch {
          return false;
        }
      }).length;
    for (let i = 0; i < 5; ++i) {
      await new Promise<void>((resolve) => {
        const asked = request({ port, path: "/large", agent: false }, (answer) => {
          answer.once("data", () => asked.destroy());
          answer.on("close", resolve).on("error", () => {});
        });
        asked.on("error", () => {}).end();
      });
    }
    await expect.poll(large).toBe(0);
  });
});
