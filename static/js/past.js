// <form data-past>: says at every choice how many would fit on the A4. The server counts; nothing is kept by asking.

const form = document.querySelector('form[data-past]');
const line = form?.querySelector('[role=status]');
let asked = new AbortController();

async function tell() {
  asked.abort();
  asked = new AbortController();
  const body = new FormData(form);
  body.set('tel', '1');
  try {
    const answer = await fetch(form.action, { method: 'POST', body, redirect: 'manual', signal: asked.signal });
    // without a network, or signed out meanwhile, there is no count: a count that is not true is worse
    line.textContent = answer.status === 200 ? await answer.text() : '';
  } catch (error) {
    if (error.name !== 'AbortError') line.textContent = '';
  }
}

if (line) form.addEventListener('change', tell);
