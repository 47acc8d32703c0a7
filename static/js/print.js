// A button with data-print prints this page. It is hidden until it can: the menu of the browser prints too.

for (const button of document.querySelectorAll('[data-print]')) {
  button.hidden = false;
  button.addEventListener('click', () => window.print());
}
