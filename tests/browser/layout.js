// Returns what stands outside the screen or is cut off; see layout.py.
() => {
  const width = document.documentElement.clientWidth;
  const found = [];
  if (document.scrollingElement.scrollWidth > width)
    found.push(`the page is ${document.scrollingElement.scrollWidth} pixels wide`);
  const name = element => {
    const id = element.id ? '#' + element.id : '';
    const of = element.getAttribute('class');
    const words = (element.textContent || '').trim().replace(/\s+/g, ' ').slice(0, 40);
    return element.localName + id + (of ? '.' + of.trim().split(/\s+/).join('.') : '') +
      (words ? ` “${words}”` : '');
  };
  const scrolls = element => {
    for (let at = element.parentElement; at && at !== document.body; at = at.parentElement)
      if (/auto|scroll/.test(getComputedStyle(at).overflowX)) return true;
    return false;
  };
  const unseen = element => {
    for (let at = element; at && at !== document.body; at = at.parentElement) {
      const style = getComputedStyle(at);
      if (style.clipPath !== 'none' || style.position === 'absolute' && at.offsetWidth === 1)
        return true;
    }
    return false;
  };
  const outside = new Set();
  for (const element of document.body.querySelectorAll('*')) {
    const box = element.getBoundingClientRect();
    if (!box.width || !box.height || !element.checkVisibility()) continue;
    const style = getComputedStyle(element);
    if (box.right > width + 1 || box.left < -1) {
      if (!scrolls(element) && !unseen(element)) outside.add(element);
    }
    const cuts = /hidden|clip/.test(style.overflowX) && element.scrollWidth > element.clientWidth + 1
      || /hidden|clip/.test(style.overflowY) && element.scrollHeight > element.clientHeight + 1;
    if (cuts && element.namespaceURI.endsWith('xhtml') && !unseen(element))
      found.push('cuts what is in it: ' + name(element));
  }
  for (const element of outside)
    if (![...element.children].some(child => outside.has(child))) {
      const box = element.getBoundingClientRect();
      found.push(`from ${Math.round(box.left)} to ${Math.round(box.right)}: ${name(element)}`);
    }
  return found;
}
