// What may come after the style: nobody waits for it to begin typing, and on a slow line it would push the style back.

const version = new URL(import.meta.url).search;
for (const name of ['wachtrij', 'teller']) import(`./${name}.js${version}`);
if (document.querySelector('input[type=password]')) import(`./toon.js${version}`);
