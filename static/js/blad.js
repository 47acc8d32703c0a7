// The sheet. A link with data-notitie opens it on top of the page, with the cursor in the field; what it sends goes to the same
// address as the form page, and the page behind it shows what came of it, at the same place. The words leave the sheet only
// when the answer says that this very notitie is saved; whatever else happens, they stay.
//
// Without a network the words are sealed before they come here (wachtrij.js), and wait in the drawer of the device.
//
// The sheet stands in a <template> of the page (templates/notitie/_blad.html). Ctrl or Cmd with Enter saves, in every form.

const NOT_CONNECTED = 'Geen verbinding. Dit is nog niet bewaard. Je woorden staan er nog: probeer het zo weer.';
let sheet = null;
let saving = false;
let at = [0, 0]; // where the page behind it was scrolled to

function build() {
  const template = document.querySelector('template[data-blad-sjabloon]');
  // words that were begun before stand on the form page, with the choice to go on or to throw them away
  if (!template || 'begonnen' in template.dataset) return null;
  document.body.append(template.content.cloneNode(true));
  const made = document.querySelector('dialog[data-blad]');
  made.addEventListener('close', () => putBack());
  return made;
}

function makeId() {
  if (crypto.randomUUID) return crypto.randomUUID();
  // without https a browser has no randomUUID
  const bytes = crypto.getRandomValues(new Uint8Array(16));
  bytes[6] = (bytes[6] & 0x0f) | 0x40;
  bytes[8] = (bytes[8] & 0x3f) | 0x80;
  const hex = Array.from(bytes, byte => byte.toString(16).padStart(2, '0')).join('');
  return hex.replace(/^(.{8})(.{4})(.{4})(.{4})/, '$1-$2-$3-$4-');
}

function open(link) {
  sheet ??= build();
  if (!sheet) return false;
  const form = sheet.querySelector('form');
  const to = new URL(link.href);
  const place = to.searchParams.get('deelgebied');
  to.search = '';
  to.searchParams.set('naar', location.pathname + location.search);
  form.action = to;
  if (!form.elements.id.value) form.elements.id.value = makeId();
  showPlace(place, link.dataset.plaats);
  at = [scrollX, scrollY];
  sheet.showModal();
  followKeyboard();
  form.elements.tekst.focus();
  return true;
}

// Where the link stood: a chip that one sees, and can tap away.
function showPlace(key, name) {
  const row = sheet.querySelector('[data-blad-plaats]');
  const box = row.querySelector('input');
  row.hidden = !key || !name;
  box.checked = box.defaultChecked = !row.hidden;
  box.value = key || '';
  row.querySelector('.chip__vlak').textContent = name || '';
}

// iOS lays its keyboard over the page and tells it only here.
function followKeyboard() {
  const view = window.visualViewport;
  if (!sheet?.open || !view || view.scale > 1.01) return;
  sheet.style.setProperty('--toetsen', `${Math.max(0, innerHeight - view.height - view.offsetTop)}px`);
  sheet.style.setProperty('--zicht', `${view.height}px`);
}
window.visualViewport?.addEventListener('resize', followKeyboard);
window.visualViewport?.addEventListener('scroll', followKeyboard);

// --- saving

async function save(form, another) {
  say('');
  const id = form.elements.id.value;
  let page, answer;
  try {
    answer = await fetch(form.action, { method: 'POST', body: new FormData(form), signal: AbortSignal.timeout(20_000) });
    page = new DOMParser().parseFromString(await answer.text(), 'text/html');
  } catch {
    return say(NOT_CONNECTED);
  }
  if (page.querySelector(`[data-bewaard="${id}"]`)) return finish(form, page, answer, another);
  // signed out meanwhile: the form itself goes, and its words go along through the sign-in
  if (answer.status === 401) return form.submit();
  const arrived = new URL(answer.url);
  const wrong = page.querySelector('#foutenlijst li, [role=alert] .utrecht-alert--error span');
  if (wrong && arrived.pathname === new URL(form.action).pathname) {
    // this id belongs to something else by now: the form page gave a new one
    form.elements.id.value = page.querySelector('main input[name=id]')?.value || makeId();
    return say(wrong.textContent.trim());
  }
  // locked, or a page that was open too long: the server kept the words, and has a page that gives them back
  if (answer.redirected && arrived.origin === location.origin) return location.assign(arrived);
  return say(NOT_CONNECTED);
}

function finish(form, page, answer, another) {
  form.reset();
  form.elements.id.value = makeId();
  if (!another) sheet.close();
  if (new URL(answer.url).pathname === location.pathname) renew(page);
  tell(page, another);
  scrollTo(...at);
  if (another) form.elements.tekst.focus({ preventScroll: true });
}

// The page behind the sheet as it is now; not when something is being filled in there.
export function renew(page) {
  const main = document.querySelector('main');
  if (isFilledIn(main)) return;
  const opened = [...main.querySelectorAll('details[open] > summary')].map(summary => summary.textContent);
  main.replaceChildren(...page.querySelector('main').childNodes);
  for (const summary of main.querySelectorAll('details > summary'))
    if (opened.includes(summary.textContent)) summary.parentElement.open = true;
}

export const isFilledIn = main => main.querySelector('textarea') || [...main.querySelectorAll('input, select')].some(isChanged);

const isChanged = field =>
  field.type === 'checkbox' || field.type === 'radio'
    ? field.checked !== field.defaultChecked
    : field.type !== 'hidden' && 'defaultValue' in field && field.value !== field.defaultValue;

// There is one place that speaks. It goes where one looks: into the sheet that stays open, or to the bar when the page is
// scrolled away from it.
export const messages = () => document.querySelector('[data-meldingen]');

function tell(page, another) {
  const place = messages();
  const bar = document.querySelector('.snelbalk');
  if (another) sheet.append(place);
  else if (bar && place.getBoundingClientRect().bottom < 0) bar.prepend(place);
  place.replaceChildren(...page.querySelector('[data-meldingen]').childNodes);
}

function putBack() {
  if (sheet.contains(messages())) document.querySelector('main').before(messages());
  say('');
}

function say(wrong) {
  const field = sheet.querySelector('textarea');
  sheet.querySelector('#blad-fout').textContent = wrong && `Fout: ${wrong}`;
  if (wrong) field.setAttribute('aria-invalid', 'true');
  else field.removeAttribute('aria-invalid');
  field.closest('.veld').classList.toggle('veld--fout', Boolean(wrong));
  if (wrong) field.focus();
}

// --- what is tapped and typed

document.addEventListener('click', event => {
  if (event.target.closest?.('[data-blad-sluit]')) return sheet.close();
  const link = event.target.closest?.('a[data-notitie]');
  const elsewhere = event.button || event.metaKey || event.ctrlKey || event.shiftKey || event.altKey;
  if (link && !elsewhere && open(link)) event.preventDefault();
});

// on window: after whoever listens on the document and may keep the form back
window.addEventListener('submit', async event => {
  const form = event.target;
  if (event.defaultPrevented || !form.closest('dialog[data-blad]')) return;
  event.preventDefault();
  if (saving) return;
  saving = true;
  await save(form, event.submitter?.hasAttribute('data-nog-een')).catch(() => say(NOT_CONNECTED));
  saving = false;
});

document.addEventListener('keydown', event => {
  if (event.key !== 'Enter' || !(event.ctrlKey || event.metaKey) || !event.target.form) return;
  event.preventDefault();
  event.target.form.requestSubmit();
});
