// Keeps the page for when there is no network. Made whole by playground/offline.ts, which knows the files of a build.
const FILES = "%files%".split(" ");
// Other copies of the page may lie elsewhere on the same host.
const OWN = `lethe ${registration.scope} `;
const NAME = `${OWN}%build%`;

addEventListener("install", (event) => {
  event.waitUntil(
    caches
      .open(NAME)
      .then((cache) => cache.addAll(FILES))
      .then(() => skipWaiting()),
  );
});

addEventListener("activate", (event) => {
  const old = (name) => name.startsWith(OWN) && name !== NAME;
  event.waitUntil(
    caches
      .keys()
      .then((names) => Promise.all(names.filter(old).map((name) => caches.delete(name))))
      .then(() => clients.claim()),
  );
});

// What the network has comes first, so that a newer page is seen at once.
addEventListener("fetch", (event) => {
  if (event.request.method !== "GET" || !event.request.url.startsWith(registration.scope)) return;
  event.respondWith(
    fetch(event.request).catch(async (error) => {
      const kept = await (await caches.open(NAME)).match(event.request, { ignoreSearch: true });
      if (kept === undefined) throw error;
      return kept;
    }),
  );
});
