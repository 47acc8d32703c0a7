// The drawer of this device (IndexedDB). Only what is sealed or locked goes in, and ids and times: never words, never a key
// that opens something. `rij`: sealed notities. `concepten`: begun words, locked. `toestel`: what to seal with.

const NAME = 'leefgebieden';
const SHELVES = { rij: 'uuid', concepten: 'plaats', toestel: 'naam' };
let connection = null;

const isWhole = database => Object.keys(SHELVES).every(shelf => database.objectStoreNames.contains(shelf));

// Whatever version it has: a newer app may have changed it, and a change that was cut off may have left a shelf out.
function open(version) {
  connection ??= new Promise((resolve, reject) => {
    const asked = indexedDB.open(NAME, version);
    asked.onupgradeneeded = () => {
      for (const [shelf, keyPath] of Object.entries(SHELVES))
        if (!asked.result.objectStoreNames.contains(shelf)) asked.result.createObjectStore(shelf, { keyPath });
    };
    asked.onsuccess = () => {
      const database = asked.result;
      if (!isWhole(database)) {
        const next = database.version + 1;
        database.close();
        connection = null;
        open(next).then(resolve, reject);
        return;
      }
      // some browsers close it by themselves; a newer version of the app may want to change it
      database.onclose = database.onversionchange = () => {
        database.close();
        connection = null;
      };
      resolve(database);
    };
    asked.onerror = asked.onblocked = () => {
      connection = null;
      reject(asked.error || new Error('de lade gaat niet open'));
    };
  });
  return connection;
}

async function use(shelf, mode, act, again = true) {
  const database = await open();
  let transaction;
  try {
    transaction = database.transaction(shelf, mode, { durability: 'strict' });
  } catch (error) {
    // closed behind our back: open it once more
    connection = null;
    if (again) return use(shelf, mode, act, false);
    throw error;
  }
  return new Promise((resolve, reject) => {
    const asked = act(transaction.objectStore(shelf));
    transaction.oncomplete = () => resolve(asked.result);
    transaction.onerror = transaction.onabort = () => {
      const error = transaction.error || new Error('niet bewaard');
      // closed while it was at work: nothing of it was kept, so it may be done once more
      if (again && (error.name === 'AbortError' || error.name === 'InvalidStateError' || error.name === 'UnknownError')) {
        connection = null;
        resolve(use(shelf, mode, act, false));
      } else reject(error);
    };
  });
}

export const readAll = shelf => use(shelf, 'readonly', store => store.getAll());
export const read = (shelf, key) => use(shelf, 'readonly', store => store.get(key));
export const keep = (shelf, thing) => use(shelf, 'readwrite', store => store.put(thing));
export const letGo = (shelf, key) => use(shelf, 'readwrite', store => store.delete(key));
