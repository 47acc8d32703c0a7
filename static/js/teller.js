// A field with data-teller says how long its text is from that many signs on, without making anybody hurry.

document.addEventListener('input', event => {
  const field = event.target;
  if (!field.dataset?.teller) return;
  let count = field.parentElement.querySelector('.teller');
  const length = [...field.value].length;
  if (!count && length < field.dataset.teller) return;
  if (!count) {
    count = document.createElement('p');
    count.className = 'teller onder';
    field.after(count);
  }
  count.textContent =
    length < field.dataset.teller ? '' : `${length.toLocaleString('nl-NL')} tekens. Er passen er 50.000.`;
});
