import { createServer, request } from "node:http";
import type { AddressInfo } from "node:net";
import { describe, expect, it } from "vitest";
import { staticServer } from "../../src/cli/playground/static.ts";
import { directory, file, lethe, refused } from "./lethe.ts";

describe("lethe playground", () => {
  it("prints its address, serves until Ctrl-C, and ends with 130", async () => {
    const { code, stdout, stderr } = await lethe(["playground", "--port", "0"], { interruptAfter: 1500 });
    expect(stdout).toMatch(/^http:\/\/localhost:\d+\/\n$/);
    expect(stderr).toBe("Ctrl-C ends it\n");
    expect(code).toBe(130);
  });

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
  it("serves the files of its folder, and nothing else", async () => {
    file("index.html", "<p>here</p>");
    const server = staticServer(directory);
    await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
    const { port } = server.address() as AddressInfo;
    const get = (path: string, method = "GET") =>
      new Promise<[number | undefined, string]>((resolve) => {
        // Not fetch: it would tidy the path.
        request({ port, path, method }, (answer) => {
          let body = "";
          answer.on("data", (piece) => {
            body += piece;
          });
          answer.on("end", () => resolve([answer.statusCode, body]));
        }).end();
      });
    expect(await get("/")).toEqual([200, "<p>here</p>"]);
    expect(await get("/index.html?x=1")).toEqual([200, "<p>here</p>"]);
    for (const path of [
      "/nothing",
      "/../../../../etc/passwd",
      "/%2e%2e/%2e%2e/%2e%2e/etc/passwd",
      "/%",
      "/a%00b",
    ]) {
      expect([path, (await get(path))[0]]).toEqual([path, 404]);
    }
    expect((await get("/", "POST"))[0]).toBe(405);
    server.close();
  });
});
