// Words that are typed and not saved yet. A form with data-concept (an address) and data-formulier (its name) is kept on the
// server every few seconds and when the page goes away. Without a network its words are locked in the drawer of this device,
// under a key that only the server keeps; this page has it in its memory. In the shell there is no such key: there they are
// sealed, like a finished notitie.

const version = new URL(import.meta.url).search;
const load = name => import(`./${name}.js${version}`);
const PAUSE = 2_000;
const SHELL_PAUSE = 400; // nothing travels there, and what goes away with its page cannot be sealed any more
const bar = document.querySelector('[data-wachtrij]');
const busy = new WeakMap(); // form -> { timer, running, last }
const ON_THE_WAY = 'onderweg'; // a cookie without content, for the seconds that words travel after their page is gone
const isOnTheWay = document.cookie.split('; ').includes(`${ON_THE_WAY}=1`);
let key = null;

async function fetchKey() {
  if (key) return key;
  try {
    const answer = await fetch(bar.dataset.conceptsleutel, { cache: 'no-store', redirect: 'manual' });
    if (answer.status !== 200) return null;
    const { sleutel, auteur } = await answer.json();
    key = { auteur, sleutel: await (await load('zegel')).readKey(sleutel) };
  } catch {
    return null;
  }
  return key;
}

const serialize = form => {
  const fields = [...new FormData(form)].filter(([name]) => name !== 'csrf_token');
  return JSON.stringify(fields.map(([name, value]) => [name, String(value)]));
};

// From the first sign on: looks whether something changed, and keeps it.
export function follow(form) {
  if (!busy.has(form)) {
    busy.set(form, { last: '', beside: isOnTheWay });
    fetchKey();
  }
  const own = busy.get(form);
  own.sent = false;
  tell(form, null);
  setWholeState(false);
  own.timer ??= setTimeout(() => keepNow(form), form.dataset.concept ? PAUSE : SHELL_PAUSE);
}

function keepNow(form) {
  const own = busy.get(form);
  clearTimeout(own.timer);
  own.timer = null;
  own.running = save(form).finally(() => {
    own.running = null;
  });
}

// What was begun on a sheet is kept at once when the sheet closes: whoever opens it elsewhere finds it there.
document.addEventListener(
  'close',
  event => {
    for (const form of event.target.querySelectorAll?.('form[data-concept]') ?? []) if (busy.get(form)?.timer) keepNow(form);
  },
  true
);

// Before a form is sent: nothing of it may arrive after it.
export async function finish(form) {
  const own = busy.get(form);
  if (!own) return;
  clearTimeout(own.timer);
  own.timer = null;
  own.sent = true;
  await own.running;
  tell(form, '');
}

async function save(form, leaving = false) {
  const own = busy.get(form);
  const now = serialize(form);
  if (now === own.last) return;
  const body = new FormData(form);
  if (own.beside) body.set('_erbij', '1');
  const kept = form.dataset.concept && (await put(form.dataset.concept, form.dataset.formulier, body, leaving));
  if (kept) {
    own.last = now;
    tell(form, kept.gehouden ? 'Concept bewaard' : '');
    if ([...form.querySelectorAll('textarea')].every(area => !area.value)) setWholeState(true);
    await forget(form);
  } else if (await keepHere(form, now)) {
    own.last = now;
    tell(form, 'Concept bewaard op dit toestel');
  } else tell(form, '');
}

// A quiet line under the words, which nobody is told of: it is there from the first letter on, so that nothing moves under
// the thumb later. null leaves what it says.
function tell(form, sentence) {
  const areas = [...form.querySelectorAll('textarea')];
  const isEmpty = areas.every(area => !area.value.trim());
  const typed = areas.find(area => area === document.activeElement);
  const line = form.querySelector('[data-conceptstand]') || document.createElement('p');
  if (!line.isConnected && (isEmpty || !(sentence || typed))) return;
  line.className = 'onder';
  line.dataset.conceptstand = '';
  const place = typed || (line.isConnected ? null : areas.find(area => area.value.trim()));
  if (place && place.nextElementSibling !== line) place.after(line);
  if (isEmpty || sentence !== null) line.textContent = isEmpty ? '' : sentence;
}

// The bar above says that all is saved only while that is so.
function setWholeState(isWhole) {
  const whole = document.querySelector('[data-bewaarstand]');
  if (whole) whole.hidden = !isWhole;
}

// saved, or thrown away: a form is empty only after its reset has been told
document.addEventListener('reset', event => {
  if (!busy.has(event.target)) return;
  setTimeout(() => tell(event.target, ''));
  setWholeState(true);
});

// Gives the words to the server, and what it says of them; false when it does not have them, null when it never will.
async function put(address, name, body, leaving = false) {
  body.set('_formulier', name);
  const send = () =>
    fetch(address, { method: 'POST', body, keepalive: leaving, redirect: 'manual', signal: AbortSignal.timeout(10_000) });
  try {
    let answer = await send();
    if (answer.status === 400) {
      // the page is older than the key of the app
      const wachtrij = await load('wachtrij');
      if ((await wachtrij.reach()) !== 'ja') return false;
      body.set('csrf_token', wachtrij.getDevice().csrf_token);
      for (const field of document.querySelectorAll('input[name=csrf_token]')) field.value = wachtrij.getDevice().csrf_token;
      answer = await send();
    }
    const isOurs = (answer.headers.get('Content-Type') || '').startsWith('application/json');
    return answer.status === 200 && isOurs ? await answer.json() : answer.status === 403 || answer.status === 404 ? null : false;
  } catch {
    return false;
  }
}

const placeOf = async (auteur, form) =>
  (await load('zegel')).computeSha256(new TextEncoder().encode(`${auteur}|${form.dataset.concept}|${form.dataset.formulier}`));

// Locks the words in the drawer. False when that cannot be.
async function keepHere(form, fields) {
  const own = busy.get(form);
  if (form.hasAttribute('data-verzegel-altijd')) return (await (await load('wachtrij')).sealForm(form, { begun: true })) === '';
  if (!key) return false;
  const [drawer, zegel] = await Promise.all([load('lade'), load('zegel')]);
  const plaats = await placeOf(key.auteur, form);
  const content = { adres: form.dataset.concept, formulier: form.dataset.formulier, velden: JSON.parse(fields) };
  own.uuid ??= crypto.randomUUID();
  const blob = await zegel.lock(key.sleutel, plaats, content);
  await drawer.keep('concepten', { plaats, uuid: own.uuid, auteur: key.auteur, gemaakt_op: new Date().toISOString(), blob });
  await (await load('wachtrij')).noteCookie();
  return true;
}

// The words are somewhere else now: sealed, or on the server.
export async function forget(form) {
  if (!key || !form.dataset.concept) return;
  const wasHere = await drop(await load('lade'), await placeOf(key.auteur, form));
  if (wasHere) (await load('wachtrij')).send();
}

// Lets go of begun words, and remembers that they did not vanish: the server is told so (wachtrij.js).
async function drop(drawer, plaats) {
  const draft = await drawer.read('concepten', plaats);
  if (!draft) return false;
  const known = (await drawer.read('toestel', 'klaar'))?.uuids || [];
  await drawer.keep('toestel', { naam: 'klaar', uuids: [...known, draft.uuid].slice(-200) });
  await drawer.letGo('concepten', plaats);
  await (await load('wachtrij')).noteCookie(draft.uuid);
  return true;
}

// What waited here goes to the server, beside what waits there; a page that shows its form shows the words.
export async function bringBack() {
  const drawer = await load('lade');
  const wachtrij = await load('wachtrij');
  const waiting = await drawer.readAll('concepten');
  if (!waiting.length || !(await fetchKey())) return;
  let here = false;
  for (const draft of waiting.filter(one => one.auteur === key.auteur)) {
    let content;
    try {
      content = await (await load('zegel')).unlock(key.sleutel, draft.plaats, draft.blob);
    } catch {
      continue; // of before this device was wiped: nobody can read it
    }
    const done = await put(content.adres, content.formulier, await makeBody(content, wachtrij));
    if (done === false) return;
    if (done === null && !(await setApart(content, draft, wachtrij))) continue;
    await drop(drawer, draft.plaats);
    here ||= isHere(content);
  }
  await wachtrij.send(); // that they did not vanish
  if (here) location.reload();
}

async function makeBody(content, wachtrij) {
  const body = new FormData();
  for (const [name, value] of content.velden) body.append(name, value);
  body.set('csrf_token', wachtrij.getDevice().csrf_token);
  body.set('_erbij', '1');
  return body;
}

// The person is gone, or no longer this worker's: the words go the way of a sealed notitie, which is kept for its author.
async function setApart(content, draft, wachtrij) {
  const tekst = content.velden.filter(([name]) => name === 'tekst').map(([, value]) => value).join('\n').trim();
  const person = /\/mensen\/([0-9a-f-]{36})\//.exec(content.adres);
  if (!tekst) return true;
  const wrong = await wachtrij.sealContent({ tekst }, draft.uuid, person ? person[1] : null);
  if (!wrong) wachtrij.send();
  return !wrong;
}

const isHere = content =>
  [...document.querySelectorAll('form[data-concept]')].some(
    form => form.dataset.concept === content.adres && form.dataset.formulier === content.formulier && !busy.has(form)
  );

function leave() {
  for (const form of document.querySelectorAll('form[data-concept]')) {
    const own = busy.get(form);
    if (!own || own.sent || serialize(form) === own.last) continue;
    document.cookie = `${ON_THE_WAY}=1; path=/; max-age=5; SameSite=Strict`;
    save(form, true);
  }
}

// Who comes back within a blink is faster than his own words: the page waits a moment and asks for them again. What he types
// meanwhile goes beside them, not over them.
async function waitForWords() {
  document.cookie = `${ON_THE_WAY}=; path=/; max-age=0; SameSite=Strict`;
  await new Promise(done => setTimeout(done, 900));
  // also in the shell, where no words come back: what is typed there must not go with the page
  const forms = [...document.querySelectorAll('form[data-concept], form[data-verzegel-altijd]')];
  if (!forms.some(form => busy.has(form)) && !document.querySelector('dialog[open]')) location.reload();
}
if (isOnTheWay) waitForWords();

addEventListener('pagehide', leave);
document.addEventListener('visibilitychange', () => {
  if (document.visibilityState === 'hidden') leave();
});
