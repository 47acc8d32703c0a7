// What waited on this device was sent (wachtrij.js): it is told, and stands where it belongs in the page that is open.

const version = new URL(import.meta.url).search;

export async function tell(what) {
  const { isFilledIn, messages, renew } = await import(`./blad.js${version}`);
  const line = document.createElement('div');
  line.className = 'utrecht-alert utrecht-alert--ok';
  line.append(document.createElement('span'));
  line.firstChild.textContent = `${what} verzonden.`;
  messages()?.append(line);
  const main = document.querySelector('main');
  if (!/^\/(mensen\/|losse-notities$)/.test(location.pathname) || isFilledIn(main)) return;
  const answer = await fetch(location.href, { cache: 'no-store', redirect: 'error' }).catch(() => null);
  if (answer?.ok) renew(new DOMParser().parseFromString(await answer.text(), 'text/html'));
}
