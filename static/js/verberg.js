// Hides the screen. A link with data-verberg, Shift three times within five seconds, or nothing touched for the minutes of
// <body data-verberg-na>: the cover lies over everything in the same moment, then the words that were being typed go to the
// server, then the server locks. Only the server can lock: without a network the screen is covered, and says so.
//
// A page that is not looked at (another tab, the overview of apps) is covered too, and uncovered when one comes back.

const cover = document.querySelector('dialog[data-dek]') || (await ready());
const state = cover.querySelector('[data-dek-stand]');
const again = cover.querySelector('[data-dek-verder]');
const write = cover.querySelector('[data-dek-notitie]'); // not there where writing without a network is switched off
const minutes = Number(document.body.dataset.verbergNa);
const title = document.title;
let locking = false;
let covered = false; // for as long as nobody has signed in again
let touched = Date.now();
const version = new URL(import.meta.url).search;

function ready() {
  return new Promise(resolve =>
    document.addEventListener('DOMContentLoaded', () => resolve(document.querySelector('dialog[data-dek]')))
  );
}

// --- covering: at once, without asking anybody

function lay() {
  if (!cover.open) cover.showModal();
  document.title = 'Notities';
}

function lift() {
  if (covered) return;
  cover.close();
  document.title = title;
}

cover.addEventListener('cancel', event => event.preventDefault());
cover.addEventListener('close', () => covered && lay());
document.addEventListener('keydown', event => event.key === 'Escape' && cover.open && event.preventDefault());

// --- locking

async function hide() {
  covered = true;
  lay();
  if (locking) return;
  locking = true;
  again.hidden = true;
  if (write) write.hidden = true;
  state.textContent = 'Je scherm gaat op slot.';
  if (await lock()) location.replace(cover.dataset.verborgen);
  else {
    locking = false;
    again.hidden = false;
    if (write) write.hidden = false;
    state.textContent =
      'Geen internet. Je scherm is afgedekt en nog niet op slot. Houd je toestel bij je. Wat je typte staat er nog. Zodra er internet is, gaat het op slot.';
    again.focus();
  }
}

// True when the server has the words, and locked. Its answer leads away; anything else is no answer of ours.
async function lock() {
  const body = new FormData();
  try {
    for (const form of findTyped()) {
      const isKept = form.dataset.concept ? await keep(form) : true;
      if (isKept) body.set('_getypt', '1'); // the hidden page says so
      if (!form.dataset.concept) for (const [name, value] of new FormData(form)) body.append(name, value);
      if (!form.dataset.concept) body.set('_pad', new URL(form.action).pathname);
      if (body.has('_pad')) break;
    }
    body.set('csrf_token', readToken());
    const answer = await post(cover.dataset.verbergNaar, body);
    if (answer.type === 'opaqueredirect') return true;
    // signed out meanwhile: then the form itself goes, and its words go along through the sign-in
    if (answer.status === 401) (findTyped()[0] || document.querySelector('form[action$="/afmelden"]')).submit();
  } catch {
    // no network
  }
  return false;
}

const post = (address, body) =>
  fetch(address, { method: 'POST', body, redirect: 'manual', keepalive: true, signal: AbortSignal.timeout(10_000) });

// A form that is kept while one types is kept once more, under its own name; after that nothing of it may arrive. True when it was.
async function keep(form) {
  const body = new FormData(form);
  body.set('_formulier', form.dataset.formulier);
  const answer = await post(form.dataset.concept, body);
  if (answer.status !== 200) return false;
  const { gehouden } = await answer.json();
  await (await import(`./concept.js${version}`)).finish(form);
  return gehouden;
}

const readToken = () => document.querySelector('input[name=csrf_token]')?.value || cover.dataset.token;

// The forms in which something was typed or chosen: the sheet that lies on top first.
function findTyped() {
  const forms = [...document.querySelectorAll('form[method=post]')].filter(form => [...form.elements].some(isChanged));
  return forms.sort((a, b) => Boolean(b.closest('dialog')) - Boolean(a.closest('dialog')));
}

function isChanged(field) {
  // a password may be shown, and is not typed words either way
  if (field.type === 'hidden' || /password/.test(field.type + field.autocomplete) || !field.name) return false;
  if (field.type === 'checkbox' || field.type === 'radio') return field.checked !== field.defaultChecked;
  return 'defaultValue' in field && field.value !== field.defaultValue;
}

// --- when

document.addEventListener('click', event => {
  if (!event.target.closest?.('[data-verberg]')) return;
  event.preventDefault();
  hide();
});
again.addEventListener('click', hide);
addEventListener('online', () => covered && hide());

let presses = [];
let combined = false;
document.addEventListener('keydown', event => {
  touched = Date.now();
  combined = event.key !== 'Shift';
  if (combined) presses = [];
});
document.addEventListener('keyup', event => {
  // Shift that makes a capital is no sign
  if (event.key !== 'Shift' || combined) return;
  presses = [...presses.filter(then => Date.now() - then < 5_000), Date.now()];
  if (presses.length < 3) return;
  presses = [];
  hide();
});

for (const sign of ['pointerdown', 'pointermove', 'scroll', 'input'])
  addEventListener(sign, () => (touched = Date.now()), { passive: true, capture: true });
const isIdle = () => minutes > 0 && Date.now() - touched >= minutes * 60_000;
if (minutes > 0) setInterval(() => !covered && isIdle() && hide(), 1_000);

document.addEventListener('visibilitychange', () => {
  if (document.visibilityState === 'hidden') lay();
  else if (isIdle()) hide();
  else lift();
});
addEventListener('pagehide', lay);
addEventListener('pageshow', event => {
  // a page out of the memory of the browser may be of before the screen was locked: the server shows it, or does not
  if (event.persisted) location.reload();
});
