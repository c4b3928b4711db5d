// Serves a folder as a usual host of static sites does: HTTP/2 over TLS, compressed, kept for a while.
// node bench/host.mjs FOLDER CERTIFICATE KEY: says its port, and ends when its standard input does.
import { readFileSync, statSync } from "node:fs";
import { createSecureServer } from "node:http2";
import { extname, join, normalize, resolve, sep } from "node:path";
import { gzipSync } from "node:zlib";

const [folder, certificate, key] = process.argv.slice(2);
const root = resolve(folder);
const KINDS = {
  ".html": "text/html; charset=utf-8",
  ".css": "text/css; charset=utf-8",
  ".js": "text/javascript; charset=utf-8",
  ".json": "application/json",
  ".xml": "application/xml",
  ".txt": "text/plain; charset=utf-8",
  ".svg": "image/svg+xml",
  ".png": "image/png",
  ".woff2": "font/woff2",
};
const PACKED = new Set([".woff2", ".png"]);

const found = (address) => {
  const asked = normalize(join(root, decodeURIComponent(new URL(address, "https://host").pathname)));
  if (asked !== root && !asked.startsWith(root + sep)) return null;
  const known = statSync(asked, { throwIfNoEntry: false });
  return known?.isDirectory() ? join(asked, "index.html") : known ? asked : null;
};

const server = createSecureServer({ cert: readFileSync(certificate), key: readFileSync(key), allowHTTP1: true });
server.on("request", (request, response) => {
  const file = found(request.url);
  const whole = readFileSync(file ?? join(root, "404.html"));
  const kind = extname(file ?? ".html");
  const zip = !PACKED.has(kind) && /\bgzip\b/.test(request.headers["accept-encoding"] ?? "");
  const body = zip ? gzipSync(whole) : whole;
  response.writeHead(file ? 200 : 404, {
    "content-type": KINDS[kind] ?? "application/octet-stream",
    "content-length": body.length,
    "cache-control": "public, max-age=600",
    vary: "accept-encoding",
    ...(zip && { "content-encoding": "gzip" }),
  });
  response.end(request.method === "HEAD" ? undefined : body);
});
server.listen(0, "127.0.0.1", () => console.log(server.address().port));
process.stdin.on("end", () => process.exit()).resume();
