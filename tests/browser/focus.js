// What has the focus, and whether a reader sees that it has. Run in the page; null for nothing.
new Promise((tell) => requestAnimationFrame(() => setTimeout(tell))).then(() => {
  // Once a frame has been drawn, the window has scrolled to it.
  const element = document.activeElement;
  if (!element || element === document.body) return null;
  const box = element.getBoundingClientRect();
  const x = (Math.max(box.left, 0) + Math.min(box.right, innerWidth)) / 2;
  const y = (Math.max(box.top, 0) + Math.min(box.bottom, innerHeight)) / 2;
  // A link over two lines has its middle on neither.
  const points = [...element.getClientRects()]
    .map((line) => [line.left + line.width / 2, line.top + line.height / 2]);
  const seen = [[x, y], ...points]
    .map((point) => document.elementFromPoint(...point))
    .some((top) => top && (element.contains(top) || top.contains(element)));
  const style = getComputedStyle(element);
  const outlined = style.outlineStyle !== 'none' && parseFloat(style.outlineWidth) >= 2;
  const words = element.textContent.trim().replace(/\s+/g, ' ').slice(0, 40);
  return {
    name: `<${element.localName}> «${words}»`,
    href: element.getAttribute('href'),
    hreflang: element.getAttribute('hreflang'),
    inRow: element.closest('main table tbody tr') !== null,
    inMain: element.closest('main') !== null,
    inWindow: box.bottom > 0 && box.top < innerHeight && box.right > 0 && box.left < innerWidth,
    seen,
    outlined: outlined || style.boxShadow !== 'none',
  };
})
