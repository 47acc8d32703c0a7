// Writing without a network. A form with data-verzegel (the id of the person, or empty) is sealed when the server cannot be
// reached, and waits in the drawer of this device. It is sent on return, on a timer, on sight and on a tap, and let go only for
// the receipt of the server: exactly 201, with this id, this hash and this epoch.
//
// The bar [data-wachtrij] of every page says how many wait. data-verzegel-altijd: a form that is always sealed (the one in the
// shell, which knows of no session). Without a secure context nothing of this works, and the bar says why.

const bar = document.querySelector('[data-wachtrij]');
const version = new URL(import.meta.url).search;
const load = name => import(`./${name}.js${version}`);
const isSafe = window.isSecureContext && Boolean(window.crypto?.subtle) && 'indexedDB' in window;

const MINUTE = 60_000;
const DAY = 24 * 60 * MINUTE;
const KEEP_DAYS = 14; // sealed copies of what arrived stay so long: a server that is put back asks for them again
const WARN_DAYS = 3;
const CLOCK_OFF = 5 * MINUTE;
const TRIES = 3;
const MOST = 50_000;
const PATIENCE = 15_000;
const ASK_PATIENCE = 5_000;

const COOKIE = 'wachtend';
const COOKIE_MOST = 20;

let missed = isSafe && bar ? readCookie() : []; // what waited when this page was opened, until the server knows what is gone
const settled = new Set(); // what this page let go of because it arrived
let state = 'onbekend'; // ja, niet-aangemeld, gestopt, geen-verbinding
let device = null; // what the server said last, in this page
let notes = {}; // sentences that stay for as long as this page is open
let sending = null; // the last round

// --- asking the server

async function ask(address, options = {}, patience = PATIENCE) {
  const settings = { redirect: 'manual', cache: 'no-store', signal: AbortSignal.timeout(patience), ...options };
  try {
    const answer = await fetch(address, settings);
    const isJson = (answer.headers.get('Content-Type') || '').startsWith('application/json');
    return { status: answer.status, body: isJson ? await answer.json() : null };
  } catch {
    return { status: 0, body: null };
  }
}

export const post = (address, body, token = device.csrf_token) =>
  ask(address, {
    method: 'POST',
    headers: { 'Content-Type': 'application/json', 'X-CSRFToken': token },
    body: JSON.stringify(body),
  });

// Whether the server can be reached, and who is signed in. A portal that answers 200 with a page is no server of ours.
export async function reach(patience = ASK_PATIENCE) {
  const { status, body } = await ask(bar.dataset.toestel, {}, patience);
  if (status === 200 && body?.auteur && body.csrf_token && body.server_epoch) {
    state = 'ja';
    device = body;
    await remember(body);
  } else state = status === 401 && body ? 'niet-aangemeld' : 'geen-verbinding';
  return state;
}

export const getDevice = () => device;

async function remember(body) {
  if (!isSafe) return;
  const skew = Date.now() - Date.parse(body.nu);
  notes.klok = Math.abs(skew) > CLOCK_OFF ? `De klok van dit apparaat wijkt ${writeSkew(skew)} af.` : '';
  const { naam: _, csrf_token: __, nu: ___, aandacht: ____, gemeld: _____, ...known } = body;
  try {
    const { keep } = await load('lade');
    await keep('toestel', { ...known, naam: 'sleutel', gevraagd_op: Date.now() });
  } catch {
    notes.lade = 'Schrijven zonder internet is op dit apparaat niet betrouwbaar.';
  }
}

function writeSkew(skew) {
  const minutes = Math.round(Math.abs(skew) / MINUTE);
  if (minutes < 90) return `${minutes} minuten`;
  if (minutes < 48 * 60) return `${Math.round(minutes / 60)} uur`;
  return `${Math.round(minutes / 60 / 24)} dagen`;
}

// --- sealing

const valuesOf = (form, name) => new FormData(form).getAll(name).map(String);

function read(form) {
  const first = name => valuesOf(form, name)[0] || '';
  const content = { tekst: first('tekst').trim() };
  for (const name of ['van_wie', 'wanneer', 'wat', 'plaatsen']) if (valuesOf(form, name).length) content[name] = valuesOf(form, name);
  for (const name of ['afgeschermd', 'over_ander']) if (first(name)) content[name] = true;
  if (first('vraag')) content.vraag = first('vraag');
  if (first('toen_van')) readToen(first, content);
  if (first('schaal_cijfer')) {
    content.schaal = { cijfer: Number(first('schaal_cijfer')), van_wie: first('schaal_wie') };
    for (const name of ['waarover', 'niet_lager', 'stap_hoger']) content.schaal[name] = first(`schaal_${name}`).trim();
  }
  return content;
}

// A device keeps what was typed; the server reads a year, a month or a day in it. What it cannot read stays with the words.
function readToen(first, content) {
  const part = text => {
    const found = /^(?:(?:(\d{1,2})[-. /])?(\d{1,2})[-. /])?(\d{4})$/.exec(text.trim());
    return found ? [found[3], found[2], found[1]].filter(Boolean).map((one, at) => (at ? one.padStart(2, '0') : one)).join('-') : '';
  };
  const [van, tot] = [part(first('toen_van')), part(first('toen_tot'))];
  if (!van || (first('toen_tot') && !tot)) {
    content.tekst += `\n\nWanneer: ${[first('toen_van'), first('toen_tot')].filter(Boolean).join(' tot ')}`;
    return;
  }
  content.toen = { van, ...(tot ? { tot } : {}) };
  if (!tot && first('toen_loopt')) content.toen.loopt = true;
  if (first('toen_ongeveer')) content.toen.ongeveer = true;
  if (first('toen_woord')) content.toen.woord = first('toen_woord').trim();
}

// About whom: what the form says; in the shell, which is the same for everybody, the address says it.
function personOf(form) {
  const address = /^\/mensen\/([0-9a-f-]{36})\//.exec(location.pathname);
  return form.dataset.verzegel || (form.hasAttribute('data-verzegel-altijd') && address ? address[1] : null);
}

function idOf(form) {
  const field = form.elements.namedItem('id');
  if (!/^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/.test(field.value)) field.value = crypto.randomUUID();
  return field.value;
}

// Seals the words of a form and puts them in the drawer. Gives what is wrong in plain words, or nothing when it waits there.
// begun: not finished yet; then they go to the form in which they were begun.
export async function sealForm(form, { begun = false } = {}) {
  const content = read(form);
  if (!content.tekst) return begun ? '' : 'Schrijf eerst iets op. Eén woord is genoeg.';
  if (content.tekst.length > MOST) return `Dit is te lang: ${content.tekst.length} tekens, er passen er ${MOST}. Je tekst is niet weg.`;
  if (content.schaal && !content.schaal.van_wie) {
    if (!begun) return 'Kies ook wie dit cijfer zegt. De app vult dat niet voor je in.';
    delete content.schaal;
  }
  if (begun) content.concept = true;
  return sealContent(content, idOf(form), personOf(form), begun);
}

export async function sealContent(content, uuid, person, begun = false) {
  if (!isSafe) return WHY_NOT;
  try {
    const [drawer, zegel] = await Promise.all([load('lade'), load('zegel')]);
    const known = device || (await drawer.read('toestel', 'sleutel'));
    if (!known) return 'Op dit toestel was nog niemand ingelogd. Schrijven zonder internet kan pas daarna. Je tekst staat er nog.';
    if (known.offline === false) return 'Schrijven zonder internet staat bij jullie uit. Je tekst staat er nog, op dit scherm.';
    const item = { uuid, auteur: known.auteur, sleutel_id: known.sleutel_id, casus_id: person || null, gemaakt_op: new Date().toISOString() };
    const blob = await zegel.seal(known.sleutel, item, content);
    await drawer.keep('rij', { ...item, blob, sha256: await zegel.computeSha256(blob), staat: begun ? 'begonnen' : 'wacht', keren: 0 });
    await noteCookie();
  } catch {
    return 'Bewaren op dit toestel lukt niet. Je tekst staat nog op dit scherm. Laat deze pagina open.';
  }
  return '';
}

const WHY_NOT = 'Schrijven zonder internet kan op dit adres niet: de verbinding is niet beveiligd. Open de app met https.';

// --- sending

export function send({ byHand = false } = {}) {
  if (!isSafe || !bar) return Promise.resolve();
  // one after the other, in this page and in others: what is asked meanwhile is looked at once more afterwards
  const now = () => sendNow(byHand).catch(() => {}).then(show);
  const turn = () => (navigator.locks ? navigator.locks.request('leefgebieden-verzenden', now) : now());
  sending = (sending || Promise.resolve()).then(turn);
  return sending;
}

async function sendNow(byHand) {
  const drawer = await load('lade');
  if ((await reach(PATIENCE)) === 'niet-aangemeld') return bringAsStopped(drawer, byHand);
  if (state !== 'ja') return;
  await offerAgain(drawer);
  const all = await drawer.readAll('rij');
  const mine = all.filter(item => item.auteur === device.auteur);
  const others = all.filter(item => item.auteur !== device.auteur && isWaiting(item));
  const stopped = await tellStand(drawer, mine, others);
  await bringLate(drawer, others.filter(item => stopped.includes(item.auteur)), bar.dataset.verzegeld, device, byHand);
  let sent = 0;
  for (const item of mine.filter(one => mustGo(one, byHand))) {
    const staat = await bring(drawer, item);
    if (!staat) break;
    if (staat === 'bewaard') sent += 1;
  }
  if (sent) (await load('verzonden')).tell(count(sent));
  const over = item => item.staat === 'bewaard' && Date.now() - Date.parse(item.bewaard_op) > KEEP_DAYS * DAY;
  for (const item of all.filter(over)) {
    settled.add(item.uuid);
    await drawer.letGo('rij', item.uuid);
  }
}

const isWaiting = item => item.staat === 'wacht' || item.staat === 'begonnen';
const mustGo = (item, byHand) =>
  (isWaiting(item) && (byHand || Date.now() >= (item.niet_voor || 0))) ||
  (item.staat === 'aandacht' && byHand);

// Who works here no longer cannot sign in. The device where he still was when that happened may bring what it holds, and so may
// a device that a colleague signs in on: what is sealed there goes to the team.
async function bringAsStopped(drawer, byHand) {
  const mine = (await drawer.readAll('rij')).filter(isWaiting);
  if (!mine.length) return;
  const address = `${bar.dataset.verzegeld}/achtergebleven`;
  const { body } = await ask(address);
  if (!body?.auteur) return;
  state = 'gestopt';
  const sent = await bringLate(drawer, mine.filter(item => item.auteur === body.auteur), address, body, byHand);
  if (sent) notes.gestopt = `Je werkt hier niet meer. ${count(sent)} van dit toestel ${sent === 1 ? 'is' : 'zijn'} naar je team.`;
}

async function bringLate(drawer, items, address, server, byHand) {
  let sent = 0;
  for (const item of items.filter(one => mustGo(one, byHand))) {
    const { status, body } = await post(address, await pack(item), server.csrf_token);
    if (status === 0) break;
    if (status === 201 && isReceipt(body, item, server)) {
      settled.add(item.uuid);
      await drawer.keep('rij', { ...item, staat: 'bewaard', epoch: body.server_epoch, bewaard_op: body.saved_at });
      sent += 1;
    } else if (status < 400) break;
    else await tryLater(drawer, item);
  }
  return sent;
}

// The server was put back to an earlier day: what it gave a receipt for since then may be gone there, and is offered again.
async function offerAgain(drawer) {
  const before = (await drawer.readAll('rij')).filter(
    item => item.auteur === device.auteur && item.epoch && item.epoch !== device.server_epoch
  );
  for (const item of before) await drawer.keep('rij', { ...item, staat: 'wacht', epoch: '', keren: 0, niet_voor: 0 });
  if (before.length) notes.hersteld = `De server is hersteld. ${count(before.length)} opnieuw aangeboden.`;
}

// Ids and times only, so that the server misses what vanishes from this device. What the cookie still names and the drawer no
// longer has is told first as being there, and then as gone.
// Gives which authors of `others` work here no longer.
async function tellStand(drawer, mine, others) {
  const drafts = (await drawer.readAll('concepten')).filter(item => item.auteur === device.auteur);
  const done = (await drawer.read('toestel', 'klaar'))?.uuids || [];
  const waiting = [...mine.filter(item => item.staat !== 'bewaard'), ...drafts];
  const here = waiting.map(({ uuid, gemaakt_op }) => ({ uuid, gemaakt_op }));
  const isGone = one => ![...mine, ...drafts].some(item => item.uuid === one.uuid) && !done.includes(one.uuid);
  const gone = missed.filter(one => device.auteur.startsWith(one.auteur) && isGone(one));
  const known = gone.map(({ uuid, gemaakt_op }) => ({ uuid, gemaakt_op }));
  if (known.length && (await post(bar.dataset.stand, { items: [...here, ...known] })).status !== 200) return [];
  if (!here.length && !known.length && !device.gemeld && !done.length && !others.length) return [];
  const anderen = [...new Set(others.map(item => item.auteur))];
  const { status, body } = await post(bar.dataset.stand, { items: here, klaar: done, anderen });
  if (status !== 200 || !body) return [];
  const since = (await drawer.read('toestel', 'klaar'))?.uuids || [];
  if (done.length) await drawer.keep('toestel', { naam: 'klaar', uuids: since.filter(uuid => !done.includes(uuid)) });
  device.aandacht = body.aandacht;
  missed = missed.filter(one => !device.auteur.startsWith(one.auteur));
  return body.gestopt || [];
}

// --- what waits, once more: ids and times in a cookie, for a browser may throw a whole drawer away

function readCookie() {
  const found = document.cookie.split('; ').find(one => one.startsWith(`${COOKIE}=`));
  const items = found ? found.slice(COOKIE.length + 1).split('.').filter(Boolean) : [];
  return items.map(item => {
    const [auteur, uuid, seconds] = item.split('~');
    return { auteur, uuid, gemaakt_op: new Date(Number(seconds) * 1000 || 0).toISOString() };
  });
}

function writeCookie(items) {
  const here = new Set(items.map(item => item.uuid));
  // thrown away while this page was open: the cookie still names it
  const known = new Set(missed.map(one => one.uuid));
  missed.push(...readCookie().filter(one => !here.has(one.uuid) && !known.has(one.uuid) && !settled.has(one.uuid)));
  const waiting = [...items.filter(item => item.staat !== 'bewaard'), ...missed.filter(one => !here.has(one.uuid))];
  const list = waiting
    .slice(0, COOKIE_MOST)
    .map(item => [item.auteur.slice(0, 8), item.uuid, Math.floor(Date.parse(item.gemaakt_op) / 1000)].join('~'));
  const age = list.length ? (60 * DAY) / 1000 : 0;
  const secure = location.protocol === 'https:' ? '; Secure' : '';
  document.cookie = `${COOKIE}=${list.join('.')}; path=/; max-age=${age}; SameSite=Strict${secure}`;
}

// `arrived`: begun words that are somewhere else now.
export async function noteCookie(arrived = '') {
  if (arrived) settled.add(arrived);
  missed = missed.filter(one => one.uuid !== arrived);
  const drawer = await load('lade');
  writeCookie([...(await drawer.readAll('rij')), ...(await drawer.readAll('concepten'))]);
}

// Brings one. Gives what became of it, or nothing when it makes no sense to go on with the others now.
async function bring(drawer, item) {
  const { status, body } = await post(bar.dataset.verzegeld, await pack(item));
  if (status === 401) state = 'niet-aangemeld';
  if (status === 401 || status === 0) return '';
  const isReceived = isReceipt(body, item, device);
  if (status === 201 && isReceived) {
    settled.add(item.uuid);
    if (item.staat === 'begonnen') await drawer.letGo('rij', item.uuid);
    else await drawer.keep('rij', { ...item, staat: 'bewaard', epoch: body.server_epoch, bewaard_op: body.saved_at });
    if (body.soort !== 'bewaard' && body.soort !== 'concept') notes.apart = true;
    return body.soort;
  }
  if ((status === 409 || status === 422) && isReceived) {
    // the server has it, and shows it to its author; here it stays as well, for it is not where it should be
    await drawer.keep('rij', { ...item, staat: 'aandacht', epoch: body.server_epoch });
    notes.apart = true;
    return 'apart';
  }
  if (status < 400) {
    // a portal, or something else that is not ours
    state = 'geen-verbinding';
    return '';
  }
  await tryLater(drawer, item);
  return 'later';
}

async function pack(item) {
  const { staat, keren, niet_voor, epoch, bewaard_op, sha256, blob, ...head } = item;
  const { toBase64 } = await load('zegel');
  return { ...head, verstuurd_op: new Date().toISOString(), blob: toBase64(blob) };
}

const isReceipt = (body, item, server) =>
  body?.uuid === item.uuid && body.sha256 === item.sha256 && body.server_epoch === server.server_epoch && Boolean(body.saved_at);

// This one does not go now; the others may.
async function tryLater(drawer, item) {
  const keren = item.keren + 1;
  await drawer.keep('rij', { ...item, keren, niet_voor: Date.now() + Math.min(2 ** keren, 60) * MINUTE });
}

// --- what the bar says

const count = number => (number === 1 ? '1 notitie' : `${number} notities`);

async function show() {
  if (!bar) return;
  const lines = isSafe ? await writeLines() : [WHY_NOT];
  const text = bar.querySelector('[data-wachtrij-tekst]');
  const said = lines.join(' ');
  if (text.textContent !== said) text.textContent = said;
  bar.querySelector('[data-wachtrij-aandacht]').hidden = !(notes.apart || device?.aandacht);
  bar.hidden = !said && bar.querySelector('[data-wachtrij-aandacht]').hidden;
}

const whole = document.querySelector('[data-bewaarstand]');
const wholeSays = whole ? [...whole.childNodes] : [];

// Above, where a page of a person says that all is saved.
function showState(number) {
  whole?.replaceChildren(...(number ? [`${number} nog niet verzonden`] : wholeSays));
}

async function writeLines() {
  let items, drafts, known;
  try {
    const drawer = await load('lade');
    items = await drawer.readAll('rij');
    drafts = await drawer.readAll('concepten');
    known = device || (await drawer.read('toestel', 'sleutel'));
  } catch {
    return ['Schrijven zonder internet is op dit apparaat niet betrouwbaar.'];
  }
  writeCookie([...items, ...drafts]);
  const isMine = item => item.auteur === known?.auteur;
  const waiting = items.filter(item => isMine(item) && item.staat === 'wacht');
  showState([...items.filter(isWaiting), ...drafts].filter(isMine).length);
  const stuck = waiting.filter(item => item.keren >= TRIES).length;
  const others = [...items.filter(isWaiting), ...drafts].filter(item => !isMine(item)).length;
  bar.querySelector('[data-wachtrij-verstuur]').hidden = !waiting.length;
  // on the icon of the app, where it was put on the home screen: seen without opening it
  navigator.setAppBadge?.(waiting.length).catch(() => {});
  const lines = [];
  if (waiting.length) {
    lines.push(`${count(waiting.length)} nog niet verzonden.`);
    if (state === 'niet-aangemeld') lines.push('Log in om te versturen.');
    if (state === 'geen-verbinding') lines.push('Geen verbinding met leefgebieden.');
    const oldest = Math.min(...waiting.map(item => Date.parse(item.gemaakt_op)));
    const days = Math.floor((Date.now() - oldest) / DAY);
    if (days >= WARN_DAYS) lines.push(`Al ${days} dagen. Zoek internet en log in.`);
  }
  if (stuck) lines.push(`Bij ${stuck} lukte het versturen al vaker niet. Vraag wie de app beheert.`);
  if (others) lines.push(`${others} ${others === 1 ? 'concept van een collega wacht' : 'concepten van een collega wachten'}.`);
  return [...lines, notes.gestopt, notes.hersteld, notes.klok, notes.lade].filter(Boolean);
}

// --- the forms of the page

function tell(form, sentence) {
  let place = form.querySelector('[data-verzegel-melding]');
  if (!place) {
    place = document.createElement('p');
    place.className = 'utrecht-form-field-error-message';
    place.setAttribute('role', 'alert');
    place.dataset.verzegelMelding = '';
    form.prepend(place);
  }
  place.textContent = sentence;
}

// The words stay to be seen in the page where they were typed, from its memory.
function showSealed(form) {
  const list = document.querySelector('[data-verzegeld-lijst]') || form.before(makeList()) || document.querySelector('[data-verzegeld-lijst]');
  const row = document.createElement('li');
  row.className = 'notitie';
  const words = document.createElement('p');
  words.className = 'woorden';
  words.dataset.eigenWoorden = '';
  words.textContent = read(form).tekst;
  const label = document.createElement('p');
  label.className = 'onder';
  label.setAttribute('role', 'status');
  label.textContent = 'Op slot op dit toestel. Hij wordt verstuurd zodra het kan.';
  row.append(words, label);
  list.prepend(row);
}

function makeList() {
  const list = document.createElement('ul');
  list.className = 'notities';
  list.dataset.verzegeldLijst = '';
  return list;
}

function empty(form) {
  form.reset();
  for (const field of form.elements) {
    if (field.type === 'checkbox' || field.type === 'radio') field.checked = false;
    else if (field.tagName === 'TEXTAREA') field.value = '';
  }
  form.elements.namedItem('id').value = crypto.randomUUID();
  form.querySelector('textarea')?.focus();
}

// Seals a form that could not be sent, and shows so. True when its words wait in the drawer.
export async function sealAndShow(form) {
  const wrong = await sealForm(form);
  tell(form, wrong);
  if (wrong) return false;
  showSealed(form);
  await (await load('concept')).forget(form);
  empty(form);
  await navigator.storage?.persist?.();
  await show();
  send();
  return true;
}

async function submit(form, button) {
  await (await load('concept')).finish(form);
  if (!form.hasAttribute('data-verzegel-altijd')) {
    const reached = navigator.onLine ? await reach() : (state = 'geen-verbinding');
    // signed out or locked: sealed words need not travel through the sign-in, where a browser writes them down
    const isSealed = reached === 'niet-aangemeld' && form.hasAttribute('data-verzegel') && !(await sealForm(form));
    if (isSealed) {
      await (await load('concept')).forget(form);
      return location.reload();
    }
    if (reached !== 'geen-verbinding') {
      form.dataset.bereikt = '';
      form.requestSubmit(button);
      return;
    }
  }
  if (form.hasAttribute('data-verzegel')) await sealAndShow(form);
  else tell(form, 'Geen verbinding met leefgebieden. Dit is nog niet bewaard. Je tekst staat er nog: laat deze pagina open en probeer het zo weer.');
  await show();
}

document.addEventListener('submit', async event => {
  const form = event.target;
  if (event.defaultPrevented || !form.matches('form[data-verzegel], form[data-concept]')) return;
  if ('bereikt' in form.dataset) {
    delete form.dataset.bereikt;
    return;
  }
  event.preventDefault();
  if ('bezig' in form.dataset) return;
  form.dataset.bezig = '';
  await submit(form, event.submitter);
  delete form.dataset.bezig;
});

// --- signing out and wiping

document.addEventListener('submit', async event => {
  const form = event.target;
  if (event.defaultPrevented || 'bereikt' in form.dataset || !isSafe) return;
  const action = new URL(form.action).pathname;
  if (action === '/afmelden') {
    event.preventDefault();
    if (navigator.onLine && (await reach()) !== 'geen-verbinding') {
      form.dataset.bereikt = '';
      form.requestSubmit();
      return;
    }
    // nothing readable stays on the screen; the service worker signs out as soon as there is a network
    document.body.replaceChildren();
    const { keep } = await load('lade');
    await keep('toestel', { naam: 'afmelden' });
    location.replace('/geen-internet');
  } else if (action === '/instellingen/wis') {
    event.preventDefault();
    const { readAll } = await load('lade');
    const lost = [...(await readAll('rij')).filter(item => item.staat !== 'bewaard'), ...(await readAll('concepten'))].length;
    if (lost) tell(form, `Op dit toestel ${lost === 1 ? 'staat' : 'staan'} nog ${count(lost)} die niet verzonden ${lost === 1 ? 'is' : 'zijn'}. Wis je nu, dan ${lost === 1 ? 'is die' : 'zijn die'} voorgoed weg. Tik nog een keer om toch te wissen.`);
    form.dataset.bereikt = '';
    if (!lost) form.requestSubmit();
  }
});

// --- when

async function begin() {
  if (!bar) return;
  bar.querySelector('[data-wachtrij-verstuur]').addEventListener('click', () => send({ byHand: true }));
  if (!isSafe) return show();
  if ('serviceWorker' in navigator) {
    if (bar.dataset.werker) navigator.serviceWorker.register(bar.dataset.werker).catch(() => {});
    else for (const one of await navigator.serviceWorker.getRegistrations()) one.unregister();
  }
  const drawer = await load('lade').catch(() => null);
  const readAll = shelf => (drawer ? drawer.readAll(shelf).catch(() => []) : []);
  const waits = async () => (await readAll('rij')).some(isWaiting);
  const drafts = (await readAll('concepten')).length;
  const known = await drawer?.read('toestel', 'sleutel').catch(() => null);
  const isFresh = known && known.auteur === bar.dataset.aangemeld && Math.abs(Date.now() - known.gevraagd_op) < MINUTE;
  await show();
  if (('aangemeld' in bar.dataset && !isFresh) || drafts || (await waits())) await send();
  if (drafts && state === 'ja') (await load('concept')).bringBack();
  if (document.querySelector('form[data-concept]')) load('concept');
  addEventListener('online', () => send());
  document.addEventListener('visibilitychange', async () => {
    if (document.visibilityState === 'visible' && (await waits())) send();
  });
  setInterval(async () => {
    if (await waits()) send();
  }, MINUTE);
}

document.addEventListener('input', async event => {
  const form = event.target.closest?.('form[data-concept], form[data-verzegel-altijd]');
  if (form) (await load('concept')).follow(form);
});

begin();
