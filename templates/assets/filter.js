// Narrows a ranking to the projects that have the words and the states asked for. What is asked
// for stands in the address (#q=…&statut=…), so that a link shows the same rows.
(() => {
  'use strict';
  const form = document.querySelector('form.filter');
  if (!form) return;
  const fields = [...form.querySelectorAll('input, select')];
  const fold = (text) => text.normalize('NFD').replace(/[\u0300-\u036f]/g, '').toLowerCase()
    .replace(/œ/g, 'oe').replace(/æ/g, 'ae').replace(/’/g, "'");
  const rows = [...document.querySelectorAll('[data-statut]')].map((row) => ({
    row,
    text: fold((row.querySelector(':scope > th') || row).textContent),
    // What has nothing left to show goes too, with its heading.
    holder: row.closest('section') || row.closest('table'),
  }));

  const apply = () => {
    const words = fold(form.q.value).split(/\s+/);
    const states = fields.filter((field) => field.name !== 'q' && field.value);
    const kept = new Set();
    let shown = 0;
    for (const {row, text, holder} of rows) {
      row.hidden = !(words.every((word) => text.includes(word))
        && states.every((field) => row.dataset[field.name] === field.value));
      if (row.hidden) continue;
      kept.add(holder);
      shown += 1;
    }
    for (const {holder} of rows) holder.hidden = !kept.has(holder);
    form.querySelector('output').value = shown
      ? form.dataset.counted.replace('{shown}', shown).replace('{all}', rows.length)
      : form.dataset.none;
    for (const link of form.querySelectorAll('a')) {
      link.hash = form.q.value && `q=${encodeURIComponent(form.q.value)}`;
    }
  };

  const read = () => {
    // Another fragment names a place on the page and changes nothing.
    if (location.hash && !location.hash.includes('=')) return;
    const state = new URLSearchParams(location.hash.slice(1));
    for (const field of fields) {
      field.value = state.get(field.name) || '';
      // A state that no project here is in.
      if (field.selectedIndex < 0) field.value = '';
      if (field.value) form.querySelector('details').open = true;
    }
    apply();
  };

  const keep = (typing) => {
    // First, since Safari throws when the address changes too often.
    apply();
    const state = new URLSearchParams(location.hash.includes('=') ? location.hash.slice(1) : '');
    for (const {name, value} of fields) {
      if (value.trim()) state.set(name, value);
      else state.delete(name);
    }
    const address = `${state}` ? `#${state}` : location.href.split('#')[0];
    // One step back takes away all that was typed in one go.
    if (typing && history.state === 'typing') history.replaceState('typing', '', address);
    else history.pushState(typing ? 'typing' : null, '', address);
  };

  form.addEventListener('input', (event) => keep(event.target.name === 'q'));
  form.addEventListener('submit', (event) => event.preventDefault());
  form.addEventListener('reset', () => setTimeout(() => {
    keep(false);
    form.q.focus();
  }));
  addEventListener('hashchange', read);
  read();
})();
