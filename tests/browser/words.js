// Words and figures that are broken inside, without a hyphen, because their place is too narrow.
// Run in the page; returns texts.
(() => {
  const findings = new Set();
  const texts = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
  while (texts.nextNode()) {
    const node = texts.currentNode;
    const element = node.parentElement;
    // Code and addresses have no words.
    if (!element.checkVisibility() || element.closest('.unseen, svg, pre, code')) continue;
    for (const {0: word, index} of node.data.matchAll(/[\p{L}\p{N}]+(?:[.,]\p{N}+)*(?:\u00a0?%)?/gu)) {
      const range = document.createRange();
      range.setStart(node, index);
      range.setEnd(node, index + word.length);
      const tops = [...range.getClientRects()]
        .filter((box) => box.width > 0.5).map((box) => Math.round(box.top));
      if (new Set(tops).size > 1) {
        const around = element.closest('[class]')?.className ?? element.localName;
        findings.add(`«${word}» is broken inside, in ${around}`);
      }
    }
  }
  return [...findings];
})()
