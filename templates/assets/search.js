// Finds records by their words, whatever the case and the accents; those with all words in the
// title come first. The words stand in the address: #q=carte.
(() => {
  'use strict';
  const MOST = 50;
  const form = document.querySelector('form.searching');
  const fold = (text) => text.normalize('NFD').replace(/[\u0300-\u036f]/g, '').toLowerCase()
    .replace(/œ/g, 'oe').replace(/æ/g, 'ae').replace(/’/g, "'");
  const entries = cvcgenEntries.map((entry) => {
    const title = fold(entry[0]);
    return {entry, title, text: `${title} ${fold(entry[1])} ${fold(entry[3])}`};
  });

  const find = (words) => {
    const byTitle = [];
    const byText = [];
    for (const {entry, title, text} of entries) {
      if (words.every((word) => title.includes(word))) byTitle.push(entry);
      else if (words.every((word) => text.includes(word))) byText.push(entry);
    }
    return byTitle.concat(byText);
  };

  const write = (parent, tag, text, language) => {
    const made = document.createElement(tag);
    made.textContent = text;
    if (language) made.lang = language;
    parent.append(made, ' ');
    return made;
  };

  const show = ([title, kind, href, text, titleLanguage, textLanguage]) => {
    const item = document.createElement('li');
    write(item, 'a', title, titleLanguage).href = href;
    write(item, 'span', kind).className = 'quiet';
    if (text) write(item, 'div', text, textLanguage).className = 'reading';
    return item;
  };

  const apply = () => {
    const words = fold(form.q.value).split(/\s+/).filter(Boolean);
    const found = words.length ? find(words) : [];
    const {found: counted, many, none} = form.dataset;
    let said = found.length > MOST ? many : counted;
    if (!found.length) said = words.length ? none : '';
    form.querySelector('output').value = said
      .replace('{found}', found.length).replace('{shown}', MOST);
    form.querySelector('.results').replaceChildren(...found.slice(0, MOST).map(show));
  };

  const read = () => {
    // Another fragment names a letter of the list.
    if (location.hash && !location.hash.includes('=')) return;
    form.q.value = new URLSearchParams(location.hash.slice(1)).get('q') || '';
    apply();
  };

  const keep = () => {
    // First, since Safari throws when the address changes too often.
    apply();
    const {value} = form.q;
    const state = value.trim() ? `#${new URLSearchParams({q: value})}` : '';
    const address = location.href.split('#')[0] + state;
    // One step back takes away all that was typed in one go.
    if (history.state === 'typing') history.replaceState('typing', '', address);
    else history.pushState('typing', '', address);
  };

  form.addEventListener('input', keep);
  form.addEventListener('submit', (event) => event.preventDefault());
  form.addEventListener('reset', () => setTimeout(() => {
    keep();
    form.q.focus();
  }));
  addEventListener('hashchange', read);
  read();
})();
