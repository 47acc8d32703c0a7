// A form with data-passkey="ADDRESS" asks the device for a passkey: first what to ask (POST to ADDRESS), then the browser's own
// window, then the form goes as any other, with the answer in its field `antwoord`. data-passkey-nieuw makes a new passkey.
// Without script, or where the browser has no passkeys, the form stays hidden and the other ways work.

const toBytes = text => Uint8Array.from(atob(text.replace(/-/g, '+').replace(/_/g, '/')), c => c.charCodeAt(0));
const toText = buffer =>
  btoa(String.fromCharCode(...new Uint8Array(buffer))).replace(/\+/g, '-').replace(/\//g, '_').replace(/=+$/, '');

function read(options) {
  const known = list => (list || []).map(one => ({ ...one, id: toBytes(one.id) }));
  return {
    ...options,
    challenge: toBytes(options.challenge),
    ...(options.user && { user: { ...options.user, id: toBytes(options.user.id) } }),
    ...(options.excludeCredentials && { excludeCredentials: known(options.excludeCredentials) }),
    ...(options.allowCredentials && { allowCredentials: known(options.allowCredentials) }),
  };
}

function write(credential) {
  const response = {};
  for (const name of ['clientDataJSON', 'attestationObject', 'authenticatorData', 'signature', 'userHandle'])
    if (credential.response[name]) response[name] = toText(credential.response[name]);
  return JSON.stringify({
    id: credential.id,
    rawId: toText(credential.rawId),
    type: credential.type,
    response,
    clientExtensionResults: {},
  });
}

async function ask(form) {
  const answer = await fetch(form.dataset.passkey, {
    method: 'POST',
    headers: { 'X-CSRFToken': form.elements.csrf_token.value },
    redirect: 'manual',
  });
  // who must sign in again is sent there by the form itself
  if (answer.type === 'opaqueredirect') return '';
  if (!answer.ok) throw new Error(String(answer.status));
  const publicKey = read(await answer.json());
  const credential = await ('passkeyNieuw' in form.dataset
    ? navigator.credentials.create({ publicKey })
    : navigator.credentials.get({ publicKey }));
  return write(credential);
}

if (window.PublicKeyCredential) {
  for (const form of document.querySelectorAll('form[data-passkey]')) {
    form.hidden = false;
    form.addEventListener('submit', async event => {
      event.preventDefault();
      const wrong = form.querySelector('[role=alert]');
      wrong.hidden = true;
      try {
        form.elements.antwoord.value = await ask(form);
        form.submit();
      } catch {
        wrong.hidden = false;
      }
    });
  }
}
