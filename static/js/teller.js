// A field with data-teller says how long its text is from that many signs on, without making anybody hurry.

document.addEventListener('input', event => count(event.target));
// a form is empty only after its reset has been told
document.addEventListener('reset', event => setTimeout(() => [...event.target.elements].forEach(count)));

function count(field) {
  if (!field.dataset?.teller) return;
  let line = field.parentElement.querySelector('.teller');
  const length = [...field.value].length;
  if (!line && length < field.dataset.teller) return;
  if (!line) {
    line = document.createElement('p');
    line.className = 'teller onder';
    field.after(line);
  }
  line.textContent = length < field.dataset.teller ? '' : `${length.toLocaleString('nl-NL')} tekens. Er passen er 50.000.`;
}
