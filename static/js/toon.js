// A password can be looked at by who types it: a button under the field. What is sent, or left, is hidden again.

const fields = [...document.querySelectorAll('input[type=password]')];

function set(field, button, isShown) {
  const at = [field.selectionStart, field.selectionEnd];
  field.type = isShown ? 'text' : 'password';
  // a browser puts the cursor in front again
  if (document.activeElement === field) field.setSelectionRange(...at);
  button.firstChild.textContent = isShown ? 'Verberg wachtwoord' : 'Toon wachtwoord';
}

function addButton(field) {
  const button = document.createElement('button');
  button.type = 'button';
  button.className = 'linkknop';
  button.append('');
  // which one, for who does not see above it
  if (fields.length > 1) button.append(makeName(field));
  set(field, button, false);
  field.after(button);
  // a tap leaves the cursor, and the keyboard of a phone, where they are
  button.addEventListener('pointerdown', event => event.preventDefault());
  button.addEventListener('mousedown', event => event.preventDefault());
  button.addEventListener('click', () => set(field, button, field.type === 'password'));
  const hide = () => set(field, button, false);
  field.form?.addEventListener('submit', hide);
  addEventListener('pagehide', hide);
}

function makeName(field) {
  const name = document.createElement('span');
  name.className = 'verborgen-tekst';
  name.textContent = `: ${field.labels[0]?.textContent.trim() || ''}`;
  return name;
}

fields.forEach(addButton);
