// <body data-wakker>: the screen stays on for as long as this page is looked at. Where the browser cannot, nothing happens.

let lock = null;

async function keepAwake() {
  if (!document.querySelector('[data-wakker]') || document.visibilityState !== 'visible' || lock) return;
  try {
    lock = await navigator.wakeLock?.request('screen');
    lock?.addEventListener('release', () => (lock = null));
  } catch {
    // the battery is low, or it is not allowed here
  }
}

document.addEventListener('visibilitychange', keepAwake);
// leaving lets go by itself; this says it to a page that stays in memory
addEventListener('pagehide', () => lock?.release());
keepAwake();
