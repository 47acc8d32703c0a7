// The overleg on the big screen: the time that is left, in words, and the screens that follow. Nothing moves by itself but a screen
// that follows, and that waits while somebody types.

const sheet = document.querySelector('[data-scherm]');
const clock = document.querySelector('[data-klok]');

if (clock && sheet.hasAttribute('data-volgt')) {
  const until = performance.now() + Number(clock.dataset.klok) * 1000;
  const tick = () => {
    const minutes = Math.ceil((until - performance.now()) / 60000);
    const { deel } = clock.dataset;
    clock.textContent = minutes > 1 ? `Nog ${minutes} minuten voor ${deel}.` : minutes === 1 ? `Nog één minuut voor ${deel}.` : `De tijd voor ${deel} is om. Ga gerust door.`;
  };
  tick();
  setInterval(tick, 5000);
}

const typing = () => [...document.querySelectorAll('main textarea, main input:not([type=hidden])')].some((field) => (field.type === 'radio' || field.type === 'checkbox' ? field.checked !== field.defaultChecked : field.value !== field.defaultValue)) || document.querySelector('main details[open] :focus');

async function follow() {
  if (document.visibilityState !== 'visible') return;
  const answer = await fetch(sheet.dataset.scherm, { cache: 'no-store', redirect: 'error' }).catch(() => null);
  if (!answer?.ok) return;
  const { nu } = await answer.json().catch(() => ({ nu: sheet.dataset.nu }));
  if (nu !== sheet.dataset.nu && !typing()) location.replace(location.pathname);
}

// a screen that looks at something of its own stays there
if (sheet && (sheet.hasAttribute('data-volgt') || !location.search)) setInterval(follow, 3000);
