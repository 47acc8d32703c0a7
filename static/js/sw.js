// The service worker. `SCHIL` stands before this when it is served (web/zonder_internet.py): what it may keep, and whether.
// It keeps the shell only, which is the same for everybody; an answer about a person is never kept.

const SHELL = `schil-${SCHIL.versie}`;
const PATIENCE = 10_000; // with no answer after that one can write at least: a browser by itself stays white for minutes

self.addEventListener('install', event => {
  // What a page sends while it goes away may not wait for this worker: the browser drops it with the page. So what is sent
  // goes past it, where a browser can be told so.
  event.addRoutes?.({ condition: { requestMethod: 'POST' }, source: 'network' });
  event.waitUntil(SCHIL.aan ? fillShell() : Promise.resolve());
  self.skipWaiting();
});

async function fillShell() {
  const shell = await caches.open(SHELL);
  // without cookies: what comes is what a stranger gets
  const strange = path => new Request(path, { credentials: 'omit', cache: 'reload' });
  await shell.addAll([...SCHIL.paginas, ...SCHIL.bestanden].map(strange));
}

self.addEventListener('activate', event => event.waitUntil(cleanUp()));

async function cleanUp() {
  for (const name of await caches.keys()) if (name !== SHELL || !SCHIL.aan) await caches.delete(name);
  if (!SCHIL.aan) return self.registration.unregister();
  // a page is asked for while this worker still wakes up
  await self.registration.navigationPreload?.enable();
  await self.clients.claim();
}

self.addEventListener('fetch', event => {
  const { request } = event;
  const address = new URL(request.url);
  if (!SCHIL.aan || request.method !== 'GET' || address.origin !== self.location.origin) return;
  if (SCHIL.bestanden.includes(address.pathname + address.search)) event.respondWith(fetchFile(request));
  else if (request.mode === 'navigate') event.respondWith(fetchPage(event, address));
});

const fetchFile = async request => (await caches.match(request, { cacheName: SHELL })) || fetch(request);

async function fetchPage({ request, preloadResponse }, address) {
  const page = askPage(request, preloadResponse);
  const tooLong = new Promise(done => setTimeout(done, PATIENCE));
  const answer = await Promise.race([page.catch(() => null), tooLong]);
  return answer || (await caches.match(findShell(address.pathname), { cacheName: SHELL })) || page;
}

async function askPage(request, preloadResponse) {
  // what was asked for already is of before the signing out
  const isSignedOut = await signOutIfAsked();
  return (!isSignedOut && (await preloadResponse)) || fetch(request);
}

// The page of the shell that does most of what was asked for.
function findShell(path) {
  if (SCHIL.paginas.includes(path)) return path;
  const [nowhere, note, cheat, ...lists] = SCHIL.paginas;
  if (/\/notities\/nieuw$|^\/losse-notities\/nieuw$|\/vragen\/\w+\/[^/]+\/[^/]+$/.test(path)) return note;
  if (path.endsWith('/spiekbrief')) return cheat;
  return lists.find(list => path.endsWith(list.slice(list.lastIndexOf('/vragen/')))) || nowhere;
}

// Somebody signed out while the server could not be reached: that is done first, before anything is shown. Gives whether it was.
async function signOutIfAsked() {
  if (!(await usePlace('readonly', store => store.get('afmelden')))) return false;
  const answer = await fetch('/toestel/sleutel', { cache: 'no-store' });
  if (answer.status === 200) {
    const { csrf_token } = await answer.json();
    const body = new URLSearchParams({ csrf_token });
    const done = await fetch('/afmelden', { method: 'POST', body, redirect: 'manual' });
    if (done.type !== 'opaqueredirect') throw new Error('nog niet afgemeld');
  } else if (answer.status !== 401) throw new Error('nog niet afgemeld');
  await usePlace('readwrite', store => store.delete('afmelden'));
  return true;
}

function usePlace(mode, act) {
  return new Promise(resolve => {
    const asked = indexedDB.open('leefgebieden');
    asked.onupgradeneeded = () => asked.transaction.abort(); // no drawer yet: then nobody asked either
    asked.onerror = asked.onblocked = () => resolve(undefined);
    asked.onsuccess = () => {
      const database = asked.result;
      if (!database.objectStoreNames.contains('toestel')) {
        database.close();
        resolve(undefined);
        return;
      }
      const transaction = database.transaction('toestel', mode);
      const found = act(transaction.objectStore('toestel'));
      transaction.oncomplete = () => {
        database.close();
        resolve(found.result);
      };
      transaction.onabort = () => {
        database.close();
        resolve(undefined);
      };
    };
  });
}
