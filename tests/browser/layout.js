// What a reader would see cut, covered or pushed off the side. Run in the page; returns texts.
(() => {
  const TOLERANCE = 1.5;
  const describe = (element) => {
    const id = element.id ? `#${element.id}` : '';
    const classes = element.getAttribute('class') ?? '';
    const words = (element.textContent ?? '').trim().replace(/\s+/g, ' ').slice(0, 40);
    return `<${element.localName}${id}${classes ? ` .${classes.split(' ').join('.')}` : ''}> «${words}»`;
  };
  const scrolls = (style) => /auto|scroll/.test(style.overflowX);
  const isUnseen = (element) => {
    const box = element.getBoundingClientRect();
    const style = getComputedStyle(element);
    // Off the window to the left lies what comes in with the focus, as the skip link does.
    return box.right <= 0 || box.width <= 1 || box.height <= 1 || style.visibility === 'hidden' || style.opacity === '0'
      || (style.clipPath !== 'none' && style.position === 'absolute');
  };
  // Each text asks this of all elements around it, most of which are around many texts.
  const remembering = (find) => {
    const found = new Map();
    return (element) => {
      if (!found.has(element)) found.set(element, find(element));
      return found.get(element);
    };
  };
  const region = remembering((element) => element
    && (scrolls(getComputedStyle(element)) ? element : region(element.parentElement)));
  const isInUnseen = remembering((element) => element !== null
    && (isUnseen(element) || isInUnseen(element.parentElement)));
  const hidden = (element) => !element.checkVisibility() || isInUnseen(element);
  const findings = [];

  // The page itself, then regions that scroll: those must be labelled and reached by keyboard.
  const root = document.scrollingElement;
  if (root.scrollWidth > root.clientWidth) {
    findings.push(`the page scrolls sideways: ${root.scrollWidth} > ${root.clientWidth}`);
  }
  for (const element of document.body.querySelectorAll('*')) {
    const style = getComputedStyle(element);
    if (scrolls(style) && element.scrollWidth > element.clientWidth + TOLERANCE) {
      const label = element.getAttribute('aria-label') ?? element.getAttribute('aria-labelledby');
      if (!label || element.tabIndex < 0) {
        findings.push(`a region that scrolls has no label or no focus: ${describe(element)}`);
      }
    }
    const clips = /hidden|clip/.test(style.overflowX) || style.textOverflow === 'ellipsis';
    if (clips && !(element instanceof SVGElement) && element.scrollWidth > element.clientWidth + TOLERANCE
        && !hidden(element)) {
      findings.push(`cut off: ${describe(element)}`);
    }
  }

  // Texts: each line's box must lie inside the window, and on no other text's.
  const lines = [];
  const texts = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
  while (texts.nextNode()) {
    const node = texts.currentNode;
    const element = node.parentElement;
    if (!node.data.trim() || hidden(element)) continue;
    const range = document.createRange();
    range.selectNodeContents(node);
    for (const box of range.getClientRects()) {
      if (box.width < 1) continue;
      lines.push({box, element, node});
      const outside = box.right > root.clientWidth + TOLERANCE || box.left < -TOLERANCE;
      if (outside && !region(element)) {
        findings.push(`outside the window (${box.left.toFixed(0)}–${box.right.toFixed(0)}): ${describe(element)}`);
      }
    }
  }
  lines.sort((one, other) => one.box.top - other.box.top);
  for (let i = 0; i < lines.length; i++) {
    const {box, element, node} = lines[i];
    // Boxes of text are taller than its letters: a quarter of the height may be shared.
    const shared = Math.min(box.height / 4, 6);
    for (let j = i + 1; j < lines.length && lines[j].box.top < box.bottom - shared; j++) {
      const other = lines[j];
      const width = Math.min(box.right, other.box.right) - Math.max(box.left, other.box.left);
      const height = Math.min(box.bottom, other.box.bottom) - other.box.top;
      if (other.node !== node && width > 2 && height > Math.min(shared, other.box.height / 4)
          && region(element) === region(other.element)) {
        findings.push(`texts over one another: ${describe(element)} and ${describe(other.element)}`);
      }
    }
  }

  // Letters in drawings shrink with them.
  for (const text of document.querySelectorAll('svg text')) {
    if (!text.checkVisibility()) continue;
    const size = parseFloat(getComputedStyle(text).fontSize) * text.getScreenCTM().d;
    if (size < 11.9) findings.push(`letters of ${size.toFixed(1)} px in a drawing: ${describe(text)}`);
  }
  return [...new Set(findings)];
})()
