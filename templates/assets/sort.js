// Puts a ranking in the order of the header that is pressed, the other way round when pressed
// again. Tied projects stay together, by title. The order stands in the address: #tri=-titre.
(() => {
  'use strict';
  const buttons = [...document.querySelectorAll('button.sort')];
  if (!buttons.length) return;
  const body = buttons[0].closest('table').tBodies[0];
  const {compare} = new Intl.Collator(document.documentElement.lang);
  const rows = [...body.rows].map((row) => ({
    row,
    rank: Number(row.cells[0].textContent.match(/\d+/)),
    title: row.querySelector('a').textContent,
  }));
  // The best score has the first rank, hence no order of its own.
  const orders = {
    rang: (a, b) => a.rank - b.rank,
    titre: (a, b) => compare(a.title, b.title),
    cote: (a, b) => b.rank - a.rank,
  };
  const usual = {rang: 1, titre: 1, cote: -1};
  const first = buttons[0].value;
  let order;

  const apply = () => {
    const name = order.replace('-', '');
    const way = order === name ? usual[name] : -usual[name];
    const sorted = [...rows].sort((a, b) => way * orders[name](a, b));
    body.append(...sorted.map(({row}) => row));
    for (const button of buttons) {
      const header = button.closest('th');
      if (button.value !== name) header.removeAttribute('aria-sort');
      else header.ariaSort = way > 0 ? 'ascending' : 'descending';
    }
  };

  const read = () => {
    if (location.hash && !location.hash.includes('=')) return;
    const wanted = new URLSearchParams(location.hash.slice(1)).get('tri') || first;
    if (wanted === (order || first)) return;
    order = Object.hasOwn(orders, wanted.replace('-', '')) ? wanted : first;
    apply();
  };

  const press = ({currentTarget}) => {
    const name = currentTarget.value;
    order = (order || first) === name ? `-${name}` : name;
    const state = new URLSearchParams(location.hash.includes('=') ? location.hash.slice(1) : '');
    if (order === first) state.delete('tri');
    else state.set('tri', order);
    history.pushState(null, '', `${state}` ? `#${state}` : location.href.split('#')[0]);
    apply();
  };

  for (const button of buttons) button.addEventListener('click', press);
  addEventListener('hashchange', read);
  read();
})();
